import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Which fund a report is of, and which issuers and tranches its holdings are of.
@Suite(.temporaryDirectory) struct FundPartyTests {
  private static let tranches = """
    {"party_kind": "neocloud", "key": "birch", "name": "Birch Corp", "sources": ["paper"], \
    "identifiers": [{"scheme": "lei", "value": "549300S8YVGTJ1NMTW57"}]}
    \(Workbench.deal(
      "d", "\"currency\": \"USD\"",
      #""tranches": [{"name": "A", "amount": 60, "isin": "US30303M8Q83", "coupon_pct": 6, "#
        + #""matures_on": "2035-01-15"}, {"name": "B", "amount": 60, "coupon_pct": 5, "#
        + #""matures_on": "2031-06-30"}, {"name": "C", "amount": 5, "cusip": "68389XCN3"}, "#
        + #"{"name": "D", "amount": 1, "coupon_pct": 7, "matures_on": "2032-01-01"}, "#
        + #"{"name": "E", "amount": 1, "coupon_pct": 7, "matures_on": "2032-01-01"}]"#,
      issuer: "Birch Corp"))
    """

  private typealias Row = (change: @Sendable (inout FundReport.Line) -> Void, expected: String)

  /// A line, and the issuer and tranche it is tied to and by what.
  private static let ties: [Row] = [
    ({ $0.issuer = "Cedar LLC" }, "NULL | NULL | NULL"),
    ({ $0.coupon = "5.5" }, "birch | NULL | NULL"),
    ({ $0.issuer = "BIRCH CORPORATION" }, "birch | d/t2 | terms"),
    (
      {
        $0.issuer = "BRCH"
        $0.lei = "549300S8YVGTJ1NMTW57"
      }, "birch | d/t2 | terms"
    ),
    (
      {
        $0.issuer = "Cedar"
        $0.isin = "US30303M8Q83"
      }, "NULL | d/t1 | isin"
    ),
    (
      {
        $0.issuer = "Cedar"
        $0.cusip = "68389XCN3"
      }, "NULL | d/t3 | cusip"
    ),
    (
      {
        $0.issuer = "Cedar"
        $0.isin = "US68389XCN30"
      }, "NULL | d/t3 | cusip"
    ),
    (
      {
        $0.isin = "US30303M8Q83"
        $0.cusip = "68389XCN3"
      }, "birch | NULL | NULL"
    ),
    (
      {
        $0.coupon = "7"
        $0.matures = "2032-01-01"
      }, "birch | NULL | NULL"
    ),
    ({ $0.isDebt = false }, "birch | NULL | NULL"),
  ]

  @Test(arguments: ties.indices) func `a line is tied to what is on record, and never by guess`(
    index: Int
  ) throws {
    let row = Self.ties[index]
    var connection = try Workbench.ledger(with: Self.tranches)
    let parties = try connection.value("SELECT COUNT(*) FROM party", as: Int.self)
    let summary = try PublishedBench.load(FundReport.line(row.change), &connection)
    #expect(
      try rows(
        """
        SELECT i.key, t.key, h.matched_by FROM holding h LEFT JOIN party i ON i.id = h.issuer_id
        LEFT JOIN tranche t ON t.id = h.tranche_id
        """, in: connection) == [row.expected])
    // The fund alone is new.
    #expect(
      try connection.value("SELECT COUNT(*) FROM party", as: Int.self) == (parties ?? 0) + 1)
    let isDoubtful = [7, 8].contains(index)
    #expect(
      summary.warnings.map { $0.message.contains("it is tied to none") }
        == (isDoubtful ? [true] : []))
  }

  @Test func `a tranche that comes later is found by the same report`() throws {
    var connection = try Workbench.make()
    let report = FundReport.line { $0.isin = "US30303M8Q83" }
    try PublishedBench.load(report, &connection)
    try Workbench.load(Self.tranches, &connection)
    let again = try PublishedBench.load(report, &connection)
    #expect(
      again.changes.map(\.description) == [
        "changed holding alder-bond-fund/holding/us30303m8q83/2026-03-31: "
          + "tranche_id, issuer_id, matched_by"
      ])
    #expect(again.notes == ["1 holding is of a tranche on record: 1 by ISIN"])
  }

  @Test func `funds of one name are told apart by their identifiers`() throws {
    var connection = try Workbench.make()
    var report = FundReport(lines: [FundReport.Line()])
    try PublishedBench.load(report.xml, &connection)
    report.lei = "549300S8YVGTJ1NMTW57"
    report.seriesID = "S000099999"
    try PublishedBench.load(report.xml, &connection)
    // Another name, the same LEI.
    report.series = "Alder Bond Portfolio"
    report.day = "2026-06-30"
    try PublishedBench.load(report.xml, &connection)
    #expect(
      try rows("SELECT holder, COUNT(*) FROM holdings GROUP BY holder ORDER BY 1", in: connection)
        == ["Alder Bond Fund | 1", "Alder Bond Fund (Alder Trust) | 2"])
  }

  @Test func `a fund one letter from a party without identifiers stops the import`() throws {
    var connection = try Workbench.ledger(
      with: #"{"party_kind": "investment_fund", "key": "x", "name": "Alder Bond Funds", "#
        + #""sources": ["paper"]}"#)
    let problems = try PublishedBench.problems(FundReport.line(), &connection)
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains("'Alder Bond Fund' is one letter from Alder Bond Funds (x)") == true)
    let taken = try PublishedBench.load(FundReport.line(), &connection, createsParties: true)
    #expect(taken.newParties == ["Alder Bond Fund"])
  }
}
