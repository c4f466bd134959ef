public import Foundation
public import Testing

/// Gives each test, and each of its cases, a folder of its own, and removes it afterwards.
///
/// ```swift
/// @Test(.temporaryDirectory) func `a ledger is one file`() throws {
///   let file = TemporaryDirectory.file("deals.sqlite")
/// ```
public struct TemporaryDirectory: TestTrait, SuiteTrait, TestScoping {
  /// The folder of the test that runs; there is none outside of a test with this trait.
  @TaskLocal public static var url = URL(filePath: "/nonexistent", directoryHint: .isDirectory)

  /// A suite with this trait gives it to each of its tests.
  public var isRecursive: Bool { true }

  /// Where a file of that name is, or would be, in the folder.
  public static func file(_ name: String) -> URL {
    url.appending(path: name, directoryHint: .notDirectory)
  }

  /// The same as a path, as ledgers are opened by.
  public static func path(_ name: String) -> String {
    file(name).path(percentEncoded: false)
  }

  /// Writes a text file into the folder, and the folders above it.
  @discardableResult
  public static func write(_ text: String, to name: String) throws -> URL {
    let url = file(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url
  }

  /// Makes the folder for the time of one test.
  public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing body: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let url = try Self.make()
    defer { try? FileManager.default.removeItem(at: url) }
    try await Self.$url.withValue(url) { try await body() }
  }

  static func make() throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "deals-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}

extension Trait where Self == TemporaryDirectory {
  /// A folder of its own for each test.
  public static var temporaryDirectory: TemporaryDirectory { TemporaryDirectory() }
}
