/* SPDX-License-Identifier: MIT */
/* Completes the term table: counts over the body, stems, parts of compounds. Counts the
 * words of each sentence. */
#ifndef LEDE_TEXT_TERMS_H
#define LEDE_TEXT_TERMS_H

#include "text/build.h"

lede_status terms_complete(build *b);

#endif
