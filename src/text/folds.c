/* SPDX-License-Identifier: MIT */
#include "text/folds.h"

#include "base/hash.h"
#include "base/lanes.h"
#include "lang/repeat_words.h"
#include "lang/word_lists.h"
#include "text/lookup.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

/* No formula begins with one of these: it would only be a phrase with its article. */
#define NO_OPENING                                                                       \
    ((uint32_t)(WORD_LIST_ARTICLE | WORD_LIST_CONJUNCTION | WORD_LIST_TO_BE |            \
                WORD_LIST_AUXILIARY))

#define FRONTS 16384u /* a power of two */
#define FRONT_MOST 5u /* bytes of a front */
#define BASE_LEAST 3u /* bytes of a short one */
#define KEY_MOST 128u /* bytes of a word that is folded at most */

typedef struct folder {
    folds *f;
    const lede_document *d;
    lookup words;
    repeat_endings endings;
    uint8_t fronts[FRONTS]; /* by hash: words that begin so, up to 2 */
} folder;

static const char *key_of(const folder *b, uint32_t term, size_t *n) {
    lede_span key = b->d->terms.items[term].key;
    *n = key.end - key.begin;
    return b->d->keys.items + key.begin;
}

/* ---- What a word is by itself -------------------------------------------------- */

/* Folded letters that have capitals are small ones. */
static bool has_case(const char *key) {
    size_t at = 0;
    if ((unsigned char)key[0] < 0x80) {
        return key[0] >= 'a' && key[0] <= 'z';
    }
    return tables_class_of(utf8_next(key, &at)) == UC_LETTER_LOWER;
}

/* Of Han and hiragana each is a word; kana and Thai come in runs, of which words tell. */
static bool is_character(const char *key) {
    size_t at = 0;
    return (unsigned char)key[0] >= 0xE0 &&
           (tables_flags(utf8_next(key, &at)) & (UF_IDEOGRAPH | UF_HIRAGANA)) != 0;
}

static uint16_t kind_of(const folder *b, uint32_t term) {
    const lede_term *t = &b->d->terms.items[term];
    size_t n = 0;
    const char *key = key_of(b, term, &n);
    bool word = (t->flags & (LEDE_TERM_LEXICAL | LEDE_TERM_STOP)) == LEDE_TERM_LEXICAL;
    bool letter = t->letters < 2 && has_case(key);
    unsigned kind = word && !letter ? FOLD_WORD : 0u;
    kind |= t->letters < 2 && is_character(key) ? FOLD_CHARACTER : 0u;
    if ((t->flags & LEDE_TERM_SEEN_LOWER) != 0 || b->f->capital_nouns || !has_case(key)) {
        kind |= FOLD_NAMELESS;
    }
    return (uint16_t)kind;
}

/* No name: it has a small letter, or nowhere inside a sentence a capital. */
static bool may_be_form(unsigned kind) {
    return (kind & FOLD_WORD) != 0 &&
           ((kind & FOLD_NAMELESS) != 0 || (kind & FOLD_INSIDE) == 0);
}

/* What has a capital only where sentences begin may be any word, so that one of the two
 * must be seen with a small letter: "Use" and "used", but not "Hugh" and "Hughes". */
static bool may_fold(const folder *b, uint32_t term, uint32_t base) {
    unsigned x = b->f->kinds[term], y = b->f->kinds[base];
    return may_be_form(x) && may_be_form(y) && ((x | y) & FOLD_NAMELESS) != 0;
}

/* Capitals behind marks may be those of a quotation that begins there. */
static void find_names(const folder *b) {
    const lede_document *d = b->d;
    if (b->f->capital_nouns) {
        return;
    }
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        const lede_word *w = d->words.items + s->first_word, *end = w + s->word_count;
        for (w++; s->role == LEDE_ROLE_BODY && w < end; w++) {
            bool inside = w->kind != LEDE_WORD_MARK && w[-1].kind != LEDE_WORD_MARK;
            if (inside && (w->flags & (LEDE_WORD_UPPER | LEDE_WORD_ALL_UPPER)) != 0) {
                b->f->kinds[w->term] |= FOLD_INSIDE;
            }
        }
    }
}

