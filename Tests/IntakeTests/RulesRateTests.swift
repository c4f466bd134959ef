import Intake
import Tabular
import Testing

/// A rate as the trade writes it, in one cell, and what its parts become.
@Suite struct RulesRateTests {
  @Test(arguments: [
    ("S+225", "SOFR spread 225"), ("T+140", "treasury spread 140"),
    ("SOFR + 2.25%", "SOFR spread 225"), ("E+475-500", "EURIBOR spread 475 to 500"),
    ("SOFR+225bps, 0.5% floor", "SOFR spread 225 floor 0.5%"), ("6.75%", "coupon 6.75%"),
    ("10 7/8%", "coupon 10.875%"), ("n/a", ""),
    ("9-10%", "a tranche has one coupon, and here are several: fixed, 9 to 10 percent a year"),
    (
      "8% cash + 4% PIK",
      "“fixed, 8 percent a year, 4 percent a year more in kind” is more than one rate in money says"
    ),
    (
      "225",
      "“225” names no unit, and may be: 225 percent a year, or 225 basis points over a benchmark "
        + "not named"
    ),
  ])
  func `a whole rate`(cell: String, answer: String) throws {
    #expect(try Self.answer("rate: c", "c", cell) == answer)
  }

  @Test(arguments: [
    ("225", "spread 225"), ("475-500", "spread 475 to 500"), ("475–500 bps", "spread 475 to 500"),
    ("2.5%", "spread 250"), ("SONIA+2.5%", "SONIA spread 250"),
    ("500-475", "“500-475” does not go from less to more"),
    ("fixed 5%", "“fixed 5%” is a coupon and no spread: fixed, 5 percent a year"),
    ("wide", "“wide” is not a number"),
  ])
  func `a column of spreads`(cell: String, answer: String) throws {
    #expect(try Self.answer("spread_bps: c", "c", cell) == answer)
  }

  @Test(arguments: [
    // S is the rate of the row's currency.
    ("rate: c, currency: d", "S+225", "GBP", "SONIA spread 225"),
    // What the row says already may not be otherwise.
    ("rate: c, benchmark: d", "S+225", "Term SOFR", "Term SOFR spread 225"),
    ("rate: c, benchmark: d", "S+225", "", "SOFR spread 225"),
    (
      "rate: c, benchmark: d", "S+225", "3M Euribor",
      "“S+225” has the benchmark SOFR, and the row has 3M Euribor"
    ),
    ("rate: c, coupon_pct: d", "T+140", "5.25", "treasury spread 140 coupon 5.25"),
    ("rate: c, coupon_pct: d", "5.25%", "5.25", "coupon 5.25"),
    (
      "rate: c, coupon_pct: d", "5.25%", "6",
      "“5.25%” has the coupon_pct 5.25%, and the row has 6"
    ),
    ("rate: {column: c, words: {Prime: S+100}}", "Prime", "", "SOFR spread 100"),
    ("rate: {column: c, words: {tbd: ''}}", "TBD", "", ""),
    ("rate: [{when: {column: d, equals: x}, value: S+300}, c]", "S+225", "x", "SOFR spread 300"),
  ])
  func `a rate beside other columns`(
    fields: String, cell: String, other: String, answer: String
  ) throws {
    #expect(try Self.answer(fields, "c,d", "\"\(cell)\",\(other)") == answer)
  }

  @Test(arguments: [
    ("tranches/0/rate: c", "S+225", "tranches/0/benchmark SOFR, tranches/0/spread_bps 225"),
    (
      "tranches/0/spread_bps: c", "E+300", "tranches/0/benchmark EURIBOR, tranches/0/spread_bps 300"
    ),
  ])
  func `a rate in a document`(field: String, cell: String, answer: String) throws {
    let rules = "to: deal\nfields: {issuer: {value: Alder}, \(field)}"
    let row = try RulesBench.rows(rules, "c\n\(cell)\n").first
    let told = (row?.fields ?? []).filter { $0.name != "issuer" }.map { "\($0.name) \($0.text)" }
    #expect(told.sorted().joined(separator: ", ") == answer)
    #expect(row?.problems == [])
  }

  private static func answer(_ fields: String, _ header: String, _ cells: String) throws -> String {
    let quoted = header == "c" ? "\"\(cells)\"" : cells
    let rules = "fields: {issuer: {value: Alder}, instrument: {value: loan}, \(fields)}"
    let row = try RulesBench.rows(rules, "\(header)\n\(quoted)\n").first
    if let problem = row?.problems.first { return problem.message }
    func text(_ name: String, _ word: String) -> String? {
      row?.fields.first { $0.name == name }.map { word + $0.text }
    }
    let parts = [
      text("benchmark", ""), text("spread_bps", "spread "), text("spread_bps_high", "to "),
      text("coupon_pct", "coupon "), text("floor_pct", "floor "),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
