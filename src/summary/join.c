/* SPDX-License-Identifier: MIT */
#include "summary/join.h"

#include "base/error.h"
#include "base/hash.h"

#include <string.h>

#define GAP "\n\n"
#define GAP_BYTES 2u

/* Documents of one language, of which there are no more than packs. */
typedef struct language {
    const language_pack *pack;
    const lede_document *first;
    uint64_t words;
    map terms; /* key -> term */
} language;

typedef VEC_OF(language) language_list;
typedef VEC_OF(uint32_t) number_list;

typedef struct joiner {
    lede_document *d;
    language_list languages;
    map stems; /* form -> stem */
    /* Of the document at hand: */
    const lede_document *from;
    language *of;
    uint32_t known;      /* terms that earlier documents have */
    number_list term_of; /* its terms in d */
    number_list stem_of; /* its stems; LEDE_NONE: not numbered yet */
} joiner;

/* ---- Before -------------------------------------------------------------------------
 */

typedef struct totals {
    uint64_t bytes;
    uint64_t words; /* these are no more than the bytes, nor are the next */
    uint64_t sentences;
    uint64_t blocks;
} totals;

static totals add_up(const lede_document *const *documents, size_t count) {
    totals t = {.bytes = (uint64_t)(count - 1) * GAP_BYTES};
    for (size_t i = 0; i < count; i++) {
        t.bytes += documents[i]->page.size;
        t.words += documents[i]->words.count;
        t.sentences += documents[i]->sentences.count;
        t.blocks += documents[i]->page.blocks.count;
    }
    return t;
}

static bool make_room(lede_document *d, const totals *t, size_t documents) {
    return VEC_RESERVE(&d->page.owned, d->allocator, t->bytes) &&
           VEC_RESERVE(&d->words, d->allocator, t->words) &&
           VEC_RESERVE(&d->sentences, d->allocator, t->sentences) &&
           VEC_RESERVE(&d->page.blocks, d->allocator, t->blocks) &&
           VEC_RESERVE(&d->starts, d->allocator, documents);
}

static language *find_language(const joiner *j, const language_pack *pack) {
    language *l = j->languages.items;
    size_t left = j->languages.count;
    for (; left > 0 && l->pack != pack; left--) {
        l++;
    }
    return left > 0 ? l : NULL;
}

/* False: no memory. */
static bool count_language(joiner *j, const lede_document *from) {
    const lede_allocator *allocator = j->d->allocator;
    language_list *list = &j->languages;
    language *l = find_language(j, from->pack);
    if (l == NULL) {
        if (!VEC_RESERVE(list, allocator, 1)) {
            return false;
        }
        l = &list->items[list->count++];
        *l = (language){.pack = from->pack, .first = from};
        if (!map_init(&l->terms, allocator, from->terms.count)) {
            return false;
        }
    }
    l->words += from->facts.words;
    return true;
}

static bool read_languages(joiner *j, const lede_document *const *documents,
                           size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!count_language(j, documents[i])) {
            return false;
        }
    }
    return map_init(&j->stems, j->d->allocator, documents[0]->stems.count);
}

static void choose_language(joiner *j) {
    const language *most = j->languages.items;
    for (size_t i = 1; i < j->languages.count; i++) {
        const language *l = &j->languages.items[i];
        most = l->words > most->words ? l : most;
    }
    j->d->pack = most->pack;
    j->d->facts = most->first->facts;
    j->d->seed = most->first->seed;
}

/* ---- Terms and stems ----------------------------------------------------------------
 */

typedef struct bytes {
    const char *at;
    size_t n;
} bytes;

static bytes bytes_of(const lede_document *d, lede_span span) {
    return (bytes){d->keys.items + span.begin, span.end - span.begin};
}

static bool is_equal(const lede_document *d, lede_span span, bytes wanted) {
    bytes own = bytes_of(d, span);
    return own.n == wanted.n && memcmp(own.at, wanted.at, own.n) == 0;
}

/* False: no memory, or 4 GiB of keys, which is as much. */
static bool copy_bytes(lede_document *d, bytes from, lede_span *span) {
    if (from.n >= UINT32_MAX - d->keys.count ||
        !VEC_RESERVE(&d->keys, d->allocator, from.n)) {
        return false;
    }
    span->begin = (uint32_t)d->keys.count;
    if (from.n > 0) {
        memcpy(d->keys.items + d->keys.count, from.at, from.n);
    }
    d->keys.count += from.n;
    span->end = (uint32_t)d->keys.count;
    return true;
}

