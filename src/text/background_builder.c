/* SPDX-License-Identifier: MIT */
#include "text/background_builder.h"

#include "base/hash.h"

bool background_builder_init(lede_background_builder *b,
                             const lede_background_options *o) {
    *b = (lede_background_builder){.allocator = o->allocator,
                                   .seed = o->hash_seed,
                                   .limit = o->max_words,
                                   .has_language = o->language != NULL};
    if (b->has_language) {
        background_join_language(&b->facts, o->language);
    }
    b->facts.least_documents = o->least_documents;
    return map_init(&b->index, b->allocator, 0);
}

void background_builder_release(lede_background_builder *b) {
    map_free(&b->index, b->allocator);
    VEC_FREE(&b->words, b->allocator);
    VEC_FREE(&b->keys, b->allocator);
}

/* ---- Words ------------------------------------------------------------------- */

typedef struct word_key {
    const char *bytes;
    size_t n;
    uint64_t hash;
} word_key;

static word_key key_of(const lede_background_builder *b, const lede_document *d,
                       const lede_term *t) {
    word_key key = {d->keys.items + t->key.begin, t->key.end - t->key.begin, 0};
    key.hash = hash_bytes(key.bytes, key.n, b->seed);
    return key;
}

static bool is_key(const lede_background_builder *b, uint32_t number,
                   const word_key *key) {
    const counted_word *w = &b->words.items[number];
    return w->length == key->n && memcmp(b->keys.items + w->key, key->bytes, key->n) == 0;
}

/* The slot of the word, or where it would stand. */
static size_t find_slot(const lede_background_builder *b, const word_key *key) {
    const map *m = &b->index;
    size_t s = map_first(m, key->hash);
    while (m->slots[s].index != MAP_NONE && (m->slots[s].hash != map_tag(key->hash) ||
                                             !is_key(b, m->slots[s].index, key))) {
        s = map_next(m, s);
    }
    return s;
}

/* Words that stand in the body. Letters that fold to nothing make a word without bytes;
 * no file has it, nor one that is too long. */
static bool is_kept(const lede_term *t) {
    uint32_t n = t->key.end - t->key.begin;
    return t->body_count > 0 && n > 0 && n <= BACKGROUND_KEY_MAX;
}

/* ---- Adding ------------------------------------------------------------------ */

/* What a document brings that is not there yet. */
typedef struct news {
    size_t words;
    size_t bytes;
} news;

static news find_news(const lede_background_builder *b, const lede_document *d) {
    news n = {0, 0};
    for (size_t i = 0; i < d->terms.count; i++) {
        if (is_kept(&d->terms.items[i])) {
            word_key key = key_of(b, d, &d->terms.items[i]);
            if (b->index.slots[find_slot(b, &key)].index == MAP_NONE) {
                n.words++;
                n.bytes += key.n;
            }
        }
    }
    return n;
}

/* Room for all of them, so that nothing fails on the way. */
static lede_status make_room(lede_background_builder *b, news n, lede_error *error) {
    if (n.words > b->limit - b->words.count) {
        return error_set(error, LEDE_TOO_LARGE,
                         "over %llu different words, the limit of a background "
                         "(max_words)",
                         (unsigned long long)b->limit);
    }
    while (b->index.limit - b->index.count < n.words) {
        if (!map_grow(&b->index, b->allocator)) {
            return error_no_memory(error);
        }
    }
    return VEC_RESERVE(&b->words, b->allocator, n.words) &&
                   VEC_RESERVE(&b->keys, b->allocator, n.bytes)
               ? LEDE_OK
               : error_no_memory(error);
}

static uint32_t number_of(lede_background_builder *b, const word_key *key) {
    size_t slot = find_slot(b, key);
    if (b->index.slots[slot].index == MAP_NONE) {
        uint32_t begin = (uint32_t)b->keys.count, n = (uint32_t)key->n;
        memcpy(b->keys.items + begin, key->bytes, n);
        b->keys.count += n;
        map_put(&b->index, slot, key->hash, (uint32_t)b->words.count);
        b->words.items[b->words.count++] = (counted_word){begin, n, 0, 0};
    }
    return b->index.slots[slot].index;
}

/* No sum can pass 2^64: each of the documents was read, and has fewer than 2^32 words. */
static void count_document(lede_background_builder *b, const lede_document *d) {
    for (size_t i = 0; i < d->terms.count; i++) {
        const lede_term *t = &d->terms.items[i];
        b->facts.tokens += t->body_count;
        if (is_kept(t)) {
            word_key key = key_of(b, d, t);
            counted_word *w = &b->words.items[number_of(b, &key)];
            w->documents++;
            w->occurrences += t->body_count;
            b->facts.occurrences += t->body_count;
        }
    }
    if (!b->has_language) {
        background_join_language(&b->facts, d->facts.language);
    }
    b->facts.documents++;
    b->facts.words = b->words.count;
}

lede_status background_builder_add(lede_background_builder *b, const lede_document *d,
                                   lede_error *error) {
    lede_status status = make_room(b, find_news(b, d), error);
    if (status == LEDE_OK) {
        count_document(b, d);
    }
    return status;
}
