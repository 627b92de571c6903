/* SPDX-License-Identifier: MIT */
/* The lengths of sentences as a row of bars, of one scale for all texts. */
#ifndef LEDE_RENDER_RHYTHM_H
#define LEDE_RENDER_RHYTHM_H

#include "measure/metrics.h"

/* How the bars are laid out: in at most two lines of so many columns. */
typedef struct rhythm {
    size_t bars;
    size_t per_bar; /* sentences; the last bar may have fewer */
    bool gaps;      /* a gap where a second paragraph begins, and others */
    size_t columns; /* of a line */
} rhythm;

rhythm rhythm_measure(const lede_metrics *m, size_t columns);

/* Where the writer of the bars stands. */
typedef struct rhythm_reader {
    const lede_metrics *m;
    const rhythm *r;
    size_t sentence; /* the one to look at next */
    uint32_t block;  /* of the bar before; LEDE_NONE */
} rhythm_reader;

rhythm_reader rhythm_begin(const lede_metrics *m, const rhythm *r);
/* The next bar: its height, one for each five words begun of the mean sentence, but at
 * most 8, from 36 words on; 0 behind the last one. *gap: a paragraph begins with it, and
 * gaps are shown. */
unsigned rhythm_next(rhythm_reader *reader, bool *gap);

/* The character of a bar of this height. */
const char *rhythm_bar(unsigned height, bool ascii);

#endif
