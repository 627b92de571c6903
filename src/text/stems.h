/* SPDX-License-Identifier: MIT */
/* Terms -> stems: what words of one root share, and the letters of each term. */
#ifndef LEDE_TEXT_STEMS_H
#define LEDE_TEXT_STEMS_H

#include "text/build.h"

/* Gives every term its stem and letters; the parts of compounds are terms by
 * now. The numbers depend on the text alone, not on what the vocabulary knows. */
lede_status stems_number(build *b);

#endif
