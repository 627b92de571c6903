/* SPDX-License-Identifier: MIT */
/*
 * Every allocation of key terms in turn gets no memory: once alone, and once with all
 * that follow. That is said, nothing stays behind, and with the same allocator the same
 * comes out afterwards, as text, JSON and Markdown.
 */
#include "support/drying.h"
#include "support/texts.h"
#include "unit/render/sample.h"

typedef struct task {
    const char *bytes;
    size_t n;
    const char *language;
    const char *title; /* NULL: that of the text */
    uint32_t count;
    bool mute; /* no lede_error is given */
} task;

/* A report asks for no memory. */
static void write_reports(kept *to, const lede_document *d, const lede_keywords *k) {
    static const lede_format formats[] = {LEDE_FORMAT_TEXT, LEDE_FORMAT_JSON,
                                          LEDE_FORMAT_JSON_LINES, LEDE_FORMAT_MARKDOWN};
    lede_summary *s = NULL;
    assert_int_equal(lede_summary_create(d, NULL, &s, NULL), LEDE_OK);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        lede_report r;
        assert_int_equal(lede_report_begin(&r, formats[i], kept_sink(to)), LEDE_OK);
        r.explain = 1;
        assert_int_equal(lede_report_summary_with(&r, "1", d, s, k), LEDE_OK);
        assert_int_equal(lede_report_end(&r), LEDE_OK);
    }
    lede_summary_free(s);
}

static lede_status run(const task *t, const lede_document *d, drying *memory, kept *to) {
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    lede_keywords *k = (lede_keywords *)&o;
    lede_error text, *error = t->mute ? NULL : &text;
    o.count = t->count;
    o.title = t->title;
    o.title_length = t->title != NULL ? strlen(t->title) : 0;
    o.allocator = &memory->allocator;
    lede_status status = lede_keywords_create(d, &o, &k, error);
    assert_true((k != NULL) == (status == LEDE_OK));
    if (status == LEDE_OK) {
        write_reports(to, d, k);
    } else {
        assert_int_equal(status, LEDE_NO_MEMORY);
        assert_true(t->mute || text.status == LEDE_NO_MEMORY);
        assert_true(t->mute || strcmp(text.text, "out of memory") == 0);
    }
    lede_keywords_free(k);
    return status;
}

/* False: nobody noticed, and the same came out. */
static bool fail_at(const task *t, const lede_document *d, size_t n, const char *wanted) {
    bool noticed = false;
    for (int for_good = 0; for_good < 2; for_good++) {
        drying memory;
        kept got = {0};
        drying_init(&memory, n, for_good != 0);
        bool fine = run(t, d, &memory, &got) == LEDE_OK;
        noticed = noticed || !fine;
        drying_expect_balance(&memory);
        if (fine) {
            kept_expect(&got, wanted);
        }
        memory.below.fail_at = NEVER;
        memory.for_good = false;
        assert_int_equal(run(t, d, &memory, &got), LEDE_OK);
        kept_expect(&got, wanted);
        drying_expect_balance(&memory);
    }
    return noticed;
}

static void fail_each(const task *t) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    drying memory;
    kept wanted = {0};
    read.language = t->language;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    drying_init(&memory, NEVER, false);
    assert_int_equal(run(t, d, &memory, &wanted), LEDE_OK);
    drying_expect_balance(&memory);
    size_t calls = memory.below.calls, unnoticed = 0;
    assert_true(calls > 10);
    for (size_t n = 1; n <= calls; n++) {
        unnoticed += !fail_at(t, d, n, wanted.bytes);
    }
    assert_true(unnoticed <= 7); /* trims: one of each number of words, two of a title */
    kept_free(&wanted);
    lede_document_free(d);
}

static void articles(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i += 6) {
        text_buffer t = text_article(i);
        task article = {.bytes = t.bytes, .n = t.n, .language = "en", .count = 1000};
        fail_each(&article);
        article.title = "The ferries of a well-known harbour, and their captains";
        article.count = 3;
        article.mute = true;
        fail_each(&article);
        text_free(&t);
    }
}

static void languages(void **state) {
    static const char german[] = "Das Boot sank. Das Boot kam. Es ging.\n";
    static const char chinese[] =
        "\xE6\xBC\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE6\x9D\x90\xE4\xB8\x80\xE3\x80\x82\xE6\xBC"
        "\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE6\x9D\x90\xE4\xBA\x8C\xE3\x80\x82";
    fail_each(
        &(task){.bytes = german, .n = sizeof german - 1, .language = "de", .count = 9});
    fail_each(
        &(task){.bytes = chinese, .n = sizeof chinese - 1, .language = "zh", .count = 9});
    fail_each(&(task){.bytes = "", .language = "en", .count = 1});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles),
        cmocka_unit_test(languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
