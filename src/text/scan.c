/* SPDX-License-Identifier: MIT */
#include "text/scan.h"

#include "text/peek.h"
#include "text/scan_join.h"
#include "unicode/segment.h"

#include <string.h>

#define SCHEME_MAX 12u

/* ---- Runs of word characters ------------------------------------------- */

static uint32_t seen_of(const peek *p) {
    uint32_t seen = SEEN_HIGH;
    if (p->class == UC_LETTER_LOWER) {
        seen |= BYTE_LOWER;
    } else if (p->class == UC_LETTER_UPPER || p->class == UC_LETTER_TITLE) {
        seen |= BYTE_UPPER;
    } else if (p->class == UC_LETTER) {
        seen |= SEEN_LETTER;
    } else if (p->class == UC_DIGIT) {
        seen |= BYTE_DIGIT;
    }
    bool rare = (tables_flags(p->code) & (UF_NORMALIZE | UF_IGNORABLE)) != 0;
    return rare ? seen | SEEN_RARE : seen;
}

static bool is_mark(word_break b) {
    return b == WB_EXTEND || b == WB_FORMAT || b == WB_ZWJ;
}

static bool continues_run(word_break b) {
    return b == WB_ALETTER || b == WB_HEBREW_LETTER || b == WB_NUMERIC ||
           b == WB_KATAKANA || b == WB_EXTEND_NUM_LET || is_mark(b);
}

/* Katakana is apart from letters and digits of other scripts, which no space
 * would divide from it. */
static void take_katakana(scan *s) {
    while (s->end < s->size) {
        peek p = peek_at(s, s->end);
        word_break b = tables_word_break(p.code);
        if (b != WB_KATAKANA && !is_mark(b)) {
            return;
        }
        s->seen |= seen_of(&p);
        s->end = p.next;
    }
}

/* Takes letters, digits, underscores and the marks on them from s->end on. */
static void take_run(scan *s) {
    const uint32_t begin = s->end;
    while (s->end < s->size) {
        unsigned class = byte_at(s->text, s->end);
        if ((class & BYTE_WORD) != 0) {
            s->seen |= class & BYTE_WORD;
            s->end++;
            continue;
        }
        if ((class & BYTE_HIGH) == 0) {
            return;
        }
        peek p = peek_at(s, s->end);
        word_break b = tables_word_break(p.code);
        /* U+202F, which French sets before "?", extends words in UAX #29. */
        if (p.class == UC_SPACE || !continues_run(b)) {
            return;
        }
        if (b == WB_KATAKANA) {
            if (s->end == begin) {
                take_katakana(s);
            }
            return;
        }
        s->seen |= seen_of(&p);
        s->end = p.next;
    }
}

/* Takes what is no word without the character before it: marks, also those that are
 * clusters of their own (Myanmar), and what repeats or lengthens the character (Han,
 * Kana, Thai). */
static void take_dependent(scan *s) {
    while (s->end < s->size && (byte_at(s->text, s->end) & BYTE_HIGH) != 0) {
        size_t next = s->end;
        uint32_t code = utf8_next(s->text, &next);
        word_break b = tables_word_break(code);
        if (b != WB_EXTEND && b != WB_ZWJ && (tables_traits(code) & UT_EXTENDER) == 0) {
            return;
        }
        s->end = (uint32_t)next;
    }
}

/* Scripts that write no spaces: one character (Han, Hiragana) or one cluster
 * (Thai, Lao, Khmer, Myanmar) is a word. */
static bool take_unspaced(scan *s, uint32_t at) {
    peek p = peek_at(s, at);
    if (!peek_is_alnum(&p)) {
        return false;
    }
    unsigned flags = tables_flags(p.code);
    bool alone = (flags & (UF_IDEOGRAPH | UF_HIRAGANA)) != 0;
    s->seen = seen_of(&p) | SEEN_LETTER;
    s->approximate = (flags & UF_NO_SPACES) != 0;
    s->end = alone ? p.next : (uint32_t)segment_grapheme_end(s->text, s->size, at);
    take_dependent(s);
    for (uint32_t next = p.next; next < s->end;) {
        peek mark = peek_at(s, next);
        s->seen |= seen_of(&mark);
        next = mark.next;
    }
    return true;
}

/* ---- URLs -------------------------------------------------------------- */

