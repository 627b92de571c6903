/* SPDX-License-Identifier: MIT */
/* The head of a background file; damage anywhere in it. */
#include "unit/text/background_support.h"

static text_buffer write_boats(void) {
    return background_write(boats, COUNT(boats));
}

static void facts(void **state) {
    text_buffer t = write_boats();
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, 40);
    background_set_u64(&t, BACKGROUND_AT_TOKENS, 5000);
    lede_background b = open_background(&t);
    assert_string_equal(b.facts.language, "en");
    assert_int_equal(b.facts.documents, 40);
    assert_int_equal(b.facts.tokens, 5000);
    assert_int_equal(b.facts.words, 5);
    assert_int_equal(b.facts.occurrences, 320);
    assert_int_equal(b.facts.least_documents, 1);
    assert_null(b.allocator);
    text_free(&t);
}

static void languages(void **state) {
    static const char *const good[] = {"de", "pt-BR", "mul", "und"};
    for (size_t i = 0; i < COUNT(good); i++) {
        text_buffer t = write_boats();
        memcpy(t.bytes + BACKGROUND_AT_LANGUAGE, good[i], strlen(good[i]));
        background_seal(&t);
        assert_string_equal(open_background(&t).facts.language, good[i]);
        text_free(&t);
    }
}

static void no_such_file(void **state) {
    static const char other[] = "boat 4 9\nboats 3 300\n";
    text_buffer t = {0};
    text_put(&t, other);
    expect_refused(&t, "no background file: it begins with other bytes", 0);
    text_add(&t, "\x89PNG\r\n\x1A\n", 8);
    expect_refused(&t, "no background file: it begins with other bytes", 0);
    expect_refused(&t, "cut off: 0 bytes, where the head alone has 128", 0);
    text_add(&t, "\x89LBG", 4);
    expect_refused(&t, "cut off: 4 bytes, where the head alone has 128", 4);
}

/* ---- Files that are kept --------------------------------------------------------- */

static FILE *open_kept(const char *name) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s/tests/support/background/%s", LEDE_SOURCE_DIR,
                   name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    return file;
}

static text_buffer read_kept(const char *name) {
    char chunk[4096];
    text_buffer t = {0};
    FILE *file = open_kept(name);
    for (size_t n = 1; n > 0;) {
        n = fread(chunk, 1, sizeof chunk, file);
        text_add(&t, chunk, n);
    }
    fclose(file);
    text_fit(&t);
    return t;
}

#define LISTED 200

/* What is in a list of words with their counts; its words ascend. */
static size_t read_list(const char *name, background_entry words[LISTED],
                        char keys[LISTED][32]) {
    char line[128];
    size_t count = 0;
    FILE *file = open_kept(name);
    while (fgets(line, sizeof line, file) != NULL) {
        unsigned long long documents = 0, occurrences = 0;
        if (line[0] != '#') {
            assert_true(count < LISTED);
            assert_int_equal(
                sscanf(line, "%31s %llu %llu", keys[count], &documents, &occurrences), 3);
            words[count] = (background_entry){keys[count], strlen(keys[count]), documents,
                                              occurrences};
            count++;
        }
    }
    fclose(file);
    return count;
}

static void expect_kept(const char *name, uint64_t documents, uint64_t tokens,
                        uint64_t least) {
    background_entry words[LISTED];
    char keys[LISTED][32], file[64];
    (void)snprintf(file, sizeof file, "%s.txt", name);
    text_buffer t = background_write(words, read_list(file, words, keys));
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, documents);
    background_set_u64(&t, BACKGROUND_AT_TOKENS, tokens);
    background_set_u64(&t, BACKGROUND_AT_LEAST, least);
    (void)open_background(&t);
    (void)snprintf(file, sizeof file, "%s.background", name);
    text_buffer kept = read_kept(file);
    assert_int_equal(kept.n, t.n);
    assert_memory_equal(kept.bytes, t.bytes, t.n);
    text_free(&kept);
    text_free(&t);
}

/* Those that make_background.py writes, the second shown in docs/background.md. */
static void kept_files(void **state) {
    expect_kept("articles", 13, 6866, 5);
    expect_kept("example", 10, 2000, 1);
}

/* ---- What is refused ------------------------------------------------------------- */

/* A line end that became another on the way. */
static void sent_as_text(void **state) {
    text_buffer t = {0}, sent = write_boats();
    text_add(&t, sent.bytes, 4);
    text_add(&t, sent.bytes + 5, sent.n - 5);
    text_free(&sent);
    expect_refused(&t, "no background file: it begins with other bytes", 0);
}

/* Writes a field of the head, two or eight bytes. */
static text_buffer with_field(size_t at, uint64_t number) {
    text_buffer t = write_boats();
    background_set(t.bytes + at, number, at < BACKGROUND_AT_UNICODE ? 2 : 8);
    background_seal(&t);
    return t;
}

