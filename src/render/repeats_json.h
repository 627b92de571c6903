/* SPDX-License-Identifier: MIT */
/* The parts of a report on repetition as JSON. */
#ifndef LEDE_RENDER_REPEATS_JSON_H
#define LEDE_RENDER_REPEATS_JSON_H

#include "render/repeats.h"

typedef struct repeats_writer {
    json_writer *j;
    const repetition *s;
    explain_place *place;
} repeats_writer;

/* Members. */
void repeats_json_words(const repeats_writer *w, const char *key, lede_span span);
void repeats_json_keyness(const repeats_writer *w, double value); /* if it is shown */
void repeats_json_figures(const repeats_writer *w);
void repeats_json_phrases(const repeats_writer *w);
void repeats_json_overused(const repeats_writer *w);
void repeats_json_echoes(const repeats_writer *w);
void repeats_json_doubled(const repeats_writer *w);
void repeats_json_openings(const repeats_writer *w); /* and "top_opener" */
void repeats_json_told(const repeats_writer *w);
/* The object of two sentences. */
void repeats_json_pair(const repeats_writer *w, const lede_told_twice *r);

#endif
