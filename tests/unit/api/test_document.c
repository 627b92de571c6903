/* SPDX-License-Identifier: MIT */
/* lede_document_create: arguments, limits, encoding, languages, seeds. */
#include "base/memory.h"
#include "support/open.h"
#include "support/texts.h"

/* Nothing is created, and the error says the same as the status. */
static lede_error refuse(const char *bytes, size_t n, const lede_document_options *o,
                         lede_status wanted) {
    lede_document *d = (lede_document *)&d;
    lede_error error;
    memset(&error, 'x', sizeof error);
    assert_int_equal(lede_document_create(bytes, n, o, &d, &error), wanted);
    assert_null(d);
    assert_int_equal(error.status, wanted);
    assert_non_null(memchr(error.text, '\0', sizeof error.text));
    assert_true(error.text[0] != '\0');
    d = (lede_document *)&d; /* and the same without an error to fill */
    assert_int_equal(lede_document_create(bytes, n, o, &d, NULL), wanted);
    assert_null(d);
    return error;
}

static void expect_place(const lede_error *error, uint64_t offset, uint32_t line,
                         uint32_t column) {
    assert_int_equal(error->offset, offset);
    assert_int_equal(error->line, line);
    assert_int_equal(error->column, column);
}

/* ---- Arguments --------------------------------------------------------------------- */

static void test_arguments(void **state) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_error error;
    assert_int_equal(lede_document_create("a", 1, &o, NULL, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "out is NULL");
    assert_int_equal(lede_document_create("a", 1, &o, NULL, NULL), LEDE_INVALID_ARGUMENT);
    error = refuse(NULL, 1, &o, LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "bytes is NULL");
    expect_place(&error, 0, 0, 0);
    refuse(NULL, 1, NULL, LEDE_INVALID_ARGUMENT);
    o.newlines = (lede_newlines)3;
    error = refuse("a", 1, &o, LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "unknown value of newlines");
    o.newlines = (lede_newlines)-1;
    refuse("a", 1, &o, LEDE_INVALID_ARGUMENT);
    o.newlines = LEDE_NEWLINES_AUTO;
    o.hygiene = (lede_hygiene)3;
    error = refuse("a", 1, &o, LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "unknown value of hygiene");
}

static void test_empty(void **state) {
    lede_document *d = NULL;
    lede_error error;
    size_t count = 1;
    assert_int_equal(lede_document_create(NULL, 0, NULL, &d, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    assert_string_equal(error.text, "");
    assert_non_null(lede_document_text(d, &count));
    assert_int_equal(count, 0);
    (void)lede_document_sentences(d, &count);
    assert_int_equal(count, 0);
    (void)lede_document_words(d, &count);
    assert_int_equal(count, 0);
    (void)lede_document_blocks(d, &count);
    assert_int_equal(count, 0);
    (void)lede_document_terms(d, &count);
    assert_int_equal(count, 0);
    (void)lede_document_ledger(d, &count);
    assert_int_equal(count, 0);
    lede_document_facts facts = lede_document_measure(d);
    assert_string_equal(facts.language, "und");
    assert_int_equal(facts.language_known, 0);
    assert_int_equal(facts.language_confidence, 0);
    assert_int_equal(facts.first_bad.line, 0);
    lede_place place = lede_document_place(d, 0);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 1);
    lede_document_free(d);
    lede_document_free(NULL);
}

static void expect_at(lede_place place, uint32_t offset, uint32_t line, uint32_t column,
                      uint32_t utf16_column) {
    assert_int_equal(place.offset, offset);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.utf16_column, utf16_column);
}

/* What is left out has no place in the text, but one in the file. */
static void test_omissions(void **state) {
    static const char text[] = "The pier.\r\n\xF0\x9F\x8E\x89 *Run* `make`. [A](b)\n";
    lede_document *d = NULL;
    size_t count = 0;
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    o.language = "en";
    o.markup = LEDE_MARKUP_MARKDOWN;
    assert_int_equal(lede_document_create(text, sizeof text - 1, &o, &d, NULL), LEDE_OK);
    const lede_omission *omissions = lede_document_omissions(d, &count);
    assert_int_equal(count, 2);
    assert_int_equal(omissions[0].kind, LEDE_OMITTED_CODE);
    expect_at(lede_document_source_place(d, omissions[0].source.begin), 23, 2, 10, 11);
    assert_int_equal(omissions[0].source.end, 27);
    assert_int_equal(omissions[1].kind, LEDE_OMITTED_LINK_TARGET);
    expect_at(lede_document_source_place(d, omissions[1].source.begin), 34, 2, 21, 22);
    expect_at(lede_document_source_place(d, UINT32_MAX), sizeof text - 1, 3, 1, 1);
    lede_document_free(d);
}

