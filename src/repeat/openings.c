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

/* How many of `most` words, which all sentences before have in common, the sentence
 * that `word` opens has too, up to a mark. */
static uint32_t shared_words(const finder *f, uint32_t sentence, uint32_t word,
                             uint32_t most) {
    const lede_document *d = f->w->body.d;
    const lede_sentence *of = &d->sentences.items[sentence];
    const lede_word *first = &d->words.items[f->run.word], *w = &d->words.items[word];
    uint32_t left = of->first_word + of->word_count - word, n = 0;
    while (n < most && n < left && first[n].kind != LEDE_WORD_MARK &&
           w[n].kind != LEDE_WORD_MARK && first[n].term == w[n].term) {
        n++;
    }
    return n;
}

/* Is it the next one in the block? What stands between ends a run. */
static bool goes_on(const finder *f, uint32_t sentence) {
    const lede_sentence *of = &f->w->body.d->sentences.items[sentence];
    return f->run.sentences > 0 && f->run.last_sentence + 1 == sentence &&
           of[-1].block == of->block;
}

static bool note(finder *f, uint32_t sentence, uint32_t word) {
    const lede_document *d = f->w->body.d;
    uint32_t term = d->words.items[word].term;
    f->openers[term]++;
    f->w->r->facts.sentences++;
    if (goes_on(f, sentence) && term == f->term) {
        f->run.shared = shared_words(f, sentence, word, f->run.shared);
        f->run.last_sentence = sentence;
        f->run.sentences++;
        return true;
    }
    bool fine = end_run(f);
    f->run = (lede_opening){sentence, sentence, 1, word, 0};
    f->run.shared = shared_words(f, sentence, word, OPENING_SHARED);
    f->term = term;
    return fine;
}

static bool is_character(const repeats_work *w, const lede_word *word) {
    return (word->flags & LEDE_WORD_APPROX) != 0 ||
           (w->folds.kinds[word->term] & FOLD_CHARACTER) != 0;
}

/* The first word of a sentence, behind marks at most, which is no character of a script
 * without spaces: that would be half a word. LEDE_NONE: it has none. */
static uint32_t first_word(const repeats_work *w, uint32_t sentence) {
    const lede_document *d = w->body.d;
    const lede_sentence *s = &d->sentences.items[sentence];
    uint32_t word = s->first_word, end = word + s->word_count;
    while (word < end && d->words.items[word].kind == LEDE_WORD_MARK) {
        word++;
    }
    return word < end && !is_character(w, &d->words.items[word]) ? word : LEDE_NONE;
}

/* Sentences whose first word is in the body, which a quotation may not be. */
typedef struct opening_reader {
    const repeats_work *w;
    uint32_t sentence;
    size_t at; /* in the words of the body */
} opening_reader;

/* LEDE_NONE: there is no other. */
static uint32_t next_opening(opening_reader *r, uint32_t *sentence) {
    const uint32_t *words = r->w->body.words.items;
    size_t count = r->w->body.words.count;
    while (r->sentence < r->w->body.d->sentences.count) {
        *sentence = r->sentence++;
        uint32_t word = first_word(r->w, *sentence);
        while (word != LEDE_NONE && r->at < count && words[r->at] < word) {
            r->at++;
        }
        if (word != LEDE_NONE && r->at < count && words[r->at] == word) {
            return word;
        }
    }
    return LEDE_NONE;
}

static bool read_sentences(finder *f) {
    opening_reader r = {.w = f->w};
    uint32_t sentence = 0, word = next_opening(&r, &sentence);
    for (; word != LEDE_NONE; word = next_opening(&r, &sentence)) {
        if (!note(f, sentence, word)) {
            return false;
        }
    }
    return end_run(f);
}

/* Of equals the first in the text. */
static void find_top(finder *f) {
    lede_repeats_facts *facts = &f->w->r->facts;
    opening_reader r = {.w = f->w};
    uint32_t sentence = 0, word = next_opening(&r, &sentence);
    for (; word != LEDE_NONE; word = next_opening(&r, &sentence)) {
        uint32_t count = f->openers[f->w->body.d->words.items[word].term];
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
