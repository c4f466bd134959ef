import Ledger
import SQLite
import TestSupport
import Testing

/// Adding, preferring, rejecting and adopting claims: one is followed, and the record says it.
@Suite(.temporaryDirectory) struct ClaimBookTests {
  /// A bond of 100 dollars by Meta, priced in November 2025, that Apollo lends.
  static func ledger() throws -> Connection {
    var connection = try Workbench.make()
    var deal = Workbench.deal("d")
    deal.market = "rule_144a"
    var tranche = try Workbench.tranche("d/t1", of: "d", "100 USD")
    tranche.couponPercent = 5
    tranche.matures = try Workbench.days("2030")
    tranche.amount.measureIsDerived = true
    var event = try Workbench.event("d/event/priced", "priced", on: "2025-11-03")
    event.deal = "d"
    event.binding = "definitive"
    event.evidence = "filed"
    var part = try Workbench.participation("d/p1", party: "apollo", "40 USD")
    part.deal = "d"
    var rating = RatingAction(key: "meta/sp")
    (rating.party, rating.agency, rating.grade, rating.level) = ("meta", "sp", "AA-", "issuer")
    rating.scale = "long_term"
    rating.kind = "actual"
    rating.origin = Workbench.source()
    var statistic = Observation(key: "s")
    (statistic.metric, statistic.kind) = ("Debt", "actual")
    statistic.figure.value = 75
    (statistic.figure.qualifier, statistic.figure.unit) = ("exact", "bn")
    (statistic.figure.currency, statistic.figure.minor) = ("USD", 7_500_000_000_000)
    statistic.origin = Workbench.source()
    try Workbench.save([deal, tranche, event, part, rating, statistic], &connection)
    return connection
  }

  static func subject(_ text: String, in connection: borrowing Connection) throws -> ClaimSubject {
    let (key, attribute) = try ClaimSubject.split(text, in: connection)
    let kinds = try RecordLookup.kinds(of: key, in: connection)
    return ClaimSubject(table: kinds[0], record: key, attribute: attribute ?? "record")
  }

  /// Adds a claim of the newspaper.
  @discardableResult
  static func add(
    _ subject: String, _ value: String?, stance: String = "alternative", because: String? = nil,
    measure: String? = nil, source: String = "paper", _ connection: inout Connection
  ) throws -> ClaimBook.Outcome {
    let subject = try Self.subject(subject, in: connection)
    return try ClaimBook.run("test", into: &connection) { book, transaction in
      var words = ClaimWords(value: value)
      words.language = "en"
      words.measure = measure
      var claim = NewClaim(on: subject, words, from: Origin(source: source))
      claim.stance = stance
      claim.reason = because
      return try book.add(claim, in: transaction)
    }
  }

  static func claims(_ connection: borrowing Connection) throws -> [String] {
    try rows(
      """
      SELECT attribute, stance, coalesce(value, amount_minor, amount_low_minor), qualifier, reason
      FROM claim ORDER BY attribute, id
      """, in: connection)
  }

  static func findings(_ connection: borrowing Connection) throws -> [String] {
    try Checks.all.filter { ["claims", "derived", "remainders"].contains($0.name) }
      .flatMap { try $0.run(in: connection) }.map(\.description)
  }

