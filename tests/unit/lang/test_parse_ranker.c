/* SPDX-License-Identifier: MIT */
/* Learnt weights: what is read, and every line that is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/parse_ranker.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* In a block of exactly its size, so that a sanitizer sees a read beyond it. */
static lede_status parse(ranker *r, const char *text, lede_error *error) {
    size_t n = strlen(text);
    char *exact = malloc(n + 1);
    assert_non_null(exact);
    memcpy(exact, text, n);
    exact = realloc(exact, n > 0 ? n : 1);
    memset(r, 'x', sizeof *r);
    lede_status status = parse_ranker(r, exact, n, error);
    free(exact);
    return status;
}

static void expect_zero(const ranker *r) {
    static const ranker zero = {.weight = {0}};
    assert_memory_equal(r, &zero, sizeof zero);
}

static void reads_sections(void **state) {
    ranker r;
    lede_error error;
    assert_int_equal(parse(&r,
                           "# a comment\n\n[weights]\nweight 0.67\n  later -1.5  \n"
                           "anaphor 99\n[by size]\nfirst -0.09\n[by central-first]\n"
                           "first 1\n# another\n[redundancy]\ncosine 1.14\n",
                           &error),
                     LEDE_OK);
    assert_int_equal(r.weight[RANKER_WEIGHT], 67);
    assert_int_equal(r.weight[RANKER_LATER], -150);
    assert_int_equal(r.weight[RANKER_ANAPHOR], 9900);
    assert_int_equal(r.weight[RANKER_FIRST], 0);
    assert_int_equal(r.by[RANKER_BY_SIZE][RANKER_FIRST], -9);
    assert_int_equal(r.by[RANKER_BY_CENTRAL_FIRST][RANKER_FIRST], 100);
    assert_int_equal(r.by[RANKER_BY_TITLE_FIRST][RANKER_FIRST], 0);
    assert_int_equal(r.redundancy, 114);
}

static void reads_nothing(void **state) {
    static const char *const texts[] = {"", "\n\n", "# all of it\n", "[weights]\n",
                                        "[redundancy]"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        ranker r;
        assert_int_equal(parse(&r, texts[i], NULL), LEDE_OK);
        expect_zero(&r);
    }
}

static void reads_numbers(void **state) {
    static const struct {
        const char *text;
        int weight;
    } numbers[] = {{"0", 0},       {"-0", 0},     {"0.5", 50},       {"0.05", 5},
                   {"1.", 100},    {"99", 9900},  {"-99.00", -9900}, {"007", 700},
                   {"12.3", 1230}, {"-0.01", -1}, {"98.99", 9899}};
    for (size_t i = 0; i < COUNT(numbers); i++) {
        char text[64] = "[weights]\nstop ";
        ranker r;
        strcat(text, numbers[i].text);
        assert_int_equal(parse(&r, text, NULL), LEDE_OK);
        assert_int_equal(r.weight[RANKER_STOP], numbers[i].weight);
    }
}

/* Each feature and each context by its name. */
static void reads_every_name(void **state) {
    static const char *const features[] = {
#define FEATURE(id, name) name,
#include "lang/ranker.def"
    };
    static const char *const contexts[] = {
#define CONTEXT(id, name) name,
#include "lang/ranker.def"
    };
    for (size_t c = 0; c <= RANKER_CONTEXTS; c++) {
        for (size_t f = 0; f < RANKER_FEATURES; f++) {
            char text[128] = "[weights";
            ranker r;
            if (c < RANKER_CONTEXTS) {
                strcpy(text, "[by ");
                strcat(text, contexts[c]);
            }
            strcat(strcat(strcat(text, "]\n"), features[f]), " 0.03");
            assert_int_equal(parse(&r, text, NULL), LEDE_OK);
            int16_t *at = c < RANKER_CONTEXTS ? &r.by[c][f] : &r.weight[f];
            assert_int_equal(*at, 3);
            *at = 0;
            expect_zero(&r);
        }
    }
}

