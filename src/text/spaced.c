/* SPDX-License-Identifier: MIT */
#include "text/spaced.h"

#include <string.h>

#define PARTS 4       /* at most: "u. s. w. u." is none */
#define PART_BYTES 8u /* of a part: four Cyrillic letters */
#define KEY_BYTES ((PART_BYTES + 1u) * PARTS)

static bool begins_with_stop(const lede_word *w) {
    return w->kind == LEDE_WORD_MARK && w->term == '.' &&
           (w->flags & LEDE_WORD_GLUED) != 0;
}

/* Between parts: an ellipsis divides them. */
static bool is_stop(const lede_word *w) {
    return begins_with_stop(w) && w->mark == MARK_STOP;
}

static bool is_part(const lede_word *w) {
    return w->kind == LEDE_WORD_WORD && w->span.end - w->span.begin <= PART_BYTES &&
           (w->flags & LEDE_WORD_FINAL_DOT) == 0;
}

/* A part and its stop end behind `at`, which is not the first entry: where the
 * part before them ends, or NULL. */
static const lede_word *previous(const boundary *b, const lede_word *part) {
    bool there = part - b->first >= 2 && is_stop(part - 1) && is_part(part - 2);
    return there ? part - 2 : NULL;
}

static const lede_word *following(const boundary *b, const lede_word *part) {
    /* The last may stand in a run: "u. a.?" */
    bool there = b->end - part > 3 && is_stop(part + 1) && is_part(part + 2) &&
                 begins_with_stop(part + 3);
    return there ? part + 2 : NULL;
}

/* Flags of the list entry that the parts from first to last make. */
static uint32_t look_up(const boundary *b, const lede_word *first,
                        const lede_word *last) {
    char key[KEY_BYTES];
    size_t n = 0;
    for (const lede_word *w = first; w <= last; w += 2) {
        const lede_term *t = &b->d->terms.items[w->term];
        size_t length = t->key.end - t->key.begin;
        if (n + length + 1 > sizeof key) {
            return 0;
        }
        memcpy(key + n, b->d->keys.items + t->key.begin, length);
        n += length;
        key[n++] = '.';
    }
    return pack_word_flags(b->d->pack, key, n - 1);
}

static bool may_be_part(const boundary *b) {
    return b->before != NULL && b->attached && b->mark == b->before + 1 &&
           is_part(b->before);
}

/* From the part before the last on, backwards. */
static uint32_t classes_from(const boundary *b, const lede_word *w) {
    uint32_t flags = 0;
    for (int parts = 1; w != NULL && parts < PARTS; parts++) {
        flags |= look_up(b, w, b->before);
        w = previous(b, w);
    }
    return flags;
}

uint32_t spaced_classes(const boundary *b) {
    const lede_word *w = may_be_part(b) ? previous(b, b->before) : NULL;
    return w != NULL ? classes_from(b, w) : 0;
}

bool spaced_goes_on(const boundary *b) {
    if (!may_be_part(b)) {
        return false;
    }
    const lede_word *last = following(b, b->before);
    for (int ahead = 1; last != NULL && ahead < PARTS; ahead++) {
        const lede_word *first = b->before;
        for (int parts = ahead + 1; first != NULL && parts <= PARTS; parts++) {
            if (look_up(b, first, last) != 0) {
                return true;
            }
            first = previous(b, first);
        }
        last = following(b, last);
    }
    return false;
}
