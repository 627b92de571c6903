/* SPDX-License-Identifier: MIT */
#include "repeat/shared_text.h"

#include "support/drying.h"
#include "support/open.h"

#include <stdio.h>

typedef struct desk {
    quota quota;
    shared_keys keys;
    shared_text text;
    drying memory;
} desk;

static void open_desk(desk *k, size_t limit) {
    *k = (desk){.text.allocator = &k->memory.allocator};
    drying_init(&k->memory, NEVER, false);
    quota_init(&k->quota, &k->memory.allocator, limit);
    k->keys = (shared_keys){.quota = &k->quota, .mask = UINT64_MAX, .adds = true};
}

static void close_desk(desk *k) {
    shared_text_free(&k->text);
    shared_keys_free(&k->keys);
    drying_expect_balance(&k->memory);
}

static bool read_text(desk *k, const char *text) {
    lede_document *d = open_text(text);
    shared_text_free(&k->text);
    bool fine = shared_text_read(&k->text, d, &k->keys);
    lede_document_free(d);
    return fine;
}

/* The row as letters: words a, b, ... as they were first met, '?' unknown; '|' an edge,
 * '.' before the first word of a sentence, '/' before half a word. */
static void expect_row(const desk *k, const char *wanted) {
    char row[512] = "";
    size_t n = 0;
    assert_int_equal(k->text.words.count, k->text.extents.count);
    for (size_t i = 0; i < k->text.words.count; i++) {
        uint32_t entry = k->text.words.items[i], number = entry & SHARED_NUMBER;
        bool edge = shared_is_edge(entry);
        assert_true(n + 4 < sizeof row);
        assert_true(!edge || entry == (SHARED_EDGE | SHARED_FIRST));
        row[n++] = '.';
        n -= edge || (entry & SHARED_FIRST) == 0;
        row[n++] = '/';
        n -= edge || (entry & SHARED_HALF) == 0;
        row[n++] = edge ? '|' : number == SHARED_UNKNOWN ? '?' : (char)('a' + number);
    }
    row[n] = '\0';
    assert_string_equal(row, wanted);
}

static void words_and_sentences(void **state) {
    desk k;
    open_desk(&k, SIZE_MAX);
    assert_true(read_text(&k,
                          "The boat, the BOAT \xE2\x80\x93 came. It\xE2\x80\x99s 9:30! "
                          "What?"));
    expect_row(&k, "|.ababc.de.f|");
    /* other documents, same numbers */
    assert_true(read_text(&k, "It's what came.\n\nA boat."));
    expect_row(&k, "|.dfc|.gb|");
    close_desk(&k);
}

/* At the edges of a sentence its marks are in. */
static void extents(void **state) {
    static const char *const wanted[] = {"\"The", "boat", "came!\"", "She", "saw."};
    static const char text[] = "\"The boat, came!\" She saw.";
    desk k;
    open_desk(&k, SIZE_MAX);
    assert_true(read_text(&k, text));
    expect_row(&k, "|.abc.de|");
    for (size_t i = 0; i < 5; i++) {
        lede_span span = k.text.extents.items[i + 1];
        assert_int_equal(span.end - span.begin, strlen(wanted[i]));
        assert_memory_equal(text + span.begin, wanted[i], strlen(wanted[i]));
    }
    close_desk(&k);
}

static void what_is_left_out(void **state) {
    desk k;
    open_desk(&k, SIZE_MAX);
    assert_true(read_text(&k, ""));
    expect_row(&k, "|");
    assert_true(read_text(&k, "It came. !!! ... It came? (?) It."));
    expect_row(&k, "|.ab.ab.a|");
    assert_true(read_text(&k,
                          "The Old Boat\n\nIt came.\n\nADVERTISEMENT\n\nIt left. ...\n\n"
                          "* * *"));
    expect_row(&k, "|.ab|.ac|");
    close_desk(&k);
}

static void halves(void **state) {
    desk k;
    open_desk(&k, SIZE_MAX);
    assert_true(read_text(&k,
                          "\xE6\xBC\xA2\xE5\xAD\x97 boat \xE3\x81\xAE \xE3\x82\xB5\xE3"
                          "\x82\xA4 \xE0\xB8\x81 \xD0\xB1."));
    expect_row(&k, "|./a/bc/de/fg|");
    close_desk(&k);
}

/* Nothing new is learnt then. */
static void without_adding(void **state) {
    desk k;
    open_desk(&k, SIZE_MAX);
    k.keys.adds = false;
    assert_true(read_text(&k, "The boat came."));
    expect_row(&k, "|.???|");
    k.keys.adds = true;
    assert_true(read_text(&k, "The boat."));
    k.keys.adds = false;
    assert_true(read_text(&k, "The boat came and the boat left."));
    expect_row(&k, "|.ab??ab?|");
    assert_int_equal(k.keys.ends.count, 2);
    close_desk(&k);
}

static void a_quota_that_is_full(void **state) {
    desk k;
    open_desk(&k, 400); /* 16 slots are 128 bytes */
    char word[64] = "a";
    assert_true(read_text(&k, "The boat came."));
    for (size_t i = 0; k.keys.adds; i++) {
        assert_true(i < 100);
        snprintf(word, sizeof word, "The w%zuxyz came.", i);
        assert_true(read_text(&k, word));
    }
    expect_row(&k, "|.a?c|");
    assert_true(k.quota.used <= 400);
    close_desk(&k);
}

static void collisions(void **state) {
    for (uint64_t mask = 0; mask < 4; mask++) {
        desk k;
        open_desk(&k, SIZE_MAX);
        k.keys.mask = mask << 32;
        assert_true(read_text(&k, "Ab abc b bc c ca ab a bca abcabcabcabcabcabc ca c."));
        expect_row(&k, "|.abcdefaghife|");
        close_desk(&k);
    }
}

static void no_memory(void **state) {
    for (size_t n = 1;; n++) {
        desk k;
        open_desk(&k, SIZE_MAX);
        k.memory.below.fail_at = n;
        bool fine = read_text(&k, "The boat came. Many more words than there is room for "
                                  "at first stand here, all of them different, though "
                                  "none says anything of much interest by itself.");
        k.memory.below.fail_at = NEVER;
        close_desk(&k);
        if (fine) {
            assert_true(n > 6);
            return;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_sentences), cmocka_unit_test(extents),
        cmocka_unit_test(what_is_left_out),    cmocka_unit_test(halves),
        cmocka_unit_test(without_adding),      cmocka_unit_test(a_quota_that_is_full),
        cmocka_unit_test(collisions),          cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
