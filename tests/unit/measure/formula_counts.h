/* SPDX-License-Identifier: MIT */
/* Formulas by their ids, and the counts of the vectors. */
#ifndef LEDE_TESTS_FORMULA_COUNTS_H
#define LEDE_TESTS_FORMULA_COUNTS_H

#include "measure/formulas.h"

#include <float.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include <cmocka.h>

#define ALL_KINDS                                                                        \
    (LEDE_COUNTED_SYLLABLES | LEDE_COUNTED_PREPOSITIONS | LEDE_COUNTED_PRONOUNS |        \
     LEDE_COUNTED_CONJUNCTIONS | LEDE_COUNTED_PLAIN)
#define ALL_LISTS ((1u << LEDE_LIST_COUNT) - 1)

static inline size_t formula(const char *id) {
    size_t i = formulas_find(id, strlen(id));
    if (i == SIZE_MAX) {
        fail_msg("there is no formula %s", id);
    }
    return i;
}

static inline double distance(double a, double b) {
    return a > b ? a - b : b - a;
}

static inline void expect_near(const char *id, double value, double expected,
                               double allowed) {
    if (!(distance(value, expected) <= allowed)) {
        fail_msg("%s: %.17g, not %.17g", id, value, expected);
    }
}

static inline double value_of(const char *id, const lede_counts *c, uint32_t flags) {
    lede_value v = formulas_compute(formula(id), c, flags);
    if (v.status != LEDE_VALUE_OK) {
        fail_msg("%s: status %d", id, v.status);
    }
    return v.value;
}

enum { A, B, C, SETS };

static const struct {
    const char *name;
    uint64_t of[SETS];
} given[] = {
#define VECTOR(id, a, b, c)
#define COUNTS(name, a, b, c) {#name, {a, b, c}},
#include "formula_vectors.inc"
#undef VECTOR
#undef COUNTS
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static inline uint64_t in_set(int set, const char *name) {
    for (size_t i = 0; i < COUNT_OF(given); i++) {
        if (strcmp(given[i].name, name) == 0) {
            return given[i].of[set];
        }
    }
    fail_msg("the vectors have no %s", name);
    return 0;
}

/* The vectors take the letters and digits as the visible characters, sentences as
 * Wheeler's units, and one count for the words off Spache's and Dale's short list. */
static inline lede_counts counts_of(int set) {
    uint64_t off_short = in_set(set, "spache_unfam_types");
    lede_counts c = {
        .sentences = in_set(set, "S"),
        .words = in_set(set, "W"),
        .syllables = in_set(set, "Sy"),
        .letters = in_set(set, "L"),
        .characters = in_set(set, "C"),
        .visible = in_set(set, "C"),
        .of_syllables = {0, in_set(set, "mono"),
                         in_set(set, "poly2") - in_set(set, "poly3"), in_set(set, "s3"),
                         in_set(set, "s4"), in_set(set, "s5"), in_set(set, "s6")},
        .long_words = in_set(set, "w7"),
        .short_words = in_set(set, "mini3"),
        .hard_words = in_set(set, "fog_complex"),
        .prepositions = in_set(set, "prep"),
        .pronouns = in_set(set, "pron"),
        .conjunctions = in_set(set, "conj"),
        .types = in_set(set, "types"),
        .lists = ALL_LISTS,
        .word_kinds = ALL_KINDS,
    };
    c.off_list[LEDE_LIST_DALE_3000] = in_set(set, "dc_unfam");
    c.off_list_types[LEDE_LIST_SPACHE_1974] = off_short;
    c.off_list_types[LEDE_LIST_DALE_769] = off_short;
    return c;
}

#endif
