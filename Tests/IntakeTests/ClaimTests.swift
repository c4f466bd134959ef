import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// What sources say of one attribute of one record: one is followed, and the record says it.
@Suite(.temporaryDirectory) struct ClaimTests {
  /// A deal of 100 dollars with claims, and the claims as `attribute stance value, reason`.
  private static func deal(_ claims: String..., kind: String = "bond") -> String {
    Workbench.deal(
      "d", "\"kind\": \"\(kind)\"", "\"amount\": 100", "\"currency\": \"USD\"",
      "\"sources\": [\"paper\", {\"key\": \"other\", \"title\": \"T\", \"publisher\": \"P\", "
        + "\"grade\": \"P\"}]",
      "\"claims\": [\(claims.joined(separator: ", "))]")
  }

  private static func amounts(_ connection: borrowing Connection) throws -> [String] {
    try rows(
      """
      SELECT c.stance, c.amount_minor, c.qualifier, s.key, c.reason FROM claim c
      JOIN source s ON s.id = c.source_id WHERE c.attribute = 'amount' ORDER BY c.stance, c.id
      """, in: connection)
  }

  @Test func `a deal's own amount is its preferred claim`() throws {
    let connection = try Workbench.ledger(with: Self.deal())
    #expect(try Self.amounts(connection) == ["preferred | 10000 | exact | paper | NULL"])
  }

