/* SPDX-License-Identifier: MIT */
/* Learnt weights: read from their file, applied to what the bytes of each sentence show.
 */
#include "unit/summary/reference.h"

#include "support/open.h"
#include "support/texts.h"

#include <math.h>

enum { FEATURES = 27, CONTEXTS = 3 };

/* In the order of the table in docs/summarization.md, and the part that each goes to. */
static const struct {
    const char *name;
    lede_score_part part;
} features[FEATURES] = {
    {"weight", LEDE_PART_WEIGHT},
    {"weight-mean", LEDE_PART_WEIGHT},
    {"later", LEDE_PART_FORWARD},
    {"later-new", LEDE_PART_FORWARD},
    {"centrality", LEDE_PART_CENTRALITY},
    {"forward", LEDE_PART_FORWARD},
    {"forward-mean", LEDE_PART_FORWARD},
    {"centroid", LEDE_PART_WEIGHT},
    {"title", LEDE_PART_TITLE},
    {"title-share", LEDE_PART_TITLE},
    {"first", LEDE_PART_POSITION},
    {"near-2", LEDE_PART_POSITION},
    {"near-5", LEDE_PART_POSITION},
    {"near-15", LEDE_PART_POSITION},
    {"relative-10", LEDE_PART_POSITION},
    {"relative-30", LEDE_PART_POSITION},
    {"new", LEDE_PART_NOVELTY},
    {"length", LEDE_PART_LENGTH},
    {"length-ratio", LEDE_PART_LENGTH},
    {"full-5", LEDE_PART_LENGTH},
    {"full-10", LEDE_PART_LENGTH},
    {"stop", LEDE_PART_FORM},
    {"digit", LEDE_PART_FORM},
    {"digits", LEDE_PART_FORM},
    {"quote", LEDE_PART_FORM},
    {"colon", LEDE_PART_FORM},
    {"anaphor", LEDE_PART_FORM},
};

static const char *const contexts[CONTEXTS] = {"size", "title-first", "central-first"};

typedef struct learnt {
    double weight[FEATURES];
    double by[CONTEXTS][FEATURES];
    double cosine;
} learnt;

static uint32_t index_of(const char *name) {
    uint32_t i = 0;
    while (i < FEATURES && strcmp(features[i].name, name) != 0) {
        i++;
    }
    assert_true(i < FEATURES);
    return i;
}

/* ---- The file ------------------------------------------------------------------------
 */

static double *open_section(learnt *to, const char *line) {
    char name[64];
    for (int c = 0; c < CONTEXTS; c++) {
        snprintf(name, sizeof name, "[by %s]\n", contexts[c]);
        if (strcmp(line, name) == 0) {
            return to->by[c];
        }
    }
    return strcmp(line, "[weights]\n") == 0 ? to->weight : NULL; /* [redundancy] */
}

static bool read_weights(const char *language, learnt *to) {
    char line[256], name[64];
    double *in = NULL, number = 0.0;
    snprintf(line, sizeof line, "%s/stopwords/%s/news.weights", LEDE_SOURCE_DIR,
             language);
    FILE *file = fopen(line, "r");
    memset(to, 0, sizeof *to);
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '[') {
            in = open_section(to, line);
        } else if (line[0] != '#' && sscanf(line, "%63s %lf", name, &number) == 2) {
            *(in != NULL ? &in[index_of(name)] : &to->cosine) = number;
        }
    }
    return file != NULL && fclose(file) == 0;
}

/* ---- Features of words ------------------------------------------------------------ */

typedef struct ranking {
    reference *r;
    double *of[FEATURES]; /* rows */
} ranking;

static bool has(const reference *r, uint32_t row, uint32_t w) {
    return r->count[(size_t)row * r->stems + w] > 0.0;
}

static bool has_before(const reference *r, uint32_t row, uint32_t w) {
    bool found = false;
    for (uint32_t j = 0; j < row; j++) {
        found = found || has(r, j, w);
    }
    return found;
}

static double rows_behind(const reference *r, uint32_t row, uint32_t w) {
    double found = 0.0;
    for (uint32_t j = row + 1; j < r->rows; j++) {
        found += has(r, j, w);
    }
    return found;
}

