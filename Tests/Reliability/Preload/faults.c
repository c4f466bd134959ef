/* Makes the n-th operation on a file of the watched folder go wrong.

     WATCH_FOLDER   the folder; what is done elsewhere is neither counted nor touched
     FAULT_KIND     open, read, write, sync, truncate, unlink, rename, make, tell (standard output
                    and error) or any
     FAULT_AT       which one of that kind, from 1; 0 for none
     FAULT_ERROR    the number it fails with; a write leaves half of its bytes behind
     FAULT_STICKY   1: all after it fail as well
     FAULT_SIGNAL   instead of an error: the signal the process gets just before the operation
     FAULT_COUNTS   a file of eight-byte numbers that says how many of each kind there were,
                    also when the process is killed
     FAULT_FILE_LIMIT  the size in bytes beyond which no file may grow
     FAULT_SPACE_LIMIT the size in bytes of the process's address space
     FAULT_USER     the number of the user to become */
#include "watched.h"

#include <grp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>

enum kind { OPEN, READ, WRITE, SYNC, TRUNCATE, UNLINK, RENAME, MAKE, TELL, ANY, KINDS };
static const char *const kind_names[KINDS] = {"open",   "read",   "write", "sync", "truncate",
                                              "unlink", "rename", "make",  "tell", "any"};

static enum kind wanted = KINDS;
static uint64_t at;
static int error_number;
static int is_sticky;
static int signal_number;
static uint64_t own_counts[KINDS];
static uint64_t *counts = own_counts;

static uint64_t number(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 0 : strtoull(text, NULL, 10);
}

static void limit(int resource, const char *name) {
  if (getenv(name) == NULL) return;
  struct rlimit size = {number(name), number(name)};
  if (setrlimit(resource, &size) != 0) _exit(125);
}

__attribute__((constructor)) static void begin(void) {
  watch_folder();
  const char *kind = getenv("FAULT_KIND");
  for (int index = 0; kind != NULL && index < KINDS; index++) {
    if (strcmp(kind, kind_names[index]) == 0) wanted = (enum kind)index;
  }
  at = number("FAULT_AT");
  error_number = (int)number("FAULT_ERROR");
  is_sticky = (int)number("FAULT_STICKY");
  signal_number = (int)number("FAULT_SIGNAL");
  const char *path = getenv("FAULT_COUNTS");
  int file = path == NULL ? -1 : REAL(open)(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file >= 0 && ftruncate(file, sizeof own_counts) == 0) {
    void *shared = mmap(NULL, sizeof own_counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (shared != MAP_FAILED) counts = shared;
    close(file);
  }
  memset(counts, 0, sizeof own_counts);
  limit(RLIMIT_FSIZE, "FAULT_FILE_LIMIT");
  limit(RLIMIT_AS, "FAULT_SPACE_LIMIT");
  if (getenv("FAULT_USER") != NULL) {
    unsigned user = (unsigned)number("FAULT_USER");
    if (setgroups(0, NULL) != 0 || setgid(user) != 0 || setuid(user) != 0) _exit(125);
  }
  /* What the program starts is not ours to disturb. */
  unsetenv("LD_PRELOAD");
}

/* Counts an operation; says whether it shall fail, or does not come back. */
static int fails(enum kind kind) {
  uint64_t nth = __atomic_add_fetch(&counts[kind], 1, __ATOMIC_RELAXED);
  uint64_t of_all = __atomic_add_fetch(&counts[ANY], 1, __ATOMIC_RELAXED);
  uint64_t place = wanted == ANY ? of_all : nth;
  if ((wanted != ANY && wanted != kind) || at == 0 || place < at) return 0;
  if (signal_number != 0) {
    if (place == at) raise(signal_number);
    return 0;
  }
  if (error_number == 0 || (place > at && !is_sticky)) return 0;
  errno = error_number;
  return 1;
}

#define OPEN_AS(name)                                                                              \
  int name(const char *path, int flags, ...) {                                                     \
    va_list list;                                                                                  \
    va_start(list, flags);                                                                         \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;                 \
    va_end(list);                                                                                  \
    int is_ours = is_watched_path(path);                                                           \
    if (is_ours && fails(OPEN)) return -1;                                                         \
    int descriptor = REAL(name)(path, flags, mode);                                                \
    if (descriptor >= 0) watch(descriptor, (uint32_t)is_ours);                                     \
    return descriptor;                                                                             \
  }
OPEN_AS(open)
OPEN_AS(open64)

ssize_t read(int descriptor, void *bytes, size_t count) {
  if (watched(descriptor) && fails(READ)) return -1;
  return REAL(read)(descriptor, bytes, count);
}

ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t offset) {
  if (watched(descriptor) && fails(READ)) return -1;
  return REAL(pread64)(descriptor, bytes, count, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  int is_told = descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO;
  if ((is_told || watched(descriptor)) && fails(is_told ? TELL : WRITE)) {
    if (!is_told && REAL(write)(descriptor, bytes, count / 2) < 0) return -1;
    errno = error_number;
    return -1;
  }
  return REAL(write)(descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  if (watched(descriptor) && fails(WRITE)) {
    if (REAL(pwrite64)(descriptor, bytes, count / 2, offset) < 0) return -1;
    errno = error_number;
    return -1;
  }
  return REAL(pwrite64)(descriptor, bytes, count, offset);
}

int fsync(int descriptor) {
  if (watched(descriptor) && fails(SYNC)) return -1;
  return REAL(fsync)(descriptor);
}

int fdatasync(int descriptor) {
  if (watched(descriptor) && fails(SYNC)) return -1;
  return REAL(fdatasync)(descriptor);
}

int ftruncate64(int descriptor, off64_t size) {
  if (watched(descriptor) && fails(TRUNCATE)) return -1;
  return REAL(ftruncate64)(descriptor, size);
}

int unlink(const char *path) {
  if (is_watched_path(path) && fails(UNLINK)) return -1;
  return REAL(unlink)(path);
}

int rename(const char *from, const char *to) {
  if (is_watched_path(to) && fails(RENAME)) return -1;
  return REAL(rename)(from, to);
}

int mkdir(const char *path, mode_t mode) {
  if (is_watched_path(path) && fails(MAKE)) return -1;
  return REAL(mkdir)(path, mode);
}
