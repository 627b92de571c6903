/* SPDX-License-Identifier: MIT */
/*
 * Phrases by their definition (docs/repetition.md) and nothing else: every run of words
 * of a document is compared with every other. Where a run breaks off, and whether it is
 * part of a name, repeat/edges.h says; what words are, text/folds.h.
 */
#ifndef LEDE_TESTS_PHRASE_JUDGE_H
#define LEDE_TESTS_PHRASE_JUDGE_H

#include "repeat/edges.h"
#include "text/marks.h"
#include "unit/repeat/repeat_support.h"

#define MOST 1500u       /* words, below which two times are enough */
#define CANDIDATES 4000u /* of one text */
#define TAKEN_OFF 4u     /* words off the end of what breaks off */
#define PASSAGE 64u      /* words of a phrase, more of which are no topic */

typedef struct token {
    uint32_t class;
    uint32_t word;
    uint32_t sentence;
    unsigned kind; /* FOLD_... of the class */
    bool breaks;   /* something stands before it that ends runs */
    bool lower;
    bool redundant; /* in a second time of what is no name */
    bool own;       /* and neither a topic */
} token;

typedef struct run {
    uint32_t place;       /* token, of the first time, counted or not */
    uint32_t first_place; /* that counts */
    uint32_t words;
    uint32_t content;
    uint32_t places; /* all, with overlap */
    uint32_t count;
    uint32_t nearest;
    lede_repeat_group group;
    uint32_t leader; /* index into the order */
    bool name;       /* everywhere */
} run;

typedef struct judge {
    const lede_document *d;
    folds f;
    stream s; /* for edges.h */
    token tokens[MOST];
    uint32_t count;
    uint16_t common[MOST][MOST]; /* how many words follow that are the same */
    run runs[CANDIDATES];        /* that are phrases by themselves */
    uint32_t run_count;
    uint32_t order[CANDIDATES]; /* of those that are left, as they are listed */
    uint32_t kept;
} judge;

static judge j;

/* ---- The words -----------------------------------------------------------------------
 */

static inline bool is_body(const lede_document *d, const lede_sentence *s) {
    unsigned kind = d->page.blocks.items[s->block].kind;
    return s->role == LEDE_ROLE_BODY && s->words > 0 && kind != LEDE_BLOCK_TABLE_CELL &&
           kind != LEDE_BLOCK_CAPTION && kind != LEDE_BLOCK_METADATA;
}

static inline bool is_glued(const lede_document *d, uint32_t word) {
    return word < d->words.count && (d->words.items[word].flags & LEDE_WORD_GLUED) != 0;
}

/* "the nations' plans": the texts have no quotations in single marks. */
static inline bool is_apostrophe(const lede_document *d, uint32_t i) {
    const lede_word *w = &d->words.items[i];
    return (w->term == '\'' || w->term == 0x2019) && is_glued(d, i) &&
           w[-1].kind != LEDE_WORD_MARK;
}

static inline bool is_weak_mark(const lede_document *d, uint32_t i) {
    const lede_word *w = &d->words.items[i];
    bool hyphen = w->mark == MARK_DASH && w->span.end - w->span.begin == 1 &&
                  (is_glued(d, i) || is_glued(d, i + 1));
    bool other = w->mark == MARK_OTHER && strchr("/|\\", (int)w->term) == NULL;
    return w->mark == MARK_STOP || hyphen || other;
}

static inline void read_word(uint32_t i, uint32_t sentence, bool *broken) {
    const lede_word *w = &j.d->words.items[i];
    if (w->kind == LEDE_WORD_MARK) {
        *broken = *broken || (!is_apostrophe(j.d, i) && !is_weak_mark(j.d, i));
        return;
    }
    uint32_t class = j.f.class_of[w->term];
    assert_true(j.count < MOST);
    j.tokens[j.count++] =
        (token){.class = class,
                .word = i,
                .sentence = sentence,
                .kind = j.f.kinds[class],
                .breaks = *broken,
                .lower = (w->flags & (LEDE_WORD_UPPER | LEDE_WORD_ALL_UPPER)) == 0};
    *broken = false;
}

