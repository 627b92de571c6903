/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void containers(void **state) {
    static const mask_case cases[] = {
        {":::note\nKept.\n:::\n", "       \nKept.\n   \n", "O![:::note]O![:::]"},
        {":::note[Mind the gap]\nKept.\n:::\n", "xxxxxxxxMind the gapx\nKept.\n   \n",
         "O![:::note[]B![]\n]O![:::]"},
        {"::: tip Look here {open}\r\nKept.\r\n", "xxxxxxxxLook herexxxxxxx\r\nKept.\r\n",
         "O![::: tip ]B![ {open}\r\n]"},
        {":::{note} Own *title*\n:class: wide\n:::\n", NULL,
         "O![:::{note} ]B![\n]O![:class: wide]O![:::]"},
        {"::::: {#a .b} ::::\n", NULL, "O![::::: {#a .b} ::::]"},
        {":::{.a}\n", NULL, "O![:::{.a}]"},
        {":::note{.a}\n", NULL, "O![:::note{.a}]"},
        {"> ::: tip\n> Kept.\n> :::\n", ">        \n> Kept.\n>    \n",
         "O![::: tip]O![:::]"},
        {"- ::: tip\n", "-        \n", "O![::: tip]"},
        {":: no\n\n::: 5 no\n\n:::{ no\n\n:smile: yes\n\n:::a/b\n", NULL, "S[:smile:]"},
        {"```\n:::note\n```\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void code_containers(void **state) {
    static const mask_case cases[] = {
        {":::{code-block} c\nint x; // {{ y }}\n:::\nKept.\n",
         "                 \n                 \n   \nKept.\n",
         "K![:::{code-block} c\nint x; // {{ y }}\n:::\n]"},
        {"::::{math}\n:::\nx\n::::\n", NULL, "K![::::{math}\n:::\nx\n::::\n]"},
        {":::{toctree}\na\n", NULL, "K![:::{toctree}\na\n]"},
    };
    MASK_CHECK(cases, false);
}

static void directives(void **state) {
    static const mask_case cases[] = {
        {"```{note}\nKept.\n```\nAnd {{ a }}.\n", "         \nKept.\n   \nAnd xxxxxxx.\n",
         "O![```{note}]O![```]S[{{ a }}]"},
        {"```{admonition} Own title\n:class: tip\n:name: a\n\n:b: kept\n```\n", NULL,
         "O![```{admonition} ]B![\n]O![:class: tip]O![:name: a]S[:b:]O![```]"},
        {"~~~{tip}\n---\na: b\n---\nKept.\n~~~\n", NULL,
         "O![~~~{tip}]O![---]O![a: b]O![---]O![~~~]"},
        {"```{figure} a.png\nKept.\n```\n", NULL, "O![```{figure} a.png]O![```]"},
        {"```{versionadded} 1.2\nKept.\n```\n", NULL, "O![```{versionadded} 1.2]O![```]"},
        {":::{deprecated} 1.2\nKept.\n:::\n", NULL, "O![:::{deprecated} 1.2]O![:::]"},
        {"````{note}\n```c\n{{ a }}\n```\n```{tip}\nKept.\n```\n````\n", NULL,
         "O![````{note}]O![```{tip}]O![```]O![````]"},
        {"```{code-block} c\n{{ a }}\n```\n", NULL, ""},
        {"```{unknown}\n{{ a }}\n```\n", NULL, ""},
        {"```{note\n{{ a }}\n```\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(containers),
        cmocka_unit_test(code_containers),
        cmocka_unit_test(directives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