/* Number words, and those that are no edge of a phrase on either side. */
static bool is_empty(uint32_t words) {
    return (words & REPEAT_WORD_NUMERAL) != 0 ||
           (words & REPEAT_WORD_WEAK) == REPEAT_WORD_WEAK;
}

/* What the lists say, of a word whose class is there twice. */
static uint16_t listed_kind(const folder *b, uint32_t term) {
    const language_pack *pack = b->d->pack;
    uint32_t flags = b->d->terms.items[term].flags;
    size_t n = 0;
    const char *key = key_of(b, term, &n);
    uint32_t words = repeat_words_of(pack, key, n);
    unsigned kind = FOLD_AGAIN;
    kind |= (words & REPEAT_WORD_DOUBLED) != 0 ? FOLD_DOUBLED : 0u;
    bool empty = is_empty(words);
    if ((b->f->kinds[term] & FOLD_WORD) != 0 && !empty) {
        kind |= FOLD_CONTENT;
        kind |= (words & REPEAT_WORD_WEAK_BEGIN) != 0 ? FOLD_NOT_FIRST : 0u;
        kind |= (words & REPEAT_WORD_WEAK_END) != 0 ? FOLD_NOT_LAST : 0u;
    } else if ((flags & LEDE_TERM_STOP) != 0) {
        uint32_t lists = word_lists_exact(pack, key, n);
        bool opens = b->f->formulas && !empty && (lists & NO_OPENING) == 0;
        kind |= opens ? FOLD_OPENS : 0u;
        kind |= (lists & WORD_LIST_ARTICLE) != 0 ? FOLD_ARTICLE : 0u;
    }
    return (uint16_t)kind;
}

/* ---- Bases ------------------------------------------------------------------------ */

/* The class at the end of the way from a term; ways are made shorter as they are gone. */
static uint32_t root_of(folds *f, uint32_t term) {
    while (f->class_of[term] != term) {
        f->class_of[term] = f->class_of[f->class_of[term]];
        term = f->class_of[term];
    }
    return term;
}

/* Words without content fold to nothing: "being" is no form of a word "be". */
static bool is_base(const folder *b, uint32_t base) {
    size_t n = 0;
    const char *key = key_of(b, base, &n);
    return !is_empty(repeat_words_of(b->d->pack, key, n));
}

static bool join(folder *b, uint32_t term, uint32_t base) {
    uint32_t root = root_of(b->f, base), own = root_of(b->f, term);
    b->f->class_of[own] = root;
    return root != own;
}

/* Names have a possessive too, but no other ending: "Hughes" is no form of "Hugh". */
static bool fold_possessive(folder *b, uint32_t term) {
    char base[KEY_MOST];
    size_t n = 0;
    const char *key = key_of(b, term, &n);
    size_t length = repeat_words_possessive(b->d->pack, key, n, base);
    uint32_t found = length > 0 ? lookup_term(&b->words, base, length) : LEDE_NONE;
    unsigned kind = b->f->kinds[term] | (length > 0 ? FOLD_POSSESSIVE : 0u);
    b->f->kinds[term] = (uint16_t)kind;
    bool word = found != LEDE_NONE && (b->f->kinds[found] & FOLD_WORD) != 0;
    return word && join(b, term, found);
}

static void fold_ending(folder *b, uint32_t term) {
    char base[KEY_MOST];
    size_t n = 0, length = 0;
    uint32_t rule = 0;
    const char *key = key_of(b, term, &n);
    while ((length = repeat_words_base(b->d->pack, key, n, &rule, base)) > 0) {
        uint32_t found = lookup_term(&b->words, base, length);
        if (found != LEDE_NONE && may_fold(b, term, found) && is_base(b, found) &&
            is_base(b, term) && join(b, term, found)) {
            return;
        }
    }
}

/* ---- Fronts ----------------------------------------------------------------------- */

/* Which of the counted fronts a base has, if it has so many bytes of the word; shorter
 * ones, and those of rules for single words, are not counted. */
static inline size_t front_length(size_t bytes) {
    return bytes < BASE_LEAST ? 0 : bytes < FRONT_MOST ? BASE_LEAST : FRONT_MOST;
}

static inline uint8_t *front_of(folder *b, const char *key, size_t length) {
    return &b->fronts[(lanes_front(key, length) * HASH_A) >> 50];
}

