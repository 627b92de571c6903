/* SPDX-License-Identifier: MIT */
/* The scanner of records, by hand and against another parser. */
#include "cli/json_scan.h"

#include "unicode/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

/* ---- By hand ------------------------------------------------------------- */

static lede_status scan(json_record *r, const char *line, lede_error *error) {
    return json_scan_record(r, line, strlen(line), error);
}

static void test_ids(void **state) {
    static const char *const ids[] = {
        "\"a\"", "\"\\u0041\\/\"", "1.50e+3", "-0",   "{ \"a\": [1, {}] }",
        "[ ]",   "null",           "true",    "\"\"", "\"\xFF\""};
    json_record r = {.id = {NULL, 0, 0}};
    lede_error error;
    char line[200];
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        (void)snprintf(line, sizeof line, "{\"id\" : %s , \"text\":\"x\"}", ids[i]);
        assert_int_equal(scan(&r, line, &error), LEDE_OK);
        assert_string_equal(r.id.items, ids[i]);
        (void)snprintf(line, sizeof line, "{\"id\":%s,\"text\":!", ids[i]);
        assert_int_equal(scan(&r, line, &error), LEDE_BAD_DATA);
        assert_string_equal(r.id.items, ids[i]);
    }
    assert_int_equal(scan(&r, "{\"text\":\"x\"}", &error), LEDE_OK);
    assert_string_equal(r.id.items, "null");
    assert_int_equal(scan(&r, "{\"id\":1,\"id\":2,\"text\":\"x\"}", &error), LEDE_OK);
    assert_string_equal(r.id.items, "2");
    json_free_record(&r);
}

/* Of a line that was cut off the id counts when all of it was read. */
static void test_id_of_a_part(void **state) {
    static const struct {
        const char *line, *id;
    } parts[] = {
        {"{\"id\":12", "null"},
        {"{\"id\":12,", "12"},
        {"{\"id\":12 ", "12"},
        {"{\"id\":\"ab", "null"},
        {"{\"id\":\"ab\"", "\"ab\""},
        {"{\"id\":[1", "null"},
        {"{\"id\":[1]", "[1]"},
        {"{\"id\":tru", "null"},
        {"{\"id\":1,\"text\":\"x", "1"},
        {"{\"id\":1,\"text\":7,\"x\":[", "1"},
        {"{\"text\":\"x\",\"id\":5,", "5"},
        {"", "null"},
        {"[1", "null"},
        {"{\"id\":1,\"id\":2", "1"},
    };
    json_record r = {.id = {NULL, 0, 0}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *line = parts[i].line;
        assert_int_equal(json_scan_id(&r, line, strlen(line)), LEDE_OK);
        assert_string_equal(r.id.items, parts[i].id);
        assert_int_equal(r.text.bytes.count, 0);
    }
    json_free_record(&r);
}

static void expect_bytes(const json_field *field, const char *wanted, size_t n) {
    assert_true(field->given);
    assert_int_equal(field->bytes.count, n);
    assert_memory_equal(field->bytes.items, wanted, n);
}

static void test_fields(void **state) {
    json_record r = {.id = {NULL, 0, 0}};
    lede_error error;
    assert_int_equal(scan(&r,
                          "{\"lang\":\"en\",\"title\":null,\"text\":\"no\",\"text\":"
                          "\"\\ud83d\\ude00\\u0000\\ud800x\xFF\\n\"}",
                          &error),
                     LEDE_OK);
    expect_bytes(&r.text,
                 "\xF0\x9F\x98\x80\0\xEF\xBF\xBD"
                 "x\xFF\n",
                 11);
    expect_bytes(&r.lang, "en", 3);
    assert_int_equal(r.lang.begin, 8);
    assert_false(r.title.given);
    json_free_record(&r);
}

