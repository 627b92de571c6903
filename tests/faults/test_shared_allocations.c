/* SPDX-License-Identifier: MIT */
/*
 * Every allocation of what files share in turn gets no memory: once alone, and once with
 * all that follow. That is said, nothing stays behind, and when it is tried again the
 * same comes out as if nothing had happened.
 */
#include "unit/repeat/shared_support.h"

#define FILES 6u

typedef struct task {
    lede_document *documents[FILES];
    uint64_t max_bytes;
    uint32_t min_words;
    listed wanted;
    lede_shared *s; /* whose list that is */
} task;

static lede_shared *open_task(const task *t, drying *memory) {
    lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
    lede_shared *s = NULL;
    o.max_bytes = t->max_bytes;
    o.min_words = t->min_words;
    o.allocator = &memory->allocator;
    lede_status status = lede_shared_create(&o, &s, NULL);
    assert_int_equal(status, s != NULL ? LEDE_OK : LEDE_NO_MEMORY);
    return s;
}

/* Tries once more where it failed. False: that failed too. */
static bool try_twice(lede_shared *s, const lede_document *d, drying *memory) {
    lede_error error;
    lede_shared_facts before = lede_shared_measure(s);
    lede_status status =
        d != NULL ? lede_shared_add(s, d, &error) : lede_shared_list(s, &error);
    assert_int_equal(error.status, status);
    if (status == LEDE_OK) {
        return true;
    }
    assert_int_equal(status, LEDE_NO_MEMORY);
    assert_string_equal(error.text, "out of memory");
    lede_shared_facts after = lede_shared_measure(s);
    assert_int_equal(after.files, before.files);
    assert_int_equal(after.passages, before.passages);
    assert_int_equal(after.first_compared, before.first_compared);
    assert_int_equal(after.capped, before.capped);
    memory->below.fail_at = NEVER;
    return (d != NULL ? lede_shared_add(s, d, NULL) : lede_shared_list(s, NULL)) ==
           LEDE_OK;
}

static void expect_same(const listed *l, const listed *wanted) {
    assert_int_equal(l->count, wanted->count);
    assert_int_equal(l->place_count, wanted->place_count);
    assert_memory_equal(l->places, wanted->places, l->place_count * sizeof *l->places);
    for (size_t i = 0; i < l->count; i++) {
        const lede_shared_passage *p = &l->passages[i], *q = &wanted->passages[i];
        assert_memory_equal(p, q, offsetof(lede_shared_passage, cut) + 1);
        assert_memory_equal(l->bytes + p->text.begin, wanted->bytes + q->text.begin,
                            p->text.end - p->text.begin);
    }
}

/* False: nothing failed. */
static bool fail_at(const task *t, size_t n, bool for_good) {
    drying memory;
    drying_init(&memory, n, for_good);
    lede_shared *s = open_task(t, &memory);
    if (s == NULL) {
        assert_int_equal(n, 1);
        drying_expect_balance(&memory);
        return true;
    }
    for (size_t i = 0; i < FILES; i++) {
        assert_true(try_twice(s, t->documents[i], &memory));
    }
    assert_true(try_twice(s, NULL, &memory));
    bool failed = memory.below.calls >= n;
    memory.below.fail_at = NEVER;
    listed l = list_shared(s);
    expect_same(&l, &t->wanted);
    lede_shared_free(s);
    drying_expect_balance(&memory);
    return failed;
}

static void open_documents(task *t) {
    for (uint64_t i = 0; i < FILES; i++) {
        text_buffer b = stock_text(i, 12);
        char *bytes = malloc(b.n > 0 ? b.n : 1);
        assert_non_null(bytes);
        memcpy(bytes, b.bytes, b.n);
        t->documents[i] = open_bytes(bytes, b.n);
        text_free(&b);
    }
}

static void close_documents(task *t) {
    for (size_t i = 0; i < FILES; i++) {
        size_t n = 0;
        char *bytes = NULL;
        const char *text = lede_document_text(t->documents[i], &n);
        memcpy(&bytes, &text, sizeof bytes); /* plain text is the bytes given */
        lede_document_free(t->documents[i]);
        free(bytes);
    }
}

static void run(uint64_t max_bytes, uint32_t min_words) {
    task t = {.max_bytes = max_bytes, .min_words = min_words};
    drying memory;
    size_t n = 1;
    drying_init(&memory, NEVER, false);
    open_documents(&t);
    t.s = open_task(&t, &memory);
    for (size_t i = 0; i < FILES; i++) {
        assert_int_equal(lede_shared_add(t.s, t.documents[i], NULL), LEDE_OK);
    }
    t.wanted = list_shared(t.s);
    assert_true(t.wanted.count > 0);
    while (fail_at(&t, n, false) && fail_at(&t, n, true)) {
        n++;
    }
    assert_true(n > 50);
    lede_shared_free(t.s);
    drying_expect_balance(&memory);
    close_documents(&t);
}

static void test_allocations(void **state) {
    run(0, 4);
    run(0, 20);
}

/* The limit of memory is no failure, and no failure moves it. */
static void test_allocations_with_a_limit(void **state) {
    run(30000, 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_allocations),
        cmocka_unit_test(test_allocations_with_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
