import Foundation
import Intake
import Ledger
import PublicData
import SQLite
import Tabular
import TestSupport
import Testing

/// Published files as text, imported into a ledger of the test's own.
enum PublishedBench {
  /// Imports a file of the format its beginning shows.
  @discardableResult
  static func load(
    _ text: String, _ connection: inout Connection, dryRun: Bool = false,
    createsParties: Bool = false
  ) throws -> PublishedSummary {
    try load(
      bytes: Array(text.utf8), &connection, dryRun: dryRun, createsParties: createsParties)
  }

  @discardableResult
  static func load(
    bytes: [UInt8], _ connection: inout Connection, dryRun: Bool = false,
    createsParties: Bool = false
  ) throws -> PublishedSummary {
    var options = PublishedImporter.Options(name: "f")
    options.isDryRun = dryRun
    options.createsParties = createsParties
    return try PublishedImporter(options).run(
      FileFormat.tell(bytes), ByteSource.of(bytes, chunk: 1000), into: &connection)
  }

  /// What is said when a file is refused, a problem a line; empty when it is not.
  static func problems(_ text: String, _ connection: inout Connection) throws -> [String] {
    do {
      try load(text, &connection)
      return []
    } catch let refused as ImportRefused {
      return refused.problems.map(\.description)
    }
  }

  /// A file that was published, of those the readers are tested with.
  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return Array(
      try Data(contentsOf: folder.appending(path: "../../PublicDataTests/Fixtures/\(name)")))
  }

  /// Undoes the last run, and tells whether the ledger holds what it held before it.
  static func isBack(
    to before: [String], _ connection: inout Connection
  ) throws -> Bool {
    let last = try connection.value("SELECT MAX(id) FROM import_run", as: Int64.self)
    _ = try Undo.run(try #require(last), command: "undo", in: &connection)
    return try records(of: connection) == before
  }

  /// What the checks of a ledger find; its schema is held elsewhere.
  static func findings(in connection: borrowing Connection) throws -> [String] {
    var found: [String] = []
    for check in Checks.all where !["schema", "steps", "dictionary"].contains(check.name) {
      found += try check.run(in: connection).map(\.description)
    }
    return found
  }

  /// Every row but those that say what was done.
  static func records(of connection: borrowing Connection) throws -> [String] {
    try contents(of: connection).filter {
      !$0.hasPrefix("import_run |") && !$0.hasPrefix("row_history |")
    }
  }
}
