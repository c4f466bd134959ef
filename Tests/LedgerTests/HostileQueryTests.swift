import Foundation
import Intake
import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct HostileQueryTests {
  /// Nothing here needs a second; on a busy machine it may get one.
  private static let patience = Duration.milliseconds(100)

  private static func run(_ sql: String, in connection: inout Connection) -> String? {
    let start = ContinuousClock.now
    connection.stop(when: { ContinuousClock.now - start > patience })
    do {
      _ = try QueryRunner.run(sql, in: connection)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `every hostile statement is refused, by what it should be, and leaves nothing`() throws
  {
    let file = try ShippedLedger.copy(.none)
    let before = try Data(contentsOf: file)
    var refused: [HostileQueries.Barrier: Int] = [:]
    var worst = Duration.zero
    for mode in [Connection.Mode.readWrite, .readOnly] {
      var connection = try LedgerFile.open(file.path(percentEncoded: false), mode: mode)
      for (sql, barrier) in HostileQueries.all {
        let start = ContinuousClock.now
        let words = Self.run(sql, in: &connection)
        worst = max(worst, ContinuousClock.now - start)
        #expect(
          words?.contains(barrier.rawValue) == true,
          "\(sql.prefix(200)) should be refused with '\(barrier.rawValue)': \(words ?? "it ran")")
        if mode == .readOnly { refused[barrier, default: 0] += 1 }
      }
      connection.stop(when: { false })
      #expect(try connection.value("PRAGMA foreign_keys", as: Bool.self) == true)
      #expect(try connection.value("PRAGMA query_only", as: Bool.self) == false)
      #expect(try connection.value("SELECT COUNT(*) FROM temp.sqlite_schema", as: Int.self) == 0)
    }
    try Self.tell(refused, worst)
    #expect(try Data(contentsOf: file) == before)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: file.deletingLastPathComponent().path(percentEncoded: false))
    #expect(names == ["deals.sqlite"])
    #expect(HostileQueries.all.count >= 54)
    #expect(Set(HostileQueries.all.map(\.sql)).count == HostileQueries.all.count)
    #expect(Set(refused.keys) == Set(HostileQueries.Barrier.allCases))
    #expect(worst < .seconds(20))
  }

  /// The figures for `Docs/Reliability.md`.
  private static func tell(
    _ refused: [HostileQueries.Barrier: Int], _ worst: Duration
  ) throws {
    for (number, barrier) in HostileQueries.Barrier.allCases.enumerated() {
      try ReliabilityReport.line(
        section: "60-queries", name: "\(number + 10)-\(barrier)", tried: barrier.asks,
        times: refused[barrier] ?? 0, outcome: "all \(barrier.answer)", suite: command)
    }
    let milliseconds = Int(worst / .milliseconds(1))
    try ReliabilityReport.line(
      section: "60-queries", name: "99-all", tried: "all of them, with a deadline of 0.1 s",
      times: refused.values.reduce(0, +),
      outcome: "none ran to its end, the file byte for byte as before; the longest took "
        + "\(ReliabilityReport.grouped(milliseconds)) ms, debug build", suite: command)
  }

  private static let command = "swift test --filter HostileQueryTests"

  @Test func `the same statements are not kept`() throws {
    var connection = try ShippedLedger.open(.none)
    let before = try SavedQueries.titles(in: connection).count
    // What is told only when it runs can be kept: it is ended when it is asked.
    let compiled = HostileQueries.all.filter {
      ![.deadline, .length, .pattern].contains($0.barrier)
    }
    for (sql, _) in compiled {
      #expect(throws: LedgerError.self, "\(sql.prefix(200))") {
        _ = try SavedQueries.save(
          "trap", sql: "-- title: T\n-- definition: D.\n" + sql, in: &connection)
      }
    }
    #expect(try SavedQueries.titles(in: connection).count == before)
  }

  /// What an analyst writes and a trap might look like.
  @Test(arguments: [
    "SELECT sql FROM sqlite_schema WHERE name = 'deals'",
    "SELECT value FROM json_each('[1, 2]')", "SELECT COUNT(*) FROM json_tree('{\"a\": 1}')",
    "SELECT group_concat(name, '; ') FROM (SELECT name FROM party ORDER BY name)",
    "SELECT 'PRAGMA user_version = 9; DELETE FROM deal; pragma_x'",
    "WITH RECURSIVE a(x) AS (SELECT 1 UNION SELECT x + 1 FROM a WHERE x < 1000) SELECT x FROM a",
    "SELECT row_number() OVER (ORDER BY name), lower(name), round(1.5), date('now') FROM party",
    "SELECT json_object('a', json_group_array(key)) FROM deal", "SELECT sqrt(2), pow(2, 3), pi()",
    "SELECT * FROM deals JOIN tranches USING (deal_key) JOIN sources",
    "SELECT '{\"a\": 1}' ->> 'a'", "EXPLAIN QUERY PLAN SELECT * FROM deals",
    "SELECT * FROM deals WHERE deal LIKE '%a%' AND deal GLOB '[A-Z]*'",
  ])
  func `what only reads is answered`(sql: String) throws {
    let connection = try ShippedLedger.reading(.none)
    #expect(throws: Never.self) { _ = try QueryRunner.run(sql, in: connection) }
  }

  @Test func `a view of a stranger is held to the same rules`() throws {
    let file = try ShippedLedger.copy(.none)
    _ = try Shell.sqlite3(
      file,
      """
      CREATE VIEW quiet AS SELECT printf('%.*c', 900000000, 'x') AS x;
      CREATE VIEW setup AS SELECT * FROM pragma_database_list;
      CREATE VIEW loop AS SELECT * FROM other; CREATE VIEW other AS SELECT * FROM loop;
      CREATE VIEW ever AS WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a)
        SELECT x FROM a WHERE x < 0;
      CREATE VIRTUAL TABLE searched USING fts5 (x);
      """)
    var connection = try LedgerFile.open(file.path(percentEncoded: false), mode: .readOnly)
    for (view, words) in [
      ("quiet", "printf and format are refused"), ("setup", "pragma"),
      ("loop", "circularly defined"), ("ever", "interrupted"),
      ("searched", "no such module: fts5"),
    ] {
      let told = Self.run("SELECT * FROM \(view)", in: &connection)
      #expect(told?.contains(words) == true, "\(view): \(told ?? "it ran")")
    }
  }

  @Test func `an answer that is to be shown is held within bounds, and told`() throws {
    let connection = try ShippedLedger.reading(.none)
    func answer(_ limits: AnswerLimits) throws -> Int {
      let question = Question(statement: "SELECT name FROM party ORDER BY id LIMIT 10")
      return try QueryRunner.answer(to: question, limits: limits, in: connection).rows.count
    }
    #expect(try answer(AnswerLimits(rows: 10)) == 10)
    let rows = #expect(throws: LedgerError.self) { try answer(AnswerLimits(rows: 9)) }
    #expect(rows?.description.hasPrefix("this answer has more than 9 rows") == true)
    let bytes = #expect(throws: LedgerError.self) { try answer(AnswerLimits(bytes: 100)) }
    #expect(bytes?.description.contains("too much to be shown") == true)
  }
}
