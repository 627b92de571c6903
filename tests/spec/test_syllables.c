/* SPDX-License-Identifier: MIT */
/*
 * Syllables by rules against words counted by hand: syllables-<code>.txt. Small lists
 * must be right to the last word. Of French and Portuguese every second word was kept
 * back when the rules were made; of those a share must be right, which may only grow.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "lang/pack.h"
#include "lang/syllable_rules.h"
#include "unicode/normalize.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LINE_SIZE 512

typedef struct gold {
    const char *code;
    uint32_t least; /* words in the list */
    uint32_t
        kept_back; /* of every second word: how many may be wrong; others: all right */
    bool halves;
} gold;

static const gold lists[] = {
    {"cs", 60, 0, false}, {"da", 60, 0, false}, {"de", 60, 0, false},
    {"el", 60, 0, false}, {"es", 60, 0, false}, {"fi", 60, 0, false},
    {"fr", 500, 1, true}, {"hi", 60, 0, false}, {"it", 60, 0, false},
    {"nb", 60, 0, false}, {"nl", 60, 0, false}, {"pl", 60, 0, false},
    {"pt", 500, 0, true}, {"ru", 60, 0, false}, {"sk", 60, 0, false},
    {"sv", 60, 0, false}, {"tr", 60, 0, false}, {"uk", 60, 0, false},
};

static uint32_t count(const syllable_rules *rules, const char *word, size_t n) {
    char folded[LINE_SIZE];
    size_t length = normalize_fold(&memory_default, word, n, folded, sizeof folded);
    assert_true(length <= sizeof folded);
    return syllable_rules_count(rules, folded, length);
}

/* "word<TAB>count" is right; says so when not. */
static bool is_right(const gold *g, const syllable_rules *rules, const char *line) {
    const char *tab = strchr(line, '\t');
    assert_non_null(tab);
    uint32_t got = count(rules, line, (size_t)(tab - line));
    uint32_t expected = (uint32_t)strtoul(tab + 1, NULL, 10);
    assert_in_range(expected, 1, 60);
    if (got != expected) {
        print_message("%s: %.*s has %u, counted %u\n", g->code, (int)(tab - line), line,
                      expected, got);
    }
    return got == expected;
}

static void check_list(const gold *g) {
    char path[LINE_SIZE], line[LINE_SIZE];
    const language_pack *pack = pack_find(g->code, strlen(g->code));
    uint32_t words = 0, wrong[2] = {0, 0};
    assert_non_null(pack);
    assert_non_null(pack->syllable_rules);
    snprintf(path, sizeof path, "%s/tests/spec/syllables-%s.txt", LEDE_SOURCE_DIR,
             g->code);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] != '#') {
            bool kept_back = g->halves && words % 2 == 1;
            wrong[kept_back] += !is_right(g, pack->syllable_rules, line);
            words++;
        }
    }
    fclose(file);
    assert_true(words >= g->least);
    assert_int_equal(wrong[0], 0);
    assert_true(wrong[1] <= g->kept_back);
}

static void words_counted_by_hand(void **state) {
    for (size_t i = 0; i < COUNT(lists); i++) {
        check_list(&lists[i]);
    }
}

/* Every language but those that rules cannot serve has rules, and a list here. */
static void no_language_forgotten(void **state) {
    static const char *const without[] = {"ar", "en", "ja", "zh"};
    size_t packs = 0, with = 0;
    const language_pack *pack = pack_list(&packs);
    for (size_t i = 0; i < packs; i++) {
        bool none = false;
        for (size_t k = 0; k < COUNT(without); k++) {
            none = none || strcmp(pack[i].info.code, without[k]) == 0;
        }
        assert_int_equal(pack[i].syllable_rules == NULL, none);
        with += !none;
    }
    assert_int_equal(with, COUNT(lists));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_counted_by_hand),
        cmocka_unit_test(no_language_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
