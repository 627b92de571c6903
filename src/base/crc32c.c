/* SPDX-License-Identifier: MIT */
#include "base/crc32c.h"

#include "base/lanes.h"

#define REFLECTED UINT32_C(0x82F63B78)

/* of[k][b]: what byte b does to the remainder when k bytes follow it. Made for each
 * call: as quickly as a few kilobytes are read. */
typedef struct effects {
    uint32_t of[8][256];
} effects;

static void fill_first(uint32_t of[256]) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t rest = byte;
        for (unsigned bit = 0; bit < 8; bit++) {
            rest = (rest >> 1) ^ (rest & 1 ? REFLECTED : 0);
        }
        of[byte] = rest;
    }
}

static void fill_effects(effects *e) {
    fill_first(e->of[0]);
    for (unsigned k = 1; k < 8; k++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            uint32_t before = e->of[k - 1][byte];
            e->of[k][byte] = (before >> 8) ^ e->of[0][before & 0xFF];
        }
    }
}

uint32_t crc32c_of(const char *bytes, size_t n) {
    effects e = {.of = {{0}}};
    uint32_t rest = UINT32_MAX;
    fill_effects(&e);
    for (; n >= 8; bytes += 8, n -= 8) {
        uint64_t lane = lanes_load(bytes) ^ rest;
        rest = 0;
        for (unsigned k = 0; k < 8; k++) {
            rest ^= e.of[7 - k][lane >> 8 * k & 0xFF];
        }
    }
    for (; n > 0; bytes++, n--) {
        rest = (rest >> 8) ^ e.of[0][(rest ^ (unsigned char)*bytes) & 0xFF];
    }
    return ~rest;
}
