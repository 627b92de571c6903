/* SPDX-License-Identifier: MIT */
#include "lang/syllable_model.h"

#define CODE_MASK ((1u << SYLLABLE_BITS) - 1)

static inline uint32_t letter_index(char letter) {
    return (unsigned char)letter & 31u;
}

static inline uint32_t code_at(uint64_t around, unsigned shift) {
    return (uint32_t)(around >> shift) & CODE_MASK;
}

/* A consonant next to a vowel is no nucleus. */
static inline bool is_candidate(const syllable_model *m, uint64_t around) {
    uint32_t middle = code_at(around, SYLLABLE_MIDDLE);
    if ((m->candidates >> middle & 1) == 0 || (m->vowels >> middle & 1) != 0) {
        return (m->candidates >> middle & 1) != 0;
    }
    uint32_t before = code_at(around, SYLLABLE_MIDDLE + SYLLABLE_BITS);
    uint32_t after = code_at(around, SYLLABLE_MIDDLE - SYLLABLE_BITS);
    return ((m->vowels >> before | m->vowels >> after) & 1) == 0;
}

static inline uint64_t append(const syllable_model *m, const syllable_walk *walk,
                              size_t at) {
    uint64_t code = at < walk->n ? m->codes[letter_index(walk->word[at])] : 0;
    return walk->around << SYLLABLE_BITS | code;
}

static inline bool walk_on(const syllable_model *m, syllable_walk *walk) {
    if (walk->next == 0) {
        for (size_t i = 0; i < SYLLABLE_AFTER; i++) {
            walk->around = append(m, walk, i);
        }
    }
    while (walk->next < walk->n) {
        walk->around = append(m, walk, walk->next + SYLLABLE_AFTER);
        walk->next++;
        if (is_candidate(m, walk->around)) {
            return true;
        }
    }
    return false;
}

bool syllable_walk_next(const syllable_model *m, syllable_walk *walk) {
    return walk_on(m, walk);
}

static inline int score(const syllable_model *m, uint64_t around) {
    int sum = 0;
    for (uint32_t i = 0; i < m->window_count; i++) {
        sum += m->weights[syllable_place(m, &m->windows[i], around)];
    }
    return sum;
}

uint64_t syllable_model_nuclei(const syllable_model *m, const char *word, size_t n) {
    syllable_walk walk = {word, n, 0, 0};
    uint64_t nuclei = 0;
    while (walk_on(m, &walk)) {
        nuclei |= (uint64_t)(score(m, walk.around) > 0) << (walk.next - 1);
    }
    return nuclei;
}

uint64_t syllable_model_hash(const syllable_model *m, const char *word, size_t n) {
    uint64_t hash = 0;
    for (size_t i = 0; i < n; i++) {
        hash = (hash + letter_index(word[i])) * m->hash_factor;
    }
    return hash;
}

uint32_t syllable_model_listed(const syllable_model *m, const char *word, size_t n) {
    uint64_t hash = syllable_model_hash(m, word, n);
    size_t bucket = (size_t)(hash >> m->bucket_shift);
    uint32_t print = (uint32_t)(hash >> (m->bucket_shift - SYLLABLE_PRINT));
    for (size_t i = m->buckets[bucket]; i < m->buckets[bucket + 1]; i++) {
        if (m->prints[i] == (uint16_t)print && m->counts[i] >> 4 == (print >> 16 & 15)) {
            return m->counts[i] & 15;
        }
    }
    return 0;
}

uint32_t syllable_model_spelled(const syllable_model *m, const char *word, size_t n) {
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++) {
        count += m->spelled[letter_index(word[i])];
    }
    return count;
}

static bool has_vowel(const syllable_model *m, const char *word, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if ((m->vowels >> m->codes[letter_index(word[i])] & 1) != 0) {
            return true;
        }
    }
    return false;
}

static uint32_t count_bits(uint64_t bits) {
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

uint32_t syllable_model_count(const syllable_model *m, const char *word, size_t n) {
    uint32_t count = syllable_model_listed(m, word, n);
    if (count != 0) {
        return count;
    }
    if (n <= SYLLABLE_SPELLED && !has_vowel(m, word, n)) {
        return syllable_model_spelled(m, word, n);
    }
    for (size_t at = 0; at < n; at += SYLLABLE_WORD) {
        size_t left = n - at;
        count += count_bits(syllable_model_nuclei(
            m, word + at, left < SYLLABLE_WORD ? left : SYLLABLE_WORD));
    }
    return count > 0 ? count : 1;
}
