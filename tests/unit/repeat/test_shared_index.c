/* SPDX-License-Identifier: MIT */
/* Against a list of all that was put in. */
#include "repeat/shared_index.h"

#include "support/drying.h"
#include "support/meter.h"

#define MOST 3000u

typedef struct known {
    uint64_t hash;
    uint32_t place;
} known;

static bool may_be_found(uint64_t hash, uint64_t wanted) {
    uint8_t tag = (uint8_t)hash, other = (uint8_t)wanted;
    return (tag != 0 ? tag : 1) == (other != 0 ? other : 1);
}

/* Every place of the hash, in order; others only with its tag. */
static void check(const shared_index *x, const known *all, size_t count, uint64_t hash) {
    shared_walk w = shared_index_walk(x, hash);
    uint32_t place = 0;
    size_t next = 0;
    while (shared_walk_next(&w, x, &place)) {
        assert_true(place < count);
        assert_true(may_be_found(all[place].hash, hash));
        if (all[place].hash == hash) {
            while (all[next].hash != hash) {
                next++;
            }
            assert_int_equal(place, next++);
        }
    }
    for (; next < count; next++) {
        assert_true(all[next].hash != hash);
    }
}

static void fill(shared_index *x, known *all, uint64_t mask, uint64_t seed) {
    for (uint32_t i = 0; i < MOST; i++) {
        all[i] = (known){next_random(&seed) & mask, i};
        assert_true(shared_index_fits(x, 1));
        shared_index_put(x, all[i].hash, i);
    }
    assert_int_equal(x->count, MOST);
}

/* With all of the hashes, with few at all places, with few at the last places, which go
 * on at the first. */
static void finds_what_was_put_in(void **state) {
    static known all[MOST];
    static const uint64_t masks[] = {UINT64_MAX, UINT64_C(0xF0000000000000FF),
                                     UINT64_C(0xFF), 0};
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
        meter m;
        shared_index x;
        meter_init(&m);
        assert_true(shared_index_open(&x, &m.allocator, MOST));
        fill(&x, all, masks[i], i);
        for (size_t k = 0; k < MOST; k += 1 + k / 8) {
            check(&x, all, MOST, all[k].hash);
            check(&x, all, MOST, ~all[k].hash);
        }
        shared_index_free(&x, &m.allocator);
        assert_int_equal(m.live, 0);
    }
}

static void goes_on_at_the_first_slot(void **state) {
    meter m;
    shared_index x;
    uint32_t place = 0;
    meter_init(&m);
    assert_true(shared_index_open(&x, &m.allocator, 0));
    for (uint32_t i = 0; i < 5; i++) {
        shared_index_put(&x, UINT64_MAX, i);
    }
    shared_walk w = shared_index_walk(&x, UINT64_MAX);
    assert_int_equal(w.slot, x.slots - 1);
    for (uint32_t i = 0; i < 5; i++) {
        assert_true(shared_walk_next(&w, &x, &place));
        assert_int_equal(place, i);
    }
    assert_false(shared_walk_next(&w, &x, &place));
    shared_index_free(&x, &m.allocator);
}

static void keeps_a_third_free(void **state) {
    shared_index none = {NULL, NULL, 0, 0};
    assert_true(shared_index_fits(&none, 0));
    assert_false(shared_index_fits(&none, 1));
    assert_false(shared_index_fits(&none, SIZE_MAX));
    for (size_t count = 0; count < 1000; count += 7) {
        meter m;
        shared_index x;
        meter_init(&m);
        assert_true(shared_index_open(&x, &m.allocator, count));
        assert_true(shared_index_fits(&x, count));
        assert_false(shared_index_fits(&x, x.slots * 2 / 3 + 1));
        assert_int_equal(m.live, x.slots * 5);
        shared_index_free(&x, &m.allocator);
    }
}

static void sizes_that_cannot_be(void **state) {
    shared_index x;
    assert_false(shared_index_open(&x, &memory_default, SIZE_MAX));
    assert_false(shared_index_open(&x, &memory_default, SIZE_MAX / 4));
    assert_false(shared_index_open(&x, &memory_default, UINT32_MAX));
    drying memory;
    drying_init(&memory, 1, false);
    assert_false(shared_index_open(&x, &memory.allocator, 10));
    shared_index_free(&x, &memory.allocator);
    drying_expect_balance(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put_in),
        cmocka_unit_test(goes_on_at_the_first_slot),
        cmocka_unit_test(keeps_a_third_free),
        cmocka_unit_test(sizes_that_cannot_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
