/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_row.h"

#include "text/marks.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

#define NOT_ASKED UINT32_MAX
#define MINUS 0x2212u

typedef struct reader {
    verbatim_row *r;
    verbatim_keys *keys;
    uint32_t *numbers; /* of terms that are one token; NOT_ASKED */
    uint32_t word;     /* at hand */
    uint32_t end;      /* behind the sentence's words */
    uint32_t block;    /* first word of the block */
} reader;

/* ---- What a mark is --------------------------------------------------------------- */

static const lede_word *word_at(const reader *r, uint32_t i) {
    return &r->r->d->words.items[i];
}

static bool is_number(const reader *r, uint32_t i) {
    return i < r->end && word_at(r, i)->kind == LEDE_WORD_NUMBER;
}

static bool is_glued(const reader *r, uint32_t i) {
    return i < r->end && (word_at(r, i)->flags & LEDE_WORD_GLUED) != 0;
}

/* "-5": nothing stands before the dash, or what opens. In "5-10" and "well -known" it is
 * no sign. */
static bool is_minus(const reader *r, uint32_t code) {
    const lede_word *w = word_at(r, r->word);
    bool one = w->span.end - w->span.begin <= 3 && code != 0x2014 && code != 0x2015;
    bool run = code == '-' && w->span.end - w->span.begin > 1;
    bool free = r->word == 0 || !is_glued(r, r->word) ||
                (word_at(r, r->word - 1)->kind == LEDE_WORD_MARK &&
                 word_at(r, r->word - 1)->mark != MARK_DASH);
    return one && !run && free && is_number(r, r->word + 1) && is_glued(r, r->word + 1);
}

static bool stands_at_number(const reader *r) {
    return is_number(r, r->word + 1) || (r->word > r->block && is_number(r, r->word - 1));
}

/* "C++", "AA+" */
static bool ends_word(const reader *r, uint32_t code) {
    return code == '+' && r->word > r->block && is_glued(r, r->word) &&
           word_at(r, r->word - 1)->kind != LEDE_WORD_MARK;
}

/* Is a mark something that is said? Bullets and the like open a block. */
static bool is_said(const reader *r) {
    uint32_t code = word_at(r, r->word)->term;
    unicode_class class = unicode_class_of(code);
    if (class == UC_CURRENCY || class == UC_NUMBER) {
        return true;
    }
    if (class == UC_DASH || code == MINUS) {
        return is_minus(r, code);
    }
    bool symbol = class == UC_SYMBOL && (unicode_flags(code) & UF_EXT_PICT) == 0 &&
                  code != '`' && code != '|' && code != '^';   /* markup */
    bool sign = code == '%' || code == 0x2030 || code == 0xA7; /* per mille, section */
    return ((symbol || sign) && r->word > r->block && stands_at_number(r)) ||
           (code == '&' && r->word > r->block) || ends_word(r, code);
}

/* ---- Tokens ----------------------------------------------------------------------- */

static bool push(reader *r, uint32_t number, lede_span span) {
    verbatim_row *row = r->r;
    if (number == VERBATIM_NO_KEY || !VEC_RESERVE(&row->numbers, row->allocator, 1) ||
        !VEC_RESERVE(&row->spans, row->allocator, 1)) {
        return false;
    }
    row->numbers.items[row->numbers.count++] = number;
    row->spans.items[row->spans.count++] = span;
    return true;
}

static bool push_sign(reader *r, verbatim_sign_kind kind) {
    verbatim_row *row = r->r;
    if (!row->keeps_signs) {
        return true;
    }
    if (!VEC_RESERVE(&row->signs, row->allocator, 1)) {
        return false;
    }
    row->signs.items[row->signs.count++] = (verbatim_sign){
        (uint32_t)row->numbers.count, word_at(r, r->word)->span.begin, (uint8_t)kind};
    return true;
}

static bool push_mark(reader *r) {
    const lede_word *w = word_at(r, r->word);
    if (w->mark == MARK_ELLIPSIS) {
        return push_sign(r, VERBATIM_OMISSION);
    }
    if (w->term == '[' || w->term == ']') {
        return push_sign(r, w->term == '[' ? VERBATIM_OPENS : VERBATIM_CLOSES);
    }
    if (!is_said(r)) {
        return true;
    }
    const char *key = r->r->d->page.text + w->span.begin;
    bool minus = w->mark == MARK_DASH || w->term == MINUS;
    return push(r,
                minus ? verbatim_keys_number(r->keys, "-", 1)
                      : verbatim_keys_number(r->keys, key, w->span.end - w->span.begin),
                w->span);
}

/* ---- Sharp s ---------------------------------------------------------------------- */

#define KEY_BYTES 512u

static bool is_sharp(uint32_t code) {
    return code == 0xDF || code == 0x1E9E;
}

static bool has_sharp(const char *text, lede_span span) {
    for (size_t at = span.begin; at < span.end;) {
        if (is_sharp(utf8_next(text, &at))) {
            return true;
        }
    }
    return false;
}

