/* SPDX-License-Identifier: MIT */
#include "text/intern.h"

#include "base/hash.h"
#include "lang/case.h"
#include "text/elision.h"
#include "text/plain_words.h"
#include "unicode/normalize.h"
#include "unicode/plain_mark.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

/* What a text holds, near enough that its tables seldom grow. An article has a
 * new term in ten bytes, a long text ever fewer; a word or mark in five. Of a
 * longer text more than these would be wasted, should it be all one word. */
#define BYTES_PER_TERM 10u
#define TERMS_OF_ARTICLE 2048u
#define BYTES_PER_TERM_BEYOND 32u
#define MOST_FIRST_TERMS 32768u
#define BYTES_PER_WORD 5u
#define MOST_FIRST_WORDS 65536u
#define BYTES_PER_KEY 8u

static size_t at_most(size_t n, size_t limit) {
    return n < limit ? n : limit;
}

static size_t expected_terms(size_t bytes) {
    size_t article = at_most(bytes / BYTES_PER_TERM, TERMS_OF_ARTICLE);
    size_t beyond = at_most(bytes / BYTES_PER_TERM_BEYOND, MOST_FIRST_TERMS);
    return article > beyond ? article : beyond;
}

/* An article's table is small enough to be wide, so that a second slot is seldom
 * looked at. */
static size_t expected_entries(size_t terms) {
    return terms <= TERMS_OF_ARTICLE ? 2 * terms : terms;
}

lede_status build_open(build *b, lede_document *d, lede_vocabulary *vocabulary) {
    *b = (build){.d = d, .allocator = d->allocator, .vocabulary = vocabulary};
    b->plain_end = d->page.size;
    size_t terms = expected_terms(d->page.size);
    size_t words =
        at_most(d->page.size / BYTES_PER_WORD, MOST_FIRST_WORDS) + PLAIN_WORDS_ROOM;
    bool ok = map_init(&b->index, b->allocator, expected_entries(terms)) &&
              VEC_RESERVE(&d->words, b->allocator, words) &&
              VEC_RESERVE(&b->lanes, b->allocator, terms) &&
              VEC_RESERVE(&d->terms, b->allocator, terms) &&
              VEC_RESERVE(&d->keys, b->allocator, terms * BYTES_PER_KEY);
    return ok ? LEDE_OK : LEDE_NO_MEMORY;
}

void build_close(build *b) {
    map_free(&b->index, b->allocator);
    VEC_FREE(&b->lanes, b->allocator);
    VEC_FREE(&b->scratch, b->allocator);
    VEC_FREE(&b->lowered, b->allocator);
}

static bool counts_for_style(const lede_term *t) {
    return (t->flags & (BUILD_SHORT_FORMS | LEDE_TERM_LEXICAL)) == LEDE_TERM_LEXICAL;
}

static bool is_sure(const lede_term *t) {
    return counts_for_style(t) && t->key.end - t->key.begin > BUILD_SHORT_BYTES;
}

void build_note_stop(lede_document *d, uint32_t term, bool lower, bool upper) {
    lede_term *t = &d->terms.items[term];
    t->flags |= lower ? LEDE_TERM_STOP_LOWER : 0u;
    d->stops_lower += lower && counts_for_style(t);
    d->stops_upper += upper && counts_for_style(t);
    d->sure_lower += lower && is_sure(t);
    d->sure_upper += upper && is_sure(t);
}

void build_forget_stop(lede_document *d, uint32_t term) {
    const lede_term *t = &d->terms.items[term];
    d->stops_lower -= d->stops_lower > 0 && counts_for_style(t);
    d->sure_lower -= d->sure_lower > 0 && is_sure(t);
}

/* ---- New terms --------------------------------------------------------- */

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Room for one term at least, and then as many more as need no look. */
static bool make_room(build *b, size_t n) {
    lede_document *d = b->d;
    if (n > UINT32_MAX - d->keys.count || d->terms.count >= LEDE_NONE ||
        !VEC_RESERVE(&d->keys, b->allocator, n) ||
        !VEC_RESERVE(&d->terms, b->allocator, 1) ||
        !VEC_RESERVE(&b->lanes, b->allocator, 1) ||
        !map_reserve(&b->index, b->allocator)) {
        return false;
    }
    b->room = smaller(
        smaller(d->terms.capacity - d->terms.count, b->lanes.capacity - b->lanes.count),
        smaller(b->index.limit - b->index.count, (size_t)LEDE_NONE - d->terms.count));
    return true;
}

static inline bool reserve_term(build *b, size_t n) {
    size_t keys = n > LANES_BYTES ? n : LANES_BYTES; /* a short key is stored whole */
    const lede_document *d = b->d;
    bool fits = b->room > 0 && d->keys.capacity - d->keys.count >= keys &&
                keys <= UINT32_MAX - d->keys.count;
    return fits || make_room(b, keys);
}

