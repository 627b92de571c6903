/* SPDX-License-Identifier: MIT */
/* The words of key terms, and what is known of each where it stands. */
#include "summary/key_stream.h"

#include "support/open.h"
#include "support/texts.h"

typedef struct streamed {
    lede_document *d;
    key_stream s;
} streamed;

static void open_stream(streamed *t, const char *text) {
    t->d = open_text(text);
    t->s = (key_stream){0};
    assert_true(key_stream_read(&t->s, t->d, &memory_default));
}

static void close_stream(streamed *t) {
    key_stream_free(&t->s, &memory_default);
    lede_document_free(t->d);
}

static void expect_word(const streamed *t, size_t i, const char *wanted) {
    assert_true(i < t->s.words.count);
    lede_span span = key_stream_span(&t->s, (uint32_t)i, 1);
    assert_int_equal(span.end - span.begin, strlen(wanted));
    assert_memory_equal(t->d->page.text + span.begin, wanted, strlen(wanted));
}

static uint32_t flags(const streamed *t, size_t i) {
    return t->s.words.items[i].flags;
}

static void test_left_out(void **state) {
    streamed t;
    open_stream(&t, "On Monday he said three boats slowly left a x.");
    assert_int_equal(t.s.words.count, 2);
    expect_word(&t, 0, "boats");
    expect_word(&t, 1, "left");
    assert_true((flags(&t, 1) & KEY_BREAK) != 0);
    close_stream(&t);
}

static void test_rows(void **state) {
    streamed t;
    open_stream(&t, "Old ropes broke. New ropes, old boats.");
    expect_word(&t, 0, "Old");
    assert_int_equal(flags(&t, 0) & (KEY_ROW | KEY_BREAK), KEY_ROW | KEY_BREAK);
    assert_int_equal(flags(&t, 1) & (KEY_ROW | KEY_BREAK), 0);
    assert_false(key_stream_joins(&t.s, 3));
    assert_true((flags(&t, 3) & KEY_ROW) != 0);
    expect_word(&t, 5, "old"); /* behind a comma */
    assert_int_equal(flags(&t, 5) & (KEY_ROW | KEY_BREAK), KEY_BREAK);
    assert_int_equal(t.s.rows, 2);
    close_stream(&t);
}

/* A capital behind a full stop or a mark is explained by its place, unless the word has
 * one elsewhere and nowhere none. */
static void test_capitals(void **state) {
    streamed t;
    open_stream(&t, "Lamps broke near Tarn. Tarn slept.");
    assert_int_equal(flags(&t, 0) & (KEY_CAPITAL | KEY_OPENING), KEY_OPENING);
    expect_word(&t, 2, "Tarn");
    assert_int_equal(flags(&t, 2) & (KEY_CAPITAL | KEY_OPENING), KEY_CAPITAL);
    expect_word(&t, 3, "Tarn");
    assert_int_equal(flags(&t, 3) & (KEY_CAPITAL | KEY_OPENING), KEY_CAPITAL);
    close_stream(&t);
}

static void test_names(void **state) {
    streamed t;
    open_stream(&t, "They saw Oona Trelawn leave the University of Tarn.");
    size_t i = 0;
    while (i < t.s.words.count && (flags(&t, i) & KEY_NAME) == 0) {
        i++;
    }
    expect_word(&t, i, "Oona");
    assert_true((flags(&t, i) & KEY_NAME_FIRST) != 0);
    assert_true((flags(&t, i + 1) & KEY_NAME_LAST) != 0);
    while (i < t.s.words.count && (flags(&t, i) & KEY_CONNECTOR) == 0) {
        i++;
    }
    expect_word(&t, i, "of");
    assert_int_equal(flags(&t, i) & (KEY_NAME | KEY_NAME_FIRST | KEY_NAME_LAST),
                     KEY_NAME);
    assert_true((flags(&t, i - 1) & KEY_NAME_FIRST) != 0);
    assert_true((flags(&t, i + 1) & KEY_NAME_LAST) != 0);
    close_stream(&t);
}

/* A number word is one of a name only: "Three Gorges Dam". */
static void test_numerals(void **state) {
    streamed t;
    open_stream(&t, "They saw the Three Mile Pier and three boats.");
    bool name = false;
    for (size_t i = 0; i < t.s.words.count; i++) {
        lede_span span = key_stream_span(&t.s, (uint32_t)i, 1);
        name = name || t.d->page.text[span.begin] == 'T';
        assert_true(t.d->page.text[span.begin] != 't');
    }
    assert_true(name);
    close_stream(&t);
}

static void test_possessive(void **state) {
    streamed t;
    open_stream(&t, "They burnt Pengelly\xE2\x80\x99s boats and the captain's house.");
    bool seen = false;
    for (size_t i = 0; i + 1 < t.s.words.count; i++) {
        if ((flags(&t, i) & KEY_POSSESSIVE) != 0) {
            expect_word(&t, i, seen ? "captain" : "Pengelly");
            assert_false(key_stream_joins(&t.s, i + 1));
            seen = true;
        }
    }
    assert_true(seen);
    close_stream(&t);
}

/* Abbreviations by the lists, if they have their full stop. */
static void test_abbreviations(void **state) {
    streamed t;
    open_stream(&t, "It left in Nov. last and in Nov. before.");
    for (size_t i = 0; i < t.s.words.count; i++) {
        lede_span span = key_stream_span(&t.s, (uint32_t)i, 1);
        assert_true(t.d->page.text[span.begin] != 'N');
    }
    close_stream(&t);
}

static void test_nothing(void **state) {
    streamed t;
    open_stream(&t, "");
    assert_int_equal(t.s.words.count, 0);
    assert_int_equal(t.s.rows, 0);
    close_stream(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_left_out),      cmocka_unit_test(test_rows),
        cmocka_unit_test(test_capitals),      cmocka_unit_test(test_names),
        cmocka_unit_test(test_numerals),      cmocka_unit_test(test_possessive),
        cmocka_unit_test(test_abbreviations), cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
