import Finance
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// How stored terms become an instrument: what is taken as usual, and what is refused.
@Suite(.temporaryDirectory) struct PaymentTermsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let members: String
    let expected: String
    var testDescription: String { members }

    init(_ members: String, _ expected: String) {
      (self.members, self.expected) = (members, expected)
    }
  }

  private static let dollars = #""currency": "USD", "amount": 1000000"#

  @Test(arguments: [
    Case(
      #""instrument": "bond", "coupon_pct": 5, \#(dollars), "matures_on": "2030-06-02""#,
      "2025-06-02 2030-06-02 2 30_360_us | coupons are paid twice a year; interest counts by "
        + "30_360_us; all principal is repaid at maturity"),
    Case(
      #""instrument": "bond", "coupon_pct": 3, "currency": "EUR", "amount": 5,"#
        + #""matures_on": "2030-06-02""#,
      "2025-06-02 2030-06-02 1 act_act_icma | coupons are paid once a year; interest counts by "
        + "act_act_icma; all principal is repaid at maturity"),
    Case(
      #""instrument": "term_loan", "rate_type": "floating", "benchmark": "SOFR","#
        + #""spread_bps": 225, \#(dollars), "matures_on": "2030-06""#,
      "2025-06-02 2030-06-30 4 act_360 | it falls due on 2030-06-30, the last possible day; "
        + "interest is paid every three months, as on most loans that float; each period takes the "
        + "rate published two business days before it; interest counts by act_360; all principal "
        + "is repaid at maturity"),
    Case(
      #""instrument": "bond", "coupon_pct": 5, \#(dollars), "tenor_years": 7"#,
      "2025-06-02 2032-06-02 2 30_360_us | it falls due on 2032-06-02, the stated tenor after it "
        + "begins; coupons are paid twice a year; interest counts by 30_360_us; all principal is "
        + "repaid at maturity"),
    Case(
      #""instrument": "bond", "yield_pct": 6.58, "issue_price_pct": 100, \#(dollars),"#
        + #""matures_on": "2049-06-02", "amortisation": "bullet""#,
      "2025-06-02 2049-06-02 2 30_360_us | coupons are paid twice a year; the coupon is the yield, "
        + "since it was issued at 100; interest counts by 30_360_us"),
    Case(
      #""instrument": "bond", "coupon_pct": 5, \#(dollars)"#,
      "deal/t1: no source says when it falls due; give --matures YYYY-MM-DD"),
    Case(
      #""instrument": "bond", "coupon_pct": 5, \#(dollars), "matures_on": "2030-06-02","#
        + #""amortisation": "amortising""#,
      "deal/t1: principal is repaid in parts, and no source says which; give --repayment equal, "
        + "annuity or bullet"),
  ])
  func `what is not said is taken as usual and told, or asked for`(sample: Case) throws {
    var ledger = try Workbench.make()
    let document = """
      {"key": "deal", "name": "Deal", "issuer": "Meta", "closed_on": "2025-06-02", \
      "kind": "bond", "evidence": "filed", "binding": "definitive", "sources": ["filing"], \
      "tranches": [{"key": "deal/t1", "name": "A", \(sample.members)}]}
      """
    _ = try Importer().run(
      [SourceText(document, name: "deal")], command: "test", into: &ledger)
    let found: String
    do {
      let terms = try PaymentTerms(StoredTerms(of: "deal", in: ledger))
      let schedule = terms.instrument.schedule
      found =
        "\(schedule.start) \(schedule.maturity) \(schedule.frequency.rawValue) "
        + "\(terms.instrument.dayCount.rawValue) | "
        + terms.assumptions.joined(separator: "; ")
    } catch {
      found = "\(error)"
    }
    #expect(found == sample.expected)
  }
}
