/* SPDX-License-Identifier: MIT */
/* What a language says of words that are repeated: its repeats.txt
 * (docs/repetition-data.md). Asked once for each distinct word. */
#ifndef LEDE_LANG_REPEAT_WORDS_H
#define LEDE_LANG_REPEAT_WORDS_H

#include "lang/pack.h"

#define REPEAT_WORD_NUMERAL 1u    /* no content of a phrase: "three days" */
#define REPEAT_WORD_WEAK_BEGIN 2u /* content, but no phrase begins so: "back" */
#define REPEAT_WORD_DOUBLED 4u    /* may stand twice in a row: "had had" */
#define REPEAT_WORD_WEAK_END 8u   /* content, but no phrase ends so: "make" */
#define REPEAT_WORD_ADJECTIVE 32u /* by its ending: asks for a noun behind it */
#define REPEAT_WORD_NOT_ADJECTIVE 64u
#define REPEAT_WORD_NO_FOLD 16u /* it only looks inflected ("news"): has no base */
/* Of key terms; repetition does not ask for these. */
#define REPEAT_WORD_GENERAL 128u      /* no key term alone: "year", "people" */
#define REPEAT_WORD_CALENDAR 256u     /* in no key term: "Monday" */
#define REPEAT_WORD_CONNECTOR 512u    /* function word inside one: "cost of living" */
#define REPEAT_WORD_BEFORE_NOUN 1024u /* "the": a noun follows rather than a verb */

/* Both: no edge of a phrase, as "said". To be asked of an edge by its own bit. */
#define REPEAT_WORD_WEAK (REPEAT_WORD_WEAK_BEGIN | REPEAT_WORD_WEAK_END)

/* Those bits of a folded word; 0: it is on no list, or the language has none. */
uint32_t repeat_words_of(const language_pack *pack, const char *key, size_t n);

/* Does the language say which endings may be taken off? Else no word has a base. */
bool repeat_words_fold(const language_pack *pack);

/* Is it REPEAT_WORD_ADJECTIVE by its ending? The call above does not tell. */
bool repeat_words_adjective(const language_pack *pack, const char *key, size_t n);

/* Has the language a list of REPEAT_WORD_BEFORE_NOUN? */
bool repeat_words_before_nouns(const language_pack *pack);

/* Have all nouns capitals? Then they tell no names. */
bool repeat_words_capital_nouns(const language_pack *pack);

/* Does a participle behind a noun ask for something more ("data collected" by whom)? */
bool repeat_words_participles_go_on(const language_pack *pack);

/*
 * What a folded word may be a form of: "planned" of "plann", "planne", "plan". Most bases
 * are no words: only those that the text itself has count, the first before the others.
 * *rule is 0 at first, and is moved on. Writes the next base to base, which has room
 * for n bytes, and returns its length; 0: there are no more. A base that is a function
 * word is none ("thing" of "the"): whoever asks must know. One ending is taken off.
 */
size_t repeat_words_base(const language_pack *pack, const char *key, size_t n,
                         uint32_t *rule, char *base);

#define REPEAT_TAILS 32u /* by the last byte */

/* Which endings rules have, so that most words are told without a look at the rules. */
typedef struct repeat_endings {
    uint64_t last[4];            /* the last byte, of endings of one byte */
    uint64_t two[8];             /* of two bytes */
    uint64_t three[32];          /* of three bytes */
    uint64_t four[64];           /* the last four, of longer ones */
    uint8_t taken[REPEAT_TAILS]; /* bytes of a word that its base does not begin with */
} repeat_endings;

repeat_endings repeat_words_endings(const language_pack *pack);

/* False: the word has no ending that a rule takes off. *front: with so many of its bytes
 * a base of it begins; 0: perhaps with none, since rules for single words ("came") have
 * bases that begin otherwise. */
bool repeat_words_may_end(const repeat_endings *e, const char *key, size_t n,
                          size_t *front);

/* Writes a word without the ending that makes it a possessive ("iran" of "iran's") to
 * base, which has room for n bytes, and returns its length; 0: it has none. */
size_t repeat_words_possessive(const language_pack *pack, const char *key, size_t n,
                               char *base);

#endif
