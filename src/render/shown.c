/* SPDX-License-Identifier: MIT */
#include "render/shown.h"

#include "base/number.h"
#include "markup/places.h"
#include "render/excerpt.h"

static int write_to_phrase(void *ctx, const char *bytes, size_t n) {
    phrase *p = ctx;
    if (n <= PHRASE_MAX - p->used) {
        for (size_t i = 0; i < n; i++) {
            p->bytes[p->used++] = bytes[i];
        }
    }
    return 0;
}

void shown_put_bytes(phrase *p, const char *bytes, size_t n, size_t columns) {
    out o;
    out_init(&o, (lede_sink){write_to_phrase, p});
    excerpt_write(&o, bytes, n, columns, p->ascii);
    (void)out_flush(&o);
}

void shown_put_excerpt(phrase *p, const lede_document *document, lede_span span,
                       size_t columns) {
    shown_put_bytes(p, document->page.text + span.begin, span.end - span.begin, columns);
}

void shown_put_place(phrase *p, const lede_document *document, uint32_t offset) {
    lede_place place = place_in_text(&document->source, &document->page, offset);
    char digits[NUMBER_MAX + 1];
    digits[number_from_u64(digits, place.line)] = '\0';
    phrase_text(p, digits);
    phrase_text(p, ":");
    digits[number_from_u64(digits, place.column)] = '\0';
    phrase_text(p, digits);
}

lede_span shown_words(const lede_document *document, uint32_t first, uint32_t last) {
    const lede_word *words = document->words.items;
    return (lede_span){words[first].span.begin, words[last].span.end};
}
