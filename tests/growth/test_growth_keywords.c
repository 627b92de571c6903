/* SPDX-License-Identifier: MIT */
/* Memory for the key terms of hostile texts, with that of the document. */
#include "growth/growth.h"

static const hostile hostile_keys[] = {
    HOSTILE("one word", "boat "),
    HOSTILE("two short words", "ab cd "),
    HOSTILE("sentences of two words", "Boat rope. "),
    HOSTILE("connectors", "boat of "),
    HOSTILE("names", "the Ab Cd, "),
    HOSTILE("names without end", "Ab "),
    HOSTILE("long names", "a University of Tarn of Ab Cd Ef Gh Ij, "),
    HOSTILE("possessives", "Iran's "),
    HOSTILE("headings", "The old harbour\n\n"),
    HOSTILE("two characters", "\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82"),
    HOSTILE("characters in a row", "\xE6\xBC\xA2\xE5\xAD\x97"),
};

static size_t keywords_peak(const text_buffer *t, unsigned how) {
    meter m;
    meter_init(&m);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_keywords_options find = LEDE_KEYWORDS_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_keywords *k = NULL;
    read.language = "en";
    find.count = how;
    read.allocator = find.allocator = &m.allocator;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    assert_int_equal(lede_keywords_create(d, &find, &k, NULL), LEDE_OK);
    lede_keywords_free(k);
    lede_document_free(d);
    assert_int_equal(m.live, 0);
    return m.peak;
}

static const memory_rule few = {keywords_peak, 10, MOST_BYTES};
static const memory_rule all = {keywords_peak, UINT32_MAX, MOST_BYTES};

static void families_of_keys(void **state) {
    assert_true(are_cheap(&few, hostile_keys, HOSTILE_COUNT(hostile_keys)));
    assert_true(are_cheap(&all, hostile_keys, HOSTILE_COUNT(hostile_keys)));
}

static void hostile_families(void **state) {
    assert_true(all_are_cheap(&all));
}

/* Each row of words once in some order, so that most rows are different ones. */
static text_buffer shuffled(size_t n, size_t vocabulary) {
    uint64_t seed = 7;
    text_buffer t = {0};
    while (t.n < n) {
        char word[16];
        size_t w = text_below(&seed, vocabulary);
        int length = snprintf(word, sizeof word, "b%c%c ", (int)('a' + w / 26 % 26),
                              (int)('a' + w % 26));
        text_add(&t, word, (size_t)length);
    }
    text_fit(&t);
    return t;
}

static void different_rows(void **state) {
    assert_true(is_cheap(&all, "few words", shuffled(SMALL, 9), shuffled(LARGE, 9)));
    assert_true(is_cheap(&all, "words", shuffled(SMALL, 60), shuffled(LARGE, 60)));
    assert_true(is_cheap(&all, "many words", shuffled(SMALL, 676), shuffled(LARGE, 676)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(families_of_keys),
        cmocka_unit_test(hostile_families),
        cmocka_unit_test(different_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
