/* SPDX-License-Identifier: MIT */
#include "lang/parse_syllables.h"

#include "base/error.h"
#include "unicode/normalize.h"
#include "unicode/utf8.h"

#include <string.h>

typedef enum section_kind {
    SECTION_NONE,
    SECTION_VOWEL,
    SECTION_CONSONANT,
    SECTION_CLASS,
    SECTION_PATTERN
} section_kind;

typedef struct section {
    const char *name;
    section_kind kind;
    uint8_t nuclei; /* of its patterns */
} section;

static const section sections[] = {
    {"vowel", SECTION_VOWEL, 0},   {"consonant", SECTION_CONSONANT, 0},
    {"class", SECTION_CLASS, 0},   {"silent", SECTION_PATTERN, 0},
    {"one", SECTION_PATTERN, 1},   {"two", SECTION_PATTERN, 2},
    {"three", SECTION_PATTERN, 3}, {"four", SECTION_PATTERN, 4},
    {"five", SECTION_PATTERN, 5},  {"six", SECTION_PATTERN, 6},
};

#define FIELD_MAX 200u

/* Bytes of the file and where they stand. */
typedef struct slice {
    const char *bytes;
    size_t n;
    uint32_t line;
    uint32_t column;
    size_t offset;
} slice;

static lede_status fail_at(lede_error *error, const slice *s, const char *why) {
    error_set(error, LEDE_BAD_DATA, "%s: \"%.*s\"", why, (int)(s->n < 60 ? s->n : 60),
              s->bytes);
    error_place(error, s->offset, s->line, s->column);
    return LEDE_BAD_DATA;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static void drop(slice *s, size_t n) {
    s->column += (uint32_t)utf8_count(s->bytes, n);
    s->bytes += n;
    s->offset += n;
    s->n -= n;
}

/* Cuts the next field off the front of a line; n 0: there is none. */
static slice take_field(slice *line) {
    size_t blanks = 0, n = 0;
    while (blanks < line->n && is_blank(line->bytes[blanks])) {
        blanks++;
    }
    drop(line, blanks);
    while (n < line->n && !is_blank(line->bytes[n])) {
        n++;
    }
    slice field = *line;
    field.n = n;
    drop(line, n);
    return field;
}

static bool is_class(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_sign(char c) {
    return c == '^' || c == '$' || c == '(' || c == ')' || c == '~' || c == '!';
}

/* Letters must be as the tokenizer folds them, or they never match. */
static lede_status check_letters(const syllable_tables *t, const slice *s,
                                 lede_error *error) {
    char letters[FIELD_MAX], folded[FIELD_MAX];
    size_t count = 0;
    if (s->n > FIELD_MAX || utf8_valid_prefix(s->bytes, s->n) != s->n) {
        return fail_at(error, s, "entry is too long or not UTF-8");
    }
    for (size_t i = 0; i < s->n; i++) {
        if (!is_class(s->bytes[i]) && !is_sign(s->bytes[i])) {
            letters[count++] = s->bytes[i];
        }
    }
    size_t n = normalize_fold(t->allocator, letters, count, folded, sizeof folded);
    if (n == SIZE_MAX) {
        return error_no_memory(error);
    }
    for (size_t at = 0; at < count;) {
        uint32_t code = utf8_next(letters, &at);
        bool ascii = code < 0x80 && (code < 'a' || code > 'z');
        if (ascii || code >= SYLLABLE_PAGES << SYLLABLE_PAGE_BITS) {
            return fail_at(error, s, "not a letter that rules can have");
        }
    }
    bool same = n == count && memcmp(folded, letters, n) == 0;
    return same ? LEDE_OK : fail_at(error, s, "entry is not in folded form");
}

/* The record of a letter; a new one when it is met first. NULL: no memory. */
static syllable_letter *letter_of(syllable_tables *t, uint32_t code) {
    for (size_t i = 0; i < t->letters.count; i++) {
        if (t->letters.items[i].code == code) {
            return &t->letters.items[i];
        }
    }
    if (!VEC_RESERVE(&t->letters, t->allocator, 1)) {
        return NULL;
    }
    t->letters.items[t->letters.count] = (syllable_letter){.code = code};
    return &t->letters.items[t->letters.count++];
}

/* "aeiou": each of them is in the class. */
static lede_status add_letters(syllable_tables *t, char class, const slice *s,
                               lede_error *error) {
    lede_status status = check_letters(t, s, error);
    uint32_t bit = 1u << (class - 'A');
    for (size_t at = 0; at < s->n && status == LEDE_OK;) {
        if (is_class(s->bytes[at]) || is_sign(s->bytes[at])) {
            return fail_at(error, s, "only letters are in a class");
        }
        syllable_letter *letter = letter_of(t, utf8_next(s->bytes, &at));
        if (letter == NULL) {
            return error_no_memory(error);
        }
        if ((letter->classes & bit) != 0) {
            return fail_at(error, s, "a letter stands twice in its class");
        }
        letter->classes |= bit;
    }
    return status;
}

/* ---- Patterns -------------------------------------------------------------------- */

static lede_status add_place(syllable_tables *t, syllable_pattern *p, uint32_t place,
                             const slice *s, lede_error *error) {
    bool class = place >= 'A' && place <= 'Z';
    if (p->length == SYLLABLE_PATTERN_MAX) {
        return fail_at(error, s, "pattern is too long");
    }
    p->place[p->length++] = place;
    p->loose = (uint8_t)(p->loose + class);
    if (class || place == SYLLABLE_BORDER) {
        return LEDE_OK;
    }
    syllable_letter *letter = letter_of(t, place);
    if (letter == NULL) {
        return error_no_memory(error);
    }
    letter->named = true;
    return LEDE_OK;
}

/* "^", "V" before "(", "V~" or "V!", and "(" in front of what is taken; returns its
 * bytes. */
static size_t read_left(const slice *s, syllable_pattern *p, bool *open) {
    char next = s->n > 1 ? s->bytes[1] : ' ';
    size_t at = 0;
    if (s->bytes[0] == '^') {
        p->rule.left = SYLLABLE_LEFT_BORDER + 1;
        at = 1;
    } else if (is_class(s->bytes[0]) && (next == '(' || next == '~' || next == '!')) {
        uint32_t far = next == '~'   ? SYLLABLE_LEFT_ANYWHERE
                       : next == '!' ? SYLLABLE_LEFT_NOWHERE
                                     : 0;
        p->rule.left = (uint8_t)((uint32_t)(s->bytes[0] - 'A' + 1) | far);
        at = next == '(' ? 1 : 2;
    }
    *open = at < s->n && s->bytes[at] == '(';
    return at + *open;
}

/* "^", a class, or nothing; then the letters taken, in brackets when more follows;
 * letters that must follow; "$". */
static lede_status read_pattern(syllable_tables *t, const slice *s, syllable_pattern *p,
                                lede_error *error) {
    lede_status status = LEDE_OK;
    bool open = false, ended = false, bad = false;
    for (size_t at = read_left(s, p, &open); at < s->n && status == LEDE_OK;) {
        char sign = s->bytes[at];
        bad = bad || ended || sign == '^' || sign == '(' || sign == '~' || sign == '!' ||
              (sign == ')' && !open) || (sign == '$' && open);
        uint32_t place = utf8_next(s->bytes, &at);
        if (sign == ')') {
            bad = bad || p->length == 0;
            p->rule.take = p->length;
            open = false;
            continue;
        }
        ended = sign == '$';
        if (ended && p->rule.take == 0) {
            p->rule.take = p->length;
            bad = bad || p->length == 0;
        }
        status = add_place(t, p, ended ? SYLLABLE_BORDER : place, s, error);
    }
    if (status != LEDE_OK) {
        return status;
    }
    if (p->rule.take == 0) {
        p->rule.take = p->length;
    }
    bad = bad || open || p->rule.take == 0;
    return bad ? fail_at(error, s, "malformed pattern") : LEDE_OK;
}

static lede_status add_pattern(syllable_tables *t, const slice *s, uint8_t nuclei,
                               lede_error *error) {
    syllable_pattern p = {.rule = {.nuclei = nuclei}, .line = s->line};
    p.column = s->column;
    p.offset = s->offset;
    lede_status status = check_letters(t, s, error);
    status = status == LEDE_OK ? read_pattern(t, s, &p, error) : status;
    if (status != LEDE_OK) {
        return status;
    }
    if (!VEC_RESERVE(&t->patterns, t->allocator, 1)) {
        return error_no_memory(error);
    }
    t->patterns.items[t->patterns.count++] = p;
    return LEDE_OK;
}

/* ---- Lines ----------------------------------------------------------------------- */

static const section *find_section(const slice *s) {
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        size_t n = strlen(sections[i].name);
        if (s->n == n + 2 && s->bytes[n + 1] == ']' &&
            memcmp(sections[i].name, s->bytes + 1, n) == 0) {
            return &sections[i];
        }
    }
    return NULL;
}

/* "A bcd": a class and its letters. */
static lede_status read_class(syllable_tables *t, slice name, slice *line,
                              lede_error *error) {
    slice letters = take_field(line);
    if (name.n != 1 || !is_class(name.bytes[0]) || letters.n == 0) {
        return fail_at(error, &name, "a class is a capital and its letters");
    }
    lede_status status = LEDE_OK;
    for (; letters.n > 0 && status == LEDE_OK; letters = take_field(line)) {
        status = add_letters(t, name.bytes[0], &letters, error);
    }
    return status;
}

static lede_status read_entries(syllable_tables *t, const section *in, slice field,
                                slice *line, lede_error *error) {
    lede_status status = LEDE_OK;
    if (in == NULL) {
        return fail_at(error, &field, "entry before any section");
    }
    if (in->kind == SECTION_CLASS) {
        return read_class(t, field, line, error);
    }
    for (; field.n > 0 && status == LEDE_OK; field = take_field(line)) {
        status = in->kind == SECTION_VOWEL ? add_letters(t, 'V', &field, error)
                 : in->kind == SECTION_CONSONANT
                     ? add_letters(t, 'C', &field, error)
                     : add_pattern(t, &field, in->nuclei, error);
    }
    return status;
}

static lede_status read_line(syllable_tables *t, const section **in, slice line,
                             lede_error *error) {
    slice field = take_field(&line);
    if (field.n == 0 || field.bytes[0] == '#') {
        return LEDE_OK;
    }
    if (field.bytes[0] != '[') {
        return read_entries(t, *in, field, &line, error);
    }
    *in = find_section(&field);
    return *in != NULL && take_field(&line).n == 0
               ? LEDE_OK
               : fail_at(error, &field, "unknown section");
}

/* A vowel is one nucleus where no pattern says more. */
static lede_status add_vowels(syllable_tables *t, lede_error *error) {
    bool any = false;
    for (size_t i = 0; i < t->letters.count; i++) {
        any = any || (t->letters.items[i].classes >> ('V' - 'A') & 1u) != 0;
    }
    slice vowel = {.bytes = "V", .n = 1, .line = 1, .column = 1};
    return any ? add_pattern(t, &vowel, 1, error)
               : error_set(error, LEDE_BAD_DATA, "no vowels");
}

lede_status parse_syllables(syllable_tables *t, const char *bytes, size_t n,
                            lede_error *error) {
    const section *in = NULL;
    lede_status status = LEDE_OK;
    uint32_t number = 1;
    for (size_t at = 0; at < n && status == LEDE_OK; number++) {
        const char *end = memchr(bytes + at, '\n', n - at);
        size_t length = end != NULL ? (size_t)(end - (bytes + at)) : n - at;
        slice line = {bytes + at, length, number, 1, at};
        status = read_line(t, &in, line, error);
        at += length + (end != NULL);
    }
    status = status == LEDE_OK ? add_vowels(t, error) : status;
    return status == LEDE_OK ? syllable_tables_build(t, error) : status;
}
