/* SPDX-License-Identifier: MIT */
#include "summary/keywords.h"

#include "base/error.h"
#include "base/real.h"
#include "summary/key_forms.h"
#include "summary/key_weights.h"

#include <stdlib.h>

#define ONCE 0.5         /* so much less often: names that are there once come last */
#define TITLE_FACTOR 0.5 /* more for a term whose words are all in the title */

/* A term, while they are put in order. */
typedef struct key_term {
    double score;
    uint32_t phrase; /* of its level */
    uint32_t first;  /* word of the stream */
    uint32_t words;
} key_term;

typedef VEC_OF(key_term) key_term_list;

/* What is needed while looking for them, and dropped afterwards. */
typedef struct workspace {
    const lede_allocator *allocator;
    key_stream stream;
    key_phrases phrases;
    key_weights weights;
    key_term_list terms;
    lede_span *spans; /* of those that are listed */
    uint32_t listed;
} workspace;

static key_phrase *phrase_of(const workspace *w, const key_term *t) {
    return &w->phrases.levels[t->words - 1].list.items[t->phrase];
}

/* ---- Scores ---------------------------------------------------------------------- */

/*
 * The word that ends a name, if the name brings it in and it stands alone afterwards,
 * with a capital mostly: it means the same, as "Merkel" does behind "Angela Merkel". Else
 * NULL.
 */
static key_phrase *short_name(const workspace *w, const key_phrase *p, uint32_t words) {
    uint32_t last = p->first + words - 1;
    uint32_t i = w->phrases.levels[0].at[last];
    key_phrase *word = i != KEY_NO_PHRASE ? &w->phrases.levels[0].list.items[i] : NULL;
    bool same = word != NULL && p->name != 0 && words > 1 && word->first == last &&
                word->outside > 0 && word->capitals > word->outside / 2;
    return same ? word : NULL;
}

static double score_of(const workspace *w, const key_phrase *p, uint32_t words,
                       uint32_t times) {
    double rarity = 0.0, titled = 0.0, content = 0.0;
    for (uint32_t i = p->first; i < p->first + words; i++) {
        const key_word *word = &w->stream.words.items[i];
        if ((word->flags & KEY_CONNECTOR) == 0) {
            content += 1.0;
            rarity += w->weights.rarity[word->stem];
            titled += w->weights.title[word->stem] > 0.0 ? 1.0 : 0.0;
        }
    }
    return (times - ONCE) * (rarity / content) * (1.0 + real_ln(content)) *
           (1.0 + TITLE_FACTOR * (titled / content));
}

static bool add_term(workspace *w, uint32_t words, uint32_t phrase) {
    key_phrase *p = &w->phrases.levels[words - 1].list.items[phrase];
    if (!key_phrases_is_key(p)) {
        return true;
    }
    uint32_t times = p->outside;
    key_phrase *alone = short_name(w, p, words);
    if (alone != NULL) {
        times += alone->outside;
        alone->outside = 0; /* told with the name */
    }
    key_term_list *terms = &w->terms;
    if (!VEC_RESERVE(terms, w->allocator, 1)) {
        return false;
    }
    key_term term = {score_of(w, p, words, times), phrase, p->first, words};
    w->terms.items[w->terms.count++] = term;
    return true;
}

/* The longest first: a name takes the word that stands for it. */
static bool gather_terms(workspace *w) {
    for (uint32_t words = KEY_WORDS; words > 0; words--) {
        uint32_t count = (uint32_t)w->phrases.levels[words - 1].list.count;
        for (uint32_t i = 0; i < count; i++) {
            if (!add_term(w, words, i)) {
                return false;
            }
        }
    }
    return true;
}

/* The highest score first, ties to the first place and to the longer one. */
static int by_score(const void *a, const void *b) {
    const key_term *x = a, *y = b;
    if (x->score > y->score || x->score < y->score) {
        return x->score < y->score ? 1 : -1;
    }
    if (x->first != y->first) {
        return x->first > y->first ? 1 : -1;
    }
    return (x->words < y->words) - (x->words > y->words);
}

static void mark_title(workspace *w) {
    for (size_t i = 0; i < w->stream.words.count; i++) {
        key_word *word = &w->stream.words.items[i];
        word->flags |= w->weights.title[word->stem] > 0.0 ? KEY_TITLED : 0u;
    }
}

/* ---- The list -------------------------------------------------------------------- */

static uint32_t content_words(const workspace *w, const key_term *t) {
    uint32_t content = 0;
    for (uint32_t i = t->first; i < t->first + t->words; i++) {
        content += (w->stream.words.items[i].flags & KEY_CONNECTOR) == 0;
    }
    return content;
}

static lede_keyword keyword_of(const workspace *w, uint32_t rank) {
    const key_term *t = &w->terms.items[rank];
    const key_phrase *p = phrase_of(w, t);
    lede_keyword key = {.span = w->spans[rank],
                        .first = key_stream_span(&w->stream, p->first, t->words),
                        .words = t->words,
                        .content_words = content_words(w, t),
                        .count = p->count,
                        .sentences = p->sentences};
    key.score = real_to_fixed(t->score / w->terms.items[0].score);
    return key;
}

static bool list_terms(lede_keywords *k, workspace *w, uint32_t most) {
    w->listed = w->terms.count < most ? (uint32_t)w->terms.count : most;
    w->spans = memory_allocate(w->allocator, ((size_t)w->listed + 1) * sizeof *w->spans);
    if (w->spans == NULL || !VEC_RESERVE(&k->list, k->allocator, w->listed)) {
        return false;
    }
    for (uint32_t rank = 0; rank < w->listed; rank++) {
        phrase_of(w, &w->terms.items[rank])->rank = rank;
    }
    if (!key_forms_choose(&w->phrases, w->spans, w->listed)) {
        return false;
    }
    for (uint32_t rank = 0; rank < w->listed; rank++) {
        k->list.items[k->list.count++] = keyword_of(w, rank);
    }
    return true;
}

static lede_status find_terms(lede_keywords *k, workspace *w,
                              const lede_keywords_options *options, lede_error *error) {
    if (!key_stream_read(&w->stream, k->d, w->allocator)) {
        return error_no_memory(error);
    }
    lede_status status = key_weights_read(&w->weights, &w->stream, options, error);
    if (status != LEDE_OK) {
        return status;
    }
    mark_title(w);
    if (!key_phrases_find(&w->phrases, &w->stream) || !gather_terms(w)) {
        return error_no_memory(error);
    }
    if (w->terms.count > 0) {
        qsort(w->terms.items, w->terms.count, sizeof *w->terms.items, by_score);
    }
    k->facts.found = (uint32_t)w->terms.count;
    k->facts.characters = w->stream.characters;
    return list_terms(k, w, options->count) ? LEDE_OK : error_no_memory(error);
}

static void free_workspace(workspace *w) {
    memory_free(w->allocator, w->spans, ((size_t)w->listed + 1) * sizeof *w->spans);
    VEC_FREE(&w->terms, w->allocator);
    key_weights_free(&w->weights);
    key_phrases_free(&w->phrases);
    key_stream_free(&w->stream, w->allocator);
}

lede_status keywords_build(lede_keywords *k, const lede_document *document,
                           const lede_keywords_options *options, lede_error *error) {
    workspace w = {.allocator = k->allocator,
                   .phrases = {.allocator = k->allocator},
                   .weights = {.allocator = k->allocator}};
    k->d = document;
    lede_status status = find_terms(k, &w, options, error);
    free_workspace(&w);
    return status;
}

void keywords_free(lede_keywords *k) {
    VEC_FREE(&k->list, k->allocator);
}
