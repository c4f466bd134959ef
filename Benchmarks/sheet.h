// What loader.c needs of a generated sheet: its cells, hashes as the program makes them, tables
// from hashes to row numbers, numbers, and names. Nothing is checked.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { DEAL, ANNOUNCED, ISSUER, COUNTRY, INSTRUMENT, TRANCHE, CURRENCY, AMOUNT, COUPON, SPREAD,
  BENCHMARK, MATURITY, SP, MOODYS, FITCH, MARKET, BALANCE_SHEET, STATUS, LENDER, COMMITMENT,
  SOURCE_TITLE, SOURCE_URL, QUOTE, COLUMNS };

typedef struct { const char *p; int n; } Text;
typedef struct { Text cell[COLUMNS], line; } Row;
static const Text none = {0, 0};
static Text text(const char *p) { return (Text){p, p ? (int)strlen(p) : 0}; }
static int is(Text a, const char *b) { return a.n == (int)strlen(b) && !memcmp(a.p, b, a.n); }
static void fail(const char *why) { fprintf(stderr, "%s\n", why); exit(1); }

// ---- The sheet
static const char *at, *end;
static char unescaped[1 << 16]; // the cells of one line that hold ""

static const char *comma_or_newline(const char *p) {
#ifdef __SSE2__
  const __m128i comma = _mm_set1_epi8(','), newline = _mm_set1_epi8('\n');
  for (; p + 16 <= end; p += 16) {
    __m128i v = _mm_loadu_si128((const void *)p);
    __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(v, comma), _mm_cmpeq_epi8(v, newline));
    int found = _mm_movemask_epi8(hits);
    if (found) return p + __builtin_ctz(found);
  }
#endif
  while (p < end && *p != ',' && *p != '\n') p++;
  return p;
}

static Text quoted_cell(const char **next, char **memory) {
  const char *start = *next + 1, *p = memchr(start, '"', end - start);
  if (p + 1 == end || p[1] != '"') { *next = p + 1; return (Text){start, p - start}; }
  char *copy = *memory;
  for (p = start; *p != '"' || (p + 1 < end && p[1] == '"'); p++) {
    *(*memory)++ = *p;
    p += *p == '"';
  }
  *next = p + 1;
  return (Text){copy, *memory - copy};
}

static int next_row(Row *row) {
  const char *p = at;
  char *memory = unescaped;
  if (p >= end) return 0;
  for (int column = 0;; column++, p++) {
    Text cell;
    if (p < end && *p == '"') cell = quoted_cell(&p, &memory);
    else { cell.p = p; p = comma_or_newline(p); cell.n = p - cell.p; }
    if (column < COLUMNS) row->cell[column] = cell;
    if (p >= end || *p == '\n') break;
  }
  row->line = (Text){at, p - at};
  at = p + 1;
  return 1;
}

// ---- Hashes as the program makes them, and tables from hashes to row numbers
static uint64_t fold(uint64_t a, uint64_t b) {
  unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}
static uint64_t hash(Text t) {
  const uint64_t k[] = {
      0xA3C59A6BE1F04D27, 0x9E3779B97F4A7C15, 0xD6E8FEB86659FDC1, 0x8BB84B93962EACF5};
  uint64_t a = fold((uint64_t)t.n ^ k[0], k[1]), b = a, w[4];
  for (; t.n > 0; t.p += 32, t.n -= 32) {
    if (t.n < 32) memset(w, 0, 32);
    memcpy(w, t.p, t.n < 32 ? t.n : 32);
    a = fold(w[0] ^ k[2], w[1] ^ a);
    b = fold(w[2] ^ k[3], w[3] ^ b);
  }
  return fold(a ^ k[0], b ^ k[1]);
}

typedef struct { uint64_t hash; int64_t row; } Entry;
typedef struct { Entry *entries; size_t capacity, count; } Map;
static int64_t *find(Map *map, uint64_t hash) { // a row of 0 is a new one, which the caller sets
  if (map->count * 4 >= map->capacity * 3) {
    Map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : 4096;
    map->entries = calloc(map->capacity, sizeof(Entry));
    map->count = 0;
    for (size_t i = 0; i < old.capacity; i++)
      if (old.entries[i].row) *find(map, old.entries[i].hash) = old.entries[i].row;
    free(old.entries);
  }
  size_t i = hash & (map->capacity - 1);
  while (map->entries[i].row && map->entries[i].hash != hash) i = (i + 1) & (map->capacity - 1);
  if (!map->entries[i].row) { map->entries[i].hash = hash; map->count++; }
  return &map->entries[i].row;
}

// ---- Numbers
static int64_t coefficient(Text t, int *scale) {
  int64_t value = 0;
  int point = -1;
  for (int i = 0; i < t.n; i++) {
    unsigned char c = t.p[i];
    if (c >= '0' && c <= '9') { value = value * 10 + (c - '0'); point += point >= 0; }
    else if (c == '.' || c == ',') point = 0;
  }
  *scale = point < 0 ? 0 : point;
  return value;
}
static int64_t minor_units(Text t, int exponent) { // half to even
  int scale;
  int64_t value = coefficient(t, &scale), divisor = 1;
  for (; scale < exponent; scale++) value *= 10;
  for (; scale > exponent; scale--) divisor *= 10;
  int64_t whole = value / divisor, twice = value % divisor * 2;
  return whole + (twice > divisor || (twice == divisor && whole % 2));
}
static double real(Text t) {
  int scale;
  if (!t.n) return NAN;
  double value = coefficient(t, &scale), power = 1;
  while (scale--) power *= 10;
  return value / power;
}

// ---- Keys of parties, and their names as they are compared; as far as generated names need it
static char letter_without_mark(const char *p) {
  static const char *marked = "éeóoöoōoãaåaäaüuÅaÄaÖoÎi";
  for (const char *m = marked; *m; m += 3) if (m[0] == p[0] && m[1] == p[1]) return m[2];
  return 0;
}
static Text folded(Text name, char *out, int is_key) { // a key, else words with one space between
  int n = 0;
  char gap = is_key ? '-' : ' ';
  for (int i = 0; i < name.n; i++) {
    unsigned char c = name.p[i];
    char plain = c >= 'A' && c <= 'Z' ? c | 32 : c;
    if (c >= 0x80 && i + 1 < name.n && (plain = letter_without_mark(name.p + i))) i++;
    if ((plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9')) out[n++] = plain;
    else if (is_key && c == '.') out[n++] = c;
    else if (!is_key && c >= 0x80) out[n++] = c;
    else if (!is_key && c == '.' && i > 1 && strchr(" .", name.p[i - 2])) continue; // as in L.P.
    else {
      if (n && out[n - 1] != gap) out[n++] = gap;
      if (!is_key && c == '&') n += sprintf(out + n, "and ");
    }
  }
  while (n && (out[n - 1] == gap || out[n - 1] == '.')) n--;
  static const char *forms[] = {
      " inc", " llc", " ltd", " corp", " nv", " ab", " plc", " lp", " sa"};
  for (int i = 0; !is_key && i < 9; i++) {
    int length = strlen(forms[i]);
    if (n > length && !memcmp(out + n - length, forms[i], length)) { n -= length; break; }
  }
  return (Text){out, n};
}