static void count_fronts(folder *b) {
    for (uint32_t term = 0; term < b->f->terms; term++) {
        size_t n = 0;
        const char *key = key_of(b, term, &n);
        for (size_t length = BASE_LEAST; length <= FRONT_MOST;
             length += FRONT_MOST - BASE_LEAST) {
            if (n >= length && (b->f->kinds[term] & FOLD_WORD) != 0) {
                uint8_t *count = front_of(b, key, length);
                *count = (uint8_t)(*count + (*count < 2));
            }
        }
    }
}

static void fold_term(folder *b, uint32_t term) {
    size_t n = 0, front = 0;
    const char *key = key_of(b, term, &n);
    if ((b->f->kinds[term] & FOLD_WORD) == 0 || n > KEY_MOST ||
        !repeat_words_may_end(&b->endings, key, n, &front) || fold_possessive(b, term)) {
        return;
    }
    front = front_length(front);
    if (front == 0 || *front_of(b, key, front) > 1) {
        fold_ending(b, term);
    }
}

static bool fold_terms(folder *b) {
    if (!b->f->folded) {
        return true;
    }
    if (!lookup_open(&b->words, b->d, b->f->allocator)) {
        return false;
    }
    b->endings = repeat_words_endings(b->d->pack);
    count_fronts(b);
    for (uint32_t term = 0; term < b->f->terms; term++) {
        fold_term(b, term);
    }
    for (uint32_t term = 0; term < b->f->terms; term++) {
        b->f->class_of[term] = root_of(b->f, term);
    }
    return true;
}

/* ---- All of it -----------------------------------------------------------------------
 */

/* A class is a name if all of its words are. */
static void find_kinds(folder *b) {
    const unsigned shared = FOLD_AGAIN | FOLD_CONTENT | FOLD_NAMELESS;
    folds *f = b->f;
    for (uint32_t term = 0; term < f->terms; term++) {
        uint32_t class = f->class_of[term];
        f->counts[class] += b->d->terms.items[term].occurrences;
        f->kinds[class] = (uint16_t)(f->kinds[class] | (f->kinds[term] & FOLD_NAMELESS));
    }
    for (uint32_t term = 0; term < f->terms; term++) {
        if (f->counts[f->class_of[term]] > 1) {
            f->kinds[term] = (uint16_t)(f->kinds[term] | listed_kind(b, term));
        }
    }
    for (uint32_t term = 0; term < f->terms; term++) {
        unsigned class = f->kinds[f->class_of[term]] & shared;
        f->kinds[term] = (uint16_t)((f->kinds[term] & ~shared) | class);
    }
}

static bool allocate(folds *f) {
    size_t n = (size_t)f->terms + 1;
    f->class_of = memory_allocate(f->allocator, n * sizeof *f->class_of);
    f->counts = memory_allocate(f->allocator, n * sizeof *f->counts);
    f->kinds = memory_allocate(f->allocator, n * sizeof *f->kinds);
    return f->class_of != NULL && f->counts != NULL && f->kinds != NULL;
}

bool folds_build(folds *f, const lede_document *d, const lede_allocator *allocator) {
    const uint32_t wanted = WORD_LIST_ARTICLE | WORD_LIST_AUXILIARY | WORD_LIST_TO_BE;
    *f = (folds){.allocator = allocator, .terms = (uint32_t)d->terms.count};
    f->folded = repeat_words_fold(d->pack);
    f->formulas = (word_lists_known(d->pack) & wanted) != 0;
    f->capital_nouns = repeat_words_capital_nouns(d->pack);
    folder b = {.f = f, .d = d};
    if (!allocate(f)) {
        return false;
    }
    for (uint32_t term = 0; term < f->terms; term++) {
        f->class_of[term] = term;
        f->counts[term] = 0;
        f->kinds[term] = kind_of(&b, term);
    }
    find_names(&b);
    bool fine = fold_terms(&b);
    lookup_close(&b.words);
    if (fine) {
        find_kinds(&b);
    }
    return fine;
}

void folds_free(folds *f) {
    size_t n = (size_t)f->terms + 1;
    memory_free(f->allocator, f->class_of, n * sizeof *f->class_of);
    memory_free(f->allocator, f->counts, n * sizeof *f->counts);
    memory_free(f->allocator, f->kinds, n * sizeof *f->kinds);
}
