/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "base/error.h"
#include "render/records.h"

static void open_two(sample *s) {
    sample_open(s, "One \"two\".\nThree\nfour.");
    sample_block(s, "One \"two\".\nThree\nfour.", LEDE_BLOCK_PROSE);
    sample_sentence(s, "One \"two\".", LEDE_END_FULL_STOP);
    sample_sentence(s, "Three\nfour.", LEDE_END_FULL_STOP);
}

static const summary_extras plain = {NULL, false};

static void test_summary(void **state) {
    kept k = {0};
    out o;
    sample s;
    open_two(&s);
    out_init(&o, kept_sink(&k));
    records_summary(&o, "null", &s.document, &s.summary, &plain);
    sample_pick(&s, 1, 1);
    s.summary.picks.items[0].score = INT64_C(3) << 31;
    records_summary(&o, "[1, \"x\"]", &s.document, &s.summary, &plain);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "{\"id\":null,\"summary\":[]}\n"
                    "{\"id\":[1, \"x\"],\"summary\":[{\"text\":\"Three\\nfour.\","
                    "\"sentence\":2,\"begin\":11,\"end\":22,\"score\":1.5}]}\n");
    sample_close(&s);
}

static void test_split(void **state) {
    kept k = {0};
    out o;
    sample s;
    open_two(&s);
    out_init(&o, kept_sink(&k));
    records_split(&o, "1.50", &s.document, false);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "{\"id\":1.50,\"sentences\":[\"One \\\"two\\\".\","
                    "\"Three\\nfour.\"]}\n");
    sample_close(&s);
}

/* JSON is UTF-8, whatever bytes the id of a record has. */
static void test_bad_bytes_in_id(void **state) {
    kept k = {0};
    out o;
    sample s;
    open_two(&s);
    out_init(&o, kept_sink(&k));
    records_summary(&o, "\"\xC3\xA4\xFF\xE2\x82z\xF0\"", &s.document, &s.summary, &plain);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "{\"id\":\"\xC3\xA4\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD\","
                    "\"summary\":[]}\n");
    sample_close(&s);
}

static void test_failure(void **state) {
    kept k = {0};
    out o;
    lede_error error;
    error_set(&error, LEDE_BAD_DATA, "%s", "a \"quote\"");
    error.offset = 7;
    out_init(&o, kept_sink(&k));
    records_failure(&o, "\"\\u0041\"", &error);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "{\"id\":\"\\u0041\",\"error\":{\"code\":\"bad-data\","
                    "\"message\":\"a \\\"quote\\\"\",\"offset\":7}}\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_summary),
        cmocka_unit_test(test_split),
        cmocka_unit_test(test_bad_bytes_in_id),
        cmocka_unit_test(test_failure),
    };
    return cmocka_run_group_tests_name("render/records", tests, NULL, NULL);
}
