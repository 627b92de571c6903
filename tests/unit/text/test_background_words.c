/* SPDX-License-Identifier: MIT */
/* Words, counts and the index of a background file: what is refused, though every
 * checksum is right. */
#include "unit/text/background_support.h"

/* ---- Files from pieces ------------------------------------------------------------ */

/* A file of one block from the bytes of its words, which are said to be so many; a
 * billion documents and tokens, so that only words can be wrong. */
static text_buffer file_of(const text_buffer *section, uint64_t words,
                           uint64_t occurrences) {
    text_buffer t = {0};
    char offset[BACKGROUND_OFFSET_SIZE];
    background_begin(&t);
    text_add(&t, section->bytes, section->n);
    background_set(offset, BACKGROUND_HEAD, sizeof offset);
    text_add(&t, offset, sizeof offset);
    background_set(t.bytes + BACKGROUND_AT_SIZE, section->n, 8);
    background_set(t.bytes + BACKGROUND_AT_WORDS, words, 8);
    background_set(t.bytes + BACKGROUND_AT_OCCURRENCES, occurrences, 8);
    background_set(t.bytes + BACKGROUND_AT_TOKENS, UINT64_MAX, 8);
    background_set(t.bytes + BACKGROUND_AT_DOCUMENTS, 1000000000, 8);
    background_seal(&t);
    return t;
}

/* Takes the section with it. */
static void expect_bad(text_buffer *section, uint64_t words, const char *text,
                       uint64_t offset) {
    text_buffer t = file_of(section, words, 1000);
    text_free(section);
    expect_refused(&t, text, offset);
}

static void put(text_buffer *t, size_t shared, const char *key, uint64_t documents,
                uint64_t occurrences) {
    background_put_word(t, shared, key, strlen(key));
    background_put_count(t, documents);
    background_put_count(t, occurrences);
}

static void pieces_make_a_file(void **state) {
    text_buffer section = {0};
    put(&section, 0, "boat", 4, 9);
    put(&section, 4, "boats", 3, 300);
    text_buffer t = file_of(&section, 2, 309);
    lede_background b = open_background(&t);
    uint64_t documents = 0, occurrences = 0;
    assert_true(background_find(&b, "boats", 5, &documents, &occurrences));
    assert_int_equal(documents, 3);
    assert_int_equal(occurrences, 300);
    text_free(&section);
    text_free(&t);
}

/* ---- Words ------------------------------------------------------------------------ */

static void cut_inside(void **state) {
    text_buffer s = {0};
    put(&s, 0, "boat", 1, 1);
    expect_bad(&s, 2, "the words end inside a word", 136);
    put(&s, 0, "boat", 1, 1);
    text_add(&s, "\0", 1);
    expect_bad(&s, 2, "the words end inside a word", 136);
    put(&s, 0, "boat", 1, 1);
    text_add(&s, "\0\2x", 3);
    expect_bad(&s, 2, "the words end inside a word", 138);
    background_put_word(&s, 0, "boat", 4);
    expect_bad(&s, 1, "the words end inside a count", 134);
    background_put_word(&s, 0, "boat", 4);
    background_put_count(&s, 1);
    expect_bad(&s, 1, "the words end inside a count", 135);
    background_put_word(&s, 0, "boat", 4);
    background_put_count(&s, 1);
    text_add(&s, "\x80\x80", 2);
    expect_bad(&s, 1, "the words end inside a count", 135);
}

static void lengths(void **state) {
    char key[BACKGROUND_KEY_MAX + 1];
    text_buffer s = {0};
    text_add(&s, "\1\1a\1\1", 5);
    expect_bad(&s, 1, "the first word of a block is not whole", 128);
    put(&s, 0, "boat", 1, 1);
    text_add(&s, "\5\1a\1\1", 5);
    expect_bad(&s, 2, "a word shares more bytes than the one before has", 136);
    memset(key, 'x', sizeof key);
    background_put_word(&s, 0, key, BACKGROUND_KEY_MAX);
    text_add(&s, "\1\1", 2);
    background_put_word(&s, BACKGROUND_KEY_MAX, key, BACKGROUND_KEY_MAX + 1);
    text_add(&s, "\1\1", 2);
    expect_bad(&s, 2, "a word has more than 255 bytes", 128 + 2 + 255 + 2);
    text_add(&s, "\0\0\1\1", 4);
    expect_bad(&s, 1, "a word has no bytes", 128);
    put(&s, 0, "boat", 1, 1);
    text_add(&s, "\0\0\1\1", 4);
    expect_bad(&s, 2, "a word has no bytes", 136);
}

static void order(void **state) {
    text_buffer s = {0};
    put(&s, 0, "boat", 1, 1);
    put(&s, 4, "boat", 1, 1);
    expect_bad(&s, 2, "a word stands there twice", 136);
    put(&s, 0, "boat", 1, 1);
    put(&s, 0, "boat", 1, 1);
    expect_bad(&s, 2, "a word stands there twice", 136);
    put(&s, 0, "boat", 1, 1);
    put(&s, 0, "anchor", 1, 1);
    expect_bad(&s, 2, "a word stands behind one that it belongs before", 136);
    put(&s, 0, "boat", 1, 1);
    put(&s, 3, "boa", 1, 1);
    expect_bad(&s, 2, "a word stands behind one that it belongs before", 136);
    put(&s, 0, "b\xC3\xB6", 1, 1); /* bytes are no signed numbers */
    put(&s, 1, "boat", 1, 1);
    expect_bad(&s, 2, "a word stands behind one that it belongs before", 135);
    put(&s, 0, "boat", 1, 1);
    put(&s, 3, "boats", 1, 1);
    expect_bad(&s, 2, "a word shares fewer bytes than it could", 136);
    put(&s, 0, "boat", 1, 1);
    put(&s, 1, "boot", 1, 1);
    expect_bad(&s, 2, "a word shares fewer bytes than it could", 136);
}

