/* SPDX-License-Identifier: MIT */
/* Values of formulas, and how they come about, in words of every day. */
#include "render/score_text.h"

#include "measure/formulas.h"
#include "measure/grade.h"
#include "render/counts.h"
#include "render/listing.h"
#include "render/names.h"

#include <string.h>

#define STEP 2u
#define DETAIL 12u

static lede_value value_of(const score *s, uint32_t formula) {
    return score_value(s, &s->metrics->counts, formula);
}

/* ---- One line each --------------------------------------------------------- */

/* "; made for 30 sentences and more": only what the text does not have. */
static void put_flags(phrase *p, const score *s, const lede_formula_info *info,
                      lede_value value) {
    const lede_counts *c = &s->metrics->counts;
    bool fine = value.status == LEDE_VALUE_OK;
    bool words = fine && info->minimum_words > c->words;
    bool sentences = fine && info->minimum_sentences > c->sentences;
    if (words) {
        phrase_text(p, "; made for ");
        phrase_count(p, info->minimum_words);
        phrase_text(p, " words and more, here are ");
        phrase_count(p, c->words);
    }
    if (sentences) {
        phrase_text(p, "; made for ");
        phrase_count(p, info->minimum_sentences);
        phrase_text(p, " sentences and more, here are ");
        phrase_count(p, c->sentences);
    }
    if (fine && !words && !sentences && (value.flags & LEDE_VALUE_BELOW_MINIMUM) != 0) {
        phrase_text(p, "; rough for so short a text");
    }
    if ((value.flags & LEDE_VALUE_LONG_UNITS) != 0) {
        phrase_text(p, "; over 60 words a sentence");
    }
    if ((value.flags & LEDE_VALUE_UNVERIFIED) != 0) {
        phrase_text(p, "; its source could not be verified");
    }
}

/* "list missing (--word-list): spache_1953, lorge_1944"; false: each has a value, or
 * another reason why it has none. */
static bool write_without_value(out *o, const score *s, const char *label, int status) {
    size_t count = 0;
    for (size_t i = 0; i < s->formula_count; i++) {
        count += value_of(s, s->formulas[i]).status == status ? 1 : 0;
    }
    if (count == 0) {
        return false;
    }
    flow f = score_label(o, s, label);
    phrase p = score_phrase(s);
    for (const char *c = names_value_status(status); *c != '\0'; c++) {
        char character[] = {*c == '-' ? ' ' : *c, '\0'};
        phrase_text(&p, character);
    }
    phrase_text(&p, status == LEDE_VALUE_LIST_MISSING ? " (--word-list):" : ":");
    flow_words(&f, &p);
    listing l = listing_begin(f, count, 0);
    for (size_t i = 0; i < s->formula_count; i++) {
        p = score_phrase(s);
        phrase_text(&p, formulas_at(s->formulas[i])->id);
        if (value_of(s, s->formulas[i]).status == status) {
            listing_add(&l, &p);
        }
    }
    listing_end(&l);
    return true;
}

/* Of every formula of a language many have no value; those who name one want to see
 * a line of its own. */
void score_text_formulas(out *o, const score *s) {
    const char *label = "Formulas";
    for (size_t i = 0; i < s->formula_count && s->listed && !s->explain; i++) {
        lede_value value = value_of(s, s->formulas[i]);
        if (s->every && value.status != LEDE_VALUE_OK) {
            continue;
        }
        flow f = score_label(o, s, label);
        phrase p = score_phrase(s);
        score_put_value(&p, s->formulas[i], value);
        put_flags(&p, s, formulas_at(s->formulas[i]), value);
        flow_words(&f, &p);
        flow_end(&f);
        label = "";
    }
    for (int status = LEDE_VALUE_NO_WORDS;
         status <= LEDE_VALUE_TOO_SHORT && s->every && !s->explain; status++) {
        label = write_without_value(o, s, label, status) ? "" : label;
    }
}

/* ---- With every term ------------------------------------------------------- */

static flow begin_detail(out *o, const score *s, const char *label) {
    flow_spaces(o, STEP);
    flow f = flow_begin(o, s->width, label, DETAIL - STEP);
    f.indent = DETAIL;
    f.at = DETAIL;
    return f;
}

static void write_detail(out *o, const score *s, const char *label, const phrase *p) {
    flow f = begin_detail(o, s, label);
    flow_words(&f, p);
    flow_end(&f);
}

