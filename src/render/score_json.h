/* SPDX-License-Identifier: MIT */
/* The parts of a score as JSON. */
#ifndef LEDE_RENDER_SCORE_JSON_H
#define LEDE_RENDER_SCORE_JSON_H

#include "render/explain.h"
#include "render/score.h"

/* Members: every count, the headline and each formula to be shown. */
void score_json_counts(json_writer *j, const lede_counts *counts);
void score_json_readability(json_writer *j, const score *s, const lede_counts *counts,
                            const lede_grade *grade);
/* Sentence lengths, paragraphs, openings, style, diversity, time. */
void score_json_statistics(json_writer *j, const lede_statistics *statistics);

#endif
