/* SPDX-License-Identifier: MIT */
/* The JSON writer, by what it writes and by what another parser reads. */
#include "sample.h"

#include "render/json.h"
#include "unicode/utf8.h"

#include <float.h>

#include <jansson.h>

static uint64_t random_state = 1;

static uint32_t next_random(uint32_t below) {
    random_state =
        random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % below;
}

/* ---- By what it writes -------------------------------------------------- */

static void write_nested(json_writer *j) {
    jw_object_begin(j);
    jw_key(j, "a");
    jw_array_begin(j);
    jw_array_end(j);
    jw_key(j, "b");
    jw_array_begin(j);
    jw_u64(j, 1);
    jw_object_begin(j);
    jw_object_end(j);
    jw_text(j, "x");
    jw_text(j, NULL);
    jw_bool(j, true);
    jw_array_end(j);
    jw_member_bool(j, "c", false);
    jw_member_u64(j, "d", UINT64_MAX);
    jw_member_text(j, "e", "");
    jw_object_end(j);
}

static void test_commas(void **state) {
    (void)state;
    kept k = {0};
    out o;
    json_writer j;
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    write_nested(&j);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "{\"a\":[],\"b\":[1,{},\"x\",null,true],\"c\":false,"
                    "\"d\":18446744073709551615,\"e\":\"\"}");
}

static void test_lines(void **state) {
    (void)state;
    kept k = {0};
    out o;
    json_writer j;
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    jw_array_begin(&j);
    for (uint64_t i = 1; i <= 3; i++) {
        jw_line(&j);
        jw_u64(&j, i);
    }
    jw_array_end(&j);
    (void)out_flush(&o);
    kept_expect(&k, "[\n1,\n2,\n3]");
}

