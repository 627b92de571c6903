/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "lang/parse_syllable_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define LETTERS                                                                          \
    "[letters]\na 28\nb 1\nc 2\nd 3\ne 26\nf 4\ng 5\nh 6\ni 24\nj 7\nk 8\nl 16\nm 18\n"  \
    "n 19\no 29\np 9\nq 10\nr 17\ns 11\nt 12\nu 30\nv 13\nw 14\nx 15\ny 25\nz 20\n"

static lede_status parse(syllable_builder *b, const char *model, lede_error *error) {
    *b = (syllable_builder){.allocator = &memory_default};
    return parse_syllable_model(b, model, strlen(model), error);
}

/* ---- Errors ---------------------------------------------------------------------- */

typedef struct bad_model {
    const char *model;
    const char *why;
    uint32_t line, column;
    uint64_t offset;
} bad_model;

#define NUMBER "a number is missing, wrong or too large"
#define MORE "more on the line than belongs there"
#define LETTER "no letter of a-z"
#define FORM "a form has an apostrophe or 0, and at most 12 bytes"
#define WINDOW "a window is up to 6 digits of 1-4, ^ and up to 5"
#define WEIGHT "weights are -127 to 127"

static void check_bad(const bad_model *c) {
    syllable_builder b;
    lede_error error;
    size_t n = strlen(c->model);
    char *exact = malloc(n);
    assert_non_null(exact);
    memcpy(exact, c->model, n);
    b = (syllable_builder){.allocator = &memory_default};
    assert_int_equal(parse_syllable_model(&b, exact, n, &error), LEDE_BAD_DATA);
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_string_equal(error.text, c->why);
    assert_int_equal(error.line, c->line);
    assert_int_equal(error.column, c->column);
    assert_int_equal(error.offset, c->offset);
    syllable_free(&b);
    b = (syllable_builder){.allocator = &memory_default};
    assert_int_equal(parse_syllable_model(&b, exact, n, NULL), LEDE_BAD_DATA);
    syllable_free(&b);
    free(exact);
}

static void bad_lines(void **state) {
    static const bad_model cases[] = {
        {"a 28", "an entry before any section", 1, 1, 0},
        {"# a\n\n  a 28\n", "an entry before any section", 3, 3, 7},
        {"[letter]\n", "unknown section", 1, 1, 0},
        {"[letters", "unknown section", 1, 1, 0},
        {"[words]\nbe 1\n [word]\nby 1", "unknown section", 3, 2, 14},
        {"[letters] a", MORE, 1, 11, 10},
        {"[letters]\na\n", NUMBER, 2, 2, 11},
        {"[letters]\na x\n", NUMBER, 2, 3, 12},
        {"[letters]\na 32\n", NUMBER, 2, 3, 12},
        {"[letters]\na -1\n", NUMBER, 2, 3, 12},
        {"[letters]\na 0\n", "code 0 is for no letter", 2, 3, 12},
        {"[letters]\na 28 vowel\n", MORE, 2, 6, 15},
        {"[letters]\nA 28\n", LETTER, 2, 1, 10},
        {"[letters]\nab 28\n", LETTER, 2, 1, 10},
        {"[letters]\na 28\nb 3\na 28\n", "a letter stands twice", 4, 1, 19},
        {"[spelled]\nw 16\n", NUMBER, 2, 3, 12},
        {"[spelled]\n1 3\n", LETTER, 2, 1, 10},
        {"[folds]\n\u00F8\u00F8 o\n", "a fold begins with one character", 2, 1, 8},
        {"[folds]\n\xFF o\n", "a fold begins with one character", 2, 1, 8},
        {"[folds]\n\u00F8 \u00F6\n", LETTER, 2, 3, 11},
        {"[folds]\n\u00F8\n", LETTER, 2, 2, 10},
        {"[beginnings]\nd 0\n", FORM, 2, 1, 13},
        {"[endings]\n's\n", NUMBER, 2, 3, 12},
        {"[endings]\nabcdefghijkl's 1\n", FORM, 2, 1, 10},
        {"[endings]\n+ 1\n", FORM, 2, 1, 10},
        {"[windows]\n44\n", WINDOW, 2, 1, 10},
        {"[windows]\n4^5\n", WINDOW, 2, 1, 10},
        {"[windows]\n0^4\n", WINDOW, 2, 1, 10},
        {"[windows]\n4444444^\n", WINDOW, 2, 1, 10},
        {"[windows]\n^444444\n", WINDOW, 2, 1, 10},
        {"[windows]\n4^4^4\n", WINDOW, 2, 1, 10},
        {"[windows]\n^\n^\n^\n^\n^\n^\n^\n^\n^\n^\n^\n^\n4^\n",
         "there are too many windows", 13, 1, 32},
        {"[seed]\nx\n", "no number", 2, 1, 7},
        {"[weights]\n1 2 128\n", WEIGHT, 2, 5, 14},
        {"[weights]\n1 -\n", WEIGHT, 2, 3, 12},
        {"[weights]\n1 --2\n", WEIGHT, 2, 3, 12},
        {"[weights]\n1.5\n", WEIGHT, 2, 1, 10},
        {"[words]\nit's 1\n", "a word is of letters a-z", 2, 1, 8},
        {"[words]\n\u00E9t\u00E9 2\n", "a word is of letters a-z", 2, 1, 8},
        {"[words]\nbe\n", NUMBER, 2, 3, 10},
        {"[words]\nbe 16\n", NUMBER, 2, 4, 11},
        {"[exceptions]\nbe 0\n", "a word has at least one syllable", 2, 4, 16},
        {"[exceptions]\nbe 1 2\n", MORE, 2, 6, 18},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_bad(&cases[i]);
    }
}

