/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_work.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

/* ---- Borders of sentences --------------------------------------------------------- */

/* May words of the summary go on across this border of the source? Not into another
 * paragraph; into the next sentence, if something ends one in the summary as well. */
static bool may_cross(const verbatim_work *w, const verbatim_row *r, uint32_t token,
                      uint32_t own) {
    uint32_t behind = verbatim_row_sentence(r, token);
    uint32_t before = verbatim_row_sentence(r, token - 1);
    const lede_sentence *s = r->d->sentences.items;
    if (s[before].block != s[behind].block) {
        return verbatim_is_soft(r->d, before, behind);
    }
    return verbatim_is_behind_stop(&w->summary, own) ||
           !verbatim_is_behind_stop(r, token);
}

/* Are the borders within a place those of the summary from token `own` on? Sentences
 * without tokens are stepped over. */
static bool borders_agree(const verbatim_work *w, const verbatim_place *p, uint32_t own) {
    const verbatim_row *r = &w->rows[p->source];
    uint32_t s = verbatim_row_sentence(r, p->begin);
    for (uint32_t at = r->sentences.items[s + 1]; at < p->end;
         at = r->sentences.items[s + 1]) {
        if (!may_cross(w, r, at, own + (at - p->begin))) {
            return false;
        }
        s = verbatim_row_sentence(r, at);
    }
    return true;
}

/* ---- One place -------------------------------------------------------------------- */

static bool is_capital(const verbatim_row *r, uint32_t token) {
    size_t at = r->spans.items[token].begin;
    unicode_class class = unicode_class_of(utf8_next(r->d->page.text, &at));
    return class == UC_LETTER_UPPER || class == UC_LETTER_TITLE;
}

/* Words from where something begins to where it does not end. What a source quotes ends
 * with its mark. */
static bool is_cut_off(const verbatim_row *r, const verbatim_place *p) {
    bool from_begin = verbatim_begins(r, p->begin) ||
                      (verbatim_is_at_quote(r, p->begin) && is_capital(r, p->begin));
    return from_begin && !verbatim_ends(r, p->end) && !verbatim_is_at_quote(r, p->end);
}

static lede_quote_state judge(const verbatim_work *w, const verbatim_unit *u,
                              const verbatim_place *p) {
    const verbatim_row *r = &w->rows[p->source];
    if (!borders_agree(w, p, u->extent.begin)) {
        return LEDE_QUOTE_MERGED;
    }
    bool whole = u->sentence
                     ? verbatim_is_border(r, p->begin) && verbatim_is_border(r, p->end)
                     : !u->stops || !is_cut_off(r, p);
    return whole ? LEDE_QUOTE_VERBATIM : LEDE_QUOTE_SHORTENED;
}

static verbatim_place place_of(const verbatim_index *x, uint32_t at, uint32_t length) {
    verbatim_place p = {0};
    p.source = verbatim_index_source(x, at, &p.begin);
    p.end = p.begin + length;
    return p;
}

/* ---- Words in a row --------------------------------------------------------------- */

/* Whole sentences are asked for first: short ones stand within so many others that not
 * every place could be looked at. */
static bool find_sentence(const verbatim_work *w, const verbatim_unit *u,
                          verbatim_place *p) {
    uint32_t begin = u->extent.begin, end = u->extent.end;
    uint32_t at =
        u->sentence ? verbatim_index_sentence(&w->index, begin, end) : UINT32_MAX;
    if (at != UINT32_MAX) {
        *p = place_of(&w->index, at, end - begin);
    }
    return at != UINT32_MAX;
}

/* The best of the places where all words of the unit stand in a row, of equal ones the
 * first. False: there is none. */
static bool find_row(const verbatim_work *w, const verbatim_unit *u, verbatim_place *best,
                     lede_quote *out) {
    lede_quote_state state = LEDE_QUOTE_VERBATIM;
    uint32_t places[LEDE_QUOTES_PLACES], length = u->extent.end - u->extent.begin;
    if (find_sentence(w, u, best)) {
        return true;
    }
    uint32_t count = verbatim_index_places(&w->index, u->extent.begin, length, places,
                                           LEDE_QUOTES_PLACES);
    state = LEDE_QUOTE_STATES;
    for (uint32_t i = 0; i < count && state != LEDE_QUOTE_VERBATIM; i++) {
        verbatim_place p = place_of(&w->index, places[i], length);
        lede_quote_state judged = judge(w, u, &p);
        if (judged < state) {
            state = judged;
            *best = p;
        }
    }
    if (count == LEDE_QUOTES_PLACES && state != LEDE_QUOTE_VERBATIM) {
        out->notes |= LEDE_QUOTE_CAPPED;
    }
    out->state = count > 0 ? (uint8_t)state : out->state;
    return count > 0;
}

