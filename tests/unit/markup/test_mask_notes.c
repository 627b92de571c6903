/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void alerts(void **state) {
    static const mask_case cases[] = {
        {"> [!NOTE]\n> Kept.\n", ">        \n> Kept.\n", "L![[!NOTE]]"},
        {"> [!tip]- Own title\n> Kept.\n", "> xxxxxxxxOwn title\n> Kept.\n",
         "L![[!tip]- ]B![\n]"},
        {"> [!custom]+\n", NULL, "L![[!custom]+]"},
        {"> > [!note]\n", NULL, "L![[!note]]"},
        {"> Said\n> [!NOTE]\n", NULL, ""},
        {"[!NOTE]\n\n> [!]\n\n> [!a b]\n", NULL, ""},
        {"> ```\n> [!NOTE]\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void footnotes(void **state) {
    static const mask_case cases[] = {
        {"We met.[^1] Then[^a-b], left.\n", "We met.xxxx Thenxxxxxx, left.\n",
         "F[[^1]]F[[^a-b]]"},
        {"*We met*[^1]\n", "*We met*,xxx\n", "F[[^1]]"},
        {"[^1]: In May.\n[^2]: In June.\n", "xxxxxxIn May.\nxxxxxxIn June.\n",
         "F![[^1]: ]F![[^2]: ]"},
        {"[^1]: In May.\n\n    Late in May.\n\n        code\n\nOut.\n",
         "xxxxxxIn May.\n\nxxxxLate in May.\n\n        code\n\nOut.\n",
         "F![[^1]: ]I[    ]"},
        {"[^1]:\n\n\tLate.\n", NULL, "F![[^1]:]I[\t]"},
        {"  [^\xC3\xA9]:\n    In May.\n", "        \nxxxxIn May.\n",
         "F![[^\xC3\xA9]:]I[    ]"},
        {"> [^1]: In May.\n", "> xxxxxxIn May.\n", "F![[^1]: ]"},
        {"[^] [^ a] [^a [b]\n\n`[^1]` \\[^1]\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void definitions(void **state) {
    static const mask_case cases[] = {
        {"Term\n: First.\n: Second.\n", "Term\nxxFirst.\nxxSecond.\n", "D![: ]D![: ]"},
        {"Term\n\n:   First.\n\n    Goes on.\n", "Term\n\nxxxxFirst.\n\nxxxxGoes on.\n",
         "D![:   ]I[    ]"},
        {"Term\n:   - a\n", "Term\n-   - a\n", "D![:   ]"},
        {"Term\n:   !!! note\n        Kept.\n", "Term\n            \nxxxxxxxxKept.\n",
         "D![:   ]O![!!! note]I[        ]"},
        {"Term\n:   ```\n    {{ a }}\n    ```\n    {{ b }} c\n",
         "Term\n   ````\n    {{ a }}\n   ````\nxxxxxxxxxxx c\n",
         "D![:   ]I[    ]I[    ]S[{{ b }}]"},
        {"Term\n\n\n: no\n", NULL, ""},
        {": no\n", NULL, ""},
        {"# Heading\n: no\n", NULL, ""},
        {"Term\n:smile: no\n", NULL, "S[:smile:]"},
        {"```\na\n```\n: no\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void myst(void **state) {
    static const mask_case cases[] = {
        {"(a-label)=\n# Heading\n", "          \n# Heading\n", "A![(a-label)=]"},
        {"See {ref}`a` there.\n", "See xxxxx`a` there.\n", "X[{ref}]"},
        {"% a note\n\nSee {doc}`a`.\n", NULL, "C![% a note]X[{doc}]"},
        {"% of votes were void.\n", NULL, ""},
        {"% of votes {were} void.\n", NULL, ""},
        {"()=\n\n(a)= b\n\n{a} `b`\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void formulas(void **state) {
    static const mask_case cases[] = {
        {"$$\nx_1 {{ a }}\n\n= 2\n$$\nKept.\n", "  \n           \n\n   \n  \nKept.\n",
         "K![$$\nx_1 {{ a }}\n\n= 2\n$$]"},
        {"$$x$$\n", "     \n", "K![$$x$$]"},
        {"$$x\n= 2$$ (1)\n", NULL, "K![$$x\n= 2$$]"},
        {"$$ cheap\n\n$$ dear\n", NULL, ""},
        {"$$ cheap\n$$ dear\n", NULL, ""},
        {"For $$x$$ and $y$.\n", NULL, ""},
        {"$$\nx\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

/* A formula has 64 lines at most. */
static void long_formula(void **state) {
    char text[256] = "$$\n", spans[256];
    for (int i = 0; i < 62; i++) {
        strcat(text, "x\n");
    }
    strcpy(spans, "K![");
    strcat(text, "$$");
    strcat(spans, text);
    strcat(spans, "]");
    const mask_case most = {text, NULL, spans};
    mask_check(&most, false);
    char more[256] = "$$\nx";
    strcat(more, text + 2);
    const mask_case none = {more, NULL, ""};
    mask_check(&none, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alerts),      cmocka_unit_test(footnotes),
        cmocka_unit_test(definitions), cmocka_unit_test(myst),
        cmocka_unit_test(formulas),    cmocka_unit_test(long_formula),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