static void store_lanes(char *to, key_lanes key) {
    lanes_store(to, key.low);
    lanes_store(to + 8, key.high);
}

/* A short key need not be read again to be hashed. */
static inline uint32_t list_flags(const language_pack *pack, const char *key, size_t n,
                                  key_lanes value) {
    if (pack->elides && elision_length(key, n) > 0) {
        return elision_flags(pack, key, n);
    }
    uint64_t hash =
        n > LANES_BYTES ? hash_bytes(key, n, 0) : hash_short(value.low, value.high, n, 0);
    return pack_lacks(pack, hash) ? 0 : pack_hashed_word_flags(pack, key, n, hash);
}

static inline void fill_slot(map *m, uint64_t hash, uint32_t term) {
    size_t slot = map_first(m, hash);
    while (m->slots[slot].index != MAP_NONE) {
        slot = map_next(m, slot);
    }
    m->slots[slot] = (map_slot){term, map_tag(hash)};
    m->count++;
}

/* A term of the n bytes behind the keys, for which there is room. */
static inline uint32_t push_term(build *b, size_t n, key_lanes value, uint64_t hash) {
    lede_document *d = b->d;
    uint32_t term = (uint32_t)d->terms.count, begin = (uint32_t)d->keys.count;
    const char *key = d->keys.items + begin;
    d->terms.items[term] = (lede_term){
        .key = {begin, begin + (uint32_t)n},
        .stem = LEDE_NONE,
        .flags = list_flags(b->vocabulary->pack, key, n, value),
        .first_part = LEDE_NONE,
    };
    b->lanes.items[term] = value;
    b->lanes.count = ++d->terms.count;
    d->keys.count += n;
    b->room--;
    fill_slot(&b->index, hash, term);
    return term;
}

static uint32_t add_term(build *b, const char *key, size_t n, key_lanes value,
                         uint64_t hash) {
    if (!reserve_term(b, n)) {
        return LEDE_NONE;
    }
    char *to = b->d->keys.items + b->d->keys.count;
    if (n > LANES_BYTES) {
        memcpy(to, key, n);
    } else {
        store_lanes(to, value);
    }
    return push_term(b, n, value, hash);
}

/* ---- Lookup ------------------------------------------------------------ */

/* The lanes tell more than the slot's part of the hash, and are read anyway. */
static uint32_t find_short(const build *b, key_lanes key, uint64_t hash) {
    const map_slot *slots = b->index.slots;
    const key_lanes *lanes = b->lanes.items;
    for (size_t s = map_first(&b->index, hash);; s = map_next(&b->index, s)) {
        uint32_t term = slots[s].index;
        if (term == MAP_NONE) {
            return LEDE_NONE;
        }
        if (lanes[term].low == key.low && lanes[term].high == key.high) {
            return term;
        }
    }
}

static uint32_t find_long(const build *b, const char *key, size_t n, uint64_t hash) {
    const lede_document *d = b->d;
    const map *m = &b->index;
    for (size_t s = map_first(m, hash); m->slots[s].index != MAP_NONE;
         s = map_next(m, s)) {
        uint32_t term = m->slots[s].index;
        if (b->lanes.items[term].low != hash || b->lanes.items[term].high != LANES_LONG) {
            continue;
        }
        lede_span k = d->terms.items[term].key;
        if (k.end - k.begin == n && memcmp(d->keys.items + k.begin, key, n) == 0) {
            return term;
        }
    }
    return LEDE_NONE;
}

uint32_t intern_lanes_on(build *b, uint64_t low, uint64_t high, uint32_t n,
                         uint64_t hash) {
    key_lanes key = {low, high};
    uint32_t term = find_short(b, key, hash);
    if (term != LEDE_NONE || !reserve_term(b, n)) {
        return term;
    }
    store_lanes(b->d->keys.items + b->d->keys.count, key);
    return push_term(b, n, key, hash);
}

static uint64_t lower_lane(uint64_t lane) {
    return lane | lanes_upper(lane, lanes_letters(lane)) >> 2;
}

uint32_t intern_ascii(build *b, uint32_t at, uint32_t n) {
    const page *p = &b->d->page;
    key_lanes key;
    if (p->size - at >= LANES_BYTES) {
        key.low = lanes_keep(lanes_load(p->text + at), n);
        key.high = n > 8 ? lanes_keep(lanes_load(p->text + at + 8), n - 8) : 0;
    } else {
        key = lanes_of_key(p->text + at, n);
    }
    key.low = lower_lane(key.low);
    key.high = lower_lane(key.high);
    return intern_lanes(b, key, n, hash_factors_of(b->vocabulary->seed));
}