  /// An attribute, another value, what the record says then as a question and its answer.
  @Test(arguments: [
    (
      "d/t1.amount", "about 90 dollars",
      "SELECT amount_minor, qualifier, measure, measure_is_derived FROM tranche",
      "9000 | about | committed | 1"
    ),
    (
      "d/t1.amount", "between 27 and 29 dollars",
      "SELECT amount_minor, amount_low_minor, amount_high_minor, qualifier FROM tranche",
      "NULL | 2700 | 2900 | range"
    ),
    ("d/t1.amount", "95 euros", "SELECT amount_minor, currency FROM tranche", "9500 | EUR"),
    ("d/t1.coupon_pct", "5.25%", "SELECT coupon_pct FROM tranche", "5.25"),
    (
      "d/t1.matures_on", "2031-Q1", "SELECT matures_on, matures_until FROM tranche",
      "2031-01-01 | 2031-03-31"
    ),
    ("d/t1.instrument", "convertible", "SELECT instrument FROM tranche", "convertible"),
    ("d/t1.secured", "yes", "SELECT secured FROM tranche", "1"),
    (
      "d.issuer", "JPMorgan",
      "SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", "jpmorgan"
    ),
    ("d.market", "private credit", "SELECT market FROM deal", "private_credit"),
    (
      "d.priced_on", "2025-11-05",
      "SELECT occurred_on, occurred_until FROM event WHERE kind = 'priced'",
      "2025-11-05 | 2025-11-05"
    ),
    (
      "d.closed_on", "2025-11",
      "SELECT occurred_on, occurred_until FROM event WHERE kind = 'closed'",
      "2025-11-01 | 2025-11-30"
    ),
    ("d.binding", "conditional", "SELECT binding FROM event", "conditional"),
    ("d/event/priced.occurred_on", "2025-11-04", "SELECT occurred_on FROM event", "2025-11-04"),
    (
      "d.lender", "PIMCO",
      "SELECT p.key FROM participation q JOIN party p ON p.id = q.party_id", "pimco"
    ),
    (
      "d/p1.amount", "45 dollars", "SELECT amount_minor, measure FROM participation",
      "4500 | committed"
    ),
    ("meta/sp.grade", "a+", "SELECT grade FROM rating_action", "A+"),
    ("meta.kind", "neocloud", "SELECT kind FROM party WHERE key = 'meta'", "neocloud"),
    ("s.value", "80", "SELECT value, amount_minor FROM observation", "80.0 | 8000000000000"),
    (
      "s.value", "between 80 and 90 billion dollars",
      "SELECT value, value_low, value_high, qualifier FROM observation",
      "NULL | 80.0 | 90.0 | range"
    ),
    (
      "d.amount", "120 dollars",
      "SELECT amount_minor FROM tranche WHERE is_remainder = 1", "2000"
    ),
    ("d.tranche_count", "6", "SELECT 'no column'", "no column"),
  ])
  func `the record says what the preferred claim says`(
    subject: String, value: String, question: String, answer: String
  ) throws {
    var connection = try Self.ledger()
    try Self.add(subject, value, stance: "preferred", &connection)
    #expect(try rows(question, in: connection) == [answer])
    #expect(try Self.findings(connection) == [])
  }

