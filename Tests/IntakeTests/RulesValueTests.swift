import Intake
import Tabular
import Testing

/// Cells as rules read them.
@Suite struct RulesValueTests {
  @Test(arguments: [
    ("{column: c}", "1500000", "1500000"),
    (
      "{column: c}", "1.234",
      "“1.234” is ambiguous: three digits behind the mark are decimals or thousands "
        + "(say decimal: \".\" or \",\" in the rules)"
    ),
    ("{column: c, decimal: ','}", "1.234", "1234"),
    ("{column: c, decimal: '.'}", "1.234", "1.2340"),
    ("{column: c, thousands: '.'}", "1.234,5", "1234.5"),
    ("{column: c, decimal: ',', thousands: ' '}", "1\u{A0}234,5", "1234.5"),
    (
      "{column: c, decimal: ',', thousands: ' '}", "1.234,5",
      "“1.234,5” has “.” between its digits (the rules say that “ ” stands between thousands)"
    ),
    (
      "{column: c, decimal: '.', thousands: none}", "1,234",
      "“1,234” has “,” between its digits (the rules say that thousands have no mark)"
    ),
    ("{column: c, unit: m, decimal: ','}", "1,5", "1500000"),
    ("{column: c, unit: USD bn, decimal: '.'}", "0.0015", "1500000"),
    ("{column: c, unit: Mrd EUR, decimal: ','}", "2,25", "2250000000"),
    ("{column: c, unit: thousand}", "12", "12000"),
    ("{column: c, unit: billion, language: en}", "2", "2000000000"),
    ("{column: c, unit: Billionen, language: de}", "2", "2000000000000"),
    ("{column: c}", "EUR 12", "12"), ("{column: c}", "12 €", "12"), ("{column: c}", "US$12", "12"),
    (
      "{column: c, unit: USD m}", "EUR 12",
      "“EUR 12” is in EUR, and the rules say that the column is in USD "
        + "(write the amount in USD, or give the currency a column)"
    ),
    (
      "{column: c}", "$12",
      "“$12” has a sign of several currencies: USD, CAD, AUD, NZD, SGD, HKD, TWD, MXN "
        + "(say currency: in the rules)"
    ),
    ("{column: c, language: sv}", "1,5 miljarder kronor", "1500000000"),
    ("{column: c, language: en}", "€1.2bn", "1200000000"),
    ("{column: c, language: sv}", "2 biljoner", "2000000000000"),
    (
      "{column: c, language: en, unit: m}", "1.2bn",
      "“1.2bn” has a scale of its own, and the rules say that the column is in m "
        + "(write the number alone)"
    ),
    (
      "{column: c}", "12–15",
      "“12–15” is a range: 12 to 15 "
        + "(a deal sheet holds one amount; give amount_low and amount_high of a document)"
    ),
    (
      "{column: c, language: en}", "about 5 bn",
      "“about 5 bn” is not one exact amount: about 5,000,000,000 "
        + "(a deal sheet holds one amount; give amount and qualifier of a document)"
    ),
    ("{column: c}", "(12)", "“(12)”: an amount is not negative"),
    ("{column: c}", "12*", "“12*” is not a number (take the footnote's mark away)"),
    ("{column: c}", "n/a", ""), ("{column: c}", " \u{A0} ", ""),
    ("{column: c, words: {tbd: ''}}", "TBD", ""),
  ])
  func `an amount`(rule: String, cell: String, answer: String) throws {
    #expect(try RulesBench.answer("amount", rule, cell: cell) == answer)
  }

