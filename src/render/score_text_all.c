/* SPDX-License-Identifier: MIT */
/* Everything else that is known of a text. */
#include "render/score_text.h"

#include "render/counts.h"
#include "render/names.h"

/* ---- Figures of a line ------------------------------------------------------ */

/* Names of members have a line where people write a space. */
static void put_name(phrase *p, const char *name) {
    for (; *name != '\0'; name++) {
        char c[] = {*name == '_' ? ' ' : *name, '\0'};
        phrase_text(p, c);
    }
    phrase_text(p, " ");
}

static void put_named(flow *f, const score *s, const char *name, uint64_t count) {
    phrase p = score_phrase(s);
    put_name(&p, name);
    phrase_count(&p, count);
    flow_item(f, &p, 3);
}

static void put_figure(flow *f, const score *s, const char *name, double value) {
    phrase p = score_phrase(s);
    phrase_text(&p, name);
    phrase_text(&p, " ");
    phrase_trimmed(&p, value, 2);
    flow_item(f, &p, 3);
}

/* ---- Lengths ---------------------------------------------------------------- */

static void write_sentences(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    flow f = score_label(o, s, "Sentences");
    put_figure(&f, s, "mean", st->sentence_words.mean);
    put_figure(&f, s, "deviation", st->sentence_words.deviation);
    put_figure(&f, s, "90 per cent up to", st->sentence_words.p90);
    put_named(&f, s, "over 20 words", st->over_20);
    put_named(&f, s, "over 25", st->over_25);
    put_named(&f, s, "over 30", st->over_30);
    put_figure(&f, s, "step to the next", st->rhythm);
    put_named(&f, s, "questions", st->questions);
    put_named(&f, s, "exclamations", st->exclamations);
    put_named(&f, s, "fragments", st->fragments);
    put_named(&f, s, "their words", st->fragment_words);
    flow_end(&f);
}

static void write_paragraphs(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    flow f = score_label(o, s, "Paragraphs");
    put_named(&f, s, "number", st->paragraph_words.count);
    put_figure(&f, s, "median words", st->paragraph_words.quartiles[1]);
    put_named(&f, s, "longest", st->paragraph_words.most);
    put_named(&f, s, "shortest", st->paragraph_words.least);
    put_figure(&f, s, "median sentences", st->paragraph_sentences.quartiles[1]);
    flow_end(&f);
}

/* ---- Time -------------------------------------------------------------------- */

/* "2:06 at 238 words a minute" */
static void put_time(flow *f, const score *s, const char *what, double seconds,
                     uint32_t pace) {
    uint64_t whole = (uint64_t)(seconds + 0.5);
    phrase p = score_phrase(s);
    if (seconds <= 0) {
        return;
    }
    phrase_text(&p, what);
    phrase_text(&p, " ");
    phrase_count(&p, whole / 60);
    phrase_text(&p, whole % 60 < 10 ? ":0" : ":");
    phrase_count(&p, whole % 60);
    phrase_text(&p, " at ");
    phrase_count(&p, pace);
    phrase_text(&p, s->metrics->counts.approximate > 0 ? " characters a minute"
                                                       : " words a minute");
    flow_item(f, &p, 3);
}

static void write_time(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    if (st->reading_seconds <= 0 && st->speaking_seconds <= 0) {
        return;
    }
    flow f = score_label(o, s, "Time");
    put_time(&f, s, "reading", st->reading_seconds, st->words_per_minute);
    put_time(&f, s, "speaking", st->speaking_seconds, st->speaking_words_per_minute);
    flow_end(&f);
}

/* ---- Style -------------------------------------------------------------------- */

static void write_openers(out *o, const score *s) {
    flow f = score_label(o, s, "Openings");
    for (int i = 0; i < LEDE_OPENER_COUNT; i++) {
        put_named(&f, s, names_opener(i), s->metrics->statistics.openers[i]);
    }
    flow_end(&f);
}

static void write_hits(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    if (st->hit_kinds == 0) {
        return;
    }
    flow f = score_label(o, s, "Style");
    for (int i = 0; i < LEDE_HIT_COUNT; i++) {
        if ((st->hit_kinds & 1u << i) != 0) {
            put_named(&f, s, names_hit_kind(i), st->hits[i]);
        }
    }
    flow_end(&f);
}

static void write_diversity(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    flow f = score_label(o, s, "Diversity");
    put_named(&f, s, "words that occur once", st->hapaxes);
    for (int i = 0; i < LEDE_DIVERSITY_COUNT; i++) {
        phrase p = score_phrase(s);
        if (st->diversity[i].status != LEDE_VALUE_OK) {
            continue;
        }
        phrase_text(&p, names_diversity(i));
        phrase_text(&p, " ");
        phrase_trimmed(&p, st->diversity[i].value, 4);
        flow_item(&f, &p, 3);
    }
    flow_end(&f);
}

/* ---- Counts ------------------------------------------------------------------- */

static void put_syllables(flow *f, const score *s) {
    const lede_counts *c = &s->metrics->counts;
    static const char *const names[] = {
        "of unknown syllables", "of 1 syllable", "of 2", "of 3", "of 4", "of 5",
        "of 6 and more"};
    for (size_t i = 1; i <= LEDE_SYLLABLES_MAX; i++) {
        put_named(f, s, names[i], c->of_syllables[i]);
    }
    if (c->of_syllables[0] > 0) {
        put_named(f, s, names[0], c->of_syllables[0]);
    }
}

static void put_lists(flow *f, const score *s) {
    const lede_counts *c = &s->metrics->counts;
    for (int i = 0; i < LEDE_LIST_COUNT; i++) {
        if ((c->lists & 1u << i) != 0) {
            phrase p = score_phrase(s);
            phrase_text(&p, "off ");
            phrase_text(&p, names_list(i));
            phrase_text(&p, " ");
            phrase_count(&p, c->off_list[i]);
            phrase_text(&p, ", distinct ");
            phrase_count(&p, c->off_list_types[i]);
            flow_item(f, &p, 3);
        }
    }
}

static void write_counts(out *o, const score *s) {
    const lede_counts *c = &s->metrics->counts;
    flow f = score_label(o, s, "Counts");
    for (size_t i = 0; counts_name(i) != NULL; i++) {
        if ((counts_kind(i) & ~c->word_kinds) == 0) {
            put_named(&f, s, counts_name(i), counts_value(i, c));
        }
    }
    if ((c->word_kinds & LEDE_COUNTED_SYLLABLES) != 0) {
        put_syllables(&f, s);
    }
    put_lists(&f, s);
    flow_end(&f);
}

void score_text_all(out *o, const score *s) {
    write_openers(o, s);
    write_hits(o, s);
    write_sentences(o, s);
    write_paragraphs(o, s);
    write_time(o, s);
    write_diversity(o, s);
    write_counts(o, s);
}
