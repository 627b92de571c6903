/* SPDX-License-Identifier: MIT */
/* Sentences and blocks that are no part of an article, by the lists of the language and
 * by their shape: captions, credits, share bars, teasers. */
#ifndef LEDE_TEXT_PASSAGES_H
#define LEDE_TEXT_PASSAGES_H

#include "text/document.h"

/* Entries [first, end): a sentence or a block. */
typedef struct passage {
    uint32_t first;
    uint32_t end;
    bool block;  /* it is a whole block */
    bool border; /* a sentence: the first or the last of its block */
} passage;

/* Cheap, and false for nearly every passage: can a rule fit it at all? */
bool passage_is_likely(const lede_document *d, const passage *p);

/* LEDE_RULE_NONE: it is a part of the article. Rules that are kept do not apply. */
lede_rule passage_rule(const lede_document *d, const passage *p);

#endif
