/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/explain.h"
#include "render/span.h"

static const char article[] = "Mr. \"Fox\"\nleft. So did she.";

static void judged(sample *s, const char *text, uint32_t sentence,
                   lede_boundary_rule rule, int score) {
    lede_boundary b = {.span = sample_find(s, text, 0),
                       .sentence = sentence,
                       .rule = (uint8_t)rule,
                       .score = (int16_t)score,
                       .ends = score > 0 || rule == LEDE_BOUNDARY_BLOCK};
    if (score > 0) {
        b.terms[0] = (lede_boundary_term){{"mark", "after"}, {"stop", "upper"}, 9};
        b.terms[1] = (lede_boundary_term){{"class", "bare"}, {"none", "once"}, -2};
    }
    SAMPLE_PUSH(&s->document.boundaries, b);
}

static void open_article(sample *s) {
    sample_open(s, article);
    sample_block(s, article, LEDE_BLOCK_PROSE);
    sample_sentence(s, "Mr. \"Fox\"\nleft.", LEDE_END_FULL_STOP);
    sample_sentence(s, "So did she.", LEDE_END_FULL_STOP);
    judged(s, "Mr.", 0, LEDE_BOUNDARY_TITLE, 0);
    judged(s, "\"Fox\"\nleft.", 0, LEDE_BOUNDARY_SCORE, 7);
    judged(s, "she.", 1, LEDE_BOUNDARY_SCORE, -2);
}

static void close_article(sample *s) {
    VEC_FREE(&s->document.boundaries, &memory_default);
    sample_close(s);
}

static void test_lines(void **state) {
    sample s;
    kept k = {0};
    out o;
    open_article(&s);
    out_init(&o, kept_sink(&k));
    assert_int_equal(explain_sentence(&o, &s.document, 0, 0), 2);
    assert_int_equal(explain_sentence(&o, &s.document, 1, 2), 3);
    assert_int_equal(explain_sentence(&o, &s.document, 2, 3), 3);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "    no end at 1:1 \"Mr.\": title\n"
                    "    end at 1:5 \"\"Fox\" left.\": score +7 "
                    "(mark stop, after upper +9; class none, bare once -2)\n"
                    "    no end at 2:14 \"she.\": score -2\n");
    close_article(&s);
}

static void test_json(void **state) {
    sample s;
    kept k = {0};
    out o;
    json_writer j;
    open_article(&s);
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    explain_boundaries(&j, &s.document, span_write_offsets);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(
        &k, "\"boundaries\":[{\"text\":\"Mr.\",\"begin\":0,\"end\":3,\"sentence\":1,"
            "\"ends\":false,\"rule\":\"title\"},"
            "{\"text\":\"\\\"Fox\\\"\\nleft.\",\"begin\":4,\"end\":15,\"sentence\":1,"
            "\"ends\":true,\"rule\":\"score\",\"score\":7,\"terms\":["
            "{\"of\":[\"mark\",\"after\"],\"is\":[\"stop\",\"upper\"],\"weight\":9},"
            "{\"of\":[\"class\",\"bare\"],\"is\":[\"none\",\"once\"],\"weight\":-2}]},"
            "{\"text\":\"she.\",\"begin\":23,\"end\":27,\"sentence\":2,"
            "\"ends\":false,\"rule\":\"score\",\"score\":-2,\"terms\":[]}]");
    close_article(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