static inline void compare_words(void) {
    for (uint32_t a = j.count; a-- > 0;) {
        for (uint32_t b = j.count; b-- > 0;) {
            bool last = a + 1 == j.count || b + 1 == j.count || j.tokens[a + 1].breaks ||
                        j.tokens[b + 1].breaks;
            bool same = j.tokens[a].class == j.tokens[b].class;
            unsigned behind = last ? 0 : j.common[a + 1][b + 1];
            j.common[a][b] = (uint16_t)(same ? 1 + behind : 0);
        }
    }
}

static inline void read_words(void) {
    const stream_options o = {.allocator = &memory_default};
    j.count = 0;
    for (uint32_t s = 0; s < j.d->sentences.count; s++) {
        const lede_sentence *of = &j.d->sentences.items[s];
        bool broken = true;
        for (uint32_t i = 0; is_body(j.d, of) && i < of->word_count; i++) {
            read_word(of->first_word + i, s, &broken);
        }
    }
    assert_true(stream_read(&j.s, &j.f, j.d, STREAM_BODY, &o));
    assert_int_equal(j.s.words.count, j.count);
    for (uint32_t i = 0; i < j.count; i++) {
        assert_int_equal(j.s.words.items[i], j.tokens[i].word);
        assert_int_equal((j.s.flags.items[i] & STREAM_BREAK) != 0, j.tokens[i].breaks);
    }
    compare_words();
}

/* ---- Places --------------------------------------------------------------------------
 */

static inline bool is_at(const run *r, uint32_t place) {
    return j.common[r->place][place] >= r->words;
}

static inline bool is_content(uint32_t place) {
    return (j.tokens[place].kind & FOLD_CONTENT) != 0;
}

static inline bool is_name_at(const run *r, uint32_t place) {
    for (uint32_t i = place; i < place + r->words; i++) {
        if (is_content(i) && j.tokens[i].lower) {
            return false;
        }
    }
    return true;
}

static inline bool breaks_off(const run *r, uint32_t place) {
    uint32_t last = place + r->words - 1;
    return edges_hang(&j.s, last) ||
           (!is_name_at(r, place) && edges_cut_name(&j.s, place, last));
}

/* free: behind the time before. */
static inline bool counts_at(const run *r, uint32_t place, uint32_t free) {
    return place >= free && is_at(r, place) &&
           (r->name || !is_name_at(r, place) ||
            !edges_in_name(&j.s, place, place + r->words - 1));
}

/* ---- Phrases by themselves -----------------------------------------------------------
 */

static inline bool opens_phrase(const run *r) {
    return is_content(r->place) && (j.tokens[r->place].kind & FOLD_NOT_FIRST) == 0;
}

static inline bool has_edges(const run *r) {
    unsigned first = j.tokens[r->place].kind;
    unsigned last = j.tokens[r->place + r->words - 1].kind;
    bool formula = (first & FOLD_OPENS) != 0 && r->words >= 4;
    return (last & FOLD_CONTENT) != 0 && (last & FOLD_NOT_LAST) == 0 &&
           (opens_phrase(r) ? r->content >= 2 : formula);
}

/* False: it breaks off wherever it stands. */
static inline bool look_at_places(run *r) {
    bool finished = false;
    r->name = true;
    for (uint32_t p = r->place; p < j.count; p++) {
        if (is_at(r, p)) {
            r->places++;
            r->name = r->name && is_name_at(r, p);
            finished = finished || !breaks_off(r, p);
        }
    }
    return finished;
}

static inline uint32_t content_in(uint32_t place, uint32_t words) {
    uint32_t content = 0;
    for (uint32_t i = place; i < place + words; i++) {
        content += is_content(i);
    }
    return content;
}

static inline bool stands_apart(const run *r) {
    uint32_t last = r->place;
    for (uint32_t p = r->place; p < j.count; p++) {
        last = is_at(r, p) ? p : last;
    }
    return last >= r->place + r->words;
}

/* Are more words than that taken off the end of the longest run that stands in as many
 * places? It breaks off, else this were part of it. */
