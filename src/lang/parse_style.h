/* SPDX-License-Identifier: MIT */
/* stopwords/<code>/style.txt with the files of readability/, and repeats.txt -> the
 * tables of word lists, each its own. Used by the build's generator and by tests that
 * read the same files again. */
#ifndef LEDE_LANG_PARSE_STYLE_H
#define LEDE_LANG_PARSE_STYLE_H

#include "base/vec.h"
#include "lang/list_shapes.h"
#include "lang/list_tables.h"

typedef struct style_builder {
    const lede_allocator *allocator;
    VEC_OF(char) strings;
    VEC_OF(list_word) words;
    VEC_OF(list_phrase) phrases;
    VEC_OF(list_suffix) suffixes;
    VEC_OF(list_rule) rules;
    VEC_OF(list_shape) shapes;
    VEC_OF(uint16_t) slots;
    VEC_OF(uint8_t) filter;
    list_speed speed;
    uint32_t flags;                /* as in list_tables */
    const struct section_set *set; /* the sections of the file being read */
    const char *last; /* the last entry of the open section, in its file; NULL: none */
    size_t last_length;
} style_builder;

/* Adds style.txt. Errors: LEDE_BAD_DATA with line and column (an unknown section, an
 * entry before any, one that is not folded NFC or out of the order of bytes within its
 * section, a malformed rule), LEDE_NO_MEMORY. */
lede_status parse_style(style_builder *b, const char *bytes, size_t n, lede_error *error);

/* Adds repeats.txt, whose sections and lists (lang/repeat_words.h) are others: to a
 * builder that has nothing of style.txt. The same errors. */
lede_status parse_repeats(style_builder *b, const char *bytes, size_t n,
                          lede_error *error);

/* Adds a file of readability/: comments, and words of one list in order. */
lede_status parse_style_words(style_builder *b, uint32_t list, const char *bytes,
                              size_t n, lede_error *error);

/* The list that a file of readability/ holds, by its name; 0: none. */
uint32_t parse_style_file(const char *name);

/* The list of a section's name in the file being read; 0: none. */
uint32_t parse_style_list(const style_builder *b, const char *name, size_t n);

/* Sorts and merges what was added; a word twice on one list is an error. The tables
 * point into the builder. */
lede_status parse_style_finish(style_builder *b, list_tables *out, lede_error *error);

void parse_style_free(style_builder *b);

#endif
