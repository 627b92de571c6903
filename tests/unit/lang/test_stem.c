/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/pack.h"
#include "lang/stem.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* From the description of the Porter2 algorithm (Porter 2001) and its sample
 * vocabulary. */
static void english(void **state) {
    static const char *const cases[][2] = {
        {"consigned", "consign"},
        {"consolation", "consol"},
        {"consistency", "consist"},
        {"knightly", "knight"},
        {"knots", "knot"},
        {"running", "run"},
        {"ponies", "poni"},
        {"skies", "sky"},
        {"dying", "die"},
        {"generously", "generous"},
        {"a", "a"},
        {"dog's", "dog"},
        {"proceed", "proceed"},
        {"hopping", "hop"},
        {"hoping", "hope"},
    };
    stemmer *s = stemmer_open("english");
    assert_non_null(s);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *stem = NULL;
        size_t n = 0;
        assert_true(stemmer_stem(s, cases[i][0], strlen(cases[i][0]), &stem, &n));
        assert_int_equal(n, strlen(cases[i][1]));
        assert_memory_equal(stem, cases[i][1], n);
    }
    stemmer_close(s);
}

static void empty_word(void **state) {
    static const char word[] = "x";
    const char *stem = NULL;
    size_t n = 9;
    stemmer *s = stemmer_open("english");
    assert_non_null(s);
    assert_true(stemmer_stem(s, word, 0, &stem, &n));
    assert_int_equal(n, 0);
    assert_ptr_equal(stem, word);
    stemmer_close(s);
}

/* (pointer, length): what stands behind the word is not read. */
static void length_counts(void **state) {
    const char *stem = NULL;
    size_t n = 0;
    stemmer *s = stemmer_open("english");
    assert_non_null(s);
    assert_true(stemmer_stem(s, "knotsxyz", 5, &stem, &n));
    assert_int_equal(n, 4);
    assert_memory_equal(stem, "knot", 4);
    stemmer_close(s);
}

static void unknown_algorithm(void **state) {
    assert_null(stemmer_open("klingon"));
    assert_null(stemmer_open(""));
    stemmer_close(NULL);
}

/* Every language names an algorithm that there is. */
static void of_all_packs(void **state) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        if (packs[i].info.stemmer != NULL) {
            stemmer *s = stemmer_open(packs[i].info.stemmer);
            assert_non_null(s);
            stemmer_close(s);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english),       cmocka_unit_test(empty_word),
        cmocka_unit_test(length_counts), cmocka_unit_test(unknown_algorithm),
        cmocka_unit_test(of_all_packs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
