// The bare loader that `deals import` is held against: it writes a generated sheet into the tables
// of an initialised ledger, the same rows under the same numbers, and does nothing of what a
// program has to do besides. No cell is checked, no line of a deal is held against another, no
// party or deal of the ledger is looked up, no sheet but the generated one is understood.
//
//     cc -O2 loader.c -lsqlite3 -o loader && ./loader SHEET LEDGER
//
// Like the program it writes in one transaction, takes the indexes of the loaded tables away and
// makes them again, switches CHECKs and foreign keys off, and remembers keys by their hashes. Other
// than the program it maps the sheet into memory.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include "ledger.h"

static const struct { const char *word, *code; int is_debt; } instruments[] = {
    {"bond", "bond", 1}, {"term_loan", "term_loan", 1}, {"private_credit", "loan", 1},
    {"convertible", "convertible", 1}, {"abs", "asset_backed", 1}, {"cmbs", "securitisation", 1},
    {"gpu_lease", "lease", 0}, {"vendor_financing", "loan", 1}, {"revolver", "revolving_credit", 1},
    {"equity", "equity", 0}};
static int instrument(Text word) {
  int i = 0;
  while (!is(word, instruments[i].word)) i++;
  return i;
}
static Table source, party, party_name, deal, tranche, participation, event, treatment, rating;
static Table span, figure, party_figure, lending_figure, deal_figure;
static Map deals, tranches, sources, parties, lines;
static int64_t run_id;
static struct { // the deal of the last line
  char key[64];
  int64_t row, issuer, source;
  const char *evidence, *binding, *funding, *stage;
  int stage_rank;
  char from[10];
  int64_t debt, named; // US cents
} last;

static int64_t source_row(Row *row) {
  Text url = row->cell[SOURCE_URL];
  uint64_t h = hash(url);
  int64_t *known = find(&sources, h);
  if (*known) return *known;
  const char *host = (const char *)memchr(url.p, '/', url.n) + 2;
  if (!memcmp(host, "www.", 4)) host += 4;
  int n = (const char *)memchr(host, '/', url.p + url.n - host) - host;
  char key[200];
  memcpy(key, host, n);
  key[n] = '/';
  for (int i = 0; i < 12; i++) key[n + 1 + i] = "0123456789abcdefghijklmnopqrstuv"[h >> 5 * i & 31];
  begin(&source);
  T(&source, (Text){key, n + 13}); T(&source, row->cell[SOURCE_TITLE]); T(&source, (Text){host, n});
  T(&source, url); I(&source, run_id);
  insert(&source);
  return *known = source.row;
}

static int64_t party_row(Text name, int64_t from) {
  int64_t *known = find(&parties, hash(name));
  if (*known) return *known;
  char key[200], words[200], name_key[420];
  Text k = folded(name, key, 1);
  int n = sprintf(name_key, "%.*s/name/%.*s", k.n, k.p, k.n, k.p);
  begin(&party);
  T(&party, k); T(&party, name); I(&party, from); I(&party, run_id);
  insert(&party);
  begin(&party_name);
  T(&party_name, (Text){name_key, n}); I(&party_name, party.row); T(&party_name, name);
  T(&party_name, folded(name, words, 0)); I(&party_name, from); I(&party_name, run_id);
  insert(&party_name);
  for (int i = 0; i < 5; i++) I(&party_figure, party.row);
  insert(&party_figure);
  added--; // derived
  return *known = party.row;
}

static void set_status(Text status, const char *kind) {
  int is_closed = is(status, "closed"), is_definitive = is_closed || is(status, "priced");
  int settles = !strcmp(kind, "bond") || !strcmp(kind, "convertible")
      || !strcmp(kind, "securitisation");
  last.evidence = is(status, "rumoured") ? "rumoured" : "reported";
  last.binding = is_definitive ? "definitive" : is(status, "rumoured") ? "non_binding"
      : is(status, "withdrawn") ? "terminated" : "conditional";
  last.funding = is_closed && settles ? "drawn" : "unknown";
  last.stage_rank = is_definitive ? (is_closed && settles ? 4 : 2) : is(status, "announced");
  static const char *stages[] = {0, "announced", "binding", "funded", "outstanding"};
  last.stage = stages[last.stage_rank];
}