static const char *meaning_of(const lede_formula_info *info) {
    switch (info->scale) {
    case LEDE_SCALE_GRADE:
        return info->band_count > 0
                   ? "no grade by itself, but its bands are grades; higher is harder"
                   : "how many years of school a reader needs; higher is harder";
    case LEDE_SCALE_EASE:
        return info->direction > 0 ? "how hard the text is; higher is harder"
                                   : "how easy the text is, about 0 to 100; higher is "
                                     "easier";
    case LEDE_SCALE_CLOZE:
        return info->direction > 0
                   ? "how many words of the text readers fail to guess; higher is harder"
                   : "how many words of the text readers can guess; higher is easier";
    case LEDE_SCALE_INDEX:
        break;
    }
    return info->direction > 0 ? "a number of its own; higher is harder"
                               : "a number of its own; higher is easier";
}

static bool is_constant(const lede_formula_term *term) {
    return *term->quantity == '\0';
}

/* So many that the product is right to a thousandth. */
static unsigned decimals_for(double factor) {
    unsigned decimals = 3;
    while (factor > 1 && decimals < 9) {
        factor /= 10;
        decimals++;
    }
    return decimals;
}

/* "0.39 × 17.2 words per sentence + 11.8 × 1.52 syllables per word − 15.59 = 9.06" */
static void put_terms(phrase *p, const lede_formula_term *terms, size_t n, double value) {
    for (size_t i = 0; i < n; i++) {
        double factor = terms[i].factor;
        bool minus = factor < 0;
        phrase_text(p, i == 0 ? (minus ? "−" : "") : minus ? " − " : " + ");
        factor = minus ? -factor : factor;
        if (is_constant(&terms[i])) {
            phrase_trimmed(p, factor, 6);
            continue;
        }
        if (factor < 1 || factor > 1) {
            phrase_trimmed(p, factor, 6);
            phrase_text(p, " × ");
        }
        phrase_trimmed(p, terms[i].amount, decimals_for(factor));
        phrase_text(p, " ");
        phrase_text(p, terms[i].quantity);
    }
    phrase_text(p, " = ");
    phrase_fixed(p, value, 2);
}

/* What to change. */
static const char *const advices[] = {"words that everybody knows", "shorter words",
                                      "shorter sentences"};

/* By what a quantity is made of: its advices, but for a quantity that short words add
 * to. */
static const struct {
    const char *part;
    const char *unless;
    size_t advice;
} causes[] = {{" off ", NULL, 0},
              {"hard words", NULL, 1},
              {"syllable", NULL, 1},
              {"letters", "at most", 1},
              {"sentence", NULL, 2}};

/* A bit for each advice. */
static unsigned advice_for(const char *quantity) {
    unsigned found = 0;
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        bool unless =
            causes[i].unless != NULL && strstr(quantity, causes[i].unless) != NULL;
        if (strstr(quantity, causes[i].part) != NULL && !unless) {
            found |= 1u << causes[i].advice;
        }
    }
    return found;
}

static void write_advice(out *o, const score *s, const lede_formula_term *terms,
                         size_t n) {
    phrase p = score_phrase(s);
    unsigned found = 0;
    for (size_t i = 0; i < n; i++) {
        found |= advice_for(terms[i].quantity);
    }
    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++) {
        if ((found >> i & 1u) != 0) {
            phrase_text(&p, p.used > 0 ? ", " : "");
            phrase_text(&p, advices[i]);
        }
    }
    if (found != 0) {
        write_detail(o, s, "easier by", &p);
    }
}

static void write_terms(out *o, const score *s, uint32_t formula, double value) {
    lede_formula_term terms[LEDE_FORMULA_TERMS];
    size_t n =
        formulas_terms(formula, &s->metrics->counts, s->metrics->formula_flags, terms);
    phrase p = score_phrase(s);
    if (n == 0) {
        return;
    }
    put_terms(&p, terms, n, value);
    write_detail(o, s, "value", &p);
    write_advice(o, s, terms, n);
}

static void write_text(out *o, const score *s, const char *label, const char *text) {
    phrase p = score_phrase(s);
    phrase_text(&p, text);
    if (p.used > 0) {
        write_detail(o, s, label, &p);
    }
}

