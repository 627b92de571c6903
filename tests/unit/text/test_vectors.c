/* SPDX-License-Identifier: MIT */
/* Against dense vectors built from the word array and the C library's ln. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/vectors.h"
#include "unit/text/text_support.h"

#include <math.h>

#define NEAR 1e-12

/* Double comparisons that also fail for NaN. */
static void near(double found, double wanted) {
    if (!(fabs(found - wanted) <= NEAR)) {
        fail_msg("%.17g, expected %.17g", found, wanted);
    }
}

typedef struct table {
    opened o;
    vectors v;
    uint32_t *sentences;
    double *dense; /* rows x stems: counts, then unit rows */
} table;

/* ---- The reference --------------------------------------------------------------------
 */

static void count_term(const lede_document *d, const lede_term *t, double *row) {
    row[t->stem] += 1.0;
    for (uint16_t i = 0; i < t->part_count; i++) {
        const lede_term *part = &d->terms.items[d->parts.items[t->first_part + i]];
        bool stop = (part->flags & LEDE_TERM_STOP) != 0;
        row[part->stem] += stop || part->letters < 2 ? 0.0 : 1.0;
    }
}

static uint32_t count_row(const lede_document *d, const lede_sentence *s, double *row) {
    uint32_t content = 0;
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        const lede_word *w = &d->words.items[i];
        bool lexical = w->kind == LEDE_WORD_WORD || w->kind == LEDE_WORD_HANDLE ||
                       w->kind == LEDE_WORD_TAG;
        if (lexical && (d->terms.items[w->term].flags & LEDE_TERM_STOP) == 0) {
            count_term(d, &d->terms.items[w->term], row);
            content++;
        }
    }
    return content;
}

static double isf_of(const table *t, uint32_t stem, uint32_t *rows_with) {
    *rows_with = 0;
    for (uint32_t r = 0; r < t->v.rows; r++) {
        *rows_with += t->dense[(size_t)r * t->v.stems + stem] > 0;
    }
    return log((t->v.rows + 1.0) / (*rows_with + 0.5));
}

static void weigh(table *t) {
    for (uint32_t stem = 0; stem < t->v.stems; stem++) {
        uint32_t rows_with = 0;
        double isf = isf_of(t, stem, &rows_with), total = 0;
        for (uint32_t r = 0; r < t->v.rows; r++) {
            double *cell = &t->dense[(size_t)r * t->v.stems + stem];
            total += *cell;
            *cell *= isf;
        }
        near(t->v.isf[stem], isf);
        assert_int_equal(t->v.rows_with[stem], rows_with);
        assert_int_equal(t->v.total[stem], (uint32_t)total);
    }
    for (uint32_t r = 0; r < t->v.rows; r++) {
        double square = 0, *row = t->dense + (size_t)r * t->v.stems;
        for (uint32_t stem = 0; stem < t->v.stems; stem++) {
            square += row[stem] * row[stem];
        }
        for (uint32_t stem = 0; square > 0 && stem < t->v.stems; stem++) {
            row[stem] /= sqrt(square);
        }
    }
}

/* ---- Building
 * ------------------------------------------------------------------------------ */

/* Every step-th sentence is a row. */
static void open_table(table *t, const char *text, uint32_t step) {
    memset(t, 0, sizeof *t);
    opened_text(&t->o, text, NULL);
    const lede_document *d = &t->o.d;
    t->sentences = calloc(d->sentences.count + 1, sizeof *t->sentences);
    uint32_t rows = 0;
    for (uint32_t i = 0; i < d->sentences.count; i += step) {
        t->sentences[rows++] = i;
    }
    t->v.allocator = &memory_default;
    assert_true(vectors_build(&t->v, d, t->sentences, rows));
    assert_int_equal(t->v.rows, rows);
    assert_int_equal(t->v.stems, d->stems.count);
    t->dense = calloc((size_t)rows * t->v.stems + 1, sizeof *t->dense);
    for (uint32_t r = 0; r < rows; r++) {
        const lede_sentence *s = &d->sentences.items[t->sentences[r]];
        uint32_t content = count_row(d, s, t->dense + (size_t)r * t->v.stems);
        assert_int_equal(t->v.content[r], content);
    }
    weigh(t);
}

