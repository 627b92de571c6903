/* SPDX-License-Identifier: MIT */
#include "repeat/repeats.h"

#include "base/error.h"
#include "repeat/echoes.h"
#include "repeat/listed.h"
#include "repeat/openings.h"
#include "repeat/told.h"

#include <string.h>

lede_repeat_place repeats_place(const stream *s, uint32_t first, uint32_t last) {
    const uint32_t *words = s->words.items;
    unsigned quoted =
        (s->flags.items[first] & STREAM_QUOTED) != 0 ? LEDE_PLACE_QUOTED : 0;
    return (lede_repeat_place){stream_sentence(s, first), words[first], words[last],
                               first, (uint8_t)quoted};
}

double repeats_keyness(const repeats_work *w, uint32_t class) {
    return w->background != NULL
               ? background_keyness_of(w->o->background, w->background[class],
                                       w->counts[class], w->body.words.count)
               : 0;
}

/* Of a class all of its forms, as they are counted in the text. */
static bool count_background(repeats_work *w) {
    const lede_document *d = w->r->d;
    size_t n = (size_t)w->folds.terms + 1;
    if (w->o->background == NULL) {
        return true;
    }
    w->background = memory_allocate(w->allocator, n * sizeof *w->background);
    if (w->background == NULL) {
        return false;
    }
    memset(w->background, 0, n * sizeof *w->background);
    for (uint32_t term = 0; term < w->folds.terms; term++) {
        lede_span key = d->terms.items[term].key;
        uint64_t documents = 0, occurrences = 0;
        (void)background_find(w->o->background, d->keys.items + key.begin,
                              key.end - key.begin, &documents, &occurrences);
        w->background[w->folds.class_of[term]] += occurrences;
    }
    return true;
}

/* ---- What the parts read -------------------------------------------------------------
 */

static bool count_words(repeats_work *w) {
    size_t n = (size_t)w->folds.terms + 1;
    w->counts = memory_allocate(w->allocator, n * sizeof *w->counts);
    if (w->counts == NULL) {
        return false;
    }
    memset(w->counts, 0, n * sizeof *w->counts);
    for (uint32_t i = 0; i < w->body.words.count; i++) {
        w->counts[w->body.classes.items[i]]++;
    }
    return true;
}

static bool copy_accepted(repeats_work *w) {
    const lede_accepted *list = w->o->accepted;
    size_t count = list != NULL ? list->entries.count : 0;
    if (count == 0) {
        return true;
    }
    if (!VEC_RESERVE(&w->r->accepted, w->allocator, count)) {
        return false;
    }
    memcpy(w->r->accepted.items, list->entries.items,
           count * sizeof *list->entries.items);
    w->r->accepted.count = count;
    return accepted_read(&w->accepted, list, w->r->d, &w->folds) == LEDE_OK;
}

static bool read_words(repeats_work *w) {
    stream_options o = {w->allocator, w->o->count_headings != 0,
                        w->o->ignore_quotes != 0};
    const lede_document *d = w->r->d;
    return folds_build(&w->folds, d, w->allocator) &&
           stream_read(&w->body, &w->folds, d, STREAM_BODY, &o) &&
           stream_read(&w->headings, &w->folds, d, STREAM_HEADINGS, &o) &&
           count_words(w) && count_background(w) && copy_accepted(w);
}

/* ---- Told twice ------------------------------------------------------------------- */

/* Sentences that are no headings and whose words are all in the body: those with a
 * quotation may not be. */
static uint32_t compared_sentences(const repeats_work *w, uint32_t *sentences) {
    const lede_document *d = w->r->d;
    const uint32_t *words = w->body.words.items;
    uint32_t count = 0;
    for (size_t i = 0, at = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        uint32_t end = s->first_word + s->word_count, own = 0;
        for (; at < w->body.words.count && words[at] < end; at++) {
            own++;
        }
        if (own > 0 && own == s->words && s->role == LEDE_ROLE_BODY) {
            sentences[count++] = (uint32_t)i;
        }
    }
    return count;
}

/* Characters say nothing by themselves, nor do number words and weak ones; of what
 * is there once no sentence has anything in common with another. */
