/* SPDX-License-Identifier: MIT */
#include "text/language.h"

#include "base/hash.h"
#include "text/bytes.h"
#include "text/lanes.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#define SAMPLE_BYTES 16384u
#define LONGEST_WORD 24u /* bytes: function words are short */
#define FEW_WORDS 20u
#define WINNING_SHARE 5u /* one word in five */

typedef struct sample {
    const char *text;
    uint32_t n;
    uint32_t at;
} sample;

static bool is_letter(uint32_t code) {
    unicode_class class = tables_class_of(code);
    return (class >= UC_LETTER_LOWER && class <= UC_LETTER) || class == UC_MARK;
}

/* A run of letters, folded. */
typedef struct letter_run {
    char key[LONGEST_WORD];
    uint32_t n; /* 0: the sample has ended */
    uint64_t hash;
    bool ascii;
} letter_run;

/* Any run. Longer ones are cut: they are on no list anyway. */
static void read_run(sample *s, letter_run *run) {
    size_t n = 0, at = s->at;
    while (at < s->n) {
        uint32_t code = utf8_next(s->text, &at);
        if (is_letter(code)) {
            n += n + 4 <= LONGEST_WORD ? utf8_encode(tables_fold(code), run->key + n) : 0;
        } else if (n > 0) {
            break;
        }
    }
    s->at = (uint32_t)at;
    run->n = (uint32_t)n;
    run->hash = hash_bytes(run->key, n, 0);
    run->ascii = utf8_count(run->key, n) == n;
}

/* The letters at the begin of a lane, folded; returns the top bit of what ends
 * them, 0 when all eight are letters. */
static inline uint64_t take_letters(uint64_t *lane) {
    uint64_t letters = lanes_letters(*lane), stop = ~letters & LANES_TOP;
    uint64_t kept = lanes_before(stop);
    *lane = (*lane | lanes_upper(*lane, letters) >> 2) & kept;
    return stop;
}

/* A run of few ASCII letters with something else of ASCII behind it, read eight
 * bytes at a time. False: it is none, nothing was read. */
static inline bool read_plain_run(sample *s, letter_run *run) {
    if (s->n - s->at <= LANES_BYTES) {
        return false;
    }
    const char *p = s->text + s->at;
    uint64_t low = lanes_load(p), high = 0, stop = take_letters(&low);
    uint32_t n = 0;
    if (stop == 0) {
        high = lanes_load(p + 8);
        stop = take_letters(&high);
        n = 8;
    }
    if (stop == 0) {
        return false;
    }
    n += lanes_count(stop);
    if (n == 0 || (byte_at(p, n) & BYTE_HIGH) != 0) {
        return false;
    }
    lanes_store(run->key, low);
    lanes_store(run->key + 8, high);
    run->n = n;
    run->hash = hash_short(low, high, n, 0);
    run->ascii = true;
    s->at += n + 1; /* with what ends it */
    return true;
}

static inline bool next_run(sample *s, letter_run *run) {
    while (s->at < s->n &&
           (byte_at(s->text, s->at) & (BYTE_LOWER | BYTE_UPPER | BYTE_HIGH)) == 0) {
        s->at++;
    }
    if (!read_plain_run(s, run)) {
        read_run(s, run);
    }
    return run->n > 0;
}

/* Ends on a code point, so that the sample is valid UTF-8 too. */
static uint32_t sample_size(const char *text, uint32_t n) {
    if (n <= SAMPLE_BYTES) {
        return n;
    }
    size_t end = SAMPLE_BYTES;
    while (((unsigned char)text[end] & 0xC0u) == 0x80u) {
        end--;
    }
    return (uint32_t)end;
}

typedef struct tally {
    uint32_t votes[PACK_LIMIT]; /* of each pack */
    uint32_t words;
    bool ascii;
} tally;

/* Each word is read once and looked up in every pack. */
static void count_votes(tally *t, sample s) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    const uint32_t function_word = LEDE_TERM_STOP | LEDE_TERM_STARTER;
    letter_run run;
    while (next_run(&s, &run)) {
        t->words++;
        t->ascii = t->ascii && run.ascii;
        for (size_t i = 0; i < count; i++) {
            if (pack_lacks(&packs[i], run.hash)) {
                continue;
            }
            uint32_t flags = pack_hashed_word_flags(&packs[i], run.key, run.n, run.hash);
            t->votes[i] += (flags & function_word) != 0;
        }
    }
}

const language_pack *language_vote(const char *text, uint32_t n) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    const language_pack *best = NULL, *fallback = NULL;
    uint32_t most = 0;
    tally t = {.ascii = true};
    count_votes(&t, (sample){text, sample_size(text, n), 0});
    for (size_t i = 0; i < count; i++) {
        if (t.votes[i] > most && t.votes[i] * WINNING_SHARE >= t.words) {
            best = &packs[i];
            most = t.votes[i];
        }
        if (packs[i].fallback && t.words > 0 && t.words < FEW_WORDS && t.ascii) {
            fallback = &packs[i];
        }
    }
    return best != NULL ? best : fallback;
}
