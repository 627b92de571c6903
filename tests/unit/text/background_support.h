/* SPDX-License-Identifier: MIT */
/* What the tests of background files share. */
#ifndef LEDE_TESTS_TEXT_BACKGROUND_SUPPORT_H
#define LEDE_TESTS_TEXT_BACKGROUND_SUPPORT_H

#include "support/background_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const background_entry boats[] = {
    BACKGROUND_ENTRY("boat", 4, 9),          BACKGROUND_ENTRY("boathouse", 1, 2),
    BACKGROUND_ENTRY("boats", 3, 300),       BACKGROUND_ENTRY("harbour", 5, 7),
    BACKGROUND_ENTRY("z\xC3\xBCrich", 2, 2),
};

static inline lede_background open_background(const text_buffer *t) {
    lede_background b;
    lede_error error;
    lede_status status = background_open(&b, t->bytes, t->n, &error);
    if (status != LEDE_OK) {
        print_error("%s (at %llu)\n", error.text, (unsigned long long)error.offset);
    }
    assert_int_equal(status, LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    return b;
}

/* Takes the file with it. In a block of its own: no byte behind it may be read. */
static inline void expect_refused(text_buffer *t, const char *text, uint64_t offset) {
    lede_background b;
    lede_error error;
    text_fit(t);
    assert_int_equal(background_open(&b, t->bytes, t->n, &error), LEDE_BAD_DATA);
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_string_equal(error.text, text);
    assert_int_equal(error.offset, offset);
    assert_int_equal(error.line, 0);
    assert_int_equal(background_open(&b, t->bytes, t->n, NULL), LEDE_BAD_DATA);
    text_free(t);
}

#endif
