import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Parts without a key are known by their place, and never take over what is on record of another.
@Suite(.temporaryDirectory) struct PlaceTests {
  private static func deal(tranches: String, participants: String = "") -> String {
    Workbench.deal(
      "d", "\"currency\": \"USD\"", "\"tranches\": [\(tranches)]",
      "\"participants\": [\(participants)]")
  }

  private static let first = #"{"name": "A", "amount": 60, "coupon_pct": 5.5}"#

  @Test func `a tranche put before another is refused until it has a key`() throws {
    var connection = try Workbench.ledger(with: Self.deal(tranches: Self.first))
    let problems = try Workbench.problems(
      Self.deal(tranches: #"{"name": "Z", "amount": 5}, "# + Self.first), &connection)
    #expect(
      problems.contains { $0.contains("'Z' stands where 'A' is on record as d/t1") }, "\(problems)")
    try Workbench.load(
      Self.deal(
        tranches: #"{"key": "d/z", "name": "Z", "amount": 5}, "#
          + #"{"key": "d/t1", "name": "A", "amount": 60}"#), &connection)
    #expect(
      try rows("SELECT key, name, coupon_pct FROM tranche ORDER BY key", in: connection)
        == ["d/t1 | A | 5.5", "d/z | Z | NULL"])
  }

  @Test func `a leg between others is refused until it has a key`() throws {
    let cash = #"{"from": "OpenAI", "to": "CoreWeave", "what": "cash"}"#
    let compute = #"{"from": "CoreWeave", "to": "OpenAI", "what": "compute"}"#
    var connection = try Workbench.ledger(with: Workbench.contract(legs: cash))
    let problems = try Workbench.problems(
      Workbench.contract(legs: "\(compute), \(cash)"), &connection)
    #expect(
      problems.contains { $0.contains("'compute from coreweave to openai' stands where") },
      "\(problems)")
  }

  @Test func `a participant keeps its number whatever stands before it`() throws {
    let bank = #"{"party": "JPMorgan", "role": "lender", "share_pct": 70}"#
    var connection = try Workbench.ledger(
      with: Self.deal(tranches: Self.first, participants: bank))
    try Workbench.load(
      Self.deal(
        tranches: Self.first, participants: #"{"party": "Meta", "role": "lender"}, "# + bank),
      &connection)
    #expect(
      try rows(
        """
        SELECT q.key, p.key, q.share_pct FROM participation q
        JOIN party p ON p.id = q.party_id ORDER BY q.key
        """, in: connection) == ["d/p1 | jpmorgan | 70.0", "d/p2 | meta | NULL"])
  }
}
