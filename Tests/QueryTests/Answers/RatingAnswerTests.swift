import Ledger
import SQLite
import TestSupport
import Testing

/// Ratings and spreads, worked out by hand.
@Suite(.temporaryDirectory) struct RatingAnswerTests {
  @Test func `the share under each rule, and what changes side`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "6", ratings: "S&P BBB-, Moody's Ba1"),
      Document.bond("b", "4", ratings: "S&P BBB"), Document.bond("c", "9"))
    #expect(
      try Answer.rows(
        "junk-rule-sensitivity", "rating_rule rated high_yield share_high_pct change_side",
        in: ledger) == """
          second_best | 2 | 1 | 60 | 0
          average | 2 | 1 | 60 | 0
          lowest | 2 | 1 | 60 | 0
          highest | 2 | 0 | 0 | 1
          sp_first | 2 | 0 | 0 | 1
          moodys_first | 2 | 1 | 60 | 0
          fitch_first | 2 | 0 | 0 | 1
          """)
  }

  @Test func `all debt by bucket and by what the rating is of`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "6", ratings: "S&P BBB"),
      Document.deal(
        "b", "term_loan", "1 to 2",
        more: #""ratings": [{"agency": "S&P", "grade": "B", "date": "2025-05-01"}]"#),
      Document.deal("c", "term_loan", "3", issuer: "Other"),
      Document.deal("d", "equity", "50"))
    #expect(
      try Answer.rows(
        "junk-share-all-debt", "bucket tranches face_low face_high share_of_rated_low_pct",
        in: ledger) == """
          investment_grade | 1 | 6 | 6 | 85.7143
          high_yield | 1 | 1 | 2 | 14.2857
          unrated | 1 | 3 | 3 | –
          """)
  }

  @Test(arguments: [
    ("S&P BBB-, Moody's Ba1", "1 | high_yield"),
    ("S&P BBB, Moody's Ba2, Fitch BBB-", "3 | investment_grade"),
    ("S&P BBB-, Moody's Baa3", ""), ("S&P BB+, Moody's B1", ""), ("S&P BBB-", ""),
  ])
  func `agencies on both sides of the line`(ratings: String, answer: String) throws {
    let ledger = try SmallLedger.open(Document.bond("a", "6", ratings: ratings))
    #expect(
      try Answer.rows("split-rated-tranches", "notches_apart second_best", in: ledger) == answer)
  }

  /// By which split-rated-tranches finds those it looks at.
  @Test func `no grade is the same word on both sides of junk`() throws {
    let grades = try SmallLedger.open().query(
      """
      SELECT grade FROM rating_grade GROUP BY grade HAVING MIN(notch) <= 10 AND MAX(notch) > 10
      """
    ) { try $0(0, as: String.self) }
    #expect(grades == [])
  }

  private static func rating(_ grade: String, _ day: String) -> String {
    #"{"agency": "S&P", "grade": "\#(grade)", "party": "Borrower", "scope": "issuer", "#
      + #""date": "\#(day)"}"#
  }

  @Test(arguments: [
    ("BBB-", "BB+", "fallen_angel | BBB- | BB+ | 6"),
    ("BB+", "BBB-", "rising_star | BB+ | BBB- | 6"),
    ("BBB", "BBB-", ""), ("BB", "B", ""),
  ])
  func `an issuer crosses the line`(before: String, after: String, answer: String) throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "6"), Self.rating(before, "2025-01-01"), Self.rating(after, "2026-01-01"))
    #expect(
      try Answer.rows("fallen-angels", "crossed before after debt_low", in: ledger) == answer)
  }

  @Test func `three spreads give a mean and a median, fewer do not`() throws {
    func loan(_ key: String, _ amount: String, _ spread: String, _ benchmark: String) -> String {
      #"{"key": "\#(key)", "name": "Loan", "kind": "term_loan", "issuer": "B", "currency": "USD", "#
        + #""signed_on": "2025-06-02", "evidence": "filed", "binding": "definitive", "tranches": "#
        + #"[{"key": "\#(key)/t", "name": "Loan", \#(Document.amount(amount)), "secured": true, "#
        + #""benchmark": "\#(benchmark)"\#(spread)}]}"#
    }
    let ledger = try SmallLedger.open(
      loan("a", "1", #", "spread_bps": 200"#, "SOFR"),
      loan("b", "2", #", "spread_bps": 300"#, "SOFR"),
      loan("c", "1", #", "spread_bps": 600, "spread_bps_high": 700"#, "SOFR"),
      loan("d", "1", #", "spread_bps": 100"#, "EURIBOR"), loan("e", "1", "", "SOFR"))
    let columns = "benchmark tranches mean_low_bps mean_high_bps median_bps most_bps without_spread"
    #expect(
      try Answer.rows("spread-by-rating", columns, in: ledger) == """
        EURIBOR | 1 | – | – | – | 100 | 1
        SOFR | 3 | 350 | 375 | 300 | 700 | 1
        """)
  }
}
