-- Exchange rates as the European Central Bank publishes them: units of a currency for one euro; and
-- fixings of reference rates. Their day is always known, so it is one column.

CREATE TABLE fx_rate (
  id             INTEGER PRIMARY KEY,
  currency       TEXT    NOT NULL,
  published_on   DATE    NOT NULL,
  units_per_euro REAL    NOT NULL,
  source_id      INTEGER NOT NULL REFERENCES source (id),
  run_id         INTEGER REFERENCES import_run (id),
  CONSTRAINT fx_rate_currency_is_three_letters CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT fx_rate_published_on_is_a_day CHECK (published_on IS date(published_on, '+0 days')),
  CONSTRAINT fx_rate_is_positive CHECK (units_per_euro > 0),
  CONSTRAINT fx_rate_has_no_empty_text CHECK (
    length(currency) > 0),
  CONSTRAINT fx_rate_texts_are_text CHECK (currency < x''),
  CONSTRAINT fx_rate_numbers_are_numbers CHECK (
    units_per_euro < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX fx_rate_by_day ON fx_rate (currency, published_on);

-- Reference rates of interest, as their administrators fix them. Without a fixing a floating rate
-- is unknown.
CREATE TABLE benchmark_rate (
  id        INTEGER PRIMARY KEY,
  benchmark TEXT    NOT NULL,
  fixed_on  DATE    NOT NULL,
  rate_pct  REAL    NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source (id),
  run_id    INTEGER REFERENCES import_run (id),
  CONSTRAINT benchmark_rate_fixed_on_is_a_day CHECK (fixed_on IS date(fixed_on, '+0 days')),
  CONSTRAINT benchmark_rate_is_a_number CHECK (typeof(rate_pct) = 'real'),
  CONSTRAINT benchmark_rate_has_no_empty_text CHECK (
    length(benchmark) > 0),
  CONSTRAINT benchmark_rate_texts_are_text CHECK (benchmark < x''),
  CONSTRAINT benchmark_rate_numbers_are_numbers CHECK (
    rate_pct < '' AND source_id < '' AND run_id < '')
);
CREATE UNIQUE INDEX benchmark_rate_by_day ON benchmark_rate (benchmark, fixed_on);
