-- Who borrows, lends, buys, sells, rates and reports: the names they go by, their identifiers,
-- and how they belong to each other.

CREATE TABLE party (
  id              INTEGER PRIMARY KEY,
  key             TEXT    NOT NULL,
  name            TEXT    NOT NULL,
  kind            TEXT    NOT NULL DEFAULT 'unknown',
  kind_from_on    DATE,
  kind_from_until DATE,
  country         TEXT,
  jurisdiction    TEXT,
  notes           TEXT,
  source_id       INTEGER REFERENCES source (id),
  locator         TEXT,
  run_id          INTEGER REFERENCES import_run (id),
  CONSTRAINT party_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT party_country_is_two_letters CHECK (country GLOB '[A-Z][A-Z]'),
  CONSTRAINT party_jurisdiction_is_a_country_or_a_part_of_one
    CHECK (jurisdiction GLOB '[A-Z][A-Z]' OR jurisdiction GLOB '[A-Z][A-Z]-?*'),
  CONSTRAINT party_kind_from_on_is_a_day CHECK (kind_from_on IS date(kind_from_on, '+0 days')),
  CONSTRAINT party_kind_from_until_is_a_day
    CHECK (kind_from_until IS date(kind_from_until, '+0 days')),
  CONSTRAINT party_kind_from_is_a_pair
    CHECK ((kind_from_on IS NULL) = (kind_from_until IS NULL) AND kind_from_on <= kind_from_until),
  CONSTRAINT party_has_no_empty_text CHECK (
    length(name) > 0 AND length(kind) > 0 AND length(country) > 0 AND length(notes) > 0
      AND length(locator) > 0),
  CONSTRAINT party_texts_are_text CHECK (
    key < x'' AND name < x'' AND kind < x'' AND country < x'' AND notes < x'' AND locator < x''
      AND jurisdiction < x''),
  CONSTRAINT party_numbers_are_numbers CHECK (source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX party_by_key ON party (key);

CREATE TABLE party_name (
  id           INTEGER PRIMARY KEY,
  key          TEXT    NOT NULL,
  party_id     INTEGER NOT NULL REFERENCES party (id),
  name         TEXT    NOT NULL,
  folded       TEXT    NOT NULL,
  kind         TEXT    NOT NULL DEFAULT 'trading',
  language     TEXT,
  from_on      DATE,
  from_until   DATE,
  before_on    DATE,
  before_until DATE,
  source_id    INTEGER REFERENCES source (id),
  locator      TEXT,
  run_id       INTEGER REFERENCES import_run (id),
  CONSTRAINT party_name_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT party_name_kind_is_known
    CHECK (kind IN ('legal', 'trading', 'former', 'short', 'translated', 'as_written')),
  CONSTRAINT party_name_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT party_name_from_until_is_a_day CHECK (from_until IS date(from_until, '+0 days')),
  CONSTRAINT party_name_from_is_a_pair
    CHECK ((from_on IS NULL) = (from_until IS NULL) AND from_on <= from_until),
  CONSTRAINT party_name_before_on_is_a_day CHECK (before_on IS date(before_on, '+0 days')),
  CONSTRAINT party_name_before_until_is_a_day CHECK (before_until IS date(before_until, '+0 days')),
  CONSTRAINT party_name_before_is_a_pair
    CHECK ((before_on IS NULL) = (before_until IS NULL) AND before_on <= before_until),
  CONSTRAINT party_name_has_no_empty_text CHECK (
    length(name) > 0 AND length(folded) > 0 AND length(kind) > 0 AND length(language) > 0
      AND length(locator) > 0),
  CONSTRAINT party_name_texts_are_text CHECK (
    key < x'' AND name < x'' AND folded < x'' AND kind < x'' AND language < x'' AND locator < x''),
  CONSTRAINT party_name_numbers_are_numbers CHECK (party_id < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX party_name_by_key ON party_name (key);
CREATE INDEX party_name_by_folded ON party_name (folded);
CREATE INDEX party_name_by_party ON party_name (party_id);

CREATE TABLE party_identifier (
  id        INTEGER PRIMARY KEY,
  key       TEXT    NOT NULL,
  party_id  INTEGER NOT NULL REFERENCES party (id),
  scheme    TEXT    NOT NULL,
  value     TEXT    NOT NULL,
  source_id INTEGER REFERENCES source (id),
  locator   TEXT,
  run_id    INTEGER REFERENCES import_run (id),
  CONSTRAINT party_identifier_key_is_a_key
    CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT party_identifier_scheme_is_a_word
    CHECK (length(scheme) > 0 AND scheme NOT GLOB '*[^a-z_]*'),
  CONSTRAINT party_identifier_has_no_empty_text CHECK (
    length(scheme) > 0 AND length(value) > 0 AND length(locator) > 0),
  CONSTRAINT party_identifier_texts_are_text CHECK (
    key < x'' AND scheme < x'' AND value < x'' AND locator < x''),
  CONSTRAINT party_identifier_numbers_are_numbers CHECK (
    party_id < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX party_identifier_by_key ON party_identifier (key);
CREATE UNIQUE INDEX party_identifier_by_value ON party_identifier (scheme, value);
CREATE INDEX party_identifier_by_party ON party_identifier (party_id);

CREATE TABLE party_link (
  id            INTEGER PRIMARY KEY,
  key           TEXT    NOT NULL,
  from_party_id INTEGER NOT NULL REFERENCES party (id),
  to_party_id   INTEGER NOT NULL REFERENCES party (id),
  kind          TEXT    NOT NULL,
  share_pct     REAL,
  from_on       DATE,
  from_until    DATE,
  before_on     DATE,
  before_until  DATE,
  reason        TEXT,
  source_id     INTEGER REFERENCES source (id),
  locator       TEXT,
  run_id        INTEGER REFERENCES import_run (id),
  CONSTRAINT party_link_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT party_link_kind_is_known CHECK (kind IN ('subsidiary', 'sponsor', 'brand',
    'shareholder', 'successor', 'same', 'different', 'unsure')),
  CONSTRAINT party_link_joins_two_parties CHECK (from_party_id <> to_party_id),
  CONSTRAINT party_link_from_on_is_a_day CHECK (from_on IS date(from_on, '+0 days')),
  CONSTRAINT party_link_from_until_is_a_day CHECK (from_until IS date(from_until, '+0 days')),
  CONSTRAINT party_link_from_is_a_pair
    CHECK ((from_on IS NULL) = (from_until IS NULL) AND from_on <= from_until),
  CONSTRAINT party_link_before_on_is_a_day CHECK (before_on IS date(before_on, '+0 days')),
  CONSTRAINT party_link_before_until_is_a_day CHECK (before_until IS date(before_until, '+0 days')),
  CONSTRAINT party_link_before_is_a_pair
    CHECK ((before_on IS NULL) = (before_until IS NULL) AND before_on <= before_until),
  CONSTRAINT party_link_has_no_empty_text CHECK (
    length(kind) > 0 AND length(reason) > 0 AND length(locator) > 0),
  CONSTRAINT party_link_texts_are_text CHECK (
    key < x'' AND kind < x'' AND reason < x'' AND locator < x''),
  CONSTRAINT party_link_numbers_are_numbers CHECK (
    from_party_id < '' AND to_party_id < '' AND share_pct < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX party_link_by_key ON party_link (key);
CREATE INDEX party_link_by_from ON party_link (from_party_id, kind);
CREATE INDEX party_link_by_to ON party_link (to_party_id, kind);
