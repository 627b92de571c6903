/* SPDX-License-Identifier: MIT */
/* What a writer can do something about, beside the hardest sentences. */
#include "render/score_text.h"

#include "measure/formulas.h"
#include "render/excerpt.h"
#include "render/names.h"

#define WORD_COLUMNS 24u /* of a word that is named */

/* A piece in quotes that comes from the text: safe to show, and not too long. */
static int write_to_phrase(void *ctx, const char *bytes, size_t n) {
    phrase *p = ctx;
    if (n <= PHRASE_MAX - p->used) {
        for (size_t i = 0; i < n; i++) {
            p->bytes[p->used++] = bytes[i];
        }
    }
    return 0;
}

static void put_term(phrase *p, const score *s, uint32_t term) {
    const lede_document *d = s->document;
    lede_span key = d->terms.items[term].key;
    out o;
    out_init(&o, (lede_sink){write_to_phrase, p});
    excerpt_write(&o, d->keys.items + key.begin, key.end - key.begin, WORD_COLUMNS,
                  s->ascii);
    (void)out_flush(&o);
}

static void write_words(out *o, const score *s, const char *label,
                        const frequent *found) {
    if (found->count == 0) {
        return;
    }
    flow f = score_label(o, s, label);
    for (size_t i = 0; i < found->count; i++) {
        phrase p = score_phrase(s);
        put_term(&p, s, found->terms[i].term);
        if (found->terms[i].count > 1) {
            phrase_text(&p, " ");
            phrase_count(&p, found->terms[i].count);
            phrase_text(&p, "×");
        }
        phrase_text(&p, i + 1 < found->count ? "," : "");
        flow_item(&f, &p, 1);
    }
    flow_end(&f);
}

static void write_passives(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    if ((st->hit_kinds & 1u << LEDE_HIT_PASSIVE) == 0 || st->passive_sentences == 0) {
        return;
    }
    flow f = score_label(o, s, "Passive");
    phrase p = score_phrase(s);
    phrase_text(&p, "perhaps in ");
    phrase_count(&p, st->passive_sentences);
    phrase_text(&p, " of ");
    phrase_counted(&p, s->metrics->counts.sentences, "sentence");
    flow_words(&f, &p);
    flow_end(&f);
}

static void write_opening(out *o, const score *s, const lede_opener_run *run) {
    flow f = score_label(o, s, "Same opening");
    phrase p = score_phrase(s);
    phrase_text(&p, "sentences ");
    phrase_count(&p, (uint64_t)run->first_sentence + 1);
    phrase_text(&p, "–");
    phrase_count(&p, (uint64_t)run->last_sentence + 1);
    phrase_text(&p, " begin with “");
    put_term(&p, s, run->term);
    phrase_text(&p, "”");
    flow_words(&f, &p);
    flow_end(&f);
}

void score_text_style(out *o, const score *s) {
    const lede_metrics *m = s->metrics;
    write_words(o, s, "Hard words", &s->hard_words);
    write_words(o, s, "Long words", &s->long_words);
    write_passives(o, s);
    for (size_t i = 0; i < m->opener_runs.count; i++) {
        write_opening(o, s, &m->opener_runs.items[i]);
    }
}

/* ---- What makes values doubtful -------------------------------------------- */

/* The least number of words that a formula of the headline asks for and does not get;
 * 0: they have enough. Those that are listed say it themselves. */
static uint32_t unmet_words(const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    uint32_t named[sizeof grade->formulas / sizeof *grade->formulas + 2];
    uint32_t n = 0, least = 0;
    named[n++] = grade->main;
    named[n++] = grade->ease;
    for (uint32_t i = 0; i < grade->formula_count; i++) {
        named[n++] = grade->formulas[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        if (named[i] == LEDE_NONE ||
            score_value(s, &s->metrics->counts, named[i]).status != LEDE_VALUE_OK) {
            continue;
        }
        uint32_t words = formulas_at(named[i])->minimum_words;
        bool unmet = words > s->metrics->counts.words;
        least = unmet && (least == 0 || words < least) ? words : least;
    }
    return least;
}

static bool has_flag(const score *s, uint8_t flag) {
    for (size_t i = 0; i < s->formula_count; i++) {
        lede_value v = score_value(s, &s->metrics->counts, s->formulas[i]);
        if (v.status == LEDE_VALUE_OK && (v.flags & flag) != 0) {
            return true;
        }
    }
    return false;
}

static void warn(out *o, const score *s, const phrase *p) {
    flow f = score_label(o, s, "");
    flow_words(&f, p);
    flow_end(&f);
}

static void warn_of_length(out *o, const score *s) {
    phrase p = score_phrase(s);
    uint32_t words = unmet_words(s);
    if (words == 0) {
        return;
    }
    phrase_text(&p, "short text: these values are rough (");
    phrase_counted(&p, s->metrics->counts.words, "word");
    phrase_text(&p, "; the formulas ask for ");
    phrase_count(&p, words);
    phrase_text(&p, " and more)");
    warn(o, s, &p);
}

void score_text_warnings(out *o, const score *s) {
    const lede_counts *c = &s->metrics->counts;
    warn_of_length(o, s);
    if (has_flag(s, LEDE_VALUE_LONG_UNITS)) {
        phrase p = score_phrase(s);
        phrase_text(&p, "over 60 words a sentence: are full stops missing, or are line "
                        "ends the ends of paragraphs (--newlines hard)?");
        warn(o, s, &p);
    }
    if (c->approximate > 0) {
        phrase p = score_phrase(s);
        phrase_counted(&p, c->approximate, "character");
        phrase_text(&p, " of scripts without spaces counted as words");
        warn(o, s, &p);
    }
}
