import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// What the status that every document states does to a deal that is on file: what it does not say
/// stays.
@Suite(.temporaryDirectory) struct StatusAgainTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let first: String
    let again: String
    /// The events afterwards: kind, day, evidence, binding, funding.
    let expected: String
    var testDescription: String { "\(first) … \(again)" }

    init(_ first: String, _ again: String, _ expected: String) {
      (self.first, self.again, self.expected) = (first, again, expected)
    }
  }

  private static let signedAndDrawn =
    #""signed_on": "2025-01-05", "closed_on": "2025-02-05", "funding": "drawn""#
  private static let stands =
    "signed 2025-01-05 filed definitive -, closed 2025-02-05 - - drawn"

  @Test(arguments: [
    Case(signedAndDrawn, #""amount": 7, "currency": "USD""#, stands),
    Case(signedAndDrawn, #""evidence": "reported""#, stands),
    Case(signedAndDrawn, #""funding": "drawn""#, stands),
    Case(signedAndDrawn, #""signed_on": "2025-01-05""#, stands),
    Case(signedAndDrawn, #""closed_on": "2025-02-05""#, stands),
    Case(
      signedAndDrawn, #""funding": "repaid""#,
      stands + ", announced 2025-11-10 - - repaid"),
    Case(
      signedAndDrawn, #""binding": "terminated""#,
      stands + ", announced 2025-11-10 - terminated -"),
    Case(
      #""announced_on": "2025-01-05", "binding": "conditional""#, #""binding": "definitive""#,
      "announced 2025-01-05 filed conditional unknown, announced 2025-11-10 - definitive -"),
    Case(
      #""announced_on": "2025-01-05", "binding": "conditional""#,
      #""signed_on": "2025-03-05", "binding": "definitive", "funding": "committed""#,
      "announced 2025-01-05 filed conditional unknown, signed 2025-03-05 - definitive committed"),
    Case(
      #""evidence": "reported""#, #""evidence": "filed""#,
      "announced 2025-11-10 filed definitive unknown"),
    Case(
      #""evidence": "filed""#, #""evidence": "reported""#,
      "announced 2025-11-10 reported definitive unknown"),
    Case(
      #""signed_on": "2025-01-05", "funding": "committed", "kind": "bond""#,
      #""closed_on": "2025-02-05", "kind": "bond""#,
      "signed 2025-01-05 filed definitive committed, closed 2025-02-05 - - -"),
    Case(
      #""signed_on": "2025-01-05""#, #""closed_on": "2025-02-05""#,
      "signed 2025-01-05 filed definitive unknown, closed 2025-02-05 - - drawn"),
  ])
  func `a deal imported again keeps what the document does not say`(sample: Case) throws {
    var ledger = try Workbench.make()
    for members in [sample.first, sample.again] {
      try Workbench.load(
        Workbench.deal("d", members: members.split(separator: ", ").map(String.init)), &ledger)
    }
    #expect(
      try rows(
        """
        SELECT kind || ' ' || occurred_on || ' ' || coalesce(evidence, '-') || ' '
          || coalesce(binding, '-') || ' ' || coalesce(funding, '-')
        FROM event ORDER BY occurred_on, id
        """, in: ledger) == sample.expected.split(separator: ", ").map(String.init))
  }

  @Test func `a new amount of a drawn stake stays paid, and of a drawn loan outstanding`() throws {
    var ledger = try Workbench.ledger(
      with: Workbench.deal(
        "d", #""kind": "equity""#, #""closed_on": "2025-02-05""#, #""funding": "drawn""#,
        #""amount": 5"#, #""currency": "USD""#))
    try Workbench.load(
      Workbench.deal("d", #""kind": "equity""#, #""amount": 6"#, #""currency": "USD""#), &ledger)
    #expect(
      try rows(
        """
        SELECT t.amount_minor, t.measure, f.stage_rank FROM tranche t
        JOIN tranche_figure f ON f.tranche_id = t.id
        """, in: ledger) == ["600 | paid | 4"])
  }

  @Test func `a contract imported again without its day keeps its standing`() throws {
    let leg = #"{"from": "OpenAI", "to": "Meta", "what": "cash"}"#
    var ledger = try Workbench.ledger(
      with: Workbench.contract(
        "c", legs: leg, #""signed_on": "2025-01-05""#, #""funding": "committed""#))
    try Workbench.load(Workbench.contract("c", legs: leg), &ledger)
    #expect(
      try rows("SELECT kind, binding, funding FROM event", in: ledger)
        == ["signed | definitive | committed"])
  }

  @Test func `a word without a day that a later one overrides is told`() throws {
    var ledger = try Workbench.ledger(
      with: Workbench.deal("d", #""announced_on": "2025-12-01""#, #""binding": "conditional""#))
    let summary = try Workbench.load(Workbench.deal("d"), &ledger)
    #expect(
      summary.warnings.map(\.description) == [
        "in.jsonl:1:1: its status is taken from 2025-11-10, the day of its source; the record has "
          + "'conditional' from 2025-12-01 on (give the day: announced_on, priced_on, signed_on or "
          + "closed_on)"
      ])
  }
}
