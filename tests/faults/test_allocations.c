/* SPDX-License-Identifier: MIT */
/*
 * Every allocation in turn gets no memory: once alone, and once with all that
 * follow. What is created then says so and leaves nothing behind, and the same
 * allocator and the same vocabulary still give the same result afterwards.
 * libstemmer takes its memory from the C library: its failures are not seen here.
 */
#include "support/background.h"
#include "support/drying.h"
#include "support/texts.h"
#include "unit/render/sample.h"

#include <stdbool.h>

/* ---- What is run ----------------------------------------------------------------------
 */

typedef struct task {
    const char *bytes;
    size_t n;
    const char *title;
    const char *query;
    const lede_background *background;
    bool shared;          /* a vocabulary of the caller's */
    bool brief;           /* only the shortest of the reports */
    const char *language; /* NULL: "auto", or "en" for a shared vocabulary */
    size_t capacity;      /* of the shared vocabulary; 0 = the default */
    lede_method method;
    bool mute;    /* no lede_error is given */
    bool explain; /* every place that was judged is kept, with what was seen there, and
                     the words that carried a sentence */
    lede_enumerators enumerators;
} task;

typedef struct result {
    lede_status status;
    kept written; /* every report, in every format */
} result;

static bool has_summary(lede_format format) {
    return format != LEDE_FORMAT_LINES;
}

static bool has_split(lede_format format) {
    return format != LEDE_FORMAT_TEXT;
}

/* A report of every call that the format has. */
static void write_report(result *r, lede_format format, const lede_document *d,
                         const lede_summary *s) {
    static const char bytes[] = "One. Two.";
    lede_error error = {.status = LEDE_BAD_DATA, .text = "a message"};
    lede_report report;
    assert_int_equal(lede_report_begin(&report, format, kept_sink(&r->written)), LEDE_OK);
    if (has_summary(format)) {
        assert_int_equal(lede_report_summary(&report, "1", d, s), LEDE_OK);
    }
    if (has_split(format)) {
        assert_int_equal(lede_report_split(&report, "2", d, 0), LEDE_OK);
        assert_int_equal(lede_report_split(&report, "3", d, 1), LEDE_OK);
    }
    if (format == LEDE_FORMAT_JSON) {
        assert_int_equal(lede_report_uax29(&report, "4", bytes, 9, 0), LEDE_OK);
        assert_int_equal(lede_report_uax29(&report, "5", bytes, 9, 1), LEDE_OK);
    }
    assert_int_equal(lede_report_failure(&report, "6", &error), LEDE_OK);
    assert_int_equal(lede_report_not_scored(&report, "7", "no text"), LEDE_OK);
    assert_int_equal(lede_report_end(&report), LEDE_OK);
}

/* A report asks for no memory: it cannot run out of any. */
static void write_reports(result *r, const lede_document *d, const lede_summary *s,
                          bool brief) {
    write_report(r, LEDE_FORMAT_TEXT, d, s);
    if (!brief) {
        write_report(r, LEDE_FORMAT_LINES, d, s);
        write_report(r, LEDE_FORMAT_JSON, d, s);
        write_report(r, LEDE_FORMAT_JSON_LINES, d, s);
    }
}

/* error: NULL where the task is mute. */
static lede_status failed(lede_status status, const void *made, const lede_error *error) {
    assert_int_equal(status, LEDE_NO_MEMORY);
    assert_null(made);
    if (error == NULL) {
        return status;
    }
    assert_int_equal(error->status, LEDE_NO_MEMORY);
    assert_string_equal(error->text, "out of memory");
    assert_int_equal(error->line, 0);
    return status;
}

