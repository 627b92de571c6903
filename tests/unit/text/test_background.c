/* SPDX-License-Identifier: MIT */
#include "text/background.h"

#include "unit/text/background_support.h"

#include <math.h>

#define MOST 2000

/* ---- Words ------------------------------------------------------------------- */

/* Words with room for their bytes. */
typedef struct made_words {
    background_entry items[MOST];
    char bytes[MOST][BACKGROUND_KEY_MAX];
    size_t count;
} made_words;

static int compare_words(const void *a, const void *b) {
    const background_entry *left = a, *right = b;
    return background_compare(left->key, left->n, right->key, right->n);
}

/* Of few different bytes, so that many share beginnings and are the beginning of
 * others; now and then as long as words get. */
static size_t make_key(char *bytes, uint64_t *seed) {
    static const char alphabet[] = {'a', 'b', '\0', '\x7F', '\x80', '\xFF'};
    size_t n = 1 + text_below(seed, text_below(seed, 50) == 0 ? BACKGROUND_KEY_MAX : 9);
    for (size_t i = 0; i < n; i++) {
        bytes[i] = alphabet[text_below(seed, sizeof alphabet)];
    }
    return n;
}

/* `count` words or, where chance makes one twice, fewer. */
static void make_words(made_words *w, size_t count, uint64_t seed) {
    for (size_t i = 0; i < count; i++) {
        size_t n = make_key(w->bytes[i], &seed);
        uint64_t documents = 1 + (next_random(&seed) >> (14 + text_below(&seed, 50)));
        uint64_t occurrences = documents + (next_random(&seed) >> 20) % documents;
        w->items[i] = (background_entry){w->bytes[i], n, documents, occurrences};
    }
    qsort(w->items, count, sizeof *w->items, compare_words);
    w->count = 0;
    for (size_t i = 0; i < count; i++) {
        if (w->count == 0 || compare_words(&w->items[w->count - 1], &w->items[i]) != 0) {
            w->items[w->count++] = w->items[i];
        }
    }
}

/* Against what a search in the array of words says. */
static bool expect_found(const lede_background *b, const made_words *w, const char *key,
                         size_t n) {
    background_entry wanted = {key, n, 0, 0};
    const background_entry *word =
        bsearch(&wanted, w->items, w->count, sizeof *w->items, compare_words);
    uint64_t documents = 99, occurrences = 99;
    bool found = background_find(b, key, n, &documents, &occurrences);
    assert_true(found == (word != NULL));
    assert_true(documents == (word != NULL ? word->documents : 0));
    assert_true(occurrences == (word != NULL ? word->occurrences : 0));
    return found;
}

/* Words that are near to one: a byte less, a byte more, one higher, one lower. */
static void look_around(const lede_background *b, const made_words *w,
                        const background_entry *word) {
    char key[BACKGROUND_KEY_MAX + 1];
    memcpy(key, word->key, word->n);
    for (size_t n = 0; n < word->n; n++) {
        (void)expect_found(b, w, key, n);
    }
    key[word->n] = '\0';
    (void)expect_found(b, w, key, word->n + 1);
    key[word->n] = '\xFF';
    (void)expect_found(b, w, key, word->n + 1);
    for (size_t i = 0; i < word->n; i++) {
        char kept = key[i];
        key[i] = (char)(unsigned char)((unsigned char)kept + 1);
        (void)expect_found(b, w, key, word->n);
        key[i] = (char)(unsigned char)((unsigned char)kept - 1);
        (void)expect_found(b, w, key, word->n);
        key[i] = kept;
    }
}

/* One block, full or not, and many of them; at an odd address. */
static void finds_what_is_there(void **state) {
    static const size_t counts[] = {1, 2, 63, 64, 65, 66, 127, 128, 129, 400, MOST};
    static made_words w;
    for (size_t i = 0; i < COUNT(counts); i++) {
        make_words(&w, counts[i], i);
        text_buffer t = background_write(w.items, w.count);
        text_buffer odd = {0};
        text_put(&odd, "x");
        text_add(&odd, t.bytes, t.n);
        text_fit(&odd);
        lede_background b;
        assert_int_equal(background_open(&b, odd.bytes + 1, t.n, NULL), LEDE_OK);
        text_free(&t);
        assert_int_equal(b.facts.words, w.count);
        for (size_t k = 0; k < w.count; k++) {
            assert_true(expect_found(&b, &w, w.items[k].key, w.items[k].n));
            look_around(&b, &w, &w.items[k]);
        }
        text_free(&odd);
    }
}

