/* SPDX-License-Identifier: MIT */
/* Which sentences may be chosen, and which of them say the same. */
#include "summary/candidates.h"

#include "support/open.h"
#include "support/texts.h"

typedef struct found {
    lede_document *d;
    counting memory;
    candidates c;
} found;

static void find_in(found *f, const char *text) {
    *f = (found){.d = open_text(text)};
    counting_init(&f->memory, NEVER);
    assert_true(candidates_find(&f->c, f->d, &f->memory.allocator));
}

static void found_close(found *f) {
    candidates_free(&f->c, &f->memory.allocator);
    assert_int_equal(f->memory.live_blocks, 0);
    assert_int_equal(f->memory.wrong_sizes, 0);
    lede_document_free(f->d);
}

static void expect_candidate(const found *f, size_t at, const char *text) {
    assert_true(at < f->c.list.count);
    expect_sentence(f->d, f->c.list.items[at].sentence, text);
}

static void test_prose_only(void **state) {
    found f;
    find_in(&f, "The Harbour\n\nBoats came in. Boats went out.\n\n- a list item\n\n"
                "ADVERTISEMENT\n\nNobody saw them.\n");
    assert_int_equal(f.c.source, LEDE_SOURCE_PROSE);
    assert_int_equal(f.c.eligible, 3);
    assert_int_equal(f.c.list.count, 3);
    expect_candidate(&f, 0, "Boats came in.");
    expect_candidate(&f, 1, "Boats went out.");
    expect_candidate(&f, 2, "Nobody saw them.");
    found_close(&f);
}

static void test_lists_without_prose(void **state) {
    found f;
    find_in(&f, "What to Bring\n\n- a warm coat\n- a torch\n");
    assert_int_equal(f.c.source, LEDE_SOURCE_LISTS);
    assert_int_equal(f.c.list.count, 2);
    expect_candidate(&f, 0, "- a warm coat");
    expect_candidate(&f, 1, "- a torch");
    found_close(&f);
}

static void test_headings_without_lists(void **state) {
    found f;
    find_in(&f, "The Harbour\n\nADVERTISEMENT\n\nOpening Hours\n");
    assert_int_equal(f.c.source, LEDE_SOURCE_HEADINGS);
    assert_int_equal(f.c.list.count, 2);
    expect_candidate(&f, 0, "The Harbour");
    expect_candidate(&f, 1, "Opening Hours");
    found_close(&f);
}

static void expect_none(const char *text) {
    found f;
    find_in(&f, text);
    assert_int_equal(f.c.source, LEDE_SOURCE_NONE);
    assert_int_equal(f.c.list.count, 0);
    assert_int_equal(f.c.eligible, 0);
    found_close(&f);
}

static void test_nothing_to_choose(void **state) {
    expect_none("");
    expect_none(" \n\t\r\n ");
    expect_none("ADVERTISEMENT");
    expect_none("ADVERTISEMENT\n\nAdvertisement\n\nADVERTISEMENT\n");
    expect_none("Published: 2024-03-23\n");
    expect_none("Published: 2024-03-23\n\nADVERTISEMENT\n");
}

static void test_sentences_without_words(void **state) {
    found f;
    find_in(&f, "Boats came in. ... Boats went out. !!! ???\n");
    for (size_t i = 0; i < f.c.list.count; i++) {
        assert_true(f.d->sentences.items[f.c.list.items[i].sentence].words > 0);
    }
    assert_int_equal(f.c.list.count, 2);
    found_close(&f);
}

/* Better than nothing, and only where there is nothing else. */
static void test_marks_alone(void **state) {
    found f;
    find_in(&f, "***\n\n--- ... !!!\n\nADVERTISEMENT\n");
    assert_int_equal(f.c.source, LEDE_SOURCE_PROSE);
    assert_int_equal(f.c.eligible, 2);
    assert_int_equal(f.c.list.count, 1); /* both have no words */
    expect_candidate(&f, 0, "***");
    found_close(&f);
    find_in(&f, "***\n\n!!!\n\nThe Harbour\n");
    assert_int_equal(f.c.source, LEDE_SOURCE_HEADINGS);
    assert_int_equal(f.c.list.count, 1);
    found_close(&f);
}

