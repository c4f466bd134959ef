import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// An import is all of it or nothing, and the same input twice changes nothing.
@Suite(.temporaryDirectory) struct RunTests {
  @Test func `a refused file leaves the ledger as it was, byte for byte`() throws {
    let file = try ShippedLedger.copy(.none)
    let before = try Data(contentsOf: file)
    do {
      var connection = try LedgerFile.open(file.path(percentEncoded: false))
      let good =
        #"{"source_kind": "news", "key": "s", "title": "T", "publisher": "P", "grade": "S"}"#
      #expect(throws: ImportRefused.self) {
        try Workbench.load(good + "\n" + #"{"key": "neither"}"#, &connection)
      }
    }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `what only the schema finds wrong is told in its place, and undoes everything`() throws
  {
    var connection = try Workbench.make()
    let before = try contents(of: connection)
    let problems = try Workbench.problems(
      """
      \(Workbench.deal("a"))
      \(Workbench.contract(
        legs: #"{"from": "OpenAI", "to": "CoreWeave", "what": "cash"}"#, "\"term_years\": 0"))
      """, &connection)
    #expect(
      problems.contains("in.jsonl:2:1: c: this must hold: years is positive"), "\(problems)")
    #expect(try contents(of: connection) == before)
  }

  private static let documents = """
    \(Workbench.deal(
      "d", "\"amount\": 100", "\"currency\": \"USD\"", "\"sponsor\": \"New Sponsor\"",
      "\"tranches\": [{\"name\": \"A\", \"amount\": 60, \"matures_on\": \"2030\"}]",
      "\"events\": [{\"event\": \"drawn\", \"on\": \"2026\", \"funding\": \"drawn\"}]",
      "\"ratings\": [{\"agency\": \"S&P\", \"grade\": \"BB\", \"date\": \"2025-11-03\"}]",
      "\"participants\": [{\"party\": \"undisclosed lender\", \"role\": \"lender\"}]",
      "\"claims\": [{\"attribute\": \"tranche_count\", \"value\": 1, \"stance\": \"preferred\"}]"))
    {"rate": 1.1535, "currency": "USD", "on": "2025-11-03", "sources": ["paper"]}
    """

  @Test func `the same input twice changes nothing and records no run`() throws {
    var connection = try Workbench.make()
    let first = try Workbench.load(Self.documents, &connection)
    #expect(first.documents == 2)
    #expect(first.counts.added > 10)
    #expect(first.newParties == ["New Sponsor"])
    let before = try contents(of: connection)
    let second = try Workbench.load(Self.documents, &connection)
    #expect(second.counts.changesNothing)
    #expect(second.newParties == [])
    #expect(try contents(of: connection) == before)
  }

  @Test func `a run records what it did`() throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(Self.documents, &connection)
    #expect(
      try rows(
        """
        SELECT kind, command, input, records_added, records_changed, finished_at IS NOT NULL
        FROM import_run ORDER BY id DESC LIMIT 1
        """, in: connection) == ["import | test | in.jsonl | \(summary.counts.added) | 0 | 1"])
    #expect(
      try rows("SELECT COUNT(DISTINCT run_id) FROM deal", in: connection) == ["1"])
  }

  @Test(
    arguments: [
      (nil, "NULL"), ("", "NULL"), (" \n", "NULL"), ("Ada", "Ada"),
    ] as [(String?, String)])
  func `a run names who made it, where they said so`(author: String?, recorded: String) throws {
    var connection = try Workbench.make()
    let source = #"{"source_kind": "news", "key": "w", "title": "T", "publisher": "P"}"#
    _ = try Importer().run(
      [SourceText(source, name: "in.jsonl")],
      command: RunCommand("import in.jsonl", author: author), into: &connection)
    #expect(
      try rows(
        "SELECT command, author FROM import_run ORDER BY id DESC LIMIT 1", in: connection)
        == ["import in.jsonl | \(recorded)"])
    let logged = try RunLog.all(limit: 1, in: connection).rows[0][4]
    #expect(logged == (recorded == "NULL" ? .null : .text(recorded)))
  }

  @Test func `a known key with another value is a change`() throws {
    var connection = try Workbench.make()
    try Workbench.load(Self.documents, &connection)
    let changed = Self.documents.replacing("\"amount\": 60", with: "\"amount\": 70")
    let summary = try Workbench.load(changed, &connection)
    #expect(summary.counts.added == 0)
    #expect(summary.counts.changed == 2)
    #expect(
      try rows("SELECT key, amount_minor FROM tranche ORDER BY id", in: connection) == [
        "d/t1 | 7000", "d/undivided | 3000",
      ])
    let findings = try Checks.all.flatMap { try $0.run(in: connection) }
    #expect(findings == [])
  }

  @Test func `what a later document does not say stays`() throws {
    var connection = try Workbench.make()
    try Workbench.load(Self.documents, &connection)
    try Workbench.load(Workbench.deal("d", "\"market\": \"rule_144a\""), &connection)
    #expect(
      try rows("SELECT market, currency FROM deal", in: connection) == ["rule_144a | USD"])
    #expect(try rows("SELECT key FROM tranche ORDER BY id", in: connection).count == 2)
  }

  @Test func `a late line is imported, the lines before it are left`() throws {
    var connection = try Workbench.make()
    try Workbench.load(Self.documents, &connection)
    let summary = try Workbench.load(
      Self.documents + "\n" + Workbench.deal("late"), &connection)
    #expect(summary.counts.changed == 0)
    #expect(try rows("SELECT key FROM deal ORDER BY id", in: connection) == ["d", "late"])
  }

  @Test func `a dry run tells the same and writes nothing`() throws {
    var connection = try Workbench.make()
    let before = try contents(of: connection)
    let dry = try Workbench.load(Self.documents, &connection, dryRun: true)
    #expect(try contents(of: connection) == before)
    let real = try Workbench.load(Self.documents, &connection)
    #expect(dry.counts == real.counts)
    #expect(dry.newParties == real.newParties)
  }

  @Test func `a source mentioned in passing does not overwrite what is known of it`() throws {
    var connection = try Workbench.make()
    try Workbench.load(
      Workbench.deal(
        "d",
        #""sources": [{"key": "paper", "title": "Another", "publisher": "Other", "grade": "A", "#
          + #""language": "en"}]"#), &connection)
    #expect(
      try rows("SELECT title, publisher, grade, language FROM source", in: connection) == [
        "Report | Newspaper | S | en"
      ])
  }

  @Test func `a rate that is corrected is a change`() throws {
    var connection = try Workbench.make()
    let rate = { (value: String) in
      #"{"rate": \#(value), "currency": "USD", "on": "2025-11-03", "sources": ["paper"]}"#
    }
    #expect(try Workbench.load(rate("1.15"), &connection).counts.added == 1)
    #expect(try Workbench.load(rate("1.15"), &connection).counts.changesNothing)
    #expect(try Workbench.load(rate("1.16"), &connection).counts.changed == 1)
    #expect(try rows("SELECT units_per_euro FROM fx_rate", in: connection) == ["1.16"])
  }
}
