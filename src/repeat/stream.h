/* SPDX-License-Identifier: MIT */
/* The words of a document in which repetition is looked for, in their order. */
#ifndef LEDE_REPEAT_STREAM_H
#define LEDE_REPEAT_STREAM_H

#include "base/vec.h"
#include "text/folds.h"

#define STREAM_BREAK 0x01u  /* no phrase reaches across what stands before it */
#define STREAM_QUOTED 0x02u /* in a quotation */
#define STREAM_POSSESSIVE FOLD_POSSESSIVE /* "Iran's", "the nations'" */
#define STREAM_LOWER 0x08u                /* written so that it is no name */
#define STREAM_CHARACTER FOLD_CHARACTER   /* a character of a script without spaces */
/* Of its class. */
#define STREAM_AGAIN FOLD_AGAIN
#define STREAM_CONTENT FOLD_CONTENT
#define STREAM_NAMELESS FOLD_NAMELESS

typedef struct stream {
    const lede_document *d;
    const folds *folds;
    VEC_OF(uint32_t) words;   /* indices, ascending */
    VEC_OF(uint32_t) classes; /* of each */
    VEC_OF(uint8_t) flags;    /* of each STREAM_... */
} stream;

typedef enum stream_part {
    STREAM_BODY,    /* prose, list items, quotes */
    STREAM_HEADINGS /* headings, captions, table cells: shown, and not counted */
} stream_part;

typedef struct stream_options {
    const lede_allocator *allocator;
    bool count_headings; /* the body has the headings too, and there are no others */
    bool ignore_quotes;  /* what is quoted is left out, and breaks */
} stream_options;

/* Which part a sentence belongs to. False: to none. */
bool stream_part_of(const lede_document *d, uint32_t sentence, bool count_headings,
                    stream_part *part);

/* s is filled; d and f must outlive it. False: no memory; stream_free() is due anyway. */
bool stream_read(stream *s, const folds *f, const lede_document *d, stream_part part,
                 const stream_options *o);
void stream_free(stream *s, const lede_allocator *allocator);

/* The class of the i-th word. */
static inline uint32_t stream_class(const stream *s, uint32_t i) {
    return s->classes.items[i];
}

/* Its sentence: looked for, since few ask. */
uint32_t stream_sentence(const stream *s, uint32_t i);

#endif
