import Ledger
import Reporting
import SQLite
import Testing

@Suite struct CoverageTests {
  @Test(
    arguments: [
      ([12, 0, 0, 0], "rests on 12 records"),
      ([12, 3, 0, 0], "rests on 12 records; 3 without amount"),
      ([12, 0, 1, 0], "rests on 12 records; 1 not converted"),
      (
        [12, 3, 1, 2],
        "rests on 12 records; 3 without amount, 1 not converted, 2 in an unresolved contradiction"
      ),
      ([1, 0, 0, 0], "rests on 1 record"), ([0, 0, 0, 0], "no record of the ledger answers this"),
      ([0, 1, 0, 0], "rests on no amount; 1 without amount"),
    ] as [([Int64], String)])
  func `a result says in a line what it rests on`(counts: [Int64], line: String) {
    let result = ResultSet(
      columns: SavedQuery.coverageColumns.map { .init(name: $0) },
      rows: [counts.map { .integer($0) }])
    #expect(result.coverage.map(CoverageLine.text) == line)
  }

  @Test func `the coverage is the sum over the rows, and the table leaves it out`() throws {
    let names = ["bucket"] + SavedQuery.coverageColumns
    let result = ResultSet(
      columns: names.map { .init(name: $0) },
      rows: [
        [.text("a"), .integer(1), .integer(2), .integer(0), .integer(4)],
        [.text("b"), .integer(10), .null, .integer(0), .integer(40)],
      ])
    let coverage = try #require(result.coverage)
    #expect(coverage.rowsUsed == 11)
    #expect(coverage.withoutAmount == 2)
    #expect(coverage.contradicted == 44)
    #expect(OutputFormat.table.text(of: result) == "bucket\n------\na\nb\n")
    #expect(OutputFormat.csv.text(of: result).hasPrefix("bucket,rows_used,"))
  }

  @Test func `a result without those columns has no coverage`() {
    let result = ResultSet(columns: [.init(name: "rows_used")], rows: [[.integer(1)]])
    #expect(result.coverage == nil)
    #expect(result.withoutCoverage == result)
  }
}
