/* SPDX-License-Identifier: MIT */
#include "repeat/stream.h"

#include "support/drying.h"
#include "unit/repeat/repeat_support.h"

/* "|" stands where something breaks, "<" before quoted words, "+" behind possessives,
 * "^" before what is written as names are. */
static void show_stream(shown *to, const stream *s) {
    for (uint32_t i = 0; i < s->words.count; i++) {
        unsigned flags = s->flags.items[i];
        show(to, "%s", i == 0 ? "" : " ");
        show(to, "%s", (flags & STREAM_BREAK) != 0 ? "|" : "");
        show(to, "%s", (flags & STREAM_QUOTED) != 0 ? "<" : "");
        show(to, "%s", (flags & STREAM_LOWER) != 0 ? "" : "^");
        show_run(to, s->d, s->words.items[i], s->words.items[i]);
        show(to, "%s", (flags & STREAM_POSSESSIVE) != 0 ? "+" : "");
        show(to, "%s", (flags & STREAM_CHARACTER) != 0 ? "*" : "");
    }
}

static void expect_part(const char *text, const char *language, stream_part part,
                        stream_options options, const char *wanted) {
    opened o;
    folds f;
    stream s;
    shown found = {.n = 0};
    options.allocator = &memory_default;
    opened_text(&o, text, language);
    assert_true(folds_build(&f, &o.d, &memory_default));
    assert_true(stream_read(&s, &f, &o.d, part, &options));
    show_stream(&found, &s);
    assert_string_equal(found.text, wanted);
    stream_free(&s, &memory_default);
    folds_free(&f);
    opened_close(&o);
}

static void expect_body(const char *text, const char *wanted) {
    expect_part(text, NULL, STREAM_BODY, (stream_options){NULL, false, false}, wanted);
}

/* ---- Breaks --------------------------------------------------------------------------
 */

static void strong_punctuation_breaks(void **state) {
    expect_body("it ran, it sat.", "|it ran |it sat");
    expect_body("it ran; it sat.", "|it ran |it sat");
    expect_body("it ran: it sat.", "|it ran |it sat");
    expect_body("it ran (it sat) so.", "|it ran |it sat |so");
    expect_body("it ran [it sat] so.", "|it ran |it sat |so");
    expect_body("it ran \xE2\x80\x94 it sat.", "|it ran |it sat");
    expect_body("it ran\xE2\x80\x94it sat.", "|it ran |it sat");
    expect_body("it ran \xE2\x80\x93 it sat.", "|it ran |it sat");
    expect_body("it ran -- it sat.", "|it ran |it sat");
    expect_body("it ran--it sat.", "|it ran |it sat");
    expect_body("it ran - it sat.", "|it ran |it sat");
    expect_body("it ran ... it sat.", "|it ran |it sat");
    expect_body("it ran \xE2\x80\xA6 it sat.", "|it ran |it sat");
    expect_body("it \"ran\" so.", "|it |<ran |so");
    expect_body("it ran! it sat.", "|it ran |it sat");
    expect_body("it ran / it sat.", "|it ran |it sat");
    expect_body("it | sat.", "|it |sat");
}

static void what_does_not_break(void **state) {
    expect_body("the well-known boat.", "|the well-known boat");
    expect_body("pre- and post-war.", "|pre and post-war");
    expect_body("see Mr. Orr now.", "|see ^Mr ^Orr now");
    expect_body("the U.S. Army now.", "|the ^U.S. ^Army now");
    expect_body("at 5 p.m. on it.", "|at 5 p.m. on it");
    expect_body("it's the boats' day.", "|it's the boats+ day");
    expect_body("black & white.", "|black white");
    expect_body("about 3.5 or 32,000 boats.", "|about 3.5 or 32,000 boats");
}

static void sentences_and_blocks_break(void **state) {
    expect_body("It ran. It sat.", "|^It ran |^It sat");
    expect_body("It ran\n\nit sat.\n\nIt is.", "|it sat |^It is");
    expect_body("- it ran\n- it sat\n", "|it ran |it sat");
    expect_body("It ran\nand sat.", "|^It ran and sat");
    expect_body("", "");
    expect_body("...", "");
}

/* ---- Flags --------------------------------------------------------------------------
 */

static void possessives(void **state) {
    expect_body("then Iran's plan.", "|then ^Iran's+ plan");
    expect_body("the nations' plan.", "|the nations+ plan");
    expect_body("it said 'the nations' so.", "|it said |<the <nations |so");
}

static void quoted_words(void **state) {
    expect_body("it said \"the boat is here. It ran\" so.",
                "|it said |<the <boat <is <here |<^It <ran |so");
    /* A quotation ends with its block. */
    expect_body("it said \"the boat.\n\nIt ran.", "|it said |<the <boat |^It ran");
    expect_body("> it ran.\n", "|<it <ran");
}

static void quotations_left_out(void **state) {
    const stream_options o = {NULL, false, true};
    expect_part("it said \"the boat\" and ran.", NULL, STREAM_BODY, o,
                "|it said |and ran");
    expect_part("\"The boat is here.\" It ran.", NULL, STREAM_BODY, o, "|^It ran");
    expect_part("it said \"the boat. It ran.", NULL, STREAM_BODY, o, "|it said");
}

static void characters(void **state) {
    const stream_options o = {NULL, false, false};
    expect_part("\xE6\xBC\xA2\xE5\xAD\x97 ok.", "zh", STREAM_BODY, o,
                "|\xE6\xBC\xA2* \xE5\xAD\x97* ok");
}

