/* The system's SQLite, and the few things of it that Swift cannot import by itself. */
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <errno.h>
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

/* Bounds SQLite's memory. SQLite can count it by itself, but takes a lock at each piece for that,
   which costs a question up to eight percent. Here one thread alone uses SQLite. */
struct csqlite_memory {
  sqlite3_mem_methods methods;
  sqlite3_int64 left;
};

static inline struct csqlite_memory *csqlite_memory(void) {
  static struct csqlite_memory memory;
  return &memory;
}

static inline void csqlite_count_memory(int bytes) {
  __atomic_store_n(&csqlite_memory()->left,
      __atomic_load_n(&csqlite_memory()->left, __ATOMIC_RELAXED) - bytes, __ATOMIC_RELAXED);
}

static inline int csqlite_has_memory(int bytes) {
  return __atomic_load_n(&csqlite_memory()->left, __ATOMIC_RELAXED) >= bytes;
}

static inline void *csqlite_malloc(int bytes) {
  if (!csqlite_has_memory(bytes)) return 0;
  void *piece = csqlite_memory()->methods.xMalloc(bytes);
  if (piece) csqlite_count_memory(csqlite_memory()->methods.xSize(piece));
  return piece;
}

static inline void csqlite_free(void *piece) {
  if (piece) csqlite_count_memory(-csqlite_memory()->methods.xSize(piece));
  csqlite_memory()->methods.xFree(piece);
}

static inline void *csqlite_realloc(void *piece, int bytes) {
  int old = csqlite_memory()->methods.xSize(piece);
  if (bytes > old && !csqlite_has_memory(bytes - old)) return 0;
  void *larger = csqlite_memory()->methods.xRealloc(piece, bytes);
  if (larger) csqlite_count_memory(csqlite_memory()->methods.xSize(larger) - old);
  return larger;
}

/* Only before SQLite is first used; later it does nothing. */
static inline void csqlite_limit_memory(sqlite3_int64 bytes) {
  if (csqlite_memory()->methods.xMalloc) return;
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &csqlite_memory()->methods) != SQLITE_OK) return;
  sqlite3_mem_methods counted = csqlite_memory()->methods;
  counted.xMalloc = csqlite_malloc;
  counted.xFree = csqlite_free;
  counted.xRealloc = csqlite_realloc;
  csqlite_memory()->left = bytes;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &counted);
}

/* Lets large pieces of memory go back to the system as soon as they are freed. By itself the C
   library keeps more and more of them, the larger those it has seen. */
static inline void csqlite_return_large_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

#endif
