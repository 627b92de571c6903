/* SPDX-License-Identifier: MIT */
/*
 * Sentences and runs of words that several files have in common. The steps of adding a
 * document: its row of numbers (shared_text), the runs it has in common with what is kept
 * (shared_runs), these put together with equal ones of other files (shared_passages), the
 * row kept (shared_store).
 */
#ifndef LEDE_REPEAT_SHARED_H
#define LEDE_REPEAT_SHARED_H

#include "repeat/shared_passages.h"

struct lede_shared {
    const lede_allocator *allocator;
    shared_store store;
    shared_passages passages;
    uint32_t most_work; /* see shared_runs */
    lede_shared_facts facts;
    VEC_OF(lede_shared_passage) list; /* as of the last shared_list() */
    VEC_OF(lede_shared_place) places;
};

/* options are complete and checked. s must not move afterwards. */
void shared_open(lede_shared *s, const lede_allocator *allocator,
                 const lede_shared_options *options);
void shared_free(lede_shared *s);

/* False: no memory; nothing has changed. */
bool shared_add(lede_shared *s, const lede_document *d);

lede_shared_facts shared_measure(const lede_shared *s);

/* Fills list and places, in shared_list.c. False: no memory; they are as they were. */
bool shared_list(lede_shared *s);

#endif
