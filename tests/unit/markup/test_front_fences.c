/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/front_support.h"

#include "markup/front_fences.h"

typedef struct sample {
    const char *text;
    front_matter_form form;
    uint32_t end; /* of the span */
} sample;

static void expect_all(const sample *samples, size_t n) {
    for (size_t i = 0; i < n; i++) {
        front f;
        front_open(&f, samples[i].text, strlen(samples[i].text));
        if (f.matter.form != samples[i].form || f.matter.span.end != samples[i].end) {
            fail_msg("%s: form %d, end %u", samples[i].text, (int)f.matter.form,
                     f.matter.span.end);
        }
        front_close(&f);
    }
}

static void yaml(void **state) {
    static const sample samples[] = {
        {"---\ntitle: Rain\n---\nIt rained.\n", FRONT_MATTER_YAML, 20},
        {"---\ntitle: Rain\n...\nIt rained.\n", FRONT_MATTER_YAML, 20},
        {"--- \t\ntitle: Rain\n---  \nIt rained.\n", FRONT_MATTER_YAML, 24},
        {"---\r\ntitle: Rain\r\n---\r\nIt rained.\n", FRONT_MATTER_YAML, 23},
        {"---\rtitle: Rain\r---\rIt rained.\r", FRONT_MATTER_YAML, 20},
        {"---\ntitle: Rain\n---", FRONT_MATTER_YAML, 19},
        {"---\n---\nIt rained.\n", FRONT_MATTER_YAML, 8},
        {"---\n\ntitle: Rain\n---\nIt rained.\n", FRONT_MATTER_YAML, 21},
        {"---\n# of the desk\ntitle: Rain\n---\n", FRONT_MATTER_YAML, 34},
        {"---\n{title: Rain, lang: en}\n---\n", FRONT_MATTER_YAML, 32},
        {"---\nDay of rain: Monday\n---\n", FRONT_MATTER_YAML, 28},
        {"---\ntitle: Rain\n---\nIt\n---\nrained.\n", FRONT_MATTER_YAML, 20},
    };
    expect_all(samples, COUNT(samples));
}

/* Thematic breaks and headings of Markdown. */
static void no_yaml(void **state) {
    static const sample samples[] = {
        {"", FRONT_MATTER_NONE, 0},
        {"---", FRONT_MATTER_NONE, 0},
        {"---\n", FRONT_MATTER_NONE, 0},
        {"---\ntitle: Rain\nIt rained.\n", FRONT_MATTER_NONE, 0},
        {"---\ntitle: Rain\n ---\n", FRONT_MATTER_NONE, 0},
        {"---\ntitle: Rain\n----\n", FRONT_MATTER_NONE, 0},
        {"---\ntitle: Rain\n--- #\n", FRONT_MATTER_NONE, 0},
        {"---\n\nIt rained.\n\n---\n\nIt dried.\n", FRONT_MATTER_NONE, 0},
        {"---\n\n---\n", FRONT_MATTER_NONE, 0},
        {"---\nIt rained.\n---\n", FRONT_MATTER_NONE, 0},
        {"---\n- rain\n- wind\n---\n", FRONT_MATTER_NONE, 0},
        {"---\n# Rain\n---\nIt rained.\n", FRONT_MATTER_NONE, 0},
        {"---\n*Rain*: it was \"heavy.\n---\n", FRONT_MATTER_NONE, 0},
        {"---\n*Rain\n---\n", FRONT_MATTER_NONE, 0},
        {"---\nThe minister: \"It rained.\n---\n", FRONT_MATTER_NONE, 0},
        {"---\n\"It rained: hard.\n---\n", FRONT_MATTER_NONE, 0},
        {"\n---\ntitle: Rain\n---\n", FRONT_MATTER_NONE, 0},
        {" ---\ntitle: Rain\n---\n", FRONT_MATTER_NONE, 0},
        {"----\ntitle: Rain\n----\n", FRONT_MATTER_NONE, 0},
        {"It rained.\n---\n", FRONT_MATTER_NONE, 0},
    };
    expect_all(samples, COUNT(samples));
}

