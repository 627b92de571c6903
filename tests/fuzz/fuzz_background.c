/* SPDX-License-Identifier: MIT */
/* A background file. First byte: are the checksums, and the parts of the head that
 * have one value only, made right, so that what lies behind them is reached? */
#include "fuzz/oracle.h"
#include "support/background_writer.h"

#include <math.h>

static void mend(text_buffer *t) {
    text_buffer sound = {0};
    background_begin(&sound);
    memcpy(t->bytes, sound.bytes, BACKGROUND_AT_LANGUAGE);
    background_seal(t);
    text_free(&sound);
}

static void check_word(const lede_background *b, const background_entry *word) {
    uint64_t documents = 0, occurrences = 0;
    ORACLE(background_find(b, word->key, word->n, &documents, &occurrences));
    ORACLE(documents == word->documents && occurrences == word->occurrences);
    ORACLE(documents > 0 && documents <= occurrences);
    ORACLE(isfinite(background_keyness(b, word->key, word->n, documents, occurrences)));
    (void)background_find(b, word->key, word->n - 1, &documents, &occurrences);
}

/* There is one way to write what it holds. */
static void check_accepted(const lede_background *b, const text_buffer *t) {
    background_list list = background_list_of(t);
    for (size_t i = 0; i < list.count; i++) {
        check_word(b, &list.items[i]);
        ORACLE(i == 0 || background_compare(list.items[i - 1].key, list.items[i - 1].n,
                                            list.items[i].key, list.items[i].n) < 0);
    }
    text_buffer again = background_write_again(t, &list);
    ORACLE(again.n == t->n && memcmp(again.bytes, t->bytes, t->n) == 0);
    text_free(&again);
    background_list_free(&list);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    oracle_input in = {(const char *)bytes, n};
    bool mended = oracle_take(&in, 2) != 0;
    text_buffer t = {0};
    text_add(&t, in.bytes, in.n);
    text_fit(&t);
    if (mended && t.n >= BACKGROUND_HEAD) {
        mend(&t);
    }
    lede_background b;
    lede_error error;
    uint64_t documents = 0, occurrences = 0;
    if (background_open(&b, t.bytes, t.n, &error) == LEDE_OK) {
        check_accepted(&b, &t);
        (void)background_find(&b, in.bytes, in.n, &documents, &occurrences);
    } else {
        ORACLE(error.status == LEDE_BAD_DATA && error.text[0] != '\0');
        ORACLE(error.offset <= t.n);
    }
    text_free(&t);
    return 0;
}
