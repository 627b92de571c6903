/* SPDX-License-Identifier: MIT */
#include "measure/passive.h"

#include "lang/word_lists.h"
#include "text/entries.h"

#define ADVERBS ((uint32_t)(WORD_LIST_ADVERB | WORD_LIST_HEDGE | WORD_LIST_TRANSITION))

#define OTHERS                                                                           \
    ((uint32_t)(WORD_LIST_PREPOSITION | WORD_LIST_PRONOUN | WORD_LIST_CONJUNCTION |      \
                WORD_LIST_ARTICLE | WORD_LIST_TO_BE | WORD_LIST_AUXILIARY |              \
                WORD_LIST_INTERROGATIVE | WORD_LIST_PASSIVE))

#define VERBS ((uint32_t)(WORD_LIST_AUXILIARY | WORD_LIST_TO_BE | WORD_LIST_PASSIVE))

/* What stands behind the participle that ends its clause. */
#define FOLLOWERS                                                                        \
    (VERBS | (uint32_t)(WORD_LIST_PREPOSITION | WORD_LIST_CONJUNCTION |                  \
                        WORD_LIST_INTERROGATIVE | WORD_LIST_CLUSTER |                    \
                        WORD_LIST_RELATIVE | WORD_LIST_BETWEEN | WORD_LIST_ADVERB))

typedef struct search {
    const measured *m;
    lede_span in;
    uint32_t at;
    uint32_t known; /* lists of the language */
    uint32_t lists; /* that a participle is on */
} search;

static const lede_word *entry(const search *s, uint32_t i) {
    return &s->m->d->words.items[i];
}

/* 0 for numbers, addresses and marks. */
static uint32_t lists_at(const search *s, uint32_t i) {
    const lede_word *w = entry(s, i);
    return w->kind == LEDE_WORD_WORD ? s->m->facts[w->term].lists : 0;
}

static bool knows(const search *s, uint32_t list) {
    return (s->known & list) != 0;
}

/* ---- Near: "was quickly taken" ---------------------------------------------------- */

/* Where a language does not say which words may: adverbs, and function words of no other
 * class ("not", "never", "still" of English). */
static bool may_stand_between(const search *s, uint32_t i) {
    uint32_t lists = lists_at(s, i);
    if (knows(s, WORD_LIST_BETWEEN)) {
        return (lists & (WORD_LIST_BETWEEN | WORD_LIST_ADVERB)) != 0;
    }
    bool stop = (entry_term(s->m->d, entry(s, i)) & LEDE_TERM_STOP) != 0;
    return (lists & ADVERBS) != 0 || (stop && (lists & OTHERS) == 0);
}

static uint32_t find_near(const search *s) {
    for (uint32_t i = s->at + 1; i < s->in.end && i <= s->at + PASSIVE_REACH; i++) {
        if (entry(s, i)->kind != LEDE_WORD_WORD) {
            return 0;
        }
        if ((lists_at(s, i) & s->lists) != 0) {
            return i + 1;
        }
        if (!may_stand_between(s, i)) {
            return 0;
        }
    }
    return 0;
}

/* ---- At the end of the clause: "wurde von allen genommen" ------------------------- */

/* With a capital inside the sentence it is a noun or a name: "Gesicht". */
static bool is_participle(const search *s, uint32_t i) {
    uint32_t flags = entry(s, i)->flags;
    bool capital = (flags & (LEDE_WORD_UPPER | LEDE_WORD_ALL_UPPER)) == LEDE_WORD_UPPER;
    return (lists_at(s, i) & s->lists) != 0 && (!capital || i == s->in.begin);
}

/* Quotation marks, brackets, "%" and the full stop of "3." part no clauses. */
static bool parts_clauses(const lede_word *w) {
    const uint32_t marks = 1u << MARK_PAUSE | 1u << MARK_DASH | 1u << MARK_TERMINATOR |
                           1u << MARK_FINAL | 1u << MARK_ELLIPSIS | 1u << MARK_RULE;
    return (marks >> w->mark & 1u) != 0 && w->term != '%';
}

