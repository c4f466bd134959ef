import Ledger
import SQLite
import TestSupport
import Testing

/// What companies and forecasters said, against what came.
@Suite(.temporaryDirectory) struct CompanyFigureTests {
  private static func figure(
    _ key: String, _ value: String, metric: String = "capital expenditures",
    kind: String = "guidance",
    told: String? = nil, from: String = "2025-01-01", until: String = "2025-12-31",
    whose: String = #""subject": "Big""#, more: String = ""
  ) -> String {
    let words = value.split(separator: " ")
    let figure =
      switch words.count {
      case 3: #""low": \#(words[0]), "high": \#(words[2])"#
      case 2: #""value": \#(words[1]), "qualifier": "\#(words[0])""#
      default: #""value": \#(value)"#
      }
    let stated = told.map { #", "stated_on": "\#($0)""# } ?? ""
    return
      #"{"key": "\#(key)", "metric": "\#(metric)", "kind": "\#(kind)", \#(whose), \#(figure), "#
      + #""unit": "bn", "currency": "USD", "period_start": "\#(from)", "period_end": "\#(until)""#
      + #"\#(stated)\#(more)}"#
  }

  @Test func `guidance is held against the one before, the first, and what came`() throws {
    let ledger = try SmallLedger.open(
      Self.figure("a", "10", told: "2025-02-01"), Self.figure("b", "12 to 14", told: "2025-05-01"),
      Self.figure("c", "at_least 13", told: "2025-08-01"),
      // Without a day of its own it stands on the day of its paper, and says 14 again.
      Self.figure("d", "up_to 14"),
      Self.figure("e", "5", told: "2025-03-01", from: "2025-01-01", until: "2025-03-31"),
      Self.figure("f", "15", kind: "actual", told: "2026-02-01"),
      Self.figure("g", "16", told: "2026-07-01"))
    let columns =
      "period guidance_low guidance_high change_low change_high since_first_low vintage is_last "
      + "actual actual_to_this_high_pct told_is"
    let rows = try Answer.result("guidance-revisions", in: ledger)
    #expect(rows.rows.count == 5)
    #expect(
      try Answer.rows("guidance-revisions", columns, in: ledger)
        == """
        2025-01-01 to 2025-03-31 | 5 | 5 | – | – | – | 1 | 1 | – | – | stated
        2025-01-01 to 2025-12-31 | 10 | 10 | – | – | – | 1 | 0 | 15 | 150 | stated
        2025-01-01 to 2025-12-31 | 12 | 14 | 2 | 4 | 2 | 2 | 0 | 15 | 125 | stated
        2025-01-01 to 2025-12-31 | 13 | – | 1 | – | 3 | 3 | 1 | 15 | 115.3846 | stated
        2025-01-01 to 2025-12-31 | – | 14 | – | – | – | – | 0 | 15 | – | restates
        """)
  }

  private static let horizon = #", "horizon": "FY2025""#

