/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/flow.h"
#include "unit/markup/shown.h"

/* ---- A flow told by signs --------------------------------------------------------- */

/*
 * Text stands for itself. Besides:
 *     /  a soft line end        \  a hard one         `  something left out, a gap
 *     <  an image opens         >  it closes          &  a decoded "e" with an accent
 *     P L Q H  a block of the kind begins             #  a decoded no-break space
 */
static void tell(flow *f, uint32_t at, char sign) {
    static const char signs[] = "PHLQ";
    lede_span span = {at, at + 1};
    const char *kind = strchr(signs, sign);
    if (kind != NULL) {
        flow_block(f, (lede_block_kind)(kind - signs), sign == 'H' ? 2 : 0);
    } else if (sign == '/' || sign == '\\') {
        flow_line_end(f, sign == '/' ? FLOW_SOFT_BREAK : FLOW_HARD_BREAK);
    } else if (sign == '<') {
        flow_image_open(f);
    } else if (sign == '>') {
        flow_image_close(f);
    } else if (sign == '`') {
        flow_omit(f, span, LEDE_OMITTED_CODE, true);
    } else if (sign == '&') {
        flow_decoded(f, "\xC3\xA9", 2, span);
    } else {
        flow_decoded(f, "\xC2\xA0", 2, span);
    }
}

static lede_status tell_all(sheet *s, const lede_allocator *allocator,
                            lede_newlines newlines) {
    flow f;
    uint32_t at = 0;
    flow_open(&f, (page_writer){&s->page, allocator, &s->source}, newlines, 0);
    while (at < s->source.size) {
        uint32_t end = at;
        while (end < s->source.size && strchr("PHLQ/\\<>`&#", s->bytes[end]) == NULL) {
            end++;
        }
        flow_text(&f, (lede_span){at, end});
        if (end < s->source.size) {
            tell(&f, end, s->bytes[end]);
        }
        at = end + 1;
    }
    lede_status status = flow_close(&f);
    page_write_end(&(page_writer){&s->page, allocator, &s->source});
    return status;
}

static void is_with(const char *signs, lede_newlines newlines, const char *wanted) {
    static shown_text shown;
    sheet s;
    sheet_source(&s, signs, strlen(signs));
    assert_int_equal(tell_all(&s, &memory_default, newlines), LEDE_OK);
    shown_blocks(&shown, &s.page);
    assert_string_equal(shown.bytes, wanted);
    sheet_close(&s);
}

static void is(const char *signs, const char *wanted) {
    is_with(signs, LEDE_NEWLINES_AUTO, wanted);
}

static void leaves_out(const char *signs, const char *wanted) {
    static shown_text shown;
    sheet s;
    sheet_source(&s, signs, strlen(signs));
    assert_int_equal(tell_all(&s, &memory_default, LEDE_NEWLINES_AUTO), LEDE_OK);
    shown_omissions(&shown, &s.page, s.bytes);
    assert_string_equal(shown.bytes, wanted);
    sheet_close(&s);
}

/* ---- Tests ----------------------------------------------------------------------------
 */

static void nothing(void **state) {
    is("", "");
    is("  ", "");
    is("`/\\<>PP", "");
    is("<  >", "");
    is("#", "");
}

static void block_ends(void **state) {
    is("it fell.Pit rose.", "P[it fell.] P[it rose.]");
    is("  it fell. P  it rose. ", "P[it fell.] P[it rose.]");
    is("it fell.Lit rose.Qit sat.Hit", "P[it fell.] L[it rose.] Q[it sat.] H2[it]");
    is("it fell. /P", "P[it fell.]");
    is("#it fell.#", "P[it fell.]");
}

static void shapes(void **state) {
    is("nine boats", "H[nine boats]");
    is("nine/boats", "P[nine/boats]");
    is("nine `boats", "P[nine ^boats]");
    is("nine boats`", "P[nine boats]");
    is("Lnine boats", "L[nine boats]");
}

static void line_ends(void **state) {
    is("it fell/down.", "P[it fell/down.]");
    is("it fell / down.", "P[it fell /down.]");
    is("it fell.\\down it went.", "P[it fell./down it went.]");
    is("it fell.\\2 rose.", "P[it fell.] P[2 rose.]");
    is("it fell.\\/2 rose.", "P[it fell.] P[2 rose.]");
    is("\\it fell.\\", "P[it fell.]");
    is_with("it fell./down it went.", LEDE_NEWLINES_HARD, "P[it fell.] P[down it went.]");
    is_with("it fell./2 rose.", LEDE_NEWLINES_SOFT, "P[it fell./2 rose.]");
}

static void gaps(void **state) {
    is("it `fell.", "P[it ^fell.]");
    is("it ` fell.", "P[it ^fell.]");
    is("it` fell.", "P[it ^fell.]");
    is("it`fell.", "P[it ^fell.]");
    is("it ``fell.", "P[it ^fell.]");
    is("it `, fell `.", "P[it^, fell^.]");
    is("(it `) fell.", "P[(it^) fell.]");
    is("`it fell.", "P[^it fell.]");
    is("it fell. `/it rose.", "P[it fell. /^it rose.]");
    is("it fell.`\\2 rose.", "P[it fell.] P[2 rose.]");
    is("it fell.\\`2 rose.", "P[it fell.] P[^2 rose.]");
    is("it fell.`P2 rose.", "P[it fell.] P[2 rose.]");
    is("it `&.", "P[it ^\xC3\xA9.]");
}

