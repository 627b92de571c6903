/* SPDX-License-Identifier: MIT */
#include "measure/ending.h"

#include "text/marks.h"
#include "unicode/utf8.h"

#define GREEK_QUESTION 0x037Eu

static bool is_one_of(uint32_t code, const uint32_t *codes, size_t n) {
    size_t i = 0;
    while (i < n && codes[i] != code) {
        i++;
    }
    return i < n;
}

/* By their names in the Unicode Character Database; those that are both ask. */
static bool asks(uint32_t code) {
    static const uint32_t codes[] = {
        '?',    GREEK_QUESTION, 0x061F, 0x1367, 0x1945, 0x203D, 0x2047, 0x2048,
        0x2049, 0x2E2E,         0xA60F, 0xA6F7, 0xFE16, 0xFE56, 0xFF1F, 0x11143};
    return is_one_of(code, codes, sizeof codes / sizeof *codes);
}

static bool cries(uint32_t code) {
    static const uint32_t codes[] = {'!',    0x07F9, 0x1944, 0x203C,
                                     0x2E53, 0xFE15, 0xFE57, 0xFF01};
    return is_one_of(code, codes, sizeof codes / sizeof *codes);
}

/* A run of terminators. */
static ending ending_of_run(const char *text, lede_span span) {
    ending found = ENDING_OTHER;
    size_t at = span.begin;
    while (at < span.end && found != ENDING_QUESTION) {
        uint32_t code = utf8_next(text, &at);
        found = asks(code) ? ENDING_QUESTION : cries(code) ? ENDING_EXCLAMATION : found;
    }
    return found;
}

/* Where the semicolon ends sentences, it is the question mark (Greek). */
static bool is_semicolon_that_asks(const lede_document *d, const lede_word *w) {
    return w->term == ';' && is_one_of(';', d->pack->codes.terminators, PACK_CODES);
}

static bool may_follow(const lede_word *w) {
    return w->mark == MARK_CLOSE || w->mark == MARK_QUOTE || w->mark == MARK_EMOJI ||
           w->mark == MARK_OTHER;
}

ending ending_of(const lede_document *d, const lede_sentence *s) {
    const lede_word *first = d->words.items + s->first_word, *w = first + s->word_count;
    while (w-- > first && w->kind == LEDE_WORD_MARK) {
        bool run = w->mark == MARK_TERMINATOR || w->mark == MARK_FINAL;
        if (w->term == GREEK_QUESTION || is_semicolon_that_asks(d, w)) {
            return ENDING_QUESTION;
        }
        if (run || !may_follow(w)) {
            return run ? ending_of_run(d->page.text, w->span) : ENDING_OTHER;
        }
    }
    return ENDING_OTHER;
}
