/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_units.h"

#include "repeat/quotes.h"
#include "text/marks.h"

/* ---- Quotations ------------------------------------------------------------------- */

typedef struct run_reader {
    verbatim_runs *runs;
    const verbatim_row *row;
    uint32_t token; /* the next of the row */
    verbatim_run open;
    bool is_open;
} run_reader;

static uint32_t token_at(run_reader *r, uint32_t offset) {
    const verbatim_row *row = r->row;
    while (r->token < row->spans.count && row->spans.items[r->token].begin < offset) {
        r->token++;
    }
    return r->token;
}

static void open_run(run_reader *r, uint32_t offset) {
    r->open = (verbatim_run){.span = {offset, offset}, .begin = token_at(r, offset)};
    r->is_open = true;
}

static bool close_run(run_reader *r, uint32_t offset, bool closed) {
    if (!r->is_open) {
        return true;
    }
    r->is_open = false;
    r->open.span.end = offset;
    r->open.end = token_at(r, offset);
    r->open.closed = closed;
    if (r->open.end == r->open.begin) {
        return true;
    }
    if (!VEC_RESERVE(&r->runs->items, r->row->allocator, 1)) {
        return false;
    }
    r->runs->items.items[r->runs->items.count++] = r->open;
    return true;
}

static bool is_terminator(const lede_word *w) {
    return w->kind == LEDE_WORD_MARK &&
           (w->mark == MARK_STOP || w->mark == MARK_FINAL || w->mark == MARK_TERMINATOR);
}

static bool read_block(run_reader *r, uint32_t block) {
    const lede_document *d = r->row->d;
    const lede_block *b = &d->page.blocks.items[block];
    bool fine = true;
    quotes q = quotes_begin(d, block);
    for (uint32_t i = d->sentences.items[b->first_sentence].first_word; fine && i < q.end;
         i++) {
        const lede_word *w = &d->words.items[i];
        if (w->kind != LEDE_WORD_MARK) {
            continue;
        }
        bool before = quotes_open(&q);
        (void)quotes_note(&q, i);
        if (!before && quotes_open(&q)) {
            open_run(r, w->span.end);
        } else if (before && !quotes_open(&q)) {
            r->open.stops = i > 0 && is_terminator(w - 1);
            fine = close_run(r, w->span.begin, true);
        }
    }
    return fine && close_run(r, b->span.end, false);
}

bool verbatim_runs_find(verbatim_runs *runs, const verbatim_row *row) {
    run_reader r = {.runs = runs, .row = row};
    const lede_document *d = row->d;
    bool fine = true;
    for (uint32_t i = 0; fine && i < d->page.blocks.count; i++) {
        fine = d->page.blocks.items[i].sentence_count == 0 || read_block(&r, i);
    }
    return fine;
}

size_t verbatim_runs_at(const verbatim_runs *runs, uint32_t token) {
    size_t low = 0, high = runs->items.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (runs->items.items[middle].end <= token) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* ---- Pieces ----------------------------------------------------------------------- */

typedef struct piece_reader {
    verbatim_pieces *p;
    const verbatim_sign *sign; /* the next */
    const verbatim_sign *last; /* behind all */
    uint32_t at;               /* token where the piece at hand begins */
    bool omission;             /* stood before it */
    bool insertion;
    bool fine; /* false: there are too many */
} piece_reader;

/* What stood before is due to the next piece. */
static void end_piece(piece_reader *r, uint32_t end) {
    verbatim_pieces *p = r->p;
    if (end <= r->at) {
        return;
    }
    if (p->count == VERBATIM_PIECES) {
        r->fine = false;
        return;
    }
    p->items[p->count++] = (verbatim_piece){r->at, end, r->omission, r->insertion};
    r->omission = r->insertion = false;
}

/* "[the minister]": the closing bracket, if it is near; an ellipsis within is read too.
 */
static const verbatim_sign *bracket_end(const piece_reader *r) {
    for (const verbatim_sign *s = r->sign + 1; s < r->last; s++) {
        if (s->kind == VERBATIM_CLOSES) {
            return s->token - r->sign->token <= VERBATIM_INSERTION ? s : NULL;
        }
        if (s->kind == VERBATIM_OPENS) {
            return NULL;
        }
    }
    return NULL;
}

static void read_sign(piece_reader *r) {
    const verbatim_sign *s = r->sign;
    const verbatim_sign *close = s->kind == VERBATIM_OPENS ? bracket_end(r) : NULL;
    if (s->kind == VERBATIM_OMISSION || close != NULL) {
        end_piece(r, s->token);
        r->p->marked = true;
        r->at = s->token;
    }
    r->omission |= s->kind == VERBATIM_OMISSION;
    if (close != NULL) {
        bool empty = close->token == s->token; /* "[...]" */
        r->omission |= empty;
        r->insertion |= !empty;
        r->p->edited |= !empty;
        r->at = close->token;
        r->sign = close;
    }
    r->sign++;
}

/* The first sign at this byte of the text or behind it. */
static size_t sign_at(const verbatim_row *row, uint32_t offset) {
    size_t low = 0, high = row->signs.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (row->signs.items[middle].offset < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void read_signs(verbatim_pieces *p, const verbatim_row *row,
                       const verbatim_extent *e) {
    const verbatim_sign *signs = row->signs.items;
    piece_reader r = {.p = p,
                      .sign = signs + sign_at(row, e->span.begin),
                      .last = signs + sign_at(row, e->span.end),
                      .at = e->begin,
                      .fine = true};
    while (r.fine && r.sign < r.last) {
        read_sign(&r);
    }
    end_piece(&r, e->end);
    p->omitted_end = r.omission;
    p->inserted_end = r.insertion;
    p->count = r.fine ? p->count : 0;
}

void verbatim_pieces_read(verbatim_pieces *p, const verbatim_row *row,
                          const verbatim_extent *extent) {
    *p = (verbatim_pieces){0};
    if (row->signs.count > 0) {
        read_signs(p, row, extent);
    }
    if (p->count == 0) {
        *p = (verbatim_pieces){.count = 1, .items = {{extent->begin, extent->end, 0, 0}}};
    }
}
