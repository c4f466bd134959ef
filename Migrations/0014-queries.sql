-- Named questions that travel with the file. The text begins with its own definition.

CREATE TABLE saved_query (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  title  TEXT NOT NULL,
  sql    TEXT NOT NULL,
  origin TEXT NOT NULL,
  CONSTRAINT saved_query_name_is_kebab_case
    CHECK (length(name) > 0 AND name NOT GLOB '*[^a-z0-9-]*'),
  CONSTRAINT saved_query_origin_is_known CHECK (origin IN ('shipped', 'yours')),
  CONSTRAINT saved_query_has_no_empty_text CHECK (
    length(name) > 0 AND length(title) > 0 AND length(sql) > 0 AND length(origin) > 0),
  CONSTRAINT saved_query_texts_are_text CHECK (
    name < x'' AND title < x'' AND sql < x'' AND origin < x'')
);
CREATE UNIQUE INDEX saved_query_by_name ON saved_query (name);
