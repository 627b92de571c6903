/* SPDX-License-Identifier: MIT */
#include "summary/surface.h"

#include "unicode/utf8.h"

#include <string.h>

/* A term of as many bytes as letters has nothing but ASCII letters. */
static bool is_plain(const lede_document *d, const lede_word *w) {
    const lede_term *t = &d->terms.items[w->term];
    return w->kind == LEDE_WORD_WORD && t->key.end - t->key.begin == t->letters;
}

static bool has_digit(const char *text, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (text[i] >= '0' && text[i] <= '9') {
            return true;
        }
    }
    return false;
}

static bool is_quote(uint32_t code) {
    switch (code) {
    case '"':
    case '\'':
    case '`':
    case 0x00AB: /* « » and the others: “ ” „ ‘ ’ */
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x201E:
        return true;
    default:
        return false;
    }
}

/* Stop words and anaphors are on the lists of the language. */
static void read_word(surface *out, const lede_document *d, const lede_word *w) {
    uint32_t flags = d->terms.items[w->term].flags;
    out->anaphor = out->anaphor || (out->words == 0 && (flags & LEDE_TERM_ANAPHOR) != 0);
    out->words++;
    out->stop += (flags & LEDE_TERM_STOP) != 0;
}

static bool is_new_piece(const lede_sentence *s, uint32_t i, const lede_word *w) {
    return i == s->first_word || (w->flags & LEDE_WORD_GLUED) == 0;
}

surface surface_read(const lede_document *d, const lede_sentence *s) {
    surface out = {.pieces = 0};
    bool digit = false;
    size_t at = s->span.begin;
    out.quote = s->span.begin < s->span.end && is_quote(utf8_next(d->page.text, &at));
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        const lede_word *w = &d->words.items[i];
        if (is_new_piece(s, i, w)) {
            out.pieces++;
            digit = false;
        }
        if (w->kind == LEDE_WORD_MARK) {
            out.colon = out.colon || w->term == ':';
            continue;
        }
        read_word(&out, d, w);
        if (is_plain(d, w)) {
            continue;
        }
        const char *text = d->page.text + w->span.begin;
        size_t n = w->span.end - w->span.begin;
        out.colon = out.colon || memchr(text, ':', n) != NULL;
        if (!digit && has_digit(text, n)) {
            digit = true;
            out.with_digit++;
        }
    }
    return out;
}

uint32_t surface_pieces(const lede_document *d, const lede_sentence *s) {
    uint32_t pieces = 0;
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        pieces += is_new_piece(s, i, &d->words.items[i]);
    }
    return pieces;
}
