/* SPDX-License-Identifier: MIT */
#include "measure/tally.h"

#include "lang/word_lists.h"
#include "measure/runs.h"
#include "text/marks.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

#define LONG_LETTERS 6u  /* LIX counts the words of more */
#define SHORT_LETTERS 3u /* EFLAW those of at most as many */

static uint64_t lane_of(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    return (uint64_t)a | (uint64_t)b << 16 | (uint64_t)c << 32 | (uint64_t)d << 48;
}

/* The lowest four bits, each in 16 bits of its own: the product has bit i at i + 15 j for
 * j from 0 to 3, no two at one place, and i = j is wanted. */
static uint64_t spread(uint32_t bits) {
    return (bits & 15u) * UINT64_C(0x0000200040008001) & UINT64_C(0x0001000100010001);
}

_Static_assert(WORD_LIST_PRONOUN == WORD_LIST_PREPOSITION << 1 &&
                   WORD_LIST_CONJUNCTION == WORD_LIST_PREPOSITION << 2,
               "a lane of them is made from neighbours");

/* Prepositions, pronouns, conjunctions, plain words. */
static uint64_t lane_of_kinds(uint32_t lists) {
    uint32_t neighbours = lists / WORD_LIST_PREPOSITION & 7u;
    return spread(neighbours | ((lists & WORD_LIST_PLAIN) != 0 ? 8u : 0u));
}

/* Words of one to four syllables. */
static uint64_t lane_of_syllables(unsigned n) {
    return n - 1 < 4 ? UINT64_C(1) << 16 * (n - 1) : 0;
}

/* Of scripts without spaces what stands for a word is a character. */
static bool is_character(const lede_metrics *m, size_t term) {
    size_t at = m->d->terms.items[term].key.begin;
    const char *keys = m->d->keys.items;
    return (unsigned char)keys[at] >= 0x80 &&
           (tables_flags(utf8_next(keys, &at)) &
            (UF_IDEOGRAPH | UF_HIRAGANA | UF_NO_SPACES)) != 0;
}

static tally tally_of(const lede_metrics *m, size_t term) {
    const word_facts f = m->facts[term];
    unsigned off = m->counts.lists & ~(unsigned)m->on_lists[term], n = f.syllables;
    bool hard = (f.flags & WORD_FACT_HARD) != 0;
    return (tally){
        {lane_of(n, f.letters, f.characters, f.letters <= SHORT_LETTERS),
         lane_of_syllables(n),
         lane_of(n == 5, n >= LEDE_SYLLABLES_MAX, f.letters > LONG_LETTERS, hard),
         spread(off), spread(off >> 4), lane_of_kinds(f.lists),
         (uint64_t)f.letters * f.letters | (uint64_t)is_character(m, term) << 48, 0}};
}

void tally_terms(const lede_metrics *m, tally *of_terms) {
    for (size_t i = 0; i < m->terms; i++) {
        of_terms[i] = tally_of(m, i);
    }
}

/* ---- Members ---------------------------------------------------------------- */

/* Where a member of lede_counts stands in a tally. */
typedef struct field {
    uint16_t member; /* offset */
    uint8_t lane;
    uint8_t place;
} field;

#define FIELD(member, lane, place)                                                       \
    { offsetof(lede_counts, member), lane, place }
#define LIST(list) FIELD(off_list[list], 3 + (list) / 4, (list) % 4)

static const field fields[] = {
    FIELD(syllables, 0, 0),
    FIELD(letters, 0, 1),
    FIELD(characters, 0, 2),
    FIELD(short_words, 0, 3),
    FIELD(of_syllables[1], 1, 0),
    FIELD(of_syllables[2], 1, 1),
    FIELD(of_syllables[3], 1, 2),
    FIELD(of_syllables[4], 1, 3),
    FIELD(of_syllables[5], 2, 0),
    FIELD(of_syllables[6], 2, 1),
    FIELD(long_words, 2, 2),
    FIELD(hard_words, 2, 3),
    LIST(0),
    LIST(1),
    LIST(2),
    LIST(3),
    LIST(4),
    LIST(5),
    LIST(6),
    LIST(7),
    FIELD(prepositions, 5, 0),
    FIELD(pronouns, 5, 1),
    FIELD(conjunctions, 5, 2),
    FIELD(plain_words, 5, 3),
    FIELD(approximate, 6, 3),
};

