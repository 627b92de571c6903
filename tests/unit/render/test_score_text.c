/* SPDX-License-Identifier: MIT */
/* What the golden files of `lede score` cannot ask for: widths, other characters, metrics
 * that kept no hits. */
#include "sample.h"

#define HARD                                                                             \
    "The implementation of the transportation programme was approved by the municipal "  \
    "administration after considerable deliberation about the utilization of funds."

static const char text[] = "We met. " HARD " We left. Nobody came.\n\nIt was late.\n";

typedef struct made {
    lede_document *d;
    lede_metrics *m;
    kept k;
} made;

static void make(made *x, const char *bytes, const char *language, int keep_hits) {
    lede_document_options reading = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_metrics_options measuring = LEDE_METRICS_OPTIONS_INIT;
    *x = (made){0};
    reading.language = language;
    measuring.keep_hits = keep_hits;
    assert_int_equal(lede_document_create(bytes, strlen(bytes), &reading, &x->d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_metrics_create(x->d, &measuring, &x->m, NULL), LEDE_OK);
}

static void drop(made *x) {
    lede_metrics_free(x->m);
    lede_document_free(x->d);
    kept_free(&x->k);
}

static const char *write(made *x, const char *path, lede_score_view view, int explain) {
    lede_report r;
    kept_free(&x->k);
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_TEXT, kept_sink(&x->k)), LEDE_OK);
    r.score = view;
    r.explain = explain;
    assert_int_equal(lede_report_score(&r, path, x->d, x->m), LEDE_OK);
    return x->k.bytes;
}

static void expect_begin(const char *written, const char *wanted) {
    if (strncmp(written, wanted, strlen(wanted)) != 0) {
        fail_msg("%s\ndoes not begin with\n%s", written, wanted);
    }
}

static void expect_part(const char *written, const char *wanted) {
    if (strstr(written, wanted) == NULL) {
        fail_msg("%s\nhas no\n%s", written, wanted);
    }
}

static void the_facts_stand_below_a_long_path(void **state) {
    made x;
    (void)state;
    make(&x, text, "en", 1);
    expect_begin(write(&x, "a", (lede_score_view){0}, 0),
                 "a   29 words · 5 sentences · about 1 min\n");
    expect_begin(write(&x, "a/path/of/21/columns/", (lede_score_view){.width = 60}, 0),
                 "a/path/of/21/columns/   29 words · 5 sentences · about 1 min\n");
    expect_begin(write(&x, "a/path/of/21/columns/", (lede_score_view){.width = 59}, 0),
                 "a/path/of/21/columns/\n  29 words · 5 sentences · about 1 min\n");
    drop(&x);
}

static void no_line_is_wider_than_the_terminal(void **state) {
    made x;
    (void)state;
    make(&x, text, "en", 1);
    for (uint32_t width = 50; width < 130; width++) {
        const char *line = write(&x, "a", (lede_score_view){.width = width, .all = 1}, 1);
        while (*line != '\0') {
            size_t bytes = strcspn(line, "\n"), columns = 0;
            for (size_t i = 0; i < bytes; i++) {
                columns += ((unsigned char)line[i] & 0xC0) != 0x80 ? 1 : 0;
            }
            if (columns > width) {
                fail_msg("%u columns: %.*s", width, (int)bytes, line);
            }
            line += bytes + 1;
        }
    }
    drop(&x);
}

