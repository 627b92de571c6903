/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/pack.h"
#include "syllable_support.h"

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct example {
    const char *rules;
    const char *word;
    uint32_t syllables;
} example;

#define LETTERS "[vowel]\naeiouyéäи\n[consonant]\nbcdfghklmnpqrstxz\n"

static void check(const example *e) {
    syllable_tables t;
    lede_error error;
    assert_int_equal(parse_exact(&t, e->rules, strlen(e->rules), &error), LEDE_OK);
    uint32_t got = count_exact(&t, e->word, strlen(e->word));
    if (got != e->syllables) {
        print_message("\"%s\": expected %u\n", e->word, e->syllables);
    }
    assert_int_equal(got, e->syllables);
    syllable_tables_free(&t);
}

static void check_all(const example *examples, size_t n) {
    for (size_t i = 0; i < n; i++) {
        check(&examples[i]);
    }
}

static void vowels_alone(void **state) {
    static const example examples[] = {
        {LETTERS, "", 0},        {LETTERS, "a", 1},      {LETTERS, "b", 1},
        {LETTERS, "bcd", 1},     {LETTERS, "banana", 3}, {LETTERS, "aie", 3},
        {LETTERS, "béä", 2},     {LETTERS, "éиé", 3},    {LETTERS, "12", 0},
        {LETTERS, "-", 0},       {LETTERS, "b2", 1},     {LETTERS, "'", 0},
        {LETTERS, "δρ", 1},      {LETTERS, "δaρ", 1},    {LETTERS, "…", 0},
        {LETTERS, "w", 1},       {LETTERS, "wawa", 2},   {LETTERS, "漢", 1},
        {LETTERS, "a-b-a'a", 3},
    };
    check_all(examples, COUNT(examples));
}

static void longest_pattern(void **state) {
#define RULES LETTERS "[one]\nai aie\n[two]\naiei\n[silent]\naieie\n"
    static const example examples[] = {
        {RULES, "ai", 1},       {RULES, "aie", 1}, {RULES, "aiei", 2},
        {RULES, "aieie", 1}, /* no nucleus, but a word */
        {RULES, "baieieba", 1}, {RULES, "aia", 2}, {RULES, "aiai", 2},
        {RULES, "aieb", 1},     {RULES, "ia", 2},
    };
#undef RULES
    check_all(examples, COUNT(examples));
}

static void context_is_not_taken(void **state) {
#define RULES LETTERS "[silent]\n(e)$ (u)V C(i)V\n[one]\n^(be)e ^ue$\n[three]\n^mono$\n"
    static const example examples[] = {
        {RULES, "bale", 1},
        {RULES, "bales", 2},
        {RULES, "e", 1},
        {RULES, "buab", 1},
        {RULES, "bub", 1},
        {RULES, "beeb", 2},
        {RULES, "abeeb", 3},
        {RULES, "ue", 1},
        {RULES, "bue", 1},
        {RULES, "bia", 1},
        {RULES, "ia", 2},
        {RULES, "aia", 3},
        {RULES, "mono", 3},
        {RULES, "monob", 2},
        {RULES, "amono", 3},
        {RULES, "a-mono-a", 5},
        {RULES, "bale'bale-bale", 3},
        {RULES, "bia-ia", 3},
        {RULES, "wia", 2}, /* not a consonant of the language: unknown */
    };
#undef RULES
    check_all(examples, COUNT(examples));
}

static void somewhere_before(void **state) {
#define RULES LETTERS "[class]\nA éä\n[one]\nA~ia$ A~(io)b V!oi\n"
    static const example examples[] = {
        {RULES, "baria", 3},    {RULES, "béria", 2},   {RULES, "éria", 2},
        {RULES, "äbubabia", 4}, {RULES, "ébabias", 4}, {RULES, "é-bia", 3},
        {RULES, "éia", 2},      {RULES, "iaé", 3},     {RULES, "iobéb", 3},
        {RULES, "ébiob", 2},    {RULES, "ébiod", 3},   {RULES, "bia-bé", 3},
        {RULES, "oi", 1},       {RULES, "bboi", 1},    {RULES, "aboi", 3},
        {RULES, "ab-oi", 2},
    };
#undef RULES
    check_all(examples, COUNT(examples));
}

/* Letters go before classes, what asks for something in front before what does not,
 * and a rule whose context is missing leaves the place to a shorter one. */
static void which_is_first(void **state) {
#define ORDER                                                                            \
    LETTERS "[class]\nS aeo\n[silent]\niS\n[one]\nVV\n[two]\nia C(io)\n[three]\nio\n"    \
            "[four]\n^(io)bb\n"
    static const example examples[] = {
        {ORDER, "ia", 2}, /* letters */
        {ORDER, "bia", 2},   {ORDER, "io", 3},    {ORDER, "bio", 2},  {ORDER, "iobb", 4},
        {ORDER, "biobb", 2}, {ORDER, "aiobb", 2}, {ORDER, "abie", 1}, {ORDER, "abei", 2},
    };
#undef ORDER
    check_all(examples, COUNT(examples));
}

static void syllabic_consonants(void **state) {
#define RULES LETTERS "[class]\nL rl\n[one]\nC(L)C C(L)$\n"
    static const example examples[] = {
        {RULES, "prst", 1}, {RULES, "vlk", 1},     {RULES, "brada", 2},
        {RULES, "bitr", 2}, {RULES, "srdce", 2},   {RULES, "rty", 1},
        {RULES, "karl", 2}, {RULES, "smrtkrk", 2},
    };
#undef RULES
    check_all(examples, COUNT(examples));
}

