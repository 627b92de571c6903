/* SPDX-License-Identifier: MIT */
#include "fuzz/peer.h"

#include "cli/json_scan.h"
#include "fuzz/reference.h"

/* ---- What differs on purpose is made equal --------------------------------------- */

text_buffer peer_plain(const char *bytes, size_t n) {
    text_buffer t = {0};
    text_add(&t, bytes, n);
    for (size_t at = 0; at < n;) {
        reference_point point = reference_decode(t.bytes + at, n - at);
        if (point.bad) {
            memset(t.bytes + at, '?', point.bytes);
        }
        at += point.bytes;
    }
    return t;
}

/* The unit of the escape at `at`; false: there is none. */
static bool read_unit(const text_buffer *t, size_t at, unsigned *unit) {
    char digits[5] = {0}, *end = NULL;
    if (t->n - at < 6 || t->bytes[at] != '\\' || t->bytes[at + 1] != 'u') {
        return false;
    }
    memcpy(digits, t->bytes + at + 2, 4);
    if (strspn(digits, "0123456789abcdefABCDEF") != 4) {
        return false;
    }
    *unit = (unsigned)strtoul(digits, &end, 16);
    return true;
}

static void replace_surrogates(text_buffer *t) {
    for (size_t at = 0; at < t->n;) {
        unsigned unit = 0, next = 0;
        if (!read_unit(t, at, &unit)) {
            at += t->bytes[at] == '\\' && at + 1 < t->n ? 2 : 1;
            continue;
        }
        bool pair = unit >> 10 == 0xD800u >> 10 && read_unit(t, at + 6, &next) &&
                    next >> 10 == 0xDC00u >> 10;
        if (!pair && unit >> 11 == 0xD800u >> 11) {
            memcpy(t->bytes + at, "\\uFFFD", 6);
        }
        at += pair ? 12 : 6;
    }
}

static size_t count_digits(const char *p, size_t n) {
    size_t i = 0;
    while (i < n && p[i] >= '0' && p[i] <= '9') {
        i++;
    }
    return i;
}

/* Bytes of the number at `p`; 0: there is none. */
static size_t number_length(const char *p, size_t n) {
    size_t sign = n > 0 && p[0] == '-';
    size_t whole = count_digits(p + sign, n - sign), end = sign + whole;
    if (whole == 0) {
        return 0;
    }
    if (end + 1 < n && p[end] == '.' && count_digits(p + end + 1, n - end - 1) > 0) {
        end += 1 + count_digits(p + end + 1, n - end - 1);
    }
    if (end < n && (p[end] | 0x20) == 'e') {
        size_t power = end + 1;
        power += power < n && (p[power] == '+' || p[power] == '-');
        size_t digits = count_digits(p + power, n - power);
        end = digits > 0 ? power + digits : end;
    }
    return end;
}

/* Where the number that ends at `end` begins: what stands before it may be glued to
 * it, as in 1-1e999 or true1e999, and is read first. */
static size_t number_begin(const text_buffer *t, size_t end) {
    size_t begin = end, n = 0;
    while (begin > 0 && strchr("0123456789+-.eE", t->bytes[begin - 1]) != NULL &&
           t->bytes[begin - 1] != '\0') {
        begin--;
    }
    while ((n = number_length(t->bytes + begin, end - begin)) != end - begin) {
        begin += n > 0 ? n : 1;
    }
    return begin;
}

/* The number that ends at `end` becomes 1 between spaces, so that what is glued to
 * it stays glued to nothing; false: it is too short for that. */
static bool shorten_number(text_buffer *t, size_t end) {
    size_t begin = number_begin(t, end);
    if (end - begin < 3) {
        return false;
    }
    memcpy(t->bytes + begin, " 1 ", 3);
    memmove(t->bytes + begin + 3, t->bytes + end, t->n - end);
    t->n -= end - begin - 3;
    return true;
}

/* *silent: jansson cannot tell. */
static json_t *load(const char *bytes, size_t n, size_t flags, bool *silent) {
    json_error_t why;
    json_t *root = NULL;
    text_buffer t = peer_plain(bytes, n);
    bool again = true;
    replace_surrogates(&t);
    *silent = false;
    while (again) {
        root = json_loadb(t.bytes != NULL ? t.bytes : "", t.n,
                          flags | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &why);
        again = root == NULL && strstr(why.text, "real number overflow") != NULL &&
                shorten_number(&t, (size_t)why.position);
    }
    *silent = root == NULL && strstr(why.text, "NUL byte in object key") != NULL;
    text_free(&t);
    return root;
}

bool peer_is_json(const char *bytes, size_t n) {
    bool silent = false;
    json_t *root = load(bytes, n, 0, &silent);
    bool fine = root != NULL || silent;
    json_decref(root);
    return fine;
}

/* ---- The record ------------------------------------------------------------------ */

/* Brackets inside each other, those of the record not counted. The line is JSON. */
static size_t depth_of(const char *line, size_t n) {
    size_t depth = 0, most = 0;
    bool string = false;
    for (size_t i = 0; i < n; i++) {
        if (string && line[i] == '\\') {
            i++;
        } else if (string) {
            string = line[i] != '"';
        } else if (line[i] == '"') {
            string = true;
        } else if (line[i] == '{' || line[i] == '[') {
            depth++;
            most = depth > most ? depth : most;
        } else if (line[i] == '}' || line[i] == ']') {
            depth--;
        }
    }
    return most - 1;
}

/* False: of another type. */
static bool read_field(const json_t *root, const char *name, peer_field *field) {
    const json_t *value = json_object_get(root, name);
    field->given = json_is_string(value);
    if (field->given) {
        field->bytes = json_string_value(value);
        field->n = json_string_length(value);
    }
    return value == NULL || json_is_null(value) || field->given;
}

static bool is_record(peer *p) {
    bool fine = json_is_object(p->root) && read_field(p->root, "text", &p->text) &&
                read_field(p->root, "title", &p->title) &&
                read_field(p->root, "lang", &p->lang);
    bool hidden = p->lang.given && memchr(p->lang.bytes, '\0', p->lang.n) != NULL;
    return fine && !hidden && p->text.given && p->depth <= JSON_DEPTH_MAX;
}

void peer_read(peer *p, const char *line, size_t n) {
    bool silent = false;
    *p = (peer){.verdict = PEER_REFUSES};
    /* No JSON has a NUL; jansson loses one that it has put back behind a number. */
    if (n > 0 && memchr(line, '\0', n) != NULL) {
        return;
    }
    p->root = load(line, n, 0, &silent);
    if (p->root == NULL) {
        p->verdict = silent ? PEER_SILENT : PEER_REFUSES;
        return;
    }
    json_t *once = load(line, n, JSON_REJECT_DUPLICATES, &silent);
    p->twice = once == NULL;
    json_decref(once);
    p->depth = depth_of(line, n);
    p->verdict = is_record(p) ? PEER_ACCEPTS : PEER_REFUSES;
}

void peer_free(peer *p) {
    json_decref(p->root);
}

bool peer_may_differ(const peer *p, const char *message) {
    return p->twice && (strstr(message, "must be strings") != NULL ||
                        strstr(message, "NUL in the language") != NULL);
}
