/* SPDX-License-Identifier: MIT */
#include "repeat/edges.h"

#include "lang/repeat_words.h"
#include "lang/word_lists.h"

static uint32_t lists_of(const stream *s, uint32_t i) {
    const lede_document *d = s->d;
    lede_span key = d->terms.items[d->words.items[s->words.items[i]].term].key;
    return word_lists_of(d->pack, d->keys.items + key.begin, key.end - key.begin);
}

static bool is_capital(const stream *s, uint32_t i) {
    return (s->flags.items[i] & STREAM_LOWER) == 0;
}

static bool goes_on(const stream *s, uint32_t i) {
    return i + 1 < s->words.count && (s->flags.items[i + 1] & STREAM_BREAK) == 0;
}

static bool has_capital_after(const stream *s, uint32_t i) {
    return goes_on(s, i) && is_capital(s, i + 1);
}

/* A function word behind a break has its capital from there. */
static bool opens_sentence(const stream *s, uint32_t i) {
    unsigned kind = s->folds->kinds[s->d->words.items[s->words.items[i]].term];
    return (s->flags.items[i] & STREAM_BREAK) != 0 && (kind & FOLD_WORD) == 0;
}

static bool has_capital_before(const stream *s, uint32_t i) {
    return i > 0 && (s->flags.items[i] & STREAM_BREAK) == 0 && is_capital(s, i - 1) &&
           !opens_sentence(s, i - 1);
}

static bool is_participle(const stream *s, uint32_t i) {
    return repeat_words_participles_go_on(s->d->pack) &&
           (lists_of(s, i) & WORD_LIST_PARTICIPLE) != 0;
}

static bool is_adjective(const stream *s, uint32_t i) {
    const lede_document *d = s->d;
    lede_span key = d->terms.items[d->words.items[s->words.items[i]].term].key;
    return repeat_words_adjective(d->pack, d->keys.items + key.begin,
                                  key.end - key.begin);
}

/* "highly recommended", "may be watered" */
static bool is_led(const stream *s, uint32_t i) {
    const uint32_t leading = WORD_LIST_ADVERB | WORD_LIST_INTENSIFIER | WORD_LIST_TO_BE |
                             WORD_LIST_AUXILIARY | WORD_LIST_PASSIVE;
    bool joined = i > 0 && (s->flags.items[i] & STREAM_BREAK) == 0;
    return joined && (lists_of(s, i - 1) & leading) != 0;
}

/* What has a capital is no participle: "United". */
bool edges_hang(const stream *s, uint32_t last) {
    if ((s->flags.items[last] & STREAM_POSSESSIVE) != 0) {
        return true;
    }
    return !is_capital(s, last) && (is_participle(s, last) || is_adjective(s, last)) &&
           !is_led(s, last);
}

bool edges_cut_name(const stream *s, uint32_t first, uint32_t last) {
    return (is_capital(s, first) && has_capital_before(s, first)) ||
           (is_capital(s, last) && has_capital_after(s, last));
}

bool edges_in_name(const stream *s, uint32_t first, uint32_t last) {
    return has_capital_before(s, first) || has_capital_after(s, last);
}
