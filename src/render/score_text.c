/* SPDX-License-Identifier: MIT */
#include "render/score_text.h"

#include "measure/formulas.h"
#include "render/headline.h"
#include "render/rhythm.h"

#define LEGEND_GAP 5u /* between the bars and what they are */

phrase score_phrase(const score *s) {
    return phrase_begin(s->ascii);
}

flow score_label(out *o, const score *s, const char *label) {
    return flow_begin(o, s->width, label, SCORE_INDENT);
}

/* ---- The headline -------------------------------------------------------- */

static void put_minutes(phrase *p, double seconds) {
    uint64_t minutes = (uint64_t)(seconds / 60.0 + 0.5);
    phrase_text(p, "about ");
    phrase_count(p, minutes > 0 ? minutes : 1);
    phrase_text(p, " min");
}

#define FACTS 4u

/* "428 words", "28 sentences": how many of them there are. */
static size_t find_facts(const score *s, phrase facts[FACTS]) {
    const lede_statistics *st = &s->metrics->statistics;
    size_t n = 0;
    for (size_t i = 0; i < FACTS; i++) {
        facts[i] = score_phrase(s);
    }
    phrase_counted(&facts[n++], s->metrics->counts.words, "word");
    phrase_counted(&facts[n++], s->metrics->counts.sentences, "sentence");
    if (st->headings > 0) {
        phrase_counted(&facts[n++], st->headings, "heading");
    }
    if (st->reading_seconds > 0) {
        put_minutes(&facts[n++], st->reading_seconds);
    }
    for (size_t i = 0; i + 1 < n; i++) {
        phrase_text(&facts[i], " ·");
    }
    return n;
}

static void write_headline(out *o, const score *s) {
    phrase facts[FACTS];
    size_t count = find_facts(s, facts);
    headline_write(o, s->width, s->path, facts, count);
}

/* ---- Lengths ------------------------------------------------------------- */

/* "longest 38 (sentence 1)" */
static void put_sentence(flow *f, const score *s, const char *what, uint32_t sentence) {
    phrase p = score_phrase(s);
    if (sentence == LEDE_NONE) {
        return;
    }
    phrase_text(&p, what);
    phrase_count(&p, s->document->sentences.items[sentence].words);
    phrase_text(&p, " (sentence ");
    phrase_count(&p, (uint64_t)sentence + 1);
    phrase_text(&p, ")");
    flow_item(f, &p, 3);
}

static void write_lengths(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    const double *quartiles = st->sentence_words.quartiles;
    flow f = score_label(o, s, "Sentence length");
    phrase p = score_phrase(s);
    phrase_text(&p, "median ");
    phrase_trimmed(&p, quartiles[1], 1);
    flow_item(&f, &p, 3);
    if (st->sentence_words.count > 2) {
        p = score_phrase(s);
        phrase_text(&p, "middle half ");
        phrase_trimmed(&p, quartiles[0], 1);
        phrase_text(&p, "–");
        phrase_trimmed(&p, quartiles[2], 1);
        flow_item(&f, &p, 3);
    }
    put_sentence(&f, s, "longest ", st->longest[0]);
    if (st->sentence_words.count > 1) {
        put_sentence(&f, s, "shortest ", st->shortest);
    }
    flow_end(&f);
}

/* ---- Rhythm -------------------------------------------------------------- */

static size_t write_bars(out *o, const score *s, const rhythm *r) {
    rhythm_reader reader = rhythm_begin(s->metrics, r);
    bool gap = false;
    size_t at = 0;
    for (unsigned height = rhythm_next(&reader, &gap); height > 0;
         height = rhythm_next(&reader, &gap)) {
        if (at + (gap ? 1 : 0) >= r->columns) {
            out_text(o, "\n");
            flow_spaces(o, SCORE_INDENT);
            at = 0;
        } else if (gap) {
            out_text(o, " ");
            at++;
        }
        out_text(o, rhythm_bar(height, s->ascii));
        at++;
    }
    return at;
}

/* What the bars are, in so many words: 0, the most, to LEGENDS - 1. */
#define LEGENDS 4

static phrase legend(const score *s, const rhythm *r, int length) {
    static const char *const with_gaps[LEGENDS] = {
        "one bar a sentence, a full one 36 words and more, a gap between paragraphs",
        "a bar a sentence, full from 36 words, a gap between paragraphs",
        "a bar a sentence, full from 36 words", "a bar a sentence"};
    static const char *const without[LEGENDS] = {
        "one bar a sentence, a full one 36 words and more",
        "one bar a sentence, full from 36 words", "a bar a sentence, full from 36 words",
        "a bar a sentence"};
    static const char *const of_several[LEGENDS] = {
        ", a full one 36 words and more a sentence", ", full from 36 words a sentence",
        ", full from 36 words", ""};
    phrase p = score_phrase(s);
    if (r->per_bar == 1) {
        phrase_text(&p, (r->gaps ? with_gaps : without)[length]);
        return p;
    }
    phrase_text(&p, "one bar ");
    phrase_counted(&p, r->per_bar, "sentence");
    phrase_text(&p, of_several[length]);
    return p;
}

/* The longest that fits behind the bars or below them. */
static void write_legend(flow *f, const score *s, const rhythm *r) {
    phrase p = legend(s, r, 0);
    for (int length = 1; length < LEGENDS; length++) {
        bool behind = flow_after(f, &p, LEGEND_GAP).lines == f->lines;
        if (behind || f->indent + phrase_columns(&p) <= f->width) {
            break;
        }
        p = legend(s, r, length);
    }
    flow_item(f, &p, LEGEND_GAP);
}