  @Test func `the first claim brings the record's own statement with it`() throws {
    var connection = try Self.ledger()
    try Self.add("d/t1.amount", "90 dollars", &connection)
    #expect(
      try Self.claims(connection) == [
        "amount | preferred | 10000 | exact | NULL", "amount | alternative | 9000 | exact | NULL",
      ])
  }

  @Test func `the former preferred becomes an alternative and loses its reason`() throws {
    var connection = try Self.ledger()
    let first = try Self.add(
      "d/t1.amount", "90 dollars", stance: "preferred", because: "a filing", &connection)
    let second = try Self.add("d/t1.amount", "95 dollars", &connection)
    let outcome = try ClaimBook.run("test", into: &connection) {
      try $0.prefer(second.claim, because: nil, in: $1)
    }
    #expect(
      outcome.words == "followed for now: 95 USD committed, was 90 USD committed")
    #expect(
      try Self.claims(connection) == [
        "amount | alternative | 10000 | exact | NULL", "amount | alternative | 9000 | exact | NULL",
        "amount | preferred | 9500 | exact | NULL",
      ])
    _ = try ClaimBook.run("test", into: &connection) {
      try $0.prefer(first.claim, because: "seen", in: $1)
    }
    #expect(try rows("SELECT amount_minor FROM tranche", in: connection) == ["9000"])
    #expect(try rows("SELECT DISTINCT is_resolved FROM contradictions", in: connection) == ["1"])
  }

  @Test func `a rejected claim stays with its reason, which settles what nothing else contests`()
    throws
  {
    var connection = try Self.ledger()
    let one = try Self.add("d/t1.amount", "90 dollars", &connection)
    let other = try Self.add("d/t1.amount", "80 dollars", &connection)
    for claim in [one, other] {
      _ = try ClaimBook.run("test", into: &connection) {
        try $0.reject(claim.claim, because: "copied wrongly", in: $1)
      }
    }
    #expect(
      try Self.claims(connection) == [
        "amount | preferred | 10000 | exact | copied wrongly",
        "amount | rejected | 9000 | exact | copied wrongly",
        "amount | rejected | 8000 | exact | copied wrongly",
      ])
  }

  /// What is added, and why not.
  @Test(arguments: [
    ("d/t1.amount", "many dollars", "alternative", "“many dollars”"),
    ("d/t1.amount", "90", "supports", "which this does not support; add it as an alternative"),
    ("d/t1.amount", "90 dollars", "rejected", "a rejected claim needs a reason: --because"),
    ("d/t1.amount", "90 dollars", "believed", "'believed' is no stance; one of alternative"),
    ("d/t1.coupon_pct", "6.5 GW", "alternative", "d/t1.coupon_pct is a number"),
    ("d/t1.matures_on", "2030-02-30", "alternative", "2030-02-30"),
    ("d/t1.instrument", "bnd", "alternative", "'bnd' is no instrument; one of "),
    ("d/t1.secured", "perhaps", "alternative", "'perhaps' is neither yes nor no"),
    ("d.issuer", "Nobody", "alternative", "'Nobody' is no party on record"),
    ("d.country", "XX", "alternative", "'XX' is no country code"),
    ("d.currency", "DOLLAR", "alternative", "'DOLLAR' is no currency"),
    ("d.binding", "firm", "alternative", "'firm' is no binding; one of "),
    ("meta/sp.grade", "Baa1", "alternative", "'Baa1' is no grade of sp"),
    ("s.value", "5 GW", "alternative", "s counts in bn"),
    ("d.tranche_count", "6", "alternative", "say what is followed first"),
    ("d.record", "x", "alternative", "a source can only be a support"),
  ])
  func `what does not fit is refused, and nothing is written`(
    subject: String, value: String, stance: String, problem: String
  ) throws {
    var connection = try Self.ledger()
    if stance == "supports" { try Self.add(subject, "80 dollars", &connection) }
    let before = try rows("SELECT COUNT(*), MAX(id) FROM import_run", in: connection)
    var told = ""
    do {
      try Self.add(subject, value, stance: stance, &connection)
    } catch { told = "\(error)" }
    #expect(told.contains(problem), "\(told)")
    #expect(try rows("SELECT COUNT(*), MAX(id) FROM import_run", in: connection) == before)
  }

  @Test func `the preferred claim cannot be rejected, and a support not preferred`() throws {
    var connection = try Self.ledger()
    let other = try Self.add("d/t1.amount", "90 dollars", &connection)
    let support = try Self.add("d/t1.amount", nil, stance: "supports", &connection)
    #expect(
      throws: ClaimRefused(
        "d/t1/amount/stated is the one that is followed; prefer another first: \(other.claim)")
    ) {
      try ClaimBook.run("test", into: &connection) {
        try $0.reject("d/t1/amount/stated", because: "x", in: $1)
      }
    }
    #expect(throws: ClaimRefused.self) {
      try ClaimBook.run("test", into: &connection) {
        try $0.prefer(support.claim, because: nil, in: $1)
      }
    }
    #expect(throws: LedgerError.unknownClaim(key: "stated/x", similar: [])) {
      try ClaimBook.run("test", into: &connection) {
        try $0.prefer("stated/x", because: nil, in: $1)
      }
    }
  }
}