  @Test(arguments: [
    ("coupon_pct", "c", "6.75", "6.75"), ("coupon_pct", "c", "6,75%", "6.75%"),
    ("coupon_pct", "{column: c, unit: fraction}", "0.0675", "6.75"),
    ("coupon_pct", "{column: c, unit: fraction}", "6.75%", "6.75%"),
    (
      "coupon_pct", "{column: c, unit: fraction}", "6.75",
      "“6.75” as a fraction is 675 %, and 6.75 % as it stands "
        + "(write the fraction, or the percentage with its sign: 6.75%)"
    ),
    ("coupon_pct", "{column: c, unit: bps}", "675", "6.75"),
    ("coupon_pct", "c", "675 bps", "6.75"), ("spread_bps", "c", "250", "250"),
    ("spread_bps", "{column: c, unit: percent}", "2.5", "250"), ("spread_bps", "c", "2.5%", "250"),
    ("spread_bps", "c", "S+250", "250"), ("coupon_pct", "c", "10 7/8%", "10.875%"),
    ("yield_pct", "c", "fixed 5%", "5%"),
    (
      "coupon_pct", "c", "S+250",
      "“S+250” is a spread: 250 basis points over SOFR (of a tranche the field rate takes it)"
    ),
    (
      "coupon_pct", "c", "9-10%",
      "a tranche has one coupon, and here are several: fixed, 9 to 10 percent a year "
        + "(leave it out with words: until it is known)"
    ),
    ("coupon_pct", "c", "tbd!", "“tbd!” is not a number"),
    ("announced_on", "c", "2026-03", "2026-03"),
    ("announced_on", "{column: c, dates: day-first}", "3/4/2026", "2026-04-03"),
    ("announced_on", "{column: c, dates: month-first}", "3/4/2026", "2026-03-04"),
    (
      "announced_on", "{column: c, dates: month-first}", "13/4/2026",
      "“13/4/2026” is no day, with the month first "
        + "(the other way round it is 2026-04-13: day and month may be swapped)"
    ),
    ("announced_on", "{column: c, dates: DD.MM.YY}", "03.04.26", "2026-04-03"),
    ("announced_on", "{column: c, dates: D MMM YYYY, language: sv}", "3 maj 2026", "2026-05-03"),
    ("announced_on", "{column: c, dates: MM/YYYY}", "04/2026", "2026-04"),
    (
      "announced_on", "{column: c, dates: DD.MM.YYYY}", "3/4/2026",
      "“3/4/2026” is not written as DD.MM.YYYY"
    ),
    ("announced_on", "{column: c, dates: serial}", "46115", "2026-04-03"),
    ("announced_on", "{column: c, language: en}", "3 April 2026", "2026-04-03"),
    (
      "announced_on", "c", "3 April 2026",
      "“3 April 2026” is no date of digits (for months by their names say language: en)"
    ),
    ("status", "{column: c, words: {Done: closed}, otherwise: announced}", "done ", "closed"),
    ("status", "{column: c, words: {Done: closed}, otherwise: announced}", "x", "announced"),
    (
      "status", "[{when: {column: c, matches: 'pend*'}, value: announced}, c]", "Pending",
      "announced"
    ),
    ("status", "[{when: {column: c, matches: 'pend*'}, value: announced}, c]", "closed", "closed"),
    ("status", "[{when: {not: {column: c, empty: true}}, value: closed}]", "", ""),
    (
      "status",
      "[{when: {any: [{column: c, equals: a}, {column: d, equals: '1'}]}, value: closed}]", "b",
      "closed"
    ),
    (
      "status", "[{when: [{column: c, equals: a}, {column: d, equals: '1'}], value: closed}]", "b",
      ""
    ),
    ("notes", "{columns: [c, d], join: ' / '}", "x", "x / 1"),
    ("notes", "{columns: [c, d], join: ' / '}", "", "1"),
  ])
  func `other fields`(field: String, rule: String, cell: String, answer: String) throws {
    #expect(try RulesBench.answer(field, rule, cell: cell) == answer)
  }

  @Test(arguments: [
    ("USD", "12", "12 USD"), ("USD", "EUR 12", "“EUR 12” is in EUR, and the row is in USD"),
    ("", "EUR 12", "12 EUR"), ("", "12", "12 "), ("USD", "$12", "12 USD"),
    ("SEK", "12 kr", "12 SEK"),
    ("EUR", "12 kr", "“12 kr” is in SEK or NOK or DKK or ISK, and the row is in EUR"),
  ])
  func `an amount's currency is that of its row`(currency: String, cell: String, answer: String)
    throws
  {
    let rules = "fields: {issuer: b, instrument: {value: bond}, amount: a, currency: c}"
    let row = try RulesBench.rows(rules, "a,b,c\n\(cell),x,\(currency)\n").first
    func text(_ name: String) -> String { row?.fields.first { $0.name == name }?.text ?? "" }
    #expect(row?.problems.first?.message ?? "\(text("amount")) \(text("currency"))" == answer)
  }

  @Test(arguments: [
    ("header_line: 3", "title\n\na,b\nx,bond\n", ["t, line 4"]),
    ("header_line: none", "x,bond\ny,loan\n", ["t, line 1", "t, line 2"]),
    ("delimiter: '|'", "a|b\nx|bond\n", ["t, line 2"]),
    (
      "skip: {matches: 'Source*'}", "a,b\nx,bond\nSource: me\ny,bond\n", ["t, line 2", "t, line 4"]
    ),
    ("skip: [{column: a, empty: true}]", "a,b\nx,bond\n,1\n\n", ["t, line 2"]),
    (
      "nothing: [tbd]", "a,b\nx,bond\n\"y\nz\",loan\nw,loan\n",
      ["t, line 2", "t, line 3", "t, line 5"]
    ),
  ])
  func `the shape of a table`(top: String, table: String, places: [String]) throws {
    let names = top.contains("none") ? "'#1', instrument: '#2'" : "a, instrument: b"
    let rows = try RulesBench.rows("\(top)\nfields: {issuer: \(names)}", table)
    #expect(rows.map(\.place) == places)
    #expect(rows.flatMap(\.problems) == [])
  }
}
