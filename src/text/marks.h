/* SPDX-License-Identifier: MIT */
/* What a punctuation mark is to the sentence stage. */
#ifndef LEDE_TEXT_MARKS_H
#define LEDE_TEXT_MARKS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum mark_kind {
    MARK_OTHER = 0,  /* symbols and whatever has no part in sentences */
    MARK_STOP,       /* one full stop */
    MARK_TERMINATOR, /* ! ? and their like, also in runs */
    MARK_FINAL,      /* ends a sentence without a space: U+3002 ... */
    MARK_ELLIPSIS,   /* two or more full stops, or U+2026 */
    MARK_EMOJI,      /* also an emoticon: :-) */
    MARK_RULE,       /* a line drawn with characters: **** ==== */
    MARK_OPEN,
    MARK_CLOSE,
    MARK_QUOTE, /* opens or closes: " ' */
    MARK_PAUSE, /* , ; : and their like: nothing ends before them */
    MARK_DASH
} mark_kind;

/* The mark that begins at `at` (no white space, no word) and, in *end, where
 * it ends: a run of terminators, an emoji sequence, a run of one code point. */
mark_kind mark_read(const char *text, uint32_t size, uint32_t at, uint32_t *end);

#endif
