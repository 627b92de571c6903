/* SPDX-License-Identifier: MIT */
#include "lang/keys.h"

#include "base/hash.h"
#include "unicode/utf8.h"

#include <limits.h>
#include <string.h>

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_region(const char *code, size_t n) {
    if (n == 2) {
        return code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
    }
    bool digits = n == 3;
    for (size_t i = 0; i < n; i++) {
        digits = digits && code[i] >= '0' && code[i] <= '9';
    }
    return digits;
}

bool pack_code_is_well_formed(const char *code, size_t n) {
    size_t letters = 0;
    while (letters < n && is_lower(code[letters])) {
        letters++;
    }
    if (letters != 2 && letters != 3) {
        return false;
    }
    return letters == n ||
           (code[letters] == '-' && is_region(code + letters + 1, n - letters - 1));
}

uint32_t pack_code_number(const char *code, size_t n) {
    uint32_t number = 0;
    for (size_t i = 0; i < n && n <= 3; i++) {
        number = number << 8 | (unsigned char)code[i];
    }
    return number;
}

int pack_code_shown(const char *code) {
    size_t n = utf8_valid_prefix(code, strlen(code));
    return n < INT_MAX ? (int)n : INT_MAX;
}

uint32_t pack_first_slot(const char *key, size_t n, uint32_t slot_mask) {
    return (uint32_t)hash_bytes(key, n, 0) & slot_mask;
}
