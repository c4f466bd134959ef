import Finance
import Ledger
import SQLite
import TestSupport
import Testing

/// Whom a party is counted with, by the links on record.
@Suite(.temporaryDirectory) struct PartyFigureTests {
  /// Links among the parties a to f, as `a subsidiary b`; what becomes of a: its identity, parent,
  /// sponsor, brand.
  @Test(arguments: [
    ("", "a a a a"),
    ("a subsidiary b", "a b b b"), ("a subsidiary b, b subsidiary c", "a c c c"),
    ("a sponsor b", "a a b a"), ("a sponsor b, b sponsor c", "a a c a"),
    ("a sponsor b, b subsidiary c", "a a c a"), ("a subsidiary b, b sponsor c", "a b c b"),
    ("a sponsor b, a subsidiary c", "a c b c"),
    ("a brand b", "a a a b"), ("a brand b, b subsidiary c", "a a a c"),
    ("a brand b, b brand c, c subsidiary d", "a a a d"), ("a brand b, a subsidiary c", "a c c b"),
    ("a shareholder b", "a a a a"), ("a successor b", "a a a a"),
    ("a different b", "a a a a"), ("a unsure b", "a a a a"),
    // Of several, the one to the party recorded first.
    ("a subsidiary c, a subsidiary b", "a b b b"),
    // Links lead from identity to identity, whichever of the same they are recorded of.
    ("a same b", "a a a a"), ("a same b, b subsidiary c", "a c c c"),
    ("b same a, a sponsor d", "a a d a"), ("a subsidiary c, b same c, b subsidiary d", "a d d d"),
    ("a subsidiary b, a same b", "a a a a"), ("a subsidiary b, b same c, c same d", "a b b b"),
    // A circle ends at the first recorded party of it.
    ("a subsidiary b, b subsidiary a", "a a a a"), ("b subsidiary c, c subsidiary b", "a a a a"),
    ("a subsidiary c, c subsidiary d, d subsidiary b, b subsidiary d", "a b b b"),
    ("a sponsor b, b subsidiary a", "a a a a"),
    // Links that no longer hold, or not yet.
    ("a subsidiary b before 2020-01-01", "a a a a"), ("a subsidiary b before 2999", "a b b b"),
    ("a subsidiary b from 2020", "a b b b"), ("a subsidiary b from 2999-01", "a a a a"),
    ("a subsidiary b before 2020-01-01, a subsidiary c from 2020-01-01", "a c c c"),
  ])
  func `links lead to whom a party is counted with`(links: String, figure: String) throws {
    var connection = try Self.ledger()
    try Workbench.save(try links.split(separator: ", ").map(Self.link), &connection)
    #expect(try Self.figure(of: "a", in: connection) == figure)
    #expect(try Figures.stale(in: connection).isEmpty)
  }