/* A pattern is seen whole wherever in a word it stands. */
static void far_from_the_start(void **state) {
    static const char rules[] =
        LETTERS "[six]\naieaieaieaieaieaieaieai$\n[silent]\naie\n";
    static const char pattern[] = "aieaieaieaieaieaieaieai";
    char word[512];
    syllable_tables t;
    lede_error error;
    assert_int_equal(parse_exact(&t, rules, sizeof rules - 1, &error), LEDE_OK);
    for (size_t before = 0; before < 400; before++) {
        memset(word, 'b', before);
        memcpy(word + before, pattern, sizeof pattern);
        size_t n = before + sizeof pattern - 1;
        assert_int_equal(count_exact(&t, word, n), 6);
        word[n] = 'b'; /* "ai" of seven times "aie" and "ai" */
        assert_int_equal(count_exact(&t, word, n + 1), 2);
    }
    syllable_tables_free(&t);
}

/* ---- Hostile words --------------------------------------------------------------- */

static const char hostile_rules[] =
    LETTERS "[class]\nA éä\n[one]\naaaaaaaaaaaaaaaaaaaaaaa$ ee VVVVVe\n[two]\nA~aa\n"
            "[silent]\n(e)e$\n";

static void any_bytes(void **state) {
    syllable_tables t;
    lede_error error;
    char word[8];
    assert_int_equal(parse_exact(&t, hostile_rules, sizeof hostile_rules - 1, &error),
                     LEDE_OK);
    for (uint32_t seed = 0; seed < 30000; seed++) {
        uint32_t x = seed * 2654435761u;
        for (size_t i = 0; i < sizeof word; i++) {
            x = x * 1664525u + 1013904223u;
            /* many lead and following bytes, few letters */
            word[i] = (char)((x >> 31) != 0 ? 'a' + (x >> 24) % 6 : x >> 16);
        }
        assert_true(count_exact(&t, word, seed % (sizeof word + 1)) <= 2 * sizeof word);
    }
    syllable_tables_free(&t);
}

static void very_long_words(void **state) {
    static const char *const units[] = {
        "é", "a", "e", "aaé", "bcd", "-", "\xE3\x82", "aaaaaaaaaaaaaaaaaaaaaab"};
    const size_t most = 10u << 20;
    syllable_tables t;
    lede_error error;
    char *word = malloc(most);
    assert_non_null(word);
    assert_int_equal(parse_exact(&t, hostile_rules, sizeof hostile_rules - 1, &error),
                     LEDE_OK);
    for (size_t i = 0; i < COUNT(units); i++) {
        size_t length = strlen(units[i]), n = i == 0 ? most : most / 16;
        for (size_t k = 0; k < n; k++) {
            word[k] = units[i][k % length];
        }
        syllable_rules rules = syllable_tables_rules(&t);
        assert_true(syllable_rules_count(&rules, word, n) <= n);
    }
    free(word);
    syllable_tables_free(&t);
}

/* ---- The rules compiled in -------------------------------------------------------- */

static char *read_file(const char *code, size_t *n) {
    char path[1024];
    snprintf(path, sizeof path, "%s/stopwords/%s/syllables.txt", LEDE_SOURCE_DIR, code);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return NULL;
    }
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)size + 1);
    assert_non_null(bytes);
    *n = (size_t)size;
    assert_int_equal(fread(bytes, 1, *n, file), *n);
    fclose(file);
    return bytes;
}

static void read_again(void **state) {
    size_t packs = 0, read = 0;
    const language_pack *pack = pack_list(&packs);
    for (size_t i = 0; i < packs; i++) {
        size_t n = 0;
        char *bytes = read_file(pack[i].info.code, &n);
        assert_int_equal(bytes == NULL, pack[i].syllable_rules == NULL);
        if (bytes == NULL) {
            continue;
        }
        syllable_tables t;
        lede_error error;
        const syllable_rules *r = pack[i].syllable_rules;
        assert_int_equal(parse_exact(&t, bytes, n, &error), LEDE_OK);
        assert_memory_equal(r->pages, t.pages, sizeof t.pages);
        assert_memory_equal(r->symbols, t.symbols.items, t.symbols.count);
        assert_memory_equal(r->plain, t.plain, t.symbol_count);
        assert_memory_equal(r->classes, t.classes, t.symbol_count * sizeof *t.classes);
        assert_memory_equal(r->nodes, t.nodes.items,
                            t.nodes.count * sizeof *t.nodes.items);
        assert_memory_equal(r->rules, t.rules.items,
                            t.rules.count * sizeof *t.rules.items);
        syllable_tables_free(&t);
        free(bytes);
        read++;
    }
    assert_true(read >= 18);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vowels_alone),         cmocka_unit_test(longest_pattern),
        cmocka_unit_test(context_is_not_taken), cmocka_unit_test(somewhere_before),
        cmocka_unit_test(which_is_first),       cmocka_unit_test(syllabic_consonants),
        cmocka_unit_test(far_from_the_start),   cmocka_unit_test(any_bytes),
        cmocka_unit_test(very_long_words),      cmocka_unit_test(read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
