/* SPDX-License-Identifier: MIT */
/* The walk that masks: its state, shared by the files mask*.c alone. */
#ifndef LEDE_MARKUP_MASK_SCAN_H
#define LEDE_MARKUP_MASK_SCAN_H

#include "markup/mask.h"

#define MASK_DEPTH 16u /* lists, directives and indented contents inside each other */

/* A line and what stands before its content: quote signs, list markers, white space. */
typedef struct mask_line {
    uint32_t begin, end, next; /* end: before the line end, next: behind it */
    uint32_t content;          /* first byte that is none of these; end when blank */
    uint32_t lead;             /* columns of white space at the very front */
    uint32_t column;           /* of content */
    uint32_t indent;           /* columns of white space directly before content */
    uint32_t quotes;
    bool item; /* has a list marker */
} mask_line;

typedef struct mask_fence {
    char mark;       /* '`', '~' or ':' */
    uint32_t length; /* 0: none is open */
    uint32_t quotes;
    uint32_t column; /* of the innermost list it stands in, 0 for none */
    uint32_t indent; /* column of the fence itself */
} mask_fence;

/* What is looked for to the end of the text at most once in vain. */
typedef enum mask_needle {
    NEEDLE_HUGO = 0, /* >}} */
    NEEDLE_PERCENT,  /* %}} */
    NEEDLE_HUGO_COMMENT,
    NEEDLE_LIQUID, /* %} */
    NEEDLE_JINJA,  /* #} */
    NEEDLE_MDX,    /* star, slash, brace */
    NEEDLE_HTML,   /* --> */
    NEEDLE_REGION  /* the first of the closing tags of regions */
} mask_needle;

typedef struct mask_scan {
    mask *m;
    const lede_allocator *allocator;
    const source *s;
    const char *bytes;
    uint32_t size;
    uint32_t begin;
    size_t first_row;
    size_t row; /* of the line at hand */
    mask_line line;
    bool mdx;
    bool failed;            /* no memory */
    bool quotes_fail;       /* a tag did not close with its quotes heeded */
    bool after_blank;       /* nothing of a paragraph stands on the line before */
    bool in_code;           /* the line before is indented code */
    uint8_t term;           /* 2: the line before is prose; 1: a blank line behind it */
    uint8_t options;        /* 1: may begin here, 2: inside "---", 3: more of ":name:" */
    int8_t myst;            /* signs of MyST: -1 not yet looked for */
    uint32_t absent;        /* a bit for each needle that is not ahead */
    uint32_t runs_absent;   /* a bit for each length of backticks, in this paragraph */
    uint32_t output_absent; /* no }} before this */
    uint32_t paragraph;     /* where the paragraph at hand ends, as far as known */
    uint32_t last_quotes;   /* of the line before */
    mask_fence fence;       /* of code */
    mask_fence open[MASK_DEPTH]; /* directives with prose in them */
    uint32_t open_count;
    uint32_t lists[MASK_DEPTH]; /* columns of their contents */
    uint32_t list_count;
    uint32_t inside[MASK_DEPTH]; /* columns of indented contents */
    uint32_t inside_count;
} mask_scan;

/* The byte at `at`, 0 behind the end. */
static inline char mask_byte(const mask_scan *c, uint32_t at) {
    return at < c->size ? c->bytes[at] : '\0';
}
static inline bool mask_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

/* Does a text, which is not empty, stand at `at`? Lines are asked for many: the first
 * byte says no to almost all. */
bool mask_begins(const mask_scan *c, uint32_t at, const char *text);
static inline bool mask_starts(const mask_scan *c, uint32_t at, const char *text) {
    return mask_byte(c, at) == text[0] && mask_begins(c, at, text);
}

/* Neither white space nor a control. */
static inline bool mask_is_word(char byte) {
    return (unsigned char)byte > ' ';
}

#endif
