/* SPDX-License-Identifier: MIT */
#include "summary/key_stream.h"

#include "lang/repeat_words.h"
#include "lang/word_lists.h"
#include "text/elision.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

/* Of a word wherever it stands, beside the KEY_... bits that hold everywhere. */
#define TERM_IN 0x10000u        /* it may be in a key term */
#define TERM_IN_NAMES 0x20000u  /* only with a capital: else it is an adverb */
#define TERM_ATTESTED 0x40000u  /* somewhere its capital can only be a name's */
#define TERM_ADJECTIVE 0x80000u /* KEY_NOT_LAST without a capital */
#define TERM_TITLE 0x100000u    /* "Mr": no word of a key term with a capital */
#define TERM_BEHIND 0x200000u   /* what is elided in front is no connector */
#define TERM_HAN 0x400000u      /* a character that is written without spaces */
#define TERM_THE 0x800000u      /* a noun follows rather than a verb */

#define KEY_MOST 256u /* bytes of a word whose ending is looked at */

/* Words that qualify others or carry the text on: in no key term. */
#define QUALIFYING                                                                       \
    ((uint32_t)(WORD_LIST_ADVERB | WORD_LIST_HEDGE | WORD_LIST_TRANSITION |              \
                WORD_LIST_INTENSIFIER))

typedef struct reader {
    key_stream *s;
    const lede_allocator *allocator;
    const lede_document *d;
    lede_role role;  /* of the sentences that are read */
    uint32_t *terms; /* of each its bits */
    bool capital_nouns;
    bool before_nouns; /* the language has a list of what stands before them */
} reader;

/* ---- What a word is by itself ---------------------------------------------------- */

static uint32_t flags_of_lists(uint32_t words) {
    uint32_t flags = TERM_IN;
    flags |= (words & REPEAT_WORD_WEAK_BEGIN) != 0 ? KEY_NOT_FIRST : 0u;
    flags |= (words & REPEAT_WORD_WEAK_END) != 0 ? KEY_NOT_LAST : 0u;
    flags |= (words & REPEAT_WORD_GENERAL) != 0 ? KEY_GENERAL : 0u;
    return flags;
}

static uint32_t flags_of_style(const language_pack *pack, const char *key, size_t n) {
    uint32_t lists = word_lists_of(pack, key, n);
    bool participle =
        repeat_words_participles_go_on(pack) && (lists & WORD_LIST_PARTICIPLE) != 0;
    bool adjective = (lists & WORD_LIST_COMPARABLE) != 0 || participle ||
                     repeat_words_adjective(pack, key, n);
    return ((lists & QUALIFYING) != 0 ? TERM_IN_NAMES : 0u) |
           (adjective ? TERM_ADJECTIVE : 0u);
}

/* "d'achat" belongs to what stands before it, "l'homme" does not. */
static uint32_t flags_of_elision(const language_pack *pack, const char *key, size_t n) {
    size_t elided = elision_length(key, n);
    uint32_t before = elided > 1 ? repeat_words_of(pack, key, elided - 1) : 0;
    return KEY_ELIDED | ((before & REPEAT_WORD_BEFORE_NOUN) != 0 ? KEY_BEHIND_THE : 0u) |
           ((before & REPEAT_WORD_CONNECTOR) != 0 ? 0u : TERM_BEHIND);
}

static uint32_t flags_of_ending(const language_pack *pack, const char *key, size_t n) {
    char base[KEY_MOST];
    bool possessive = n <= KEY_MOST && repeat_words_possessive(pack, key, n, base) > 0;
    return possessive ? KEY_POSSESSIVE : 0u;
}

/* "Nov.", "lbs.", "pp.": by the lists, and mostly with its full stop here. Dotted ones
 * are names more often: "U.S.". */
static bool is_abbreviation(const lede_term *t) {
    const uint32_t classes = LEDE_TERM_TITLE | LEDE_TERM_NUMBERED | LEDE_TERM_CALENDAR |
                             LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR | LEDE_TERM_CLOSING;
    return (t->flags & classes) != 0 && (t->flags & LEDE_TERM_DOTTED) == 0 &&
           t->stops > t->occurrences / 2;
}

