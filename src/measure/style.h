/* SPDX-License-Identifier: MIT */
/* What is seen of a text's style: docs/style.md. */
#ifndef LEDE_MEASURE_STYLE_H
#define LEDE_MEASURE_STYLE_H

#include "measure/openers.h"

typedef struct style_hits {
    lede_hit *items;
    size_t count, capacity;
} style_hits;

/*
 * Fills hits, passive_sentences, hit_kinds and openers; nothing else. Hits are added in
 * the order of their first words, then of their kinds; runs of openers in theirs. Either
 * may be NULL: not wanted. Both are the caller's to free, with the allocator of m, also
 * when there was no memory: false.
 */
bool style_measure(const measured *m, lede_statistics *s, style_hits *hits,
                   opener_runs *runs);

#endif
