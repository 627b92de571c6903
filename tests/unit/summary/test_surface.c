/* SPDX-License-Identifier: MIT */
/* What the look of a sentence tells: by hand, and against the bytes. */
#include "summary/surface.h"

#include "support/open.h"
#include "support/texts.h"

static void expect(const char *text, surface wanted) {
    lede_document *d = open_text(text);
    assert_true(d->sentences.count > 0);
    surface found = surface_read(d, &d->sentences.items[0]);
    if (found.pieces != wanted.pieces || found.with_digit != wanted.with_digit ||
        found.words != wanted.words || found.stop != wanted.stop) {
        fail_msg("\"%s\": %u pieces, %u with a digit, %u words, %u of them stop words",
                 text, found.pieces, found.with_digit, found.words, found.stop);
    }
    if (found.quote != wanted.quote || found.colon != wanted.colon ||
        found.anaphor != wanted.anaphor) {
        fail_msg("\"%s\": quote %d, colon %d, anaphor %d", text, found.quote, found.colon,
                 found.anaphor);
    }
    lede_document_free(d);
}

static void test_pieces(void **state) {
    expect("Boats left.", (surface){.pieces = 2, .words = 2});
    expect("Boats, ropes \xE2\x80\x93 lamps!", (surface){.pieces = 4, .words = 3});
    expect("Sail-boats left.", (surface){.pieces = 2, .words = 2});
    expect("Boats  left\ttoday.", (surface){.pieces = 3, .words = 3});
    expect("Boats\xC2\xA0left.", (surface){.pieces = 2, .words = 2});
    expect("Boats/ropes/lamps left.", (surface){.pieces = 2, .words = 4});
}

static void test_digits(void **state) {
    expect("Boats carried 4,000 crates.",
           (surface){.pieces = 4, .with_digit = 1, .words = 4});
    expect("Boats 12/13 sailed 9-10.",
           (surface){.pieces = 4, .with_digit = 2, .words = 4});
    expect("Route A7x closed.", (surface){.pieces = 3, .with_digit = 1, .words = 3});
    expect("Crates cost $12.50 each.",
           (surface){.pieces = 4, .with_digit = 1, .words = 4, .stop = 1});
}

static void test_quotes(void **state) {
    static const char *const marks[] = {
        "\"", "'", "\xC2\xAB", "\xE2\x80\x98", "\xE2\x80\x9C", "\xE2\x80\x9E"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        char text[64];
        snprintf(text, sizeof text, "%sBoats left early today.", marks[i]);
        lede_document *d = open_text(text);
        assert_true(surface_read(d, &d->sentences.items[0]).quote);
        lede_document_free(d);
    }
    expect("Boats \"left\".", (surface){.pieces = 2, .words = 2});
}

static void test_colons(void **state) {
    expect("Boats: ropes.", (surface){.pieces = 2, .words = 2, .colon = true});
    expect("Boats left 9:30.",
           (surface){.pieces = 3, .with_digit = 1, .words = 3, .colon = true});
    expect("Boats left :-) early.", (surface){.pieces = 4, .words = 3, .colon = true});
    expect("Boats https://example.org left.",
           (surface){.pieces = 3, .words = 3, .colon = true});
}

/* The first word alone, whatever stands before it. */
static void test_anaphors(void **state) {
    expect("They left.", (surface){.pieces = 2, .words = 2, .stop = 1, .anaphor = true});
    expect("(They left.)",
           (surface){.pieces = 2, .words = 2, .stop = 1, .anaphor = true});
    expect("Boats they left.", (surface){.pieces = 3, .words = 3, .stop = 1});
    expect("The boats left.", (surface){.pieces = 3, .words = 3, .stop = 1});
}

/* ---- Against the bytes ------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void expect_bytes(const lede_document *d, const lede_sentence *s) {
    surface found = surface_read(d, s);
    uint32_t pieces = 0, with_digit = 0;
    bool open = false, digit = false, colon = false;
    lede_span span = s->word_count > 0 ? document_counted(d, s) : s->span;
    for (uint32_t i = span.begin; i < span.end; i++) {
        char c = d->page.text[i];
        bool starts = !is_space(c) && !open;
        digit = digit && !starts;
        with_digit += c >= '0' && c <= '9' && !digit;
        digit = digit || (c >= '0' && c <= '9');
        colon = colon || c == ':';
        pieces += starts;
        open = !is_space(c);
    }
    assert_int_equal(found.pieces, pieces);
    assert_int_equal(found.with_digit, with_digit);
    assert_int_equal(found.colon, colon);
    assert_int_equal(found.words, s->words);
}

static void test_texts(void **state) {
    for (uint64_t seed = 0; seed < 200 + TEXT_ARTICLES; seed++) {
        text_buffer t =
            seed < TEXT_ARTICLES ? text_article((size_t)seed) : text_made(seed, 12);
        lede_document *d = open_bytes(t.bytes, t.n);
        for (size_t i = 0; i < d->sentences.count; i++) {
            expect_bytes(d, &d->sentences.items[i]);
        }
        lede_document_free(d);
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),   cmocka_unit_test(test_digits),
        cmocka_unit_test(test_quotes),   cmocka_unit_test(test_colons),
        cmocka_unit_test(test_anaphors), cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
