/* SPDX-License-Identifier: MIT */
/* Where quotations begin and end, and which pieces they have. */
#include "repeat/verbatim_units.h"
#include "verbatim_support.h"

static void show_runs(shown *s, const char *text, lede_newlines newlines) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    verbatim_keys keys = {.allocator = &memory_default};
    verbatim_row row = {.allocator = &memory_default};
    verbatim_runs runs = {{NULL, 0, 0}};
    read.language = "en";
    read.newlines = newlines;
    opened_bytes(&o, text, strlen(text), &read);
    assert_true(verbatim_row_read(&row, &o.d, &keys));
    assert_true(verbatim_runs_find(&runs, &row));
    s->n = 0;
    s->text[0] = '\0';
    for (size_t i = 0; i < runs.items.count; i++) {
        const verbatim_run *r = &runs.items.items[i];
        show_row(s, &row, &keys, r->begin, r->end);
        show(s, "%s%s\n", r->closed ? "" : " open", r->stops ? " stops" : "");
        assert_int_equal(verbatim_runs_at(&runs, r->begin), i);
        assert_int_equal(verbatim_runs_at(&runs, r->end - 1), i);
        assert_true(verbatim_runs_at(&runs, r->end) > i);
    }
    VEC_FREE(&runs.items, &memory_default);
    verbatim_row_free(&row);
    verbatim_keys_free(&keys);
    opened_close(&o);
}

static void expect_runs(const char *text, const char *wanted) {
    shown s;
    show_runs(&s, text, LEDE_NEWLINES_SOFT);
    assert_string_equal(s.text, wanted);
}

static void test_runs(void **state) {
    expect_runs("He said “we will” and \"so it is.\" No more.",
                "we|will\nso|it|is stops\n");
    expect_runs("„Wir 'alle' gehen“ and «partons !»", "wir|alle|gehen\npartons stops\n");
    expect_runs("“One. Two?” and “”", "one|two stops\n");
    expect_runs("“One two.\n\nThree” four.", "one|two open\n");
    expect_runs("The nations' plans aren't 'his'.", "his\n");
    expect_runs("Nothing.", "");
}

/* A line end that ends no sentence may be no more than that. */
static void test_lines(void **state) {
    shown s;
    show_runs(&s, "He said “one two\nthree four” here.\n", LEDE_NEWLINES_HARD);
    assert_string_equal(s.text, "one|two|three|four\n");
    show_runs(&s, "He said “one two.\nThree four” here.\n", LEDE_NEWLINES_HARD);
    assert_string_equal(s.text, "one|two open\n");
    show_runs(&s, "He said “one two\n\nThree four” here.\n", LEDE_NEWLINES_HARD);
    assert_string_equal(s.text, "one|two open\n");
}

static void show_pieces(shown *s, const verbatim_row *row, const verbatim_keys *keys) {
    verbatim_extent all = {{0, row->d->page.size}, 0, (uint32_t)row->numbers.count};
    verbatim_pieces p;
    verbatim_pieces_read(&p, row, &all);
    s->n = 0;
    s->text[0] = '\0';
    for (uint32_t i = 0; i < p.count; i++) {
        show(s, "%s%s", p.items[i].omission ? " ..." : "",
             p.items[i].insertion ? " []" : "");
        show(s, " ");
        show_row(s, row, keys, p.items[i].begin, p.items[i].end);
    }
    show(s, "%s%s%s%s", p.omitted_end ? " ..." : "", p.inserted_end ? " []" : "",
         p.marked ? " marked" : "", p.edited ? " edited" : "");
}

static void expect_pieces(const char *text, const char *wanted) {
    opened o;
    shown s;
    verbatim_keys keys = {.allocator = &memory_default};
    verbatim_row row = {.allocator = &memory_default, .keeps_signs = true};
    opened_text(&o, text, NULL);
    assert_true(verbatim_row_read(&row, &o.d, &keys));
    show_pieces(&s, &row, &keys);
    assert_string_equal(s.text, wanted);
    verbatim_row_free(&row);
    verbatim_keys_free(&keys);
    opened_close(&o);
}

static void test_pieces(void **state) {
    expect_pieces("We buy it", " we|buy|it");
    expect_pieces("We … buy [...] it", " we ... buy ... it marked");
    expect_pieces("… we buy it …", " ... we|buy|it ... marked");
    expect_pieces("We [all] buy … [it]", " we [] buy ... [] marked edited");
    expect_pieces("[We] buy", " [] buy marked edited");
    expect_pieces("We [buy it", " we|buy|it");
    expect_pieces("[We buy it]", " we|buy|it");
}

/* Brackets with more words than that are a sentence in brackets. */
static void test_limits(void **state) {
    expect_pieces("x [a b c d e f g h i j k l] y", " x [] y marked edited");
    expect_pieces("x [a b c d e f g h i j k l m] y", " x|a|b|c|d|e|f|g|h|i|j|k|l|m|y");
    expect_pieces("a… b… c… d… e… f… g… h… i… j… k… l… m… n… o… p… q",
                  " a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
