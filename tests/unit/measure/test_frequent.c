/* SPDX-License-Identifier: MIT */
#include "measure/frequent.h"

#include "measure/metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define WORDS_MAX 2000u
#define TERMS 200u

/* A text whose words are the letters of a string, each a hit: capitals are hard, small
 * letters long. Every word has a syllable, but where a test gives it more. */
typedef struct made {
    lede_document d;
    lede_metrics m;
    lede_word words[WORDS_MAX];
    lede_hit hits[WORDS_MAX];
    lede_term terms[TERMS];
    word_facts facts[TERMS];
    uint8_t on_lists[TERMS];
} made;

static void add(made *x, uint32_t term, lede_hit_kind kind) {
    uint32_t at = (uint32_t)x->d.words.count++;
    x->m.hits.count++;
    x->words[at] = (lede_word){.term = term};
    x->hits[at] = (lede_hit){.first_word = at, .word_count = 1, .kind = (uint8_t)kind};
    x->terms[term].body_count++;
    x->facts[term].syllables = 1;
}

static void make(made *x, const char *letters) {
    memset(x, 0, sizeof *x);
    for (; *letters != '\0'; letters++) {
        bool capital = *letters >= 'A' && *letters <= 'Z';
        add(x, (uint32_t)(*letters - (capital ? 'A' : 'a')),
            capital ? LEDE_HIT_HARD_WORD : LEDE_HIT_LONG_WORD);
    }
    x->d.words.items = x->words;
    x->d.terms.items = x->terms;
    x->d.terms.count = TERMS;
    x->m.d = &x->d;
    x->m.allocator = &memory_default;
    x->m.hits.items = x->hits;
    x->m.facts = x->facts;
    x->m.on_lists = x->on_lists;
}

static frequent find(const made *x, lede_hit_kind kind) {
    frequent found;
    assert_true(frequent_find(&x->m, kind, &found));
    return found;
}

static void expect_frequent(const made *x, lede_hit_kind kind, const char *wanted_terms,
                            const uint32_t *wanted_counts) {
    frequent found = find(x, kind);
    assert_int_equal(found.count, strlen(wanted_terms));
    for (size_t i = 0; i < found.count; i++) {
        assert_int_equal(found.words[i].term, wanted_terms[i] - 'a');
        assert_int_equal(found.words[i].count, wanted_counts[i]);
        assert_int_equal(x->words[found.words[i].word].term, found.words[i].term);
    }
}

static void orders_by_frequency_then_place(void **state) {
    static const uint32_t counts[] = {3, 2, 1, 1};
    made x;
    (void)state;
    make(&x, "DCBAABA");
    expect_frequent(&x, LEDE_HIT_HARD_WORD, "abdc", counts);
    assert_int_equal(find(&x, LEDE_HIT_HARD_WORD).words[1].word, 2);
}

/* Words of fragments are no hits: what the body counts of them must not push out. */
static void counts_hits_alone(void **state) {
    static const uint32_t counts[] = {3, 1, 1, 1, 1, 1, 1, 1};
    made x;
    (void)state;
    make(&x, "BCDEFGHIJAAA");
    for (uint32_t term = 1; term < 10; term++) {
        x.terms[term].body_count = 9;
    }
    expect_frequent(&x, LEDE_HIT_HARD_WORD, "abcdefgh", counts);
}

static void keeps_the_first_of_many(void **state) {
    static const uint32_t counts[] = {2, 2, 1, 1, 1, 1, 1, 1};
    made x;
    (void)state;
    make(&x, "abcdefghijji");
    expect_frequent(&x, LEDE_HIT_LONG_WORD, "ijabcdef", counts);
    assert_true(find(&x, LEDE_HIT_LONG_WORD).more);
    make(&x, "abcdefgh");
    assert_int_equal(find(&x, LEDE_HIT_LONG_WORD).count, 8);
    assert_false(find(&x, LEDE_HIT_LONG_WORD).more);
}

/* As many terms as no pool has room for, the heavy ones among them and last. */
static void finds_the_heaviest_of_many_terms(void **state) {
    static const uint32_t counts[] = {9, 8, 7, 3, 3, 3, 3, 3};
    static made x;
    (void)state;
    make(&x, "");
    for (uint32_t round = 0; round < 3; round++) {
        for (uint32_t term = 0; term < TERMS; term++) {
            add(&x, term, LEDE_HIT_LONG_WORD);
        }
    }
    for (uint32_t more = 0; more < 6; more++) {
        add(&x, 199, LEDE_HIT_LONG_WORD);
        if (more < 5) {
            add(&x, 7, LEDE_HIT_LONG_WORD);
        }
        if (more < 4) {
            add(&x, 100, LEDE_HIT_LONG_WORD);
        }
    }
    frequent found = find(&x, LEDE_HIT_LONG_WORD);
    static const uint32_t terms[] = {199, 7, 100, 0, 1, 2, 3, 4};
    assert_int_equal(found.count, 8);
    assert_true(found.more);
    for (size_t i = 0; i < found.count; i++) {
        assert_int_equal(found.words[i].term, terms[i]);
        assert_int_equal(found.words[i].count, counts[i]);
        assert_int_equal(found.words[i].word, terms[i]);
    }
}

/* Those of the kind alone count: what is a name in one place is none in another. */
static void kinds_are_apart(void **state) {
    static const uint32_t counts[] = {2, 1};
    made x;
    (void)state;
    make(&x, "aAbAbBbb");
    expect_frequent(&x, LEDE_HIT_HARD_WORD, "ab", counts);
    make(&x, "aa");
    expect_frequent(&x, LEDE_HIT_HARD_WORD, "", NULL);
    make(&x, "");
    expect_frequent(&x, LEDE_HIT_HARD_WORD, "", NULL);
}

static void syllables_weigh_for_hard_words(void **state) {
    static const uint32_t counts[] = {1, 2, 1};
    made x;
    (void)state;
    make(&x, "ABBC");
    x.facts[0].syllables = 5;
    x.facts[1].syllables = 2;
    x.facts[2].syllables = 3;
    expect_frequent(&x, LEDE_HIT_HARD_WORD, "abc", counts);
    make(&x, "abb");
    x.facts[0].syllables = 5;
    expect_frequent(&x, LEDE_HIT_LONG_WORD, "ba", (const uint32_t[]){2, 1});
}

static void what_pupils_know_is_not_hard(void **state) {
    static const uint32_t counts[] = {1};
    made x;
    (void)state;
    make(&x, "AABcA");
    x.on_lists[0] = x.on_lists[2] = 1u << LEDE_LIST_DALE_3000;
    expect_frequent(&x, LEDE_HIT_HARD_WORD, "b", counts);
    assert_true(find(&x, LEDE_HIT_HARD_WORD).more);
    expect_frequent(&x, LEDE_HIT_LONG_WORD, "c", counts);
    assert_false(frequent_is_named(&x.m, &x.hits[0]));
    assert_true(frequent_is_named(&x.m, &x.hits[2]));
    assert_true(frequent_is_named(&x.m, &x.hits[3]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_by_frequency_then_place),
        cmocka_unit_test(counts_hits_alone),
        cmocka_unit_test(keeps_the_first_of_many),
        cmocka_unit_test(finds_the_heaviest_of_many_terms),
        cmocka_unit_test(kinds_are_apart),
        cmocka_unit_test(syllables_weigh_for_hard_words),
        cmocka_unit_test(what_pupils_know_is_not_hard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
