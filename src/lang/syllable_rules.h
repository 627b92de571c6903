/* SPDX-License-Identifier: MIT */
/*
 * Syllables by rules: patterns of letters that hold one nucleus, several or none. At
 * each place of a word the longest pattern that fits is taken; letters without one
 * count nothing. stopwords/README.md describes how the patterns are written.
 */
#ifndef LEDE_LANG_SYLLABLE_RULES_H
#define LEDE_LANG_SYLLABLE_RULES_H

#include <stddef.h>
#include <stdint.h>

/* What patterns are made of. Letters that no rule tells apart share a symbol. */
enum { SYLLABLE_OTHER = 0, SYLLABLE_BORDER = 1, SYLLABLE_FIRST_SYMBOL = 2 };

#define SYLLABLE_PATTERN_MAX 24u /* letters of a pattern, with a border at its end */

#define SYLLABLE_PAGES 128u   /* code points below 0x2000 can be letters of a rule */
#define SYLLABLE_PAGE_BITS 6u /* of a code point within its page */
/* What must stand in front: 0 nothing, else 1 + a class, of the letter in front; with
 * one of the bits: of a letter anywhere in front, back to the border, or of none. */
#define SYLLABLE_LEFT_BORDER 26u /* the border's class, behind A to Z */
#define SYLLABLE_LEFT_ANYWHERE 0x20u
#define SYLLABLE_LEFT_NOWHERE 0x40u

/* A pattern's end: what is taken when the letters up to here fit. */
typedef struct syllable_rule {
    uint8_t left;   /* see above */
    uint8_t take;   /* letters taken, at least 1; the rest was context */
    uint8_t nuclei; /* counted for them */
    uint8_t more;   /* another rule for the same letters follows */
} syllable_rule;

/* A node of the tree of patterns. The child for a symbol is the node at base + symbol,
 * if that says so: otherwise the place is free or belongs to another parent. */
typedef struct syllable_node {
    uint16_t base;   /* 0: no children */
    uint16_t rule;   /* the first rule that ends here + 1; 0: none */
    uint16_t parent; /* SYLLABLE_NO_PARENT: a root, or free */
} syllable_node;

#define SYLLABLE_NO_PARENT UINT16_MAX
#define SYLLABLE_NOT_PLAIN 0xFFu /* the tree must be asked */

typedef struct syllable_rules {
    const uint8_t *pages;       /* code point >> SYLLABLE_PAGE_BITS -> page */
    const uint8_t *symbols;     /* of page 0 (nothing), 1 and 2 (ASCII), 3 ... */
    const uint8_t *plain;       /* symbol -> its syllables, if no rule looks further */
    const uint32_t *classes;    /* symbol -> bits of the classes it is in */
    const syllable_node *nodes; /* roots by symbol; any symbol fits behind a base */
    const syllable_rule *rules;
} syllable_rules;

/*
 * How many syllables a folded word has (lower case, NFC, UTF-8). What is no letter (' -
 * . digits) is a border inside the word. At least 1 when there is a letter, 0 when
 * there is none. Any bytes do no harm; time is linear in n.
 */
uint32_t syllable_rules_count(const syllable_rules *r, const char *word, size_t n);

#endif
