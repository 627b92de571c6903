/* SPDX-License-Identifier: MIT */
/* For the tests of markup/: a source and its page in memory of their exact
 * size, so that a read beyond the end is found out. */
#ifndef LEDE_TESTS_MARKUP_SUPPORT_H
#define LEDE_TESTS_MARKUP_SUPPORT_H

#include "markup/page.h"
#include "markup/plain.h"
#include "unit/base/base_support.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A literal that may hold NUL bytes, and its size. */
#define BYTES(literal) (literal), sizeof(literal) - 1

typedef struct sheet {
    source source;
    page page;
    char *bytes;
} sheet;

static inline void sheet_source(sheet *s, const char *bytes, size_t n) {
    memset(s, 0, sizeof *s);
    s->bytes = malloc(n > 0 ? n : 1);
    assert_non_null(s->bytes);
    memcpy(s->bytes, bytes, n);
    assert_int_equal(source_open(&s->source, &memory_default, s->bytes, (uint32_t)n),
                     LEDE_OK);
}

static inline void sheet_open(sheet *s, const char *bytes, size_t n,
                              lede_newlines newlines) {
    sheet_source(s, bytes, n);
    assert_int_equal(plain_read(&s->page, &memory_default, &s->source, newlines, 0),
                     LEDE_OK);
}

static inline void sheet_close(sheet *s) {
    page_free(&s->page, &memory_default);
    source_close(&s->source, &memory_default);
    free(s->bytes);
}

/* Text of all lengths of code points, line ends and bad bytes; at most n bytes. */
static inline size_t random_source(uint64_t *random, char *out, size_t n, bool bad) {
    static const char *const pieces[] = {"a",
                                         "Z",
                                         ".",
                                         " ",
                                         "\n",
                                         "\r",
                                         "\r\n",
                                         "\xC3\xA9",
                                         "e\xCC\x81",
                                         "\xE2\x80\xA8",
                                         "\xE6\xBC\xA2",
                                         "word ",
                                         "\xF0\x9F\x98\x80",
                                         "\xE2\x80\xA9",
                                         "\f",
                                         "\xC2\x85",
                                         "plain words ",
                                         "\xEF\xBB\xBF"};
    static const char *const bad_pieces[] = {"\xFF",         "\xC3",     "\xE2\x80",
                                             "\xF0\x9F\x98", "\x80\x80", "\xED\xA0\x80"};
    size_t used = 0;
    while (used + 16 < n) {
        uint64_t r = next_random(random);
        const char *bytes = bad && r % 11 == 0 ? bad_pieces[(r >> 8) % COUNT(bad_pieces)]
                                               : pieces[(r >> 8) % COUNT(pieces)];
        if (bad && r % 61 == 1) {
            out[used++] = '\0';
            continue;
        }
        memcpy(out + used, bytes, strlen(bytes));
        used += strlen(bytes);
    }
    return used;
}

#endif
