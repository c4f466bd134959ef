/* Mustache templates of the system's header library (kainjow), for callers of C.
 *
 * Values are made one by one and taken over by what they are put into. Templates escape text for
 * HTML, unless they ask for it as it is with three braces. */
#ifndef CMUSTACHE_H
#define CMUSTACHE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mustache_value mustache_value;

mustache_value *_Nonnull mustache_text(const char *_Nullable bytes, size_t length);
mustache_value *_Nonnull mustache_flag(int is_true);
mustache_value *_Nonnull mustache_list(void);
mustache_value *_Nonnull mustache_object(void);

/* Puts a value at the end of a list; the value is the list's from then on. */
void mustache_append(mustache_value *_Nonnull list, mustache_value *_Nonnull taken);

/* Puts a value under a name; the value is the object's from then on. */
void mustache_set(
    mustache_value *_Nonnull object, const char *_Nonnull name, mustache_value *_Nonnull taken);

/* Puts a template under a name, for others to include. */
void mustache_set_part(
    mustache_value *_Nonnull object, const char *_Nonnull name, const char *_Nonnull text);

void mustache_free(mustache_value *_Nonnull value);

/* What a template makes of an object, and its length; null where it is no template, and the reason
 * in `problem`. Both texts are the caller's, to be given to free. */
char *_Nullable mustache_render(
    const char *_Nonnull text, const mustache_value *_Nonnull object, size_t *_Nonnull length,
    char *_Nullable *_Nonnull problem);

#ifdef __cplusplus
}
#endif

#endif