static uint32_t flags_of_content(const lede_document *d, const lede_term *t,
                                 const char *key, size_t n) {
    uint32_t words = repeat_words_of(d->pack, key, n);
    if (is_abbreviation(t)) {
        return 0;
    }
    if ((words & REPEAT_WORD_NUMERAL) != 0) { /* "Three Gorges Dam" */
        return TERM_THE | TERM_IN | TERM_IN_NAMES | KEY_PART | KEY_GENERAL;
    }
    if ((words & REPEAT_WORD_CALENDAR) != 0 ||
        (words & REPEAT_WORD_WEAK) == REPEAT_WORD_WEAK) {
        return 0;
    }
    uint32_t flags = flags_of_lists(words) | flags_of_style(d->pack, key, n) |
                     flags_of_ending(d->pack, key, n);
    flags |= (t->flags & LEDE_TERM_TITLE) != 0 ? TERM_TITLE : 0u;
    bool elided = (t->flags & LEDE_TERM_ELIDED) != 0;
    return flags | (elided ? flags_of_elision(d->pack, key, n) : 0u);
}

/* Of characters that are words only Han says something alone or together; hiragana is
 * grammar. Single letters are none. */
static uint32_t flags_of_character(const char *key, size_t n) {
    size_t at = 0;
    uint32_t code = n > 0 ? utf8_next(key, &at) : 0;
    bool han = code >= 0x80 && (tables_flags(code) & UF_IDEOGRAPH) != 0;
    return han ? TERM_IN | TERM_HAN | KEY_PART : 0u;
}

static uint32_t flags_of_term(const lede_document *d, const lede_term *t) {
    const char *key = d->keys.items + t->key.begin;
    size_t n = t->key.end - t->key.begin;
    if ((t->flags & LEDE_TERM_LEXICAL) == 0) {
        return TERM_THE; /* a number, mostly */
    }
    if ((t->flags & LEDE_TERM_STOP) != 0) {
        uint32_t words = repeat_words_of(d->pack, key, n);
        bool connects = (words & REPEAT_WORD_CONNECTOR) != 0;
        return (connects ? TERM_IN | KEY_CONNECTOR | KEY_NOT_FIRST | KEY_NOT_LAST : 0u) |
               ((words & REPEAT_WORD_BEFORE_NOUN) != 0 ? TERM_THE : 0u);
    }
    return t->letters > 1 ? flags_of_content(d, t, key, n) : flags_of_character(key, n);
}

static bool read_terms(reader *r) {
    size_t count = r->d->terms.count;
    r->terms = memory_allocate(r->allocator, (count + 1) * sizeof *r->terms);
    if (r->terms == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        r->terms[i] = flags_of_term(r->d, &r->d->terms.items[i]);
    }
    return true;
}

/* ---- Capitals -------------------------------------------------------------------- */

/* NULL: it is none of those that are read. */
static const lede_sentence *sentence_of(const reader *r, size_t i) {
    const lede_sentence *s = &r->d->sentences.items[i];
    uint8_t kind = r->d->page.blocks.items[s->block].kind;
    bool text = kind != LEDE_BLOCK_CODE && kind != LEDE_BLOCK_METADATA;
    return s->role == r->role && text ? s : NULL;
}

static bool has_capital(const lede_word *w) {
    return (w->flags & (LEDE_WORD_UPPER | LEDE_WORD_ALL_UPPER)) != 0;
}

/* In a sentence of capitals alone they say nothing. */
static bool has_small(const lede_word *w, const lede_word *end) {
    while (w < end && (w->kind != LEDE_WORD_WORD || (w->flags & LEDE_WORD_LOWER) == 0)) {
        w++;
    }
    return w < end;
}

/* Not where a sentence begins, nor behind a mark, where a quotation may. */
static void attest_row(reader *r, const lede_word *w, uint32_t count) {
    const lede_word *end = w + count;
    if (!has_small(w, end)) {
        return;
    }
    for (w++; w < end; w++) {
        bool inside = w->kind != LEDE_WORD_MARK && w[-1].kind != LEDE_WORD_MARK;
        if (inside && has_capital(w)) {
            r->terms[w->term] |= TERM_ATTESTED;
        }
    }
}

