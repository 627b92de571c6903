/* SPDX-License-Identifier: MIT */
#include "unicode/properties.h"

#include "unicode/tables.h"

#include "unicode/class_table.inc"
#include "unicode/flags_table.inc"
#include "unicode/fold_table.inc"
#include "unicode/script_table.inc"
#include "unicode/sentence_break_table.inc"
#include "unicode/traits_table.inc"
#include "unicode/word_break_table.inc"

#include <string.h>

#define CODE_LETTERS ((size_t)4) /* of ISO 15924 */

_Static_assert(sizeof unicode_script_codes == CODE_LETTERS * UNICODE_SCRIPTS + 1,
               "UNICODE_SCRIPTS is not the number of scripts in the table");

word_break unicode_word_break(uint32_t code) {
    return tables_word_break(code);
}

sentence_break unicode_sentence_break(uint32_t code) {
    return tables_sentence_break(code);
}

unicode_class unicode_class_of(uint32_t code) {
    return tables_class_of(code);
}

unsigned unicode_flags(uint32_t code) {
    return tables_flags(code);
}

uint32_t unicode_fold(uint32_t code) {
    return tables_fold(code);
}

unicode_script unicode_script_of(uint32_t code) {
    return tables_script(code);
}

unicode_script unicode_script_named(const char *code, size_t n) {
    for (unsigned i = 1; n == CODE_LETTERS && i < UNICODE_SCRIPTS; i++) {
        if (memcmp(unicode_script_codes + CODE_LETTERS * i, code, n) == 0) {
            return (unicode_script)i;
        }
    }
    return 0;
}
