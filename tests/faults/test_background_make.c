/* SPDX-License-Identifier: MIT */
/*
 * Backgrounds are made while memory runs dry at every allocation in turn, once alone and
 * once for good, or the sink refuses any of its writes. What failed is said and done
 * again, and the file is the one that would have been made without it.
 */
#include "support/background_make.h"
#include "support/drying.h"

#define TEXTS 6

typedef struct fixture {
    lede_document *documents[TEXTS];
    text_buffer texts[TEXTS];
    text_buffer wanted;
} fixture;

/* Enough for the table to grow on the way. */
static int open_fixture(void **state) {
    static fixture f;
    for (size_t i = 0; i < TEXTS; i++) {
        f.texts[i] = text_article(i);
        f.documents[i] = open_bytes(f.texts[i].bytes, f.texts[i].n);
    }
    f.wanted = background_of(f.documents, TEXTS, NULL);
    *state = &f;
    return 0;
}

static int close_fixture(void **state) {
    fixture *f = *state;
    for (size_t i = 0; i < TEXTS; i++) {
        lede_document_free(f->documents[i]);
        text_free(&f->texts[i]);
    }
    text_free(&f->wanted);
    return 0;
}

/* ---- Memory ----------------------------------------------------------------------- */

static lede_background_options with(const drying *memory) {
    lede_background_options o = LEDE_BACKGROUND_OPTIONS_INIT;
    o.allocator = &memory->allocator;
    return o;
}

static void add_all(lede_background_builder *b, const fixture *f, drying *memory) {
    lede_error error;
    for (size_t i = 0; i < TEXTS; i++) {
        lede_background_facts before = lede_background_builder_measure(b);
        if (lede_background_builder_add(b, f->documents[i], &error) != LEDE_OK) {
            assert_int_equal(error.status, LEDE_NO_MEMORY);
            lede_background_facts after = lede_background_builder_measure(b);
            assert_memory_equal(&after, &before, sizeof after);
            memory->below.fail_at = NEVER;
            background_count(b, f->documents[i]);
        }
    }
}

static void write_all(const lede_background_builder *b, const fixture *f,
                      drying *memory) {
    text_buffer t = {0};
    lede_error error;
    if (lede_background_builder_write(b, background_into(&t), &error) != LEDE_OK) {
        assert_int_equal(error.status, LEDE_NO_MEMORY);
        assert_int_equal(t.n, 0);
        memory->below.fail_at = NEVER;
        assert_int_equal(lede_background_builder_write(b, background_into(&t), NULL),
                         LEDE_OK);
    }
    background_expect_same(&t, &f->wanted);
    text_free(&t);
}

/* False: no call was refused any more. */
static bool build_while_dry(const fixture *f, size_t fail_at, bool for_good) {
    drying memory;
    drying_init(&memory, fail_at, for_good);
    lede_background_options o = with(&memory);
    lede_background_builder *b = NULL;
    lede_error error;
    if (lede_background_builder_create(&o, &b, &error) != LEDE_OK) {
        assert_int_equal(error.status, LEDE_NO_MEMORY);
        assert_null(b);
        drying_expect_balance(&memory);
        memory.below.fail_at = NEVER;
        b = background_builder_of(&o);
    }
    add_all(b, f, &memory);
    write_all(b, f, &memory);
    lede_background_builder_free(b);
    drying_expect_balance(&memory);
    return memory.below.fail_at == NEVER;
}

static void building(void **state) {
    size_t calls = 1;
    for (int for_good = 0; for_good < 2; for_good++) {
        for (calls = 1; build_while_dry(*state, calls, for_good != 0); calls++) {
        }
        assert_in_range(calls, 20, 200);
    }
}

/* The files of half of the documents each. */
static void open_halves(const fixture *f, text_buffer files[2],
                        lede_background *list[2]) {
    for (size_t i = 0; i < 2; i++) {
        files[i] = background_of(f->documents + i * TEXTS / 2, TEXTS / 2, NULL);
        list[i] = background_opened(&files[i]);
    }
}

static void close_halves(text_buffer files[2], lede_background *list[2]) {
    for (size_t i = 0; i < 2; i++) {
        lede_background_free(list[i]);
        text_free(&files[i]);
    }
}

static void merging(void **state) {
    const fixture *f = *state;
    text_buffer files[2];
    lede_background *list[2];
    lede_error error;
    size_t calls = 1;
    open_halves(f, files, list);
    for (bool done = false; !done; calls++) {
        text_buffer t = {0};
        drying memory;
        drying_init(&memory, calls, calls % 2 == 0);
        lede_background_options o = with(&memory);
        done = lede_background_merge((const lede_background *const *)list, 2, &o,
                                     background_into(&t), &error) == LEDE_OK;
        if (done) {
            background_expect_same(&t, &f->wanted);
        } else {
            assert_int_equal(error.status, LEDE_NO_MEMORY);
            assert_int_equal(t.n, 0);
        }
        drying_expect_balance(&memory);
        text_free(&t);
    }
    assert_in_range(calls, 5, 30);
    close_halves(files, list);
}

/* ---- Sinks ------------------------------------------------------------------------ */

typedef struct refusing {
    size_t calls;
    size_t refuse_at;
} refusing;

static int refuse(void *ctx, const char *bytes, size_t n) {
    refusing *r = ctx;
    assert_true(r->calls < r->refuse_at); /* it is left alone once it has refused */
    return ++r->calls == r->refuse_at;
}

static void refused_file(void **state) {
    const fixture *f = *state;
    lede_background_builder *b = background_builder_of(NULL);
    text_buffer files[2];
    lede_background *list[2];
    lede_error error;
    for (size_t i = 0; i < TEXTS; i++) {
        background_count(b, f->documents[i]);
    }
    open_halves(f, files, list);
    size_t writes = f->wanted.n / 4096 + 1;
    assert_in_range(writes, 3, 50);
    for (size_t at = 1; at <= writes; at++) {
        refusing r = {0, at};
        lede_sink sink = {refuse, &r};
        assert_int_equal(lede_background_builder_write(b, sink, &error),
                         LEDE_WRITE_FAILED);
        assert_int_equal(error.status, LEDE_WRITE_FAILED);
        assert_int_equal(r.calls, at);
        r.calls = 0;
        assert_int_equal(lede_background_merge((const lede_background *const *)list, 2,
                                               NULL, sink, &error),
                         LEDE_WRITE_FAILED);
        assert_int_equal(error.status, LEDE_WRITE_FAILED);
        assert_int_equal(r.calls, at);
    }
    text_buffer t = background_written(b); /* nothing of that is left */
    background_expect_same(&t, &f->wanted);
    text_free(&t);
    close_halves(files, list);
    lede_background_builder_free(b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(building),
        cmocka_unit_test(merging),
        cmocka_unit_test(refused_file),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
