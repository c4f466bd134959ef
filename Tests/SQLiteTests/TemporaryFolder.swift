import Foundation
import SQLite
import Testing

/// Gives each test a folder of its own, and removes it afterwards.
struct TemporaryFolder: TestTrait, SuiteTrait, TestScoping {
  @TaskLocal static var url = URL(filePath: "/nonexistent")

  var isRecursive: Bool { true }

  static func path(_ name: String) -> String {
    url.appending(path: name).path
  }

  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing body: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try await Self.$url.withValue(url) { try await body() }
  }
}

extension Trait where Self == TemporaryFolder {
  static var temporaryFolder: TemporaryFolder { TemporaryFolder() }
}

/// A database in memory with two tables of two parties.
func makeParties() throws -> Connection {
  let connection = try Connection.inMemory()
  try connection.executeScript(
    """
    CREATE TABLE party (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      kind TEXT CONSTRAINT party_kind_known CHECK (kind IN ('bank', 'neocloud'))
    );
    CREATE UNIQUE INDEX party_key ON party (key);
    CREATE TABLE loan (id INTEGER PRIMARY KEY, party_id INTEGER NOT NULL REFERENCES party (id));
    INSERT INTO party (key, kind) VALUES ('meta', NULL), ('jpmorgan', 'bank');
    """)
  return connection
}

/// The keys of all parties, in the order in which they came.
func partyKeys(_ database: borrowing some Database & ~Copyable) throws -> [String] {
  try database.query("SELECT key FROM party ORDER BY id") { row in try row(0) }
}

/// An error of a test's own, to be thrown out of a closure.
struct Stop: Error, Equatable {}
