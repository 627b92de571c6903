/* SPDX-License-Identifier: MIT */
/* Versions, languages, vocabularies, plain segments. */
#include "support/open.h"
#include "support/texts.h"

#include <stdio.h>

static void test_versions(void **state) {
    int major = -1, minor = -1, patch = -1, end = 0;
    assert_int_equal(sscanf(lede_version(), "%d.%d.%d%n", &major, &minor, &patch, &end),
                     3);
    assert_int_equal(lede_version()[end], '\0');
    assert_int_equal(
        sscanf(lede_unicode_version(), "%d.%d.%d%n", &major, &minor, &patch, &end), 3);
    assert_int_equal(lede_unicode_version()[end], '\0');
    assert_true(major >= 15);
    assert_true(lede_data_version()[0] != '\0');
}

static void test_languages(void **state) {
    size_t count = 0;
    bool english = false;
    for (; lede_language_at(count) != NULL; count++) {
        const lede_language_info *info = lede_language_at(count);
        assert_non_null(info->name);
        assert_true(strlen(info->code) == 2 || strlen(info->code) == 3);
        if (count > 0) {
            assert_true(strcmp(lede_language_at(count - 1)->code, info->code) < 0);
        }
        if (strcmp(info->code, "en") == 0) {
            english = true;
            assert_string_equal(info->name, "English");
            assert_string_equal(info->stemmer, "english");
            assert_true(info->stop_words > 100 && info->starters > 10 &&
                        info->abbreviations > 50);
        }
    }
    assert_true(english);
    assert_null(lede_language_at(count + 1));
    assert_null(lede_language_at(SIZE_MAX));
}

/* ---- Vocabularies ------------------------------------------------------------------ */

