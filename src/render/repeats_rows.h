/* SPDX-License-Identifier: MIT */
/* Lines of a list, in columns: how often, what, where, how near. */
#ifndef LEDE_RENDER_REPEATS_ROWS_H
#define LEDE_RENDER_REPEATS_ROWS_H

#include "render/phrase.h"
#include "render/repeats.h"

typedef struct repeats_row {
    uint32_t count;
    lede_span text;
    const lede_repeat_place *places;
    uint32_t place_count;
    uint32_t nearest;              /* LEDE_NONE: not told */
    uint32_t in_headings;          /* times */
    const lede_overused *overused; /* with frames, in place of places; NULL */
    const char *what;              /* a mark behind it; NULL: none */
    double keyness;                /* 0: not told */
    bool variant;                  /* of the row before */
    bool quoted;                   /* in every place */
} repeats_row;

repeats_row repeats_row_of_phrase(const repetition *s, uint32_t index);
repeats_row repeats_row_of_overused(const repetition *s, uint32_t word);
repeats_row repeats_row_of_echo(const repetition *s, uint32_t echo);

/* How wide the columns of some rows are; zeroed before the first is measured. */
typedef struct repeats_columns {
    size_t count;
    size_t text;
    size_t where;
} repeats_columns;

void repeats_row_measure(repeats_columns *c, const repetition *s, const repeats_row *row);
void repeats_row_write(out *o, const repetition *s, const repeats_columns *c,
                       const repeats_row *row);
/* Below it a line for each of its places. */
void repeats_row_places(out *o, const repetition *s, const repeats_columns *c,
                        const repeats_row *row);

/* "      3:14   …the focal point of …": a place, a mark (may be NULL), and of a sentence
 * as much as there is room for, so that the words first to last are seen. */
typedef struct repeats_line {
    uint32_t sentence;
    uint32_t first_word;
    uint32_t last_word;
    const char *mark;
} repeats_line;
void repeats_write_line(out *o, const repetition *s, size_t indent,
                        const repeats_line *line);

/* "sentences 1, 12" */
void repeats_put_sentences(phrase *p, const repeats_row *row);

#endif
