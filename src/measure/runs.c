/* SPDX-License-Identifier: MIT */
#include "measure/runs.h"

#include "text/lanes.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#define LONG_VOWEL 0x30FCu /* written in katakana, and of no script alone */

/* LEDE_RUN_COUNT: none of them. */
static lede_run run_of(uint32_t code) {
    unicode_class class = tables_class_of(code);
    if (class < UC_LETTER_LOWER || class > UC_LETTER) {
        return LEDE_RUN_COUNT;
    }
    unsigned flags = tables_flags(code);
    unicode_script script = tables_script(code);
    if ((flags & UF_HIRAGANA) != 0) {
        return LEDE_RUN_HIRAGANA;
    }
    if ((flags & UF_IDEOGRAPH) != 0) {
        return LEDE_RUN_KANJI;
    }
    if (code == LONG_VOWEL || script == unicode_script_named("Kana", 4)) {
        return LEDE_RUN_KATAKANA;
    }
    return script == unicode_script_named("Latn", 4) ? LEDE_RUN_LATIN : LEDE_RUN_COUNT;
}

void runs_count(const lede_document *d, lede_span span, lede_counts *counts) {
    lede_run before = LEDE_RUN_COUNT;
    for (size_t at = span.begin; at < span.end;) {
        lede_run run = run_of(utf8_next(d->page.text, &at));
        if (run != LEDE_RUN_COUNT) {
            counts->runs[run] += run != before;
            counts->run_length[run]++;
        }
        before = run;
    }
}

/* ---- Visible code points ---------------------------------------------------- */

static bool is_visible(uint32_t code) {
    unicode_class class = tables_class_of(code);
    return class != UC_SPACE && class != UC_LINE_END && class != UC_CONTROL;
}

/* Those that begin in [at, end). */
static uint64_t visible_slowly(const char *text, uint32_t at, uint32_t end) {
    uint64_t visible = 0;
    while (at < end && ((unsigned char)text[at] & 0xC0u) == 0x80u) {
        at++; /* the rest of one that began before */
    }
    for (size_t next = at; next < end;) {
        visible += is_visible(utf8_next(text, &next));
    }
    return visible;
}

/* Top bit of each ASCII byte over 0x20 but 0x7F. */
static inline uint64_t visible_bytes(uint64_t lane) {
    uint64_t over = lane + LANES_EACH(0x80u - 0x21u), last = lane + LANES_EACH(1u);
    return over & ~last & LANES_TOP;
}

/* A lane of n bytes, behind which there are zeros: these are not visible. */
static uint64_t visible_in(const char *text, uint32_t at, uint32_t n) {
    uint64_t lane = lanes_front(text + at, n);
    return (lane & LANES_TOP) == 0 ? lanes_sum(visible_bytes(lane))
                                   : visible_slowly(text, at, at + n);
}

uint64_t runs_visible(const lede_document *d, lede_span span) {
    const char *text = d->page.text;
    uint64_t visible = 0;
    for (size_t at = span.begin, end = span.end; at < end;) {
        for (; at + 8 <= end; at += 8) {
            uint64_t lane = lanes_load(text + at);
            if ((lane & LANES_TOP) != 0) {
                break;
            }
            visible += lanes_sum(visible_bytes(lane));
        }
        uint32_t n = end - at < 8 ? (uint32_t)(end - at) : 8;
        visible += visible_in(text, (uint32_t)at, n);
        at += n;
    }
    return visible;
}
