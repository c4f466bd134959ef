import Foundation
public import Testing

/// Expects a text to be word for word what `Golden/NAME.txt` beside the test file holds.
///
/// With `UPDATE_GOLDEN=1` the file is written instead.
public func expectGolden(
  _ actual: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  try RepositoryFile.expect(
    actual, at: url, named: "Golden/\(name).txt", sourceLocation: sourceLocation)
}
