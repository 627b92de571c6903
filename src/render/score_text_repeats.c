/* SPDX-License-Identifier: MIT */
/* What the text says again, as far as scores tell it. */
#include "render/repeats_text.h"
#include "render/score_text.h"

#define PHRASES 2u
#define PAIRS 2u
#define GAP 3u

static void write_pair(out *o, const repetition *s, uint32_t pair) {
    const lede_told_twice *told = &s->repeats->told.items[pair];
    flow f = flow_begin(o, s->width, pair == 0 ? "Told twice" : "", SCORE_INDENT);
    phrase p = repeats_pair(s, told);
    flow_item(&f, &p, 0);
    flow_spaces(o, GAP);
    f.at += GAP;
    f.indent = f.at;
    repeats_write_told(s, f, told);
}

void score_text_repeats(out *o, const score *s) {
    repetition r = score_repetition(s);
    repeats_list top = {.s = &r, .kind = REPEATS_TOP};
    uint32_t pairs = (uint32_t)s->repeats->told.count;
    repeats_write_figures(o, &r);
    repeats_write_rows(o, top, PHRASES, "lede repeats");
    for (uint32_t i = 0; i < pairs && i < PAIRS; i++) {
        write_pair(o, &r, i);
    }
    repeats_text_more(o, &r, pairs > PAIRS ? pairs - PAIRS : 0, "lede repeats");
}
