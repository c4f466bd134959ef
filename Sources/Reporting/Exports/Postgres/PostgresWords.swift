/// What the script for PostgreSQL says around the tables.
enum PostgresWords {
  /// How the statement of a unique index begins.
  static let uniqueIndex = "CREATE UNIQUE INDEX"

  /// The beginning: how to run it, and what is not in it.
  static func head(ledger: String, omitted: [PostgresExport.Omission]) -> String {
    let left =
      omitted.isEmpty
      ? "-- All saved queries are here.\n"
      : "-- Saved queries that are left out:\n"
        + omitted.map { "--   \($0.name): \($0.reason)\n" }.joined()
    return """
      -- Deal Ledger \(ledger)
      --
      --   createdb deals && psql -d deals -f THIS-FILE
      --
      -- It is all or nothing. Tables and views are in the schema ledger, saved queries in
      -- ledger_query, what they need of SQLite's functions in ledger_sqlite. To load it anew:
      --
      --   DROP SCHEMA ledger, ledger_query, ledger_sqlite CASCADE;
      --
      --   SELECT * FROM ledger.tranches;
      --   SELECT * FROM ledger_query.junk_bond_share(as_of => '2026-06-30');
      --
      \(left)--
      -- Distributed kin; this script is tried on PostgreSQL alone. Every table has a primary key,
      -- and no sequence hands out keys, so nodes need not agree on numbers. Citus: unique keys and
      -- references cross any distribution column, so make each table a reference table once loaded:
      --   SELECT create_reference_table(c.oid) FROM pg_class c
      --   WHERE c.relnamespace = 'ledger'::regnamespace AND c.relkind = 'r';
      -- YugabyteDB spreads rows by the hash of the primary key; ranges of days are faster after
      --   CREATE INDEX ON ledger.fx_rate (published_on ASC);
      -- CockroachDB sorts text by its bytes anyway: take out COLLATE "C". Whether it takes the
      -- views depends on the functions and operators its version can define.

      \\set ON_ERROR_STOP on
      \\set QUIET on
      BEGIN;
      SET LOCAL client_min_messages = warning;
      CREATE SCHEMA ledger;
      CREATE SCHEMA ledger_query;
      CREATE SCHEMA ledger_sqlite;


      """
  }

  /// The functions of SQLite.
  static func functions(_ text: String) -> String {
    "-- SQLite's functions\n\nSET LOCAL search_path = ledger_sqlite, pg_catalog;\n\n\(text)"
  }

  /// Before queries whose text is the user's own.
  static let own = """

    -- Queries of your own. What PostgreSQL refuses of them is told, and is left out.
    \\set ON_ERROR_STOP off
    SET search_path = ledger_sqlite, ledger, pg_catalog;


    """
}
