/* SPDX-License-Identifier: MIT */
#include "render/escape_markdown.h"
#include "render/score_path.h"
#include "render/score_text.h"

#include "measure/formulas.h"
#include "render/names.h"
#include "render/shown.h"

#include <string.h>

static void write_phrase(out *o, const phrase *p) {
    out_bytes(o, p->bytes, p->used);
}

static int write_escaped(void *ctx, const char *bytes, size_t n) {
    escape_markdown(ctx, bytes, n);
    return 0; /* the writer keeps its own error */
}

/* What a part is known by, as much as fits into a row that people read. */
static void write_part_words(out *o, const score *s, const lede_metrics_part *part) {
    out escaped;
    out_init(&escaped, (lede_sink){write_escaped, o});
    score_path_text(&escaped, s, part, SCORE_WIDTH);
    (void)out_flush(&escaped);
}

static void write_span(out *o, const score *s, lede_span span) {
    escape_markdown(o, s->document->page.text + span.begin, span.end - span.begin);
}

/* ---- The headline ------------------------------------------------------------ */

static void write_headline(out *o, const score *s) {
    const lede_metrics *m = s->metrics;
    phrase p = score_phrase(s);
    out_text(o, "## ");
    escape_markdown(o, s->path, strlen(s->path));
    phrase_text(&p, "\n\n");
    phrase_counted(&p, m->counts.words, "word");
    phrase_text(&p, " · ");
    phrase_counted(&p, m->counts.sentences, "sentence");
    if (m->counts.sentences > 0) {
        phrase_text(&p, " · median ");
        phrase_trimmed(&p, m->statistics.sentence_words.quartiles[1], 1);
        phrase_text(&p, " words a sentence");
    }
    phrase_text(&p, "\n");
    write_phrase(o, &p);
}

/* ---- Formulas ------------------------------------------------------------------ */

static void write_grade(out *o, const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    phrase p = score_phrase(s);
    if (grade->median.status != LEDE_VALUE_OK) {
        return;
    }
    phrase_text(&p, "| Grade | ");
    phrase_fixed(&p, grade->median.value, 1);
    phrase_text(&p, " | ");
    score_put_range(&p, grade->low, grade->high);
    phrase_text(&p, " by ");
    phrase_number_word(&p, grade->formula_count);
    phrase_text(&p, grade->formula_count == 1 ? " formula |\n" : " formulas |\n");
    write_phrase(o, &p);
}

static void write_formula(out *o, const score *s, uint32_t formula) {
    lede_value value = score_value(s, &s->metrics->counts, formula);
    const char *band = formulas_band(formula, value.value);
    phrase p = score_phrase(s);
    phrase_text(&p, "| ");
    phrase_text(&p, formulas_at(formula)->name);
    phrase_text(&p, " | ");
    if (value.status == LEDE_VALUE_OK) {
        score_put_number(&p, formula, value.value);
        phrase_text(&p, " | ");
        phrase_text(&p, band != NULL ? band : "");
        phrase_text(&p, (value.flags & LEDE_VALUE_BELOW_MINIMUM) != 0
                            ? band != NULL ? "; short text" : "short text"
                            : "");
    } else {
        phrase_text(&p, " | ");
        phrase_text(&p, names_value_status(value.status));
    }
    phrase_text(&p, " |\n");
    write_phrase(o, &p);
}

static void write_formulas(out *o, const score *s) {
    out_text(o, "\n| Formula | Value | Meaning |\n|---|--:|---|\n");
    write_grade(o, s);
    for (size_t i = 0; i < s->formula_count; i++) {
        write_formula(o, s, s->formulas[i]);
    }
}

/* ---- Sentences ------------------------------------------------------------------ */

static void write_hard_sentence(out *o, const score *s, const lede_cost *cost) {
    const lede_sentence *sentence = &s->document->sentences.items[cost->sentence];
    phrase p = score_phrase(s);
    phrase_text(&p, "- ");
    score_put_cost(&p, s, cost, ", ");
    phrase_text(&p, ": ");
    write_phrase(o, &p);
    write_span(o, s, sentence->span);
    out_text(o, "\n");
}

static void write_hardest(out *o, const score *s) {
    const lede_metrics *m = s->metrics;
    size_t n = score_hardest(s);
    phrase p = score_phrase(s);
    if (n == 0) {
        return;
    }
    phrase_text(&p, "\nHardest: ");
    score_put_without(&p, s, n);
    phrase_text(&p, "\n\n");
    write_phrase(o, &p);
    for (size_t i = 0; i < n; i++) {
        write_hard_sentence(o, s, &m->costs[i]);
    }
}

static void write_repeats(out *o, const score *s) {
    if (s->repeats != NULL) {
        repetition r = score_repetition(s);
        repeats_markdown_score(o, &r);
    }
}

/* ---- Parts ----------------------------------------------------------------------- */

/* Is its figure a rough one? */
static bool write_part(out *o, const score *s, const lede_metrics_part *part) {
    lede_value value = score_part_value(s, &part->counts);
    bool rough = score_part_is_rough(value, &part->counts);
    phrase p = score_phrase(s);
    phrase_text(&p, "| ");
    shown_put_place(&p, s->document, part->span.begin);
    phrase_text(&p, " | ");
    phrase_count(&p, part->counts.words);
    phrase_text(&p, " | ");
    phrase_count(&p, part->counts.sentences);
    phrase_text(&p, " | ");
    if (value.status == LEDE_VALUE_OK) {
        phrase_fixed(&p, value.value, 1);
    }
    phrase_text(&p, rough ? "? | " : " | ");
    write_phrase(o, &p);
    write_part_words(o, s, part);
    out_text(o, " |\n");
    return rough;
}

static void write_parts(out *o, const score *s) {
    out_text(o, "\n| Place | Words | Sentences | ");
    out_text(o, score_part_label(s));
    out_text(o, " | Text |\n|--:|--:|--:|--:|---|\n");
    size_t rough = 0;
    for (size_t i = 0; i < s->metrics->parts.count; i++) {
        rough += write_part(o, s, &s->metrics->parts.items[i]) ? 1 : 0;
    }
    if (rough > 0) {
        out_text(o, "\n");
        out_text(o, score_part_doubt);
        out_text(o, "\n");
    }
}

void score_markdown(out *o, const score *s, bool after) {
    out_text(o, after ? "\n" : "");
    write_headline(o, s);
    if (s->metrics->parts.count > 0) {
        write_parts(o, s);
    } else if (s->metrics->counts.sentences > 0) {
        write_formulas(o, s);
        write_hardest(o, s);
        write_repeats(o, s);
    }
}
