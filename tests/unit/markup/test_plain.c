/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "unicode/utf8.h"
#include "unit/markup/markup_support.h"

/* ---- Blocks as text: a letter for the kind, then what the block holds ----------------
 */

#define SHOWN 4096

static char kind_letter(unsigned kind) {
    return "PHLQTKCM"[kind]; /* prose, heading, list item ... metadata */
}

static void show(const page *p, char *out) {
    size_t used = 0;
    for (size_t i = 0; i < p->blocks.count; i++) {
        const lede_block *b = &p->blocks.items[i];
        size_t n = b->span.end - b->span.begin;
        assert_true(used + n + 4 < SHOWN && b->kind <= LEDE_BLOCK_METADATA);
        out[used++] = kind_letter(b->kind);
        out[used++] = ' ';
        memcpy(out + used, p->text + b->span.begin, n);
        used += n;
        out[used++] = '|';
    }
    out[used] = '\0';
}

static void check(const char *text, lede_newlines newlines, const char *blocks) {
    char shown[SHOWN];
    sheet s;
    sheet_open(&s, text, strlen(text), newlines);
    show(&s.page, shown);
    assert_string_equal(shown, blocks);
    sheet_close(&s);
}

static void hard(const char *text, const char *blocks) {
    check(text, LEDE_NEWLINES_HARD, blocks);
}

static void soft(const char *text, const char *blocks) {
    check(text, LEDE_NEWLINES_SOFT, blocks);
}

/* ---- Lines and blank lines
 * ---------------------------------------------------------------- */

static void nothing(void **state) {
    hard("", "");
    soft(" \n\t\r\n\f\xE2\x80\xA9 ", "");
    sheet s;
    sheet_open(&s, BYTES("\xEF\xBB\xBF"), LEDE_NEWLINES_AUTO);
    assert_int_equal(s.page.size, 0);
    assert_int_equal(s.page.blocks.count, 0);
    sheet_close(&s);
}

static void newlines(void **state) {
    static const char two[] = "It was cold.\nIt was dark.";
    hard(two, "P It was cold.|P It was dark.|");
    soft(two, "P It was cold.\nIt was dark.|");
    check(two, LEDE_NEWLINES_AUTO, "P It was cold.|P It was dark.|");
    soft("It was cold.\n\nIt was dark.", "P It was cold.|P It was dark.|");
    soft("It was cold.\n \t\nIt was dark.", "P It was cold.|P It was dark.|");
    soft("It was cold.\r\n\r\nIt was dark.", "P It was cold.|P It was dark.|");
    soft("It was cold.\r\rIt was dark.", "P It was cold.|P It was dark.|");
    soft("  It was cold.  \n  It was dark.\t", "P It was cold.  \n  It was dark.|");
    soft("A.\vB.\xC2\x85"
         "C.\xE2\x80\xA8"
         "D.",
         "P A.\vB.\xC2\x85"
         "C.\xE2\x80\xA8"
         "D.|");
}

/* FF and U+2029 end a paragraph, hard-wrapped or not. */
static void paragraph_ends(void **state) {
    soft("It was cold.\fIt was dark.", "P It was cold.|P It was dark.|");
    soft("It was cold.\xE2\x80\xA9It was dark.", "P It was cold.|P It was dark.|");
    hard("It was cold.\fIt was dark.", "P It was cold.|P It was dark.|");
    hard("It was cold.\xE2\x80\xA9***", "P It was cold.|P ***|");
}

static void wrapped_by_hand(void **state) {
    static const char wrapped[] =
        "The ferry left at dawn with nobody on the pier to wave it off,\n"
        "and it came back late in the evening with one more passenger.\n"
        "Nobody asked who the stranger was, and the stranger never said\n"
        "a word to anyone about the reasons of the journey over the sea.\n";
    sheet s;
    sheet_open(&s, wrapped, sizeof wrapped - 1, LEDE_NEWLINES_AUTO);
    assert_true(s.page.hard_wrapped);
    assert_int_equal(s.page.blocks.count, 1);
    assert_int_equal(s.page.blocks.items[0].kind, LEDE_BLOCK_PROSE);
    sheet_close(&s);
    sheet_open(&s, wrapped, sizeof wrapped - 1, LEDE_NEWLINES_HARD);
    assert_false(s.page.hard_wrapped);
    assert_int_equal(s.page.blocks.count, 4);
    sheet_close(&s);
    sheet_open(&s, BYTES("One line.\nAnother line.\n"), LEDE_NEWLINES_AUTO);
    assert_false(s.page.hard_wrapped);
    sheet_close(&s);
}