uint32_t intern_key(build *b, const char *key, size_t n) {
    uint64_t hash = hash_bytes(key, n, b->vocabulary->seed);
    bool is_short = n <= LANES_BYTES;
    key_lanes value =
        is_short ? lanes_of_key(key, (uint32_t)n) : (key_lanes){hash, LANES_LONG};
    uint32_t term = is_short ? find_short(b, value, hash) : find_long(b, key, n, hash);
    return term != LEDE_NONE ? term : add_term(b, key, n, value, hash);
}

/* ---- Folding ----------------------------------------------------------- */

/* Most code points are folded already and are copied as they are. */
static inline size_t fold_high(const char *text, size_t *at, char *out) {
    size_t begin = *at;
    uint32_t code = utf8_next(text, at), folded = unicode_plain_mark(tables_fold(code));
    if (folded != code) {
        return utf8_encode(folded, out);
    }
    size_t n = *at - begin;
    for (size_t i = 0; i < n; i++) {
        out[i] = text[begin + i];
    }
    return n;
}

/* Simple folding, code point by code point. A folded code point needs at most
 * 3 bytes for 2 read (U+023A and alike), so twice the room is enough. */
static size_t fold_simple(vocabulary_form text, char *out) {
    size_t n = 0;
    for (size_t at = 0; at < text.n;) {
        char c = text.bytes[at];
        if ((unsigned char)c < 0x80) {
            out[n++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
            at++;
        } else {
            n += fold_high(text.bytes, &at, out + n);
        }
    }
    return n;
}

/* unicode_plain_mark() over a key, in place: no mark grows. */
static size_t plain_marks(char *key, size_t n) {
    size_t kept = 0;
    for (size_t at = 0; at < n;) {
        kept += utf8_encode(unicode_plain_mark(utf8_next(key, &at)), key + kept);
    }
    return kept;
}

typedef size_t normalizer(const lede_allocator *allocator, const char *text, size_t n,
                          char *out, size_t capacity);

/* Into the scratch, as much room as it needs; SIZE_MAX: no memory. */
static size_t normalize_word(build *b, vocabulary_form text, normalizer *normalize) {
    size_t room = b->scratch.capacity;
    size_t n = normalize(b->allocator, text.bytes, text.n, b->scratch.items, room);
    if (n != SIZE_MAX && n > room) {
        if (!VEC_RESERVE(&b->scratch, b->allocator, n)) {
            return SIZE_MAX;
        }
        n = normalize(b->allocator, text.bytes, text.n, b->scratch.items,
                      b->scratch.capacity);
    }
    return n;
}

/* The capitals that have small letters of the language's own become these, and the
 * rest is left to folding as everywhere. Composed first, if it is rare, so that I with
 * a dot above it is no I. False: no memory. */
static bool lower_own(build *b, vocabulary_form *text, bool rare) {
    if (rare) {
        size_t n = normalize_word(b, *text, normalize_compose);
        if (n == SIZE_MAX) {
            return false;
        }
        *text = (vocabulary_form){b->scratch.items, n};
    }
    if (!VEC_RESERVE(&b->lowered, b->allocator, 4 * text->n)) {
        return false;
    }
    size_t n = 0;
    for (size_t at = 0; at < text->n;) {
        uint32_t code = case_lower(b->vocabulary->pack, utf8_next(text->bytes, &at));
        n += utf8_encode(code, b->lowered.items + n);
    }
    *text = (vocabulary_form){b->lowered.items, n};
    return true;
}

/* What was folded into scratch, behind which there is room for two lanes. */
static uint32_t intern_folded(build *b, size_t n) {
    const char *key = b->scratch.items;
    if (n > LANES_BYTES) {
        return intern_key(b, key, n);
    }
    uint32_t high = n > 8 ? (uint32_t)n - 8 : 0;
    key_lanes lanes = {lanes_keep(lanes_load(key), (uint32_t)n),
                       lanes_keep(lanes_load(key + 8), high)};
    return intern_lanes(b, lanes, (uint32_t)n, hash_factors_of(b->vocabulary->seed));
}

uint32_t intern_span(build *b, lede_span span, unsigned how) {
    vocabulary_form text = {b->d->page.text + span.begin, span.end - span.begin};
    bool rare = (how & INTERN_RARE) != 0;
    if ((how & INTERN_OWN_CASE) != 0 && !lower_own(b, &text, rare)) {
        return LEDE_NONE;
    }
    if (!VEC_RESERVE(&b->scratch, b->allocator, 2 * text.n + LANES_BYTES)) {
        return LEDE_NONE;
    }
    if (!rare) {
        return intern_folded(b, fold_simple(text, b->scratch.items));
    }
    size_t n = normalize_word(b, text, normalize_fold);
    return n == SIZE_MAX ? LEDE_NONE : intern_folded(b, plain_marks(b->scratch.items, n));
}
