/* SPDX-License-Identifier: MIT */
#include "lang/parse_model.h"

#include "base/error.h"

#include <string.h>

#define FIELDS 3u
#define LARGEST 127

/* A line cut at its white space. */
typedef struct row {
    const char *field[FIELDS];
    size_t length[FIELDS];
    size_t count; /* FIELDS + 1: there were more */
    uint32_t line;
    size_t offset;
} row;

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '[' || c == ']';
}

/* Brackets are blanks: a section line is told by its first character. */
static row cut(const char *line, size_t n) {
    row r = {.count = 0};
    for (size_t at = 0; at < n;) {
        while (at < n && is_blank(line[at])) {
            at++;
        }
        size_t begin = at;
        while (at < n && !is_blank(line[at])) {
            at++;
        }
        if (at > begin && r.count < FIELDS) {
            r.field[r.count] = line + begin;
            r.length[r.count] = at - begin;
        }
        r.count += at > begin && r.count <= FIELDS;
    }
    return r;
}

static lede_status fail(lede_error *error, const row *r, const char *why) {
    error_set(error, LEDE_BAD_DATA, "%s", why);
    error_place(error, r->offset, r->line, 1);
    return LEDE_BAD_DATA;
}

uint32_t model_layout(model_pair pairs[MODEL_PAIRS]) {
    static const uint8_t sides[MODEL_PAIRS][2] = {
#define VARIABLE(v, name)
#define VALUE(v, id, name)
#define PAIR(a, b) {EVIDENCE_##a, EVIDENCE_##b},
#include "lang/evidence.def"
    };
    uint32_t base = 0;
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        uint8_t a = sides[i][0], b = sides[i][1];
        pairs[i] = (model_pair){a, b, (uint16_t)base};
        base += ((uint32_t)evidence_first[a + 1] - evidence_first[a]) *
                ((uint32_t)evidence_first[b + 1] - evidence_first[b]);
    }
    return base;
}

static bool is_name(const row *r, size_t i, const char *name) {
    return strlen(name) == r->length[i] && memcmp(name, r->field[i], r->length[i]) == 0;
}

/* EVIDENCE_VARIABLES: none. */
static size_t find_variable(const row *r, size_t i) {
    size_t v = 0;
    while (v < EVIDENCE_VARIABLES && !is_name(r, i, evidence_variable_names[v])) {
        v++;
    }
    return v;
}

/* EVIDENCE_VALUES: none. */
static size_t find_value(const row *r, size_t i, size_t variable) {
    for (size_t v = evidence_first[variable]; v < evidence_first[variable + 1]; v++) {
        if (is_name(r, i, evidence_value_names[v])) {
            return v;
        }
    }
    return EVIDENCE_VALUES;
}

/* 0: not a weight. */
static int read_weight(const row *r) {
    const char *p = r->field[2];
    size_t n = r->length[2], at = p[0] == '-';
    int value = 0;
    if (n == at || n > at + 3) {
        return 0;
    }
    for (; at < n; at++) {
        if (p[at] < '0' || p[at] > '9') {
            return 0;
        }
        value = value * 10 + (p[at] - '0');
    }
    return value > LARGEST ? 0 : p[0] == '-' ? -value : value;
}

static lede_status read_section(const model_pair *pairs, const row *r,
                                const model_pair **in, lede_error *error) {
    *in = NULL;
    if (r->count != 2) {
        return fail(error, r, "a section names two variables");
    }
    size_t a = find_variable(r, 0), b = find_variable(r, 1);
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        *in = pairs[i].a == a && pairs[i].b == b ? &pairs[i] : *in;
    }
    return *in != NULL ? LEDE_OK : fail(error, r, "unknown pair of variables");
}

static lede_status read_line(const model_pair *in, const row *r, int8_t *weights,
                             lede_error *error) {
    if (in == NULL || r->count != FIELDS) {
        return fail(error, r,
                    in == NULL ? "a weight before any section"
                               : "a line is two values and a weight");
    }
    size_t a = find_value(r, 0, in->a), b = find_value(r, 1, in->b);
    int weight = read_weight(r);
    if (a == EVIDENCE_VALUES || b == EVIDENCE_VALUES || weight == 0) {
        return fail(error, r,
                    weight == 0 ? "weights are -127 to 127 and not 0" : "unknown value");
    }
    evidence e = {{0}};
    e.of[in->a] = (uint8_t)a;
    e.of[in->b] = (uint8_t)b;
    int8_t *at = &weights[model_index(*in, &e)];
    if (*at != 0) {
        return fail(error, r, "a pair of values stands twice");
    }
    *at = (int8_t)weight;
    return LEDE_OK;
}

lede_status parse_model(const char *bytes, size_t n, int8_t *weights, lede_error *error) {
    model_pair pairs[MODEL_PAIRS];
    const model_pair *in = NULL;
    lede_status status = LEDE_OK;
    uint32_t line = 0;
    (void)model_layout(pairs);
    for (size_t at = 0; at < n && status == LEDE_OK;) {
        const char *end = memchr(bytes + at, '\n', n - at);
        size_t length = end != NULL ? (size_t)(end - (bytes + at)) : n - at;
        row r = cut(bytes + at, length);
        r.line = ++line;
        r.offset = at;
        if (r.count > 0 && bytes[at] == '[') {
            status = read_section(pairs, &r, &in, error);
        } else if (r.count > 0 && bytes[at] != '#') {
            status = read_line(in, &r, weights, error);
        }
        at += length + (end != NULL);
    }
    return status;
}
