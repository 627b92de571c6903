/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/draft.h"
#include "markup/white.h"
#include "unit/markup/markup_support.h"

static void skips(void **state) {
    (void)state;
    const char text[] = " \t\r\n\xC2\xA0\xE2\x80\x83"
                        "a \xFF";
    uint32_t n = sizeof text - 1;
    assert_int_equal(white_skip(text, 0, n), 9);
    assert_int_equal(white_skip(text, 9, n), 9);
    assert_int_equal(white_skip(text, 10, n), 11);
    assert_int_equal(white_skip(text, 0, 9), 9);
    assert_int_equal(white_skip(text, 3, 3), 3);
}

static void trims(void **state) {
    (void)state;
    const char text[] = "\xC3\xA4 \xC2\xA0\xE2\x80\xA8\n";
    assert_int_equal(white_trim(text, 0, sizeof text - 1), 2);
    assert_int_equal(white_trim(text, 0, 2), 2);
    assert_int_equal(white_trim(text, 2, sizeof text - 1), 2);
}

/* Of title and description, too. */
static void front_matter(void **state) {
    (void)state;
    const char text[] = "---\ntitle: \"A mill\xC2\xA0\"\n"
                        "description: \"\xE2\x80\x83It stands.\xC2\xA0\"\n---\n";
    sheet s;
    draft_front front;
    sheet_source(&s, text, sizeof text - 1);
    markdown_options options = {0};
    assert_int_equal(draft_read(&s.page, &memory_default, &s.source, &options, &front),
                     LEDE_OK);
    assert_int_equal(s.page.blocks.count, 2);
    for (size_t i = 0; i < 2; i++) {
        lede_span span = s.page.blocks.items[i].span;
        assert_int_equal(white_skip(s.page.text, span.begin, span.end), span.begin);
        assert_int_equal(white_trim(s.page.text, span.begin, span.end), span.end);
    }
    sheet_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(skips),
        cmocka_unit_test(trims),
        cmocka_unit_test(front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
