/* SPDX-License-Identifier: MIT */
#include "lang/parse.h"

#include "base/error.h"
#include "lang/first_word.h"
#include "lang/list_lines.h"
#include "unicode/properties.h"
#include "unicode/scripts.h"
#include "unicode/utf8.h"

#include <stdlib.h>
#include <string.h>

typedef struct section {
    const char *name;
    uint16_t flag; /* of words, else 0 */
    uint16_t line; /* pack_line_kind of lines, else 0 */
    uint16_t code; /* code_kind of code points, else 0 */
} section;

typedef enum code_kind { CODE_TERMINATOR = 1, CODE_CASE, CODE_ALSO } code_kind;

static const section sections[] = {
    {"stop", LEDE_TERM_STOP, 0, 0},
    {"starter", LEDE_TERM_STARTER, 0, 0},
    {"title", LEDE_TERM_TITLE, 0, 0},
    {"numbered", LEDE_TERM_NUMBERED, 0, 0},
    {"calendar", LEDE_TERM_CALENDAR, 0, 0},
    {"organisation", LEDE_TERM_ORGANISATION, 0, 0},
    {"may-end", LEDE_TERM_MAY_END, 0, 0},
    {"connector", LEDE_TERM_CONNECTOR, 0, 0},
    {"closing", LEDE_TERM_CLOSING, 0, 0},
    {"capital", LEDE_TERM_ALWAYS_CAPITAL, 0, 0},
    {"anaphor", LEDE_TERM_ANAPHOR, 0, 0},
    {"ordinal-before", LEDE_TERM_ORDINAL_BEFORE, 0, 0},
    {"ordinal-after", LEDE_TERM_ORDINAL_AFTER, 0, 0},
    {"elision", LEDE_TERM_ELISION, 0, 0},
    {"ad", 0, PACK_LINE_AD, 0},
    {"date", 0, PACK_LINE_DATE, 0},
    {"teaser", 0, PACK_LINE_TEASER, 0},
    {"teaser-start", 0, PACK_LINE_TEASER_START, 0},
    {"byline", 0, PACK_LINE_BYLINE, 0},
    {"byline-end", 0, PACK_LINE_BYLINE_END, 0},
    {"byline-role", 0, PACK_LINE_ROLE, 0},
    {"byline-link", 0, PACK_LINE_LINK, 0},
    {"name-particle", 0, PACK_LINE_PARTICLE, 0},
    {"agency", 0, PACK_LINE_AGENCY, 0},
    {"caption", 0, PACK_LINE_CAPTION, 0},
    {"credit", 0, PACK_LINE_CREDIT, 0},
    {"rights", 0, PACK_LINE_RIGHTS, 0},
    {"share", 0, PACK_LINE_SHARE, 0},
    {"share-link", 0, PACK_LINE_SHARE_LINK, 0},
    {"terminator", 0, 0, CODE_TERMINATOR},
    {"case", 0, 0, CODE_CASE},
    {"also", 0, 0, CODE_ALSO},
};

/* Classes whose entries may ask for a capital. */
#define ABBREVIATIONS                                                                    \
    (LEDE_TERM_TITLE | LEDE_TERM_NUMBERED | LEDE_TERM_CALENDAR |                         \
     LEDE_TERM_ORGANISATION | LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR)

/* The order makes a missing, misplaced or double entry plain to see in a diff. */
static lede_status check_order(const pack_builder *b, const list_slice *s,
                               lede_error *error) {
    if (b->last.end == 0) {
        return LEDE_OK;
    }
    size_t last = b->last.end - b->last.begin, n = last < s->n ? last : s->n;
    int order = memcmp(b->strings.items + b->last.begin, s->bytes, n);
    order = order != 0 ? order : (last > s->n) - (last < s->n);
    return order < 0    ? LEDE_OK
           : order == 0 ? list_fail(error, s, "entry stands twice in its section")
                        : list_fail(error, s, "entry is out of order");
}

static lede_status add_string(pack_builder *b, const list_slice *s, uint32_t *key,
                              lede_error *error) {
    lede_status status = check_order(b, s, error);
    if (status != LEDE_OK) {
        return status;
    }
    if (!VEC_RESERVE(&b->strings, b->allocator, s->n)) {
        return error_no_memory(error);
    }
    *key = (uint32_t)b->strings.count;
    memcpy(b->strings.items + b->strings.count, s->bytes, s->n);
    b->strings.count += s->n;
    b->last = (lede_span){*key, (uint32_t)b->strings.count};
    return LEDE_OK;
}