/* ---- Headings
 * -------------------------------------------------------------------------- */

static void headings(void **state) {
    hard("A Map\nIt was cold.", "H A Map|P It was cold.|");
    soft("A Map\n\nIt was cold.", "H A Map|P It was cold.|");
    soft("A Map\nIt was cold", "P A Map\nIt was cold|");
    hard("- A Map", "L - A Map|");
}

/* Whichever rule is drawn under it, a heading stays one, and prose is none. */
static void ruled_headings(void **state) {
    hard("A Map\n=====\nIt was cold.", "H A Map\n=====|P It was cold.|");
    soft("A Map\n=====\n\nIt was cold.", "H A Map\n=====|P It was cold.|");
    hard("A Map\n-----\nIt was cold.", "H A Map\n-----|P It was cold.|");
    soft("A Map\n-----\n\nIt was cold.", "H A Map\n-----|P It was cold.|");
    hard("It was cold.\n=====\n", "P It was cold.\n=====|");
}

/* ---- List items
 * -------------------------------------------------------------------------- */

static void items(void **state) {
    hard("We need:\n- rope\n- nails", "P We need:|L - rope|L - nails|");
    soft("We need:\n- rope,\n  new\n- nails", "P We need:|L - rope,\n  new|L - nails|");
    /* In wrapped text a dash or number at the front of a line is no item ... */
    soft("We need rope\n- and nails.", "P We need rope\n- and nails.|");
    soft("He came in the year\n7. Nobody knew.",
         "P He came in the year\n7. Nobody knew.|");
    soft("We need:\n1. rope", "P We need:\n1. rope|");
    /* ... but it is where a block opens or behind another item. */
    soft("1. rope\n2. nails", "L 1. rope|L 2. nails|");
    soft("- rope\n\n- nails", "L - rope|L - nails|");
    hard("It is cold.\n1. rope\n(b) nails\niv) tar",
         "P It is cold.|L 1. rope|L (b) nails|L iv) tar|");
    hard("- rope\nIt is cold.", "L - rope|P It is cold.|");
}

/* ---- Lines without a letter
 * ------------------------------------------------------------------ */

static void markers(void **state) {
    hard("It was a cold day.\n***\nIt was dark.",
         "P It was a cold day.\n***|P It was dark.|");
    soft("It was a cold day.\n***\nIt was dark.",
         "P It was a cold day.\n***\nIt was dark.|");
    hard("(It was cold.\n)\nIt was dark.", "P (It was cold.\n)|P It was dark.|");
    hard("- rope\n- - -\n- nails", "L - rope\n- - -|L - nails|");
    hard("***", "P ***|");
    hard("***\nIt was dark.", "P ***|P It was dark.|");
}

/* ---- Date stamps
 * --------------------------------------------------------------------------------- */

static void check_ledger(const char *text, const char *blocks, const char *stamp) {
    char shown[SHOWN];
    sheet s;
    sheet_open(&s, text, strlen(text), LEDE_NEWLINES_HARD);
    show(&s.page, shown);
    assert_string_equal(shown, blocks);
    assert_int_equal(s.page.ledger.count, stamp != NULL);
    if (stamp != NULL) {
        lede_ledger_entry e = s.page.ledger.items[0];
        assert_int_equal(e.rule, LEDE_RULE_DATE_STAMP);
        assert_int_equal(e.span.end - e.span.begin, strlen(stamp));
        assert_memory_equal(s.page.text + e.span.begin, stamp, strlen(stamp));
    }
    sheet_close(&s);
}

