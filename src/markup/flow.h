/* SPDX-License-Identifier: MIT */
/* Pieces of a source, in their order -> visible text in blocks: what white space becomes,
 * where blocks begin and end, what images and what is left out do to a sentence. */
#ifndef LEDE_MARKUP_FLOW_H
#define LEDE_MARKUP_FLOW_H

#include "markup/page_write.h"

typedef enum flow_break {
    FLOW_NO_BREAK = 0,
    FLOW_SOFT_BREAK, /* white space */
    FLOW_HARD_BREAK  /* the writer broke the line */
} flow_break;

/* The text of an image at the end of what is open: a caption, unless text follows. */
typedef struct flow_image {
    lede_span text;
    uint32_t omission; /* the entry that is dropped if it is a caption; LEDE_NONE */
} flow_image;

typedef struct flow {
    page_writer w;
    lede_newlines newlines;
    lede_status status; /* the first failure; after it nothing is done */
    bool open;
    lede_block block;     /* the open one */
    lede_block_kind kind; /* of the next block */
    uint8_t level;
    uint8_t inside;      /* the reader sets it before it opens a block */
    bool broken;         /* the open block has more lines than one */
    bool gapped;         /* something was left out of it */
    bool spaced;         /* white space stands behind what was left out */
    flow_break line_end; /* passed since the last text */
    bool gap;            /* something was left out since the last text */
    bool gap_behind;     /* and behind the last line end */
    uint32_t source_end; /* of the last text */
    uint32_t images_at;  /* text offset behind which there are images only; LEDE_NONE */
    uint32_t image_depth;
    uint32_t image_begin; /* text offset where the image at hand begins */
    VEC_OF(flow_image) images;
} flow;

/* page is empty but for what was written before, of the bytes before source_begin. */
void flow_open(flow *f, page_writer w, lede_newlines newlines, uint32_t source_begin);

/* Ends the last block. */
lede_status flow_close(flow *f);

/* Ends what is open; the text behind opens a block of this kind. */
void flow_block(flow *f, lede_block_kind kind, unsigned level);

/* Visible bytes of the source, behind all before. White space where a block begins is
 * skipped. */
void flow_text(flow *f, lede_span span);

/* Bytes that stand for a reference: "&amp;". */
void flow_decoded(flow *f, const char *bytes, uint32_t n, lede_span span);

void flow_line_end(flow *f, flow_break kind);

/* Notes what is left out; a gap: it stands for words, as code in a sentence does. What
 * begins inside the last entry is no entry of its own. */
void flow_omit(flow *f, lede_span span, lede_omission_kind kind, bool gap);

/* What comes between is the text of an image. They may be nested. */
void flow_image_open(flow *f);
void flow_image_close(flow *f);

#endif