/* Of a sentence, all of those that it was taken from. */
static bool tell_row(verbatim_work *w, const verbatim_unit *u, const verbatim_place *p,
                     lede_quote *out) {
    const verbatim_row *r = &w->rows[p->source];
    verbatim_place all = *p;
    if (out->state == LEDE_QUOTE_VERBATIM) {
        verbatim_set_passage(w, out, p);
        return true;
    }
    if (out->state == LEDE_QUOTE_SHORTENED) {
        uint32_t first = verbatim_row_sentence(r, p->begin);
        uint32_t last = verbatim_row_sentence(r, p->end - 1);
        all.begin = u->sentence ? r->sentences.items[first] : p->begin;
        all.end = r->sentences.items[last + 1];
    }
    const verbatim_place head = {p->source, all.begin, p->begin};
    const verbatim_place tail = {p->source, p->end, all.end};
    verbatim_set_passage(w, out, &all);
    return verbatim_removed(w, out, &head) && verbatim_same(w, out, p, u->extent.begin) &&
           verbatim_removed(w, out, &tail);
}

/* ---- Pieces ----------------------------------------------------------------------- */

#define WORK_LEAST 512u /* tokens compared for the pieces of a unit */
#define WORK_EACH 128u  /* and for each token of it */
#define ANCHORS 32u     /* places of its longest piece that are tried */

typedef struct chain {
    const verbatim_work *w;
    const verbatim_unit *unit;
    const verbatim_pieces *pieces;
    verbatim_place places[VERBATIM_PIECES];
    uint64_t work; /* that is left */
    bool capped;   /* there may be a place that was not tried */
} chain;

/* Does a piece stand at this token of the source? */
static bool piece_fits(chain *c, uint32_t k, uint32_t from, uint32_t token) {
    const verbatim_piece *p = &c->pieces->items[k];
    const verbatim_row *r = &c->w->rows[from];
    const uint32_t *own = c->w->summary.numbers.items + p->begin;
    uint32_t n = p->end - p->begin, same = 0;
    if (r->numbers.count - token < n) {
        return false;
    }
    while (same < n && c->work > 0 && r->numbers.items[token + same] == own[same]) {
        same++;
        c->work--;
    }
    c->work -= c->work > 0;
    c->places[k] = (verbatim_place){from, token, token + n};
    return same == n && borders_agree(c->w, &c->places[k], p->begin);
}

static uint32_t gap_before(const verbatim_piece *p) {
    return p->omission ? LEDE_QUOTES_OMISSION : LEDE_QUOTES_REPLACED;
}

/* The nearest place of piece k behind that of the one before. */
static bool extend_right(chain *c, uint32_t k) {
    const verbatim_place *before = &c->places[k - 1];
    uint32_t most = gap_before(&c->pieces->items[k]);
    size_t count = c->w->rows[before->source].numbers.count;
    for (uint32_t i = 0; i <= most && before->end + i < count && c->work > 0; i++) {
        if (piece_fits(c, k, before->source, before->end + i)) {
            return true;
        }
    }
    return false;
}

/* The nearest place of piece k before that of the one behind. */
static bool extend_left(chain *c, uint32_t k) {
    const verbatim_place *behind = &c->places[k + 1];
    uint32_t most = gap_before(&c->pieces->items[k + 1]);
    uint32_t n = c->pieces->items[k].end - c->pieces->items[k].begin;
    for (uint32_t i = 0; i <= most && behind->begin >= n + i && c->work > 0; i++) {
        if (piece_fits(c, k, behind->source, behind->begin - n - i)) {
            return true;
        }
    }
    return false;
}

static bool is_near(uint32_t gap, bool omission, bool insertion) {
    return omission || gap == 0 || (insertion && gap <= LEDE_QUOTES_REPLACED);
}

/* All that the pieces stand for, and of a sentence what stands before and behind them. */
static verbatim_place whole_of(const chain *c) {
    const verbatim_place *first = &c->places[0], *last = &c->places[c->pieces->count - 1];
    const verbatim_row *r = &c->w->rows[first->source];
    verbatim_place all = {first->source, first->begin, last->end};
    if (c->unit->sentence && !verbatim_is_border(r, all.begin)) {
        all.begin = r->sentences.items[verbatim_row_sentence(r, all.begin)];
    }
    if (c->unit->sentence && !verbatim_is_border(r, all.end)) {
        all.end = r->sentences.items[verbatim_row_sentence(r, all.end - 1) + 1];
    }
    return all;
}