/* A form is numbered when a term asks for it. False: no memory. */
static bool number_stem(joiner *j, uint32_t stem) {
    lede_document *d = j->d;
    bytes form = bytes_of(j->from, j->from->stems.items[stem]);
    if (j->stem_of.items[stem] != LEDE_NONE) {
        return true;
    }
    uint64_t hash = hash_bytes(form.at, form.n, d->seed);
    if (!map_reserve(&j->stems, d->allocator)) {
        return false;
    }
    size_t s = map_first(&j->stems, hash);
    for (; j->stems.slots[s].index != MAP_NONE; s = map_next(&j->stems, s)) {
        uint32_t number = j->stems.slots[s].index;
        if (j->stems.slots[s].hash == map_tag(hash) &&
            is_equal(d, d->stems.items[number], form)) {
            j->stem_of.items[stem] = number;
            return true;
        }
    }
    lede_span span;
    if (!VEC_RESERVE(&d->stems, d->allocator, 1) || !copy_bytes(d, form, &span)) {
        return false;
    }
    j->stem_of.items[stem] = (uint32_t)d->stems.count;
    map_put(&j->stems, s, hash, (uint32_t)d->stems.count);
    d->stems.items[d->stems.count++] = span;
    return true;
}

/* Its stem and parts follow when all terms of the document have numbers. */
static bool push_term(lede_document *d, const lede_term *t, bytes key) {
    lede_span span;
    if (!VEC_RESERVE(&d->terms, d->allocator, 1) || !copy_bytes(d, key, &span)) {
        return false;
    }
    d->terms.items[d->terms.count++] =
        (lede_term){.key = span, .first_part = LEDE_NONE, .letters = t->letters};
    return true;
}

static bool number_term(joiner *j, uint32_t term) {
    lede_document *d = j->d;
    map *m = &j->of->terms;
    const lede_term *t = &j->from->terms.items[term];
    bytes key = bytes_of(j->from, t->key);
    uint64_t hash = hash_bytes(key.at, key.n, d->seed);
    if (!map_reserve(m, d->allocator)) {
        return false;
    }
    size_t s = map_first(m, hash);
    while (m->slots[s].index != MAP_NONE &&
           (m->slots[s].hash != map_tag(hash) ||
            !is_equal(d, d->terms.items[m->slots[s].index].key, key))) {
        s = map_next(m, s);
    }
    if (m->slots[s].index == MAP_NONE) {
        uint32_t number = (uint32_t)d->terms.count;
        if (!push_term(d, t, key)) {
            return false;
        }
        map_put(m, s, hash, number);
    }
    j->term_of.items[term] = m->slots[s].index;
    return true;
}

static bool add_parts(joiner *j, const lede_term *t, lede_term *own) {
    lede_document *d = j->d;
    if (t->part_count == 0 || own->part_count > 0) {
        return true;
    }
    if (!VEC_RESERVE(&d->parts, d->allocator, t->part_count)) {
        return false;
    }
    own->first_part = (uint32_t)d->parts.count;
    own->part_count = t->part_count;
    for (uint32_t i = 0; i < t->part_count; i++) {
        uint32_t part = j->from->parts.items[t->first_part + i];
        d->parts.items[d->parts.count++] = j->term_of.items[part];
    }
    return true;
}

/* Flags say what a word is on the lists of the language, which are the same, and how it
 * occurs, which counts wherever it does. What is a number or an address in one document
 * and a word in another has the stem of the word, as in one text. */
static bool add_term(joiner *j, uint32_t term) {
    const lede_term *t = &j->from->terms.items[term];
    lede_term *own = &j->d->terms.items[j->term_of.items[term]];
    bool is_new = j->term_of.items[term] >= j->known;
    bool is_word = (t->flags & ~own->flags & LEDE_TERM_LEXICAL) != 0;
    bool is_compound = t->part_count > 0 && own->part_count == 0;
    if (!number_stem(j, t->stem)) {
        return false;
    }
    if (is_new || is_word || is_compound) {
        own->stem = j->stem_of.items[t->stem];
    }
    own->flags |= t->flags;
    own->occurrences += t->occurrences;
    own->stops += t->stops;
    own->body_count += t->body_count;
    own->sentence_count += t->sentence_count;
    return add_parts(j, t, own);
}

