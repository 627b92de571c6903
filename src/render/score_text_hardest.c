/* SPDX-License-Identifier: MIT */
/* The sentences that make a text hard: what they cost, and why. */
#include "render/score_text.h"

#include "measure/formulas.h"
#include "measure/frequent.h"
#include "measure/word_lengths.h"
#include "render/excerpt.h"

#include <string.h>

#define MARGIN 2u
#define EXCERPT_INDENT 8u /* below the word "sentence" */
#define EXCERPT_LINES 2u

/* ---- What they cost ---------------------------------------------------------- */

void score_put_cost(phrase *p, const score *s, const lede_cost *cost, const char *comma) {
    const lede_sentence *sentence = &s->document->sentences.items[cost->sentence];
    phrase_signed(p, cost->cost, 1);
    phrase_text(p, comma);
    phrase_text(p, "sentence ");
    phrase_count(p, (uint64_t)cost->sentence + 1);
    phrase_text(p, " at ");
    score_put_place(p, s, sentence->span.begin);
    phrase_text(p, ", ");
    phrase_counted(p, sentence->words, "word");
}

static void put_headline(phrase *p, const score *s, double value) {
    if (score_has_grade(s)) {
        phrase_fixed(p, value, 1);
    } else {
        score_put_number(p, s->metrics->grade.main, value);
    }
}

/* Of several formulas the one in the middle may stay where it is, or even rise, while
 * most of them fall. */
static bool is_easier(const score *s, double before, double after) {
    phrase a = score_phrase(s), b = score_phrase(s);
    put_headline(&a, s, before);
    put_headline(&b, s, after);
    bool same = a.used == b.used && memcmp(a.bytes, b.bytes, a.used) == 0;
    return !same && (!score_has_grade(s) || after < before);
}

void score_put_without(phrase *p, const score *s, size_t n) {
    const lede_metrics *m = s->metrics;
    bool grade = score_has_grade(s);
    double after = m->without[n - 1].value;
    double before =
        grade ? m->grade.median.value : score_value(s, &m->counts, m->grade.main).value;
    phrase_text(p, n == 1 ? "without this sentence " : "without these ");
    if (n > 1) {
        phrase_number_word(p, n);
        phrase_text(p, " sentences ");
    }
    if (!is_easier(s, before, after)) {
        phrase_text(p, grade ? "the formulas of the grade would fall by "
                             : "the text would be easier by ");
        phrase_fixed(p, m->cost_together[n - 1], 1);
        phrase_text(p, grade ? " on average" : " points");
        return;
    }
    phrase_text(p, grade ? "the grade" : formulas_at(m->grade.main)->name);
    phrase_text(p, " would be ");
    put_headline(p, s, after);
    phrase_text(p, " instead of ");
    put_headline(p, s, before);
}

static void write_sentence(out *o, const score *s, const lede_cost *cost) {
    lede_span span = s->document->sentences.items[cost->sentence].span;
    excerpt_lines lines = {.most = EXCERPT_LINES,
                           .indent = EXCERPT_INDENT,
                           .columns = s->width - EXCERPT_INDENT,
                           .ascii = s->ascii};
    phrase p = score_phrase(s);
    score_put_cost(&p, s, cost, "  ");
    flow_spaces(o, MARGIN);
    out_bytes(o, p.bytes, p.used);
    out_text(o, "\n");
    excerpt_write_lines(o, s->document->page.text + span.begin, span.end - span.begin,
                        &lines);
}

void score_text_hardest(out *o, const score *s) {
    size_t n = score_hardest(s);
    if (n == 0) {
        return;
    }
    flow f = score_label(o, s, "Hardest");
    phrase p = score_phrase(s);
    score_put_without(&p, s, n);
    flow_words(&f, &p);
    flow_end(&f);
    for (size_t i = 0; i < n; i++) {
        write_sentence(o, s, &s->metrics->costs[i]);
    }
}

/* ---- Why ------------------------------------------------------------------------ */

#define REASON_WORDS 6u /* of a kind */

/* What of a sentence is told, in this order. */
static const struct {
    lede_hit_kind kind;
    const char *name;
} reasons[] = {{LEDE_HIT_NOMINALISATION, "heavy nouns"},
               {LEDE_HIT_HARD_WORD, "hard words"},
               {LEDE_HIT_LONG_WORD, "long words"},
               {LEDE_HIT_PASSIVE, "passive"}};

/* Words of a kind that were told of the sentence. */
typedef struct told {
    uint32_t terms[REASON_WORDS];
    size_t count;
} told;

static bool was_told(const told *t, uint32_t term) {
    for (size_t i = 0; i < t->count; i++) {
        if (t->terms[i] == term) {
            return true;
        }
    }
    return false;
}

