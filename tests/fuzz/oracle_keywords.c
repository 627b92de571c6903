/* SPDX-License-Identifier: MIT */
#include "fuzz/oracle.h"

#define ONE (INT64_C(1) << 32)

static bool on_border(const lede_document *d, uint32_t at) {
    return at == d->page.size || ((unsigned char)d->page.text[at] & 0xC0u) != 0x80u;
}

/* The sentence that a span lies in; it is in one, of the body or a heading. */
static uint32_t sentence_of(const lede_document *d, lede_span span) {
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        lede_span s = d->sentences.items[i].span;
        if (s.begin <= span.begin && span.end <= s.end) {
            ORACLE(d->sentences.items[i].role != LEDE_ROLE_SET_ASIDE);
            return i;
        }
    }
    oracle_fail("a key term lies in a sentence", __FILE__, __LINE__);
}

/* The word that the span begins in. What is elided, and a possessive, may be outside. */
static uint32_t first_word(const lede_document *d, lede_span span) {
    const lede_sentence *s = &d->sentences.items[sentence_of(d, span)];
    uint32_t i = s->first_word;
    while (d->words.items[i].span.end <= span.begin) {
        i++;
    }
    ORACLE(i < s->first_word + s->word_count);
    return i;
}

static bool is_content(const lede_document *d, const lede_word *w) {
    bool word = w->kind == LEDE_WORD_WORD || w->kind == LEDE_WORD_TAG;
    return word && (d->terms.items[w->term].flags & LEDE_TERM_STOP) == 0;
}

/* Words, each of them in the span; those at the edges are of content. */
static void check_words(const lede_document *d, lede_span span, const lede_keyword *k) {
    const lede_word *w = d->words.items + first_word(d, span), *last = w + k->words - 1;
    uint32_t content = 0;
    ORACLE(w->span.begin <= span.begin && last->span.begin < span.end);
    ORACLE(last->span.end >= span.end);
    ORACLE(is_content(d, w) && is_content(d, last));
    for (; w <= last; w++) {
        ORACLE(w->kind != LEDE_WORD_MARK && w->kind != LEDE_WORD_URL);
        content += is_content(d, w);
    }
    ORACLE(content == k->content_words);
}

/* ---- Counts -------------------------------------------------------------------- */

typedef bool same_word(const lede_document *d, const lede_word *a, const lede_word *b);

static bool same_stem(const lede_document *d, const lede_word *a, const lede_word *b) {
    return a->kind != LEDE_WORD_MARK && b->kind != LEDE_WORD_MARK &&
           d->terms.items[a->term].stem == d->terms.items[b->term].stem;
}

static bool same_term(const lede_document *d, const lede_word *a, const lede_word *b) {
    (void)d;
    return a->kind != LEDE_WORD_MARK && b->kind != LEDE_WORD_MARK && a->term == b->term;
}

/* Without a capital a word is a term wherever it stands, or nowhere. */
static bool same_small(const lede_document *d, const lede_word *a, const lede_word *b) {
    return same_term(d, a, b) && a->kind == b->kind &&
           (a->flags & b->flags & LEDE_WORD_LOWER) != 0;
}

static bool is_read(const lede_document *d, const lede_sentence *s, uint8_t role) {
    uint8_t kind = d->page.blocks.items[s->block].kind;
    return s->role == role && kind != LEDE_BLOCK_CODE && kind != LEDE_BLOCK_METADATA;
}

/* How often such words stand in a row in sentences of that role. */
static uint32_t recount(const lede_document *d, uint32_t from, uint32_t words,
                        same_word *same) {
    uint32_t count = 0;
    const lede_word *all = d->words.items;
    uint8_t role = LEDE_ROLE_HEADING;
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        role = is_read(d, &d->sentences.items[i], LEDE_ROLE_BODY) ? LEDE_ROLE_BODY : role;
    }
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        for (uint32_t at = 0; is_read(d, s, role) && at + words <= s->word_count; at++) {
            uint32_t n = 0;
            while (n < words && same(d, &all[from + n], &all[s->first_word + at + n])) {
                n++;
            }
            count += n == words;
        }
    }
    return count;
}

static void check_counts(const lede_document *d, const lede_keyword *k) {
    uint32_t from = first_word(d, k->first);
    ORACLE(k->count >= 1 && k->sentences >= 1 && k->sentences <= k->count);
    ORACLE(k->count <= recount(d, from, k->words, same_stem));
    ORACLE(k->words > 1 || k->count >= recount(d, from, 1, same_small));
    ORACLE(recount(d, first_word(d, k->span), k->words, same_term) >= 1);
}

void oracle_keywords(const lede_document *d, const lede_keywords *keywords,
                     const lede_keywords_options *options) {
    size_t count = 0;
    const lede_keyword *list = lede_keywords_list(keywords, &count);
    lede_keywords_facts facts = lede_keywords_measure(keywords);
    ORACLE(count <= options->count && count <= facts.found);
    ORACLE(count == facts.found || count == options->count);
    for (size_t i = 0; i < count; i++) {
        const lede_keyword *k = &list[i];
        ORACLE(k->words >= 1 && k->words <= LEDE_KEYWORD_WORDS);
        ORACLE(k->span.begin < k->span.end && k->first.begin < k->first.end);
        ORACLE(on_border(d, k->span.begin) && on_border(d, k->span.end));
        ORACLE(on_border(d, k->first.begin) && on_border(d, k->first.end));
        ORACLE(k->first.begin <= k->span.begin);
        ORACLE(i == 0 ? k->score == ONE : k->score <= list[i - 1].score);
        ORACLE(k->score >= 0);
        check_words(d, k->span, k);
        check_words(d, k->first, k);
        check_counts(d, k);
    }
}
