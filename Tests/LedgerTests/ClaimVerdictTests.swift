import Ledger
import SQLite
import TestSupport
import Testing

/// What other tools and later imports do to a value that claims are on.
@Suite(.temporaryDirectory) struct ClaimVerdictTests {
  /// What another tool writes, and the attribute it wrote.
  @Test(arguments: [
    ("UPDATE tranche SET amount_minor = 9000 WHERE key = 'd/t1'", "d/t1.amount"),
    ("UPDATE tranche SET qualifier = 'about' WHERE key = 'd/t1'", "d/t1.amount"),
    ("UPDATE tranche SET coupon_pct = 7.5", "d/t1.coupon_pct"),
    (
      "UPDATE tranche SET matures_on = '2031-01-01', matures_until = '2031-12-31'",
      "d/t1.matures_on"
    ),
    ("UPDATE deal SET issuer_id = (SELECT id FROM party WHERE key = 'pimco')", "d.issuer"),
    ("UPDATE event SET occurred_on = '2025-11-01', occurred_until = '2025-11-01'", "d.priced_on"),
    ("UPDATE event SET binding = 'lapsed'", "d.binding"),
    ("UPDATE observation SET value = 76", "s.value"),
    ("UPDATE rating_action SET grade = 'A'", "meta/sp.grade"),
  ])
  func `an edit by another tool is found, and adopted`(edit: String, subject: String) throws {
    var connection = try ClaimBookTests.ledger()
    let values = [
      "d/t1.amount": "80 dollars", "d/t1.coupon_pct": "6", "d/t1.matures_on": "2040",
      "d.issuer": "JPMorgan", "d.priced_on": "2025-12-01", "d.binding": "conditional",
      "s.value": "80", "meta/sp.grade": "BBB",
    ]
    try ClaimBookTests.add(subject, values[subject], &connection)
    #expect(try ClaimBookTests.findings(connection) == [])
    try connection.transaction { try $0.execute(edit) }
    #expect(try ClaimBookTests.findings(connection).contains { $0.hasPrefix("claims: ") })
    let named = try ClaimBookTests.subject(subject, in: connection)
    let outcome = try ClaimBook.run("test", into: &connection) {
      try $0.adopt(named, source: "paper", because: nil, in: $1)
    }
    #expect(outcome.words.hasPrefix("adopted: "))
    #expect(try ClaimBookTests.findings(connection) == [])
    let again = try ClaimBook.run("test", into: &connection) {
      try $0.adopt(named, source: "paper", because: nil, in: $1)
    }
    #expect(again.words == "agrees with its preferred claim")
  }

  @Test func `where nobody claims anything there is nothing to adopt`() throws {
    var connection = try ClaimBookTests.ledger()
    let named = try ClaimBookTests.subject("d/t1.amount", in: connection)
    #expect(throws: ClaimRefused.self) {
      try ClaimBook.run("test", into: &connection) {
        try $0.adopt(named, source: nil, because: nil, in: $1)
      }
    }
  }

  @Test func `a later save keeps the verdict, and what it says becomes an alternative`() throws {
    var connection = try ClaimBookTests.ledger()
    try ClaimBookTests.add("d/t1.amount", "90 dollars", stance: "preferred", &connection)
    try Workbench.save([try Workbench.tranche("d/t1", of: "d", "100 USD")], &connection)
    #expect(try rows("SELECT amount_minor FROM tranche", in: connection) == ["9000"])
    #expect(try ClaimBookTests.claims(connection).count == 2)
    try Workbench.save([try Workbench.tranche("d/t1", of: "d", "70 USD")], &connection)
    #expect(try rows("SELECT amount_minor FROM tranche", in: connection) == ["9000"])
    #expect(
      try ClaimBookTests.claims(connection).last == "amount | alternative | 7000 | exact | NULL")
    #expect(try ClaimBookTests.findings(connection) == [])
  }

  @Test func `a record's own statement changes with the record`() throws {
    var connection = try ClaimBookTests.ledger()
    try ClaimBookTests.add("d/t1.amount", "90 dollars", &connection)
    try Workbench.save([try Workbench.tranche("d/t1", of: "d", "110 USD")], &connection)
    #expect(
      try ClaimBookTests.claims(connection) == [
        "amount | preferred | 11000 | exact | NULL", "amount | alternative | 9000 | exact | NULL",
      ])
    #expect(try ClaimBookTests.findings(connection) == [])
  }
}