static void finds_no_others(void **state) {
    static made_words w;
    char key[BACKGROUND_KEY_MAX];
    uint64_t seed = 5;
    make_words(&w, 700, 77);
    text_buffer t = background_write(w.items, w.count);
    lede_background b = open_background(&t);
    for (int i = 0; i < 20000; i++) {
        size_t n = make_key(key, &seed);
        (void)expect_found(&b, &w, key, n);
    }
    text_free(&t);
}

static void longest_words(void **state) {
    char key[BACKGROUND_KEY_MAX + 1];
    uint64_t documents = 0, occurrences = 0;
    memset(key, 'x', sizeof key);
    background_entry words[] = {{key, BACKGROUND_KEY_MAX - 1, 1, 1},
                                {key, BACKGROUND_KEY_MAX, 2, 2}};
    text_buffer t = background_write(words, COUNT(words));
    lede_background b = open_background(&t);
    assert_true(background_find(&b, key, 254, &documents, &occurrences));
    assert_int_equal(documents, 1);
    assert_true(background_find(&b, key, 255, &documents, &occurrences));
    assert_int_equal(documents, 2);
    assert_false(background_find(&b, key, 256, &documents, &occurrences));
    assert_int_equal(documents, 0);
    assert_int_equal(occurrences, 0);
    text_free(&t);
}

static void nothing_in_an_empty_file(void **state) {
    text_buffer t = background_write(NULL, 0);
    lede_background b = open_background(&t);
    uint64_t documents = 9, occurrences = 9;
    assert_int_equal(t.n, BACKGROUND_HEAD);
    assert_false(background_find(&b, "a", 1, &documents, &occurrences));
    assert_false(background_find(&b, "", 0, &documents, &occurrences));
    assert_false(background_find(&b, NULL, 0, &documents, &occurrences));
    assert_int_equal(documents, 0);
    assert_int_equal(occurrences, 0);
    assert_true(background_keyness(&b, "a", 1, 5, 10) == 0);
    text_free(&t);
}

/* Every length of a count, and the largest there is. */
static void counts_of_every_size(void **state) {
    background_entry words[65];
    char keys[65];
    uint64_t documents = 0, occurrences = 0;
    for (unsigned i = 0; i < 64; i++) {
        keys[i] = (char)('0' + i);
        words[i] = (background_entry){&keys[i], 1, 1, UINT64_C(1) << i};
    }
    text_buffer t = background_write(words, 64); /* their sum is 2^64 - 1 */
    lede_background b = open_background(&t);
    for (unsigned i = 0; i < 64; i++) {
        assert_true(background_find(&b, &keys[i], 1, &documents, &occurrences));
        assert_true(documents == 1 && occurrences == UINT64_C(1) << i);
    }
    text_free(&t);
    words[0] = (background_entry){"a", 1, UINT64_MAX, UINT64_MAX};
    t = background_write(words, 1);
    b = open_background(&t);
    assert_true(background_find(&b, "a", 1, &documents, &occurrences));
    assert_true(documents == UINT64_MAX && occurrences == UINT64_MAX);
    text_free(&t);
}

/* ---- Keyness ----------------------------------------------------------------- */

/* One word that occurs so often among so many tokens; 0 times: another word. */
static double keyness(uint64_t count, uint64_t words, uint64_t occurrences,
                      uint64_t tokens) {
    background_entry word = {occurrences > 0 ? "boat" : "sail", 4, 1,
                             occurrences > 0 ? occurrences : 1};
    text_buffer t = background_write(&word, 1);
    background_set_u64(&t, BACKGROUND_AT_TOKENS, tokens);
    lede_background b = open_background(&t);
    double g2 = background_keyness(&b, "boat", 4, count, words);
    text_free(&t);
    return g2;
}

static void expect_near(double value, double wanted, double tolerance) {
    if (!(fabs(value - wanted) <= tolerance)) {
        print_error("%.17g instead of %.17g\n", value, wanted);
    }
    assert_true(fabs(value - wanted) <= tolerance);
}

