/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_units.h"

#include "repeat/quotes.h"
#include "text/marks.h"

/* ---- Line ends that may be no more than that ------------------------------------ */

static bool may_be_prose(const lede_document *d, const lede_sentence *s) {
    uint8_t kind = d->page.blocks.items[s->block].kind;
    return kind == LEDE_BLOCK_PROSE || kind == LEDE_BLOCK_HEADING;
}

bool verbatim_is_soft(const lede_document *d, uint32_t before, uint32_t behind) {
    const lede_sentence *a = &d->sentences.items[before],
                        *b = &d->sentences.items[behind];
    uint32_t lines = 0;
    if (b->block != a->block + 1 || a->ended_by != LEDE_END_BLOCK ||
        !may_be_prose(d, a) || !may_be_prose(d, b)) {
        return false;
    }
    for (uint32_t i = a->span.end; i < b->span.begin && lines < 2; i++) {
        lines += d->page.text[i] == '\n';
    }
    return lines == 1;
}

uint32_t verbatim_soft_end(const lede_document *d, uint32_t sentence) {
    while (sentence + 1 < d->sentences.count &&
           verbatim_is_soft(d, sentence, sentence + 1)) {
        sentence++;
    }
    return sentence;
}

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

static bool read_word(run_reader *r, quotes *q, uint32_t word) {
    const lede_word *w = &r->row->d->words.items[word];
    bool before = quotes_open(q), fine = true;
    if (w->kind != LEDE_WORD_MARK) {
        return true;
    }
    (void)quotes_note(q, word);
    if (!before && quotes_open(q)) {
        open_run(r, w->span.end);
    } else if (before && !quotes_open(q)) {
        r->open.stops = word > 0 && is_terminator(w - 1);
        fine = close_run(r, w->span.begin, true);
    }
    return fine;
}

/* The block of a sentence, which begins it, with those that go on with it; returns the
 * last of their sentences in *sentence. */
static bool read_blocks(run_reader *r, uint32_t *sentence) {
    const lede_document *d = r->row->d;
    const lede_sentence *all = d->sentences.items;
    uint32_t block = all[*sentence].block, first = all[*sentence].first_word, last;
    do {
        const lede_block *b = &d->page.blocks.items[all[*sentence].block];
        last = b->first_sentence + b->sentence_count - 1;
        *sentence = verbatim_soft_end(d, last);
    } while (*sentence > last);
    bool fine = true;
    quotes q = quotes_begin(d, block);
    q.end = all[last].first_word + all[last].word_count;
    for (uint32_t i = first; fine && i < q.end; i++) {
        fine = read_word(r, &q, i);
    }
    return fine && close_run(r, all[last].span.end, false);
}

bool verbatim_runs_find(verbatim_runs *runs, const verbatim_row *row) {
    run_reader r = {.runs = runs, .row = row};
    bool fine = true;
    for (uint32_t i = 0; fine && i < row->d->sentences.count; i++) {
        fine = read_blocks(&r, &i);
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