  /// Links saved one run after the other come to the same as at once: each run makes anew what it
  /// touched and no more.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `links at random, one a run, leave nothing stale`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var connection = try Self.ledger()
    let kinds = ["subsidiary", "sponsor", "brand", "same"]
    for step in 0..<12 {
      let pair = ["a", "b", "c", "d", "e", "f"].shuffled(using: &random).prefix(2)
      let kind = kinds.randomElement(using: &random) ?? ""
      try Workbench.save([Self.link("\(pair[0]) \(kind) \(pair[1])")], &connection)
      let stale = try Figures.stale(in: connection)
      #expect(stale.isEmpty, "seed \(seed), step \(step): \(stale)")
    }
  }

  @Test func `a party that becomes of known kind becomes the identity`() throws {
    var connection = try Self.ledger()
    try Workbench.save([Self.link("a same b")], &connection)
    #expect(try Self.figure(of: "b", in: connection) == "a a a a")
    var party = Party(key: "b")
    party.name = "B"
    party.kind = "bank"
    try Workbench.save([party], &connection)
    #expect(try Self.figure(of: "a", in: connection) == "b b b b")
    #expect(try Figures.stale(in: connection).isEmpty)
  }

  @Test func `a party added by another tool is counted, and gets its figures with the next run`()
    throws
  {
    var connection = try Self.ledger()
    try connection.execute("INSERT INTO party (key, name) VALUES ('late', 'Late')")
    try connection.execute(
      """
      INSERT INTO deal (key, name, kind, issuer_id, source_id)
      SELECT 'd', 'D', 'bond', id, 1 FROM party WHERE key = 'late'
      """)
    #expect(try rows("SELECT issuer_key FROM deals", in: connection) == ["late"])
    #expect(
      try rows("SELECT identity_key FROM parties WHERE party_key = 'late'", in: connection)
        == ["late"])
    try Workbench.save([Self.link("a same b")], &connection)
    #expect(try Self.figure(of: "late", in: connection) == "late late late late")
  }

  @Test func `totals by issuer and by lender add up two that are the same`() throws {
    var connection = try Self.ledger()
    var records: [any Record] = []
    for (key, issuer, lender) in [("d", "a", "c"), ("e", "b", "d")] {
      var deal = Workbench.deal(key)
      deal.issuer = issuer
      var event = try Workbench.event("\(key)/closed", "closed", on: "2025-06-01")
      event.deal = key
      event.evidence = "filed"
      event.binding = "definitive"
      event.funding = "drawn"
      var part = try Workbench.participation("\(key)/p1", party: lender, "40 USD")
      part.tranche = "\(key)/t1"
      records += [deal, try Workbench.tranche("\(key)/t1", of: key, "100 USD"), event, part]
    }
    try Workbench.save(records, &connection)
    let issuers = "SELECT issuer_key, deals, outstanding_usd FROM issuers ORDER BY 1"
    let lenders = "SELECT lender_key, committed_usd, top_obligor_key FROM lenders ORDER BY 1"
    let apart = (
      ["a | 1 | 100.0", "b | 1 | 100.0"], ["c | 40.0 | a", "d | 40.0 | b"]
    )
    #expect(try rows(issuers, in: connection) == apart.0)
    #expect(try rows(lenders, in: connection) == apart.1)
    try Workbench.save([Self.link("a same b"), Self.link("c same d")], &connection)
    #expect(try rows(issuers, in: connection) == ["a | 2 | 200.0"])
    #expect(try rows(lenders, in: connection) == ["c | 80.0 | a"])
    #expect(
      try rows(
        """
        SELECT 'deal', deal_key, issuer_key FROM deals UNION ALL
        SELECT 'tranche', tranche_key, issuer_key FROM tranches UNION ALL
        SELECT 'part', commitment_key, party_key || '>' || issuer_key FROM commitments UNION ALL
        SELECT 'flow', flow_key, from_key || '>' || to_key FROM flows UNION ALL
        SELECT 'position', x.tranche_id, p.key FROM positions x JOIN party p ON p.id = x.issuer_id
        """, in: connection) == [
          "deal | d | a", "deal | e | a", "tranche | d/t1 | a", "tranche | e/t1 | a",
          "part | d/p1 | c>a", "part | e/p1 | c>a", "flow | d/p1 | c>a", "flow | e/p1 | c>a",
          "position | 1 | a", "position | 2 | a",
        ])
  }

  @Test func `a rating of one is of all that are the same, the latest of an agency standing`()
    throws
  {
    var connection = try Self.ledger()
    var deal = Workbench.deal("d")
    deal.issuer = "a"
    var event = try Workbench.event("d/priced", "priced", on: "2025-06-01")
    event.deal = "d"
    event.binding = "definitive"
    event.evidence = "filed"
    try Workbench.save(
      [
        deal, try Workbench.tranche("d/t1", of: "d", "100 USD"), event, Self.link("a same b"),
        try Self.rating("old", of: "a", "BB+", on: "2024-01-01"),
        try Self.rating("new", of: "b", "BBB", on: "2025-01-01"),
      ], &connection)
    let question = "SELECT rating_level, sp_notch, composite_notch FROM tranche_figure"
    #expect(try rows(question, in: connection) == ["issuer | 9 | 9"])
    #expect(
      try rows("SELECT issuer_key, sp, bucket FROM issuers", in: connection)
        == ["a | BBB | investment_grade"])
    #expect(try Figures.stale(in: connection).isEmpty)
  }

  private static func rating(_ key: String, of party: String, _ grade: String, on day: String)
    throws -> RatingAction
  {
    var rating = RatingAction(key: key)
    rating.party = party
    rating.level = "issuer"
    rating.agency = "sp"
    rating.grade = grade
    rating.acted = try Workbench.days(day)
    rating.origin = Workbench.source()
    return rating
  }

  /// A ledger with the parties a to f, in this order.
  private static func ledger() throws -> Connection {
    var connection = try Workbench.make()
    let parties = ["a", "b", "c", "d", "e", "f"].map { key in
      var party = Party(key: key)
      party.name = key.uppercased()
      party.kind = "unknown"
      return party
    }
    try Workbench.save(parties, &connection)
    return connection
  }

  /// A link, as `a subsidiary b from 2020 before 2025-06`.
  private static func link(_ text: some StringProtocol) throws -> PartyLink {
    let words = String(text).split(separator: " ").map(String.init)
    var link = PartyLink(key: "\(words[0])/\(words[1])/\(words[2])")
    if let verdict = PartyVerdict(rawValue: words[1]) {
      link = PartyLink(verdict, words[0], words[2])
    } else {
      (link.from, link.kind, link.to) = (words[0], words[1], words[2])
    }
    if let at = words.firstIndex(of: "from") { link.fromDay = try Workbench.days(words[at + 1]) }
    if let at = words.firstIndex(of: "before") {
      link.beforeDay = try Workbench.days(words[at + 1])
    }
    link.origin = Workbench.source()
    return link
  }

  private static func figure(of party: String, in connection: borrowing Connection) throws
    -> String
  {
    try rows(
      """
      SELECT i.key || ' ' || p.key || ' ' || s.key || ' ' || b.key FROM party_figure f
      JOIN party i ON i.id = f.identity_id JOIN party p ON p.id = f.parent_id
      JOIN party s ON s.id = f.sponsor_id JOIN party b ON b.id = f.brand_id
      WHERE f.party_id = (SELECT id FROM party WHERE key = '\(party)')
      """, in: connection
    ).joined()
  }
}
