/* SPDX-License-Identifier: MIT */
#include "text/language.h"

#define PLACES 64u
#define PLACE_BYTES 256u
#define FEW_WORDS 20u
#define ENOUGH_WORDS 100u
#define DECISIVE 75u /* confidence */

/* Where place number i of a text begins: one behind the other in a short one, else
 * evenly spread, so that a title page, licence or quotation in another language does
 * not decide for a book. */
static uint32_t place_begin(uint32_t n, uint32_t i) {
    if (n <= PLACES * PLACE_BYTES) {
        return i * PLACE_BYTES;
    }
    return (uint32_t)((uint64_t)(n - PLACE_BYTES) * i / (PLACES - 1));
}

static void read_place(language_votes *v, const char *text, uint32_t n, uint32_t begin) {
    uint32_t end = n - begin > PLACE_BYTES ? begin + PLACE_BYTES : n;
    letter_sample s = {text, n, begin, end};
    letter_run run;
    letter_runs_align(&s);
    while (letter_runs_next(&s, &run)) {
        language_votes_add(v, &run);
    }
}

/* 0, 32, 16, 48, 8 ...: each power of two of places is spread over all of them. */
static uint32_t spread(uint32_t i) {
    uint32_t place = 0;
    for (uint32_t bit = 1; bit < PLACES; bit *= 2) {
        place = place * 2 + ((i & bit) != 0);
    }
    return place;
}

static uint32_t count_places(uint32_t n) {
    uint32_t whole = n / PLACE_BYTES + (n % PLACE_BYTES != 0);
    return whole < PLACES ? whole : PLACES;
}

/* Reads on until the lead is decisive; looked at when the number of places read is a
 * power of two. */
static language_choice read_text(language_votes *v, const char *text, uint32_t n) {
    uint32_t places = count_places(n), read = 0;
    for (uint32_t i = 0; i < PLACES; i++) {
        uint32_t place = spread(i);
        if (place >= places) {
            continue;
        }
        read_place(v, text, n, place_begin(n, place));
        read++;
        if (read < places && (read & (read - 1)) == 0 && v->words >= ENOUGH_WORDS) {
            language_choice choice = language_votes_choose(v);
            if (choice.confidence >= DECISIVE) {
                return choice;
            }
        }
    }
    return language_votes_choose(v);
}

static const language_pack *fallback(const language_votes *v) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        if (packs[i].fallback && language_votes_allow(v, &packs[i])) {
            return &packs[i];
        }
    }
    return NULL;
}

language_choice language_vote(const char *text, uint32_t n) {
    language_votes votes;
    language_votes_open(&votes);
    language_choice choice = read_text(&votes, text, n);
    if (choice.pack != NULL && choice.confidence >= LANGUAGE_CONFIDENCE) {
        return choice;
    }
    bool few = votes.words > 0 && votes.words < FEW_WORDS && votes.ascii;
    unsigned guess = choice.pack != NULL ? choice.confidence : 0;
    return (language_choice){few ? fallback(&votes) : NULL, guess};
}
