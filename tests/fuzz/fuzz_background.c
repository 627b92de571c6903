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

static int take(void *ctx, const char *bytes, size_t n) {
    text_add(ctx, bytes, n);
    return 0;
}

/* Twice what t has, if a file can: all sums are those of the head. */
static text_buffer doubled(const text_buffer *t) {
    background_list list = background_list_of(t);
    for (size_t i = 0; i < list.count; i++) {
        list.items[i].documents *= 2;
        list.items[i].occurrences *= 2;
    }
    text_buffer twice = background_write_again(t, &list);
    for (size_t at = BACKGROUND_AT_DOCUMENTS; at <= BACKGROUND_AT_TOKENS; at += 8) {
        background_set_u64(&twice, at, 2 * background_u64(t->bytes + at));
    }
    background_list_free(&list);
    return twice;
}

/* Alone it is as it was; with itself it has all counts twice. */
static void check_merged(const lede_background *b, const text_buffer *t) {
    const lede_background *list[] = {b, b};
    const lede_background_facts *f = &b->facts;
    text_buffer same = {0}, sum = {0};
    lede_status status =
        lede_background_merge(list, 1, NULL, (lede_sink){take, &same}, NULL);
    if (f->least_documents > 1) {
        ORACLE(status == LEDE_INVALID_ARGUMENT && same.n == 0);
        return;
    }
    ORACLE(status == LEDE_OK && same.n == t->n);
    ORACLE(memcmp(same.bytes, t->bytes, t->n) == 0);
    status = lede_background_merge(list, 2, NULL, (lede_sink){take, &sum}, NULL);
    if (f->documents > UINT64_MAX / 2 || f->tokens > UINT64_MAX / 2) {
        ORACLE(status == LEDE_TOO_LARGE && sum.n == 0);
    } else {
        text_buffer wanted = doubled(t);
        ORACLE(status == LEDE_OK && sum.n == wanted.n);
        ORACLE(memcmp(sum.bytes, wanted.bytes, sum.n) == 0);
        text_free(&wanted);
    }
    text_free(&same);
    text_free(&sum);
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
        check_merged(&b, &t);
        (void)background_find(&b, in.bytes, in.n, &documents, &occurrences);
    } else {
        ORACLE(error.status == LEDE_BAD_DATA && error.text[0] != '\0');
        ORACLE(error.offset <= t.n);
    }
    text_free(&t);
    return 0;
}