/* Is it among the counts of a part before? */
static bool is_named_before(const lede_formula_info *info, uint32_t part,
                            const char *name, size_t n) {
    for (uint32_t i = 0; i < part; i++) {
        const char *at = info->parts[i].counts;
        for (size_t length; *at != '\0'; at += length + (at[length] == ' ' ? 1 : 0)) {
            length = strcspn(at, " ");
            if (length == n && memcmp(at, name, n) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* The numbers of a count that is several: those of the lists that the formula asks
 * for, or all. */
static void put_numbers(phrase *p, const uint64_t *numbers, size_t n, uint32_t wanted) {
    const char *before = " ";
    for (size_t i = 0; i < n; i++) {
        if ((wanted >> i & 1u) != 0) {
            phrase_text(p, before);
            phrase_count(p, numbers[i]);
            before = "/";
        }
    }
}

static void put_several(phrase *p, const lede_counts *c, const char *name,
                        uint32_t lists) {
    const struct {
        const char *name;
        const uint64_t *numbers;
        size_t count;
        uint32_t wanted;
    } several[] = {
        {"of_syllables", c->of_syllables + 1, LEDE_SYLLABLES_MAX, UINT32_MAX},
        {"off_list", c->off_list, LEDE_LIST_COUNT, lists},
        {"off_list_types", c->off_list_types, LEDE_LIST_COUNT, lists},
        {"runs", c->runs, LEDE_RUN_COUNT, UINT32_MAX},
        {"run_length", c->run_length, LEDE_RUN_COUNT, UINT32_MAX},
    };
    for (size_t i = 0; i < sizeof several / sizeof *several; i++) {
        if (strcmp(several[i].name, name) == 0) {
            put_numbers(p, several[i].numbers, several[i].count, several[i].wanted);
        }
    }
}

#define COUNT_NAME 32u

/* "words 487", "of_syllables 213/35/12/4/0/0". */
static void put_count(phrase *p, const score *s, const char *name, size_t n,
                      uint32_t lists) {
    const lede_counts *c = &s->metrics->counts;
    char text[COUNT_NAME];
    size_t member = counts_find(name, n);
    if (n >= COUNT_NAME) {
        return;
    }
    memcpy(text, name, n);
    text[n] = '\0';
    phrase_text(p, p->used > 0 ? ", " : "");
    phrase_text(p, text);
    if (member != SIZE_MAX) {
        phrase_text(p, " ");
        phrase_count(p, counts_value(member, c));
    } else {
        put_several(p, c, text, lists);
    }
}

static void write_counts(out *o, const score *s, const lede_formula_info *info) {
    phrase p = score_phrase(s);
    for (uint32_t i = 0; i < info->part_count; i++) {
        const char *at = info->parts[i].counts;
        for (size_t n; *at != '\0'; at += n + (at[n] == ' ' ? 1 : 0)) {
            n = strcspn(at, " ");
            if (!is_named_before(info, i, at, n)) {
                put_count(&p, s, at, n, info->lists);
            }
        }
    }
    if (p.used > 0) {
        write_detail(o, s, "counts", &p);
    }
}

/* Counts that no program gets right every time. */
static const struct {
    const char *count;
    const char *doubt;
} doubts[] = {{"syllable", "syllables are told from the spelling"},
              {"hard_words", "names are told by their capitals"},
              {"off_list", "forms of words and names are told by their shape"},
              {"approximate", "characters stand for words"}};

static bool is_counted(const lede_formula_info *info, const char *count) {
    for (uint32_t i = 0; i < info->part_count; i++) {
        if (strstr(info->parts[i].counts, count) != NULL) {
            return true;
        }
    }
    return false;
}

static void write_doubts(out *o, const score *s, const lede_formula_info *info) {
    phrase p = score_phrase(s);
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++) {
        if (is_counted(info, doubts[i].count)) {
            phrase_text(&p, p.used > 0 ? "; " : "");
            phrase_text(&p, doubts[i].doubt);
        }
    }
    if (p.used > 0) {
        write_detail(o, s, "inexact", &p);
    }
}

/* What a number that is no grade counts as in the median of the headline. */
static void write_stand_in(out *o, const score *s, uint32_t formula, double value) {
    double grade = 0;
    phrase p = score_phrase(s);
    if (grade_of_bands(s->metrics, formula, value, &grade)) {
        phrase_text(&p, "it stands for grade ");
        phrase_fixed(&p, grade, 1);
        write_detail(o, s, "in median", &p);
    }
}

static void write_formula(out *o, const score *s, uint32_t formula) {
    const lede_formula_info *info = formulas_at(formula);
    lede_value value = value_of(s, formula);
    flow f = flow_begin(o, s->width, "", 0);
    phrase p = score_phrase(s);
    score_put_value(&p, formula, value);
    put_flags(&p, s, info, value);
    out_text(o, "\n");
    flow_words(&f, &p);
    flow_end(&f);
    write_text(o, s, "says", meaning_of(info));
    if (value.status == LEDE_VALUE_OK) {
        write_terms(o, s, formula, value.value);
        write_stand_in(o, s, formula, value.value);
    }
    write_counts(o, s, info);
    write_doubts(o, s, info);
    write_text(o, s, "source", info->source);
    write_text(o, s, "note", info->note);
}

void score_text_explain(out *o, const score *s) {
    for (size_t i = 0; i < s->formula_count; i++) {
        write_formula(o, s, s->formulas[i]);
    }
}
