/* SPDX-License-Identifier: MIT */
/*
 * The hot loop of the library: what it costs per byte is most of what reading
 * costs. It reads eight bytes at a time and keeps its state in locals; every
 * word it does not understand at once is left to words.c.
 */
#include "text/plain_words.h"

#include "text/bytes.h"
#include "text/intern.h"
#include "text/marks.h"

/* Bytes that must lie behind a word's begin: two lanes, and what ends the word
 * or joins it to more. */
#define MARGIN (LANES_BYTES + 3u)

/* A word of ASCII letters as far as its lanes show it. */
typedef struct letters {
    key_lanes key; /* folded */
    uint32_t n;
    unsigned flags;      /* LEDE_WORD_... */
    uint32_t term_flags; /* what this occurrence shows of its term */
} letters;

/* This bit makes a capital a small letter. */
#define SMALL LANES_EACH(0x20u)

/* Without branches: where capitals stand, no processor can guess. small: the bits
 * of the small letters. */
static inline void set_flags(letters *l, unsigned first, uint64_t small) {
    unsigned lower = first >> 5 & 1u;
    l->flags = (LEDE_WORD_UPPER - lower) | (l->n == 1    ? LEDE_WORD_SINGLE
                                            : small == 0 ? LEDE_WORD_ALL_UPPER
                                                         : 0u);
    l->term_flags = LEDE_TERM_LEXICAL | lower * LEDE_TERM_SEEN_LOWER;
}

static inline letters read_letters(const char *p) {
    uint64_t low = lanes_load(p), stop = lanes_others(low);
    uint64_t mask = lanes_before(stop), small = low & SMALL & mask;
    letters l = {{(low | SMALL) & mask, 0}, 8, 0, 0};
    if (stop != 0) {
        l.n = lanes_count(stop);
    } else {
        uint64_t high = lanes_load(p + 8);
        stop = lanes_others(high);
        mask = lanes_before(stop);
        small |= high & SMALL & mask;
        l.key.high = (high | SMALL) & mask;
        l.n += stop != 0 ? lanes_count(stop) : 8u;
    }
    set_flags(&l, (unsigned char)p[0], small);
    return l;
}

/* U+2013 U+2014 U+2018 U+201C U+201D U+2026: dashes, quotes and the ellipsis of
 * typeset English end a word; any other code point may go on with it. */
static bool is_typeset_end(const char *p) {
    unsigned char third = (unsigned char)p[2];
    return (unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 &&
           (third == 0x93 || third == 0x94 || third == 0x98 || third == 0x9C ||
            third == 0x9D || third == 0xA6);
}

/* Does a word end before text[at], which is no space? A joining mark joins only
 * what stands right behind it. */
static bool ends_here(const char *text, uint32_t at) {
    unsigned class = byte_at(text, at);
    if ((class & BYTE_HIGH) != 0) {
        return is_typeset_end(text + at);
    }
    unsigned behind = (class & BYTE_JOINS) != 0 ? byte_at(text, at + 1) : 0;
    return (class & BYTE_WORD) == 0 &&
           (behind & (BYTE_WORD | BYTE_HIGH | BYTE_JOINS)) == 0;
}

/* A comma or full stop with white space behind it, which nothing can lengthen. */
static inline mark_kind lone_mark(const char *text, uint32_t at) {
    if (text[at + 1] != ' ' && text[at + 1] != '\n') {
        return MARK_OTHER;
    }
    return text[at] == ',' ? MARK_PAUSE : text[at] == '.' ? MARK_STOP : MARK_OTHER;
}

/* Where entries go: a local of the loop, so that storing an entry does not make
 * the compiler read the vector again. */
typedef struct cursor {
    lede_word *next;
    lede_word *full; /* from here on there is no room for a word and its mark */
} cursor;

static void store_cursor(lede_document *d, cursor c) {
    if (c.next != NULL) {
        d->words.count = (size_t)(c.next - d->words.items);
    }
}

/* A cursor with room for two entries; next is NULL when there is no memory. */
static cursor make_room(build *b, cursor c) {
    lede_document *d = b->d;
    store_cursor(d, c);
    if (!VEC_RESERVE(&d->words, b->allocator, 2)) {
        return (cursor){NULL, NULL};
    }
    return (cursor){d->words.items + d->words.count,
                    d->words.items + d->words.capacity - 1};
}

/* A word of the run, and what it shows of its term. */
static inline lede_word word_of(lede_term *t, uint32_t term, const letters *l,
                                lede_span span, unsigned before) {
    t->occurrences++;
    t->flags |= l->term_flags;
    return (lede_word){span, term, (uint16_t)(before | l->flags), LEDE_WORD_WORD, 0};
}

static inline lede_word mark_of(const char *text, uint32_t at, mark_kind mark) {
    return (lede_word){{at, at + 1},
                       (unsigned char)text[at],
                       LEDE_WORD_GLUED,
                       LEDE_WORD_MARK,
                       (uint8_t)mark};
}

/* Every word of the run has a case. */
static void note_stop(lede_document *d, uint32_t stopped, unsigned flags) {
    bool lower = (flags & LEDE_WORD_LOWER) != 0;
    build_note_stop(d, stopped, lower, !lower);
}

bool plain_words_read(build *b, plain_words *p) {
    lede_document *d = b->d;
    const char *text = d->page.text;
    const hash_factors factors = hash_factors_of(b->vocabulary->seed);
    uint32_t at = p->at, behind = p->at, stopped = p->stopped;
    unsigned before = p->flags;
    cursor c = make_room(b, (cursor){NULL, NULL});
    if (b->plain_end < MARGIN || c.next == NULL) {
        return c.next != NULL;
    }
    for (const uint32_t last = b->plain_end - MARGIN; at <= last;) {
        letters l = read_letters(text + at);
        uint32_t end = at + l.n;
        bool space = text[end] == ' ';
        if (l.n == 0 || (!space && !ends_here(text, end))) {
            break;
        }
        uint32_t term = intern_lanes(b, l.key, l.n, factors);
        c = c.next < c.full ? c : make_room(b, c);
        if (term == LEDE_NONE || c.next == NULL) {
            return false;
        }
        lede_term *t = &d->terms.items[term];
        *c.next++ = word_of(t, term, &l, (lede_span){at, end}, before);
        before = 0;
        if (stopped != LEDE_NONE) {
            note_stop(d, stopped, l.flags);
            stopped = LEDE_NONE;
        }
        behind = end;
        at = end + 1;
        if (space) {
            continue;
        }
        mark_kind mark = lone_mark(text, end);
        if (mark == MARK_OTHER) {
            break;
        }
        *c.next++ = mark_of(text, end, mark);
        t->stops += mark == MARK_STOP;
        stopped = mark == MARK_STOP ? term : LEDE_NONE;
        behind = end + 1;
        at = end + 2;
        if (text[end + 1] != ' ') {
            break;
        }
    }
    store_cursor(d, c);
    p->at = behind;
    p->stopped = stopped;
    return true;
}