static void others(void **state) {
    static const sample samples[] = {
        {"+++\ntitle = \"Rain\"\n+++\nIt rained.\n", FRONT_MATTER_TOML, 23},
        {"+++\n+++\n", FRONT_MATTER_TOML, 8},
        {"+++\ntitle = \"Rain\"\n---\n", FRONT_MATTER_NONE, 0},
        {";;;\n\"title\": \"Rain\"\n;;;\nIt rained.\n", FRONT_MATTER_JSON, 24},
        {";;;\n\"title\": \"Rain\"\n", FRONT_MATTER_NONE, 0},
        {"{\n\"title\": \"Rain\"\n}\nIt rained.\n", FRONT_MATTER_JSON, 20},
        {"{ \"title\": \"} {\" }\r\nIt rained.\n", FRONT_MATTER_JSON, 20},
        {"{\"a\": [{\"b\": \"\\\"}\\\\\"}]} \t", FRONT_MATTER_JSON, 25},
        {"{\r}\rIt rained.", FRONT_MATTER_JSON, 4},
        {"{\"title\": \"Rain\"} fell.\n", FRONT_MATTER_NONE, 0},
        {"{\"title\": \"Rain\"\n", FRONT_MATTER_NONE, 0},
        {"{\"title\": \"Rain}\\\"", FRONT_MATTER_NONE, 0},
        {"{\"title\": \"Rain}\\", FRONT_MATTER_NONE, 0},
        {"{\nIt rained.\n}\n", FRONT_MATTER_NONE, 0},
        {"{% include rain %}\n", FRONT_MATTER_NONE, 0},
        {"{{< rain >}}\n", FRONT_MATTER_NONE, 0},
        {"{", FRONT_MATTER_NONE, 0},
    };
    expect_all(samples, COUNT(samples));
}

static void byte_order_mark(void **state) {
    static const char *const texts[] = {"\xEF\xBB\xBF---\nlang: en\n---\n",
                                        "\xEF\xBB\xBF+++\nlang= 1\n+++\n",
                                        "\xEF\xBB\xBF{\"lang\": \"en\"}"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        front f;
        front_open(&f, texts[i], strlen(texts[i]));
        assert_int_equal(f.matter.form, FRONT_MATTER_YAML + i);
        assert_int_equal(f.matter.span.begin, 3);
        assert_int_equal(f.matter.span.end, strlen(texts[i]));
        front_close(&f);
    }
}

static bool has_key(const char *text) {
    return front_fences_key(text, (lede_span){0, (uint32_t)strlen(text)});
}

static void keys(void **state) {
    static const char *const good[] = {"a:",     "a: b",       "a:\tb",
                                       "a:\n",   "a:\r\n b",   "\n \n# c\n  a-1_b.c: d",
                                       "'a': b", "\xC3\xA9: b"};
    static const char *const bad[] = {"",     ":",      ": a",    "a",     "a:b",
                                      "a b:", "# a: b", "- a: b", "*a: b", "#\n",
                                      "? a",  "[a: b]", "> a: b"};
    for (size_t i = 0; i < COUNT(good); i++) {
        assert_true(has_key(good[i]));
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_false(has_key(bad[i]));
    }
}

/* Cut anywhere, there is no read beyond the end, and the span stays inside. */
static void every_length(void **state) {
    static const char *const texts[] = {
        "---\r\ntitle: \"Rain\\\n  \\u00e9\"\r\nlede:\r\n  a: [b, 'c']\r\n---\r\nText",
        "+++\na = 1\n+++\n", "{\"a\": [\"\\\"\", {}]}\r\n"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        for (size_t n = 0; n <= strlen(texts[i]); n++) {
            front f;
            front_open(&f, texts[i], n);
            assert_true(f.matter.span.end <= n);
            front_close(&f);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yaml),   cmocka_unit_test(no_yaml),
        cmocka_unit_test(others), cmocka_unit_test(byte_order_mark),
        cmocka_unit_test(keys),   cmocka_unit_test(every_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