static void test_defaults(void **state) {
    text_buffer t = text_article(0);
    lede_document *plain = NULL, *same = NULL;
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    assert_int_equal(lede_document_create(t.bytes, t.n, NULL, &plain, NULL), LEDE_OK);
    o.language = NULL; /* "auto" */
    o.max_bytes = 0;
    assert_int_equal(lede_document_create(t.bytes, t.n, &o, &same, NULL), LEDE_OK);
    lede_document_facts a = lede_document_measure(plain), b = lede_document_measure(same);
    assert_string_equal(a.language, "en");
    assert_string_equal(b.language, "en");
    assert_int_equal(a.language_detected, 1);
    assert_int_equal(a.language_known, 1);
    assert_in_range(a.language_confidence, 75, 100);
    assert_int_equal(a.language_confidence, b.language_confidence);
    assert_true(a.words > 400 && a.words == b.words);
    size_t count = 0;
    assert_ptr_equal(lede_document_text(plain, &count), t.bytes); /* not copied */
    assert_int_equal(count, t.n);
    lede_document_free(plain);
    lede_document_free(same);
    text_free(&t);
}

/* Of what was set aside neither words nor headings count. */
static void test_facts(void **state) {
    lede_document *d = open_text("The Harbour\n\nADVERTISEMENT\n\n2024-03-23\n\nOne boat "
                                 "came in. Two left!\n\n- a list item\n\nThe End");
    lede_document_facts facts = lede_document_measure(d);
    size_t count = 0;
    (void)lede_document_ledger(d, &count);
    assert_int_equal(count, 2);
    assert_int_equal(facts.words, 2 + 4 + 2 + 3 + 2);
    assert_int_equal(facts.headings, 2);
    assert_int_equal(facts.body_sentences, 3);
    assert_int_equal(facts.bad_bytes + facts.nul_bytes, 0);
    lede_document_free(d);
}

/* ---- Limits ------------------------------------------------------------------------ */

static void test_max_bytes(void **state) {
    static const char text[] = "0123456789";
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.max_bytes = 10;
    assert_int_equal(lede_document_create(text, 10, &o, &d, NULL), LEDE_OK);
    lede_document_free(d);
    o.max_bytes = 9;
    lede_error error = refuse(text, 10, &o, LEDE_TOO_LARGE);
    assert_string_equal(error.text, "10 bytes are over the limit of 9 (max_bytes)");
    expect_place(&error, 0, 0, 0);
}

/* The bytes are not looked at before their number is. */
static void test_default_limit(void **state) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_error error = refuse("", (size_t)LEDE_MAX_BYTES + 1, &o, LEDE_TOO_LARGE);
    assert_string_equal(error.text,
                        "67108865 bytes are over the limit of 67108864 (max_bytes)");
    o.max_bytes = 0;
    refuse("", (size_t)LEDE_MAX_BYTES + 1, &o, LEDE_TOO_LARGE);
    refuse("", (size_t)LEDE_MAX_BYTES + 1, NULL, LEDE_TOO_LARGE);
    o.max_bytes = UINT64_MAX;
    error = refuse("", (size_t)UINT32_MAX, &o, LEDE_TOO_LARGE);
    assert_string_equal(error.text, "a source must stay under 4 GiB");
    refuse("", SIZE_MAX, &o, LEDE_TOO_LARGE);
}

/* ---- Encoding ---------------------------------------------------------------------- */

static void expect_strict(const char *bytes, size_t n, const char *text,
                          lede_place place) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.strict = 1;
    lede_error error = refuse(bytes, n, &o, LEDE_BAD_ENCODING);
    assert_string_equal(error.text, text);
    expect_place(&error, place.offset, place.line, place.column);
    o.strict = 0;
    assert_int_equal(lede_document_create(bytes, n, &o, &d, NULL), LEDE_OK);
    lede_place first = lede_document_measure(d).first_bad;
    assert_int_equal(first.offset, place.offset);
    assert_int_equal(first.line, place.line);
    assert_int_equal(first.column, place.column);
    assert_int_equal(first.utf16_column, place.utf16_column);
    lede_document_free(d);
}

