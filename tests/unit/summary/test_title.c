/* SPDX-License-Identifier: MIT */
/* The title's words, as weights of the stems of the document. */
#include "summary/title.h"

#include "summary/candidates.h"
#include "support/open.h"
#include "support/texts.h"

#include <math.h>

/* A document and the weights that its title gave to the stems. */
typedef struct titled {
    lede_document *d;
    vectors v;
    double *dense;
} titled;

/* Rows are all sentences of prose. */
static void read_title_of(titled *t, lede_document *d, lede_summary_options o) {
    uint32_t rows[64], count = 0;
    *t = (titled){.d = d, .v = {.allocator = &memory_default}};
    for (uint32_t i = 0; i < t->d->sentences.count; i++) {
        if (t->d->sentences.items[i].role == LEDE_ROLE_BODY) {
            assert_true(count < 64);
            rows[count++] = i;
        }
    }
    assert_true(vectors_build(&t->v, t->d, rows, count));
    t->dense = calloc(t->v.stems + 1, sizeof *t->dense);
    assert_int_equal(title_read(t->d, &o, &t->v, t->dense, NULL), LEDE_OK);
}

static void read_title(titled *t, const char *text, lede_summary_options o) {
    read_title_of(t, open_text(text), o);
}

static void titled_close(titled *t) {
    free(t->dense);
    vectors_free(&t->v);
    lede_document_free(t->d);
}

/* How often the title has the stem of this key: its weight over its ISF. */
static double times(const titled *t, const char *key) {
    for (uint32_t i = 0; i < t->d->terms.count; i++) {
        const lede_term *term = &t->d->terms.items[i];
        if (term->key.end - term->key.begin == strlen(key) &&
            memcmp(t->d->keys.items + term->key.begin, key, strlen(key)) == 0) {
            return t->dense[term->stem] / t->v.isf[term->stem];
        }
    }
    fail_msg("no term \"%s\"", key);
    return 0.0;
}

#define EXPECT_TIMES(t, key, wanted)                                                     \
    assert_true(fabs(times((t), (key)) - (wanted)) < 1e-12)

/* How many stems have any weight. */
static uint32_t weighted(const titled *t) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < t->v.stems; i++) {
        n += t->dense[i] > 0.0;
    }
    return n;
}

static lede_summary_options given(const char *title) {
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.title = title;
    o.title_length = strlen(title);
    return o;
}

static const lede_summary_options detected = LEDE_SUMMARY_OPTIONS_INIT;

#define BODY                                                                             \
    "The crab boat sailed with two crabs. A whale was well-known to the captains. "      \
    "Nobody saw the rope."

static void test_first_heading(void **state) {
    titled t;
    read_title(&t, "Captain Crab and the Whale\n\n" BODY "\n\nThe Rope", detected);
    EXPECT_TIMES(&t, "captains", 1.0);
    EXPECT_TIMES(&t, "crab", 1.0);
    EXPECT_TIMES(&t, "whale", 1.0);
    EXPECT_TIMES(&t, "rope", 0.0); /* of the second heading */
    EXPECT_TIMES(&t, "the", 0.0);
    assert_int_equal(weighted(&t), 3);
    titled_close(&t);
}

/* An ad label or a date stamp before it is no heading. */
static void test_heading_not_set_aside(void **state) {
    titled t;
    read_title(&t, "ADVERTISEMENT\n\n2024-03-23\n\nThe Rope\n\n" BODY, detected);
    assert_int_equal(t.d->ledger.count, 2);
    EXPECT_TIMES(&t, "rope", 1.0);
    assert_int_equal(weighted(&t), 1);
    titled_close(&t);
}

/* Nor is a line in the shape of one, or one that is quoted, where headings are marked. */
static void test_marked_heading(void **state) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    static const char text[] =
        "The Crab\n\n> ## The Whale\n\n## The Rope\n\n# The Boat\n\n" BODY;
    titled t;
    options.language = "en";
    options.markup = LEDE_MARKUP_MARKDOWN;
    assert_int_equal(lede_document_create(text, sizeof text - 1, &options, &d, NULL),
                     LEDE_OK);
    read_title_of(&t, d, detected);
    assert_int_equal(d->sentences.items[0].role, LEDE_ROLE_HEADING);
    assert_int_equal(d->sentences.items[1].role, LEDE_ROLE_HEADING);
    EXPECT_TIMES(&t, "rope", 1.0);
    assert_int_equal(weighted(&t), 1);
    titled_close(&t);
}

static void test_no_heading(void **state) {
    titled t;
    read_title(&t, BODY, detected);
    assert_int_equal(weighted(&t), 0);
    titled_close(&t);
}

/* Inflected otherwise than in the text; stop words and strange words count not. */
static void test_given_title(void **state) {
    titled t;
    read_title(&t, "The Rope\n\n" BODY, given("A CAPTAIN sails for the whales, sadly"));
    EXPECT_TIMES(&t, "captains", 1.0);
    EXPECT_TIMES(&t, "sailed", 1.0);
    EXPECT_TIMES(&t, "whale", 1.0);
    EXPECT_TIMES(&t, "rope", 0.0);
    assert_int_equal(weighted(&t), 3);
    titled_close(&t);
}