static void close_table(table *t) {
    vectors_free(&t->v);
    opened_close(&t->o);
    free(t->sentences);
    free(t->dense);
}

/* ---- Checks
 * ----------------------------------------------------------------------------------- */

static void check_row(const table *t, uint32_t r) {
    const double *row = t->dense + (size_t)r * t->v.stems;
    uint32_t entries = 0;
    double square = 0;
    for (uint32_t i = t->v.begin[r]; i < t->v.begin[r + 1]; i++) {
        near(t->v.weight.items[i], row[t->v.stem.items[i]]);
        square += t->v.weight.items[i] * t->v.weight.items[i];
    }
    for (uint32_t stem = 0; stem < t->v.stems; stem++) {
        entries += row[stem] != 0;
    }
    assert_int_equal(t->v.begin[r + 1] - t->v.begin[r], entries);
    near(square, entries > 0 ? 1.0 : 0.0);
}

static void check_dots(const table *t, uint32_t r) {
    double *sum = calloc((size_t)t->v.stems + 1, sizeof *sum);
    assert_non_null(sum);
    vectors_add(&t->v, r, 1.0, sum);
    for (uint32_t other = 0; other < t->v.rows; other++) {
        double dot = 0;
        for (uint32_t stem = 0; stem < t->v.stems; stem++) {
            dot += t->dense[(size_t)r * t->v.stems + stem] *
                   t->dense[(size_t)other * t->v.stems + stem];
        }
        near(vectors_dot(&t->v, other, sum), dot);
    }
    free(sum);
}

static void check_table(const char *text, uint32_t step) {
    table t;
    open_table(&t, text, step);
    assert_int_equal(t.v.begin[0], 0);
    assert_int_equal(t.v.begin[t.v.rows], t.v.stem.count);
    for (uint32_t r = 0; r < t.v.rows; r++) {
        check_row(&t, r);
        check_dots(&t, r);
    }
    close_table(&t);
}

static void by_reference(void **state) {
    check_table("The harbour was quiet. Boats left the harbour; boats came. The U.S.-led "
                "mission's e-mail was an email. It was. @harbour #boats 5 "
                "https://example.org. A state-of-the-art boat left. He did 21-year-old "
                "things.",
                1);
    check_table("", 1);
    check_table("It was.", 1);
    check_table("Boats.", 1);
}

static void random_sentences(void **state) {
    static const char *const words[] = {"boat",  "boats",  "harbour",  "the",   "quay",
                                        "U.S.",  "e-mail", "of",       "email", "5",
                                        "storm", "led",    "U.S.-led", "sea"};
    static char text[6000];
    uint64_t random = 41;
    for (uint32_t step = 1; step <= 3; step++) {
        size_t used = 0;
        for (int i = 0; i < 60; i++) {
            for (int w = 0; w < 9; w++) {
                const char *word = words[next_random(&random) % COUNT(words)];
                used = add_text(text, used, word, strlen(word));
                used = add_text(text, used, " ", 1);
            }
            used = add_text(text, used, "end. Then ", 10);
        }
        text[used] = '\0';
        check_table(text, step);
    }
}

/* In the order of their first occurrence; worked by hand. */
static void by_hand(void **state) {
    table t;
    open_table(&t, "Boats and quays and boats. Quays.", 1);
    uint32_t boat = term_of(&t.o.d, "boats")->stem, quay = term_of(&t.o.d, "quays")->stem;
    assert_int_equal(t.v.stem.count, 3);
    assert_int_equal(t.v.stem.items[0], boat);
    assert_int_equal(t.v.stem.items[1], quay);
    assert_int_equal(t.v.stem.items[2], quay);
    near(t.v.isf[boat], log(3.0 / 1.5));
    near(t.v.isf[quay], log(3.0 / 2.5));
    double b = 2 * log(2.0), q = log(1.2), length = sqrt(b * b + q * q);
    near(t.v.weight.items[0], b / length);
    near(t.v.weight.items[1], q / length);
    near(t.v.weight.items[2], 1.0);
    assert_int_equal(t.v.content[0], 3);
    close_table(&t);
}

