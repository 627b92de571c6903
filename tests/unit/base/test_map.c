/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "base/map.h"
#include "unit/base/base_support.h"

#define KEYS 20000

/* The owner's array of keys: key i is the i-th of a random sequence. */
static uint64_t keys[KEYS];

static int fill_keys(void **state) {
    uint64_t random = 1;
    for (size_t i = 0; i < KEYS; i++) {
        keys[i] = next_random(&random);
    }
    return 0;
}

typedef uint64_t hash_function(uint64_t key);

static uint64_t good_hash(uint64_t key) {
    return hash_short(key, 0, 8, 99);
}

/* Every key in the same place, and every comparison of tags in vain. */
static uint64_t worst_hash(uint64_t key) {
    (void)key;
    return UINT64_MAX;
}

/* The slot of the key, or the free slot where it would go. */
static size_t walk(const map *m, uint64_t key, uint64_t hash) {
    size_t s = map_first(m, hash);
    while (m->slots[s].index != MAP_NONE) {
        if (m->slots[s].hash == map_tag(hash) && keys[m->slots[s].index] == key) {
            break;
        }
        s = map_next(m, s);
    }
    return s;
}

static bool insert(map *m, const lede_allocator *allocator, uint32_t i,
                   hash_function *hash_of) {
    if (!map_reserve(m, allocator)) {
        return false;
    }
    uint64_t hash = hash_of(keys[i]);
    size_t s = walk(m, keys[i], hash);
    assert_int_equal(m->slots[s].index, MAP_NONE);
    map_put(m, s, hash, i);
    return true;
}

/* Holds the first `count` keys and no other. */
static void assert_holds(const map *m, uint32_t count, hash_function *hash_of) {
    assert_int_equal(m->count, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(m->slots[walk(m, keys[i], hash_of(keys[i]))].index, i);
    }
    for (uint32_t i = count; i < KEYS && i < count + 100; i++) {
        size_t s = walk(m, keys[i], hash_of(keys[i]));
        assert_int_equal(m->slots[s].index, MAP_NONE);
    }
}

static void assert_nothing_left(const counting *c) {
    assert_int_equal(c->live_blocks, 0);
    assert_int_equal(c->wrong_sizes, 0);
}

static void finds_what_was_put(void **state) {
    counting c;
    counting_init(&c, NEVER);
    map m;
    assert_true(map_init(&m, &c.allocator, 0));
    assert_holds(&m, 0, good_hash);
    for (uint32_t i = 0; i < KEYS; i++) {
        assert_true(insert(&m, &c.allocator, i, good_hash));
        assert_true(m.count * 3 <= (m.mask + 1) * 2);
        if (i % 1000 == 17) {
            assert_holds(&m, i + 1, good_hash);
        }
    }
    assert_holds(&m, KEYS, good_hash);
    map_free(&m, &c.allocator);
    assert_nothing_left(&c);
    map_free(&m, &c.allocator);
}

static void equal_hashes_are_told_apart(void **state) {
    counting c;
    counting_init(&c, NEVER);
    map m;
    assert_true(map_init(&m, &c.allocator, 0));
    for (uint32_t i = 0; i < 500; i++) {
        assert_true(insert(&m, &c.allocator, i, worst_hash));
    }
    assert_holds(&m, 500, worst_hash);
    map_free(&m, &c.allocator);
    assert_nothing_left(&c);
}

static void expected_entries_need_no_growth(void **state) {
    for (uint32_t expected = 0; expected < 3000; expected += 1 + expected / 7) {
        counting c;
        counting_init(&c, NEVER);
        map m;
        assert_true(map_init(&m, &c.allocator, expected));
        for (uint32_t i = 0; i < expected; i++) {
            assert_true(insert(&m, &c.allocator, i, good_hash));
        }
        assert_int_equal(c.calls, 1);
        map_free(&m, &c.allocator);
        assert_nothing_left(&c);
    }
}

static void a_zeroed_map_grows_from_nothing(void **state) {
    counting c;
    counting_init(&c, NEVER);
    map m = {0};
    assert_true(insert(&m, &c.allocator, 0, good_hash));
    assert_holds(&m, 1, good_hash);
    map_free(&m, &c.allocator);
    assert_nothing_left(&c);
}

static void sizes_that_wrap_are_refused(void **state) {
    counting c;
    counting_init(&c, NEVER);
    map m;
    assert_false(map_init(&m, &c.allocator, SIZE_MAX));
    assert_false(map_init(&m, &c.allocator, SIZE_MAX / 2));
    assert_null(m.slots);
    map_free(&m, &c.allocator);
    assert_int_equal(c.calls, 0);
}

/* Random keys stay near their first slot: at a load of two thirds a search that
 * ends well looks at 2 slots on average (Knuth 1963). */
static void walks_are_short(void **state) {
    counting c;
    counting_init(&c, NEVER);
    map m;
    size_t steps = 0;
    uint32_t count = 10922; /* two thirds of 16384 */
    assert_true(map_init(&m, &c.allocator, 0));
    for (uint32_t i = 0; i < count; i++) {
        assert_true(insert(&m, &c.allocator, i, good_hash));
    }
    for (uint32_t i = 0; i < count; i++) {
        uint64_t hash = good_hash(keys[i]);
        steps += ((walk(&m, keys[i], hash) - map_first(&m, hash)) & m.mask) + 1;
    }
    assert_int_equal(m.mask + 1, 16384);
    assert_in_range(steps, count, count * 5 / 2);
    map_free(&m, &c.allocator);
}

/* A refused growth leaves the map as it was, and the next one succeeds. */
static void survives_each_failing_call(void **state) {
    size_t fail_at = 0;
    bool refused = true;
    while (refused) {
        counting c;
        counting_init(&c, ++fail_at);
        map m;
        uint32_t count = 0;
        refused = !map_init(&m, &c.allocator, 0);
        while (count < 2000) {
            if (insert(&m, &c.allocator, count, good_hash)) {
                count++;
                continue;
            }
            refused = true;
            if (count > 0) {
                assert_holds(&m, count, good_hash);
            }
        }
        assert_holds(&m, 2000, good_hash);
        map_free(&m, &c.allocator);
        assert_nothing_left(&c);
    }
    assert_true(fail_at > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put),
        cmocka_unit_test(equal_hashes_are_told_apart),
        cmocka_unit_test(expected_entries_need_no_growth),
        cmocka_unit_test(a_zeroed_map_grows_from_nothing),
        cmocka_unit_test(sizes_that_wrap_are_refused),
        cmocka_unit_test(walks_are_short),
        cmocka_unit_test(survives_each_failing_call),
    };
    return cmocka_run_group_tests(tests, fill_keys, NULL);
}
