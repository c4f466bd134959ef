-- What deals, tranches and contracts say beside amount and rate: calls, covenants, fees, options,
-- and when principal is to be paid back.

CREATE TABLE term (
  id                INTEGER PRIMARY KEY,
  key               TEXT    NOT NULL,
  deal_id           INTEGER REFERENCES deal (id),
  tranche_id        INTEGER REFERENCES tranche (id),
  contract_id       INTEGER REFERENCES contract (id),
  kind              TEXT    NOT NULL,
  number            REAL,
  number_high       REAL,
  unit              TEXT,
  amount_minor      INTEGER,
  amount_low_minor  INTEGER,
  amount_high_minor INTEGER,
  qualifier         TEXT    NOT NULL DEFAULT 'undisclosed',
  measure           TEXT,
  currency          TEXT,
  starts_on         DATE,
  starts_until      DATE,
  ends_on           DATE,
  ends_until        DATE,
  condition         TEXT,
  notes             TEXT,
  source_id         INTEGER NOT NULL REFERENCES source (id),
  locator           TEXT,
  run_id            INTEGER REFERENCES import_run (id),
  CONSTRAINT term_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT term_is_of_one_record
    CHECK ((deal_id IS NOT NULL) + (tranche_id IS NOT NULL) + (contract_id IS NOT NULL) = 1),
  CONSTRAINT term_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT term_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT term_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT term_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT term_amount_has_a_currency CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT term_starts_on_is_a_day CHECK (starts_on IS date(starts_on, '+0 days')),
  CONSTRAINT term_starts_until_is_a_day CHECK (starts_until IS date(starts_until, '+0 days')),
  CONSTRAINT term_starts_is_a_pair
    CHECK ((starts_on IS NULL) = (starts_until IS NULL) AND starts_on <= starts_until),
  CONSTRAINT term_ends_on_is_a_day CHECK (ends_on IS date(ends_on, '+0 days')),
  CONSTRAINT term_ends_until_is_a_day CHECK (ends_until IS date(ends_until, '+0 days')),
  CONSTRAINT term_ends_is_a_pair
    CHECK ((ends_on IS NULL) = (ends_until IS NULL) AND ends_on <= ends_until),
  CONSTRAINT term_high_number_has_a_low_one CHECK (number_high IS NULL OR number IS NOT NULL),
  CONSTRAINT term_number_has_a_unit CHECK (number IS NULL OR unit IS NOT NULL),
  CONSTRAINT term_has_no_empty_text CHECK (
    length(kind) > 0 AND length(unit) > 0 AND length(qualifier) > 0 AND length(measure) > 0
      AND length(currency) > 0 AND length(condition) > 0 AND length(notes) > 0
      AND length(locator) > 0),
  CONSTRAINT term_texts_are_text CHECK (
    key < x'' AND kind < x'' AND unit < x'' AND qualifier < x'' AND measure < x''
      AND currency < x'' AND condition < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT term_numbers_are_numbers CHECK (
    deal_id < '' AND tranche_id < '' AND contract_id < '' AND number < '' AND number_high < ''
      AND amount_minor < '' AND amount_low_minor < '' AND amount_high_minor < ''
      AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX term_by_key ON term (key);
CREATE INDEX term_by_deal ON term (deal_id, kind) WHERE deal_id IS NOT NULL;
CREATE INDEX term_by_tranche ON term (tranche_id, kind) WHERE tranche_id IS NOT NULL;
CREATE INDEX term_by_contract ON term (contract_id, kind) WHERE contract_id IS NOT NULL;

CREATE TABLE repayment (
  id                INTEGER PRIMARY KEY,
  key               TEXT,
  deal_id           INTEGER REFERENCES deal (id),
  tranche_id        INTEGER REFERENCES tranche (id),
  basis             TEXT    NOT NULL,
  due_on            DATE    NOT NULL,
  due_until         DATE    NOT NULL,
  amount_minor      INTEGER,
  amount_low_minor  INTEGER,
  amount_high_minor INTEGER,
  qualifier         TEXT    NOT NULL DEFAULT 'undisclosed',
  measure           TEXT,
  currency          TEXT,
  share_pct         REAL,
  notes             TEXT,
  source_id         INTEGER NOT NULL REFERENCES source (id),
  locator           TEXT,
  run_id            INTEGER REFERENCES import_run (id),
  CONSTRAINT repayment_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT repayment_is_of_one_record CHECK ((deal_id IS NULL) <> (tranche_id IS NULL)),
  CONSTRAINT repayment_due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
  CONSTRAINT repayment_due_until_is_a_day CHECK (due_until IS date(due_until, '+0 days')),
  CONSTRAINT repayment_due_is_a_pair CHECK (due_on <= due_until),
  CONSTRAINT repayment_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT repayment_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT repayment_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT repayment_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT repayment_amount_has_a_currency
    CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT repayment_basis_is_known CHECK (basis IN ('contractual', 'projected')),
  CONSTRAINT repayment_has_no_empty_text CHECK (
    length(basis) > 0 AND length(qualifier) > 0 AND length(measure) > 0 AND length(currency) > 0
      AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT repayment_texts_are_text CHECK (
    key < x'' AND basis < x'' AND qualifier < x'' AND measure < x'' AND currency < x''
      AND notes < x'' AND locator < x''),
  CONSTRAINT repayment_numbers_are_numbers CHECK (
    deal_id < '' AND tranche_id < '' AND amount_minor < '' AND amount_low_minor < ''
      AND amount_high_minor < '' AND share_pct < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX repayment_by_key ON repayment (key) WHERE key IS NOT NULL;
CREATE INDEX repayment_by_deal ON repayment (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX repayment_by_tranche ON repayment (tranche_id) WHERE tranche_id IS NOT NULL;

CREATE TABLE accounting_treatment (
  id                 INTEGER PRIMARY KEY,
  key                TEXT,
  deal_id            INTEGER NOT NULL REFERENCES deal (id),
  party_id           INTEGER NOT NULL REFERENCES party (id),
  treatment          TEXT    NOT NULL,
  standard           TEXT,
  amount_minor       INTEGER,
  amount_low_minor   INTEGER,
  amount_high_minor  INTEGER,
  qualifier          TEXT    NOT NULL DEFAULT 'undisclosed',
  measure            TEXT,
  currency           TEXT,
  notes              TEXT,
  source_id          INTEGER NOT NULL REFERENCES source (id),
  locator            TEXT,
  run_id             INTEGER REFERENCES import_run (id),
  CONSTRAINT accounting_treatment_key_is_a_key
    CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT accounting_treatment_is_known CHECK (treatment IN ('consolidated', 'not_consolidated',
    'equity_method', 'finance_lease', 'operating_lease', 'lease_not_commenced', 'unknown')),
  CONSTRAINT accounting_treatment_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT accounting_treatment_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT accounting_treatment_currency_is_three_letters
    CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT accounting_treatment_has_no_empty_text CHECK (
    length(treatment) > 0 AND length(standard) > 0 AND length(qualifier) > 0
      AND length(measure) > 0 AND length(currency) > 0 AND length(notes) > 0
      AND length(locator) > 0),
  CONSTRAINT accounting_treatment_texts_are_text CHECK (
    key < x'' AND treatment < x'' AND standard < x'' AND qualifier < x'' AND measure < x''
      AND currency < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT accounting_treatment_numbers_are_numbers CHECK (
    deal_id < '' AND party_id < '' AND amount_minor < '' AND amount_low_minor < ''
      AND amount_high_minor < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX accounting_treatment_by_key ON accounting_treatment (key)
  WHERE key IS NOT NULL;
CREATE INDEX accounting_treatment_by_deal ON accounting_treatment (deal_id);
