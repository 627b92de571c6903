/* SPDX-License-Identifier: MIT */
#include "render/counts.h"

#include <string.h>

typedef struct member {
    const char *name;
    size_t offset;
    uint32_t kind;
} member;

#define MEMBER(name, kind)                                                               \
    { #name, offsetof(lede_counts, name), kind }

static const member members[] = {
    MEMBER(sentences, 0),
    MEMBER(words, 0),
    MEMBER(syllables, LEDE_COUNTED_SYLLABLES),
    MEMBER(letters, 0),
    MEMBER(characters, 0),
    MEMBER(visible, 0),
    MEMBER(long_words, 0),
    MEMBER(short_words, 0),
    MEMBER(hard_words, LEDE_COUNTED_HARD),
    MEMBER(plain_words, LEDE_COUNTED_PLAIN),
    MEMBER(prepositions, LEDE_COUNTED_PREPOSITIONS),
    MEMBER(pronouns, LEDE_COUNTED_PRONOUNS),
    MEMBER(conjunctions, LEDE_COUNTED_CONJUNCTIONS),
    MEMBER(letters_squared, 0),
    MEMBER(pauses, 0),
    MEMBER(approximate, 0),
    MEMBER(commas, 0),
    MEMBER(full_stops, 0),
    MEMBER(types, 0),
};

#define MEMBERS (sizeof members / sizeof *members)

const char *counts_name(size_t i) {
    return i < MEMBERS ? members[i].name : NULL;
}

uint64_t counts_value(size_t i, const lede_counts *counts) {
    uint64_t value = 0;
    memcpy(&value, (const char *)counts + members[i].offset, sizeof value);
    return value;
}

uint32_t counts_kind(size_t i) {
    return members[i].kind;
}

size_t counts_find(const char *name, size_t n) {
    for (size_t i = 0; i < MEMBERS; i++) {
        if (strlen(members[i].name) == n && memcmp(members[i].name, name, n) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}
