/* The system's SQLite, and the few things of it that Swift cannot import by itself. */
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer: "copy these bytes before returning". */
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

/* sqlite3_db_config takes a variable argument list. This is its form for the on/off settings. */
static inline int csqlite_db_config_flag(sqlite3 *db, int setting, int on) {
  return sqlite3_db_config(db, setting, on, (int *)0);
}

/* The result column that has exactly this name; -1 if there is none, -2 if there is another one.
   Here, because no string needs to be made for each comparison. */
static inline int csqlite_find_column(sqlite3_stmt *statement, const char *name) {
  int found = -1;
  for (int column = 0; column < sqlite3_data_count(statement); column++) {
    const char *actual = sqlite3_column_name(statement, column);
    if (actual == 0 || strcmp(actual, name) != 0) continue;
    if (found >= 0) return -2;
    found = column;
  }
  return found;
}

/* Forgets every kind of virtual table but json_each and json_tree. */
static inline int csqlite_keep_json_tables(sqlite3 *db) {
  const char *kept[] = {"json_each", "json_tree", 0};
  return sqlite3_drop_modules(db, kept);
}

/* Switches off SQLite's statistics of its memory, which nobody reads and which take a lock at each
   allocation. Only before SQLite is first used; later it does nothing. */
static inline void csqlite_omit_memory_statistics(void) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* Bounds SQLite's memory, which must be counted for that. Only before SQLite is first used. */
static inline void csqlite_limit_memory(sqlite3_int64 bytes) {
  if (sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 1) == SQLITE_OK) sqlite3_hard_heap_limit64(bytes);
}

/* Lets large pieces of memory go back to the system as soon as they are freed. By itself the C
   library keeps more and more of them, the larger those it has seen. */
static inline void csqlite_return_large_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

#endif
