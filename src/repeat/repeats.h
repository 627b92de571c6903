/* SPDX-License-Identifier: MIT */
/* All that a document says again. */
#ifndef LEDE_REPEAT_REPEATS_H
#define LEDE_REPEAT_REPEATS_H

#include "repeat/accepted.h"
#include "repeat/stream.h"
#include "text/background.h"

struct lede_repeats {
    const lede_allocator *allocator;
    const lede_document *d;
    lede_repeats_facts facts;
    VEC_OF(lede_repeat) phrases;
    VEC_OF(lede_repeat_place) places; /* of all lists */
    VEC_OF(lede_overused) overused;
    VEC_OF(lede_echo) echoes;
    VEC_OF(lede_doubled) doubled;
    VEC_OF(lede_opening) openings;
    VEC_OF(lede_told_twice) told;
    VEC_OF(lede_accepted_use) accepted;
};

typedef struct lede_repeats lede_repeats;

/* What its parts are made from. */
typedef struct repeats_work {
    lede_repeats *r;
    const lede_allocator *allocator;
    const lede_repeats_options *o; /* without zeros that mean defaults */
    folds folds;
    stream body;
    stream headings;
    uint32_t *counts;     /* of each class its words in the body */
    uint64_t *background; /* and in the background; NULL: none */
    accepted_runs accepted;
} repeats_work;

/* r is zeroed by the caller; repeats_free() is due even after a failure. */
lede_status repeats_build(lede_repeats *r, const lede_document *d,
                          const lede_repeats_options *o, lede_error *error);
void repeats_free(lede_repeats *r);

/* The place of the words first to last of a stream, which is the body. */
lede_repeat_place repeats_place(const stream *s, uint32_t first, uint32_t last);

/* Log-likelihood of a class against the background of the options; 0: there is none. */
double repeats_keyness(const repeats_work *w, uint32_t class);

#endif
