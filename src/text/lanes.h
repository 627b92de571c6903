/* SPDX-License-Identifier: MIT */
/* Keys of words as eight bytes at a time. */
#ifndef LEDE_TEXT_LANES_H
#define LEDE_TEXT_LANES_H

#include "base/ascii_lanes.h"

/* A key of at most 16 bytes as two zero-padded lanes, first byte lowest:
 * compared without a look at the key itself. */
typedef struct key_lanes {
    uint64_t low;
    uint64_t high;
} key_lanes;

#define LANES_BYTES 16u

/* In the lanes of a key of more than LANES_BYTES: low is its hash, high is
 * this, which no UTF-8 text can hold. */
#define LANES_LONG UINT64_MAX

static inline key_lanes lanes_of_key(const char *key, uint32_t n) {
    key_lanes lanes = {lanes_front(key, n), n > 8 ? lanes_front(key + 8, n - 8) : 0};
    return lanes;
}

#endif
