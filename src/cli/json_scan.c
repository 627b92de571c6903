/* SPDX-License-Identifier: MIT */
#include "cli/json_scan.h"

#include "base/error.h"

#include <string.h>

typedef struct scanner {
    const char *line;
    size_t n;
    size_t at;
    lede_error *error;
    bool cut; /* the line goes on behind its n bytes; only its id is wanted */
} scanner;

static bool fail(scanner *s, const char *why) {
    error_set(s->error, LEDE_BAD_DATA, "%s", why);
    s->error->offset = s->at;
    return false;
}

static bool fail_memory(scanner *s) {
    error_no_memory(s->error);
    return false;
}

static void skip_space(scanner *s) {
    while (s->at < s->n && (s->line[s->at] == ' ' || s->line[s->at] == '\t' ||
                            s->line[s->at] == '\n' || s->line[s->at] == '\r')) {
        s->at++;
    }
}

static bool at_byte(const scanner *s, char c) {
    return s->at < s->n && s->line[s->at] == c;
}

static bool take_byte(scanner *s, char c) {
    bool there = at_byte(s, c);
    s->at += there;
    return there;
}

static bool append(scanner *s, json_bytes *to, const char *bytes, size_t n) {
    if (to == NULL || n == 0) {
        return true;
    }
    if (!VEC_RESERVE(to, &memory_default, n)) {
        return fail_memory(s);
    }
    memcpy(to->items + to->count, bytes, n);
    to->count += n;
    return true;
}

/* ---- Strings ------------------------------------------------------------- */

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* The four digits at `at`; false: not four hexadecimal digits. */
static bool read_unit(const scanner *s, size_t at, uint32_t *unit) {
    *unit = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = at + i < s->n ? hex_digit(s->line[at + i]) : -1;
        if (digit < 0) {
            return false;
        }
        *unit = *unit << 4 | (uint32_t)digit;
    }
    return true;
}

static size_t encode(uint32_t code, char *out) {
    size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    for (size_t i = n - 1; i > 0; i--) {
        out[i] = (char)(unsigned char)(0x80u | (code & 0x3Fu));
        code >>= 6;
    }
    out[0] = (char)(unsigned char)(leads[n] | code);
    return n;
}

