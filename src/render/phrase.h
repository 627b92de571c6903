/* SPDX-License-Identifier: MIT */
/*
 * Short pieces of a line for people, and lines that are filled with them. A piece is
 * put together first, so that its width is known before it is placed.
 *
 *     phrase p = phrase_begin(ascii);
 *     phrase_text(&p, "median ");
 *     phrase_fixed(&p, 26.5, 1);
 *     flow_item(&f, &p, 3);
 */
#ifndef LEDE_RENDER_PHRASE_H
#define LEDE_RENDER_PHRASE_H

#include "base/out.h"

#include <stdbool.h>

#define PHRASE_MAX 1024 /* bytes; what goes beyond is left out */

typedef struct phrase {
    bool ascii; /* typographic characters are replaced as they come */
    size_t used;
    char bytes[PHRASE_MAX];
} phrase;

phrase phrase_begin(bool ascii);
/* NUL-terminated UTF-8 of our own, each character a column wide. */
void phrase_text(phrase *p, const char *text);
/* 1,842 */
void phrase_count(phrase *p, uint64_t count);
/* "1 word", "2 words": noun is the singular, an s makes the plural. */
void phrase_counted(phrase *p, uint64_t count, const char *noun);
/* With at most this many decimals, and none that are zeros: 26.5, 26. */
void phrase_trimmed(phrase *p, double value, unsigned decimals);
/* With exactly this many decimals. */
void phrase_fixed(phrase *p, double value, unsigned decimals);
/* The same with a sign in front, if it is not 0. */
void phrase_signed(phrase *p, double value, unsigned decimals);
/* "two", "six"; from ten on in digits. */
void phrase_number_word(phrase *p, size_t number);
size_t phrase_columns(const phrase *p);

/* A line and those that it goes on in, which begin at column `indent`. */
typedef struct flow {
    out *out;
    size_t width;
    size_t indent;
    size_t at;    /* columns so far */
    size_t lines; /* ended so far */
} flow;

/* Begins with a label, filled up to the indent with spaces. */
flow flow_begin(out *o, size_t width, const char *label, size_t indent);
/* A piece that is divided only if no line has room for it, `gap` columns behind the one
 * before. */
void flow_item(flow *f, const phrase *p, size_t gap);
/* Where the line would stand behind such a piece; nothing is written. */
flow flow_after(const flow *f, const phrase *p, size_t gap);
/* A piece that may be divided at its spaces. */
void flow_words(flow *f, const phrase *p);
void flow_end(flow *f);
void flow_spaces(out *o, size_t n);

#endif
