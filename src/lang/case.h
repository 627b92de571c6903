/* SPDX-License-Identifier: MIT */
/* Capitals whose small letters differ by language: I is no capital of i in Turkish. */
#ifndef LEDE_LANG_CASE_H
#define LEDE_LANG_CASE_H

#include "lang/pack.h"
#include "unicode/tables.h"

/* Has the language capitals of its own? Most have none: to be asked once for a text. */
static inline bool case_is_own(const language_pack *pack) {
    return pack->codes.cases[0].upper != 0;
}

/* The small letter by the language's own rule; code itself where it has none. */
static inline uint32_t case_lower(const language_pack *pack, uint32_t code) {
    const pack_case *cases = pack->codes.cases;
    for (size_t i = 0; i < PACK_CODES && cases[i].upper != 0; i++) {
        if (cases[i].upper == code) {
            return cases[i].lower;
        }
    }
    return code;
}

/* Simple folding by the language's rule. */
static inline uint32_t case_fold(const language_pack *pack, uint32_t code) {
    return tables_fold(case_lower(pack, code));
}

#endif