static void content_classes(const repeats_work *w, uint32_t *class_of) {
    for (uint32_t term = 0; term < w->folds.terms; term++) {
        unsigned kind = w->folds.kinds[term];
        bool empty = (kind & (FOLD_AGAIN | FOLD_CONTENT)) == FOLD_AGAIN;
        bool word = (kind & (FOLD_WORD | FOLD_CHARACTER)) == FOLD_WORD && !empty;
        class_of[term] = word ? w->folds.class_of[term] : INCIDENCE_NONE;
    }
}

static bool tell(repeats_work *w, uint32_t *sentences, uint32_t *class_of) {
    told_pairs pairs = {.more = false};
    told_input in = {.allocator = w->allocator, .document = w->r->d};
    content_classes(w, class_of);
    in.content = (incidence_input){sentences, compared_sentences(w, sentences),
                                   w->folds.terms, class_of};
    bool fine = told_find(&in, &pairs) &&
                VEC_RESERVE(&w->r->told, w->allocator, pairs.items.count);
    if (fine && pairs.items.count > 0) {
        memcpy(w->r->told.items, pairs.items.items,
               pairs.items.count * sizeof *pairs.items.items);
        w->r->told.count = pairs.items.count;
    }
    w->r->facts.capped |= pairs.more ? LEDE_CAPPED_WORDS : 0u;
    w->r->facts.capped |= pairs.capped ? LEDE_CAPPED_COMPARED : 0u;
    told_free(&pairs, w->allocator);
    return fine;
}

static bool find_told(repeats_work *w) {
    if (w->o->no_sentences != 0) {
        return true;
    }
    size_t rows = (w->r->d->sentences.count + 1) * sizeof(uint32_t);
    size_t terms = ((size_t)w->folds.terms + 1) * sizeof(uint32_t);
    uint32_t *sentences = memory_allocate(w->allocator, rows);
    uint32_t *class_of = memory_allocate(w->allocator, terms);
    bool fine = sentences != NULL && class_of != NULL && tell(w, sentences, class_of);
    memory_free(w->allocator, sentences, rows);
    memory_free(w->allocator, class_of, terms);
    return fine;
}

/* ---- All of it ----------------------------------------------------------------------
 */

static bool find(repeats_work *w) {
    if (!read_words(w)) {
        return false;
    }
    lede_repeats_facts *facts = &w->r->facts;
    facts->words = w->body.words.count;
    facts->no_words = w->o->no_words;
    facts->folded = w->folds.folded;
    facts->formulas = w->folds.formulas;
    bool words = w->o->no_words != 0 || (overused_find(w) && echoes_find(w) &&
                                         doubled_find(w) && openings_find(w));
    return words && listed_phrases(w) && find_told(w);
}

static lede_repeats_options filled(const lede_repeats_options *o) {
    lede_repeats_options all = *o;
    all.min_words = o->min_words > 0 ? o->min_words : 2;
    all.max_words = o->max_words > 0 ? o->max_words : UINT32_MAX;
    all.window = o->window > 0 ? o->window : LEDE_ECHO_WINDOW;
    return all;
}

lede_status repeats_build(lede_repeats *r, const lede_document *d,
                          const lede_repeats_options *o, lede_error *error) {
    lede_repeats_options all = filled(o);
    r->d = d;
    r->allocator = memory_or_default(o->allocator);
    r->facts = (lede_repeats_facts){.window_first = LEDE_NONE, .top_opener = LEDE_NONE};
    repeats_work w = {.r = r, .allocator = r->allocator, .o = &all};
    bool fine = find(&w);
    size_t counts = ((size_t)w.folds.terms + 1) * sizeof *w.counts;
    memory_free(w.allocator, w.counts, counts);
    memory_free(w.allocator, w.background,
                ((size_t)w.folds.terms + 1) * sizeof *w.background);
    accepted_free_runs(&w.accepted);
    stream_free(&w.body, w.allocator);
    stream_free(&w.headings, w.allocator);
    folds_free(&w.folds);
    return fine ? LEDE_OK : error_no_memory(error);
}

void repeats_free(lede_repeats *r) {
    VEC_FREE(&r->phrases, r->allocator);
    VEC_FREE(&r->places, r->allocator);
    VEC_FREE(&r->overused, r->allocator);
    VEC_FREE(&r->echoes, r->allocator);
    VEC_FREE(&r->doubled, r->allocator);
    VEC_FREE(&r->openings, r->allocator);
    VEC_FREE(&r->told, r->allocator);
    VEC_FREE(&r->accepted, r->allocator);
}
