/* SPDX-License-Identifier: MIT */
#include "fuzz/reference.h"

/* How long the sequence is that a lead byte promises; 0: none. */
static unsigned promised(unsigned char lead) {
    static const unsigned lengths[16] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2, 3, 4};
    return lead > 0xF7 ? 0 : lengths[lead >> 4];
}

static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
static const uint32_t most[] = {0, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF};

/* Is there a scalar value between these two whose sequence has `length` bytes? */
static bool holds_scalar(uint32_t low, uint32_t high, unsigned length) {
    low = low < least[length] ? least[length] : low;
    high = high > most[length] ? most[length] : high;
    bool surrogates = low >= 0xD800 && high <= 0xDFFF;
    return low <= high && !surrogates;
}

/* The value of k bytes, when some good sequence begins with them. */
static bool begins_good(const char *bytes, unsigned k, unsigned length, uint32_t *value) {
    static const unsigned masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    *value = (unsigned char)bytes[0] & masks[length];
    for (unsigned i = 1; i < k; i++) {
        if (((unsigned char)bytes[i] & 0xC0u) != 0x80u) {
            return false;
        }
        *value = *value << 6 | ((unsigned char)bytes[i] & 0x3Fu);
    }
    unsigned open = 6 * (length - k);
    return holds_scalar(*value << open, (*value + 1) * (1u << open) - 1, length);
}

reference_point reference_decode(const char *bytes, size_t n) {
    unsigned length = promised((unsigned char)bytes[0]), k = 0;
    reference_point point = {0xFFFD, 1, true};
    while (length > 0 && k < length && k < n &&
           begins_good(bytes, k + 1, length, &point.code)) {
        k++;
    }
    point.bytes = k > 0 ? k : 1;
    point.bad = length == 0 || k < length;
    point.code = point.bad ? 0xFFFD : point.code;
    return point;
}

bool reference_is_utf8(const char *bytes, size_t n) {
    for (size_t at = 0; at < n;) {
        reference_point point = reference_decode(bytes + at, n - at);
        if (point.bad) {
            return false;
        }
        at += point.bytes;
    }
    return true;
}

/* White_Space=Yes of the Unicode Character Database. */
bool reference_is_space(uint32_t code) {
    switch (code) {
    case 0x20:
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
        return true;
    default:
        return (code >= 0x09 && code <= 0x0D) || (code >= 0x2000 && code <= 0x200A);
    }
}

bool reference_is_blank(const char *bytes, size_t n) {
    for (size_t at = 0; at < n;) {
        reference_point point = reference_decode(bytes + at, n - at);
        if (point.bad || !reference_is_space(point.code)) {
            return false;
        }
        at += point.bytes;
    }
    return true;
}
