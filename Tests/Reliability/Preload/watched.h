/* Which files a preloaded library looks at: those in one folder, whoever opened them.

   Both libraries stand between a program and the C library: the functions they define are found
   before the real ones, which `real` looks up by name. */
#ifndef WATCHED_H
#define WATCHED_H

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_DESCRIPTORS 1024

static char watched_folder[4096];
static size_t watched_length;
/* What each descriptor is: 0 not watched, else what the library keeps of it. */
static uint32_t watched_descriptors[MAX_DESCRIPTORS];

/* The folder is in the environment; without one nothing is watched. */
static void watch_folder(void) {
  const char *folder = getenv("WATCH_FOLDER");
  if (folder == NULL) return;
  snprintf(watched_folder, sizeof watched_folder, "%s", folder);
  watched_length = strlen(watched_folder);
}

/* Programs that are watched run in the folder, so a relative path is in it. */
static int is_watched_path(const char *path) {
  if (watched_length == 0 || path == NULL) return 0;
  if (path[0] != '/') return 1;
  return strncmp(path, watched_folder, watched_length) == 0 &&
         (path[watched_length] == '/' || path[watched_length] == 0);
}

static uint32_t watched(int descriptor) {
  return descriptor >= 0 && descriptor < MAX_DESCRIPTORS ? watched_descriptors[descriptor] : 0;
}

static void watch(int descriptor, uint32_t what) {
  if (descriptor >= 0 && descriptor < MAX_DESCRIPTORS) watched_descriptors[descriptor] = what;
}

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL) abort();
  return found;
}

/* The real function of the same type as the one that stands before it. */
#define REAL(name) ((__typeof__(&name))real(#name))

int close(int descriptor) {
  watch(descriptor, 0);
  return REAL(close)(descriptor);
}

#endif
