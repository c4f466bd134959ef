import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct ContradictionTests {
  private static let columns = "record attribute kind followed other is_resolved because"

  private static func claims(_ claims: String...) -> String {
    #""claims": [\#(claims.map { "{\($0), \"source\": 0}" }.joined(separator: ", "))]"#
  }

  private static let three =
    #""attribute": "amount", "amount": 3e9, "currency": "USD", "measure": "priced""#

  @Test(arguments: [
    // A bond of 3 billion, priced, and another claim on its amount.
    (#""amount": 4e9, "currency": "USD", "measure": "priced""#, "3 bn USD | 4 bn USD"),
    (
      #""amount_low": 3e9, "amount_high": 4e9, "currency": "USD", "measure": "priced""#,
      "3 bn USD | 3 to 4 bn USD"
    ),
    (#""amount": 3e9, "currency": "USD", "measure": "priced", "original": "three""#, ""),
    // Another measure, currency or period is another question.
    (#""amount": 4e9, "currency": "USD", "measure": "ceiling""#, ""),
    (#""amount": 4e9, "currency": "EUR", "measure": "priced""#, ""),
    (#""amount": 4e9, "currency": "USD", "measure": "priced", "as_of": "2025-12-31""#, ""),
  ])
  func `claims differ at the same measure, currency and period alone`(
    claim: String, found: String
  ) throws {
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "3",
        more: Self.claims(
          Self.three + #", "stance": "preferred""#,
          #""attribute": "amount", "stance": "alternative", \#(claim)"#)))
    #expect(try Answer.rows("contradictions", "followed other", in: ledger) == found)
  }

  @Test func `what is followed for a reason is resolved, for now it is not`() throws {
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "3",
        more: Self.claims(
          Self.three + #", "stance": "preferred", "original": "three billion""#,
          #""attribute": "amount", "amount": 4e9, "currency": "USD", "measure": "priced","#
            + #" "stance": "alternative", "original": "four billion""#)),
      Document.contract(
        "b", "chip_supply", "Labco -> Chipco cash 40",
        more: Self.claims(
          #""on": "b/l1", "attribute": "payer", "value": "Labco", "stance": "preferred","#
            + #" "reason": "it is the customer""#,
          #""on": "b/l1", "attribute": "payer", "value": "Chipco", "stance": "rejected","#
            + #" "reason": "swapped""#)))
    let rows = try Answer.rows("contradictions", Self.columns, in: ledger)
    #expect(
      rows == """
        a | amount | value | three billion | four billion | 0 | –
        b/l1 | payer | direction | Labco | Chipco | 1 | it is the customer
        """)
    for (answer, record) in [("yes", "b/l1"), ("no", "a")] {
      let rows = try Answer.rows("contradictions", "record", ["resolved": answer], in: ledger)
      #expect(rows == record)
    }
  }

  @Test func `a statistic can dispute another one, and says in what`() throws {
    let ledger = try SmallLedger.open(
      #"{"key": "a", "metric": "Debt", "kind": "actual", "value": 75, "unit": "bn", "#
        + #""currency": "USD", "universe": "rated", "claims": [{"attribute": "universe", "#
        + #""value": "rated", "stance": "preferred", "source": 0}]}"#,
      #"{"key": "b", "metric": "Debt", "kind": "actual", "value": 75, "unit": "bn", "#
        + #""currency": "USD", "universe": "all", "claims": [{"attribute": "universe", "#
        + #""value": "all", "stance": "preferred", "disputes": "a", "dispute_kind": "instrument", "#
        + #""source": 0}]}"#)
    let rows = try Answer.rows("contradictions", Self.columns, in: ledger)
    #expect(rows == "a | universe | instrument | rated | all | 0 | –")
  }

  @Test(arguments: [("2025-01-01", 0), ("2025-01-02", 1)])
  func `a contradiction is known once both of its claims are published`(
    day: String, count: Int
  ) throws {
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "3",
        more: Self.claims(
          Self.three + #", "stance": "preferred""#,
          #""attribute": "amount", "amount": 4e9, "currency": "USD", "measure": "priced","#
            + #" "stance": "alternative""#)))
    #expect(try Answer.result("contradictions", ["as_of": day], in: ledger).rows.count == count)
  }
}
