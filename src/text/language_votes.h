/* SPDX-License-Identifier: MIT */
/* What a text shows of its language, and what follows from it. */
#ifndef LEDE_TEXT_LANGUAGE_VOTES_H
#define LEDE_TEXT_LANGUAGE_VOTES_H

#include "text/letter_runs.h"

/* The function words of the text that the same languages have. */
typedef struct language_votes_of {
    uint16_t weight; /* of all occurrences */
    uint16_t types;  /* of distinct words */
} language_votes_of;

typedef struct language_votes {
    const function_table *table;
    uint32_t words;
    uint32_t no_spaces; /* of these, characters of Han and kana */
    bool ascii;
    uint16_t scripts[UNICODE_SCRIPTS]; /* words of each */
    unicode_script script;             /* of most words; 0: of none */
    uint32_t touched_count;
    uint16_t touched[FUNCTION_SETS];       /* the sets that occurred, each once */
    language_votes_of sets[FUNCTION_SETS]; /* by the index of the set */
    uint64_t seen[FUNCTION_WORDS / 64];    /* one bit for each word of the table */
} language_votes;

/* Counts hold for a sample of at most 32767 words. */
void language_votes_open(language_votes *v);
void language_votes_add(language_votes *v, const letter_run *run);

typedef struct language_choice {
    const language_pack *pack; /* NULL: a language without one */
    unsigned confidence;       /* 0-100: in that language, pack or not */
} language_choice;

/* The language that fits best; confidence 0 and pack NULL: there is no evidence. */
language_choice language_votes_choose(const language_votes *v);

/* Does no language have more words than this pack? One more may be a name. */
bool language_votes_allow(const language_votes *v, const language_pack *pack);

#endif
