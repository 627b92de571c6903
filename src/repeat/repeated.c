/* SPDX-License-Identifier: MIT */
#include "repeat/repeated.h"

#include "repeat/edges.h"

#include <string.h>

#define WORDS_PER_COUNT 1500u  /* each of them asks one time more of short repeated */
#define CHARACTERS_PER_WORD 2u /* in scripts without spaces, roughly */
#define SHORT_WORDS 3u
/* Chosen on news texts; docs/repetition.md has the figures. */
#define TOPIC_WORD 8u    /* of 1,000: all times of a word, */
#define TOPIC_OUTSIDE 5u /* and those outside the phrase, */
#define TOPIC_COUNT 4u   /* which are as many at least */
#define TOPIC_PHRASES 4u /* times of a phrase, */
#define TOPIC_PHRASE 4u  /* of 1,000 */
#define TOPIC_WORDS 64u  /* of a phrase at most, which else is a passage and no topic */

uint32_t repeated_cost(const found_phrase *f) {
    uint64_t cost = (uint64_t)(f->count - 1) * f->content;
    return cost < UINT32_MAX ? (uint32_t)cost : UINT32_MAX;
}

static unsigned flags_at(const repeated *p, uint32_t place) {
    return p->body->flags.items[repeated_at(p, place)];
}

static unsigned symbol_bits(const repeated *p, uint32_t place) {
    return p->symbols.classes.items[p->symbols.items.items[place]];
}

/* ---- Sums ----------------------------------------------------------------------------
 */

static size_t sums_size(const repeated *p) {
    return ((size_t)p->symbols.text.count + 1) * sizeof *p->content;
}

static bool open_phrases(repeated *p) {
    p->content = memory_allocate(p->allocator, sums_size(p));
    p->lower = memory_allocate(p->allocator, sums_size(p));
    return p->content != NULL && p->lower != NULL;
}

static void sum_words(repeated *p) {
    uint32_t content = 0, lower = 0;
    for (uint32_t i = 0; i < p->symbols.text.count; i++) {
        p->content[i] = content;
        p->lower[i] = lower;
        if ((symbol_bits(p, i) & SYMBOL_CONTENT) != 0) {
            content++;
            lower += (flags_at(p, i) & STREAM_LOWER) != 0;
        }
    }
    p->content[p->symbols.text.count] = content;
    p->lower[p->symbols.text.count] = lower;
}

/* ---- Edges ------------------------------------------------------------------------- */

/* Neither breaks it off at a place, nor begins or ends in the middle of a name. */
static bool finished_at(const void *context, uint32_t place, uint32_t words) {
    const repeated *p = context;
    uint32_t end = place + words, first = repeated_at(p, place);
    uint32_t last = repeated_at(p, end - 1);
    return !edges_hang(p->body, last) &&
           (p->lower[end] == p->lower[place] || !edges_cut_name(p->body, first, last));
}

/* ---- Filters ---------------------------------------------------------------------- */

/* Characters count as words of scripts that have no spaces, and are as many as half. */
static uint32_t least_words(const repeated *p, const phrase_rules *rules,
                            uint32_t place) {
    bool character = (flags_at(p, place) & STREAM_CHARACTER) != 0;
    return character && rules->min_words < LEDE_REPEAT_CHARACTERS ? LEDE_REPEAT_CHARACTERS
                                                                  : rules->min_words;
}

static uint32_t least_count(const repeated *p, const phrase_rules *rules,
                            const found_phrase *f) {
    bool character = (flags_at(p, f->place) & STREAM_CHARACTER) != 0;
    uint32_t per_word = character ? CHARACTERS_PER_WORD : 1;
    if (rules->min_count > 0) {
        return rules->min_count;
    }
    if (f->words >= (SHORT_WORDS + 1) * per_word) {
        return 2;
    }
    return 2 + (uint32_t)p->body->words.count / (WORDS_PER_COUNT * per_word);
}

