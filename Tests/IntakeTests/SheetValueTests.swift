import Intake
import SQLite
import TestSupport
import Testing

/// What a cell may hold, and what is stored of it.
@Suite(.temporaryDirectory) struct SheetValueTests {
  /// A column, what is asked of its tranche or deal, and cells with what is stored.
  struct Reading: Sendable, CustomTestStringConvertible {
    let column: String
    let asked: String
    var more = ""
    let cells: [SheetCell]

    var testDescription: String { column }
  }

  private static let amounts = [
    SheetCell("27000000000", "2700000000000 exact"), SheetCell("0", "0 exact"),
    SheetCell("27 000 000 000", "2700000000000 exact"),
    SheetCell("27\u{A0}000\u{A0}000\u{A0}000", "2700000000000 exact"),
    SheetCell("27\u{202F}000\u{2009}000", "2700000000 exact"),
    SheetCell("27 000 000,50", "2700000050 exact"), SheetCell("27'000'000", "2700000000 exact"),
    SheetCell("1,234,567", "123456700 exact"), SheetCell("1.234.567", "123456700 exact"),
    SheetCell("1234,5", "123450 exact"), SheetCell("1234.56", "123456 exact"),
    SheetCell("  5 ", "500 exact"), SheetCell("\u{A0}5\u{A0}", "500 exact"),
    SheetCell("0.125", "12 exact"), SheetCell("0,1350", "14 exact"),
    SheetCell("", "NULL undisclosed"), SheetCell("-", "NULL undisclosed"),
    SheetCell("n/a", "NULL undisclosed"), SheetCell("Saknas", "NULL undisclosed"),
    SheetCell("—", "NULL undisclosed"),
  ]

  private static let numbers = [
    SheetCell("6.75", "6.75"), SheetCell("6,75", "6.75"), SheetCell("5", "5.0"),
    SheetCell("5.125", "5.125"), SheetCell("5,12", "5.12"), SheetCell("", "NULL"),
    SheetCell("-", "NULL"), SheetCell("N/A", "NULL"),
  ]

  private static let dates = [
    SheetCell("2030-06-15", "2030-06-15 2030-06-15"), SheetCell("2030-06", "2030-06-01 2030-06-30"),
    SheetCell("2030", "2030-01-01 2030-12-31"), SheetCell("2030-Q4", "2030-10-01 2030-12-31"),
    SheetCell("2030-H1", "2030-01-01 2030-06-30"),
    SheetCell("2028-02", "2028-02-01 2028-02-29"),
    SheetCell("2030-autumn", "2030-09-01 2030-11-30"),
    SheetCell("2030-06/2030-07", "2030-06-01 2030-07-31"), SheetCell("", "NULL NULL"),
    SheetCell("–", "NULL NULL"),
  ]

  private static let instruments = [
    SheetCell("bond", "bond"), SheetCell("Bond", "bond"), SheetCell("Senior notes", "bond"),
    SheetCell("obligationer", "bond"), SheetCell("ABS", "asset_backed"),
    SheetCell("Asset-backed debt", "asset_backed"), SheetCell("CMBS", "securitisation"),
    SheetCell("Securitization", "securitisation"), SheetCell("convertible notes", "convertible"),
    SheetCell("Revolver", "revolving_credit"), SheetCell("RCF", "revolving_credit"),
    SheetCell("kreditfacilitet", "revolving_credit"), SheetCell("Term Loan B", "term_loan"),
    SheetCell("term-loan", "term_loan"), SheetCell("DDTL", "delayed_draw_term_loan"),
    SheetCell("Delayed-draw term loan", "delayed_draw_term_loan"),
    SheetCell("private credit", "loan"), SheetCell("vendor_financing", "loan"),
    SheetCell("lån", "loan"), SheetCell("bridge", "bridge_loan"),
    SheetCell("Byggnadskreditiv", "construction_loan"), SheetCell("GPU lease", "lease"),
    SheetCell("eget kapital", "equity"), SheetCell("USPP", "private_placement"),
    SheetCell("srt", "risk_transfer"), SheetCell("unknown", "unknown"),
  ]

