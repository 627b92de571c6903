/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/rhythm.h"

#define SENTENCES_MAX 512u

/* A text of sentences of so many words; a 0 begins a new paragraph. */
typedef struct made {
    lede_document document;
    lede_metrics metrics;
    uint8_t counted[SENTENCES_MAX];
} made;

static void make(made *m, const uint32_t *words, size_t n) {
    uint32_t block = 0;
    memset(m, 0, sizeof *m);
    for (size_t i = 0; i < n; i++) {
        lede_sentence sentence = {.block = block, .words = words[i]};
        if (words[i] == 0) {
            block++;
            continue;
        }
        m->counted[m->document.sentences.count] = 1;
        SAMPLE_PUSH(&m->document.sentences, sentence);
    }
    m->metrics.d = &m->document;
    m->metrics.counted = m->counted;
    m->metrics.sentences = m->document.sentences.count;
    m->metrics.counts.sentences = m->metrics.sentences;
}

static void done(made *m) {
    VEC_FREE(&m->document.sentences, &memory_default);
}

/* Bars as digits, gaps as spaces. */
static void expect_bars(const made *m, const rhythm *r, const char *wanted) {
    char text[SENTENCES_MAX * 2];
    size_t n = 0;
    bool gap = false;
    rhythm_reader reader = rhythm_begin(&m->metrics, r);
    for (unsigned height = rhythm_next(&reader, &gap); height > 0;
         height = rhythm_next(&reader, &gap)) {
        if (gap) {
            text[n++] = ' ';
        }
        text[n++] = (char)('0' + height);
    }
    text[n] = '\0';
    assert_string_equal(text, wanted);
}

/* A step is five words, in every text. */
static void bars_are_of_one_scale(void **state) {
    static const uint32_t words[] = {38, 12, 19, 1, 0, 20, 36, 35, 6, 5, 900};
    made m;
    (void)state;
    make(&m, words, 11);
    rhythm r = rhythm_measure(&m.metrics, 62);
    assert_int_equal(r.bars, 10);
    assert_int_equal(r.per_bar, 1);
    assert_true(r.gaps);
    expect_bars(&m, &r, "8341 487218");
    done(&m);
}

/* What does not count has no bar. */
static void fragments_have_none(void **state) {
    static const uint32_t words[] = {4, 8, 2};
    made m;
    (void)state;
    make(&m, words, 3);
    m.counted[1] = 0;
    m.metrics.counts.sentences = 2;
    rhythm r = rhythm_measure(&m.metrics, 62);
    assert_false(r.gaps);
    expect_bars(&m, &r, "11");
    done(&m);
}

/* Two lines hold the bars, but not the gaps. */
static void gaps_go_first(void **state) {
    uint32_t words[80];
    made m;
    (void)state;
    for (size_t i = 0; i < 80; i++) {
        words[i] = i % 2 == 0 ? 5 : 0;
    }
    make(&m, words, 80);
    rhythm r = rhythm_measure(&m.metrics, 39);
    assert_false(r.gaps);
    assert_int_equal(r.bars, 40);
    assert_int_equal(r.per_bar, 1);
    r = rhythm_measure(&m.metrics, 40);
    assert_true(r.gaps);
    done(&m);
}

/* Never more than two lines: several sentences share a bar, by their mean. */
static void long_texts_share_bars(void **state) {
    uint32_t words[SENTENCES_MAX];
    made m;
    (void)state;
    for (size_t i = 0; i < SENTENCES_MAX; i++) {
        words[i] = i < SENTENCES_MAX / 2 ? 8 : 4;
    }
    for (size_t columns = 1; columns < 70; columns++) {
        make(&m, words, SENTENCES_MAX);
        rhythm r = rhythm_measure(&m.metrics, columns);
        assert_true(r.bars <= 2 * columns);
        assert_true(r.bars * r.per_bar >= SENTENCES_MAX);
        done(&m);
    }
    make(&m, words, 11); /* 11 of 8 words in 2 x 2 columns: 3 bars of 3, 1 of 2 */
    rhythm r = rhythm_measure(&m.metrics, 2);
    assert_int_equal(r.per_bar, 3);
    expect_bars(&m, &r, "2222");
    done(&m);
}

static void nothing_has_no_bars(void **state) {
    made m;
    (void)state;
    make(&m, NULL, 0);
    rhythm r = rhythm_measure(&m.metrics, 62);
    assert_int_equal(r.bars, 0);
    expect_bars(&m, &r, "");
    done(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_are_of_one_scale), cmocka_unit_test(fragments_have_none),
        cmocka_unit_test(gaps_go_first),         cmocka_unit_test(long_texts_share_bars),
        cmocka_unit_test(nothing_has_no_bars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
