/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "lang/pack.h"
#include "lang/parse_syllable_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TABLES_MAX (40u * 1024) /* bytes of weights and listed words together */

/* ---- Files ----------------------------------------------------------------------- */

typedef struct blob {
    char *bytes;
    size_t n;
} blob;

static blob read_file(const char *path) {
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    fseek(f, 0, SEEK_END);
    blob b = {NULL, (size_t)ftell(f)};
    rewind(f);
    b.bytes = malloc(b.n + 1);
    assert_non_null(b.bytes);
    assert_int_equal(fread(b.bytes, 1, b.n, f), b.n);
    b.bytes[b.n] = '\0';
    fclose(f);
    return b;
}

static const syllable_model *english(void) {
    const language_pack *pack = pack_find("en", 2);
    assert_non_null(pack->syllable_model);
    return pack->syllable_model;
}

/* ---- The model compiled in -------------------------------------------------------- */

static void check_same(const syllable_model *m, const syllable_builder *b) {
    const syllable_model *again = &b->model;
    assert_memory_equal(m->codes, again->codes, sizeof m->codes);
    assert_memory_equal(m->spelled, again->spelled, sizeof m->spelled);
    assert_memory_equal(m->windows, again->windows, sizeof m->windows);
    assert_memory_equal(m->weights, again->weights, SYLLABLE_WEIGHTS);
    assert_true(m->hash_factor == again->hash_factor);
    assert_int_equal(m->bucket_shift, again->bucket_shift);
    assert_int_equal(m->listed, again->listed);
    assert_memory_equal(m->buckets, again->buckets, 2 * b->buckets.count);
    assert_memory_equal(m->prints, again->prints, 2 * m->listed);
    assert_memory_equal(m->counts, again->counts, m->listed);
    assert_int_equal(m->beginning_count, again->beginning_count);
    assert_memory_equal(m->beginnings, again->beginnings,
                        m->beginning_count * sizeof *m->beginnings);
    assert_int_equal(m->ending_count, again->ending_count);
    assert_memory_equal(m->endings, again->endings, m->ending_count * sizeof *m->endings);
    assert_memory_equal(m->ending_first, again->ending_first, sizeof m->ending_first);
    assert_int_equal(m->fold_count, again->fold_count);
    for (uint32_t i = 0; i < m->fold_count; i++) {
        assert_int_equal(m->folds[i].code, again->folds[i].code);
        assert_int_equal(m->folds[i].letter, again->folds[i].letter);
    }
}

static void compiled_in_is_the_file(void **state) {
    syllable_builder b = {.allocator = &memory_default};
    lede_error error;
    blob file = read_file(LEDE_SOURCE_DIR "/stopwords/en/syllables.model");
    assert_int_equal(parse_syllable_model(&b, file.bytes, file.n, &error), LEDE_OK);
    assert_int_equal(syllable_finish(&b, &error), LEDE_OK);
    check_same(english(), &b);
    size_t bytes = b.weights.count + 2 * b.buckets.count + 2 * b.prints.count +
                   b.counts.count + sizeof(syllable_model);
    assert_in_range(bytes, SYLLABLE_WEIGHTS, TABLES_MAX);
    syllable_free(&b);
    free(file.bytes);
}

/* A word of the sample and its legal counts; without any vowel sound it counts one. */
static bool is_legal(const char *counts, uint32_t count) {
    bool legal = false;
    for (; *counts != '\0' && *counts != '\n'; counts++) {
        uint32_t one = (uint32_t)(*counts - '0');
        legal = legal || (*counts != '/' && (one > 0 ? one : 1) == count);
    }
    return legal;
}

/* All 117,466 words were checked when the model was made; these are left here. */
static void sample_is_right(void **state) {
    blob file = read_file(LEDE_TEST_DATA_DIR "/unit/lang/cmudict_sample.txt");
    size_t words = 0, wrong = 0;
    for (const char *line = file.bytes; *line != '\0'; line += *line == '\n') {
        size_t length = strcspn(line, "\n"), n = strcspn(line, "\t");
        if (length > 0 && line[0] != '#') {
            uint32_t count = syllable_model_count(english(), line, n);
            words++;
            if (!is_legal(line + n + 1, count)) {
                printf("%.*s: %u\n", (int)length, line, count);
                wrong++;
            }
        }
        line += length;
    }
    assert_in_range(words, 2000, 2100);
    assert_int_equal(wrong, 0);
    free(file.bytes);
}

