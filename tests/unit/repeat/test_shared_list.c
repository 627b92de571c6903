/* SPDX-License-Identifier: MIT */
#include "unit/repeat/shared_support.h"

/* Largest words * (files - 1) first, then by place, then the longest. */
static void order(void **state) {
    static const char *const texts[] = {
        "a1 a2 a3 a4 a5 a6 a7 a8.\n\nb1 b2 b3 b4 b5 b6 b7 b8 b9.\n\n"
        "c1 c2 c3 c4 c5 c6 c7 c8.",
        "c1 c2 c3 c4 c5 c6 c7 c8.\n\nd1 d2 d3 d4 d5 d6 d7 d8.\n\n"
        "a1 a2 a3 a4 a5 a6 a7 a8.",
        "b1 b2 b3 b4 b5 b6 b7 b8 b9.\n\nd1 d2 d3 d4 d5 d6 d7 d8.\n\n"
        "c1 c2 c3 c4 c5 c6 c7 c8."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 4);
    expect_text(&l, 0, "c1 c2 c3 c4 c5 c6 c7 c8.");
    expect_text(&l, 1, "b1 b2 b3 b4 b5 b6 b7 b8 b9.");
    expect_text(&l, 2, "a1 a2 a3 a4 a5 a6 a7 a8.");
    expect_text(&l, 3, "d1 d2 d3 d4 d5 d6 d7 d8.");
    lede_shared_free(s);
}

static void order_at_one_place(void **state) {
    static const char *const texts[] = {
        "One two three four five six seven eight nine ten e1 e2 e3 e4 e5 e6.",
        "One two three four five six seven eight nine ten e1 e2 e3 e4 e5 e6.",
        "One two three four five six seven eight."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 2);
    assert_int_equal(l.passages[0].words, 16);
    assert_int_equal(l.passages[1].words, 8);
    assert_int_equal(l.passages[1].files, 3);
    lede_shared_free(s);
}

/* Several lists of one object. */
static void lists_again(void **state) {
    lede_shared *s = open_shared(NULL);
    size_t count = 9;
    lede_shared_passages(s, &count);
    assert_int_equal(count, 0);
    add_text(s, "The old boat came in again with nine men.");
    assert_int_equal(list_shared(s).count, 0);
    add_text(s, "The old boat came in again with nine men.");
    lede_shared_passages(s, &count);
    assert_int_equal(count, 0);
    for (int i = 0; i < 2; i++) {
        listed l = list_shared(s);
        assert_int_equal(l.count, 1);
        expect_files(&l, 0, "01");
    }
    add_text(s, "Yes. The old boat came in again with nine men.");
    lede_shared_passages(s, &count);
    assert_int_equal(count, 1);
    listed l = list_shared(s);
    expect_files(&l, 0, "012");
    lede_shared_free(s);
}

static void many_passages(void **state) {
    lede_shared *s = open_shared(NULL);
    text_buffer t = numbered_text(0, LEDE_SHARED_PASSAGES, 8);
    text_buffer longer = numbered_text(9999, 1, 9);
    add_bytes(s, t.bytes, t.n);
    add_bytes(s, t.bytes, t.n);
    assert_int_equal(lede_shared_measure(s).capped, 0);
    add_bytes(s, longer.bytes, longer.n);
    add_bytes(s, longer.bytes, longer.n);
    listed l = list_shared(s);
    assert_int_equal(l.count, LEDE_SHARED_PASSAGES);
    assert_int_equal(l.passages[0].words, 9);
    assert_int_equal(lede_shared_measure(s).passages, LEDE_SHARED_PASSAGES + 1);
    assert_int_equal(lede_shared_measure(s).capped, LEDE_SHARED_CAPPED_PASSAGES);
    lede_shared_free(s);
    text_free(&t);
    text_free(&longer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order),
        cmocka_unit_test(order_at_one_place),
        cmocka_unit_test(lists_again),
        cmocka_unit_test(many_passages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
