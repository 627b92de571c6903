/* SPDX-License-Identifier: MIT */
/* The form in which a key term is shown. */
#include "summary/key_forms.h"

#include "support/open.h"
#include "support/texts.h"

/* Of all phrases of so many words, the first one alone is listed. */
static void expect_form(const char *text, uint32_t words, const char *wanted) {
    lede_document *d = open_text(text);
    key_stream s = {0};
    key_phrases p = {.allocator = &memory_default};
    lede_span span = {0, 0};
    assert_true(key_stream_read(&s, d, &memory_default));
    assert_true(key_phrases_find(&p, &s));
    assert_true(p.levels[words - 1].list.count > 0);
    p.levels[words - 1].list.items[0].rank = 0;
    assert_true(key_forms_choose(&p, &span, 1));
    assert_int_equal(span.end - span.begin, strlen(wanted));
    assert_memory_equal(d->page.text + span.begin, wanted, strlen(wanted));
    key_phrases_free(&p);
    key_stream_free(&s, &memory_default);
    lede_document_free(d);
}

static void test_most_frequent(void **state) {
    expect_form("The ferry left. The ferries left, then other ferries.", 1, "ferries");
    expect_form("The old ferry left. The old ferries left, then old ferries.", 2,
                "old ferries");
}

static void test_ties(void **state) {
    expect_form("The ferry left. The ferries left.", 1, "ferry");
    expect_form("The ferries left. The ferry left.", 1, "ferries");
}

/* What opens a sentence is shown only if nothing else is left. */
static void test_opening(void **state) {
    expect_form("Ferries left. Ferries sank. He saw ferries.", 1, "ferries");
    expect_form("Ferries left. Ferries sank.", 1, "Ferries");
}

static void test_possessive(void **state) {
    expect_form("He sold the ferry's lamp. He sank the ferry's boat.", 1, "ferry");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_most_frequent),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_opening),
        cmocka_unit_test(test_possessive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
