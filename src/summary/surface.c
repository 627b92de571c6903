/* SPDX-License-Identifier: MIT */
#include "summary/surface.h"

#include "unicode/utf8.h"

#include <string.h>

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

/* What only bytes tell, of a number, an address or a word that is not all ASCII letters.
 */
static void read_bytes(surface *out, const lede_document *d, const lede_word *w,
                       bool *digit) {
    const char *text = d->page.text + w->span.begin;
    size_t n = w->span.end - w->span.begin;
    out->colon = out->colon || memchr(text, ':', n) != NULL;
    if (!*digit && has_digit(text, n)) {
        *digit = true;
        out->with_digit++;
    }
}

static void read_words(surface *out, const lede_document *d, const lede_sentence *s) {
    const lede_term *terms = d->terms.items;
    const lede_word *w = d->words.items + s->first_word, *end = w + s->word_count;
    uint32_t glued = 0, stop = 0;
    bool digit = false, colon = false;
    for (; w < end; w++) {
        uint32_t joined = (w->flags & LEDE_WORD_GLUED) != 0;
        glued += joined;
        digit = digit && joined;
        if (w->kind == LEDE_WORD_MARK) {
            colon = colon || w->term == ':';
            continue;
        }
        const lede_term *t = &terms[w->term];
        stop += t->flags & LEDE_TERM_STOP;
        /* a term of as many bytes as letters has nothing but ASCII letters */
        if (w->kind != LEDE_WORD_WORD || t->key.end - t->key.begin != t->letters) {
            read_bytes(out, d, w, &digit);
        }
    }
    bool first =
        s->word_count > 0 && (d->words.items[s->first_word].flags & LEDE_WORD_GLUED) != 0;
    out->pieces = s->word_count - glued + first;
    out->stop = stop / LEDE_TERM_STOP;
    out->colon = out->colon || colon;
}

/* The first word may stand behind marks. */
static bool opens_with_anaphor(const lede_document *d, const lede_sentence *s) {
    const lede_word *w = d->words.items + s->first_word, *end = w + s->word_count;
    while (w < end && w->kind == LEDE_WORD_MARK) {
        w++;
    }
    return w < end && (d->terms.items[w->term].flags & LEDE_TERM_ANAPHOR) != 0;
}

surface surface_read(const lede_document *d, const lede_sentence *s) {
    size_t at = s->word_count > 0 ? document_counted(d, s).begin : s->span.begin;
    surface out = {.words = s->words, .anaphor = opens_with_anaphor(d, s)};
    out.quote = at < s->span.end && is_quote(utf8_next(d->page.text, &at));
    read_words(&out, d, s);
    return out;
}
