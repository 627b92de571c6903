/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void lists(void **state) {
    static const mask_case cases[] = {
        {"# Heading {#top}\n", "# Heading xxxxxx\n", "A[{#top}]"},
        {"Heading {#top}\n=======\n", NULL, "A[{#top}]"},
        {"No heading {#top}\n-- a\n\nNone {#b}", NULL, ""},
        {"## A {.b c=\"d } e\" -}\n", NULL, "A[{.b c=\"d } e\" -}]"},
        {"[a](b){target=_blank}, [c]{.d}, `e`{=html}\n", NULL,
         "A[{target=_blank}]A[{.d}]A[{=html}]"},
        {"`a`{.b}_c_\n", "`a`xxx,_c_\n", "A[{.b}]"},
        {"# \xC3\x89t\xC3\xA9 {#\xC3\xA9t\xC3\xA9}\n", NULL, "A[{#\xC3\xA9t\xC3\xA9}]"},
        {"Text\n{ .wide }\n", "Text\n         \n", "A[{ .wide }]"},
        {"A {.b} c\n\nd{#e}\n\n(f) {g}\n\n[h]{i}\n\n# {} \n", NULL, ""},
        {"# A {#b\n}\n", NULL, ""},
        {"# A `{#b}`\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void kramdown(void **state) {
    static const mask_case cases[] = {
        {"Text\n{: .a #b}\n", "Text\n         \n", "A[{: .a #b}]"},
        {"* toc\n{:toc}\n", NULL, "A[{:toc}]"},
        {"- {:.a} item\n", "- xxxxx item\n", "A[{:.a}]"},
        {"Text {: .a }\n", NULL, "A[{: .a }]"},
        {"Smile {:) and {: never\n\n{: {a}\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

/* No list is longer than 512 bytes. */
static void longest(void **state) {
    char text[600] = "# A {#", spans[600] = "A[{#";
    memset(text + 6, 'b', 509);
    memset(spans + 4, 'b', 509);
    strcat(text, "}");
    strcat(spans, "}]");
    const mask_case most = {text, NULL, spans};
    mask_check(&most, false);
    text[6 + 509] = 'b';
    strcat(text, "}");
    const mask_case more = {text, NULL, ""};
    mask_check(&more, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists),
        cmocka_unit_test(kramdown),
        cmocka_unit_test(longest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
