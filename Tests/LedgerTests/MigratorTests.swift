import Foundation
import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct MigratorTests {
  private static func path() -> String { TemporaryDirectory.path("deals.sqlite") }

  private static let steps = [
    "0001-reference", "0002-provenance", "0003-parties", "0004-deals", "0005-contracts",
    "0006-terms", "0007-holdings", "0008-collateral", "0009-events", "0010-ratings",
    "0011-observations", "0012-themes", "0013-market-data", "0014-queries", "0015-figures",
  ]

  @Test func `each step is recorded in order with the text that ran`() throws {
    let connection = try LedgerFile.create(Self.path())
    let recorded = try rows(
      "SELECT version, name FROM schema_migration ORDER BY version", in: connection)
    #expect(recorded.prefix(15) == Self.steps.enumerated().map { "\($0 + 1) | \($1)" }[...])
    #expect(try Migrator.pending(in: connection) == [])

    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Migrations")
    for step in Self.steps {
      let text = try String(contentsOf: folder.appending(path: "\(step).sql"), encoding: .utf8)
      let ran = try connection.value(
        "SELECT sql FROM schema_migration WHERE name = ?", [step], as: String.self)
      #expect(ran?.trimmed == text.trimmed)
    }
  }

  @Test func `the header says what the file is and which schema it has`() throws {
    let connection = try LedgerFile.create(Self.path())
    let steps = try connection.value("SELECT COUNT(*) FROM schema_migration", as: Int32.self)
    #expect(try connection.userVersion == steps)
    let identifier = try connection.applicationID
    #expect(identifier == LedgerFile.applicationID)
    #expect(identifier == 0x4465_616C)
    #expect(try connection.journalMode == .truncate)
  }

  @Test func `a second migration does nothing`() throws {
    var connection = try LedgerFile.create(Self.path())
    #expect(try Migrator.migrate(&connection) == [])
  }

  @Test func `what is missing is listed without a write, and is then run`() throws {
    try makeLedger(without: 2)
    let before = try bytes()
    do {
      let reading = try LedgerFile.openAnyVersion(Self.path(), mode: .readOnly)
      #expect(try Migrator.pending(in: reading) == ["0014-queries", "0015-figures"])
    }
    #expect(try bytes() == before)

    let error = #expect(throws: LedgerError.self) { _ = try LedgerFile.open(Self.path()) }
    #expect(
      error == .older(path: Self.path(), pending: ["0014-queries", "0015-figures"]))
    #expect(error?.description.contains("deals migrate") == true)
    #expect(try bytes() == before)

    var connection = try LedgerFile.openAnyVersion(Self.path())
    #expect(try Migrator.migrate(&connection) == ["0014-queries", "0015-figures"])
    #expect(try connection.value("SELECT COUNT(*) FROM tranches", as: Int.self) == 0)
  }

  @Test func `a step that fails leaves the steps before it done, and nothing of itself`() throws {
    try makeLedger(without: 2)
    var connection = try LedgerFile.openAnyVersion(Self.path())
    // The third table of the last step is in its way.
    try connection.execute("CREATE TABLE leg_figure (x)")
    #expect(throws: SQLiteError.self) { try Migrator.migrate(&connection) }
    #expect(try connection.userVersion == 14)
    #expect(try Migrator.pending(in: connection) == ["0015-figures"])
    let tables = try rows(
      "SELECT name FROM sqlite_schema WHERE name IN ('saved_query', 'tranche_figure')",
      in: connection)
    #expect(tables == ["saved_query"])
  }

  @Test func `a step is not taken while a reference finds no row`() throws {
    try makeLedger(without: 1)
    var connection = try LedgerFile.openAnyVersion(Self.path())
    try connection.setForeignKeysEnforced(false)
    try connection.execute(
      "INSERT INTO party_name (key, party_id, name, folded) VALUES ('a', 99, 'A', 'a')")
    let error = #expect(throws: LedgerError.self) { try Migrator.migrate(&connection) }
    guard case .brokenReferences(let step, let rows) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(step == "0015-figures")
    #expect(rows.count == 1)
    #expect(rows.first?.contains("party_name") == true)
    #expect(try connection.userVersion == 14)
  }

  @Test func `references are enforced after a migration`() throws {
    var connection = try LedgerFile.inMemory()
    #expect(throws: SQLiteError.self) {
      try connection.transaction { transaction in
        try transaction.run(
          "INSERT INTO party_name (key, party_id, name, folded) VALUES ('a', 99, 'A', 'a')")
      }
    }
  }

  @Test func `a ledger of a newer program is refused with both versions, and not touched`() throws {
    do {
      let connection = try LedgerFile.create(Self.path())
      try connection.execute("PRAGMA user_version = 99")
    }
    let before = try bytes()
    for mode in [Connection.Mode.readWrite, .readOnly] {
      let error = #expect(throws: LedgerError.self) {
        _ = try LedgerFile.open(Self.path(), mode: mode)
      }
      guard case .newer(_, let version, let known) = error else {
        Issue.record("another error: \(String(describing: error))")
        continue
      }
      #expect(version == 99)
      #expect(known >= 11)
      #expect(error?.description.contains("version 99, this program knows \(known)") == true)
    }
    #expect(try bytes() == before)
  }

  @Test func `a recorded step with another text is noticed`() throws {
    let connection = try LedgerFile.create(Self.path())
    #expect(try Migrator.rewrittenSteps(in: connection) == [])
    try connection.execute(
      "UPDATE schema_migration SET sql = sql || ' ' WHERE name = '0004-deals'")
    #expect(try Migrator.rewrittenSteps(in: connection) == ["0004-deals"])
  }

  @Test func `a file that is no ledger is said to be none, and not touched`() throws {
    let text = try TemporaryDirectory.write(
      "not a database, but long enough to be looked at", to: "a")
    let database = TemporaryDirectory.path("other.sqlite")
    do {
      let other = try Connection(path: database, mode: .create)
      try other.execute("CREATE TABLE t (x)")
    }
    for path in [text.path(percentEncoded: false), database] {
      let before = try Data(contentsOf: URL(filePath: path))
      #expect(throws: LedgerError.foreign(path: path)) { _ = try LedgerFile.open(path) }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test func `no ledger is opened where there is none, none made where there is one`() throws {
    let path = Self.path()
    #expect(throws: LedgerError.missing(path: path)) { _ = try LedgerFile.open(path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    do { _ = try LedgerFile.create(path) }
    let before = try bytes()
    #expect(throws: LedgerError.exists(path: path)) { _ = try LedgerFile.create(path) }
    #expect(try bytes() == before)
  }

  /// A ledger that lacks its last steps, as an older program made it.
  private func makeLedger(without count: Int) throws {
    let connection = try LedgerFile.create(Self.path())
    let names = try rows(
      "SELECT name FROM sqlite_schema WHERE type = 'view'", in: connection)
    for name in names { try connection.execute("DROP VIEW \(SQLIdentifier(name))") }
    var tables = [
      "party_figure", "contested_figure", "deal_figure", "lending_figure", "tranche_figure",
      "participation_figure", "leg_figure", "state_span",
    ]
    if count > 1 { tables.append("saved_query") }
    for table in tables { try connection.execute("DROP TABLE \(SQLIdentifier(table))") }
    let known = Self.steps.count - count
    try connection.execute("DELETE FROM schema_migration WHERE version > \(known)")
    try connection.execute("PRAGMA user_version = \(known)")
  }

  private func bytes() throws -> Data {
    try Data(contentsOf: TemporaryDirectory.file("deals.sqlite"))
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
