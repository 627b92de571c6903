/* SPDX-License-Identifier: MIT */
/* The rows of words that may be key terms, and how often each is there. */
#ifndef LEDE_SUMMARY_KEY_PHRASES_H
#define LEDE_SUMMARY_KEY_PHRASES_H

#include "summary/key_stream.h"

#define KEY_WORDS 5u /* of the longest key term, connectors counted */

#define KEY_NO_PHRASE UINT32_MAX

#define KEY_LIKE_BEHIND 1u /* stands behind an article or the like */
#define KEY_LIKE_END 2u    /* no other word of the stream right behind it */
#define KEY_LIKE_NOUN (KEY_LIKE_BEHIND | KEY_LIKE_END)

/* Words of the same stems in a row. */
typedef struct key_phrase {
    uint32_t left;      /* of one word its stem; else the phrases of one word less */
    uint32_t right;     /* that its words are but for the last, and but for the first */
    uint32_t count;     /* places */
    uint32_t sentences; /* with one */
    uint32_t first;     /* word of the stream */
    uint32_t fit;       /* places where it is a term: good edges, no part of a name */
    uint32_t outside;   /* of these, those in no longer key term */
    uint32_t capitals;  /* of these, those whose last word has a capital */
    uint32_t rank;      /* among those that are listed; KEY_NO_PHRASE: it is none */
    uint8_t name;       /* not 0: somewhere it is all of a name of several words */
    uint8_t noun;       /* KEY_LIKE_...: where it is a term, what speaks for a noun */
} key_phrase;

/* Those of one number of words. */
typedef struct key_level {
    VEC_OF(key_phrase) list; /* in the order of their first places */
    uint32_t *at; /* of each word of the stream the one that begins there, if any */
} key_level;

typedef struct key_phrases {
    const lede_allocator *allocator;
    const key_stream *s;
    key_level levels[KEY_WORDS]; /* [n]: of n + 1 words */
} key_phrases;

/* p is zeroed by the caller but for its allocator; key_phrases_free() is due even after a
 * failure. Linear in the stream. False: no memory. */
bool key_phrases_find(key_phrases *p, const key_stream *s);
void key_phrases_free(key_phrases *p);

/* Is what begins at a word of the stream a term there: with good edges, and not cut out
 * of a longer name? */
bool key_phrases_fit(const key_stream *s, size_t at, uint32_t words);

/* May it be listed, being there often enough, and more often outside of longer ones? */
bool key_phrases_is_key(const key_phrase *p);

#endif
