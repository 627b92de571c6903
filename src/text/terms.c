/* SPDX-License-Identifier: MIT */
#include "text/terms.h"

#include "base/hash.h"
#include "text/form.h"
#include "text/intern.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

/* ---- Counts over the body ---------------------------------------------- */

/* Most sentences are body, so the others are taken off the occurrences. */
static void uncount_sentence(lede_document *d, const lede_sentence *s) {
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        const lede_word *w = &d->words.items[i];
        if (w->kind != LEDE_WORD_MARK) {
            d->terms.items[w->term].body_count--;
        }
    }
}

/* last: of each term the body sentence that contained it last. */
static void count_sentence(lede_document *d, uint32_t index, uint32_t *last) {
    const lede_sentence *s = &d->sentences.items[index];
    const lede_word *w = &d->words.items[s->first_word], *end = w + s->word_count;
    lede_term *terms = d->terms.items;
    for (; w < end; w++) {
        if (w->kind != LEDE_WORD_MARK && last[w->term] != index) {
            last[w->term] = index;
            terms[w->term].sentence_count++;
        }
    }
}

static lede_status count_body(lede_document *d) {
    size_t bytes = (d->terms.count + 1) * sizeof(uint32_t);
    uint32_t *last = memory_allocate(d->allocator, bytes);
    if (last == NULL) {
        return LEDE_NO_MEMORY;
    }
    memset(last, 0xFF, bytes); /* LEDE_NONE */
    for (size_t i = 0; i < d->terms.count; i++) {
        d->terms.items[i].body_count = d->terms.items[i].occurrences;
    }
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        if (d->sentences.items[i].role == LEDE_ROLE_BODY) {
            count_sentence(d, i, last);
        } else {
            uncount_sentence(d, &d->sentences.items[i]);
        }
    }
    memory_free(d->allocator, last, bytes);
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

/* ---- Stems ------------------------------------------------------------- */

/* Stem -> number; the forms lie in the document's keys. */
typedef struct stems {
    build *b;
    map index;
} stems;

static bool same_form(const lede_document *d, uint32_t stem, const char *form, size_t n) {
    lede_span s = d->stems.items[stem];
    return s.end - s.begin == n && memcmp(d->keys.items + s.begin, form, n) == 0;
}

static bool add_form(stems *s, const char *form, size_t n) {
    lede_document *d = s->b->d;
    if (n > UINT32_MAX - d->keys.count || !VEC_RESERVE(&d->stems, d->allocator, 1) ||
        !VEC_RESERVE(&d->keys, d->allocator, n)) {
        return false;
    }
    uint32_t begin = (uint32_t)d->keys.count;
    if (n > 0) {
        memcpy(d->keys.items + begin, form, n);
    }
    d->keys.count += n;
    d->stems.items[d->stems.count++] = (lede_span){begin, begin + (uint32_t)n};
    return true;
}

/* LEDE_NONE: no memory. form must not point into the document's keys. */
static uint32_t number_stem(stems *s, const char *form, size_t n) {
    lede_document *d = s->b->d;
    uint64_t hash = hash_bytes(form, n, s->b->vocabulary->seed);
    if (!map_reserve(&s->index, d->allocator)) {
        return LEDE_NONE;
    }
    size_t slot = map_first(&s->index, hash);
    for (; s->index.slots[slot].index != MAP_NONE; slot = map_next(&s->index, slot)) {
        uint32_t stem = s->index.slots[slot].index;
        if (s->index.slots[slot].hash == map_tag(hash) && same_form(d, stem, form, n)) {
            return stem;
        }
    }
    if (!add_form(s, form, n)) {
        return LEDE_NONE;
    }
    map_put(&s->index, slot, hash, (uint32_t)d->stems.count - 1);
    return (uint32_t)d->stems.count - 1;
}

/* A word that a stemmer can shorten as it stands. */
static bool is_stemmed(const build *b, const lede_term *t) {
    const uint32_t kinds = LEDE_TERM_LEXICAL | LEDE_TERM_DOTTED | LEDE_TERM_ELIDED;
    return (t->flags & kinds) == LEDE_TERM_LEXICAL &&
           b->vocabulary->pack->info.stemmer != NULL;
}