/* One more code of the language: "no". */
static lede_status add_also(pack_builder *b, const list_slice *s, lede_error *error) {
    size_t i = 0;
    if (!pack_code_is_well_formed(s->bytes, s->n) || s->n > 3) {
        return list_fail(error, s, "no language code");
    }
    while (i < PACK_CODES && b->codes.also[i] != 0) {
        i++;
    }
    if (i == PACK_CODES) {
        return list_fail(error, s, "too many codes in a section");
    }
    b->codes.also[i] = pack_code_number(s->bytes, s->n);
    return LEDE_OK;
}

/* A mark (";"), or a capital and its small letter ("Iı"). */
static lede_status add_codes(pack_builder *b, const section *in, const list_slice *s,
                             lede_error *error) {
    if (in->code == CODE_ALSO) {
        return add_also(b, s, error);
    }
    uint32_t code[2] = {0, 0};
    size_t at = 0, i = 0, wanted = in->code == CODE_CASE ? 2 : 1;
    if (utf8_valid_prefix(s->bytes, s->n) != s->n ||
        utf8_count(s->bytes, s->n) != wanted) {
        return list_fail(error, s, "wrong number of code points");
    }
    for (; at < s->n; i++) {
        code[i] = utf8_next(s->bytes, &at);
    }
    for (i = 0; i < PACK_CODES; i++) {
        if (in->code == CODE_CASE && b->codes.cases[i].upper == 0) {
            b->codes.cases[i] = (pack_case){code[0], code[1]};
            return LEDE_OK;
        }
        if (in->code == CODE_TERMINATOR && b->codes.terminators[i] == 0) {
            b->codes.terminators[i] = code[0];
            return LEDE_OK;
        }
    }
    return list_fail(error, s, "too many code points in a section");
}

/* The first word of a label's line, so that a look at a block's first word
 * tells whether the line is worth comparing. */
static lede_status add_label_word(pack_builder *b, uint32_t key, const list_slice *s,
                                  lede_error *error) {
    size_t n = first_word_length(s->bytes, s->n);
    if (n == 0) {
        return list_fail(error, s, "a label must begin with a word");
    }
    if (!VEC_RESERVE(&b->words, b->allocator, 1)) {
        return error_no_memory(error);
    }
    b->words.items[b->words.count++] = (pack_word){key, (uint16_t)n, LEDE_TERM_LABEL};
    return LEDE_OK;
}

/* "Sat" in a list of abbreviations: one only when written with a capital. The
 * entry is stored folded; *flag remembers. */
static list_slice fold_capital(const section *in, const list_slice *s, char *folded,
                               uint16_t *flag) {
    list_slice entry = *s;
    size_t at = 0;
    if ((in->flag & ABBREVIATIONS) == 0 || s->n > LIST_ENTRY_MAX - 4 || s->n == 0 ||
        utf8_valid_prefix(s->bytes, s->n) != s->n) {
        return entry;
    }
    uint32_t first = utf8_next(s->bytes, &at);
    if (unicode_fold(first) == first) {
        return entry;
    }
    entry.n = utf8_encode(unicode_fold(first), folded);
    memcpy(folded + entry.n, s->bytes + at, s->n - at);
    entry.n += s->n - at;
    entry.bytes = folded;
    *flag = LEDE_TERM_CAPITAL;
    return entry;
}

/* Phrases of the others are looked for where one of these has been found. */
static bool opens_text(uint16_t line) {
    return line != PACK_LINE_BYLINE_END && line != PACK_LINE_ROLE &&
           line != PACK_LINE_LINK && line != PACK_LINE_PARTICLE &&
           line != PACK_LINE_AGENCY && line != PACK_LINE_SHARE_LINK;
}

