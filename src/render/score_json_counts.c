/* SPDX-License-Identifier: MIT */
#include "render/score_json.h"

#include "measure/formulas.h"
#include "render/counts.h"
#include "render/names.h"

/* ---- Counts ---------------------------------------------------------------- */

static void write_array(json_writer *j, const char *key, const uint64_t *values,
                        size_t n) {
    jw_key(j, key);
    jw_array_begin(j);
    for (size_t i = 0; i < n; i++) {
        jw_u64(j, values[i]);
    }
    jw_array_end(j);
}

/* An object of the lists that were at hand. */
static void write_lists(json_writer *j, const char *key, const lede_counts *counts,
                        const uint64_t *values) {
    jw_key(j, key);
    jw_object_begin(j);
    for (int i = 0; i < LEDE_LIST_COUNT; i++) {
        if ((counts->lists & 1u << i) != 0) {
            jw_member_u64(j, names_list(i), values[i]);
        }
    }
    jw_object_end(j);
}

static void write_runs(json_writer *j, const char *key, const uint64_t *values) {
    static const char *const names[LEDE_RUN_COUNT] = {"latin", "hiragana", "kanji",
                                                      "katakana"};
    jw_key(j, key);
    jw_object_begin(j);
    for (int i = 0; i < LEDE_RUN_COUNT; i++) {
        jw_member_u64(j, names[i], values[i]);
    }
    jw_object_end(j);
}

/* null: the language has no data for it. */
static void write_member(json_writer *j, const lede_counts *counts, size_t member) {
    jw_key(j, counts_name(member));
    if ((counts_kind(member) & ~counts->word_kinds) != 0) {
        jw_text(j, NULL);
    } else {
        jw_u64(j, counts_value(member, counts));
    }
}

void score_json_counts(json_writer *j, const lede_counts *counts) {
    jw_key(j, "counts");
    jw_object_begin(j);
    for (size_t i = 0; counts_name(i) != NULL; i++) {
        write_member(j, counts, i);
    }
    write_array(j, "of_syllables", counts->of_syllables, LEDE_SYLLABLES_MAX + 1);
    write_lists(j, "off_list", counts, counts->off_list);
    write_lists(j, "off_list_types", counts, counts->off_list_types);
    write_runs(j, "runs", counts->runs);
    write_runs(j, "run_length", counts->run_length);
    jw_object_end(j);
}

/* ---- Readability ------------------------------------------------------------ */

static void write_flags(json_writer *j, unsigned flags) {
    static const struct {
        unsigned flag;
        const char *name;
    } names[] = {{LEDE_VALUE_BELOW_MINIMUM, "below-minimum"},
                 {LEDE_VALUE_LONG_UNITS, "long-units"},
                 {LEDE_VALUE_UNVERIFIED, "unverified"}};
    jw_key(j, "flags");
    jw_array_begin(j);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if ((flags & names[i].flag) != 0) {
            jw_text(j, names[i].name);
        }
    }
    jw_array_end(j);
}

static void write_terms(json_writer *j, const score *s, uint32_t formula,
                        const lede_counts *counts) {
    lede_formula_term terms[LEDE_FORMULA_TERMS];
    size_t n = formulas_terms(formula, counts, s->metrics->formula_flags, terms);
    jw_key(j, "terms");
    jw_array_begin(j);
    for (size_t i = 0; i < n; i++) {
        jw_object_begin(j);
        jw_key(j, "factor");
        jw_double(j, terms[i].factor);
        jw_member_text(j, "quantity", terms[i].quantity);
        jw_key(j, "amount");
        jw_double(j, terms[i].amount);
        jw_object_end(j);
    }
    jw_array_end(j);
}

static void write_formula(json_writer *j, const score *s, uint32_t formula,
                          const lede_counts *counts) {
    lede_value value = score_value(s, counts, formula);
    jw_object_begin(j);
    jw_member_text(j, "id", formulas_at(formula)->id);
    jw_key(j, "value");
    if (value.status == LEDE_VALUE_OK) {
        jw_double(j, value.value);
        jw_member_text(j, "band", formulas_band(formula, value.value));
        write_flags(j, value.flags);
    } else {
        jw_text(j, NULL);
        jw_member_text(j, "reason", names_value_status(value.status));
    }
    if (s->explain && value.status == LEDE_VALUE_OK) {
        write_terms(j, s, formula, counts);
    }
    jw_object_end(j);
}

/* The id, or null. */
static void write_id(json_writer *j, const char *key, uint32_t formula) {
    jw_member_text(j, key, formula != LEDE_NONE ? formulas_at(formula)->id : NULL);
}

static void write_grade(json_writer *j, const lede_grade *grade) {
    bool fine = grade->formula_count > 0 && grade->median.status == LEDE_VALUE_OK;
    jw_key(j, "grade");
    jw_object_begin(j);
    jw_key(j, "median");
    if (fine) {
        jw_double(j, grade->median.value);
        jw_key(j, "low");
        jw_double(j, grade->low);
        jw_key(j, "high");
        jw_double(j, grade->high);
        write_flags(j, grade->median.flags);
    } else {
        jw_text(j, NULL);
        jw_member_text(j, "reason",
                       names_value_status(grade->median.status != LEDE_VALUE_OK
                                              ? grade->median.status
                                              : LEDE_VALUE_LANGUAGE));
    }
    jw_key(j, "formulas");
    jw_array_begin(j);
    for (uint32_t i = 0; i < grade->formula_count; i++) {
        jw_text(j, formulas_at(grade->formulas[i])->id);
    }
    jw_array_end(j);
    write_id(j, "main", grade->main);
    write_id(j, "ease", grade->ease);
    jw_object_end(j);
}

/* The headline without the hardest sentences: the grade, or the main formula. */
static void write_without(json_writer *j, const score *s) {
    size_t n = score_hardest(s);
    jw_key(j, "without_hardest");
    if (n == 0) {
        jw_text(j, NULL);
        return;
    }
    jw_object_begin(j);
    jw_member_u64(j, "sentences", n);
    if (!score_has_grade(s)) {
        write_id(j, "formula", s->metrics->grade.main);
    }
    jw_key(j, score_has_grade(s) ? "grade" : "value");
    jw_double(j, s->metrics->without[n - 1].value);
    jw_object_end(j);
}

void score_json_readability(json_writer *j, const score *s, const lede_counts *counts,
                            const lede_grade *grade) {
    jw_key(j, "readability");
    jw_object_begin(j);
    write_grade(j, grade);
    if (counts == &s->metrics->counts) {
        write_without(j, s);
    }
    jw_key(j, "formulas");
    jw_array_begin(j);
    for (size_t i = 0; i < s->formula_count; i++) {
        write_formula(j, s, s->formulas[i], counts);
    }
    jw_array_end(j);
    jw_object_end(j);
}
