import FoundationEssentials
import Glibc
import Tabular

/// Reads inputs and writes outputs.
enum Files {
  /// The documents behind the arguments of an import: files, folders of `.json`, `.jsonl` and
  /// `.ndjson`, or `-` for standard input.
  static func documents(_ arguments: [String]) throws -> [SourceText] {
    try arguments.flatMap { argument -> [SourceText] in
      if argument == "-" { return [SourceText(bytes: standardInput(), name: "-")] }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
        throw FileProblem(path: argument, problem: "no such file or folder", status: .noInput)
      }
      guard isFolder else { return [try text(argument)] }
      let names = try FileManager.default.contentsOfDirectory(atPath: argument).sorted()
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
      throw FileProblem(path: path, problem: "cannot be read", status: .noInput)
    }
  }

  private static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Writes a whole file, replacing what was there.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileProblem(path: path, problem: "cannot be written", status: .cannotCreate)
    }
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
