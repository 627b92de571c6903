/* SPDX-License-Identifier: MIT */
#include "lang/list_lines.h"

#include "base/error.h"
#include "unicode/normalize.h"
#include "unicode/utf8.h"

#include <string.h>

bool list_is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

lede_status list_fail(lede_error *error, const list_slice *s, const char *why) {
    error_set(error, LEDE_BAD_DATA, "%s: \"%.*s\"", why, (int)(s->n < 60 ? s->n : 60),
              s->bytes);
    error_place(error, s->offset, s->line, s->column);
    return LEDE_BAD_DATA;
}

list_slice list_trim(list_slice s) {
    while (s.n > 0 && list_is_blank(s.bytes[0])) {
        s.bytes++;
        s.n--;
        s.column++;
        s.offset++;
    }
    while (s.n > 0 && list_is_blank(s.bytes[s.n - 1])) {
        s.n--;
    }
    return s;
}

list_slice list_next_line(const char *bytes, size_t n, size_t *at, uint32_t number) {
    const char *end = memchr(bytes + *at, '\n', n - *at);
    size_t length = end != NULL ? (size_t)(end - (bytes + *at)) : n - *at;
    list_slice line = {bytes + *at, length, number, 1, *at};
    *at += length + (end != NULL ? 1 : 0);
    return list_trim(line);
}

list_slice list_take_field(list_slice *line) {
    list_slice field = *line;
    field.n = 0;
    while (field.n < line->n && !list_is_blank(line->bytes[field.n])) {
        field.n++;
    }
    line->bytes += field.n;
    line->n -= field.n;
    line->column += (uint32_t)utf8_count(field.bytes, field.n);
    line->offset += field.n;
    *line = list_trim(*line);
    return field;
}

lede_status list_check_folded(const lede_allocator *allocator, const list_slice *s,
                              lede_error *error) {
    char folded[LIST_ENTRY_MAX];
    if (s->n == 0 || s->n > LIST_ENTRY_MAX || utf8_valid_prefix(s->bytes, s->n) != s->n) {
        return list_fail(error, s, "entry is empty, too long or not UTF-8");
    }
    size_t n = normalize_fold(allocator, s->bytes, s->n, folded, sizeof folded);
    if (n == SIZE_MAX) {
        return error_no_memory(error);
    }
    if (n != s->n || memcmp(folded, s->bytes, n) != 0) {
        return list_fail(error, s, "entry is not in folded form");
    }
    return LEDE_OK;
}

int list_compare(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t n = a_length < b_length ? a_length : b_length;
    int order = n > 0 ? memcmp(a, b, n) : 0;
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

bool list_is_section(const list_slice *line) {
    return line->n > 2 && line->bytes[0] == '[' && line->bytes[line->n - 1] == ']';
}

bool list_is(const list_slice *s, const char *text) {
    return strlen(text) == s->n && memcmp(text, s->bytes, s->n) == 0;
}
