/* SPDX-License-Identifier: MIT */
/* For the tests of style: what the lists say of a text's words. */
#ifndef LEDE_TESTS_STYLE_SUPPORT_H
#define LEDE_TESTS_STYLE_SUPPORT_H

#include "unit/measure/measure_support.h"

#include "lang/word_lists.h"
#include "measure/style.h"

/* Words of ten letters and more stand for those of three syllables. */
static inline void subject_ask_lists(subject *s) {
    const lede_document *d = &s->o.d;
    for (size_t i = 0; i < d->terms.count; i++) {
        const lede_term *t = &d->terms.items[i];
        word_facts_of(d->pack, d->keys.items + t->key.begin, t->key.end - t->key.begin,
                      &s->facts[i]);
        s->facts[i].syllables = 1;
        s->facts[i].flags = t->letters >= 10 ? WORD_FACT_HARD : 0;
    }
}

static inline void subject_open_style(subject *s, const char *text,
                                      const char *language) {
    subject_open(s, text, language);
    subject_ask_lists(s);
}

typedef struct style {
    lede_statistics s;
    style_hits hits;
    opener_runs runs;
} style;

/* Counts must not depend on what is kept. */
static inline style style_of(const subject *s) {
    style x = {.hits = {0}};
    lede_statistics bare;
    memset(&x.s, 0xA5, sizeof x.s);
    bare = x.s;
    assert_true(style_measure(&s->m, &x.s, &x.hits, &x.runs));
    assert_true(style_measure(&s->m, &bare, NULL, NULL));
    assert_memory_equal(&bare, &x.s, sizeof bare);
    return x;
}

static inline void style_free(style *x) {
    VEC_FREE(&x->hits, &memory_default);
    VEC_FREE(&x->runs, &memory_default);
}

/* The hits of one kind as text, a bar behind each. */
static inline void show_hits(const subject *s, const style *x, lede_hit_kind kind,
                             char *out) {
    const lede_document *d = &s->o.d;
    size_t n = 0;
    for (size_t i = 0; i < x->hits.count; i++) {
        const lede_hit *h = &x->hits.items[i];
        if (h->kind == kind) {
            const lede_word *first = &d->words.items[h->first_word];
            uint32_t end = first[h->word_count - 1].span.end;
            n = add_text(out, n, d->page.text + first->span.begin,
                         end - first->span.begin);
            n = add_text(out, n, "|", 1);
        }
    }
    out[n] = '\0';
}

static inline void expect_hits_in(const char *text, const char *language,
                                  lede_hit_kind kind, const char *wanted) {
    subject s;
    char found[1000];
    subject_open_style(&s, text, language);
    style x = style_of(&s);
    show_hits(&s, &x, kind, found);
    assert_string_equal(found, wanted);
    style_free(&x);
    subject_close(&s);
}

static inline void expect_hits(const char *text, lede_hit_kind kind, const char *wanted) {
    expect_hits_in(text, NULL, kind, wanted);
}

#endif
