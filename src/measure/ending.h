/* SPDX-License-Identifier: MIT */
/* Does a sentence ask or cry? */
#ifndef LEDE_MEASURE_ENDING_H
#define LEDE_MEASURE_ENDING_H

#include "text/document.h"

typedef enum ending {
    ENDING_OTHER = 0,
    ENDING_QUESTION, /* also "?!" and "!?" */
    ENDING_EXCLAMATION
} ending;

/* By the last mark of the sentence, behind which may stand what closes ("Why?") and
 * symbols. */
ending ending_of(const lede_document *d, const lede_sentence *s);

#endif
