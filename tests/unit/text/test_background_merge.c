/* SPDX-License-Identifier: MIT */
#include "text/background_merge.h"

#include "support/background_make.h"
#include "support/drying.h"
#include "unit/text/background_support.h"

/* ---- By hand ---------------------------------------------------------------------- */

static const background_entry ropes[] = {
    BACKGROUND_ENTRY("boat", 1, 3),
    BACKGROUND_ENTRY("boats", 127, 200),
    BACKGROUND_ENTRY("rope", 6, 6),
};

static text_buffer with_totals(text_buffer t, uint64_t documents, uint64_t tokens) {
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, documents);
    background_set_u64(&t, BACKGROUND_AT_TOKENS, tokens);
    return t;
}

static void sums(void **state) {
    static const background_entry both[] = {
        BACKGROUND_ENTRY("boat", 5, 12),     BACKGROUND_ENTRY("boathouse", 1, 2),
        BACKGROUND_ENTRY("boats", 130, 500), BACKGROUND_ENTRY("harbour", 5, 7),
        BACKGROUND_ENTRY("rope", 6, 6),      BACKGROUND_ENTRY("z\xC3\xBCrich", 2, 2),
    };
    text_buffer files[] = {
        with_totals(background_write(boats, COUNT(boats)), 9, 400),
        with_totals(background_write(ropes, COUNT(ropes)), 128, 1000),
    };
    text_buffer wanted = with_totals(background_write(both, COUNT(both)), 137, 1400);
    text_buffer t = background_merged(files, 2);
    background_expect_same(&t, &wanted);
    text_free(&t);
    text_free(&wanted);
    t = background_merged(files, 1); /* alone it is as it was */
    background_expect_same(&t, &files[0]);
    text_free(&t);
    text_free(&files[0]);
    text_free(&files[1]);
}

/* A file may be given again. */
static void twice(void **state) {
    background_entry doubled[COUNT(boats)];
    for (size_t i = 0; i < COUNT(boats); i++) {
        doubled[i] = boats[i];
        doubled[i].documents *= 2;
        doubled[i].occurrences *= 2;
    }
    text_buffer file = with_totals(background_write(boats, COUNT(boats)), 9, 400);
    text_buffer wanted = with_totals(background_write(doubled, COUNT(boats)), 18, 800);
    lede_background *b = background_opened(&file);
    const lede_background *list[] = {b, b};
    text_buffer t = {0};
    assert_int_equal(lede_background_merge(list, 2, NULL, background_into(&t), NULL),
                     LEDE_OK);
    background_expect_same(&t, &wanted);
    lede_background_free(b);
    text_free(&t);
    text_free(&file);
    text_free(&wanted);
}

static void nothing(void **state) {
    text_buffer t = background_merged(NULL, 0), wanted = background_of(NULL, 0, NULL);
    background_expect_same(&t, &wanted);
    text_free(&t);
    text_free(&wanted);
}

static void cut_off_behind_the_sum(void **state) {
    lede_background_options o = LEDE_BACKGROUND_OPTIONS_INIT;
    text_buffer t = {0}, files[] = {background_write(boats, COUNT(boats)),
                                    background_write(ropes, COUNT(ropes))};
    uint64_t documents = 0, occurrences = 0;
    o.least_documents = 5;
    assert_int_equal(background_merge_into(&t, files, 2, &o, NULL), LEDE_OK);
    lede_background b = open_background(&t);
    assert_int_equal(b.facts.least_documents, 5);
    assert_int_equal(b.facts.words, 4);
    assert_int_equal(b.facts.tokens, 529);
    assert_true(background_find(&b, "boat", 4, &documents, &occurrences));
    assert_int_equal(documents, 5);
    assert_false(background_find(&b, "boathouse", 9, &documents, &occurrences));
    text_free(&t);
    text_free(&files[0]);
    text_free(&files[1]);
}

/* ---- Any split, any order --------------------------------------------------------- */

#define TEXTS 40

typedef struct collection {
    text_buffer texts[TEXTS];
    lede_document *documents[TEXTS];
    text_buffer whole; /* of all documents */
} collection;

