import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Tables of days and fixings.
@Suite(.temporaryDirectory) struct FixingImportTests {
  @Test(arguments: [
    ("SOFR", "SOFR", "fixings-sofr"), ("EURIBOR 3M", "EURIBOR 3M", "fixings-euribor"),
    ("€STR", "ESTR", "fixings-estr"), ("IUDSOIA", "SONIA", "fixings-sonia"),
    ("EFFR", "fed_funds", "fixings-fed-funds"),
  ])
  func `the header names the benchmark`(header: String, benchmark: String, source: String) throws {
    var connection = try Workbench.make()
    let before = try PublishedBench.records(of: connection)
    let text = "Date,\(header)\n2026-01-05,4.31\n2026-01-06,.\n2026-01-07,-0.5\n"
    #expect(try PublishedBench.load(text, &connection).read == "2 fixings read")
    #expect(
      try rows(
        """
        SELECT b.benchmark, b.fixed_on, b.rate_pct, s.key FROM benchmark_rate b
        JOIN source s ON s.id = b.source_id ORDER BY 2
        """, in: connection) == [
          "\(benchmark) | 2026-01-05 | 4.31 | \(source)",
          "\(benchmark) | 2026-01-07 | -0.5 | \(source)",
        ])
    #expect(try PublishedBench.load(text, &connection).counts.changesNothing)
    #expect(try PublishedBench.findings(in: connection) == [])
    #expect(try PublishedBench.isBack(to: before, &connection))
  }

  @Test func `a corrected fixing is a change, and wrong lines are told`() throws {
    var connection = try Workbench.make()
    try PublishedBench.load("date;SOFR\n2026-01-05;4,31\n", &connection)
    let summary = try PublishedBench.load("date;SOFR\n2026-01-05;4,32\n", &connection)
    #expect(summary.counts.changed == 1)
    #expect(
      try PublishedBench.problems("date;SOFR\n2026-01-05;x\n2026-13-05;1\n", &connection) == [
        "f:2:12: “x” is not a rate in percent (write it as 5.31)",
        "f:3:1: “2026-13-05” is not a day (write it as 2025-11-03)",
      ])
    #expect(try rows("SELECT rate_pct FROM benchmark_rate", in: connection) == ["4.32"])
  }
}
