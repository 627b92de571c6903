/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/user_list.h"
#include "unit/lang/style_support.h"

#include <stdlib.h>

static lede_status create(const char *bytes, size_t n, user_list **out,
                          lede_error *error) {
    return user_list_create(&(user_list_file){"dale-769", bytes, n}, NULL, out, error);
}

static bool has(const user_list *l, const char *key) {
    return user_list_has(l, key, strlen(key));
}

static void names(void **state) {
    size_t count = 0;
    const user_list_name *all = user_list_names(&count);
    assert_int_equal(count, 8);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(user_list_find_name(all[i].name, strlen(all[i].name)), &all[i]);
        assert_true(all[i].what[0] != '\0');
        assert_true(all[i].replaces == 0 || all[i].inflects);
    }
    assert_null(user_list_find_name("dale", 4));
    assert_null(user_list_find_name("", 0));
    assert_int_equal(user_list_find_name("dale-3000", 9)->replaces, WORD_LIST_DALE_3000);
    assert_int_equal(user_list_find_name("spache-1974", 11)->replaces,
                     WORD_LIST_SPACHE_1974);
    assert_int_equal(user_list_find_name("luong", 5)->replaces, 0);
}

static void good_lists(void **state) {
    static const struct {
        const char *bytes;
        size_t count; /* of words a, b, caf\xC3\xA9 ... */
        const char *words[4];
    } cases[] = {
        {"a\nb\nc\n", 3, {"a", "b", "c"}},
        {"a b\tc", 3, {"a", "b", "c"}},
        {"\xEF\xBB\xBF"
         "a\r\nb\r\n",
         2,
         {"a", "b"}},
        {"# a comment\r a # b c\nd#", 1, {"a"}},
        {"A\nB a b\n", 2, {"a", "b"}},
        {"Cafe\xCC\x81 STRA\xC3\x9F"
         "E",
         2,
         {"caf\xC3\xA9", "strasse"}},
        {"don\xE2\x80\x99t well\xE2\x80\x91known", 2, {"don't", "well-known"}},
        {"Mr. u.s. 'tis", 3, {"mr", "u.s", "'tis"}},
        {"\xC2\xA0"
         "a\xE2\x80\xA8"
         "b\xE3\x80\x80"
         "c\x0C",
         3,
         {"a", "b", "c"}},
        {"h\xC3\xB4m nay", 2, {"h\xC3\xB4m", "nay"}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        user_list *l = NULL;
        lede_error error = {0};
        if (i == 3) {
            /* "d#" ends in a mark. */
            assert_int_equal(create(cases[i].bytes, strlen(cases[i].bytes), &l, &error),
                             LEDE_BAD_DATA);
            continue;
        }
        assert_int_equal(create(cases[i].bytes, strlen(cases[i].bytes), &l, &error),
                         LEDE_OK);
        assert_int_equal(user_list_count(l), cases[i].count);
        for (size_t k = 0; k < 4 && cases[i].words[k] != NULL; k++) {
            assert_true(has(l, cases[i].words[k]));
        }
        assert_false(has(l, "zebra"));
        assert_false(has(l, ""));
        user_list_free(l);
    }
}

typedef struct bad_list {
    const char *bytes;
    size_t n;
    uint32_t line, column;
    uint64_t offset;
} bad_list;

#define BAD(bytes, line, column, offset)                                                 \
    { bytes, sizeof(bytes) - 1, line, column, offset }

static void bad_lists(void **state) {
    static const bad_list cases[] = {
        BAD("", 0, 0, 0),
        BAD("\xEF\xBB\xBF", 0, 0, 0),
        BAD(" \r\n\t\n", 0, 0, 0),
        BAD("# only\n# comments", 0, 0, 0),
        BAD("\xFF", 1, 1, 0),
        BAD("a\n\xC3\xA9 b \xC3", 2, 5, 7),
        BAD("a\r\n# x\r\xE9", 3, 1, 7), /* Latin-1 */
        BAD("the,\n", 1, 1, 0),
        BAD("the\n\n  a, b", 3, 3, 7),
        BAD("the -", 1, 5, 4),
        BAD("\xC3\xA9 \xC3\xA9 \"a\"", 1, 5, 6),
        BAD("a\0b", 1, 1, 0),
        BAD("a\n...\n", 2, 1, 2),
        BAD("\xEF\xBB\xBF"
            "a ;",
            1, 3, 5),
        BAD("a\xC2\xAD \xC2\xAD", 1, 1, 0), /* ends in a soft hyphen */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        user_list *l = (user_list *)&l;
        lede_error error;
        assert_int_equal(create(cases[i].bytes, cases[i].n, &l, &error), LEDE_BAD_DATA);
        assert_null(l);
        assert_int_equal(error.status, LEDE_BAD_DATA);
        assert_int_equal(error.line, cases[i].line);
        assert_int_equal(error.column, cases[i].column);
        assert_int_equal(error.offset, cases[i].offset);
        assert_true(error.text[0] != '\0');
        assert_int_equal(create(cases[i].bytes, cases[i].n, &l, NULL), LEDE_BAD_DATA);
    }
}

static void unknown_name(void **state) {
    user_list *l = NULL;
    lede_error error;
    assert_int_equal(
        user_list_create(&(user_list_file){"dale-3001", "a", 1}, NULL, &l, &error),
        LEDE_INVALID_ARGUMENT);
    assert_null(l);
    assert_non_null(strstr(error.text, "dale-3001"));
}

static void word_limit(void **state) {
    char bytes[] =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    user_list *l = NULL;
    lede_error error;
    assert_int_equal(sizeof bytes - 1, USER_LIST_WORD_BYTES + 1);
    assert_int_equal(create(bytes, USER_LIST_WORD_BYTES, &l, &error), LEDE_OK);
    assert_true(user_list_has(l, bytes, USER_LIST_WORD_BYTES));
    user_list_free(l);
    assert_int_equal(create(bytes, USER_LIST_WORD_BYTES + 1, &l, &error), LEDE_BAD_DATA);
    assert_int_equal(error.line, 1);
}

/* Doubles count towards the limit, so that it holds for time too. */
static void list_limits(void **state) {
    size_t n = 2u * (USER_LIST_WORDS + 1);
    char *bytes = malloc(n);
    user_list *l = NULL;
    lede_error error;
    assert_non_null(bytes);
    for (size_t i = 0; i < n; i += 2) {
        memcpy(bytes + i, "a\n", 2);
    }
    assert_int_equal(create(bytes, n - 2, &l, &error), LEDE_OK);
    assert_int_equal(user_list_count(l), 1);
    user_list_free(l);
    assert_int_equal(create(bytes, n, &l, &error), LEDE_TOO_LARGE);
    assert_int_equal(error.line, USER_LIST_WORDS + 1);
    assert_non_null(strstr(error.text, "USER_LIST_WORDS"));
    free(bytes);
    bytes = calloc(1, USER_LIST_BYTES + 1);
    assert_non_null(bytes);
    assert_int_equal(create(bytes, USER_LIST_BYTES + 1, &l, &error), LEDE_TOO_LARGE);
    assert_non_null(strstr(error.text, "USER_LIST_BYTES"));
    free(bytes);
}

/* Many words, and one word of the whole file. */
static void large_lists(void **state) {
    enum { WORDS = 200000, BYTES = WORDS * 7 };
    char *bytes = malloc(BYTES);
    user_list *l = NULL;
    lede_error error;
    assert_non_null(bytes);
    for (uint32_t i = 0; i < WORDS; i++) {
        for (uint32_t k = 0, value = i; k < 6; k++, value /= 26) {
            bytes[i * 7 + k] = (char)('a' + value % 26);
        }
        bytes[i * 7 + 6] = '\n';
    }
    assert_int_equal(create(bytes, BYTES, &l, &error), LEDE_OK);
    assert_int_equal(user_list_count(l), WORDS);
    for (uint32_t i = 0; i < WORDS; i++) {
        assert_true(user_list_has(l, bytes + i * 7, 6));
        assert_false(user_list_has(l, bytes + i * 7, 5));
    }
    user_list_free(l);
    memset(bytes, 'a', BYTES);
    assert_int_equal(create(bytes, BYTES, &l, &error), LEDE_BAD_DATA);
    free(bytes);
}

static void inflection(void **state) {
    static const char list[] = "baby stop big";
    const language_pack *english = pack_of("en");
    user_list *inflects = NULL, *exact = NULL;
    lede_error error;
    assert_int_equal(
        user_list_create(&(user_list_file){"spache-1974", list, sizeof list - 1}, NULL,
                         &inflects, &error),
        LEDE_OK);
    assert_int_equal(
        user_list_create(&(user_list_file){"harris-jacobson", list, sizeof list - 1},
                         NULL, &exact, &error),
        LEDE_OK);
    assert_string_equal(user_list_named(exact)->name, "harris-jacobson");
    assert_true(user_list_knows(inflects, english, "babies", 6));
    assert_true(user_list_knows(inflects, english, "biggest", 7));
    assert_true(user_list_knows(inflects, english, "1948", 4));
    assert_true(user_list_knows(inflects, english, "baby-stop", 9));
    assert_false(user_list_knows(inflects, english, "mother", 6));
    assert_false(user_list_has(inflects, "babies", 6));
    assert_true(user_list_knows(exact, english, "baby", 4));
    assert_false(user_list_knows(exact, english, "babies", 6));
    assert_false(user_list_knows(inflects, pack_neutral(), "babies", 6));
    user_list_free(inflects);
    user_list_free(exact);
    user_list_free(NULL);
}

typedef struct failing {
    lede_allocator allocator;
    size_t left; /* calls that still succeed */
    size_t held; /* bytes */
} failing;

static void *fail_later(void *context, void *block, size_t old_size, size_t new_size) {
    failing *f = context;
    if (new_size > 0 && f->left == 0) {
        return NULL;
    }
    f->left -= new_size > 0;
    f->held += new_size - old_size;
    return memory_default.resize(memory_default.ctx, block, old_size, new_size);
}

static void no_memory(void **state) {
    static const char list[] = "a b c d e f g h i j k l m n o p q r Cafe\xCC\x81 s t";
    lede_status status = LEDE_NO_MEMORY;
    size_t calls = 0;
    for (; status == LEDE_NO_MEMORY; calls++) {
        failing f = {.left = calls};
        f.allocator = (lede_allocator){.resize = fail_later, .ctx = &f};
        user_list *l = NULL;
        status = user_list_create(&(user_list_file){"luong", list, sizeof list - 1},
                                  &f.allocator, &l, NULL);
        assert_int_equal(l != NULL, status == LEDE_OK);
        user_list_free(l);
        assert_int_equal(f.held, 0);
    }
    assert_int_equal(status, LEDE_OK);
    assert_true(calls > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),       cmocka_unit_test(good_lists),
        cmocka_unit_test(bad_lists),   cmocka_unit_test(unknown_name),
        cmocka_unit_test(word_limit),  cmocka_unit_test(list_limits),
        cmocka_unit_test(large_lists), cmocka_unit_test(inflection),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
