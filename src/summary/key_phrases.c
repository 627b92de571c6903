/* SPDX-License-Identifier: MIT */
#include "summary/key_phrases.h"

#include "base/hash.h"

#include <string.h>

#define LEAST 2u /* times that a phrase must be there, if it is no name */

static uint32_t flags_at(const key_stream *s, size_t i) {
    return s->words.items[i].flags;
}

/* ---- Edges ----------------------------------------------------------------------- */

/* Does it begin or end in the middle of a name? */
static bool cuts_name(uint32_t first, uint32_t last) {
    return ((first & KEY_NAME) != 0 && (first & KEY_NAME_FIRST) == 0) ||
           ((last & KEY_NAME) != 0 && (last & KEY_NAME_LAST) == 0);
}

bool key_phrases_fit(const key_stream *s, size_t at, uint32_t words) {
    uint32_t first = flags_at(s, at), last = flags_at(s, at + words - 1), all = first;
    for (uint32_t i = 1; i < words; i++) {
        all &= flags_at(s, at + i);
    }
    bool alone = words > 1 || (first & KEY_PART) == 0;
    return alone && (all & KEY_GENERAL) == 0 && (first & KEY_NOT_FIRST) == 0 &&
           (last & KEY_NOT_LAST) == 0 && !cuts_name(first, last);
}

static bool is_name(const key_stream *s, size_t at, uint32_t words) {
    if (words < 2 || (flags_at(s, at) & KEY_NAME_FIRST) == 0) {
        return false;
    }
    for (uint32_t i = 1; i + 1 < words; i++) {
        if ((flags_at(s, at + i) & KEY_NAME_LAST) != 0) {
            return false;
        }
    }
    return (flags_at(s, at + words - 1) & KEY_NAME_LAST) != 0;
}

/* Is all of it in one name, so that it is kept though it is there once? */
static bool in_name(const key_stream *s, size_t at, uint32_t words) {
    for (uint32_t i = 0; i < words; i++) {
        if ((flags_at(s, at + i) & KEY_NAME) == 0 ||
            (i > 0 && (flags_at(s, at + i) & KEY_NAME_FIRST) != 0)) {
            return false;
        }
    }
    return true;
}

/* What speaks for a noun, of what begins at a word: a capital, the title, several words;
 * else what stands before it and behind it. What ends no term is mostly a verb. */
static uint8_t noun_at(const key_stream *s, size_t at, uint32_t words) {
    if (words > 1 || (flags_at(s, at) & (KEY_CAPITAL | KEY_TITLED)) != 0) {
        return KEY_LIKE_NOUN;
    }
    bool behind = (flags_at(s, at) & KEY_BEHIND_THE) != 0;
    bool end = at + 1 == s->words.count || !key_stream_joins(s, at + 1) ||
               (flags_at(s, at + 1) & (KEY_NOT_LAST | KEY_GENERAL)) != 0;
    return (uint8_t)((behind ? KEY_LIKE_BEHIND : 0u) | (end ? KEY_LIKE_END : 0u));
}

/* May it be listed, apart from what covers it? */
static bool is_term(const key_phrase *p) {
    return p->noun == KEY_LIKE_NOUN && (p->fit >= LEAST || (p->name != 0 && p->fit > 0));
}

bool key_phrases_is_key(const key_phrase *p) {
    return is_term(p) && p->outside > p->count - p->outside &&
           (p->outside >= LEAST || p->name != 0);
}

/* ---- One level from the one below ------------------------------------------------ */

typedef struct builder {
    key_phrases *p;
    const key_stream *s;
    const key_level *below; /* NULL: of single words */
    key_level *level;
    uint32_t words; /* of each phrase of the level */
    map index;      /* left and right -> phrase */
} builder;

static uint64_t hash_pair(const builder *b, uint32_t left, uint32_t right) {
    return hash_fold((((uint64_t)left << 32) | right) ^ b->s->d->seed ^ HASH_A, HASH_B);
}

/* The phrase of these two, made if there is none. KEY_NO_PHRASE: no memory. */
static uint32_t phrase_of(builder *b, size_t at, uint32_t left, uint32_t right) {
    key_level *level = b->level;
    uint64_t hash = hash_pair(b, left, right);
    if (!map_reserve(&b->index, b->p->allocator) ||
        !VEC_RESERVE(&level->list, b->p->allocator, 1)) {
        return KEY_NO_PHRASE;
    }
    size_t slot = map_first(&b->index, hash);
    for (; b->index.slots[slot].index != MAP_NONE; slot = map_next(&b->index, slot)) {
        uint32_t i = b->index.slots[slot].index;
        const key_phrase *p = &level->list.items[i];
        if (p->left == left && p->right == right) {
            return i;
        }
    }
    uint32_t made = (uint32_t)level->list.count++;
    level->list.items[made] = (key_phrase){
        .left = left, .right = right, .first = (uint32_t)at, .rank = KEY_NO_PHRASE};
    map_put(&b->index, slot, hash, made);
    return made;
}

/* The two halves of what begins at a word; false: it is no phrase. */
static bool halves(const builder *b, size_t at, uint32_t *left, uint32_t *right) {
    if (b->below == NULL) {
        *left = b->s->words.items[at].stem;
        *right = (flags_at(b->s, at) & KEY_CONNECTOR) != 0; /* apart from content words */
        return true;
    }
    if (at + 1 >= b->s->words.count || !key_stream_joins(b->s, at + 1)) {
        return false;
    }
    *left = b->below->at[at];
    *right = b->below->at[at + 1];
    return *left != KEY_NO_PHRASE && *right != KEY_NO_PHRASE;
}

