/// A file that ships inside the program.
public struct SeedFile: Sendable, Equatable {
  /// The path below `Seeds/`, such as `article/deals.jsonl`.
  public let path: String
  /// The file's text.
  public let text: String
}

/// The data and the queries that ship with the program.
public enum Seeds {
  /// Every file, by path.
  public static let files: [SeedFile] =
    embeddedFiles.map { SeedFile(path: $0.path, text: $0.text) }.sorted { $0.path < $1.path }

  /// The files below one folder, by path.
  public static func folder(_ name: String) -> [SeedFile] {
    files.filter { $0.path.hasPrefix(name + "/") }
  }

  /// The text of one file.
  public static func text(_ path: String) -> String? {
    files.first { $0.path == path }?.text
  }
}
