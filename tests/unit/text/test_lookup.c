/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/drying.h"
#include "support/texts.h"
#include "text/lookup.h"
#include "unit/text/text_support.h"

static void open_with(opened *o, const char *text, size_t n, bool stems) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    options.hash_seed = UINT64_C(0x9E3779B97F4A7C15);
    options.no_stems = !stems;
    opened_bytes(o, text, n, &options);
}

/* Each term is found by its key, and nothing by what is longer or shorter. */
static void expect_all_terms(const lookup *l, const lede_document *d) {
    char key[512];
    for (uint32_t i = 0; i < d->terms.count; i++) {
        lede_span k = d->terms.items[i].key;
        size_t n = k.end - k.begin;
        assert_int_equal(lookup_term(l, d->keys.items + k.begin, n), i);
        if (n + 2 < sizeof key) {
            memcpy(key, d->keys.items + k.begin, n);
            memcpy(key + n, "\xFF", 2);
            assert_int_equal(lookup_term(l, key, n + 1), LEDE_NONE);
        }
    }
}

static void expect_absent(const lookup *l) {
    static const char *const absent[] = {"", "z", "harbou", "harbours", "zzzzzz", "THE"};
    for (size_t i = 0; i < COUNT(absent); i++) {
        assert_int_equal(lookup_term(l, absent[i], strlen(absent[i])), LEDE_NONE);
    }
}

static const char words[] = "The harbour was the old harbour, and its boats ran.\n";

static void an_index_that_was_kept(void **state) {
    opened o;
    lookup l;
    drying memory;
    open_with(&o, words, sizeof words - 1, false);
    assert_non_null(o.d.index.slots);
    drying_init(&memory, 1, true); /* it needs none */
    assert_true(lookup_open(&l, &o.d, &memory.allocator));
    assert_ptr_equal(l.index, &o.d.index);
    assert_int_equal(lookup_term(&l, "harbour", 7), term_number(&o.d, "harbour"));
    expect_all_terms(&l, &o.d);
    expect_absent(&l);
    lookup_close(&l);
    drying_expect_balance(&memory);
    assert_non_null(o.d.index.slots);
    opened_close(&o);
}

static void an_index_of_its_own(void **state) {
    opened o;
    lookup l;
    open_with(&o, words, sizeof words - 1, true);
    assert_null(o.d.index.slots);
    assert_true(lookup_open(&l, &o.d, &memory_default));
    assert_int_equal(lookup_term(&l, "harbour", 7), term_number(&o.d, "harbour"));
    expect_all_terms(&l, &o.d);
    expect_absent(&l);
    lookup_close(&l);
    assert_null(o.d.index.slots);
    opened_close(&o);
}

static void no_words(void **state) {
    for (int stems = 0; stems < 2; stems++) {
        opened o;
        lookup l;
        open_with(&o, "", 0, stems != 0);
        assert_true(lookup_open(&l, &o.d, &memory_default));
        expect_absent(&l);
        lookup_close(&l);
        opened_close(&o);
    }
}

static void articles(void **state) {
    for (size_t i = 0; i < 2 * TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i / 2);
        opened o;
        lookup l;
        open_with(&o, t.bytes, t.n, i % 2 != 0);
        assert_true(lookup_open(&l, &o.d, &memory_default));
        expect_all_terms(&l, &o.d);
        lookup_close(&l);
        opened_close(&o);
        text_free(&t);
    }
}

static void lack_of_memory(void **state) {
    opened o;
    bool done = false;
    size_t fail_at = 1;
    open_with(&o, words, sizeof words - 1, true);
    for (; !done; fail_at++) {
        lookup l;
        drying memory;
        drying_init(&memory, fail_at, true);
        done = lookup_open(&l, &o.d, &memory.allocator);
        lookup_close(&l);
        drying_expect_balance(&memory);
        assert_true(fail_at < 10);
    }
    assert_true(fail_at > 2);
    opened_close(&o);
}

/* What was never opened may be closed. */
static void closed_unopened(void **state) {
    lookup l = {.d = NULL};
    lookup_close(&l);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_index_that_was_kept),
        cmocka_unit_test(an_index_of_its_own),
        cmocka_unit_test(no_words),
        cmocka_unit_test(articles),
        cmocka_unit_test(lack_of_memory),
        cmocka_unit_test(closed_unopened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
