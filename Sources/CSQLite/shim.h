/* The system's SQLite, and the few things of it that Swift cannot import by itself. */
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>
#include <string.h>

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer: "copy these bytes before returning". */
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

/* sqlite3_db_config takes a variable argument list. This is its form for the on/off settings. */
static inline int csqlite_db_config_flag(sqlite3 *db, int setting, int on) {
  return sqlite3_db_config(db, setting, on, (int *)0);
}

/* Whether a result column has exactly this name, compared without making a string. */
static inline int csqlite_column_is_named(sqlite3_stmt *statement, int column, const char *name) {
  const char *actual = sqlite3_column_name(statement, column);
  return actual != 0 && strcmp(actual, name) == 0;
}

#endif
