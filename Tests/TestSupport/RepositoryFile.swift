public import Foundation
public import Testing

/// A file of this repository that a test holds to what is so.
public enum RepositoryFile {
  private static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether files that differ are written anew rather than told.
  static var isWritten: Bool { ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" }

  /// Where a file is, by its path from the top of the repository.
  public static func url(_ path: String) -> URL { root.appending(path: path) }

  /// The text of a file.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// What stands in the blocks of a language on a page in Markdown.
  public static func blocks(_ language: String, of path: String) throws -> [String] {
    let parts = try text(path).components(separatedBy: "```")
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      .filter { $0.hasPrefix("\(language)\n") }.map { String($0.dropFirst(language.count + 1)) }
  }

  /// Expects a text to be word for word what the file holds. With `UPDATE_GOLDEN=1` the file is
  /// written instead.
  public static func expect(
    _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(actual, at: url(path), named: path, sourceLocation: sourceLocation)
  }

  /// The same of a file anywhere. What came instead is attached to a failure; `swift test
  /// --attachments-path FOLDER` keeps it.
  static func expect(
    _ actual: String, at url: URL, named name: String, sourceLocation: SourceLocation
  ) throws {
    if isWritten {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try Data(actual.utf8).write(to: url)
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
      Issue.record(
        "there is no \(name); UPDATE_GOLDEN=1 swift test makes it",
        sourceLocation: sourceLocation)
      return
    }
    guard actual != expected else { return }
    Attachment.record(
      actual, named: "\(url.lastPathComponent).actual", sourceLocation: sourceLocation)
    Issue.record(
      "\(name) differs \(TextDifference.first(actual, expected: expected))",
      sourceLocation: sourceLocation)
  }
}

/// Where two texts part ways.
enum TextDifference {
  /// The first line that differs, as both have it.
  static func first(_ actual: String, expected: String) -> String {
    let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(actualLines, expectedLines).prefix { $0 == $1 }.count
    return """
      in line \(same + 1):
        expected: \(same < expectedLines.count ? "\(expectedLines[same])" : "(the end)")
        actual:   \(same < actualLines.count ? "\(actualLines[same])" : "(the end)")
      """
  }
}