static void test_strict(void **state) {
    expect_strict("\xFFz", 2, "not valid UTF-8 at byte 0", (lede_place){0, 1, 1, 1});
    expect_strict("\xEF\xBB\xBF\xFFz", 5, "not valid UTF-8 at byte 3",
                  (lede_place){3, 1, 1, 1});
    expect_strict("a\nb\xC3\xA9\xF0\x9F\x98\x80\x80", 10, "not valid UTF-8 at byte 9",
                  (lede_place){9, 2, 4, 5});
    expect_strict("a\r\nb\rc\0d\xFF", 9, "NUL byte at byte 6", (lede_place){6, 3, 2, 2});
    expect_strict("a\xE2\x82", 3, "not valid UTF-8 at byte 1", (lede_place){1, 1, 2, 2});
}

static void test_strict_accepts_good(void **state) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.strict = 1;
    assert_int_equal(lede_document_create("\xEF\xBB\xBF\xC3\xA9\n", 6, &o, &d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_document_measure(d).first_bad.line, 0);
    assert_int_equal(lede_document_measure(d).bad_bytes, 0);
    lede_document_free(d);
}

static void test_utf16(void **state) {
    refuse("\xFF\xFEh\0i\0", 6, NULL, LEDE_BAD_ENCODING);
    lede_error error = refuse("\xFE\xFF\0h", 4, NULL, LEDE_BAD_ENCODING);
    assert_string_equal(error.text, "UTF-16 is not read yet: convert the text to UTF-8");
    refuse("\xFF\xFE", 2, NULL, LEDE_BAD_ENCODING);
}

/* ---- Languages --------------------------------------------------------------------- */

static void test_language_codes(void **state) {
    static const struct {
        const char *code;
        const char *shown; /* NULL: malformed */
        int known;
    } codes[] = {
        {"en", "en", 1},       {"en-GB", "en-GB", 1}, {"en-419", "en-419", 1},
        {"xx", "xx", 0},       {"und", "und", 0},     {"deu", "deu", 0},
        {"ro-MD", "ro-MD", 0}, {"", NULL, 0},         {"e", NULL, 0},
        {"engl", NULL, 0},     {"EN", NULL, 0},       {"En", NULL, 0},
        {"en_GB", NULL, 0},    {"en-", NULL, 0},      {"en-gb", NULL, 0},
        {"en-GBR", NULL, 0},   {"en-4", NULL, 0},     {"en-4199", NULL, 0},
        {"en-US-x", NULL, 0},  {"AUTO", NULL, 0},     {"auto ", NULL, 0},
        {" en", NULL, 0},      {"e1", NULL, 0},       {"\xC3\xA9n", NULL, 0},
        {"english", NULL, 0},  {"-GB", NULL, 0},      {"en--GB", NULL, 0},
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
        lede_document *d = NULL;
        o.language = codes[i].code;
        if (codes[i].shown == NULL) {
            char wanted[64];
            lede_error error = refuse("a", 1, &o, LEDE_UNKNOWN_LANGUAGE);
            snprintf(wanted, sizeof wanted, "malformed language code \"%s\"", o.language);
            assert_string_equal(error.text, wanted);
            continue;
        }
        assert_int_equal(lede_document_create("a", 1, &o, &d, NULL), LEDE_OK);
        lede_document_facts facts = lede_document_measure(d);
        assert_string_equal(facts.language, codes[i].shown);
        assert_int_equal(facts.language_known, codes[i].known);
        assert_int_equal(facts.language_detected, 0);
        assert_int_equal(facts.language_confidence, 100);
        lede_document_free(d);
    }
}

