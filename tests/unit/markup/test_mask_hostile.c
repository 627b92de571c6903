/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

#define SMALL ((size_t)16 << 10)
#define LARGE ((size_t)512 << 10)

/* Openers without their closers, and what hides them from each other. */
static const char *const families[] = {
    "{{",
    "{{< ",
    "{{< \" >}} \" ",
    "{{< highlight >}}",
    "{% ` %} ",
    "{% comment %}\n",
    "{{ \n\n",
    "<Ab ",
    "<Ab \"",
    "<Ab '\"",
    "<Ab {",
    "<Ab c=\"{\" d='",
    ":::",
    "::: {\n",
    "[^",
    "[^a",
    "`",
    "` `` ``` ",
    "{",
    "{'",
    "{\"{'",
    "{`",
    "{/*",
    "{# ",
    "$$",
    "$$ a\n",
    "!!! ",
    "!!! note\n    ",
    "{#a ",
    "{: ",
    "){a='{a=\"' b=\"'",
    "> ",
    "> - > - \n",
    "- ",
    "* * a",
    "```{note}\n",
    "```{note}\n---\n",
    "% {a}\n",
    "import {\n\n",
    "export const a = {\n\n",
    "<!--",
    "</",
    "a\n: b\n\n    ",
    "> [!note] a\n\n",
    "\t",
};

/* Bytes of spans and of vain reading for a text of n bytes. */
static size_t cost(const char *unit, size_t n, bool mdx) {
    size_t length = strlen(unit);
    char *text = malloc(n);
    assert_non_null(text);
    for (size_t i = 0; i < n; i++) {
        text[i] = unit[i % length];
    }
    sheet s;
    mask m = {0};
    sheet_source(&s, text, n);
    assert_int_equal(mask_read(&m, &memory_default, &s.source, 0, mdx), LEDE_OK);
    mask_check_form(&s, &m);
    assert_true(m.copy.count <= n);
    size_t bytes = (size_t)m.vain + m.spans.count * sizeof *m.spans.items;
    mask_free(&m, &memory_default);
    sheet_close(&s);
    free(text);
    return bytes;
}

/* 32 times the text costs 32 times as much; searches that are not counted and begin again
 * at each opener would take minutes. */
static void grow_as_the_text(void **state) {
    for (size_t i = 0; i < 2 * COUNT(families); i++) {
        const char *unit = families[i / 2];
        size_t small = cost(unit, SMALL, i % 2 == 0);
        size_t large = cost(unit, LARGE, i % 2 == 0);
        if (large > 34 * small + SMALL) {
            fail_msg("\"%s\": %zu, %zu", unit, small, large);
        }
    }
}

/* Bytes that mean something, in any order. */
static void random_texts(void **state) {
    static const char *const parts[] = {
        "{{< ", " >}}",     "{%", "%}",   "{",     "}",  "<Ab ", ">",   "`",
        "```",  "{note}",   "\n", "\n\n", "    ",  "> ", "- ",   ":::", "[^a]",
        ":",    "\"",       "'",  "$$",   "!!! a", "a ", "# ",   "\\",  "\r",
        "</",   "\xC3\xA9", "/*", "*/",   "(a)=",  "\t"};
    uint64_t random = 7;
    for (int round = 0; round < 4000; round++) {
        char text[400];
        size_t n = 0, wanted = next_random(&random) % 60;
        for (size_t i = 0; i < wanted; i++) {
            const char *part = parts[next_random(&random) % COUNT(parts)];
            memcpy(text + n, part, strlen(part));
            n += strlen(part);
        }
        sheet s;
        mask m = {0};
        sheet_source(&s, text, n);
        assert_int_equal(mask_read(&m, &memory_default, &s.source, 0, round % 2 == 0),
                         LEDE_OK);
        mask_check_form(&s, &m);
        mask_free(&m, &memory_default);
        sheet_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grow_as_the_text),
        cmocka_unit_test(random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
