/* SPDX-License-Identifier: MIT */
/* Which words of a document are forms of one word. */
#ifndef LEDE_TEXT_FOLDS_H
#define LEDE_TEXT_FOLDS_H

#include "text/document.h"

/*
 * Attested folding: an ending of the language's rules (stopwords/<code>/repeats.txt) is
 * taken off only if what is left is itself a word of the document, so that no word is
 * made up. Neither names are folded (words that have capitals inside sentences, or
 * nowhere a small letter) nor words without content.
 */
typedef struct folds {
    const lede_allocator *allocator;
    uint32_t *class_of; /* of each term the term that stands for all of its forms */
    uint16_t *kinds;    /* of each term FOLD_... bits */
    uint32_t *counts;   /* of each class how often its words occur, headings included */
    uint32_t terms;
    bool folded;        /* the language has rules */
    bool capital_nouns; /* capitals tell no names */
    bool formulas;      /* it has the lists that tell which words open a formula */
} folds;

/* Those of the first group are the same for all words of a class. Of words whose class is
 * there once, only the first two of the second are told. */
#define FOLD_AGAIN 0x20u    /* the class is there twice */
#define FOLD_CONTENT 0x40u  /* may be an edge of a phrase */
#define FOLD_NAMELESS 0x80u /* occurs with a small letter, or capitals tell nothing */

#define FOLD_WORD 0x100u       /* no stop word, number, URL or single letter */
#define FOLD_POSSESSIVE 0x04u  /* "Iran's" */
#define FOLD_CHARACTER 0x10u   /* one character of a script that writes no spaces */
#define FOLD_INSIDE 0x200u     /* has a capital inside a sentence, as names have */
#define FOLD_OPENS 0x400u      /* function word that may open a formula */
#define FOLD_DOUBLED 0x800u    /* may stand twice in a row */
#define FOLD_NOT_FIRST 0x1000u /* of content: opens no phrase */
#define FOLD_NOT_LAST 0x2000u  /* of content: ends none */
#define FOLD_ARTICLE 0x4000u   /* opens sentences without being noticed */

/* False: no memory; folds_free() is due anyway. */
bool folds_build(folds *f, const lede_document *d, const lede_allocator *allocator);
void folds_free(folds *f);

#endif
