/* SPDX-License-Identifier: MIT */
/* Background files that the library makes: of texts, of word lists, of other files. */
#ifndef LEDE_TESTS_SUPPORT_BACKGROUND_MAKE_H
#define LEDE_TESTS_SUPPORT_BACKGROUND_MAKE_H

#include "support/open.h"
#include "support/texts.h"
#include "text/background_write.h"

static inline int background_take(void *ctx, const char *bytes, size_t n) {
    text_add(ctx, bytes, n);
    return 0;
}

static inline lede_sink background_into(text_buffer *t) {
    return (lede_sink){background_take, t};
}

/* ---- Of documents ----------------------------------------------------------------- */

static inline lede_background_builder *
background_builder_of(const lede_background_options *o) {
    lede_background_builder *b = NULL;
    lede_error error;
    assert_int_equal(lede_background_builder_create(o, &b, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    assert_non_null(b);
    return b;
}

static inline void background_count(lede_background_builder *b, const lede_document *d) {
    lede_error error;
    assert_int_equal(lede_background_builder_add(b, d, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
}

/* What is written again is the same. */
static inline text_buffer background_written(const lede_background_builder *b) {
    text_buffer t = {0}, again = {0};
    lede_error error;
    assert_int_equal(lede_background_builder_write(b, background_into(&t), &error),
                     LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    assert_int_equal(lede_background_builder_write(b, background_into(&again), NULL),
                     LEDE_OK);
    assert_int_equal(t.n, again.n);
    assert_memory_equal(t.bytes, again.bytes, t.n);
    text_free(&again);
    text_fit(&t);
    return t;
}

/* Adds the documents and ends the builder. */
static inline text_buffer background_of(lede_document *const *documents, size_t count,
                                        const lede_background_options *o) {
    lede_background_builder *b = background_builder_of(o);
    for (size_t i = 0; i < count; i++) {
        background_count(b, documents[i]);
    }
    text_buffer t = background_written(b);
    lede_background_builder_free(b);
    return t;
}

/* ---- Of other files --------------------------------------------------------------- */

#define BACKGROUND_FILES 32

static inline lede_background *background_opened(const text_buffer *t) {
    lede_background *b = NULL;
    lede_error error;
    lede_status status = lede_background_create(t->bytes, t->n, NULL, &b, &error);
    if (status != LEDE_OK) {
        print_error("%s (at %llu)\n", error.text, (unsigned long long)error.offset);
    }
    assert_int_equal(status, LEDE_OK);
    return b;
}

/* The status of a merge of files, which are all sound. */
static inline lede_status background_merge_into(text_buffer *out,
                                                const text_buffer *files, size_t count,
                                                const lede_background_options *o,
                                                lede_error *error) {
    lede_background *list[BACKGROUND_FILES];
    assert_true(count <= BACKGROUND_FILES);
    for (size_t i = 0; i < count; i++) {
        list[i] = background_opened(&files[i]);
    }
    lede_status status = lede_background_merge((const lede_background *const *)list,
                                               count, o, background_into(out), error);
    for (size_t i = 0; i < count; i++) {
        lede_background_free(list[i]);
    }
    return status;
}

static inline text_buffer background_merged(const text_buffer *files, size_t count) {
    text_buffer t = {0};
    lede_error error;
    assert_int_equal(background_merge_into(&t, files, count, NULL, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    text_fit(&t);
    return t;
}

static inline void background_expect_same(const text_buffer *t,
                                          const text_buffer *wanted) {
    assert_int_equal(t->n, wanted->n);
    assert_memory_equal(t->bytes, wanted->bytes, t->n);
}

/* ---- Of word lists ---------------------------------------------------------------- */

/* Gives the words of an array as often as it is asked. */
typedef struct background_array {
    const background_word *items;
    size_t count;
    size_t at;
    unsigned begun;
} background_array;

static inline void background_array_begin(void *ctx) {
    background_array *a = ctx;
    a->at = 0;
    a->begun++;
}

static inline bool background_array_next(void *ctx, background_word *word) {
    background_array *a = ctx;
    if (a->at == a->count) {
        return false;
    }
    *word = a->items[a->at++];
    return true;
}

#endif
