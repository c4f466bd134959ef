-- What happened when: dated, sourced events set the three axes of status. What follows from them
-- is derived and never edited.

CREATE TABLE event (
  id                 INTEGER PRIMARY KEY,
  key                TEXT,
  deal_id            INTEGER REFERENCES deal (id),
  tranche_id         INTEGER REFERENCES tranche (id),
  contract_id        INTEGER REFERENCES contract (id),
  kind               TEXT    NOT NULL,
  occurred_on        DATE,
  occurred_until     DATE,
  evidence           TEXT,
  binding            TEXT,
  funding            TEXT,
  funding_is_derived INTEGER NOT NULL DEFAULT 0,
  amount_minor       INTEGER,
  amount_low_minor   INTEGER,
  amount_high_minor  INTEGER,
  qualifier          TEXT    NOT NULL DEFAULT 'undisclosed',
  measure            TEXT,
  currency           TEXT,
  matures_on         DATE,
  matures_until      DATE,
  notes              TEXT,
  source_id          INTEGER NOT NULL REFERENCES source (id),
  locator            TEXT,
  run_id             INTEGER REFERENCES import_run (id),
  CONSTRAINT event_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT event_is_of_one_record CHECK (
    (deal_id IS NOT NULL) + (tranche_id IS NOT NULL) + (contract_id IS NOT NULL) = 1),
  CONSTRAINT event_occurred_on_is_a_day CHECK (occurred_on IS date(occurred_on, '+0 days')),
  CONSTRAINT event_occurred_until_is_a_day
    CHECK (occurred_until IS date(occurred_until, '+0 days')),
  CONSTRAINT event_occurred_is_a_pair CHECK (
    (occurred_on IS NULL) = (occurred_until IS NULL) AND occurred_on <= occurred_until),
  CONSTRAINT event_matures_on_is_a_day CHECK (matures_on IS date(matures_on, '+0 days')),
  CONSTRAINT event_matures_until_is_a_day CHECK (matures_until IS date(matures_until, '+0 days')),
  CONSTRAINT event_matures_is_a_pair CHECK (
    (matures_on IS NULL) = (matures_until IS NULL) AND matures_on <= matures_until),
  CONSTRAINT event_evidence_is_known
    CHECK (evidence IN ('rumoured', 'reported', 'company_announced', 'filed')),
  CONSTRAINT event_binding_is_known
    CHECK (binding IN ('non_binding', 'conditional', 'definitive', 'lapsed', 'terminated')),
  CONSTRAINT event_funding_is_known CHECK (
    funding IN ('unknown', 'none', 'committed', 'partly_drawn', 'drawn', 'repaid')),
  CONSTRAINT event_funding_is_derived_is_0_or_1
    CHECK (typeof(funding_is_derived) = 'integer' AND funding_is_derived IN (0, 1)),
  CONSTRAINT event_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT event_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT event_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT event_has_no_empty_text CHECK (
    length(kind) > 0 AND length(evidence) > 0 AND length(binding) > 0 AND length(funding) > 0
      AND length(qualifier) > 0 AND length(measure) > 0 AND length(currency) > 0
      AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT event_texts_are_text CHECK (
    key < x'' AND kind < x'' AND evidence < x'' AND binding < x'' AND funding < x''
      AND qualifier < x'' AND measure < x'' AND currency < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT event_numbers_are_numbers CHECK (
    deal_id < '' AND tranche_id < '' AND contract_id < '' AND funding_is_derived < ''
      AND amount_minor < '' AND amount_low_minor < '' AND amount_high_minor < ''
      AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX event_by_key ON event (key) WHERE key IS NOT NULL;
CREATE INDEX event_by_deal ON event (deal_id, kind) WHERE deal_id IS NOT NULL;
CREATE INDEX event_by_maturity ON event (matures_on) WHERE matures_on IS NOT NULL;
CREATE INDEX event_by_tranche ON event (tranche_id, kind) WHERE tranche_id IS NOT NULL;
CREATE INDEX event_by_contract ON event (contract_id, kind) WHERE contract_id IS NOT NULL;
