/* SPDX-License-Identifier: MIT */
/* Forward over several documents, against every pair of rows. */
#include "summary/forward.h"
#include "unit/summary/together_support.h"

#include <math.h>

#define ROWS 64u

typedef struct setting {
    lede_document joined;
    vectors v;
    uint32_t sentences[ROWS];
    uint32_t document[ROWS];
    double *block;
    score_parts p;
} setting;

static void find_documents(setting *s) {
    const uint32_t *starts = s->joined.starts.items;
    for (uint32_t i = 0; i < s->v.rows; i++) {
        for (uint32_t d = 0; d < s->joined.starts.count; d++) {
            s->document[i] = starts[d] <= s->sentences[i] ? d : s->document[i];
        }
    }
}

/* Every sentence is a row. */
static void open_setting(setting *s, lede_document *const *d, size_t count) {
    *s = (setting){.joined = {.allocator = &memory_default},
                   .v = {.allocator = &memory_default}};
    assert_int_equal(
        join_documents(&s->joined, (const lede_document *const *)d, count, NULL),
        LEDE_OK);
    uint32_t rows = (uint32_t)s->joined.sentences.count;
    assert_true(rows <= ROWS);
    for (uint32_t i = 0; i < rows; i++) {
        s->sentences[i] = i;
    }
    assert_true(vectors_build(&s->v, &s->joined, s->sentences, rows));
    find_documents(s);
    s->block = calloc(2 * ((size_t)s->v.stems + 1), sizeof *s->block);
    s->p.dense = s->block;
    s->p.total = s->block + s->v.stems + 1;
}

static void close_setting(setting *s) {
    free(s->block);
    vectors_free(&s->v);
    document_free(&s->joined);
}

static double cosine(const setting *s, uint32_t a, uint32_t b) {
    double sum = 0.0;
    for (uint32_t i = s->v.begin[a]; i < s->v.begin[a + 1]; i++) {
        for (uint32_t k = s->v.begin[b]; k < s->v.begin[b + 1]; k++) {
            bool same = s->v.stem.items[i] == s->v.stem.items[k];
            sum += same ? s->v.weight.items[i] * s->v.weight.items[k] : 0.0;
        }
    }
    return sum;
}

/* How much row b counts as one behind a. */
static double behind(const setting *s, uint32_t a, uint32_t b) {
    return s->document[a] != s->document[b] ? 0.5 : b > a ? 1.0 : 0.0;
}

static void check(lede_document *const *d, size_t count) {
    setting s;
    double forward[ROWS], before[ROWS];
    open_setting(&s, d, count);
    score_task task = {&s.joined, s.sentences, &s.v, &s.v, NULL};
    forward_read(&task, &s.v, &s.p, forward, before);
    for (uint32_t a = 0; a < s.v.rows; a++) {
        double f = 0.0, b = 0.0;
        for (uint32_t k = 0; k < s.v.rows; k++) {
            double like = k != a ? cosine(&s, a, k) : 0.0;
            f += behind(&s, a, k) * like;
            b += behind(&s, k, a) * like;
        }
        assert_true(fabs(forward[a] - f) < 1e-8);
        assert_true(fabs(before[a] - b) < 1e-8);
    }
    close_setting(&s);
}

static void test_pairs(void **state) {
    trio t = open_trio(5);
    lede_document *with_empty[] = {t.d[0], open_text(""), t.d[1], t.d[0]};
    check(t.d, 1);
    check(t.d, 2);
    check(t.d, TRIO);
    check(with_empty, 4);
    lede_document_free(with_empty[1]);
    close_trio(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
