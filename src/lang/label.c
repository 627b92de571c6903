/* SPDX-License-Identifier: MIT */
#include "lang/label.h"

#include "lang/case.h"
#include "lang/first_word.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/* With the marks on letters, as the tokenizer reads words. */
static bool is_letter(unicode_class class) {
    return class >= UC_LETTER_LOWER && class <= UC_MARK;
}

/* As the lists write labels: folded, white space runs one space, nothing but
 * letters and digits at either end. A folded code point is at most twice as
 * long as it was. Capitals are those of the pack's language. */
static size_t fold_label(const language_pack *pack, const char *text, size_t n,
                         char *key) {
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
        length += utf8_encode(case_fold(pack, code), key + length);
        kept = alnum ? length : kept;
    }
    return kept;
}

/* The first word of the folded label; 0 bytes when it begins with a digit. */
static size_t fold_first_word(const language_pack *pack, const char *text, size_t n,
                              char *key) {
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
        length += utf8_encode(case_fold(pack, utf8_next(text, &at)), key + length);
    }
    return length;
}

/* The first word tells nearly every line of a wrapped text that is no label:
 * the rest of it is folded for the others only. */
bool label_is(const language_pack *pack, pack_line_kind kind, const char *text,
              size_t n) {
    char folded[2 * LABEL_MAX], own[2 * LABEL_MAX], key[3 * LABEL_MAX];
    if (n > LABEL_MAX) {
        return false;
    }
    size_t common = fold_first_word(pack_neutral(), text, n, folded), count = 1;
    const language_pack *packs = pack != NULL ? pack : pack_list(&count);
    for (size_t i = 0; i < count && common > 0; i++) {
        const language_pack *p = &packs[i];
        bool differs = case_is_own(p);
        const char *word = differs ? own : folded;
        size_t length = differs ? fold_first_word(p, text, n, own) : common;
        if ((pack_word_flags(p, word, length) & LEDE_TERM_LABEL) != 0 &&
            pack_has_line(p, kind, key, fold_label(p, text, n, key))) {
            return true;
        }
    }
    return false;
}

bool label_begins(const language_pack *pack, pack_line_kind kind, const char *text,
                  size_t n, bool *whole) {
    char key[3 * LABEL_MAX];
    *whole = false;
    return n <= LABEL_MAX &&
           pack_has_line_from(pack, kind, key, fold_label(pack, text, n, key), whole);
}

bool label_matches(const language_pack *pack, pack_line_kind kind, const char *text,
                   size_t n) {
    bool whole = false;
    (void)label_begins(pack, kind, text, n, &whole);
    return whole;
}
