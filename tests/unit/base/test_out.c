/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/out.h"
#include "unit/base/base_support.h"

/* Keeps what it is given; refuses the call number refuse_at. */
typedef struct collector {
    char bytes[8 * OUT_BUFFER];
    size_t n;
    size_t calls;
    size_t empty_calls;
    size_t refuse_at;
} collector;

static int collect(void *ctx, const char *bytes, size_t n) {
    collector *c = ctx;
    c->calls++;
    c->empty_calls += n == 0;
    if (c->calls == c->refuse_at) {
        return 1;
    }
    assert_true(n <= sizeof c->bytes - c->n);
    memcpy(c->bytes + c->n, bytes, n);
    c->n += n;
    return 0;
}

static void start(out *o, collector *c, size_t refuse_at) {
    *c = (collector){.refuse_at = refuse_at};
    out_init(o, (lede_sink){collect, c});
}

static void assert_collected(const collector *c, const char *expected) {
    assert_int_equal(c->n, strlen(expected));
    assert_memory_equal(c->bytes, expected, c->n);
}

static void nothing_is_handed_over_for_nothing(void **state) {
    static collector c;
    out o;
    start(&o, &c, NEVER);
    out_bytes(&o, NULL, 0);
    out_text(&o, "");
    assert_int_equal(out_flush(&o), LEDE_OK);
    assert_int_equal(c.calls, 0);
}

static void writes_each_kind(void **state) {
    static collector c;
    out o;
    start(&o, &c, NEVER);
    out_text(&o, "a=");
    out_u64(&o, UINT64_MAX);
    out_bytes(&o, ",b", 2);
    out_i64(&o, INT64_MIN);
    out_text(&o, " ");
    out_double(&o, 14.5);
    assert_int_equal(c.calls, 0);
    assert_int_equal(out_flush(&o), LEDE_OK);
    assert_int_equal(c.calls, 1);
    assert_collected(&c, "a=18446744073709551615,b-9223372036854775808 14.5");
}

static void doubles_that_are_not_finite_are_null(void **state) {
    static collector c;
    out o;
    double zero = 0;
    double infinity = 1e308 * 10;
    start(&o, &c, NEVER);
    out_double(&o, infinity);
    out_double(&o, -infinity);
    out_double(&o, infinity * zero);
    out_double(&o, -zero);
    (void)out_flush(&o);
    assert_collected(&c, "nullnullnull0");
}

/* Pieces of every size around the buffer's, from every fill of the buffer. */
static void order_is_kept_at_the_borders(void **state) {
    static collector c;
    static char text[2 * OUT_BUFFER + 8];
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = (char)('a' + i % 23);
    }
    for (size_t before = 0; before < 3; before++) {
        for (size_t n = OUT_BUFFER - 4; n < OUT_BUFFER + 4; n++) {
            out o;
            start(&o, &c, NEVER);
            out_bytes(&o, text, before);
            out_bytes(&o, text + before, n);
            out_bytes(&o, text + before + n, 5);
            assert_int_equal(out_flush(&o), LEDE_OK);
            assert_int_equal(c.n, before + n + 5);
            assert_memory_equal(c.bytes, text, c.n);
            assert_int_equal(c.empty_calls, 0);
        }
    }
}

static void small_pieces_are_gathered(void **state) {
    static collector c;
    out o;
    start(&o, &c, NEVER);
    for (size_t i = 0; i < (size_t)3 * OUT_BUFFER; i++) {
        char byte = (char)('a' + i % 26);
        out_bytes(&o, &byte, 1);
    }
    assert_int_equal(out_flush(&o), LEDE_OK);
    assert_int_equal(c.calls, 3);
    assert_int_equal(c.n, 3 * OUT_BUFFER);
    for (size_t i = 0; i < c.n; i++) {
        assert_true(c.bytes[i] == (char)('a' + i % 26));
    }
}

static void a_refusal_sticks(void **state) {
    static collector c;
    static const char large[2 * OUT_BUFFER];
    for (size_t refuse_at = 1; refuse_at <= 4; refuse_at++) {
        out o;
        start(&o, &c, refuse_at);
        for (size_t i = 0; i < 6; i++) {
            out_text(&o, "small");
            out_bytes(&o, large, sizeof large);
        }
        assert_int_equal(out_flush(&o), LEDE_WRITE_FAILED);
        assert_int_equal(out_flush(&o), LEDE_WRITE_FAILED);
        assert_int_equal(o.status, LEDE_WRITE_FAILED);
        assert_int_equal(c.calls, refuse_at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_handed_over_for_nothing),
        cmocka_unit_test(writes_each_kind),
        cmocka_unit_test(doubles_that_are_not_finite_are_null),
        cmocka_unit_test(order_is_kept_at_the_borders),
        cmocka_unit_test(small_pieces_are_gathered),
        cmocka_unit_test(a_refusal_sticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
