import Foundation
public import Testing

/// Expects a text to be word for word what `Golden/NAME.txt` beside the test file holds.
///
/// With `UPDATE_GOLDEN=1` the file is written instead. What came instead is attached to a failure;
/// `swift test --attachments-path FOLDER` keeps it.
public func expectGolden(
  _ actual: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try Data(actual.utf8).write(to: url)
  }
  guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
    Issue.record(
      "there is no Golden/\(name).txt; UPDATE_GOLDEN=1 swift test makes it",
      sourceLocation: sourceLocation)
    return
  }
  guard actual != expected else { return }
  Attachment.record(actual, named: "\(name).actual.txt", sourceLocation: sourceLocation)
  Issue.record(
    "Golden/\(name).txt differs \(TextDifference.first(actual, expected: expected))",
    sourceLocation: sourceLocation)
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
