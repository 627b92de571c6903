/* SPDX-License-Identifier: MIT */
/* When two sentences tell much the same: how many distinct words of content they share.
 */
#ifndef LEDE_TEXT_CONTAINMENT_H
#define LEDE_TEXT_CONTAINMENT_H

#include <stdint.h>

#define CONTAINMENT_CONTENT 6u /* distinct words of content that each of the two has */
#define CONTAINMENT_SHARED 4u  /* of them in both; and at least half of the smaller's */

/* Words that two sentences must share of which the smaller has so many. */
static inline uint32_t containment_needed(uint32_t smaller) {
    uint32_t half = smaller - smaller / 2;
    return half > CONTAINMENT_SHARED ? half : CONTAINMENT_SHARED;
}

#endif
