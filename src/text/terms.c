/* SPDX-License-Identifier: MIT */
#include "text/terms.h"

#include "text/intern.h"
#include "text/stems.h"

#include <string.h>

/* ---- Counts over the body ---------------------------------------------- */

/* Of a term; small, so that those of a whole article stay near the processor. */
typedef struct body_count {
    uint32_t last;      /* the body sentence that contained it last */
    uint32_t sentences; /* that contain it */
} body_count;

/* The words of a sentence are counted here as well: no stage before asks for them, and
 * here each is looked at anyway. Most sentences are body, so the others are taken off the
 * occurrences. */
static void uncount_sentence(lede_document *d, lede_sentence *s) {
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        const lede_word *w = &d->words.items[i];
        if (w->kind != LEDE_WORD_MARK) {
            d->terms.items[w->term].body_count--;
            s->words++;
        }
    }
}

/* A dateline belongs to a sentence of the body and is none of it. */
static void uncount_aside(lede_document *d, const lede_sentence *s) {
    for (uint32_t i = s->first_word - s->aside; i < s->first_word; i++) {
        const lede_word *w = &d->words.items[i];
        if (w->kind != LEDE_WORD_MARK) {
            d->terms.items[w->term].body_count--;
        }
    }
}

static void count_sentence(lede_document *d, uint32_t index, body_count *counts) {
    lede_sentence *s = &d->sentences.items[index];
    const lede_word *w = &d->words.items[s->first_word], *end = w + s->word_count;
    uint32_t words = 0;
    for (; w < end; w++) {
        if (w->kind != LEDE_WORD_MARK) {
            body_count *c = &counts[w->term];
            c->sentences += c->last != index;
            c->last = index;
            words++;
        }
    }
    s->words = words;
}

static void count_sentences(lede_document *d, body_count *counts) {
    for (size_t i = 0; i < d->terms.count; i++) {
        counts[i] = (body_count){LEDE_NONE, 0};
        d->terms.items[i].body_count = d->terms.items[i].occurrences;
    }
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        lede_sentence *s = &d->sentences.items[i];
        uncount_aside(d, s);
        if (s->role == LEDE_ROLE_BODY) {
            count_sentence(d, i, counts);
        } else {
            uncount_sentence(d, s);
        }
    }
    for (size_t i = 0; i < d->terms.count; i++) {
        d->terms.items[i].sentence_count = counts[i].sentences;
    }
}

static lede_status count_body(lede_document *d) {
    size_t bytes = 0;
    if (!size_multiply(d->terms.count + 1, sizeof(body_count), &bytes)) {
        return LEDE_NO_MEMORY;
    }
    body_count *counts = memory_allocate(d->allocator, bytes);
    if (counts == NULL) {
        return LEDE_NO_MEMORY;
    }
    count_sentences(d, counts);
    memory_free(d->allocator, counts, bytes);
    return LEDE_OK;
}

/* ---- Compounds --------------------------------------------------------- */

static lede_status add_part(build *b, uint32_t term, const char *key, size_t n) {
    lede_document *d = b->d;
    if (n == 0 || d->terms.items[term].part_count == UINT16_MAX) {
        return LEDE_OK;
    }
    uint32_t part = intern_key(b, key, n);
    if (part == LEDE_NONE || !VEC_RESERVE(&d->parts, d->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    lede_term *whole = &d->terms.items[term];
    if (whole->part_count == 0) {
        whole->first_part = (uint32_t)d->parts.count;
    }
    whole->part_count++;
    d->parts.items[d->parts.count++] = part;
    bool dotted = memchr(key, '.', n) != NULL;
    d->terms.items[part].flags |= LEDE_TERM_LEXICAL | (dotted ? LEDE_TERM_DOTTED : 0u);
    return LEDE_OK;
}

/* "u.s.-led" is also "u.s" and "led". */
static lede_status split_compound(build *b, uint32_t term) {
    lede_document *d = b->d;
    lede_span key = d->terms.items[term].key;
    size_t n = key.end - key.begin;
    /* The key is copied: interning its parts may move the keys. */
    b->scratch.count = 0;
    if (!VEC_RESERVE(&b->scratch, b->allocator, n)) {
        return LEDE_NO_MEMORY;
    }
    memcpy(b->scratch.items, d->keys.items + key.begin, n);
    lede_status status = LEDE_OK;
    const char *part = b->scratch.items, *end = part + n;
    while (part < end && status == LEDE_OK) {
        const char *hyphen = memchr(part, '-', (size_t)(end - part));
        const char *stop = hyphen != NULL ? hyphen : end;
        bool dot = stop > part && stop[-1] == '.';
        status = add_part(b, term, part, (size_t)(stop - part) - (dot ? 1 : 0));
        part = stop + 1;
    }
    return status;
}

static lede_status split_compounds(build *b) {
    lede_status status = LEDE_OK;
    size_t whole = b->d->terms.count;
    for (uint32_t i = 0; i < whole && status == LEDE_OK; i++) {
        uint32_t flags = b->d->terms.items[i].flags;
        if ((flags & LEDE_TERM_COMPOUND) != 0 && (flags & LEDE_TERM_LEXICAL) != 0) {
            status = split_compound(b, i);
        }
    }
    return status;
}

lede_status terms_complete(build *b) {
    lede_status status = count_body(b->d);
    if (status == LEDE_OK) {
        status = split_compounds(b);
    }
    return status == LEDE_OK ? stems_number(b) : status;
}
