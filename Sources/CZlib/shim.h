/* The system's zlib, and the one macro of it that Swift cannot import by itself. */
#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

/* Begins to inflate: 31 window bits mean gzip with its checks, -15 bare deflate as in a ZIP file. */
static inline int czlib_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

#endif
