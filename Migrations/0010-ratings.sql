-- What agencies said of whom and when. A rating is a dated action, never a property.

CREATE TABLE rating_action (
  id           INTEGER PRIMARY KEY,
  key          TEXT,
  party_id     INTEGER NOT NULL REFERENCES party (id),
  deal_id      INTEGER REFERENCES deal (id),
  tranche_id   INTEGER REFERENCES tranche (id),
  level        TEXT    NOT NULL,
  scope        TEXT,
  agency       TEXT    NOT NULL,
  scale        TEXT    NOT NULL DEFAULT 'long_term',
  grade        TEXT    NOT NULL,
  kind         TEXT    NOT NULL DEFAULT 'actual',
  outlook      TEXT,
  watch        TEXT,
  is_withdrawn INTEGER NOT NULL DEFAULT 0,
  action       TEXT,
  acted_on     DATE,
  acted_until  DATE,
  notes        TEXT,
  source_id    INTEGER NOT NULL REFERENCES source (id),
  locator      TEXT,
  run_id       INTEGER REFERENCES import_run (id),
  CONSTRAINT rating_action_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT rating_action_is_of_one_deal_or_tranche
    CHECK (deal_id IS NULL OR tranche_id IS NULL),
  CONSTRAINT rating_action_level_is_known CHECK (
    level IN ('tranche', 'deal', 'issue', 'senior_unsecured', 'issuer', 'corporate_family')),
  CONSTRAINT rating_action_level_fits_its_subject CHECK (
    (level = 'tranche') = (tranche_id IS NOT NULL) AND (level = 'deal') = (deal_id IS NOT NULL)),
  CONSTRAINT rating_action_scale_is_known
    CHECK (scale IN ('long_term', 'short_term', 'structured')),
  CONSTRAINT rating_action_kind_is_known
    CHECK (kind IN ('actual', 'expected', 'provisional', 'preliminary', 'private')),
  CONSTRAINT rating_action_outlook_is_known
    CHECK (outlook IN ('positive', 'negative', 'stable', 'developing')),
  CONSTRAINT rating_action_watch_is_known CHECK (watch IN ('positive', 'negative', 'developing')),
  CONSTRAINT rating_action_is_withdrawn_is_0_or_1
    CHECK (typeof(is_withdrawn) = 'integer' AND is_withdrawn IN (0, 1)),
  CONSTRAINT rating_action_acted_on_is_a_day CHECK (acted_on IS date(acted_on, '+0 days')),
  CONSTRAINT rating_action_acted_until_is_a_day
    CHECK (acted_until IS date(acted_until, '+0 days')),
  CONSTRAINT rating_action_acted_is_a_pair
    CHECK ((acted_on IS NULL) = (acted_until IS NULL) AND acted_on <= acted_until),
  CONSTRAINT rating_action_has_no_empty_text CHECK (
    length(level) > 0 AND length(scope) > 0 AND length(agency) > 0 AND length(scale) > 0
      AND length(grade) > 0 AND length(kind) > 0 AND length(outlook) > 0 AND length(watch) > 0
      AND length(action) > 0 AND length(notes) > 0 AND length(locator) > 0),
  CONSTRAINT rating_action_texts_are_text CHECK (
    key < x'' AND level < x'' AND scope < x'' AND agency < x'' AND scale < x'' AND grade < x''
      AND kind < x'' AND outlook < x'' AND watch < x'' AND action < x'' AND notes < x''
      AND locator < x''),
  CONSTRAINT rating_action_numbers_are_numbers CHECK (
    party_id < '' AND deal_id < '' AND tranche_id < '' AND is_withdrawn < '' AND source_id < ''
      AND run_id < '')
);
CREATE UNIQUE INDEX rating_action_by_key ON rating_action (key) WHERE key IS NOT NULL;
CREATE INDEX rating_action_by_party ON rating_action (party_id, level, agency, acted_until)
  WHERE tranche_id IS NULL AND deal_id IS NULL;
CREATE INDEX rating_action_by_deal ON rating_action (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX rating_action_by_tranche ON rating_action (tranche_id, grade)
  WHERE tranche_id IS NOT NULL;