/* However long, and whatever bytes: the text is cut at a code point and is UTF-8. */
static void test_error_text_is_utf8(void **state) {
    static const char *const units[] = {
        "x", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\x80", "\xFF", "\xE2"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        for (size_t n = 140; n < 240; n++) {
            text_buffer t = {0};
            while (t.n < n) {
                text_put(&t, units[u]);
            }
            text_add(&t, "", 1);
            lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
            o.language = t.bytes;
            lede_error error = refuse("a", 1, &o, LEDE_UNKNOWN_LANGUAGE);
            lede_document *d = NULL;
            o = (lede_document_options)LEDE_DOCUMENT_OPTIONS_INIT;
            o.strict = 1;
            assert_int_equal(
                lede_document_create(error.text, strlen(error.text), &o, &d, NULL),
                LEDE_OK);
            lede_document_free(d);
            text_free(&t);
        }
    }
}

/* ---- Vocabularies --------------------------------------------------------------------
 */

#define EQUAL_ARRAYS(a, b, get)                                                          \
    do {                                                                                 \
        size_t m_ = 0, n_ = 0;                                                           \
        const void *x_ = get((a), &m_), *y_ = get((b), &n_);                             \
        assert_int_equal(m_, n_);                                                        \
        if (m_ > 0) {                                                                    \
            assert_memory_equal(x_, y_, m_ * sizeof *get((a), &m_));                     \
        }                                                                                \
    } while (0)

static void expect_equal(const lede_document *a, const lede_document *b) {
    EQUAL_ARRAYS(a, b, lede_document_text);
    EQUAL_ARRAYS(a, b, lede_document_words);
    EQUAL_ARRAYS(a, b, lede_document_terms);
    EQUAL_ARRAYS(a, b, lede_document_keys);
    size_t m = 0, n = 0;
    const lede_sentence *s = lede_document_sentences(a, &m);
    const lede_sentence *t = lede_document_sentences(b, &n);
    assert_int_equal(m, n);
    for (size_t i = 0; i < m; i++) { /* these records have padding */
        assert_memory_equal(&s[i], &t[i], offsetof(lede_sentence, ended_by));
        assert_int_equal(s[i].ended_by, t[i].ended_by);
        assert_int_equal(s[i].role, t[i].role);
    }
    const lede_block *c = lede_document_blocks(a, &m);
    const lede_block *e = lede_document_blocks(b, &n);
    assert_int_equal(m, n);
    for (size_t i = 0; i < m; i++) {
        assert_memory_equal(&c[i], &e[i], offsetof(lede_block, kind));
        assert_true(c[i].kind == e[i].kind && c[i].level == e[i].level);
    }
    const lede_ledger_entry *l = lede_document_ledger(a, &m);
    const lede_ledger_entry *k = lede_document_ledger(b, &n);
    assert_int_equal(m, n);
    for (size_t i = 0; i < m; i++) {
        assert_memory_equal(&l[i].span, &k[i].span, sizeof l[i].span);
        assert_int_equal(l[i].rule, k[i].rule);
    }
}

/* The text read with these and with plain options. */
static void expect_same_result(const text_buffer *t, const lede_document_options *o) {
    lede_document *a = NULL, *b = NULL;
    lede_document_options plain = LEDE_DOCUMENT_OPTIONS_INIT;
    plain.language = o->language;
    assert_int_equal(lede_document_create(t->bytes, t->n, &plain, &a, NULL), LEDE_OK);
    assert_int_equal(lede_document_create(t->bytes, t->n, o, &b, NULL), LEDE_OK);
    expect_equal(a, b);
    lede_document_free(a);
    lede_document_free(b);
}

/* Fresh, warm and full, of every capacity. */
static void test_shared_vocabulary(void **state) {
    static const size_t capacities[] = {0, 1, 2, 10, 100, 1000};
    for (size_t c = 0; c < sizeof capacities / sizeof *capacities; c++) {
        lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
        o.language = "en";
        o.hash_seed = 99; /* the vocabulary has another one */
        assert_int_equal(
            lede_vocabulary_create("en", capacities[c], 5, NULL, &o.vocabulary, NULL),
            LEDE_OK);
        for (uint64_t seed = 0; seed < 40; seed++) {
            text_buffer t =
                seed < TEXT_ARTICLES ? text_article(seed) : text_made(seed % 20, 10);
            expect_same_result(&t, &o);
            text_free(&t);
        }
        lede_vocabulary_stats stats = lede_vocabulary_measure(o.vocabulary);
        size_t most = capacities[c] != 0 ? capacities[c] : LEDE_VOCABULARY_CAPACITY;
        assert_int_equal(stats.capacity, most);
        assert_true(stats.words <= most);
        assert_true(c == 0 || capacities[c] > 100 || stats.words == most);
        lede_vocabulary_free(o.vocabulary);
    }
}

