/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/bytes.h"
#include "unicode/properties.h"

#include <string.h>

/* The table against the properties of the code points it stands for. */
static void ascii(void **state) {
    for (uint32_t c = 0; c < 0x80; c++) {
        unicode_class class = unicode_class_of(c);
        unsigned wanted = 0;
        wanted |= class == UC_LETTER_LOWER ? BYTE_LOWER : 0u;
        wanted |= class == UC_LETTER_UPPER ? BYTE_UPPER : 0u;
        wanted |= class == UC_DIGIT ? BYTE_DIGIT : 0u;
        wanted |= c == '_' ? BYTE_UNDERSCORE : 0u;
        wanted |= class == UC_SPACE ? BYTE_SPACE : 0u;
        wanted |= class == UC_LINE_END ? BYTE_NEWLINE : 0u;
        wanted |= c != 0 && strchr("'-.,:/&@%", (int)c) != NULL ? BYTE_JOINS : 0u;
        assert_int_equal(byte_class[c], wanted);
    }
}

static void high(void **state) {
    for (unsigned c = 0x80; c <= 0xFF; c++) {
        assert_int_equal(byte_class[c], BYTE_HIGH | BYTE_JOINS);
    }
}

static void at(void **state) {
    static const char text[] = "a\xFF";
    assert_int_equal(byte_at(text, 0), BYTE_LOWER);
    assert_int_equal(byte_at(text, 1), BYTE_HIGH | BYTE_JOINS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ascii),
        cmocka_unit_test(high),
        cmocka_unit_test(at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
