/* SPDX-License-Identifier: MIT */
#include "lang/parse_syllable_model.h"

#include "base/error.h"
#include "base/number.h"
#include "unicode/utf8.h"

#include <string.h>

#define LARGEST 127
#define CODE_END (1u << SYLLABLE_BITS)

/* A field of a line, and the line. Fields before the first are empty. */
typedef struct field {
    const char *text;
    size_t n;
    uint32_t line;
    size_t begin; /* offset of the line */
    size_t end;   /* offset of the line's end */
    const char *bytes;
} field;

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* False: the line has no further field; *f is then empty and stands at its end. */
static bool next_field(field *f) {
    const char *p = f->text + f->n, *end = f->bytes + f->end;
    while (p < end && is_blank(*p)) {
        p++;
    }
    f->text = p;
    while (p < end && !is_blank(*p)) {
        p++;
    }
    f->n = (size_t)(p - f->text);
    return f->n > 0;
}

/* At the field; columns count code points, and bad UTF-8 by bytes. */
static lede_status fail(const field *f, lede_error *error, const char *why) {
    const char *line = f->bytes + f->begin;
    size_t before = (size_t)(f->text - line);
    size_t column =
        utf8_valid_prefix(line, before) == before ? utf8_count(line, before) : before;
    error_set(error, LEDE_BAD_DATA, "%s", why);
    error_place(error, f->begin + before, f->line, (uint32_t)column + 1);
    return LEDE_BAD_DATA;
}

static bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

/* A number of the next field, at most `most`. */
static lede_status read_number(field *f, uint64_t most, uint64_t *out,
                               lede_error *error) {
    if (!next_field(f) || !number_to_u64(f->text, f->n, out) || *out > most) {
        return fail(f, error, "a number is missing, wrong or too large");
    }
    return LEDE_OK;
}

/* Where a section's entries go; called with the first field of a line. */
typedef lede_status section_reader(syllable_builder *b, field *f, lede_error *error);

static lede_status read_letter(syllable_builder *b, field *f, lede_error *error) {
    uint64_t code = 0;
    if (f->n != 1 || !is_letter(f->text[0])) {
        return fail(f, error, "no letter of a-z");
    }
    uint8_t *of = &b->model.codes[(unsigned char)f->text[0]];
    if (*of != 0) {
        return fail(f, error, "a letter stands twice");
    }
    lede_status status = read_number(f, CODE_END - 1, &code, error);
    if (status != LEDE_OK) {
        return status;
    }
    if (code == 0) {
        return fail(f, error, "code 0 is for no letter");
    }
    *of = (uint8_t)code;
    return LEDE_OK;
}

static lede_status read_spelled(syllable_builder *b, field *f, lede_error *error) {
    uint64_t count = 0;
    if (f->n != 1 || !is_letter(f->text[0])) {
        return fail(f, error, "no letter of a-z");
    }
    uint8_t *of = &b->model.spelled[f->text[0] & 31];
    lede_status status = read_number(f, SYLLABLE_LISTED, &count, error);
    *of = (uint8_t)count;
    return status;
}

static lede_status read_fold(syllable_builder *b, field *f, lede_error *error) {
    size_t at = 0;
    if (utf8_valid_prefix(f->text, f->n) != f->n || utf8_count(f->text, f->n) != 1) {
        return fail(f, error, "a fold begins with one character");
    }
    syllable_fold fold = {utf8_next(f->text, &at), 0};
    if (!next_field(f) || f->n != 1 || !is_letter(f->text[0])) {
        return fail(f, error, "no letter of a-z");
    }
    fold.letter = f->text[0];
    if (!VEC_RESERVE(&b->folds, b->allocator, 1)) {
        return error_no_memory(error);
    }
    b->folds.items[b->folds.count++] = fold;
    return LEDE_OK;
}

