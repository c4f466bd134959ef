import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// What is wrong with terms, repayments, pledges and milestones, and how they change.
@Suite(.temporaryDirectory) struct PartChangeTests {
  private static let asset =
    #"{"asset_kind": "gpu_pool", "key": "pool", "name": "Pool", "sources": ["paper"]}"#

  private static func deal(_ members: String...) -> String {
    Workbench.deal("d", members: ["\"currency\": \"USD\"", "\"amount\": 100"] + members)
  }

  /// What a deal has besides; what is said of it.
  private static let rules: [(member: String, problem: String)] = [
    (#""terms": [{"number": 2}]"#, "/terms/0: lacks 'kind'"),
    (
      #""terms": [{"kind": "covenent"}]"#,
      "/terms/0/kind: 'covenent' is no term_kind (did you mean 'covenant'?)"
    ),
    (
      #""terms": [{"kind": "tenor", "number": 2, "unit": "yeers"}]"#,
      "/terms/0/unit: 'yeers' is no term_unit (did you mean 'years'?)"
    ),
    (
      #""terms": [{"kind": "tenor", "number": 5, "number_high": 3, "unit": "years"}]"#,
      "/terms/0/number_high: is less than number"
    ),
    (#""terms": [{"kind": "tenor", "number": 5}]"#, "this must hold: number has a unit"),
    (
      #""terms": [{"kind": "tenor", "number_high": 5, "unit": "years"}]"#,
      "this must hold: high number has a low one"
    ),
    (
      #""terms": [{"kind": "call", "starts_on": "2030"}]"#,
      "/terms/0/starts_on: unknown name 'starts_on'"
    ),
    (#""terms": [{"kind": "escrow", "amount": 5}]"#, "/terms/0/amount: has no currency"),
    (#""repayments": [{"basis": "contractual"}]"#, "/repayments/0: lacks 'due'"),
    (
      #""repayments": [{"basis": "maturity", "due": "2031"}]"#,
      "/repayments/0/basis: maturity is the tranche's own 'matures_on' "
        + "(a payment is contractual or projected)"
    ),
    (#""pledges": [{"kind": "mortgage"}]"#, "/pledges/0: lacks 'asset'"),
    (
      #""pledges": [{"kind": "mortgage", "asset": "nowhere"}]"#,
      "/pledges/0/asset: there is no asset 'nowhere'"
    ),
    (
      #""pledges": [{"kind": "mortgage", "asset": "pool", "rank": 0}]"#,
      "/pledges/0/rank: must be a whole number from 1"
    ),
    (
      #""milestones": [{"kind": "date", "sequence": 1.5}]"#,
      "/milestones/0/sequence: must be a whole number from 1"
    ),
    (
      #""milestones": [{"kind": "share_price", "price_hurdle": 600}]"#,
      "/milestones/0/price_hurdle: has no currency"
    ),
    (
      #""milestones": [{"kind": "date"}], "tranches": [{"name": "A", "milestones": []}]"#,
      "/tranches/0/milestones: unknown name 'milestones'"
    ),
  ]

  @Test(arguments: rules.indices) func `what is wrong with a part is told with its place`(
    index: Int
  ) throws {
    let (member, expected) = Self.rules[index]
    let problems = try Workbench.problems(Self.asset + "\n" + Workbench.deal("d", member))
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    #expect(problems.allSatisfy { $0.hasPrefix("in.jsonl:2:") }, "\(problems)")
  }

  @Test(arguments: [
    (#""on": "nowhere""#, "/on: there is no deal or tranche or contract 'nowhere' (neither in"),
    (#""notes": "n""#, "lacks 'on'"),
  ])
  func `a part of nothing is refused`(member: String, expected: String) throws {
    let problems = try Workbench.problems(#"{"term": "call", "sources": ["paper"], \#(member)}"#)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test func `the same again changes nothing, other values change`() throws {
    let milestone = #"{"kind": "share_price", "price_hurdle": 600}"#
    func text(_ number: Int, _ share: Int, _ rank: Int, _ hurdle: String) -> String {
      Self.asset + "\n"
        + Self.deal(
          """
          "terms": [{"kind": "advance_rate", "number": \(number), "unit": "percent", \
          "condition": "of cost"}], "milestones": [\(hurdle)], \
          "repayments": [{"basis": "contractual", "due": "2030", "share_pct": \(share)}], \
          "pledges": [{"kind": "mortgage", "asset": "pool", "rank": \(rank)}]
          """)
    }
    var connection = try Workbench.ledger(with: text(70, 10, 1, milestone))
    let again = try Workbench.load(text(70, 10, 1, milestone), &connection)
    #expect(again.counts.changesNothing, "\(again.changes)")
    let changed = try Workbench.load(
      text(75, 20, 2, milestone.replacing("600", with: "550")), &connection)
    #expect(
      changed.changes.map(\.description).sorted() == [
        "changed milestone d/milestone/1: price_hurdle_minor",
        "changed pledge d/pledge/1: rank",
        "changed repayment d/repayment/1: share_pct",
        "changed term d/term/1: number",
      ])
  }

  @Test(arguments: [
    (
      "terms", #"{"kind": "covenant", "condition": "cover"}"#, #"{"kind": "call"}"#,
      "'call' stands where 'covenant: cover' is on record as d/term/1"
    ),
    (
      "repayments", #"{"basis": "contractual", "due": "2030"}"#,
      #"{"basis": "contractual", "due": "2029-06-30"}"#,
      "'contractual 2029-06-30' stands where 'contractual 2030-01-01 2030-12-31' is on record"
    ),
    (
      "pledges", #"{"kind": "mortgage", "asset": "pool"}"#,
      #"{"kind": "unknown", "asset": "pool"}"#,
      "'unknown of pool' stands where 'mortgage of pool' is on record as d/pledge/1"
    ),
    (
      "milestones", #"{"kind": "date"}"#, #"{"kind": "regulatory"}"#,
      "'regulatory' stands where 'date' is on record as d/milestone/1"
    ),
  ])
  func `a part put before another is refused until it has a key`(
    list: String, first: String, second: String, expected: String
  ) throws {
    var connection = try Workbench.ledger(
      with: Self.asset + "\n" + Self.deal("\"\(list)\": [\(first)]"))
    let swapped = Self.deal("\"\(list)\": [\(second), \(first)]")
    let problems = try Workbench.problems(swapped, &connection)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    let keyed = second.replacing("{", with: #"{"key": "d/new", "#, maxReplacements: 1)
    let place = first.replacing(
      "{", with: "{\"key\": \"d/\(list.dropLast())/1\", ", maxReplacements: 1)
    let summary = try Workbench.load(Self.deal("\"\(list)\": [\(keyed), \(place)]"), &connection)
    #expect(summary.changes == [])
    #expect(summary.counts.added == 1)
  }

  @Test func `what is said of a part beside its value is a claim on it`() throws {
    let connection = try Workbench.ledger(
      with: Self.deal(
        """
        "terms": [{"kind": "escrow", "amount": 10, "amount_high": 15}, \
        {"kind": "tenor", "number": 5, "unit": "years"}], \
        "claims": [{"on": "d/term/2", "attribute": "number", "value": 7, "stance": "rejected", \
        "reason": "that is the extended one"}]
        """))
    #expect(
      try rows(
        """
        SELECT record_kind, record_key, attribute, stance, value, amount, measure FROM claims
        WHERE record_kind = 'term' ORDER BY record_key, attribute, stance
        """, in: connection) == [
          "term | d/term/1 | amount | alternative | NULL | 15.0 | ceiling",
          "term | d/term/1 | amount | preferred | NULL | 10.0 | NULL",
          "term | d/term/2 | number | preferred | 5 | NULL | NULL",
          "term | d/term/2 | number | rejected | 7 | NULL | NULL",
        ])
  }
}
