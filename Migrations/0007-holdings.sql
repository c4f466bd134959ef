-- Who holds what on which day, as funds and companies report it. A holding is a line of a
-- portfolio, never a deal, and is never added to one.

CREATE TABLE holding (
  id                INTEGER PRIMARY KEY,
  key               TEXT,
  holder_id         INTEGER NOT NULL REFERENCES party (id),
  tranche_id        INTEGER REFERENCES tranche (id),
  issuer_id         INTEGER REFERENCES party (id),
  kind              TEXT    NOT NULL,
  title             TEXT,
  issuer_name       TEXT,
  issuer_lei        TEXT,
  issuer_country    TEXT,
  issuer_category   TEXT,
  asset_category    TEXT,
  isin              TEXT,
  cusip             TEXT,
  matched_by        TEXT,
  as_of_on          DATE,
  as_of_until       DATE,
  amount_minor      INTEGER,
  amount_low_minor  INTEGER,
  amount_high_minor INTEGER,
  qualifier         TEXT    NOT NULL DEFAULT 'undisclosed',
  measure           TEXT,
  currency          TEXT,
  value_minor       INTEGER,
  value_currency    TEXT,
  shares            REAL,
  shares_unit       TEXT,
  owned_pct         REAL,
  net_assets_pct    REAL,
  coupon_pct        REAL,
  rate_type         TEXT,
  matures_on        DATE,
  matures_until     DATE,
  is_in_default     INTEGER,
  is_in_arrears     INTEGER,
  is_paid_in_kind   INTEGER,
  is_convertible    INTEGER,
  is_short          INTEGER,
  is_restricted     INTEGER,
  fair_value_level  INTEGER,
  notes             TEXT,
  source_id         INTEGER NOT NULL REFERENCES source (id),
  locator           TEXT,
  run_id            INTEGER REFERENCES import_run (id),
  CONSTRAINT holding_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT holding_names_what_is_held
    CHECK (tranche_id IS NOT NULL OR issuer_id IS NOT NULL OR title IS NOT NULL
      OR issuer_name IS NOT NULL),
  CONSTRAINT holding_matched_by_is_known CHECK (matched_by IN ('isin', 'cusip', 'terms')),
  CONSTRAINT holding_match_has_a_tranche CHECK (matched_by IS NULL OR tranche_id IS NOT NULL),
  CONSTRAINT holding_kind_is_known CHECK (kind IN ('debt', 'equity', 'derivative', 'other')),
  CONSTRAINT holding_as_of_on_is_a_day CHECK (as_of_on IS date(as_of_on, '+0 days')),
  CONSTRAINT holding_as_of_until_is_a_day CHECK (as_of_until IS date(as_of_until, '+0 days')),
  CONSTRAINT holding_as_of_is_a_pair
    CHECK ((as_of_on IS NULL) = (as_of_until IS NULL) AND as_of_on <= as_of_until),
  CONSTRAINT holding_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT holding_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT holding_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT holding_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT holding_amount_has_a_currency
    CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT holding_matures_on_is_a_day CHECK (matures_on IS date(matures_on, '+0 days')),
  CONSTRAINT holding_matures_until_is_a_day CHECK (matures_until IS date(matures_until, '+0 days')),
  CONSTRAINT holding_matures_is_a_pair
    CHECK ((matures_on IS NULL) = (matures_until IS NULL) AND matures_on <= matures_until),
  CONSTRAINT holding_value_is_integer CHECK (typeof(value_minor) IN ('integer', 'null')),
  CONSTRAINT holding_value_has_a_currency
    CHECK (value_minor IS NULL OR currency IS NOT NULL OR value_currency IS NOT NULL),
  CONSTRAINT holding_value_currency_is_three_letters CHECK (value_currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT holding_issuer_country_is_two_letters CHECK (issuer_country GLOB '[A-Z][A-Z]'),
  CONSTRAINT holding_rate_type_is_known
    CHECK (rate_type IN ('fixed', 'floating', 'zero', 'unknown')),
  CONSTRAINT holding_is_in_default_is_0_or_1
    CHECK (typeof(is_in_default) IN ('integer', 'null') AND is_in_default IN (0, 1)),
  CONSTRAINT holding_is_in_arrears_is_0_or_1
    CHECK (typeof(is_in_arrears) IN ('integer', 'null') AND is_in_arrears IN (0, 1)),
  CONSTRAINT holding_is_paid_in_kind_is_0_or_1
    CHECK (typeof(is_paid_in_kind) IN ('integer', 'null') AND is_paid_in_kind IN (0, 1)),
  CONSTRAINT holding_is_convertible_is_0_or_1
    CHECK (typeof(is_convertible) IN ('integer', 'null') AND is_convertible IN (0, 1)),
  CONSTRAINT holding_is_short_is_0_or_1
    CHECK (typeof(is_short) IN ('integer', 'null') AND is_short IN (0, 1)),
  CONSTRAINT holding_is_restricted_is_0_or_1
    CHECK (typeof(is_restricted) IN ('integer', 'null') AND is_restricted IN (0, 1)),
  CONSTRAINT holding_fair_value_level_is_1_to_3 CHECK (
    typeof(fair_value_level) IN ('integer', 'null') AND fair_value_level BETWEEN 1 AND 3),
  CONSTRAINT holding_has_no_empty_text CHECK (
    length(kind) > 0 AND length(title) > 0 AND length(issuer_name) > 0 AND length(issuer_lei) > 0
      AND length(issuer_country) > 0 AND length(issuer_category) > 0 AND length(asset_category) > 0
      AND length(isin) > 0 AND length(cusip) > 0 AND length(matched_by) > 0
      AND length(qualifier) > 0 AND length(measure) > 0 AND length(currency) > 0
      AND length(value_currency) > 0 AND length(shares_unit) > 0 AND length(rate_type) > 0
      AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT holding_texts_are_text CHECK (
    key < x'' AND kind < x'' AND title < x'' AND issuer_name < x'' AND issuer_lei < x''
      AND issuer_country < x'' AND issuer_category < x'' AND asset_category < x'' AND isin < x''
      AND cusip < x'' AND matched_by < x'' AND qualifier < x'' AND measure < x''
      AND currency < x'' AND value_currency < x'' AND shares_unit < x'' AND rate_type < x''
      AND notes < x'' AND locator < x''),
  CONSTRAINT holding_numbers_are_numbers CHECK (
    holder_id < '' AND tranche_id < '' AND issuer_id < '' AND amount_minor < ''
      AND amount_low_minor < '' AND amount_high_minor < '' AND value_minor < '' AND shares < ''
      AND owned_pct < '' AND net_assets_pct < '' AND coupon_pct < '' AND is_in_default < ''
      AND is_in_arrears < '' AND is_paid_in_kind < '' AND is_convertible < '' AND is_short < ''
      AND is_restricted < '' AND fair_value_level < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX holding_by_key ON holding (key) WHERE key IS NOT NULL;
CREATE INDEX holding_by_holder ON holding (holder_id, as_of_until);
CREATE INDEX holding_by_tranche ON holding (tranche_id) WHERE tranche_id IS NOT NULL;
CREATE INDEX holding_by_issuer ON holding (issuer_id) WHERE issuer_id IS NOT NULL;
