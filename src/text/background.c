/* SPDX-License-Identifier: MIT */
/* Look-ups in a file that was checked when it was opened: nothing is checked here. */
#include "text/background.h"

#include "base/real.h"
#include "text/background_layout.h"

/* ---- Words ------------------------------------------------------------------- */

typedef struct entry {
    const char *rest; /* what follows the bytes shared with the word before */
    size_t shared;
    size_t length;      /* of the rest */
    const char *counts; /* behind it */
} entry;

static entry entry_at(const char *at) {
    size_t length = (unsigned char)at[BACKGROUND_AT_LENGTH];
    const char *rest = at + BACKGROUND_AT_REST;
    return (entry){rest, (unsigned char)at[BACKGROUND_AT_SHARED], length, rest + length};
}

static const char *skip_count(const char *at) {
    while ((unsigned char)*at >= 0x80) {
        at++;
    }
    return at + 1;
}

static const char *block_at(const lede_background *b, size_t block) {
    return b->bytes + background_u64(b->index + block * BACKGROUND_OFFSET_SIZE);
}

/* How many blocks begin with this word or one before it. */
static size_t count_blocks_up_to(const lede_background *b, const char *key, size_t n) {
    size_t low = 0, high = b->blocks;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        entry first = entry_at(block_at(b, middle));
        if (background_compare(first.rest, first.length, key, n) <= 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/*
 * The entry of the word in a block, or NULL. No word is put together: `common` bytes
 * of the key are those of the word before, which stands before the key in order. What
 * shares more with that one differs from the key where it did, and what shares less is
 * beyond the key already.
 */
static const char *find_in_block(const char *at, uint64_t words, const char *key,
                                 size_t n) {
    size_t common = 0;
    for (; words > 0; words--) {
        entry e = entry_at(at);
        if (e.shared < common) {
            return NULL;
        }
        if (e.shared == common) {
            size_t more = background_common(e.rest, e.length, key + common, n - common);
            common += more;
            if (more == e.length && common == n) {
                return e.counts;
            }
            if (more < e.length && (common == n || (unsigned char)e.rest[more] >
                                                       (unsigned char)key[common])) {
                return NULL;
            }
        }
        at = skip_count(skip_count(e.counts));
    }
    return NULL;
}

bool background_find(const lede_background *b, const char *key, size_t n,
                     uint64_t *documents, uint64_t *occurrences) {
    const char *counts = NULL;
    *documents = *occurrences = 0;
    size_t blocks = n <= BACKGROUND_KEY_MAX ? count_blocks_up_to(b, key, n) : 0;
    if (blocks > 0) {
        uint64_t words = b->facts.words - (uint64_t)(blocks - 1) * BACKGROUND_BLOCK;
        words = words < BACKGROUND_BLOCK ? words : BACKGROUND_BLOCK;
        counts = find_in_block(block_at(b, blocks - 1), words, key, n);
    }
    if (counts == NULL) {
        return false;
    }
    (void)background_read_count(background_read_count(counts, documents), occurrences);
    return true;
}

/* ---- Keyness ----------------------------------------------------------------- */

static double surprise(double observed, double expected) {
    return observed > 0 ? observed * real_ln(observed / expected) : 0;
}

double background_keyness_of(const lede_background *b, uint64_t occurrences,
                             uint64_t count, uint64_t words) {
    double o1 = (double)count, n1 = (double)words;
    double o2 = (double)occurrences, n2 = (double)b->facts.tokens;
    if (n1 <= 0 || n2 <= 0) {
        return 0;
    }
    double share = (o1 + o2) / (n1 + n2);
    double g2 = 2 * (surprise(o1, n1 * share) + surprise(o2, n2 * share));
    if (g2 <= 0) {
        return 0; /* equal shares, but for rounding */
    }
    return o1 * n2 < o2 * n1 ? -g2 : g2;
}

double background_keyness(const lede_background *b, const char *key, size_t n,
                          uint64_t count, uint64_t words) {
    uint64_t documents = 0, occurrences = 0;
    (void)background_find(b, key, n, &documents, &occurrences);
    return background_keyness_of(b, occurrences, count, words);
}
