/* SPDX-License-Identifier: MIT */
/*
 * The hot loop of the library: what it costs per byte is most of what reading
 * costs. It reads 16 bytes at a time and keeps its state in locals; every
 * word it does not understand at once is left to words.c.
 */
#include "text/plain_words.h"

#include "text/bytes.h"
#include "text/intern.h"
#include "text/letters.h"
#include "text/marks.h"

/* Bytes that must lie behind a word's begin: two lanes, and what ends the word
 * or joins it to more. */
#define MARGIN (LANES_BYTES + 4u)

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
    if ((behind & BYTE_HIGH) != 0) {
        return is_typeset_end(text + at + 1);
    }
    return (class & BYTE_WORD) == 0 && (behind & (BYTE_WORD | BYTE_JOINS)) == 0;
}

/* A comma or full stop with white space behind it, which nothing can lengthen. */
static inline mark_kind lone_mark(const char *text, uint32_t at) {
    if (text[at + 1] != ' ' && text[at + 1] != '\n') {
        return MARK_OTHER;
    }
    return text[at] == ',' ? MARK_PAUSE : text[at] == '.' ? MARK_STOP : MARK_OTHER;
}

/* The last place where a word may begin for which there is room without asking: an entry
 * takes a byte of text at least. */
static uint32_t last_begin(const build *b, uint32_t at) {
    size_t room = b->d->words.capacity - b->d->words.count - 2;
    uint32_t last = b->plain_end - MARGIN;
    return room < last && at < last - room ? at + (uint32_t)room : last;
}

/* LEDE_WORD_... of a word: one look at those with a small letter behind the first, which
 * most are. */
static inline unsigned case_of(const letters *l) {
    unsigned first = LEDE_WORD_UPPER - (l->small & 1u);
    if (l->small > 1) {
        return first;
    }
    return first | (l->n == 1       ? LEDE_WORD_SINGLE
                    : l->small == 0 ? LEDE_WORD_ALL_UPPER
                                    : 0u);
}

/* A word of the run, and what it shows of its term. */
static inline lede_word word_of(lede_term *t, uint32_t term, const letters *l,
                                lede_span span) {
    t->occurrences++;
    t->flags |= LEDE_TERM_LEXICAL | (l->small & 1u) * LEDE_TERM_SEEN_LOWER;
    return (lede_word){span, term, (uint16_t)case_of(l), LEDE_WORD_WORD, 0};
}

static inline lede_word mark_of(const char *text, uint32_t at, mark_kind mark) {
    return (lede_word){{at, at + 1},
                       (unsigned char)text[at],
                       LEDE_WORD_GLUED,
                       LEDE_WORD_MARK,
                       (uint8_t)mark};
}

/* A row of entries as it is read; locals of one loop, so that storing an entry does not
 * make the compiler read them again. */
typedef struct row {
    build *b;
    hash_factors factors;
    lede_word *next;  /* where the next entry goes */
    size_t at;        /* where the next word may begin: one behind the last entry */
    uint32_t stopped; /* as in plain_words */
} row;

/* Stores the word and returns its term; NULL: no memory. Every word of the row has a
 * case. */
static inline lede_term *take_word(row *r, const letters *l) {
    uint32_t term = intern_lanes(r->b, l->key, (uint32_t)l->n, r->factors);
    if (term == LEDE_NONE) {
        return NULL;
    }
    lede_document *d = r->b->d;
    lede_term *t = &d->terms.items[term];
    uint32_t begin = (uint32_t)r->at, end = (uint32_t)(r->at + l->n);
    *r->next++ = word_of(t, term, l, (lede_span){begin, end});
    if (r->stopped != LEDE_NONE) {
        bool lower = (l->small & 1u) != 0;
        build_note_stop(d, r->stopped, lower, !lower);
        r->stopped = LEDE_NONE;
    }
    return t;
}

/* The mark behind a word, if there is a lone one; false: the row ends. */
static inline bool take_mark(row *r, const char *text, lede_term *t) {
    uint32_t at = (uint32_t)r->at - 1;
    mark_kind mark = lone_mark(text, at);
    if (mark == MARK_OTHER) {
        return false;
    }
    *r->next++ = mark_of(text, at, mark);
    if (mark == MARK_STOP) {
        t->stops++;
        r->stopped = (uint32_t)(t - r->b->d->terms.items);
    }
    r->at++;
    return text[at + 1] == ' ';
}

/* False: no memory. */
static inline bool read_row(row *r, const char *text, size_t last) {
    bool more = true;
    while (more && r->at <= last) {
        letters l = letters_read(text + r->at);
        size_t end = r->at + l.n;
        bool space = text[end] == ' ';
        if (l.n == 0 || (!space && !ends_here(text, (uint32_t)end))) {
            return true;
        }
        lede_term *t = take_word(r, &l);
        if (t == NULL) {
            return false;
        }
        r->at = end + 1;
        more = space || take_mark(r, text, t);
    }
    return true;
}

bool plain_words_read(build *b, plain_words *p) {
    lede_document *d = b->d;
    if (!VEC_RESERVE(&d->words, b->allocator, PLAIN_WORDS_ROOM)) {
        return false;
    }
    if (b->plain_end < MARGIN) {
        return true;
    }
    lede_word *first = d->words.items + d->words.count;
    row r = {b, hash_factors_of(b->vocabulary->seed), first, p->at, p->stopped};
    if (!read_row(&r, d->page.text, last_begin(b, p->at))) {
        return false;
    }
    if (r.next != first) {
        first->flags |= (uint16_t)p->flags;
        p->at = (uint32_t)r.at - 1;
    }
    d->words.count = (size_t)(r.next - d->words.items);
    p->stopped = r.stopped;
    return true;
}
