/* SPDX-License-Identifier: MIT */
/* What a language says of single code points, and its other codes. */
#ifndef LEDE_LANG_PACK_CODES_H
#define LEDE_LANG_PACK_CODES_H

#include <stdint.h>

#define PACK_CODES 4u /* code points that one section of a language may name */

/* A capital and its small letter where they are not those of other languages. */
typedef struct pack_case {
    uint32_t upper;
    uint32_t lower;
} pack_case;

typedef struct pack_codes {
    uint32_t terminators[PACK_CODES]; /* that end sentences beside Unicode's; 0: none */
    pack_case cases[PACK_CODES];      /* 0: none */
    uint32_t also[PACK_CODES];        /* pack_code_number() of its other codes */
} pack_codes;

#endif
