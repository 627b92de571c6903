/* SPDX-License-Identifier: MIT */
#include "text/sentences.h"

#include "text/boundary.h"
#include "text/marks.h"
#include "unicode/properties.h"

#define REFERENCE_WORDS 2u /* "[note 3]" */

/* The words of one block, and the sentence being read. */
typedef struct reader {
    lede_document *d;
    const lede_word *words;
    uint32_t block;
    uint32_t first; /* first word of the open sentence */
    uint32_t end;   /* behind the block's last word */
} reader;

static bool is_mark(const reader *r, uint32_t i, mark_kind kind) {
    return i < r->end && r->words[i].kind == LEDE_WORD_MARK && r->words[i].mark == kind;
}

static bool is_glued(const reader *r, uint32_t i) {
    return i < r->end && (r->words[i].flags & LEDE_WORD_GLUED) != 0;
}

/* MARK_STOP to MARK_ELLIPSIS; the mark of a word is 0. */
static inline bool ends_in(const lede_word *w) {
    return w->mark >= MARK_STOP && w->mark <= MARK_ELLIPSIS;
}

static bool is_terminator(const reader *r, uint32_t i) {
    return i < r->end && ends_in(&r->words[i]);
}

static bool has_own_stop(const reader *r, uint32_t i) {
    return (r->words[i].flags & LEDE_WORD_FINAL_DOT) != 0;
}

/* ---- The end of a sentence --------------------------------------------- */

static uint32_t count_words(const reader *r, uint32_t first, uint32_t end) {
    const lede_word *w = r->words + first, *last = r->words + end;
    uint32_t count = 0;
    for (; w < last; w++) {
        count += w->kind != LEDE_WORD_MARK;
    }
    return count;
}

