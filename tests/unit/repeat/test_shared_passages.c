/* SPDX-License-Identifier: MIT */
/* Which files a passage has, and what becomes of it when there is no more room. */
#include "unit/repeat/shared_support.h"

#include "support/texts.h"

#define MORNING "It was a cold and very dark morning then. "
#define BOAT "The old boat came in again with nine men. "

/* The fifth file has both sentences, so that the boat alone is found in it only by the
 * last, which shares with it a bit of what follows. */
static void a_file_that_comes_late(void **state) {
    lede_shared *s = open_shared(NULL);
    add_text(s, MORNING BOAT "One.");
    add_text(s, MORNING BOAT "Two.");
    add_text(s, MORNING BOAT "Three.");
    add_text(s, MORNING BOAT "Four.");
    add_text(s, MORNING BOAT "Then it went.");
    add_text(s, BOAT "Ruth saw.");
    listed l = list_shared(s);
    assert_int_equal(l.count, 2);
    expect_text(&l, 0,
                "It was a cold and very dark morning then. "
                "The old boat came in again with nine men.");
    expect_files(&l, 0, "01234");
    expect_files(&l, 1, "01235");
    add_text(s, BOAT "Then it left.");
    l = list_shared(s);
    assert_int_equal(l.count, 2);
    expect_files(&l, 1, "0123456");
    assert_int_equal(l.passages[1].files, 7);
    expect_place(&l.places[l.passages[1].first_place + 4], MORNING BOAT "Then it went.",
                 "The old boat came in again with nine men.");
    lede_shared_free(s);
}

/* A passage is whole sentences only as long as it is in every file. */
static void sentences_everywhere(void **state) {
    lede_shared *s = open_shared(NULL);
    add_text(s, BOAT);
    add_text(s, BOAT);
    listed l = list_shared(s);
    assert_int_equal(l.passages[0].sentence, 1);
    add_text(s, "Ruth said the old boat came in again with nine men.");
    l = list_shared(s);
    assert_int_equal(l.count, 1);
    assert_int_equal(l.passages[0].files, 3);
    assert_int_equal(l.passages[0].sentence, 0);
    lede_shared_free(s);
}

/* ---- No more room ----------------------------------------------------------- */

#define LAMP "Nobody on the quay had seen the lamp go out. "

static lede_shared *open_two(void) {
    lede_shared *s = open_shared(NULL);
    add_text(s, BOAT "\n\n" LAMP);
    add_text(s, BOAT "\n\n Or not.");
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    expect_files(&l, 0, "01");
    return s;
}

/* No new passage, but known ones still get places. */
static void no_room_for_passages(void **state) {
    lede_shared *s = open_two();
    shared_passages *p = &s->passages;
    size_t old = p->bytes.capacity;
    p->quota.limit = p->quota.used + old; /* the texts cannot move */
    p->bytes.count = old;
    add_text(s, BOAT "\n\n" LAMP);
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    expect_files(&l, 0, "012");
    assert_int_equal(lede_shared_measure(s).capped, LEDE_SHARED_CAPPED_PASSAGES);
    lede_shared_free(s);
}

/* Not even places: files are counted, and later ones too. */
static void no_room_for_places(void **state) {
    lede_shared *s = open_two();
    shared_passages *p = &s->passages;
    p->quota.limit = p->quota.used;
    while (p->places.capacity - p->places.count > SHARED_CHAIN) {
        add_text(s, BOAT);
    }
    assert_int_equal(lede_shared_measure(s).capped, 0);
    size_t places = p->places.count;
    add_text(s, BOAT "\n\n" LAMP);
    listed l = list_shared(s);
    assert_int_equal(p->places.count, places);
    assert_int_equal(l.passages[0].place_count, places);
    assert_int_equal(l.passages[0].files, places + 1);
    assert_int_equal(lede_shared_measure(s).capped,
                     LEDE_SHARED_CAPPED_PLACES | LEDE_SHARED_CAPPED_PASSAGES);
    p->quota.limit = SIZE_MAX;
    add_text(s, BOAT "\n\n" LAMP);
    l = list_shared(s);
    assert_int_equal(l.count, 2);
    assert_int_equal(l.passages[0].files, places + 2);
    assert_int_equal(l.passages[0].place_count, places);
    assert_int_equal(l.passages[1].files, 3);
    lede_shared_free(s);
}

/* Once a file was only counted, nobody knows whether another was. */
static void nothing_is_counted_twice(void **state) {
    lede_shared *s = open_shared(NULL);
    shared_passages *p = &s->passages;
    for (size_t i = 0; i < 2 || p->places.capacity - p->places.count > SHARED_CHAIN;
         i++) {
        add_text(s, BOAT);
    }
    uint32_t files = lede_shared_measure(s).files;
    assert_true(files >= SHARED_CHAIN);
    p->quota.limit = p->quota.used;
    add_text(s, BOAT "Then it came in.");
    assert_int_equal(lede_shared_measure(s).capped, LEDE_SHARED_CAPPED_PLACES);
    p->quota.limit = SIZE_MAX;
    add_text(s, BOAT "Then it came by.");
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    assert_int_equal(l.passages[0].files, files + 2);
    assert_int_equal(l.passages[0].place_count, files);
    lede_shared_free(s);
}

/* Words of one seed, each once. */
static text_buffer paragraphs(size_t count) {
    text_buffer t = {0};
    char word[64];
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < 9; k++) {
            snprintf(word, sizeof word, "v%zux%zu ", i, k);
            text_put(&t, word);
        }
        text_put(&t, ".\n\n");
    }
    return t;
}

/* With any limit: it is kept to, and what is listed is right. */
static void any_limit(void **state) {
    text_buffer t = paragraphs(40);
    size_t last = 0;
    for (uint64_t most = 40000; most < 160000; most += 1777) {
        lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
        o.max_bytes = most;
        lede_shared *s = open_shared(&o);
        for (size_t i = 0; i < 5; i++) {
            add_bytes(s, t.bytes, t.n);
            assert_true(s->passages.quota.used <= most / 4);
        }
        listed l = list_shared(s);
        for (size_t i = 0; i < l.count; i++) {
            assert_int_equal(l.passages[i].words, 9);
            assert_true(l.passages[i].files <= 5);
        }
        assert_true(l.count == 40 ||
                    (lede_shared_measure(s).capped & LEDE_SHARED_CAPPED_PASSAGES) != 0);
        last = l.count;
        lede_shared_free(s);
    }
    assert_int_equal(last, 40);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_that_comes_late),
        cmocka_unit_test(sentences_everywhere),
        cmocka_unit_test(no_room_for_passages),
        cmocka_unit_test(no_room_for_places),
        cmocka_unit_test(nothing_is_counted_twice),
        cmocka_unit_test(any_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