static void add_deal_figure(void) {
  if (last.row && last.stage_rank) {
    I(&deal_figure, last.row); I(&deal_figure, last.stage_rank);
    T(&deal_figure, (Text){last.from, 10}); I(&deal_figure, last.debt);
    I(&deal_figure, last.named);
    insert(&deal_figure);
    added--;
  }
  last.debt = last.named = 0;
}

static void add_deal(Row *row, int64_t *known) {
  Text *cell = row->cell, key = {last.key, cell[DEAL].n}, day = cell[ANNOUNCED];
  const char *kind = instruments[instrument(cell[INSTRUMENT])].code;
  if (*known) fail("the lines of a deal do not stand together");
  memcpy(last.from, day.p, 10);
  set_status(cell[STATUS], kind);
  last.source = source_row(row);
  last.issuer = party_row(cell[ISSUER], last.source);
  begin(&deal);
  T(&deal, key); T(&deal, cell[ISSUER]); T(&deal, text(kind)); I(&deal, last.issuer);
  T(&deal, cell[CURRENCY]); T(&deal, cell[COUNTRY]); T(&deal, cell[QUOTE]); I(&deal, last.source);
  I(&deal, run_id);
  insert(&deal);
  last.row = *known = deal.row;
  begin(&event);
  I(&event, last.row); T(&event, day); T(&event, day); T(&event, text(last.evidence));
  T(&event, text(last.binding)); T(&event, text(last.funding)); I(&event, last.source);
  I(&event, run_id);
  insert(&event);
  begin(&span);
  I(&span, last.row); T(&span, day); T(&span, text(last.evidence)); T(&span, text(last.binding));
  T(&span, text(last.funding)); T(&span, text(last.stage));
  insert(&span);
  added--; // what is derived is no record
  begin(&treatment);
  I(&treatment, last.row); I(&treatment, last.issuer);
  T(&treatment, text(is(cell[BALANCE_SHEET], "on") ? "consolidated" : "not_consolidated"));
  I(&treatment, last.source); I(&treatment, run_id);
  insert(&treatment);
}

static const char *measure(const char *instrument) {
  int is_security = !strcmp(instrument, "bond") || !strcmp(instrument, "convertible")
      || !strcmp(instrument, "securitisation") || !strcmp(instrument, "asset_backed");
  if (!strcmp(last.evidence, "rumoured")) return "ceiling";
  if (!strcmp(instrument, "lease")) return "contract_value";
  if (!strcmp(instrument, "equity")) return strcmp(last.funding, "drawn") ? "committed" : "paid";
  if (is_security) return strcmp(last.binding, "definitive") ? "ceiling" : "priced";
  return "committed";
}

static void add_tranche(Row *row, int kind) {
  Text *cell = row->cell, day = cell[ANNOUNCED], code = text(instruments[kind].code), on = none;
  Text label = text(is(cell[MARKET], "private") ? "yes" : "no");
  Text benchmark = is(cell[BENCHMARK], "UST") ? text("treasury") : cell[BENCHMARK];
  Currency *money = *place(cell[CURRENCY].p);
  int64_t minor = minor_units(cell[AMOUNT], money->exponent);
  double rate = cents_per_minor(money, day_number(day), &on);
  char key[80];
  int n = sprintf(key, "%.*s/%c", cell[DEAL].n, last.key, cell[TRANCHE].p[0] | 32);
  begin(&tranche);
  T(&tranche, (Text){key, n}); I(&tranche, last.row); T(&tranche, cell[TRANCHE]);
  T(&tranche, code); T(&tranche, label); I(&tranche, minor);
  T(&tranche, text(measure(instruments[kind].code))); T(&tranche, cell[CURRENCY]);
  R(&tranche, real(cell[COUPON])); T(&tranche, benchmark); R(&tranche, real(cell[SPREAD]));
  T(&tranche, cell[MATURITY]); T(&tranche, cell[MATURITY]); I(&tranche, last.source);
  I(&tranche, run_id);
  insert(&tranche);

  static const char *agencies[] = {"sp", "moodys", "fitch"};
  int64_t notch[3] = {0, 0, 0}, best = 0, second = 0;
  for (int i = 0; i < 3; i++) {
    Text grade = cell[SP + i];
    if (!grade.n || is(grade, "NR")) continue;
    n = sprintf(key, "%s%.*s", agencies[i], grade.n, grade.p);
    notch[i] = *find(&notches, hash((Text){key, n}));
    if (!best || notch[i] < best) { second = best; best = notch[i]; }
    else if (!second || notch[i] < second) second = notch[i];
    begin(&rating);
    I(&rating, last.issuer); I(&rating, tranche.row); T(&rating, text(agencies[i]));
    T(&rating, grade); T(&rating, day); T(&rating, day);
    I(&rating, last.source); I(&rating, run_id);
    insert(&rating);
  }

  int64_t cents = isnan(rate) ? 0 : (int64_t)(minor * rate + 0.5); // half away from zero
  I(&figure, tranche.row); I(&figure, last.row); I(&figure, last.issuer); T(&figure, code);
  I(&figure, instruments[kind].is_debt); T(&figure, cell[CURRENCY]);
  I(&figure, minor); I(&figure, minor);
  for (int i = 0; i < 3; i++) {
    if (isnan(rate)) R(&figure, NAN);
    else I(&figure, cents);
  }
  I(&figure, isnan(rate)); T(&figure, on); R(&figure, rate); T(&figure, day); T(&figure, day);
  T(&figure, best ? text("tranche") : none);
  for (int i = 0; i < 3; i++) N(&figure, notch[i]);
  N(&figure, second ? second : best); T(&figure, label); T(&figure, day);
  I(&figure, last.stage_rank);
  insert(&figure);
  added--;
  if (instruments[kind].is_debt) last.debt += cents;
}

