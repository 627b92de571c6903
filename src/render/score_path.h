/* SPDX-License-Identifier: MIT */
/* The headings above a part, for people and for programs. */
#ifndef LEDE_RENDER_SCORE_PATH_H
#define LEDE_RENDER_SCORE_PATH_H

#include "render/score.h"

/* The text of the heading that a sentence begins. */
lede_span score_path_heading(const score *s, uint32_t sentence);

/* What a part is known by, in a line: of a section its headings ("Install > On Debian"),
 * of which the outer ones are left out as there is no room for them ("… > On Debian"); of
 * any other part its first words. columns: more than the 6 of the mark. */
void score_path_text(out *o, const score *s, const lede_metrics_part *part,
                     size_t columns);

/* Members "path" and "level". Every part repeats the headings above it, so a long one is
 * cut: else many parts below it would take quadratic room. */
void score_path_json(json_writer *j, const score *s, const lede_metrics_part *part);

#endif
