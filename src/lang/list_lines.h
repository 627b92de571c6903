/* SPDX-License-Identifier: MIT */
/* The lines of a list file, for those who parse one. */
#ifndef LEDE_LANG_LIST_LINES_H
#define LEDE_LANG_LIST_LINES_H

#include <lede/types.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the longest entry. */
#define LIST_ENTRY_MAX 200

/* A slice of the file being read, and where it stands. */
typedef struct list_slice {
    const char *bytes;
    size_t n;
    uint32_t line;
    uint32_t column; /* code points, from 1 */
    size_t offset;
} list_slice;

bool list_is_blank(char c);

/* LEDE_BAD_DATA with the place and the beginning of the slice. */
lede_status list_fail(lede_error *error, const list_slice *s, const char *why);

/* Without the blanks at both ends. */
list_slice list_trim(list_slice s);

/* The next line of bytes[*at..n), trimmed. */
list_slice list_next_line(const char *bytes, size_t n, size_t *at, uint32_t number);

/* Cuts the next field off the front of a trimmed line; n == 0: there is none. */
list_slice list_take_field(list_slice *line);

/* Is it what the tokenizer would look up? Otherwise it would never match. */
lede_status list_check_folded(const lede_allocator *allocator, const list_slice *s,
                              lede_error *error);

/* By bytes; a front of a text comes before it. */
int list_compare(const char *a, size_t a_length, const char *b, size_t b_length);

/* "[name]"? */
bool list_is_section(const list_slice *line);

/* Is the slice these characters? */
bool list_is(const list_slice *s, const char *text);

#endif
