/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/line_bytes.h"

static void bytes(void **state) {
    for (unsigned byte = 0; byte < 256; byte++) {
        bool wanted = byte <= 0x0D || byte == 0xC2 || byte == 0xE2;
        assert_true(line_bytes_have((char)byte) == wanted);
    }
}

/* Each byte at each place, alone and with another line end behind it, with the
 * instructions of this machine and without them. */
static void places(void **state) {
    for (unsigned at = 0; at < LINE_BYTES; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            char text[LINE_BYTES];
            memset(text, 'x', sizeof text);
            text[at] = (char)byte;
            uint32_t wanted = line_bytes_have((char)byte) ? at : LINE_BYTES;
            assert_int_equal(line_bytes_before(text), wanted);
            assert_int_equal(line_bytes_before_lanes(text), wanted);
            text[LINE_BYTES - 1] = '\n';
            wanted = wanted < LINE_BYTES ? wanted : LINE_BYTES - 1;
            assert_int_equal(line_bytes_before(text), wanted);
            assert_int_equal(line_bytes_before_lanes(text), wanted);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes),
        cmocka_unit_test(places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
