/* SPDX-License-Identifier: MIT */
#include "base/crc32c.h"

#include "base/lanes.h"

#define REFLECTED UINT32_C(0x82F63B78)

static void fill_first(uint32_t of[256]) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t rest = byte;
        for (unsigned bit = 0; bit < 8; bit++) {
            rest = (rest >> 1) ^ (rest & 1 ? REFLECTED : 0);
        }
        of[byte] = rest;
    }
}

/* Made anew each time: as quickly as a few kilobytes are read. */
void crc32c_init(crc32c *c) {
    c->rest = UINT32_MAX;
    fill_first(c->of[0]);
    for (unsigned k = 1; k < 8; k++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            uint32_t before = c->of[k - 1][byte];
            c->of[k][byte] = (before >> 8) ^ c->of[0][before & 0xFF];
        }
    }
}

void crc32c_add(crc32c *c, const char *bytes, size_t n) {
    uint32_t rest = c->rest;
    for (; n >= 8; bytes += 8, n -= 8) {
        uint64_t lane = lanes_load(bytes) ^ rest;
        rest = 0;
        for (unsigned k = 0; k < 8; k++) {
            rest ^= c->of[7 - k][lane >> 8 * k & 0xFF];
        }
    }
    for (; n > 0; bytes++, n--) {
        rest = (rest >> 8) ^ c->of[0][(rest ^ (unsigned char)*bytes) & 0xFF];
    }
    c->rest = rest;
}

uint32_t crc32c_value(const crc32c *c) {
    return ~c->rest;
}

uint32_t crc32c_of(const char *bytes, size_t n) {
    crc32c c;
    crc32c_init(&c);
    crc32c_add(&c, bytes, n);
    return crc32c_value(&c);
}
