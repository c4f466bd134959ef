import Ledger
import SQLite
import TestSupport
import Testing

/// Who stands behind debt, and on whose money business rests.
@Suite(.temporaryDirectory) struct SponsorTests {
  private static func figure(_ metric: String, _ amount: String, more: String = "") -> String {
    #"{"key": "s-\#(metric)-\#(amount)", "metric": "\#(metric)", "kind": "actual", "#
      + #""subject": "Big", "#
      + #""value": \#(amount), "unit": "bn", "currency": "USD", "#
      + #""period_end": "2026-03-31"\#(more)}"#
  }
  private static let figures = [
    figure("debt", "20"), figure("finance_lease_liability", "3"),
    figure("lease_not_commenced", "5"),
    Document.contract("g", "loan_guarantee", "Big -> Bank guarantee 2"),
  ]
  private static func vehicle(_ role: String, recourse: String) -> String {
    Document.deal(
      "v", "term_loan", "10", issuer: "Vehicle",
      more: #""\#(role)": "Big", "balance_sheet": "off", "recourse": "\#(recourse)""#)
  }

  @Test(
    arguments: [
      // Debt, off the balance sheet, of it in the leases; low, base and high; ratios.
      ("sponsor", "limited", [:], "20 | 10 | – | 23 | 33 | 40 | 1.15 | 1.65 | 2"),
      (
        "sponsor", "limited", ["recourse_factor": "0.2"],
        "20 | 10 | – | 23 | 30 | 40 | 1.15 | 1.5 | 2"
      ),
      ("sponsor", "full", [:], "20 | 10 | – | 23 | 38 | 40 | 1.15 | 1.9 | 2"),
      ("sponsor", "none", [:], "20 | 10 | – | 23 | 28 | 40 | 1.15 | 1.4 | 2"),
      // The rent is in the leases that have not commenced, so that the debt is not counted again.
      ("tenant", "limited", [:], "20 | 10 | 10 | 23 | 28 | 30 | 1.15 | 1.4 | 1.5"),
    ] as [(String, String, [String: String], String)])
  func `a sponsor's debt in three cases`(
    role: String, recourse: String, values: [String: String], answer: String
  ) throws {
    let ledger = try SmallLedger.open(Self.figures + [Self.vehicle(role, recourse: recourse)])
    let columns =
      "reported_debt off_balance_high counted_in_leases economic_low economic_base economic_high "
      + "ratio_low ratio_base ratio_high"
    #expect(try Answer.rows("economic-debt", columns, values, in: ledger) == answer)
  }

  @Test(arguments: [
    // What a lease has on the balance sheet already is not counted again, whoever the sponsor is.
    ("finance_lease", "10 | 10 | 23 | 28 | 30"), ("operating_lease", "10 | 10 | 23 | 28 | 30"),
    ("equity_method", "10 | – | 23 | 33 | 40"),
  ])
  func `a lease that has commenced is debt once`(treatment: String, answer: String) throws {
    let vehicle = Document.deal(
      "v", "term_loan", "10", issuer: "Vehicle",
      more: #""sponsor": "Big", "balance_sheet": "\#(treatment)", "recourse": "limited""#)
    let ledger = try SmallLedger.open(Self.figures + [vehicle])
    let columns = "off_balance_high counted_in_leases economic_low economic_base economic_high"
    #expect(try Answer.rows("economic-debt", columns, in: ledger) == answer)
  }

  @Test func `without reported debt the ledger's stands in, and says so`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("b", "7", issuer: "Big", more: #""closed_on": "2025-06-05""#),
      Self.vehicle("sponsor", recourse: "full"))
    #expect(
      try Answer.rows("economic-debt", "reported_debt reported_is economic_high", in: ledger)
        == "7 | ledger | 17")
  }

