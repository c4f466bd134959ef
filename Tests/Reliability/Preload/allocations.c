/* Gives SQLite no memory from its n-th wish on, and everything else all it wants.

     MEMORY_AT      which wish for memory is the first that is refused; 0 for none
     MEMORY_STICKY  1: all wishes after it are refused as well
     MEMORY_LIMIT   in bytes: a wish that would take SQLite above it is refused
     MEMORY_COUNTS  a file of two numbers of eight bytes: the wishes, and the most bytes held

   Whose wish it is tells the place the call came from: SQLite is a library of its own. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

static uintptr_t first_byte, last_byte;
static uint64_t at, byte_limit;
static int is_sticky;
static int64_t bytes_held;
static uint64_t own_counts[2];
static uint64_t *counts = own_counts;

static int find_sqlite(struct dl_phdr_info *library, size_t size, void *context) {
  (void)size;
  (void)context;
  if (library->dlpi_name == NULL || strstr(library->dlpi_name, "libsqlite3") == NULL) return 0;
  for (int index = 0; index < library->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &library->dlpi_phdr[index];
    if (part->p_type != PT_LOAD || (part->p_flags & PF_X) == 0) continue;
    first_byte = library->dlpi_addr + part->p_vaddr;
    last_byte = first_byte + part->p_memsz;
  }
  return 1;
}

static uint64_t number(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 0 : strtoull(text, NULL, 10);
}

__attribute__((constructor)) static void begin(void) {
  at = number("MEMORY_AT");
  is_sticky = (int)number("MEMORY_STICKY");
  byte_limit = number("MEMORY_LIMIT");
  const char *path = getenv("MEMORY_COUNTS");
  int file = path == NULL ? -1 : open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file >= 0 && ftruncate(file, sizeof own_counts) == 0) {
    void *shared = mmap(NULL, sizeof own_counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (shared != MAP_FAILED) counts = shared;
    close(file);
  }
  counts[0] = counts[1] = 0;
  unsetenv("LD_PRELOAD");
  dl_iterate_phdr(find_sqlite, NULL);
  if (last_byte == 0) _exit(125);
}

static int is_sqlite(void *caller) {
  return (uintptr_t)caller >= first_byte && (uintptr_t)caller < last_byte;
}

static int is_refused(size_t more) {
  uint64_t nth = ++counts[0];
  int comes = at != 0 && (nth == at || (is_sticky && nth > at));
  if (!comes && (byte_limit == 0 || (uint64_t)bytes_held + more <= byte_limit)) return 0;
  errno = ENOMEM;
  return 1;
}

static void hold(int64_t bytes) {
  bytes_held += bytes;
  if (bytes_held > (int64_t)counts[1]) counts[1] = (uint64_t)bytes_held;
}

void *malloc(size_t size) {
  if (!is_sqlite(__builtin_return_address(0))) return __libc_malloc(size);
  if (is_refused(size)) return NULL;
  void *memory = __libc_malloc(size);
  if (memory != NULL) hold((int64_t)malloc_usable_size(memory));
  return memory;
}

void *realloc(void *old, size_t size) {
  if (!is_sqlite(__builtin_return_address(0))) return __libc_realloc(old, size);
  int64_t before = (int64_t)malloc_usable_size(old);
  if (is_refused(size > (size_t)before ? size - (size_t)before : 0)) return NULL;
  void *memory = __libc_realloc(old, size);
  if (memory != NULL) hold((int64_t)malloc_usable_size(memory) - before);
  return memory;
}

void free(void *memory) {
  if (memory != NULL && is_sqlite(__builtin_return_address(0))) {
    hold(-(int64_t)malloc_usable_size(memory));
  }
  __libc_free(memory);
}