static lede_status add_entry(pack_builder *b, const section *in,
                             const list_slice *written, lede_error *error) {
    if (in->code != 0) {
        return add_codes(b, in, written, error);
    }
    uint32_t key = 0;
    uint16_t capital = 0;
    char folded[LIST_ENTRY_MAX];
    list_slice entry = fold_capital(in, written, folded, &capital);
    const list_slice *s = &entry;
    lede_status status = list_check_folded(b->allocator, s, error);
    if (status == LEDE_OK) {
        status = add_string(b, s, &key, error);
    }
    if (status != LEDE_OK) {
        return status;
    }
    if (!VEC_RESERVE(&b->words, b->allocator, 1) ||
        !VEC_RESERVE(&b->lines, b->allocator, 1)) {
        return error_no_memory(error);
    }
    if (in->line != 0) {
        b->lines.items[b->lines.count++] = (pack_line){key, (uint16_t)s->n, in->line};
        return opens_text(in->line) ? add_label_word(b, key, s, error) : LEDE_OK;
    }
    b->words.items[b->words.count++] =
        (pack_word){key, (uint16_t)s->n, (uint16_t)(in->flag | capital)};
    return LEDE_OK;
}

static lede_status add_words(pack_builder *b, const section *in, list_slice line,
                             lede_error *error) {
    while (line.n > 0) {
        list_slice word = list_take_field(&line);
        lede_status status = add_entry(b, in, &word, error);
        if (status != LEDE_OK) {
            return status;
        }
    }
    return LEDE_OK;
}

static const section *find_section(const list_slice *s) {
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
        if (strlen(sections[i].name) == s->n - 2 &&
            memcmp(sections[i].name, s->bytes + 1, s->n - 2) == 0) {
            return &sections[i];
        }
    }
    return NULL;
}

static lede_status read_line(pack_builder *b, const section **in, const list_slice *line,
                             lede_error *error) {
    if (line->n == 0 || line->bytes[0] == '#') {
        return LEDE_OK;
    }
    if (list_is_section(line)) {
        *in = find_section(line);
        b->last = (lede_span){0, 0};
        return *in != NULL ? LEDE_OK : list_fail(error, line, "unknown section");
    }
    if (*in == NULL) {
        return list_fail(error, line, "entry before any section");
    }
    return (*in)->line != 0 ? add_entry(b, *in, line, error)
                            : add_words(b, *in, *line, error);
}

lede_status parse_list(pack_builder *b, const char *bytes, size_t n, lede_error *error) {
    const section *in = NULL;
    size_t at = 0;
    for (uint32_t number = 1; at < n; number++) {
        list_slice line = list_next_line(bytes, n, &at, number);
        lede_status status = read_line(b, &in, &line, error);
        if (status != LEDE_OK) {
            return status;
        }
    }
    return LEDE_OK;
}

/* Sorting needs the strings beside the entries, and qsort has no context: so
 * the keys are compared through records that carry their pointer. */
typedef struct sortable {
    const char *key;
    uint32_t offset;
    uint16_t length;
    uint16_t value;
} sortable;

static int compare_keys(const sortable *a, const sortable *b) {
    size_t n = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->key, b->key, n);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static int compare_words(const void *a, const void *b) {
    const sortable *x = a, *y = b;
    int order = compare_keys(x, y);
    return order != 0 ? order : (x->value > y->value) - (x->value < y->value);
}

static int compare_lines(const void *a, const void *b) {
    const sortable *x = a, *y = b;
    int order = compare_keys(x, y);
    return order != 0 ? order : (x->value > y->value) - (x->value < y->value);
}

static lede_status fail_twice(lede_error *error, const sortable *s) {
    return error_set(error, LEDE_BAD_DATA, "\"%.*s\" stands twice in one section",
                     (int)s->length, s->key);
}

/* The capital holds for all classes of a word. */
static bool is_mixed(uint32_t a, uint32_t b) {
    return (a & ABBREVIATIONS) != 0 && (b & ABBREVIATIONS) != 0 &&
           ((a ^ b) & LEDE_TERM_CAPITAL) != 0;
}

