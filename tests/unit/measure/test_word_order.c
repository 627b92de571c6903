/* SPDX-License-Identifier: MIT */
/* Against counts of distinct words from the definitions. */
#include "unit/measure/measure_support.h"

#include "measure/word_order.h"

#define MOST 640
#define TERMS 1000

typedef struct made {
    uint32_t terms[MOST];
    size_t n;
} made;

static uint64_t types_in(const uint32_t *terms, size_t begin, size_t end) {
    bool seen[TERMS] = {false};
    uint64_t types = 0;
    for (size_t i = begin; i < end; i++) {
        types += !seen[terms[i]];
        seen[terms[i]] = true;
    }
    return types;
}

static word_factors reference_factors(const uint32_t *terms, size_t n) {
    word_factors f = {0};
    size_t begin = 0;
    for (size_t i = 0; i < n; i++) {
        double ratio = (double)types_in(terms, begin, i + 1) / (double)(i + 1 - begin);
        if (ratio < 0.72) {
            f.whole++;
            begin = i + 1;
        }
    }
    f.rest_words = n - begin;
    f.rest_types = types_in(terms, begin, n);
    return f;
}

static void expect_factors(word_factors found, word_factors wanted) {
    assert_int_equal(found.whole, wanted.whole);
    assert_int_equal(found.rest_words, wanted.rest_words);
    assert_int_equal(found.rest_types, wanted.rest_types);
}

static word_order order_of(const made *m, word_use *uses) {
    diversity_words words = {m->terms, m->n, TERMS};
    memset(uses, 0, TERMS * sizeof *uses);
    return word_order_of(&words, uses);
}

static void expect_reference(const made *m) {
    word_use uses[TERMS];
    uint32_t reversed[MOST];
    uint64_t segments = 0, windows = 0;
    word_order order = order_of(m, uses);
    for (size_t i = 0; i < m->n; i++) {
        reversed[i] = m->terms[m->n - 1 - i];
        segments += (i + 1) % 100 == 0 ? types_in(m->terms, i - 99, i + 1) : 0;
        windows += i >= 99 ? types_in(m->terms, i - 99, i + 1) : 0;
    }
    assert_int_equal(order.segment_types, segments);
    assert_int_equal(order.window_types, windows);
    expect_factors(order.forward, reference_factors(m->terms, m->n));
    expect_factors(order.backward, reference_factors(reversed, m->n));
    for (uint32_t t = 0; t < TERMS; t++) {
        uint32_t count = 0;
        for (size_t i = 0; i < m->n; i++) {
            count += m->terms[i] == t;
        }
        assert_int_equal(uses[t].count, count);
    }
}

static made make(uint64_t *random, size_t n, uint32_t types) {
    made m = {.n = n};
    for (size_t i = 0; i < n; i++) {
        m.terms[i] = (uint32_t)(next_random(random) % types);
    }
    return m;
}

static void test_random(void **state) {
    static const uint32_t types[] = {1, 2, 3, 20, 70, 150, TERMS};
    uint64_t random = 11;
    for (size_t round = 0; round < 210; round++) {
        size_t n = 1 + next_random(&random) % MOST;
        made m = make(&random, n, types[round % 7]);
        expect_reference(&m);
    }
}

/* Just below, at and above whole segments and the first windows. */
static void test_edges(void **state) {
    static const size_t sizes[] = {1, 2, 98, 99, 100, 101, 198, 199, 200, 201, 300};
    uint64_t random = 12;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (uint32_t types = 1; types < 200; types += 33) {
            made m = make(&random, sizes[i], types);
            expect_reference(&m);
        }
    }
}

/* 18 types in 25 words are exactly 0.720, and no factor ends there. */
static void test_exact_ratio(void **state) {
    word_use uses[TERMS];
    made m = {.n = 25};
    for (uint32_t i = 0; i < 25; i++) {
        m.terms[i] = i < 18 ? i : i - 18;
    }
    expect_factors(order_of(&m, uses).forward, (word_factors){0, 25, 18});
    m.terms[m.n++] = 0;
    expect_factors(order_of(&m, uses).forward, (word_factors){1, 0, 0});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_exact_ratio),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
