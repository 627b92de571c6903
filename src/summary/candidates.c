/* SPDX-License-Identifier: MIT */
#include "summary/candidates.h"

#include "base/hash.h"
#include "unicode/utf8.h"

#include <string.h>

static bool belongs(lede_summary_source kind, const lede_sentence *s,
                    const lede_block *block) {
    if (s->role == LEDE_ROLE_SET_ASIDE || s->role == LEDE_ROLE_METADATA) {
        return false;
    }
    bool prose = block->kind == LEDE_BLOCK_PROSE;
    bool heading = block->kind == LEDE_BLOCK_HEADING;
    bool list = !prose && !heading && block->kind != LEDE_BLOCK_CODE &&
                block->kind != LEDE_BLOCK_METADATA;
    return kind == LEDE_SOURCE_PROSE ? prose : kind == LEDE_SOURCE_LISTS ? list : heading;
}

/* Code points, CR LF being one: the same text costs the same whatever its line
 * ends. */
static size_t count_chars(const char *text, size_t n) {
    size_t chars = utf8_count(text, n);
    const char *end = text + n;
    for (const char *at = memchr(text, '\r', n); at != NULL;
         at = memchr(at + 1, '\r', (size_t)(end - at) - 1)) {
        chars -= end - at > 1 && at[1] == '\n';
    }
    return chars;
}

/* words: only sentences that have a word. */
static bool gather(candidates *c, const lede_document *d, const lede_allocator *allocator,
                   bool words) {
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        if ((words && s->words == 0) ||
            !belongs(c->source, s, &d->page.blocks.items[s->block])) {
            continue;
        }
        if (!VEC_RESERVE(&c->list, allocator, 1)) {
            return false;
        }
        size_t chars =
            count_chars(d->page.text + s->span.begin, s->span.end - s->span.begin);
        c->list.items[c->list.count++] = (candidate){i, (uint32_t)chars};
    }
    return true;
}

/* ---- Equal sentences --------------------------------------------------- */

/* The next word from *i on that is no mark; false behind the last. */
static bool next_term(const lede_document *d, const lede_sentence *s, uint32_t *i,
                      uint32_t *term) {
    while (*i < s->word_count) {
        const lede_word *w = &d->words.items[s->first_word + (*i)++];
        if (w->kind != LEDE_WORD_MARK) {
            *term = w->term;
            return true;
        }
    }
    return false;
}

static uint64_t hash_terms(const lede_document *d, const lede_sentence *s) {
    const lede_word *w = d->words.items + s->first_word, *end = w + s->word_count;
    uint64_t hash = d->seed ^ HASH_A;
    for (; w < end; w++) {
        if (w->kind != LEDE_WORD_MARK) {
            hash = hash_fold(hash ^ w->term, HASH_B);
        }
    }
    return hash;
}

static bool same_terms(const lede_document *d, const lede_sentence *a,
                       const lede_sentence *b) {
    if (a->words != b->words) {
        return false;
    }
    uint32_t i = 0, j = 0, x = 0, y = 0;
    while (next_term(d, a, &i, &x) && next_term(d, b, &j, &y)) {
        if (x != y) {
            return false;
        }
    }
    return true;
}

/* The candidates met so far, by the words they are made of. */
typedef struct lookup {
    const candidates *c;
    const lede_document *d;
    map index;
} lookup;

static bool find_equal(const lookup *l, const lede_sentence *s, uint64_t hash,
                       size_t *slot) {
    const map *m = &l->index;
    for (*slot = map_first(m, hash); m->slots[*slot].index != MAP_NONE;
         *slot = map_next(m, *slot)) {
        uint32_t other = l->c->list.items[m->slots[*slot].index].sentence;
        if (m->slots[*slot].hash == map_tag(hash) &&
            same_terms(l->d, s, &l->d->sentences.items[other])) {
            return true;
        }
    }
    return false;
}

/* Keeps the first of equal ones: what a page repeats is not what it is about. */
static bool drop_equal(candidates *c, const lede_document *d,
                       const lede_allocator *allocator) {
    lookup l = {.c = c, .d = d};
    uint32_t kept = 0;
    c->eligible = (uint32_t)c->list.count;
    if (!map_init(&l.index, allocator, c->list.count)) {
        return false;
    }
    for (uint32_t i = 0; i < c->eligible; i++) {
        size_t slot = 0;
        candidate at = c->list.items[i];
        const lede_sentence *s = &d->sentences.items[at.sentence];
        uint64_t hash = hash_terms(d, s);
        if (!find_equal(&l, s, hash, &slot)) {
            map_put(&l.index, slot, hash, kept);
            c->list.items[kept++] = at;
        }
    }
    c->list.count = kept;
    map_free(&l.index, allocator);
    return true;
}

bool candidates_find(candidates *c, const lede_document *d,
                     const lede_allocator *allocator) {
    /* Sentences of marks alone ("!!!") are better than nothing, and last. */
    for (int pass = 0; pass < 2 * LEDE_SOURCE_NONE; pass++) {
        c->source = (lede_summary_source)(pass % LEDE_SOURCE_NONE);
        if (!gather(c, d, allocator, pass < LEDE_SOURCE_NONE)) {
            return false;
        }
        if (c->list.count > 0) {
            return drop_equal(c, d, allocator);
        }
    }
    c->source = LEDE_SOURCE_NONE;
    return true;
}

void candidates_free(candidates *c, const lede_allocator *allocator) {
    VEC_FREE(&c->list, allocator);
}
