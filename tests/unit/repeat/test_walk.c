/* SPDX-License-Identifier: MIT */
#include "repeat/walk.h"

#include "support/drying.h"
#include "unit/repeat/repeat_support.h"

#define MOST 60u

/* Is place p in the interval? */
static bool has_place(const intervals *t, uint32_t i, uint32_t p) {
    uint32_t rank = t->ranks[p];
    return t->items.items[i].first <= rank && rank <= t->items.items[i].last;
}

/* All intervals with an item that the place is in, by their length, longest first. */
static void expect_way(const walk *w, uint32_t p) {
    uint32_t before = UINT32_MAX, met = 0, wanted = 0;
    for (uint32_t i = walk_first(w, p); i != INTERVAL_NONE; i = walk_next(w, i)) {
        assert_true(w->items[i] != WALK_NONE && has_place(w->t, i, p));
        assert_true(w->t->items.items[i].length < before);
        before = w->t->items.items[i].length;
        met++;
    }
    for (uint32_t i = 0; i < w->t->items.count; i++) {
        wanted += w->items[i] != WALK_NONE && has_place(w->t, i, p);
    }
    assert_int_equal(met, wanted);
}

static void check(const symbol_text *text, uint64_t *random, uint64_t share) {
    intervals t;
    walk w;
    assert_true(intervals_open(&t, text, &memory_default));
    assert_true(walk_open(&w, &t));
    for (uint32_t i = 0; i < t.items.count; i++) {
        assert_int_equal(w.items[i], WALK_NONE);
        if (next_random(random) % 100 < share) {
            w.items[i] = i;
        }
    }
    walk_ready(&w);
    for (uint32_t p = 0; p < text->count; p++) {
        expect_way(&w, p);
    }
    walk_close(&w);
    intervals_close(&t);
}

static void random_texts(void **state) {
    uint32_t items[MOST];
    uint64_t random = 1;
    for (uint32_t round = 0; round < 3000; round++) {
        uint32_t n = 1 + (uint32_t)(next_random(&random) % MOST);
        uint32_t kinds = 1 + (uint32_t)(next_random(&random) % 4);
        for (uint32_t i = 0; i < n; i++) {
            items[i] = (uint32_t)(next_random(&random) % kinds);
        }
        check(&(symbol_text){items, n, kinds}, &random, next_random(&random) % 101);
    }
}

/* The longest way: each of the intervals is in the next. */
static void one_symbol(void **state) {
    uint32_t items[MOST] = {0};
    uint64_t random = 2;
    for (uint64_t share = 0; share <= 100; share += 10) {
        check(&(symbol_text){items, MOST, 1}, &random, share);
    }
}

static void lack_of_memory(void **state) {
    const uint32_t items[] = {0, 1, 0, 1};
    const symbol_text text = {items, 4, 2};
    intervals t;
    bool done = false;
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        walk w;
        assert_true(intervals_open(&t, &text, &memory_default));
        drying_init(&memory, fail_at, false);
        t.allocator = &memory.allocator;
        done = walk_open(&w, &t);
        walk_close(&w);
        drying_expect_balance(&memory);
        t.allocator = &memory_default;
        intervals_close(&t);
        assert_true(done ? fail_at == 3 : fail_at < 3);
    }
    walk_close(&(walk){.t = NULL});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_texts),
        cmocka_unit_test(one_symbol),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
