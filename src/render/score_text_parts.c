/* SPDX-License-Identifier: MIT */
/* A line for each part: a section, a paragraph, a sentence. */
#include "render/score_text.h"

#include "render/score_path.h"
#include "render/shown.h"

#define PLACE_COLUMNS 9u
#define NUMBER_COLUMNS 7u

static void write_right(out *o, const phrase *p, size_t columns) {
    size_t n = phrase_columns(p);
    flow_spaces(o, n < columns ? columns - n : 1);
    out_bytes(o, p->bytes, p->used);
}

static void write_head(out *o, const score *s, const char *what) {
    static const char *const heads[] = {"words", "sent."};
    phrase p = score_phrase(s);
    phrase_text(&p, "place");
    write_right(o, &p, PLACE_COLUMNS);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        p = score_phrase(s);
        phrase_text(&p, heads[i]);
        write_right(o, &p, NUMBER_COLUMNS);
    }
    p = score_phrase(s);
    phrase_text(&p, what);
    write_right(o, &p, NUMBER_COLUMNS);
    out_text(o, "\n");
}

static void write_number(out *o, const score *s, uint64_t number) {
    phrase p = score_phrase(s);
    phrase_count(&p, number);
    write_right(o, &p, NUMBER_COLUMNS);
}

/* Is its figure a rough one? */
static bool write_part(out *o, const score *s, const lede_metrics_part *part) {
    size_t at = PLACE_COLUMNS + 3 * NUMBER_COLUMNS + 3;
    lede_value value = score_part_value(s, &part->counts);
    bool rough = score_part_is_rough(value, &part->counts);
    phrase p = score_phrase(s);
    shown_put_place(&p, s->document, part->span.begin);
    write_right(o, &p, PLACE_COLUMNS);
    write_number(o, s, part->counts.words);
    write_number(o, s, part->counts.sentences);
    p = score_phrase(s);
    if (value.status == LEDE_VALUE_OK) {
        phrase_fixed(&p, value.value, 1);
    } else {
        phrase_text(&p, "–");
    }
    write_right(o, &p, NUMBER_COLUMNS);
    out_text(o, rough ? "?  " : "   ");
    score_path_text(o, s, part, s->width - at);
    out_text(o, "\n");
    return rough;
}

void score_text_parts(out *o, const score *s) {
    size_t rough = 0;
    write_head(o, s, score_part_label(s));
    for (size_t i = 0; i < s->metrics->parts.count; i++) {
        rough += write_part(o, s, &s->metrics->parts.items[i]) ? 1 : 0;
    }
    if (rough > 0) {
        out_text(o, score_part_doubt);
        out_text(o, "\n");
    }
}
