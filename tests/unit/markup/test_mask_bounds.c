/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

typedef struct made {
    char *text;
    size_t n;
} made;

static void put(made *t, const char *unit, size_t times) {
    size_t length = strlen(unit);
    t->text = realloc(t->text, t->n + length * times + 1);
    assert_non_null(t->text);
    for (size_t i = 0; i < times; i++, t->n += length) {
        memcpy(t->text + t->n, unit, length);
    }
    t->text[t->n] = '\0';
}

static void read_mask(sheet *s, mask *m, const made *t) {
    memset(m, 0, sizeof *m);
    sheet_source(s, t->text, t->n);
    assert_int_equal(mask_read(m, &memory_default, &s->source, 0, false), LEDE_OK);
}

static void close_mask(sheet *s, mask *m, made *t) {
    mask_free(m, &memory_default);
    sheet_close(s);
    free(t->text);
}

static void expect_span(const mask *m, size_t i, mask_kind kind, size_t begin,
                        size_t end) {
    assert_true(i < m->spans.count);
    assert_int_equal(m->spans.items[i].kind, kind);
    assert_int_equal(m->spans.items[i].span.begin, begin);
    assert_int_equal(m->spans.items[i].span.end, end);
}

/* Signs up to the last column that may hold one are left alone. */
static void deep_signs(void **state) {
    static const char *const signs[] = {">", "> ", "+ ", "- > "};
    for (size_t i = 0; i < COUNT(signs); i++) {
        sheet s;
        mask m;
        made t = {0};
        size_t fit = MASK_COLUMNS / strlen(signs[i]);
        put(&t, signs[i], fit);
        put(&t, "a\n", 1);
        read_mask(&s, &m, &t);
        assert_int_equal(m.spans.count, 0);
        close_mask(&s, &m, &t);
        t = (made){0};
        put(&t, signs[i], fit + 50);
        put(&t, "a\n", 1);
        read_mask(&s, &m, &t);
        mask_check_form(&s, &m);
        assert_int_equal(m.spans.count, 1);
        expect_span(&m, 0, MASK_DEEP, MASK_COLUMNS, t.n - 2);
        assert_int_equal(m.bytes[MASK_COLUMNS], 'x');
        close_mask(&s, &m, &t);
    }
}

/* "+ + +" is no rule. */
static void deep_signs_alone(void **state) {
    sheet s;
    mask m;
    made t = {0};
    put(&t, "+ ", 300);
    put(&t, "\n\n", 1);
    read_mask(&s, &m, &t);
    assert_int_equal(m.spans.count, 1);
    expect_span(&m, 0, MASK_DEEP, MASK_COLUMNS, 600);
    assert_int_equal(m.bytes[MASK_COLUMNS], ' ');
    close_mask(&s, &m, &t);
}

/* A line that only is far to the right has no signs. */
static void deep_text(void **state) {
    sheet s;
    mask m;
    made t = {0};
    put(&t, " ", 300);
    put(&t, "12 boats - and\n", 1);
    put(&t, "-", 300);
    put(&t, "\n", 1);
    read_mask(&s, &m, &t);
    assert_int_equal(m.spans.count, 0);
    close_mask(&s, &m, &t);
}

/* One long target among few brackets is read as it is; read again and again it is cut. */
static void long_targets(void **state) {
    for (size_t links = 1; links <= 4000; links += 3999) {
        sheet s;
        mask m;
        made t = {0};
        put(&t, "[a]: ", 1);
        put(&t, "b", 2000);
        put(&t, "\n\n", 1);
        put(&t, "[a]", links);
        read_mask(&s, &m, &t);
        mask_check_form(&s, &m);
        assert_int_equal(m.spans.count, links > 1);
        if (links > 1) {
            expect_span(&m, 0, MASK_TARGET, 5, 2005);
            assert_memory_equal(m.bytes, "[a]: x   ", 9);
        }
        close_mask(&s, &m, &t);
    }
}

static void long_titles(void **state) {
    sheet s;
    mask m;
    made t = {0};
    put(&t, "[a]: <b> '", 1);
    put(&t, "c d\n", 500);
    put(&t, "'\n\n", 1);
    size_t end = t.n - 2;
    put(&t, "[a]", 4000);
    read_mask(&s, &m, &t);
    mask_check_form(&s, &m);
    assert_int_equal(m.spans.count, 1);
    expect_span(&m, 0, MASK_TARGET, 5, end);
    close_mask(&s, &m, &t);
}

static void brackets_in_many_lines(void **state) {
    sheet s;
    mask m;
    made t = {0};
    put(&t, "[a](b)\n", 4000);
    read_mask(&s, &m, &t);
    assert_true(m.plain > t.n / 8 && m.plain < t.n / 2);
    assert_memory_equal(m.bytes, "[a](b)\n", 7);
    assert_memory_equal(m.bytes + t.n - 7, ",a](b)\n", 7);
    close_mask(&s, &m, &t);
    t = (made){0};
    put(&t, "[a](b)\n\n", 4000);
    read_mask(&s, &m, &t);
    assert_int_equal(m.plain, 0);
    close_mask(&s, &m, &t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deep_signs),  cmocka_unit_test(deep_signs_alone),
        cmocka_unit_test(deep_text),   cmocka_unit_test(long_targets),
        cmocka_unit_test(long_titles), cmocka_unit_test(brackets_in_many_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
