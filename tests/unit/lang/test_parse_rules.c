/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/lang/style_support.h"

typedef struct bad_line {
    const char *style;
    uint32_t line, column;
    const char *why;
} bad_line;

static void check_bad(const bad_line *c) {
    styled s;
    lede_error error;
    assert_int_equal(styled_parse(&s, c->style, &error), LEDE_BAD_DATA);
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_int_equal(error.line, c->line);
    assert_int_equal(error.column, c->column);
    assert_non_null(strstr(error.text, c->why));
    styled_close(&s);
    assert_int_equal(styled_parse(&s, c->style, NULL), LEDE_BAD_DATA);
    styled_close(&s);
}

static void bad_rules(void **state) {
    static const bad_line cases[] = {
        {"[inflection]\ned\n", 2, 3, "empty"},
        {"[inflection]\nED -\n", 2, 1, "folded"},
        {"[inflection]\n\ned  E\n", 3, 5, "folded"},
        {"[inflection]\ne ed\n", 2, 3, "longer"},
        {"[inflection]\ned - twice\n", 2, 6, "condition"},
        {"[inflection]\ned - after\n", 2, 11, "empty"},
        {"[inflection]\ned - after a unless b\n", 2, 14, "condition"},
        {"[inflection]\ned - base verbs\n", 2, 11, "no list"},
        {"[inflection]\ned - base\n", 2, 10, "no list"},
        {"[inflection]\ned - word suffix-adverb\n", 2, 11, "no list"},
        {"[inflection]\ned - base inflection\n", 2, 11, "no list"},
        {"[contraction]\n'\xFF -\n", 2, 1, "UTF-8"},
        {"[fog]\ned e maybe\n", 2, 6, "condition"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_bad(&cases[i]);
    }
}

static void bad_speeds(void **state) {
    static const bad_line cases[] = {
        {"[speed]\nrunning 200 words\n", 2, 1, "no speed"},
        {"[speed]\nreading 200 words\nreading 200 words\n", 3, 1, "no speed"},
        {"[speed]\nreading 0 words\n", 2, 9, "number"},
        {"[speed]\nreading -5 words\n", 2, 9, "number"},
        {"[speed]\nreading 10000 words\n", 2, 9, "number"},
        {"[speed]\nreading 99999999999999999999 words\n", 2, 9, "number"},
        {"[speed]\nreading\n", 2, 8, "number"},
        {"[speed]\nreading 200\n", 2, 12, "unit"},
        {"[speed]\nreading 200 pages\n", 2, 13, "unit"},
        {"[speed]\nreading 200 words fast\n", 2, 13, "unit"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_bad(&cases[i]);
    }
}

static void speeds(void **state) {
    styled s;
    styled_open(&s, "[speed]\nspeaking 9999 words\nreading 357 characters\n");
    list_speed speed = word_lists_speed(&s.pack);
    assert_int_equal(speed.reading, 357);
    assert_true(speed.reading_characters);
    assert_int_equal(speed.speaking, 9999);
    assert_false(speed.speaking_characters);
    styled_close(&s);
}

static void rules(void **state) {
    static const struct {
        list_rule_kind kind;
        const char *suffix;
        bool doubled, optional;
        uint8_t next;
    } cases[] = {
        {LIST_RULE_CONTRACTION, "'d", false, false, 1},
        {LIST_RULE_INFLECTION, "ed", true, false, 1},
        {LIST_RULE_INFLECTION, "s", false, false, 3},
        {LIST_RULE_INFLECTION, "ies", false, false, 1}, /* of one bucket as written */
        {LIST_RULE_INFLECTION, "ches", false, false, 1},
        {LIST_RULE_FOG, "ing", false, true, 1},
        {LIST_RULE_FOG, "es", false, false, 1},
    };
    styled s;
    styled_open(&s, "[fog]\nes e\ning e optional\n[inflection]\ns -\ned - double\n"
                    "[contraction]\n'd -\n[inflection]\nies y\nches x\n");
    assert_int_equal(s.tables.rule_count, COUNT(cases));
    for (size_t i = 0; i < COUNT(cases); i++) {
        const list_rule *r = &s.tables.rules[i];
        assert_int_equal(r->kind, cases[i].kind);
        assert_int_equal(r->suffix_length, strlen(cases[i].suffix));
        assert_memory_equal(s.tables.strings + r->suffix, cases[i].suffix,
                            r->suffix_length);
        assert_int_equal(r->doubled, cases[i].doubled);
        assert_int_equal(r->optional, cases[i].optional);
        assert_int_equal(r->next, cases[i].next);
    }
    styled_close(&s);
}

static void too_many_rules(void **state) {
    char style[4000] = "[inflection]\n";
    styled s;
    lede_error error;
    for (size_t i = 0; i < 255; i++) {
        strcat(style, "s -\n");
    }
    styled_open(&s, style);
    styled_close(&s);
    strcat(style, "s -\n");
    assert_int_equal(styled_parse(&s, style, &error), LEDE_TOO_LARGE);
    styled_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_rules),      cmocka_unit_test(bad_speeds),
        cmocka_unit_test(speeds),         cmocka_unit_test(rules),
        cmocka_unit_test(too_many_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
