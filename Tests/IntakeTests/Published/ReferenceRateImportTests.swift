import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// The European Central Bank's reference rates, and what follows from them.
@Suite(.temporaryDirectory) struct ReferenceRateImportTests {
  /// Currency, day and rate as a reader finds them who only knows commas.
  private static func simple(_ text: String) -> Set<String> {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    var found: Set<String> = []
    for line in lines.dropFirst() {
      for (currency, rate) in zip(lines[0], line).dropFirst() where !currency.isEmpty {
        if let rate = Double(rate) { found.insert("\(currency) | \(line[0]) | \(rate)") }
      }
    }
    return found
  }

  private static let stored =
    "SELECT currency, published_on, units_per_euro FROM fx_rate ORDER BY currency, published_on"

  @Test func `each rate of the history is stored, once`() throws {
    var connection = try Workbench.make()
    let bytes = try PublishedBench.fixture("eurofxref-hist.csv")
    let expected = Self.simple(String(decoding: bytes, as: UTF8.self))
    #expect(expected.count > 600)
    let before = try PublishedBench.records(of: connection)
    let summary = try PublishedBench.load(bytes: bytes, &connection)
    #expect(summary.read == "\(expected.count) rates read")
    #expect(summary.counts.added == expected.count + 1)
    #expect(Set(try rows(Self.stored, in: connection)) == expected)
    #expect(
      try rows(
        "SELECT DISTINCT s.key FROM fx_rate f JOIN source s ON s.id = f.source_id",
        in: connection) == ["ecb-reference-rates"])
    #expect(try PublishedBench.load(bytes: bytes, &connection).counts.changesNothing)
    #expect(try PublishedBench.findings(in: connection) == [])
    #expect(try PublishedBench.isBack(to: before, &connection))
  }

  @Test func `the newest day agrees with the history`() throws {
    var connection = try Workbench.make()
    try PublishedBench.load(bytes: try PublishedBench.fixture("eurofxref-hist.csv"), &connection)
    let bytes = try PublishedBench.fixture("eurofxref.csv")
    let summary = try PublishedBench.load(bytes: bytes, &connection)
    #expect(summary.counts.changesNothing)
    #expect(summary.counts.same == 30)
  }

  @Test func `a corrected rate is a change that is logged and can be undone`() throws {
    var connection = try Workbench.make()
    try PublishedBench.load("Date,USD,SEK,\n2026-01-05,1.17,11.0,\n", &connection)
    let before = try PublishedBench.records(of: connection)
    let summary = try PublishedBench.load("Date,USD,SEK,\n2026-01-05,1.17,11.5,\n", &connection)
    #expect(summary.counts == counts(changed: 1, same: 2))
    #expect(
      try rows(Self.stored, in: connection) == [
        "SEK | 2026-01-05 | 11.5", "USD | 2026-01-05 | 1.17",
      ])
    #expect(
      try rows("SELECT table_name, run_id FROM row_history", in: connection) == [
        "fx_rate | 3"
      ])
    #expect(try PublishedBench.isBack(to: before, &connection))
  }

  private func counts(added: Int = 0, changed: Int = 0, same: Int = 0) -> ImportRun.Counts {
    var counts = ImportRun.Counts()
    (counts.added, counts.changed, counts.same) = (added, changed, same)
    return counts
  }

  @Test func `what is wrong is told with its place, and nothing is written`() throws {
    var connection = try Workbench.make()
    let before = try contents(of: connection)
    let problems = try PublishedBench.problems(
      "Date,USD,SEK,\n2026-01-05,1.17,x,\n2026-01-05,1,2,\n05/01/2026,1,2,\n2026-01-02,0,2,\n",
      &connection)
    #expect(
      problems == [
        "f:2:17: SEK: “x” is not a rate",
        "f:3:1: 2026-01-05 stands twice (remove one of the lines)",
        "f:4:1: “05/01/2026” is not a day (write it as 2025-11-03)",
        "f:5:12: USD: a rate of 0 is none",
      ])
    #expect(try contents(of: connection) == before)
  }

  @Test func `a dry run says what would be done`() throws {
    var connection = try Workbench.make()
    let before = try contents(of: connection)
    let text = "Date,USD,SEK,\n2026-01-05,1.17,11.0,\n"
    #expect(try PublishedBench.load(text, &connection, dryRun: true).counts == counts(added: 3))
    #expect(try contents(of: connection) == before)
  }

  /// The day an amount is of, and the day whose rate is used; the rates are of Friday the 9th and
  /// Thursday the 15th of January.
  @Test(arguments: [
    ("2026-01-08", "NULL | NULL"), ("2026-01-09", "2026-01-09 | 200.0"),
    ("2026-01-10", "2026-01-09 | 200.0"), ("2026-01-11", "2026-01-09 | 200.0"),
    ("2026-01-14", "2026-01-09 | 200.0"), ("2026-01-15", "2026-01-15 | 400.0"),
    ("2026-01-22", "2026-01-15 | 400.0"), ("2026-01-23", "NULL | NULL"),
  ])
  func `a day without a rate takes the last one before it, none older than seven days`(
    day: String, expected: String
  ) throws {
    var connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"currency\": \"SEK\"", "\"amount\": 1000", "\"priced_on\": \"\(day)\""))
    try PublishedBench.load(
      "Date,USD,SEK,\n2026-01-15,2,5,\n2026-01-09,2,10,\n", &connection)
    #expect(try rows("SELECT fx_on, amount_usd FROM tranches", in: connection) == [expected])
  }
}
