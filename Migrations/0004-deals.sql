-- What is borrowed or raised: a deal, its tranches (the only level that is summed), who takes
-- which part in it, and how deals and contracts belong together.

CREATE TABLE deal (
  id                  INTEGER PRIMARY KEY,
  key                 TEXT    NOT NULL,
  name                TEXT    NOT NULL,
  kind                TEXT    NOT NULL,
  issuer_id           INTEGER NOT NULL REFERENCES party (id),
  currency            TEXT,
  country             TEXT,
  market              TEXT,
  private_label       TEXT,
  recourse            TEXT,
  use_of_proceeds     TEXT,
  quote               TEXT,
  counted             INTEGER NOT NULL DEFAULT 1,
  not_counted_because TEXT,
  counted_is_derived  INTEGER NOT NULL DEFAULT 0,
  notes               TEXT,
  source_id           INTEGER NOT NULL REFERENCES source (id),
  locator             TEXT,
  run_id              INTEGER REFERENCES import_run (id),
  CONSTRAINT deal_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT deal_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT deal_country_is_two_letters CHECK (country GLOB '[A-Z][A-Z]'),
  CONSTRAINT deal_private_label_is_known CHECK (private_label IN ('yes', 'no')),
  CONSTRAINT deal_counted_is_0_or_1 CHECK (typeof(counted) = 'integer' AND counted IN (0, 1)),
  CONSTRAINT deal_counted_is_derived_is_0_or_1
    CHECK (typeof(counted_is_derived) = 'integer' AND counted_is_derived IN (0, 1)),
  CONSTRAINT deal_not_counted_has_a_reason
    CHECK ((counted = 0) = (not_counted_because IS NOT NULL)),
  CONSTRAINT deal_has_no_empty_text CHECK (
    length(name) > 0 AND length(kind) > 0 AND length(currency) > 0 AND length(country) > 0
      AND length(market) > 0 AND length(private_label) > 0 AND length(recourse) > 0
      AND length(use_of_proceeds) > 0 AND length(quote) > 0 AND length(not_counted_because) > 0
      AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT deal_texts_are_text CHECK (
    key < x'' AND name < x'' AND kind < x'' AND currency < x'' AND country < x'' AND market < x''
      AND private_label < x'' AND recourse < x'' AND use_of_proceeds < x'' AND quote < x''
      AND not_counted_because < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT deal_numbers_are_numbers CHECK (
    issuer_id < '' AND counted < '' AND counted_is_derived < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX deal_by_key ON deal (key);
CREATE INDEX deal_by_issuer ON deal (issuer_id);

CREATE TABLE tranche (
  id                  INTEGER PRIMARY KEY,
  key                 TEXT    NOT NULL,
  deal_id             INTEGER NOT NULL REFERENCES deal (id),
  joins_tranche_id    INTEGER REFERENCES tranche (id),
  name                TEXT    NOT NULL,
  instrument          TEXT    NOT NULL,
  market              TEXT,
  private_label       TEXT,
  is_remainder        INTEGER NOT NULL DEFAULT 0,
  seniority           TEXT,
  secured             INTEGER,
  amount_minor        INTEGER,
  amount_low_minor    INTEGER,
  amount_high_minor   INTEGER,
  qualifier           TEXT    NOT NULL DEFAULT 'undisclosed',
  measure             TEXT,
  measure_is_derived  INTEGER NOT NULL DEFAULT 0,
  currency            TEXT,
  rate_type           TEXT,
  coupon_pct          REAL,
  benchmark           TEXT,
  spread_bps          REAL,
  spread_bps_high     REAL,
  floor_pct           REAL,
  issue_price_pct     REAL,
  yield_pct           REAL,
  matures_on          DATE,
  matures_until       DATE,
  stated_tenor_years  REAL,
  first_call_on       DATE,
  first_call_until    DATE,
  amortisation        TEXT,
  counted             INTEGER NOT NULL DEFAULT 1,
  not_counted_because TEXT,
  counted_is_derived  INTEGER NOT NULL DEFAULT 0,
  notes               TEXT,
  source_id           INTEGER NOT NULL REFERENCES source (id),
  locator             TEXT,
  line_hash           INTEGER,
  line_occurrence     INTEGER,
  run_id              INTEGER REFERENCES import_run (id),
  CONSTRAINT tranche_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT tranche_joins_another CHECK (joins_tranche_id <> id),
  CONSTRAINT tranche_is_remainder_is_0_or_1
    CHECK (typeof(is_remainder) = 'integer' AND is_remainder IN (0, 1)),
  CONSTRAINT tranche_secured_is_0_or_1
    CHECK (typeof(secured) IN ('integer', 'null') AND secured IN (0, 1)),
  CONSTRAINT tranche_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT tranche_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT tranche_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT tranche_measure_is_derived_is_0_or_1
    CHECK (typeof(measure_is_derived) = 'integer' AND measure_is_derived IN (0, 1)),
  CONSTRAINT tranche_private_label_is_known CHECK (private_label IN ('yes', 'no')),
  CONSTRAINT tranche_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT tranche_amount_has_a_currency
    CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT tranche_rate_type_is_known
    CHECK (rate_type IN ('fixed', 'floating', 'zero', 'unknown')),
  CONSTRAINT tranche_matures_on_is_a_day CHECK (matures_on IS date(matures_on, '+0 days')),
  CONSTRAINT tranche_matures_until_is_a_day CHECK (matures_until IS date(matures_until, '+0 days')),
  CONSTRAINT tranche_matures_is_a_pair
    CHECK ((matures_on IS NULL) = (matures_until IS NULL) AND matures_on <= matures_until),
  CONSTRAINT tranche_first_call_on_is_a_day CHECK (first_call_on IS date(first_call_on, '+0 days')),
  CONSTRAINT tranche_first_call_until_is_a_day
    CHECK (first_call_until IS date(first_call_until, '+0 days')),
  CONSTRAINT tranche_first_call_is_a_pair CHECK (
    (first_call_on IS NULL) = (first_call_until IS NULL) AND first_call_on <= first_call_until),
  CONSTRAINT tranche_counted_is_0_or_1 CHECK (typeof(counted) = 'integer' AND counted IN (0, 1)),
  CONSTRAINT tranche_counted_is_derived_is_0_or_1
    CHECK (typeof(counted_is_derived) = 'integer' AND counted_is_derived IN (0, 1)),
  CONSTRAINT tranche_not_counted_has_a_reason
    CHECK ((counted = 0) = (not_counted_because IS NOT NULL)),
  CONSTRAINT tranche_has_no_empty_text CHECK (
    length(name) > 0 AND length(instrument) > 0 AND length(market) > 0
      AND length(private_label) > 0 AND length(seniority) > 0
      AND length(qualifier) > 0 AND length(measure) > 0 AND length(currency) > 0
      AND length(rate_type) > 0 AND length(benchmark) > 0 AND length(amortisation) > 0
      AND length(not_counted_because) > 0 AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT tranche_texts_are_text CHECK (
    key < x'' AND name < x'' AND instrument < x'' AND market < x'' AND private_label < x''
      AND seniority < x'' AND qualifier < x'' AND measure < x'' AND currency < x''
      AND rate_type < x'' AND benchmark < x'' AND amortisation < x'' AND not_counted_because < x''
      AND notes < x'' AND locator < x''),
  CONSTRAINT tranche_numbers_are_numbers CHECK (
    deal_id < '' AND joins_tranche_id < '' AND is_remainder < '' AND secured < ''
      AND amount_minor < '' AND amount_low_minor < '' AND amount_high_minor < ''
      AND measure_is_derived < '' AND coupon_pct < '' AND spread_bps < '' AND spread_bps_high < ''
      AND floor_pct < '' AND issue_price_pct < '' AND yield_pct < '' AND stated_tenor_years < ''
      AND counted < '' AND counted_is_derived < '' AND source_id < '' AND line_hash < ''
      AND line_occurrence < '' AND run_id < '')
);
CREATE UNIQUE INDEX tranche_by_key ON tranche (key);
CREATE INDEX tranche_by_deal ON tranche (deal_id);
CREATE UNIQUE INDEX tranche_by_line ON tranche (line_hash, line_occurrence)
  WHERE line_hash IS NOT NULL;

CREATE TABLE instrument_identifier (
  id         INTEGER PRIMARY KEY,
  key        TEXT    NOT NULL,
  tranche_id INTEGER NOT NULL REFERENCES tranche (id),
  scheme     TEXT    NOT NULL,
  value      TEXT    NOT NULL,
  source_id  INTEGER REFERENCES source (id),
  locator    TEXT,
  run_id     INTEGER REFERENCES import_run (id),
  CONSTRAINT instrument_identifier_key_is_a_key
    CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT instrument_identifier_scheme_is_known CHECK (scheme IN ('isin', 'cusip', 'figi')),
  CONSTRAINT instrument_identifier_has_no_empty_text CHECK (
    length(scheme) > 0 AND length(value) > 0 AND length(locator) > 0),
  CONSTRAINT instrument_identifier_texts_are_text CHECK (
    key < x'' AND scheme < x'' AND value < x'' AND locator < x''),
  CONSTRAINT instrument_identifier_numbers_are_numbers CHECK (
    tranche_id < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX instrument_identifier_by_key ON instrument_identifier (key);
CREATE UNIQUE INDEX instrument_identifier_by_value ON instrument_identifier (scheme, value);
CREATE INDEX instrument_identifier_by_tranche ON instrument_identifier (tranche_id);

CREATE TABLE participation (
  id                 INTEGER PRIMARY KEY,
  key                TEXT,
  deal_id            INTEGER REFERENCES deal (id),
  tranche_id         INTEGER REFERENCES tranche (id),
  party_id           INTEGER NOT NULL REFERENCES party (id),
  role               TEXT    NOT NULL,
  share_pct          REAL,
  amount_minor       INTEGER,
  amount_low_minor   INTEGER,
  amount_high_minor  INTEGER,
  qualifier          TEXT    NOT NULL DEFAULT 'undisclosed',
  measure            TEXT,
  measure_is_derived INTEGER NOT NULL DEFAULT 0,
  currency           TEXT,
  notes              TEXT,
  source_id          INTEGER NOT NULL REFERENCES source (id),
  locator            TEXT,
  line_hash          INTEGER,
  line_occurrence    INTEGER,
  run_id             INTEGER REFERENCES import_run (id),
  CONSTRAINT participation_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT participation_is_in_one_deal_or_tranche
    CHECK ((deal_id IS NULL) <> (tranche_id IS NULL)),
  CONSTRAINT participation_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT participation_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT participation_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT participation_measure_is_derived_is_0_or_1
    CHECK (typeof(measure_is_derived) = 'integer' AND measure_is_derived IN (0, 1)),
  CONSTRAINT participation_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT participation_amount_has_a_currency
    CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT participation_has_no_empty_text CHECK (
    length(role) > 0 AND length(qualifier) > 0 AND length(measure) > 0 AND length(currency) > 0
      AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT participation_texts_are_text CHECK (
    key < x'' AND role < x'' AND qualifier < x'' AND measure < x'' AND currency < x''
      AND notes < x'' AND locator < x''),
  CONSTRAINT participation_numbers_are_numbers CHECK (
    deal_id < '' AND tranche_id < '' AND party_id < '' AND share_pct < '' AND amount_minor < ''
      AND amount_low_minor < '' AND amount_high_minor < '' AND measure_is_derived < ''
      AND source_id < '' AND line_hash < '' AND line_occurrence < '' AND run_id < '')
);
CREATE UNIQUE INDEX participation_by_key ON participation (key) WHERE key IS NOT NULL;
CREATE UNIQUE INDEX participation_by_line ON participation (line_hash, line_occurrence)
  WHERE line_hash IS NOT NULL;
CREATE INDEX participation_by_deal ON participation (deal_id, role) WHERE deal_id IS NOT NULL;
CREATE INDEX participation_by_tranche ON participation (tranche_id);
CREATE INDEX participation_by_party ON participation (party_id);

CREATE TABLE deal_link (
  id               INTEGER PRIMARY KEY,
  key              TEXT    NOT NULL,
  kind             TEXT    NOT NULL,
  from_deal_id     INTEGER REFERENCES deal (id),
  from_contract_id INTEGER REFERENCES contract (id),
  to_deal_id       INTEGER REFERENCES deal (id),
  to_contract_id   INTEGER REFERENCES contract (id),
  reason           TEXT,
  source_id        INTEGER NOT NULL REFERENCES source (id),
  locator          TEXT,
  run_id           INTEGER REFERENCES import_run (id),
  CONSTRAINT deal_link_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT deal_link_kind_is_known CHECK (kind IN ('part_of', 'amends', 'extends', 'taps',
    'replaces', 'refinances', 'same_as', 'distinct_from', 'announces', 'supports', 'secured_by')),
  CONSTRAINT deal_link_is_from_one_record
    CHECK ((from_deal_id IS NULL) <> (from_contract_id IS NULL)),
  CONSTRAINT deal_link_is_to_one_record CHECK ((to_deal_id IS NULL) <> (to_contract_id IS NULL)),
  CONSTRAINT deal_link_has_no_empty_text CHECK (
    length(kind) > 0 AND length(reason) > 0 AND length(locator) > 0),
  CONSTRAINT deal_link_texts_are_text CHECK (
    key < x'' AND kind < x'' AND reason < x'' AND locator < x''),
  CONSTRAINT deal_link_numbers_are_numbers CHECK (
    from_deal_id < '' AND from_contract_id < '' AND to_deal_id < '' AND to_contract_id < ''
      AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX deal_link_by_key ON deal_link (key);
CREATE INDEX deal_link_by_from_deal ON deal_link (from_deal_id);
CREATE INDEX deal_link_by_to_deal ON deal_link (to_deal_id);
CREATE INDEX deal_link_by_from_contract ON deal_link (from_contract_id);
CREATE INDEX deal_link_by_to_contract ON deal_link (to_contract_id);