static void write_rhythm(out *o, const score *s) {
    rhythm r = rhythm_measure(s->metrics, s->width - SCORE_INDENT);
    if (s->metrics->counts.sentences < 2) {
        return;
    }
    flow f = score_label(o, s, "Rhythm");
    f.at += write_bars(o, s, &r);
    write_legend(&f, s, &r);
    flow_end(&f);
}

/* ---- Readability --------------------------------------------------------- */

static const char *reason_of(uint8_t status) {
    switch ((lede_value_status)status) {
    case LEDE_VALUE_NO_WORDS:
        return "no words";
    case LEDE_VALUE_NO_SENTENCES:
        return "no sentences";
    case LEDE_VALUE_LANGUAGE:
        return "made for other languages";
    case LEDE_VALUE_LIST_MISSING:
        return "its word list is not at hand (--word-list)";
    case LEDE_VALUE_NO_SYLLABLES:
        return "nothing is known of the language's syllables";
    case LEDE_VALUE_TOO_SHORT:
        return "not defined for this text: too short, or nothing of what it counts";
    case LEDE_VALUE_OK:
        break;
    }
    return "";
}

/* Years of school and points of ease are not known better than to a tenth; small
 * numbers of other scales would lose all they have to say. */
void score_put_number(phrase *p, uint32_t formula, double value) {
    lede_scale scale = formulas_at(formula)->scale;
    bool own = scale == LEDE_SCALE_CLOZE || scale == LEDE_SCALE_INDEX;
    if (own && value > -10 && value < 10) {
        phrase_trimmed(p, value, 2);
    } else {
        phrase_fixed(p, value, 1);
    }
}

void score_put_range(phrase *p, double low, double high) {
    phrase_fixed(p, low, 1);
    phrase_text(p, low < 0 || high < 0 ? " to " : "–");
    phrase_fixed(p, high, 1);
}

void score_put_value(phrase *p, uint32_t formula, lede_value value) {
    const char *band = formulas_band(formula, value.value);
    phrase_text(p, formulas_at(formula)->name);
    phrase_text(p, " ");
    if (value.status != LEDE_VALUE_OK) {
        phrase_text(p, "none: ");
        phrase_text(p, reason_of(value.status));
        return;
    }
    score_put_number(p, formula, value.value);
    if (band != NULL) {
        phrase_text(p, " (");
        phrase_text(p, band);
        phrase_text(p, ")");
    }
}

static lede_value value_of(const score *s, uint32_t formula) {
    return score_value(s, &s->metrics->counts, formula);
}

/* "grade 14.5 (12.9–16.1 by six formulas; Flesch-Kincaid grade level 14.2)" */
static void put_grade(phrase *p, const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    phrase_text(p, "grade ");
    phrase_fixed(p, grade->median.value, 1);
    if (grade->formula_count > 1) {
        phrase_text(p, " (");
        score_put_range(p, grade->low, grade->high);
        phrase_text(p, " by ");
        phrase_number_word(p, grade->formula_count);
        phrase_text(p, " formulas; ");
        score_put_value(p, grade->main, value_of(s, grade->main));
        phrase_text(p, ")");
    } else if (grade->main != LEDE_NONE) {
        phrase_text(p, " by ");
        phrase_text(p, formulas_at(grade->main)->name);
    }
}

/* What has a value, where the language's own formulas have none. */
static void put_other(phrase *p, const score *s) {
    for (size_t i = 0; i < s->formula_count; i++) {
        lede_value value = value_of(s, s->formulas[i]);
        if (value.status == LEDE_VALUE_OK) {
            phrase_text(p, " · ");
            score_put_value(p, s->formulas[i], value);
            return;
        }
    }
}

static bool has_value(const score *s, uint32_t formula) {
    return formula != LEDE_NONE && value_of(s, formula).status == LEDE_VALUE_OK;
}

static void write_readability(out *o, const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    flow f = score_label(o, s, "Readability");
    phrase p = score_phrase(s);
    bool has_grade = score_has_grade(s);
    if (has_grade) {
        put_grade(&p, s);
    } else if (grade->main != LEDE_NONE) {
        score_put_value(&p, grade->main, value_of(s, grade->main));
    } else {
        phrase_text(&p, "no formula for this language");
    }
    if (grade->ease != LEDE_NONE && (has_grade || grade->ease != grade->main)) {
        phrase_text(&p, " · ");
        score_put_value(&p, grade->ease, value_of(s, grade->ease));
    }
    if (!has_grade && !has_value(s, grade->main) && !has_value(s, grade->ease)) {
        put_other(&p, s);
    }
    flow_words(&f, &p);
    flow_end(&f);
}

/* ---- All of it ------------------------------------------------------------ */

void score_text(out *o, const score *s, bool after) {
    out_text(o, after ? "\n" : "");
    write_headline(o, s);
    if (s->metrics->counts.sentences == 0) {
        return;
    }
    write_lengths(o, s);
    write_rhythm(o, s);
    write_readability(o, s);
    score_text_warnings(o, s);
    if (s->metrics->parts.count > 0) {
        score_text_parts(o, s);
        return;
    }
    score_text_hardest(o, s);
    if (s->repeats != NULL) {
        score_text_repeats(o, s);
    }
    score_text_style(o, s);
    if (s->all) {
        score_text_all(o, s);
    }
    score_text_formulas(o, s);
    if (s->explain) {
        score_text_reasons(o, s);
        score_text_explain(o, s);
    }
}
