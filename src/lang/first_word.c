/* SPDX-License-Identifier: MIT */
#include "lang/first_word.h"

#include "unicode/properties.h"
#include "unicode/utf8.h"

size_t first_word_length(const char *text, size_t n) {
    size_t end = 0;
    for (size_t at = 0; at < n; end = at) {
        uint32_t code = utf8_next(text, &at);
        unicode_class class = unicode_class_of(code);
        bool unspaced = class == UC_LETTER && unicode_word_break(code) == WB_OTHER;
        if (class < UC_LETTER_LOWER || class > UC_MARK || (unspaced && end > 0)) {
            return end;
        }
        if (unspaced) {
            return at;
        }
    }
    return end;
}
