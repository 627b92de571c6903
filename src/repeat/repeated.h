/* SPDX-License-Identifier: MIT */
/* Repeated sequences that are phrases by the rules of docs/repetition.md. */
#ifndef LEDE_REPEAT_REPEATED_H
#define LEDE_REPEAT_REPEATED_H

#include "repeat/symbols.h"
#include "repeat/walk.h"

typedef struct phrase_rules {
    uint32_t min_words;
    uint32_t max_words;
    uint32_t min_count; /* 0: by the length of the text */
} phrase_rules;

typedef struct found_phrase {
    uint32_t place; /* of the first time, in the symbols */
    uint32_t words;
    uint32_t interval; /* of the tree: where all its places are */
    uint32_t count;    /* without overlap */
    uint32_t content;
    uint32_t nearest; /* words of the body between two of them, the fewest */
    uint32_t quoted;
    uint32_t free; /* while places are counted: the first behind the last one */
    uint8_t group; /* lede_repeat_group */
    bool lower;    /* somewhere it is written so that it is no name */
    bool accepted;
} found_phrase;

typedef struct repeated {
    const lede_allocator *allocator;
    const stream *body;
    const uint32_t *counts; /* of each class its words in the body */
    symbols symbols;
    intervals tree;
    walk walk;
    VEC_OF(found_phrase) found; /* by the first place, the longest first */
    uint32_t *content;          /* by place: words of content before it */
    uint32_t *lower;            /* and of these, those that are not written as names */
    bool capped;                /* of some only the beginning was looked at */
} repeated;

/* p is zeroed by the caller but for its first three members. False: no memory;
 * repeated_free() is due anyway. */
bool repeated_find(repeated *p, const phrase_rules *rules);
void repeated_free(repeated *p);

/* The word of the stream at a place of the symbols. */
static inline uint32_t repeated_at(const repeated *p, uint32_t place) {
    return p->symbols.at.items[place];
}

/* Does a place count? Not if it overlaps the one before (f->free), nor as part of a
 * longer name, if the phrase itself is none: "public safety" in "Public Safety Network".
 */
bool repeated_counts(const repeated *p, const found_phrase *f, uint32_t place);

/* (count - 1) * content, at most UINT32_MAX. */
uint32_t repeated_cost(const found_phrase *f);

#endif
