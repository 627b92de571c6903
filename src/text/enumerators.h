/* SPDX-License-Identifier: MIT */
/* Numbers and letters that count the items of a list: "1.", "b)", "• 9.", "1.)". */
#ifndef LEDE_TEXT_ENUMERATORS_H
#define LEDE_TEXT_ENUMERATORS_H

#include "text/document.h"

/* Entries [first, end) of the word array, a bullet in front included. */
typedef struct enumerator {
    uint32_t first;
    uint32_t end;
    uint32_t value; /* 1 for "1", "a" */
    uint32_t form;  /* equal for the items of one list */
} enumerator;

/* Does an enumerator stand at entry i of words[..end)? Reads `text` for its value. */
bool enumerator_at(const char *text, const lede_word *words, lede_span entries,
                   enumerator *out);

/* The same, and a roman number with its stop or a word in capitals with ".-" behind, as
 * legal texts number: "IV.", "PRIMERO.-". out->value is 0 for these. */
bool enumerator_at_own(const lede_document *d, const lede_word *words, lede_span entries,
                       enumerator *out);

/* Does it number an item, and is no initial ("A. Miller"), no ordinal of the language
 * ("5. Mai") and no number of what stands before it ("gegen 2. Liga", "Sec. 2.")?
 * begin: no entry before it counts. */
bool enumerator_counts(const lede_document *d, const lede_word *words, uint32_t begin,
                       const enumerator *item);

/* The next item that counts of the list that `last` belongs to, within 200 bytes and
 * before entry `end`. False: the list ends. */
bool enumerator_next(const lede_document *d, const lede_word *words, uint32_t end,
                     enumerator *last);

#endif
