/* SPDX-License-Identifier: MIT */
/* Places in a source one behind the other, each as few bytes as what lies between it and
 * the one before. */
#ifndef LEDE_REPEAT_SHARED_STEPS_H
#define LEDE_REPEAT_SHARED_STEPS_H

#include <lede/types.h>

#define SHARED_STEP_BYTES 20u /* at most */

/* Where a file begins. */
#define SHARED_ORIGIN ((lede_place){0, 1, 1, 1})

/* The step over n < 32 bytes of ASCII in a line. */
static inline uint8_t shared_step_ascii(uint32_t n) {
    return (uint8_t)(4 * n);
}

/* Writes the step to a place that is not before `from`; returns behind it. */
uint8_t *shared_step_write(uint8_t *to, const lede_place *from, const lede_place *place);

/* Moves *place on by a step; returns behind it. */
const uint8_t *shared_step_read(const uint8_t *from, lede_place *place);

#endif