static bool is_high(uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low(uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Behind "\u": one code point, perhaps of two escapes. */
static bool read_code(scanner *s, uint32_t *code) {
    uint32_t second = 0;
    if (!read_unit(s, s->at, code)) {
        return fail(s, "bad \\u escape");
    }
    s->at += 4;
    bool pair = is_high(*code) && s->at + 6 <= s->n && s->line[s->at] == '\\' &&
                s->line[s->at + 1] == 'u' && read_unit(s, s->at + 2, &second) &&
                is_low(second);
    if (pair) {
        *code = 0x10000u + ((*code - 0xD800u) << 10) + (second - 0xDC00u);
        s->at += 6;
    } else if (is_high(*code) || is_low(*code)) {
        *code = 0xFFFDu;
    }
    return true;
}

/* Behind a backslash. */
static bool read_escape(scanner *s, json_bytes *to) {
    static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
    if (take_byte(s, 'u')) {
        char bytes[4];
        uint32_t code = 0;
        return read_code(s, &code) && append(s, to, bytes, encode(code, bytes));
    }
    const char *found =
        s->at < s->n && s->line[s->at] != '\0' ? strchr(from, s->line[s->at]) : NULL;
    if (found == NULL) {
        return fail(s, "bad escape");
    }
    s->at++;
    return append(s, to, &into[found - from], 1);
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Is one of eight bytes a quote, a backslash or a control character? A byte less
 * than n borrows its top bit when n is taken off. */
static bool ends_run(const char *p) {
    uint64_t x;
    memcpy(&x, p, sizeof x);
    uint64_t quote = x ^ EACH((unsigned)'"'), slash = x ^ EACH((unsigned)'\\');
    uint64_t found = ((quote - EACH(1u)) & ~quote) | ((slash - EACH(1u)) & ~slash) |
                     ((x - EACH(0x20u)) & ~x);
    return (found & EACH(0x80u)) != 0;
}

/* Bytes up to the next quote, backslash or control character. */
static size_t plain_run(const scanner *s) {
    size_t end = s->at;
    while (s->n - end >= 8 && !ends_run(s->line + end)) {
        end += 8;
    }
    while (end < s->n && s->line[end] != '"' && s->line[end] != '\\' &&
           (unsigned char)s->line[end] >= 0x20) {
        end++;
    }
    return end - s->at;
}

/* From the opening quote on; to may be NULL. */
static bool read_string(scanner *s, json_bytes *to) {
    if (!take_byte(s, '"')) {
        return fail(s, "a string was expected");
    }
    while (s->at < s->n) {
        size_t run = plain_run(s);
        if (!append(s, to, s->line + s->at, run)) {
            return false;
        }
        s->at += run;
        if (take_byte(s, '"')) {
            return true;
        }
        if (!take_byte(s, '\\')) {
            break;
        }
        if (!read_escape(s, to)) {
            return false;
        }
    }
    return fail(s, s->at < s->n ? "control character in a string"
                                : "the string is not closed");
}

/* ---- Values that nobody asks for ----------------------------------------- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits(scanner *s) {
    size_t begin = s->at;
    while (s->at < s->n && is_digit(s->line[s->at])) {
        s->at++;
    }
    return s->at - begin;
}

static bool skip_number(scanner *s) {
    take_byte(s, '-');
    bool zero = at_byte(s, '0');
    size_t whole = digits(s);
    bool ok = whole > 0 && !(zero && whole > 1);
    if (ok && take_byte(s, '.')) {
        ok = digits(s) > 0;
    }
    if (ok && (take_byte(s, 'e') || take_byte(s, 'E'))) {
        if (!take_byte(s, '+')) {
            take_byte(s, '-');
        }
        ok = digits(s) > 0;
    }
    return ok || fail(s, "bad number");
}

static bool skip_word(scanner *s) {
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (s->n - s->at >= n && memcmp(s->line + s->at, words[i], n) == 0) {
            s->at += n;
            return true;
        }
    }
    return fail(s, "a value was expected");
}

static bool skip_scalar(scanner *s) {
    if (s->at >= s->n) {
        return fail(s, "the record ends too early");
    }
    char c = s->line[s->at];
    if (c == '"') {
        return read_string(s, NULL);
    }
    return c == '-' || is_digit(c) ? skip_number(s) : skip_word(s);
}

/* The brackets that are open, innermost last. */
typedef struct nest {
    char closers[JSON_DEPTH_MAX];
    size_t depth;
} nest;

static bool skip_key(scanner *s) {
    skip_space(s);
    if (!read_string(s, NULL)) {
        return false;
    }
    skip_space(s);
    return take_byte(s, ':') || fail(s, "a colon was expected");
}

/* Opens a bracket. *value: a value must follow; false for an empty bracket. */
static bool open_bracket(scanner *s, nest *open, bool *value) {
    if (open->depth == JSON_DEPTH_MAX) {
        return fail(s, "more than 64 brackets inside each other");
    }
    char closer = s->line[s->at++] == '{' ? '}' : ']';
    open->closers[open->depth++] = closer;
    skip_space(s);
    *value = !at_byte(s, closer);
    return !*value || closer == ']' || skip_key(s);
}

/* Behind a value: closes brackets until a comma asks for the next value. */
static bool close_brackets(scanner *s, nest *open) {
    while (open->depth > 0) {
        skip_space(s);
        char closer = open->closers[open->depth - 1];
        if (take_byte(s, ',')) {
            return closer == ']' || skip_key(s);
        }
        if (!take_byte(s, closer)) {
            return fail(s, "a comma or a closing bracket was expected");
        }
        open->depth--;
    }
    return true;
}

/* No recursion: brackets are attacker's input. */
static bool skip_value(scanner *s) {
    nest open = {.depth = 0};
    do {
        bool value = true;
        skip_space(s);
        if (at_byte(s, '{') || at_byte(s, '[')) {
            if (!open_bracket(s, &open, &value)) {
                return false;
            }
            if (value) {
                continue;
            }
        } else if (!skip_scalar(s)) {
            return false;
        }
        if (!close_brackets(s, &open)) {
            return false;
        }
    } while (open.depth > 0);
    return true;
}

/* ---- The record ---------------------------------------------------------- */

static bool read_id(scanner *s, json_record *r) {
    size_t begin = s->at;
    if (!skip_value(s)) {
        return false;
    }
    /* No other value can go on behind what looks like its end. */
    if (s->cut && s->at == s->n && is_digit(s->line[s->at - 1])) {
        return fail(s, "the number may go on");
    }
    r->id.count = 0;
    return append(s, &r->id, s->line + begin, s->at - begin) && append(s, &r->id, "", 1);
}

/* A string, or null for "not given". */
static bool read_field(scanner *s, json_field *field) {
    field->bytes.count = 0;
    field->begin = s->at;
    field->given = at_byte(s, '"');
    if (!field->given) {
        bool null =
            skip_value(s) && s->at - field->begin == 4 && s->line[field->begin] == 'n';
        if (!null && s->error->status == LEDE_OK) {
            s->at = field->begin;
            return fail(s, "text, title and lang must be strings");
        }
        return null;
    }
    return read_string(s, &field->bytes);
}

/* A NUL in a code would hide what follows it. */
static bool read_lang(scanner *s, json_field *lang) {
    if (!read_field(s, lang)) {
        return false;
    }
    if (lang->bytes.count > 0 &&
        memchr(lang->bytes.items, '\0', lang->bytes.count) != NULL) {
        s->at = lang->begin;
        return fail(s, "NUL in the language code");
    }
    return append(s, &lang->bytes, "", 1);
}

static bool is_key(const json_bytes *key, const char *name) {
    return key->count == strlen(name) && memcmp(key->items, name, key->count) == 0;
}

static bool read_member(scanner *s, json_record *r, json_bytes *key) {
    key->count = 0;
    skip_space(s);
    if (!read_string(s, key)) {
        return false;
    }
    skip_space(s);
    if (!take_byte(s, ':')) {
        return fail(s, "a colon was expected");
    }
    skip_space(s);
    if (is_key(key, "id")) {
        return read_id(s, r);
    }
    if (s->cut) {
        return skip_value(s);
    }
    if (is_key(key, "text")) {
        return read_field(s, &r->text);
    }
    if (is_key(key, "title")) {
        return read_field(s, &r->title);
    }
    if (is_key(key, "lang")) {
        return read_lang(s, &r->lang);
    }
    return skip_value(s);
}

static bool read_members(scanner *s, json_record *r, json_bytes *key) {
    skip_space(s);
    if (take_byte(s, '}')) {
        return true;
    }
    do {
        if (!read_member(s, r, key)) {
            return false;
        }
        skip_space(s);
    } while (take_byte(s, ','));
    return take_byte(s, '}') || fail(s, "a comma or a closing brace was expected");
}

/* Files that were written with a mark may have been joined: any line may begin
 * with one. */
static void skip_mark(scanner *s) {
    static const char mark[] = "\xEF\xBB\xBF";
    size_t n = sizeof mark - 1;
    s->at += s->n >= n && memcmp(s->line, mark, n) == 0 ? n : 0;
}

static bool read_object(scanner *s, json_record *r, json_bytes *key) {
    skip_mark(s);
    skip_space(s);
    if (!take_byte(s, '{')) {
        return fail(s, s->at < s->n ? "a record must be an object" : "the line is empty");
    }
    if (!read_members(s, r, key)) {
        return false;
    }
    skip_space(s);
    if (s->at < s->n) {
        return fail(s, "something follows the record");
    }
    return r->text.given || fail(s, "the record has no \"text\"");
}

static bool clear(scanner *s, json_record *r) {
    r->id.count = 0;
    r->text.given = r->title.given = r->lang.given = false;
    r->text.bytes.count = r->title.bytes.count = r->lang.bytes.count = 0;
    return append(s, &r->id, "null", sizeof "null");
}

static lede_status scan(scanner *s, json_record *r) {
    json_bytes key = {NULL, 0, 0};
    error_clear(s->error);
    if (clear(s, r)) {
        (void)read_object(s, r, &key);
    }
    VEC_FREE(&key, &memory_default);
    return s->error->status;
}

lede_status json_scan_record(json_record *r, const char *line, size_t n,
                             lede_error *error) {
    scanner s = {.line = line, .n = n, .error = error};
    return scan(&s, r);
}

lede_status json_scan_id(json_record *r, const char *part, size_t n) {
    lede_error error;
    scanner s = {.line = part, .n = n, .error = &error, .cut = true};
    return scan(&s, r) == LEDE_NO_MEMORY ? LEDE_NO_MEMORY : LEDE_OK;
}

void json_free_record(json_record *r) {
    VEC_FREE(&r->id, &memory_default);
    VEC_FREE(&r->text.bytes, &memory_default);
    VEC_FREE(&r->title.bytes, &memory_default);
    VEC_FREE(&r->lang.bytes, &memory_default);
}
