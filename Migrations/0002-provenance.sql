-- Where every record comes from: the run that wrote it, the source that says it, the claims of
-- sources that say more or otherwise, and what a row held before it was changed.

CREATE TABLE import_run (
  id              INTEGER PRIMARY KEY,
  kind            TEXT    NOT NULL,
  command         TEXT    NOT NULL,
  author          TEXT,
  input           TEXT,
  input_hash      TEXT,
  program_version TEXT    NOT NULL,
  started_at      TEXT    NOT NULL,
  finished_at     TEXT,
  records_added   INTEGER NOT NULL DEFAULT 0,
  records_changed INTEGER NOT NULL DEFAULT 0,
  records_same    INTEGER NOT NULL DEFAULT 0,
  records_refused INTEGER NOT NULL DEFAULT 0,
  last_history_id INTEGER,
  chain           TEXT,
  undoes_run_id   INTEGER REFERENCES import_run (id),
  CONSTRAINT import_run_kind_is_known
    CHECK (kind IN ('seed', 'import', 'outside', 'undo', 'refresh', 'claim', 'verdict')),
  CONSTRAINT import_run_counts_are_integers CHECK (
    typeof(records_added) = 'integer' AND typeof(records_changed) = 'integer'
    AND typeof(records_same) = 'integer' AND typeof(records_refused) = 'integer'
    AND typeof(last_history_id) IN ('integer', 'null')),
  CONSTRAINT import_run_has_no_empty_text CHECK (
    length(kind) > 0 AND length(command) > 0 AND length(author) > 0 AND length(input) > 0
      AND length(input_hash) > 0 AND length(program_version) > 0 AND length(started_at) > 0
      AND length(finished_at) > 0 AND length(chain) > 0),
  CONSTRAINT import_run_texts_are_text CHECK (
    kind < x'' AND command < x'' AND author < x'' AND input < x'' AND input_hash < x''
      AND program_version < x'' AND started_at < x'' AND finished_at < x'' AND chain < x''),
  CONSTRAINT import_run_numbers_are_numbers CHECK (
    records_added < '' AND records_changed < '' AND records_same < '' AND records_refused < ''
      AND last_history_id < '' AND undoes_run_id < '')
);
-- A run is open inside its own transaction only, so there is never a second one.
CREATE UNIQUE INDEX import_run_open ON import_run ((finished_at IS NULL))
  WHERE finished_at IS NULL;

-- Written by triggers on every table with a run_id, which `deals migrate` makes from the schema.
CREATE TABLE row_history (
  id         INTEGER PRIMARY KEY,
  table_name TEXT    NOT NULL,
  row_id     INTEGER NOT NULL,
  run_id     INTEGER REFERENCES import_run (id),
  changed_at TEXT    NOT NULL,
  before     TEXT    NOT NULL,
  CONSTRAINT row_history_row_id_is_integer CHECK (typeof(row_id) = 'integer'),
  CONSTRAINT row_history_has_no_empty_text CHECK (
    length(table_name) > 0 AND length(changed_at) > 0),
  CONSTRAINT row_history_texts_are_text CHECK (
    table_name < x'' AND changed_at < x'' AND before < x''),
  CONSTRAINT row_history_numbers_are_numbers CHECK (row_id < '' AND run_id < '')
);
CREATE INDEX row_history_by_row ON row_history (table_name, row_id);
CREATE INDEX row_history_by_run ON row_history (run_id);

