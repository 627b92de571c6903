/* SPDX-License-Identifier: MIT */
/* Every byte of a background file is checked when it is opened, so that look-ups need
 * not. */
#ifndef LEDE_TEXT_BACKGROUND_CHECK_H
#define LEDE_TEXT_BACKGROUND_CHECK_H

#include "base/error.h"
#include "text/background.h"

typedef struct background_checker {
    lede_background *b;
    const char *bytes;
    size_t n;
    size_t at;  /* the next byte of the words */
    size_t end; /* of the words; the index begins there */
    lede_error *error;
    uint64_t sum;  /* of the occurrences so far */
    size_t length; /* of the word before */
    char word[BACKGROUND_KEY_MAX];
} background_checker;

static inline lede_status background_at(lede_error *error, uint64_t offset,
                                        lede_status status) {
    error_place(error, offset, 0, 0);
    return status;
}

/* LEDE_BAD_DATA with a format and its arguments, and the byte that is wrong. */
#define REFUSE(c, offset, ...)                                                           \
    background_at((c)->error, (offset), error_set((c)->error, LEDE_BAD_DATA, __VA_ARGS__))

/* The words of a file whose head is sound, and the index. */
lede_status background_check_words(background_checker *c);

#endif