static void open_collection(collection *c, uint64_t seed) {
    for (size_t i = 0; i < TEXTS; i++) {
        c->texts[i] = i < TEXT_ARTICLES ? text_article(i) : text_made(seed + i, 9);
        c->documents[i] = open_bytes(c->texts[i].bytes, c->texts[i].n);
    }
    c->whole = background_of(c->documents, TEXTS, NULL);
}

static void close_collection(collection *c) {
    for (size_t i = 0; i < TEXTS; i++) {
        lede_document_free(c->documents[i]);
        text_free(&c->texts[i]);
    }
    text_free(&c->whole);
}

/* Each document goes to one of the files, some of which may stay empty. */
static void split(const collection *c, text_buffer *files, size_t count, uint64_t *seed) {
    lede_background_builder *builders[BACKGROUND_FILES];
    for (size_t i = 0; i < count; i++) {
        builders[i] = background_builder_of(NULL);
    }
    for (size_t i = 0; i < TEXTS; i++) {
        background_count(builders[text_below(seed, count)], c->documents[i]);
    }
    for (size_t i = 0; i < count; i++) {
        files[i] = background_written(builders[i]);
        lede_background_builder_free(builders[i]);
    }
}

static void shuffle(text_buffer *files, size_t count, uint64_t *seed) {
    for (size_t i = count; i > 1; i--) {
        size_t k = text_below(seed, i);
        text_buffer moved = files[i - 1];
        files[i - 1] = files[k];
        files[k] = moved;
    }
}

static void free_files(text_buffer *files, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_free(&files[i]);
    }
}

static void any_split(void **state) {
    static collection c;
    text_buffer files[BACKGROUND_FILES];
    uint64_t seed = 31;
    open_collection(&c, 1000);
    for (int round = 0; round < 40; round++) {
        size_t count = 1 + text_below(&seed, BACKGROUND_FILES);
        split(&c, files, count, &seed);
        text_buffer t = background_merged(files, count);
        background_expect_same(&t, &c.whole);
        text_free(&t);
        shuffle(files, count, &seed);
        t = background_merged(files, count);
        background_expect_same(&t, &c.whole);
        text_free(&t);
        free_files(files, count);
    }
    close_collection(&c);
}

/* Sums of some files take their places, until there is one. */
static void any_grouping(void **state) {
    static collection c;
    text_buffer files[BACKGROUND_FILES];
    uint64_t seed = 8;
    open_collection(&c, 2000);
    for (int round = 0; round < 15; round++) {
        size_t count = 2 + text_below(&seed, 10);
        split(&c, files, count, &seed);
        while (count > 1) {
            size_t some = 2 + text_below(&seed, count - 1);
            shuffle(files, count, &seed);
            text_buffer sum = background_merged(files + count - some, some);
            free_files(files + count - some, some);
            count -= some;
            files[count++] = sum;
        }
        background_expect_same(&files[0], &c.whole);
        free_files(files, 1);
    }
    close_collection(&c);
}

/* ---- Languages -------------------------------------------------------------------- */

static text_buffer file_in(const char *language, uint64_t documents) {
    text_buffer t = background_write(NULL, 0);
    memset(t.bytes + BACKGROUND_AT_LANGUAGE, 0, BACKGROUND_NAME_SIZE);
    memcpy(t.bytes + BACKGROUND_AT_LANGUAGE, language, strlen(language));
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, documents);
    return t;
}

typedef struct part {
    const char *language;
    uint64_t documents;
} part;

