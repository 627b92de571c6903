/* SPDX-License-Identifier: MIT */
#include "text/sentences.h"

#include "text/describe.h"
#include "text/enumerators.h"

/* The block whose sentences are being read. */
typedef struct reader {
    lede_document *d;
    view view;
    uint32_t block;
    bool marks;      /* the language counts more marks as terminators */
    bool list;       /* items follow each other inside the block */
    enumerator item; /* the next of them */
} reader;

/* MARK_STOP to MARK_RULE; the mark of a word is 0. */
static inline bool may_end_at(const lede_word *w) {
    return w->mark >= MARK_STOP && w->mark <= MARK_RULE;
}

/* ---- The end of a sentence --------------------------------------------- */

static void open_sentence(view *v, uint32_t first) {
    view_look(v, first); /* straight quotes count through the block */
    v->first = first;
    v->looked = first;
    v->brackets = 0;
    v->quote = v->title = false;
}

static lede_status close_sentence(reader *r, uint32_t end, lede_sentence_end why) {
    lede_document *d = r->d;
    const lede_word *first = &r->view.words[r->view.first], *last = &r->view.words[end];
    if (!VEC_RESERVE(&d->sentences, d->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    d->sentences.items[d->sentences.count++] = (lede_sentence){
        .span = {first->span.begin, last[-1].span.end},
        .block = r->block,
        .first_word = r->view.first,
        .word_count = (uint32_t)(last - first),
        .ended_by = (uint8_t)why,
    };
    open_sentence(&r->view, end);
    return LEDE_OK;
}

/* A stop at the very end of a block needs no judging. */
static lede_sentence_end last_end(mark_kind kind) {
    return kind == MARK_STOP       ? LEDE_END_FULL_STOP
           : kind == MARK_ELLIPSIS ? LEDE_END_ELLIPSIS
           : kind > MARK_ELLIPSIS  ? LEDE_END_BLOCK
                                   : LEDE_END_TERMINATOR;
}

static verdict judge(const boundary *b, evidence *e) {
    if (b->after != NULL) {
        return boundary_judge(b, e);
    }
    return (verdict){(int)last_end(b->kind), LEDE_BOUNDARY_BLOCK, 0};
}

typedef struct judged {
    verdict verdict;
    evidence seen;
} judged;

/* The bytes of the entries [first, end), less what the place before has of them: the
 * word of "e.g.?" and an emoji. A place judged twice is taken back: where a rule saw no
 * end, an item begins ("Mr. 2. Shut"). */
static lede_span take_place(reader *r, uint32_t first, uint32_t end) {
    lede_document *d = r->d;
    const lede_word *words = r->view.words;
    size_t n = d->boundaries.count;
    lede_span last = n > 0 ? d->boundaries.items[n - 1].span : (lede_span){0, 0};
    uint32_t stop = words[end - 1].span.end;
    if (last.end == stop) {
        d->boundaries.count--;
        d->evidence.count--;
        return last;
    }
    while (first + 1 < end && words[first].span.begin < last.end) {
        first++;
    }
    return (lede_span){words[first].span.begin, stop};
}

/* For who asks why: the entries [first, end) are the place that was judged. */
static lede_status keep_boundary(reader *r, uint32_t first, uint32_t end, judged j) {
    lede_document *d = r->d;
    if (!d->keep_boundaries) {
        return LEDE_OK;
    }
    if (!VEC_RESERVE(&d->boundaries, d->allocator, 1) ||
        !VEC_RESERVE(&d->evidence, d->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    lede_boundary kept = (lede_boundary){
        .span = take_place(r, first, end),
        .sentence = (uint32_t)d->sentences.count,
        .score = (int16_t)j.verdict.score,
        .rule = (uint8_t)j.verdict.rule,
        .ends = j.verdict.why != BOUNDARY_NONE,
    };
    if (j.verdict.rule == LEDE_BOUNDARY_SCORE) {
        model_explain(&j.seen, kept.terms);
    }
    d->boundaries.items[d->boundaries.count++] = kept;
    d->evidence.items[d->evidence.count++] = j.seen;
    return LEDE_OK;
}

/* The entries [first, end) end a sentence, or do not. */
static lede_status settle(reader *r, uint32_t first, uint32_t end, judged j) {
    lede_status status = keep_boundary(r, first, end, j);
    return status != LEDE_OK || j.verdict.why == BOUNDARY_NONE
               ? status
               : close_sentence(r, end, (lede_sentence_end)j.verdict.why);
}

static lede_status read_terminator(reader *r, uint32_t *i) {
    boundary b;
    uint32_t next = describe(&r->view, *i, &b);
    judged j = {.seen = {{0}}};
    j.verdict = judge(&b, &j.seen);
    uint32_t first = b.before != NULL ? (uint32_t)(b.before - r->view.words) : *i;
    *i = next;
    return settle(r, first, next, j);
}

/* What is left of a block has no terminator. */
static lede_status close_block(reader *r) {
    judged j = {{LEDE_END_BLOCK, LEDE_BOUNDARY_BLOCK, 0}, {{0}}};
    return settle(r, r->view.end - 1, r->view.end, j);
}

/* ---- Lists inside a paragraph -------------------------------------------- */

static void find_item(reader *r, enumerator last) {
    r->item = last;
    r->list = enumerator_next(r->d, r->view.words, r->view.end, &r->item);
}

/* The next item begins a sentence of its own; its number ends none. */
static lede_status read_item(reader *r, uint32_t *i) {
    judged j = {{LEDE_END_LIST, LEDE_BOUNDARY_LIST, 0}, {{0}}};
    enumerator item = r->item;
    *i = item.end;
    find_item(r, item);
    return item.first > r->view.first ? settle(r, item.first - 1, item.first, j)
                                      : LEDE_OK; /* the last item ended by itself */
}

/* With LEDE_ENUMERATORS_OWN a number that opens a sentence is one of its own. */
static lede_status read_own_item(reader *r, uint32_t *i) {
    judged j = {{LEDE_END_LIST, LEDE_BOUNDARY_LIST, 0}, {{0}}};
    enumerator item;
    if (r->d->enumerators != LEDE_ENUMERATORS_OWN || r->view.first >= r->view.end ||
        !enumerator_at_own(r->d, r->view.words, (lede_span){r->view.first, r->view.end},
                           &item)) {
        return LEDE_OK;
    }
    *i = item.end;
    return settle(r, item.first, item.end, j);
}

/* A paragraph that begins with an item of which more follow. */
static uint32_t open_list(reader *r) {
    enumerator first;
    lede_span entries = {r->view.first, r->view.end};
    r->list = false;
    if (enumerator_at(r->d->page.text, r->view.words, entries, &first) &&
        enumerator_counts(r->d, r->view.words, entries.begin, &first)) {
        find_item(r, first);
    }
    return r->list ? first.end : r->view.first;
}

/* ---- Blocks ---------------------------------------------------------------- */

static bool is_one_unit(const lede_block *block) {
    return block->kind == LEDE_BLOCK_HEADING || block->kind == LEDE_BLOCK_METADATA ||
           block->kind == LEDE_BLOCK_TITLE;
}

static bool is_mark_of_language(const reader *r, const lede_word *w) {
    const uint32_t *marks = r->d->pack->codes.terminators;
    bool found = false;
    for (size_t i = 0; i < PACK_CODES; i++) {
        found = found || (marks[i] != 0 && marks[i] == w->term);
    }
    return found && w->kind == LEDE_WORD_MARK;
}

/* Words, and marks that neither end nor open nor close, are most of a text. */
static inline const lede_word *pass_words(const reader *r, const lede_word *w,
                                          const lede_word *end) {
    if (r->marks) {
        return w; /* any mark may be one of the language's */
    }
    while (w < end && w->mark == 0 && (w->flags & LEDE_WORD_FINAL_DOT) == 0) {
        w++;
    }
    return w;
}

/* The next terminator, or word with a stop of its own, from i on, or where the next
 * item of a list begins. What opens and closes on the way is taken in. */
static uint32_t next_stop(reader *r, uint32_t i) {
    view *v = &r->view;
    view_look(v, i);
    const lede_word *w = v->words + i;
    const lede_word *end = v->words + (r->list ? r->item.first : v->end);
    for (w = pass_words(r, w, end); w < end; w = pass_words(r, w + 1, end)) {
        bool own = (w->flags & LEDE_WORD_FINAL_DOT) != 0;
        if (own || may_end_at(w) || (r->marks && is_mark_of_language(r, w))) {
            break;
        }
        v->looked = (uint32_t)(w - v->words);
        view_note(v);
    }
    v->looked = (uint32_t)(w - v->words);
    return v->looked;
}

static lede_status read_block(reader *r) {
    uint32_t i = open_list(r);
    lede_status status = read_own_item(r, &i);
    while (status == LEDE_OK && i < r->view.end) {
        uint32_t stop = next_stop(r, i);
        bool item = r->list && r->item.first <= stop;
        if (item) {
            status = read_item(r, &i);
        } else if (stop < r->view.end) {
            i = stop;
            status = read_terminator(r, &i);
        } else {
            break;
        }
        if (status == LEDE_OK && (item || r->view.first == i)) {
            status = read_own_item(r, &i);
        }
    }
    return status;
}

/* Behind the last word of a block that begins with word `first`. */
static uint32_t block_end(const lede_document *d, uint32_t first, uint32_t text_end) {
    const lede_word *words = d->words.items;
    size_t low = first, step = 16; /* words before low begin before text_end */
    while (low + step <= d->words.count && words[low + step - 1].span.begin < text_end) {
        low += step;
        step *= 2;
    }
    size_t high = low + step - 1 < d->words.count ? low + step - 1 : d->words.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (words[middle].span.begin < text_end) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return (uint32_t)low;
}

static lede_status read_whole_block(reader *r, const lede_block *block) {
    open_sentence(&r->view, r->view.end);
    r->view.straight = false;
    r->view.quoted = block->kind == LEDE_BLOCK_QUOTE;
    r->view.end = block_end(r->d, r->view.first, block->span.end);
    lede_status status = is_one_unit(block) ? LEDE_OK : read_block(r);
    bool rest = r->view.first < r->view.end;
    return status == LEDE_OK && rest ? close_block(r) : status;
}

lede_status sentences_read(lede_document *d) {
    reader r = {.d = d,
                .view = {.d = d, .words = d->words.items},
                .marks = d->pack->codes.terminators[0] != 0};
    lede_status status = LEDE_OK;
    for (uint32_t i = 0; i < d->page.blocks.count && status == LEDE_OK; i++) {
        lede_block *block = &d->page.blocks.items[i];
        r.block = i;
        block->first_sentence = (uint32_t)d->sentences.count;
        status = read_whole_block(&r, block);
        block->sentence_count = (uint32_t)d->sentences.count - block->first_sentence;
    }
    VEC_TRIM(&d->sentences, d->allocator);
    return status;
}