/* Equal are the folded words in their order; marks do not count. */
static void test_duplicates(void **state) {
    static const uint32_t wanted[] = {0, 2, 3, 5, 6};
    found f;
    find_in(&f, "Boats came in today.\n\nBOATS came \xE2\x80\x9Cin\xE2\x80\x9D, "
                "today!\n\nToday boats came in.\n\nBoats came in.\n\n"
                "Today boats came in.\n\nBoat came in today.\n\nBoats came in 2 today.");
    assert_int_equal(f.c.eligible, 7);
    assert_int_equal(f.c.list.count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(f.c.list.items[i].sentence, wanted[i]);
    }
    found_close(&f);
}

/* Against every pair, over texts with many repeats. */
static void test_duplicates_of_every_pair(void **state) {
    for (uint64_t seed = 0; seed < 40; seed++) {
        text_buffer t = {0};
        uint64_t random = seed;
        for (int i = 0; i < 60; i++) {
            static const char *const parts[] = {"Boats", " came", " in", " today"};
            for (size_t p = 0; p < 4; p++) {
                text_put(&t, p == 0 || text_below(&random, 2) == 0 ? parts[p] : "");
            }
            text_put(&t, ".\n\n");
        }
        text_add(&t, "", 1);
        found f;
        find_in(&f, t.bytes);
        assert_int_equal(f.c.eligible, 60);
        assert_true(f.c.list.count <= 8);
        for (uint32_t i = 0, next = 0; i < 60; i++) {
            bool repeated = false;
            lede_span a = f.d->sentences.items[i].span;
            for (uint32_t j = 0; j < i; j++) {
                lede_span b = f.d->sentences.items[j].span;
                repeated |= a.end - a.begin == b.end - b.begin &&
                            memcmp(f.d->page.text + a.begin, f.d->page.text + b.begin,
                                   a.end - a.begin) == 0;
            }
            bool listed = next < f.c.list.count && f.c.list.items[next].sentence == i;
            assert_int_equal(listed, !repeated);
            next += listed;
        }
        found_close(&f);
        text_free(&t);
    }
}

/* The same text costs the same, whatever its line ends. */
static void test_cr_lf_is_one(void **state) {
    found f;
    static const char one[] =
        "The boats came in from the open sea before the first light,";
    static const char two[] =
        "and nobody stood on the pier to count them or to wave at all";
    char text[512];
    snprintf(text, sizeof text, "%s\r\n%s\r%s\n%s.\r\n", one, two, one, two);
    find_in(&f, text);
    assert_int_equal(f.c.list.count, 1);
    assert_int_equal(f.c.list.items[0].chars, 2 * strlen(one) + 2 * strlen(two) + 4);
    found_close(&f);
}

static void test_chars_are_code_points(void **state) {
    found f;
    find_in(&f, "Caf\xC3\xA9 na\xC3\xAFve \xE2\x80\x9C\xF0\x9F\x91\x8B\xE2\x80\x9D.");
    assert_int_equal(f.c.list.count, 1);
    assert_int_equal(f.c.list.items[0].chars, 15);
    found_close(&f);
}

static void test_no_memory(void **state) {
    lede_document *d = open_text("Boats came in. Boats went out.");
    counting memory;
    for (size_t at = 1; at <= 2; at++) {
        candidates c = {0};
        counting_init(&memory, at);
        assert_false(candidates_find(&c, d, &memory.allocator));
        candidates_free(&c, &memory.allocator);
        assert_int_equal(memory.live_blocks, 0);
    }
    lede_document_free(d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prose_only),
        cmocka_unit_test(test_lists_without_prose),
        cmocka_unit_test(test_headings_without_lists),
        cmocka_unit_test(test_nothing_to_choose),
        cmocka_unit_test(test_sentences_without_words),
        cmocka_unit_test(test_marks_alone),
        cmocka_unit_test(test_duplicates),
        cmocka_unit_test(test_duplicates_of_every_pair),
        cmocka_unit_test(test_cr_lf_is_one),
        cmocka_unit_test(test_chars_are_code_points),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
