/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/markup_support.h"

/* Text 0-4 is source 2-6; text 4-10 are two units of three bytes that stand for
 * two of four at source 8-16; text 10-13 has no source, it would be at 16; text
 * 13-15 is source 20-22. */
static piece pieces[] = {
    {{0, 4}, {2, 6}, PIECE_SAME, 0, 0},
    {{4, 10}, {8, 16}, PIECE_DECODED, 3, 4},
    {{10, 13}, {16, 16}, PIECE_GENERATED, 0, 0},
    {{13, 15}, {20, 22}, PIECE_SAME, 0, 0},
};

static void offsets(void **state) {
    static const uint32_t wanted[] = {2,  3,  4,  5,  8,  8,  8,  12, 12,
                                      12, 16, 16, 16, 20, 21, 22, 22, 22};
    page p = {0};
    p.size = 15;
    p.pieces.items = pieces;
    p.pieces.count = COUNT(pieces);
    for (uint32_t at = 0; at < COUNT(wanted); at++) {
        assert_int_equal(page_source_offset(&p, at), wanted[at]);
    }
    assert_int_equal(page_source_offset(&p, UINT32_MAX), 22);
}

static void one_piece(void **state) {
    page p = {0};
    p.pieces.items = pieces;
    p.pieces.count = 1;
    assert_int_equal(page_source_offset(&p, 0), 2);
    assert_int_equal(page_source_offset(&p, 3), 5);
    assert_int_equal(page_source_offset(&p, 4), 6);
}

static void no_piece(void **state) {
    page p = {0};
    assert_int_equal(page_source_offset(&p, 0), 0);
    assert_int_equal(page_source_offset(&p, 7), 0);
}

static void freed(void **state) {
    counting c;
    page p = {0};
    source s;
    counting_init(&c, NEVER);
    assert_int_equal(source_open(&s, &c.allocator, BYTES("a\xFF\n\nb 2024-03-23")),
                     LEDE_OK);
    assert_int_equal(plain_read(&p, &c.allocator, &s, LEDE_NEWLINES_AUTO, 0), LEDE_OK);
    assert_true(c.live_blocks > 0);
    page_free(&p, &c.allocator);
    source_close(&s, &c.allocator);
    assert_int_equal(c.live_blocks, 0);
    assert_int_equal(c.wrong_sizes, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offsets),
        cmocka_unit_test(one_piece),
        cmocka_unit_test(no_piece),
        cmocka_unit_test(freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
