/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/parse_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LIMIT UINT16_MAX /* weights that pair bases can count */

static int8_t weights[LIMIT];

/* From memory of the exact size, so that a read beyond the end is found out. */
static lede_status parse(const char *model, size_t n, lede_error *error) {
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, model, n);
    memset(weights, 0, sizeof weights);
    lede_status status = parse_model(exact, n, weights, error);
    free(exact);
    return status;
}

/* The weight of one pair of values. */
static int weight(size_t pair, unsigned a, unsigned b) {
    model_pair pairs[MODEL_PAIRS];
    evidence e = {{0}};
    (void)model_layout(pairs);
    e.of[pairs[pair].a] = (uint8_t)a;
    e.of[pairs[pair].b] = (uint8_t)b;
    return weights[model_index(pairs[pair], &e)];
}

static size_t count_set(void) {
    size_t set = 0;
    for (size_t i = 0; i < LIMIT; i++) {
        set += weights[i] != 0;
    }
    return set;
}

/* ---- Errors ---------------------------------------------------------------------- */

#define SECTION "a section names two variables"
#define PAIR "unknown pair of variables"
#define BEFORE "a weight before any section"
#define LINE "a line is two values and a weight"
#define WEIGHT "weights are -127 to 127 and not 0"
#define VALUE "unknown value"
#define TWICE "a pair of values stands twice"

typedef struct bad_model {
    const char *model;
    const char *why;
    uint32_t line;
    uint64_t offset;
} bad_model;

static void check_bad(const bad_model *c) {
    lede_error error;
    size_t n = strlen(c->model);
    assert_int_equal(parse(c->model, n, &error), LEDE_BAD_DATA);
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_string_equal(error.text, c->why);
    assert_int_equal(error.line, c->line);
    assert_int_equal(error.column, 1);
    assert_int_equal(error.offset, c->offset);
    assert_int_equal(parse(c->model, n, NULL), LEDE_BAD_DATA);
}

static void bad_models(void **state) {
    static const bad_model cases[] = {
        {"stop lower 5", BEFORE, 1, 0},
        {"# a\n\nstop lower 5\n", BEFORE, 3, 5},
        {"  [mark after]", BEFORE, 1, 0}, /* a section begins its line */
        {"[mark]\n", SECTION, 1, 0},
        {"[mark after before]", SECTION, 1, 0},
        {"[a b c d e]", SECTION, 1, 0},
        {"[mark afters]", PAIR, 1, 0},
        {"[mar after]", PAIR, 1, 0},
        {"[after mark]", PAIR, 1, 0},
        {"[style length]", PAIR, 1, 0}, /* both known, but no pair */
        {"[mark mark]", PAIR, 1, 0},
        {"[mark after]\nstop lower\n", LINE, 2, 13},
        {"[mark after]\nstop lower 5 6\n", LINE, 2, 13},
        {"[mark after]\nstop\n", LINE, 2, 13},
        {"[mark after]\nstop lower 5 # why\n", LINE, 2, 13},
        {"[mark after]\nhalt lower 5", VALUE, 2, 13},
        {"[mark after]\nstop lowe 5", VALUE, 2, 13},
        {"[mark after]\nlower stop 5", VALUE, 2, 13},
        {"[mark after]\nstop year 5", VALUE, 2, 13}, /* of another variable */
        {"[mark after]\nstop lower 0", WEIGHT, 2, 13},
        {"[mark after]\nstop lower -0", WEIGHT, 2, 13},
        {"[mark after]\nstop lower 000", WEIGHT, 2, 13},
        {"[mark after]\nstop lower 128", WEIGHT, 2, 13},
        {"[mark after]\nstop lower -128", WEIGHT, 2, 13},
        {"[mark after]\nstop lower 999", WEIGHT, 2, 13},
        {"[mark after]\nstop lower 1000", WEIGHT, 2, 13},
        {"[mark after]\nstop lower 4294967297", WEIGHT, 2, 13},
        {"[mark after]\nstop lower -", WEIGHT, 2, 13},
        {"[mark after]\nstop lower --5", WEIGHT, 2, 13},
        {"[mark after]\nstop lower +5", WEIGHT, 2, 13},
        {"[mark after]\nstop lower 1.5", WEIGHT, 2, 13},
        {"[mark after]\nstop lower five", WEIGHT, 2, 13},
        {"[mark after]\nstop lower 5\nstop lower 5\n", TWICE, 3, 26},
        {"[mark after]\nstop lower 5\n[mark before]\n[mark after]\r\nstop lower -7",
         TWICE, 5, 54},
        /* a section that is wrong is no section */
        {"[mark after]\nstop lower 5\n[mark aft]\nstop upper 5\n", PAIR, 3, 26},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_bad(&cases[i]);
    }
}

