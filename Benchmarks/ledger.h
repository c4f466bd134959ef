// What loader.c needs of a ledger: statements, days, exchange rates and rating grades.
#include <sqlite3.h>
#include "sheet.h"

static sqlite3 *db;
static void run(const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0)) fail(sqlite3_errmsg(db));
}
static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, 0)) fail(sqlite3_errmsg(db));
  return s;
}
static int64_t number(const char *sql) {
  sqlite3_stmt *s = prepare(sql);
  int64_t value = sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : 0;
  sqlite3_finalize(s);
  return value;
}

typedef struct { sqlite3_stmt *insert; int parameter; int64_t row; } Table;
static int64_t added;
static Table table(const char *name, const char *columns, const char *same, const char *values) {
  char sql[2048], marks[128] = "?";
  snprintf(sql, sizeof sql, "SELECT coalesce(MAX(rowid), 0) FROM %s", name);
  int64_t row = number(sql);
  for (const char *c = columns; (c = strchr(c, ',')); c++) strcat(marks, ", ?");
  snprintf(sql, sizeof sql, "INSERT INTO %s (%s%s) VALUES (%s%s)", name, columns, same, marks,
      values);
  return (Table){prepare(sql), 0, row};
}
static void I(Table *t, int64_t v) { sqlite3_bind_int64(t->insert, ++t->parameter, v); }
static void R(Table *t, double v) {
  if (isnan(v)) sqlite3_bind_null(t->insert, ++t->parameter);
  else sqlite3_bind_double(t->insert, ++t->parameter, v);
}
static void N(Table *t, int64_t v) { // a notch, 0 for none
  if (v) I(t, v);
  else sqlite3_bind_null(t->insert, ++t->parameter);
}
static void T(Table *t, Text v) {
  if (v.n) sqlite3_bind_text64(t->insert, ++t->parameter, v.p, v.n, SQLITE_STATIC, SQLITE_UTF8);
  else sqlite3_bind_null(t->insert, ++t->parameter);
}
static void begin(Table *t) { I(t, ++t->row); }
static void insert(Table *t) {
  if (sqlite3_step(t->insert) != SQLITE_DONE) fail(sqlite3_errmsg(db));
  sqlite3_reset(t->insert);
  t->parameter = 0;
  added++;
}

// ---- Days and rates
enum { FIRST_DAY = 19000, DAYS = 4096 }; // from 2022-01-08, as days since 1970
typedef struct { int exponent; double minor, units[DAYS]; } Currency;
static Currency *currencies[26 * 26 * 26];
static char day_texts[DAYS][11];
static int day_number(Text t) {
  int y = atoi(t.p), m = atoi(t.p + 5), d = atoi(t.p + 8);
  y -= m <= 2;
  int days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
  return days - 719468 - FIRST_DAY;
}
static Currency **place(const char *code) {
  return &currencies[((code[0] - 'A') * 26 + code[1] - 'A') * 26 + code[2] - 'A'];
}
static double cents_per_minor(Currency *c, int day, Text *on) { // the last rate of seven days
  Currency *dollar = *place("USD"), *euro = *place("EUR"), *quoted = c == euro ? dollar : c;
  if (c == dollar) return 1;
  for (int d = day; d >= 0 && d >= day - 7; d--)
    if (quoted->units[d] > 0) {
      *on = text(day_texts[d]);
      return dollar->units[d] * 100 / (c == euro ? 1 : c->units[d]) / c->minor;
    }
  return NAN;
}
static Map notches;
static void read_reference(void) {
  sqlite3_stmt *s = prepare("SELECT code, exponent, minor_per_unit FROM currency");
  while (sqlite3_step(s) == SQLITE_ROW) {
    Currency *c = *place((const char *)sqlite3_column_text(s, 0)) = calloc(1, sizeof(Currency));
    c->exponent = sqlite3_column_int(s, 1);
    c->minor = sqlite3_column_double(s, 2);
  }
  sqlite3_finalize(s);
  s = prepare("SELECT currency, published_on, units_per_euro FROM fx_rate");
  while (sqlite3_step(s) == SQLITE_ROW) {
    Text on = text((const char *)sqlite3_column_text(s, 1));
    int day = day_number(on);
    memcpy(day_texts[day], on.p, 10);
    (*place((const char *)sqlite3_column_text(s, 0)))->units[day] = sqlite3_column_double(s, 2);
  }
  sqlite3_finalize(s);
  s = prepare("SELECT agency || grade, notch FROM rating_grade");
  while (sqlite3_step(s) == SQLITE_ROW)
    *find(&notches, hash(text((const char *)sqlite3_column_text(s, 0)))) = sqlite3_column_int(s, 1);
  sqlite3_finalize(s);
}