static bool keep(repeated *p, const phrase_rules *rules, const sequence *s) {
    found_phrase f = {.place = s->place,
                      .words = s->length,
                      .content = p->content[s->place + s->length] - p->content[s->place],
                      .interval = s->interval,
                      .count = s->count,
                      .nearest = UINT32_MAX,
                      .group = s->kind == SEQUENCE_FORMULA ? LEDE_REPEAT_FORMULA
                                                           : LEDE_REPEAT_STOCK};
    if (f.words < least_words(p, rules, f.place) || f.words > rules->max_words ||
        f.count < least_count(p, rules, &f)) {
        return true;
    }
    if (!VEC_RESERVE(&p->found, p->allocator, 1)) {
        return false;
    }
    f.count = 0; /* the walk counts */
    p->walk.items[f.interval] = (uint32_t)p->found.count;
    p->found.items[p->found.count++] = f;
    return true;
}

/* What sequences are told by needs more memory than anything else, so that what tells
 * phrases is made when that is gone. */
static bool filter(repeated *p, const phrase_rules *rules) {
    sequences all = {.capped = false};
    if (!open_phrases(p)) {
        return false;
    }
    sum_words(p);
    const sequence_rules wanted = {finished_at, p, rules->max_words};
    bool fine = sequences_find_by(&p->tree, p->symbols.classes.items, &wanted, &all) &&
                walk_open(&p->walk, &p->tree);
    p->capped = all.capped;
    for (size_t i = 0; fine && i < all.items.count; i++) {
        fine = keep(p, rules, &all.items.items[i]);
    }
    sequences_free(&all, p->allocator);
    return fine;
}

/* ---- Places -------------------------------------------------------------------------
 */

bool repeated_counts(const repeated *p, const found_phrase *f, uint32_t place) {
    uint32_t end = place + f->words;
    bool name = p->lower[end] == p->lower[place];
    return place >= f->free &&
           (!f->lower || !name ||
            !edges_in_name(p->body, repeated_at(p, place), repeated_at(p, end - 1)));
}

static void count_place(const repeated *p, found_phrase *f, uint32_t place) {
    if (!repeated_counts(p, f, place)) {
        return;
    }
    if (f->count > 0) {
        uint32_t gap = repeated_at(p, place) - repeated_at(p, f->free - 1) - 1;
        f->nearest = gap < f->nearest ? gap : f->nearest;
    } else {
        f->place = place;
    }
    f->count++;
    f->free = place + f->words;
    f->quoted += (flags_at(p, place) & STREAM_QUOTED) != 0;
}

static void see_letters(const repeated *p, found_phrase *f, uint32_t place) {
    f->lower = f->lower || p->lower[place + f->words] > p->lower[place];
}

typedef void visit_place(const repeated *p, found_phrase *f, uint32_t place);

static void visit_places(repeated *p, visit_place *visit) {
    for (uint32_t place = 0; place < p->symbols.text.count; place++) {
        for (uint32_t i = walk_first(&p->walk, place); i != INTERVAL_NONE;
             i = walk_next(&p->walk, i)) {
            visit(p, &p->found.items[p->walk.items[i]], place);
        }
    }
}

/* Those that are there often enough, apart from names that they are part of. */
static void drop_rare(repeated *p, const phrase_rules *rules) {
    size_t kept = 0;
    for (size_t i = 0; i < p->found.count; i++) {
        const found_phrase f = p->found.items[i];
        p->walk.items[f.interval] = WALK_NONE;
        if (f.count >= least_count(p, rules, &f)) {
            p->walk.items[f.interval] = (uint32_t)kept;
            p->found.items[kept++] = f;
        }
    }
    p->found.count = kept;
    walk_ready(&p->walk);
}

static void count_places(repeated *p, const phrase_rules *rules) {
    walk_ready(&p->walk);
    visit_places(p, see_letters);
    visit_places(p, count_place);
    drop_rare(p, rules);
}

/* ---- Groups --------------------------------------------------------------------------
 */