static void add_lending(Row *row, int64_t lender, int64_t minor) {
  if (!last.stage_rank) return;
  Text on;
  double rate = cents_per_minor(*place(row->cell[CURRENCY].p), day_number(row->cell[ANNOUNCED]),
      &on);
  int64_t cents = isnan(rate) ? 0 : (int64_t)(minor * rate + 0.5);
  I(&lending_figure, participation.row); I(&lending_figure, lender);
  I(&lending_figure, last.issuer); I(&lending_figure, last.row);
  I(&lending_figure, last.stage_rank);
  for (int i = 0; i < 2; i++) {
    if (isnan(rate)) R(&lending_figure, NAN);
    else I(&lending_figure, cents);
  }
  insert(&lending_figure);
  added--;
  last.named += cents;
}

static void add_line(Row *row) {
  Text *cell = row->cell;
  uint64_t line = hash(row->line);
  int64_t occurrence = ++*find(&lines, line);
  char key[64];
  for (int i = 0; i < cell[DEAL].n; i++)
    key[i] = cell[DEAL].p[i] | (cell[DEAL].p[i] >= 'A' && cell[DEAL].p[i] <= 'Z' ? 32 : 0);
  int64_t *known_deal = find(&deals, hash((Text){key, cell[DEAL].n}));
  if (!*known_deal || *known_deal != last.row) {
    add_deal_figure();
    memcpy(last.key, key, cell[DEAL].n);
    add_deal(row, known_deal);
  }
  int kind = instrument(cell[INSTRUMENT]);
  char letter[16];
  int n = sprintf(letter, "%lld/%c", (long long)last.row, cell[TRANCHE].p[0]);
  int64_t *known = find(&tranches, hash((Text){letter, n}));
  if (!*known) { add_tranche(row, kind); *known = tranche.row; }
  int64_t tranche_row = *known, lender = party_row(cell[LENDER], last.source);
  begin(&participation);
  int64_t minor = minor_units(cell[COMMITMENT], (*place(cell[CURRENCY].p))->exponent);
  I(&participation, tranche_row); I(&participation, lender); I(&participation, minor);
  T(&participation, text(measure(instruments[kind].code))); T(&participation, cell[CURRENCY]);
  I(&participation, last.source); I(&participation, line); I(&participation, occurrence);
  I(&participation, run_id);
  insert(&participation);
  add_lending(row, lender, minor);
}

