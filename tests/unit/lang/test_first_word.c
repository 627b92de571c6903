/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/first_word.h"

#include <string.h>

static void lengths(void **state) {
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {
        {"", 0},
        {"read more", 4},
        {"read", 4},
        {"don't", 3},
        {" read", 0},
        {"3 more", 0},
        {"\xC3\xA9t\xC3\xA9.", 5},
        {"e\xCC\x81t\xC3\xA9", 6},                               /* with its mark */
        {"\xE7\x9B\xB8\xE5\x85\xB3", 3},                         /* Han: one character */
        {"\xE3\x81\x82\xE3\x81\x84", 3},                         /* Hiragana */
        {"\xE3\x83\xA1\xE3\x83\xBC\xE3\x83\xAB\xE3\x81\xAE", 9}, /* Katakana: a run */
        {"a\xE7\x9B\xB8", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(first_word_length(cases[i].text, strlen(cases[i].text)),
                         cases[i].length);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(lengths)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
