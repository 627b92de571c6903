/* SPDX-License-Identifier: MIT */
/* Key terms as a line, with reasons, and as a member of JSON. */
#include "render/keywords.h"

#include "render/span.h"
#include "unit/render/sample.h"

static void add(sample *s, lede_keywords *k, const char *form, lede_keyword key) {
    key.span = sample_find(s, form, 0);
    key.first = key.first.end > 0 ? key.first : key.span;
    SAMPLE_PUSH(&k->list, key);
}

#define TEXT "The ice\nplant shut. A boa\x1B[1mt."

static void open_keys(sample *s, lede_keywords *k) {
    sample_open(s, TEXT);
    sample_block(s, TEXT, LEDE_BLOCK_PROSE);
    *k = (lede_keywords){.d = &s->document};
    add(s, k, "ice\nplant",
        (lede_keyword){
            .words = 2, .count = 3, .sentences = 2, .score = INT64_C(1) << 32});
    add(s, k, "boa\x1B[1mt",
        (lede_keyword){.words = 1,
                       .count = 1,
                       .sentences = 1,
                       .first = {4, 7},
                       .score = INT64_C(1) << 31});
}

static void close_keys(sample *s, lede_keywords *k) {
    VEC_FREE(&k->list, &memory_default);
    sample_close(s);
}

static void test_lines(void **state) {
    sample s;
    lede_keywords keys;
    kept k = {0};
    out o;
    open_keys(&s, &keys);
    out_init(&o, kept_sink(&k));
    keywords_text(&o, &keys, false, false);
    keywords_text(&o, NULL, true, true);
    keywords_text(&o, &keys, true, true);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k,
                "keywords: ice plant; boa\\x1b[1mt\n"
                "\nkeywords: ice plant; boa\\x1b[1mt\n"
                "    ice plant: score 1.0000, 3 times in 2 sentences, first at 1:5\n"
                "    boa\\x1b[1mt: score 0.5000, 1 time in 1 sentence, first at 1:5\n");
    close_keys(&s, &keys);
}

static void test_none(void **state) {
    sample s;
    lede_keywords keys;
    kept k = {0};
    out o;
    open_keys(&s, &keys);
    keys.list.count = 0;
    out_init(&o, kept_sink(&k));
    keywords_text(&o, &keys, true, true);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "\nkeywords:\n");
    close_keys(&s, &keys);
}

static void test_json(void **state) {
    sample s;
    lede_keywords keys;
    kept k = {0};
    out o;
    json_writer j;
    open_keys(&s, &keys);
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    jw_object_begin(&j);
    keywords_json(&j, &keys, span_write_offsets);
    keywords_json(&j, NULL, span_write_offsets);
    jw_object_end(&j);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "{\"keywords\":[{\"text\":\"ice plant\",\"begin\":4,\"end\":13,"
                    "\"words\":2,\"count\":3,\"sentences\":2,\"score\":1},"
                    "{\"text\":\"boa\\u001b[1mt\",\"begin\":4,\"end\":7,"
                    "\"words\":1,\"count\":1,\"sentences\":1,\"score\":0.5}]}");
    close_keys(&s, &keys);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_none),
        cmocka_unit_test(test_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
