/* SPDX-License-Identifier: MIT */
#include "unit/repeat/repeat_support.h"

/* ---- Lists of accepted phrases ------------------------------------------------------
 */

/* "line begin-end", a line each. */
static void expect_entries(const char *bytes, size_t n, const char *wanted) {
    said s;
    shown found = {.n = 0};
    size_t count = 0;
    lede_error error;
    lede_accepted *list = NULL;
    lede_repeats_options options = LEDE_REPEATS_OPTIONS_INIT;
    assert_int_equal(lede_accepted_create(bytes, n, NULL, &list, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    options.accepted = list;
    said_open(&s, "So be it.", NULL, &options);
    const lede_accepted_use *use = lede_repeats_accepted(s.r, &count);
    for (size_t i = 0; i < count; i++) {
        show(&found, "%u %u-%u\n", use[i].line, use[i].phrase.begin, use[i].phrase.end);
        assert_int_equal(use[i].used, 0);
    }
    assert_string_equal(found.text, wanted);
    said_close(&s);
    lede_accepted_free(list);
}

#define EXPECT_ENTRIES(text, wanted) expect_entries(text, sizeof(text) - 1, wanted)

static void lines(void **state) {
    EXPECT_ENTRIES("", "");
    EXPECT_ENTRIES("tin box", "1 0-7\n");
    EXPECT_ENTRIES("tin box\n", "1 0-7\n");
    EXPECT_ENTRIES("tin box\noak lid\n", "1 0-7\n2 8-15\n");
    EXPECT_ENTRIES("tin box\r\noak lid\r\n", "1 0-7\n2 9-16\n");
    EXPECT_ENTRIES("\n\n  tin box \t\n", "3 4-11\n");
    EXPECT_ENTRIES("# tin box\n  # oak lid\noak # lid\n", "3 22-31\n");
    EXPECT_ENTRIES("\xEF\xBB\xBFtin box\n", "1 3-10\n");
    EXPECT_ENTRIES("\xEF\xBB\xBF", "");
    EXPECT_ENTRIES("\xEF\xBB\xBF# tin\noak\n", "2 9-12\n");
    EXPECT_ENTRIES("a\0b\n", "1 0-3\n");
}

static void expect_error(const char *bytes, size_t n, lede_status status, uint32_t line,
                         uint64_t offset) {
    lede_error error;
    lede_accepted *list = (lede_accepted *)&error;
    assert_int_equal(lede_accepted_create(bytes, n, NULL, &list, &error), status);
    assert_null(list);
    assert_int_equal(error.status, status);
    assert_int_equal(error.line, line);
    assert_int_equal(error.offset, offset);
    assert_int_equal(lede_accepted_create(bytes, n, NULL, &list, NULL), status);
    assert_null(list);
}

static void bad_bytes(void **state) {
    expect_error("tin\xFF", 4, LEDE_BAD_ENCODING, 1, 3);
    expect_error("tin\n\n# \xC3\n", 8, LEDE_BAD_ENCODING, 3, 7); /* in a comment too */
    expect_error("tin\r\nb\xE2\x80\r\n", 10, LEDE_BAD_ENCODING, 2, 6);
    expect_error("\xFF\xFEt\0", 4, LEDE_BAD_ENCODING, 1, 0);
}

#define MOST 1048576u

static void too_many_bytes(void **state) {
    char *bytes = malloc(MOST + 1);
    lede_accepted *list = NULL;
    assert_non_null(bytes);
    memset(bytes, 'a', MOST + 1);
    assert_int_equal(lede_accepted_create(bytes, MOST, NULL, &list, NULL), LEDE_OK);
    lede_accepted_free(list);
    expect_error(bytes, MOST + 1, LEDE_TOO_LARGE, 0, 0);
    free(bytes);
}

static void arguments_of_lists(void **state) {
    lede_error error;
    lede_accepted *list = NULL;
    expect_error(NULL, 1, LEDE_INVALID_ARGUMENT, 0, 0);
    assert_int_equal(lede_accepted_create("a", 1, NULL, NULL, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_accepted_create(NULL, 0, NULL, &list, &error), LEDE_OK);
    lede_accepted_free(list);
    lede_accepted_free(NULL);
}

/* The bytes are copied. */
static void bytes_are_copied(void **state) {
    said s;
    size_t count = 0;
    char *bytes = malloc(7);
    lede_accepted *list = NULL;
    lede_repeats_options options = LEDE_REPEATS_OPTIONS_INIT;
    assert_non_null(bytes);
    memcpy(bytes, "tin box", 7);
    assert_int_equal(lede_accepted_create(bytes, 7, NULL, &list, NULL), LEDE_OK);
    memset(bytes, 0, 7);
    free(bytes);
    options.accepted = list;
    said_open(&s, "A tin box. The tin box.", NULL, &options);
    lede_accepted_free(list); /* used while repeats are found, and no longer */
    assert_int_equal(lede_repeats_accepted(s.r, &count)->used, 1);
    assert_int_equal(count, 1);
    said_close(&s);
}

/* ---- Arguments ----------------------------------------------------------------------
 */

static void arguments(void **state) {
    opened o;
    lede_error error;
    lede_repeats *r = (lede_repeats *)&o;
    opened_text(&o, "So be it.", NULL);
    assert_int_equal(lede_repeats_create(NULL, NULL, &r, &error), LEDE_INVALID_ARGUMENT);
    assert_null(r);
    assert_int_equal(error.status, LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_repeats_create(&o.d, NULL, NULL, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_repeats_create(NULL, NULL, &r, NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_repeats_create(&o.d, NULL, &r, NULL), LEDE_OK);
    lede_repeats_free(r);
    lede_repeats_free(NULL);
    opened_close(&o);
}

static void ranges(void **state) {
    static const struct {
        lede_repeats_options options;
        const char *error; /* NULL: none */
    } cases[] = {
        {{.min_words = 0}, NULL},
        {{.min_words = 1}, "min_words is not 0 or 2 to 100"},
        {{.min_words = 2}, NULL},
        {{.min_words = LEDE_REPEAT_WORDS}, NULL},
        {{.min_words = LEDE_REPEAT_WORDS + 1}, "min_words is not 0 or 2 to 100"},
        {{.max_words = 1}, "max_words is below min_words"},
        {{.max_words = 2}, NULL},
        {{.min_words = 3, .max_words = 2}, "max_words is below min_words"},
        {{.min_words = 3, .max_words = 3}, NULL},
        {{.max_words = UINT32_MAX}, NULL},
        {{.min_count = 1}, "min_count is 1"},
        {{.min_count = 2}, NULL},
        {{.min_count = UINT32_MAX}, NULL},
        {{.window = 1}, NULL},
        {{.window = UINT32_MAX}, NULL},
    };
    opened o;
    opened_text(&o, "A tin box. The tin box.", NULL);
    for (size_t i = 0; i < COUNT(cases); i++) {
        lede_error error;
        lede_repeats *r = NULL;
        lede_status wanted = cases[i].error != NULL ? LEDE_INVALID_ARGUMENT : LEDE_OK;
        assert_int_equal(lede_repeats_create(&o.d, &cases[i].options, &r, &error),
                         wanted);
        assert_string_equal(error.text, cases[i].error != NULL ? cases[i].error : "");
        assert_true((r != NULL) == (wanted == LEDE_OK));
        lede_repeats_free(r);
    }
    opened_close(&o);
}

static void names_of_groups(void **state) {
    assert_string_equal(lede_repeat_group_name(LEDE_REPEAT_STOCK), "stock");
    assert_string_equal(lede_repeat_group_name(LEDE_REPEAT_FORMULA), "formula");
    assert_string_equal(lede_repeat_group_name(LEDE_REPEAT_TOPIC), "topic");
    assert_string_equal(lede_repeat_group_name(LEDE_REPEAT_NAME), "name");
    assert_string_equal(lede_repeat_group_name(LEDE_REPEAT_GROUPS), "unknown");
    assert_string_equal(lede_repeat_group_name((lede_repeat_group)-1), "unknown");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(bad_bytes),
        cmocka_unit_test(too_many_bytes),
        cmocka_unit_test(arguments_of_lists),
        cmocka_unit_test(bytes_are_copied),
        cmocka_unit_test(arguments),
        cmocka_unit_test(ranges),
        cmocka_unit_test(names_of_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
