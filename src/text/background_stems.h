/* SPDX-License-Identifier: MIT */
/* How rare the stems of a document are, by a background, which counts words. */
#ifndef LEDE_TEXT_BACKGROUND_STEMS_H
#define LEDE_TEXT_BACKGROUND_STEMS_H

#include "text/background.h"
#include "text/document.h"

/*
 * Fills idf[stems] with the inverse document frequency of each stem of d:
 *     ln((N + 1) / (df + 0.5)),  N the documents of the background
 * Sparck Jones, "A Statistical Interpretation of Term Specificity and its Application in
 * Retrieval", Journal of Documentation 28(1), 1972; half a document is added so that a
 * stem that the background does not have, df = 0, has a value. From 0 (in every document
 * of very many) to ln(2 N + 2); never NaN or infinite.
 *
 * A background counts forms, not stems, and in how many documents any of several forms
 * stands cannot be told from it: at least in those of the most frequent one, at most in
 * the sum of all, or N. df is the former, of the forms that d has: two forms of a word
 * mostly stand in the same texts, and a frequent form alone says that its word is no rare
 * one. It is too low where d has rare forms only. One look-up for each distinct word,
 * those set aside and parts of compounds too; no memory.
 */
void background_stem_idf(const lede_background *b, const lede_document *d, double *idf);

#endif
