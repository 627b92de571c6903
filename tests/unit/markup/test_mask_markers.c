/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void markers(void **state) {
    static const mask_case cases[] = {
        {"[TOC]\n\nText.\n", "     \n\nText.\n", "O![[TOC]]"},
        {"[[_TOC_]] \n", "          \n", "O![[[_TOC_]] ]"},
        {"--8<-- \"a.md\"\n", NULL, "O![--8<-- \"a.md\"]"},
        {"<<< @/a/b.js{2}\n", NULL, "O![<<< @/a/b.js{2}]"},
        {"*[GPS]: Finds the *way*\n*[SOS]: Help\n",
         "                       \n            \n",
         "O![*[GPS]: Finds the *way*]O![*[SOS]: Help]"},
        {"See [TOC] there.\n\n*[a] b*: c\n\n*[]: d\n\n[toc](e)\n\n<<< f\n", NULL, ""},
        {"```\n[TOC]\n```\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
