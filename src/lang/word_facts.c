/* SPDX-License-Identifier: MIT */
#include "lang/word_facts.h"

#include "base/ascii_lanes.h"
#include "lang/fog.h"
#include "lang/syllables.h"
#include "lang/word_lists.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

static uint8_t capped(uint32_t n) {
    return n < UINT8_MAX ? (uint8_t)n : UINT8_MAX;
}

/* Eight bytes at a time as far as they are ASCII, which most words are. */
static void count_characters(const char *key, size_t n, word_facts *facts) {
    uint32_t letters = 0, digits = 0;
    size_t at = 0;
    while (at < n) {
        uint64_t lane = lanes_front(key + at, n - at);
        if ((lane & LANES_TOP) != 0) {
            break;
        }
        letters += lanes_sum(lanes_letters(lane));
        digits += lanes_sum(lanes_digits(lane));
        at += n - at < 8 ? n - at : 8;
    }
    while (at < n) {
        unicode_class class = tables_class_of(utf8_next(key, &at));
        letters += class >= UC_LETTER_LOWER && class <= UC_LETTER;
        digits += class == UC_DIGIT || class == UC_NUMBER;
    }
    facts->letters = capped(letters);
    facts->characters = capped(letters + digits);
}

word_facts word_facts_of(const language_pack *pack, const char *key, size_t n) {
    word_facts facts = {.flags = WORD_FACT_KNOWN};
    count_characters(key, n, &facts);
    facts.lists = word_lists_of(pack, key, n);
    facts.syllables = capped(syllables_count(pack, key, n));
    const fog_options fog = {syllables_count, false, facts.syllables};
    if (facts.syllables >= FOG_SYLLABLES && fog_is_hard(pack, key, n, &fog)) {
        facts.flags |= WORD_FACT_HARD;
    }
    return facts;
}