static bool is_url_byte(const scan *s, uint32_t at) {
    unsigned char c = (unsigned char)s->text[at];
    if (c < 0x80) {
        return c > 0x20 && strchr("<>\"`{}|\\^", c) == NULL;
    }
    peek p = peek_at(s, at);
    /* Punctuation of Han and Kana, behind which no space shows where a URL ends. */
    bool wide = p.class == UC_PUNCTUATION && p.code >= 0x3000;
    return !wide && p.class != UC_SPACE && p.class != UC_LINE_END && p.class != UC_OPEN &&
           p.class != UC_CLOSE;
}

/* Gives back the punctuation behind a URL; a closing bracket stays when the
 * URL opened it. One look from the end: linear. */
static void give_back(scan *s, uint32_t begin) {
    uint32_t open = 0, close = 0;
    for (uint32_t i = begin; i < s->end; i++) {
        open += s->text[i] == '(';
        close += s->text[i] == ')';
    }
    while (s->end > begin) {
        char c = s->text[s->end - 1];
        bool extra = c == ')' && close > open;
        if (!extra && (c == ')' || strchr(".,;:!?'*_]", c) == NULL)) {
            return;
        }
        close -= extra;
        s->end--;
    }
}

static void take_url(scan *s, uint32_t begin) {
    while (s->end < s->size && is_url_byte(s, s->end)) {
        peek p = peek_at(s, s->end);
        s->seen |= p.code > 0x7F ? seen_of(&p) : 0u;
        s->end = p.next;
    }
    give_back(s, begin);
    s->kind = LEDE_WORD_URL;
}

/* "https://" and "www." right behind the first run. */
static bool starts_url(const scan *s, uint32_t begin) {
    const char *rest = s->text + s->end;
    uint32_t left = s->size - s->end, run = s->end - begin;
    if (left > 3 && memcmp(rest, "://", 3) == 0 && run <= SCHEME_MAX &&
        (s->seen & ~(uint32_t)(BYTE_LOWER | BYTE_UPPER | BYTE_DIGIT)) == 0) {
        return is_url_byte(s, s->end + 3);
    }
    return run == 3 && left > 1 && rest[0] == '.' &&
           (byte_at(rest, 1) & BYTE_WORD) != 0 &&
           (memcmp(s->text + begin, "www", 3) == 0 ||
            memcmp(s->text + begin, "WWW", 3) == 0);
}

/* ---- Whole words ------------------------------------------------------- */

/* 3.14, 10%, 21st, 1990s: begins with a digit, at most two letters. */
static bool is_number(const scan *s, uint32_t begin, bool currency) {
    if ((s->seen & BYTE_DIGIT) == 0) {
        return false;
    }
    if ((s->seen & SEEN_ANY_LETTER) == 0) {
        return true;
    }
    peek first = peek_at(s, begin);
    if (!currency && !peek_is_digit(&first)) {
        return false;
    }
    uint32_t letters = 0;
    for (uint32_t at = begin; at < s->end && letters <= 2;) {
        peek p = peek_at(s, at);
        letters += peek_is_letter(&p);
        at = p.next;
    }
    return letters <= 2;
}

/* A host or file name: a full stop beside a part too long for an acronym, and
 * no capital behind the last one (J.Smith). */
static bool is_name(const scan *s) {
    bool beside = s->name_part || (s->after_dot && scan_part_letters(s) > ACRONYM_PART);
    if (!beside || (s->seen & SEEN_ANY_LETTER) == 0) {
        return false;
    }
    peek last = peek_at(s, s->part);
    return last.class != UC_LETTER_UPPER;
}

/* Also per mille, and the percent signs of Arabic and of full width. */
static bool is_percent(uint32_t code) {
    return code == '%' || code == 0x2030 || code == 0x066A || code == 0xFF05;
}

/* Of ASCII, only % and $. */
static void take_suffix(scan *s) {
    if (s->end < s->size && (byte_at(s->text, s->end) & BYTE_HIGH) == 0) {
        s->end += s->text[s->end] == '%' || s->text[s->end] == '$';
        return;
    }
    peek p = peek_at(s, s->end);
    if (is_percent(p.code) || p.class == UC_CURRENCY) {
        s->seen |= p.code > 0x7F ? SEEN_HIGH : 0u;
        s->end = p.next;
    }
}

