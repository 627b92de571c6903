/* SPDX-License-Identifier: MIT */
#include "unit/measure/measure_support.h"

#include "measure/lengths.h"
#include "support/hostile.h"

static lede_statistics measure(const subject *s) {
    lede_statistics statistics;
    memset(&statistics, 0xA5, sizeof statistics); /* all that it fills must be filled */
    assert_true(lengths_measure(&s->m, &statistics));
    return statistics;
}

/* Sentences of so many words each, 0 begins a paragraph; ends in LEDE_NONE. */
static void open_lengths(subject *s, const uint32_t *lengths) {
    char text[4000];
    size_t n = 0;
    for (; *lengths != LEDE_NONE; lengths++) {
        for (uint32_t i = 0; i < *lengths; i++) {
            n = add_text(text, n, i == 0 ? "The" : " boat", i == 0 ? 3 : 5);
        }
        n = add_text(text, n, *lengths == 0 ? "\n\n" : ". ", 2);
    }
    text[n] = '\0';
    subject_open(s, text, NULL);
}

#define LENGTHS(...) ((const uint32_t[]){__VA_ARGS__, LEDE_NONE})

static void test_nothing(void **state) {
    subject s;
    subject_open(&s, "", NULL);
    lede_statistics x = measure(&s);
    assert_int_equal(x.sentence_words.count, 0);
    assert_int_equal(x.paragraph_words.count, 0);
    assert_int_equal(x.paragraph_sentences.count, 0);
    assert_int_equal(x.over_20 + x.over_25 + x.over_30, 0);
    assert_int_equal(x.longest[0], LEDE_NONE);
    assert_int_equal(x.shortest, LEDE_NONE);
    assert_true(x.rhythm == 0);
    assert_int_equal(x.questions + x.exclamations + x.fragments + x.headings, 0);
    assert_int_equal(x.fragment_words, 0);
    subject_close(&s);
}

static void test_sentences(void **state) {
    subject s;
    open_lengths(&s, LENGTHS(5, 20, 21, 26, 31, 3));
    lede_statistics x = measure(&s);
    assert_int_equal(x.sentence_words.count, 6);
    assert_int_equal(x.sentence_words.sum, 106);
    assert_int_equal(x.over_20, 3);
    assert_int_equal(x.over_25, 2);
    assert_int_equal(x.over_30, 1);
    assert_int_equal(x.longest[0], 4);
    assert_int_equal(x.longest[1], 3);
    assert_int_equal(x.longest[2], 2);
    assert_int_equal(x.shortest, 5);
    assert_true(x.sentence_words.quartiles[1] == 20.5);
    subject_close(&s);
}

static void test_ties_go_to_the_earlier(void **state) {
    subject s;
    open_lengths(&s, LENGTHS(4, 6, 4, 6, 6, 6, 4));
    lede_statistics x = measure(&s);
    assert_int_equal(x.longest[0], 1);
    assert_int_equal(x.longest[1], 3);
    assert_int_equal(x.longest[2], 4);
    assert_int_equal(x.shortest, 0);
    subject_close(&s);
}

static void test_fewer_than_three(void **state) {
    subject s;
    open_lengths(&s, LENGTHS(4, 7));
    lede_statistics x = measure(&s);
    assert_int_equal(x.longest[0], 1);
    assert_int_equal(x.longest[1], 0);
    assert_int_equal(x.longest[2], LEDE_NONE);
    subject_close(&s);
}

/* |12 - 4|, |4 - 10|, |10 - 10|: over the border of the paragraph too. */
static void test_rhythm(void **state) {
    subject s;
    open_lengths(&s, LENGTHS(12, 4, 0, 10, 10));
    expect_near(measure(&s).rhythm, 14.0 / 3.0, 1e-15);
    subject_close(&s);
    open_lengths(&s, LENGTHS(12));
    assert_true(measure(&s).rhythm == 0);
    subject_close(&s);
}

static void test_paragraphs(void **state) {
    subject s;
    open_lengths(&s, LENGTHS(5, 7, 0, 9, 0, 6, 6, 6));
    lede_statistics x = measure(&s);
    assert_int_equal(x.paragraph_words.count, 3);
    assert_int_equal(x.paragraph_words.least, 9);
    assert_int_equal(x.paragraph_words.most, 18);
    assert_int_equal(x.paragraph_words.sum, 39);
    assert_int_equal(x.paragraph_sentences.count, 3);
    assert_int_equal(x.paragraph_sentences.least, 1);
    assert_int_equal(x.paragraph_sentences.most, 3);
    subject_close(&s);
}

