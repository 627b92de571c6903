/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_near.h"

/* The least part of the unit's weight that must be there. */
#define ALIKE 2u
#define OF_ALL 5u
#define PARTS 4u /* tokens of each sentence that is merged with another */
#define GLUE 3u  /* tokens between them at most */
#define CUT 40u  /* tokens left out at an edge of a sentence that are told */
/* A passage grows to the edge of a sentence, if that is no more than this part of it. */
#define STRETCH 2u

/* ---- Is it near? ------------------------------------------------------------------ */

static uint64_t weigh(const verbatim_work *w, const verbatim_extent *e) {
    uint64_t weight = 0;
    for (uint32_t i = e->begin; i < e->end; i++) {
        weight += verbatim_weight(&w->index, w->summary.numbers.items[i]);
    }
    return weight;
}

/* A single word of many is like anything. */
static bool is_alike(const verbatim_work *w, const verbatim_extent *e,
                     const verbatim_blocks *b) {
    uint32_t least = e->end - e->begin > 2 ? 2 : 1;
    return b->matched >= least && b->weight * OF_ALL >= weigh(w, e) * ALIKE;
}

/* ---- The steps -------------------------------------------------------------------- */

/* What lies before a block: of the passage, if it goes on from the block before. */
static bool tell_before(verbatim_work *w, const verbatim_blocks *b, uint32_t i,
                        lede_quote *out) {
    const verbatim_block *last = &b->items[i - 1], *next = &b->items[i];
    verbatim_place gap = {next->source, last->passage + last->length, next->passage};
    bool near = last->source == next->source &&
                gap.end - gap.begin <= LEDE_QUOTES_COMPARED && gap.end >= gap.begin;
    gap.begin = near ? gap.begin : gap.end;
    return verbatim_removed(w, out, &gap) &&
           verbatim_added(w, out, last->summary + last->length, next->summary);
}

static bool tell_block(verbatim_work *w, const verbatim_block *b, lede_quote *out) {
    verbatim_place p = {b->source, b->passage, b->passage + b->length};
    return verbatim_same(w, out, &p, b->summary);
}

/* all: the passage with what stands before and behind the blocks. */
static bool tell(verbatim_work *w, const verbatim_extent *e, const verbatim_blocks *b,
                 const verbatim_place *all, lede_quote *out) {
    const verbatim_block *first = &b->items[0], *last = &b->items[b->count - 1];
    verbatim_place head = {all->source, all->begin, first->passage};
    verbatim_place tail = {all->source, last->passage + last->length, all->end};
    bool fine = verbatim_removed(w, out, &head) &&
                verbatim_added(w, out, e->begin, first->summary);
    for (uint32_t i = 0; fine && i < b->count; i++) {
        fine = (i == 0 || tell_before(w, b, i, out)) && tell_block(w, &b->items[i], out);
    }
    return fine && verbatim_removed(w, out, &tail) &&
           verbatim_added(w, out, last->summary + last->length, e->end);
}

/* ---- The state -------------------------------------------------------------------- */

/* Tokens of the blocks in sentences other than the first's, as far as each has PARTS of
 * them: are there two such sentences? */
static bool is_of_several(const verbatim_work *w, const verbatim_blocks *b) {
    const verbatim_row *r = &w->rows[b->items[0].source];
    uint32_t sentence = LEDE_NONE, tokens = 0, full = 0;
    for (uint32_t i = 0; i < b->count; i++) {
        const verbatim_block *k = &b->items[i];
        for (uint32_t at = k->passage; at < k->passage + k->length;) {
            uint32_t own = verbatim_row_sentence(r, at);
            uint32_t end = r->sentences.items[own + 1];
            end = end < k->passage + k->length ? end : k->passage + k->length;
            tokens = own == sentence ? tokens + (end - at) : end - at;
            full += tokens >= PARTS && tokens - (end - at) < PARTS;
            sentence = own;
            at = end;
        }
    }
    return full > 1;
}

static lede_quote_state state_of(const verbatim_work *w, const verbatim_extent *e,
                                 const verbatim_blocks *b) {
    uint32_t added = e->end - e->begin - b->matched;
    if (added <= GLUE && is_of_several(w, b)) {
        return LEDE_QUOTE_MERGED;
    }
    return added == 0 ? LEDE_QUOTE_SHORTENED : LEDE_QUOTE_ALTERED;
}

/* ---- The passage ------------------------------------------------------------------ */

/* What the unit has beyond the blocks stands there for as many words of the sentence; a
 * sentence, for all that there is of it, if that is not much. */
static verbatim_place passage_of(const verbatim_work *w, const verbatim_unit *u,
                                 const verbatim_extent *e, const verbatim_blocks *b) {
    const verbatim_block *first = &b->items[0], *last = &b->items[b->count - 1];
    const verbatim_row *r = &w->rows[first->source];
    verbatim_place p = {first->source, first->passage, last->passage + last->length};
    uint32_t before = p.begin - r->sentences.items[verbatim_row_sentence(r, p.begin)];
    uint32_t behind = r->sentences.items[verbatim_row_sentence(r, p.end - 1) + 1] - p.end;
    uint32_t front = first->summary - e->begin;
    uint32_t back = e->end - (last->summary + last->length);
    uint32_t most =
        state_of(w, e, b) == LEDE_QUOTE_SHORTENED ? CUT : (e->end - e->begin) / STRETCH;
    front = u->sentence && before <= most ? before : front;
    back = u->sentence && behind <= most ? behind : back;
    p.begin -= before < front ? before : front;
    p.end += behind < back ? behind : back;
    return p;
}

/* ---- A unit ----------------------------------------------------------------------- */

static bool tell_nearest(verbatim_work *w, const verbatim_unit *u,
                         const verbatim_extent *e, const verbatim_blocks *b,
                         lede_quote *out) {
    verbatim_place p = passage_of(w, u, e, b);
    out->state = (uint8_t)state_of(w, e, b);
    verbatim_set_passage(w, out, &p);
    return tell(w, e, b, &p, out);
}

/* Of parts from different places, the passage is that of the first. */
static bool tell_merged(verbatim_work *w, const verbatim_extent *e,
                        const verbatim_blocks *b, lede_quote *out) {
    const verbatim_block *first = &b->items[0], *last = &b->items[b->count - 1];
    verbatim_place p = {first->source, first->passage, first->passage + first->length};
    verbatim_place none = {first->source, first->passage, last->passage + last->length};
    out->state = LEDE_QUOTE_MERGED;
    verbatim_set_passage(w, out, &p);
    return tell(w, e, b, &none, out);
}

bool verbatim_near(verbatim_work *w, const verbatim_unit *unit, lede_quote *out) {
    verbatim_extent e = unit->extent;
    verbatim_place window;
    verbatim_blocks near = {.count = 0}, cover;
    if (e.end - e.begin > LEDE_QUOTES_COMPARED) {
        e.end = e.begin + LEDE_QUOTES_COMPARED;
        out->notes |= LEDE_QUOTE_FRONT_ONLY;
    }
    if (!verbatim_window(w, &e, &window) ||
        (window.end > window.begin && !verbatim_align(w, &e, &window, &near))) {
        return false;
    }
    verbatim_cover(w, &e, &cover);
    if (cover.count > 0 && cover.matched >= near.matched + GLUE) {
        return tell_merged(w, &e, &cover, out);
    }
    out->state = LEDE_QUOTE_MISSING;
    return !is_alike(w, &e, &near) || tell_nearest(w, unit, &e, &near, out);
}
