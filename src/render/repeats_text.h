/* SPDX-License-Identifier: MIT */
/* The parts of a report on repetition as text. */
#ifndef LEDE_RENDER_REPEATS_TEXT_H
#define LEDE_RENDER_REPEATS_TEXT_H

#include "render/repeats_rows.h"

#define REPEATS_INDENT 18u /* columns of the labels, as those of scores */
#define REPEATS_LINES 10u  /* of a list at most, without --all */
#define REPEATS_FEW 5u     /* of one that is of less use */

/* A list of rows: phrases of a group, accepted things, words. */
typedef enum repeats_kind {
    REPEATS_PHRASES,
    REPEATS_TOP, /* leaders of families, but for names and what is accepted */
    REPEATS_ACCEPTED,
    REPEATS_OVERUSED,
    REPEATS_ECHOES
} repeats_kind;

typedef struct repeats_list {
    const repetition *s;
    repeats_kind kind;
    uint8_t group; /* of REPEATS_PHRASES */
    uint32_t at;   /* goes on from here; 0 at first */
} repeats_list;

/* The next of its rows. Variants have the group of their leaders. */
bool repeats_next(repeats_list *l, repeats_row *row);
/* How many there are from here on. */
uint32_t repeats_left(repeats_list l);

/* The rows of a list, at most so many; "… 5 more (command)" tells of the others. */
void repeats_write_rows(out *o, repeats_list l, uint32_t most, const char *command);

/* "28.7 stock words per 1,000", and what goes with it. */
void repeats_write_figures(out *o, const repetition *s);
/* "cease-fire, council, resolution": words that both sentences have; ends the line. */
void repeats_write_told(const repetition *s, flow f, const lede_told_twice *told);
/* "5 ≈ 17" */
phrase repeats_pair(const repetition *s, const lede_told_twice *told);

void repeats_text_words(out *o, const repetition *s);    /* doubled words */
void repeats_text_told(out *o, const repetition *s);     /* told twice */
void repeats_text_openings(out *o, const repetition *s); /* openings */
/* What could not be done or listed, one after the other: *at is 0 at first. "": nothing
 * of this; NULL: there is no other. */
const char *repeats_next_note(const lede_repeats_facts *facts, size_t *at);
void repeats_text_notes(out *o, const repetition *s); /* what was left out */

/* "Stock phrases     3 phrases" */
void repeats_text_label(out *o, const repetition *s, const char *label, const phrase *p);
void repeats_text_more(out *o, const repetition *s, uint32_t left, const char *command);

#endif
