/* SPDX-License-Identifier: MIT */
#include "repeat/stream.h"

#include "repeat/quotes.h"
#include "text/marks.h"

typedef struct reader {
    stream *s;
    const lede_document *d;
    const stream_options *o;
    quotes q;
    bool quoted;     /* the block itself is a quotation */
    unsigned open;   /* STREAM_QUOTED: a quotation is open; 0 */
    unsigned broken; /* STREAM_BREAK: a break stands before the next word; 0 */
    unsigned named;  /* flags of words, of which a name has one */
} reader;

bool stream_part_of(const lede_document *d, uint32_t sentence, bool count_headings,
                    stream_part *part) {
    const lede_sentence *s = &d->sentences.items[sentence];
    switch ((lede_block_kind)d->page.blocks.items[s->block].kind) {
    case LEDE_BLOCK_PROSE:
    case LEDE_BLOCK_LIST_ITEM:
    case LEDE_BLOCK_QUOTE:
    case LEDE_BLOCK_HEADING:
        *part = s->role == LEDE_ROLE_HEADING ? STREAM_HEADINGS : STREAM_BODY;
        break;
    case LEDE_BLOCK_CAPTION:
    case LEDE_BLOCK_TABLE_CELL:
        *part = STREAM_HEADINGS;
        break;
    case LEDE_BLOCK_CODE:
    case LEDE_BLOCK_METADATA:
    case LEDE_BLOCK_TITLE:
    case LEDE_BLOCK_DESCRIPTION:
        return false;
    }
    *part = count_headings ? STREAM_BODY : *part;
    return s->role != LEDE_ROLE_SET_ASIDE && s->words > 0;
}

/* ---- Marks ---------------------------------------------------------------------- */

/* A hyphen that hangs on a word: "pre- and post-war". */
static bool is_hyphen(const reader *r, uint32_t i) {
    const lede_word *w = &r->d->words.items[i];
    bool glued = (w->flags & LEDE_WORD_GLUED) != 0 ||
                 (i + 1 < r->d->words.count && (w[1].flags & LEDE_WORD_GLUED) != 0);
    return glued && w->span.end - w->span.begin == 1;
}

static bool breaks(const reader *r, uint32_t i) {
    const lede_word *w = &r->d->words.items[i];
    switch ((mark_kind)w->mark) {
    case MARK_STOP: /* of an abbreviation, since the sentence goes on */
        return false;
    case MARK_OTHER: /* what joins alternatives */
        return w->term == '/' || w->term == '|' || w->term == '\\';
    case MARK_DASH:
        return !is_hyphen(r, i);
    case MARK_TERMINATOR:
    case MARK_FINAL:
    case MARK_ELLIPSIS:
    case MARK_EMOJI:
    case MARK_RULE:
    case MARK_OPEN:
    case MARK_CLOSE:
    case MARK_QUOTE:
    case MARK_PAUSE:
        break;
    }
    return true;
}

/* What words from here on have in common. */
static void note_state(reader *r) {
    r->open = r->quoted || quotes_open(&r->q) ? STREAM_QUOTED : 0u;
}

static void note_mark(reader *r, uint32_t i) {
    stream *s = r->s;
    if (quotes_note(&r->q, i) != QUOTE_APOSTROPHE) {
        r->broken |= breaks(r, i) ? STREAM_BREAK : 0u;
        note_state(r);
    } else if (r->broken == 0 && s->words.count > 0) {
        s->flags.items[s->words.count - 1] |= STREAM_POSSESSIVE;
    }
}

/* ---- Words ------------------------------------------------------------------------ */

/* What flags of the word and bits of its term say. */
static inline unsigned flags_of(const reader *r, const lede_word *w) {
    const unsigned of_term = STREAM_AGAIN | STREAM_CONTENT | STREAM_NAMELESS |
                             STREAM_POSSESSIVE | STREAM_CHARACTER;
    unsigned flags = r->s->folds->kinds[w->term] & of_term;
    flags |= (w->flags & r->named) == 0 ? STREAM_LOWER : 0u;
    return flags | (w->flags & LEDE_WORD_APPROX) / LEDE_WORD_APPROX * STREAM_CHARACTER;
}

static inline void add_word(reader *r, uint32_t i, const lede_word *w) {
    stream *s = r->s;
    if ((w->flags & LEDE_WORD_OMITTED) != 0) {
        r->broken |= STREAM_BREAK; /* the word before is not the one before */
    }
    if (r->o->ignore_quotes && r->open != 0) {
        r->broken = STREAM_BREAK;
        return;
    }
    size_t at = s->words.count++;
    s->words.items[at] = i;
    s->classes.items[at] = s->folds->class_of[w->term];
    s->flags.items[at] = (uint8_t)(flags_of(r, w) | r->open | r->broken);
    r->broken = 0;
}

static void read_sentence(reader *r, const lede_sentence *of) {
    const lede_word *words = r->d->words.items;
    r->broken = STREAM_BREAK;
    for (uint32_t i = of->first_word, end = i + of->word_count; i < end; i++) {
        if (words[i].kind == LEDE_WORD_MARK) {
            note_mark(r, i);
        } else {
            add_word(r, i, &words[i]);
        }
    }
}

/* Words of a part, at most. */
static bool make_room(stream *s, stream_part part, const stream_options *o) {
    const lede_document *d = s->d;
    stream_part own = part;
    size_t words = 0;
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        bool wanted = stream_part_of(d, i, o->count_headings, &own) && own == part;
        words += wanted ? d->sentences.items[i].words : 0;
    }
    return VEC_RESERVE(&s->words, o->allocator, words) &&
           VEC_RESERVE(&s->classes, o->allocator, words) &&
           VEC_RESERVE(&s->flags, o->allocator, words);
}

bool stream_read(stream *s, const folds *f, const lede_document *d, stream_part part,
                 const stream_options *o) {
    *s = (stream){.d = d, .folds = f};
    reader r = {.s = s, .d = d, .o = o, .named = LEDE_WORD_ALL_UPPER};
    r.named |= f->capital_nouns ? 0u : LEDE_WORD_UPPER;
    uint32_t block = LEDE_NONE;
    if (!make_room(s, part, o)) {
        return false;
    }
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        stream_part own = part;
        if (d->sentences.items[i].block != block) {
            block = d->sentences.items[i].block;
            r.q = quotes_begin(d, block);
            r.quoted = d->page.blocks.items[block].kind == LEDE_BLOCK_QUOTE;
            note_state(&r);
        }
        if (stream_part_of(d, i, o->count_headings, &own) && own == part) {
            read_sentence(&r, &d->sentences.items[i]);
        }
    }
    s->classes.count = s->flags.count = s->words.count;
    return true;
}

uint32_t stream_sentence(const stream *s, uint32_t i) {
    const lede_sentence *sentences = s->d->sentences.items;
    uint32_t word = s->words.items[i];
    size_t low = 0, high = s->d->sentences.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (sentences[middle].first_word <= word) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (uint32_t)low;
}

void stream_free(stream *s, const lede_allocator *allocator) {
    VEC_FREE(&s->words, allocator);
    VEC_FREE(&s->classes, allocator);
    VEC_FREE(&s->flags, allocator);
}
