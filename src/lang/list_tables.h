/* SPDX-License-Identifier: MIT */
/* The word lists of one language as tables: familiar words and words of style. */
#ifndef LEDE_LANG_LIST_TABLES_H
#define LEDE_LANG_LIST_TABLES_H

#include <stdbool.h>
#include <stdint.h>

/* A folded word and the lists that have it (word_list bits). */
typedef struct list_word {
    uint32_t key; /* offset into the strings */
    uint32_t lists;
    uint16_t length;
} list_word;

/* Several folded words with one space between them. */
typedef struct list_phrase {
    uint32_t key;
    uint32_t lists;
    uint16_t length;
    uint16_t words; /* at least 2 */
} list_phrase;

/* An ending that puts words on a list: "-tion". */
typedef struct list_suffix {
    uint64_t tail; /* lanes_tail() of it: most words are told by that */
    uint32_t key;
    uint32_t lists;
    uint32_t unless; /* the list of words that end so and do not belong to it */
    uint16_t length;
    uint8_t tail_shift; /* list_tail_shift() */
} list_suffix;

typedef enum list_rule_kind {
    LIST_RULE_CONTRACTION, /* "'ll": taken off first, once */
    LIST_RULE_INFLECTION,  /* "-ied" for "-y": once */
    LIST_RULE_FOG,         /* an ending that makes no word hard */
    LIST_RULE_KINDS
} list_rule_kind;

/* What stands in place of a suffix in the word as the list has it. */
typedef struct list_rule {
    uint64_t tail; /* lanes_tail() of the suffix */
    uint32_t suffix;
    uint32_t replacement;
    uint32_t ends; /* "s,x,ch": with one of these what is left must end, or not */
    uint32_t base; /* a list that the base must be on too; 0: any */
    uint32_t word; /* a list that the word itself must be on; 0: any */
    uint8_t kind;  /* list_rule_kind */
    uint8_t suffix_length, tail_shift;
    uint8_t next; /* to the next rule of the bucket that does not end in this suffix */
    uint8_t replacement_length;
    uint8_t ends_length; /* 0: no such condition */
    bool not_ends;
    bool doubled;  /* what is left ends in a doubled letter, and loses one */
    bool optional; /* of fog: only when asked for */
} list_rule;

/* How fast texts are read (silently) and spoken, in units a minute; 0: unknown. */
typedef struct list_speed {
    uint16_t reading;
    uint16_t speaking;
    bool reading_characters; /* the unit is the character, not the word */
    bool speaking_characters;
} list_speed;

#define LIST_CAPITAL_NOUNS 1u     /* flag: all nouns have capitals, names or not */
#define LIST_PARTICIPLES_GO_ON 2u /* behind a noun they ask for something more */

/* Entries in order of their last byte's bucket: those of bucket i begin at first[i]. */
#define LIST_BUCKETS 32u
typedef struct list_index {
    uint8_t first[LIST_BUCKETS + 1];
} list_index;

typedef struct list_tables {
    const char *strings;
    const list_word *words;     /* by key bytes, ascending, distinct */
    const uint16_t *slots;      /* hash of the key -> index of its word + 1, 0: free */
    const uint8_t *filter;      /* lang/list_filter.h */
    const list_phrase *phrases; /* by key bytes, ascending, distinct */
    const list_suffix *suffixes;
    const list_rule *rules;          /* by kind */
    const struct list_shape *shapes; /* lang/list_shapes.h */
    uint32_t word_count;
    uint32_t slot_mask; /* slots - 1; at most half of them are taken */
    uint32_t filter_shift;
    uint32_t phrase_count;
    uint32_t suffix_count;
    uint32_t rule_count;
    uint32_t shape_count;
    list_index suffix_index;
    list_index rule_index[LIST_RULE_KINDS];
    list_index shape_index; /* by the first byte of the front */
    uint32_t known;         /* lists that have a word or an ending */
    uint32_t flags;         /* LIST_CAPITAL_NOUNS ... */
    list_speed speed;
} list_tables;

#endif
