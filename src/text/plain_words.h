/* SPDX-License-Identifier: MIT */
/* The short way for most of most texts: ASCII words, single spaces, commas and
 * full stops. */
#ifndef LEDE_TEXT_PLAIN_WORDS_H
#define LEDE_TEXT_PLAIN_WORDS_H

#include "text/build.h"

/* Entries that there must be room for before a row is read, so that no word has to ask.
 */
#define PLAIN_WORDS_ROOM 64u

typedef struct plain_words {
    uint32_t at;      /* in: a letter; out: end of the last entry, or unchanged */
    uint32_t stopped; /* term whose full stop was read last, else LEDE_NONE */
    unsigned flags;   /* of the first entry: what stands before it */
} plain_words;

/*
 * Appends what stands in a row from p->at on: words of at most 16 ASCII
 * letters, one space between two, perhaps a lone mark behind a word; nothing
 * that could join a word to more, and nothing behind b->plain_end. Nothing is appended,
 * and p unchanged, when the long way must be taken. False: no memory.
 */
bool plain_words_read(build *b, plain_words *p);

#endif
