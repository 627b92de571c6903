/* SPDX-License-Identifier: MIT */
#include "lang/label.h"

#include "unicode/tables.h"
#include "unicode/utf8.h"

/* With the marks on letters, as the tokenizer reads words. */
static bool is_letter(unicode_class class) {
    return class >= UC_LETTER_LOWER && class <= UC_MARK;
}

/* As the lists write labels: folded, white space runs one space, nothing but
 * letters and digits at either end. A folded code point is at most twice as
 * long as it was. */
static size_t fold_label(const char *text, size_t n, char *key) {
    size_t length = 0, kept = 0;
    bool space = false;
    for (size_t at = 0; at < n;) {
        uint32_t code = utf8_next(text, &at);
        unicode_class class = tables_class_of(code);
        if (class == UC_SPACE || class == UC_LINE_END) {
            space = length > 0;
            continue;
        }
        bool alnum = is_letter(class) || class == UC_DIGIT;
        if (length == 0 && !alnum) {
            continue;
        }
        if (space) {
            key[length++] = ' ';
            space = false;
        }
        length += utf8_encode(tables_fold(code), key + length);
        kept = alnum ? length : kept;
    }
    return kept;
}

static size_t first_word(const char *key, size_t n) {
    size_t end = 0;
    for (size_t at = 0; at < n; end = at) {
        if (!is_letter(tables_class_of(utf8_next(key, &at)))) {
            break;
        }
    }
    return end;
}

/* The first word tells nearly every line that is no label. */
static bool has_label(const language_pack *pack, pack_line_kind kind, const char *key,
                      size_t n) {
    size_t word = first_word(key, n);
    return (pack_word_flags(pack, key, word) & LEDE_TERM_LABEL) != 0 &&
           pack_has_line(pack, kind, key, n);
}

bool label_is(const language_pack *pack, pack_line_kind kind, const char *text,
              size_t n) {
    char key[3 * LABEL_MAX];
    if (n == 0 || n > LABEL_MAX) {
        return false;
    }
    size_t length = fold_label(text, n, key), count = 1;
    const language_pack *packs = pack != NULL ? pack : pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        if (length > 0 && has_label(&packs[i], kind, key, length)) {
            return true;
        }
    }
    return false;
}