/* With ln 2 = 0.693147180560, ln 3 = 1.098612288668, ln 5 = 1.609437912434. */
static void keyness_by_hand(void **state) {
    /* E1 = 100 * 4 / 400 = 1: 2 * 4 ln 4 = 16 ln 2 */
    expect_near(keyness(4, 100, 0, 300), 11.0903548890, 1e-9);
    /* E1 = E2 = 100 * 8 / 200 = 4: 2 (2 ln (1/2) + 6 ln (3/2))
     * = 2 (6 ln 3 - 8 ln 2) = 2 (6.591673732 - 5.545177444); less than there */
    expect_near(keyness(2, 100, 6, 100), -2.0929925751, 1e-9);
    /* E1 = 100 * 20 / 1000 = 2, E2 = 18: 2 (10 ln 5 + 10 ln (5/9))
     * = 20 (2 ln 5 - 2 ln 3) = 40 * 0.510825623766 */
    expect_near(keyness(10, 100, 10, 900), 20.4330249506, 1e-9);
    /* E1 = E2 = 4: 2 * 8 ln 2, and there alone */
    expect_near(keyness(0, 100, 8, 100), -11.0903548890, 1e-9);
    /* E1 = 600 * 12 / 1000 = 7.2, E2 = 4.8: 2 (9 ln (5/4) + 3 ln (5/8))
     * = 2 (12 ln 5 - 27 ln 2) = 2 (19.313254949 - 18.714973875) */
    expect_near(keyness(9, 600, 3, 400), 1.1965621481, 1e-9);
}

static void equal_shares_give_0(void **state) {
    assert_true(keyness(3, 1000, 3, 1000) == 0);
    assert_true(keyness(1, 7, 3, 21) == 0);
    assert_true(keyness(10, 150, 10, 150) == 0);
    assert_false(signbit(keyness(3, 1000, 3, 1000)));
    assert_true(keyness(0, 100, 0, 100) == 0);
    assert_true(keyness(0, 0, 4, 100) == 0);
}

/* To two decimals. The first is an example that courses use for the log-likelihood
 * calculator of Lancaster University; the others are what that calculator answers, as
 * the tests of the program CLiC quote it. */
static void published_values(void **state) {
    static const struct {
        uint64_t count, words, occurrences, tokens;
        double g2;
    } known[] = {
        {52, 50000, 57, 75000, 2.65},         {540, 116000, 7525, 5451382, 534.64},
        {227, 116000, 3635, 5451382, 183.53}, {29, 116000, 504, 5451382, 20.50},
        {431, 116000, 5892, 5451382, 437.88}, {16, 116000, 650, 5451382, 0.32},
        {540, 116000, 0, 5451382, 4180.78},   {7, 10000, 0, 100000, 33.57},
    };
    for (size_t i = 0; i < COUNT(known); i++) {
        expect_near(keyness(known[i].count, known[i].words, known[i].occurrences,
                            known[i].tokens),
                    known[i].g2, 0.005);
    }
}

/* Of counts as large as they get, and of more occurrences than words. */
static void keyness_is_finite(void **state) {
    static const uint64_t numbers[] = {0, 1, 2, 1000, UINT64_C(1) << 53, UINT64_MAX};
    for (size_t i = 0; i < COUNT(numbers); i++) {
        for (size_t k = 0; k < COUNT(numbers); k++) {
            for (size_t m = 0; m < COUNT(numbers); m++) {
                assert_true(
                    isfinite(keyness(numbers[i], numbers[k], numbers[m], UINT64_MAX)));
            }
            assert_true(isfinite(keyness(numbers[i], numbers[k], 1, 1)));
        }
    }
}

/* Above the share of the background it rises with the count, below it falls. */
static void keyness_rises(void **state) {
    double before = keyness(0, 1000, 20, 10000);
    for (uint64_t count = 1; count <= 100; count++) {
        double g2 = keyness(count, 1000, 20, 10000);
        assert_true(g2 > before);
        assert_true(count == 2 ? g2 == 0 : (g2 > 0) == (count > 2));
        before = g2;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_there),
        cmocka_unit_test(finds_no_others),
        cmocka_unit_test(longest_words),
        cmocka_unit_test(nothing_in_an_empty_file),
        cmocka_unit_test(counts_of_every_size),
        cmocka_unit_test(keyness_by_hand),
        cmocka_unit_test(equal_shares_give_0),
        cmocka_unit_test(published_values),
        cmocka_unit_test(keyness_is_finite),
        cmocka_unit_test(keyness_rises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