/* A mark before the record is no part of it; one inside the text is. */
static void test_byte_order_mark(void **state) {
    json_record r = {.id = {NULL, 0, 0}};
    lede_error error;
    assert_int_equal(
        scan(&r, "\xEF\xBB\xBF {\"id\":1,\"text\":\"\xEF\xBB\xBFx\"}", &error), LEDE_OK);
    expect_bytes(&r.text, "\xEF\xBB\xBFx", 4);
    assert_string_equal(r.id.items, "1");
    assert_int_equal(scan(&r, "\xEF\xBB\xBF", &error), LEDE_BAD_DATA);
    assert_int_equal(error.offset, 3);
    assert_int_equal(scan(&r, "\xEF\xBB{\"text\":\"x\"}", &error), LEDE_BAD_DATA);
    assert_int_equal(error.offset, 0);
    assert_int_equal(scan(&r, "{\xEF\xBB\xBF\"text\":\"x\"}", &error), LEDE_BAD_DATA);
    assert_int_equal(error.offset, 1);
    json_free_record(&r);
}

static void test_offsets(void **state) {
    static const struct {
        const char *line;
        size_t offset;
    } bad[] = {
        {"", 0},
        {"  ", 2},
        {"[]", 0},
        {"{}", 2},
        {"{\"text\":1}", 8},
        {"{\"text\":null}", 13},
        {"{\"text\":\"x\"", 11},
        {"{\"text\":\"x\"} x", 13},
        {"{\"text\":\"x\",}", 12},
        {"{\"text\" \"x\"}", 8},
        {"{\"text\":\"a\tb\"}", 10},
        {"{\"text\":\"\\x\"}", 10},
        {"{\"text\":\"\\u12g4\"}", 11},
        {"{\"id\":01}", 8},
        {"{\"id\":[1}", 8},
        {"{\"id\":tru}", 6},
        {"{\"lang\":\"en\\u0000x\"}", 8},
    };
    json_record r = {.id = {NULL, 0, 0}};
    lede_error error;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(scan(&r, bad[i].line, &error), LEDE_BAD_DATA);
        if (error.offset != bad[i].offset) {
            print_error("%s: %llu\n", bad[i].line, (unsigned long long)error.offset);
        }
        assert_int_equal(error.offset, bad[i].offset);
    }
    json_free_record(&r);
}

static lede_status scan_nested(size_t depth) {
    json_record r = {.id = {NULL, 0, 0}};
    lede_error error;
    char line[400] = "{\"text\":\"x\",\"id\":";
    size_t n = strlen(line);
    memset(line + n, '[', depth);
    memset(line + n + depth, ']', depth);
    line[n + 2 * depth] = '}';
    lede_status status = json_scan_record(&r, line, n + 2 * depth + 1, &error);
    json_free_record(&r);
    return status;
}

/* A string is read eight bytes at a time up to what ends its run, wherever that
 * stands. Behind a quote or backslash the line is malformed. */
static void test_runs(void **state) {
    static const char head[] = "{\"text\":\"";
    json_record r = {.id = {NULL, 0, 0}};
    for (unsigned byte = 0; byte < 256; byte++) {
        for (size_t at = 0; at < 20; at++) {
            char line[64] = "{\"text\":\"aaaaaaaaaaaaaaaaaaaa\"}";
            lede_error error;
            size_t n = strlen(line), place = sizeof head - 1 + at;
            line[place] = (char)(unsigned char)byte;
            lede_status status = json_scan_record(&r, line, n, &error);
            if (byte >= 0x20 && byte != '"' && byte != '\\') {
                assert_int_equal(status, LEDE_OK);
                expect_bytes(&r.text, line + sizeof head - 1, 20);
                continue;
            }
            assert_int_equal(status, LEDE_BAD_DATA);
            bool last = at == 19 && byte == '\\'; /* then the quote is escaped */
            assert_int_equal(error.offset, last ? n : place + (byte >= 0x20));
        }
    }
    json_free_record(&r);
}

static void test_depth(void **state) {
    assert_int_equal(scan_nested(JSON_DEPTH_MAX), LEDE_OK);
    assert_int_equal(scan_nested(JSON_DEPTH_MAX + 1), LEDE_BAD_DATA);
}

/* ---- Against jansson ------------------------------------------------------ */

static uint64_t random_state = 7;

static uint32_t next_random(uint32_t below) {
    random_state =
        random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % below;
}

