/* Writes down what a program does to the files of the watched folder, so that a loss of power can
   be tried at every moment of it.

     WATCH_FOLDER   the folder
     RECORD_TO      the file the record goes to

   A record is a kind (one byte), a file (4 bytes: the number of its opening), a place (8), a length
   (4), then so many bytes, numbers in the machine's order:

     O  opened a file for writing: its path; the place is 1 where it was emptied
     W  wrote bytes at the place
     T  cut or stretched the file to the place
     S  made what was written last
     D  the same of a folder: its path
     U  removed a path
     R  renamed a path to another, with a zero byte between them
     M  told something on standard output or error: the text */
#include "watched.h"

static int record_file = -1;
static uint32_t openings;
/* Descriptors of folders have this as well as their number. */
#define FOLDER 0x80000000u

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("RECORD_TO");
  if (path == NULL) return;
  record_file = REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
  if (record_file < 0) abort();
  watch_folder();
  unsetenv("LD_PRELOAD");
}

static void put(const void *bytes, size_t count) {
  if (REAL(write)(record_file, bytes, count) != (ssize_t)count) abort();
}

static void record(char kind, uint32_t file, uint64_t place, const void *bytes, size_t count) {
  if (record_file < 0) return;
  int before = errno;
  char head[17];
  uint32_t length = (uint32_t)count;
  head[0] = kind;
  memcpy(head + 1, &file, 4);
  memcpy(head + 5, &place, 8);
  memcpy(head + 13, &length, 4);
  put(head, sizeof head);
  put(bytes, count);
  errno = before;
}

static void opened(int descriptor, const char *path, int flags) {
  struct stat status;
  if (descriptor < 0 || !is_watched_path(path) || fstat(descriptor, &status) != 0) {
    watch(descriptor, 0);
    return;
  }
  uint32_t number = ++openings;
  if (S_ISDIR(status.st_mode)) {
    watch(descriptor, number | FOLDER);
  } else {
    watch(descriptor, number);
    if ((flags & O_ACCMODE) != O_RDONLY) {
      record('O', number, (flags & O_TRUNC) != 0, path, strlen(path));
    }
  }
}

#define OPEN_AS(name)                                                                              \
  int name(const char *path, int flags, ...) {                                                     \
    va_list list;                                                                                  \
    va_start(list, flags);                                                                         \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;                 \
    va_end(list);                                                                                  \
    int descriptor = REAL(name)(path, flags, mode);                                                \
    opened(descriptor, path, flags);                                                               \
    return descriptor;                                                                             \
  }
OPEN_AS(open)
OPEN_AS(open64)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO) {
    ssize_t told = REAL(write)(descriptor, bytes, count);
    if (told > 0) record('M', 0, 0, bytes, (size_t)told);
    return told;
  }
  uint32_t file = watched(descriptor);
  if (file == 0) return REAL(write)(descriptor, bytes, count);
  int appends = (fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
  off_t place = lseek(descriptor, 0, appends ? SEEK_END : SEEK_CUR);
  ssize_t written = REAL(write)(descriptor, bytes, count);
  if (written > 0) record('W', file, (uint64_t)place, bytes, (size_t)written);
  return written;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  ssize_t written = REAL(pwrite64)(descriptor, bytes, count, offset);
  uint32_t file = watched(descriptor);
  if (file != 0 && written > 0) record('W', file, (uint64_t)offset, bytes, (size_t)written);
  return written;
}

static void synced(int descriptor, int result) {
  uint32_t file = watched(descriptor);
  if (file == 0 || result != 0) return;
  record((file & FOLDER) != 0 ? 'D' : 'S', file, 0, "", 0);
}

int fsync(int descriptor) {
  int result = REAL(fsync)(descriptor);
  synced(descriptor, result);
  return result;
}

int fdatasync(int descriptor) {
  int result = REAL(fdatasync)(descriptor);
  synced(descriptor, result);
  return result;
}

int ftruncate64(int descriptor, off64_t size) {
  int result = REAL(ftruncate64)(descriptor, size);
  uint32_t file = watched(descriptor);
  if (file != 0 && result == 0) record('T', file, (uint64_t)size, "", 0);
  return result;
}

int unlink(const char *path) {
  int result = REAL(unlink)(path);
  if (result == 0 && is_watched_path(path)) record('U', 0, 0, path, strlen(path));
  return result;
}

int rename(const char *from, const char *to) {
  int result = REAL(rename)(from, to);
  if (result != 0 || !is_watched_path(to)) return result;
  char both[8192];
  size_t length = strlen(from);
  int total = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
  if (total > (int)length) record('R', 0, 0, both, (size_t)total);
  return result;
}
