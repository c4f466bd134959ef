import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct IssuanceTests {
  private static let columns =
    "issuer tranches issued_low issued_high investment_grade high_yield unrated rows_used"

  @Test func `securities by who borrowed, by bucket`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "6", ratings: "S&P BBB", issuer: "Alder"),
      Document.bond("b", "1 to 3", ratings: "S&P B", issuer: "Alder"),
      Document.deal("c", "convertible", "2", issuer: "Alder"),
      Document.deal("d", "private_placement", "up_to 4", issuer: "Birch"),
      Document.deal("e", "securitisation", "5", issuer: "Cedar"),
      Document.deal("f", "asset_backed", "?", issuer: "Cedar"),
      Document.deal("g", "term_loan", "50", issuer: "Cedar"),
      Document.deal("h", "equity", "60", issuer: "Dogwood"))
    let rows = try Answer.rows("issuance-by-issuer", Self.columns, in: ledger)
    #expect(
      rows == """
        Alder | 3 | 9 | 11 | 6 | 1 | 2 | 3
        Cedar | 2 | 5 | 5 | 0 | 0 | 5 | 1
        Birch | 1 | 0 | 4 | 0 | 0 | 0 | 1
        """)
  }

  @Test(arguments: [
    ("announced", "12"), ("binding", "8"), ("funded", "–"),
  ])
  func `issued is what has reached the stage`(stage: String, issued: String) throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "8"), Document.bond("b", "4", binding: "conditional"))
    let rows = try Answer.rows(
      "issuance-by-issuer", "issued_low", ["stage": stage], in: ledger)
    #expect((rows.isEmpty ? "–" : rows) == issued)
  }

  @Test func `the first and the last day are those of the deals`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "1", priced: "2025-03-04"), Document.bond("b", "1", priced: "2025-05"))
    let rows = try Answer.rows("issuance-by-issuer", "first_on last_on", in: ledger)
    #expect(rows == "2025-03-04 | 2025-05-31")
  }

  @Test func `debt by quarter, each tranche in one column`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "6", ratings: "S&P BBB", priced: "2025-06-30"),
      Document.bond("b", "1 to 3", ratings: "S&P B", priced: "2025-07-01"),
      Document.bond("c", "2", priced: "2025-08"),
      Document.bond("d", "5", priced: "2025"),
      Document.deal("e", "term_loan", "4", more: #""market": "private_credit""#),
      Document.deal("f", "equity", "60"))
    let rows = try Answer.rows(
      "issuance-by-quarter",
      "quarter tranches issued_low issued_high investment_grade high_yield unrated private",
      ["private": "by_market"], in: ledger)
    #expect(
      rows == """
        2025-Q2 | 2 | 10 | 10 | 6 | 0 | 0 | 4
        2025-Q3 | 2 | 3 | 5 | 0 | 1 | 2 | 0
        several quarters | 1 | 5 | 5 | 0 | 0 | 5 | 0
        """)
  }
}
