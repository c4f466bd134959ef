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
    let target = isPlain ? Draft.path(of: path) : path
    let descriptor =
      isPlain ? Draft.open(target) : open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
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

  /// Gives a file the permissions of another: a copy is as private as what it was made of.
  static func keepPermissions(of original: String, at copy: String) throws {
    var status = stat()
    guard stat(original, &status) == 0, chmod(copy, status.st_mode & 0o777) == 0 else {
      throw problem(copy, "cannot be written", .cannotWrite)
    }
  }

  /// Writes a file's hash beside it, in the way of `sha256sum`.
  static func writeHash(_ hash: FileHash, of path: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try write("\(hash.digest)  \(name)\n", to: path + ".sha256")
  }

  /// Brings to the disk which files a folder holds, so that a new one is there after a power cut.
  static func forceFolder(of path: String) throws {
    let folder = FileKind.folder(of: path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(folder, "cannot be read", .cannotWrite) }
    defer { close(descriptor) }
    // Some file systems have nothing to be brought there.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw problem(folder, "cannot be written", .cannotWrite)
    }
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
