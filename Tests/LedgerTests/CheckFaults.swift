// long because: a table of what can be wrong
/// Faults, each found by a check.
enum CheckFaults {
  /// What is done to the ledger of the article; the check that speaks, and a part of what it says.
  ///
  /// Derived rows are rebuilt after it unless they are what it is about.
  static let all: [(sql: String, check: String, says: String)] = [
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
      "UPDATE tranche SET amount_minor = 9000000000000000 WHERE key = 'oracle-vantage-2025/texas'",
      "plausibility", "amount of 90000 bn USD"
    ),
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
      """, "balances",
      "its last event gives a size of 25,000,000,000 USD, the record 23,250,000,000 USD"
    ),
    (
      """
      INSERT INTO event (key, tranche_id, kind, occurred_on, occurred_until, funding, amount_minor,
        qualifier, currency, source_id)
      SELECT 'up', id, 'drawn', '2026-01-01', '2026-01-01', 'partly_drawn', 2500000000000, 'exact',
        currency, source_id FROM tranche WHERE key = 'oracle-vantage-2025/texas'
      """, "balances",
      "more is drawn (25,000,000,000 USD) than there is (23,250,000,000 USD)"
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
      """, "look-alikes",
      "deal again: looks like oracle-vantage-2025: same issuer, 37000 and 38000 million"
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
      """, "look-alikes",
      "contract again: looks like article/openai-oracle-300bn: same payer, payee and"
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
    (
      """
      PRAGMA ignore_check_constraints = ON;
      UPDATE tranche SET amount_minor = 9000000000000001 WHERE key = 'oracle-vantage-2025/texas'
      """, "money",
      "tranche oracle-vantage-2025/texas: amount_minor is 9000000000000001, more than any amount"
    ),
    (
      """
      UPDATE claim SET amount_minor = NULL, amount_low_minor = 2, amount_high_minor = 1
      WHERE id = 1
      """,
      "money", "its least amount is more than its most"
    ),
    ("UPDATE deal SET currency = 'XQX' WHERE id = 1", "money", "the currency XQX is none"),
    (
      "UPDATE tranche SET matures_on = '0001-01-01', matures_until = '9999-12-31' WHERE id = 1",
      "days", "matures_on is 0001-01-01"
    ),
    (
      "UPDATE tranche SET matures_on = '2030-01-01', matures_until = '9999-12-31' WHERE id = 1",
      "days", "matures_until is 9999-12-31"
    ),
    (
      """
      UPDATE deal SET name = 'a'; UPDATE deal SET name = 'b'; DELETE FROM row_history WHERE id = 2
      """,
      "history", "log: has no entry between 1 and 3"
    ),
    (
      "UPDATE deal SET name = 'a'; UPDATE row_history SET before = '{\"id\"' WHERE id = 1",
      "history", "entry 1: is no image of a row"
    ),
    (
      "UPDATE deal SET name = 'a'; UPDATE row_history SET row_id = row_id + 1 WHERE id = 1",
      "history", "entry 1: is the image of another row than deal 2"
    ),
    (
      "UPDATE deal SET name = 'a'; UPDATE row_history SET table_name = 'code' WHERE id = 1",
      "history", "entry 1: is about code, of which no log is kept"
    ),
    (
      "UPDATE deal SET name = 'a'; UPDATE row_history SET run_id = 1 WHERE id = 1",
      "history", "entry 1: is not where the log of run 1 is"
    ),
    (
      "UPDATE import_run SET records_added = records_added + 1 WHERE id = 1",
      "chain", "run 1: its hash is not that of what it says and of the runs before it"
    ),
    ("DELETE FROM import_run WHERE id = 2", "chain", "run 3: its hash is not"),
    ("UPDATE import_run SET last_history_id = 5 WHERE id = 1", "chain", "the one before at 5"),
    ("UPDATE import_run SET last_history_id = 9 WHERE id = 1", "chain", "a run saw entry 9"),
    (
      "UPDATE import_run SET finished_at = NULL WHERE id = 2",
      "chain", "run 2: has not ended, and is stored all the same"
    ),
    (
      "UPDATE saved_query SET sql = sql || ' ' WHERE name = 'junk-bond-share'",
      "queries", "query junk-bond-share: has another text"
    ),
    (
      "DELETE FROM saved_query WHERE name = 'maturity-wall'", "queries",
      "maturity-wall: is not there"
    ),
    (
      "UPDATE saved_query SET name = 'best' WHERE name = 'maturity-wall'",
      "queries", "query best: says that it ships with this program, and does not"
    ),
    ("DELETE FROM participation_figure", "derived", "participation_figure"),
    (
      "INSERT INTO lending_figure VALUES (1, 1, 1, 1, 1, NULL, NULL, 1, 0, 0)", "derived",
      "lending_figure"
    ),
    ("UPDATE deal_figure SET named_usd_minor = named_usd_minor + 1", "derived", "deal_figure"),
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
    (
      "DROP VIEW deals; CREATE VIEW deals AS SELECT 1 AS deal_key", "schema",
      "view deals: has another text; `deals migrate` makes it again"
    ),
    ("ALTER TABLE deal ADD COLUMN mine TEXT", "schema", "table deal: has another text"),
    (
      "CREATE TRIGGER quiet AFTER INSERT ON deal BEGIN SELECT 1; END", "schema",
      "trigger quiet: is none of this program's"
    ),
    ("DELETE FROM data_dictionary WHERE object = 'tranche'", "dictionary", "tranche.coupon_pct"),
    ("DELETE FROM data_dictionary", "dictionary", "deal"),
  ]
}