/* The number of a key. Sharp s folds to "ss", but "Maße" is not "Masse": behind the key
 * stands which of its s are sharp. */
static uint32_t number_of(reader *r, const char *key, size_t n, lede_span span) {
    const char *text = r->r->d->page.text;
    char marked[KEY_BYTES];
    if (n + (span.end - span.begin) > sizeof marked || !has_sharp(text, span)) {
        return verbatim_keys_number(r->keys, key, n);
    }
    memcpy(marked, key, n);
    for (size_t at = span.begin; at < span.end;) {
        uint32_t code = utf8_next(text, &at);
        if (is_sharp(code) || code == 's' || code == 'S') {
            marked[n++] = is_sharp(code) ? '\x02' : '\x01';
        }
    }
    return verbatim_keys_number(r->keys, marked, n);
}

/* ---- Words that are several tokens ------------------------------------------------ */

static bool is_hyphen(uint32_t code) {
    return code == '-' || code == 0x2010 || code == 0x2011;
}

static bool is_affix(uint32_t code) {
    unicode_class class = unicode_class_of(code);
    return class == UC_CURRENCY || class == UC_SYMBOL || code == '%' || code == 0x2030;
}

/* A stretch of a text or of a key that is being divided. */
typedef struct stretch {
    const char *bytes;
    uint32_t at;
    uint32_t end;
} stretch;

/* The next part: a symbol of a number, or what lies before the next hyphen or, if it is a
 * number, the next symbol. False: there is none. */
static bool next_part(stretch *s, bool number, lede_span *part) {
    size_t at = s->at, begin = at, end = at;
    for (bool ended = false; !ended && at < s->end;) {
        uint32_t code = utf8_next(s->bytes, &at);
        bool affix = number && is_affix(code);
        if (is_hyphen(code)) {
            ended = end > begin;
            begin = ended ? begin : at;
            end = ended ? end : at;
        } else {
            ended = affix;
            end = affix && end > begin ? end : at;
            at = end;
        }
    }
    *part = (lede_span){(uint32_t)begin, (uint32_t)end};
    s->at = (uint32_t)at;
    return end > begin;
}

static uint32_t count_parts(stretch s, bool number) {
    lede_span part;
    uint32_t count = 0;
    while (next_part(&s, number, &part)) {
        count++;
    }
    return count;
}

static bool push_parts(reader *r, stretch key, stretch text, bool number) {
    lede_span part, place;
    bool fine = true;
    while (fine && next_part(&key, number, &part) && next_part(&text, number, &place)) {
        fine = push(r, number_of(r, key.bytes + part.begin, part.end - part.begin, place),
                    place);
    }
    return fine;
}

static bool push_term(reader *r, const lede_word *w) {
    uint32_t own = 0, *number = &r->numbers[w->term];
    if (has_sharp(r->r->d->page.text, w->span)) { /* the term has other spellings */
        number = &own;
        *number = NOT_ASKED;
    }
    if (*number == NOT_ASKED) {
        lede_span key = r->r->d->terms.items[w->term].key;
        *number =
            number_of(r, r->r->d->keys.items + key.begin, key.end - key.begin, w->span);
    }
    return push(r, *number, w->span);
}

/* The parts of its text have those of its key, unless folding did more than fold. */
static bool push_word(reader *r) {
    const lede_word *w = word_at(r, r->word);
    const lede_document *d = r->r->d;
    bool number = w->kind == LEDE_WORD_NUMBER;
    if (!number && (w->kind != LEDE_WORD_WORD || (w->flags & LEDE_WORD_COMPOUND) == 0)) {
        return push_term(r, w);
    }
    lede_span k = d->terms.items[w->term].key;
    stretch key = {d->keys.items, k.begin, k.end};
    stretch text = {d->page.text, w->span.begin, w->span.end};
    uint32_t count = count_parts(key, number);
    return count > 1 && count == count_parts(text, number)
               ? push_parts(r, key, text, number)
               : push_term(r, w);
}

/* ---- Brackets within a word ------------------------------------------------------- */

/* "[W]e": the letter in brackets and what is glued to them are one word. */
static bool is_bracketed_initial(const reader *r) {
    return r->word + 3 < r->end && word_at(r, r->word)->term == '[' &&
           word_at(r, r->word)->kind == LEDE_WORD_MARK &&
           word_at(r, r->word + 1)->kind == LEDE_WORD_WORD &&
           (word_at(r, r->word + 1)->flags & LEDE_WORD_SINGLE) != 0 &&
           word_at(r, r->word + 2)->kind == LEDE_WORD_MARK &&
           word_at(r, r->word + 2)->term == ']' &&
           word_at(r, r->word + 3)->kind == LEDE_WORD_WORD && is_glued(r, r->word + 1) &&
           is_glued(r, r->word + 2) && is_glued(r, r->word + 3);
}

#define JOINED_BYTES 256u

static lede_span key_of(const reader *r, uint32_t word) {
    return r->r->d->terms.items[word_at(r, word)->term].key;
}

