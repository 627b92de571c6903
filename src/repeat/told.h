/* SPDX-License-Identifier: MIT */
/* Told twice: pairs of sentences that have much the same words. */
#ifndef LEDE_REPEAT_TOLD_H
#define LEDE_REPEAT_TOLD_H

#include "repeat/told_pairs.h"
#include "text/incidence.h"

#define TOLD_NEAR 32u /* earlier rows looked at for each word, if they are many */
#define TOLD_BEST 3u  /* earlier sentences that a sentence is listed with */

typedef struct told_input {
    const lede_allocator *allocator;
    const lede_document *document;
    incidence_input content; /* the sentences to compare, and what their content is */
} told_input;

/*
 * Each sentence is compared with the earlier ones and listed with the best TOLD_BEST of
 * them. One that has the very classes of an earlier one is compared with later ones by
 * that one only: what stands there ten times makes nine pairs, all with the first.
 *
 * A row may look at TOLD_NEAR earlier rows for each of its classes. Where it has more,
 * its three most frequent classes look at none, since a pair shares a fourth, and each
 * other at TOLD_NEAR rows, or twice, four times as many as far as that allows, the
 * nearest first. Which of those seen share enough is then told by reading them, those
 * with most classes seen first, until as many entries are read. So out->looked_at is at
 * most 2 * TOLD_NEAR for each entry: work and memory are linear in the words.
 * out->capped: a row had more to look at or to read.
 *
 * The pairs are in the order of told_is_better(). False: no memory; told_free() is due
 * anyway.
 */
bool told_find(const told_input *in, told_pairs *out);

#endif
