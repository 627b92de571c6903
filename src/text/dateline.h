/* SPDX-License-Identifier: MIT */
/* Where and by which agency a report was sent, at the front of its first sentence. */
#ifndef LEDE_TEXT_DATELINE_H
#define LEDE_TEXT_DATELINE_H

#include "text/document.h"

/*
 * Where a dateline ends that begins at entry `at`, the first of a sentence; `at`: there
 * is none. end: of the block. "LONDON, Jan 3 (Reuters) -", "(CNN) --", "Rome (CNN)",
 * "BEIJING, April 24--". The words in brackets are an agency of the lists, or capitals
 * between a place in capitals and a dash; without brackets the place is in capitals, and
 * the text behind the dash is not.
 */
uint32_t dateline_end(const lede_document *d, uint32_t at, uint32_t end);

#endif
