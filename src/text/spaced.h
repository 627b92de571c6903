/* SPDX-License-Identifier: MIT */
/* Abbreviations of several parts that a text writes with spaces: "z. B.", "и т. д.".
 * The lists have them once, without: "z.b". */
#ifndef LEDE_TEXT_SPACED_H
#define LEDE_TEXT_SPACED_H

#include "text/boundary.h"

/* Classes of the abbreviation that b->before is the last part of; 0: none. */
uint32_t spaced_classes(const boundary *b);

/* Is b->before a part of one that goes on behind its stop? */
bool spaced_goes_on(const boundary *b);

#endif