static text_buffer with_name(size_t at, const char *name) {
    text_buffer t = write_boats();
    memcpy(t.bytes + at, name, BACKGROUND_NAME_SIZE);
    background_seal(&t);
    return t;
}

static void other_versions(void **state) {
    text_buffer t = with_field(BACKGROUND_AT_FORMAT, 2);
    expect_refused(&t, "background format 2; this library reads format 1", 8);
    t = write_boats(); /* even where the checksum may stand elsewhere */
    t.bytes[BACKGROUND_AT_FORMAT + 1] = 1;
    expect_refused(&t, "background format 257; this library reads format 1", 8);
    t = with_field(BACKGROUND_AT_TOKENIZER, 2);
    expect_refused(&t, "its words come from tokenizer 2; this library has 1", 10);
    t = with_field(BACKGROUND_AT_FOLD, 65535);
    expect_refused(&t, "its words come from folding 65535; this library has 1", 12);
    t = with_field(BACKGROUND_AT_STEM, 1);
    expect_refused(&t, "its words come from stemming 1; this library has 0", 14);
    t = with_name(BACKGROUND_AT_UNICODE, "14.0.0\0\0\0\0\0");
    expect_refused(
        &t, "its words come from Unicode 14.0.0; this library has " UNICODE_VERSION_TEXT,
        16);
    t = with_name(BACKGROUND_AT_UNICODE, "\0\0\0\0\0\0\0\0\0\0\0");
    expect_refused(
        &t, "its words come from Unicode ; this library has " UNICODE_VERSION_TEXT, 16);
}

static void names_that_are_none(void **state) {
    static const char *const unicode[] = {"15.0.0\n\0\0\0\0", "15.0.0\0\0\0\0x",
                                          "15.0.0.0.0.0", "\xFF\0\0\0\0\0\0\0\0\0\0"};
    static const char *const language[] = {"\0\0\0\0\0\0\0\0\0\0\0",
                                           "EN\0\0\0\0\0\0\0\0\0", "english\0\0\0\0",
                                           "en\0\0\0\0\0\0\0\0n", "en-GB-oxende"};
    for (size_t i = 0; i < COUNT(unicode); i++) {
        text_buffer t = with_name(BACKGROUND_AT_UNICODE, unicode[i]);
        expect_refused(&t, "the version of Unicode is not one", 16);
    }
    for (size_t i = 0; i < COUNT(language); i++) {
        text_buffer t = with_name(BACKGROUND_AT_LANGUAGE, language[i]);
        expect_refused(&t, "the language is not a code of one", 28);
    }
}

static void totals_that_cannot_be(void **state) {
    text_buffer t = with_field(BACKGROUND_AT_DOCUMENTS, 0);
    expect_refused(&t, "words, but no document", 40);
    t = with_field(BACKGROUND_AT_TOKENS, 319);
    expect_refused(&t, "320 occurrences, more than the 319 words of the texts", 64);
    t = with_field(BACKGROUND_AT_LEAST, 0);
    expect_refused(&t, "a word is said to stand in 0 documents", 72);
    for (size_t i = BACKGROUND_AT_RESERVED; i < BACKGROUND_AT_WORDS_SUM; i++) {
        t = write_boats();
        t.bytes[i] = 1;
        background_seal(&t);
        expect_refused(&t, "a reserved byte is not 0", i);
    }
}

static void sizes_that_cannot_be(void **state) {
    text_buffer t = with_field(BACKGROUND_AT_SIZE, UINT64_MAX);
    expect_refused(&t, "no file has 18446744073709551615 bytes of words", 80);
    t = with_field(BACKGROUND_AT_SIZE, UINT64_MAX / 2 + 1);
    expect_refused(&t, "no file has 9223372036854775808 bytes of words", 80);
    t = with_field(BACKGROUND_AT_SIZE, UINT64_MAX / 2);
    expect_refused(&t, "cut off: 181 bytes, where its head speaks of 9223372036854775943",
                   181);
    t = with_field(BACKGROUND_AT_WORDS, UINT64_MAX);
    expect_refused(&t, "cut off: 181 bytes, where its head speaks of 2305843009213694125",
                   181);
    t = with_field(BACKGROUND_AT_WORDS, 65); /* two blocks */
    expect_refused(&t, "cut off: 181 bytes, where its head speaks of 189", 181);
    t = with_field(BACKGROUND_AT_WORDS, 0);
    expect_refused(&t, "181 bytes, where its head speaks of 173", 173);
    t = write_boats();
    text_put(&t, "\n");
    background_seal(&t);
    expect_refused(&t, "182 bytes, where its head speaks of 181", 181);
}

