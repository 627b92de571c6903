/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/list_rules.h"
#include "unit/lang/style_support.h"

typedef struct rewriting {
    const char *rule;
    const char *key;
    const char *base; /* NULL: the rule does not fit */
} rewriting;

static void check_rewriting(const rewriting *c) {
    char style[200] = "[comparable]\nbig fine\n[participle]\nknown\n[inflection]\n";
    char base[64];
    styled s;
    strcat(style, c->rule);
    styled_open(&s, style);
    assert_int_equal(s.tables.rule_count, 1);
    size_t n = list_rule_apply(&s.tables, s.tables.rules, c->key, strlen(c->key), base);
    assert_int_equal(n, c->base != NULL ? strlen(c->base) : 0);
    assert_memory_equal(base, c->base != NULL ? c->base : "", n);
    styled_close(&s);
}

static void rewritings(void **state) {
    static const rewriting cases[] = {
        {"ies y", "babies", "baby"},
        {"ies y", "babied", NULL},
        {"ies y", "ies", NULL}, /* too little would be left */
        {"ies y", "pies", NULL},
        {"ies y", "flies", "fly"},
        {"s -", "cats", "cat"},
        {"s -", "s", NULL},
        {"s - unless s", "cats", "cat"},
        {"s - unless s", "class", NULL},
        {"es - after s,x,ch", "boxes", "box"},
        {"es - after s,x,ch", "churches", "church"},
        {"es - after s,x,ch", "plates", NULL},
        {"es - after s,x,ch", "caches", "cach"},
        {"ed - double", "stopped", "stop"},
        {"ed - double", "walked", NULL},
        {"ed - double", "ebbed", "eb"},
        {"ed e", "hoped", "hope"},
        {"er - double base comparable", "bigger", "big"},
        {"er - double base comparable", "digger", NULL},
        {"er e base comparable", "finer", "fine"},
        {"er e base comparable", "miner", NULL},
        {"n - word participle", "known", "know"},
        {"n - word participle", "pawn", NULL},
        {"won't will", "won't", "will"}, /* a whole word */
        {"can't can", "can't", "can"},
        {"can't can", "xcan't", "xcan"},
        {"ying ie", "dying", "die"},
        {"ing e", "bing", NULL},
        {"s -", "is", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_rewriting(&cases[i]);
    }
}

/* A bucket has every rule that can fit, and those of other kinds never. */
static void buckets(void **state) {
    styled s;
    styled_open(&s, "[inflection]\ning -\ns -\ned -\nd -\n[fog]\ned e\ning e\n");
    const list_index *index = s.tables.rule_index;
    static const struct {
        list_rule_kind kind;
        const char *key;
        uint32_t count;
    } cases[] = {
        {LIST_RULE_INFLECTION, "walked", 2}, {LIST_RULE_INFLECTION, "cats", 1},
        {LIST_RULE_INFLECTION, "a", 0},      {LIST_RULE_INFLECTION, "\xC3\xA9", 0},
        {LIST_RULE_FOG, "cats", 0},          {LIST_RULE_FOG, "walking", 1},
        {LIST_RULE_CONTRACTION, "cats", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        lede_span rules =
            list_bucket(&index[cases[i].kind], cases[i].key, strlen(cases[i].key));
        assert_int_equal(rules.end - rules.begin, cases[i].count);
        for (uint32_t k = rules.begin; k < rules.end; k++) {
            assert_int_equal(s.tables.rules[k].kind, cases[i].kind);
        }
    }
    styled_close(&s);
}

static void numerals(void **state) {
    static const struct {
        const char *key;
        bool is_numeral;
    } cases[] = {
        {"1948", true},
        {"3.5", true},
        {"19th", true},
        {"1990s", true},
        {"a", false},
        {"b2", false},
        {"-", true},
        {"\xC3\xA9", false},
        {"\xD9\xA3\xD9\xA4", true}, /* Arabic digits */
        {"\xC2\xBD", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(list_is_numeral(cases[i].key, strlen(cases[i].key)),
                         cases[i].is_numeral);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rewritings),
        cmocka_unit_test(buckets),
        cmocka_unit_test(numerals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