static void test_doubles(void **state) {
    static const struct {
        double value;
        const char *wanted;
    } cases[] = {{0.5, "0.5"},
                 {-0.25, "-0.25"},
                 {3.0, "3"},
                 {0x1p-32, NULL},
                 {DBL_MAX * 2, "null"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        kept k = {0};
        out o;
        json_writer j;
        out_init(&o, kept_sink(&k));
        jw_init(&j, &o);
        jw_double(&j, cases[i].value);
        (void)out_flush(&o);
        if (cases[i].wanted == NULL) {
            assert_true(strtod(k.bytes, NULL) == cases[i].value);
            kept_free(&k);
        } else {
            kept_expect(&k, cases[i].wanted);
        }
    }
}

static void write_string(kept *k, const char *bytes, size_t n) {
    out o;
    json_writer j;
    out_init(&o, kept_sink(k));
    jw_init(&j, &o);
    jw_string(&j, bytes, n);
    assert_int_equal(out_flush(&o), LEDE_OK);
}

static void test_escapes(void **state) {
    static const struct {
        const char *bytes;
        const char *wanted;
    } cases[] = {
        {"", "\"\""},
        {"plain </script> text", "\"plain </script> text\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
        {"\b\t\n\f\r\x01\x1b\x7f", "\"\\b\\t\\n\\f\\r\\u0001\\u001b\\u007f\""},
        {"\xC2\x85\xC2\x9F\xC2\xA0", "\"\\u0085\\u009f\xC2\xA0\""},
        {"\xE2\x80\xA7\xE2\x80\xA8\xE2\x80\xA9", "\"\xE2\x80\xA7\\u2028\\u2029\""},
        {"\xE2\x80\xAE\xE2\x81\xA6\xE2\x81\xA9\xE2\x80\xAC\xE2\x80\x8E\xD8\x9C",
         "\"\\u202e\\u2066\\u2069\\u202c\\u200e\\u061c\""},
        {"\xEF\xBB\xBF\xE2\x80\x8B", "\"\\ufeff\\u200b\""},
        /* Joiners and soft hyphens are part of words and stay. */
        {"\xE2\x80\x8D\xC2\xAD", "\"\xE2\x80\x8D\xC2\xAD\""},
        {"\xF0\x9F\x91\x8B\xE4\xB8\xAD\xC3\xA9",
         "\"\xF0\x9F\x91\x8B\xE4\xB8\xAD\xC3\xA9\""},
        /* Bad bytes: one replacement per maximal subpart. */
        {"a\xFFz", "\"a\xEF\xBF\xBDz\""},
        {"\xF0\x9F\x91", "\"\xEF\xBF\xBD\""},
        {"\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        kept k = {0};
        write_string(&k, cases[i].bytes, strlen(cases[i].bytes));
        kept_expect(&k, cases[i].wanted);
    }
}

static void test_words(void **state) {
    kept k = {0};
    json_writer j;
    out o;
    (void)state;
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    jw_array_begin(&j);
    jw_words(&j, "a \n\tb\xC2\xA0 \"c\"\x1b", 12);
    jw_words(&j, "", 0);
    jw_array_end(&j);
    (void)out_flush(&o);
    kept_expect(&k, "[\"a b \\\"c\\\"\\u001b\",\"\"]");
}

static void test_nul(void **state) {
    (void)state;
    kept k = {0};
    write_string(&k, "a\0b", 3);
    kept_expect(&k, "\"a\\u0000b\"");
}

/* ---- By what another parser reads --------------------------------------- */

/* The string that a reader must get: bad sequences replaced, all else kept. */
static size_t repair(const char *bytes, size_t n, char *repaired) {
    size_t size = 0;
    for (size_t at = 0; at < n;) {
        utf8_point point = utf8_decode(bytes + at, n - at);
        size += utf8_encode(point.code, repaired + size);
        at += point.bytes;
    }
    return size;
}

static void expect_read_back(const char *bytes, size_t n) {
    static char repaired[3 * 512];
    kept k = {0};
    json_error_t error;
    write_string(&k, bytes, n);
    size_t size = repair(bytes, n, repaired);
    json_t *read = json_loadb(k.bytes, k.size, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    assert_non_null(read);
    assert_int_equal(json_string_length(read), size);
    assert_memory_equal(json_string_value(read), repaired, size);
    for (size_t i = 0; i < k.size; i++) {
        assert_true((unsigned char)k.bytes[i] >= 0x20 && k.bytes[i] != 0x7F);
    }
    json_decref(read);
    kept_free(&k);
}

static uint32_t random_scalar(void) {
    static const uint32_t ends[] = {0x80, 0x100, 0x800, 0x2100, 0x10000, 0x110000};
    uint32_t code = next_random(ends[next_random(6)]);
    return code >= 0xD800 && code < 0xE000 ? 0xFFFD : code;
}

static void test_random_text(void **state) {
    char text[512];
    (void)state;
    for (int round = 0; round < 5000; round++) {
        size_t n = 0;
        for (uint32_t left = next_random(120); left > 0; left--) {
            n += utf8_encode(random_scalar(), text + n);
        }
        expect_read_back(text, n);
    }
}

static void test_random_bytes(void **state) {
    char bytes[512];
    (void)state;
    for (int round = 0; round < 5000; round++) {
        size_t n = next_random(sizeof bytes);
        for (size_t i = 0; i < n; i++) {
            bytes[i] =
                (char)(next_random(2) == 0 ? next_random(256) : 0x80 + next_random(128));
        }
        expect_read_back(bytes, n);
    }
}

static void test_every_scalar(void **state) {
    char text[4];
    (void)state;
    for (uint32_t code = 0; code < 0x110000; code += code < 0x3000 ? 1 : 61) {
        if (code < 0xD800 || code >= 0xE000) {
            expect_read_back(text, utf8_encode(code, text));
        }
    }
}

/* ---- A sink that refuses -------------------------------------------------- */

static lede_status write_much(kept *k) {
    static char text[20000];
    out o;
    json_writer j;
    memset(text, 'x', sizeof text);
    for (size_t i = 0; i < sizeof text; i += 700) {
        text[i] = '\n';
    }
    out_init(&o, kept_sink(k));
    jw_init(&j, &o);
    jw_array_begin(&j);
    jw_string(&j, text, sizeof text);
    jw_u64(&j, 1);
    jw_array_end(&j);
    return out_flush(&o);
}

static void test_refused_at_every_write(void **state) {
    (void)state;
    kept k = {0};
    assert_int_equal(write_much(&k), LEDE_OK);
    size_t writes = k.writes;
    assert_true(writes > 2);
    kept_free(&k);
    for (size_t at = 1; at <= writes; at++) {
        k.refuse_at = at;
        assert_int_equal(write_much(&k), LEDE_WRITE_FAILED);
        assert_int_equal(k.writes, at);
        kept_free(&k);
    }
}

/* Runs go to the writer in one piece, not byte by byte. */
static void test_long_run_is_one_write(void **state) {
    static char text[1 << 20];
    (void)state;
    kept k = {0};
    memset(text, 'x', sizeof text);
    write_string(&k, text, sizeof text);
    assert_int_equal(k.size, sizeof text + 2);
    assert_true(k.writes <= 3);
    kept_free(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commas),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_random_text),
        cmocka_unit_test(test_random_bytes),
        cmocka_unit_test(test_every_scalar),
        cmocka_unit_test(test_refused_at_every_write),
        cmocka_unit_test(test_long_run_is_one_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