static void test_vocabulary_arguments(void **state) {
    static const char *const bad[] = {"", "Auto", "EN", "en_GB", "english", "\xFF\xFF"};
    lede_vocabulary *v = NULL;
    lede_error error;
    assert_int_equal(lede_vocabulary_create("en", 0, 0, NULL, NULL, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(error.status, LEDE_INVALID_ARGUMENT);
    for (size_t i = 0; i <= sizeof bad / sizeof *bad; i++) {
        const char *code = i < sizeof bad / sizeof *bad ? bad[i] : NULL;
        v = (lede_vocabulary *)&v;
        memset(&error, 'x', sizeof error);
        assert_int_equal(lede_vocabulary_create(code, 0, 0, NULL, &v, &error),
                         LEDE_UNKNOWN_LANGUAGE);
        assert_null(v);
        assert_int_equal(error.status, LEDE_UNKNOWN_LANGUAGE);
        assert_non_null(memchr(error.text, '\0', sizeof error.text));
        assert_int_equal(lede_vocabulary_create(code, 0, 0, NULL, &v, NULL),
                         LEDE_UNKNOWN_LANGUAGE);
    }
    lede_vocabulary_free(NULL);
}

static void test_vocabulary_stats(void **state) {
    lede_vocabulary *v = NULL;
    lede_error error;
    lede_vocabulary_stats stats = lede_vocabulary_measure(NULL);
    assert_true(stats.words == 0 && stats.stem_calls == 0 && stats.capacity == 0);
    assert_int_equal(lede_vocabulary_create("en", 0, 1, NULL, &v, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    stats = lede_vocabulary_measure(v);
    assert_int_equal(stats.words, 0);
    assert_int_equal(stats.stem_calls, 0);
    assert_int_equal(stats.capacity, LEDE_VOCABULARY_CAPACITY);
    lede_vocabulary_free(v);
    assert_int_equal(lede_vocabulary_create("xx-YY", 7, 1, NULL, &v, NULL), LEDE_OK);
    assert_int_equal(lede_vocabulary_measure(v).capacity, 7);
    lede_vocabulary_free(v);
}

static void read_in(lede_vocabulary *v, const char *language, const char *text) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.language = language;
    o.vocabulary = v;
    assert_int_equal(lede_document_create(text, strlen(text), &o, &d, NULL), LEDE_OK);
    lede_document_free(d);
}

static void read_with(lede_vocabulary *v, const char *text) {
    read_in(v, "en", text);
}

/* Each word is stemmed once in the life of a vocabulary that has room for it. */
static void test_vocabulary_keeps_words(void **state) {
    lede_vocabulary *v = NULL;
    assert_int_equal(lede_vocabulary_create("en", 0, 1, NULL, &v, NULL), LEDE_OK);
    read_with(v, "Boats sail. BOATS sail; boats 12 sail!");
    lede_vocabulary_stats once = lede_vocabulary_measure(v);
    assert_int_equal(once.words, 2); /* a number has no stem */
    assert_int_equal(once.stem_calls, 2);
    read_with(v, "Sail, boats!");
    lede_vocabulary_stats twice = lede_vocabulary_measure(v);
    assert_int_equal(twice.words, 2);
    assert_int_equal(twice.stem_calls, 2);
    read_with(v, "Sail, rafts!");
    twice = lede_vocabulary_measure(v);
    assert_int_equal(twice.words, 3);
    assert_int_equal(twice.stem_calls, 3);
    lede_vocabulary_free(v);
    assert_int_equal(lede_vocabulary_create("en", 1, 1, NULL, &v, NULL), LEDE_OK);
    read_with(v, "Boats sail rafts.");
    assert_int_equal(lede_vocabulary_measure(v).words, 1);
    assert_int_equal(lede_vocabulary_measure(v).stem_calls, 3);
    lede_vocabulary_free(v);
}

/* One of every language shares words whether the language was chosen or found. */
static void test_vocabulary_of_every_language(void **state) {
    lede_vocabulary *v = NULL;
    assert_int_equal(lede_vocabulary_create("auto", 0, 1, NULL, &v, NULL), LEDE_OK);
    lede_vocabulary_stats stats = lede_vocabulary_measure(v);
    assert_int_equal(stats.words, 0);
    assert_int_equal(stats.capacity, LEDE_VOCABULARY_CAPACITY);
    read_in(v, "auto", "The boats of the harbour.");
    read_in(v, "en", "The boats of the harbour.");
    read_in(v, "en-GB", "The boats of the harbour.");
    stats = lede_vocabulary_measure(v);
    assert_int_equal(stats.words, 4);
    assert_int_equal(stats.stem_calls, 4);
    read_in(v, "zz", "The boats of the harbour."); /* no stemmer: nothing to keep */
    stats = lede_vocabulary_measure(v);
    assert_int_equal(stats.words, 4);
    assert_int_equal(stats.stem_calls, 4);
    lede_vocabulary_free(v);
    assert_int_equal(lede_vocabulary_create("auto", 3, 1, NULL, &v, NULL), LEDE_OK);
    read_in(v, "en", "The boats of the harbour.");
    stats = lede_vocabulary_measure(v);
    assert_int_equal(stats.words, 3);
    assert_int_equal(stats.capacity, 3);
    lede_vocabulary_free(v);
}

/* ---- Segments ---------------------------------------------------------------------- */

static void test_segments(void **state) {
    static const char text[] = "It can't. No\xFF!";
    static const size_t words[] = {2, 3, 8, 9, 10, 12, 13, 14};
    static const size_t sentences[] = {10, 14};
    size_t at = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        at = lede_uax29_word_end(text, sizeof text - 1, at);
        assert_int_equal(at, words[i]);
    }
    assert_int_equal(lede_uax29_word_end(text, 14, 14), 14);
    assert_int_equal(lede_uax29_word_end(text, 14, 99), 14);
    at = 0;
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        at = lede_uax29_sentence_end(text, sizeof text - 1, at);
        assert_int_equal(at, sentences[i]);
    }
    assert_int_equal(lede_uax29_sentence_end(text, 14, 14), 14);
    assert_int_equal(lede_uax29_sentence_end(text, 14, SIZE_MAX), 14);
    assert_int_equal(lede_uax29_word_end("", 0, 0), 0);
    assert_int_equal(lede_uax29_sentence_end(NULL, 0, 0), 0);
}

/* Each segment is a step forward, to the end, whatever the bytes. */
static void test_segments_advance(void **state) {
    for (uint64_t seed = 0; seed < 300; seed++) {
        text_buffer t = seed % 2 == 0 ? text_random_bytes(seed, seed)
                                      : text_random_utf8(seed, 2 * seed);
        for (int words = 0; words < 2; words++) {
            for (size_t at = 0; at < t.n;) {
                size_t end = words ? lede_uax29_word_end(t.bytes, t.n, at)
                                   : lede_uax29_sentence_end(t.bytes, t.n, at);
                assert_true(end > at && end <= t.n);
                at = end;
            }
        }
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_versions),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_vocabulary_arguments),
        cmocka_unit_test(test_vocabulary_stats),
        cmocka_unit_test(test_vocabulary_keeps_words),
        cmocka_unit_test(test_vocabulary_of_every_language),
        cmocka_unit_test(test_segments),
        cmocka_unit_test(test_segments_advance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
