/* SPDX-License-Identifier: MIT */
/* The words that carried a sentence. */
#include "unit/summary/reference.h"

#include "support/open.h"

#include <math.h>
#include <stdlib.h>

#define NOTHING 1e-9 /* an amount so small may be named or not */

static double unit(const reference *r, uint32_t row, uint32_t w) {
    return r->x[(size_t)row * r->stems + w];
}

/* What a term of a row adds to the formula behind a part. */
static double share_of(const reference *r, uint32_t row, uint32_t w, int part) {
    double x = unit(r, row, w), sum = 0.0;
    switch (part) {
    case LEDE_PART_CENTRALITY:
    case LEDE_PART_FORWARD:
        for (uint32_t j = part == LEDE_PART_FORWARD ? row + 1 : 0; j < r->rows; j++) {
            sum += j != row ? unit(r, j, w) : 0.0;
        }
        return x * sum;
    case LEDE_PART_WEIGHT:
        return r->count[(size_t)row * r->stems + w] > 0.0 ? r->total_of[w] * r->idf[w]
                                                          : 0.0;
    case LEDE_PART_TITLE:
        return x * r->title[w] * r->isf[w];
    default:
        return x * r->query[w] * r->isf[w];
    }
}

/* Adds each term's part of what the row has of this one. */
static void divide(const reference *r, uint32_t row, int part, double *amounts) {
    double *shares = reference_numbers(r->stems), all = 0.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        shares[w] = share_of(r, row, w, part);
        all += shares[w];
    }
    for (uint32_t w = 0; w < r->stems && all > 0.0; w++) {
        amounts[w] += shares[w] / all * r->part[part][row];
    }
    free(shares);
}

static bool has_stem(const lede_document *d, const lede_word *w, uint32_t stem) {
    const lede_term *t = &d->terms.items[w->term];
    bool found = t->stem == stem;
    for (uint32_t i = 0; i < t->part_count; i++) {
        const lede_term *part = &d->terms.items[d->parts.items[t->first_part + i]];
        bool counts = (part->flags & LEDE_TERM_STOP) == 0 && part->letters > 1;
        found = found || (counts && part->stem == stem);
    }
    return found;
}

/* For each word of the sentence the largest amount of the stems that it is the first
 * word of. */
static double *amounts_of_words(const reference *r, uint32_t row,
                                const lede_sentence *s) {
    static const int parts[] = {LEDE_PART_CENTRALITY, LEDE_PART_FORWARD, LEDE_PART_WEIGHT,
                                LEDE_PART_TITLE, LEDE_PART_QUERY};
    double *of_stem = reference_numbers(r->stems);
    double *of_word = reference_numbers(s->word_count);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        divide(r, row, parts[i], of_stem);
    }
    for (uint32_t w = 0; w < r->stems; w++) {
        bool found = r->count[(size_t)row * r->stems + w] <= 0.0;
        for (uint32_t i = 0; i < s->word_count && !found; i++) {
            const lede_word *word = &r->d->words.items[s->first_word + i];
            found = word->kind != LEDE_WORD_MARK && has_stem(r->d, word, w);
            of_word[i] = found ? fmax(of_word[i], of_stem[w]) : of_word[i];
        }
    }
    free(of_stem);
    return of_word;
}

/* How many of the words are worth more than this. */
static uint32_t count_above(const double *amounts, uint32_t count, double least) {
    uint32_t above = 0;
    for (uint32_t i = 0; i < count; i++) {
        above += amounts[i] > least;
    }
    return above;
}

static void expect_word(const lede_pick *pick, uint32_t at, const lede_sentence *s,
                        const double *amounts, double close) {
    uint32_t word = pick->words[at].word - s->first_word;
    double amount = (double)pick->words[at].amount / 4294967296.0;
    assert_true(pick->words[at].word >= s->first_word && word < s->word_count);
    assert_true(pick->words[at].amount > 0);
    assert_true(at == 0 || pick->words[at].amount <= pick->words[at - 1].amount);
    assert_true(fabs(amount - amounts[word]) < close);
    /* no more than the ones before it are worth more */
    assert_true(count_above(amounts, s->word_count, amount + close) <= at);
    for (uint32_t i = 0; i < at; i++) {
        assert_true(pick->words[i].word != pick->words[at].word);
    }
}

void reference_expect_words(const reference *r, uint32_t row, const lede_pick *pick) {
    const lede_sentence *s = &r->d->sentences.items[r->sentence[row]];
    if (!r->options.explain) {
        assert_int_equal(pick->word_count, 0);
        return;
    }
    double *amounts = amounts_of_words(r, row, s);
    uint32_t least = count_above(amounts, s->word_count, NOTHING);
    assert_true(pick->word_count <= LEDE_PICK_WORDS);
    assert_true(pick->word_count >= (least < LEDE_PICK_WORDS ? least : LEDE_PICK_WORDS));
    for (uint32_t i = 0; i < pick->word_count; i++) {
        expect_word(pick, i, s, amounts, r->close);
    }
    free(amounts);
}
