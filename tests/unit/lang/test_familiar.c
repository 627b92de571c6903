/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/familiar.h"
#include "unit/lang/style_support.h"

/* A list of a few words with the rules of English, whatever lists are compiled in. */
static const char *const few[] = {
    "baby", "stop",  "hope", "big",    "happy", "walk", "cry",    "die",   "class",
    "box",  "dance", "can",  "will",   "he",    "do",   "father", "in",    "law",
    "fast", "teach", "know", "affair", "large", "her",  "paw",    "apple", "tree",
};

static uint32_t lists_of_few(const void *context, const char *key, size_t n) {
    (void)context;
    for (size_t i = 0; i < COUNT(few); i++) {
        if (strlen(few[i]) == n && memcmp(few[i], key, n) == 0) {
            return 1;
        }
    }
    return 0;
}

static bool is_familiar(const language_pack *pack, const char *key) {
    const familiar_lists lists = {lists_of_few, NULL, 1, NULL};
    return familiar_by(pack, &lists, key, strlen(key)) == 1;
}

typedef struct judged {
    const char *key;
    bool familiar;
} judged;

static void few_words(void **state) {
    static const judged cases[] = {
        {"baby", true},
        {"babies", true},
        {"babys", true},
        {"stopped", true},
        {"stopping", true},
        {"stoped", true}, /* spelling is not looked at */
        {"hoping", true},
        {"hoped", true},
        {"hopping", false},
        {"biggest", true},
        {"bigger", true},
        {"biger", true},
        {"happier", true},
        {"happiest", true},
        {"happily", false},
        {"happiness", false},
        {"cried", true},
        {"cries", true},
        {"dying", true},
        {"classes", true},
        {"clas", false},
        {"boxes", true},
        {"dances", true},
        {"danced", true},
        {"dancer", false}, /* who does it */
        {"teacher", false},
        {"larger", true},
        {"largest", true},
        {"fastest", true},
        {"known", true},
        {"pawn", false}, /* no participle */
        {"can't", true},
        {"won't", true},
        {"don't", true},
        {"don't've", false}, /* one contraction only */
        {"he'll", true},
        {"he's", true},
        {"she's", false},
        {"father's", true},
        {"babies's", true},
        {"stoppings", false}, /* two endings */
        {"father-in-law", true},
        {"father-in-laws", true},
        {"apple-trees", true},
        {"apple-orchard", false},
        {"-apple", false},
        {"apple--tree", false},
        {"apple-2", true},
        {"1948", true},
        {"19th", true},
        {"3.5", true},
        {"unknown", false},
        {"affair", true},
        {"affairs", true},
        {"herring", true}, /* as "her": a known error */
        {"", true},
    };
    const language_pack *english = pack_of("en");
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (is_familiar(english, cases[i].key) != cases[i].familiar) {
            fail_msg("%s", cases[i].key);
        }
    }
}

/* A language without rules has the words of the list, and their compounds. */
static void no_rules(void **state) {
    static const judged cases[] = {
        {"baby", true},       {"babies", false}, {"he'll", false},
        {"apple-tree", true}, {"1948", true},    {"unknown", false},
    };
    styled s;
    styled_open(&s, "");
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(is_familiar(&s.pack, cases[i].key), cases[i].familiar);
        assert_int_equal(is_familiar(pack_neutral(), cases[i].key), cases[i].familiar);
    }
    styled_close(&s);
}

/* Each list for itself: parts of a compound must be familiar by the same one. */
static uint32_t lists_of_letters(const void *context, const char *key, size_t n) {
    (void)context;
    return n != 2                      ? 0
           : memcmp(key, "aa", 2) == 0 ? 1
           : memcmp(key, "bb", 2) == 0 ? 2
           : memcmp(key, "cc", 2) == 0 ? 3
                                       : 0;
}

static void several_lists(void **state) {
    static const struct {
        const char *key;
        uint32_t lists;
    } cases[] = {
        {"aa", 1},    {"bbs", 2},   {"ccs", 3},      {"aa-bb", 0}, {"aa-cc", 1},
        {"cc-bb", 2}, {"cc-cc", 3}, {"cc-cc-dd", 0}, {"7", 3},     {"cc-7", 3},
    };
    const familiar_lists lists = {lists_of_letters, NULL, 3, NULL};
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(
            familiar_by(pack_of("en"), &lists, cases[i].key, strlen(cases[i].key)),
            cases[i].lists);
    }
}

/* Words that no list has cost no more than their length. */
static void long_words(void **state) {
    char word[10000];
    memset(word, 'a', sizeof word);
    const familiar_lists lists = {lists_of_few, NULL, 1, NULL};
    assert_int_equal(familiar_by(pack_of("en"), &lists, word, sizeof word), 0);
    for (size_t i = 0; i < sizeof word; i += 3) {
        memcpy(word + i, "in-", sizeof word - i < 3 ? sizeof word - i : 3);
    }
    assert_int_equal(familiar_by(pack_of("en"), &lists, word, 8999), 1);
    assert_int_equal(familiar_by(pack_of("en"), &lists, word, 9000), 0); /* ends in "-" */
}

#ifdef LEDE_HAS_DALE_CHALL_3000
/* Words that Dale and Chall (1948) name as unfamiliar in their first sample, and
 * others on both sides. */
static void dale_3000(void **state) {
    static const judged cases[] = {
        {"necessary", false}, {"foundation", false}, {"affect", false},
        {"pregnancy", false}, {"special", false},    {"prevented", false},
        {"the", true},        {"mother", true},      {"babies", true},
        {"mother's", true},   {"stopped", true},     {"hoping", true},
        {"biggest", true},    {"happily", true},     {"sadly", false},
        {"gladly", true}, /* listed too */
        {"mr", true},         {"mrs", true},         {"o'clock", true},
        {"cross-eyed", true}, {"bookkeeper", true},  {"bookkeepers", true},
        {"drawn", true},      {"prettiest", true},   {"1998", true},
    };
    const language_pack *english = pack_of("en");
    assert_true(word_lists_known(english) & WORD_LIST_DALE_3000);
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (((lists_of(english, cases[i].key) & WORD_LIST_DALE_3000) != 0) !=
            cases[i].familiar) {
            fail_msg("%s", cases[i].key);
        }
    }
}
#else
static void dale_3000(void **state) {
    assert_false(word_lists_known(pack_of("en")) & WORD_LIST_DALE_3000);
    assert_false(lists_of(pack_of("en"), "mother") & WORD_LIST_DALE_3000);
}
#endif

#ifdef LEDE_HAS_SPACHE_1974
static void spache_1974(void **state) {
    static const judged cases[] = {
        {"special", true},     {"specials", true}, {"raccoons", true},
        {"disappeared", true}, {"happiest", true}, {"z", true},
        {"acorn", false},      {"awful", false},   {"specially", false},
    };
    const language_pack *english = pack_of("en");
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (((lists_of(english, cases[i].key) & WORD_LIST_SPACHE_1974) != 0) !=
            cases[i].familiar) {
            fail_msg("%s", cases[i].key);
        }
    }
}
#else
static void spache_1974(void **state) {
    assert_false(word_lists_known(pack_of("en")) & WORD_LIST_SPACHE_1974);
}
#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_words),     cmocka_unit_test(no_rules),
        cmocka_unit_test(several_lists), cmocka_unit_test(long_words),
        cmocka_unit_test(dale_3000),     cmocka_unit_test(spache_1974),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