static void stamps(void **state) {
    check_ledger(" date 2024-03-23 It was cold.", "M date 2024-03-23|P It was cold.|",
                 "date 2024-03-23");
    check_ledger("2024-03-23\nIt was cold.", "M 2024-03-23|P It was cold.|",
                 "2024-03-23");
    check_ledger("A Map\n\nPublished: 1.5.2024\nIt was cold.",
                 "H A Map|M Published: 1.5.2024|P It was cold.|", "Published: 1.5.2024");
    check_ledger("On 2024-03-23 NATO met.", "P On 2024-03-23 NATO met.|", NULL);
    check_ledger("1.5.2024\nIt was cold.", "H 1.5.2024|P It was cold.|", NULL);
    /* In one of the first three lines that are not empty, no later. */
    check_ledger("A.\n\n\nB.\n2024-03-23", "P A.|P B.|M 2024-03-23|", "2024-03-23");
    check_ledger("A.\nB.\nC.\n2024-03-23", "P A.|P B.|P C.|H 2024-03-23|", NULL);
}

/* However far the white space behind a label reaches. */
static void stamp_far_from_its_label(void **state) {
    for (size_t spaces = 1; spaces < 400; spaces += 7) {
        char text[512] = "date", shown[520];
        memset(text + 4, ' ', spaces);
        strcpy(text + 4 + spaces, "2024-03-23");
        (void)snprintf(shown, sizeof shown, "M %s|", text);
        check_ledger(text, shown, text);
    }
}

/* Where a block opens; a wrapped sentence may go on with a date. */
static void stamp_in_wrapped_text(void **state) {
    soft("It was.\n2024-03-23 It was\ndark.", "P It was.\n2024-03-23 It was\ndark.|");
    soft("It was.\n\n2024-03-23 It was\ndark.",
         "P It was.|M 2024-03-23|P It was\ndark.|");
}

/* A line of its own in a wrapped paragraph, as scraped pages have them. */
static void label_in_wrapped_text(void **state) {
    soft("It was cold,\n[Advertisement]\nand dark.",
         "P It was cold,|H [Advertisement]|P and dark.|");
    soft("It was an\nadvertisement free\nof charge.",
         "P It was an\nadvertisement free\nof charge.|");
    /* A word of the sentence that happens to fill its line. */
    soft("It went into\nadvertising.", "P It went into\nadvertising.|");
    soft("They paid for\nadvertising\nand more.",
         "P They paid for\nadvertising\nand more.|");
    soft("Das Geld ging an die\nWerbung.", "P Das Geld ging an die\nWerbung.|");
    soft("It was cold.\nadvertisement\nIt was dark.",
         "P It was cold.|H advertisement|P It was dark.|");
}

/* ---- Visible text and pieces
 * --------------------------------------------------------------------- */

static void bom_is_cut(void **state) {
    sheet s;
    sheet_open(&s,
               BYTES("\xEF\xBB\xBF"
                     "A.\n"),
               LEDE_NEWLINES_AUTO);
    assert_ptr_equal(s.page.text, s.bytes + 3);
    assert_int_equal(s.page.size, 3);
    assert_int_equal(s.page.pieces.count, 1);
    assert_int_equal(page_source_offset(&s.page, 0), 3);
    assert_int_equal(page_source_offset(&s.page, 3), 6);
    assert_int_equal(s.page.blocks.items[0].span.begin, 0);
    sheet_close(&s);
}

/* Good text is not copied. */
static void same_bytes(void **state) {
    sheet s;
    sheet_open(&s, BYTES("\xC3\xA9t\xC3\xA9."), LEDE_NEWLINES_AUTO);
    assert_ptr_equal(s.page.text, s.bytes);
    assert_int_equal(s.page.owned.count, 0);
    sheet_close(&s);
}

static void replaced(void **state) {
    static const char wanted[] = "a\xEF\xBF\xBD\xEF\xBF\xBD"
                                 "b\xEF\xBF\xBD\xEF\xBF\xBD.";
    sheet s;
    sheet_open(&s,
               BYTES("\xEF\xBB\xBF"
                     "a\xFF\xE2\x80"
                     "b\0\xC3."),
               LEDE_NEWLINES_AUTO);
    assert_int_equal(s.page.size, sizeof wanted - 1);
    assert_memory_equal(s.page.text, wanted, sizeof wanted - 1);
    /* a, FF, E2 80, b, NUL and C3 (units of one byte alike), the stop */
    assert_int_equal(s.page.pieces.count, 6);
    assert_int_equal(s.page.pieces.items[1].unit_source, 1);
    assert_int_equal(s.page.pieces.items[2].unit_source, 2);
    assert_int_equal(s.page.pieces.items[4].unit_source, 1);
    assert_int_equal(s.page.pieces.items[4].source.end, 10);
    sheet_close(&s);
}

