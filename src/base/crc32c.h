/* SPDX-License-Identifier: MIT */
/*
 * CRC-32C: tells bytes that were damaged on the way. Whatever changes within four
 * bytes in a row is found for certain, anything else but for one chance in 2^32. No
 * protection against intent.
 */
#ifndef LEDE_BASE_CRC32C_H
#define LEDE_BASE_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/* Polynomial 0x1EDC6F41, reflected; begins with all ones, all bits inverted at the end
 * (Castagnoli and others 1993; as in RFC 3720): "123456789" has 0xE3069283. */
uint32_t crc32c_of(const char *bytes, size_t n);

/* The same of bytes that come in pieces. */
typedef struct crc32c {
    uint32_t rest;       /* of what was added so far */
    uint32_t of[8][256]; /* of[k][b]: what byte b does to it when k bytes follow */
} crc32c;

void crc32c_init(crc32c *c);
void crc32c_add(crc32c *c, const char *bytes, size_t n);
uint32_t crc32c_value(const crc32c *c);

#endif
