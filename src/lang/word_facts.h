/* SPDX-License-Identifier: MIT */
/* What the metrics ask of a word apart from any document. */
#ifndef LEDE_LANG_WORD_FACTS_H
#define LEDE_LANG_WORD_FACTS_H

#include "lang/pack.h"

/* Bits of word_facts.flags. */
#define WORD_FACT_HARD 0x01u  /* Gunning's hard word, but for names */
#define WORD_FACT_KNOWN 0x80u /* the record is filled */

/* Of a folded word. Small: there is one for each distinct word. */
typedef struct word_facts {
    uint32_t lists;     /* WORD_LIST_... of lang/word_lists.h */
    uint8_t syllables;  /* capped; 0: the language has no rules for them */
    uint8_t letters;    /* capped */
    uint8_t characters; /* letters and digits, capped */
    uint8_t flags;
} word_facts;

/* Of n bytes, a key of a document. */
void word_facts_of(const language_pack *pack, const char *key, size_t n,
                   word_facts *facts);

#endif
