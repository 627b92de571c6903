/* SPDX-License-Identifier: MIT */
/*
 * JSON onto a buffered writer. The writer keeps the commas; that brackets
 * match and that keys stand in objects only is the caller's affair. The prefix
 * is jw_ because json_ is taken by a library that a program may link as well.
 */
#ifndef LEDE_RENDER_JSON_H
#define LEDE_RENDER_JSON_H

#include "base/out.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct json_writer {
    out *out;
    bool comma; /* a value stands before the next one in the same bracket */
} json_writer;

/* o must outlive the writer; errors stay in it. */
void jw_init(json_writer *j, out *o);

void jw_object_begin(json_writer *j);
void jw_object_end(json_writer *j);
void jw_array_begin(json_writer *j);
void jw_array_end(json_writer *j);
/* A line end before the next value; its comma, if any, stands before it. */
void jw_line(json_writer *j);

/* Printable ASCII without quote and backslash. The value must follow. */
void jw_key(json_writer *j, const char *key);

/*
 * Any bytes. Sequences that are not UTF-8 become U+FFFD, one per maximal
 * subpart; controls, line separators and characters that hide or reorder text
 * are written as \u escapes, all else as it is.
 */
void jw_string(json_writer *j, const char *bytes, size_t n);
/* The same, each run of white space as one space. */
void jw_words(json_writer *j, const char *bytes, size_t n);
/* NUL-terminated; NULL is written as null. */
void jw_text(json_writer *j, const char *text);
void jw_u64(json_writer *j, uint64_t value);
void jw_i64(json_writer *j, int64_t value);
void jw_double(json_writer *j, double value); /* not finite: null */
void jw_bool(json_writer *j, bool value);

/* A key and its value. */
void jw_member_text(json_writer *j, const char *key, const char *text);
void jw_member_u64(json_writer *j, const char *key, uint64_t value);
void jw_member_bool(json_writer *j, const char *key, bool value);

#endif
