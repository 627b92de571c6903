/* SPDX-License-Identifier: MIT */
#include "text/elision.h"

#include <string.h>

#define ABBREVIATIONS                                                                    \
    (LEDE_TERM_TITLE | LEDE_TERM_NUMBERED | LEDE_TERM_CALENDAR |                         \
     LEDE_TERM_ORGANISATION | LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR |                  \
     LEDE_TERM_CLOSING)

/* Keys have one kind of apostrophe. */
size_t elision_length(const char *key, size_t n) {
    const char *mark = n > 0 ? memchr(key, '\'', n) : NULL;
    return mark != NULL ? (size_t)(mark - key) + 1 : 0;
}

uint32_t elision_flags(const language_pack *pack, const char *key, size_t n) {
    uint32_t flags = pack_word_flags(pack, key, n);
    size_t elided = elision_length(key, n);
    if (elided <= 1 || elided == n) {
        return flags;
    }
    uint32_t first = pack_word_flags(pack, key, elided - 1);
    if ((first & LEDE_TERM_ELISION) == 0) {
        return flags;
    }
    uint32_t rest = pack_word_flags(pack, key + elided, n - elided);
    /* The capital that some classes ask for stands inside such a word. */
    uint32_t classes = (rest & LEDE_TERM_CAPITAL) == 0 ? rest & ABBREVIATIONS : 0;
    return flags | LEDE_TERM_ELIDED | (rest & LEDE_TERM_STOP) | classes |
           ((first | rest) & LEDE_TERM_STARTER);
}