  @Test func `a source after the first supports the record without a value`() throws {
    let connection = try Workbench.ledger(with: Self.deal())
    #expect(
      try rows(
        """
        SELECT c.attribute, s.key, c.value FROM claim c JOIN source s ON s.id = c.source_id
        WHERE c.stance = 'supports'
        """, in: connection) == ["record | other | NULL"])
  }

  @Test func `a preferred claim takes the place of the one that follows from the record`() throws {
    let connection = try Workbench.ledger(
      with: Self.deal(
        #"{"attribute": "amount", "amount": 100, "currency": "USD", "original": "hundra dollar", "#
          + #""language": "sv", "locator": "page 2", "stance": "preferred"}"#))
    #expect(try Self.amounts(connection) == ["preferred | 10000 | exact | paper | NULL"])
    #expect(
      try rows(
        "SELECT original, language, locator FROM claim WHERE attribute = 'amount'", in: connection)
        == ["hundra dollar | sv | page 2"])
  }

  @Test func `a preferred claim without a value means the record's`() throws {
    let connection = try Workbench.ledger(
      with: Self.deal(
        #"{"attribute": "amount", "original": "hundra dollar", "stance": "preferred"}"#,
        #"{"attribute": "issuer", "original": "Meta lånade", "stance": "preferred"}"#))
    #expect(try Self.amounts(connection) == ["preferred | 10000 | exact | paper | NULL"])
    #expect(
      try rows("SELECT value FROM claim WHERE attribute = 'issuer'", in: connection) == [
        "Meta Platforms, Inc."
      ])
  }

  /// A claim on a record; why it is refused, or nothing.
  @Test(arguments: [
    (#"{"attribute": "amount", "amount": 100, "currency": "USD", "stance": "preferred"}"#, ""),
    (
      #"{"attribute": "amount", "amount": 90, "currency": "USD", "stance": "preferred"}"#,
      "the preferred claim on amount of d is not what the record says"
    ),
    (
      #"{"attribute": "amount", "amount": 100, "currency": "EUR", "stance": "preferred"}"#,
      "the preferred claim on amount of d is not what the record says"
    ),
    (#"{"attribute": "issuer", "value": "Meta", "stance": "preferred"}"#, ""),
    (
      #"{"attribute": "issuer", "value": "OpenAI", "stance": "preferred"}"#,
      "the preferred claim on issuer of d is not what the record says (the record has Meta "
    ),
    (#"{"attribute": "tranche_count", "value": 6, "stance": "preferred"}"#, ""),
    (
      #"{"attribute": "tranche_count", "value": 6, "stance": "alternative"}"#,
      "no claim on tranche_count of d is preferred"
    ),
    (
      #"{"attribute": "issuer", "value": "OpenAI", "stance": "rejected"}"#,
      "is rejected, but 'reason' is missing"
    ),
    (
      #"{"attribute": "issuer", "value": "OpenAI", "stance": "believed"}"#,
      "'believed' is no claim_stance"
    ),
    (
      #"{"on": "nowhere", "attribute": "name", "value": "x", "stance": "alternative"}"#,
      "there is no record 'nowhere' to claim anything of"
    ),
    (
      #"{"attribute": "amount", "stance": "alternative", "disputes": "nowhere", "amount": 9, "#
        + #""currency": "USD"}"#, "there is no record to dispute"
    ),
    (
      #"{"attribute": "x", "value": "1", "stance": "preferred", "period_start": "2025"}"#,
      "needs both period_start and period_end"
    ),
  ])
  func `a preferred claim says what the record says`(claim: String, problem: String) throws {
    let problems = try Workbench.problems(Self.deal(claim))
    if problem.isEmpty {
      #expect(problems == [])
    } else {
      #expect(problems.contains { $0.contains("/claims/0") && $0.contains(problem) }, "\(problems)")
    }
  }

  @Test func `a second preferred claim is refused`() throws {
    let claim = #"{"attribute": "tranche_count", "value": 6, "stance": "preferred"}"#
    let problems = try Workbench.problems(
      Self.deal(claim, claim.replacing("6", with: "7")))
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains(
        "/claims/1: a second claim on tranche_count is preferred (call it alternative)") == true)
  }

  @Test func `against a rejected claim the record's own is made, with the reason`() throws {
    let connection = try Workbench.ledger(
      with: Self.deal(
        #"{"attribute": "issuer", "value": "OpenAI", "stance": "rejected", "#
          + #""reason": "the tenant", "source": 1}"#))
    #expect(
      try rows(
        """
        SELECT c.stance, c.value, s.key, c.reason FROM claim c JOIN source s ON s.id = c.source_id
        WHERE c.attribute = 'issuer' ORDER BY c.stance
        """, in: connection) == [
          "preferred | Meta Platforms, Inc. | paper | the tenant",
          "rejected | OpenAI | other | the tenant",
        ])
    #expect(
      try rows(
        "SELECT is_resolved, followed_value, other_value FROM contradictions", in: connection)
        == ["1 | Meta Platforms, Inc. | OpenAI"])
  }

  @Test func `against an alternative the record is followed for now, unresolved`() throws {
    let connection = try Workbench.ledger(
      with: Self.deal(
        #"{"attribute": "amount", "amount": 90, "currency": "USD", "stance": "alternative", "#
          + #""source": 1}"#))
    #expect(
      try Self.amounts(connection) == [
        "alternative | 9000 | exact | other | NULL", "preferred | 10000 | exact | paper | NULL",
      ])
    #expect(
      try rows(
        "SELECT is_resolved, followed_amount, other_amount FROM contradictions", in: connection)
        == ["0 | 100.0 | 90.0"])
  }

  /// What the other claim has; whether it contradicts the amount of 100 dollars priced.
  @Test(arguments: [
    ("\"amount\": 90, \"currency\": \"USD\"", true),
    ("\"amount\": 100, \"currency\": \"USD\"", false),
    ("\"amount\": 90, \"currency\": \"EUR\"", false),
    ("\"amount\": 90, \"currency\": \"USD\", \"measure\": \"drawn\"", false),
    ("\"amount\": 90, \"currency\": \"USD\", \"as_of\": \"2026-01-01\"", false),
    ("\"amount_low\": 90, \"amount_high\": 110, \"currency\": \"USD\"", true),
  ])
  func `only the same measure, currency and period contradict`(members: String, isOne: Bool) throws
  {
    let connection = try Workbench.ledger(
      with: Self.deal("{\"attribute\": \"amount\", \"stance\": \"alternative\", \(members)}"))
    let count = try connection.value("SELECT COUNT(*) FROM contradictions", as: Int.self)
    #expect(count == (isOne ? 1 : 0))
  }

  @Test func `a claim on one record disputes the same attribute of another`() throws {
    let connection = try Workbench.ledger(
      with: """
        \(Workbench.deal("e", "\"amount\": 80", "\"currency\": \"USD\""))
        \(Self.deal(
          #"{"attribute": "amount", "stance": "preferred", "disputes": "e", "#
            + #""dispute_kind": "universe", "reason": "counts more"}"#))
        """)
    #expect(
      try rows(
        """
        SELECT record_key, dispute_kind, followed_amount, other_amount, is_resolved
        FROM contradictions
        """, in: connection) == ["e | universe | 80.0 | 100.0 | 1"])
  }

  @Test func `a claim document speaks of records already there, and who says it through whom`()
    throws
  {
    var connection = try Workbench.ledger(with: Self.deal())
    try Workbench.load(
      #"{"attribute": "name", "on": "d", "value": "Another name", "stance": "alternative", "#
        + #""asserted_by": "OpenAI", "reported_by": "JPMorgan", "as_of": "2025-11", "#
        + #""sources": ["paper"]}"#, &connection)
    #expect(
      try rows(
        """
        SELECT c.stance, c.value, a.key, r.key, c.period_first_on, c.period_last_on FROM claim c
        LEFT JOIN party a ON a.id = c.asserted_by_id LEFT JOIN party r ON r.id = c.reported_by_id
        WHERE c.attribute = 'name' ORDER BY c.stance
        """, in: connection) == [
          "alternative | Another name | openai | jpmorgan | 2025-11-01 | 2025-11-30",
          "preferred | Deal | NULL | NULL | NULL | NULL",
        ])
  }

  @Test func `a newer preferred claim makes the earlier one an alternative`() throws {
    var connection = try Workbench.ledger(
      with: Self.deal(#"{"attribute": "tranche_count", "value": 6, "stance": "preferred"}"#))
    try Workbench.load(
      #"{"attribute": "tranche_count", "on": "d", "value": 7, "stance": "preferred", "#
        + #""sources": ["paper"]}"#, &connection)
    #expect(
      try rows(
        "SELECT stance, value FROM claim WHERE attribute = 'tranche_count' ORDER BY stance",
        in: connection) == ["alternative | 6", "preferred | 7"])
  }

  @Test func `claims are on tranches, legs, parties and components as well`() throws {
    let connection = try Workbench.ledger(
      with: """
        \(Workbench.deal(
          "d", "\"tranches\": [{\"name\": \"A\", \"spread_bps\": 250}]",
          #""claims": [{"on": "d/t1", "attribute": "spread_bps", "stance": "preferred"}, "#
            + #"{"on": "meta", "attribute": "kind", "value": "bank", "stance": "alternative"}]"#))
        \(Workbench.contract(
          legs: #"{"from": "OpenAI", "to": "CoreWeave", "what": "cash"}"#,
          #""claims": [{"on": "c/l1", "attribute": "payer", "value": "CoreWeave", "#
            + #""stance": "alternative"}]"#))
        {"key": "s", "metric": "m", "kind": "actual", "value": 7, "unit": "percent", "components": \
        [{"name": "a", "value": 3}], "claims": [{"on": "s/c1", "attribute": "value", "value": 3.0, \
        "stance": "preferred"}, {"attribute": "value", "stance": "preferred"}], \
        "sources": ["paper"]}
        """)
    #expect(
      try rows(
        "SELECT record_table, attribute, stance, value FROM claim ORDER BY 1, 2, 3, 4",
        in: connection) == [
          "contract_leg | payer | alternative | CoreWeave",
          "contract_leg | payer | preferred | OpenAI",
          "observation | value | preferred | 3", "observation | value | preferred | 7",
          "party | kind | alternative | bank", "party | kind | preferred | hyperscaler",
          "tranche | spread_bps | preferred | 250",
        ])
    #expect(
      try rows("SELECT dispute_kind FROM contradictions WHERE attribute = 'payer'", in: connection)
        == ["direction"])
  }
}
