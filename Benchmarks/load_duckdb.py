"""Loads a generated sheet with DuckDB into a SQLite file with the tables of the ledger.

Usage: load_duckdb.py SHEET LEDGER FILE
       Exchange rates, currencies and grades come from an initialised LEDGER; FILE is made anew.
       Exits 77 where DuckDB is not to be had:
           pip install duckdb==1.4.4 duckdb-ext-sqlite==1.4.4.20260205

It reads and normalises with all threads DuckDB takes, then writes each table in one statement. It
leaves out what DuckDB cannot give a SQLite file, or is slow at: primary keys, unique and other
indexes, CHECKs, foreign keys, columns without values, and what the ledger held before. Nothing in
the sheet is checked, hashes are DuckDB's own, and names are folded a little more simply.
"""

import importlib.util
import os
import pathlib
import sys

try:
    import duckdb
except ImportError:
    print("duckdb is not installed")
    sys.exit(77)


def quoted(text):
    return "'" + str(text).replace("'", "''") + "'"


def sqlite_extension():
    """The extension that writes SQLite files, as the package duckdb-ext-sqlite installs it."""
    package = importlib.util.find_spec("duckdb_ext")
    for folder in package.submodule_search_locations or [] if package else []:
        pattern = f"extensions/v{duckdb.__version__}/*/sqlite_scanner.duckdb_extension"
        for path in pathlib.Path(folder).glob(pattern):
            return path
    return "sqlite_scanner"


def amount(column):
    """An amount in minor units, half to even; hundredths have two decimals, yen none."""
    plain = f"replace(regexp_replace({column}, '[ \\x{{00a0}}]', '', 'g'), ',', '.')"
    hundredths = f"CAST(CAST({plain} AS DECIMAL(18, 2)) * 100 AS BIGINT)"
    return f"""CASE WHEN currency <> 'JPY' THEN {hundredths} ELSE {hundredths} // 100
        + CASE WHEN {hundredths} % 100 + {hundredths} // 100 % 2 > 50 THEN 1 ELSE 0 END END"""


