import FoundationEssentials
import Glibc

/// Reads inputs and writes outputs.
enum Files {
  /// The inputs behind the arguments of an import: files, folders of documents and sheets, or `-`
  /// for standard input.
  static func inputs(_ arguments: [String]) throws -> [InputFile] {
    try arguments.flatMap { argument -> [InputFile] in
      var isFolder = false
      guard argument != "-",
        FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder
      else { return [try InputFile(argument)] }
      let found = try? FileManager.default.contentsOfDirectory(atPath: argument)
      guard let names = found?.sorted() else {
        throw FileProblem(path: argument, problem: "may not be read", status: .noPermission)
      }
      let files = names.filter { name in
        // What spreadsheets keep beside an open workbook begins with ~$.
        endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
          && !name.hasSuffix(RejectsFile.ending) && !name.hasSuffix(DocumentRejectsFiles.ending)
          && !name.hasPrefix("~$") && !name.hasPrefix(".")
      }
      if files.isEmpty {
        throw FileProblem(
          path: argument, problem: "holds no \(endings.joined(separator: ", ")) file",
          status: .noInput)
      }
      return try files.map { name in
        let file = try InputFile("\(argument)/\(name)")
        file.rest()
        return file
      }
    }
  }

  private static let endings = [".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx", ".xml"]

  /// Writes a whole file, replacing what was there in one step.
  static func write(_ text: String, to path: String) throws {
    let isPlain = FileKind.isReplaceable(path)
    let target = isPlain ? path + ".new" : path
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw problem(path, "cannot be made", .cannotCreate) }
    let failure = Console.write(text, to: descriptor)
    let isClosed = close(descriptor) == 0
    guard failure == nil, isClosed, !isPlain || rename(target, path) == 0 else {
      if isPlain { unlink(target) }
      throw problem(path, "cannot be written", .cannotWrite)
    }
  }

  /// Moves a finished file to its place.
  static func move(_ from: String, to path: String) throws {
    guard rename(from, path) == 0 else { throw problem(path, "cannot be made", .cannotCreate) }
  }

  private static func problem(_ path: String, _ words: String, _ status: ExitStatus) -> FileProblem
  {
    FileProblem(
      path: path, problem: "\(words): \(String(cString: strerror(errno)))", status: status)
  }

  /// Makes a folder, and those above it.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(path: path, problem: "cannot be made", status: .cannotCreate)
    }
  }

  /// Whether there is nothing in the folder, or no folder yet.
  static func isEmptyFolder(_ path: String) -> Bool {
    guard FileKind(path) != .nothing else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? false
  }

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
