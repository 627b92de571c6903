/* SPDX-License-Identifier: MIT */
/* Reads the HTML of a Markdown page: prose between tags, and what the tags mean to it. */
#ifndef LEDE_MARKUP_TAGS_H
#define LEDE_MARKUP_TAGS_H

#include "markup/elements.h"

#include <lede/types.h>

/*
 * Called in the order of the source. All must be there; one that returns anything but
 * LEDE_OK ends the reading, and html_feed() or html_close() return what it returned.
 * Where a tag, a comment or an attribute goes on over the gap between two chunks, so does
 * its span.
 */
typedef struct html_events {
    /* Visible text; entity: exactly one reference that entity_decode() knows. */
    lede_status (*text)(void *ctx, lede_span span, bool entity);
    /* Text inside an ELEMENT_CODE (code) or ELEMENT_HIDDEN, references undecoded. */
    lede_status (*hidden)(void *ctx, lede_span span, bool code);
    /*
     * span is the tag; level is that of a heading, else 0. "<p/>" opens and closes.
     * Elements without an end tag, such as br, only open; an end tag may come without a
     * begin. Of what stands inside code and hidden elements, no element is told.
     */
    lede_status (*element)(void *ctx, element_kind kind, unsigned level, bool open,
                           lede_span span);
    /* Behind the element() of an image whose quoted or bare alt is not empty: its value,
     * references undecoded. */
    lede_status (*alt)(void *ctx, lede_span span);
    /* "<!--" to "-->", or to the end of what was fed. Also inside hidden elements. */
    lede_status (*comment)(void *ctx, lede_span span);
} html_events;

typedef struct html_reader {
    const html_events *events;
    void *ctx;
    const char *bytes;      /* begin of the source */
    const element *tag;     /* of the tag at hand; NULL: unknown */
    const element *raw;     /* the raw element at hand */
    const element *outside; /* the code or hidden element at hand, outermost */
    uint32_t depth;         /* how many elements of that name are open */
    uint32_t braces;        /* open in the attribute value at hand */
    uint32_t from;          /* the text at hand begins */
    uint32_t mark;          /* "<" or "&" of the markup at hand */
    uint32_t end;           /* of the last chunk */
    lede_span alt;
    char name[ELEMENT_NAME_MAX]; /* of the tag or attribute at hand, in lower case */
    uint8_t name_size;           /* ELEMENT_NAME_MAX + 1: longer */
    uint8_t state;
    uint8_t matched; /* bytes of what ends a comment, an instruction or CDATA */
    char quote;      /* around the value at hand */
    bool closing;    /* an end tag */
    bool slash;      /* the last byte of the tag was "/" */
    bool escaped;    /* the last byte of a string in braces was a backslash */
    bool has_alt;    /* the first counts */
    bool in_alt;
} html_reader;

/* events and ctx stay the caller's and must outlive the reader. */
void html_open(html_reader *h, const html_events *events, void *ctx);

/*
 * Reads bytes[chunk.begin..chunk.end); bytes: begin of the source. Chunks ascend. Where
 * one does not begin at the end of the one before, a line end is thought to stand between
 * them: lines of HTML in a quote come without the ">" in front. Time is linear in the
 * bytes fed.
 */
lede_status html_feed(html_reader *h, const char *bytes, lede_span chunk);

/* Behind a chunk that is exactly one tag: ends it where its quotes or braces would not.
 * Other tags may be fed inside a raw element then. */
lede_status html_end_tag(html_reader *h);

/* ELEMENT_CODE or ELEMENT_HIDDEN inside one, else ELEMENT_OTHER: for text that is not
 * fed. */
element_kind html_inside(const html_reader *h);

/* The end of a block: delivers the rest of its text and of an open comment, drops an open
 * tag, leaves code and hidden elements without a further event; open again behind it. */
lede_status html_close(html_reader *h);

#endif