static inline bool is_too_short(const run *r) {
    uint32_t longest = r->words;
    for (uint32_t words = r->words + 1; r->place + words <= j.count; words++) {
        run longer = {.place = r->place, .words = words};
        longer.content = content_in(longer.place, words);
        (void)look_at_places(&longer);
        if (longer.places != r->places) {
            break;
        }
        longest = has_edges(&longer) && stands_apart(&longer) ? words : longest;
    }
    return longest - r->words > TAKEN_OFF;
}

static inline void count_times(run *r) {
    for (uint32_t p = r->place, free = 0; p < j.count; p++) {
        if (counts_at(r, p, free)) {
            r->nearest = r->count > 0 && p - free < r->nearest ? p - free : r->nearest;
            r->first_place = r->count == 0 ? p : r->first_place;
            r->count++;
            free = p + r->words;
        }
    }
}

static inline void try_run(uint32_t place, uint32_t words) {
    run r = {.place = place, .words = words, .nearest = UINT32_MAX, .leader = LEDE_NONE};
    for (uint32_t p = 0; p < place; p++) {
        if (is_at(&r, p)) {
            return; /* not the first time */
        }
    }
    r.content = content_in(place, words);
    if (has_edges(&r) && look_at_places(&r) && stands_apart(&r) && !is_too_short(&r)) {
        count_times(&r);
        assert_true(j.run_count < CANDIDATES);
        j.runs[j.run_count++] = r;
    }
}

static inline void find_runs(void) {
    j.run_count = 0;
    for (uint32_t place = 0; place < j.count; place++) {
        uint32_t longest = 0;
        for (uint32_t p = place + 1; p < j.count; p++) {
            longest = j.common[place][p] > longest ? j.common[place][p] : longest;
        }
        for (uint32_t words = longest; words >= 2; words--) {
            try_run(place, words);
        }
    }
}

/* ---- What is left of them -----------------------------------------------------------
 */

static inline bool is_part(const run *part, const run *of) {
    for (uint32_t i = 0; part->words < of->words && i + part->words <= of->words; i++) {
        if (j.common[of->place + i][part->place] >= part->words) {
            return true;
        }
    }
    return false;
}

static inline run *ranked(uint32_t i) {
    return &j.runs[j.order[i]];
}

/* Longer ones first, so that what is left of them is known. */
static inline void drop_parts(void) {
    j.kept = 0;
    for (uint32_t words = MOST; words >= 2; words--) {
        for (uint32_t i = 0; i < j.run_count; i++) {
            const run *r = &j.runs[i];
            bool dropped = r->words != words;
            for (uint32_t k = 0; k < j.kept && !dropped; k++) {
                dropped = ranked(k)->places == r->places && is_part(r, ranked(k));
            }
            if (!dropped) {
                j.order[j.kept++] = i;
            }
        }
    }
}

/* What is there twice only if parts of names count hides its parts nevertheless. */
static inline void drop_rare(void) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < j.kept; i++) {
        if (ranked(i)->count >= 2) {
            j.order[kept++] = j.order[i];
        }
    }
    j.kept = kept;
}

/* ---- Groups ------------------------------------------------------------------------ */

static inline uint32_t times_of(uint32_t class, uint32_t from, uint32_t to) {
    uint32_t times = 0;
    for (uint32_t i = from; i < to; i++) {
        times += j.tokens[i].class == class;
    }
    return times;
}

static inline bool has_topic(const run *r) {
    for (uint32_t i = r->place; r->words <= PASSAGE && i < r->place + r->words; i++) {
        uint32_t class = j.tokens[i].class, all = times_of(class, 0, j.count);
        uint32_t within = r->count * times_of(class, r->place, r->place + r->words);
        if (is_content(i) && all >= within + 4 && all * 1000 >= 8 * j.count &&
            (all - within) * 1000 >= 5 * j.count) {
            return true;
        }
    }
    return false;
}

static inline lede_repeat_group group_of_phrase(const run *r) {
    if (r->name) {
        return LEDE_REPEAT_NAME;
    }
    bool often = r->count >= 4 && r->count * 1000 >= 4 * j.count;
    return often || has_topic(r) ? LEDE_REPEAT_TOPIC : LEDE_REPEAT_STOCK;
}

