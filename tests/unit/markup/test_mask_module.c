/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void imports(void **state) {
    static const mask_case cases[] = {
        {"import A from \"./a\"\nimport B, {\n  C as D,\n} from 'b';\n\nText.\n", NULL,
         "M![import A from \"./a\"]M![import B, {\n  C as D,\n} from 'b';]"},
        {"import 'a.css'\n", "              \n", "M![import 'a.css']"},
        {"import * as a from \"b\"\r\nText.\r\n", "                      \r\nText.\r\n",
         "M![import * as a from \"b\"]"},
        {"import taxes from \"the south\" rose again.\n", NULL, ""},
        {"import \"goods\" and sell them.\n", NULL, ""},
        {"import taxes rose.\n", NULL, ""},
        {"Text\nimport A from \"a\"\n", NULL, ""},
        {"- import A from \"a\"\n", NULL, ""},
        {"import A from \"a\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
    MASK_CHECK(cases, true);
}

static void exports(void **state) {
    static const mask_case cases[] = {
        {"export const a = {\n  b: [1],\n\n  c: '}',\n};\nText.\n", NULL,
         "M![export const a = {\n  b: [1],\n\n  c: '}',\n};]"},
        {"export const a =\n  1\n\nText.\n", NULL, "M![export const a =\n  1]"},
        {"export default function A({b}) {\n  return b\n}\n", NULL,
         "M![export default function A({b}) {\n  return b\n}]"},
        {"export {a} from 'b'\n", NULL, "M![export {a} from 'b']"},
        {"export * from 'b'\n", NULL, "M![export * from 'b']"},
        {"export goods to the north.\n", NULL, ""},
        {"export class consciousness.\n", NULL, ""},
        {"export const a = {\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
    MASK_CHECK(cases, true);
}

static void default_value(void **state) {
    static const mask_case prose = {"export default values first\n", NULL, ""};
    static const mask_case code = {"export default a\n", NULL, "M![export default a]"};
    mask_check(&prose, false);
    mask_check(&code, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(imports),
        cmocka_unit_test(exports),
        cmocka_unit_test(default_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