/* In Dutch no comma stands before "een huis dat"; but "werd dat huis" and "op dat moment"
 * go on. */
static bool begins_relative(const search *s, uint32_t i) {
    return i > s->at + 1 && (lists_at(s, i - 1) & WORD_LIST_PREPOSITION) == 0;
}

/* Another verb belongs to another clause, and a conjunction begins one, but for those
 * words that are something else as well. */
static bool ends_search(const search *s, uint32_t i) {
    uint32_t lists = lists_at(s, i);
    if (entry(s, i)->kind == LEDE_WORD_MARK) {
        return parts_clauses(entry(s, i));
    }
    if ((lists & VERBS) != 0) {
        return (lists & WORD_LIST_POSSESSIVE_TOO) == 0;
    }
    if ((lists & WORD_LIST_RELATIVE) != 0) {
        return begins_relative(s, i);
    }
    return (lists & WORD_LIST_SUBORDINATING) != 0 &&
           (lists & (WORD_LIST_PREPOSITION | WORD_LIST_BETWEEN)) == 0;
}

/* Can a clause end before entry i? */
static bool clause_may_end(const search *s, uint32_t i) {
    return i >= s->in.end || entry(s, i)->kind == LEDE_WORD_MARK ||
           (lists_at(s, i) & FOLLOWERS) != 0;
}

static bool is_perfect(const search *s, uint32_t i) {
    return i >= s->in.begin && i < s->in.end && (lists_at(s, i) & WORD_LIST_PERFECT) != 0;
}

/* "om dat te vergeten": behind a word of the cluster stands an infinitive. */
static bool is_infinitive(const search *s, uint32_t i) {
    return i > s->at + 1 && (lists_at(s, i - 1) & WORD_LIST_CLUSTER) != 0;
}

static uint32_t find_in_clause(const search *s) {
    for (uint32_t i = s->at + 1; i < s->in.end; i++) {
        if (is_participle(s, i) && clause_may_end(s, i + 1) && !is_infinitive(s, i)) {
            return is_perfect(s, i + 1) ? 0 : i + 1;
        }
        if (ends_search(s, i)) {
            return 0;
        }
    }
    return 0;
}

/* "genommen wird", "genommen zu werden": where the participle is; at: there is none. */
static uint32_t find_before(const search *s) {
    for (uint32_t i = s->at; i > s->in.begin && s->at - i < PASSIVE_REACH;) {
        i--;
        if (is_participle(s, i)) {
            bool perfect = i > s->in.begin && is_perfect(s, i - 1);
            return perfect ? s->at : i;
        }
        if ((lists_at(s, i) & WORD_LIST_CLUSTER) == 0) {
            break;
        }
    }
    return s->at;
}

/* A form of "to be" opens clauses too ("gezien was ik ..."): behind the participle it
 * must end one. */
static bool may_follow(const search *s) {
    bool to_be = (lists_at(s, s->at) & WORD_LIST_TO_BE) != 0;
    return !to_be || clause_may_end(s, s->at + 1);
}

static lede_span find_clause_final(const search *s) {
    uint32_t begin = may_follow(s) ? find_before(s) : s->at;
    if (begin < s->at) {
        return (lede_span){begin, s->at + 1};
    }
    bool near = (lists_at(s, s->at) & WORD_LIST_POSSESSIVE_TOO) != 0;
    return (lede_span){s->at, near ? find_near(s) : find_in_clause(s)};
}

lede_span passive_find(const measured *m, lede_span in, uint32_t at) {
    search s = {m, in, at, word_lists_known(m->d->pack), WORD_LIST_PARTICIPLE};
    if ((lists_at(&s, at) & WORD_LIST_NO_INFINITIVE) != 0) {
        s.lists |= WORD_LIST_INFINITIVE;
    }
    return knows(&s, WORD_LIST_CLUSTER) ? find_clause_final(&s)
                                        : (lede_span){at, find_near(&s)};
}