static lede_status close_sentence(reader *r, uint32_t end, lede_sentence_end why) {
    lede_document *d = r->d;
    if (!VEC_RESERVE(&d->sentences, d->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    d->sentences.items[d->sentences.count++] = (lede_sentence){
        .span = {r->words[r->first].span.begin, r->words[end - 1].span.end},
        .block = r->block,
        .first_word = r->first,
        .word_count = end - r->first,
        .words = count_words(r, r->first, end),
        .ended_by = (uint8_t)why,
    };
    r->first = end;
    return LEDE_OK;
}

/* ---- What belongs to a terminator -------------------------------------- */

/* Behind a run ". . ." or "! ! !": the index of what follows it. */
static uint32_t behind_run(const reader *r, uint32_t i, mark_kind *kind) {
    uint32_t next = i + 1;
    while (is_terminator(r, next)) {
        bool stops = *kind == MARK_STOP || *kind == MARK_ELLIPSIS;
        mark_kind more = (mark_kind)r->words[next].mark;
        bool more_stops = more == MARK_STOP || more == MARK_ELLIPSIS;
        *kind = stops && more_stops ? MARK_ELLIPSIS : MARK_TERMINATOR;
        next++;
    }
    return next;
}

/* A quote that opens on one side and closes on the other tells by the white
 * space beside it. Typographic closers may stand off by one space (« »). */
static bool is_closer(const reader *r, uint32_t i) {
    if (is_mark(r, i, MARK_CLOSE)) {
        bool letter_follows = is_glued(r, i + 1) && !is_glued(r, i);
        return !letter_follows;
    }
    bool quote = is_mark(r, i, MARK_QUOTE);
    bool either = quote || is_mark(r, i, MARK_OPEN);
    bool emphasis =
        is_mark(r, i, MARK_OTHER) && (r->words[i].term == '*' || r->words[i].term == '_');
    if (!is_glued(r, i) || (!either && !emphasis)) {
        return false;
    }
    /* "Go.'" and "Go.") close one after the other; "stop."Then lacks a space. */
    bool chain = is_mark(r, i + 1, MARK_CLOSE) || is_mark(r, i + 1, MARK_QUOTE) ||
                 is_mark(r, i + 1, MARK_OPEN);
    bool capital = i + 1 < r->end && r->words[i + 1].kind == LEDE_WORD_WORD &&
                   (r->words[i + 1].flags & LEDE_WORD_UPPER) != 0;
    return !is_glued(r, i + 1) || (quote && (chain || capital));
}

/* An emoji between a terminator and a new sentence belongs to the old one. */
static uint32_t behind_emoji(const reader *r, uint32_t i) {
    uint32_t next = i;
    while (is_mark(r, next, MARK_EMOJI)) {
        next++;
    }
    bool opens = next < r->end && !is_glued(r, next) &&
                 (r->words[next].flags & LEDE_WORD_UPPER) != 0;
    return next == r->end || opens ? next : i;
}

static uint32_t behind_closers(const reader *r, uint32_t i) {
    while (i < r->end && is_closer(r, i)) {
        i++;
    }
    return i;
}

/* "[12]", "[note 3]" behind a stop stay with the sentence before them; after a
 * space only a number is taken for a reference. */
static uint32_t behind_reference(const reader *r, uint32_t i) {
    if (!is_mark(r, i, MARK_OPEN) || r->words[i].term != '[') {
        return i;
    }
    bool number = i + 1 < r->end && r->words[i + 1].kind == LEDE_WORD_NUMBER;
    if (!is_glued(r, i) && !(number && is_mark(r, i + 2, MARK_CLOSE))) {
        return i;
    }
    uint32_t next = i + 1;
    while (next < r->end && next - i <= REFERENCE_WORDS &&
           r->words[next].kind != LEDE_WORD_MARK) {
        next++;
    }
    bool closed = is_mark(r, next, MARK_CLOSE) && r->words[next].term == ']';
    return closed && next > i + 1 ? next + 1 : i;
}

static const lede_word *word_before(const reader *r, uint32_t i) {
    if (i == r->first || r->words[i - 1].kind == LEDE_WORD_MARK) {
        return NULL;
    }
    return &r->words[i - 1];
}

/* The same, but an abbreviation's stop may stand between: "Mrs. E." */
static const lede_word *earlier_word(const reader *r, uint32_t i) {
    bool stop = i > r->first && is_mark(r, i - 1, MARK_STOP) && is_glued(r, i - 1);
    return word_before(r, stop ? i - 1 : i);
}

static const lede_word *entry(const reader *r, uint32_t i) {
    return i < r->end ? &r->words[i] : NULL;
}

/* ---- The walk ---------------------------------------------------------- */

static boundary describe(const reader *r, uint32_t i, uint32_t *next) {
    bool own = has_own_stop(r, i);
    boundary b = {.d = r->d, .kind = own ? MARK_STOP : (mark_kind)r->words[i].mark};
    uint32_t behind = behind_run(r, i, &b.kind);
    *next = behind_closers(r, behind);
    b.closed = *next > behind;
    *next = behind_emoji(r, behind_reference(r, *next));
    uint32_t word = own ? i + 1 : i;
    b.before = word_before(r, word);
    b.attached = own || is_glued(r, i);
    b.alone = b.before != NULL && word - 1 == r->first;
    b.earlier = b.before != NULL ? earlier_word(r, word - 1) : NULL;
    b.bracketed = i > r->first && is_mark(r, i - 1, MARK_OPEN) && b.closed;
    b.after = entry(r, *next);
    b.later = entry(r, *next + 1);
    return b;
}

/* A stop at the very end of a block needs no judging. */
static lede_sentence_end last_end(mark_kind kind) {
    return kind == MARK_STOP       ? LEDE_END_FULL_STOP
           : kind == MARK_ELLIPSIS ? LEDE_END_ELLIPSIS
                                   : LEDE_END_TERMINATOR;
}

static verdict judge(const boundary *b) {
    if (b->after != NULL) {
        return boundary_judge(b);
    }
    return (verdict){(int)last_end(b->kind), LEDE_BOUNDARY_BLOCK, 0};
}

/* For who asks why: the entries [first, end) are the place that was judged. */
static lede_status keep_boundary(reader *r, uint32_t first, uint32_t end, verdict v) {
    lede_document *d = r->d;
    if (!d->keep_boundaries) {
        return LEDE_OK;
    }
    if (!VEC_RESERVE(&d->boundaries, d->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    d->boundaries.items[d->boundaries.count++] = (lede_boundary){
        .span = {r->words[first].span.begin, r->words[end - 1].span.end},
        .sentence = (uint32_t)d->sentences.count,
        .score = (int16_t)v.score,
        .rule = (uint8_t)v.rule,
        .ends = v.why != BOUNDARY_NONE,
    };
    return LEDE_OK;
}

static lede_status read_terminator(reader *r, uint32_t *i) {
    uint32_t next = 0;
    boundary b = describe(r, *i, &next);
    verdict v = judge(&b);
    uint32_t first = b.before != NULL ? (uint32_t)(b.before - r->words) : *i;
    lede_status status = keep_boundary(r, first, next, v);
    *i = next;
    return status != LEDE_OK || v.why == BOUNDARY_NONE
               ? status
               : close_sentence(r, next, (lede_sentence_end)v.why);
}

/* What is left of a block has no terminator. */
static lede_status close_block(reader *r) {
    verdict v = {LEDE_END_BLOCK, LEDE_BOUNDARY_BLOCK, 0};
    lede_status status = keep_boundary(r, r->end - 1, r->end, v);
    return status == LEDE_OK ? close_sentence(r, r->end, LEDE_END_BLOCK) : status;
}

static bool is_one_unit(const lede_block *block) {
    return block->kind == LEDE_BLOCK_HEADING || block->kind == LEDE_BLOCK_METADATA;
}

/* The next terminator, or word with a stop of its own, from i on. */
static uint32_t next_stop(const reader *r, uint32_t i) {
    const lede_word *w = r->words + i, *end = r->words + r->end;
    while (w < end && !ends_in(w) && (w->flags & LEDE_WORD_FINAL_DOT) == 0) {
        w++;
    }
    return (uint32_t)(w - r->words);
}

static lede_status read_block(reader *r, const lede_block *block) {
    lede_status status = LEDE_OK;
    uint32_t i = is_one_unit(block) ? r->end : next_stop(r, r->first);
    while (i < r->end && status == LEDE_OK) {
        status = read_terminator(r, &i);
        i = next_stop(r, i);
    }
    if (status == LEDE_OK && r->first < r->end) {
        status = close_block(r);
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

lede_status sentences_read(lede_document *d) {
    reader r = {.d = d, .words = d->words.items};
    lede_status status = LEDE_OK;
    for (uint32_t i = 0; i < d->page.blocks.count && status == LEDE_OK; i++) {
        lede_block *block = &d->page.blocks.items[i];
        r.block = i;
        r.first = r.end;
        r.end = block_end(d, r.first, block->span.end);
        block->first_sentence = (uint32_t)d->sentences.count;
        status = read_block(&r, block);
        block->sentence_count = (uint32_t)d->sentences.count - block->first_sentence;
    }
    VEC_TRIM(&d->sentences, d->allocator);
    return status;
}
