/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/quota.h"
#include "unit/base/base_support.h"

static void counts_what_is_out(void **state) {
    counting below;
    quota q;
    counting_init(&below, NEVER);
    quota_init(&q, &below.allocator, 1000);
    char *a = memory_allocate(&q.allocator, 300);
    char *b = memory_allocate(&q.allocator, 200);
    assert_int_equal(q.used, 500);
    a[299] = 'x';
    a = q.allocator.resize(q.allocator.ctx, a, 300, 400);
    assert_int_equal(a[299], 'x');
    assert_int_equal(q.used, 600);
    memory_free(&q.allocator, b, 200);
    assert_int_equal(q.used, 400);
    memory_free(&q.allocator, a, 400);
    assert_int_equal(q.used, 0);
    assert_false(q.refused);
    assert_int_equal(below.live_blocks, 0);
    assert_int_equal(below.wrong_sizes, 0);
}

static void refuses_what_goes_over(void **state) {
    counting below;
    quota q;
    counting_init(&below, NEVER);
    quota_init(&q, &below.allocator, 1000);
    char *a = memory_allocate(&q.allocator, 600);
    assert_non_null(a);
    assert_null(memory_allocate(&q.allocator, 401));
    assert_true(q.refused);
    q.refused = false;
    /* old and new at once */
    assert_null(q.allocator.resize(q.allocator.ctx, a, 600, 601));
    assert_true(q.refused);
    assert_null(memory_allocate(&q.allocator, SIZE_MAX));
    assert_int_equal(q.used, 600);
    char *b = memory_allocate(&q.allocator, 400);
    assert_non_null(b);
    assert_int_equal(q.used, q.limit);
    memory_free(&q.allocator, a, 600);
    memory_free(&q.allocator, b, 400);
    assert_int_equal(below.live_blocks, 0);
}

/* That is no refusal of its own. */
static void passes_a_failure_on(void **state) {
    counting below;
    quota q;
    counting_init(&below, 1);
    quota_init(&q, &below.allocator, 1000);
    assert_null(memory_allocate(&q.allocator, 10));
    assert_false(q.refused);
    assert_int_equal(q.used, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_is_out),
        cmocka_unit_test(refuses_what_goes_over),
        cmocka_unit_test(passes_a_failure_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
