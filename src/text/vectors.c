/* SPDX-License-Identifier: MIT */
#include "text/vectors.h"

#include "base/real.h"

#include <string.h>

/* Where the row being read has its entry of a stem. */
typedef struct builder {
    vectors *v;
    const lede_document *d;
    uint32_t *slot; /* stems: entry, valid when it lies in the open row */
    uint32_t row;
} builder;

static void *array_of(const lede_allocator *allocator, size_t count, size_t item) {
    size_t n = 0;
    return size_multiply(count, item, &n) ? memory_allocate(allocator, n) : NULL;
}

static void *zeroed(const lede_allocator *allocator, size_t count, size_t item) {
    void *block = array_of(allocator, count, item);
    if (block != NULL) {
        memset(block, 0, count * item);
    }
    return block;
}

/* One more stem or row than there is, so that nothing is of size 0. */
static bool allocate(vectors *v) {
    size_t stems = (size_t)v->stems + 1, rows = (size_t)v->rows + 1;
    v->begin = zeroed(v->allocator, rows, sizeof *v->begin);
    v->content = zeroed(v->allocator, rows, sizeof *v->content);
    v->rows_with = zeroed(v->allocator, stems, sizeof *v->rows_with);
    v->total = zeroed(v->allocator, stems, sizeof *v->total);
    v->isf = array_of(v->allocator, stems, sizeof *v->isf);
    return v->begin != NULL && v->content != NULL && v->rows_with != NULL &&
           v->total != NULL && v->isf != NULL;
}

void vectors_free(vectors *v) {
    size_t stems = (size_t)v->stems + 1, rows = (size_t)v->rows + 1;
    memory_free(v->allocator, v->begin, rows * sizeof *v->begin);
    memory_free(v->allocator, v->content, rows * sizeof *v->content);
    memory_free(v->allocator, v->rows_with, stems * sizeof *v->rows_with);
    memory_free(v->allocator, v->total, stems * sizeof *v->total);
    memory_free(v->allocator, v->isf, stems * sizeof *v->isf);
    VEC_FREE(&v->stem, v->allocator);
    VEC_FREE(&v->weight, v->allocator);
}

/* ---- Counting ---------------------------------------------------------- */

static inline bool add_stem(builder *b, uint32_t stem) {
    vectors *v = b->v;
    uint32_t slot = b->slot[stem];
    v->total[stem]++;
    if (slot >= v->begin[b->row] && slot < v->stem.count && v->stem.items[slot] == stem) {
        v->weight.items[slot] += 1.0;
        return true;
    }
    if (!VEC_RESERVE(&v->stem, v->allocator, 1) ||
        !VEC_RESERVE(&v->weight, v->allocator, 1)) {
        return false;
    }
    b->slot[stem] = (uint32_t)v->stem.count;
    v->rows_with[stem]++;
    v->stem.items[v->stem.count++] = stem;
    v->weight.items[v->weight.count++] = 1.0;
    return true;
}

static bool add_parts(builder *b, const lede_term *whole) {
    const lede_term *terms = b->d->terms.items;
    const uint32_t *parts = b->d->parts.items;
    for (uint32_t i = 0; i < whole->part_count; i++) {
        const lede_term *part = &terms[parts[whole->first_part + i]];
        if (vectors_count_part(part) && !add_stem(b, part->stem)) {
            return false;
        }
    }
    return true;
}

static inline bool is_content(const lede_word *w, const lede_term *terms) {
    const unsigned lexical =
        1u << LEDE_WORD_WORD | 1u << LEDE_WORD_HANDLE | 1u << LEDE_WORD_TAG;
    return (lexical >> w->kind & 1u) != 0 && (terms[w->term].flags & LEDE_TERM_STOP) == 0;
}

static bool read_row(builder *b, const lede_sentence *s) {
    const lede_word *w = b->d->words.items + s->first_word, *end = w + s->word_count;
    const lede_term *terms = b->d->terms.items;
    uint32_t content = 0;
    for (; w < end; w++) {
        if (!is_content(w, terms)) {
            continue;
        }
        const lede_term *t = &terms[w->term];
        content++;
        if (!add_stem(b, t->stem) || (t->part_count > 0 && !add_parts(b, t))) {
            return false;
        }
    }
    b->v->content[b->row] = content;
    return true;
}

/* Room for all words, of which the content words are some half: growing would
 * copy what is there several times, and room that stays empty costs nothing. */
static bool make_room(builder *b, const uint32_t *sentences) {
    size_t words = 0;
    for (uint32_t i = 0; i < b->v->rows; i++) {
        words += b->d->sentences.items[sentences[i]].words;
    }
    return VEC_RESERVE(&b->v->stem, b->v->allocator, words) &&
           VEC_RESERVE(&b->v->weight, b->v->allocator, words);
}

static bool read_rows(builder *b, const uint32_t *sentences) {
    vectors *v = b->v;
    if (!make_room(b, sentences)) {
        return false;
    }
    for (b->row = 0; b->row < v->rows; b->row++) {
        v->begin[b->row] = (uint32_t)v->stem.count;
        if (!read_row(b, &b->d->sentences.items[sentences[b->row]])) {
            return false;
        }
    }
    v->begin[v->rows] = (uint32_t)v->stem.count;
    return true;
}

