-- Dated lists of parties and deals under one heading. "AI-related" is such a list, with an author
-- and a day, and never a property of a party.

CREATE TABLE theme (
  id           INTEGER PRIMARY KEY,
  key          TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  definition   TEXT    NOT NULL,
  version      TEXT,
  stated_by_id INTEGER REFERENCES party (id),
  stated_on    DATE,
  stated_until DATE,
  notes        TEXT,
  source_id    INTEGER NOT NULL REFERENCES source (id),
  locator      TEXT,
  run_id       INTEGER REFERENCES import_run (id),
  CONSTRAINT theme_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT theme_stated_on_is_a_day CHECK (stated_on IS date(stated_on, '+0 days')),
  CONSTRAINT theme_stated_until_is_a_day CHECK (stated_until IS date(stated_until, '+0 days')),
  CONSTRAINT theme_stated_is_a_pair
    CHECK ((stated_on IS NULL) = (stated_until IS NULL) AND stated_on <= stated_until),
  CONSTRAINT theme_has_no_empty_text CHECK (
    length(name) > 0 AND length(definition) > 0 AND length(version) > 0 AND length(notes) > 0
      AND length(locator) > 0),
  CONSTRAINT theme_texts_are_text CHECK (
    key < x'' AND name < x'' AND definition < x'' AND version < x'' AND notes < x''
      AND locator < x''),
  CONSTRAINT theme_numbers_are_numbers CHECK (stated_by_id < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX theme_by_key ON theme (key);
CREATE INDEX theme_by_stater ON theme (stated_by_id) WHERE stated_by_id IS NOT NULL;

CREATE TABLE theme_member (
  id           INTEGER PRIMARY KEY,
  key          TEXT    NOT NULL,
  theme_id     INTEGER NOT NULL REFERENCES theme (id),
  party_id     INTEGER REFERENCES party (id),
  deal_id      INTEGER REFERENCES deal (id),
  from_on      DATE,
  from_until   DATE,
  before_on    DATE,
  before_until DATE,
  reason       TEXT,
  notes        TEXT,
  source_id    INTEGER NOT NULL REFERENCES source (id),
  locator      TEXT,
  run_id       INTEGER REFERENCES import_run (id),
  CONSTRAINT theme_member_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT theme_member_is_one_party_or_deal CHECK ((party_id IS NULL) <> (deal_id IS NULL)),
  CONSTRAINT theme_member_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT theme_member_from_until_is_a_day CHECK (from_until IS date(from_until, '+0 days')),
  CONSTRAINT theme_member_from_is_a_pair
    CHECK ((from_on IS NULL) = (from_until IS NULL) AND from_on <= from_until),
  CONSTRAINT theme_member_before_on_is_a_day CHECK (before_on IS date(before_on, '+0 days')),
  CONSTRAINT theme_member_before_until_is_a_day
    CHECK (before_until IS date(before_until, '+0 days')),
  CONSTRAINT theme_member_before_is_a_pair
    CHECK ((before_on IS NULL) = (before_until IS NULL) AND before_on <= before_until),
  CONSTRAINT theme_member_has_no_empty_text CHECK (
    length(reason) > 0 AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT theme_member_texts_are_text CHECK (
    key < x'' AND reason < x'' AND notes < x'' AND locator < x''),
  CONSTRAINT theme_member_numbers_are_numbers CHECK (
    theme_id < '' AND party_id < '' AND deal_id < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX theme_member_by_key ON theme_member (key);
CREATE INDEX theme_member_by_theme ON theme_member (theme_id);
CREATE INDEX theme_member_by_party ON theme_member (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX theme_member_by_deal ON theme_member (deal_id) WHERE deal_id IS NOT NULL;
