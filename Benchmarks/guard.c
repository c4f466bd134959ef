// What the guards of a question cost by themselves: the same statement, its rows stepped through, as
// SQLite runs it, or with what the program sets for a question of anyone's: an authorizer, limits,
// a look at the clock between instructions, and memory that is counted and bounded.
//
//   guard raw|guarded ledger < statement      prints the CPU seconds of it
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *allowed[] = {
    "abs", "avg", "coalesce", "count", "date", "first_value", "group_concat", "instr", "json_each",
    "json_extract", "json_group_array", "json_object", "julianday", "lag", "length", "like", "glob",
    "lower", "ltrim", "max", "min", "nullif", "replace", "round", "row_number", "rtrim", "substr",
    "sum", "trim", "upper", 0};

static int judge(void *context, int action, const char *first, const char *second,
                 const char *database, const char *cause) {
  (void)context; (void)database; (void)cause;
  if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE) return SQLITE_OK;
  if (action == SQLITE_READ)
    return sqlite3_strnicmp(first, "pragma_", 7) == 0 ? SQLITE_DENY : SQLITE_OK;
  if (action != SQLITE_FUNCTION) return SQLITE_DENY;
  for (const char **name = allowed; *name; name++)
    if (sqlite3_stricmp(*name, second) == 0) return SQLITE_OK;
  return SQLITE_DENY;
}

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static double end;
static int has_passed(void *context) {
  (void)context;
  return seconds(CLOCK_MONOTONIC) >= end;
}

static void fail(sqlite3 *ledger) {
  fprintf(stderr, "%s\n", sqlite3_errmsg(ledger));
  exit(1);
}

int main(int count, char **words) {
  if (count != 3) return 64;
  int is_guarded = strcmp(words[1], "guarded") == 0;
  static char sql[1 << 17];
  sql[fread(sql, 1, sizeof sql - 1, stdin)] = 0;
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, is_guarded);
  if (is_guarded) sqlite3_hard_heap_limit64(256 << 20);
  sqlite3 *ledger;
  if (sqlite3_open_v2(words[2], &ledger, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, 0))
    fail(ledger);
  // Both read the schema before the clock runs.
  if (sqlite3_exec(ledger, "SELECT 1 FROM deal, json_each('[]') LIMIT 1", 0, 0, 0)) fail(ledger);
  double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
  if (is_guarded) {
    static const int limits[][2] = {
        {SQLITE_LIMIT_LENGTH, 1000000}, {SQLITE_LIMIT_SQL_LENGTH, 100000},
        {SQLITE_LIMIT_COLUMN, 500}, {SQLITE_LIMIT_EXPR_DEPTH, 200},
        {SQLITE_LIMIT_COMPOUND_SELECT, 100}, {SQLITE_LIMIT_VDBE_OP, 250000},
        {SQLITE_LIMIT_FUNCTION_ARG, 100}, {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000}, {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 0}, {SQLITE_LIMIT_WORKER_THREADS, 0}};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
      sqlite3_limit(ledger, limits[i][0], limits[i][1]);
    sqlite3_set_authorizer(ledger, judge, 0);
    end = seconds(CLOCK_MONOTONIC) + 60;
    sqlite3_progress_handler(ledger, 100000, has_passed, 0);
  }
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(ledger, sql, -1, &statement, 0)) fail(ledger);
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
  }
  if (code != SQLITE_DONE) fail(ledger);
  printf("%.6f\n", seconds(CLOCK_PROCESS_CPUTIME_ID) - start);
  return 0;
}
