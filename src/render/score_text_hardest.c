/* SPDX-License-Identifier: MIT */
/* The sentences that make a text hard: what they cost, and why. */
#include "render/score_text.h"

#include "measure/formulas.h"
#include "measure/frequent.h"
#include "measure/word_lengths.h"
#include "render/excerpt.h"
#include "render/shown.h"

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
    shown_put_place(p, s->document, sentence->span.begin);
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

/* Kinds of hits that are told of a sentence, in this order. */
static const struct {
    lede_hit_kind kind;
    const char *name;
} reasons[] = {{LEDE_HIT_NOMINALISATION, "heavy nouns"},
               {LEDE_HIT_HARD_WORD, "hard words"},
               {LEDE_HIT_PASSIVE, "passive"}};

#define REASONS (sizeof reasons / sizeof *reasons)

/* What is told of a sentence. A word is told once: a heavy noun need not be told to be
 * hard as well. */
typedef struct telling {
    const score *s;
    phrase p;
    uint32_t terms[REASON_WORDS * (REASONS + 1)];
    size_t count;
    size_t of_kind;
} telling;

/* False: the kind has no place for it. */
static bool tell(telling *t, const char *name, uint32_t first, uint32_t count) {
    uint32_t term = t->s->document->words.items[first].term;
    for (size_t i = 0; i < t->count && count == 1; i++) {
        if (t->terms[i] == term) {
            return true;
        }
    }
    if (t->of_kind == REASON_WORDS) {
        phrase_text(&t->p, ", …");
        return false;
    }
    if (t->of_kind == 0) {
        phrase_text(&t->p, t->p.used > 0 ? "; " : "");
        phrase_text(&t->p, name);
    }
    phrase_text(&t->p, t->of_kind == 0 ? ": " : ", ");
    score_put_words(&t->p, t->s, first, count);
    t->terms[t->count++] = term;
    t->of_kind++;
    return true;
}

/* first: of the sentence's hits. */
static void tell_hits(telling *t, size_t first, size_t reason) {
    const lede_metrics *m = t->s->metrics;
    const lede_hit *hit = &m->hits.items[first], *end = m->hits.items + m->hits.count;
    uint32_t sentence = hit->sentence;
    t->of_kind = 0;
    for (; hit < end && hit->sentence == sentence; hit++) {
        if (hit->kind == reasons[reason].kind && frequent_is_named(m, hit) &&
            !tell(t, reasons[reason].name, hit->first_word, hit->word_count)) {
            return;
        }
    }
}

/* Where a language has no hard words. */
static void tell_long_words(telling *t, uint32_t sentence) {
    uint32_t words[WORD_LENGTHS_MOST];
    size_t n = word_lengths_longest(t->s->metrics, sentence, words);
    t->of_kind = 0;
    for (size_t i = 0; i < n && tell(t, "long words", words[i], 1); i++) {
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

/* "heavy nouns: utilization; passive: was closed" */
static phrase reasons_of(const score *s, uint32_t sentence) {
    telling t = {.s = s, .p = score_phrase(s)};
    uint32_t kinds = s->metrics->statistics.hit_kinds;
    size_t first = first_hit(s, sentence);
    bool some = first < s->metrics->hits.count &&
                s->metrics->hits.items[first].sentence == sentence;
    for (size_t i = 0; some && i < REASONS; i++) {
        if ((kinds & 1u << reasons[i].kind) != 0) {
            tell_hits(&t, first, i);
        }
    }
    if ((kinds & 1u << LEDE_HIT_HARD_WORD) == 0) {
        tell_long_words(&t, sentence);
    }
    return t.p;
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
    flow f = {.out = o, .width = s->width, .indent = (size_t)2 * MARGIN, .at = MARGIN};
    phrase p = score_phrase(s), found = reasons_of(s, index);
    phrase_text(&p, "sentence ");
    phrase_count(&p, (uint64_t)index + 1);
    phrase_text(&p, " at ");
    shown_put_place(&p, s->document, sentence->span.begin);
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