static void checksums(void **state) {
    text_buffer t = write_boats();
    t.bytes[BACKGROUND_AT_TOKENS] ^= 1;
    expect_refused(&t, "the head is damaged: its checksum is another", 0);
    t = write_boats();
    t.bytes[BACKGROUND_AT_HEAD_SUM] ^= 1;
    expect_refused(&t, "the head is damaged: its checksum is another", 0);
    t = write_boats();
    t.bytes[BACKGROUND_HEAD + 3] ^= 1;
    expect_refused(&t, "the words are damaged: their checksum is another", 128);
    t = write_boats();
    t.bytes[t.n - 1] ^= 1;
    expect_refused(&t, "the index is damaged: its checksum is another", 173);
}

static bool is_refused(const char *bytes, size_t n) {
    lede_background b;
    lede_error error;
    if (background_open(&b, bytes, n, &error) == LEDE_OK) {
        return false;
    }
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_true(error.text[0] != '\0' && error.offset <= n);
    return true;
}

/* Each bit of every byte, and all of them together. */
static void every_byte_counts(void **state) {
    text_buffer t = write_boats();
    assert_false(is_refused(t.bytes, t.n));
    for (size_t i = 0; i < 9 * t.n; i++) {
        char *byte = &t.bytes[i / 9], kept = *byte;
        unsigned flip = i % 9 < 8 ? 1u << i % 9 : 0xFF;
        *byte = (char)(unsigned char)((unsigned char)kept ^ flip);
        assert_true(is_refused(t.bytes, t.n));
        *byte = kept;
    }
    assert_false(is_refused(t.bytes, t.n));
    text_free(&t);
}

static void every_length_counts(void **state) {
    text_buffer whole = write_boats();
    for (size_t n = 0; n < whole.n; n++) {
        text_buffer t = {0};
        text_add(&t, whole.bytes, n);
        text_fit(&t);
        assert_true(is_refused(t.bytes, n));
        text_free(&t);
    }
    text_free(&whole);
}

/* Every word is found, and the file is what would be written for its words. */
static void expect_as_written(const text_buffer *t) {
    lede_background b = open_background(t);
    background_list list = background_list_of(t);
    for (size_t i = 0; i < list.count; i++) {
        const background_entry *word = &list.items[i];
        uint64_t documents = 0, occurrences = 0;
        assert_true(background_find(&b, word->key, word->n, &documents, &occurrences));
        assert_true(documents == word->documents);
        assert_true(occurrences == word->occurrences);
    }
    text_buffer again = background_write_again(t, &list);
    assert_int_equal(again.n, t->n);
    assert_memory_equal(again.bytes, t->bytes, t->n);
    text_free(&again);
    background_list_free(&list);
}

/* Two blocks and a word, with some bytes changed and every checksum right: there is one
 * way to write a file, so nothing of it goes unseen. */
static void only_one_way_to_write(void **state) {
    background_entry words[2 * BACKGROUND_BLOCK + 1];
    char keys[2 * BACKGROUND_BLOCK + 1][2];
    uint64_t seed = 11;
    unsigned accepted = 0;
    for (size_t i = 0; i < COUNT(words); i++) {
        keys[i][0] = (char)('a' + i / 20);
        keys[i][1] = (char)('a' + i % 20);
        words[i] = (background_entry){keys[i], 2, 1 + i % 3, 3 + i};
    }
    text_buffer whole = background_write(words, COUNT(words));
    for (int round = 0; round < 20000; round++) {
        text_buffer t = {0};
        text_add(&t, whole.bytes, whole.n);
        for (size_t changes = 1 + text_below(&seed, 2); changes > 0; changes--) {
            size_t at = text_below(&seed, 4) == 0
                            ? text_below(&seed, t.n)
                            : BACKGROUND_HEAD + text_below(&seed, t.n - BACKGROUND_HEAD);
            int by = (int)text_below(&seed, 5) - 2;
            t.bytes[at] = (char)(unsigned char)((unsigned char)t.bytes[at] + by);
        }
        background_seal(&t);
        text_fit(&t);
        if (!is_refused(t.bytes, t.n)) {
            expect_as_written(&t);
            accepted++;
        }
        text_free(&t);
    }
    assert_in_range(accepted, 200, 10000);
    text_free(&whole);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts),
        cmocka_unit_test(languages),
        cmocka_unit_test(kept_files),
        cmocka_unit_test(no_such_file),
        cmocka_unit_test(sent_as_text),
        cmocka_unit_test(other_versions),
        cmocka_unit_test(names_that_are_none),
        cmocka_unit_test(totals_that_cannot_be),
        cmocka_unit_test(sizes_that_cannot_be),
        cmocka_unit_test(checksums),
        cmocka_unit_test(every_byte_counts),
        cmocka_unit_test(every_length_counts),
        cmocka_unit_test(only_one_way_to_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