// Each with the columns that get values, and those that are alike in all rows.
static void prepare_tables(void) {
  source = table("source", "id, key, title, publisher, url, run_id", ", kind", ", 'news'");
  party = table("party", "id, key, name, source_id, run_id", "", "");
  party_name = table("party_name", "id, key, party_id, name, folded, source_id, run_id", "", "");
  party_figure = table("party_figure", "party_id, identity_id, parent_id, sponsor_id, brand_id", "",
      "");
  lending_figure = table("lending_figure", "participation_id, lender_id, issuer_id, deal_id, "
      "stage_rank, low_usd_minor, high_usd_minor", ", is_undisclosed, is_investor, is_partly_drawn",
      ", 0, 0, 0");
  deal_figure = table("deal_figure", "deal_id, stage_rank, from_on, debt_usd_minor, "
      "named_usd_minor", "", "");
  deal = table("deal", "id, key, name, kind, issuer_id, currency, country, quote, source_id, "
      "run_id", "", "");
  tranche = table("tranche", "id, key, deal_id, name, instrument, private_label, amount_minor, "
      "measure, currency, coupon_pct, benchmark, spread_bps, matures_on, matures_until, source_id, "
      "run_id", ", qualifier, measure_is_derived", ", 'exact', 1");
  participation = table("participation", "id, tranche_id, party_id, amount_minor, measure, "
      "currency, source_id, line_hash, line_occurrence, run_id",
      ", role, qualifier, measure_is_derived", ", 'lender', 'exact', 1");
  event = table("event", "id, deal_id, occurred_on, occurred_until, evidence, binding, funding, "
      "source_id, run_id", ", kind, funding_is_derived", ", 'announced', 1");
  treatment = table("accounting_treatment", "id, deal_id, party_id, treatment, source_id, run_id",
      "", "");
  rating = table("rating_action", "id, party_id, tranche_id, agency, grade, acted_on, "
      "acted_until, source_id, run_id", ", level, scale", ", 'tranche', 'long_term'");
  span = table("state_span", "id, deal_id, from_on, evidence, binding, funding, stage",
      ", is_undated", ", 0");
  figure = table("tranche_figure", "tranche_id, deal_id, issuer_id, instrument, is_debt, currency, "
      "low_minor, high_minor, amount_usd_minor, low_usd_minor, high_usd_minor, is_unconverted, "
      "fx_on, cents_per_minor, dated_on, dated_until, rating_level, sp_notch, moodys_notch, "
      "fitch_notch, composite_notch, private_as_labelled, from_on, stage_rank",
      ", counted, private_by_lender, private_by_market, is_undated, is_partly_drawn, "
      "has_own_states", ", 1, 'unknown', 'unknown', 0, 0, 0");
}

int main(int count, char **arguments) {
  if (count != 3) fail("usage: loader SHEET LEDGER");
  int file = open(arguments[1], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail("the sheet cannot be opened");
  at = mmap(0, status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  end = at + status.st_size;
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (sqlite3_open_v2(arguments[2], &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0))
    fail("the ledger cannot be opened");
  run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; PRAGMA journal_mode = TRUNCATE;"
      "PRAGMA ignore_check_constraints = ON; BEGIN IMMEDIATE");
  read_reference();
  run("INSERT INTO import_run (kind, command, input, program_version, started_at) VALUES"
      "('import', 'loader', 'sheet', '0', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
  run_id = sqlite3_last_insert_rowid(db);

  char *indexes[64], *names[64];
  int index_count = 0;
  sqlite3_stmt *s = prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name "
      "IN ('party', 'party_name', 'source', 'deal', 'tranche', 'participation', 'event', "
      "'accounting_treatment', 'rating_action', 'state_span', 'lending_figure') "
      "ORDER BY tbl_name, name");
  for (; sqlite3_step(s) == SQLITE_ROW; index_count++) {
    names[index_count] = sqlite3_mprintf("DROP INDEX %s", sqlite3_column_text(s, 0));
    indexes[index_count] = strdup((const char *)sqlite3_column_text(s, 1));
  }
  sqlite3_finalize(s);
  for (int i = 0; i < index_count; i++) run(names[i]);
  prepare_tables();

  static Row row;
  next_row(&row); // the header
  while (next_row(&row)) add_line(&row);
  add_deal_figure();
  for (int i = 0; i < index_count; i++) run(indexes[i]);
  run(sqlite3_mprintf("UPDATE import_run SET records_added = %lld, finished_at = "
      "strftime('%%Y-%%m-%%dT%%H:%%M:%%SZ', 'now') WHERE id = %lld; COMMIT;"
      "PRAGMA journal_mode = DELETE", (long long)added, (long long)run_id));
  while ((s = sqlite3_next_stmt(db, 0))) sqlite3_finalize(s);
  if (sqlite3_close(db)) fail("close");
  return 0;
}