static uint32_t times_within(const repeated *p, const found_phrase *f, uint32_t symbol) {
    uint32_t times = 0;
    for (uint32_t i = 0; i < f->words; i++) {
        times += p->symbols.items.items[f->place + i] == symbol;
    }
    return times;
}

/* Is a word what the text is about, apart from the phrase? */
static bool is_topic(const repeated *p, const found_phrase *f, uint32_t symbol) {
    uint64_t words = p->body->words.count;
    uint64_t all = p->counts[p->symbols.class_of.items[symbol]];
    if (all < TOPIC_COUNT || all * 1000 < TOPIC_WORD * words) {
        return false;
    }
    uint64_t within = (uint64_t)f->count * times_within(p, f, symbol);
    uint64_t outside = all > within ? all - within : 0;
    return outside >= TOPIC_COUNT && outside * 1000 >= TOPIC_OUTSIDE * words;
}

static bool has_topic(const repeated *p, const found_phrase *f) {
    for (uint32_t i = 0; i < f->words && f->words <= TOPIC_WORDS; i++) {
        uint32_t symbol = p->symbols.items.items[f->place + i];
        bool content = (p->symbols.classes.items[symbol] & SYMBOL_CONTENT) != 0;
        if (content && is_topic(p, f, symbol)) {
            return true;
        }
    }
    return false;
}

static lede_repeat_group group_of(const repeated *p, const found_phrase *f) {
    if (!f->lower) {
        return LEDE_REPEAT_NAME;
    }
    bool frequent =
        f->count >= TOPIC_PHRASES &&
        (uint64_t)f->count * 1000 >= TOPIC_PHRASE * (uint64_t)p->body->words.count;
    return frequent || has_topic(p, f) ? LEDE_REPEAT_TOPIC : LEDE_REPEAT_STOCK;
}

/* The phrase that a formula ends in, if nothing but function words stands before it:
 * "of the" and a phrase is no formula of its own. NULL: there is none. */
static const found_phrase *phrase_within(const repeated *p, const found_phrase *f) {
    uint32_t place = f->place, end = f->place + f->words;
    while (place < end && (symbol_bits(p, place) & SYMBOL_CONTENT) == 0) {
        place++;
    }
    for (uint32_t i = walk_first(&p->walk, place); i != INTERVAL_NONE;
         i = walk_next(&p->walk, i)) {
        const found_phrase *other = &p->found.items[p->walk.items[i]];
        if (other->words == end - place) {
            return other;
        }
    }
    return NULL;
}

/* Formulas last, since they may follow a phrase. */
static void find_groups(repeated *p) {
    found_phrase *items = p->found.items;
    for (size_t i = 0; i < p->found.count; i++) {
        if (items[i].group != LEDE_REPEAT_FORMULA) {
            items[i].group = (uint8_t)group_of(p, &items[i]);
        }
    }
    for (size_t i = 0; i < p->found.count; i++) {
        if (items[i].group != LEDE_REPEAT_FORMULA) {
            continue;
        }
        const found_phrase *within = phrase_within(p, &items[i]);
        if (within != NULL && within->group != LEDE_REPEAT_FORMULA) {
            items[i].group = within->group;
        } else if (!items[i].lower) {
            items[i].group = LEDE_REPEAT_NAME;
        }
    }
}

/* ---- All of it ----------------------------------------------------------------------
 */

bool repeated_find(repeated *p, const phrase_rules *rules) {
    if (!symbols_read(&p->symbols, p->body, p->allocator)) {
        return false;
    }
    if (p->symbols.text.count == 0) {
        return true;
    }
    if (!intervals_open(&p->tree, &p->symbols.text, p->allocator) || !filter(p, rules)) {
        return false;
    }
    count_places(p, rules);
    find_groups(p);
    return true;
}

void repeated_free(repeated *p) {
    memory_free(p->allocator, p->content, sums_size(p));
    memory_free(p->allocator, p->lower, sums_size(p));
    walk_close(&p->walk);
    intervals_close(&p->tree);
    symbols_free(&p->symbols, p->allocator);
    VEC_FREE(&p->found, p->allocator);
}