/* The acronym's own last stop: U.S., p.m., but not the first of an ellipsis. */
static void take_last_dot(scan *s) {
    if (s->end < s->size && s->text[s->end] == '.' && scan_may_be_acronym(s) &&
        !(s->end + 1 < s->size && s->text[s->end + 1] == '.')) {
        s->end++;
        s->acronym = true;
    }
}

static void judge_kind(scan *s, uint32_t begin, bool currency) {
    if (s->kind != LEDE_WORD_WORD) {
        return;
    }
    if (is_number(s, begin, currency)) {
        s->kind = LEDE_WORD_NUMBER;
        take_suffix(s);
    } else if (is_name(s)) {
        s->kind = LEDE_WORD_NAME;
    } else {
        take_last_dot(s);
    }
}

static void take_joined(scan *s, uint32_t begin) {
    take_run(s);
    bool mark = s->end < s->size && (s->text[s->end] == ':' || s->text[s->end] == '.');
    if (mark && starts_url(s, begin)) {
        take_url(s, begin);
        return;
    }
    while (scan_may_join(s)) {
        uint32_t next = scan_join(s);
        if (next == 0) {
            return;
        }
        s->end = next;
        take_run(s);
    }
}

/* $1,000 · @name · #topic: the sign and what must stand behind it. */
static bool take_sign(scan *s, const peek *sign) {
    if (sign->class != UC_CURRENCY && sign->code != '@' && sign->code != '#') {
        return false;
    }
    peek next = peek_at(s, sign->next);
    if (sign->class == UC_CURRENCY) {
        s->seen |= sign->code > 0x7F ? SEEN_HIGH : 0u;
        return peek_is_digit(&next);
    }
    s->kind = sign->code == '@' ? LEDE_WORD_HANDLE : LEDE_WORD_TAG;
    return peek_is_letter(&next);
}

/* A digit that an enclosing keycap makes an emoji. */
static bool is_keycap(const scan *s, const peek *first) {
    if (!peek_is_digit(first) || first->next >= s->size ||
        (byte_at(s->text, first->next) & BYTE_HIGH) == 0) {
        return false;
    }
    peek second = peek_at(s, first->next);
    peek third = peek_at(s, second.next);
    return second.code == 0x20E3 || (second.code == 0xFE0F && third.code == 0x20E3);
}

static void reset(scan *s, uint32_t at) {
    s->end = s->part = at;
    s->seen = 0;
    s->kind = LEDE_WORD_WORD;
    s->long_part = s->name_part = s->after_dot = false;
    s->acronym = s->approximate = false;
}

typedef enum start {
    START_NONE = 0, /* no word */
    START_RUN,      /* of word characters */
    START_SIGN,     /* and a run behind it */
    START_UNSPACED
} start;

/* Two ASCII bytes, the first a word character, begin a run: no mark or keycap
 * can change that. */
static inline bool starts_plain(const scan *s, uint32_t at) {
    return (byte_at(s->text, at) & BYTE_WORD) != 0 && at + 1 < s->size &&
           (byte_at(s->text, at + 1) & BYTE_HIGH) == 0;
}

static start start_at(scan *s, uint32_t at) {
    if (starts_plain(s, at)) {
        return START_RUN;
    }
    peek first = peek_at(s, at);
    word_break b = tables_word_break(first.code);
    bool sign = take_sign(s, &first);
    if (!sign && b == WB_OTHER) {
        return START_UNSPACED;
    }
    bool mark = !continues_run(b) || is_mark(b);
    if ((!sign && mark) || is_keycap(s, &first)) {
        return START_NONE;
    }
    s->end = s->part = sign ? first.next : at;
    return sign ? START_SIGN : START_RUN;
}

bool scan_word(scan *s, uint32_t at) {
    reset(s, at);
    start begins = start_at(s, at);
    if (begins == START_UNSPACED) {
        return take_unspaced(s, at);
    }
    if (begins == START_NONE) {
        return false;
    }
    take_joined(s, at);
    if ((s->seen & (SEEN_ANY_LETTER | BYTE_DIGIT)) == 0) {
        return false; /* underscores and marks alone */
    }
    judge_kind(s, at, begins == START_SIGN);
    return true;
}
