/* SPDX-License-Identifier: MIT */
/* Words that stand twice in a row, and sentences in a row that begin alike. */
#ifndef LEDE_REPEAT_OPENINGS_H
#define LEDE_REPEAT_OPENINGS_H

#include "repeat/repeats.h"

#define OPENING_RUN 3u    /* sentences of a run at least */
#define OPENING_SHARED 8u /* words that are compared at most */

/* Fill w->r; false: no memory. */
bool openings_find(repeats_work *w);
bool doubled_find(repeats_work *w);

#endif
