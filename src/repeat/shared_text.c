/* SPDX-License-Identifier: MIT */
#include "repeat/shared_text.h"

#include "base/hash.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

#define NOT_ASKED UINT32_MAX

/* ---- Numbers of words -------------------------------------------------------- */

typedef struct key {
    const char *bytes;
    uint32_t n;
    uint64_t hash;
} key;

void shared_keys_free(shared_keys *k) {
    map_free(&k->index, &k->quota->allocator);
    VEC_FREE(&k->bytes, &k->quota->allocator);
    VEC_FREE(&k->ends, &k->quota->allocator);
}

static bool is_key(const shared_keys *k, uint32_t number, const key *wanted) {
    uint32_t begin = number > 0 ? k->ends.items[number - 1] : 0;
    return k->ends.items[number] - begin == wanted->n &&
           memcmp(k->bytes.items + begin, wanted->bytes, wanted->n) == 0;
}

/* The slot of the key, or the free one where it would be; the map has slots. */
static size_t find_slot(const shared_keys *k, const key *wanted) {
    size_t s = map_first(&k->index, wanted->hash);
    while (k->index.slots[s].index != MAP_NONE &&
           (k->index.slots[s].hash != map_tag(wanted->hash) ||
            !is_key(k, k->index.slots[s].index, wanted))) {
        s = map_next(&k->index, s);
    }
    return s;
}

static bool make_room(shared_keys *k, uint32_t n) {
    if (k->ends.count >= SHARED_NUMBERS || n > UINT32_MAX - k->bytes.count) {
        k->quota->refused = true;
        return false;
    }
    return map_reserve(&k->index, &k->quota->allocator) &&
           VEC_RESERVE(&k->bytes, &k->quota->allocator, n) &&
           VEC_RESERVE(&k->ends, &k->quota->allocator, 1);
}

static bool add_key(shared_keys *k, const key *new, uint32_t *number) {
    if (!make_room(k, new->n)) {
        return false;
    }
    *number = (uint32_t)k->ends.count;
    memcpy(k->bytes.items + k->bytes.count, new->bytes, new->n);
    k->bytes.count += new->n;
    k->ends.items[k->ends.count++] = (uint32_t)k->bytes.count;
    map_put(&k->index, find_slot(k, new), new->hash, *number);
    return true;
}

/* False: no memory. */
static bool number_key(shared_keys *k, const key *wanted, uint32_t *number) {
    *number = SHARED_UNKNOWN;
    if (k->index.slots != NULL) {
        uint32_t known = k->index.slots[find_slot(k, wanted)].index;
        if (known != MAP_NONE) {
            *number = known;
            return true;
        }
    }
    k->quota->refused = false;
    if (k->adds && !add_key(k, wanted, number)) {
        k->adds = !k->quota->refused;
        return k->quota->refused;
    }
    return true;
}

/* ---- The row ----------------------------------------------------------------- */

typedef struct reader {
    shared_text *t;
    const lede_document *d;
    shared_keys *keys;
    uint32_t *numbers; /* of terms, and SHARED_HALF; NOT_ASKED */
} reader;

/* Is the word a character of a script without spaces? */
static bool is_half(const key *word) {
    size_t at = 0;
    return word->n > 0 && (unicode_flags(utf8_next(word->bytes, &at)) &
                           (UF_IDEOGRAPH | UF_HIRAGANA | UF_NO_SPACES)) != 0;
}

static bool number_term(reader *r, uint32_t term, uint32_t *number) {
    *number = r->numbers[term];
    if (*number != NOT_ASKED) {
        return true;
    }
    lede_span span = r->d->terms.items[term].key;
    key wanted = {r->d->keys.items + span.begin, span.end - span.begin, 0};
    wanted.hash = hash_bytes(wanted.bytes, wanted.n, r->keys->seed) & r->keys->mask;
    bool fine = number_key(r->keys, &wanted, number);
    *number |= is_half(&wanted) ? SHARED_HALF : 0;
    r->numbers[term] = *number;
    return fine;
}

static void push(shared_text *t, uint32_t entry, lede_span extent) {
    t->words.items[t->words.count++] = entry;
    t->extents.items[t->extents.count++] = extent;
}

static void push_edge(shared_text *t) {
    push(t, SHARED_EDGE | SHARED_FIRST, (lede_span){0, 0});
}

static bool push_sentence(reader *r, const lede_sentence *s) {
    const lede_word *w = r->d->words.items + s->first_word, *end = w + s->word_count;
    size_t first = r->t->words.count;
    for (; w < end; w++) {
        uint32_t number = 0;
        if (w->kind == LEDE_WORD_MARK) {
            continue;
        }
        if (!number_term(r, w->term, &number)) {
            return false;
        }
        push(r->t, number, w->span);
    }
    if (r->t->words.count > first) {
        r->t->words.items[first] |= SHARED_FIRST;
        r->t->extents.items[first].begin = document_counted(r->d, s).begin;
        r->t->extents.items[r->t->extents.count - 1].end = s->span.end;
    }
    return true;
}

static bool is_compared(const lede_document *d, const lede_sentence *s) {
    uint8_t kind = d->page.blocks.items[s->block].kind;
    return s->role == LEDE_ROLE_BODY && s->words > 0 && kind != LEDE_BLOCK_CODE &&
           kind != LEDE_BLOCK_METADATA;
}

/* No passage goes on through what is set aside, nor into another block. */
static bool push_sentences(reader *r) {
    uint32_t block = LEDE_NONE;
    bool aside = false;
    push_edge(r->t);
    for (size_t i = 0; i < r->d->sentences.count; i++) {
        const lede_sentence *s = &r->d->sentences.items[i];
        if (!is_compared(r->d, s)) {
            aside |= s->role == LEDE_ROLE_SET_ASIDE;
            continue;
        }
        if (block != LEDE_NONE && (s->block != block || aside)) {
            push_edge(r->t);
        }
        aside = false;
        if (!push_sentence(r, s)) {
            return false;
        }
        block = s->block;
    }
    if (block != LEDE_NONE) {
        push_edge(r->t);
    }
    return true;
}

/* An edge for each sentence at most. */
static bool reserve(shared_text *t, const lede_document *d) {
    size_t room = 2;
    for (size_t i = 0; i < d->sentences.count; i++) {
        room += is_compared(d, &d->sentences.items[i])
                    ? (size_t)d->sentences.items[i].words + 1
                    : 0;
    }
    return VEC_RESERVE(&t->words, t->allocator, room) &&
           VEC_RESERVE(&t->extents, t->allocator, room);
}

bool shared_text_read(shared_text *t, const lede_document *d, shared_keys *keys) {
    size_t bytes = 0;
    if (!size_multiply(d->terms.count + 1, sizeof(uint32_t), &bytes)) {
        return false;
    }
    reader r = {t, d, keys, memory_allocate(t->allocator, bytes)};
    bool fine = r.numbers != NULL && reserve(t, d);
    if (fine) {
        memset(r.numbers, 0xFF, bytes); /* NOT_ASKED is all ones */
        fine = push_sentences(&r);
    }
    memory_free(t->allocator, r.numbers, bytes);
    return fine;
}

void shared_text_free(shared_text *t) {
    VEC_FREE(&t->words, t->allocator);
    VEC_FREE(&t->extents, t->allocator);
}
