/* SPDX-License-Identifier: MIT */
/* A buffered writer over a sink. Errors stick: check once, at the end. */
#ifndef LEDE_BASE_OUT_H
#define LEDE_BASE_OUT_H

#include <lede/types.h>

#define OUT_BUFFER 4096

typedef struct out {
    lede_sink sink;
    lede_status status; /* LEDE_OK, or LEDE_WRITE_FAILED for good */
    size_t used;
    char buffer[OUT_BUFFER];
} out;

void out_init(out *o, lede_sink sink);
void out_bytes(out *o, const char *bytes, size_t n);
void out_text(out *o, const char *text); /* NUL-terminated */
void out_u64(out *o, uint64_t value);
void out_i64(out *o, int64_t value);
void out_double(out *o, double value); /* shortest form; not finite: null */
/* Hands everything to the sink. */
lede_status out_flush(out *o);

#endif
