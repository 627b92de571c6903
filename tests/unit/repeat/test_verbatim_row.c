/* SPDX-License-Identifier: MIT */
/* Which words a text has where it is compared, and which signs. */
#include "verbatim_support.h"

typedef struct read_text {
    opened o;
    verbatim_keys keys;
    verbatim_row row;
} read_text;

static void open_row(read_text *t, const char *text, bool signs) {
    opened_text(&t->o, text, NULL);
    t->keys = (verbatim_keys){.allocator = &memory_default};
    t->row = (verbatim_row){.allocator = &memory_default, .keeps_signs = signs};
    assert_true(verbatim_row_read(&t->row, &t->o.d, &t->keys));
}

static void close_row(read_text *t) {
    verbatim_row_free(&t->row);
    verbatim_keys_free(&t->keys);
    opened_close(&t->o);
}

static void expect_with(const char *text, bool signs, const char *wanted) {
    read_text t;
    shown s = {.n = 0};
    open_row(&t, text, signs);
    s.text[0] = '\0';
    show_row(&s, &t.row, &t.keys, 0, (uint32_t)t.row.numbers.count);
    assert_string_equal(s.text, wanted);
    close_row(&t);
}

static void expect(const char *text, const char *wanted) {
    expect_with(text, false, wanted);
}

static void test_words(void **state) {
    expect("The Pump, “ran”!", "the|pump|ran");
    expect("They don’t. They don't.", "they|don't|they|don't");
    expect("A well-known well\xE2\x80\x93known well \xE2\x80\x94 known fact.",
           "a|well|known|well|known|well|known|fact");
    expect("The St. Mary's-by-Sea pier.", "the|st|mary's|by|sea|pier");
    expect("", "");
}

/* What stands at a number belongs to what is said. */
static void test_numbers(void **state) {
    expect("$1,000, 1,000 and 1000.", "$|1,000|1,000|and|1000");
    expect("10% or 10 % of €5m, 5 €.", "10|%|or|10|%|of|€|5m|5|€");
    expect("-5 °C, \xE2\x88\x92"
           "5 and (-5), not 5-10.",
           "-|5|°|c|-|5|and|-|5|not|5|10");
    expect("It rose +3 to 3/4 at 10:30.", "it|rose|+|3|to|3/4|at|10:30");
    expect("C++ is AA+ for ½ of R & D.", "c|++|is|aa|+|for|½|of|r|&|d");
}

/* Bullets and numbers of a list are none of its words. */
static void test_lists(void **state) {
    expect("- First thing here.\n- 5 boats came.", "first|thing|here|5|boats|came");
    expect("1. First thing here.\n2. Second thing here.",
           "first|thing|here|second|thing|here");
}

/* Only what is quoted has letters in brackets. */
static void test_initials(void **state) {
    expect_with("“[W]e will.”", true, "we|will");
    expect_with("“[W]e will.”", false, "w|e|will");
    expect_with("“[We] will, minister[s].”", true, "we|will|minister|s");
}

static void test_signs(void **state) {
    static const verbatim_sign_kind wanted[] = {VERBATIM_OMISSION, VERBATIM_OPENS,
                                                VERBATIM_CLOSES,   VERBATIM_OPENS,
                                                VERBATIM_OMISSION, VERBATIM_CLOSES};
    static const uint32_t tokens[] = {1, 2, 3, 3, 3, 3};
    read_text t;
    open_row(&t, "We ... buy [it] […] now.", true);
    assert_int_equal(t.row.signs.count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(t.row.signs.items[i].kind, wanted[i]);
        assert_int_equal(t.row.signs.items[i].token, tokens[i]);
    }
    close_row(&t);
}

static void test_asking(void **state) {
    read_text t;
    open_row(&t, "One two. ***\n\nThree four five.", false);
    const verbatim_row *r = &t.row;
    assert_int_equal(r->sentences.count, t.o.d.sentences.count + 1);
    assert_int_equal(r->sentences.items[r->sentences.count - 1], 5);
    for (uint32_t token = 0; token < 5; token++) {
        const lede_sentence *s = &t.o.d.sentences.items[verbatim_row_sentence(r, token)];
        assert_true(s->span.begin <= r->spans.items[token].begin);
        assert_true(s->span.end >= r->spans.items[token].end);
        assert_int_equal(verbatim_row_at(r, r->spans.items[token].begin), token);
        assert_int_equal(verbatim_row_at(r, r->spans.items[token].end), token + 1);
    }
    lede_span all = verbatim_row_span(r, 0, 5);
    assert_int_equal(all.begin, 0);
    assert_int_equal(all.end, t.o.d.page.size - 1);
    close_row(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_lists), cmocka_unit_test(test_initials),
        cmocka_unit_test(test_signs), cmocka_unit_test(test_asking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
