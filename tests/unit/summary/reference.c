/* SPDX-License-Identifier: MIT */
/* Candidates, terms, title and query. */
#include "unit/summary/reference.h"

#include "support/open.h"

#include <math.h>
#include <stdlib.h>

double *reference_numbers(size_t count) {
    double *block = calloc(count + 1, sizeof *block);
    assert_non_null(block);
    return block;
}

/* ---- Candidates --------------------------------------------------------------- */

static bool is_kind(const lede_document *d, uint32_t i, lede_summary_source from) {
    const lede_sentence *s = &d->sentences.items[i];
    int kind = d->page.blocks.items[s->block].kind;
    if (s->role == LEDE_ROLE_SET_ASIDE) {
        return false;
    }
    if (from == LEDE_SOURCE_PROSE) {
        return kind == LEDE_BLOCK_PROSE;
    }
    if (from == LEDE_SOURCE_HEADINGS) {
        return kind == LEDE_BLOCK_HEADING;
    }
    return kind == LEDE_BLOCK_LIST_ITEM || kind == LEDE_BLOCK_QUOTE ||
           kind == LEDE_BLOCK_TABLE_CELL || kind == LEDE_BLOCK_CAPTION;
}

/* The words of a sentence, marks left out; returns how many. */
static uint32_t words_of(const lede_document *d, uint32_t sentence, uint32_t *terms) {
    const lede_sentence *s = &d->sentences.items[sentence];
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->word_count; i++) {
        const lede_word *w = &d->words.items[s->first_word + i];
        if (w->kind != LEDE_WORD_MARK) {
            terms[n++] = w->term;
        }
    }
    return n;
}

static bool equal_words(const reference *r, uint32_t a, uint32_t b) {
    uint32_t *x = calloc(r->d->words.count + 1, sizeof *x);
    uint32_t *y = calloc(r->d->words.count + 1, sizeof *y);
    uint32_t n = words_of(r->d, r->sentence[a], x);
    bool equal =
        words_of(r->d, r->sentence[b], y) == n && memcmp(x, y, n * sizeof *x) == 0;
    free(x);
    free(y);
    return equal;
}

/* From the first source that has any sentence with `least` words. */
static void find_rows(reference *r, uint32_t least) {
    for (int kind = LEDE_SOURCE_PROSE; kind < LEDE_SOURCE_NONE && r->rows == 0; kind++) {
        r->source = (lede_summary_source)kind;
        for (uint32_t i = 0; i < r->d->sentences.count; i++) {
            if (r->d->sentences.items[i].words >= least && is_kind(r->d, i, r->source)) {
                r->sentence[r->rows++] = i;
            }
        }
    }
}

/* Sentences of marks alone only where there is no other. */
static void find_candidates(reference *r) {
    find_rows(r, 1);
    find_rows(r, 0);
    if (r->rows == 0) {
        r->source = LEDE_SOURCE_NONE;
    }
    r->eligible = r->rows;
    r->rows = 0;
    for (uint32_t i = 0; i < r->eligible; i++) {
        bool repeated = false;
        for (uint32_t j = 0; j < r->rows && !repeated; j++) {
            repeated = equal_words(r, i, j);
        }
        if (!repeated) {
            r->sentence[r->rows++] = r->sentence[i];
        }
    }
}

/* ---- Terms --------------------------------------------------------------------- */

/* Adds a word's stem, and those of its parts, to counts[stems]. */
static void count_word(const lede_document *d, const lede_word *w, double *counts,
                       double *content) {
    const lede_term *t = &d->terms.items[w->term];
    if ((w->kind != LEDE_WORD_WORD && w->kind != LEDE_WORD_HANDLE &&
         w->kind != LEDE_WORD_TAG) ||
        (t->flags & LEDE_TERM_STOP) != 0) {
        return;
    }
    *content += 1.0;
    counts[t->stem] += 1.0;
    for (uint32_t i = 0; i < t->part_count; i++) {
        const lede_term *part = &d->terms.items[d->parts.items[t->first_part + i]];
        if ((part->flags & LEDE_TERM_STOP) == 0 && part->letters > 1) {
            counts[part->stem] += 1.0;
        }
    }
}