static void attest(reader *r) {
    for (size_t i = 0; i < r->d->sentences.count; i++) {
        const lede_sentence *s = sentence_of(r, i);
        if (s != NULL) {
            attest_row(r, r->d->words.items + s->first_word, s->word_count);
        }
    }
}

/* What has small letters elsewhere has its capital from where it stands. */
static uint32_t flags_of_capital(const reader *r, const lede_word *w, bool inside,
                                 bool told) {
    if (!has_capital(w)) {
        return 0;
    }
    bool seen_lower = (r->d->terms.items[w->term].flags & LEDE_TERM_SEEN_LOWER) != 0;
    bool name = told && (inside || ((r->terms[w->term] & TERM_ATTESTED) != 0 &&
                                    (!seen_lower || r->capital_nouns)));
    return name ? KEY_CAPITAL : KEY_OPENING;
}

/* ---- Words where they stand ------------------------------------------------------ */

/* False: it is none of those. */
static bool flags_of_word(const reader *r, const lede_word *w, uint32_t capital,
                          uint32_t *flags) {
    uint32_t term = r->terms[w->term];
    bool name = (capital & KEY_CAPITAL) != 0;
    if ((term & TERM_IN) == 0 || ((term & TERM_IN_NAMES) != 0 && !name) ||
        ((term & TERM_TITLE) != 0 && name)) {
        return false;
    }
    *flags = (term & 0xFFFFu) | capital;
    *flags |= (term & TERM_ADJECTIVE) != 0 && !name ? KEY_NOT_LAST : 0u;
    *flags |= (term & TERM_BEHIND) != 0 ? KEY_BREAK : 0u;
    /* Where nouns have capitals, what has none is no noun. */
    bool noun = name || !r->capital_nouns;
    *flags |= !noun && (term & TERM_HAN) == 0 ? KEY_PART | KEY_NOT_LAST : 0u;
    return true;
}

/* Does a word stand right behind the one that was added last? */
static bool joins(const key_stream *s, uint32_t word) {
    if (s->words.count == 0) {
        return false;
    }
    const key_word *before = &s->words.items[s->words.count - 1];
    return before->word + 1 == word && (before->flags & KEY_POSSESSIVE) == 0;
}

static bool add_word(reader *r, uint32_t word, uint32_t flags) {
    key_stream *s = r->s;
    const lede_term *terms = r->d->terms.items;
    uint32_t term = r->d->words.items[word].term;
    flags |= joins(s, word) ? 0u : KEY_BREAK;
    if (!VEC_RESERVE(&s->words, r->allocator, 1)) {
        return false;
    }
    s->characters = s->characters || (r->terms[term] & TERM_HAN) != 0;
    s->words.items[s->words.count++] = (key_word){word, terms[term].stem, flags};
    return true;
}

static bool is_lexical(const lede_word *w) {
    return w->kind == LEDE_WORD_WORD || w->kind == LEDE_WORD_TAG;
}

/* Where the language does not say what stands before nouns, anything may. */
static uint32_t flags_of_place(const reader *r, const lede_word *w, bool inside) {
    bool told = inside && (r->terms[w[-1].term] & TERM_THE) != 0;
    return told || !r->before_nouns ? KEY_BEHIND_THE : 0u;
}

static bool read_row(reader *r, const lede_sentence *s) {
    const lede_word *words = r->d->words.items + s->first_word;
    bool told = has_small(words, words + s->word_count);
    uint32_t first = KEY_ROW | KEY_BREAK;
    for (uint32_t i = 0; i < s->word_count; i++) {
        uint32_t flags = 0;
        bool inside = i > 0 && words[i - 1].kind != LEDE_WORD_MARK;
        if (!is_lexical(&words[i]) ||
            !flags_of_word(r, &words[i], flags_of_capital(r, &words[i], inside, told),
                           &flags)) {
            continue;
        }
        flags |= first | flags_of_place(r, &words[i], inside);
        flags |= (words[i].flags & LEDE_WORD_OMITTED) != 0 ? KEY_BREAK : 0u;
        if (!add_word(r, s->first_word + i, flags)) {
            return false;
        }
        first = 0;
    }
    return true;
}