static lede_status summarize(const task *t, const lede_document *d, drying *memory,
                             result *r) {
    lede_summary_options choose = LEDE_SUMMARY_OPTIONS_INIT;
    lede_summary *s = (lede_summary *)&choose;
    lede_error text, *error = t->mute ? NULL : &text;
    choose.method = t->method;
    choose.budget = LEDE_BUDGET_RATIO;
    choose.amount = 1;
    choose.title = t->title;
    choose.title_length = t->title != NULL ? strlen(t->title) : 0;
    choose.query = t->query;
    choose.query_length = t->query != NULL ? strlen(t->query) : 0;
    choose.background = t->background;
    choose.explain = t->explain;
    choose.allocator = &memory->allocator;
    lede_status status = lede_summary_create(d, &choose, &s, error);
    if (status != LEDE_OK) {
        return failed(status, s, error);
    }
    size_t calls = memory->below.calls;
    write_reports(r, d, s, t->brief);
    assert_int_equal(memory->below.calls, calls);
    lede_summary_free(s);
    return LEDE_OK;
}

/* Reads, chooses and writes. */
static result run(const task *t, lede_vocabulary *vocabulary, drying *memory) {
    result r = {.status = LEDE_OK};
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = (lede_document *)&read;
    lede_error text, *error = t->mute ? NULL : &text;
    read.language = t->language != NULL ? t->language : "auto";
    read.vocabulary = vocabulary;
    read.keep_boundaries = t->explain;
    read.enumerators = t->enumerators;
    read.allocator = &memory->allocator;
    r.status = lede_document_create(t->bytes, t->n, &read, &d, error);
    if (r.status != LEDE_OK) {
        (void)failed(r.status, d, error);
        return r;
    }
    r.status = summarize(t, d, memory, &r);
    lede_document_free(d);
    return r;
}

static lede_status open_vocabulary(const task *t, drying *memory, lede_vocabulary **v) {
    lede_error text, *error = t->mute ? NULL : &text;
    *v = NULL;
    if (!t->shared) {
        return LEDE_OK;
    }
    *v = (lede_vocabulary *)&text;
    const char *language = t->language != NULL ? t->language : "en";
    lede_status status =
        lede_vocabulary_create(language, t->capacity, 3, &memory->allocator, v, error);
    return status == LEDE_OK ? status : failed(status, *v, error);
}

/* ---- Every allocation
 * ------------------------------------------------------------------- */

/* Everything with the n-th allocation refused. Shrinking may fail unnoticed. */
static lede_status fail_at(const task *t, size_t n, bool for_good, const char *wanted) {
    drying memory;
    lede_vocabulary *vocabulary = NULL;
    drying_init(&memory, n, for_good);
    lede_status status = open_vocabulary(t, &memory, &vocabulary);
    result r = {.status = status};
    if (status == LEDE_OK) {
        r = run(t, vocabulary, &memory);
    }
    if (r.status == LEDE_OK) {
        kept_expect(&r.written, wanted);
    }
    assert_null(r.written.bytes);
    memory.below.fail_at = NEVER;
    memory.for_good = false;
    if (status != LEDE_OK) {
        assert_int_equal(open_vocabulary(t, &memory, &vocabulary), LEDE_OK);
    }
    result again = run(t, vocabulary, &memory);
    assert_int_equal(again.status, LEDE_OK);
    kept_expect(&again.written, wanted);
    lede_vocabulary_free(vocabulary);
    drying_expect_balance(&memory);
    return r.status;
}

static void fail_each(const task *t) {
    drying memory;
    lede_vocabulary *vocabulary = NULL;
    drying_init(&memory, NEVER, false);
    assert_int_equal(open_vocabulary(t, &memory, &vocabulary), LEDE_OK);
    result good = run(t, vocabulary, &memory);
    assert_int_equal(good.status, LEDE_OK);
    lede_vocabulary_free(vocabulary);
    drying_expect_balance(&memory);
    size_t calls = memory.below.calls, unnoticed = 0;
    assert_true(calls > 40);
    for (size_t n = 1; n <= calls; n++) {
        unnoticed += fail_at(t, n, false, good.written.bytes) == LEDE_OK;
        (void)fail_at(t, n, true, good.written.bytes);
    }
    /* of the document, its title and its query: two trims each, and the title and the
     * query are read once more for the reasons */
    assert_true(unnoticed <= 4 + (t->query != NULL ? 6u : 0u));
    assert_int_equal(fail_at(t, calls + 1, true, good.written.bytes), LEDE_OK);
    kept_free(&good.written);
}

static const char title[] = "The ferries of a well-known harbour, and their captains";

