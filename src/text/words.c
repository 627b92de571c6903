/* SPDX-License-Identifier: MIT */
#include "text/words.h"

#include "lang/case.h"
#include "text/intern.h"
#include "text/marks.h"
#include "text/plain_words.h"
#include "text/scan.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#define ABBREVIATION                                                                     \
    (LEDE_TERM_TITLE | LEDE_TERM_NUMBERED | LEDE_TERM_CALENDAR |                         \
     LEDE_TERM_ORGANISATION | LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR)

typedef struct reader {
    build *b;
    lede_document *d;
    const char *text;
    uint32_t size;
    uint32_t last_end; /* end of the last entry */
    uint32_t stopped;  /* term whose full stop was just read, else LEDE_NONE */
    uint16_t gap;      /* LEDE_WORD_NEWLINE when a line end was passed */
    uint32_t slow;     /* SEEN_... of what intern_ascii() cannot fold */
} reader;

/* ---- White space ------------------------------------------------------- */

/* Skips what lies between two entries; *at stays on the next one. */
static void skip_spaces(reader *r, uint32_t *at) {
    while (*at < r->size) {
        unsigned class = byte_at(r->text, *at);
        if ((class & (BYTE_SPACE | BYTE_NEWLINE)) != 0) {
            r->gap |= (class & BYTE_NEWLINE) != 0 ? LEDE_WORD_NEWLINE : 0;
            ++*at;
            continue;
        }
        if ((class & BYTE_HIGH) == 0) {
            return;
        }
        size_t next = *at;
        unicode_class u = tables_class_of(utf8_next(r->text, &next));
        if (u != UC_SPACE && u != UC_LINE_END) {
            return;
        }
        r->gap |= u == UC_LINE_END ? LEDE_WORD_NEWLINE : 0;
        *at = (uint32_t)next;
    }
}

/* Nine times of ten it is one space and a letter. */
static inline void skip_space(reader *r, uint32_t *at) {
    if (*at + 1 < r->size && r->text[*at] == ' ' &&
        (byte_at(r->text, *at + 1) & BYTE_WORD) != 0) {
        ++*at;
        return;
    }
    skip_spaces(r, at);
}

/* ---- Entries ----------------------------------------------------------- */

/* Room for one more entry: asked for once, before the entry is read. */
static inline bool has_room(reader *r) {
    return VEC_RESERVE(&r->d->words, r->b->allocator, 1);
}

static inline bool is_glued(const reader *r, uint32_t begin) {
    return begin == r->last_end && begin != 0;
}

static inline void push(reader *r, lede_span span, uint32_t term, unsigned flags,
                        unsigned kind_and_mark) {
    lede_word *w = &r->d->words.items[r->d->words.count++];
    w->span = span;
    w->term = term;
    w->flags =
        (uint16_t)(flags | r->gap | (is_glued(r, span.begin) ? LEDE_WORD_GLUED : 0u));
    w->kind = (uint8_t)(kind_and_mark & 0xFFu);
    w->mark = (uint8_t)(kind_and_mark >> 8);
    r->gap = 0;
    r->last_end = span.end;
}

/* The word behind a full stop: does it begin in lower case? */
static inline void note_stop(reader *r, unsigned flags, unsigned kind) {
    if (r->stopped != LEDE_NONE) {
        bool lower = (flags & LEDE_WORD_LOWER) != 0 && kind == LEDE_WORD_WORD;
        build_note_stop(r->d, r->stopped, lower, (flags & LEDE_WORD_UPPER) != 0);
        r->stopped = LEDE_NONE;
    }
}

static inline bool is_lexical(unsigned kind) {
    return kind == LEDE_WORD_WORD || kind == LEDE_WORD_HANDLE || kind == LEDE_WORD_TAG;
}

static inline bool push_word(reader *r, lede_span span, uint32_t term, unsigned flags,
                             unsigned kind) {
    if (term == LEDE_NONE) {
        return false;
    }
    note_stop(r, flags, kind);
    push(r, span, term, flags, kind);
    lede_term *t = &r->d->terms.items[term];
    t->occurrences++;
    t->flags |= ((flags & LEDE_WORD_LOWER) != 0 ? LEDE_TERM_SEEN_LOWER : 0u) |
                (is_lexical(kind) ? LEDE_TERM_LEXICAL : 0u) |
                ((flags & LEDE_WORD_COMPOUND) != 0 ? LEDE_TERM_COMPOUND : 0u);
    return true;
}

