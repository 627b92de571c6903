/* SPDX-License-Identifier: MIT */
/* The public names of the values of enumerations. */
#include "support/open.h"

#include <limits.h>

typedef const char *(*naming)(int value);

static const char *status_name(int value) {
    return lede_status_name((lede_status)value);
}

/* names[0 .. count-1], then and below only "unknown". */
static void expect_names(naming name, const char *const *names, int count) {
    for (int i = 0; i < count; i++) {
        assert_string_equal(name(i), names[i]);
    }
    const int strange[] = {count, count + 1, -1, INT_MAX, INT_MIN, 255, 256};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        assert_string_equal(name(strange[i]), "unknown");
    }
}

#define EXPECT_NAMES(name, ...)                                                          \
    do {                                                                                 \
        static const char *const names_[] = {__VA_ARGS__};                               \
        expect_names((name), names_, (int)(sizeof names_ / sizeof *names_));             \
    } while (0)

static void test_status(void **state) {
    EXPECT_NAMES(status_name, "ok", "invalid-argument", "no-memory", "too-large",
                 "bad-encoding", "unknown-language", "write-failed", "read-failed",
                 "bad-data", "internal");
}

static void test_block_kind(void **state) {
    EXPECT_NAMES(lede_block_kind_name, "prose", "heading", "list-item", "quote",
                 "table-cell", "code", "caption", "metadata", "title", "description");
}

static void test_word_kind(void **state) {
    EXPECT_NAMES(lede_word_kind_name, "word", "number", "url", "email", "name", "handle",
                 "tag", "mark");
}

static void test_sentence_end(void **state) {
    EXPECT_NAMES(lede_sentence_end_name, "block", "terminator", "full-stop", "starter",
                 "score", "ellipsis", "glued", "list");
}

static void test_boundary_rule(void **state) {
    EXPECT_NAMES(lede_boundary_rule_name, "block", "list", "glued", "omitted", "goes-on",
                 "ellipsis", "terminator", "title", "numbered", "enumerator", "ordinal",
                 "spaced", "initial", "connector", "before-number", "closing", "caseless",
                 "name", "score");
}

static void test_rule(void **state) {
    EXPECT_NAMES(lede_rule_name, "none", "date-stamp", "ad-label", "teaser",
                 "repeated-line", "byline", "dateline", "caption", "credit", "share");
}

static void test_omission_kind(void **state) {
    EXPECT_NAMES(lede_omission_kind_name, "none", "code-block", "code", "tag", "hidden",
                 "comment", "front-matter", "shortcode", "expression", "module",
                 "container", "attributes", "footnote-mark", "image", "link-target");
}

static void test_lost(void **state) {
    EXPECT_NAMES(lede_lost_name, "score", "budget", "redundancy", "incomplete");
}

static void test_score_part(void **state) {
    EXPECT_NAMES(lede_score_part_name, "centrality", "forward", "weight", "position",
                 "title", "query", "length", "novelty", "form", "redundancy");
    EXPECT_NAMES(lede_method_name, "auto", "news", "directed", "centrality", "tfidf",
                 "lexrank", "lead");
}

static void test_metrics(void **state) {
    EXPECT_NAMES(lede_value_status_name, "ok", "no-words", "no-sentences",
                 "language-unsupported", "list-missing", "no-syllables", "too-short");
    EXPECT_NAMES(lede_scale_name, "grade", "ease", "cloze", "index");
    EXPECT_NAMES(lede_evidence_name, "P", "S2", "S1", "U");
    EXPECT_NAMES(lede_list_name, "dale-3000", "spache-1974", "dale-769",
                 "harris-jacobson", "bamberger-vanecek", "alt-5000", "buchanan", "luong");
    EXPECT_NAMES(lede_diversity_name, "ttr", "r", "cttr", "c", "s", "u", "maas", "yule_k",
                 "simpson_d", "honore_r", "brunet_w", "msttr", "mattr", "hdd", "mtld");
    EXPECT_NAMES(lede_hit_kind_name, "passive", "nominalisation", "adverb", "hedge",
                 "transition", "hard-word", "long-word");
    EXPECT_NAMES(lede_opener_name, "pronoun", "article", "conjunction", "preposition",
                 "transition", "other");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_status),        cmocka_unit_test(test_block_kind),
        cmocka_unit_test(test_word_kind),     cmocka_unit_test(test_sentence_end),
        cmocka_unit_test(test_boundary_rule), cmocka_unit_test(test_rule),
        cmocka_unit_test(test_omission_kind), cmocka_unit_test(test_lost),
        cmocka_unit_test(test_score_part),    cmocka_unit_test(test_metrics),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
