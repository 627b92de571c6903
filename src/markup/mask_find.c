/* SPDX-License-Identifier: MIT */
#include "markup/mask_parts.h"

#include <string.h>

void mask_add(mask_scan *c, uint32_t begin, uint32_t end, mask_kind kind, bool breaks) {
    mask *m = c->m;
    masked *last = m->spans.count > 0 ? &m->spans.items[m->spans.count - 1] : NULL;
    if (begin >= end || c->failed) {
        return;
    }
    if (last != NULL && last->kind == kind && last->span.end == begin &&
        kind == MASK_CODE) {
        last->span.end = end;
        return;
    }
    /* That there is room says that there are items, but not to analyzers. */
    if (!VEC_RESERVE(&m->spans, c->allocator, 1) || m->spans.items == NULL) {
        c->failed = true;
        return;
    }
    m->spans.items[m->spans.count++] = (masked){{begin, end}, (uint8_t)kind, breaks};
}

void mask_charge(mask_scan *c, uint32_t bytes) {
    c->m->vain += bytes;
}

bool mask_may_search(const mask_scan *c) {
    return c->m->vain < (uint64_t)MASK_VAIN * c->size;
}

bool mask_begins(const mask_scan *c, uint32_t at, const char *text) {
    size_t n = strlen(text);
    return at < c->size && c->size - at >= n && memcmp(c->bytes + at, text, n) == 0;
}

uint32_t mask_behind(const mask_scan *c, uint32_t at, uint32_t limit, const char *text) {
    uint32_t n = (uint32_t)strlen(text);
    while (at < limit && limit - at >= n) {
        const char *found = memchr(c->bytes + at, text[0], limit - at - n + 1);
        if (found == NULL) {
            return 0;
        }
        at = (uint32_t)(found - c->bytes);
        if (memcmp(found, text, n) == 0) {
            return at + n;
        }
        at++;
    }
    return 0;
}

uint32_t mask_find(mask_scan *c, uint32_t at, const char *text, mask_needle needle) {
    uint32_t bit = UINT32_C(1) << (unsigned)needle;
    if ((c->absent & bit) != 0) {
        return 0;
    }
    uint32_t found = mask_behind(c, at, c->size, text);
    c->absent |= found == 0 ? bit : 0;
    return found;
}

uint32_t mask_skip_blanks(const mask_scan *c, uint32_t at, uint32_t end) {
    while (at < end && mask_blank(c->bytes[at])) {
        at++;
    }
    return at;
}

uint32_t mask_trim(const mask_scan *c, uint32_t begin, uint32_t end) {
    while (end > begin && mask_blank(c->bytes[end - 1])) {
        end--;
    }
    return end;
}

bool mask_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool mask_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

uint32_t mask_name(const mask_scan *c, uint32_t at) {
    if (!mask_letter(mask_byte(c, at))) {
        return at;
    }
    while (at < c->size &&
           (mask_letter(c->bytes[at]) || mask_digit(c->bytes[at]) ||
            (c->bytes[at] != '\0' && strchr("-_.:", c->bytes[at]) != NULL))) {
        at++;
    }
    return at;
}

bool mask_same(const mask_scan *c, uint32_t at, uint32_t end, const char *text) {
    return end - at == strlen(text) && memcmp(c->bytes + at, text, end - at) == 0;
}

uint32_t mask_listed(const mask_scan *c, lede_span name, const char *const *list) {
    char first = name.begin < name.end ? c->bytes[name.begin] : '\0';
    for (uint32_t i = 0; list[i] != NULL; i++) {
        if (list[i][0] == first && mask_same(c, name.begin, name.end, list[i])) {
            return i;
        }
    }
    return LEDE_NONE;
}
