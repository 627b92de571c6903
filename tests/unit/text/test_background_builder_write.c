/* SPDX-License-Identifier: MIT */
/* The order of words whose first bytes are equal, and of a good many. */
#include "support/background_make.h"
#include "support/drying.h"
#include "text/background_builder.h"
#include "unit/text/background_support.h"

/* Words of one text, met last first, in their order in the file. */
static void expect_order(const char *const *keys, size_t count) {
    text_buffer s = {0};
    for (size_t i = count; i > 0; i--) {
        text_put(&s, keys[i - 1]);
        text_put(&s, i > 1 ? " " : ".");
    }
    lede_document *d = open_bytes(s.bytes, s.n);
    text_buffer t = background_of(&d, 1, NULL);
    (void)open_background(&t);
    background_list list = background_list_of(&t);
    assert_int_equal(list.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(list.items[i].n, strlen(keys[i]));
        assert_memory_equal(list.items[i].key, keys[i], list.items[i].n);
    }
    background_list_free(&list);
    text_free(&t);
    lede_document_free(d);
    text_free(&s);
}

/* Eight bytes are compared at first, then all of them. */
static void equal_beginnings(void **state) {
    static const char *const keys[] = {
        "a",         "harbou",    "harbour",   "harbours",         "harboursa",
        "harboursb", "harboursi", "harboursz", "harbourszebra",    "z",
        "za",        "z\xC3\xA4", "\xC3\xA4",  "\xC3\xA4\xC3\xA4", "\xC3\xB6"};
    expect_order(keys, COUNT(keys));
    expect_order(keys + 1, 1);
    expect_order(keys + 2, 2);
    expect_order(keys + 6, 3);
}

/* More words than a power of two, each once. */
static void many(void **state) {
    text_buffer s = {0};
    char word[16];
    for (unsigned i = 0; i < 3000; i++) {
        unsigned mixed = i * 7919 % 3000;
        (void)snprintf(word, sizeof word, "q%cr%cs%ct ", 'a' + mixed % 15,
                       'a' + mixed / 15 % 15, 'a' + mixed / 225);
        text_put(&s, word);
    }
    lede_document *d = open_bytes(s.bytes, s.n);
    text_buffer t = background_of(&d, 1, NULL);
    lede_background b = open_background(&t); /* which refuses any other order */
    assert_int_equal(b.facts.words, 3000);
    assert_int_equal(b.facts.occurrences, 3000);
    text_free(&t);
    lede_document_free(d);
    text_free(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_beginnings),
        cmocka_unit_test(many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
