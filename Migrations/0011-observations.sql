-- Figures about the market or a company that are no deal: statistics, forecasts, guidance by
-- vintage, reported financials. They are never added to deals.

CREATE TABLE observation (
  id                 INTEGER PRIMARY KEY,
  key                TEXT    NOT NULL,
  parent_id          INTEGER REFERENCES observation (id),
  metric             TEXT    NOT NULL,
  kind               TEXT    NOT NULL,
  value              REAL,
  value_low          REAL,
  value_high         REAL,
  qualifier          TEXT    NOT NULL DEFAULT 'undisclosed',
  unit               TEXT,
  amount_minor       INTEGER,
  amount_low_minor   INTEGER,
  amount_high_minor  INTEGER,
  currency           TEXT,
  universe           TEXT,
  subject_id         INTEGER REFERENCES party (id),
  stated_by          TEXT,
  stated_by_id       INTEGER REFERENCES party (id),
  stated_on          DATE,
  stated_until       DATE,
  period_start_on    DATE,
  period_start_until DATE,
  period_end_on      DATE,
  period_end_until   DATE,
  horizon            TEXT,
  formula            TEXT,
  notes              TEXT,
  source_id          INTEGER NOT NULL REFERENCES source (id),
  locator            TEXT,
  run_id             INTEGER REFERENCES import_run (id),
  CONSTRAINT observation_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT observation_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT observation_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT observation_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT observation_stated_on_is_a_day CHECK (stated_on IS date(stated_on, '+0 days')),
  CONSTRAINT observation_stated_until_is_a_day
    CHECK (stated_until IS date(stated_until, '+0 days')),
  CONSTRAINT observation_stated_is_a_pair
    CHECK ((stated_on IS NULL) = (stated_until IS NULL) AND stated_on <= stated_until),
  CONSTRAINT observation_period_start_on_is_a_day
    CHECK (period_start_on IS date(period_start_on, '+0 days')),
  CONSTRAINT observation_period_start_until_is_a_day
    CHECK (period_start_until IS date(period_start_until, '+0 days')),
  CONSTRAINT observation_period_start_is_a_pair CHECK (
    (period_start_on IS NULL) = (period_start_until IS NULL)
    AND period_start_on <= period_start_until),
  CONSTRAINT observation_period_end_on_is_a_day
    CHECK (period_end_on IS date(period_end_on, '+0 days')),
  CONSTRAINT observation_period_end_until_is_a_day
    CHECK (period_end_until IS date(period_end_until, '+0 days')),
  CONSTRAINT observation_period_end_is_a_pair CHECK (
    (period_end_on IS NULL) = (period_end_until IS NULL) AND period_end_on <= period_end_until),
  CONSTRAINT observation_has_no_empty_text CHECK (
    length(metric) > 0 AND length(kind) > 0 AND length(qualifier) > 0 AND length(unit) > 0
      AND length(currency) > 0 AND length(universe) > 0 AND length(stated_by) > 0
      AND length(horizon) > 0 AND length(formula) > 0 AND length(notes) > 0
      AND length(locator) > 0),
  CONSTRAINT observation_texts_are_text CHECK (
    key < x'' AND metric < x'' AND kind < x'' AND qualifier < x'' AND unit < x''
      AND currency < x'' AND universe < x'' AND stated_by < x'' AND horizon < x''
      AND formula < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT observation_numbers_are_numbers CHECK (
    parent_id < '' AND value < '' AND value_low < '' AND value_high < '' AND amount_minor < ''
      AND amount_low_minor < '' AND amount_high_minor < '' AND subject_id < ''
      AND stated_by_id < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX observation_by_key ON observation (key);
CREATE INDEX observation_by_parent ON observation (parent_id);
CREATE INDEX observation_by_subject ON observation (subject_id);
CREATE INDEX observation_by_metric ON observation (metric);
