/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/front_support.h"

#include "support/drying.h"

/* A draft whose front matter is `head`, so many times `byte`, and a line end. */
static char *draft(const char *head, char byte, size_t times, size_t *n) {
    size_t begin = strlen(head);
    char *text = malloc(begin + times + 5);
    assert_non_null(text);
    memcpy(text, head, begin);
    memset(text + begin, byte, times);
    memcpy(text + begin + times, "\n---\n", 5);
    *n = begin + times + 5;
    return text;
}

static void too_long(void **state) {
    static const char head[] = "---\ntitle: ";
    size_t n = 0, room = FRONT_MATTER_MAX_BYTES - strlen("title: ") - 1;
    char *text = draft(head, 'a', room, &n);
    front f;
    front_open(&f, text, n);
    assert_null(f.matter.problem);
    assert_int_equal(f.matter.values.count, 1);
    front_close(&f);
    free(text);
    text = draft(head, 'a', room + 1, &n);
    front_expect_problem(text, n, "more than 64 KiB of front matter", 0);
    front_open(&f, text, n);
    assert_int_equal(f.matter.span.end, n);
    front_close(&f);
    free(text);
    /* Prose between two thematic breaks stays prose. */
    text = draft("---\nIt rained. ", 'a', room + 1, &n);
    front_open(&f, text, n);
    assert_int_equal(f.matter.form, FRONT_MATTER_NONE);
    front_close(&f);
    free(text);
}

static void long_white(void **state) {
    static const char blanks[] = " \t\n\r";
    for (size_t i = 0; i < 4; i++) {
        /* The line end behind is one of the row. */
        size_t n = 0;
        char *text = draft("---\na: b", blanks[i], FRONT_MATTER_MAX_BLANKS - 1, &n);
        front f;
        front_open(&f, text, n);
        assert_int_equal(f.matter.form, FRONT_MATTER_YAML);
        assert_null(f.matter.problem);
        front_close(&f);
        free(text);
        text = draft("---\na: b", blanks[i], FRONT_MATTER_MAX_BLANKS, &n);
        front_expect_problem(text, n, "more than 1024 blanks in a row",
                             8 + FRONT_MATTER_MAX_BLANKS);
        free(text);
    }
}

/* What is set aside is not looked at. */
static void others_have_no_limit(void **state) {
    size_t n = 0;
    char *text = draft("+++\n", ' ', 2 * FRONT_MATTER_MAX_BYTES, &n);
    memcpy(text + n - 4, "+++", 3);
    front f;
    front_open(&f, text, n);
    assert_int_equal(f.matter.form, FRONT_MATTER_TOML);
    assert_int_equal(f.matter.span.end, n);
    assert_null(f.matter.problem);
    front_close(&f);
    free(text);
}

static const char whole[] =
    "---\ntitle: \"Rain \\u2013\n  it's back\"\ndescription: >\n  It rained\n  a lot.\n"
    "lede:\n  disable: [told-twice, 'it''s']\n  rules: {long-sentence: {max: 30}}\n"
    "lang: en\n---\nIt rained.\n";

static lede_status read_with(drying *memory, const source *s) {
    front_matter m;
    lede_status status = front_matter_read(&m, &memory->allocator, s);
    if (status == LEDE_OK) {
        assert_int_equal(m.values.count, 6);
    } else {
        assert_int_equal(status, LEDE_NO_MEMORY);
    }
    front_matter_free(&m, &memory->allocator);
    drying_expect_balance(memory);
    return status;
}

/* Of ours: libyaml asks the C library. */
static void no_memory(void **state) {
    sheet s;
    sheet_source(&s, BYTES(whole));
    drying memory;
    drying_init(&memory, NEVER, false);
    assert_int_equal(read_with(&memory, &s.source), LEDE_OK);
    size_t calls = memory.below.calls;
    assert_true(calls > 5);
    for (size_t fail_at = 1; fail_at <= calls; fail_at++) {
        for (int for_good = 0; for_good < 2; for_good++) {
            drying_init(&memory, fail_at, for_good);
            assert_int_equal(read_with(&memory, &s.source), LEDE_NO_MEMORY);
        }
    }
    sheet_close(&s);
}

/* A bad byte at every place: it is refused where it stands, or the fences are gone. */
static void bad_byte_everywhere(void **state) {
    char text[sizeof whole];
    for (size_t i = 0; i + 1 < sizeof whole; i++) {
        memcpy(text, whole, sizeof whole);
        text[i] = '\xFF';
        front f;
        front_open(&f, text, sizeof whole - 1);
        if (f.matter.problem != NULL) {
            assert_string_equal(f.matter.problem, "invalid leading UTF-8 octet");
            assert_int_equal(f.matter.problem_at, i);
        } else if (f.matter.form != FRONT_MATTER_NONE) {
            assert_true(i >= f.matter.span.end - 1);
        }
        front_close(&f);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(too_long),
        cmocka_unit_test(long_white),
        cmocka_unit_test(others_have_no_limit),
        cmocka_unit_test(no_memory),
        cmocka_unit_test(bad_byte_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
