/* SPDX-License-Identifier: MIT */
#include "text/scan_join.h"

#include "text/peek.h"

uint32_t scan_part_letters(const scan *s) {
    return (uint32_t)utf8_count(s->text + s->part, s->end - s->part);
}

bool scan_may_be_acronym(const scan *s) {
    return (s->seen & SEEN_DOT) != 0 && !s->long_part &&
           (s->seen & (BYTE_DIGIT | BYTE_UNDERSCORE | SEEN_HYPHEN)) == 0 &&
           s->end - s->part <= 4 * ACRONYM_PART && scan_part_letters(s) <= ACRONYM_PART;
}

/* "order.The": two small letters before the stop, a capital and a small letter
 * behind it: a sentence ended and its space is missing. */
static bool is_glued_sentence(const scan *s, const peek *next) {
    if (next->class != UC_LETTER_UPPER || s->end - s->part < 2) {
        return false;
    }
    peek last = peek_before(s, s->end);
    size_t begin = s->end;
    utf8_previous(s->text, &begin);
    if (last.class != UC_LETTER_LOWER || begin <= s->part) {
        return false;
    }
    peek second = peek_before(s, (uint32_t)begin);
    peek after = peek_at(s, next->next);
    bool word = after.class == UC_LETTER_LOWER || after.class == UC_SPACE ||
                after.class == UC_LINE_END || next->next >= s->size;
    return second.class == UC_LETTER_LOWER && word;
}

/* Closes the part that ends at s->end; the next one begins at `begin`. */
static void open_part(scan *s, uint32_t begin, bool dot) {
    bool is_long = scan_part_letters(s) > ACRONYM_PART;
    s->long_part = s->long_part || is_long;
    s->name_part = s->name_part || (dot && is_long);
    s->part = begin;
    s->after_dot = dot;
    s->seen |= dot ? SEEN_DOT : 0u;
}

/* A full stop inside: 3.14, U.S, example.org; behind an acronym also before a
 * hyphen or an apostrophe: U.S.-led, U.S.'s. */
static uint32_t join_dot(scan *s) {
    peek last = peek_before(s, s->end), next = peek_at(s, s->end + 1);
    bool digits = peek_is_digit(&last) && peek_is_digit(&next);
    bool letters = peek_is_letter(&last) && peek_is_letter(&next);
    if (digits || (letters && !is_glued_sentence(s, &next))) {
        open_part(s, s->end + 1, true);
        return s->end + 1;
    }
    bool link = next.code == '-' || next.code == '\'' || next.code == 0x2019 ||
                next.code == 0x2010 || next.code == 0x2011;
    peek beyond = peek_at(s, next.next);
    if (!link || !peek_is_letter(&beyond) || !scan_may_be_acronym(s)) {
        return 0;
    }
    if (next.code == '-' || next.class == UC_DASH) {
        s->seen |= SEEN_HYPHEN;
    }
    s->seen |= next.code > 0x7F ? SEEN_HIGH : 0u;
    open_part(s, next.next, false);
    return next.next;
}

/* A hyphen between word characters. Two hyphens are a dash. */
static uint32_t join_hyphen(scan *s, uint32_t next) {
    peek p = peek_at(s, next);
    if (!peek_is_alnum(&p)) {
        return 0;
    }
    s->seen |= SEEN_HYPHEN | (next - s->end > 1 ? SEEN_HIGH : 0u);
    open_part(s, next, false);
    return next;
}

/* An apostrophe or middle dot between letters. */
static uint32_t join_letters(scan *s, uint32_t next) {
    peek last = peek_before(s, s->end), p = peek_at(s, next);
    if (!peek_is_letter(&p) || (!peek_is_letter(&last) && last.class != UC_MARK)) {
        return 0;
    }
    s->seen |= next - s->end > 1 ? SEEN_HIGH : 0u;
    if (last.class == UC_LETTER_LOWER && p.class == UC_LETTER_UPPER) {
        s->part = next; /* "l'U.S.": an acronym's parts begin behind the article */
    }
    return next;
}

/* , : / between digits. */
static uint32_t join_digits(scan *s, uint32_t next) {
    peek last = peek_before(s, s->end), p = peek_at(s, next);
    if (!peek_is_digit(&last) || !peek_is_digit(&p)) {
        return 0;
    }
    s->seen |= next - s->end > 1 ? SEEN_HIGH : 0u;
    return next;
}

static bool is_wide_digit(const peek *p) {
    return p->code >= 0xFF10 && p->code <= 0xFF19;
}

/* The same marks in full width; between other digits they divide a list. */
static uint32_t join_wide_digits(scan *s, uint32_t next) {
    peek last = peek_before(s, s->end), p = peek_at(s, next);
    return is_wide_digit(&last) && is_wide_digit(&p) ? next : 0;
}

/* Gershayim, also as ASCII writes them, before the last letter of an acronym. */
static uint32_t join_hebrew(scan *s, uint32_t next) {
    peek last = peek_before(s, s->end), p = peek_at(s, next);
    bool behind = tables_word_break(last.code) == WB_HEBREW_LETTER ||
                  (tables_traits(last.code) & UT_POINT) != 0;
    return behind && tables_word_break(p.code) == WB_HEBREW_LETTER ? next : 0;
}

/* AT&T: both sides in capitals. */
static uint32_t join_ampersand(scan *s) {
    peek last = peek_before(s, s->end), next = peek_at(s, s->end + 1);
    bool upper = last.class == UC_LETTER_UPPER && next.class == UC_LETTER_UPPER;
    return upper ? s->end + 1 : 0;
}

static uint32_t join_at(scan *s) {
    peek next = peek_at(s, s->end + 1);
    if (s->kind != LEDE_WORD_WORD || !peek_is_alnum(&next)) {
        return 0;
    }
    s->kind = LEDE_WORD_EMAIL;
    open_part(s, s->end + 1, false);
    return s->end + 1;
}

uint32_t scan_join(scan *s) {
    size_t next = s->end;
    switch (utf8_next(s->text, &next)) {
    case '.':
        return join_dot(s);
    case '-':
    case 0x2010:
    case 0x2011:
        return join_hyphen(s, (uint32_t)next);
    case '\'':
    case 0x2019:
    case 0x00B7:
        return join_letters(s, (uint32_t)next);
    case ',':
    case ':':
    case '/':
    case 0x060C: /* Arabic comma and thousands separator */
    case 0x066C:
        return join_digits(s, (uint32_t)next);
    case 0xFF0C: /* , - . / : in full width */
    case 0xFF0D:
    case 0xFF0E:
    case 0xFF0F:
    case 0xFF1A:
        return join_wide_digits(s, (uint32_t)next);
    case '"':
    case 0x05F4:
        return join_hebrew(s, (uint32_t)next);
    case '&':
        return join_ampersand(s);
    case '@':
        return join_at(s);
    default:
        return 0;
    }
}