static void captions(void **state) {
    is("<a hill>", "C[a hill]");
    is("< a hill >we climbed.", "C[a hill] P[we climbed.]");
    is("we climbed. <a hill>", "P[we climbed.] C[a hill]");
    is("we climbed.<a hill> <a dale>", "P[we climbed.] C[a hill] C[a dale]");
    is("<a hill><a dale>", "C[a hill] C[a dale]");
    is("<a/hill>", "C[a/hill]");
    is("we climbed. <\\a hill>", "P[we climbed.] C[a hill]");
    is("<a <high> hill>", "C[a high hill]");
    is("we climbed. <a `hill>", "P[we climbed.] C[a ^hill]");
    is("Lwe climbed. <a hill>", "L[we climbed.] C[a hill]");
    is("<>we climbed.", "P[we climbed.]");
    is("we climbed. <a hill>\\2 came.", "P[we climbed.] C[a hill] P[2 came.]");
}

static void images_inside(void **state) {
    is("ring <a bell> here.", "P[ring ^here.]");
    is("ring <a bell>.", "P[ring^.]");
    is("ring <> here.", "P[ring ^here.]");
    is("ring <a bell> and <a gong> here.", "P[ring ^and ^here.]");
    is("ring <a bell>/here.", "P[ring /^here.]");
}

/* A block may begin inside an image: HTML can say so. */
static void cut_images(void **state) {
    is("<a hillPwe climbed.>", "C[a hill] P[we climbed.]");
    is("we climbed. <a hillPit rained.", "P[we climbed.] C[a hill] P[it rained.]");
    is("we climbed. <P> it rained.", "P[we climbed.] P[it rained.]");
    is("we climbed. <a hill", "P[we climbed.]");
}

static void omitted(void **state) {
    leaves_out("it `fell.", "code(`)");
    leaves_out("ring <a bell> here.", "image(a bell)");
    leaves_out("we climbed. <a hill>", "");
    leaves_out("<a hill>we climbed.", "");
    leaves_out("ring <a `bell> here.", "code(`)");
}

/* What begins inside the last entry makes it longer at most. */
static void omitted_twice(void **state) {
    sheet s;
    flow f;
    sheet_source(&s, BYTES("0123456789"));
    flow_open(&f, (page_writer){&s.page, &memory_default, &s.source}, LEDE_NEWLINES_AUTO,
              0);
    flow_omit(&f, (lede_span){1, 4}, LEDE_OMITTED_TAG, false);
    flow_omit(&f, (lede_span){1, 4}, LEDE_OMITTED_TAG, false);
    flow_omit(&f, (lede_span){2, 3}, LEDE_OMITTED_CODE, false);
    flow_omit(&f, (lede_span){3, 6}, LEDE_OMITTED_CODE, false);
    flow_omit(&f, (lede_span){6, 7}, LEDE_OMITTED_CODE, false);
    assert_int_equal(flow_close(&f), LEDE_OK);
    assert_int_equal(s.page.omissions.count, 2);
    assert_int_equal(s.page.omissions.items[0].source.begin, 1);
    assert_int_equal(s.page.omissions.items[0].source.end, 6);
    assert_int_equal(s.page.omissions.items[0].kind, LEDE_OMITTED_TAG);
    assert_int_equal(s.page.omissions.items[1].source.begin, 6);
    sheet_close(&s);
}

/* The line end between two lines is the source's own, white space beside it is not. */
static void line_end_of_the_source(void **state) {
    static const uint8_t wanted[] = {PIECE_SAME, PIECE_GENERATED, PIECE_SAME};
    sheet s;
    flow f;
    sheet_source(&s, BYTES("one\ntwo\n three"));
    flow_open(&f, (page_writer){&s.page, &memory_default, &s.source}, LEDE_NEWLINES_AUTO,
              0);
    flow_text(&f, (lede_span){0, 3});
    flow_line_end(&f, FLOW_SOFT_BREAK);
    flow_text(&f, (lede_span){4, 7});
    flow_line_end(&f, FLOW_SOFT_BREAK);
    flow_text(&f, (lede_span){9, 14});
    assert_int_equal(flow_close(&f), LEDE_OK);
    assert_int_equal(s.page.pieces.count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(s.page.pieces.items[i].kind, wanted[i]);
    }
    assert_int_equal(s.page.pieces.items[0].source.end, 7);
    sheet_close(&s);
}

static void no_memory(void **state) {
    counting c;
    size_t failed = 0;
    lede_status status = LEDE_NO_MEMORY;
    const char *signs = "it `fell&. <a hill> <a dale>Pnine/boats\\<2 hens> `and cocks.";
    for (size_t n = 1; status != LEDE_OK; n++) {
        sheet s;
        sheet_source(&s, signs, strlen(signs));
        counting_init(&c, n);
        status = tell_all(&s, &c.allocator, LEDE_NEWLINES_AUTO);
        assert_true(status == LEDE_OK || status == LEDE_NO_MEMORY);
        failed += status != LEDE_OK;
        page_free(&s.page, &c.allocator);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
        memset(&s.page, 0, sizeof s.page);
        sheet_close(&s);
    }
    assert_true(failed > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing),
        cmocka_unit_test(block_ends),
        cmocka_unit_test(shapes),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(gaps),
        cmocka_unit_test(captions),
        cmocka_unit_test(images_inside),
        cmocka_unit_test(cut_images),
        cmocka_unit_test(omitted),
        cmocka_unit_test(omitted_twice),
        cmocka_unit_test(line_end_of_the_source),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