const size_t tally_fields = sizeof fields / sizeof *fields;

_Static_assert(sizeof fields / sizeof *fields <= TALLY_FIELDS_MAX, "too many fields");
_Static_assert(LEDE_LIST_COUNT == 8, "each list has a place");

uint64_t *tally_member(lede_counts *counts, size_t i) {
    return (uint64_t *)(void *)((char *)counts + fields[i].member);
}

uint64_t tally_count(const tally *t, size_t i) {
    return t->lanes[fields[i].lane] >> (16 * fields[i].place) & 0xFFFFu;
}

/* Moves the sum into the counts. */
static void flush(tally_sum *t) {
    uint64_t *of = t->counts->of_syllables;
    uint64_t before = of[1] + of[2] + of[3] + of[4] + of[5] + of[6];
    for (size_t i = 0; i < tally_fields; i++) {
        *tally_member(t->counts, i) += tally_count(&t->sum, i);
    }
    t->counts->words += t->words;
    of[0] += t->words + before - (of[1] + of[2] + of[3] + of[4] + of[5] + of[6]);
    t->counts->letters_squared += t->sum.lanes[6] & ((UINT64_C(1) << 48) - 1);
    t->sum = (tally){{0}};
    t->words = 0;
}

/* ---- Sentences -------------------------------------------------------------- */

static void count_mark(const lede_word *mark, lede_counts *counts) {
    uint32_t code = mark->term; /* of a mark: its first code point */
    counts->commas += code == ',' || code == 0x3001 || code == 0xFF0C;
    counts->full_stops += code == '.' || code == 0x3002 || code == 0xFF0E;
    counts->pauses += code == ':' || code == ';' || mark->mark == MARK_DASH;
}

static inline void add(tally *sum, const tally *word) {
    for (size_t i = 0; i < TALLY_LANES; i++) {
        sum->lanes[i] += word->lanes[i];
    }
}

tally tally_words(const tally *of_terms, const lede_word *first, const lede_word *end) {
    tally sum = {{0}};
    for (const lede_word *w = first; w < end; w++) {
        if (w->kind != LEDE_WORD_MARK) {
            add(&sum, &of_terms[w->term]);
        }
    }
    return sum;
}

tally_sum tally_begin(const lede_document *d, const tally *of_terms,
                      lede_counts *counts) {
    return (tally_sum){.d = d, .of_terms = of_terms, .counts = counts};
}

/* Do they contain characters that stand for words? */
static bool add_entries(tally_sum *t, const lede_word *w, const lede_word *end) {
    uint32_t words = 0;
    tally sum = {{0}};
    for (; w < end; w++) {
        if (w->kind == LEDE_WORD_MARK) {
            count_mark(w, t->counts);
            continue;
        }
        add(&sum, &t->of_terms[w->term]);
        words++;
    }
    if (t->words + words > TALLY_WORDS) {
        flush(t);
    }
    add(&t->sum, &sum);
    t->words += words;
    return sum.lanes[6] >> 48 > 0;
}

void tally_sentence(tally_sum *t, const lede_sentence *s) {
    const lede_word *w = &t->d->words.items[s->first_word], *end = w + s->word_count;
    bool characters = false;
    while (w < end) {
        const lede_word *stop = end - w < TALLY_WORDS ? end : w + TALLY_WORDS;
        characters = add_entries(t, w, stop) || characters;
        w = stop;
    }
    t->counts->sentences++;
    if (characters) {
        runs_count(t->d, document_counted(t->d, s), t->counts);
    }
}

void tally_end(tally_sum *t) {
    flush(t);
}