/* A copy of the key; of a compound without hyphens, so that "e-mail" is
 * "email". */
static bool copy_form(build *b, const lede_term *t, vocabulary_form *form) {
    lede_span key = t->key;
    if (!VEC_RESERVE(&b->scratch, b->allocator, key.end - key.begin)) {
        return false;
    }
    const char *from = b->d->keys.items + key.begin;
    *form = (vocabulary_form){b->scratch.items, 0};
    for (uint32_t i = 0; i < key.end - key.begin; i++) {
        if (from[i] != '-' || t->part_count == 0) {
            b->scratch.items[form->n++] = from[i];
        }
    }
    return true;
}

static lede_status stem_term(stems *s, uint32_t term) {
    build *b = s->b;
    lede_term *t = &b->d->terms.items[term];
    lede_span key = t->key;
    bool stemmed = is_stemmed(b, t);
    /* A stemmer answers from memory of its own; any other form is copied, since
     * numbering it may move the keys. */
    vocabulary_form form = {b->d->keys.items + key.begin, key.end - key.begin};
    if ((!stemmed || t->part_count > 0) && !copy_form(b, t, &form)) {
        return LEDE_NO_MEMORY;
    }
    uint32_t number = term < b->numbers.count ? b->numbers.items[term] : LEDE_NONE;
    vocabulary_form stem = form;
    if (stemmed && !vocabulary_stem(b->vocabulary, number, form, &stem)) {
        return LEDE_NO_MEMORY;
    }
    if ((t->flags & (LEDE_TERM_DOTTED | LEDE_TERM_ELIDED)) != 0 &&
        !form_stem(b->vocabulary, number, t->flags, &stem)) {
        return LEDE_NO_MEMORY;
    }
    t->stem = number_stem(s, stem.bytes, stem.n);
    return t->stem != LEDE_NONE ? LEDE_OK : LEDE_NO_MEMORY;
}

static uint32_t letters_of(const char *key, size_t n) {
    uint32_t letters = 0;
    for (size_t at = 0; at < n;) {
        unicode_class class = tables_class_of(utf8_next(key, &at));
        letters += class >= UC_LETTER_LOWER && class <= UC_LETTER;
    }
    return letters;
}

/* Short ASCII keys, which most are, are counted in their lanes. */
static void count_letters(const build *b, uint32_t term) {
    lede_term *t = &b->d->terms.items[term];
    key_lanes key = b->lanes.items[term];
    uint32_t letters = 0;
    if (((key.low | key.high) & LANES_TOP) == 0) {
        letters = lanes_sum(lanes_letters(key.low)) + lanes_sum(lanes_letters(key.high));
    } else {
        letters = letters_of(b->d->keys.items + t->key.begin, t->key.end - t->key.begin);
    }
    t->letters = letters < UINT16_MAX ? (uint16_t)letters : UINT16_MAX;
}

static lede_status stem_terms(build *b) {
    stems s = {.b = b};
    b->scratch.count = 0;
    lede_status status = LEDE_OK;
    lede_document *d = b->d;
    /* Stems are fewer than words, if not by much where words are few; their forms
     * are shorter than the words. */
    if (!map_init(&s.index, b->allocator, d->terms.count) ||
        !VEC_RESERVE(&d->stems, b->allocator, d->terms.count) ||
        !VEC_RESERVE(&d->keys, b->allocator, d->keys.count)) {
        map_free(&s.index, b->allocator);
        return LEDE_NO_MEMORY;
    }
    for (uint32_t i = 0; i < b->d->terms.count && status == LEDE_OK; i++) {
        count_letters(b, i);
        status = stem_term(&s, i);
    }
    map_free(&s.index, b->allocator);
    return status;
}

lede_status terms_complete(build *b) {
    lede_status status = count_body(b->d);
    if (status == LEDE_OK) {
        status = split_compounds(b);
    }
    return status == LEDE_OK ? stem_terms(b) : status;
}