/* ---- Names ----------------------------------------------------------------------- */

static uint32_t flags_at(const key_stream *s, size_t i) {
    return s->words.items[i].flags;
}

/* Behind the last word of the row of capitals that begins at i; connectors are in it only
 * between two of them. */
static size_t name_end(const key_stream *s, size_t i) {
    size_t end = i + 1;
    for (size_t at = end; at < s->words.count && key_stream_joins(s, at); at++) {
        if ((flags_at(s, at) & KEY_CAPITAL) != 0) {
            end = at + 1;
        } else if ((flags_at(s, at) & KEY_CONNECTOR) == 0 || at - end > 0) {
            break;
        }
    }
    return end;
}

static void find_names(key_stream *s) {
    for (size_t i = 0; i < s->words.count;) {
        if ((flags_at(s, i) & KEY_CAPITAL) == 0) {
            i++;
            continue;
        }
        size_t end = name_end(s, i);
        for (size_t at = i; end - i > 1 && at < end; at++) {
            s->words.items[at].flags |= KEY_NAME | (at == i ? KEY_NAME_FIRST : 0u) |
                                        (at + 1 == end ? KEY_NAME_LAST : 0u);
        }
        i = end;
    }
}

static bool read_rows(reader *r, lede_role role) {
    r->role = role;
    r->s->rows = 0;
    attest(r);
    for (size_t i = 0; i < r->d->sentences.count; i++) {
        const lede_sentence *s = sentence_of(r, i);
        r->s->rows += s != NULL;
        if (s != NULL && !read_row(r, s)) {
            return false;
        }
    }
    return true;
}

bool key_stream_read(key_stream *s, const lede_document *d,
                     const lede_allocator *allocator) {
    reader r = {.s = s, .allocator = allocator, .d = d};
    r.capital_nouns = repeat_words_capital_nouns(d->pack);
    r.before_nouns = repeat_words_before_nouns(d->pack);
    s->d = d;
    bool fine = read_terms(&r) && read_rows(&r, LEDE_ROLE_BODY);
    if (fine && s->rows == 0) {
        fine = read_rows(&r, LEDE_ROLE_HEADING);
    }
    memory_free(allocator, r.terms, (d->terms.count + 1) * sizeof *r.terms);
    if (fine && !r.capital_nouns) {
        find_names(s);
    }
    return fine;
}

void key_stream_free(key_stream *s, const lede_allocator *allocator) {
    VEC_FREE(&s->words, allocator);
}

/* ---- Places ---------------------------------------------------------------------- */

/* Bytes of the apostrophe at a byte; 0: there is none. */
static size_t apostrophe_at(const char *text, size_t n) {
    static const char typeset[] = "\xE2\x80\x99";
    if (n > 0 && text[0] == '\'') {
        return 1;
    }
    const size_t length = sizeof typeset - 1;
    return n >= length && memcmp(text, typeset, length) == 0 ? length : 0;
}

static uint32_t behind_elided(const char *text, lede_span word) {
    for (uint32_t at = word.begin; at < word.end; at++) {
        size_t mark = apostrophe_at(text + at, word.end - at);
        if (mark > 0 && at + mark < word.end) {
            return at + (uint32_t)mark;
        }
    }
    return word.begin;
}

static uint32_t before_possessive(const char *text, lede_span word) {
    for (uint32_t at = word.end; at > word.begin + 1; at--) {
        if (apostrophe_at(text + at - 1, word.end - at + 1) > 0) {
            return at - 1;
        }
    }
    return word.end;
}

lede_span key_stream_span(const key_stream *s, uint32_t first, uint32_t words) {
    const key_word *a = &s->words.items[first], *b = a + words - 1;
    lede_span x = s->d->words.items[a->word].span, y = s->d->words.items[b->word].span;
    const char *text = s->d->page.text;
    uint32_t begin = (a->flags & KEY_ELIDED) != 0 ? behind_elided(text, x) : x.begin;
    uint32_t end = (b->flags & KEY_POSSESSIVE) != 0 ? before_possessive(text, y) : y.end;
    return (lede_span){begin, end > begin ? end : y.end};
}