static void test_article(void **state) {
    text_buffer t = text_article(2);
    fail_each(&(task){.bytes = t.bytes, .n = t.n, .shared = true});
    fail_each(&(task){.bytes = t.bytes, .n = t.n, .shared = true, .language = "auto"});
    fail_each(&(task){.bytes = t.bytes, .n = t.n, .title = title});
    text_free(&t);
}

/* A vocabulary that is full soon, the other methods, no lede_error. */
static void test_options(void **state) {
    text_buffer t = text_made(11, 8);
    task small = {.bytes = t.bytes, .n = t.n, .shared = true, .capacity = 5};
    fail_each(&small);
    small.method = LEDE_METHOD_TFIDF;
    small.mute = true;
    fail_each(&small);
    small.method = LEDE_METHOD_LEAD;
    small.language = "xx"; /* neutral rules */
    fail_each(&small);
    text_free(&t);
}

/* Each method with all that it can be asked. */
static void test_methods(void **state) {
    text_buffer t = text_made(11, 6);
    background_sample b = background_sample_open("articles");
    for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
        task asked = {.bytes = t.bytes,
                      .n = t.n,
                      .title = title,
                      .query = "Which captain mended the sail-boat?",
                      .background = b.background,
                      .explain = true,
                      .brief = true,
                      .shared = true,
                      .method = (lede_method)method};
        fail_each(&asked);
    }
    background_sample_close(&b);
    text_free(&t);
}

static void test_german(void **state) {
    static const char text[] = "Stra\xC3\x9F"
                               "enbahnen und Fu\xC3\x9Fg\xC3\xA4nger kamen z. B. am "
                               "3. Mai. Dr. M\xC3\xBCller sah die Stra\xC3\x9F"
                               "enbahn und die H\xC3\xA4user.\n";
    fail_each(&(task){.bytes = text, .n = sizeof text - 1, .language = "de"});
    fail_each(
        &(task){.bytes = text, .n = sizeof text - 1, .shared = true, .language = "de"});
}

/* Lists inside paragraphs, and of every sort of place some that grow the array of
 * what was seen beside that of the places. */
static void test_boundaries(void **state) {
    text_buffer t = {0};
    text_put(&t, "1. Open the box 2. Lift the lamp. 3. Go.\n\nSo be it. 4. Mr. Orr came "
                 "at 5 p. m. to Tarn Inc. Engineers saw him.\n\n");
    for (int i = 0; i < 40; i++) {
        text_put(&t, "One boat came :-) Two boats left... Who saw them? ");
    }
    task list = {.bytes = t.bytes, .n = t.n, .explain = true, .language = "en"};
    fail_each(&list);
    list.enumerators = LEDE_ENUMERATORS_OWN;
    fail_each(&list);
    list.explain = false;
    fail_each(&list);
    text_free(&t);
}

/* Bad bytes, so that the text is a copy; folding that needs utf8proc; long words. */
static void test_strange_text(void **state) {
    static const char text[] =
        "The \xFF Harbour\n\nADVERTISEMENT\n\n2024-03-23\n\nOne boat\xC3 came. Two "
        "well-known boats left the stra\xC3\x9F"
        "e.\0 \xEF\xAC\x81sh e\xCC\x81t\xC3\xA9! "
        "Un\xC2\xAD"
        "breakable-and-very-long-compounds-of-many-parts came.\n\n"
        "- an item\n- an item\n\nOne boat came. Two captains came by.\n";
    task t = {.bytes = text, .n = sizeof text - 1};
    fail_each(&t);
    t.title = title;
    fail_each(&t);
    t.shared = true;
    fail_each(&t);
}

static void test_more_picks_than_compared(void **state) {
    text_buffer t = {0};
    char line[64];
    for (int i = 0; i < 260; i++) {
        snprintf(line, sizeof line, "Boat %d came. ", i);
        text_put(&t, line);
    }
    fail_each(&(task){.bytes = t.bytes, .n = t.n, .brief = true});
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_methods),
        cmocka_unit_test(test_german),
        cmocka_unit_test(test_boundaries),
        cmocka_unit_test(test_strange_text),
        cmocka_unit_test(test_more_picks_than_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