/* A word that was found to be a heavy noun need not be told to be hard or long as well,
 * nor a hard one to be long. */
static bool is_told_before(const score *s, const lede_hit *hit) {
    const lede_hit *first = s->metrics->hits.items;
    for (const lede_hit *h = hit; h > first && h[-1].first_word == hit->first_word; h--) {
        bool word =
            h[-1].kind == LEDE_HIT_NOMINALISATION ||
            (h[-1].kind == LEDE_HIT_HARD_WORD && frequent_is_named(s->metrics, &h[-1]));
        if (word && (s->metrics->statistics.hit_kinds & 1u << h[-1].kind) != 0) {
            return true;
        }
    }
    return false;
}

/* Each word once. */
static void put_reason(phrase *p, const score *s, size_t first, size_t reason) {
    const lede_hit *hits = s->metrics->hits.items;
    uint32_t sentence = hits[first].sentence;
    told t = {.count = 0};
    for (size_t i = first; i < s->metrics->hits.count && hits[i].sentence == sentence;
         i++) {
        uint32_t term = s->document->words.items[hits[i].first_word].term;
        bool passive = hits[i].kind == LEDE_HIT_PASSIVE;
        if (hits[i].kind != reasons[reason].kind || is_told_before(s, &hits[i]) ||
            !frequent_is_named(s->metrics, &hits[i]) ||
            (!passive && was_told(&t, term))) {
            continue;
        }
        if (t.count == REASON_WORDS) {
            phrase_text(p, ", …");
            return;
        }
        if (t.count == 0) {
            phrase_text(p, p->used > 0 ? "; " : "");
            phrase_text(p, reasons[reason].name);
        }
        phrase_text(p, t.count == 0 ? ": " : ", ");
        score_put_words(p, s, hits[i].first_word, hits[i].word_count);
        t.terms[t.count++] = term;
    }
}

/* The first hit of a sentence or of one behind it. */
static size_t first_hit(const score *s, uint32_t sentence) {
    size_t low = 0, high = s->metrics->hits.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->metrics->hits.items[middle].sentence < sentence) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* "heavy nouns: utilization; passive: was closed"; nothing where no hits were kept. */
static phrase reasons_of(const score *s, uint32_t sentence) {
    phrase p = score_phrase(s);
    size_t first = first_hit(s, sentence);
    bool some = first < s->metrics->hits.count &&
                s->metrics->hits.items[first].sentence == sentence;
    for (size_t i = 0; some && i < sizeof reasons / sizeof *reasons; i++) {
        if ((s->metrics->statistics.hit_kinds & 1u << reasons[i].kind) != 0) {
            put_reason(&p, s, first, i);
        }
    }
    return p;
}

/* "; 2.1 syllables a word, in the text 1.5"; characters that stand for words have no
 * length. */
static void put_word_lengths(phrase *p, const score *s, uint32_t sentence) {
    const lede_counts *c = &s->metrics->counts;
    word_lengths of = word_lengths_of(s->metrics, sentence);
    bool syllables = c->syllables > 0;
    if (c->approximate > 0 || of.words == 0) {
        return;
    }
    phrase_text(p, "; ");
    phrase_fixed(p, (double)(syllables ? of.syllables : of.letters) / (double)of.words,
                 1);
    phrase_text(p, syllables ? " syllables" : " letters");
    phrase_text(p, " a word, in the text ");
    phrase_fixed(p, (double)(syllables ? c->syllables : c->letters) / (double)c->words,
                 1);
}

static void write_reasons(out *o, const score *s, uint32_t index) {
    const lede_sentence *sentence = &s->document->sentences.items[index];
    flow f = {.out = o, .width = s->width, .indent = 2 * MARGIN, .at = MARGIN};
    phrase p = score_phrase(s), found = reasons_of(s, index);
    phrase_text(&p, "sentence ");
    phrase_count(&p, (uint64_t)index + 1);
    phrase_text(&p, " at ");
    score_put_place(&p, s, sentence->span.begin);
    phrase_text(&p, " (");
    phrase_counted(&p, sentence->words, "word");
    phrase_text(&p, ", the median is ");
    phrase_trimmed(&p, s->metrics->statistics.sentence_words.quartiles[1], 1);
    put_word_lengths(&p, s, index);
    phrase_text(&p, found.used > 0 ? "):" : ")");
    flow_spaces(o, MARGIN);
    flow_words(&f, &p);
    flow_words(&f, &found);
    flow_end(&f);
}

void score_text_reasons(out *o, const score *s) {
    size_t n = score_hardest(s);
    out_text(o, n > 0 ? "\nWhat makes these sentences hard\n" : "");
    for (size_t i = 0; i < n; i++) {
        write_reasons(o, s, s->metrics->costs[i].sentence);
    }
}
