/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "lang/pack.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool well_formed(const char *code) {
    return pack_code_is_well_formed(code, strlen(code));
}

static void codes(void **state) {
    static const char *const good[] = {"en",    "de",      "haw",    "pt-BR",
                                       "zz-ZZ", "haw-419", "es-419", "zzz-AA"};
    static const char *const bad[] = {"",      "e",       "engl",    "EN",     "eN",
                                      "e1",    "en-",     "en-G",    "en-gb",  "en-GBR",
                                      "en_GB", "en-41",   "en-4190", "en-4A9", "en-A1",
                                      "-GB",   "en-GB-x", " en",     "en ",    "auto"};
    for (size_t i = 0; i < COUNT(good); i++) {
        assert_true(well_formed(good[i]));
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_false(well_formed(bad[i]));
    }
    /* (pointer, length), no NUL */
    assert_true(pack_code_is_well_formed("english", 2));
    assert_true(pack_code_is_well_formed("english", 3));
    assert_false(pack_code_is_well_formed("en-GB", 4));
    assert_false(pack_code_is_well_formed("en\0", 3));
}

static void slots(void **state) {
    static const uint32_t masks[] = {0, 1, 7, 1023};
    static const char *const keys[] = {"", "a", "the", "continue reading below"};
    for (size_t i = 0; i < COUNT(keys); i++) {
        for (size_t m = 0; m < COUNT(masks); m++) {
            uint32_t slot = pack_first_slot(keys[i], strlen(keys[i]), masks[m]);
            uint64_t hash = hash_bytes(keys[i], strlen(keys[i]), 0);
            assert_int_equal(slot, (uint32_t)hash & masks[m]);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes),
        cmocka_unit_test(slots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