static lede_status finish_words(pack_builder *b, sortable *s, lede_error *error) {
    for (size_t i = 0; i < b->words.count; i++) {
        pack_word w = b->words.items[i];
        s[i] = (sortable){b->strings.items + w.key, w.key, w.length, w.flags};
    }
    qsort(s, b->words.count, sizeof *s, compare_words);
    size_t kept = 0;
    for (size_t i = 0; i < b->words.count; i++) {
        pack_word *last = kept > 0 ? &b->words.items[kept - 1] : NULL;
        if (last != NULL && compare_keys(&s[i - 1], &s[i]) == 0) {
            if ((last->flags & s[i].value & ~(LEDE_TERM_LABEL | LEDE_TERM_CAPITAL)) !=
                0) {
                return fail_twice(error, &s[i]);
            }
            if (is_mixed(last->flags, s[i].value)) {
                return error_set(error, LEDE_BAD_DATA,
                                 "\"%.*s\" stands with and without a capital",
                                 (int)s[i].length, s[i].key);
            }
            last->flags = (uint16_t)(last->flags | s[i].value);
        } else {
            b->words.items[kept++] = (pack_word){s[i].offset, s[i].length, s[i].value};
        }
    }
    b->words.count = kept;
    return LEDE_OK;
}

static lede_status finish_lines(pack_builder *b, sortable *s, lede_error *error) {
    for (size_t i = 0; i < b->lines.count; i++) {
        pack_line l = b->lines.items[i];
        s[i] = (sortable){b->strings.items + l.key, l.key, l.length, l.kind};
    }
    qsort(s, b->lines.count, sizeof *s, compare_lines);
    for (size_t i = 0; i < b->lines.count; i++) {
        if (i > 0 && compare_lines(&s[i - 1], &s[i]) == 0) {
            return fail_twice(error, &s[i]);
        }
        b->lines.items[i] = (pack_line){s[i].offset, s[i].length, s[i].value};
    }
    return LEDE_OK;
}

lede_status parse_finish(pack_builder *b, lede_error *error) {
    size_t most = b->words.count > b->lines.count ? b->words.count : b->lines.count;
    if (most == 0) {
        return LEDE_OK;
    }
    sortable *s = memory_allocate(b->allocator, most * sizeof *s);
    if (s == NULL) {
        return error_no_memory(error);
    }
    lede_status status = finish_words(b, s, error);
    if (status == LEDE_OK) {
        status = finish_lines(b, s, error);
    }
    memory_free(b->allocator, s, most * sizeof *s);
    return status;
}

void parse_free(pack_builder *b) {
    VEC_FREE(&b->strings, b->allocator);
    VEC_FREE(&b->words, b->allocator);
    VEC_FREE(&b->lines, b->allocator);
}

/* "Hira+Kana+Hani" */
static bool read_scripts(list_slice field, unicode_script *scripts) {
    size_t count = 0, at = 0;
    while (at < field.n && count < PACK_SCRIPTS) {
        const char *plus = memchr(field.bytes + at, '+', field.n - at);
        size_t end = plus != NULL ? (size_t)(plus - field.bytes) : field.n;
        scripts[count] = unicode_script_named(field.bytes + at, end - at);
        if (scripts[count++] == 0) {
            return false;
        }
        at = plus != NULL ? end + 1 : end;
    }
    return count > 0 && at == field.n && field.bytes[at - 1] != '+';
}

static bool read_use(list_slice field, registry_line *out) {
    out->fallback = field.n == 8 && memcmp(field.bytes, "fallback", 8) == 0;
    out->neutral = field.n == 7 && memcmp(field.bytes, "neutral", 7) == 0;
    return out->fallback || out->neutral || (field.n == 1 && field.bytes[0] == '-');
}

bool parse_registry(const char *bytes, size_t n, size_t *at, registry_line *out,
                    lede_error *error) {
    error_clear(error);
    uint32_t number = 1;
    for (size_t i = 0; i < *at; i++) {
        number += bytes[i] == '\n';
    }
    while (*at < n) {
        list_slice line = list_next_line(bytes, n, at, number++);
        if (line.n == 0 || line.bytes[0] == '#') {
            continue;
        }
        list_slice code = list_take_field(&line);
        list_slice stem = list_take_field(&line);
        list_slice scripts = list_take_field(&line);
        list_slice use = list_take_field(&line);
        *out = (registry_line){0};
        if (line.n == 0 || !pack_code_is_well_formed(code.bytes, code.n) ||
            !read_scripts(scripts, out->scripts) || !read_use(use, out)) {
            list_fail(error, &code, "malformed language line");
            return false;
        }
        bool none = stem.n == 1 && stem.bytes[0] == '-';
        out->code = code.bytes;
        out->code_length = code.n;
        out->stemmer = stem.bytes;
        out->stemmer_length = none ? 0 : stem.n;
        out->name = line.bytes;
        out->name_length = line.n;
        return true;
    }
    return false;
}