static void count_sentence(const lede_document *d, const lede_sentence *s, double *counts,
                           double *content) {
    for (uint32_t i = 0; i < s->word_count; i++) {
        const lede_word *w = &d->words.items[s->first_word + i];
        if (w->kind != LEDE_WORD_MARK) {
            count_word(d, w, counts, content);
        }
    }
}

static void count_terms(reference *r) {
    for (uint32_t i = 0; i < r->rows; i++) {
        count_sentence(r->d, &r->d->sentences.items[r->sentence[i]],
                       r->count + (size_t)i * r->stems, &r->content[i]);
    }
    for (uint32_t w = 0; w < r->stems; w++) {
        double sentences = 0.0;
        for (uint32_t i = 0; i < r->rows; i++) {
            double n = r->count[(size_t)i * r->stems + w];
            sentences += n > 0.0;
            r->total_of[w] += n;
        }
        r->isf[w] = log(((double)r->rows + 1.0) / (sentences + 0.5));
    }
}
/* df is that of the most frequent form of the stem that the document has. */
static void read_idf(reference *r) {
    const lede_background *b = r->options.background;
    bool learnt = r->options.method == LEDE_METHOD_NEWS && reference_has_weights(r);
    if (b == NULL || learnt) { /* which ask nothing of a background */
        memcpy(r->idf, r->isf, r->stems * sizeof *r->idf);
        return;
    }
    double *df = reference_numbers(r->stems);
    for (size_t i = 0; i < r->d->terms.count; i++) {
        const lede_term *t = &r->d->terms.items[i];
        uint64_t documents = 0, occurrences = 0;
        (void)lede_background_find(b, r->d->keys.items + t->key.begin,
                                   t->key.end - t->key.begin, &documents, &occurrences);
        df[t->stem] = fmax(df[t->stem], (double)documents);
    }
    double all = (double)lede_background_measure(b).documents + 1.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        r->idf[w] = log(all / (df[w] + 0.5));
    }
    free(df);
}

double reference_product(const reference *r, uint32_t row, const double *counts,
                         const double *weights) {
    const double *own = r->count + (size_t)row * r->stems;
    double dot = 0.0, square = 0.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        dot += own[w] * weights[w] * counts[w] * weights[w];
        square += own[w] * weights[w] * own[w] * weights[w];
    }
    return square > 0.0 ? dot / sqrt(square) : 0.0;
}

/* One row is made a unit vector. */
static void read_unit(const reference *r, uint32_t row, const double *weights,
                      double *out) {
    const double *own = r->count + (size_t)row * r->stems;
    double square = 0.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        out[w] = own[w] * weights[w];
        square += out[w] * out[w];
    }
    for (uint32_t w = 0; w < r->stems && square > 0.0; w++) {
        out[w] /= sqrt(square);
    }
}

static void compare_pairs(const reference *r, const double *weights, double *x,
                          double *pair) {
    for (uint32_t i = 0; i < r->rows; i++) {
        read_unit(r, i, weights, x + (size_t)i * r->stems);
        for (uint32_t j = 0; j <= i; j++) {
            double dot = 0.0;
            for (uint32_t w = 0; w < r->stems; w++) {
                dot += x[(size_t)i * r->stems + w] * x[(size_t)j * r->stems + w];
            }
            pair[(size_t)i * r->rows + j] = pair[(size_t)j * r->rows + i] = dot;
        }
    }
}

/* ---- Words from outside ------------------------------------------------------------ */

/* The stem of the document with the form of one of another document. */
static uint32_t find_stem(const reference *r, const lede_document *t, uint32_t stem) {
    lede_span x = t->stems.items[stem];
    for (uint32_t b = 0; b < r->stems; b++) {
        lede_span y = r->d->stems.items[b];
        if (x.end - x.begin == y.end - y.begin &&
            memcmp(t->keys.items + x.begin, r->d->keys.items + y.begin,
                   x.end - x.begin) == 0) {
            return b;
        }
    }
    return LEDE_NONE;
}

