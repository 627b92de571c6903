/* SPDX-License-Identifier: MIT */
/* Memory for all that hostile texts say again, with that of the document. */
#include "growth/growth.h"

#define MOST_BYTES_ARTICLE 24 /* of words as long as those of any language */

static const hostile hostile_repeats[] = {
    HOSTILE("one letter", "a "),
    HOSTILE("one word", "boat "),
    HOSTILE("two words", "boat rope "),
    HOSTILE("sentences of two words", "Boat rope. "),
    HOSTILE("formulas", "with or without help "),
    HOSTILE("possessives", "Iran's "),
    HOSTILE("possessives of several", "the boats' captain's "),
    HOSTILE("quotations without end", "\"boat "),
    HOSTILE("single quotations", "'boat "),
    HOSTILE("one heading", "The Old Harbour\n\n"),
    HOSTILE("headings of a phrase", "The old harbour.\n\nOld Harbour\n\n"),
    HOSTILE("doubled words", "the the "),
    HOSTILE("two characters", "\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82"),
};

/* The most memory that was taken at once. */
static size_t repeats_peak(const text_buffer *t, unsigned how) {
    (void)how;
    meter m;
    meter_init(&m);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_repeats_options find = LEDE_REPEATS_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_repeats *r = NULL;
    read.language = "en";
    read.no_stems = 1;
    read.allocator = find.allocator = &m.allocator;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    assert_int_equal(lede_repeats_create(d, &find, &r, NULL), LEDE_OK);
    lede_repeats_free(r);
    lede_document_free(d);
    assert_int_equal(m.live, 0);
    return m.peak;
}

static const memory_rule rule = {repeats_peak, 0, MOST_BYTES};

static void families_of_repeats(void **state) {
    assert_true(are_cheap(&rule, hostile_repeats, HOSTILE_COUNT(hostile_repeats)));
}

static void hostile_families(void **state) {
    assert_true(all_are_cheap(&rule));
}

/* As repetitive as two words can be without a part that stands three times in a row. */
static text_buffer fibonacci_words(size_t n) {
    text_buffer t = {0};
    size_t before = 0;
    text_put(&t, "harbour ");
    before = t.n;
    text_put(&t, "boat ");
    while (t.n < n) {
        size_t now = t.n;
        char *copy = malloc(before);
        assert_non_null(copy);
        memcpy(copy, t.bytes, before);
        text_add(&t, copy, before);
        free(copy);
        before = now;
    }
    text_put(&t, "ends.\n");
    text_fit(&t);
    return t;
}

/* Any of a few words, so that what is repeated is as long as it can be by chance. */
static text_buffer words_by_chance(size_t n, size_t count) {
    static const char *const words[] = {"boat ", "rope ",  "sail ",
                                        "keel ", "tide. ", "the "};
    text_buffer t = {0};
    uint64_t seed = 5;
    while (t.n < n) {
        text_put(&t, words[text_below(&seed, count)]);
    }
    text_put(&t, "ends.\n");
    text_fit(&t);
    return t;
}

static text_buffer pasted_words(size_t n) {
    text_buffer t = hostile_words(n / 2), twice = {0};
    text_add(&twice, t.bytes, t.n);
    text_put(&twice, "\n\n");
    text_add(&twice, t.bytes, t.n);
    text_free(&t);
    text_fit(&twice);
    return twice;
}

static void made_families(void **state) {
    const size_t small = SMALL / 4, large = LARGE / 4;
    bool cheap = is_cheap(&rule, "Fibonacci's words", fibonacci_words(small),
                          fibonacci_words(large));
    cheap &= is_cheap(&rule, "two by chance", words_by_chance(small, 2),
                      words_by_chance(large, 2));
    cheap &= is_cheap(&rule, "six by chance", words_by_chance(small, 6),
                      words_by_chance(large, 6));
    cheap &= is_cheap(&rule, "pasted twice", pasted_words(small), pasted_words(large));
    assert_true(cheap);
}

static void articles(void **state) {
    text_buffer all = {0};
    for (size_t i = 0; i < 8 * TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i % TEXT_ARTICLES);
        text_add(&all, t.bytes, t.n);
        text_put(&all, "\n\n");
        text_free(&t);
    }
    size_t peak = repeats_peak(&all, 0);
    print_message("articles, eight times: %.1f bytes a byte\n",
                  (double)peak / (double)all.n);
    assert_true(peak <= MOST_BYTES_ARTICLE * all.n);
    text_free(&all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(families_of_repeats),
        cmocka_unit_test(hostile_families),
        cmocka_unit_test(made_families),
        cmocka_unit_test(articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