/* ---- Counts ------------------------------------------------------------------------ */

/* A word with the bytes of its counts. */
static void put_counts(text_buffer *t, const char *counts, size_t n) {
    background_put_word(t, 0, "boat", 4);
    text_add(t, counts, n);
}

static void numbers(void **state) {
    text_buffer s = {0};
    put_counts(&s, "\x81\0\1", 3);
    expect_bad(&s, 1, "a count has more bytes than it needs", 134);
    put_counts(&s, "\1\x80\x80\0", 4);
    expect_bad(&s, 1, "a count has more bytes than it needs", 135);
    put_counts(&s, "\1\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\2", 11);
    expect_bad(&s, 1, "a count does not fit into 64 bits", 135);
    put_counts(&s, "\1\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x81\0", 12);
    expect_bad(&s, 1, "a count does not fit into 64 bits", 135);
    put_counts(&s, "\1\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\1", 14);
    expect_bad(&s, 1, "a count does not fit into 64 bits", 135);
}

static void documents(void **state) {
    text_buffer s = {0};
    put(&s, 0, "boat", 0, 0);
    expect_bad(&s, 1, "a word stands in 0 documents, not in 1 to 1000000000", 134);
    put(&s, 0, "boat", 1000000001, 1000000001);
    expect_bad(&s, 1, "a word stands in 1000000001 documents, not in 1 to 1000000000",
               134);
    put(&s, 0, "boat", 3, 2);
    expect_bad(&s, 1, "a word occurs 2 times in 3 documents", 134);
    put(&s, 0, "boat", 4, 1000);
    text_buffer t = file_of(&s, 1, 1000);
    text_free(&s);
    background_set_u64(&t, BACKGROUND_AT_LEAST, 4);
    assert_int_equal(open_background(&t).facts.least_documents, 4);
    background_set_u64(&t, BACKGROUND_AT_LEAST, 5);
    expect_refused(&t, "a word stands in 4 documents, not in 5 to 1000000000", 134);
}

/* Sums that pass 2^64 are found before they do. */
static void sums(void **state) {
    text_buffer s = {0};
    put(&s, 0, "boat", 1, 600);
    put(&s, 4, "boats", 1, 401);
    expect_bad(&s, 2, "words occur more often than the 1000 times of the head", 140);
    put(&s, 0, "boat", 1, 1000);
    put(&s, 4, "boats", 1, UINT64_MAX);
    expect_bad(&s, 2, "words occur more often than the 1000 times of the head", 140);
    put(&s, 0, "boat", 1, 600);
    put(&s, 4, "boats", 1, 399);
    expect_bad(&s, 2, "words occur 999 times, not the 1000 times of the head", 64);
    put(&s, 0, "boat", 1, 1000);
    put(&s, 0, "", 0, 0);
    expect_bad(&s, 1, "bytes stand behind the last word", 137);
}

/* ---- Blocks ------------------------------------------------------------------------ */

#define WORDS (3 * BACKGROUND_BLOCK)

static text_buffer write_blocks(background_entry words[WORDS], char keys[WORDS][2]) {
    for (size_t i = 0; i < WORDS; i++) {
        keys[i][0] = (char)('a' + i / 20);
        keys[i][1] = (char)('a' + i % 20);
        words[i] = (background_entry){keys[i], 2, 1, 1};
    }
    return background_write(words, WORDS);
}

/* The end of a block is no end of the order. */
static void order_across_blocks(void **state) {
    background_entry words[WORDS];
    char keys[WORDS][2];
    text_buffer t = write_blocks(words, keys);
    assert_int_equal(open_background(&t).blocks, 3);
    size_t second = (size_t)background_u64(open_background(&t).index + 8);
    text_free(&t);
    words[BACKGROUND_BLOCK].key = keys[BACKGROUND_BLOCK - 1];
    t = background_write(words, WORDS);
    expect_refused(&t, "a word stands there twice", second);
    words[BACKGROUND_BLOCK].key = keys[BACKGROUND_BLOCK - 2];
    t = background_write(words, WORDS);
    expect_refused(&t, "a word stands behind one that it belongs before", second);
}

static void index_is_right(void **state) {
    background_entry words[WORDS];
    char keys[WORDS][2], text[100];
    for (size_t block = 0; block < 3; block++) {
        text_buffer t = write_blocks(words, keys);
        size_t at = t.n - (3 - block) * BACKGROUND_OFFSET_SIZE;
        uint64_t offset = background_u64(t.bytes + at);
        background_set_u64(&t, at, offset + 4);
        (void)snprintf(text, sizeof text,
                       "the index has a block at byte %llu that begins at %llu",
                       (unsigned long long)offset + 4, (unsigned long long)offset);
        expect_refused(&t, text, at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_make_a_file),
        cmocka_unit_test(cut_inside),
        cmocka_unit_test(lengths),
        cmocka_unit_test(order),
        cmocka_unit_test(numbers),
        cmocka_unit_test(documents),
        cmocka_unit_test(sums),
        cmocka_unit_test(order_across_blocks),
        cmocka_unit_test(index_is_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
