/* SPDX-License-Identifier: MIT */
#include "repeat/openings.h"

#include <string.h>

typedef struct finder {
    repeats_work *w;
    lede_opening run;  /* the one at hand; sentences 0: none */
    uint32_t term;     /* its first word's */
    uint32_t *openers; /* of each term the sentences that begin with it */
} finder;

static bool end_run(finder *f) {
    lede_repeats *r = f->w->r;
    lede_opening run = f->run;
    f->run.sentences = 0;
    bool article = run.sentences > 0 && (f->w->folds.kinds[f->term] & FOLD_ARTICLE) != 0;
    if (run.sentences < OPENING_RUN || article) {
        return true;
    }
    if (r->openings.count == LEDE_REPEAT_PHRASES) {
        r->facts.capped |= LEDE_CAPPED_WORDS;
        return true;
    }
    if (!VEC_RESERVE(&r->openings, f->w->allocator, 1)) {
        return false;
    }
    r->openings.items[r->openings.count++] = run;
    return true;
}

/* How many words sentences have in common from their first on, marks left out. */
static uint32_t shared_words(const lede_document *d, uint32_t a, uint32_t b,
                             uint32_t most) {
    const lede_word *w = d->words.items;
    uint32_t n = 0;
    while (n < most && b + n < d->words.count && w[a + n].kind != LEDE_WORD_MARK &&
           w[b + n].kind != LEDE_WORD_MARK && w[a + n].term == w[b + n].term) {
        n++;
    }
    return n;
}

static bool note(finder *f, uint32_t sentence, uint32_t word, bool goes_on) {
    const lede_document *d = f->w->body.d;
    uint32_t term = d->words.items[word].term;
    f->openers[term]++;
    f->w->r->facts.sentences++;
    if (f->run.sentences > 0 && goes_on && term == f->term) {
        f->run.shared = shared_words(d, f->run.word, word, f->run.shared);
        f->run.last_sentence = sentence;
        f->run.sentences++;
        return true;
    }
    bool fine = end_run(f);
    f->run = (lede_opening){sentence, sentence, 1, word, OPENING_SHARED};
    f->term = term;
    return fine;
}

static bool is_character(const repeats_work *w, const lede_word *word) {
    return (word->flags & LEDE_WORD_APPROX) != 0 ||
           (w->folds.kinds[word->term] & FOLD_CHARACTER) != 0;
}

/* The first word of a sentence, which is no character of a script without spaces: that
 * would be half a word. LEDE_NONE: it has none. */
static uint32_t first_word(const finder *f, uint32_t sentence) {
    const lede_document *d = f->w->body.d;
    const lede_sentence *s = &d->sentences.items[sentence];
    uint32_t word = s->first_word, end = word + s->word_count;
    while (word < end && d->words.items[word].kind == LEDE_WORD_MARK) {
        word++;
    }
    return word < end && !is_character(f->w, &d->words.items[word]) ? word : LEDE_NONE;
}

static bool is_body(const finder *f, uint32_t sentence) {
    stream_part part = STREAM_HEADINGS;
    return stream_part_of(f->w->body.d, sentence, f->w->o->count_headings != 0, &part) &&
           part == STREAM_BODY;
}

static bool read_sentences(finder *f) {
    const lede_sentence *s = f->w->body.d->sentences.items;
    uint32_t last = LEDE_NONE;
    for (uint32_t i = 0; i < f->w->body.d->sentences.count; i++) {
        uint32_t word = is_body(f, i) ? first_word(f, i) : LEDE_NONE;
        if (word == LEDE_NONE) {
            continue;
        }
        bool goes_on = last != LEDE_NONE && i == last + 1 && s[i].block == s[last].block;
        last = i;
        if (!note(f, i, word, goes_on)) {
            return false;
        }
    }
    return end_run(f);
}

/* Of equals the first in the text. */
static void find_top(finder *f) {
    lede_repeats_facts *facts = &f->w->r->facts;
    const lede_document *d = f->w->body.d;
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        uint32_t word = is_body(f, i) ? first_word(f, i) : LEDE_NONE;
        uint32_t count = word != LEDE_NONE ? f->openers[d->words.items[word].term] : 0;
        if (count > facts->top_opener_count) {
            facts->top_opener_count = count;
            facts->top_opener = word;
        }
    }
}

bool openings_find(repeats_work *w) {
    size_t bytes = ((size_t)w->folds.terms + 1) * sizeof(uint32_t);
    finder f = {.w = w, .openers = memory_allocate(w->allocator, bytes)};
    if (f.openers == NULL) {
        return false;
    }
    memset(f.openers, 0, bytes);
    bool fine = read_sentences(&f);
    find_top(&f);
    memory_free(w->allocator, f.openers, bytes);
    return fine;
}

/* ---- Doubled words
 * --------------------------------------------------------------------- */

static bool is_capital(const lede_word *w) {
    return (w->flags & (LEDE_WORD_UPPER | LEDE_WORD_ALL_UPPER)) != 0;
}

/* Not "Bora Bora", nor what the language doubles: "had had". */
static bool is_doubled(const repeats_work *w, const lede_word *a, const lede_word *b) {
    const lede_term *t = &w->body.d->terms.items[a->term];
    bool name = is_capital(a) && is_capital(b) && (t->flags & LEDE_TERM_STOP) == 0;
    return a->term == b->term && a->kind == LEDE_WORD_WORD && b->kind == LEDE_WORD_WORD &&
           !is_character(w, a) && (b->flags & LEDE_WORD_GLUED) == 0 && !name &&
           (w->folds.kinds[a->term] & FOLD_DOUBLED) == 0;
}

static bool add_doubled(repeats_work *w, uint32_t i) {
    lede_repeats *r = w->r;
    uint32_t second = w->body.words.items[i];
    if (r->doubled.count == LEDE_REPEAT_PHRASES) {
        r->facts.capped |= LEDE_CAPPED_WORDS;
        return true;
    }
    if (!VEC_RESERVE(&r->doubled, w->allocator, 1)) {
        return false;
    }
    bool across = (w->body.d->words.items[second].flags & LEDE_WORD_NEWLINE) != 0;
    r->doubled.items[r->doubled.count++] =
        (lede_doubled){stream_sentence(&w->body, i), second - 1, second, across};
    return true;
}

/* Words of the document side by side: no mark lies between them, and no sentence ends
 * there. */
bool doubled_find(repeats_work *w) {
    const stream *s = &w->body;
    const lede_word *words = s->d->words.items;
    for (uint32_t i = 1; i < s->words.count; i++) {
        if (s->classes.items[i] != s->classes.items[i - 1] ||
            (s->flags.items[i] & STREAM_BREAK) != 0 ||
            s->words.items[i] != s->words.items[i - 1] + 1) {
            continue;
        }
        uint32_t word = s->words.items[i];
        if (is_doubled(w, &words[word - 1], &words[word]) && !add_doubled(w, i)) {
            return false;
        }
    }
    return true;
}
