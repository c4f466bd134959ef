-- What lenders can turn to: assets, and to which deal or tranche each is pledged. One asset may be
-- pledged more than once.

CREATE TABLE asset (
  id                INTEGER PRIMARY KEY,
  key               TEXT    NOT NULL,
  name              TEXT    NOT NULL,
  kind              TEXT    NOT NULL,
  owner_id          INTEGER REFERENCES party (id),
  country           TEXT,
  place             TEXT,
  capacity_mw       REAL,
  quantity          REAL,
  unit              TEXT,
  model             TEXT,
  useful_life_years REAL,
  amount_minor      INTEGER,
  amount_low_minor  INTEGER,
  amount_high_minor INTEGER,
  qualifier         TEXT    NOT NULL DEFAULT 'undisclosed',
  measure           TEXT,
  currency          TEXT,
  appraised_on      DATE,
  appraised_until   DATE,
  in_service_on     DATE,
  in_service_until  DATE,
  notes             TEXT,
  source_id         INTEGER NOT NULL REFERENCES source (id),
  locator           TEXT,
  run_id            INTEGER REFERENCES import_run (id),
  CONSTRAINT asset_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT asset_country_is_two_letters CHECK (country GLOB '[A-Z][A-Z]'),
  CONSTRAINT asset_useful_life_is_positive CHECK (useful_life_years > 0),
  CONSTRAINT asset_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT asset_amount_fits_its_qualifier CHECK (CASE qualifier
    WHEN 'range' THEN amount_minor IS NULL
      AND coalesce(amount_low_minor <= amount_high_minor, FALSE)
    WHEN 'undisclosed' THEN
      amount_minor IS NULL AND amount_low_minor IS NULL AND amount_high_minor IS NULL
    ELSE coalesce(amount_minor >= 0, FALSE)
      AND amount_low_minor IS NULL AND amount_high_minor IS NULL END),
  CONSTRAINT asset_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT asset_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT asset_amount_has_a_currency CHECK (qualifier = 'undisclosed' OR currency IS NOT NULL),
  CONSTRAINT asset_appraised_on_is_a_day CHECK (appraised_on IS date(appraised_on, '+0 days')),
  CONSTRAINT asset_appraised_until_is_a_day
    CHECK (appraised_until IS date(appraised_until, '+0 days')),
  CONSTRAINT asset_appraised_is_a_pair
    CHECK ((appraised_on IS NULL) = (appraised_until IS NULL) AND appraised_on <= appraised_until),
  CONSTRAINT asset_in_service_on_is_a_day CHECK (in_service_on IS date(in_service_on, '+0 days')),
  CONSTRAINT asset_in_service_until_is_a_day
    CHECK (in_service_until IS date(in_service_until, '+0 days')),
  CONSTRAINT asset_in_service_is_a_pair CHECK (
    (in_service_on IS NULL) = (in_service_until IS NULL) AND in_service_on <= in_service_until),
  CONSTRAINT asset_has_no_empty_text CHECK (
    length(name) > 0 AND length(kind) > 0 AND length(country) > 0 AND length(place) > 0
      AND length(unit) > 0 AND length(model) > 0 AND length(qualifier) > 0 AND length(measure) > 0
      AND length(currency) > 0 AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT asset_texts_are_text CHECK (
    key < x'' AND name < x'' AND kind < x'' AND country < x'' AND place < x'' AND unit < x''
      AND model < x'' AND qualifier < x'' AND measure < x'' AND currency < x'' AND notes < x''
      AND locator < x''),
  CONSTRAINT asset_numbers_are_numbers CHECK (
    owner_id < '' AND capacity_mw < '' AND quantity < '' AND useful_life_years < ''
      AND amount_minor < '' AND amount_low_minor < '' AND amount_high_minor < ''
      AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX asset_by_key ON asset (key);
CREATE INDEX asset_by_owner ON asset (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE pledge (
  id             INTEGER PRIMARY KEY,
  key            TEXT    NOT NULL,
  asset_id       INTEGER NOT NULL REFERENCES asset (id),
  deal_id        INTEGER REFERENCES deal (id),
  tranche_id     INTEGER REFERENCES tranche (id),
  kind           TEXT    NOT NULL,
  rank           INTEGER,
  agent_id       INTEGER REFERENCES party (id),
  from_on        DATE,
  from_until     DATE,
  released_on    DATE,
  released_until DATE,
  notes          TEXT,
  source_id      INTEGER NOT NULL REFERENCES source (id),
  locator        TEXT,
  run_id         INTEGER REFERENCES import_run (id),
  CONSTRAINT pledge_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT pledge_is_of_one_record CHECK ((deal_id IS NULL) <> (tranche_id IS NULL)),
  CONSTRAINT pledge_rank_is_1_or_more CHECK (typeof(rank) IN ('integer', 'null') AND rank >= 1),
  CONSTRAINT pledge_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT pledge_from_until_is_a_day CHECK (from_until IS date(from_until, '+0 days')),
  CONSTRAINT pledge_from_is_a_pair
    CHECK ((from_on IS NULL) = (from_until IS NULL) AND from_on <= from_until),
  CONSTRAINT pledge_released_on_is_a_day CHECK (released_on IS date(released_on, '+0 days')),
  CONSTRAINT pledge_released_until_is_a_day
    CHECK (released_until IS date(released_until, '+0 days')),
  CONSTRAINT pledge_released_is_a_pair
    CHECK ((released_on IS NULL) = (released_until IS NULL) AND released_on <= released_until),
  CONSTRAINT pledge_has_no_empty_text CHECK (
    length(kind) > 0 AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT pledge_texts_are_text CHECK (
    key < x'' AND kind < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT pledge_numbers_are_numbers CHECK (
    asset_id < '' AND deal_id < '' AND tranche_id < '' AND rank < '' AND agent_id < ''
      AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX pledge_by_key ON pledge (key);
CREATE INDEX pledge_by_asset ON pledge (asset_id);
CREATE INDEX pledge_by_deal ON pledge (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX pledge_by_tranche ON pledge (tranche_id) WHERE tranche_id IS NOT NULL;
CREATE INDEX pledge_by_agent ON pledge (agent_id) WHERE agent_id IS NOT NULL;