static lede_status read_form(field *f, syllable_form *form, lede_error *error) {
    uint64_t count = 0;
    const char *plus = memchr(f->text, '+', f->n);
    size_t kept = plus != NULL ? (size_t)(plus - f->text) : 0;
    size_t n = f->n - (plus != NULL);
    if (n == 0 || n > SYLLABLE_FORM ||
        (memchr(f->text, '\'', f->n) == NULL && memchr(f->text, '0', f->n) == NULL)) {
        return fail(f, error, "a form has an apostrophe or 0, and at most 12 bytes");
    }
    *form = (syllable_form){.length = (uint8_t)n, .kept = (uint8_t)kept};
    memcpy(form->text, f->text, kept);
    memcpy(form->text + kept, f->text + f->n - (n - kept), n - kept);
    lede_status status = read_number(f, SYLLABLE_LISTED, &count, error);
    form->count = (uint8_t)count;
    return status;
}

static lede_status read_beginning(syllable_builder *b, field *f, lede_error *error) {
    syllable_form form;
    lede_status status = read_form(f, &form, error);
    if (status == LEDE_OK && !VEC_RESERVE(&b->beginnings, b->allocator, 1)) {
        return error_no_memory(error);
    }
    if (status == LEDE_OK) {
        b->beginnings.items[b->beginnings.count++] = form;
    }
    return status;
}

static lede_status read_ending(syllable_builder *b, field *f, lede_error *error) {
    syllable_form form;
    lede_status status = read_form(f, &form, error);
    if (status == LEDE_OK && !VEC_RESERVE(&b->endings, b->allocator, 1)) {
        return error_no_memory(error);
    }
    if (status == LEDE_OK) {
        b->endings.items[b->endings.count++] = form;
    }
    return status;
}

/* Well mixed and odd, of a small number (the finish of splitmix64). */
uint64_t syllable_factor(uint64_t seed) {
    uint64_t x = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
    return (x ^ x >> 31) | 1;
}

/* One side of a window: digits from its outer end, or from its inner one. */
static bool read_side(const char *digits, size_t n, bool before, uint64_t *mask) {
    static const uint64_t levels[] = {0x18, 0x1C, 0x1E, 0x1F};
    bool fits = n <= (before ? SYLLABLE_BEFORE : SYLLABLE_AFTER);
    for (size_t i = 0; fits && i < n; i++) {
        fits = digits[i] >= '1' && digits[i] <= '4';
        size_t bits = (before ? n - i : i + 1) * SYLLABLE_BITS; /* away */
        size_t shift = before ? SYLLABLE_MIDDLE + bits : SYLLABLE_MIDDLE - bits;
        *mask |= fits ? levels[digits[i] - '1'] << shift : 0;
    }
    return fits;
}

static lede_status read_window(syllable_builder *b, field *f, lede_error *error) {
    const char *middle = memchr(f->text, '^', f->n);
    size_t before = middle != NULL ? (size_t)(middle - f->text) : 0;
    uint64_t mask = (uint64_t)(CODE_END - 1) << SYLLABLE_MIDDLE;
    if (middle == NULL || !read_side(f->text, before, true, &mask) ||
        !read_side(middle + 1, f->n - before - 1, false, &mask)) {
        return fail(f, error, "a window is up to 6 digits of 1-4, ^ and up to 5");
    }
    if (b->windows == SYLLABLE_WINDOWS) {
        return fail(f, error, "there are too many windows");
    }
    b->model.windows[b->windows] = (syllable_window){mask, syllable_factor(b->windows)};
    b->windows++;
    return LEDE_OK;
}

static lede_status read_seed(syllable_builder *b, field *f, lede_error *error) {
    uint64_t seed = 0;
    if (!number_to_u64(f->text, f->n, &seed)) {
        return fail(f, error, "no number");
    }
    b->model.hash_factor = syllable_factor(seed);
    return LEDE_OK;
}

/* False: no weight. */
static bool read_weight(const field *f, int8_t *out) {
    size_t minus = f->text[0] == '-';
    uint64_t value = 0;
    if (!number_to_u64(f->text + minus, f->n - minus, &value) || value > LARGEST) {
        return false;
    }
    *out = (int8_t)(minus ? -(int)value : (int)value);
    return true;
}