static void factors(void **state) {
    table t;
    open_table(&t, "Boats and quays.", 1);
    double sum[8] = {0};
    assert_true(t.v.stems <= COUNT(sum));
    vectors_add(&t.v, 0, 0.25, sum);
    vectors_add(&t.v, 0, -1.0, sum);
    near(vectors_dot(&t.v, 0, sum), -0.75);
    close_table(&t);
}

/* Counts x factor, each row of length 1, or all 0 where it has nothing of any weight. */
static void check_weighed(const table *t, const vectors *x, const double *factor) {
    for (uint32_t r = 0; r < x->rows; r++) {
        double square = 0;
        for (uint32_t i = x->begin[r]; i < x->begin[r + 1]; i++) {
            uint32_t stem = x->stem.items[i];
            double count = t->v.weight.items[i] / t->v.isf[stem];
            square += count * count * factor[stem] * factor[stem];
        }
        for (uint32_t i = x->begin[r]; i < x->begin[r + 1]; i++) {
            uint32_t stem = x->stem.items[i];
            double count = t->v.weight.items[i] / t->v.isf[stem];
            double wanted = square > 0 ? count * factor[stem] / sqrt(square) : 0;
            near(x->weight.items[i], wanted);
        }
    }
}

/* Every third factor is 0 when asked for, as those of words in all texts. */
static void check_reweighed(const char *text, uint32_t zeros) {
    table t;
    vectors x;
    open_table(&t, text, 1);
    double *factor = calloc((size_t)t.v.stems + 1, sizeof *factor);
    assert_non_null(factor);
    for (uint32_t i = 0; i < t.v.stems; i++) {
        factor[i] = zeros > 0 && i % zeros == 0 ? 0.0 : 0.25 + i;
    }
    assert_true(vectors_reweigh(&t.v, factor, &x));
    assert_ptr_equal(x.isf, factor);
    assert_ptr_equal(x.stem.items, t.v.stem.items);
    assert_int_equal(x.weight.count, t.v.weight.count);
    check_weighed(&t, &x, factor);
    vectors_free_weights(&x);
    for (uint32_t r = 0; r < t.v.rows; r++) {
        check_row(&t, r); /* as they were */
    }
    free(factor);
    close_table(&t);
}

static void reweighed(void **state) {
    static const char *const texts[] = {
        "", "It was.", "Boats.", "Boats and quays and boats. Quays. The sea-wall fell.",
        "The harbour was quiet. Boats left the harbour; boats came. Boats!"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        for (uint32_t zeros = 0; zeros <= 3; zeros++) {
            check_reweighed(texts[i], zeros);
        }
    }
}

static void reweighed_without_memory(void **state) {
    table t;
    double factor[16];
    open_table(&t, "Boats and quays. Quays and the sea.", 1);
    assert_true(t.v.stems <= COUNT(factor));
    for (size_t i = 0; i < COUNT(factor); i++) {
        factor[i] = 1.0;
    }
    size_t failed = 0;
    for (bool ok = false; !ok && failed < 10; failed += !ok) {
        counting c;
        vectors x, v = t.v;
        counting_init(&c, failed + 1);
        v.allocator = &c.allocator;
        ok = vectors_reweigh(&v, factor, &x);
        vectors_free_weights(&x);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
    }
    assert_int_equal(failed, 2);
    close_table(&t);
}

static void no_memory(void **state) {
    static const char text[] = "Boats and quays. Quays and the sea.";
    static const uint32_t sentences[] = {0, 1};
    opened o;
    opened_text(&o, text, NULL);
    bool ok = false;
    size_t failed = 0;
    for (size_t fail_at = 1; !ok; fail_at++) {
        counting c;
        counting_init(&c, fail_at);
        vectors v = {.allocator = &c.allocator};
        ok = vectors_build(&v, &o.d, sentences, 2);
        failed += !ok;
        vectors_free(&v);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
        assert_true(ok == (c.calls < fail_at) && fail_at < 50);
    }
    assert_true(failed >= 7);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_reference), cmocka_unit_test(random_sentences),
        cmocka_unit_test(by_hand),      cmocka_unit_test(factors),
        cmocka_unit_test(reweighed),    cmocka_unit_test(reweighed_without_memory),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
