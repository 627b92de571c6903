/* SPDX-License-Identifier: MIT */
#include "markup/entities.h"

#include "unicode/utf8.h"

#include "markup/entities_table.inc"

#include <string.h>

#define DECIMAL_DIGITS 7u
#define HEXADECIMAL_DIGITS 6u

_Static_assert(ENTITY_NAME_MAX + 2 == ENTITY_BYTES, "a name is longer than ENTITY_BYTES");

/* Of a digit of base 10 or 16; UINT32_MAX if it is none. */
static uint32_t digit_value(char c, uint32_t base) {
    if (c >= '0' && c <= '9') {
        return (uint32_t)(c - '0');
    }
    char lower = (char)(c | 0x20);
    return base == 16 && lower >= 'a' && lower <= 'f' ? (uint32_t)(lower - 'a') + 10
                                                      : UINT32_MAX;
}

static size_t decode_number(const char *digits, size_t n, uint32_t base, char *out) {
    uint32_t code = 0;
    if (n == 0 || n > (base == 16 ? HEXADECIMAL_DIGITS : DECIMAL_DIGITS)) {
        return 0;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t value = digit_value(digits[i], base);
        if (value == UINT32_MAX) {
            return 0;
        }
        code = code * base + value;
    }
    bool scalar = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return utf8_encode(scalar ? code : UTF8_REPLACEMENT, out);
}

/* Below, at or above 0 as name[0..n) stands before, at or behind the i-th of the table.
 */
static int compare_name(const char *name, size_t n, size_t i) {
    size_t size = (size_t)entity_names_at[i + 1] - entity_names_at[i];
    int order = memcmp(name, entity_names + entity_names_at[i], n < size ? n : size);
    return order != 0 ? order : (n > size) - (n < size);
}

static size_t decode_name(const char *name, size_t n, char *out) {
    size_t low = 0, high = n <= ENTITY_NAME_MAX ? ENTITY_COUNT : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_name(name, n, middle);
        if (order == 0) {
            size_t at = entity_values_at[middle];
            size_t size = entity_values_at[middle + 1] - at;
            memcpy(out, entity_values + at, size);
            return size;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return 0;
}

size_t entity_decode(const char *entity, size_t n, char out[ENTITY_TEXT]) {
    if (n < 3 || entity[0] != '&' || entity[n - 1] != ';') {
        return 0;
    }
    const char *inside = entity + 1;
    size_t size = n - 2;
    if (inside[0] != '#') {
        return decode_name(inside, size, out);
    }
    bool hexadecimal = size > 1 && (inside[1] == 'x' || inside[1] == 'X');
    size_t skip = hexadecimal ? 2 : 1;
    return decode_number(inside + skip, size - skip, hexadecimal ? 16 : 10, out);
}
