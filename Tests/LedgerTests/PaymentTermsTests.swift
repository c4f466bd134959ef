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
      #""instrument": "term_loan", "rate_type": "fixed", "coupon_pct": 8, \#(dollars),"#
        + #""matures_on": "2030-06-02""#,
      "2025-06-02 2030-06-02 4 act_360 | interest is paid every three months, as on most loans; "
        + "interest counts by act_360; all principal is repaid at maturity"),
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

  private static let loan =
    #""instrument": "term_loan", "rate_type": "fixed", "coupon_pct": 12, \#(dollars),"#
    + #""matures_on": "2028-12-10""#
  private static let extended = #"{"event": "extended", "on": "2026-01-05""#
  private static let drawn = #"{"event": "drawn", "currency": "USD""#

  /// The loan falls due on a Sunday. What is repaid when, and what is owed afterwards.
  @Test(arguments: [
    Case("", "2028-12-10 1000000 owed 0"),
    Case(
      #"\#(extended), "amount": 600000, "currency": "USD", "matures": "2030-12-10"}"#,
      "2028-12-10 400000 owed 600000, 2030-12-10 600000 owed 0"),
    Case(
      #"\#(extended), "amount": 1000000, "currency": "USD", "matures": "2030-12-10"}"#,
      "2030-12-10 1000000 owed 0"),
    Case(
      #"\#(drawn), "on": "2025-06-02", "amount": 300000},"#
        + #"\#(drawn), "on": "2025-09-02", "amount": 200000, "matures": "2027-09-02"}"#,
      "2027-09-02 200000 owed 300000, 2028-12-10 300000 owed 0"),
    Case(
      #"\#(extended), "matures": "2030-12-10"}"#,
      "deal/t1: how much falls due on 2030-12-10, by an event, is not known; give --repayment or "
        + "--matures"),
    Case(
      #"\#(extended), "amount": 1200000, "currency": "USD", "matures": "2030-12-10"}"#,
      "deal/t1: more falls due by its events and repayments than is lent; give --repayment"),
  ])
  func `what is drawn or extended falls due on its own day`(sample: Case) throws {
    var ledger = try Workbench.make()
    let document = """
      {"key": "deal", "name": "Deal", "issuer": "Meta", "closed_on": "2025-06-02", \
      "kind": "bond", "evidence": "filed", "binding": "definitive", "sources": ["filing"], \
      "tranches": [{"key": "deal/t1", "name": "A", \(Self.loan), "events": [\(sample.members)]}]}
      """
    _ = try Importer().run(
      [SourceText(document, name: "deal")], command: "test", into: &ledger)
    let found: String
    do {
      let terms = try PaymentTerms(StoredTerms(of: "deal", in: ledger))
      let plan = try terms.instrument.cashFlows(extensions: terms.extensions)
      found = plan.flows.filter { $0.kind == .repayment }.map { flow in
        let owed = plan.outstanding(on: plan.valueDay(of: flow)).minorUnits ?? -1
        return "\(flow.due) \((flow.amount.minorUnits ?? -100) / 100) owed \(owed / 100)"
      }.joined(separator: ", ")
    } catch {
      found = "\(error)"
    }
    #expect(found == sample.expected)
  }
}
