/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/span.h"

/* One element each way, over two lines, with code points of 1, 2 and 4 bytes. */
static void test_members(void **state) {
    sample s;
    kept k = {0};
    out o;
    json_writer j;
    sample_open(&s, "a \xC3\xA9 \xF0\x9F\x98\x80 b\nc");
    lede_span span = sample_find(&s, "\xF0\x9F\x98\x80 b\nc", 0);
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    span_write_text(&j, &s.document, span);
    span_write_offsets(&j, &s.document, span);
    span_write_place(&j, &s.document, span);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "\"text\":\"\xF0\x9F\x98\x80 b\\nc\",\"begin\":5,\"end\":13,"
                    "\"begin\":5,\"end\":13,\"line\":1,\"column\":5,\"utf16_column\":5,"
                    "\"end_line\":2,\"end_column\":2,\"end_utf16_column\":2");
    sample_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