/* Compounds count whole and in parts, from either kind of title. */
static void test_compounds(void **state) {
    static const char text[] = "A Crab-Boat Well-Known\n\n" BODY;
    titled t;
    read_title(&t, text, detected);
    EXPECT_TIMES(&t, "well-known", 1.0);
    EXPECT_TIMES(&t, "crab", 1.0);
    EXPECT_TIMES(&t, "boat", 1.0);
    titled_close(&t);
    read_title(&t, text, given("A crab-boat well-known"));
    EXPECT_TIMES(&t, "well-known", 1.0);
    EXPECT_TIMES(&t, "crab", 1.0);
    EXPECT_TIMES(&t, "boat", 1.0);
    titled_close(&t);
}

/* A part that is one letter or a stop word counts as little in a title as it does
 * in a sentence. */
static void test_small_parts(void **state) {
    static const char text[] = "X-Ray Free-Will Baptists\n\nThe X was there. Nobody was "
                               "willing. A ray of light came.";
    titled t;
    read_title(&t, text, detected);
    EXPECT_TIMES(&t, "ray", 1.0);
    EXPECT_TIMES(&t, "x", 0.0);
    EXPECT_TIMES(&t, "willing", 0.0);
    titled_close(&t);
    read_title(&t, text, given("X-Ray Free-Will Baptists"));
    EXPECT_TIMES(&t, "ray", 1.0);
    EXPECT_TIMES(&t, "x", 0.0);
    EXPECT_TIMES(&t, "willing", 0.0);
    titled_close(&t);
}

/* count x ISF: the same from a heading and when it is given. */
static void test_repeated_words(void **state) {
    titled t;
    read_title(&t, "The Crab, Crabs and a Whale\n\n" BODY, detected);
    EXPECT_TIMES(&t, "crab", 2.0);
    EXPECT_TIMES(&t, "whale", 1.0);
    titled_close(&t);
    read_title(&t, BODY, given("The Crab, Crabs and a Whale"));
    EXPECT_TIMES(&t, "crab", 2.0);
    EXPECT_TIMES(&t, "whale", 1.0);
    titled_close(&t);
    read_title(&t, BODY, given("Crab after Crab after Crab, a Whale"));
    EXPECT_TIMES(&t, "crab", 3.0);
    EXPECT_TIMES(&t, "whale", 1.0);
    titled_close(&t);
}

static void test_no_title(void **state) {
    titled t;
    lede_summary_options o = given("The Whale");
    o.no_title = 1;
    read_title(&t, "The Rope\n\n" BODY, o);
    assert_int_equal(weighted(&t), 0);
    titled_close(&t);
}

/* Given, but empty or without a word: no heading takes its place. */
static void test_empty_title(void **state) {
    static const char *const titles[] = {"", "   ", "...", "of the", "\n\n"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        titled t;
        read_title(&t, "The Rope\n\n" BODY, given(titles[i]));
        assert_int_equal(weighted(&t), 0);
        titled_close(&t);
    }
}

/* Several lines, a list, a NUL: a title is any text. */
static void test_strange_titles(void **state) {
    static const char with_nul[] = "Whale\0Rope";
    titled t;
    lede_summary_options o = given("x");
    o.title = with_nul;
    o.title_length = sizeof with_nul - 1;
    read_title(&t, BODY, o);
    EXPECT_TIMES(&t, "whale", 1.0);
    EXPECT_TIMES(&t, "rope", 1.0);
    titled_close(&t);
    read_title(&t, BODY, given("ADVERTISEMENT\n\nWhale\n\n- Rope\n"));
    EXPECT_TIMES(&t, "whale", 1.0);
    EXPECT_TIMES(&t, "rope", 1.0);
    titled_close(&t);
}

/* A failed allocation is said, in the status and in the error alike. */
static void test_no_memory(void **state) {
    lede_document *d = open_text(BODY);
    lede_summary_options o = given("The Captains of a Whale");
    uint32_t row = 0;
    for (size_t at = 1; at < 1000; at++) {
        counting memory;
        double dense[256] = {0};
        lede_error error = {.status = LEDE_OK};
        counting_init(&memory, NEVER);
        vectors v = {.allocator = &memory.allocator};
        assert_true(d->stems.count < 256 && vectors_build(&v, d, &row, 1));
        memory.fail_at = memory.calls + at;
        lede_status status = title_read(d, &o, &v, dense, &error);
        assert_int_equal(error.status, status);
        bool failed = memory.calls >= memory.fail_at;
        vectors_free(&v);
        assert_int_equal(memory.live_blocks, 0);
        assert_int_equal(memory.wrong_sizes, 0);
        if (!failed) {
            assert_int_equal(status, LEDE_OK);
            assert_true(at > 5);
            break;
        }
        assert_true(status == LEDE_NO_MEMORY || status == LEDE_OK);
    }
    lede_document_free(d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_heading),
        cmocka_unit_test(test_heading_not_set_aside),
        cmocka_unit_test(test_marked_heading),
        cmocka_unit_test(test_no_heading),
        cmocka_unit_test(test_given_title),
        cmocka_unit_test(test_compounds),
        cmocka_unit_test(test_small_parts),
        cmocka_unit_test(test_repeated_words),
        cmocka_unit_test(test_no_title),
        cmocka_unit_test(test_empty_title),
        cmocka_unit_test(test_strange_titles),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