# Lines of a deal stand together, so the first line of each group gives what they have in common.
STEPS = f"""
CREATE TABLE line AS
SELECT row_number() OVER () AS n, deal_id, announced_on, issuer, issuer_country, tranche, currency,
  {amount("amount")} AS amount_minor, CAST(replace(coupon_pct, ',', '.') AS DOUBLE) AS coupon_pct,
  CAST(spread_bps AS DOUBLE) AS spread_bps,
  CASE benchmark WHEN 'UST' THEN 'treasury' ELSE benchmark END AS benchmark, maturity_on,
  nullif(sp_rating, 'NR') AS sp, nullif(moodys_rating, 'NR') AS moodys,
  nullif(fitch_rating, 'NR') AS fitch, CASE market WHEN 'private' THEN 'yes' ELSE 'no' END AS label,
  CASE balance_sheet WHEN 'on' THEN 'consolidated' ELSE 'not_consolidated' END AS treatment, status,
  lender, {amount("commitment_amount")} AS commitment_minor, source_title, source_url, quote,
  CASE instrument WHEN 'private_credit' THEN 'loan' WHEN 'vendor_financing' THEN 'loan'
    WHEN 'abs' THEN 'asset_backed' WHEN 'cmbs' THEN 'securitisation' WHEN 'gpu_lease' THEN 'lease'
    WHEN 'revolver' THEN 'revolving_credit' ELSE instrument END AS instrument,
  hash(deal_id, tranche, lender, commitment_amount) // 2 AS line_hash
FROM read_csv($sheet, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

CREATE TABLE new_source AS
SELECT row_number() OVER (ORDER BY n) AS id, url, title,
  regexp_extract(url, '//(?:www\\.)?([^/]*)', 1) AS publisher
FROM (
  SELECT source_url AS url, arg_min(source_title, n) AS title, min(n) AS n FROM line GROUP BY 1
);

CREATE TABLE new_party AS
SELECT row_number() OVER (ORDER BY n) AS id, name, source_id,
  trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9./]+', '-', 'g'), '-./') AS key,
  regexp_replace(
    trim(regexp_replace(replace(replace(lower(strip_accents(name)), '&', ' and '), '.', ''),
      '[^0-9\\p{{L}}]+', ' ', 'g')),
    ' (inc|llc|ltd|corp|nv|ab|plc|lp|sa)$', '') AS folded
FROM (
  SELECT name, min(n) AS n, arg_min(s.id, n) AS source_id
  FROM (SELECT issuer AS name, n, source_url FROM line
    UNION ALL SELECT lender, n, source_url FROM line) JOIN new_source s ON s.url = source_url
  GROUP BY name
);

CREATE TABLE new_deal AS
SELECT row_number() OVER (ORDER BY x.n) AS id, lower(x.deal_id) AS key, x.deal_id, x.issuer AS name,
  x.instrument AS kind, p.id AS issuer_id, x.currency, x.issuer_country AS country, x.quote,
  s.id AS source_id, x.announced_on, x.treatment,
  CASE x.status WHEN 'rumoured' THEN 'rumoured' ELSE 'reported' END AS evidence,
  CASE x.status WHEN 'rumoured' THEN 'non_binding' WHEN 'announced' THEN 'conditional'
    WHEN 'withdrawn' THEN 'terminated' ELSE 'definitive' END AS binding,
  CASE WHEN x.status = 'closed' AND x.instrument IN ('bond', 'convertible', 'securitisation')
    THEN 'drawn' ELSE 'unknown' END AS funding,
  CASE WHEN x.status IN ('rumoured', 'withdrawn') THEN 0 WHEN x.status = 'announced' THEN 1
    WHEN funding = 'drawn' THEN 4 ELSE 2 END AS stage_rank
FROM line x
JOIN (SELECT min(n) AS n FROM line GROUP BY deal_id) first ON first.n = x.n
JOIN new_party p ON p.name = x.issuer
JOIN new_source s ON s.url = x.source_url;

CREATE TABLE new_tranche AS
SELECT row_number() OVER (ORDER BY x.n) AS id, d.key || '/' || lower(x.tranche) AS key,
  d.id AS deal_row, x.*, d.issuer_id, d.source_id, d.stage_rank,
  CASE WHEN d.evidence = 'rumoured' THEN 'ceiling' WHEN x.instrument = 'lease' THEN 'contract_value'
    WHEN x.instrument = 'equity' THEN CASE d.funding WHEN 'drawn' THEN 'paid' ELSE 'committed' END
    WHEN x.instrument IN ('bond', 'convertible', 'securitisation', 'asset_backed')
    THEN CASE d.binding WHEN 'definitive' THEN 'priced' ELSE 'ceiling' END
    ELSE 'committed' END AS measure
FROM line x
JOIN (SELECT min(n) AS n FROM line GROUP BY deal_id, tranche) first ON first.n = x.n
JOIN new_deal d ON d.deal_id = x.deal_id;

CREATE TABLE new_rating AS
SELECT row_number() OVER (ORDER BY t.id, place) AS id, t.id AS tranche_id, t.issuer_id AS party_id,
  agency, grade, g.notch, t.announced_on AS acted_on, t.source_id
FROM (SELECT id, issuer_id, announced_on, source_id, unnest([1, 2, 3]) AS place,
    unnest(['sp', 'moodys', 'fitch']) AS agency, unnest([sp, moodys, fitch]) AS grade
  FROM new_tranche) t
JOIN ledger.rating_grade g USING (agency, grade)
WHERE grade IS NOT NULL;

CREATE TABLE rate AS
SELECT r.currency, CAST(r.published_on AS DATE) AS day,
  d.units_per_euro * 100 / r.units_per_euro / y.minor_per_unit AS cents
FROM (SELECT currency, published_on, units_per_euro FROM ledger.fx_rate
  UNION ALL SELECT 'EUR', published_on, 1 FROM ledger.fx_rate WHERE currency = 'USD') r
JOIN ledger.fx_rate d ON d.currency = 'USD' AND d.published_on = r.published_on
JOIN ledger.currency y ON y.code = r.currency
WHERE r.currency <> 'USD';

CREATE TABLE new_figure AS
SELECT t.*, CASE WHEN currency = 'USD' THEN 1 WHEN age <= 7 THEN t.cents END AS cents_per_minor,
  CASE WHEN age <= 7 THEN t.day END AS fx_on,
  CAST(floor(amount_minor * cents_per_minor + 0.5) AS BIGINT) AS usd_minor, g.*
FROM (SELECT t.*, date_diff('day', r.day, CAST(t.announced_on AS DATE)) AS age, r.cents, r.day
  FROM new_tranche t ASOF LEFT JOIN rate r
    ON r.currency = t.currency AND r.day <= CAST(t.announced_on AS DATE)) t
LEFT JOIN (
  SELECT tranche_id, max(notch) FILTER (agency = 'sp') AS sp_notch,
    max(notch) FILTER (agency = 'moodys') AS moodys_notch,
    max(notch) FILTER (agency = 'fitch') AS fitch_notch,
    list_sort(list(notch)) AS notches FROM new_rating GROUP BY tranche_id
) g ON g.tranche_id = t.id;
"""