static void see_terms(const ranking *k, uint32_t i) {
    const reference *r = k->r;
    double terms = 0.0, fresh = 0.0, c = fmax(1.0, r->content[i]);
    for (uint32_t w = 0; w < r->stems; w++) {
        if (!has(r, i, w)) {
            continue;
        }
        double later = rows_behind(r, i, w) * r->isf[w];
        bool is_new = !has_before(r, i, w);
        terms += 1.0;
        fresh += is_new;
        k->of[index_of("weight")][i] += r->total_of[w] * r->isf[w] / sqrt(c);
        k->of[index_of("weight-mean")][i] += r->total_of[w] * r->isf[w] / c;
        k->of[index_of("later")][i] += later / sqrt(c);
        k->of[index_of("later-new")][i] += is_new ? later / sqrt(c) : 0.0;
    }
    k->of[index_of("new")][i] = terms > 0.0 ? fresh / terms : 0.0;
    k->of[index_of("centroid")][i] = reference_product(r, i, r->total_of, r->isf);
}

static void see_cosines(const ranking *k, uint32_t i) {
    const reference *r = k->r;
    double all = 0.0, later = 0.0, behind = fmax(1.0, (double)r->rows - 1.0 - i);
    for (uint32_t j = 0; j < r->rows; j++) {
        all += j != i ? r->alike[(size_t)i * r->rows + j] : 0.0;
        later += j > i ? r->alike[(size_t)i * r->rows + j] : 0.0;
    }
    k->of[index_of("centrality")][i] = all > 1e-9 ? all : 0.0;
    k->of[index_of("forward")][i] = later;
    k->of[index_of("forward-mean")][i] = later / behind;
}

static void see_title(const ranking *k, uint32_t i) {
    const reference *r = k->r;
    double *once = reference_numbers(r->stems), all = 0.0, here = 0.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        once[w] = r->title[w] > 0.0 ? 1.0 : 0.0;
        all += once[w] * r->isf[w];
        here += has(r, i, w) ? once[w] * r->isf[w] : 0.0;
    }
    k->of[index_of("title")][i] = reference_product(r, i, once, r->isf);
    k->of[index_of("title-share")][i] = all > 0.0 ? here / all : 0.0;
    free(once);
}

static void see_position(const ranking *k, uint32_t row) {
    double i = row, n = k->r->rows;
    k->of[index_of("first")][row] = row == 0 ? 1.0 : 0.0;
    k->of[index_of("near-2")][row] = exp(-i / 2.0);
    k->of[index_of("near-5")][row] = exp(-i / 5.0);
    k->of[index_of("near-15")][row] = exp(-i / 15.0);
    k->of[index_of("relative-10")][row] = exp(-i / (0.1 * n));
    k->of[index_of("relative-30")][row] = exp(-i / (0.3 * n));
}

/* ---- Features of the bytes --------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Without the dateline that it may open with. */
static lede_span counted_span(const reference *r, uint32_t row) {
    const lede_sentence *s = &r->d->sentences.items[r->sentence[row]];
    return s->word_count > 0 ? document_counted(r->d, s) : s->span;
}

/* Runs of anything but white space, and how many of them have a digit. */
static double count_pieces(const reference *r, uint32_t row, double *with_digit) {
    lede_span span = counted_span(r, row);
    double pieces = 0.0;
    bool open = false, digit = false;
    for (uint32_t i = span.begin; i < span.end; i++) {
        char c = r->d->page.text[i];
        bool starts = !is_space(c) && !open;
        digit = digit && !starts;
        open = !is_space(c);
        pieces += starts;
        *with_digit += c >= '0' && c <= '9' && !digit;
        digit = digit || (c >= '0' && c <= '9');
    }
    return pieces;
}

static bool begins_with_quote(const char *text, size_t n) {
    static const char *const marks[] = {"\"",
                                        "'",
                                        "`",
                                        "\xC2\xAB",
                                        "\xC2\xBB",
                                        "\xE2\x80\x98",
                                        "\xE2\x80\x99",
                                        "\xE2\x80\x9C",
                                        "\xE2\x80\x9D",
                                        "\xE2\x80\x9E"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (n >= length && memcmp(text, marks[i], length) == 0) {
            return true;
        }
    }
    return false;
}