/* One more than there is room for. */
static void too_many_weights(void **state) {
    static char model[2 * SYLLABLE_WEIGHTS + 16] = "[weights]\n";
    syllable_builder b;
    lede_error error;
    for (size_t i = 0; i < SYLLABLE_WEIGHTS; i++) {
        memcpy(model + 10 + 2 * i, i % 100 == 99 ? "7\n" : "7 ", 3);
    }
    assert_int_equal(parse(&b, model, &error), LEDE_OK);
    assert_int_equal(b.weights.count, SYLLABLE_WEIGHTS);
    syllable_free(&b);
    strcat(model, "7");
    assert_int_equal(parse(&b, model, &error), LEDE_BAD_DATA);
    assert_string_equal(error.text, "there are too many weights");
    assert_int_equal(error.line, 2 + SYLLABLE_WEIGHTS / 100);
    syllable_free(&b);
}

/* ---- What does not make a whole ---------------------------------------------------- */

static void check_unfinished(const char *model, const char *why, uint32_t line) {
    syllable_builder b;
    lede_error error;
    assert_int_equal(parse(&b, model, &error), LEDE_OK);
    assert_int_equal(syllable_finish(&b, &error), LEDE_BAD_DATA);
    assert_string_equal(error.text, why);
    assert_int_equal(error.line, line);
    syllable_free(&b);
}

static void unfinished(void **state) {
    check_unfinished("", "a letter has no code", 0);
    check_unfinished("[letters]\na 28\n[windows]\n^\n", "a letter has no code", 0);
    check_unfinished(LETTERS, "there is no window", 0);
    check_unfinished(LETTERS "[windows]\n^\n[words]\nbe 1\n[exceptions]\nby 1\nbe 1\n",
                     "a word stands twice", 34);
}

#define LONG 9 /* letters */

typedef struct printed {
    uint64_t print;
    char word[10];
} printed;

static int by_print(const void *a, const void *b) {
    const printed *x = a, *y = b;
    return (x->print > y->print) - (x->print < y->print);
}

/* Two words that a list of two cannot tell from each other: one bit chooses between
 * two buckets. */
static void find_twins(char *one, char *other) {
    static printed all[20000];
    syllable_builder b;
    uint64_t random = 1;
    assert_int_equal(parse(&b, LETTERS "[windows]\n^\n", NULL), LEDE_OK);
    for (size_t i = 0; i < COUNT(all); i++) {
        for (size_t k = 0; k < LONG; k++) {
            random = random * UINT64_C(6364136223846793005) + 1442695040888963407u;
            all[i].word[k] = (char)('a' + (random >> 33) % 26);
        }
        uint64_t hash = syllable_model_hash(&b.model, all[i].word, LONG);
        all[i].print = hash >> (63 - SYLLABLE_PRINT);
    }
    qsort(all, COUNT(all), sizeof *all, by_print);
    for (size_t i = 1; i < COUNT(all); i++) {
        if (all[i].print == all[i - 1].print) {
            memcpy(one, all[i - 1].word, LONG);
            memcpy(other, all[i].word, LONG);
        }
    }
    syllable_free(&b);
}