static uint32_t count_bits(uint64_t bits) {
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* Words of up to 12 letters are counted in another way than longer ones. */
static void both_ways_agree(void **state) {
    const syllable_model *m = english();
    uint64_t random = 1;
    for (size_t i = 0; i < 20000; i++) {
        char word[16];
        size_t n = 6 + i % 10;
        for (size_t k = 0; k < n; k++) {
            random = random * UINT64_C(6364136223846793005) + 1442695040888963407u;
            word[k] = "abcdefghijklmnopqrstuvwxyzaeiouaeiou"[(random >> 33) % 36];
        }
        if (syllable_model_listed(m, word, n) == 0) {
            uint32_t nuclei = count_bits(syllable_model_nuclei(m, word, n));
            assert_int_equal(syllable_model_count(m, word, n), nuclei > 0 ? nuclei : 1);
        }
    }
}

static void not_a_word(void **state) {
    const syllable_model *m = english();
    char word[64];
    assert_int_equal(syllable_model_count(m, "", 0), 0);
    for (size_t n = 1; n <= sizeof word; n++) {
        for (size_t at = 0; at < n; at++) {
            memset(word, 'a', n);
            assert_true(syllable_model_count(m, word, n) > 0);
            word[at] = "'-A0`{\xE9"[at % 7];
            assert_int_equal(syllable_model_count(m, word, n), 0);
        }
    }
}

/* ---- A small model ------------------------------------------------------------------
 */

#define SMALL                                                                            \
    "[letters]\na 28\nb 1\nc 2\nd 3\ne 26\nf 4\ng 5\nh 6\ni 24\nj 7\nk 8\nl 16\nm 18\n"  \
    "n 19\no 29\np 9\nq 10\nr 17\ns 11\nt 12\nu 30\nv 13\nw 14\nx 15\ny 25\nz 20\n"      \
    "[windows]\n^\n4^\n[spelled]\nw 3\n[words]\nbad 7\nabcdefghijklmnop 9\n"

static void set_weight(syllable_builder *b, size_t window, const char *letters,
                       int8_t weight) {
    uint64_t around = 0;
    for (; *letters != '\0'; letters++) {
        around = around << SYLLABLE_BITS | b->model.codes[(unsigned char)*letters];
    }
    around <<= SYLLABLE_MIDDLE;
    b->weights.items[syllable_place(&b->model.windows[window], around)] = weight;
}

typedef struct small_case {
    const char *word;
    uint32_t count;
} small_case;

/* a and m may be nuclei, a not behind t; e never is. */
static void weights_decide(void **state) {
    static const small_case cases[] = {
        {"abab", 2},
        {"ba", 1},
        {"bata", 1},
        {"bebe", 1},
        {"bmba", 2},
        {"bama", 2},
        {"bamba", 2},
        {"babaebabaab", 5},
        {"bad", 7},
        {"badb", 1},
        {"bcd", 3},
        {"bcwd", 6},
        {"bcdfgh", 1},
        {"w", 3},
        {"abcdefghijklmnop", 9},
        {"babababababababababa", 10},
        {"batabatabatabata", 4},
        {"bmbabmbabmbabmba", 8},
    };
    syllable_builder b = {.allocator = &memory_default};
    lede_error error;
    assert_int_equal(parse_syllable_model(&b, SMALL, strlen(SMALL), &error), LEDE_OK);
    assert_int_equal(syllable_finish(&b, &error), LEDE_OK);
    set_weight(&b, 0, "a", 10);
    set_weight(&b, 0, "m", 10);
    set_weight(&b, 1, "ta", -10);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n = strlen(cases[i].word);
        uint32_t count = syllable_model_count(&b.model, cases[i].word, n);
        if (count != cases[i].count) {
            printf("%s\n", cases[i].word);
        }
        assert_int_equal(count, cases[i].count);
    }
    assert_true(syllable_model_nuclei(&b.model, "batbab", 6) == 0x12);
    syllable_free(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compiled_in_is_the_file), cmocka_unit_test(sample_is_right),
        cmocka_unit_test(both_ways_agree),         cmocka_unit_test(not_a_word),
        cmocka_unit_test(weights_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