/* ---- Weighing ---------------------------------------------------------- */

static double isf_of(const vectors *v, uint32_t rows_with) {
    return real_ln(((double)v->rows + 1.0) / ((double)rows_with + 0.5));
}

/* Most stems stand in few rows, so that few logarithms serve nearly all. */
static void weigh_stems(vectors *v) {
    double known[16];
    const uint32_t count = sizeof known / sizeof *known;
    for (uint32_t i = 0; i < count; i++) {
        known[i] = isf_of(v, i);
    }
    for (uint32_t i = 0; i < v->stems; i++) {
        uint32_t with = v->rows_with[i];
        v->isf[i] = with < count ? known[with] : isf_of(v, with);
    }
}

/* Multiplies what is there by the weights of the stems, then each row is of length 1. */
static void weigh(vectors *v, const double *by) {
    double *weights = v->weight.items;
    for (uint32_t row = 0; row < v->rows && weights != NULL; row++) {
        double square = 0.0;
        for (uint32_t i = v->begin[row]; i < v->begin[row + 1]; i++) {
            weights[i] *= by[v->stem.items[i]];
            square += weights[i] * weights[i];
        }
        /* all 0 where every word is in every text of a background */
        double length = square > 0.0 ? real_sqrt(square) : 1.0;
        for (uint32_t i = v->begin[row]; i < v->begin[row + 1]; i++) {
            weights[i] /= length;
        }
    }
}

/* A row's weights are counts x ISF / its length, so that the ratio of factor and ISF
 * makes them counts x factor but for the length. */
static bool ratios(const vectors *v, const double *factor, double **by) {
    *by = array_of(v->allocator, (size_t)v->stems + 1, sizeof **by);
    for (uint32_t i = 0; i < v->stems && *by != NULL; i++) {
        (*by)[i] = factor[i] / v->isf[i];
    }
    return *by != NULL;
}

bool vectors_reweigh(const vectors *v, double *factor, vectors *out) {
    double *by = NULL;
    *out = *v;
    out->weight.items = NULL;
    out->weight.count = out->weight.capacity = 0;
    bool ok = ratios(v, factor, &by) &&
              VEC_RESERVE(&out->weight, v->allocator, v->weight.count);
    if (ok && v->weight.count > 0) {
        memcpy(out->weight.items, v->weight.items,
               v->weight.count * sizeof *v->weight.items);
        out->weight.count = v->weight.count;
    }
    if (ok) {
        out->isf = factor;
        weigh(out, by);
    }
    memory_free(v->allocator, by, ((size_t)v->stems + 1) * sizeof *by);
    return ok;
}

void vectors_free_weights(vectors *v) {
    VEC_FREE(&v->weight, v->allocator);
}

bool vectors_build(vectors *v, const lede_document *d, const uint32_t *sentences,
                   uint32_t rows) {
    v->rows = rows;
    v->stems = (uint32_t)d->stems.count;
    size_t stems = (size_t)v->stems + 1;
    builder b = {.v = v, .d = d};
    b.slot = zeroed(v->allocator, stems, sizeof *b.slot);
    bool ok = b.slot != NULL && allocate(v) && read_rows(&b, sentences);
    memory_free(v->allocator, b.slot, stems * sizeof *b.slot);
    if (ok) {
        weigh_stems(v);
        weigh(v, v->isf);
    }
    return ok;
}

void vectors_add(const vectors *v, uint32_t row, double factor, double *sum) {
    for (uint32_t i = v->begin[row]; i < v->begin[row + 1]; i++) {
        sum[v->stem.items[i]] += factor * v->weight.items[i];
    }
}

double vectors_dot(const vectors *v, uint32_t row, const double *dense) {
    double dot = 0.0;
    for (uint32_t i = v->begin[row]; i < v->begin[row + 1]; i++) {
        dot += v->weight.items[i] * dense[v->stem.items[i]];
    }
    return dot;
}

/* ---- All rows --------------------------------------------------------------
 *
 * Two entries at a time: who solves equations over the rows comes by here some ten times,
 * and of an entry the loop itself would be nearly half.
 */

void vectors_add_rows(const vectors *v, const double *factors, double *sum) {
    const uint32_t *stem = v->stem.items;
    const double *weight = v->weight.items;
    for (uint32_t row = 0; row < v->rows; row++) {
        const double factor = factors[row];
        uint32_t i = v->begin[row], end = v->begin[row + 1];
        for (; i + 1 < end; i += 2) {
            sum[stem[i]] += factor * weight[i];
            sum[stem[i + 1]] += factor * weight[i + 1];
        }
        if (i < end) {
            sum[stem[i]] += factor * weight[i];
        }
    }
}

void vectors_dot_rows(const vectors *v, const double *dense, double *out) {
    const uint32_t *stem = v->stem.items;
    const double *weight = v->weight.items;
    for (uint32_t row = 0; row < v->rows; row++) {
        uint32_t i = v->begin[row], end = v->begin[row + 1];
        double dot = 0.0;
        for (; i + 1 < end; i += 2) {
            dot += weight[i] * dense[stem[i]];
            dot += weight[i + 1] * dense[stem[i + 1]];
        }
        out[row] = i < end ? dot + weight[i] * dense[stem[i]] : dot;
    }
}
