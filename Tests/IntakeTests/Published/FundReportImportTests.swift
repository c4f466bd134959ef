import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Reports of funds on Form N-PORT as holdings.
@Suite(.temporaryDirectory) struct FundReportImportTests {
  /// What stands between the tags of an element, wherever it is: a reader that knows no XML.
  private static func values(_ name: String, in text: String) -> [Double] {
    text.split(separator: "<\(name)>").dropFirst().compactMap {
      $0.split(separator: "<").first.flatMap { Double($0) }
    }
  }

  @Test func `each holding of a report is stored, with sums that are the report's`() throws {
    var connection = try Workbench.make()
    let before = try PublishedBench.records(of: connection)
    let bytes = try PublishedBench.fixture("nport-dupree.xml")
    let text = String(decoding: bytes, as: UTF8.self)
    let summary = try PublishedBench.load(bytes: bytes, &connection)
    #expect(summary.read == "55 holdings read")
    #expect(summary.newParties == ["Kentucky Tax-Free Short-to-Medium Series"])
    #expect(summary.warnings == [])
    let sums = try connection.query(
      """
      SELECT COUNT(*), SUM(value_minor) / 100.0, SUM(amount_minor) / 100.0, SUM(net_assets_pct),
        SUM(coupon_pct) FROM holding
      """
    ) { row in try (0..<5).map { try row($0, as: Double.self) } }
    let expected = ["valUSD", "balance", "pctVal", "annualizedRt"].map {
      Self.values($0, in: text).reduce(0, +)
    }
    for (sum, expected) in zip(try #require(sums.first), [55] + expected) {
      #expect(abs(sum - expected) < 1e-6)
    }
    #expect(
      try rows("SELECT scheme, value FROM party_identifier ORDER BY scheme", in: connection) == [
        "lei | 5493006TF05454RBY690", "sec_series | S000012000",
      ])
    #expect(
      try rows("SELECT DISTINCT as_of_on, kind, rate_type, measure FROM holding", in: connection)
        == ["2022-12-31 | debt | fixed | par"])
    #expect(try rows("SELECT COUNT(*) FROM party WHERE kind = 'unknown'", in: connection) == ["0"])
    #expect(try PublishedBench.load(bytes: bytes, &connection).counts.changesNothing)
    #expect(try PublishedBench.findings(in: connection) == [])
    #expect(try PublishedBench.isBack(to: before, &connection))
  }

  @Test func `a later report adds its day, an amended one changes what differs`() throws {
    var report = FundReport(lines: [FundReport.Line(), FundReport.Line(title: "CEDAR 6 2030")])
    var connection = try Workbench.make()
    try PublishedBench.load(report.xml, &connection)
    report.day = "2026-06-30"
    #expect(try PublishedBench.load(report.xml, &connection).counts.added == 3)
    report.lines[1].value = "980000"
    report.lines.removeFirst()
    let amended = try PublishedBench.load(report.xml, &connection)
    #expect(
      amended.changes.map(\.description) == [
        "changed holding alder-bond-fund/holding/cedar-6-2030/2026-06-30: value_minor, locator"
      ])
    #expect(
      amended.warnings.map(\.message) == [
        "1 of the holdings on file of alder-bond-fund on 2026-06-30 are not in this report and "
          + "stay: alder-bond-fund/holding/birch-5-06/30/2031/2026-06-30"
      ])
    #expect(
      try rows(
        "SELECT as_of_on, COUNT(*), SUM(value) FROM holdings GROUP BY as_of_on", in: connection)
        == ["2026-03-31 | 2 | 1980001.0", "2026-06-30 | 2 | 1970000.5"])
  }

  @Test func `equal lines are two holdings`() throws {
    let report = FundReport(lines: [FundReport.Line(), FundReport.Line()]).xml
    var connection = try Workbench.make()
    #expect(try PublishedBench.load(report, &connection).counts.added == 7)
    #expect(try PublishedBench.load(report, &connection).counts.changesNothing)
  }

  private typealias Row = (change: @Sendable (inout FundReport.Line) -> Void, expected: String)

  private static let columns = """
    kind, currency, amount, measure, shares, shares_unit, value, value_currency, coupon_pct,
    rate_type, is_short
    """

  /// What a line has otherwise than the plain one, and the columns above.
  private static let lines: [Row] = [
    ({ _ in }, "debt | USD | 1000000.0 | par | NULL | NULL | 990000.5 | USD | 5.0 | fixed | 0"),
    (
      {
        $0.currency = "EUR"
        $0.exchangeRate = ".85"
      },
      "debt | EUR | 1000000.0 | par | NULL | NULL | 990000.5 | USD | 5.0 | fixed | 0"
    ),
    (
      {
        $0.units = "NS"
        $0.asset = "EC"
        $0.isDebt = false
      },
      "equity | USD | NULL | NULL | 1000000.0 | shares | 990000.5 | USD | NULL | NULL | 0"
    ),
    (
      {
        $0.units = "NC"
        $0.asset = "DE"
        $0.isDebt = false
        $0.position = "N/A"
        $0.value = "-5"
      },
      "derivative | USD | NULL | NULL | 1000000.0 | contracts | -5.0 | USD | NULL | NULL | NULL"
    ),
    (
      {
        $0.balance = "-1000"
        $0.value = "-990"
        $0.position = "Short"
      },
      "debt | USD | 1000.0 | par | NULL | NULL | -990.0 | USD | 5.0 | fixed | 1"
    ),
    (
      {
        $0.couponKind = "None"
        $0.coupon = "0."
      },
      "debt | USD | 1000000.0 | par | NULL | NULL | 990000.5 | USD | NULL | zero | 0"
    ),
    (
      {
        $0.asset = "LON"
        $0.couponKind = "Variable"
      },
      "debt | USD | 1000000.0 | par | NULL | NULL | 990000.5 | USD | 5.0 | floating | 0"
    ),
    (
      {
        $0.asset = "STIV"
        $0.isDebt = false
        $0.units = "OU"
      },
      "other | USD | NULL | NULL | 1000000.0 | NULL | 990000.5 | USD | NULL | NULL | 0"
    ),
    (
      {
        $0.currency = "JPY"
        $0.exchangeRate = "150"
        $0.value = "6600.005"
      },
      "debt | JPY | 1000000.0 | par | NULL | NULL | 6600.0 | USD | 5.0 | fixed | 0"
    ),
  ]

  @Test(arguments: lines.indices) func `a line becomes what it says`(index: Int) throws {
    let row = Self.lines[index]
    var connection = try Workbench.make()
    try PublishedBench.load(FundReport.line(row.change), &connection)
    #expect(try rows("SELECT \(Self.columns) FROM holdings", in: connection) == [row.expected])
  }

  @Test func `what the form says of arrears, default and payment in kind is kept`() throws {
    var connection = try Workbench.make()
    try PublishedBench.load(FundReport.line { $0.flags = "YNY" }, &connection)
    #expect(
      try rows(
        """
        SELECT is_in_default, is_in_arrears, is_paid_in_kind, is_convertible, is_restricted,
          fair_value_level, issuer_country, asset_category, issuer_category FROM holdings
        """, in: connection) == ["1 | 0 | 1 | 0 | 0 | 2 | US | DBT | CORP"])
  }

  @Test func `placeholders are no identifiers, and wrong check digits are told`() throws {
    var connection = try Workbench.make()
    let plain = try PublishedBench.load(FundReport.line(), &connection)
    #expect(plain.warnings == [])
    #expect(
      try rows("SELECT isin, cusip, issuer_lei FROM holding", in: connection)
        == ["NULL | NULL | NULL"])
    var report = FundReport(
      lei: "5493006TF05454RBY691",
      lines: [FundReport.Line(lei: "549300S8YVGTJ1NMTW50", cusip: "30303M8Q1")])
    report.day = "2026-06-30"
    let told = try PublishedBench.load(report.xml, &connection)
    #expect(
      told.warnings.map { $0.message.prefix(33) } == [
        "“5493006TF05454RBY691” is no LEI:", "“30303M8Q1” is no CUSIP: its chec",
        "“549300S8YVGTJ1NMTW50” is no LEI:",
      ])
    #expect(
      try rows(
        "SELECT holder, cusip, issuer_lei FROM holdings WHERE as_of_on = '2026-06-30'",
        in: connection) == ["Alder Bond Fund | 30303M8Q1 | 549300S8YVGTJ1NMTW50"])
  }

  @Test func `no holdings are no import`() throws {
    var connection = try Workbench.make()
    #expect(throws: ImportRefused.self) {
      try PublishedBench.load(
        "<!DOCTYPE x [<!ENTITY a 'b'>]>\(FundReport.line().trimmed)", &connection)
    }
    let missing = FundReport(day: "", lines: [FundReport.Line()]).xml
    #expect(
      try PublishedBench.problems(missing, &connection).first?.contains("there is no repPdDate")
        == true)
    let wrong = FundReport.line { $0.balance = "many" }
    #expect(
      try PublishedBench.problems(wrong, &connection).first?
        .contains("balance is “many”, which is no number that can be read") == true)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).drop { $0 != ">" }.dropFirst())
  }
}