static bool push_joined(reader *r) {
    char key[JOINED_BYTES];
    lede_span a = key_of(r, r->word + 1), b = key_of(r, r->word + 3);
    size_t n = a.end - a.begin, m = b.end - b.begin;
    lede_span span = {word_at(r, r->word)->span.begin, word_at(r, r->word + 3)->span.end};
    memcpy(key, r->r->d->keys.items + a.begin, n);
    memcpy(key + n, r->r->d->keys.items + b.begin, m);
    r->word += 3;
    return push(r, number_of(r, key, n + m, span), span);
}

static bool joins(const reader *r) {
    if (!r->r->keeps_signs || !is_bracketed_initial(r)) {
        return false;
    }
    lede_span a = key_of(r, r->word + 1), b = key_of(r, r->word + 3);
    return (size_t)(a.end - a.begin) + (b.end - b.begin) <= JOINED_BYTES;
}

/* ---- The row ---------------------------------------------------------------------- */

/* "1." and "b)" at the begin of a list item are no words of it. */
static bool is_enumerator(const reader *r) {
    const lede_word *w = word_at(r, r->word);
    const lede_sentence *s = &r->r->d->sentences.items[r->r->sentences.count - 1];
    bool item = r->r->d->page.blocks.items[s->block].kind == LEDE_BLOCK_LIST_ITEM;
    bool number = w->kind == LEDE_WORD_NUMBER || (w->flags & LEDE_WORD_SINGLE) != 0;
    uint32_t mark = r->word + 1 < r->end ? word_at(r, r->word + 1)->term : 0;
    return item && r->word == r->block && number && is_glued(r, r->word + 1) &&
           word_at(r, r->word + 1)->kind == LEDE_WORD_MARK &&
           (mark == '.' || mark == ')');
}

static bool push_entry(reader *r) {
    if (joins(r)) {
        return push_joined(r);
    }
    if (word_at(r, r->word)->kind == LEDE_WORD_MARK) {
        return push_mark(r);
    }
    return is_enumerator(r) || push_word(r);
}

/* Most words are one token each, so that the row hardly has to grow. */
static bool reserve(verbatim_row *row) {
    size_t words = 0;
    for (size_t i = 0; i < row->d->sentences.count; i++) {
        words += row->d->sentences.items[i].words;
    }
    return VEC_RESERVE(&row->sentences, row->allocator, row->d->sentences.count + 1) &&
           VEC_RESERVE(&row->numbers, row->allocator, words) &&
           VEC_RESERVE(&row->spans, row->allocator, words);
}

static bool read_sentences(reader *r) {
    verbatim_row *row = r->r;
    const lede_document *d = row->d;
    bool fine = reserve(row);
    for (size_t i = 0; fine && i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        const lede_block *b = &d->page.blocks.items[s->block];
        row->sentences.items[row->sentences.count++] = (uint32_t)row->numbers.count;
        r->block = d->sentences.items[b->first_sentence].first_word;
        r->end = s->first_word + s->word_count;
        for (r->word = s->first_word; fine && r->word < r->end; r->word++) {
            fine = push_entry(r);
        }
    }
    if (fine) {
        row->sentences.items[row->sentences.count++] = (uint32_t)row->numbers.count;
    }
    return fine;
}

bool verbatim_row_read(verbatim_row *r, const lede_document *d, verbatim_keys *keys) {
    size_t bytes = 0;
    if (!size_multiply(d->terms.count + 1, sizeof(uint32_t), &bytes)) {
        return false;
    }
    r->d = d;
    reader reading = {.r = r, .keys = keys};
    reading.numbers = memory_allocate(r->allocator, bytes);
    bool fine = reading.numbers != NULL;
    if (fine) {
        memset(reading.numbers, 0xFF, bytes); /* NOT_ASKED is all ones */
        fine = read_sentences(&reading);
    }
    memory_free(r->allocator, reading.numbers, bytes);
    return fine;
}

void verbatim_row_free(verbatim_row *r) {
    VEC_FREE(&r->numbers, r->allocator);
    VEC_FREE(&r->spans, r->allocator);
    VEC_FREE(&r->sentences, r->allocator);
    VEC_FREE(&r->signs, r->allocator);
}

/* ---- Asking ----------------------------------------------------------------------- */

/* The last that begins at the token or before it: sentences without tokens stand before
 * the one that begins with the same. */
uint32_t verbatim_row_sentence(const verbatim_row *r, uint32_t token) {
    size_t low = 0, high = r->sentences.count - 1; /* the last is the end */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (r->sentences.items[middle] <= token) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (uint32_t)low;
}

uint32_t verbatim_row_at(const verbatim_row *r, uint32_t offset) {
    size_t low = 0, high = r->spans.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->spans.items[middle].begin < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return (uint32_t)low;
}

lede_span verbatim_row_span(const verbatim_row *r, uint32_t begin, uint32_t end) {
    return (lede_span){r->spans.items[begin].begin, r->spans.items[end - 1].end};
}
