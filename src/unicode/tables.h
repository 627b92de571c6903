/* SPDX-License-Identifier: MIT */
/*
 * The lookups behind properties.h, inline for hot loops inside the library.
 * Leaf blocks of 16 code points, middle blocks of 32 leaves; equal blocks are
 * stored once. scripts/generate-unicode holds the same numbers.
 */
#ifndef LEDE_UNICODE_TABLES_H
#define LEDE_UNICODE_TABLES_H

#include "unicode/properties.h"
#include "unicode/scripts.h"

#define UNICODE_LEAF_BITS 4
#define UNICODE_MIDDLE_BITS 5
#define UNICODE_LAST 0x10FFFFu

/* The arrays of one property. */
#define UNICODE_TABLE(name)                                                              \
    extern const uint8_t unicode_##name##_top[];                                         \
    extern const uint16_t unicode_##name##_middle[];                                     \
    extern const uint8_t unicode_##name##_leaf[]

UNICODE_TABLE(word_break);
UNICODE_TABLE(sentence_break);
UNICODE_TABLE(class);
UNICODE_TABLE(flags);
UNICODE_TABLE(traits);
UNICODE_TABLE(fold);
UNICODE_TABLE(script);
extern const int32_t unicode_fold_delta[];
extern const char unicode_script_codes[];

static inline uint8_t tables_find(const uint8_t *top, const uint16_t *middle,
                                  const uint8_t *leaf, uint32_t code) {
    if (code > UNICODE_LAST) {
        return 0;
    }
    uint32_t m = top[code >> (UNICODE_LEAF_BITS + UNICODE_MIDDLE_BITS)];
    m = m << UNICODE_MIDDLE_BITS |
        (code >> UNICODE_LEAF_BITS & ((1u << UNICODE_MIDDLE_BITS) - 1));
    uint32_t l = (uint32_t)middle[m] << UNICODE_LEAF_BITS;
    return leaf[l | (code & ((1u << UNICODE_LEAF_BITS) - 1))];
}

#define TABLES_FIND(name, code)                                                          \
    tables_find(unicode_##name##_top, unicode_##name##_middle, unicode_##name##_leaf,    \
                (code))

static inline word_break tables_word_break(uint32_t code) {
    return (word_break)TABLES_FIND(word_break, code);
}

static inline sentence_break tables_sentence_break(uint32_t code) {
    return (sentence_break)TABLES_FIND(sentence_break, code);
}

static inline unicode_class tables_class_of(uint32_t code) {
    return (unicode_class)TABLES_FIND(class, code);
}

static inline unsigned tables_flags(uint32_t code) {
    return TABLES_FIND(flags, code);
}

/* Bits of tables_traits(). */
/* Arabic and Hebrew vowel points, tatweel, Armenian marks inside words: no part
 * of a key. */
#define UT_POINT 0x01u
#define UT_EXTENDER 0x02u /* repeats or lengthens the character before it */
#define UT_CYRILLIC 0x04u /* Script=Cyrillic letters */

static inline unsigned tables_traits(uint32_t code) {
    return TABLES_FIND(traits, code);
}

/* Unsigned arithmetic: a negative delta wraps to the smaller code point. */
static inline uint32_t tables_fold(uint32_t code) {
    return code + (uint32_t)unicode_fold_delta[TABLES_FIND(fold, code)];
}

static inline unicode_script tables_script(uint32_t code) {
    return (unicode_script)TABLES_FIND(script, code);
}

#endif
