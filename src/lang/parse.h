/* SPDX-License-Identifier: MIT */
/* The lists of stopwords/<code>/ -> the tables of a pack. Used by the build's
 * generator and by tests that read the same files again. */
#ifndef LEDE_LANG_PARSE_H
#define LEDE_LANG_PARSE_H

#include "base/vec.h"
#include "lang/pack.h"

typedef struct pack_builder {
    const lede_allocator *allocator;
    VEC_OF(char) strings;
    VEC_OF(pack_word) words;
    VEC_OF(pack_line) lines;
    pack_codes codes;
    lede_span last; /* strings: the last entry of the open section; end 0: none */
} pack_builder;

/* Adds one list file. Errors: LEDE_BAD_DATA with line and column (an unknown
 * section, an entry before any section, a word that is not folded NFC, an entry out
 * of the order of bytes within its section), LEDE_NO_MEMORY. */
lede_status parse_list(pack_builder *b, const char *bytes, size_t n, lede_error *error);

/* Sorts and merges what was added; a word twice in one section is an error. */
lede_status parse_finish(pack_builder *b, lede_error *error);

void parse_free(pack_builder *b);

/* One line of languages.txt. Strings point into the file's bytes. */
typedef struct registry_line {
    const char *code, *stemmer, *name;
    size_t code_length, stemmer_length, name_length; /* stemmer_length 0: none */
    unicode_script scripts[PACK_SCRIPTS];            /* at least one */
    bool fallback;
    bool neutral; /* no pack: only its function words are known */
} registry_line;

/* Reads the next entry from *at on. False at the end, or with error->status
 * set at a malformed line. */
bool parse_registry(const char *bytes, size_t n, size_t *at, registry_line *out,
                    lede_error *error);

#endif
