/* SPDX-License-Identifier: MIT */
#include "measure/lengths.h"

#include "measure/distribution.h"
#include "measure/ending.h"

/* ---- Sentences --------------------------------------------------------------- */

#define LONGEST (sizeof((lede_statistics *)0)->longest / sizeof(uint32_t))

/* Among the longest, the first of equal ones first. */
static void note_length(const lede_document *d, uint32_t index, lede_statistics *s) {
    const lede_sentence *sentences = d->sentences.items;
    uint32_t words = sentences[index].words, at = LONGEST;
    while (at > 0 && (s->longest[at - 1] == LEDE_NONE ||
                      sentences[s->longest[at - 1]].words < words)) {
        at--;
        if (at + 1 < LONGEST) {
            s->longest[at + 1] = s->longest[at];
        }
    }
    if (at < LONGEST) {
        s->longest[at] = index;
    }
    if (s->shortest == LEDE_NONE || words < sentences[s->shortest].words) {
        s->shortest = index;
    }
    s->over_20 += words > 20;
    s->over_25 += words > 25;
    s->over_30 += words > 30;
}

static void note_ending(const lede_document *d, uint32_t index, lede_statistics *s) {
    ending e = ending_of(d, &d->sentences.items[index]);
    s->questions += e == ENDING_QUESTION;
    s->exclamations += e == ENDING_EXCLAMATION;
}

static bool is_outside(const lede_sentence *sentence) {
    return sentence->role == LEDE_ROLE_SET_ASIDE || sentence->role == LEDE_ROLE_METADATA;
}

static void note_fragment(const lede_sentence *sentence, lede_statistics *s) {
    if (!is_outside(sentence) && sentence->words > 0) {
        s->fragments++;
        s->headings += sentence->role == LEDE_ROLE_HEADING;
        s->fragment_words += sentence->words;
    }
}

static double rhythm_of(const uint32_t *lengths, size_t n) {
    uint64_t sum = 0;
    for (size_t i = 1; i < n; i++) {
        sum += lengths[i] > lengths[i - 1] ? lengths[i] - lengths[i - 1]
                                           : lengths[i - 1] - lengths[i];
    }
    return n > 1 ? (double)sum / (double)(n - 1) : 0.0;
}

static void measure_sentences(const measured *m, uint32_t *lengths, lede_statistics *s) {
    size_t n = 0;
    for (uint32_t i = 0; i < m->d->sentences.count; i++) {
        if (m->counted[i] == 0) {
            note_fragment(&m->d->sentences.items[i], s);
            continue;
        }
        lengths[n++] = m->d->sentences.items[i].words;
        note_length(m->d, i, s);
        note_ending(m->d, i, s);
    }
    s->rhythm = rhythm_of(lengths, n); /* before they lose their order */
    s->sentence_words = distribution_of(lengths, n);
}

/* ---- Paragraphs ---------------------------------------------------------------- */

/* Adds 1 for each sentence, or its words. */
static lede_distribution measure_paragraphs(const measured *m, uint32_t *lengths,
                                            bool words) {
    uint32_t block = LEDE_NONE;
    size_t n = 0;
    for (uint32_t i = 0; i < m->d->sentences.count; i++) {
        const lede_sentence *sentence = &m->d->sentences.items[i];
        if (m->counted[i] == 0) {
            continue;
        }
        if (sentence->block != block) {
            block = sentence->block;
            lengths[n++] = 0;
        }
        lengths[n - 1] += words ? sentence->words : 1;
    }
    return distribution_of(lengths, n);
}

bool lengths_measure(const measured *m, lede_statistics *s) {
    size_t bytes = 0;
    uint32_t *lengths = NULL;
    if (size_multiply(m->d->sentences.count + 1, sizeof *lengths, &bytes)) {
        lengths = memory_allocate(m->allocator, bytes);
    }
    if (lengths == NULL) {
        return false;
    }
    s->over_20 = s->over_25 = s->over_30 = 0;
    s->questions = s->exclamations = s->fragments = s->headings = 0;
    s->fragment_words = 0;
    s->longest[0] = s->longest[1] = s->longest[2] = s->shortest = LEDE_NONE;
    measure_sentences(m, lengths, s);
    s->paragraph_words = measure_paragraphs(m, lengths, true);
    s->paragraph_sentences = measure_paragraphs(m, lengths, false);
    memory_free(m->allocator, lengths, bytes);
    return true;
}
