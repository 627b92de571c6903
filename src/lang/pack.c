/* SPDX-License-Identifier: MIT */
#include "lang/pack.h"

#include "base/hash.h"

#include <string.h>

static const uint16_t no_slots[1] = {0};

static const language_pack neutral = {
    .info = {"und", "undetermined", NULL, 0, 0, 0}, .strings = "", .slots = no_slots};

const language_pack *pack_neutral(void) {
    return &neutral;
}

const language_pack *pack_find(const char *code, size_t n) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    const char *region = memchr(code, '-', n);
    size_t length = region != NULL ? (size_t)(region - code) : n;
    uint32_t number = pack_code_number(code, length);
    for (size_t i = 0; i < count; i++) {
        if (strlen(packs[i].info.code) == length &&
            memcmp(packs[i].info.code, code, length) == 0) {
            return &packs[i];
        }
        for (size_t k = 0; k < PACK_CODES; k++) {
            if (number != 0 && packs[i].codes.also[k] == number) {
                return &packs[i];
            }
        }
    }
    return NULL;
}

static int compare(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t n = a_length < b_length ? a_length : b_length;
    int order = memcmp(a, b, n);
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

uint32_t pack_word_flags(const language_pack *pack, const char *key, size_t n) {
    return pack_hashed_word_flags(pack, key, n, hash_bytes(key, n, 0));
}

uint32_t pack_hashed_word_flags(const language_pack *pack, const char *key, size_t n,
                                uint64_t hash) {
    uint32_t s = (uint32_t)hash & pack->slot_mask;
    for (; pack->slots[s] != 0; s = (s + 1) & pack->slot_mask) {
        const pack_word *w = &pack->words[pack->slots[s] - 1];
        if (w->length == n && memcmp(pack->strings + w->key, key, n) == 0) {
            return w->flags;
        }
    }
    return 0;
}

/* The first line that does not stand before the key; the number of lines: none. */
static size_t first_from(const language_pack *pack, const char *key, size_t n) {
    size_t low = 0, high = pack->line_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const pack_line *line = &pack->lines[middle];
        if (compare(pack->strings + line->key, line->length, key, n) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool begins_with(const language_pack *pack, size_t line, const char *key,
                        size_t n) {
    if (line >= pack->line_count) { /* without lines there is no array either */
        return false;
    }
    const pack_line *l = &pack->lines[line];
    return l->length >= n && memcmp(pack->strings + l->key, key, n) == 0;
}

bool pack_has_line_from(const language_pack *pack, pack_line_kind kind, const char *key,
                        size_t n, bool *whole) {
    size_t line = first_from(pack, key, n);
    while (begins_with(pack, line, key, n) && pack->lines[line].kind != (uint16_t)kind) {
        line++;
    }
    bool begins = begins_with(pack, line, key, n);
    *whole = begins && pack->lines[line].length == n;
    return begins;
}

uint32_t pack_kinds_from(const language_pack *pack, const char *key, size_t n,
                         uint32_t *whole) {
    uint32_t kinds = 0;
    *whole = 0;
    for (size_t line = first_from(pack, key, n); begins_with(pack, line, key, n);
         line++) {
        uint32_t kind = 1u << pack->lines[line].kind;
        kinds |= kind;
        *whole |= pack->lines[line].length == n ? kind : 0;
    }
    return kinds;
}

bool pack_has_line(const language_pack *pack, pack_line_kind kind, const char *key,
                   size_t n) {
    size_t line = first_from(pack, key, n);
    while (begins_with(pack, line, key, n) && pack->lines[line].length == n) {
        if (pack->lines[line++].kind == (uint16_t)kind) {
            return true;
        }
    }
    return false;
}

bool pack_any_date_label(const char *key, size_t n) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        if (pack_has_line(&packs[i], PACK_LINE_DATE, key, n)) {
            return true;
        }
    }
    return false;
}