static void the_legend_is_as_long_as_fits(void **state) {
    static const struct {
        uint32_t width;
        const char *legend;
    } cases[] = {
        {103, "▁▄▁▁ ▁     one bar a sentence, a full one 36 words and more, a gap "
              "between paragraphs\n"},
        {102, "▁▄▁▁ ▁\n                  one bar a sentence, a full one 36 words and "
              "more, a gap between paragraphs\n"},
        {91, "▁▄▁▁ ▁     a bar a sentence, full from 36 words, a gap between "
             "paragraphs\n"},
        {80, "▁▄▁▁ ▁\n                  a bar a sentence, full from 36 words, a gap "
             "between paragraphs\n"},
        {79, "▁▄▁▁ ▁     a bar a sentence, full from 36 words\n"},
        {50, "▁▄▁▁ ▁     a bar a sentence\n"}};
    made x;
    (void)state;
    make(&x, text, "en", 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        lede_score_view view = {.width = cases[i].width};
        expect_part(write(&x, "a", view, 0), cases[i].legend);
    }
    drop(&x);
}

static void ascii_is_all_there_is(void **state) {
    made x;
    (void)state;
    make(&x, text, "en", 1);
    const char *written = write(&x, "a", (lede_score_view){.ascii = 1, .all = 1}, 1);
    for (const char *c = written; *c != '\0'; c++) {
        assert_true((unsigned char)*c < 0x80);
    }
    drop(&x);
}

/* Counts are known without hits, words and places are not. */
static void without_hits_there_are_no_words(void **state) {
    made x;
    (void)state;
    make(&x, text, "en", 0);
    const char *written = write(&x, "a", (lede_score_view){.all = 1}, 1);
    expect_part(written, "\nHeavy nouns       5, 17 % of the words\n");
    expect_part(written, "\nPassive           perhaps in 1 of 5 sentences\n");
    expect_part(written, "(20 words, the median is 2; ");
    drop(&x);
}

static void the_hardest_says_what_is_gained(void **state) {
    made x;
    (void)state;
    make(&x, text, "en", 1);
    const char *written = write(&x, "a", (lede_score_view){0}, 1);
    expect_part(written, "\nHardest           without this sentence the grade would be ");
    expect_part(written, "  sentence 2 at 1:9, 20 words\n"
                         "        The implementation of the transportation programme was "
                         "approved by the\n");
    written = write(&x, "a", (lede_score_view){.width = 500}, 1);
    expect_part(written, "heavy nouns: implementation,");
    expect_part(written, "passive: was approved\n");
    drop(&x);
}

/* A language without a grade has its own formula there. */
static void a_formula_stands_for_the_grade(void **state) {
    made x;
    (void)state;
    make(&x, "Kom. De verantwoordelijkheden zijn gecompliceerd. Ga weg.", "nl", 1);
    expect_part(write(&x, "a", (lede_score_view){0}, 0),
                "\nHardest           without this sentence Douma reading ease would be ");
    drop(&x);
}

static void words_stand_as_in_the_text(void **state) {
    made x;
    (void)state;
    make(&x, "Die Großbritannienreise war schön. Es regnet.", "de", 1);
    expect_part(write(&x, "a", (lede_score_view){0}, 0),
                "\nLong words        Großbritannienreise\n");
    drop(&x);
}

static void formulas_without_a_value_share_a_line(void **state) {
    made x;
    (void)state;
    uint32_t spache = (uint32_t)lede_formula_find("spache_1953");
    make(&x, text, "en", 1);
    const char *written = write(&x, "a", (lede_score_view){.all_formulas = 1}, 0);
    expect_part(written, "\n                  list missing (--word-list): ");
    expect_part(written, "spache_1953,");
    assert_null(strstr(written, "none: "));
    lede_score_view one = {.formulas = &spache, .formula_count = 1};
    expect_part(write(&x, "a", one, 0),
                "\nFormulas          Spache grade, first form none: ");
    drop(&x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_facts_stand_below_a_long_path),
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(the_legend_is_as_long_as_fits),
        cmocka_unit_test(ascii_is_all_there_is),
        cmocka_unit_test(without_hits_there_are_no_words),
        cmocka_unit_test(the_hardest_says_what_is_gained),
        cmocka_unit_test(a_formula_stands_for_the_grade),
        cmocka_unit_test(words_stand_as_in_the_text),
        cmocka_unit_test(formulas_without_a_value_share_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
