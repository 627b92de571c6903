/* SPDX-License-Identifier: MIT */
#include "lang/label.h"

#include "lang/first_word.h"
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

/* The first word of the folded label; 0 bytes when it begins with a digit. */
static size_t fold_first_word(const char *text, size_t n, char *key) {
    size_t begin = 0, next = 0, length = 0;
    while (begin < n) {
        unicode_class class = tables_class_of(utf8_next(text, &next));
        if (is_letter(class) || class == UC_DIGIT) {
            break;
        }
        begin = next;
    }
    size_t end = begin + first_word_length(text + begin, n - begin);
    for (size_t at = begin; at < end;) {
        length += utf8_encode(tables_fold(utf8_next(text, &at)), key + length);
    }
    return length;
}

/* The first word tells nearly every line of a wrapped text that is no label:
 * the rest of it is folded for the others only. */
bool label_is(const language_pack *pack, pack_line_kind kind, const char *text,
              size_t n) {
    char word[2 * LABEL_MAX], key[3 * LABEL_MAX];
    if (n > LABEL_MAX) {
        return false;
    }
    size_t length = fold_first_word(text, n, word), count = 1;
    const language_pack *packs = pack != NULL ? pack : pack_list(&count);
    for (size_t i = 0; i < count && length > 0; i++) {
        if ((pack_word_flags(&packs[i], word, length) & LEDE_TERM_LABEL) != 0 &&
            pack_has_line(&packs[i], kind, key, fold_label(text, n, key))) {
            return true;
        }
    }
    return false;
}
