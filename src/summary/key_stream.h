/* SPDX-License-Identifier: MIT */
/* The words that key terms are made of. */
#ifndef LEDE_SUMMARY_KEY_STREAM_H
#define LEDE_SUMMARY_KEY_STREAM_H

#include "text/document.h"

/* Of a word where it stands. */
#define KEY_BREAK 0x001u      /* not right behind the one before it here */
#define KEY_ROW 0x002u        /* the first one here of its sentence */
#define KEY_CONNECTOR 0x004u  /* function word inside of key terms: "of" */
#define KEY_NOT_FIRST 0x008u  /* opens none */
#define KEY_NOT_LAST 0x010u   /* ends none */
#define KEY_GENERAL 0x020u    /* there must be another word */
#define KEY_PART 0x040u       /* no key term alone */
#define KEY_CAPITAL 0x080u    /* has a capital that its place does not explain */
#define KEY_OPENING 0x100u    /* has one that its place may explain */
#define KEY_NAME 0x200u       /* in a row of capitals, with connectors between */
#define KEY_NAME_FIRST 0x400u /* its first word */
#define KEY_NAME_LAST 0x800u
#define KEY_ELIDED 0x1000u     /* "d'achat": begins behind its first apostrophe */
#define KEY_POSSESSIVE 0x2000u /* "Iran's": ends before its last one */
#define KEY_BEHIND_THE 0x4000u /* behind an article or the like, or nothing tells */
#define KEY_TITLED 0x8000u     /* in the title; set by whoever knows it */

typedef struct key_word {
    uint32_t word; /* index in the document */
    uint32_t stem;
    uint32_t flags; /* KEY_... */
} key_word;

typedef struct key_stream {
    const lede_document *d;
    VEC_OF(key_word) words;
    uint32_t rows;   /* sentences that were read */
    bool characters; /* some are single characters of a script without spaces */
} key_stream;

/*
 * Those of the sentences of the body, list items and quotations too, or, where it has
 * none, of the headings; in the order of the text: content words, and function words that
 * the language lists as connectors. Left out, so that rows of words end there:
 * other stop words, numbers and number words, words of the calendar, what is weak at both
 * edges of a phrase, adverbs, hiragana, single letters; marks as well.
 * s is zeroed by the caller; False: no memory, key_stream_free() is due anyway.
 */
bool key_stream_read(key_stream *s, const lede_document *d,
                     const lede_allocator *allocator);
void key_stream_free(key_stream *s, const lede_allocator *allocator);

/* Does the word stand right behind the one before it? */
static inline bool key_stream_joins(const key_stream *s, size_t i) {
    return (s->words.items[i].flags & KEY_BREAK) == 0;
}

/* From the first word of a row of them to the last, in the text: without what is elided
 * in front and the ending of a possessive. */
lede_span key_stream_span(const key_stream *s, uint32_t first, uint32_t words);

#endif
