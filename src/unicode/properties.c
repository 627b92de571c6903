/* SPDX-License-Identifier: MIT */
#include "unicode/properties.h"

#include "unicode/tables.h"

#include "unicode/class_table.inc"
#include "unicode/flags_table.inc"
#include "unicode/fold_table.inc"
#include "unicode/sentence_break_table.inc"
#include "unicode/word_break_table.inc"

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
