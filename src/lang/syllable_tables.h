/* SPDX-License-Identifier: MIT */
/* Patterns of syllable rules -> the tables that are asked. For parse_syllables.c. */
#ifndef LEDE_LANG_SYLLABLE_TABLES_H
#define LEDE_LANG_SYLLABLE_TABLES_H

#include "base/vec.h"
#include "lang/syllable_rules.h"

/* Patterns after classes were replaced by their letters. */
#define SYLLABLE_KEYS_MAX 60000u

/* A letter of the language. */
typedef struct syllable_letter {
    uint32_t code;
    uint32_t classes; /* bit 0: class A ... */
    bool named;       /* in a pattern, as itself */
    uint8_t symbol;
} syllable_letter;

/* What a pattern asks for at one place: a letter's code point, a class ('A' to 'Z',
 * which no folded letter is), or SYLLABLE_BORDER. */
typedef struct syllable_pattern {
    uint32_t place[SYLLABLE_PATTERN_MAX];
    uint8_t length;
    uint8_t loose; /* how many places are classes: letters go before them */
    syllable_rule rule;
    uint32_t line, column; /* in the file */
    size_t offset;
} syllable_pattern;

/* A pattern whose places are symbols. */
typedef struct syllable_key {
    uint8_t symbol[SYLLABLE_PATTERN_MAX];
    uint8_t length;
    uint8_t loose;
    syllable_rule rule;
    uint32_t pattern;
} syllable_key;

/* A node while the tree grows. */
typedef struct syllable_branch {
    uint32_t begin, end; /* keys that go on below it */
    uint32_t depth;
    uint32_t children; /* the first; they stand by symbol, ascending */
    uint32_t child_count;
    uint32_t node; /* where it will be */
    uint16_t rule;
    uint8_t symbol;
} syllable_branch;

typedef struct syllable_tables {
    const lede_allocator *allocator;
    VEC_OF(syllable_letter) letters;
    VEC_OF(syllable_pattern) patterns;
    VEC_OF(syllable_key) keys;
    VEC_OF(syllable_branch) branches;
    VEC_OF(syllable_node) nodes;
    VEC_OF(syllable_rule) rules;
    VEC_OF(uint8_t) symbols;
    uint8_t pages[SYLLABLE_PAGES];
    uint8_t plain[256];
    uint32_t classes[256];
    uint32_t symbol_count;
} syllable_tables;

/* letters and patterns -> everything else. Errors: LEDE_BAD_DATA with the place of the
 * pattern (two of the same letters, a class without letters, too many), LEDE_NO_MEMORY.
 */
lede_status syllable_tables_build(syllable_tables *t, lede_error *error);

/* Valid as long as the tables are. */
syllable_rules syllable_tables_rules(const syllable_tables *t);

void syllable_tables_free(syllable_tables *t);

#endif
