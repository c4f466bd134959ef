-- What SQLite calls otherwise, or counts otherwise, than PostgreSQL. Views and saved queries are
-- bound to these where both have a function of that name.

-- Days. A modifier is written as PostgreSQL reads intervals too: '-7 days', '+1 year'.
CREATE FUNCTION date(moment text) RETURNS date
  LANGUAGE sql STABLE AS $$ SELECT CAST(moment AS date) $$;
CREATE FUNCTION date(moment date) RETURNS date
  LANGUAGE sql IMMUTABLE AS $$ SELECT moment $$;
-- The last day of a shorter month would be the first days of the next in SQLite.
CREATE FUNCTION date(moment date, modifier text) RETURNS date
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN modifier LIKE '% month%' OR modifier LIKE '% year%'
      THEN CAST(date_trunc('month', CAST(moment AS timestamp)) + CAST(modifier AS interval)
        AS date) + (CAST(extract(day FROM moment) AS integer) - 1)
      ELSE CAST(CAST(moment AS timestamp) + CAST(modifier AS interval) AS date) END $$;
CREATE FUNCTION julianday(moment date) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CAST(moment - DATE '2000-01-01' AS double precision) + 2451544.5 $$;
CREATE FUNCTION strftime(form text, moment date) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT to_char(moment, replace(replace(replace(form, '%Y', 'YYYY'), '%m', 'MM'),
      '%d', 'DD')) $$;
CREATE FUNCTION substr(moment date, first integer, length integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT pg_catalog.substr(to_char(moment, 'YYYY-MM-DD'), first,
    length) $$;

-- Halves are rounded away from zero.
CREATE FUNCTION round(number double precision) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$
    SELECT sign(number) * floor(abs(number) + CAST(0.5 AS double precision)) $$;
CREATE FUNCTION round(number double precision, digits integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CAST(pg_catalog.round(CAST(number AS numeric), digits) AS double precision) $$;

-- The lesser and the greater of values, NULL where one is.
CREATE FUNCTION min(one anycompatible, other anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN one IS NOT NULL AND other IS NOT NULL THEN least(one, other) END $$;
CREATE FUNCTION max(one anycompatible, other anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN one IS NOT NULL AND other IS NOT NULL THEN greatest(one, other) END $$;

CREATE FUNCTION max(a anycompatible, b anycompatible, c anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE AS $$ SELECT ledger_sqlite.max(ledger_sqlite.max(a, b), c) $$;
CREATE FUNCTION max(a anycompatible, b anycompatible, c anycompatible, d anycompatible,
  e anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE AS $$
    SELECT ledger_sqlite.max(ledger_sqlite.max(a, b, c), d, e) $$;

-- Truth counts as 0 or 1.
CREATE FUNCTION sum_step(total bigint, holds boolean) RETURNS bigint
  LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN holds IS NULL THEN total
    ELSE coalesce(total, 0) + CAST(CAST(holds AS integer) AS bigint) END $$;
CREATE AGGREGATE sum(boolean) (SFUNC = sum_step, STYPE = bigint);

-- Whole numbers stay whole; a sum beyond 64 bits is an error.
CREATE AGGREGATE sum(bigint) (SFUNC = pg_catalog.int8pl, STYPE = bigint);

-- Text.
CREATE FUNCTION instr(text text, part text) RETURNS integer
  LANGUAGE sql IMMUTABLE AS $$ SELECT strpos(text, part) $$;
CREATE AGGREGATE group_concat(text text, separator text) (
  SFUNC = pg_catalog.string_agg_transfn, STYPE = internal,
  FINALFUNC = pg_catalog.string_agg_finalfn);
CREATE FUNCTION ifnull(one anycompatible, other anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(one, other) $$;

-- A number that is not whole by its type keeps its point: 5.0, not 5.
CREATE FUNCTION text_of(number double precision) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN number = floor(number) AND abs(number) < 1e15
      THEN to_char(number, 'FM999999999999990.0') ELSE CAST(number AS text) END $$;
CREATE FUNCTION text_of(moment date) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT to_char(moment, 'YYYY-MM-DD') $$;
CREATE FUNCTION text_of(number integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT CAST(number AS text) $$;
CREATE FUNCTION text_of(number bigint) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT CAST(number AS text) $$;
CREATE FUNCTION text_of(number numeric) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT CAST(number AS text) $$;
CREATE FUNCTION text_of(words text) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT words $$;
CREATE FUNCTION joined(one text, other anynonarray) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_catalog.textcat(one, ledger_sqlite.text_of(other)) $$;
CREATE FUNCTION joined(one anynonarray, other text) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_catalog.textcat(ledger_sqlite.text_of(one), other) $$;
CREATE OPERATOR || (LEFTARG = text, RIGHTARG = anynonarray, FUNCTION = joined);
CREATE OPERATOR || (LEFTARG = anynonarray, RIGHTARG = text, FUNCTION = joined);

-- Lists of numbers, as queries that run in rounds keep them.
CREATE FUNCTION json_extract(document text, path text) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$ SELECT CAST(jsonb_path_query_first(CAST(document AS jsonb),
    CAST(path AS jsonpath)) AS double precision) $$;
CREATE FUNCTION json_each(document text)
  RETURNS TABLE (key text, value double precision) LANGUAGE sql IMMUTABLE AS $$
    SELECT e.key, CAST(e.value AS double precision)
    FROM jsonb_each_text(CASE jsonb_typeof(CAST(document AS jsonb)) WHEN 'object'
      THEN CAST(document AS jsonb) ELSE '{}' END) e
    UNION ALL
    SELECT CAST(e.place - 1 AS text), CAST(e.value AS double precision)
    FROM jsonb_array_elements_text(CASE jsonb_typeof(CAST(document AS jsonb)) WHEN 'array'
      THEN CAST(document AS jsonb) ELSE '[]' END) WITH ORDINALITY e (value, place) $$;
CREATE FUNCTION json_list_end(numbers double precision[]) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT CAST(array_to_json(numbers) AS text) $$;
CREATE AGGREGATE json_group_array(double precision) (SFUNC = pg_catalog.array_append,
  STYPE = double precision[], INITCOND = '{}', FINALFUNC = json_list_end);