/* A full stop right behind a word is evidence about that word. */
static void note_mark(reader *r, const lede_word *mark) {
    r->stopped = LEDE_NONE;
    if (mark->mark != MARK_STOP || (mark->flags & LEDE_WORD_GLUED) == 0) {
        return;
    }
    const lede_word *before = mark - 1;
    if (before->kind != LEDE_WORD_MARK) {
        r->stopped = before->term;
        r->d->terms.items[before->term].stops++;
    }
}

/* ---- Words ------------------------------------------------------------- */

/* Of the letter at *at, behind which *at is left. */
static inline uint16_t first_flags(const char *text, size_t *at) {
    unsigned byte = byte_at(text, (uint32_t)*at);
    if ((byte & BYTE_HIGH) == 0) {
        ++*at;
        return (byte & BYTE_LOWER) != 0   ? LEDE_WORD_LOWER
               : (byte & BYTE_UPPER) != 0 ? LEDE_WORD_UPPER
                                          : 0;
    }
    unicode_class class = tables_class_of(utf8_next(text, at));
    return class == UC_LETTER_LOWER                               ? LEDE_WORD_LOWER
           : class == UC_LETTER_UPPER || class == UC_LETTER_TITLE ? LEDE_WORD_UPPER
                                                                  : 0;
}

static inline uint16_t case_flags(uint32_t seen, uint16_t flags, bool single) {
    if (single && (seen & SEEN_ANY_LETTER) != 0) {
        return (uint16_t)(flags | LEDE_WORD_SINGLE);
    }
    bool all = (seen & BYTE_UPPER) != 0 && (seen & BYTE_LOWER) == 0;
    return (uint16_t)(flags | (all ? LEDE_WORD_ALL_UPPER : 0));
}

/* What of a word is its key: no sign in front, no stop of its own behind. */
static lede_span key_span(const scan *s, uint32_t at) {
    lede_span key = {at, s->end - (s->acronym ? 1u : 0u)};
    bool sign = s->kind == LEDE_WORD_HANDLE || s->kind == LEDE_WORD_TAG;
    key.begin += sign ? 1u : 0u;
    return key;
}

/* Plain words end before the next ASCII capital that does not fold as everywhere: in
 * Turkish before an I. Asked at words with capitals, looks at each byte once. */
static void find_plain_end(reader *r, uint32_t at) {
    const language_pack *pack = r->b->vocabulary->pack;
    while (at < r->size) {
        unsigned char c = (unsigned char)r->text[at];
        if ((byte_at(r->text, at) & BYTE_UPPER) != 0 && case_lower(pack, c) != c) {
            break;
        }
        at++;
    }
    r->b->plain_end = at;
}

/* In a language with capitals of its own, or beyond ASCII. */
static uint32_t intern_slow(reader *r, const scan *s, lede_span key) {
    bool own = case_is_own(r->b->vocabulary->pack);
    unsigned how = (s->seen & SEEN_RARE) != 0 ? INTERN_RARE : 0;
    if (own && s->end > r->b->plain_end) {
        find_plain_end(r, s->end);
    }
    return intern_span(r->b, key,
                       how | (own && is_lexical(s->kind) ? INTERN_OWN_CASE : 0));
}

static uint32_t intern_scanned(reader *r, const scan *s, lede_span key) {
    if ((s->seen & r->slow) == 0 && key.end - key.begin <= LANES_BYTES) {
        return intern_ascii(r->b, key.begin, key.end - key.begin);
    }
    return intern_slow(r, s, key);
}

static uint16_t scanned_flags(const reader *r, const scan *s, lede_span key) {
    size_t next = key.begin;
    uint16_t first = first_flags(r->text, &next);
    unsigned flags = case_flags(s->seen, first, next == s->end);
    flags |= s->acronym ? LEDE_WORD_ACRONYM | LEDE_WORD_FINAL_DOT : 0u;
    flags |= (s->seen & SEEN_HYPHEN) != 0 ? LEDE_WORD_COMPOUND : 0u;
    flags |= s->approximate ? LEDE_WORD_APPROX : 0u;
    return (uint16_t)flags;
}

/* Of the word read last. "f.eks" has the shape of a host or file name, but the lists
 * know it for a word. */
static void note_dots(lede_word *w, lede_term *t) {
    bool small = (t->flags & LEDE_TERM_CAPITAL) != 0 && (w->flags & LEDE_WORD_LOWER) != 0;
    t->flags |= LEDE_TERM_DOTTED;
    if (w->kind == LEDE_WORD_NAME && (t->flags & ABBREVIATION) != 0 && !small) {
        w->kind = LEDE_WORD_WORD;
        t->flags |= LEDE_TERM_LEXICAL;
    }
}

