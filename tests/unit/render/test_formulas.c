/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/formulas.h"

#include <float.h>

static const lede_formula_part parts[] = {{-1.0, "words per \xC3\xBC", "words"},
                                          {0.5, "sqrt(x)", "letters words"},
                                          {1.0, "a | b", "types"},
                                          {-12.25, "", ""}};

static const lede_band bands[] = {{0.5, "low"}, {DBL_MAX, "high"}};

static const lede_formula_info made = {
    .id = "made_up",
    .name = "Made *up*",
    .languages = "de",
    .source = "Nobody 1999, p. 1",
    .note = "None.",
    .parts = parts,
    .part_count = 4,
    .scale = LEDE_SCALE_INDEX,
    .direction = 1,
    .evidence = LEDE_EVIDENCE_ONE,
    .minimum_words = 10,
    .minimum_sentences = 3,
    .bands = bands,
    .band_count = 2,
    .lists = 1u << LEDE_LIST_BAMBERGER | 1u << LEDE_LIST_ALT_5000,
};

static void expect_written(void (*write)(out *, const lede_formula_info *),
                           const char *wanted) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    write(&o, &made);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, wanted);
}

static void test_expression(void **state) {
    expect_written(formulas_write_expression,
                   "-words per \xC3\xBC + 0.5 * sqrt(x) + a | b - 12.25");
}

static void test_text(void **state) {
    expect_written(formulas_one_text, "made_up: Made *up*\n\n"
                                      "    -words per \xC3\xBC\n"
                                      "  + 0.5 * sqrt(x)\n"
                                      "  + a | b\n"
                                      "  - 12.25\n\n"
                                      "language   German (de)\n"
                                      "scale      index; higher is harder\n"
                                      "evidence   S1: one secondary source\n"
                                      "reliable   from 10 words and 3 sentences on\n"
                                      "word list  bamberger-vanecek\n"
                                      "word list  alt-5000\n"
                                      "source     Nobody 1999, p. 1\n"
                                      "note       None.\n"
                                      "bands      below 0.5     low\n"
                                      "           else          high\n");
}

static void test_markdown(void **state) {
    expect_written(formulas_one_markdown,
                   "## `made_up`: Made \\*up\\*\n\n"
                   "`-words per \xC3\xBC + 0.5 * sqrt(x) + a | b - 12.25`\n\n"
                   "- language: German (de)\n"
                   "- scale: index; higher is harder\n"
                   "- evidence: S1: one secondary source\n"
                   "- reliable from: 10 words and 3 sentences\n"
                   "- word lists: `bamberger-vanecek`, `alt-5000`\n"
                   "- source: Nobody 1999, p. 1\n"
                   "- note: None.\n"
                   "- bands: low (below 0.5); high (else)\n");
}

static void test_json(void **state) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    formulas_json(&o, &made);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect_report(
        &k, "formulas",
        "\n{\"id\":\"made_up\",\"name\":\"Made *up*\",\"languages\":[\"de\"],"
        "\"scale\":\"index\",\"direction\":\"harder\",\"evidence\":\"S1\","
        "\"minimum_words\":10,\"minimum_sentences\":3,"
        "\"lists\":[\"bamberger-vanecek\",\"alt-5000\"],"
        "\"expression\":\"-words per \xC3\xBC + 0.5 * sqrt(x) + a | b - 12.25\","
        "\"terms\":[{\"factor\":-1,\"quantity\":\"words per \xC3\xBC\","
        "\"counts\":[\"words\"]},"
        "{\"factor\":0.5,\"quantity\":\"sqrt(x)\",\"counts\":[\"letters\",\"words\"]},"
        "{\"factor\":1,\"quantity\":\"a | b\",\"counts\":[\"types\"]},"
        "{\"factor\":-12.25,\"quantity\":\"\",\"counts\":[]}],"
        "\"bands\":[{\"below\":0.5,\"label\":\"low\"},{\"below\":null,\"label\":\"high\"}"
        "],"
        "\"source\":\"Nobody 1999, p. 1\",\"note\":\"None.\"}\n]}\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expression),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
