/* SPDX-License-Identifier: MIT */
/*
 * Properties of a code point from compile-time three-stage tables, generated
 * from the Unicode Character Database by scripts/generate-unicode. One byte
 * each; lookups are pure and take any 32-bit value (beyond U+10FFFF: "other").
 */
#ifndef LEDE_UNICODE_PROPERTIES_H
#define LEDE_UNICODE_PROPERTIES_H

#include <stdbool.h>
#include <stdint.h>

#define UNICODE_VERSION_TEXT "15.0.0"

/* Word_Break (UAX #29). */
typedef enum word_break {
    WB_OTHER = 0,
    WB_CR,
    WB_LF,
    WB_NEWLINE,
    WB_EXTEND,
    WB_FORMAT,
    WB_ZWJ,
    WB_KATAKANA,
    WB_HEBREW_LETTER,
    WB_ALETTER,
    WB_MID_LETTER,
    WB_MID_NUM,
    WB_MID_NUM_LET,
    WB_SINGLE_QUOTE,
    WB_DOUBLE_QUOTE,
    WB_NUMERIC,
    WB_EXTEND_NUM_LET,
    WB_REGIONAL_INDICATOR,
    WB_SEG_SPACE
} word_break;

/* Sentence_Break (UAX #29). */
typedef enum sentence_break {
    SB_OTHER = 0,
    SB_CR,
    SB_LF,
    SB_SEP,
    SB_EXTEND,
    SB_FORMAT,
    SB_SP,
    SB_LOWER,
    SB_UPPER,
    SB_OLETTER,
    SB_NUMERIC,
    SB_ATERM,
    SB_SCONTINUE,
    SB_STERM,
    SB_CLOSE
} sentence_break;

/* General categories as far as anything here asks for them. */
typedef enum unicode_class {
    UC_OTHER = 0,    /* unassigned, private use, surrogate */
    UC_LETTER_LOWER, /* Ll, and Lowercase=Yes but for marks */
    UC_LETTER_UPPER, /* Lu, and Uppercase=Yes */
    UC_LETTER_TITLE, /* Lt */
    UC_LETTER,       /* Lo, Lm, Nl without case */
    UC_MARK,         /* Mn, Mc, Me */
    UC_DIGIT,        /* Nd */
    UC_NUMBER,       /* No */
    UC_SPACE,        /* White_Space=Yes, line ends excepted */
    UC_LINE_END,     /* LF VT FF CR NEL U+2028 U+2029 */
    UC_CONNECTOR,    /* Pc */
    UC_DASH,         /* Pd, and Dash=Yes */
    UC_OPEN,         /* Ps, Pi */
    UC_CLOSE,        /* Pe, Pf */
    UC_PUNCTUATION,  /* Po */
    UC_CURRENCY,     /* Sc */
    UC_SYMBOL,       /* Sm, Sk, So */
    UC_FORMAT,       /* Cf */
    UC_CONTROL       /* Cc but the white space among them */
} unicode_class;

/* Bits of unicode_flags(). */
#define UF_EXT_PICT 0x01u  /* Extended_Pictographic */
#define UF_IDEOGRAPH 0x02u /* Han: Script=Han letters */
#define UF_HIRAGANA 0x04u  /* Script=Hiragana letters */
#define UF_NO_SPACES 0x08u /* Line_Break=SA: Thai, Lao, Khmer, Myanmar ... */
/* NFC_Quick_Check is not Yes, or folds to more than one code point or to none:
 * keys need utf8proc. */
#define UF_NORMALIZE 0x10u
#define UF_IGNORABLE 0x20u    /* Default_Ignorable_Code_Point */
#define UF_BIDI_CONTROL 0x40u /* Bidi_Control */
/* Sentence_Terminal that needs no space behind: wide or half width, as U+3002. */
#define UF_CJK_TERMINATOR 0x80u

word_break unicode_word_break(uint32_t code);
sentence_break unicode_sentence_break(uint32_t code);
unicode_class unicode_class_of(uint32_t code);
unsigned unicode_flags(uint32_t code);
/* Simple case folding (CaseFolding.txt C and S); ordinary width for full and half. */
uint32_t unicode_fold(uint32_t code);

#endif
