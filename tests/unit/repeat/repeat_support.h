/* SPDX-License-Identifier: MIT */
/* For the tests of repeat/: what a text says again, as text. */
#ifndef LEDE_TESTS_REPEAT_SUPPORT_H
#define LEDE_TESTS_REPEAT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lede/lede.h>

#include "support/texts.h"
#include "unit/text/text_support.h"

typedef struct said {
    opened o;
    lede_repeats *r;
} said;

/* language: NULL is English; options: NULL are the defaults. */
static inline void said_open(said *s, const char *text, const char *language,
                             const lede_repeats_options *options) {
    lede_error error;
    opened_text(&s->o, text, language);
    assert_int_equal(lede_repeats_create(&s->o.d, options, &s->r, &error), LEDE_OK);
}

static inline void said_close(said *s) {
    lede_repeats_free(s->r);
    opened_close(&s->o);
}

/* ---- Lists as text ------------------------------------------------------------------
 */

typedef struct shown {
    char text[8192];
    size_t n;
} shown;

__attribute__((format(printf, 2, 3))) static inline void show(shown *to,
                                                              const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(to->text + to->n, sizeof to->text - to->n, format, arguments);
    va_end(arguments);
    assert_true(n >= 0 && to->n + (size_t)n < sizeof to->text);
    to->n += (size_t)n;
}

/* The text from word to word. */
static inline void show_run(shown *to, const lede_document *d, uint32_t first,
                            uint32_t last) {
    lede_span a = d->words.items[first].span, b = d->words.items[last].span;
    show(to, "%.*s", (int)(b.end - a.begin), d->page.text + a.begin);
}

/* "stock 2 ice plant", a line each; behind "> " if it leads no family. */
static inline void show_phrases(shown *to, const said *s) {
    size_t count = 0, places = 0;
    const lede_repeat *p = lede_repeats_phrases(s->r, &count);
    const lede_repeat_place *at = lede_repeats_places(s->r, &places);
    for (uint32_t i = 0; i < count; i++) {
        show(to, "%s%s %u ", p[i].leader == i ? "" : "> ",
             lede_repeat_group_name((lede_repeat_group)p[i].group), p[i].count);
        show_run(to, &s->o.d, at[p[i].first_place].first_word,
                 at[p[i].first_place].last_word);
        show(to, "\n");
    }
}

/* Exactly what one of these functions shows of the text. */
typedef void show_said(shown *to, const said *s);

static inline void expect_shown(show_said *shows, const char *text, const char *language,
                                const lede_repeats_options *options, const char *wanted) {
    said s;
    shown found = {.n = 0};
    said_open(&s, text, language, options);
    shows(&found, &s);
    assert_string_equal(found.text, wanted);
    said_close(&s);
}

static inline void expect_phrases_of(const char *text, const char *language,
                                     const lede_repeats_options *options,
                                     const char *wanted) {
    expect_shown(show_phrases, text, language, options, wanted);
}

/* A word that is no other's form; capital: with one. */
static inline void put_word(text_buffer *t, uint32_t number, bool capital) {
    char word[] = "z.....";
    for (uint32_t k = 5; k > 0; k--, number /= 10) {
        word[k] = "bcfgkmpqvx"[number % 10];
    }
    word[0] = capital ? 'Z' : 'z';
    text_put(t, word);
}

/* So many different ones from a number on, ten to a sentence. */
static inline void put_words(text_buffer *t, uint32_t from, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        put_word(t, from + i, i % 10 == 0);
        text_put(t, i % 10 == 9 || i + 1 == count ? ".\n" : " ");
    }
}

static inline void expect_phrases(const char *text, const char *wanted) {
    expect_phrases_of(text, NULL, NULL, wanted);
}

/* The text with so many other words behind it. */
static inline void expect_among(const char *text, uint32_t words, const char *wanted) {
    text_buffer t = {0};
    text_put(&t, text);
    text_put(&t, " ");
    put_words(&t, 0, words);
    text_add(&t, "", 1);
    expect_phrases(t.bytes, wanted);
    text_free(&t);
}

#endif
