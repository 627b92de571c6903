/* SPDX-License-Identifier: MIT */
#include "text/language.h"

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

/* The next run of letters, folded; 0 at the end. Longer runs are cut: they are
 * on no list anyway. */
static size_t next_word(sample *s, char *key) {
    size_t n = 0, at = s->at;
    while (at < s->n) {
        uint32_t code = utf8_next(s->text, &at);
        if (is_letter(code)) {
            n += n + 4 <= LONGEST_WORD ? utf8_encode(tables_fold(code), key + n) : 0;
        } else if (n > 0) {
            break;
        }
    }
    s->at = (uint32_t)at;
    return n;
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
    uint32_t words;
    uint32_t votes;
    bool ascii;
} tally;

static tally count_votes(const language_pack *pack, sample s) {
    tally t = {0, 0, true};
    char key[LONGEST_WORD];
    const uint32_t function_word = LEDE_TERM_STOP | LEDE_TERM_STARTER;
    for (size_t n = next_word(&s, key); n > 0; n = next_word(&s, key)) {
        t.words++;
        t.votes += (pack_word_flags(pack, key, n) & function_word) != 0;
        t.ascii = t.ascii && utf8_count(key, n) == n;
    }
    return t;
}

const language_pack *language_vote(const char *text, uint32_t n) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    const language_pack *best = NULL, *fallback = NULL;
    uint32_t most = 0;
    for (size_t i = 0; i < count; i++) {
        tally t = count_votes(&packs[i], (sample){text, sample_size(text, n), 0});
        if (t.votes > most && t.votes * WINNING_SHARE >= t.words) {
            best = &packs[i];
            most = t.votes;
        }
        if (packs[i].fallback && t.words > 0 && t.words < FEW_WORDS && t.ascii) {
            fallback = &packs[i];
        }
    }
    return best != NULL ? best : fallback;
}