  @Test(arguments: [
    ("10", "10", "met | 0"), ("10", "12", "missed | 20"), ("9 to 12", "12", "met | 33.3333"),
    ("at_least 9", "12", "met | 33.3333"), ("up_to 11", "12", "missed | –"),
    ("10", "", "passed | –"),
  ])
  func `a forecast is met, missed, or nobody reports`(
    expected: String, came: String, answer: String
  ) throws {
    var documents = [Self.figure("a", expected, told: "2025-02-01", more: Self.horizon)]
    if !came.isEmpty {
      documents.append(
        Self.figure(
          "b", came, metric: "Capital expenditure", kind: "actual", told: "2026-02-01"))
    }
    let ledger = try SmallLedger.open(documents)
    #expect(
      try Answer.rows("forecast-scorecard", "status error_high_pct", in: ledger) == answer)
  }

  @Test(arguments: [
    ("2026-01-01", "2027-12-31", "FY2027", "2026-02-01", "open | 5"),
    ("2024-01-01", "2024-12-31", "FY2024", "2025-02-01", "was_past | –"),
  ])
  func `an open forecast implies a pace, and one of the past is told`(
    from: String, until: String, horizon: String, told: String, answer: String
  ) throws {
    let ledger = try SmallLedger.open(
      Self.figure(
        "a", "10", kind: "forecast", told: told, from: from, until: until,
        more: #", "horizon": "\#(horizon)""#))
    #expect(try Answer.rows("forecast-scorecard", "status yearly_high", in: ledger) == answer)
  }

  @Test func `figures of one metric tell what stands behind them`() throws {
    func share(_ key: String, _ value: String, _ words: String, _ universe: String, _ day: String)
      -> String
    {
      #"{"key": "\#(key)", "metric": "\#(words)", "kind": "actual", "value": \#(value), "#
        + #""unit": "percent", "universe": "\#(universe)", "period_end": "\#(day)"}"#
    }
    let (one, other) = ("share of AI-related companies in JULI", "share of IG debt tied to AI")
    let ledger = try SmallLedger.open(
      share("a", "14", one, "75 companies", "2025-10-06"),
      share("b", "14", one, "75 companies", "2025-10-06"),
      share("c", "14.5", one, "75 companies", "2025-10-06"),
      share("d", "15.4", other, "not given", "2026-01-31"))
    #expect(
      try Answer.rows("statistic-definitions", "record against_before change", in: ledger) == """
        a | – | –
        b | same | 0
        c | value | 0.5
        d | universe, day, words, value | 0.9
        """)
  }

  private static let gap =
    #"{"key": "gap", "metric": "financing gap", "kind": "forecast", "value": 100, "unit": "bn", "#
    + #""currency": "USD", "stated_on": "2025-05-01", "horizon": "2028", "#
    + #""components": [{"name": "private credit", "value": 40}, {"name": "rest", "value": 60}]}"#

  @Test func `private credit since a forecast over the part left to it`() throws {
    let closed = #""closed_on": "2025-06-05", "market": "private_credit""#
    let ledger = try SmallLedger.open(
      Self.gap, Document.bond("a", "8", more: closed),
      Document.bond("b", "2 to 4", more: #""market": "private_credit""#),
      Document.bond("old", "99", priced: "2025-04-30", more: #""market": "private_credit""#),
      Document.bond("some-day", "9", priced: "2025", more: #""market": "private_credit""#),
      Document.bond("public", "7", more: #""market": "sec_registered""#))
    let columns =
      "definition part_low gap_low announced_low announced_high funded_low funded_of_part_low_pct "
      + "funded_of_gap_high_pct left_out_undated"
    let rows = try Answer.rows(
      "private-credit-share-of-gap", columns, ["forecast": "gap"], in: ledger)
    #expect(
      rows.split(separator: "\n").dropFirst().first ?? ""
        == "by_market | 40 | 100 | 10 | 12 | 8 | 20 | 8 | 1")
  }

  @Test func `a window of months stands against a year's mean, marked and at a yearly pace`() throws
  {
    let ledger = try SmallLedger.open(
      Self.figure(
        "mean", "32", metric: "average annual IG issuance of the sector", kind: "actual",
        from: "2015-01-01", until: "2024-12-31", whose: #""stated_by": "Bank""#),
      Self.figure(
        "counted", "75", metric: "Debt issued in two months", kind: "actual", from: "2025-09-01",
        until: "2025-10-31", whose: #""stated_by": "Bank""#),
      Document.bond("a", "14 to 18", ratings: "S&P A", priced: "2025-09-15"),
      Document.bond("b", "2", ratings: "S&P A", priced: "2025-10-31"),
      Document.bond("c", "5", priced: "2025-10-01"),
      Document.bond("junk", "50", ratings: "S&P B", priced: "2025-10-01"),
      Document.bond("late", "60", ratings: "S&P A", priced: "2025-11-01"))
    let columns =
      "counted_by issued_low issued_high unrated_low baseline_low ratio_low ratio_high "
      + "yearly_ratio_low marked rows_used"
    #expect(
      try Answer.rows("issuance-against-baseline", columns, in: ledger) == """
        this ledger | 16 | 20 | 5 | 32 | 0.5 | 0.625 | 3 | 2 months against 12 | 2
        Bank: Debt issued in two months | 75 | 75 | – | 32 | 2.3438 | 2.3438 | 14.0625 | \
        2 months against 12 | 1
        """)
  }
}