static size_t mutate(char *line, size_t n) {
    static const char bytes[] = "{}[]\",:\\u0123456789abdeEfnrt+-. \t\x01/l";
    for (uint32_t i = 0, times = next_random(3); i <= times && n > 1; i++) {
        size_t at = next_random((uint32_t)n);
        char byte = bytes[next_random(sizeof bytes - 1)];
        switch (next_random(3)) {
        case 0:
            line[at] = byte;
            break;
        case 1:
            memmove(line + at, line + at + 1, n - at - 1);
            n--;
            break;
        default:
            memmove(line + at + 1, line + at, n - at);
            line[at] = byte;
            n++;
        }
    }
    return n;
}

/* What the two parsers treat differently on purpose: bad UTF-8, lone surrogates,
 * and numbers that jansson finds too large. */
static bool comparable(const char *line, size_t n, const json_error_t *error) {
    return utf8_valid_prefix(line, n) == n && strstr(error->text, "surrogate") == NULL &&
           strstr(error->text, "invalid Unicode") == NULL &&
           strstr(error->text, "real number overflow") == NULL &&
           strstr(error->text, "too big") == NULL &&
           strstr(error->text, "NUL byte in object key") == NULL &&
           strstr(error->text, "\\u0000") == NULL;
}

/* As the record asks: the field is a string, or null or absent. */
static bool same_field(const json_field *field, const json_t *value, size_t tail) {
    if (value == NULL || json_is_null(value)) {
        return !field->given;
    }
    size_t n = json_string_length(value);
    return json_is_string(value) && field->given && field->bytes.count == n + tail &&
           (n == 0 || memcmp(field->bytes.items, json_string_value(value), n) == 0);
}

static bool fits(const json_t *root) {
    static const char *const names[] = {"title", "lang"};
    for (size_t i = 0; i < 2; i++) {
        const json_t *value = json_object_get(root, names[i]);
        if (value != NULL && !json_is_string(value) && !json_is_null(value)) {
            return false;
        }
    }
    const json_t *lang = json_object_get(root, "lang");
    bool hidden = json_is_string(lang) &&
                  strlen(json_string_value(lang)) != json_string_length(lang);
    return !hidden && json_is_string(json_object_get(root, "text"));
}

static bool compare(json_record *r, const char *line, size_t n) {
    json_error_t why = {.line = 0};
    lede_error error;
    json_t *root = json_loadb(line, n, JSON_ALLOW_NUL, &why);
    bool ours = json_scan_record(r, line, n, &error) == LEDE_OK;
    bool same = true;
    if (root != NULL || comparable(line, n, &why)) {
        same = ours == (json_is_object(root) && fits(root));
    }
    if (ours && root != NULL) {
        same = same && same_field(&r->text, json_object_get(root, "text"), 0) &&
               same_field(&r->title, json_object_get(root, "title"), 0) &&
               same_field(&r->lang, json_object_get(root, "lang"), 1);
    }
    json_decref(root);
    return same;
}

static void test_against_jansson(void **state) {
    static const char *const seeds[] = {
        "{\"id\":1,\"text\":\"One. Two.\",\"title\":\"T\",\"lang\":\"en\"}",
        "{ \"text\" : \"a\\u00e9\\ud83d\\ude00\\n\\\"\" , \"x\":[1,2.5e3,{\"y\":null}] }",
        "{\"id\":\"a\\/b\",\"title\":null,\"text\":\"\",\"more\":[true,false,[],{}]}",
        "{\"lang\":\"de\",\"id\":{\"k\":-0.1E-2},\"text\":\"\xC3\xA4\\t\\u0041\"}",
    };
    json_record r = {.id = {NULL, 0, 0}};
    for (size_t i = 0; i < 20000; i++) {
        char line[200];
        const char *seed = seeds[i % 4];
        size_t n = strlen(seed);
        memcpy(line, seed, n);
        n = mutate(line, n);
        if (!compare(&r, line, n)) {
            print_error("differs: %.*s\n", (int)n, line);
            fail();
        }
    }
    json_free_record(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids),     cmocka_unit_test(test_id_of_a_part),
        cmocka_unit_test(test_fields),  cmocka_unit_test(test_byte_order_mark),
        cmocka_unit_test(test_offsets), cmocka_unit_test(test_runs),
        cmocka_unit_test(test_depth),   cmocka_unit_test(test_against_jansson),
    };
    return cmocka_run_group_tests_name("cli/json_scan", tests, NULL, NULL);
}
