/* SPDX-License-Identifier: MIT */
/* What a text measures, in every format. */
#ifndef LEDE_RENDER_SCORE_H
#define LEDE_RENDER_SCORE_H

#include "measure/metrics.h"
#include "render/repeats.h"

#define SCORE_FORMULAS_MAX 256u /* shown at most */
#define SCORE_WIDTH 80u         /* columns, where none are given */
#define SCORE_HARDEST 3u        /* sentences named */

/* One text and what is to be shown of it. */
typedef struct score {
    const char *path;
    const lede_document *document;
    const lede_metrics *metrics;
    const lede_repeats *repeats; /* NULL: what is repeated is not shown */
    bool explain;
    bool all;
    bool ascii;
    size_t width;
    uint32_t formulas[SCORE_FORMULAS_MAX]; /* to show, in this order */
    size_t formula_count;
    bool listed; /* they were asked for, so each has a line */
    bool every;  /* all of the language were */
} score;

void score_open(score *s, const char *path, const lede_document *document,
                const lede_metrics *metrics, const lede_report *report);

/* Of any counts of the document; of a formula that is made for its language. */
lede_value score_value(const score *s, const lede_counts *counts, size_t formula);

/* The headline figure of a part's counts: the grade, or the main formula where the
 * language has no grade. */
lede_value score_part_value(const score *s, const lede_counts *counts);
/* What that figure is: "grade", "lix". */
const char *score_part_label(const score *s);
/* Is it one of too few words? A question mark stands behind it then, and below the table
 * what that means. */
bool score_part_is_rough(lede_value value, const lede_counts *counts);
extern const char score_part_doubt[];

/* What of repetition is shown; there are repeats. */
repetition score_repetition(const score *s);

/* Does the language have a grade, and the text a value of it? */
bool score_has_grade(const score *s);
/* How many of the hardest sentences are worth naming. */
size_t score_hardest(const score *s);

/* after: another text stands before. */
void score_text(out *o, const score *s, bool after);
void score_markdown(out *o, const score *s, bool after);

/* The element of "files", and the line of JSON Lines. */
void score_json(json_writer *j, const score *s);
void score_record(out *o, const score *s);

/* Lines of CSV, all of the same columns, which the view alone decides. */
void score_csv_header(out *o, const lede_score_view *view);
void score_csv(out *o, const score *s, const lede_score_view *view);
/* Of a text without figures; state as in JSON. */
void score_csv_state(out *o, const char *path, const char *state,
                     const lede_score_view *view);

#endif
