/* SPDX-License-Identifier: MIT */
/* What the metrics ask of each word of a document, computed once for each. */
#ifndef LEDE_TEXT_FACTS_H
#define LEDE_TEXT_FACTS_H

#include "text/document.h"

/* Fills facts[terms]. vocabulary: where they are kept for the next document, NULL:
 * nowhere; of every language, or of the document's, else it is not used. False: no
 * memory. */
bool facts_of_terms(const lede_document *d, lede_vocabulary *vocabulary,
                    word_facts *facts);

#endif