  @Test func `capital over what its takers buy, and over a year's revenue`() throws {
    let revenue =
      #"{"key": "r", "metric": "revenue", "kind": "actual", "subject": "Chipco", "value": 100, "#
      + #""unit": "bn", "currency": "USD", "period_start": "2025-01-01", "#
      + #""period_end": "2025-12-31"}"#
    let ledger = try SmallLedger.open(
      Document.contract(
        "c", "equity_investment", "Chipco -> Labco cash 10", more: #""funding": "drawn""#),
      Document.contract("d", "equity_investment", "Chipco -> Labco cash up_to 6"),
      Document.contract(
        "p", "chip_supply", "Labco -> Chipco cash 40", "Chipco -> Labco option",
        more: #""term_years": 5"#),
      Document.contract("e", "equity_investment", "Chipco -> Stranger cash 99"),
      revenue)
    let columns =
      "supplier customers capital_low capital_high capital_funded_low purchases_low "
      + "purchases_yearly support_low_pct support_high_pct revenue capital_to_revenue_pct "
      + "rows_used rows_without_amount"
    #expect(
      try Answer.rows("vendor-financing", columns, in: ledger)
        == "Chipco | 1 | 10 | 16 | 10 | 40 | 8 | 25 | 40 | 100 | 10 | 3 | 1")
  }

  private static let purchases = [
    Document.contract("a", "compute_purchase", "Alder -> Cloud cash 40"),
    Document.contract("b", "compute_purchase", "Birch -> Cloud cash 10"),
    Document.contract("c", "compute_purchase", "Cedar -> Cloud cash 10"),
  ]

  @Test(arguments: [
    // Two thirds, a sixth and a sixth: 5,000. Of a backlog of 120 half is unknown.
    ("", "Alder | 66.6667 | – | 5000 | 5000"), ("120", "Alder | 66.6667 | 33.3333 | 1250 | 3750"),
    ("30", "Alder | 66.6667 | 133.3333 | 5000 | 5000"),
  ])
  func `concentration has two ends where a backlog holds more`(backlog: String, top: String) throws
  {
    let reported =
      #"{"key": "r", "metric": "revenue backlog", "kind": "actual", "subject": "Cloud", "#
      + #""unit": "bn", "#
      + #""currency": "USD", "period_end": "2026-03-31", "value": "#
    let ledger = try SmallLedger.open(
      Self.purchases + (backlog.isEmpty ? [] : ["\(reported)\(backlog)}"]))
    let rows = try Answer.rows(
      "customer-concentration",
      "customer share_of_record_pct share_of_backlog_high_pct index_low index_high", in: ledger)
    #expect(rows.split(separator: "\n").first ?? "" == top)
  }

  @Test func `a gigawatt has a price where money and capacity are known`() throws {
    let pledge = #""pledges": [{"kind": "mortgage", "asset": "site"}]"#
    let ledger = try SmallLedger.open(
      #"{"asset_kind": "site", "key": "site", "name": "Site", "capacity_mw": 1400}"#,
      Document.deal("a", "construction_loan", "10", more: pledge),
      Document.deal("b", "equity", "3 to 4", more: pledge),
      Document.contract(
        "c", "compute_purchase", "Alder -> Cloud cash 50", more: #""capacity_mw": 500"#),
      Document.contract(
        "d", "compute_purchase", "Birch -> Cloud cash 1", more: #""capacity_mw": 500"#))
    #expect(
      try Answer.rows(
        "price-per-gigawatt",
        "what record gigawatts committed_low committed_high debt_high per_gigawatt_high marked",
        in: ledger) == """
          site | Site | 1.4 | 13 | 14 | 10 | 10 | –
          contract | Contract c | 0.5 | 50 | 50 | – | 100 | above
          contract | Contract d | 0.5 | 1 | 1 | – | 2 | below
          """)
  }

  @Test func `expenditure is held against what came in the same period`() throws {
    let spent =
      #"{"key": "y", "metric": "capital_expenditure", "kind": "actual", "subject": "Big", "#
      + #""value": 50, "#
      + #""unit": "bn", "currency": "USD", "period_start": "2025-01-01", "#
      + #""period_end": "2025-12-31"}"#
    let cash = spent.replacing("\"y\"", with: "\"o\"").replacing("50", with: "30")
      .replacing("capital_expenditure", with: "operating_cash_flow")
    let quarter = spent.replacing("\"y\"", with: "\"q\"").replacing("50", with: "10")
      .replacing("2025-01-01", with: "2026-01-01").replacing("2025-12-31", with: "2026-03-31")
    let ledger = try SmallLedger.open(
      spent, cash, quarter,
      Document.bond("b", "9", issuer: "Big", more: #""closed_on": "2025-06-05""#),
      Document.bond(
        "c", "99", priced: "2024-06-02", issuer: "Big", more: #""closed_on": "2024-06-05""#),
      Document.deal("e", "equity", "3", issuer: "Big", more: #""funding": "drawn""#),
      Document.deal(
        "v", "term_loan", "6", issuer: "Vehicle",
        more: #""sponsor": "Big", "balance_sheet": "off", "funding": "drawn""#))
    #expect(
      try Answer.rows(
        "capex-funding-mix",
        "period capex capex_yearly pace debt_low equity_low vehicle_debt_low outside_pct residual",
        in: ledger) == """
          2025-01-01 to 2025-12-31 | 50 | 50 | full year | 9 | 3 | 6 | 36 | 8
          2026-01-01 to 2026-03-31 | 10 | 40 | 3 months times 4 | 0 | 0 | 0 | 0 | –
          """)
  }
}
