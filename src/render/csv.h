/* SPDX-License-Identifier: MIT */
/* Lines of RFC 4180: fields between commas, CR LF behind the last. */
#ifndef LEDE_RENDER_CSV_H
#define LEDE_RENDER_CSV_H

#include "base/out.h"

#include <stdbool.h>

typedef struct csv_writer {
    out *out;
    bool comma; /* a field stands before the next one */
} csv_writer;

csv_writer csv_begin(out *o);
/* Any bytes; what is not UTF-8 becomes U+FFFD, and so does NUL. */
void csv_string(csv_writer *w, const char *bytes, size_t n);
/* The same, each run of white space as one space. */
void csv_words(csv_writer *w, const char *bytes, size_t n);
void csv_text(csv_writer *w, const char *text); /* NUL-terminated; NULL: empty */
void csv_nothing(csv_writer *w);                /* an empty field */
void csv_bool(csv_writer *w, bool value);
void csv_u64(csv_writer *w, uint64_t value);
void csv_double(csv_writer *w, double value); /* shortest form */
void csv_end(csv_writer *w);

#endif