/* ---- The pass ---------------------------------------------------------- */

static void read_mark(reader *r, uint32_t *at, uint32_t least_end) {
    uint32_t end = 0;
    size_t next = *at;
    mark_kind kind = mark_read(r->text, r->size, *at, &end);
    lede_span span = {*at, end > least_end ? end : least_end};
    push(r, span, utf8_next(r->text, &next), 0, LEDE_WORD_MARK | (unsigned)kind << 8);
    note_mark(r, &r->d->words.items[r->d->words.count - 1]);
    *at = span.end;
}

/* Whatever is no word of plain letters. */
static bool read_scanned(reader *r, uint32_t *at) {
    scan s = {.text = r->text, .size = r->size};
    if (!scan_word(&s, *at)) {
        read_mark(r, at, s.end);
        return true;
    }
    lede_span span = {*at, s.end}, key = key_span(&s, *at);
    unsigned flags = scanned_flags(r, &s, key);
    uint32_t term = intern_scanned(r, &s, key);
    *at = s.end;
    if (!push_word(r, span, term, flags, s.kind)) {
        return false;
    }
    if ((s.seen & SEEN_DOT) != 0) {
        note_dots(&r->d->words.items[r->d->words.count - 1], &r->d->terms.items[term]);
    }
    if (s.acronym) {
        r->stopped = term;
        r->d->terms.items[term].stops++;
    }
    return true;
}

/* ASCII punctuation but the signs of $1, @name and #topic. */
static inline bool begins_no_word(const char *text, uint32_t at) {
    return (byte_at(text, at) & (BYTE_WORD | BYTE_HIGH)) == 0 && text[at] != '$' &&
           text[at] != '@' && text[at] != '#';
}

/* As many plain words as stand in a row; none leaves *at where it is. */
static bool read_plain(reader *r, uint32_t *at) {
    unsigned glued = is_glued(r, *at) ? LEDE_WORD_GLUED : 0u;
    plain_words p = {*at, r->stopped, r->gap | glued};
    if (!plain_words_read(r->b, &p)) {
        return false;
    }
    if (p.at != *at) {
        r->stopped = p.stopped;
        r->gap = 0;
        r->last_end = p.at;
        *at = p.at;
    }
    return true;
}

static bool read_entry(reader *r, uint32_t *at) {
    if ((byte_at(r->text, *at) & (BYTE_LOWER | BYTE_UPPER)) != 0) {
        uint32_t begin = *at;
        if (!read_plain(r, at)) {
            return false;
        }
        if (*at != begin) {
            return true;
        }
    }
    if (!has_room(r)) {
        return false;
    }
    if (begins_no_word(r->text, *at)) {
        read_mark(r, at, 0);
        return true;
    }
    return read_scanned(r, at);
}

/* ---- What markup left out ------------------------------------------------ */

/* Behind a stop, the small letter of a word that does not come next tells nothing of how
 * the writer begins sentences. */
static void forget_style(lede_document *d, size_t w) {
    const lede_word *at = &d->words.items[w];
    if (w >= 2 && (at->flags & LEDE_WORD_LOWER) != 0 && at[-1].mark == MARK_STOP &&
        (at[-1].flags & LEDE_WORD_GLUED) != 0 && at[-2].kind != LEDE_WORD_MARK) {
        build_forget_stop(d, at[-2].term);
    }
}

/* Flags each word or mark before which something is not shown. */
static void note_gaps(lede_document *d) {
    const page *p = &d->page;
    size_t w = 0;
    for (size_t i = 0; i < p->gaps.count; i++) {
        while (w < d->words.count && d->words.items[w].span.begin < p->gaps.items[i]) {
            w++;
        }
        if (w < d->words.count && d->words.items[w].span.begin == p->gaps.items[i]) {
            d->words.items[w].flags |= LEDE_WORD_OMITTED;
            forget_style(d, w);
        }
    }
}

lede_status words_read(build *b) {
    reader r = {.b = b,
                .d = b->d,
                .text = b->d->page.text,
                .size = b->d->page.size,
                .stopped = LEDE_NONE,
                .slow = SEEN_HIGH};
    if (case_is_own(b->vocabulary->pack)) {
        r.slow |= BYTE_UPPER;
        find_plain_end(&r, 0);
    }
    uint32_t at = 0;
    for (skip_space(&r, &at); at < r.size; skip_space(&r, &at)) {
        if (!read_entry(&r, &at)) {
            return LEDE_NO_MEMORY;
        }
    }
    note_gaps(b->d);
    VEC_TRIM(&b->d->words, b->allocator);
    return LEDE_OK;
}