/* What stands before a bad line is read, what stands behind it is not. */
static void stops_at_the_first(void **state) {
    static const char model[] =
        "[mark after]\nstop lower 5\nstop lower 6\nstop upper 7\n";
    lede_error error;
    assert_int_equal(parse(model, sizeof model - 1, &error), LEDE_BAD_DATA);
    assert_int_equal(
        weight(MODEL_PAIR_MARK_AFTER, EVIDENCE_MARK_STOP, EVIDENCE_AFTER_LOWER), 5);
    assert_int_equal(count_set(), 1);
}

/* ---- What a good model gives --------------------------------------------------------
 */

static void good_model(void **state) {
    static const char model[] = "# weights\n"
                                "\n"
                                "[mark after]\r\n"
                                "stop lower -127\r\n"
                                "other\tmark   127\n"
                                " question starter 007\n"
                                "# more\n"
                                "[inside closed]\n"
                                "nothing no 1\n"
                                "[mark after]\n"
                                "stop upper 9\n"
                                "\t \n"
                                "bracket"; /* cut below: no line end is needed */
    lede_error error;
    size_t n = sizeof model - 1 - strlen("\nbracket");
    assert_int_equal(parse(model, n, &error), LEDE_OK);
    assert_int_equal(count_set(), 5);
    assert_int_equal(
        weight(MODEL_PAIR_MARK_AFTER, EVIDENCE_MARK_STOP, EVIDENCE_AFTER_LOWER), -127);
    assert_int_equal(
        weight(MODEL_PAIR_MARK_AFTER, EVIDENCE_MARK_OTHER, EVIDENCE_AFTER_MARK), 127);
    assert_int_equal(
        weight(MODEL_PAIR_MARK_AFTER, EVIDENCE_MARK_QUESTION, EVIDENCE_AFTER_STARTER), 7);
    assert_int_equal(
        weight(MODEL_PAIR_MARK_AFTER, EVIDENCE_MARK_STOP, EVIDENCE_AFTER_UPPER), 9);
    assert_int_equal(
        weight(MODEL_PAIR_INSIDE_CLOSED, EVIDENCE_INSIDE_NOTHING, EVIDENCE_CLOSED_NO), 1);
}

static void empty_models(void **state) {
    static const char *const models[] = {"", "\n", "# nothing", "[mark after]",
                                         "\r\n \n"};
    for (size_t i = 0; i < COUNT(models); i++) {
        lede_error error;
        assert_int_equal(parse(models[i], strlen(models[i]), &error), LEDE_OK);
        assert_int_equal(count_set(), 0);
    }
}

/* Every pair of values of every pair, by name, in one model: each weight is where the
 * library looks for it. */
static void every_name(void **state) {
    model_pair pairs[MODEL_PAIRS];
    uint32_t count = model_layout(pairs), written = 0;
    size_t room = (size_t)count * 64, n = 0;
    char *model = malloc(room);
    lede_error error;
    assert_non_null(model);
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        uint8_t a = pairs[i].a, b = pairs[i].b;
        n += (size_t)snprintf(model + n, room - n, "[%s %s]\n",
                              evidence_variable_names[a], evidence_variable_names[b]);
        for (unsigned x = evidence_first[a]; x < evidence_first[a + 1]; x++) {
            for (unsigned y = evidence_first[b]; y < evidence_first[b + 1]; y++) {
                n += (size_t)snprintf(model + n, room - n, "%s %s %d\n",
                                      evidence_value_names[x], evidence_value_names[y],
                                      (int)(written++ % 127) + 1);
            }
        }
    }
    assert_int_equal(parse(model, n, &error), LEDE_OK);
    assert_int_equal(written, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(weights[i], i % 127 + 1);
    }
    assert_int_equal(count_set(), count);
    free(model);
}

/* ---- The model of the project --------------------------------------------------------
 */

static void read_again(void **state) {
    FILE *file = fopen(LEDE_SOURCE_DIR "/stopwords/sentences.model", "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    assert_true(size > 0);
    rewind(file);
    char *model = malloc((size_t)size);
    assert_non_null(model);
    assert_int_equal(fread(model, 1, (size_t)size, file), size);
    fclose(file);
    lede_error error;
    model_pair pairs[MODEL_PAIRS];
    assert_int_equal(parse(model, (size_t)size, &error), LEDE_OK);
    assert_true(count_set() > 100);
    assert_memory_equal(weights, model_weights, model_layout(pairs));
    free(model);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_models), cmocka_unit_test(stops_at_the_first),
        cmocka_unit_test(good_model), cmocka_unit_test(empty_models),
        cmocka_unit_test(every_name), cmocka_unit_test(read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
