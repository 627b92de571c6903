/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/letters.h"

#define BYTES 16u

static letters read_text(const char *text) {
    char bytes[BYTES] = {0};
    memcpy(bytes, text, strlen(text));
    return letters_read(bytes);
}

static void assert_key(letters l, const char *key) {
    char bytes[BYTES] = {0};
    lanes_store(bytes, l.key.low);
    lanes_store(bytes + 8, l.key.high);
    assert_int_equal(l.n, strlen(key));
    assert_memory_equal(bytes, key, l.n);
    for (size_t i = l.n; i < BYTES; i++) {
        assert_int_equal(bytes[i], 0);
    }
}

static void words(void **state) {
    assert_key(read_text("word "), "word");
    assert_key(read_text("A b"), "a");
    assert_key(read_text("McDonald's"), "mcdonald");
    assert_key(read_text("NINE[lives"), "nine");
    assert_key(read_text("internationally,"), "internationally");
    assert_key(read_text("incomprehensible"), "incomprehensible");
    assert_key(read_text("caf\xC3\xA9"), "caf");
    assert_key(read_text(" none"), "");
}

static void cases(void **state) {
    assert_int_equal(read_text("word").small, 0xF);
    assert_int_equal(read_text("Word").small, 0xE);
    assert_int_equal(read_text("WORD up").small, 0);
    assert_int_equal(read_text("iPhonE").small, 0x1D);
    assert_int_equal(read_text("INCOMPREHENSIBLe").small, 0x8000);
}

/* Each byte at each place, between letters: what is read with the instructions of this
 * machine is what is read without them. */
static void both(void **state) {
    static const char around[] = "aZmAzqBEyNoXwJtr";
    for (unsigned at = 0; at < BYTES; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            char bytes[BYTES];
            memcpy(bytes, around, BYTES);
            bytes[at] = (char)byte;
            letters one = letters_read(bytes), other = letters_read_lanes(bytes);
            assert_int_equal(one.n, other.n);
            assert_int_equal(one.small, other.small);
            assert_true(one.key.low == other.key.low && one.key.high == other.key.high);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(cases),
        cmocka_unit_test(both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
