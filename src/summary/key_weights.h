/* SPDX-License-Identifier: MIT */
/* What the stems of key terms are worth. */
#ifndef LEDE_SUMMARY_KEY_WEIGHTS_H
#define LEDE_SUMMARY_KEY_WEIGHTS_H

#include "summary/key_stream.h"

typedef struct key_weights {
    const lede_allocator *allocator;
    uint32_t stems;
    uint32_t *rows_with; /* stems: sentences that contain it */
    double *rarity; /* stems: how rare, above 0; of those that no sentence has, any */
    double *title;  /* stems: above 0, it is in the title */
} key_weights;

/* w is zeroed by the caller but for its allocator; key_weights_free() is due even after a
 * failure. */
lede_status key_weights_read(key_weights *w, const key_stream *s,
                             const lede_keywords_options *options, lede_error *error);
void key_weights_free(key_weights *w);

#endif