static lede_status read_weights(syllable_builder *b, field *f, lede_error *error) {
    do {
        int8_t weight = 0;
        if (!read_weight(f, &weight)) {
            return fail(f, error, "weights are -127 to 127");
        }
        if (b->weights.count == SYLLABLE_WEIGHTS) {
            return fail(f, error, "there are too many weights");
        }
        if (!VEC_RESERVE(&b->weights, b->allocator, 1)) {
            return error_no_memory(error);
        }
        b->weights.items[b->weights.count++] = weight;
    } while (next_field(f));
    return LEDE_OK;
}

static lede_status read_listed(syllable_builder *b, field *f, bool by_hand,
                               lede_error *error) {
    uint64_t count = 0;
    syllable_listed listed = {f->text, (uint32_t)f->n, f->line, 0, 0, by_hand};
    for (size_t i = 0; i < f->n; i++) {
        if (!is_letter(f->text[i])) {
            return fail(f, error, "a word is of letters a-z");
        }
    }
    lede_status status = read_number(f, SYLLABLE_LISTED, &count, error);
    if (status == LEDE_OK && count == 0) {
        return fail(f, error, "a word has at least one syllable");
    }
    if (status == LEDE_OK && !VEC_RESERVE(&b->listed, b->allocator, 1)) {
        return error_no_memory(error);
    }
    if (status == LEDE_OK) {
        listed.count = (uint32_t)count;
        b->listed.items[b->listed.count++] = listed;
    }
    return status;
}

static lede_status read_word(syllable_builder *b, field *f, lede_error *error) {
    return read_listed(b, f, true, error);
}

static lede_status read_exception(syllable_builder *b, field *f, lede_error *error) {
    return read_listed(b, f, false, error);
}

static section_reader *find_reader(const field *f) {
    static const struct {
        const char *name;
        section_reader *reader;
    } sections[] = {
        {"[letters]", read_letter}, {"[spelled]", read_spelled},
        {"[folds]", read_fold},     {"[beginnings]", read_beginning},
        {"[endings]", read_ending}, {"[windows]", read_window},
        {"[seed]", read_seed},      {"[weights]", read_weights},
        {"[words]", read_word},     {"[exceptions]", read_exception},
    };
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        if (strlen(sections[i].name) == f->n &&
            memcmp(sections[i].name, f->text, f->n) == 0) {
            return sections[i].reader;
        }
    }
    return NULL;
}

static lede_status read_line(syllable_builder *b, field *f, section_reader **in,
                             lede_error *error) {
    lede_status status = LEDE_OK;
    if (!next_field(f) || f->text[0] == '#') {
        return LEDE_OK;
    }
    if (f->text[0] == '[') {
        *in = find_reader(f);
        status = *in != NULL ? LEDE_OK : fail(f, error, "unknown section");
    } else {
        status = *in != NULL ? (*in)(b, f, error)
                             : fail(f, error, "an entry before any section");
    }
    if (status == LEDE_OK && next_field(f)) {
        return fail(f, error, "more on the line than belongs there");
    }
    return status;
}

lede_status parse_syllable_model(syllable_builder *b, const char *bytes, size_t n,
                                 lede_error *error) {
    section_reader *in = NULL;
    lede_status status = LEDE_OK;
    uint32_t line = 0;
    memset(b->model.spelled, 1, sizeof b->model.spelled);
    b->model.hash_factor = syllable_factor(0);
    for (size_t at = 0; at < n && status == LEDE_OK;) {
        const char *newline = memchr(bytes + at, '\n', n - at);
        size_t end = newline != NULL ? (size_t)(newline - bytes) : n;
        field f = {bytes + at, 0, ++line, at, end, bytes};
        status = read_line(b, &f, &in, error);
        at = end + 1;
    }
    return status;
}
