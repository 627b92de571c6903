/* SPDX-License-Identifier: MIT */
/* What stands beside words that markup keeps from the reader: code in a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/text_support.h"

#include <stdio.h>

static void open_markdown(opened *o, const char *text, bool keep) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    options.markup = LEDE_MARKUP_MARKDOWN;
    options.keep_boundaries = keep;
    opened_bytes(o, text, strlen(text), &options);
}

/* Sentences with a bar between two. */
static void check(const char *text, const char *wanted) {
    char found[512] = "";
    opened o;
    open_markdown(&o, text, false);
    for (size_t i = 0, n = 0; i < o.d.sentences.count; i++) {
        lede_span s = o.d.sentences.items[i].span;
        n += (size_t)snprintf(found + n, sizeof found - n, "%s%.*s", i > 0 ? "|" : "",
                              (int)(s.end - s.begin), o.d.page.text + s.begin);
        assert_true(n < sizeof found);
    }
    assert_string_equal(found, wanted);
    opened_close(&o);
}

static void ends(void **state) {
    (void)state;
    check("Open the gate. `grind` turns the wheel.", "Open the gate.|turns the wheel.");
    check("Did it turn? `grind` says so. It did! `stop` ends it.",
          "Did it turn?|says so.|It did!|ends it.");
    check("He saw it (the wheel). `grind` turns it.", "He saw it (the wheel).|turns it.");
    check("Take version 4. `grind` is in it.", "Take version 4.|is in it.");
}

static void goes_on(void **state) {
    (void)state;
    check("Names of tools, e.g. `grind` and `stop`, are short.",
          "Names of tools, e.g. and, are short.");
    check("1. `grind` turns the wheel.", "turns the wheel.");
    check("Ask Dr. `who` turns the wheel.", "Ask Dr. turns the wheel.");
    check("Wait ... `grind` turns.", "Wait ... turns.");
    check("The wheel (`grind`) turns.", "The wheel () turns.");
}

static void keeps_spaces(void **state) {
    (void)state;
    check("Build it with `run` .NET and `go`, or (`stop`).",
          "Build it with .NET and, or ().");
    check("Appelez `run` ! Puis `go`.", "Appelez !|Puis.");
    check("One`two`three and `four`-five", "One three and -five");
}

static void is_explained(void **state) {
    (void)state;
    opened o;
    open_markdown(&o, "Open the gate. `grind` turns the wheel.", true);
    assert_int_equal(o.d.boundaries.count, 2);
    assert_int_equal(o.d.boundaries.items[0].rule, LEDE_BOUNDARY_OMITTED);
    assert_int_equal(o.d.boundaries.items[0].ends, 1);
    opened_close(&o);
}

static void flags_words(void **state) {
    (void)state;
    static const char *const wanted[] = {"now", ".", "it"};
    opened o;
    open_markdown(&o, "Open `the` now, `please`.\n\n`So` it is `so`\n\nFine", false);
    size_t flagged = 0;
    for (size_t i = 0; i < o.d.words.count; i++) {
        const lede_word *w = &o.d.words.items[i];
        if ((w->flags & LEDE_WORD_OMITTED) != 0) {
            assert_true(flagged < 3);
            assert_memory_equal(o.d.page.text + w->span.begin, wanted[flagged],
                                strlen(wanted[flagged]));
            flagged++;
        }
    }
    assert_int_equal(flagged, 3);
    opened_close(&o);
}

/* A small letter behind code is none that a sentence begins with. */
static void tells_no_style(void **state) {
    (void)state;
    opened o;
    open_markdown(&o, "Open the gate. `grind` turns the wheel. `stop` ends it.", false);
    assert_int_equal(o.d.stops_lower, 0);
    assert_int_equal(o.d.sure_lower, 0);
    opened_close(&o);
    open_markdown(&o, "Open the garden. grind turns the wheel.", false);
    assert_int_equal(o.d.stops_lower, 1);
    assert_int_equal(o.d.sure_lower, 1);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends),         cmocka_unit_test(goes_on),
        cmocka_unit_test(keeps_spaces), cmocka_unit_test(is_explained),
        cmocka_unit_test(flags_words),  cmocka_unit_test(tells_no_style),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