  private static let benchmarks = [
    SheetCell("SOFR", "SOFR"), SheetCell("sofr", "SOFR"), SheetCell("Term SOFR", "SOFR"),
    SheetCell("€STR", "ESTR"), SheetCell("estr", "ESTR"), SheetCell("3M EURIBOR", "EURIBOR"),
    SheetCell("3m stibor", "STIBOR"), SheetCell("SONIA", "SONIA"), SheetCell("TONA", "TONA"),
    SheetCell("UST", "treasury"), SheetCell("US Treasury", "treasury"),
    SheetCell("statsobligation", "treasury"), SheetCell("fed funds rate", "fed_funds"),
    SheetCell("reference rate", "reference_rate"), SheetCell("", "NULL"), SheetCell("-", "NULL"),
  ]

  private static let markets = [
    SheetCell("private", "NULL yes"), SheetCell("Privat", "NULL yes"),
    SheetCell("public", "NULL no"), SheetCell("offentlig", "NULL no"),
    SheetCell("private credit", "private_credit NULL"), SheetCell("Rule 144A", "rule_144a NULL"),
    SheetCell("rule_144a", "rule_144a NULL"), SheetCell("SEC registered", "sec_registered NULL"),
    SheetCell("bank-syndicated", "bank_syndicated NULL"), SheetCell("other", "other NULL"),
    SheetCell("", "NULL NULL"), SheetCell("n/a", "NULL NULL"),
  ]

  private static let countries = [
    SheetCell("US", "US"), SheetCell("se", "SE"), SheetCell(" GB ", "GB"), SheetCell("", "NULL"),
    SheetCell("-", "NULL"),
  ]

  private static let roles = [
    SheetCell("", "lender"), SheetCell("lender", "lender"), SheetCell("Långivare", "lender"),
    SheetCell("Lead arranger", "arranger"), SheetCell("arrangör", "arranger"),
    SheetCell("bookrunner", "bookrunner"), SheetCell("Anchor investor", "anchor_investor"),
    SheetCell("innehavare", "holder"), SheetCell("borgensman", "guarantor"),
    SheetCell("agentbank", "agent"), SheetCell("underwriter", "underwriter"),
  ]

  private static let treatments = [
    SheetCell("on", "consolidated"), SheetCell("off", "not_consolidated"),
    SheetCell("Off balance sheet", "not_consolidated"), SheetCell("utanför", "not_consolidated"),
    SheetCell("på", "consolidated"), SheetCell("equity method", "equity_method"),
    SheetCell("lease_not_commenced", "lease_not_commenced"), SheetCell("", "NULL"),
  ]

  private static let lenders = "currency;amount;lender;"
  private static let ofTranche = "FROM tranche t ORDER BY t.id"

  static let readings: [Reading] = [
    Reading(
      column: "maturity_on", asked: "t.matures_on, t.matures_until \(ofTranche)", cells: dates),
    Reading(column: "coupon_pct", asked: "t.coupon_pct \(ofTranche)", cells: numbers),
    Reading(column: "spread_bps", asked: "t.spread_bps \(ofTranche)", cells: numbers),
    Reading(column: "floor_pct", asked: "t.floor_pct \(ofTranche)", cells: numbers),
    Reading(column: "issue_price_pct", asked: "t.issue_price_pct \(ofTranche)", cells: numbers),
    Reading(column: "yield_pct", asked: "t.yield_pct \(ofTranche)", cells: numbers),
    Reading(column: "benchmark", asked: "t.benchmark \(ofTranche)", cells: benchmarks),
    Reading(column: "market", asked: "t.market, t.private_label \(ofTranche)", cells: markets),
    Reading(
      column: "private_label", asked: "t.private_label \(ofTranche)",
      cells: [
        SheetCell("yes", "yes"), SheetCell("Ja", "yes"), SheetCell("TRUE", "yes"),
        SheetCell("no", "no"), SheetCell("nej", "no"), SheetCell("", "NULL"),
        SheetCell("-", "NULL"),
      ]),
    Reading(
      column: "seniority", asked: "t.seniority \(ofTranche)",
      cells: [
        SheetCell("senior", "senior"), SheetCell("Senior Secured", "senior_secured"),
        SheetCell("senior-unsecured", "senior_unsecured"),
        SheetCell("subordinated", "subordinated"), SheetCell("", "NULL"),
      ]),
    Reading(column: "country", asked: "country FROM deal ORDER BY id", cells: countries),
    Reading(
      column: "balance_sheet",
      asked: """
        a.treatment FROM deal d LEFT JOIN accounting_treatment a ON a.deal_id = d.id ORDER BY d.id
        """, cells: treatments),
    Reading(
      column: "role", asked: "role FROM participation ORDER BY id", more: lenders, cells: roles),
    Reading(
      column: "share_pct", asked: "share_pct FROM participation ORDER BY id", more: lenders,
      cells: numbers),
    Reading(
      column: "commitment_amount", asked: "amount_minor, qualifier FROM participation ORDER BY id",
      more: lenders, cells: amounts),
  ]

