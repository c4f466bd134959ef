import Foundation
import Intake
import TestSupport
import Testing

/// Ledgers that are damaged, prepared by someone, or something else altogether.
@Suite(.temporaryDirectory) struct HostileLedgerTests {
  /// What is done to a ledger; then how a command that reads ends and one that writes, and what the
  /// latter says.
  private typealias Row = (
    name: String, spoil: @Sendable (URL) throws -> Void, reads: Int32, writes: Int32, says: String
  )

  private static func sql(_ text: String) -> @Sendable (URL) throws -> Void {
    { _ = try Shell.sqlite3($0, text) }
  }

  private static let rows: [Row] = [
    ("sound", { _ in }, 0, 0, "nothing to do"),
    (
      "another program's", sql("PRAGMA application_id = 7"), 65, 65,
      "is no ledger of this program (its application_id differs)"
    ),
    (
      "newer", sql("PRAGMA user_version = 99"), 78, 78,
      "has schema version 99, this program knows 15; use a newer `deals`"
    ),
    ("in WAL mode", sql("PRAGMA journal_mode = WAL"), 0, 0, "nothing to do"),
    ("empty", { try Data().write(to: $0) }, 65, 65, "is no ledger of this program"),
    ("text", { try Data("hello\n".utf8).write(to: $0) }, 65, 65, "is no ledger of this program"),
    (
      "a page of nothing", { try $0.overwrite(page: 40, with: Data(count: 8192)) }, 0, 65,
      "is damaged, and nothing was written to it"
    ),
    (
      "two pages swapped",
      { file in
        let bytes = try Data(contentsOf: file)
        try file.overwrite(page: 30, with: bytes.page(31))
        try file.overwrite(page: 31, with: bytes.page(30))
      }, 0, 65, "is damaged, and nothing was written to it"
    ),
    (
      "cut off", { try Data(contentsOf: $0).prefix(8192 * 50).write(to: $0) }, 65, 65,
      "is damaged, and nothing was written to it"
    ),
    (
      "with a row against the rules",
      sql("PRAGMA ignore_check_constraints = ON; UPDATE party SET name = '' WHERE id = 1"), 0, 65,
      "Rows are against the rules of the schema."
    ),
    (
      "with a trigger", sql("CREATE TRIGGER quiet AFTER INSERT ON deal BEGIN SELECT 1; END"), 0, 65,
      "trigger quiet\n"
    ),
    (
      "with a trigger under one of our names",
      sql("CREATE TRIGGER code_keeps_updates AFTER UPDATE ON code BEGIN SELECT 1; END"), 0, 65,
      "trigger code_keeps_updates\n"
    ),
    (
      "with a trigger that is ours no more",
      sql(
        "DROP TRIGGER deal_keeps_updates; "
          + "CREATE TRIGGER deal_keeps_updates AFTER UPDATE ON deal BEGIN SELECT 1; END"), 0, 65,
      "trigger deal_keeps_updates, gone or with another text\n"
    ),
    (
      "without a trigger", sql("DROP TRIGGER deal_keeps_updates"), 0, 65, "deal_keeps_updates, gone"
    ),
    (
      "with a virtual table", sql("CREATE VIRTUAL TABLE x USING fts5 (a)"), 0, 65, "virtual table x"
    ),
    (
      "with a view that has no end",
      sql(
        "DROP VIEW issuers; CREATE VIEW issuers AS "
          + "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT x FROM a"),
      0, 65, "view issuers, gone or with another text\n"
    ),
    (
      "with a view in the place of a table",
      sql(
        "CREATE TABLE old AS SELECT * FROM theme; DROP TABLE theme; "
          + "CREATE VIEW theme AS SELECT * FROM old"), 0, 65,
      "view theme, gone or with another text\n"
    ),
    (
      "with views and an index of an analyst",
      sql("CREATE VIEW mine AS SELECT 1 AS x; CREATE INDEX mine_too ON deal (name)"), 0, 0,
      "nothing to do"
    ),
    (
      "under two names",
      {
        try FileManager.default.linkItem(
          at: $0, to: $0.deletingLastPathComponent().appending(path: "other.sqlite"))
      }, 0, 65, "has several names (hard links)"
    ),
    (
      "behind a symbolic link",
      { file in
        let real = file.deletingLastPathComponent().appending(path: "real.sqlite")
        try FileManager.default.moveItem(at: file, to: real)
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: real)
      }, 0, 0, "nothing to do"
    ),
    (
      "a folder", { try FileManager.default.replaceByFolder($0) }, 65, 65,
      "is no file, so no ledger"
    ),
    ("a pipe", { try FileManager.default.replace($0, by: "mkfifo") }, 65, 65, "is no file"),
    (
      "a device", { try FileManager.default.replace($0, by: "ln", "-s", "/dev/zero") }, 65, 65,
      "is no file, so no ledger"
    ),
    ("gone", { try FileManager.default.removeItem(at: $0) }, 66, 66, "no ledger here"),
  ]

  @Test(arguments: rows.indices) func `a ledger that is not as it should be is never made worse`(
    index: Int
  ) throws {
    let row = Self.rows[index]
    let file = try ShippedLedger.copy(.none)
    try row.spoil(file)
    let isFile = (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
    let before = isFile ? try Data(contentsOf: file) : nil
    let read = try DealsProcess.run("sql", "SELECT COUNT(*) FROM party", "--format=csv")
    #expect(read.status == row.reads, "\(row.name): \(read.stderr)")
    let written = try DealsProcess.run("refresh")
    #expect(written.status == row.writes, "\(row.name): \(written.stderr)")
    #expect(written.stderr.contains(row.says), "\(row.name): \(written.stderr)")
    #expect(written.stdout == "")
    if let before { #expect(try Data(contentsOf: file) == before, "\(row.name)") }
  }

  @Test func `what a file holds of strangers is told to whoever reads it`() throws {
    let file = try ShippedLedger.copy(.none)
    _ = try Shell.sqlite3(
      file,
      """
      CREATE TRIGGER quiet AFTER INSERT ON deal BEGIN SELECT 1; END;
      CREATE VIRTUAL TABLE x USING fts5 (a);
      DROP VIEW issuers;
      CREATE TRIGGER "a'; touch stolen; '" AFTER INSERT ON deal BEGIN SELECT 1; END;
      """)
    var session = Session()
    try session.run("sql", "SELECT 1 AS one", "--format=csv")
    try session.run("sql", "SELECT 1 AS one", "--format=csv", "--quiet")
    try session.run("refresh")
    try session.run("migrate")
    try session.run("check", "schema")
    _ = try Shell.sqlite3(file, "DROP TRIGGER \"a'; touch stolen; '\"")
    try session.run("refresh")
    _ = try Shell.sqlite3(file, "DROP TRIGGER quiet; DROP TABLE x;")
    try session.run("refresh")
    try session.run("migrate")
    try session.run("refresh")
    try session.run("check", "schema")
    try session.expectGolden("hostile-ledger")
  }
}

extension URL {
  fileprivate func overwrite(page: Int, with bytes: Data) throws {
    let handle = try FileHandle(forWritingTo: self)
    defer { try? handle.close() }
    try handle.seek(toOffset: UInt64(page - 1) * 8192)
    try handle.write(contentsOf: bytes)
  }
}

extension Data {
  fileprivate func page(_ number: Int) -> Data { self[(number - 1) * 8192..<number * 8192] }
}

extension FileManager {
  fileprivate func replaceByFolder(_ file: URL) throws {
    try removeItem(at: file)
    try createDirectory(at: file, withIntermediateDirectories: false)
  }

  fileprivate func replace(_ file: URL, by command: String...) throws {
    try removeItem(at: file)
    _ = try ChildProcess.run(
      URL(filePath: "/usr/bin/env"), command + [file.path(percentEncoded: false)],
      environment: ["PATH": "/usr/bin:/bin"], input: nil, in: nil)
  }
}
