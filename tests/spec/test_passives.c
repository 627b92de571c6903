/* SPDX-License-Identifier: MIT */
/*
 * Sentences with and without a passive, labelled by hand: passives.txt. How many may be
 * wrong is fixed for each language and half, missed ones and those found for nothing;
 * the numbers may only fall.
 */
#include "unit/measure/style_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LINE_SIZE 512

typedef struct tally {
    const char *code;
    const char *half;
    uint32_t with, without; /* sentences in the list */
    uint32_t missed, wrong; /* that may be */
} tally;

static const tally wanted[] = {
    {"de", "dev", 15, 15, 0, 0}, {"de", "test", 15, 15, 0, 0},
    {"nl", "dev", 10, 10, 0, 0}, {"nl", "test", 10, 10, 0, 0},
    {"en", "dev", 10, 10, 0, 0}, {"en", "test", 10, 10, 0, 1},
};

static bool has_passive(const char *text, const char *code) {
    subject s;
    subject_open_style(&s, text, code);
    style x = style_of(&s);
    assert_int_equal(x.s.passive_sentences, x.s.hits[LEDE_HIT_PASSIVE]);
    bool found = x.s.hits[LEDE_HIT_PASSIVE] > 0;
    style_free(&x);
    subject_close(&s);
    return found;
}

/* "code half + sentence", with tabs between: the parts of a line, cut up. */
static void cut(char *line, char *parts[4]) {
    for (size_t i = 0; i < 4; i++) {
        parts[i] = line;
        line += strcspn(line, i < 3 ? "\t" : "\n");
        assert_true(*line != '\0');
        *line++ = '\0';
    }
}

static void judge(tally *t, const char *sign, const char *sentence) {
    bool passive = sign[0] == '+', found = has_passive(sentence, t->code);
    t->with += passive;
    t->without += !passive;
    t->missed += passive && !found;
    t->wrong += !passive && found;
    if (passive != found) {
        print_message("%s %s: %s: %s\n", t->code, t->half,
                      passive ? "missed" : "found for nothing", sentence);
    }
}

static void read_sentences(tally *tallies) {
    char line[LINE_SIZE], *parts[4];
    FILE *file = fopen(LEDE_SOURCE_DIR "/tests/spec/passives.txt", "rb");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#') {
            continue;
        }
        cut(line, parts);
        size_t i = 0;
        while (i < COUNT(wanted) && (strcmp(wanted[i].code, parts[0]) != 0 ||
                                     strcmp(wanted[i].half, parts[1]) != 0)) {
            i++;
        }
        assert_true(i < COUNT(wanted));
        judge(&tallies[i], parts[2], parts[3]);
    }
    fclose(file);
}

static void sentences_labelled_by_hand(void **state) {
    tally found[COUNT(wanted)];
    for (size_t i = 0; i < COUNT(wanted); i++) {
        found[i] = (tally){wanted[i].code, wanted[i].half, 0, 0, 0, 0};
    }
    read_sentences(found);
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(found[i].with, wanted[i].with);
        assert_int_equal(found[i].without, wanted[i].without);
        assert_int_equal(found[i].missed, wanted[i].missed);
        assert_int_equal(found[i].wrong, wanted[i].wrong);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(sentences_labelled_by_hand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
