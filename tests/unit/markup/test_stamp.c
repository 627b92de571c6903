/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/pack.h"
#include "markup/stamp.h"
#include "unit/markup/markup_support.h"

/* The stamp is what stands before the bar; none when the bar is first. */
static void check(const char *line) {
    char *exact = malloc(strlen(line));
    size_t bar = strcspn(line, "|"), n = strlen(line) - 1;
    assert_non_null(exact);
    assert_int_equal(line[bar], '|');
    memcpy(exact, line, bar);
    memcpy(exact + bar, line + bar + 1, n - bar);
    uint32_t found = stamp_length(exact, (uint32_t)n);
    free(exact);
    if (found != bar) {
        fail_msg("\"%s\": %u", line, (unsigned)found);
    }
}

static void check_all(const char *const *lines, size_t count) {
    for (size_t i = 0; i < count; i++) {
        check(lines[i]);
    }
}

static void alone(void **state) {
    static const char *const lines[] = {
        "2024-03-23|",
        "2024-3-5|",
        "2024-03-23|  ",
        "2024-03-23 14:05|",
        "2024-03-23 14:05:09|",
        "2024-03-23T14:05:09Z|",
        "2024-03-23 14:05Z|",
        "1000-01-01|",
        "2999-12-31|",
        "date 2024-03-23|",
        "Date: 2024-03-23|",
        "DATE:2024-03-23|",
        "Published: 23.03.2024|",
        "Published 1.5.2024|",
        "Last updated: 3/23/2024|",
        "last modified 2024/3/23 18:30|",
    };
    check_all(lines, COUNT(lines));
}

static void before_text(void **state) {
    static const char *const lines[] = {
        "date 2024-03-23| The U.S. and four others met.",
        "2024-03-23| The U.S. and four others met.",
        "2024-03-23|\tThe U.S. met.",
        "2024-03-23 14:05| The U.S. met.",
        "2024-03-23| \"We met,\" he said.",
        "2024-03-23| \xE2\x80\x9CWe met,\xE2\x80\x9D he said.",
        "2024-03-23| (We met.)",
        "2024-03-23| 40 people met.",
        "2024-03-23| \xC3\x89tienne met them.",
        "2024-03-23| \xE6\xBC\xA2\xE5\xAD\x97",
        "Updated: 1.5.2024| They met.",
    };
    check_all(lines, COUNT(lines));
}

static void none(void **state) {
    static const char *const lines[] = {
        "|On 2024-03-23 NATO met.",
        "|In 2024-03 NATO met.",
        "|2024-03-23 was a cold day.",
        "|2024-03-23, a cold day",
        "|2024-03-23: a cold day",
        "|2024-03-23The text",
        "|2024-03-23-a",
        "|2024-03-234",
        "|12024-03-23",
        "|202-03-23",
        "|2024-03",
        "|2024-03-",
        "|2024-",
        "|2024",
        "|2024-03/23",
        "|2024-003-23",
        "|2024-45-01",
        "|2024-00-01",
        "|0999-01-01",
        "|3000-01-01",
        "|1.5.2024",
        "|1.5.2024 The day came.",
        "|23.03.2024",
        "|3/23/2024 They met.",
        "|2024/3/23 They met.",
        "|1.5.24",
        "|Published: 1.5.24",
        "|Published: 1.5",
        "|Published: yesterday",
        "|Published",
        "|dated2024-03-23",
        "|birthdate: 1.5.2024",
        "|The date: 1.5.2024",
        "|date 2024-03-23 was cold.",
        "|",
        "|a",
    };
    check_all(lines, COUNT(lines));
}

/* What looks like the begin of a time is none. */
static void no_time(void **state) {
    static const char *const lines[] = {
        "2024-03-23| 5 people met.", "2024-03-23| 14.05",
        "2024-03-23| 2025 came.",    "|2024-03-23T",
        "|2024-03-23 14:05pm",
    };
    check_all(lines, COUNT(lines));
}

/* No day and no month is larger than there are. */
static void out_of_range(void **state) {
    static const char *const lines[] = {
        "|2024-03-99",
        "|2024-13-13",
        "|2024-03-00",
        "|Published: 99.03.2024",
    };
    check_all(lines, COUNT(lines));
}

/* By the capitals of the language that has the label. */
static void own_capitals(void **state) {
    check("YAYIN TARİHİ: 23.03.2024|");
    check("Yayın tarihi: 23.03.2024|");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_capitals), cmocka_unit_test(alone),
        cmocka_unit_test(before_text),  cmocka_unit_test(none),
        cmocka_unit_test(no_time),      cmocka_unit_test(out_of_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
