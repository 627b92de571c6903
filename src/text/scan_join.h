/* SPDX-License-Identifier: MIT */
/* What joins two runs of word characters to one word. */
#ifndef LEDE_TEXT_SCAN_JOIN_H
#define LEDE_TEXT_SCAN_JOIN_H

#include "text/scan.h"

#define ACRONYM_PART 2u /* letters: Ph.D. */

/* Where the next run begins if what stands at s->end joins it, else 0; to be asked
 * where scan_may_join(). */
uint32_t scan_join(scan *s);

/* Most words end at a byte that joins nothing. The quote is Hebrew's. */
static inline bool scan_may_join(const scan *s) {
    return s->end < s->size &&
           ((byte_at(s->text, s->end) & BYTE_JOINS) != 0 || s->text[s->end] == '"');
}

/* Of the part that ends at s->end. */
uint32_t scan_part_letters(const scan *s);

/* Dotted parts of few letters, as far as the word was read? */
bool scan_may_be_acronym(const scan *s);

#endif
