/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/fog.h"
#include "unit/lang/style_support.h"

/* Syllables of the words and parts that the cases need. */
static const struct {
    const char *key;
    uint32_t syllables;
} known[] = {
    {"created", 3},   {"create", 2},      {"excuses", 3},     {"excuse", 2},
    {"exciting", 3},  {"excite", 2},      {"butterfly", 3},   {"butter", 2},
    {"fly", 1},       {"butterflies", 3}, {"flies", 1},       {"acceptable", 4},
    {"accept", 2},    {"able", 2},        {"governors", 3},   {"govern", 2},
    {"ors", 1},       {"satisfied", 3},   {"satisfie", 2},    {"bookkeeper", 3},
    {"book", 1},      {"keeper", 2},      {"important", 3},   {"repeated", 3},
    {"repeate", 2},   {"families", 3},    {"familie", 3},     {"well", 1},
    {"known", 1},     {"united", 3},      {"unite", 2},       {"state", 1},
    {"decorated", 4}, {"decorate", 3},    {"grandmother", 3}, {"grand", 1},
    {"mother", 2},    {"caterpillar", 4}, {"cater", 2},       {"pillar", 2},
    {"fishermen", 3}, {"fisher", 2},      {"men", 1},         {"watermelon", 4},
    {"water", 2},     {"melon", 2},       {"understand", 3},  {"under", 2},
    {"stand", 1},     {"decorat", 3},     {"expected", 3},    {"expect", 2},
    {"expecte", 3},
};

static uint32_t syllables(const language_pack *pack, const char *key, size_t n) {
    (void)pack;
    for (size_t i = 0; i < COUNT(known); i++) {
        if (strlen(known[i].key) == n && memcmp(known[i].key, key, n) == 0) {
            return known[i].syllables;
        }
    }
    return n > 12 ? 5 : 1;
}

static bool is_hard(const language_pack *pack, const char *key, bool optional) {
    const fog_options options = {syllables, optional, 0};
    return fog_is_hard(pack, key, strlen(key), &options);
}

static void endings(void **state) {
    static const struct {
        const char *key;
        bool hard, hard_with_optional;
    } cases[] = {
        {"state", false, false},    {"important", true, true},  {"created", false, false},
        {"expected", false, false}, {"repeated", false, false}, {"excuses", false, false},
        {"exciting", true, false},  {"decorated", true, true}, /* three without its ending
                                                                */
        {"satisfied", true, true},                             /* as "satisfy" */
        {"families", true, true},   {"united", false, false},   {"", false, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (is_hard(pack_of("en"), cases[i].key, false) != cases[i].hard ||
            is_hard(pack_of("en"), cases[i].key, true) != cases[i].hard_with_optional) {
            fail_msg("%s", cases[i].key);
        }
    }
}

static void hyphens(void **state) {
    static const struct {
        const char *key;
        bool hard;
    } cases[] = {
        {"well-known-state", false}, {"well-created", false}, {"state-important", true},
        {"important-", true},        {"-state", false},       {"--", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (is_hard(pack_of("en"), cases[i].key, false) != cases[i].hard) {
            fail_msg("%s", cases[i].key);
        }
    }
}

/* Dale's list must know both words; without it a solid compound is a long word. */
static void solid_compounds(void **state) {
    const bool unknown = (word_lists_known(pack_of("en")) & WORD_LIST_DALE_3000) == 0;
    static const char *const easy[] = {"butterfly", "butterflies", "grandmother"};
    for (size_t i = 0; i < COUNT(easy); i++) {
        assert_int_equal(is_hard(pack_of("en"), easy[i], false), unknown);
    }
    assert_int_equal(is_hard(pack_of("en"), "understand", false), unknown);
    assert_true(is_hard(pack_of("en"), "important", false));
    assert_true(is_hard(pack_of("en"), "acceptable", false)); /* an ending */
    assert_true(is_hard(pack_of("en"), "governors", false));
    /* "cater" and "melon" are not on the list. */
    assert_true(is_hard(pack_of("en"), "caterpillar", false));
    assert_true(is_hard(pack_of("en"), "watermelon", false));
}

/* A language without rules has no hard words. */
static void no_rules(void **state) {
    assert_true(fog_is_known(pack_of("en")));
    assert_false(fog_is_known(pack_of("de")));
    assert_false(fog_is_known(pack_neutral()));
    assert_false(is_hard(pack_of("de"), "important", false));
    assert_false(is_hard(pack_neutral(), "important", false));
    const fog_options whole = {syllables, false, 3};
    assert_true(fog_is_hard_whole(pack_of("en"), "important", 9, &whole));
    assert_false(fog_is_hard_whole(pack_of("de"), "important", 9, &whole));
    assert_false(fog_is_hard_whole(pack_neutral(), "important", 9, &whole));
}

static void long_words(void **state) {
    char word[20000];
    const fog_options options = {syllables, true, 0};
    memset(word, 'a', sizeof word);
    assert_true(fog_is_hard(pack_of("en"), word, sizeof word, &options));
    memset(word, '-', sizeof word);
    assert_false(fog_is_hard(pack_of("en"), word, sizeof word, &options));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(endings),         cmocka_unit_test(hyphens),
        cmocka_unit_test(solid_compounds), cmocka_unit_test(no_rules),
        cmocka_unit_test(long_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
