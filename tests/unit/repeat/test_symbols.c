/* SPDX-License-Identifier: MIT */
#include "repeat/symbols.h"

#include "support/drying.h"
#include "unit/repeat/repeat_support.h"

typedef struct subject {
    opened o;
    folds f;
    stream s;
    symbols y;
} subject;

static void subject_open(subject *x, const char *text) {
    const stream_options options = {&memory_default, false, false};
    opened_text(&x->o, text, NULL);
    assert_true(folds_build(&x->f, &x->o.d, &memory_default));
    assert_true(stream_read(&x->s, &x->f, &x->o.d, STREAM_BODY, &options));
    assert_true(symbols_read(&x->y, &x->s, &memory_default));
}

static void subject_close(subject *x) {
    symbols_free(&x->y, &memory_default);
    stream_free(&x->s, &memory_default);
    folds_free(&x->f);
    opened_close(&x->o);
}

/* What is left of a text; a bar is a break. */
static void expect(const char *text, const char *wanted) {
    subject x;
    shown found = {.n = 0};
    subject_open(&x, text);
    assert_int_equal(x.y.text.count, x.y.items.count);
    assert_int_equal(x.y.text.count, x.y.at.count);
    for (uint32_t i = 0; i < x.y.text.count; i++) {
        show(&found, "%s", i == 0 ? "" : " ");
        if (x.y.at.items[i] == LEDE_NONE) {
            show(&found, "|");
        } else {
            uint32_t word = x.s.words.items[x.y.at.items[i]];
            show_run(&found, &x.o.d, word, word);
        }
    }
    assert_string_equal(found.text, wanted);
    subject_close(&x);
}

static void pairs_are_left(void **state) {
    expect("The old boat ran. An old boat sat.", "old boat | old boat");
    expect("The old boat ran. An old boat ran by.", "old boat ran | old boat ran");
    expect("The old boat ran on. Boats ran.", "boat ran | Boats ran");
    expect("An old boat sat. It ran.", "");
    expect("", "");
}

/* Never across what breaks. */
static void breaks(void **state) {
    expect("An old, boat. The old, boat.", "");
    expect("An old boat. The old, boat.", "");
    expect("An old boat old boat. A boat.", "old boat | old boat");
    expect("An old boat, old boat. A boat.", "old boat | old boat");
}

static void symbols_are_classes(void **state) {
    subject x;
    subject_open(&x, "With the old boats. With the old boat back.");
    uint32_t kinds = x.y.text.symbols;
    assert_int_equal(x.y.text.count, 9); /* a break between */
    assert_int_equal(kinds, 5);
    assert_int_equal(x.y.classes.count, kinds);
    assert_int_equal(x.y.class_of.count, kinds);
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t a = x.y.items.items[i], b = x.y.items.items[i + 5];
        assert_int_equal(a, b);
        assert_int_equal(x.y.class_of.items[a], stream_class(&x.s, i));
    }
    assert_int_equal(x.y.class_of.items[x.y.items.items[4]], LEDE_NONE);
    assert_int_equal(x.y.classes.items[x.y.items.items[0]], SYMBOL_OPENS);
    assert_int_equal(x.y.classes.items[x.y.items.items[1]], 0);
    assert_int_equal(x.y.classes.items[x.y.items.items[2]],
                     SYMBOL_CONTENT | SYMBOL_NOT_LAST);
    assert_int_equal(x.y.classes.items[x.y.items.items[3]], SYMBOL_CONTENT);
    subject_close(&x);
}

/* Breaks are all different, so that nothing with one is there twice. */
static void breaks_are_there_once(void **state) {
    subject x;
    subject_open(&x, "Old boat. Old boat. Old boat. Old boat.");
    assert_int_equal(x.y.text.count, 11);
    for (uint32_t i = 2; i < 11; i += 3) {
        for (uint32_t k = 0; k < 11; k++) {
            assert_true(i == k || x.y.items.items[i] != x.y.items.items[k]);
        }
    }
    subject_close(&x);
}

static void lack_of_memory(void **state) {
    subject x;
    bool done = false;
    subject_open(&x, "With the old boats. With the old boat back.");
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        symbols y;
        drying_init(&memory, fail_at, false);
        done = symbols_read(&y, &x.s, &memory.allocator);
        symbols_free(&y, &memory.allocator);
        drying_expect_balance(&memory);
        assert_true(done ? fail_at > 6 : fail_at < 20);
    }
    subject_close(&x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_left),      cmocka_unit_test(breaks),
        cmocka_unit_test(symbols_are_classes), cmocka_unit_test(breaks_are_there_once),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
