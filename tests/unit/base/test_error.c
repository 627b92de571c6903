/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"

#include <stdio.h>
#include <string.h>

static void null_is_accepted(void **state) {
    error_clear(NULL);
    assert_int_equal(error_set(NULL, LEDE_TOO_LARGE, "%u", 3u), LEDE_TOO_LARGE);
    error_place(NULL, 1, 2, 3);
    assert_int_equal(error_no_memory(NULL), LEDE_NO_MEMORY);
}

static void set_writes_status_and_text(void **state) {
    lede_error e;
    memset(&e, 0xEE, sizeof e);
    lede_status status = error_set(&e, LEDE_TOO_LARGE, "%s is over the limit of %u bytes",
                                   "the source", 64u);
    assert_int_equal(status, LEDE_TOO_LARGE);
    assert_int_equal(e.status, LEDE_TOO_LARGE);
    assert_string_equal(e.text, "the source is over the limit of 64 bytes");
    assert_true(e.offset == 0 && e.line == 0 && e.column == 0);
}

static void place_is_added(void **state) {
    lede_error e;
    (void)error_set(&e, LEDE_BAD_ENCODING, "not UTF-8");
    error_place(&e, UINT64_C(5000000000), 7, 9);
    assert_int_equal(e.status, LEDE_BAD_ENCODING);
    assert_string_equal(e.text, "not UTF-8");
    assert_true(e.offset == UINT64_C(5000000000));
    assert_int_equal(e.line, 7);
    assert_int_equal(e.column, 9);

    (void)error_set(&e, LEDE_INTERNAL, "no place now");
    assert_true(e.offset == 0 && e.line == 0 && e.column == 0);
}

static void clear_means_ok(void **state) {
    lede_error e;
    (void)error_no_memory(&e);
    assert_int_equal(e.status, LEDE_NO_MEMORY);
    assert_true(e.text[0] != '\0');
    error_clear(&e);
    assert_int_equal(e.status, LEDE_OK);
    assert_int_equal(e.text[0], 0);
}

/* Fills `out` with `ascii` letters and then copies of one code point. */
static void fill(char *out, size_t size, size_t ascii, const char *code_point) {
    size_t n = ascii, width = strlen(code_point);
    memset(out, 'a', ascii);
    while (n + width < size) {
        memcpy(out + n, code_point, width);
        n += width;
    }
    out[n] = '\0';
}

static void long_texts_are_cut_between_code_points(void **state) {
    static const char *const code_points[] = {"b", "\xC3\xA9", "\xE2\x82\xAC",
                                              "\xF0\x9F\x98\x80"};
    for (size_t width = 1; width <= 4; width++) {
        for (size_t ascii = 0; ascii < 8; ascii++) {
            char text[400];
            lede_error e;
            fill(text, sizeof text, ascii, code_points[width - 1]);
            (void)error_set(&e, LEDE_BAD_DATA, "%s", text);
            size_t most = LEDE_ERROR_TEXT_SIZE - 1;
            assert_int_equal(strlen(e.text), most - (most - ascii) % width);
            assert_memory_equal(e.text, text, strlen(e.text));
        }
    }
}

static void a_text_that_just_fits_is_whole(void **state) {
    for (size_t n = LEDE_ERROR_TEXT_SIZE - 4; n < LEDE_ERROR_TEXT_SIZE + 4; n++) {
        char text[LEDE_ERROR_TEXT_SIZE + 8] = {0};
        lede_error e;
        memset(text, 'x', n);
        (void)error_set(&e, LEDE_BAD_DATA, "%s", text);
        size_t most = LEDE_ERROR_TEXT_SIZE - 1;
        assert_int_equal(strlen(e.text), n < most ? n : most);
    }
}

/* Bytes that are not UTF-8 must not lead the cut astray. */
static void stray_continuation_bytes_are_harmless(void **state) {
    char text[400];
    lede_error e;
    memset(text, 0x80, sizeof text - 1);
    text[sizeof text - 1] = '\0';
    (void)error_set(&e, LEDE_BAD_DATA, "%s", text);
    assert_true(strlen(e.text) <= LEDE_ERROR_TEXT_SIZE - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(null_is_accepted),
        cmocka_unit_test(set_writes_status_and_text),
        cmocka_unit_test(place_is_added),
        cmocka_unit_test(clear_means_ok),
        cmocka_unit_test(long_texts_are_cut_between_code_points),
        cmocka_unit_test(a_text_that_just_fits_is_whole),
        cmocka_unit_test(stray_continuation_bytes_are_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
