import Foundation
import Intake
import Ledger
import Migrations
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct CheckTests {
  /// The data dictionary is a file of its own, and its check speaks until that is written.
  private static let isExplained = Migrations.dictionary.split(separator: "\n").count > 1

  private static func findings(in connection: borrowing Connection) throws -> [String] {
    try Checks.all.filter { isExplained || $0.name != "dictionary" }
      .flatMap { try $0.run(in: connection) }.map(\.description)
  }

  @Test func `an empty ledger is silent`() throws {
    let connection = try LedgerFile.inMemory()
    let findings = try Self.findings(in: connection)
    #expect(findings == [])
  }

  @Test(arguments: Seeding.Choice.allCases) func `a ledger that ships is silent`(
    seeds: Seeding.Choice
  ) throws {
    let connection = try ShippedLedger.reading(seeds)
    let findings = try Self.findings(in: connection)
    #expect(findings == [])
  }

  @Test func `checks have names of their own and say what they look for`() {
    let names = Checks.all.map(\.name)
    #expect(
      Set(names) == [
        "pages", "foreign-keys", "sources", "codes", "tranche-sums", "claims", "derived",
        "dictionary", "remainders", "plausibility", "schema", "steps", "balances",
        "look-alikes", "parties",
      ])
    #expect(Set(names).count == names.count)
    #expect(Checks.all.allSatisfy { !$0.looksFor.isEmpty })
  }

  /// What is done to the ledger of the article; the check that speaks, and a part of what it says.
  ///
  /// Derived rows are rebuilt after it unless they are what it is about.
  private static let faults: [(sql: String, check: String, says: String)] = [
    (
      "UPDATE tranche SET deal_id = 999 WHERE key = 'oracle-vantage-2025/texas'",
      "foreign-keys", "refers to a row of deal that is not there"
    ),
    (
      "UPDATE party SET source_id = NULL WHERE key = 'meta'", "sources",
      "party meta: cites no source"
    ),
    ("UPDATE party SET kind = 'planet' WHERE key = 'meta'", "codes", "party meta: kind 'planet'"),
    ("UPDATE tranche SET instrument = 'promise'", "codes", "instrument 'promise'"),
    ("UPDATE tranche SET measure = 'odd' WHERE amount_minor > 0", "codes", "measure 'odd'"),
    ("UPDATE contract_leg SET what = 'love'", "codes", "what 'love'"),
    ("UPDATE event SET kind = 'wedding'", "codes", "kind 'wedding'"),
    (
      "UPDATE tranche SET amount_minor = amount_minor * 2 WHERE amount_minor > 0",
      "tranche-sums", "deal oracle-vantage-2025: tranches sum to"
    ),
    (
      "UPDATE claim SET stance = 'alternative' WHERE stance = 'preferred' AND attribute = 'amount'",
      "claims", ".amount: has claims, none of them preferred"
    ),
    ("UPDATE claim SET record_id = 99999 WHERE id = 1", "claims", "that is not there"),
    (
      "UPDATE observation SET value = value + 1 WHERE key = 'article/ig-debt-sep-oct-2025'",
      "claims", "says 75, the record 76"
    ),
    (
      "UPDATE tranche SET amount_minor = 1 WHERE deal_id = 1",
      "remainders", ": its undivided rest is not what is left of its amount"
    ),
    (
      "UPDATE schema_migration SET sql = sql || ' ' WHERE name = '0004-deals'",
      "steps", "0004-deals"
    ),
    ("UPDATE tranche SET coupon_pct = 675", "plausibility", "coupon of 675"),
    ("UPDATE tranche SET yield_pct = 658", "plausibility", "yield of 658"),
    ("UPDATE tranche SET spread_bps = 25000", "plausibility", "spread of 25000"),
    ("UPDATE tranche SET issue_price_pct = -3", "plausibility", "issue price of -3"),
    (
      "UPDATE tranche SET matures_on = '2021-01-01', matures_until = '2021-01-01'",
      "plausibility", "falls due on 2021-01-01, before the deal of"
    ),
    ("UPDATE participation SET share_pct = 150", "plausibility", "share of 150"),
    (
      """
      INSERT INTO event (key, tranche_id, kind, occurred_on, occurred_until, amount_minor,
        qualifier, currency, source_id)
      SELECT 'up', id, 'upsized', '2026-01-01', '2026-01-01', 2500000000000, 'exact', currency,
        source_id
      FROM tranche WHERE key = 'oracle-vantage-2025/texas'
      """, "balances", "its last event gives a size of 2500000000000 minor units, the record 2325"
    ),
    (
      """
      INSERT INTO event (key, tranche_id, kind, occurred_on, occurred_until, funding, amount_minor,
        qualifier, currency, source_id)
      SELECT 'up', id, 'drawn', '2026-01-01', '2026-01-01', 'partly_drawn', 2500000000000, 'exact',
        currency, source_id FROM tranche WHERE key = 'oracle-vantage-2025/texas'
      """, "balances", "more is drawn (2500000000000 minor units) than there is (2325000000000)"
    ),
    (
      """
      UPDATE tranche SET joins_tranche_id = (
        SELECT id FROM tranche WHERE key = 'oracle-vantage-2025/wisconsin')
      WHERE key = 'oracle-vantage-2025/texas';
      UPDATE tranche SET joins_tranche_id = (SELECT MAX(id) FROM tranche)
      WHERE key = 'oracle-vantage-2025/wisconsin'
      """, "balances", "which joins another; name the first"
    ),
    (
      """
      INSERT INTO deal (key, name, kind, issuer_id, currency, source_id)
      SELECT 'again', name, kind, issuer_id, currency, source_id FROM deal
      WHERE key = 'oracle-vantage-2025';
      INSERT INTO tranche (key, deal_id, name, instrument, amount_minor, qualifier, currency,
        source_id)
      SELECT 'again/t', (SELECT id FROM deal WHERE key = 'again'), 'all', kind, 3700000000000,
        'exact', 'USD', source_id FROM deal WHERE key = 'again';
      INSERT INTO event (key, deal_id, kind, occurred_on, occurred_until, evidence, source_id)
      SELECT 'again/e', id, 'announced', '2025-12-01', '2025-12-01', 'filed', source_id FROM deal
      WHERE key = 'again'
      """, "look-alikes", "deal oracle-vantage-2025: looks like deal again"
    ),
    (
      """
      INSERT INTO contract (key, name, kind, source_id)
      SELECT 'again', name, kind, source_id FROM contract WHERE key = 'article/openai-oracle-300bn';
      INSERT INTO contract_leg (key, contract_id, payer_id, payee_id, what, purpose, amount_minor,
        qualifier, currency, source_id)
      SELECT 'again/l1', (SELECT id FROM contract WHERE key = 'again'), payer_id, payee_id, what,
        purpose, amount_minor, qualifier, currency, source_id
      FROM contract_leg WHERE key = 'article/openai-oracle-300bn/l1'
      """, "look-alikes", "looks like contract again"
    ),
    (
      """
      INSERT INTO event (key, deal_id, kind, occurred_on, occurred_until, source_id)
      SELECT key || '/early', deal_id, 'closed', '2001-01-01', '2001-01-01', source_id
      FROM event WHERE deal_id IS NOT NULL AND kind = 'announced'
      """, "plausibility", "is closed on 2001-01-01, before it is announced"
    ),
    ("DELETE FROM tranche_figure", "derived", "tranche_figure"),
    ("DELETE FROM leg_figure", "derived", "leg_figure"),
    ("DELETE FROM party_figure", "derived", "party_figure"),
    (
      "UPDATE party_figure SET brand_id = 1 WHERE party_id = 2", "derived",
      "party_figure: 2 rows differ"
    ),
    (
      """
      INSERT INTO party_link (key, from_party_id, to_party_id, kind, source_id) VALUES
        ('a', 1, 2, 'same', 1), ('b', 2, 3, 'same', 1), ('c', 1, 3, 'different', 1)
      """, "parties", ", and by other verdicts the same"
    ),
    (
      """
      INSERT INTO party_link (key, from_party_id, to_party_id, kind, source_id) VALUES
        ('a', 1, 2, 'subsidiary', 1), ('b', 2, 1, 'subsidiary', 1)
      """, "parties", "is above itself over a chain of parents"
    ),
    (
      """
      INSERT INTO party_link (key, from_party_id, to_party_id, kind, source_id) VALUES
        ('a', 1, 2, 'sponsor', 1), ('b', 2, 3, 'same', 1), ('c', 3, 1, 'subsidiary', 1)
      """, "parties", "is above itself over a chain of sponsors and parents"
    ),
    ("DELETE FROM participation_figure", "derived", "participation_figure"),
    ("UPDATE state_span SET stage = 'funded'", "derived", "state_span"),
    ("DROP VIEW deals", "schema", "deals"),
    ("DROP INDEX deal_by_issuer", "schema", "deal_by_issuer"),
    ("DROP TRIGGER deal_keeps_updates", "schema", "trigger deal_keeps_updates: is not there"),
    (
      """
      DROP TRIGGER deal_keeps_deletes;
      CREATE TRIGGER deal_keeps_deletes AFTER DELETE ON deal BEGIN SELECT 1; END
      """, "schema", "trigger deal_keeps_deletes: has another text"
    ),
    ("DELETE FROM data_dictionary WHERE object = 'tranche'", "dictionary", "tranche.coupon_pct"),
    ("DELETE FROM data_dictionary", "dictionary", "deal"),
  ]

  @Test(arguments: faults.indices) func `each fault makes its check speak`(index: Int) throws {
    let (sql, name, says) = Self.faults[index]
    var connection = try ShippedLedger.open(.article)
    try connection.setForeignKeysEnforced(false)
    try connection.executeScript(sql)
    #expect(
      connection.totalChanges > 0 || sql.hasPrefix("DROP"),
      "the fault is none: \(sql)")
    if name != "derived" { try connection.transaction { try Figures.rebuild(in: $0) } }
    let check = try #require(Checks.all.first { $0.name == name })
    let found = try check.run(in: connection).map(\.description)
    #expect(found.contains { $0.contains(says) }, "\(sql): \(found.prefix(3))")
    #expect(found.allSatisfy { $0.hasPrefix("\(name): ") })
  }

  @Test func `a damaged page is found`() throws {
    let file = try ShippedLedger.copy(.article)
    try Shell.damage(file)
    let connection = try Connection(
      path: file.path(percentEncoded: false), mode: .readOnly)
    let pages = try #require(Checks.all.first { $0.name == "pages" })
    #expect(try !pages.run(in: connection).isEmpty)
  }

  @Test func `about leaves one percent for rounding, exact none, at least any`() throws {
    let check = try #require(Checks.all.first { $0.name == "tranche-sums" })
    for (stated, tranche, isFound) in [
      ("100 USD", "101 USD", true), ("about 100 USD", "101 USD", false),
      ("about 100 USD", "102 USD", true), ("at_least 100 USD", "500 USD", false),
      ("27-29 USD", "29 USD", false), ("27-29 USD", "30 USD", true),
      ("100 USD", "101 EUR", false), ("up_to 100 USD", "101 USD", true),
    ] {
      var connection = try Workbench.make()
      try connection.transaction { transaction in
        try DealRepository().insert(Workbench.deal("d"), in: transaction)
        try ClaimRepository().insert(
          try Workbench.statedAmount(stated, of: "d"), in: transaction)
        try TrancheRepository().insert(
          try Workbench.tranche("t", of: "d", tranche), in: transaction)
      }
      #expect(try check.run(in: connection).isEmpty == !isFound, "\(stated), \(tranche)")
    }
  }
}

extension Shell {
  /// Overwrites the root page of the largest index with nothing.
  fileprivate static func damage(_ file: URL) throws {
    let page = try sqlite3(
      file, "SELECT rootpage FROM sqlite_schema WHERE name = 'fx_rate_by_day';")
    let number = try #require(UInt64(page.filter(\.isNumber)))
    let handle = try FileHandle(forWritingTo: file)
    try handle.seek(toOffset: (number - 1) * 8192)
    try handle.write(contentsOf: Data(count: 8192))
    try handle.close()
  }
}
