/* SPDX-License-Identifier: MIT */
#include "text/incidence.h"

/* ---- Memory ------------------------------------------------------------------ */

/* One more than there are, so that nothing is of size 0. */
static size_t classes_size(const incidence *x) {
    return ((size_t)x->class_count + 1) * sizeof *x->classes;
}

static size_t rows_size(const incidence *x) {
    return ((size_t)x->rows + 1) * sizeof *x->begin;
}

static size_t postings_size(const incidence *x) {
    return (x->class_at.count + 1) * sizeof *x->postings;
}

/* Room for all words, of which those that count are some half: growing would copy what
 * is there several times, and room that stays empty costs nothing. */
static bool make_room(incidence *x, const lede_document *d, const incidence_input *in) {
    size_t words = 0;
    for (uint32_t i = 0; i < in->rows; i++) {
        words += d->sentences.items[in->sentences[i]].words;
    }
    return VEC_RESERVE(&x->class_at, x->allocator, words) &&
           VEC_RESERVE(&x->word_at, x->allocator, words);
}

static bool allocate(incidence *x, const lede_document *d, const incidence_input *in) {
    x->begin = memory_allocate(x->allocator, rows_size(x));
    x->classes = memory_allocate(x->allocator, classes_size(x));
    if (x->begin == NULL || x->classes == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < x->class_count; i++) {
        x->classes[i].rows_with = x->classes[i].mark = x->classes[i].posted = 0;
    }
    return make_room(x, d, in);
}

void incidence_free(incidence *x) {
    memory_free(x->allocator, x->postings, postings_size(x));
    memory_free(x->allocator, x->begin, rows_size(x));
    memory_free(x->allocator, x->classes, classes_size(x));
    VEC_FREE(&x->class_at, x->allocator);
    VEC_FREE(&x->word_at, x->allocator);
}

/* ---- Rows -------------------------------------------------------------------- */

static inline bool is_lexical(const lede_word *w) {
    const unsigned lexical =
        1u << LEDE_WORD_WORD | 1u << LEDE_WORD_HANDLE | 1u << LEDE_WORD_TAG;
    return (lexical >> w->kind & 1u) != 0;
}

/* Entries only grow: one marked behind the beginning of this row is of this row. */
static void read_row(incidence *x, const lede_document *d, const uint32_t *class_of,
                     const lede_sentence *s) {
    const lede_word *w = d->words.items + s->first_word, *end = w + s->word_count;
    incidence_class *classes = x->classes;
    uint32_t *class_at = x->class_at.items, *word_at = x->word_at.items;
    uint32_t first = (uint32_t)x->class_at.count, entries = first;
    for (uint32_t word = s->first_word; w < end; w++, word++) {
        if (!is_lexical(w)) {
            continue;
        }
        uint32_t class = class_of[w->term];
        if (class == INCIDENCE_NONE || classes[class].mark > first) {
            continue;
        }
        class_at[entries] = class;
        word_at[entries] = word;
        classes[class].mark = ++entries;
        classes[class].rows_with++;
    }
    x->class_at.count = x->word_at.count = entries;
}

static void read_rows(incidence *x, const lede_document *d, const incidence_input *in) {
    x->begin[0] = 0;
    for (uint32_t row = 0; row < x->rows; row++) {
        read_row(x, d, in->class_of, &d->sentences.items[in->sentences[row]]);
        x->begin[row + 1] = (uint32_t)x->class_at.count;
    }
}

/* ---- The inverted index ------------------------------------------------------ */

/* A counting sort, of which incidence_post() does the last step. */
static bool make_postings(incidence *x) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < x->class_count; i++) {
        x->classes[i].first_posting = sum;
        sum += x->classes[i].rows_with;
    }
    x->postings = memory_allocate(x->allocator, postings_size(x));
    return x->postings != NULL;
}

incidence_before incidence_post(incidence *x, uint32_t row) {
    incidence_before before = {0, 0};
    const uint32_t *at = x->class_at.items + x->begin[row];
    const uint32_t *end = x->class_at.items + x->begin[row + 1];
    incidence_class *classes = x->classes;
    uint32_t *postings = x->postings;
    for (; at < end; at++) {
        incidence_class *c = &classes[*at];
        uint64_t posted = c->posted;
        before.rows += posted;
        before.classes += posted > 0;
        postings[c->first_posting + posted] = row;
        c->posted++;
    }
    return before;
}

void incidence_take_back(incidence *x, uint32_t row) {
    for (uint32_t i = x->begin[row]; i < x->begin[row + 1]; i++) {
        x->classes[x->class_at.items[i]].posted--;
    }
}

bool incidence_build(incidence *x, const lede_document *d, const incidence_input *in) {
    x->rows = in->rows;
    x->class_count = in->class_count;
    x->marked = INCIDENCE_NONE;
    if (!allocate(x, d, in)) {
        return false;
    }
    read_rows(x, d, in);
    return make_postings(x);
}

/* ---- Comparing --------------------------------------------------------------- */

void incidence_mark(incidence *x, uint32_t row) {
    for (uint32_t i = x->begin[row]; i < x->begin[row + 1]; i++) {
        x->classes[x->class_at.items[i]].mark = i + 1;
    }
    x->marked = row;
}

uint32_t incidence_shared(incidence *x, uint32_t a, uint32_t b) {
    uint32_t shared = 0;
    if (x->marked != a) {
        incidence_mark(x, a);
    }
    uint32_t first = x->begin[a], size = incidence_size(x, a);
    const uint32_t *c = x->class_at.items + x->begin[b];
    for (uint32_t left = incidence_size(x, b); left > 0; left--, c++) {
        shared += x->classes[*c].mark - 1 - first < size;
    }
    return shared;
}
