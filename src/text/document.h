/* SPDX-License-Identifier: MIT */
/* The one structure: flat arrays over one text, each made by its own stage. */
#ifndef LEDE_TEXT_DOCUMENT_H
#define LEDE_TEXT_DOCUMENT_H

#include "lang/model.h"
#include "lang/pack.h"
#include "markup/page.h"
#include "text/vocabulary.h"

struct lede_document {
    const lede_allocator *allocator;
    source source;
    page page; /* text, map, blocks */
    const language_pack *pack;
    VEC_OF(lede_word) words;
    VEC_OF(lede_sentence) sentences;
    VEC_OF(lede_boundary) boundaries; /* empty unless keep_boundaries */
    VEC_OF(evidence) evidence;        /* of each of them that the model judged */
    VEC_OF(lede_term) terms;
    VEC_OF(char) keys;      /* folded forms, one after the other */
    VEC_OF(uint32_t) parts; /* terms of the parts of compounds */
    VEC_OF(lede_ledger_entry) ledger;
    VEC_OF(lede_span) stems; /* of each stem its form, bytes of keys */
    /* The first sentence of each document that this one was joined from, ascending; empty
     * in one that was read. */
    VEC_OF(uint32_t) starts;
    bool keep_boundaries;
    bool no_stems;        /* each word is its own stem */
    uint32_t stops_lower; /* full stops with a small letter behind them */
    uint32_t stops_upper; /* with a capital */
    uint32_t sure_lower;  /* of both those behind words too long to be abbreviations */
    uint32_t sure_upper;
    lede_enumerators enumerators;
    lede_hygiene hygiene;
    uint32_t keep_rules; /* LEDE_RULE_BIT of those not applied */
    uint64_t seed;       /* of hashes; no result depends on it */
    map index;           /* key -> term; kept where nobody asks for stems */
    uint64_t index_seed; /* its own, that of the vocabulary */
    char declared[16];   /* language that the front matter names; empty: none */
    lede_document_facts facts;
};

typedef struct lede_document lede_document;

/* What is counted of a sentence: its span without what is aside at its front. */
static inline lede_span document_counted(const lede_document *d, const lede_sentence *s) {
    return (lede_span){d->words.items[s->first_word].span.begin, s->span.end};
}

/* Words without marks that are shown of a sentence but not counted: a dateline's. */
static inline uint32_t document_aside_words(const lede_document *d,
                                            const lede_sentence *s) {
    uint32_t words = 0;
    for (uint32_t i = s->first_word - s->aside; i < s->first_word; i++) {
        words += d->words.items[i].kind != LEDE_WORD_MARK;
    }
    return words;
}

/* Words without marks that are shown of a sentence: what budgets count. */
static inline uint32_t document_shown_words(const lede_document *d,
                                            const lede_sentence *s) {
    return s->words + document_aside_words(d, s);
}

/* Calls the stages in order. d is zeroed by the caller; document_free() is due
 * even after a failure. */
lede_status document_build(lede_document *d, const char *bytes, size_t n,
                           const lede_document_options *options, lede_error *error);
void document_free(lede_document *d);

#endif