static bool gather(builder *b) {
    for (size_t at = 0; at < b->s->words.count; at++) {
        uint32_t left = 0, right = 0;
        b->level->at[at] = KEY_NO_PHRASE;
        if (!halves(b, at, &left, &right)) {
            continue;
        }
        uint32_t i = phrase_of(b, at, left, right);
        if (i == KEY_NO_PHRASE) {
            return false;
        }
        key_phrase *p = &b->level->list.items[i];
        p->count++;
        p->name |= is_name(b->s, at, b->words);
        p->rank = p->rank != KEY_NO_PHRASE || in_name(b->s, at, b->words)
                      ? 0
                      : KEY_NO_PHRASE; /* marks what is kept for a name */
        b->level->at[at] = i;
    }
    return true;
}

/* Leaves those that are there again or belong to a name; numbers[i]: where i went. */
static void thin(builder *b, uint32_t *numbers) {
    key_level *level = b->level;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < level->list.count; i++) {
        key_phrase p = level->list.items[i];
        bool keep = p.count >= LEAST || p.rank != KEY_NO_PHRASE;
        numbers[i] = keep ? kept : KEY_NO_PHRASE;
        if (keep) {
            p.rank = KEY_NO_PHRASE;
            level->list.items[kept++] = p;
        }
    }
    level->list.count = kept;
    for (size_t at = 0; at < b->s->words.count; at++) {
        uint32_t i = level->at[at];
        level->at[at] = i != KEY_NO_PHRASE ? numbers[i] : KEY_NO_PHRASE;
    }
}

/* Sentences, and places where it is a term. last_in: of each phrase, 1 + the sentence. */
static void count_places(builder *b, uint32_t *last_in) {
    uint32_t row = 0;
    for (size_t at = 0; at < b->s->words.count; at++) {
        row += (flags_at(b->s, at) & KEY_ROW) != 0;
        uint32_t i = b->level->at[at];
        if (i == KEY_NO_PHRASE) {
            continue;
        }
        key_phrase *p = &b->level->list.items[i];
        p->sentences += last_in[i] != row;
        if (key_phrases_fit(b->s, at, b->words)) {
            p->fit++;
            p->noun |= noun_at(b->s, at, b->words);
        }
        last_in[i] = row;
    }
}

/* scratch: a number for each phrase. */
static bool finish_level(builder *b) {
    size_t n = (b->level->list.count + 1) * sizeof(uint32_t);
    uint32_t *scratch = memory_allocate(b->p->allocator, n);
    if (scratch == NULL) {
        return false;
    }
    thin(b, scratch);
    memset(scratch, 0, n);
    count_places(b, scratch);
    memory_free(b->p->allocator, scratch, n);
    VEC_TRIM(&b->level->list, b->p->allocator);
    return true;
}

static bool build_level(key_phrases *p, uint32_t n) {
    builder b = {.p = p, .s = p->s, .level = &p->levels[n], .words = n + 1};
    b.below = n > 0 ? &p->levels[n - 1] : NULL;
    b.level->at =
        memory_allocate(p->allocator, (p->s->words.count + 1) * sizeof(uint32_t));
    size_t expected = n == 0 ? 64 : b.below->list.count;
    bool fine = b.level->at != NULL && map_init(&b.index, p->allocator, expected) &&
                gather(&b) && finish_level(&b);
    map_free(&b.index, p->allocator);
    return fine;
}

/* ---- What longer ones cover ------------------------------------------------------ */

/* covered[at]: what begins there with one word more is a term or lies in one. Makes it so
 * for this number of words. */
static void cover_level(key_phrases *p, uint32_t n, uint8_t *covered) {
    uint8_t before = 0;
    key_level *level = &p->levels[n];
    for (size_t at = 0; at < p->s->words.count; at++) {
        uint32_t i = level->at[at];
        uint8_t inside = covered[at] | before;
        before = covered[at];
        key_phrase *phrase = i != KEY_NO_PHRASE ? &level->list.items[i] : NULL;
        if (phrase != NULL && inside == 0 && key_phrases_fit(p->s, at, n + 1)) {
            phrase->outside++;
            phrase->capitals += (flags_at(p->s, at + n) & KEY_CAPITAL) != 0;
        }
        covered[at] = inside | (phrase != NULL && is_term(phrase));
    }
}

static bool cover(key_phrases *p) {
    size_t n = p->s->words.count + 1;
    uint8_t *covered = memory_allocate(p->allocator, n);
    if (covered == NULL) {
        return false;
    }
    memset(covered, 0, n);
    for (uint32_t level = KEY_WORDS; level > 0; level--) {
        cover_level(p, level - 1, covered);
    }
    memory_free(p->allocator, covered, n);
    return true;
}

bool key_phrases_find(key_phrases *p, const key_stream *s) {
    p->s = s;
    for (uint32_t n = 0; n < KEY_WORDS; n++) {
        if (!build_level(p, n)) {
            return false;
        }
    }
    return cover(p);
}

void key_phrases_free(key_phrases *p) {
    size_t words = p->s != NULL ? p->s->words.count + 1 : 0;
    for (uint32_t n = 0; n < KEY_WORDS; n++) {
        VEC_FREE(&p->levels[n].list, p->allocator);
        memory_free(p->allocator, p->levels[n].at, words * sizeof(uint32_t));
    }
}
