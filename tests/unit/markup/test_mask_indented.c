/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void headers(void **state) {
    static const mask_case cases[] = {
        {"!!! note\n    Kept.\n\nOut.\n", "        \nxxxxKept.\n\nOut.\n",
         "O![!!! note]I[    ]"},
        {"!!! info inline end \"Own title\"\n\n    Kept.\n", NULL,
         "O![!!! info inline end \"]B![\"\n]I[    ]"},
        {"???+ tip \"\"\n    Kept.\n", NULL, "O![???+ tip \"\"]I[    ]"},
        {"=== \"First\"\n\n    Kept.\n\n=== \"Second\"\n\n    Kept.\n", NULL,
         "O![=== \"]B![\"\n]I[    ]O![=== \"]B![\"\n]I[    ]"},
        {"!!! note\nNot below.\n", NULL, ""},
        {"!!! Really, this?\n    No.\n", NULL, ""},
        {"=== no\n    No.\n\n!!!\n    No.\n", NULL, ""},
        {"Title\n===\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

/* The copy has, at a lesser depth, the same kind of block. */
static void contents(void **state) {
    static const mask_case cases[] = {
        {"!!! note\n    # A\n", "        \n-   # A\n", "O![!!! note]I[    ]"},
        {"!!! note\n    - a\n    - b\n\n        c\n",
         "        \n-   - a\n-   - b\n\n        c\n", "O![!!! note]I[    ]I[    ]"},
        {"!!! note\n    > a\n", "        \n   >> a\n", "O![!!! note]I[    ]"},
        {"!!! note\n    ```\n    {{ a }}\n    ```\n    {{ b }} c\n",
         "        \n   ````\n    {{ a }}\n   ````\nxxxxxxxxxxx c\n",
         "O![!!! note]I[    ]I[    ]I[    ]S[{{ b }}]"},
        {"!!! note\n    | a |\n    |---|\n", "        \n----| a |\n----|---|\n",
         "O![!!! note]I[    ]I[    ]"},
        {"!!! note\n    A\n\n        code {{ a }}\n",
         "        \nxxxxA\n\n        code {{ a }}\n", "O![!!! note]I[    ]"},
        {"!!! note\n    A [b].\n\n    [b]: c\n", "        \nxxxxA [b].\n\n-   [b]: c\n",
         "O![!!! note]I[    ]I[    ]"},
        {"!!! note\n    [b] c: d\n", "        \nxxxx[b] c: d\n", "O![!!! note]I[    ]"},
        {"!!! note\n    {{ a }}\n", "        \n           \n",
         "O![!!! note]I[    ]S[{{ a }}]"},
        {"!!! note\n\tKept.\n", "        \nxKept.\n", "O![!!! note]I[\t]"},
        {"!!! note\n    ??? tip\n        1. a\n\n    b\n",
         "        \n           \n   -    1. a\n\nxxxxb\n",
         "O![!!! note]I[    ]O![??? tip]I[        ]I[    ]"},
        {"!!! note\n    ```\n    a\nOut {{ b }}.\n",
         "        \n   ````\n    a\nOut xxxxxxx.\n", "O![!!! note]I[    ]S[{{ b }}]"},
    };
    MASK_CHECK(cases, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers),
        cmocka_unit_test(contents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