static void see_words(const ranking *k, uint32_t row) {
    const lede_document *d = k->r->d;
    const lede_sentence *s = &d->sentences.items[k->r->sentence[row]];
    double words = 0.0, stop = 0.0;
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        if (d->words.items[i].kind == LEDE_WORD_MARK) {
            continue;
        }
        uint32_t flags = d->terms.items[d->words.items[i].term].flags;
        stop += (flags & LEDE_TERM_STOP) != 0;
        if (words == 0.0 && (flags & LEDE_TERM_ANAPHOR) != 0) {
            k->of[index_of("anaphor")][row] = 1.0;
        }
        words += 1.0;
    }
    k->of[index_of("stop")][row] = words > 0.0 ? stop / words : 0.0;
}

static void see_bytes(const ranking *k, uint32_t row, double mean) {
    lede_span span = counted_span(k->r, row);
    const char *text = k->r->d->page.text + span.begin;
    size_t n = span.end - span.begin;
    double with_digit = 0.0, pieces = count_pieces(k->r, row, &with_digit);
    k->of[index_of("length")][row] = pieces / 30.0;
    k->of[index_of("length-ratio")][row] =
        mean > 0.0 ? fmin(3.0, pieces / mean) / 3.0 : 0.0;
    k->of[index_of("full-5")][row] = fmin(1.0, pieces / 5.0);
    k->of[index_of("full-10")][row] = fmin(1.0, pieces / 10.0);
    k->of[index_of("digit")][row] = with_digit > 0.0 ? 1.0 : 0.0;
    k->of[index_of("digits")][row] = fmin(1.0, with_digit / 3.0);
    k->of[index_of("quote")][row] = begins_with_quote(text, n) ? 1.0 : 0.0;
    k->of[index_of("colon")][row] = memchr(text, ':', n) != NULL ? 1.0 : 0.0;
}

/* ---- All of it ------------------------------------------------------------------------
 */

static void see_rows(const ranking *k) {
    double pieces = 0.0, with_digit = 0.0;
    for (uint32_t i = 0; i < k->r->rows; i++) {
        pieces += count_pieces(k->r, i, &with_digit);
    }
    for (uint32_t i = 0; i < k->r->rows; i++) {
        see_terms(k, i);
        see_cosines(k, i);
        see_title(k, i);
        see_words(k, i);
        see_bytes(k, i, pieces / (double)k->r->rows);
        if (!k->r->options.no_position) {
            see_position(k, i);
        }
    }
    for (uint32_t f = 0; f <= index_of("title"); f++) {
        reference_scale(k->of[f], k->r->rows, 1.0);
    }
}

static void weigh_rows(const ranking *k, const learnt *l) {
    const double context[CONTEXTS] = {log((double)k->r->rows) / 5.0,
                                      k->of[index_of("title")][0],
                                      k->of[index_of("centrality")][0]};
    for (uint32_t f = 0; f < FEATURES; f++) {
        double weight = l->weight[f];
        for (int c = 0; c < CONTEXTS; c++) {
            weight += l->by[c][f] * context[c];
        }
        for (uint32_t i = 0; i < k->r->rows; i++) {
            k->r->part[features[f].part][i] += weight * k->of[f][i];
        }
    }
}

bool reference_has_weights(const reference *r) {
    learnt l;
    return read_weights(r->d->facts.language, &l);
}

bool reference_score_learnt(reference *r) {
    learnt l;
    ranking k = {.r = r};
    if (!read_weights(r->d->facts.language, &l)) {
        return false;
    }
    for (int f = 0; f < FEATURES; f++) {
        k.of[f] = reference_numbers(r->rows);
    }
    if (r->rows > 0) {
        see_rows(&k);
        weigh_rows(&k, &l);
    }
    for (int f = 0; f < FEATURES; f++) {
        free(k.of[f]);
    }
    r->redundancy = l.cosine;
    return true;
}
