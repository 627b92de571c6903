/* SPDX-License-Identifier: MIT */
/* Syllable rules from a text, for tests. Included behind cmocka.h. */
#ifndef LEDE_TESTS_SYLLABLE_SUPPORT_H
#define LEDE_TESTS_SYLLABLE_SUPPORT_H

#include "lang/parse_syllables.h"

#include <stdlib.h>
#include <string.h>

/* From memory of the exact size, so that a read beyond the end is found out. */
static inline lede_status parse_exact(syllable_tables *t, const char *text, size_t n,
                                      lede_error *error) {
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, text, n);
    *t = (syllable_tables){.allocator = &memory_default};
    lede_status status = parse_syllables(t, exact, n, error);
    free(exact);
    return status;
}

static inline uint32_t count_exact(const syllable_tables *t, const char *word, size_t n) {
    syllable_rules rules = syllable_tables_rules(t);
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, word, n);
    uint32_t count = syllable_rules_count(&rules, exact, n);
    free(exact);
    return count;
}

#endif
