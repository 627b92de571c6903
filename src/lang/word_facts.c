/* SPDX-License-Identifier: MIT */
#include "lang/word_facts.h"

#include "base/ascii_lanes.h"
#include "lang/fog.h"
#include "lang/syllables.h"
#include "lang/word_lists.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

static uint8_t capped(size_t n) {
    return n < UINT8_MAX ? (uint8_t)n : UINT8_MAX;
}

static void count_characters(const char *key, size_t n, word_facts *facts) {
    uint32_t letters = 0, digits = 0;
    for (size_t at = 0; at < n;) {
        unsigned byte = (unsigned char)key[at];
        if (byte < 0x80) {
            letters += (byte | 0x20u) - 'a' < 26;
            digits += byte - '0' < 10;
            at++;
            continue;
        }
        unicode_class class = tables_class_of(utf8_next(key, &at));
        letters += class >= UC_LETTER_LOWER && class <= UC_LETTER;
        digits += class == UC_DIGIT || class == UC_NUMBER;
    }
    facts->letters = capped(letters);
    facts->characters = capped(letters + digits);
}

/* Of letters a-z alone, as most words are. */
static void fill_letters(const language_pack *pack, const char *key, size_t n,
                         word_facts *facts) {
    facts->letters = facts->characters = capped(n);
    facts->lists = word_lists_of_letters(pack, key, n);
    facts->syllables = capped(syllables_of_letters(pack, key, n));
}

static void fill_any(const language_pack *pack, const char *key, size_t n,
                     word_facts *facts) {
    count_characters(key, n, facts);
    facts->lists = word_lists_of(pack, key, n);
    facts->syllables = capped(syllables_count(pack, key, n));
}

void word_facts_of(const language_pack *pack, const char *key, size_t n,
                   word_facts *facts) {
    bool letters = lanes_plain(key, n);
    if (letters) {
        fill_letters(pack, key, n, facts);
    } else {
        fill_any(pack, key, n, facts);
    }
    facts->flags = WORD_FACT_KNOWN;
    if (facts->syllables >= FOG_SYLLABLES) {
        const fog_options fog = {syllables_count, false, facts->syllables};
        bool hard = letters ? fog_is_hard_whole(pack, key, n, &fog)
                            : fog_is_hard(pack, key, n, &fog);
        facts->flags |= hard ? WORD_FACT_HARD : 0;
    }
}
