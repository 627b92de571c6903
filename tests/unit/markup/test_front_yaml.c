/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/front_support.h"

#include <stdio.h>

/* ---- What is kept ------------------------------------------------------------- */

static void names(void **state) {
    front_expect("---\ntitle: Rain\ndate: 2021-03-04\nlang: en\ntags: [a, b]\n"
                 "description: It rained.\nlanguage: fr\n---\n",
                 "title=Rain\nlang=en\ndescription=It rained.\n");
    front_expect("---\n{\"title\": 'Rain', lang: en}\n---\n", "title=Rain\nlang=en\n");
    /* Scalars stay the strings they are. */
    front_expect("---\ntitle: 1984\nlang: no\ndescription: ~\n---\n",
                 "title=1984\nlang=no\ndescription=~\n");
    front_expect("---\ntitle:\nlang: ''\n---\n", "title=\nlang=\n");
    /* The first of several, and only of the top level. */
    front_expect("---\ntitle: Rain\ntitle: Wind\n---\n", "title=Rain\n");
    front_expect("---\nseo:\n  title: Rain\n  lede: {a: b}\n---\n", "");
    /* Only scalars. */
    front_expect("---\ntitle: [Rain]\nlang: {en: 1}\ndescription: D\n---\n",
                 "description=D\n");
    front_expect("---\ntitle: [Rain]\ntitle: Wind\n---\n", "");
    front_expect("---\n? [title]\n: Rain\nlang: en\n---\n", "lang=en\n");
}

static void below_lede(void **state) {
    front_expect("---\nlede:\n  disable: [told-twice, long-sentence]\n  rules:\n"
                 "    long-sentence:\n      max: 30\n      off: no\n  profile: news\n"
                 "title: Rain\n---\n",
                 "lede.disable=told-twice\nlede.disable=long-sentence\n"
                 "lede.rules.long-sentence.max=30\nlede.rules.long-sentence.off=no\n"
                 "lede.profile=news\ntitle=Rain\n");
    front_expect("---\nlede: off\n---\n", "lede=off\n");
    front_expect("---\nlede: [a, b]\nlede: {c: d}\n---\n", "lede=a\nlede=b\nlede.c=d\n");
    front_expect("---\nlede:\n- a\n- b: c\n  d: e\n- - f\n  - g: h\n- i\n---\n",
                 "lede=a\nlede.b=c\nlede.d=e\nlede=f\nlede.g=h\nlede=i\n");
    /* A collection as a key hides what it leads to, and nothing else. */
    front_expect("---\nlede:\n  ? [a, {b: c}]\n  : {d: e}\n  f: g\n---\n", "lede.f=g\n");
    front_expect("---\nlede:\n  ? {a: b}\n  : c\n  d: {e: f}\n---\n", "lede.d.e=f\n");
    front_expect("---\nlede: {a: , b}\n---\n", "lede.a=\nlede.b=\n");
}

static void sources(void **state) {
    static const char text[] = "---\ntitle: 'Ra\xC3\xAFn'\nlang: en # not fr\nlede:\n"
                               "  a: |\n    b\n---\n";
    static const char *const wanted[] = {"'Ra\xC3\xAFn'", "en", "|\n    b\n"};
    front f;
    front_open(&f, text, sizeof text - 1);
    assert_int_equal(f.matter.values.count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_true(front_equals(text, f.matter.values.items[i].source, wanted[i]));
    }
    front_close(&f);
}

/* Of one sequence. */
static void shared_keys(void **state) {
    static const char text[] = "---\nlede: {disable: [a, b, c]}\n---\n";
    front f;
    front_open(&f, text, sizeof text - 1);
    assert_int_equal(f.matter.values.count, 3);
    assert_int_equal(f.matter.text.count, strlen("lede.disable") + 3);
    assert_int_equal(f.matter.values.items[2].key.begin,
                     f.matter.values.items[0].key.begin);
    front_close(&f);
}

/* ---- What is not read ---------------------------------------------------------------
 */

typedef struct problem_sample {
    const char *text;
    const char *problem;
    uint32_t at;
} problem_sample;

static void problems(void **state) {
    static const problem_sample samples[] = {
        {"---\ntitle: &t Rain\n---\n", "an anchor", 11},
        {"---\ntitle: *t\n---\n", "an alias", 11},
        {"---\n\xC3\xA9: &t [a]\n---\n", "an anchor", 8},
        {"---\na: &t {b: c}\n---\n", "an anchor", 7},
        {"---\n&t\ntitle: Rain\n---\n", "an anchor", 4},
        {"---\ntitle: !!str Rain\n---\n", "a tag", 11},
        {"---\ntitle: Rain\na: {b: [!c d]}\n---\n", "a tag", 24},
        {"---\na: !b [c]\n---\n", "a tag", 7},
        {"---\na: ! {b: c}\n---\n", "a tag", 7},
        {"---\na: b\n--- c\n---\n", "a second document", 9},
        {"---\ntitle: Rain: and wind\n---\n",
         "mapping values are not allowed in this context", 15},
        {"---\ntitle: \"Rain\nlang: en\n---\n", "found unexpected end of stream", 11},
        {"---\n\xE6\xBC\xA2: a\ntitle: 'a\\'b'\n---\n", "did not find expected key", 22},
        {"---\na: b\n\tc: d\n---\n", "found a tab character that violates indentation",
         9},
    };
    for (size_t i = 0; i < COUNT(samples); i++) {
        front_expect_problem(samples[i].text, strlen(samples[i].text), samples[i].problem,
                             samples[i].at);
    }
}

