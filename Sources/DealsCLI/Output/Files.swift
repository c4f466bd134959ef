import FoundationEssentials
import Glibc
import Tabular

/// Reads inputs and writes outputs.
enum Files {
  /// The documents behind the arguments of an import: files, folders of `.json`, `.jsonl` and
  /// `.ndjson`, or `-` for standard input.
  static func documents(_ arguments: [String]) throws -> [SourceText] {
    try arguments.flatMap { argument -> [SourceText] in
      if argument == "-" { return [SourceText(bytes: try standardInput(), name: "-")] }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
        throw FileProblem(path: argument, problem: "no such file or folder", status: .noInput)
      }
      guard isFolder else { return [try text(argument)] }
      let found = try? FileManager.default.contentsOfDirectory(atPath: argument)
      guard let names = found?.sorted() else {
        throw FileProblem(path: argument, problem: "may not be read", status: .noPermission)
      }
      let endings = [".json", ".jsonl", ".ndjson"]
      let files = names.filter { name in endings.contains { name.hasSuffix($0) } }
      if files.isEmpty {
        throw FileProblem(
          path: argument, problem: "holds no .json, .jsonl or .ndjson file", status: .noInput)
      }
      return try files.map { try text("\(argument)/\($0)") }
    }
  }

  private static func text(_ path: String) throws -> SourceText {
    do {
      return SourceText(bytes: Array(try Data(contentsOf: URL(filePath: path))), name: path)
    } catch {
      let isForbidden = !FileKind.isReadable(path)
      throw FileProblem(
        path: path, problem: isForbidden ? "may not be read" : "cannot be read",
        status: isForbidden ? .noPermission : .noInput)
    }
  }

  private static func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw problem("-", "cannot be read", .noInput)
      }
    }
  }

  /// Writes a whole file, replacing what was there in one step.
  static func write(_ text: String, to path: String) throws {
    let isPlain = FileKind(path) != .special
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

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
