/* SPDX-License-Identifier: MIT */
#include "markup/white.h"

#include "unicode/properties.h"
#include "unicode/utf8.h"

bool white_is(uint32_t code) {
    unicode_class class = unicode_class_of(code);
    return class == UC_SPACE || class == UC_LINE_END;
}

uint32_t white_skip(const char *bytes, uint32_t at, uint32_t end) {
    while (at < end) {
        unsigned char c = (unsigned char)bytes[at];
        if (c < 0x80) {
            if (c != ' ' && (c < '\t' || c > '\r')) {
                return at;
            }
            at++;
            continue;
        }
        utf8_point p = utf8_decode(bytes + at, end - at);
        if (!white_is(p.code)) {
            return at;
        }
        at += p.bytes;
    }
    return at;
}

uint32_t white_trim(const char *text, uint32_t begin, uint32_t end) {
    size_t at = end;
    while (at > begin) {
        size_t before = at;
        if (!white_is(utf8_previous(text, &before))) {
            break;
        }
        at = before;
    }
    return (uint32_t)at;
}
