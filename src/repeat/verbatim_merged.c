/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_near.h"

#define RUN 4u  /* tokens of a run at least */
#define RUNS 4u /* at most */
#define GLUE 3u /* tokens between them, of all at most */

static verbatim_block block_at(const verbatim_work *w, uint32_t token, uint32_t length) {
    uint32_t places[LEDE_QUOTES_PLACES];
    verbatim_block b = {.summary = token, .length = length};
    (void)verbatim_index_places(&w->index, token, length, places, LEDE_QUOTES_PLACES);
    b.source = verbatim_index_source(&w->index, places[0], &b.passage);
    return b;
}

void verbatim_cover(const verbatim_work *w, const verbatim_extent *e,
                    verbatim_blocks *out) {
    uint32_t glue = 0, token = e->begin;
    out->count = out->matched = 0;
    out->weight = 0;
    while (token < e->end && glue <= GLUE && out->count < RUNS) {
        uint32_t n = w->index.matches[token].length;
        n = n < e->end - token ? n : e->end - token;
        if (n >= RUN) {
            out->items[out->count++] = block_at(w, token, n);
            out->matched += n;
            token += n;
        } else {
            glue++;
            token++;
        }
    }
    if (token < e->end || glue > GLUE || out->count < 2) {
        out->count = out->matched = 0;
    }
}
