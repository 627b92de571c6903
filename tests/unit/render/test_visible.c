/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/visible.h"
#include "unicode/utf8.h"

static void show(kept *k, const char *bytes, size_t n) {
    out o;
    out_init(&o, kept_sink(k));
    visible_write(&o, bytes, n);
    assert_int_equal(out_flush(&o), LEDE_OK);
}

typedef struct example {
    const char *bytes;
    const char *wanted;
} example;

static void expect_all(const example *examples, size_t count) {
    for (size_t i = 0; i < count; i++) {
        kept k = {0};
        show(&k, examples[i].bytes, strlen(examples[i].bytes));
        kept_expect(&k, examples[i].wanted);
    }
}

#define EXPECT_ALL(examples) expect_all(examples, sizeof(examples) / sizeof *(examples))

static void test_white_space(void **state) {
    static const example examples[] = {
        {"", ""},
        {"one two", "one two"},
        {"one  two ", "one  two "},
        {"one\ntwo", "one two"},
        {"one \r\n\t two", "one two"},
        {"one\r\rtwo\v\f", "one two "},
        {"\none", " one"},
        {"one\xE2\x80\xA8\xE2\x80\xA9two", "one two"},
        {"one\ttwo", "one two"},
        {"one \t\t two", "one    two"},
        {"\xC2\xA0\t\xE3\x80\x80", "\xC2\xA0 \xE3\x80\x80"},
        {"one\xC2\xA0two\xE3\x80\x80", "one\xC2\xA0two\xE3\x80\x80"},
        {"one\xC2\xA0\n\xE3\x80\x80two", "one two"},
    };
    (void)state;
    EXPECT_ALL(examples);
}

static void test_controls(void **state) {
    static const example examples[] = {
        {"\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"},
        {"a\x01\x08\x7f", "a\\x01\\x08\\x7f"},
        {"wait\xC2\x85 \xC2\x9B", "wait\\u0085 \\u009b"},
    };
    (void)state;
    EXPECT_ALL(examples);
    kept k = {0};
    show(&k, "a\0b", 3);
    kept_expect(&k, "a\\x00b");
}

static void test_hidden(void **state) {
    static const example examples[] = {
        {"a\xE2\x80\xAEz\xE2\x80\xAC", "a<U+202E>z<U+202C>"},
        {"\xE2\x81\xA6x\xE2\x81\xA9", "<U+2066>x<U+2069>"},
        {"\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C", "<U+200E><U+200F><U+061C>"},
        {"\xEF\xBB\xBFx\xE2\x80\x8B", "<U+FEFF>x<U+200B>"},
    };
    (void)state;
    EXPECT_ALL(examples);
}

static void test_bad_bytes(void **state) {
    static const example examples[] = {
        {"caf\xE9.txt", "caf\\xe9.txt"},
        {"\xF0\x9F\x91", "\\xf0\\x9f\\x91"},
        {"\xC0\xAF", "\\xc0\\xaf"},
        {"\xED\xA0\x80 x", "\\xed\\xa0\\x80 x"},
    };
    (void)state;
    EXPECT_ALL(examples);
}

static void test_the_rest_stays(void **state) {
    static const example examples[] = {
        {"\xC3\xA9 e\xCC\x81 \xE4\xB8\xAD \xD7\x90 \xEF\xBF\xBD \\n",
         "\xC3\xA9 e\xCC\x81 \xE4\xB8\xAD \xD7\x90 \xEF\xBF\xBD \\n"},
        /* An emoji sequence needs its joiners. */
        {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB co\xC2\xADop",
         "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB co\xC2\xADop"},
    };
    (void)state;
    EXPECT_ALL(examples);
}

static void test_hidden_set(void **state) {
    static const uint32_t hidden[] = {0x061C, 0x200B, 0x200E, 0x200F, 0x202A,
                                      0x202B, 0x202C, 0x202D, 0x202E, 0x2066,
                                      0x2067, 0x2068, 0x2069, 0xFEFF};
    size_t found = 0;
    (void)state;
    for (uint32_t code = 0; code < 0x110000; code++) {
        if (visible_is_hidden(code)) {
            assert_true(found < sizeof hidden / sizeof *hidden);
            assert_int_equal(code, hidden[found]);
            found++;
        }
    }
    assert_int_equal(found, sizeof hidden / sizeof *hidden);
}

/* Whatever comes in, what goes out is printable UTF-8 in one line. */
static void expect_harmless(const kept *k) {
    size_t size = 0;
    for (size_t at = 0; at < k->size; at += size) {
        utf8_point point = utf8_decode(k->bytes + at, k->size - at);
        assert_false(point.bad);
        assert_true(point.code >= 0x20 && (point.code < 0x7F || point.code > 0x9F));
        assert_true(point.code != 0x2028 && point.code != 0x2029);
        assert_false(visible_is_hidden(point.code));
        size = point.bytes;
    }
}

static void test_random_bytes_are_harmless(void **state) {
    static const char pool[] = " \t\n\r\x1b\x7f\xC2\x85\xE2\x80\xA8\xAE\x81\xEF\xBB\xBF"
                               "a\xF0\x9F\x91\xD8\x9C\xFF";
    uint64_t seed = 7;
    char bytes[64];
    (void)state;
    for (int round = 0; round < 20000; round++) {
        size_t n = (size_t)round % sizeof bytes;
        for (size_t i = 0; i < n; i++) {
            seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            bytes[i] = pool[(seed >> 33) % (sizeof pool - 1)];
        }
        kept k = {0};
        show(&k, bytes, n);
        expect_harmless(&k);
        kept_free(&k);
    }
}

static void test_refused_at_every_write(void **state) {
    static char text[20000];
    (void)state;
    memset(text, 'x', sizeof text);
    for (size_t i = 0; i < sizeof text; i += 500) {
        text[i] = '\n';
    }
    kept k = {0};
    show(&k, text, sizeof text);
    size_t writes = k.writes;
    assert_true(writes > 2);
    kept_free(&k);
    for (size_t at = 1; at <= writes; at++) {
        out o;
        k.refuse_at = at;
        out_init(&o, kept_sink(&k));
        visible_write(&o, text, sizeof text);
        assert_int_equal(out_flush(&o), LEDE_WRITE_FAILED);
        kept_free(&k);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_white_space),
        cmocka_unit_test(test_controls),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_the_rest_stays),
        cmocka_unit_test(test_hidden_set),
        cmocka_unit_test(test_random_bytes_are_harmless),
        cmocka_unit_test(test_refused_at_every_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