/* A sentence that shows no omission at its edges begins and ends as one. */
static bool edges_agree(const chain *c) {
    const verbatim_place *first = &c->places[0], *last = &c->places[c->pieces->count - 1];
    const verbatim_pieces *p = c->pieces;
    verbatim_place all = whole_of(c);
    if (!c->unit->sentence) {
        return p->omitted_end || p->inserted_end || !c->unit->stops ||
               !is_cut_off(&c->w->rows[all.source], &all);
    }
    return is_near(first->begin - all.begin, p->items[0].omission,
                   p->items[0].insertion) &&
           is_near(all.end - last->end, p->omitted_end, p->inserted_end);
}

static bool chain_from(chain *c, uint32_t anchor, uint32_t at) {
    verbatim_place p = place_of(&c->w->index, at, 0);
    bool fine = piece_fits(c, anchor, p.source, p.begin);
    for (uint32_t k = anchor; fine && k > 0; k--) {
        fine = extend_left(c, k - 1);
    }
    for (uint32_t k = anchor + 1; fine && k < c->pieces->count; k++) {
        fine = extend_right(c, k);
    }
    return fine && edges_agree(c);
}

static uint32_t longest_piece(const verbatim_pieces *p) {
    uint32_t best = 0;
    for (uint32_t k = 1; k < p->count; k++) {
        uint32_t n = p->items[k].end - p->items[k].begin;
        best = n > p->items[best].end - p->items[best].begin ? k : best;
    }
    return best;
}

/* Its pieces, in order, each near the one before. */
static bool find_pieces(chain *c) {
    uint32_t places[ANCHORS], anchor = longest_piece(c->pieces);
    const verbatim_piece *p = &c->pieces->items[anchor];
    uint32_t count =
        verbatim_index_places(&c->w->index, p->begin, p->end - p->begin, places, ANCHORS);
    for (uint32_t i = 0; i < count && c->work > 0; i++) {
        if (chain_from(c, anchor, places[i])) {
            return true;
        }
    }
    c->capped = c->work == 0 || count == ANCHORS;
    return false;
}

/* What lies between two pieces: left out of the source, set into the summary. */
static bool tell_gap(verbatim_work *w, const chain *c, uint32_t k, lede_quote *out) {
    const verbatim_place *a = &c->places[k - 1], *b = &c->places[k];
    verbatim_place gap = {a->source, a->end, b->begin};
    return verbatim_removed(w, out, &gap) &&
           verbatim_added(w, out, c->pieces->items[k - 1].end, c->pieces->items[k].begin);
}

static bool tell_pieces(verbatim_work *w, const chain *c, lede_quote *out) {
    uint32_t last = c->pieces->count - 1;
    verbatim_place all = whole_of(c);
    verbatim_place head = {all.source, all.begin, c->places[0].begin};
    verbatim_place tail = {all.source, c->places[last].end, all.end};
    bool fine = verbatim_removed(w, out, &head) &&
                verbatim_added(w, out, c->unit->extent.begin, c->pieces->items[0].begin);
    for (uint32_t k = 0; fine && k <= last; k++) {
        fine = (k == 0 || tell_gap(w, c, k, out)) &&
               verbatim_same(w, out, &c->places[k], c->pieces->items[k].begin);
    }
    out->state = c->pieces->edited ? LEDE_QUOTE_EDITED : LEDE_QUOTE_ELIDED;
    verbatim_set_passage(w, out, &all);
    return fine && verbatim_removed(w, out, &tail) &&
           verbatim_added(w, out, c->pieces->items[last].end, c->unit->extent.end);
}

/* Of an edited quotation at least half of the words must be the source's: brackets may
 * not carry what nobody said. */
static bool is_mostly_said(const verbatim_pieces *pieces, uint64_t tokens) {
    uint64_t said = 0;
    for (uint32_t k = 0; k < pieces->count; k++) {
        said += pieces->items[k].end - pieces->items[k].begin;
    }
    return !pieces->edited || 2 * said >= tokens;
}

/* ---- A unit ----------------------------------------------------------------------- */

bool verbatim_find(verbatim_work *w, const verbatim_unit *unit, lede_quote *out,
                   bool *found) {
    verbatim_place place = {0};
    verbatim_pieces pieces;
    *found = find_row(w, unit, &place, out);
    if (!*found || out->state != LEDE_QUOTE_VERBATIM) {
        verbatim_pieces_read(&pieces, &w->summary, &unit->extent);
        uint64_t tokens = unit->extent.end - unit->extent.begin;
        chain c = {.w = w,
                   .unit = unit,
                   .pieces = &pieces,
                   .work = WORK_LEAST + WORK_EACH * tokens};
        if (pieces.marked && is_mostly_said(&pieces, tokens) && find_pieces(&c)) {
            *found = true;
            return tell_pieces(w, &c, out);
        }
        out->notes |= c.capped ? LEDE_QUOTE_CAPPED : 0;
    }
    return !*found || tell_row(w, unit, &place, out);
}