CREATE TABLE source (
  id              INTEGER PRIMARY KEY,
  key             TEXT    NOT NULL,
  kind            TEXT    NOT NULL DEFAULT 'news',
  title           TEXT    NOT NULL,
  publisher       TEXT    NOT NULL,
  author          TEXT,
  url             TEXT,
  archive_url     TEXT,
  content_hash    TEXT,
  licence         TEXT,
  published_on    DATE,
  published_until DATE,
  retrieved_on    DATE,
  retrieved_until DATE,
  language        TEXT,
  grade           TEXT,
  notes           TEXT,
  run_id          INTEGER REFERENCES import_run (id),
  CONSTRAINT source_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT source_content_hash_is_a_hash
    CHECK (length(content_hash) = 64 AND content_hash NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT source_grade_is_known CHECK (grade IN ('P', 'S', 'A', 'E')),
  CONSTRAINT source_published_on_is_a_day CHECK (published_on IS date(published_on, '+0 days')),
  CONSTRAINT source_published_until_is_a_day
    CHECK (published_until IS date(published_until, '+0 days')),
  CONSTRAINT source_published_is_a_pair
    CHECK ((published_on IS NULL) = (published_until IS NULL) AND published_on <= published_until),
  CONSTRAINT source_retrieved_on_is_a_day CHECK (retrieved_on IS date(retrieved_on, '+0 days')),
  CONSTRAINT source_retrieved_until_is_a_day
    CHECK (retrieved_until IS date(retrieved_until, '+0 days')),
  CONSTRAINT source_retrieved_is_a_pair
    CHECK ((retrieved_on IS NULL) = (retrieved_until IS NULL) AND retrieved_on <= retrieved_until),
  CONSTRAINT source_has_no_empty_text CHECK (
    length(kind) > 0 AND length(title) > 0 AND length(publisher) > 0 AND length(author) > 0
      AND length(url) > 0 AND length(archive_url) > 0 AND length(licence) > 0
      AND length(language) > 0 AND length(grade) > 0 AND length(notes) > 0),
  CONSTRAINT source_texts_are_text CHECK (
    key < x'' AND kind < x'' AND title < x'' AND publisher < x'' AND author < x'' AND url < x''
      AND archive_url < x'' AND content_hash < x'' AND licence < x'' AND language < x''
      AND grade < x'' AND notes < x''),
  CONSTRAINT source_numbers_are_numbers CHECK (run_id < '')
);
CREATE UNIQUE INDEX source_by_key ON source (key);
-- Few of a million, asked for by what counts official sources.
CREATE INDEX source_official ON source (id) WHERE grade = 'P' OR kind = 'filing';

CREATE TABLE claim (
  id                 INTEGER PRIMARY KEY,
  key                TEXT    NOT NULL,
  record_table       TEXT    NOT NULL,
  record_id          INTEGER NOT NULL,
  attribute          TEXT    NOT NULL,
  stance             TEXT    NOT NULL,
  value              TEXT,
  amount_minor       INTEGER,
  amount_low_minor   INTEGER,
  amount_high_minor  INTEGER,
  qualifier          TEXT,
  measure            TEXT,
  measure_is_derived INTEGER NOT NULL DEFAULT 0,
  currency           TEXT,
  period_first_on    DATE,
  period_last_on      DATE,
  original           TEXT,
  language           TEXT,
  asserted_by_id     INTEGER REFERENCES party (id),
  reported_by_id     INTEGER REFERENCES party (id),
  reason             TEXT,
  disputes_claim_id  INTEGER REFERENCES claim (id),
  dispute_kind       TEXT,
  source_id          INTEGER NOT NULL REFERENCES source (id),
  locator            TEXT,
  run_id             INTEGER REFERENCES import_run (id),
  CONSTRAINT claim_key_is_a_key CHECK (length(key) > 0 AND key NOT GLOB '*[^a-z0-9./-]*'),
  CONSTRAINT claim_record_id_is_integer CHECK (typeof(record_id) = 'integer'),
  CONSTRAINT claim_attribute_is_a_word
    CHECK (length(attribute) > 0 AND attribute NOT GLOB '*[^a-z0-9_]*'),
  CONSTRAINT claim_stance_is_known
    CHECK (stance IN ('preferred', 'alternative', 'rejected', 'supports')),
  CONSTRAINT claim_rejected_has_a_reason CHECK (stance <> 'rejected' OR reason IS NOT NULL),
  CONSTRAINT claim_dispute_kind_is_known CHECK (dispute_kind IN ('value', 'direction', 'subject',
    'instrument', 'period', 'vintage', 'universe', 'rounding')),
  CONSTRAINT claim_amounts_are_integers CHECK (
    typeof(amount_minor) IN ('integer', 'null') AND typeof(amount_low_minor) IN ('integer', 'null')
    AND typeof(amount_high_minor) IN ('integer', 'null')),
  CONSTRAINT claim_qualifier_is_known CHECK (
    qualifier IN ('exact', 'about', 'up_to', 'at_least', 'range', 'undisclosed')),
  CONSTRAINT claim_measure_is_derived_is_0_or_1
    CHECK (typeof(measure_is_derived) = 'integer' AND measure_is_derived IN (0, 1)),
  CONSTRAINT claim_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT claim_period_first_on_is_a_day
    CHECK (period_first_on IS date(period_first_on, '+0 days')),
  CONSTRAINT claim_period_last_on_is_a_day
    CHECK (period_last_on IS date(period_last_on, '+0 days')),
  CONSTRAINT claim_period_is_a_pair
    CHECK (
      (period_first_on IS NULL) = (period_last_on IS NULL) AND period_first_on <= period_last_on),
  CONSTRAINT claim_has_no_empty_text CHECK (
    length(record_table) > 0 AND length(attribute) > 0 AND length(stance) > 0
      AND length(value) > 0 AND length(qualifier) > 0 AND length(measure) > 0
      AND length(currency) > 0 AND length(original) > 0 AND length(language) > 0
      AND length(reason) > 0 AND length(dispute_kind) > 0 AND length(locator) > 0),
  CONSTRAINT claim_texts_are_text CHECK (
    key < x'' AND record_table < x'' AND attribute < x'' AND stance < x'' AND value < x''
      AND qualifier < x'' AND measure < x'' AND currency < x'' AND original < x''
      AND language < x'' AND reason < x'' AND dispute_kind < x'' AND locator < x''),
  CONSTRAINT claim_numbers_are_numbers CHECK (
    record_id < '' AND amount_minor < '' AND amount_low_minor < '' AND amount_high_minor < ''
      AND measure_is_derived < '' AND asserted_by_id < '' AND reported_by_id < ''
      AND disputes_claim_id < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX claim_by_key ON claim (key);
CREATE INDEX claim_by_record ON claim (record_table, record_id, attribute);
CREATE UNIQUE INDEX claim_preferred_once ON claim (record_table, record_id, attribute)
  WHERE stance = 'preferred';
CREATE INDEX claim_by_source ON claim (source_id);
CREATE INDEX claim_by_disputed ON claim (disputes_claim_id) WHERE disputes_claim_id IS NOT NULL;

-- What a check found and a person looked at and accepted, with the reason. It is silent from then
-- on, until it has something else to say.
CREATE TABLE accepted_finding (
  id         INTEGER PRIMARY KEY,
  check_name TEXT NOT NULL,
  subject    TEXT NOT NULL,
  problem    TEXT NOT NULL,
  reason     TEXT NOT NULL,
  run_id     INTEGER REFERENCES import_run (id),
  CONSTRAINT accepted_finding_has_no_empty_text CHECK (
    length(check_name) > 0 AND length(subject) > 0 AND length(problem) > 0 AND length(reason) > 0),
  CONSTRAINT accepted_finding_texts_are_text CHECK (
    check_name < x'' AND subject < x'' AND problem < x'' AND reason < x''),
  CONSTRAINT accepted_finding_numbers_are_numbers CHECK (run_id < '')
);
CREATE UNIQUE INDEX accepted_finding_by_finding ON accepted_finding (check_name, subject, problem);