/* ---- Errors --------------------------------------------------------------------------
 */

typedef struct bad_file {
    const char *text;
    const char *why;
    uint32_t line;
} bad_file;

#define SECTION "unknown section"
#define FEATURE_NAME "unknown feature"
#define WEIGHT "no weight"

static void refuses(void **state) {
    static const bad_file files[] = {
        {"stop 1\n", "weight before any section", 1},
        {"# a\n\nstop 1\n", "weight before any section", 3},
        {"[weight]\n", SECTION, 1},
        {"[]\n", "weight before any section", 1},
        {"[weights size]\n", SECTION, 1},
        {"[redundancy size]\n", SECTION, 1},
        {"[by]\n", SECTION, 1},
        {"[by weights]\n", SECTION, 1},
        {"[by size title-first]\n", SECTION, 1},
        {"[weights]\n[by length]\n", SECTION, 2},
        {"[weights]\n\n[weights]\n", "section stands twice", 3},
        {"[redundancy]\n[redundancy]\n", "section stands twice", 2},
        {"[by size]\n[weights]\n[by size]\n", "section stands twice", 3},
        {"[weights]\nStop 1\n", FEATURE_NAME, 2},
        {"[weights]\nsize 1\n", FEATURE_NAME, 2},
        {"[weights]\ncosine 1\n", FEATURE_NAME, 2},
        {"[redundancy]\nstop 1\n", FEATURE_NAME, 2},
        {"[weights]\nnear-2 1\nnear- 1\n", FEATURE_NAME, 3},
        {"[weights]\nstop\n", WEIGHT, 2},
        {"[weights]\nstop 1 2\n", WEIGHT, 2},
        {"[weights]\nstop x\n", WEIGHT, 2},
        {"[weights]\nstop -\n", WEIGHT, 2},
        {"[weights]\nstop .5\n", WEIGHT, 2},
        {"[weights]\nstop +1\n", WEIGHT, 2},
        {"[weights]\nstop --1\n", WEIGHT, 2},
        {"[weights]\nstop 1,5\n", WEIGHT, 2},
        {"[weights]\nstop 1e1\n", WEIGHT, 2},
        {"[weights]\nstop 0.123\n", WEIGHT, 2},
        {"[weights]\nstop 1.2.3\n", WEIGHT, 2},
        {"[weights]\nstop 99.01\n", WEIGHT, 2},
        {"[weights]\nstop -100\n", WEIGHT, 2},
        {"[weights]\nstop 9901\n", WEIGHT, 2},
        {"[weights]\nstop 99999999999999999999\n", WEIGHT, 2},
        {"[redundancy]\ncosine -0.1\n", WEIGHT, 2},
        {"[weights]\nstop 1\nquote 1\nstop 1\n", "feature stands twice in its section",
         4},
        {"[redundancy]\ncosine 1\ncosine 1\n", "feature stands twice in its section", 3},
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        ranker r;
        lede_error error;
        if (parse(&r, files[i].text, &error) != LEDE_BAD_DATA ||
            strncmp(error.text, files[i].why, strlen(files[i].why)) != 0 ||
            error.line != files[i].line) {
            fail_msg("%s: \"%s\" in line %u", files[i].text, error.text, error.line);
        }
        assert_int_equal(error.status, LEDE_BAD_DATA);
        assert_int_equal(parse(&r, files[i].text, NULL), LEDE_BAD_DATA);
    }
}

/* A section may say nothing of a feature that another one has. */
static void reads_one_name_in_each_section(void **state) {
    ranker r;
    assert_int_equal(parse(&r, "[weights]\nstop 1\n[by size]\nstop 2\n", NULL), LEDE_OK);
    assert_int_equal(r.weight[RANKER_STOP], 100);
    assert_int_equal(r.by[RANKER_BY_SIZE][RANKER_STOP], 200);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_sections),
        cmocka_unit_test(reads_nothing),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(reads_every_name),
        cmocka_unit_test(refuses),
        cmocka_unit_test(reads_one_name_in_each_section),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
