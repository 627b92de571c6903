/* SPDX-License-Identifier: MIT */
/* What a text says again, in every format. */
#ifndef LEDE_RENDER_REPEATS_H
#define LEDE_RENDER_REPEATS_H

#include "render/explain.h"
#include "repeat/repeats.h"

#define REPEATS_WIDTH 80u /* columns, where none are given */

/* One text and what is to be shown of it. */
typedef struct repetition {
    const char *path;
    const lede_document *document;
    const lede_repeats *repeats;
    const lede_accepted *accepted; /* NULL: the entries of the list are not shown */
    bool all;
    bool keyness;
    bool ascii;
    size_t width;
} repetition;

/* Columns of text. */
size_t repeats_width(const lede_repeats_view *view);
repetition repeats_open(const char *path, const lede_document *document,
                        const lede_repeats *repeats, const lede_repeats_view *view);

/* Is there anything that is there twice? */
bool repeats_is_empty(const repetition *s);
/* Does this phrase lead a family, and is it neither accepted nor a name? */
bool repeats_is_top(const repetition *s, const lede_repeat *r);
/* The first of a list's places; its words stand for all of them. */
lede_span repeats_first_words(const repetition *s, uint32_t first_place);
/* The same, and a sentence, as far as it is written where each place repeats it: at most
 * LEDE_REPEAT_WORDS entries of the word array, or a hostile text would be written a
 * thousand times. */
lede_span repeats_cut_words(const repetition *s, uint32_t first_place);
lede_span repeats_cut_sentence(const repetition *s, uint32_t sentence);
/* An entry of the list of accepted phrases, as it stands there. */
const char *repeats_entry(const repetition *s, const lede_accepted_use *entry, size_t *n);

/* after: another text stands before. */
void repeats_text(out *o, const repetition *s, bool after);
void repeats_markdown(out *o, const repetition *s, bool after);
void repeats_markdown_score(out *o, const repetition *s); /* a paragraph of scores */

/* The element of "files", and the line of JSON Lines. */
void repeats_json(json_writer *j, const repetition *s);
void repeats_record(out *o, const repetition *s);
/* The members of scores that sum it up, "repetition" and "told_twice". */
void repeats_json_score(json_writer *j, const repetition *s, explain_place *place);

/* Lines of CSV, one a place. */
void repeats_csv_header(out *o);
void repeats_csv(out *o, const repetition *s);
/* Of a text without any; state as in JSON. */
void repeats_csv_state(out *o, const char *path, const char *state);

#endif