static void fingerprints(void **state) {
    char one[10] = "", other[10] = "", model[512];
    find_twins(one, other);
    assert_string_not_equal(one, other);
    snprintf(model, sizeof model, "%s[windows]\n^\n[words]\n%s 1\n%s 2\n", LETTERS, one,
             other);
    check_unfinished(model, "a word has another's fingerprint: change [seed]", 32);
    syllable_builder b;
    snprintf(model, sizeof model, "%s[seed]\n1\n[windows]\n^\n[words]\n%s 1\n%s 2\n",
             LETTERS, one, other);
    assert_int_equal(parse(&b, model, NULL), LEDE_OK);
    assert_int_equal(syllable_finish(&b, NULL), LEDE_OK);
    syllable_free(&b);
}

/* ---- What a good model gives ------------------------------------------------------- */

static void whole(void **state) {
    static const char model[] =
        "# banner\n" LETTERS "[spelled]\nw 3 \r\n[folds]\n\u00F8 o\n"
        "[beginnings]\nd' 0\n[endings]\n\tch+'s 1\n's 0\n0+th 0\n"
        "[windows]\n24^431\n^\n[seed]\n7\n[weights]\n-127 0\n127\n"
        "[words]\nbe 1\n[exceptions]\nabc 15\n";
    syllable_builder b;
    lede_error error;
    assert_int_equal(parse(&b, model, &error), LEDE_OK);
    assert_int_equal(syllable_finish(&b, &error), LEDE_OK);
    const syllable_model *m = &b.model;
    assert_int_equal(m->codes['a'], 28);
    assert_int_equal(m->codes['z'], 20);
    assert_int_equal(m->codes['A'], 0);
    assert_int_equal(m->spelled['w' & 31], 3);
    assert_int_equal(m->spelled['v' & 31], 1);
    assert_int_equal(m->fold_count, 1);
    assert_int_equal(m->folds[0].code, 0xF8);
    assert_int_equal(m->folds[0].letter, 'o');
    assert_int_equal(m->beginning_count, 1);
    assert_int_equal(m->ending_count, 3);
    const syllable_form *endings = m->endings + m->ending_first['s' % SYLLABLE_BUCKETS];
    assert_memory_equal(endings[0].text, "ch's", 4); /* in the order of the file */
    assert_int_equal(endings[0].length, 4);
    assert_int_equal(endings[0].kept, 2);
    assert_int_equal(endings[0].count, 1);
    assert_true(endings[0].tail == UINT64_C(0x7327686300000000));
    assert_int_equal(endings[0].tail_shift, 32);
    assert_memory_equal(endings[1].text, "'s", 2);
    endings = m->endings + m->ending_first['h' % SYLLABLE_BUCKETS];
    assert_memory_equal(endings[0].text, "0th", 3);
    assert_int_equal(endings[0].kept, 1);
    assert_int_equal(m->ending_first['h' % SYLLABLE_BUCKETS + 1] -
                         m->ending_first['h' % SYLLABLE_BUCKETS],
                     1);
    assert_int_equal(m->ending_first[SYLLABLE_BUCKETS], 3);
    assert_int_equal(b.windows, 2);
    assert_true(m->windows[2].mask == 0 && m->windows[2].factor == 0);
    /* 24^431: letters -2 (3 bits) and -1, the middle, 1, 2 (4 bits), 3 (2 bits). */
    assert_true(m->windows[0].mask ==
                (UINT64_C(0x1C) << 35 | UINT64_C(0x1F) << 30 | UINT64_C(0x1F) << 25 |
                 UINT64_C(0x1F) << 20 | UINT64_C(0x1E) << 15 | UINT64_C(0x18) << 10));
    assert_true(m->windows[1].mask == UINT64_C(0x1F) << 25);
    assert_true(m->windows[0].factor != m->windows[1].factor);
    assert_true((m->windows[0].factor & 1) == 1);
    assert_int_equal(b.weights.count, SYLLABLE_WEIGHTS);
    assert_int_equal(m->weights[0], -127);
    assert_int_equal(m->weights[2], 127);
    assert_int_equal(m->weights[SYLLABLE_WEIGHTS - 1], 0);
    assert_int_equal(m->listed, 2);
    assert_true(m->hash_factor == syllable_factor(7));
    assert_int_equal(syllable_model_listed(m, "be", 2), 1);
    assert_int_equal(syllable_model_listed(m, "abc", 3), 15);
    assert_int_equal(syllable_model_listed(m, "abd", 3), 0);
    syllable_free(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_lines),  cmocka_unit_test(too_many_weights),
        cmocka_unit_test(unfinished), cmocka_unit_test(fingerprints),
        cmocka_unit_test(whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