/* ---- The map of random texts
 * ------------------------------------------------------------------------ */

/* Every unit of a decoded piece is U+FFFD for one bad sequence or NUL. */
static void check_decoded(const sheet *s, const piece *p) {
    uint32_t units = (p->text.end - p->text.begin) / 3;
    assert_int_equal(p->unit_text, 3);
    assert_int_equal(units * 3, p->text.end - p->text.begin);
    assert_int_equal(units * p->unit_source, p->source.end - p->source.begin);
    for (uint32_t u = 0; u < units; u++) {
        uint32_t from = p->source.begin + u * p->unit_source;
        utf8_point point = utf8_decode(s->bytes + from, s->source.size - from);
        assert_true(point.bad || s->bytes[from] == '\0');
        assert_int_equal(point.bytes, p->unit_source);
        assert_memory_equal(s->page.text + p->text.begin + 3 * u, "\xEF\xBF\xBD", 3);
        for (uint32_t i = 0; i < 3; i++) {
            uint32_t at = p->text.begin + 3 * u + i;
            assert_int_equal(page_source_offset(&s->page, at), from);
        }
    }
}

static void check_same(const sheet *s, const piece *p) {
    uint32_t n = p->text.end - p->text.begin;
    assert_int_equal(p->kind, PIECE_SAME);
    assert_int_equal(n, p->source.end - p->source.begin);
    assert_memory_equal(s->page.text + p->text.begin, s->bytes + p->source.begin, n);
    assert_int_equal(utf8_valid_prefix(s->bytes + p->source.begin, n), n);
    assert_null(memchr(s->bytes + p->source.begin, '\0', n));
    for (uint32_t i = 0; i < n; i++) {
        assert_int_equal(page_source_offset(&s->page, p->text.begin + i),
                         p->source.begin + i);
    }
}

/* No gap on either side, from the byte-order mark to the end. */
static void check_map(const sheet *s) {
    uint32_t text = 0, from = s->source.bom;
    for (size_t i = 0; i < s->page.pieces.count; i++) {
        const piece *p = &s->page.pieces.items[i];
        assert_int_equal(p->text.begin, text);
        assert_int_equal(p->source.begin, from);
        text = p->text.end;
        from = p->source.end;
        if (p->kind == PIECE_DECODED) {
            check_decoded(s, p);
        } else {
            check_same(s, p);
        }
    }
    assert_int_equal(text, s->page.size);
    assert_int_equal(from, s->source.size);
    assert_int_equal(page_source_offset(&s->page, s->page.size), s->source.size);
}

static void maps(void **state) {
    static char bytes[1500];
    uint64_t random = 11;
    for (size_t i = 0; i < 60; i++) {
        size_t n = random_source(&random, bytes, 64 + 24 * i, i % 3 != 0);
        sheet s;
        sheet_open(&s, bytes, n, LEDE_NEWLINES_AUTO);
        check_map(&s);
        sheet_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing),
        cmocka_unit_test(newlines),
        cmocka_unit_test(paragraph_ends),
        cmocka_unit_test(wrapped_by_hand),
        cmocka_unit_test(headings),
        cmocka_unit_test(ruled_headings),
        cmocka_unit_test(items),
        cmocka_unit_test(markers),
        cmocka_unit_test(stamps),
        cmocka_unit_test(stamp_far_from_its_label),
        cmocka_unit_test(stamp_in_wrapped_text),
        cmocka_unit_test(label_in_wrapped_text),
        cmocka_unit_test(bom_is_cut),
        cmocka_unit_test(same_bytes),
        cmocka_unit_test(replaced),
        cmocka_unit_test(maps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
