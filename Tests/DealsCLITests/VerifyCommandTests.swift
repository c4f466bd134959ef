import Foundation
import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct VerifyCommandTests {
  private let file = TemporaryDirectory.file("published.sqlite")

  init() throws {
    try ShippedLedger.copy(.article)
    _ = try DealsProcess.run("export", "snapshot", "published.sqlite")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: file.path(percentEncoded: false))
  }

  @Test func `a published file is sound, and says which ledger it is`() throws {
    var session = Session()
    try session.run("verify", "published.sqlite")
    try session.run("verify", "--quiet", "published.sqlite")
    try FileManager.default.removeItem(at: TemporaryDirectory.file("published.sqlite.sha256"))
    try session.run("verify", "published.sqlite")
    try session.run("verify", "deals.sqlite")
    try session.expectGolden("verify")
  }

  /// What is done to the file, whether its hash stays beside it, how it ends, and what is said.
  private typealias Row = (
    spoil: @Sendable (URL) throws -> Void, keepsHash: Bool, status: Int32, says: String
  )

  private static func sql(_ text: String) -> @Sendable (URL) throws -> Void {
    { _ = try Shell.sqlite3($0, text) }
  }

  private static let rows: [Row] = [
    (
      sql("UPDATE party SET notes = 'x' WHERE id = 1"), true, 65,
      "is not what was published: its SHA-256"
    ),
    (sql("PRAGMA user_version = 99"), false, 78, "has schema version 99"),
    (sql("PRAGMA application_id = 9"), false, 65, "is no ledger of this program"),
    (
      { file in
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(8192 * 39..<8192 * 40, with: Data(count: 8192))
        try bytes.write(to: file)
      }, false, 65, "pages: "
    ),
    (
      {
        try Data("x".utf8).write(
          to: $0.deletingLastPathComponent().appending(path: "published.sqlite-journal"))
      },
      false, 65, "has published.sqlite-journal beside it"
    ),
    (
      {
        try Data("hello".utf8).write(
          to: $0.deletingLastPathComponent().appending(path: "published.sqlite.sha256"))
      },
      true, 65, "does not begin with a SHA-256"
    ),
    (sql("PRAGMA foreign_keys = OFF; DELETE FROM source WHERE id = 3"), false, 1, "foreign-keys: "),
    (sql("UPDATE import_run SET records_added = 7 WHERE id = 2"), false, 1, "chain: run 2: "),
    (sql("UPDATE tranche_figure SET low_usd_minor = 1"), false, 1, "derived: tranche_figure: "),
    (sql("DROP VIEW deals; CREATE VIEW deals AS SELECT 1 AS x"), false, 1, "schema: view deals: "),
    ({ try FileManager.default.removeItem(at: $0) }, false, 66, "no ledger here"),
    // What the sources say is no fault of the file.
    (
      sql("UPDATE tranche SET yield_pct = 99 WHERE id = 1"), false, 0,
      "what it says is worth a look (plausibility "
    ),
  ]

  @Test(arguments: rows.indices) func `a file that is not what it should be is told`(index: Int)
    throws
  {
    let row = Self.rows[index]
    if !row.keepsHash {
      try FileManager.default.removeItem(at: TemporaryDirectory.file("published.sqlite.sha256"))
    }
    try row.spoil(file)
    let before = try? Data(contentsOf: file)
    let outcome = try DealsProcess.run("verify", "published.sqlite")
    #expect(outcome.status == row.status, "\(row.says): \(outcome.stderr)")
    #expect(
      (outcome.stdout + outcome.stderr).contains(row.says), "\(outcome.stdout)\(outcome.stderr)")
    #expect((try? Data(contentsOf: file)) == before)
  }

  @Test func `what is derived is worked out anew by refresh, in a run of its own`() throws {
    let ledger = TemporaryDirectory.file("deals.sqlite")
    var session = Session()
    try session.run("refresh")
    _ = try Shell.sqlite3(
      ledger,
      "UPDATE tranche_figure SET low_usd_minor = 1 WHERE low_usd_minor > 1; DELETE FROM leg_figure")
    try session.run("check", "derived")
    try session.run("refresh")
    try session.run("check")
    try session.run("refresh", "--quiet")
    try session.run("log", "--format=csv")
    try session.expectGolden("refresh")
  }
}