/* The same of one for every language, whose texts are of several. */
static void test_vocabulary_of_every_language(void **state) {
    static const char *const languages[] = {"en", "auto", "zz", "en-GB", "de"};
    static const size_t capacities[] = {0, 1, 10, 300};
    for (size_t c = 0; c < sizeof capacities / sizeof *capacities; c++) {
        lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
        assert_int_equal(
            lede_vocabulary_create("auto", capacities[c], 5, NULL, &o.vocabulary, NULL),
            LEDE_OK);
        for (uint64_t seed = 0; seed < 40; seed++) {
            text_buffer t = seed % 2 == 0 ? text_article(seed / 2 % TEXT_ARTICLES)
                                          : text_made(seed % 20, 10);
            o.language = languages[seed % 5];
            o.hash_seed = seed % 3;
            expect_same_result(&t, &o);
            text_free(&t);
        }
        lede_vocabulary_stats stats = lede_vocabulary_measure(o.vocabulary);
        assert_true(stats.words > 0 && stats.words <= stats.capacity);
        assert_true(c == 0 || stats.words == capacities[c]);
        lede_vocabulary_free(o.vocabulary);
    }
}

/* A document outlives the vocabulary that it was read with. */
static void test_vocabulary_freed_first(void **state) {
    text_buffer t = text_article(1);
    lede_document *a = open_bytes(t.bytes, t.n), *b = NULL;
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    o.language = "en";
    assert_int_equal(lede_vocabulary_create("en", 0, 0, NULL, &o.vocabulary, NULL),
                     LEDE_OK);
    assert_int_equal(lede_document_create(t.bytes, t.n, &o, &b, NULL), LEDE_OK);
    lede_vocabulary_free(o.vocabulary);
    expect_equal(a, b);
    lede_document_free(a);
    lede_document_free(b);
    text_free(&t);
}

static void test_vocabulary_of_another_language(void **state) {
    text_buffer t = text_article(0);
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    o.language = "en";
    assert_int_equal(lede_vocabulary_create("de", 0, 0, NULL, &o.vocabulary, NULL),
                     LEDE_OK);
    expect_same_result(&t, &o);
    assert_int_equal(lede_vocabulary_measure(o.vocabulary).words, 0);
    lede_vocabulary_free(o.vocabulary);
    assert_int_equal(lede_vocabulary_create("en", 0, 0, NULL, &o.vocabulary, NULL),
                     LEDE_OK);
    o.language = "de";
    expect_same_result(&t, &o);
    assert_int_equal(lede_vocabulary_measure(o.vocabulary).words, 0);
    o.language = "en-GB"; /* the same data */
    expect_same_result(&t, &o);
    assert_true(lede_vocabulary_measure(o.vocabulary).words > 100);
    lede_vocabulary_free(o.vocabulary);
    text_free(&t);
}

static void test_hash_seeds(void **state) {
    for (uint64_t i = 0; i < 20; i++) {
        uint64_t random = i;
        lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
        o.hash_seed = i == 0 ? UINT64_MAX : next_random(&random);
        for (size_t article = 0; article < TEXT_ARTICLES; article++) {
            text_buffer t = text_article(article);
            expect_same_result(&t, &o);
            text_free(&t);
        }
        text_buffer bytes = text_random_bytes(i, 2000),
                    points = text_random_utf8(i, 4000);
        expect_same_result(&bytes, &o);
        expect_same_result(&points, &o);
        text_free(&bytes);
        text_free(&points);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_omissions),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_max_bytes),
        cmocka_unit_test(test_default_limit),
        cmocka_unit_test(test_strict),
        cmocka_unit_test(test_strict_accepts_good),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_language_codes),
        cmocka_unit_test(test_error_text_is_utf8),
        cmocka_unit_test(test_shared_vocabulary),
        cmocka_unit_test(test_vocabulary_of_every_language),
        cmocka_unit_test(test_vocabulary_freed_first),
        cmocka_unit_test(test_vocabulary_of_another_language),
        cmocka_unit_test(test_hash_seeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
