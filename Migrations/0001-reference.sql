-- What every other table refers to: currencies, code lists, rating scales, and the dictionary
-- that explains each table and view to whoever opens the file.

CREATE TABLE currency (
  id             INTEGER PRIMARY KEY,
  code           TEXT    NOT NULL,
  name           TEXT    NOT NULL,
  exponent       INTEGER NOT NULL,
  minor_per_unit INTEGER NOT NULL,
  CONSTRAINT currency_code_is_three_letters CHECK (code GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT currency_exponent_is_0_to_4
    CHECK (typeof(exponent) = 'integer' AND exponent BETWEEN 0 AND 4),
  CONSTRAINT currency_minor_per_unit_is_integer CHECK (typeof(minor_per_unit) = 'integer'),
  CONSTRAINT currency_has_no_empty_text CHECK (
    length(code) > 0 AND length(name) > 0)
);
CREATE UNIQUE INDEX currency_by_code ON currency (code);

CREATE TABLE code (
  id         INTEGER PRIMARY KEY,
  list       TEXT NOT NULL,
  code       TEXT NOT NULL,
  label      TEXT NOT NULL,
  definition TEXT NOT NULL,
  CONSTRAINT code_list_is_a_word CHECK (length(list) > 0 AND list NOT GLOB '*[^a-z_]*'),
  CONSTRAINT code_has_no_empty_text CHECK (
    length(list) > 0 AND length(code) > 0 AND length(label) > 0 AND length(definition) > 0)
);
CREATE UNIQUE INDEX code_by_list ON code (list, code);

CREATE TABLE rating_grade (
  id     INTEGER PRIMARY KEY,
  agency TEXT    NOT NULL,
  grade  TEXT    NOT NULL,
  notch  INTEGER NOT NULL,
  label  TEXT    NOT NULL,
  CONSTRAINT rating_grade_notch_is_1_to_22
    CHECK (typeof(notch) = 'integer' AND notch BETWEEN 1 AND 22),
  CONSTRAINT rating_grade_has_no_empty_text CHECK (
    length(agency) > 0 AND length(grade) > 0 AND length(label) > 0)
);
CREATE UNIQUE INDEX rating_grade_by_agency ON rating_grade (agency, grade);

-- Under which names filings report what a metric counts. Of several that a company uses for one
-- period the first by priority is the metric's.
CREATE TABLE metric_concept (
  id       INTEGER PRIMARY KEY,
  metric   TEXT    NOT NULL,
  concept  TEXT    NOT NULL,
  priority INTEGER NOT NULL,
  CONSTRAINT metric_concept_metric_is_a_word CHECK (metric NOT GLOB '*[^a-z_]*'),
  CONSTRAINT metric_concept_priority_is_positive
    CHECK (typeof(priority) = 'integer' AND priority > 0),
  CONSTRAINT metric_concept_has_no_empty_text CHECK (
    length(metric) > 0 AND length(concept) > 0)
);
CREATE UNIQUE INDEX metric_concept_by_concept ON metric_concept (concept);

CREATE TABLE data_dictionary (
  id                INTEGER PRIMARY KEY,
  object            TEXT NOT NULL,
  "column"          TEXT,
  type              TEXT,
  unit              TEXT,
  meaning           TEXT NOT NULL,
  definition_source TEXT,
  CONSTRAINT data_dictionary_type_is_known
    CHECK (type IN ('text', 'integer', 'number', 'boolean', 'date', 'time')),
  CONSTRAINT data_dictionary_column_has_a_type CHECK (("column" IS NULL) = (type IS NULL)),
  CONSTRAINT data_dictionary_has_no_empty_text CHECK (
    length(object) > 0 AND length("column") > 0 AND length(unit) > 0 AND length(meaning) > 0
      AND length(definition_source) > 0)
);
CREATE UNIQUE INDEX data_dictionary_by_object ON data_dictionary (object, "column");