  @Test(arguments: readings) func `what a cell holds is stored`(reading: Reading) throws {
    let sheet = SheetBench.sheet(
      reading.column, reading.cells.map(\.cell), more: reading.more)
    var connection = try Workbench.make()
    try SheetBench.load(sheet, &connection) { $0.takesDoubtful = true }
    let stored = try rows("SELECT \(reading.asked)", in: connection).map {
      $0.replacing(" | ", with: " ")
    }
    #expect(
      zip(reading.cells, stored).map { "\($0.cell) → \($1)" }
        == reading.cells.map { "\($0.cell) → \($0.stored)" })
    #expect(stored.count == reading.cells.count)
  }

  @Test func `what an instrument is called, and that the deal is of its kind`() throws {
    let lines = Self.instruments.enumerated().map { "d\($0);Alder;\($1.cell)" }
    let connection = try SheetBench.ledger(
      with: "deal_id;issuer;instrument\n" + lines.joined(separator: "\n"))
    #expect(
      try rows(
        "SELECT t.instrument, d.kind FROM tranche t JOIN deal d ON d.id = t.deal_id ORDER BY t.id",
        in: connection) == Self.instruments.map { "\($0.stored) | \($0.stored)" })
  }

  @Test func `an amount is in minor units of its currency`() throws {
    let lines = Self.amounts.enumerated().map { "d\($0);Alder;bond;usd;\"\($1.cell)\"" }
    var connection = try Workbench.make()
    let summary = try SheetBench.load(
      "deal_id;issuer;instrument;currency;amount\n" + lines.joined(separator: "\n"), &connection)
    #expect(
      try rows("SELECT amount_minor, qualifier FROM tranche ORDER BY id", in: connection)
        == Self.amounts.map { $0.stored.replacing(" ", with: " | ") })
    #expect(summary.roundedAmounts == 2)
  }

  /// A currency and an amount; minor units, and how many amounts were rounded.
  @Test(arguments: [
    ("JPY", "1500", "1500", 0), ("JPY", "1500,4", "1500", 1), ("JPY", "1500,5", "1500", 1),
    ("JPY", "1501,5", "1502", 1), ("JPY", "1500,51", "1501", 1), ("JPY", "1500,00", "1500", 0),
    ("USD", "0.005", "0", 1), ("USD", "0.015", "2", 1), ("USD", "0.0149", "1", 1),
    ("KWD", "1.5", "1500", 0), ("EUR", "90000000000000", "9000000000000000", 0),
  ])
  func `what is finer than a minor unit is rounded half to even and counted`(
    currency: String, amount: String, minor: String, rounded: Int
  ) throws {
    var connection = try Workbench.make()
    let summary = try SheetBench.load(
      "issuer;instrument;currency;amount\nAlder;bond;\(currency);\(amount)\n", &connection)
    #expect(try rows("SELECT amount_minor FROM tranche", in: connection) == [minor])
    #expect(summary.roundedAmounts == rounded)
  }
}