/* Adds what one word counts; true when a row has any of it. */
static bool add_word(const reference *r, const lede_document *t, const lede_word *w,
                     double *out) {
    double *counts = reference_numbers(t->stems.count), content = 0.0;
    bool found = false;
    count_word(t, w, counts, &content);
    for (uint32_t a = 0; a < t->stems.count; a++) {
        uint32_t b = counts[a] > 0.0 ? find_stem(r, t, a) : LEDE_NONE;
        if (b != LEDE_NONE && r->total_of[b] > 0.0) {
            out[b] += counts[a];
            found = true;
        }
    }
    free(counts);
    return found;
}

/* Returns how many of its words the rows have. */
static uint32_t read_outside(const reference *r, const char *text, size_t n,
                             double *out) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *t = NULL;
    uint32_t found = 0;
    options.language = r->d->facts.language;
    options.hygiene = LEDE_HYGIENE_OFF;
    assert_int_equal(lede_document_create(text, n, &options, &t, NULL), LEDE_OK);
    for (size_t i = 0; i < t->words.count; i++) {
        if (t->words.items[i].kind != LEDE_WORD_MARK) {
            found += add_word(r, t, &t->words.items[i], out);
        }
    }
    lede_document_free(t);
    return found;
}

static void read_title(reference *r) {
    double content = 0.0;
    if (r->options.no_title) {
        return;
    }
    if (r->options.title != NULL) {
        (void)read_outside(r, r->options.title, r->options.title_length, r->title);
        return;
    }
    uint32_t block = LEDE_NONE; /* all sentences of the first heading */
    for (uint32_t i = 0; i < r->d->sentences.count; i++) {
        const lede_sentence *s = &r->d->sentences.items[i];
        if (s->role == LEDE_ROLE_HEADING && (block == LEDE_NONE || block == s->block)) {
            block = s->block;
            count_sentence(r->d, s, r->title, &content);
        }
    }
    for (uint32_t w = 0; w < r->stems; w++) { /* only words that the rows have */
        r->title[w] = r->total_of[w] > 0.0 ? r->title[w] : 0.0;
    }
}

/* ---- All of it ----------------------------------------------------------------------
 */

static void allocate(reference *r) {
    size_t rows = r->rows, stems = r->stems;
    r->count = reference_numbers(rows * stems);
    r->content = reference_numbers(rows);
    r->isf = reference_numbers(stems);
    r->idf = reference_numbers(stems);
    r->total_of = reference_numbers(stems);
    r->alike = reference_numbers(rows * rows);
    r->x = reference_numbers(rows * stems);
    r->pair = reference_numbers(rows * rows);
    r->title = reference_numbers(stems);
    r->query = reference_numbers(stems);
    r->total = reference_numbers(rows);
    for (int p = 0; p < LEDE_PART_COUNT; p++) {
        r->part[p] = reference_numbers(rows);
    }
}

reference *reference_open(const lede_document *d, const lede_summary_options *options) {
    reference *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->d = d;
    r->options = *options;
    r->stems = (uint32_t)d->stems.count;
    r->sentence = calloc(d->sentences.count + 1, sizeof *r->sentence);
    assert_non_null(r->sentence);
    find_candidates(r);
    allocate(r);
    count_terms(r);
    read_idf(r);
    compare_pairs(r, r->isf, r->x, r->alike);
    compare_pairs(r, r->idf, r->x, r->pair);
    read_title(r);
    if (options->query != NULL && options->method != LEDE_METHOD_LEAD && r->rows > 0) {
        r->query_words = read_outside(r, options->query, options->query_length, r->query);
    }
    reference_score(r);
    return r;
}

void reference_close(reference *r) {
    free(r->sentence);
    free(r->count);
    free(r->content);
    free(r->isf);
    free(r->idf);
    free(r->total_of);
    free(r->alike);
    free(r->x);
    free(r->pair);
    free(r->title);
    free(r->query);
    free(r->total);
    for (int p = 0; p < LEDE_PART_COUNT; p++) {
        free(r->part[p]);
    }
    free(r);
}