static inline lede_repeat_group group_of_formula(const run *r) {
    uint32_t skipped = 0;
    while (!is_content(r->place + skipped)) {
        skipped++;
    }
    for (uint32_t i = 0; i < j.kept; i++) {
        const run *phrase = ranked(i);
        if (opens_phrase(phrase) && phrase->words + skipped == r->words &&
            is_at(phrase, r->place + skipped)) {
            return group_of_phrase(phrase);
        }
    }
    return r->name ? LEDE_REPEAT_NAME : LEDE_REPEAT_FORMULA;
}

static inline void find_groups(void) {
    for (uint32_t i = 0; i < j.kept; i++) {
        run *r = ranked(i);
        r->group = opens_phrase(r) ? group_of_phrase(r) : group_of_formula(r);
    }
}

/* ---- The order --------------------------------------------------------------------- */

static inline uint32_t cost_of(const run *r) {
    return (r->count - 1) * r->content;
}

static inline int by_rank(const void *a, const void *b) {
    const run *x = &j.runs[*(const uint32_t *)a], *y = &j.runs[*(const uint32_t *)b];
    const int64_t keys[][2] = {{x->group, y->group},
                               {cost_of(y), cost_of(x)},
                               {x->nearest, y->nearest},
                               {x->first_place, y->first_place},
                               {y->words, x->words}};
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (keys[i][0] != keys[i][1]) {
            return keys[i][0] < keys[i][1] ? -1 : 1;
        }
    }
    return 0;
}

/* Of those that have no leader yet the dearest leads all parts and wholes of it whose
 * group is not before its own. */
static inline void find_leaders(void) {
    for (uint32_t led = 0; led < j.kept;) {
        uint32_t best = LEDE_NONE;
        for (uint32_t i = 0; i < j.kept; i++) {
            bool free = ranked(i)->leader == LEDE_NONE;
            if (free &&
                (best == LEDE_NONE || cost_of(ranked(i)) > cost_of(ranked(best)))) {
                best = i;
            }
        }
        for (uint32_t i = 0; i < j.kept; i++) {
            run *r = ranked(i), *leader = ranked(best);
            bool nested = i == best || is_part(r, leader) || is_part(leader, r);
            if (r->leader == LEDE_NONE && nested && leader->group <= r->group) {
                r->leader = best;
                led++;
            }
        }
    }
}

static inline void put_in_order(void) {
    static uint32_t next[CANDIDATES];
    uint32_t count = 0;
    qsort(j.order, j.kept, sizeof *j.order, by_rank);
    find_leaders();
    for (uint32_t i = 0; i < j.kept; i++) {
        if (ranked(i)->leader != i) {
            continue;
        }
        uint32_t leader = count;
        next[count++] = j.order[i];
        for (uint32_t k = 0; k < j.kept; k++) {
            if (k != i && ranked(k)->leader == i) {
                next[count++] = j.order[k];
            }
        }
        for (uint32_t k = leader; k < count; k++) {
            j.runs[next[k]].leader = MOST + leader; /* no index of the old order */
        }
    }
    assert_int_equal(count, j.kept);
    memcpy(j.order, next, count * sizeof *next);
}

/* ---- What is redundant --------------------------------------------------------------
 */

static inline void paint_run(const run *r) {
    for (uint32_t p = r->place, free = 0; p < j.count; p++) {
        if (!counts_at(r, p, free)) {
            continue;
        }
        free = p + r->words;
        for (uint32_t i = p; i < free && p != r->first_place; i++) {
            j.tokens[i].redundant = j.tokens[i].redundant || r->group != LEDE_REPEAT_NAME;
            j.tokens[i].own = j.tokens[i].own || r->group < LEDE_REPEAT_TOPIC;
        }
    }
}

/* ---- All of it ----------------------------------------------------------------------
 */

static inline void judge_document(const lede_document *d) {
    j.d = d;
    assert_true(folds_build(&j.f, d, &memory_default));
    read_words();
    find_runs();
    drop_parts();
    drop_rare();
    find_groups();
    put_in_order();
    for (uint32_t i = 0; i < j.kept; i++) {
        paint_run(ranked(i));
    }
}

static inline void judge_close(void) {
    stream_free(&j.s, &memory_default);
    folds_free(&j.f);
}

#endif