/* Where every noun has one, a capital is no name, but several are. */
static void capital_nouns(void **state) {
    opened o;
    folds f;
    stream s;
    shown found = {.n = 0};
    const stream_options options = {&memory_default, false, false};
    opened_text(&o, "Then the Boat of NATO came.", NULL);
    assert_true(folds_build(&f, &o.d, &memory_default));
    f.capital_nouns = true;
    assert_true(stream_read(&s, &f, &o.d, STREAM_BODY, &options));
    show_stream(&found, &s);
    assert_string_equal(found.text, "|Then the Boat of ^NATO came");
    stream_free(&s, &memory_default);
    folds_free(&f);
    opened_close(&o);
}

/* ---- Parts --------------------------------------------------------------------------
 */

static const char parts[] = "The Old Boat\n\nIt ran.\n\nADVERTISEMENT\n\nMore Of It\n\n"
                            "It sat.";

static void headings_stand_apart(void **state) {
    stream_options o = {NULL, false, false};
    expect_body(parts, "|^It ran |^It sat");
    expect_part(parts, NULL, STREAM_HEADINGS, o, "|^The ^Old ^Boat |^More ^Of ^It");
    o.count_headings = true;
    expect_part(parts, NULL, STREAM_BODY, o,
                "|^The ^Old ^Boat |^It ran |^More ^Of ^It |^It sat");
    expect_part(parts, NULL, STREAM_HEADINGS, o, "");
}

static void parts_of_sentences(void **state) {
    opened o;
    stream_part part = STREAM_BODY;
    opened_text(&o, parts, NULL);
    assert_int_equal(o.d.sentences.count, 5);
    assert_true(stream_part_of(&o.d, 0, false, &part));
    assert_int_equal(part, STREAM_HEADINGS);
    assert_true(stream_part_of(&o.d, 0, true, &part));
    assert_int_equal(part, STREAM_BODY);
    assert_true(stream_part_of(&o.d, 1, false, &part));
    assert_int_equal(part, STREAM_BODY);
    assert_false(stream_part_of(&o.d, 2, true, &part)); /* set aside */
    opened_close(&o);
}

/* As other formats will have them. */
static void parts_of_blocks(void **state) {
    static const struct {
        lede_block_kind kind;
        bool read;
        stream_part part;
    } wanted[] = {
        {LEDE_BLOCK_PROSE, true, STREAM_BODY},
        {LEDE_BLOCK_HEADING, true, STREAM_BODY}, /* its sentence has the role of prose */
        {LEDE_BLOCK_LIST_ITEM, true, STREAM_BODY},
        {LEDE_BLOCK_QUOTE, true, STREAM_BODY},
        {LEDE_BLOCK_TABLE_CELL, true, STREAM_HEADINGS},
        {LEDE_BLOCK_CODE, false, STREAM_BODY},
        {LEDE_BLOCK_CAPTION, true, STREAM_HEADINGS},
        {LEDE_BLOCK_METADATA, false, STREAM_BODY},
    };
    opened o;
    opened_text(&o, "It ran.", NULL);
    for (size_t i = 0; i < COUNT(wanted); i++) {
        stream_part part = STREAM_BODY;
        o.d.page.blocks.items[0].kind = (uint8_t)wanted[i].kind;
        assert_int_equal(stream_part_of(&o.d, 0, false, &part), wanted[i].read);
        assert_true(!wanted[i].read || part == wanted[i].part);
    }
    opened_close(&o);
}

static void blocks_that_are_quotes(void **state) {
    opened o;
    folds f;
    stream s;
    shown found = {.n = 0};
    const stream_options options = {&memory_default, false, false};
    opened_text(&o, "it ran.\n\nit sat.", NULL);
    o.d.page.blocks.items[0].kind = LEDE_BLOCK_QUOTE;
    assert_true(folds_build(&f, &o.d, &memory_default));
    assert_true(stream_read(&s, &f, &o.d, STREAM_BODY, &options));
    show_stream(&found, &s);
    assert_string_equal(found.text, "|<it <ran |it sat");
    stream_free(&s, &memory_default);
    folds_free(&f);
    opened_close(&o);
}

static void lack_of_memory(void **state) {
    opened o;
    folds f;
    bool done = false;
    opened_text(&o, parts, NULL);
    assert_true(folds_build(&f, &o.d, &memory_default));
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        stream s;
        drying_init(&memory, fail_at, false);
        const stream_options options = {&memory.allocator, true, false};
        done = stream_read(&s, &f, &o.d, STREAM_BODY, &options);
        stream_free(&s, &memory.allocator);
        drying_expect_balance(&memory);
        assert_true(done ? fail_at > 2 : fail_at < 20);
    }
    folds_free(&f);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strong_punctuation_breaks),
        cmocka_unit_test(what_does_not_break),
        cmocka_unit_test(sentences_and_blocks_break),
        cmocka_unit_test(possessives),
        cmocka_unit_test(quoted_words),
        cmocka_unit_test(quotations_left_out),
        cmocka_unit_test(characters),
        cmocka_unit_test(capital_nouns),
        cmocka_unit_test(headings_stand_apart),
        cmocka_unit_test(parts_of_sentences),
        cmocka_unit_test(parts_of_blocks),
        cmocka_unit_test(blocks_that_are_quotes),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
