/* SPDX-License-Identifier: MIT */
/* For the tests of told.c: documents of numbers in place of words, and all pairs of
 * their sentences, each compared with each. */
#ifndef LEDE_TESTS_REPEAT_TOLD_JUDGE_H
#define LEDE_TESTS_REPEAT_TOLD_JUDGE_H

#include "repeat/told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* ---- Made documents -----------------------------------------------------------------
 */

#define WORDS 6000u
#define ROWS 600u

/* Words that are their own terms; sentences may have words in common. */
typedef struct made {
    lede_word words[WORDS];
    lede_sentence sentences[ROWS];
    uint32_t numbers[ROWS];
    uint32_t class_of[WORDS];
    uint32_t word_count;
    told_input in;
    lede_document d;
} made;

static inline void make(made *m, uint32_t classes) {
    m->word_count = 0;
    m->d = (lede_document){.words.items = m->words, .sentences.items = m->sentences};
    m->in = (told_input){
        &memory_default,
        &m->d,
        {.sentences = m->numbers, .class_count = classes, .class_of = m->class_of}};
    for (uint32_t i = 0; i < classes; i++) {
        m->class_of[i] = i;
    }
}

static inline void add_word(made *m, uint64_t class) {
    assert_true(m->word_count < WORDS);
    m->words[m->word_count++] =
        (lede_word){.term = (uint32_t) class, .kind = LEDE_WORD_WORD};
}

/* Of the words from `first` on. Numbers have gaps, as where headings are left out. */
static inline void add_sentence(made *m, uint32_t first) {
    uint32_t row = m->in.content.rows++;
    assert_true(2 * row + 1 < ROWS);
    m->numbers[row] = 2 * row + 1;
    m->sentences[2 * row + 1] = (lede_sentence){.first_word = first,
                                                .word_count = m->word_count - first,
                                                .words = m->word_count - first};
}

/* ---- The judge -------------------------------------------------------------------- */

#define CLASSES 500u

typedef struct judge {
    const made *m;
    uint8_t has[ROWS / 2][CLASSES]; /* rows, classes */
    uint32_t sizes[ROWS / 2];
    uint32_t rows_with[CLASSES];
    bool copies[ROWS / 2];
    lede_told_twice pairs[ROWS * 2]; /* in order */
    uint32_t pair_count;
} judge;

static inline const lede_sentence *sentence_of(const made *m, uint32_t row) {
    return &m->sentences[m->numbers[row]];
}

static inline void read_rows(judge *j, const made *m) {
    memset(j, 0, sizeof *j);
    j->m = m;
    for (uint32_t row = 0; row < m->in.content.rows; row++) {
        const lede_sentence *s = sentence_of(m, row);
        for (uint32_t i = 0; i < s->word_count; i++) {
            j->has[row][m->words[s->first_word + i].term] = 1;
        }
        for (uint32_t class = 0; class < m->in.content.class_count; class ++) {
            j->sizes[row] += j->has[row][class];
            j->rows_with[class] += j->has[row][class];
        }
    }
}

static inline uint32_t shared_of(const judge *j, uint32_t a, uint32_t b) {
    uint32_t shared = 0;
    for (uint32_t class = 0; class < j->m->in.content.class_count; class ++) {
        shared += j->has[a][class] & j->has[b][class];
    }
    return shared;
}

/* Is word i of the first sentence shown before word k? Both are first of their class. */
static inline bool shows_before(const judge *j, uint32_t i, uint32_t k) {
    uint32_t with_i = j->rows_with[j->m->words[i].term];
    uint32_t with_k = j->rows_with[j->m->words[k].term];
    return with_i != with_k ? with_i < with_k : i < k;
}

static inline bool is_first(const made *m, uint32_t begin, uint32_t i) {
    for (uint32_t k = begin; k < i; k++) {
        if (m->words[k].term == m->words[i].term) {
            return false;
        }
    }
    return true;
}

static inline void judge_words(const judge *j, lede_told_twice *pair, uint32_t b) {
    const lede_sentence *s = &j->m->sentences[pair->first];
    uint32_t sorted[64], count = 0, begin = s->first_word;
    for (uint32_t i = begin; i < begin + s->word_count; i++) {
        if (j->has[b][j->m->words[i].term] == 0 || !is_first(j->m, begin, i)) {
            continue;
        }
        uint32_t at = count++;
        for (; at > 0 && shows_before(j, i, sorted[at - 1]); at--) {
            sorted[at] = sorted[at - 1];
        }
        sorted[at] = i;
    }
    pair->word_count = count < LEDE_TOLD_WORDS ? count : LEDE_TOLD_WORDS;
    memcpy(pair->words, sorted, pair->word_count * sizeof *sorted);
}

/* Puts it where it belongs among those from `from` on. */
static inline void insert(judge *j, const lede_told_twice *pair, uint32_t from) {
    uint32_t at = j->pair_count++;
    assert_true(j->pair_count <= sizeof j->pairs / sizeof *j->pairs);
    for (; at > from && told_is_better(pair, &j->pairs[at - 1]); at--) {
        j->pairs[at] = j->pairs[at - 1];
    }
    j->pairs[at] = *pair;
}

static inline bool judge_pair(const judge *j, uint32_t a, uint32_t b,
                              lede_told_twice *pair) {
    uint32_t shared = shared_of(j, a, b), size_a = j->sizes[a], size_b = j->sizes[b];
    *pair = (lede_told_twice){.first = j->m->numbers[a],
                              .second = j->m->numbers[b],
                              .shared = shared,
                              .smaller = size_a < size_b ? size_a : size_b};
    judge_words(j, pair, b);
    return size_a >= 6 && size_b >= 6 && shared >= 4 && 2 * shared >= pair->smaller;
}

/* Row b with the best of the earlier ones that are no copies. */
static inline void judge_row(judge *j, uint32_t b) {
    uint32_t from = j->pair_count;
    for (uint32_t a = 0; a < b; a++) {
        lede_told_twice pair;
        if (j->copies[a] || !judge_pair(j, a, b, &pair)) {
            continue;
        }
        insert(j, &pair, from);
        j->pair_count = j->pair_count > from + 3 ? from + 3 : j->pair_count;
        j->copies[b] =
            j->copies[b] || (pair.shared == j->sizes[a] && pair.shared == j->sizes[b]);
    }
}

static inline void judge_all(judge *j, const made *m) {
    read_rows(j, m);
    for (uint32_t row = 0; row < m->in.content.rows; row++) {
        judge_row(j, row);
    }
    uint32_t count = j->pair_count;
    for (uint32_t i = j->pair_count = 0; i < count; i++) {
        lede_told_twice pair = j->pairs[i];
        insert(j, &pair, 0);
    }
}

#endif