/* What does not count is in no length, but neighbours stay neighbours. */
static void test_uncounted(void **state) {
    subject s;
    open_lengths(&s, LENGTHS(5, 30, 9, 0, 8, 0, 4));
    s.counted[1] = s.counted[3] = 0;
    lede_statistics x = measure(&s);
    assert_int_equal(x.sentence_words.count, 3);
    assert_int_equal(x.sentence_words.sum, 18);
    assert_int_equal(x.paragraph_words.count, 2);
    assert_int_equal(x.paragraph_words.most, 14);
    assert_int_equal(x.paragraph_sentences.most, 2);
    expect_near(x.rhythm, (4.0 + 5.0) / 2.0, 1e-15);
    assert_int_equal(x.fragments, 2);
    assert_int_equal(x.headings, 0);
    assert_int_equal(x.fragment_words, 38);
    assert_int_equal(x.longest[0], 2);
    subject_close(&s);
}

static void test_fragments(void **state) {
    subject s;
    subject_open(&s,
                 "The Old Harbour\n\nThe boat came in today. It was late again.\n\n"
                 "ADVERTISEMENT\n\n***\n\nNobody knew why it was late.\n",
                 NULL);
    lede_statistics x = measure(&s);
    assert_int_equal(x.sentence_words.count, 3);
    assert_int_equal(x.headings, 1);
    assert_int_equal(x.fragments, 1);
    assert_int_equal(x.fragment_words, 3);
    subject_close(&s);
}

/* They stand before the text, and are not of it. */
static void test_title_and_description(void **state) {
    static const char text[] = "---\ntitle: The old harbour\ndescription: Boats.\n---\n"
                               "# The quay\n\nThe boat came in today.\n";
    subject s;
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    options.markup = LEDE_MARKUP_MARKDOWN;
    opened_bytes(&s.o, text, sizeof text - 1, &options);
    subject_prepare(&s);
    lede_statistics x = measure(&s);
    assert_int_equal(x.sentence_words.count, 1);
    assert_int_equal(x.headings, 1);
    assert_int_equal(x.fragments, 1);
    assert_int_equal(x.fragment_words, 2);
    subject_close(&s);
}

static void test_endings(void **state) {
    subject s;
    subject_open(&s, "Who came in? The boat did! \"Did it?\" It did. Really?!", NULL);
    lede_statistics x = measure(&s);
    assert_int_equal(x.questions, 3);
    assert_int_equal(x.exclamations, 1);
    s.counted[0] = 0;
    assert_int_equal(measure(&s).questions, 2);
    subject_close(&s);
}

static void test_no_memory(void **state) {
    subject s;
    counting c;
    lede_statistics x;
    open_lengths(&s, LENGTHS(5, 7, 0, 9));
    counting_init(&c, 1);
    s.m.allocator = &c.allocator;
    assert_false(lengths_measure(&s.m, &x));
    assert_int_equal(c.live_blocks, 0);
    subject_close(&s);
}

static void expect_consistent(const hostile *family) {
    subject s;
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    text_buffer t = hostile_text(family, 6000);
    options.language = "en";
    opened_bytes(&s.o, t.bytes, t.n, &options);
    subject_prepare(&s);
    lede_statistics x = measure(&s);
    assert_int_equal(x.sentence_words.sum, x.paragraph_words.sum);
    assert_int_equal(x.sentence_words.count, x.paragraph_sentences.sum);
    assert_int_equal(x.sentence_words.sum + x.fragment_words, s.o.d.facts.words);
    assert_true(x.questions + x.exclamations <= x.sentence_words.count);
    assert_true(x.headings <= x.fragments);
    assert_true(isfinite(x.rhythm) && isfinite(x.sentence_words.deviation));
    subject_close(&s);
    free(t.bytes);
}

static void test_hostile(void **state) {
    for (size_t i = 0; i < HOSTILE_COUNT(hostile_marks); i++) {
        expect_consistent(&hostile_marks[i]);
    }
    for (size_t i = 0; i < HOSTILE_COUNT(hostile_lines); i++) {
        expect_consistent(&hostile_lines[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_ties_go_to_the_earlier),
        cmocka_unit_test(test_fewer_than_three),
        cmocka_unit_test(test_rhythm),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_uncounted),
        cmocka_unit_test(test_fragments),
        cmocka_unit_test(test_title_and_description),
        cmocka_unit_test(test_endings),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