static bool add_terms(joiner *j) {
    const lede_document *from = j->from;
    const lede_allocator *allocator = j->d->allocator;
    uint32_t terms = (uint32_t)from->terms.count, stems = (uint32_t)from->stems.count;
    j->known = (uint32_t)j->d->terms.count;
    number_list *term_of = &j->term_of, *stem_of = &j->stem_of;
    if (!VEC_RESERVE(term_of, allocator, terms) ||
        !VEC_RESERVE(stem_of, allocator, stems)) {
        return false;
    }
    for (uint32_t i = 0; i < stems; i++) {
        j->stem_of.items[i] = LEDE_NONE;
    }
    for (uint32_t i = 0; i < terms; i++) {
        if (!number_term(j, i)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < terms; i++) {
        if (!add_term(j, i)) {
            return false;
        }
    }
    return true;
}

/* ---- What has places ----------------------------------------------------------------
 */

/* There is room for all of these. */
static lede_span shifted(lede_span span, uint32_t by) {
    return (lede_span){span.begin + by, span.end + by};
}

static uint32_t add_text(joiner *j) {
    lede_document *d = j->d;
    char *to = d->page.owned.items;
    size_t *n = &d->page.owned.count;
    if (d->starts.count > 0) {
        memcpy(to + *n, GAP, GAP_BYTES);
        *n += GAP_BYTES;
    }
    uint32_t begin = (uint32_t)*n;
    if (j->from->page.size > 0) {
        memcpy(to + *n, j->from->page.text, j->from->page.size);
    }
    *n += j->from->page.size;
    return begin;
}

static void add_words(joiner *j, uint32_t shift) {
    lede_document *d = j->d;
    for (size_t i = 0; i < j->from->words.count; i++) {
        lede_word w = j->from->words.items[i];
        w.span = shifted(w.span, shift);
        w.term = w.kind == LEDE_WORD_MARK ? w.term : j->term_of.items[w.term];
        d->words.items[d->words.count++] = w;
    }
}

static void add_sentences(joiner *j, uint32_t shift, uint32_t words) {
    lede_document *d = j->d;
    for (size_t i = 0; i < j->from->sentences.count; i++) {
        lede_sentence s = j->from->sentences.items[i];
        s.span = shifted(s.span, shift);
        s.block += (uint32_t)d->page.blocks.count;
        s.first_word += words;
        d->sentences.items[d->sentences.count++] = s;
    }
}

static void add_blocks(joiner *j, uint32_t shift, uint32_t sentences) {
    lede_document *d = j->d;
    for (size_t i = 0; i < j->from->page.blocks.count; i++) {
        lede_block b = j->from->page.blocks.items[i];
        b.span = shifted(b.span, shift);
        b.first_sentence += sentences;
        d->page.blocks.items[d->page.blocks.count++] = b;
    }
}

static bool add_document(joiner *j, const lede_document *from) {
    lede_document *d = j->d;
    uint32_t words = (uint32_t)d->words.count;
    uint32_t sentences = (uint32_t)d->sentences.count;
    j->from = from;
    j->of = find_language(j, from->pack);
    if (!add_terms(j)) {
        return false;
    }
    uint32_t shift = add_text(j);
    add_words(j, shift);
    add_sentences(j, shift, words);
    add_blocks(j, shift, sentences);
    d->starts.items[d->starts.count++] = sentences;
    return true;
}

/* ---- All of it ----------------------------------------------------------------------
 */

static void close_joiner(joiner *j) {
    const lede_allocator *allocator = j->d->allocator;
    for (size_t i = 0; i < j->languages.count; i++) {
        map_free(&j->languages.items[i].terms, allocator);
    }
    VEC_FREE(&j->languages, allocator);
    map_free(&j->stems, allocator);
    VEC_FREE(&j->term_of, allocator);
    VEC_FREE(&j->stem_of, allocator);
}

lede_status join_documents(lede_document *d, const lede_document *const *documents,
                           size_t count, lede_error *error) {
    totals t = add_up(documents, count);
    if (t.bytes >= UINT32_MAX) {
        return error_set(error, LEDE_TOO_LARGE,
                         "the texts together must stay under 4 GiB");
    }
    joiner j = {.d = d};
    bool ok = make_room(d, &t, count) && read_languages(&j, documents, count);
    if (ok) {
        choose_language(&j);
    }
    for (size_t i = 0; i < count && ok; i++) {
        ok = add_document(&j, documents[i]);
    }
    close_joiner(&j);
    d->page.text = d->page.owned.items;
    d->page.size = (uint32_t)d->page.owned.count;
    return ok ? LEDE_OK : error_no_memory(error);
}