# What is written of it, by table.
TABLES = {
    "source": """SELECT id, publisher || '/' || printf('%012x', hash(url) >> 16) AS key,
        'news' AS kind, title, publisher, url, 5 AS run_id FROM new_source""",
    "party": "SELECT id, key, name, 'unknown' AS kind, source_id, 5 AS run_id FROM new_party",
    "party_name": """SELECT id, key || '/name/' || key AS key, id AS party_id, name, folded,
        'trading' AS kind, source_id, 5 AS run_id FROM new_party""",
    "deal": """SELECT id, key, name, kind, issuer_id, currency, country, quote, 1 AS counted,
        0 AS counted_is_derived, source_id, 5 AS run_id FROM new_deal""",
    "event": """SELECT id, id AS deal_id, 'announced' AS kind, announced_on AS occurred_on,
        announced_on AS occurred_until, evidence, binding, funding, 1 AS funding_is_derived,
        'undisclosed' AS qualifier, source_id, 5 AS run_id FROM new_deal""",
    "accounting_treatment": """SELECT id, id AS deal_id, issuer_id AS party_id, treatment,
        'undisclosed' AS qualifier, source_id, 5 AS run_id FROM new_deal""",
    "state_span": """SELECT id, id AS deal_id, announced_on AS from_on, evidence, binding, funding,
        CASE stage_rank WHEN 1 THEN 'announced' WHEN 2 THEN 'binding' WHEN 4 THEN 'outstanding' END
        AS stage, 0 AS is_undated FROM new_deal""",
    "tranche": """SELECT id, key, deal_row AS deal_id, tranche AS name, instrument,
        label AS private_label, 0 AS is_remainder, amount_minor, 'exact' AS qualifier, measure,
        1 AS measure_is_derived, currency, coupon_pct, benchmark, spread_bps,
        maturity_on AS matures_on, maturity_on AS matures_until, 1 AS counted,
        0 AS counted_is_derived, source_id, 5 AS run_id FROM new_tranche""",
    "rating_action": """SELECT id, party_id, tranche_id, 'tranche' AS level, agency,
        'long_term' AS scale, grade, 'actual' AS kind, 0 AS is_withdrawn, acted_on,
        acted_on AS acted_until, source_id, 5 AS run_id FROM new_rating""",
    "tranche_figure": """SELECT id AS tranche_id, deal_row AS deal_id, issuer_id, instrument,
        CASE WHEN instrument IN ('lease', 'equity') THEN 0 ELSE 1 END AS is_debt, 1 AS counted,
        currency, amount_minor AS low_minor, amount_minor AS high_minor,
        usd_minor AS amount_usd_minor, usd_minor AS low_usd_minor, usd_minor AS high_usd_minor,
        CASE WHEN usd_minor IS NULL THEN 1 ELSE 0 END AS is_unconverted,
        CAST(fx_on AS VARCHAR) AS fx_on, cents_per_minor, announced_on AS dated_on,
        announced_on AS dated_until,
        CASE WHEN notches IS NOT NULL THEN 'tranche' END AS rating_level, sp_notch, moodys_notch,
        fitch_notch, coalesce(notches[2], notches[1]) AS composite_notch,
        'unknown' AS private_by_lender, 'unknown' AS private_by_market,
        label AS private_as_labelled, announced_on AS from_on, stage_rank, 0 AS is_undated,
        0 AS is_partly_drawn, 0 AS has_own_states FROM new_figure""",
    "participation": """SELECT x.n AS id, t.id AS tranche_id, p.id AS party_id, 'lender' AS role,
        x.commitment_minor AS amount_minor, 'exact' AS qualifier, t.measure,
        1 AS measure_is_derived, x.currency, t.source_id, CAST(x.line_hash AS BIGINT) AS line_hash,
        1 AS line_occurrence, 5 AS run_id
        FROM line x JOIN new_tranche t ON t.deal_id = x.deal_id AND t.tranche = x.tranche
        JOIN new_party p ON p.name = x.lender""",
    "import_run": """SELECT 5 AS id, 'import' AS kind, 'load_duckdb' AS command,
        CAST(now() AS VARCHAR) AS finished_at""",
}


def load(sheet, ledger, file):
    connection = duckdb.connect(
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    try:
        connection.execute(f"LOAD {quoted(sqlite_extension())}")
    except duckdb.Error:
        print("duckdb-ext-sqlite is not installed")
        return 77
    if os.path.exists(file):
        os.remove(file)
    connection.execute(f"ATTACH {quoted(ledger)} AS ledger (TYPE sqlite, READ_ONLY)")
    connection.execute(f"ATTACH {quoted(file)} AS made (TYPE sqlite)")
    for step in STEPS.strip().split(";\n"):
        connection.execute(step.replace("$sheet", quoted(sheet)))
    connection.execute("BEGIN")
    for name, sql in TABLES.items():
        connection.execute(f"CREATE TABLE made.{name} AS {sql}")
    connection.execute("COMMIT")
    connection.close()
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: load_duckdb.py SHEET LEDGER FILE")
    sys.exit(load(*sys.argv[1:]))
