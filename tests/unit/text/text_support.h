/* SPDX-License-Identifier: MIT */
/* For the tests of text/: documents over sources in memory of their exact size,
 * so that a read beyond the end is found out, and what stands in them. */
#ifndef LEDE_TESTS_TEXT_SUPPORT_H
#define LEDE_TESTS_TEXT_SUPPORT_H

#include "text/document.h"
#include "unit/base/base_support.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Documents ------------------------------------------------------------------- */

typedef struct opened {
    lede_document d;
    char *bytes;
} opened;

static inline void opened_bytes(opened *o, const char *bytes, size_t n,
                                const lede_document_options *options) {
    lede_error error;
    memset(o, 0, sizeof *o);
    o->bytes = malloc(n > 0 ? n : 1);
    assert_non_null(o->bytes);
    memcpy(o->bytes, bytes, n);
    o->d.allocator = memory_or_default(options->allocator);
    assert_int_equal(document_build(&o->d, o->bytes, n, options, &error), LEDE_OK);
}

/* In a language, a line end being a space; NULL: English. */
static inline void opened_text(opened *o, const char *text, const char *language) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = language != NULL ? language : "en";
    options.newlines = LEDE_NEWLINES_SOFT;
    opened_bytes(o, text, strlen(text), &options);
}

static inline void opened_close(opened *o) {
    document_free(&o->d);
    free(o->bytes);
}

/* ---- Terms ------------------------------------------------------------------------- */

static inline bool term_is(const lede_document *d, uint32_t term, const char *key) {
    lede_span k = d->terms.items[term].key;
    return k.end - k.begin == strlen(key) &&
           memcmp(d->keys.items + k.begin, key, k.end - k.begin) == 0;
}

/* LEDE_NONE when no term has this key. */
static inline uint32_t term_number(const lede_document *d, const char *key) {
    for (uint32_t i = 0; i < d->terms.count; i++) {
        if (term_is(d, i, key)) {
            return i;
        }
    }
    return LEDE_NONE;
}

static inline const lede_term *term_of(const lede_document *d, const char *key) {
    uint32_t i = term_number(d, key);
    if (i == LEDE_NONE) {
        fail_msg("no term \"%s\"", key);
    }
    return &d->terms.items[i];
}

/* ---- Words as text
 * --------------------------------------------------------------------- */

static inline size_t add_text(char *out, size_t used, const char *bytes, size_t n) {
    memcpy(out + used, bytes, n);
    return used + n;
}

/* "U.S.-led|the|.": every entry, a bar between two; marks in brackets: "a[.]|b". */
static inline void show_words(const lede_document *d, char *out, size_t room) {
    size_t used = 0;
    for (size_t i = 0; i < d->words.count; i++) {
        const lede_word *w = &d->words.items[i];
        size_t n = w->span.end - w->span.begin;
        bool mark = w->kind == LEDE_WORD_MARK;
        assert_true(used + n + 4 < room);
        if (i > 0) {
            out[used++] = '|';
        }
        used = add_text(out, used, "[", mark ? 1 : 0);
        used = add_text(out, used, d->page.text + w->span.begin, n);
        used = add_text(out, used, "]", mark ? 1 : 0);
    }
    out[used] = '\0';
}

/* ---- Random text
 * --------------------------------------------------------------------------- */

static const char *const ascii_bits[] = {"a",
                                         "the",
                                         "The",
                                         "U.S.",
                                         "harbour",
                                         "McDONALD",
                                         "ABCDEFGH",
                                         "ABCDEFGHi",
                                         "abcdefghijklmnop",
                                         "abcdefghijklmnopq",
                                         "iPhone",
                                         "HARBOURMASTER",
                                         " ",
                                         " ",
                                         " ",
                                         " ",
                                         " ",
                                         "  ",
                                         "\n",
                                         "\n\n",
                                         ".",
                                         ",",
                                         ". ",
                                         ", ",
                                         ".\n",
                                         "-",
                                         "'",
                                         "\"",
                                         "...",
                                         "!",
                                         "?!",
                                         "(",
                                         ")",
                                         "[",
                                         "]",
                                         "_",
                                         "@",
                                         "#",
                                         "$",
                                         "%",
                                         "&",
                                         "/",
                                         ":",
                                         ";",
                                         "http://",
                                         "www.",
                                         "1",
                                         "3.14",
                                         "2024-03-23",
                                         "a.m.",
                                         "e.g.",
                                         "AT&T",
                                         "C++",
                                         "don't",
                                         "x@y.org",
                                         "*",
                                         "\t",
                                         "\r\n",
                                         "etc. and",
                                         "\f",
                                         "+",
                                         "=",
                                         "Mr. ",
                                         "No. 4",
                                         "order.The"};

/* ASCII as hostile to a tokenizer as it gets, at most n bytes; not terminated. */
static inline size_t random_ascii(uint64_t *random, char *out, size_t n) {
    size_t used = 0;
    while (used < n) {
        const char *bytes = ascii_bits[next_random(random) % COUNT(ascii_bits)];
        size_t more = strlen(bytes) < n - used ? strlen(bytes) : n - used;
        used = add_text(out, used, bytes, more);
    }
    return used;
}

static const char *const utf8_bits[] = {
    "\xC3\xA9",
    "e\xCC\x81",
    "\xC2\xAD",
    "\xE2\x80\x8D",
    "\xE2\x80\x8B",
    "\xE2\x80\x99",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xE2\x80\xA6",
    "\xE2\x80\x94",
    "\xE6\xBC\xA2",
    "\xE3\x82\xAB\xE3\x82\xBF",
    "\xE3\x81\xB2",
    "\xE3\x80\x82",
    "\xE0\xB8\x81\xE0\xB9\x89",
    "\xE0\xA4\x95\xE0\xA5\x8D",
    "\xE0\xA5\xA4",
    "\xD7\xA9\xD6\xB0",
    "\xD9\x87\xD9\x8E",
    "\xD8\x9F",
    "\xF0\x9F\x98\x80",
    "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7",
    "1\xEF\xB8\x8F\xE2\x83\xA3",
    "\xC2\xA0",
    "\xE2\x80\xA8",
    "\xE2\x80\xA9",
    "\xC2\x85",
    "\xE2\x82\xAC",
    "\xE2\x80\x91",
    "\xC2\xB7",
    "\xEF\xBB\xBF",
    "\xE2\x80\x8F",
    "\xC7\x85",
    "\xEF\xAC\x81",
    "\xC4\xB0",
    "\xF0\x9D\x9F\x99",
    "\xE2\x85\xA3",
    "\xC2\xBD",
    "\xEF\xBC\x8E",
    " ",
    " ",
    " ",
    "a",
    "Ab",
    ".",
    ". ",
    ", ",
    "-",
    "'",
    "3",
    "\n",
    "\n\n",
    "word",
};

/* Valid UTF-8 of many scripts, marks and spaces; at most n bytes. */
static inline size_t random_utf8(uint64_t *random, char *out, size_t n) {
    size_t used = 0;
    while (used + 10 < n) {
        const char *bytes = utf8_bits[next_random(random) % COUNT(utf8_bits)];
        used = add_text(out, used, bytes, strlen(bytes));
    }
    return used;
}

#endif
