-- What is promised for what: a contract is a set of directed legs, one a thing given, so that
-- both sides of a circular deal are rows; and the milestones on which payments and rights depend.

CREATE TABLE contract (
  id                  INTEGER PRIMARY KEY,
  key                 TEXT    NOT NULL,
  name                TEXT    NOT NULL,
  kind                TEXT    NOT NULL,
  starts_on           DATE,
  starts_until        DATE,
  ends_on             DATE,
  ends_until          DATE,
  years               REAL,
  capacity_mw         REAL,
  take_or_pay         TEXT,
  cancellable         INTEGER,
  cancellable_terms   TEXT,
  counted             INTEGER NOT NULL DEFAULT 1,
  not_counted_because TEXT,
  counted_is_derived  INTEGER NOT NULL DEFAULT 0,
  notes               TEXT,
  source_id           INTEGER NOT NULL REFERENCES source (id),
  locator             TEXT,
  run_id              INTEGER REFERENCES import_run (id),
  CONSTRAINT contract_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT contract_starts_on_is_a_day CHECK (starts_on IS date(starts_on, '+0 days')),
  CONSTRAINT contract_starts_until_is_a_day CHECK (starts_until IS date(starts_until, '+0 days')),
  CONSTRAINT contract_starts_is_a_pair
    CHECK ((starts_on IS NULL) = (starts_until IS NULL) AND starts_on <= starts_until),
  CONSTRAINT contract_ends_on_is_a_day CHECK (ends_on IS date(ends_on, '+0 days')),
  CONSTRAINT contract_ends_until_is_a_day CHECK (ends_until IS date(ends_until, '+0 days')),
  CONSTRAINT contract_ends_is_a_pair
    CHECK ((ends_on IS NULL) = (ends_until IS NULL) AND ends_on <= ends_until),
  CONSTRAINT contract_years_is_positive CHECK (years > 0),
  CONSTRAINT contract_cancellable_is_0_or_1
    CHECK (typeof(cancellable) IN ('integer', 'null') AND cancellable IN (0, 1)),
  CONSTRAINT contract_counted_is_0_or_1 CHECK (typeof(counted) = 'integer' AND counted IN (0, 1)),
  CONSTRAINT contract_counted_is_derived_is_0_or_1
    CHECK (typeof(counted_is_derived) = 'integer' AND counted_is_derived IN (0, 1)),
  CONSTRAINT contract_not_counted_has_a_reason
    CHECK ((counted = 0) = (not_counted_because IS NOT NULL)),
  CONSTRAINT contract_has_no_empty_text CHECK (
    length(name) > 0 AND length(kind) > 0 AND length(take_or_pay) > 0
      AND length(cancellable_terms) > 0 AND length(not_counted_because) > 0
      AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT contract_texts_are_text CHECK (
    key < x'' AND name < x'' AND kind < x'' AND take_or_pay < x'' AND cancellable_terms < x''
      AND not_counted_because < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT contract_numbers_are_numbers CHECK (
    years < '' AND capacity_mw < '' AND cancellable < '' AND counted < ''
      AND counted_is_derived < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX contract_by_key ON contract (key);

CREATE TABLE contract_leg (
  id                 INTEGER PRIMARY KEY,
  key                TEXT    NOT NULL,
  contract_id        INTEGER NOT NULL REFERENCES contract (id),
  payer_id           INTEGER NOT NULL REFERENCES party (id),
  payee_id           INTEGER NOT NULL REFERENCES party (id),
  what               TEXT    NOT NULL,
  purpose            TEXT    NOT NULL,
  purpose_is_derived INTEGER NOT NULL DEFAULT 0,
  amount_minor       INTEGER,
  amount_low_minor   INTEGER,
  amount_high_minor  INTEGER,
  qualifier          TEXT    NOT NULL DEFAULT 'undisclosed',
  measure            TEXT,
  measure_is_derived INTEGER NOT NULL DEFAULT 0,
  currency           TEXT,
  amount_period      TEXT    NOT NULL DEFAULT 'total',
  quantity           REAL,
  quantity_qualifier TEXT,
  unit               TEXT,
  notes              TEXT,
  source_id          INTEGER NOT NULL REFERENCES source (id),
  locator            TEXT,
  run_id             INTEGER REFERENCES import_run (id),
  CONSTRAINT contract_leg_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT contract_leg_purpose_is_known CHECK (purpose IN ('capital', 'purchase', 'thing')),
  CONSTRAINT contract_leg_purpose_is_derived_is_0_or_1
    CHECK (typeof(purpose_is_derived) = 'integer' AND purpose_is_derived IN (0, 1)),
  CONSTRAINT contract_leg_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT contract_leg_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT contract_leg_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT contract_leg_quantity_qualifier_is_known CHECK (
    quantity_qualifier IN ('exact', 'about', 'up_to', 'at_least')),
  CONSTRAINT contract_leg_measure_is_derived_is_0_or_1
    CHECK (typeof(measure_is_derived) = 'integer' AND measure_is_derived IN (0, 1)),
  CONSTRAINT contract_leg_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT contract_leg_amount_has_a_currency
    CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT contract_leg_amount_period_is_known
    CHECK (amount_period IN ('total', 'month', 'year')),
  CONSTRAINT contract_leg_has_no_empty_text CHECK (
    length(what) > 0 AND length(purpose) > 0 AND length(qualifier) > 0 AND length(measure) > 0
      AND length(currency) > 0 AND length(amount_period) > 0 AND length(quantity_qualifier) > 0
      AND length(unit) > 0 AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT contract_leg_texts_are_text CHECK (
    key < x'' AND what < x'' AND purpose < x'' AND qualifier < x'' AND measure < x''
      AND currency < x'' AND amount_period < x'' AND quantity_qualifier < x'' AND unit < x''
      AND notes < x'' AND locator < x''),
  CONSTRAINT contract_leg_numbers_are_numbers CHECK (
    contract_id < '' AND payer_id < '' AND payee_id < '' AND purpose_is_derived < ''
      AND amount_minor < '' AND amount_low_minor < '' AND amount_high_minor < ''
      AND measure_is_derived < '' AND quantity < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX contract_leg_by_key ON contract_leg (key);
CREATE INDEX contract_leg_by_contract ON contract_leg (contract_id);
CREATE INDEX contract_leg_by_payer ON contract_leg (payer_id);
CREATE INDEX contract_leg_by_payee ON contract_leg (payee_id);

CREATE TABLE milestone (
  id                 INTEGER PRIMARY KEY,
  key                TEXT    NOT NULL,
  deal_id            INTEGER REFERENCES deal (id),
  contract_id        INTEGER REFERENCES contract (id),
  sequence           INTEGER,
  kind               TEXT    NOT NULL,
  quantity           REAL,
  quantity_qualifier TEXT,
  unit               TEXT,
  price_hurdle_minor INTEGER,
  vests_quantity     REAL,
  vests_unit         TEXT,
  amount_minor       INTEGER,
  amount_low_minor   INTEGER,
  amount_high_minor  INTEGER,
  qualifier          TEXT    NOT NULL DEFAULT 'undisclosed',
  measure            TEXT,
  currency           TEXT,
  due_on             DATE,
  due_until          DATE,
  reached_on         DATE,
  reached_until      DATE,
  condition          TEXT,
  notes              TEXT,
  source_id          INTEGER NOT NULL REFERENCES source (id),
  locator            TEXT,
  run_id             INTEGER REFERENCES import_run (id),
  CONSTRAINT milestone_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT milestone_is_of_one_record CHECK ((deal_id IS NULL) <> (contract_id IS NULL)),
  CONSTRAINT milestone_sequence_is_1_or_more
    CHECK (typeof(sequence) IN ('integer', 'null') AND sequence >= 1),
  CONSTRAINT milestone_quantity_qualifier_is_known
    CHECK (quantity_qualifier IN ('exact', 'about', 'up_to', 'at_least')),
  CONSTRAINT milestone_price_hurdle_is_integer
    CHECK (typeof(price_hurdle_minor) IN ('integer', 'null') AND price_hurdle_minor >= 0),
  CONSTRAINT milestone_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT milestone_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT milestone_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT milestone_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT milestone_amount_has_a_currency
    CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT milestone_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT milestone_due_until_is_a_day CHECK (due_until IS date(due_until, '+0 days')),
  CONSTRAINT milestone_due_is_a_pair
    CHECK ((due_on IS NULL) = (due_until IS NULL) AND due_on <= due_until),
  CONSTRAINT milestone_reached_on_is_a_day CHECK (reached_on IS date(reached_on, '+0 days')),
  CONSTRAINT milestone_reached_until_is_a_day
    CHECK (reached_until IS date(reached_until, '+0 days')),
  CONSTRAINT milestone_reached_is_a_pair
    CHECK ((reached_on IS NULL) = (reached_until IS NULL) AND reached_on <= reached_until),
  CONSTRAINT milestone_price_hurdle_has_a_currency
    CHECK (price_hurdle_minor IS NULL OR currency IS NOT NULL),
  CONSTRAINT milestone_has_no_empty_text CHECK (
    length(kind) > 0 AND length(quantity_qualifier) > 0 AND length(unit) > 0
      AND length(vests_unit) > 0 AND length(qualifier) > 0 AND length(measure) > 0
      AND length(currency) > 0 AND length(condition) > 0 AND length(notes) > 0
      AND length(locator) > 0),
  CONSTRAINT milestone_texts_are_text CHECK (
    key < x'' AND kind < x'' AND quantity_qualifier < x'' AND unit < x'' AND vests_unit < x''
      AND qualifier < x'' AND measure < x'' AND currency < x'' AND condition < x'' AND notes < x''
      AND locator < x''),
  CONSTRAINT milestone_numbers_are_numbers CHECK (
    deal_id < '' AND contract_id < '' AND sequence < '' AND quantity < ''
      AND price_hurdle_minor < '' AND vests_quantity < '' AND amount_minor < ''
      AND amount_low_minor < '' AND amount_high_minor < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX milestone_by_key ON milestone (key);
CREATE INDEX milestone_by_deal ON milestone (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX milestone_by_contract ON milestone (contract_id) WHERE contract_id IS NOT NULL;