static void bad_bytes(void **state) {
    front_expect_problem(BYTES("---\ntitle: R\xFF\n---\n"), "invalid leading UTF-8 octet",
                         12);
    front_expect_problem(BYTES("---\ntitle: R\xC3\n---\n"),
                         "invalid trailing UTF-8 octet", 13);
    front_expect_problem(BYTES("---\ntitle: R\0\n---\n"),
                         "control characters are not allowed", 12);
    front_expect_problem(BYTES("---\ntitle: R\x07\n---\n"),
                         "control characters are not allowed", 12);
}

/* ---- Hostile --------------------------------------------------------------------------
 */

/* "---", `head`, so many times `again`, "---". */
static char *repeated(const char *head, const char *again, size_t times, size_t *n) {
    size_t begin = strlen(head), unit = strlen(again);
    char *text = malloc(begin + unit * times + 9);
    assert_non_null(text);
    memcpy(text, "---\n", 4);
    memcpy(text + 4, head, begin);
    for (size_t i = 0; i < times; i++) {
        memcpy(text + 4 + begin + i * unit, again, unit);
    }
    memcpy(text + 4 + begin + unit * times, "\n---\n", 5);
    *n = 4 + begin + unit * times + 5;
    return text;
}

static void expect_repeated(const char *head, const char *again, const char *problem,
                            uint32_t at) {
    size_t n = 0, times = (FRONT_MATTER_MAX_BYTES - strlen(head) - 1) / strlen(again);
    char *text = repeated(head, again, times, &n);
    front_expect_problem(text, n, problem, at);
    free(text);
}

static void deep(void **state) {
    static const char problem[] = "more than 32 collections in each other";
    expect_repeated("a: ", "[", problem, 7 + 31);
    expect_repeated("a: ", "{a: ", problem, 7 + 31 * 4);
    expect_repeated("a:\n", "- ", problem, 7 + 31 * 2);
    expect_repeated("a:\n ", "? ", problem, 8 + 31 * 2);
    /* As deep as it may be. */
    char text[128] = "---\nlede: ";
    for (size_t i = 1; i < FRONT_MATTER_MAX_DEPTH; i++) {
        strcat(text, "[");
    }
    strcat(text, "x");
    for (size_t i = 1; i < FRONT_MATTER_MAX_DEPTH; i++) {
        strcat(text, "]");
    }
    strcat(text, "\n---\n");
    front_expect(text, "lede=x\n");
}

static void many(void **state) {
    expect_repeated("a: [", "&b c,", "an anchor", 8);
    expect_repeated("a: [", "*b ,", "an alias", 8);
    /* Each of them is kept, or none. */
    size_t n = 0;
    char *text = repeated("lede: {a: [", "b,", 20000, &n);
    front_expect_problem(text, n, "did not find expected node content", (uint32_t)n - 4);
    memcpy(text + n - 7, "]}", 2);
    front f;
    front_open(&f, text, n);
    assert_int_equal(f.matter.values.count, 19999);
    front_close(&f);
    free(text);
}

static void long_keys(void **state) {
    char text[512];
    for (size_t n = 240; n < 260; n++) {
        char key[300] = {0};
        memset(key, 'k', n);
        snprintf(text, sizeof text, "---\nlede: {%s: {a: b}}\n---\n", key);
        /* lede. and .a */
        if (5 + n + 2 > FRONT_MATTER_MAX_KEY) {
            front_expect_problem(text, strlen(text), "a key longer than 256 bytes",
                                 5 + n > FRONT_MATTER_MAX_KEY ? 11 : (uint32_t)n + 14);
        } else {
            char wanted[400];
            snprintf(wanted, sizeof wanted, "lede.%s.a=b\n", key);
            front_expect(text, wanted);
        }
    }
    /* Elsewhere a key may be as long as libyaml likes. */
    size_t n = 0;
    char *other = repeated("? ", "k", 20000, &n);
    front f;
    front_open(&f, other, n);
    assert_null(f.matter.problem);
    front_close(&f);
    free(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),     cmocka_unit_test(below_lede),
        cmocka_unit_test(sources),   cmocka_unit_test(shared_keys),
        cmocka_unit_test(problems),  cmocka_unit_test(bad_bytes),
        cmocka_unit_test(deep),      cmocka_unit_test(many),
        cmocka_unit_test(long_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
