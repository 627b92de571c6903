/* SPDX-License-Identifier: MIT */
#include "lang/syllable_model.h"

#include <string.h>

#define BLOCK (SYLLABLE_BEFORE + 1 + SYLLABLE_AFTER) /* letters that 64 bits hold */
/* The lowest bit of each letter of a block. */
#define LOWEST UINT64_C(0x0084210842108421)
#define MIDDLE_BIT (UINT64_C(1) << SYLLABLE_MIDDLE)

static inline uint64_t code_of(const syllable_model *m, char letter) {
    return m->codes[(unsigned char)letter];
}

/* Codes of at most BLOCK letters, the last one lowest. */
static inline uint64_t read_block(const syllable_model *m, const char *word, size_t n) {
    uint64_t codes = 0;
    for (size_t i = 0; i < n; i++) {
        codes = codes << SYLLABLE_BITS | code_of(m, word[i]);
    }
    return codes;
}

/* The lowest bit of each letter that is a vowel: codes from 24 on. */
static inline uint64_t vowels_of(uint64_t codes) {
    return codes >> 4 & codes >> 3 & LOWEST;
}

/* And of each that may be a nucleus: 16 to 19 may where no vowel is beside. */
static inline uint64_t candidates_of(uint64_t codes) {
    uint64_t vowels = vowels_of(codes);
    uint64_t beside = vowels << SYLLABLE_BITS | vowels >> SYLLABLE_BITS;
    return vowels | (codes >> 4 & ~(codes >> 3 | codes >> 2 | beside) & LOWEST);
}

/* Is one of the n letters of a block none of a-z? Where a code is 0, taking 1 off
 * borrows. */
static inline bool has_other(uint64_t codes, size_t n) {
    uint64_t lowest = LOWEST & ((UINT64_C(1) << (n * SYLLABLE_BITS)) - 1);
    return ((codes - lowest) & ~codes & lowest << (SYLLABLE_BITS - 1)) != 0;
}

static uint32_t count_bits(uint64_t bits) {
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* ---- Words of any length --------------------------------------------------------- */

static inline void walk_letter(const syllable_model *m, syllable_walk *walk, size_t at) {
    uint64_t code = at < walk->n ? code_of(m, walk->word[at]) : 0;
    walk->around = walk->around << SYLLABLE_BITS | code;
}

bool syllable_walk_next(const syllable_model *m, syllable_walk *walk) {
    for (size_t i = 0; walk->next == 0 && i < SYLLABLE_AFTER; i++) {
        walk_letter(m, walk, i);
    }
    while (walk->next < walk->n) {
        walk_letter(m, walk, walk->next + SYLLABLE_AFTER);
        walk->next++;
        if ((candidates_of(walk->around) & MIDDLE_BIT) != 0) {
            return true;
        }
    }
    return false;
}

uint64_t syllable_model_nuclei(const syllable_model *m, const char *word, size_t n) {
    syllable_walk walk = {word, n, 0, 0};
    uint64_t nuclei = 0;
    while (syllable_walk_next(m, &walk)) {
        nuclei |= (uint64_t)(syllable_model_score(m, walk.around) > 0) << (walk.next - 1);
    }
    return nuclei;
}

uint64_t syllable_model_hash(const syllable_model *m, const char *word, size_t n) {
    uint64_t hash = 0;
    while (n > BLOCK) {
        hash = (hash + read_block(m, word, BLOCK)) * m->hash_factor;
        word += BLOCK;
        n -= BLOCK;
    }
    return (hash + read_block(m, word, n)) * m->hash_factor;
}

/* Is one of four fingerprints this one? */
static inline bool has_print(const uint16_t *prints, uint32_t print) {
    const uint64_t each = UINT64_C(0x0001000100010001);
    uint64_t four = 0;
    memcpy(&four, prints, sizeof four);
    four ^= each * (print & UINT16_MAX);
    return ((four - each) & ~four & each << 15) != 0;
}

static inline uint32_t find_listed(const syllable_model *m, uint64_t hash) {
    const uint16_t *bucket = m->buckets + (hash >> m->bucket_shift);
    uint32_t print = (uint32_t)(hash >> (m->bucket_shift - SYLLABLE_PRINT));
    size_t i = bucket[0], end = bucket[1];
    /* In vain for most words, so by four; behind the last there are three more. */
    while (i < end && !has_print(m->prints + i, print)) {
        i += 4;
    }
    for (; i < end; i++) {
        if (m->prints[i] == (uint16_t)print && m->counts[i] >> 4 == (print >> 16 & 15)) {
            return m->counts[i] & 15;
        }
    }
    return 0;
}

uint32_t syllable_model_listed(const syllable_model *m, const char *word, size_t n) {
    return find_listed(m, syllable_model_hash(m, word, n));
}

uint32_t syllable_model_spelled(const syllable_model *m, const char *word, size_t n) {
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++) {
        count += m->spelled[(unsigned char)word[i] & 31u];
    }
    return count;
}

static bool is_of_letters(const syllable_model *m, const char *word, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (code_of(m, word[i]) == 0) {
            return false;
        }
    }
    return true;
}

static uint32_t count_long(const syllable_model *m, const char *word, size_t n) {
    if (!is_of_letters(m, word, n)) {
        return 0;
    }
    uint32_t count = syllable_model_listed(m, word, n);
    for (size_t at = count > 0 ? n : 0; at < n; at += SYLLABLE_WORD) {
        size_t left = n - at;
        count += count_bits(syllable_model_nuclei(
            m, word + at, left < SYLLABLE_WORD ? left : SYLLABLE_WORD));
    }
    return count > 0 ? count : 1;
}

/* ---- Words that a block holds ---------------------------------------------------- */

static inline unsigned lowest_bit(uint64_t bits) {
    return (unsigned)__builtin_ctzll(bits);
}

static inline uint32_t count_block(const syllable_model *m, uint64_t codes) {
    uint32_t count = 0;
    for (uint64_t left = candidates_of(codes); left != 0; left &= left - 1) {
        unsigned at = lowest_bit(left);
        uint64_t around = at < SYLLABLE_MIDDLE ? codes << (SYLLABLE_MIDDLE - at)
                                               : codes >> (at - SYLLABLE_MIDDLE);
        count += syllable_model_score(m, around) > 0;
    }
    return count;
}

/* Of at most BLOCK letters, and their codes. */
static inline uint32_t count_codes(const syllable_model *m, uint64_t codes,
                                   const char *word, size_t n) {
    uint32_t count = find_listed(m, codes * m->hash_factor);
    if (count == 0 && n <= SYLLABLE_SPELLED && vowels_of(codes) == 0) {
        count = syllable_model_spelled(m, word, n);
    }
    count = count > 0 ? count : count_block(m, codes);
    return count > 0 ? count : n > 0;
}

static uint32_t count_short(const syllable_model *m, const char *word, size_t n) {
    uint64_t codes = read_block(m, word, n);
    return has_other(codes, n) ? 0 : count_codes(m, codes, word, n);
}

uint32_t syllable_model_count(const syllable_model *m, const char *word, size_t n) {
    return n <= BLOCK ? count_short(m, word, n) : count_long(m, word, n);
}

uint32_t syllable_model_of_letters(const syllable_model *m, const char *word, size_t n) {
    return n <= BLOCK ? count_codes(m, read_block(m, word, n), word, n)
                      : syllable_model_count(m, word, n);
}