static void expect_language(const part parts[3], const char *given, const char *wanted) {
    static const unsigned orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                         {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    lede_background_options o = LEDE_BACKGROUND_OPTIONS_INIT;
    o.language = given;
    for (size_t i = 0; i < COUNT(orders); i++) {
        text_buffer files[3], t = {0};
        for (size_t k = 0; k < 3; k++) {
            const part *p = &parts[orders[i][k]];
            files[k] = file_in(p->language, p->documents);
        }
        assert_int_equal(background_merge_into(&t, files, 3, &o, NULL), LEDE_OK);
        assert_string_equal(open_background(&t).facts.language, wanted);
        free_files(files, 3);
        text_free(&t);
    }
}

/* A file of no text has no say, unless none has. */
static void languages(void **state) {
    expect_language((part[]){{"en", 1}, {"en", 2}, {"en", 3}}, NULL, "en");
    expect_language((part[]){{"en", 1}, {"en", 2}, {"de", 3}}, NULL, "mul");
    expect_language((part[]){{"en", 1}, {"und", 2}, {"en", 3}}, NULL, "mul");
    expect_language((part[]){{"en", 1}, {"und", 0}, {"de", 0}}, NULL, "en");
    expect_language((part[]){{"und", 0}, {"und", 0}, {"und", 0}}, NULL, "und");
    expect_language((part[]){{"en", 0}, {"en", 0}, {"de", 0}}, NULL, "mul");
    expect_language((part[]){{"en", 1}, {"mul", 2}, {"en", 3}}, NULL, "mul");
    expect_language((part[]){{"en", 1}, {"de", 2}, {"fr", 3}}, "pt-BR", "pt-BR");
}

/* ---- Refusals --------------------------------------------------------------------- */

static void expect_no_sum(const text_buffer *files, size_t count, lede_status wanted,
                          const char *text) {
    text_buffer t = {0};
    lede_error error;
    assert_int_equal(background_merge_into(&t, files, count, NULL, &error), wanted);
    assert_int_equal(error.status, wanted);
    assert_string_equal(error.text, text);
    assert_int_equal(t.n, 0);
}

static void files_with_a_cut_off(void **state) {
    text_buffer files[] = {background_write(ropes, 1), background_write(boats, 1)};
    background_set_u64(&files[1], BACKGROUND_AT_LEAST, 4);
    expect_no_sum(files, 2, LEDE_INVALID_ARGUMENT,
                  "background 2 leaves out words of fewer than 4 documents: such files "
                  "cannot be added up");
    free_files(files, 2);
}

/* The largest sums that fit, and one more. */
static void overflow(void **state) {
    static const char *const text =
        "the backgrounds have over 18446744073709551615 documents or words together";
    text_buffer files[] = {file_in("en", UINT64_MAX - 5), file_in("en", 5)};
    background_set_u64(&files[0], BACKGROUND_AT_TOKENS, UINT64_MAX - 7);
    background_set_u64(&files[1], BACKGROUND_AT_TOKENS, 7);
    text_buffer t = background_merged(files, 2);
    assert_true(open_background(&t).facts.documents == UINT64_MAX);
    assert_true(open_background(&t).facts.tokens == UINT64_MAX);
    text_free(&t);
    background_set_u64(&files[1], BACKGROUND_AT_TOKENS, 8);
    expect_no_sum(files, 2, LEDE_TOO_LARGE, text);
    background_set_u64(&files[1], BACKGROUND_AT_TOKENS, 7);
    background_set_u64(&files[1], BACKGROUND_AT_DOCUMENTS, 6);
    expect_no_sum(files, 2, LEDE_TOO_LARGE, text);
    free_files(files, 2);
}

/* Counts of a word as large as they get. */
static void large_counts(void **state) {
    uint64_t half = UINT64_MAX / 2, documents = 0, occurrences = 0;
    background_entry word = {"boat", 4, half, half};
    text_buffer files[] = {background_write(&word, 1), background_write(&word, 1)};
    text_buffer t = background_merged(files, 2);
    lede_background b = open_background(&t);
    assert_true(background_find(&b, "boat", 4, &documents, &occurrences));
    assert_true(documents == 2 * half && occurrences == 2 * half);
    text_free(&t);
    free_files(files, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums),      cmocka_unit_test(twice),
        cmocka_unit_test(nothing),   cmocka_unit_test(cut_off_behind_the_sum),
        cmocka_unit_test(any_split), cmocka_unit_test(any_grouping),
        cmocka_unit_test(languages), cmocka_unit_test(files_with_a_cut_off),
        cmocka_unit_test(overflow),  cmocka_unit_test(large_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
