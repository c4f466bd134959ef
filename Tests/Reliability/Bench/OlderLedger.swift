import Foundation
import Intake
import Ledger
import SQLite
import TestSupport

/// A ledger as a program made it that knew two steps less.
enum OlderLedger {
  private static let steps = 2

  static func bytes() throws -> Data {
    let workplace = try Workplace()
    let file = workplace.file(Scenario.ledger)
    try ShippedLedger.copy(.none, to: URL(filePath: file))
    do {
      let connection = try Connection(path: file, mode: .readWrite)
      let views = try names("SELECT name FROM sqlite_schema WHERE type = 'view'", in: connection)
      for view in views { try connection.execute("DROP VIEW \(SQLIdentifier(view))") }
      for text in try missing(in: connection) {
        let tables = text.matches(of: /CREATE TABLE (\w+)/).map { String($0.1) }
        for table in tables.reversed() {
          try connection.execute("DROP TABLE \(SQLIdentifier(table))")
        }
      }
      let version = Int(try connection.userVersion) - steps
      try connection.execute("DELETE FROM schema_migration WHERE version > \(version)")
      try connection.execute("PRAGMA user_version = \(version)")
    }
    return workplace.bytes(Scenario.ledger) ?? Data()
  }

  /// The texts of the last steps, the last first.
  private static func missing(in connection: borrowing Connection) throws -> [String] {
    try names(
      "SELECT sql FROM schema_migration ORDER BY version DESC LIMIT \(steps)", in: connection)
  }

  /// Whether whole steps were done and no part of another: the version in the header, the steps on
  /// record and the tables belong together, and the same command completes it.
  static func isBetweenSteps(_ bytes: Data) throws -> Bool {
    let workplace = try Workplace()
    try workplace.place([Scenario.ledger: bytes])
    let file = workplace.file(Scenario.ledger)
    do {
      let connection = try Connection(path: file, mode: .readOnly)
      let version = Int(try connection.userVersion)
      let recorded = try connection.value(
        "SELECT COUNT(*) FROM schema_migration WHERE version <= \(version)", as: Int.self)
      let tables = try names("SELECT name FROM sqlite_schema WHERE type = 'table'", in: connection)
      let texts = try names("SELECT sql FROM schema_migration", in: connection)
      let made = texts.flatMap { $0.matches(of: /CREATE TABLE (\w+)/).map { String($0.1) } }
      guard recorded == version, texts.count == version,
        Set(made).union(["schema_migration"]).subtracting(tables).isEmpty,
        Set(tables.filter { !$0.hasPrefix("sqlite_") }).subtracting(made) == ["schema_migration"]
      else { return false }
    }
    let again = try Program.run(["migrate"], at: workplace)
    guard again.status == 0 else { return false }
    let check = try Program.run(["check"], at: workplace)
    return check.status == 0 && check.stdout.isEmpty
  }

  private static func names(_ sql: String, in connection: borrowing Connection) throws -> [String] {
    try connection.query(sql) { try $0(0, as: String.self) }
  }
}
