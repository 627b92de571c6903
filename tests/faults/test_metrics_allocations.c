/* SPDX-License-Identifier: MIT */
/*
 * Every allocation of metrics and of word lists in turn gets no memory: once alone,
 * and once with all that follow. That is said, nothing stays behind, and with the
 * same allocator, vocabulary and lists the same numbers come out afterwards.
 */
#include "support/drying.h"
#include "support/texts.h"
#include "unit/render/sample.h"

typedef struct task {
    const char *bytes;
    size_t n;
    const char *language;
    lede_unit unit;
    bool keep_hits;
    bool lists;   /* two of the user's */
    bool shared;  /* a vocabulary of the caller's */
    bool no_stem; /* of the document, as who only measures reads it */
    bool mute;    /* no lede_error is given */
} task;

/* All of it made with memory that never runs dry. */
typedef struct ground {
    lede_document *d;
    lede_word_list *lists[2];
} ground;

static const char familiar[] = "boat captain # a comment\nthe of came harbour\n";

static void ground_open(ground *g, const task *t) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    read.language = t->language;
    read.no_stems = t->no_stem;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &g->d, NULL), LEDE_OK);
    assert_int_equal(lede_word_list_create("dale-769", familiar, sizeof familiar - 1,
                                           NULL, &g->lists[0], NULL),
                     LEDE_OK);
    assert_int_equal(lede_word_list_create("spache-1974", familiar, sizeof familiar - 1,
                                           NULL, &g->lists[1], NULL),
                     LEDE_OK);
}

static void ground_close(ground *g) {
    lede_word_list_free(g->lists[0]);
    lede_word_list_free(g->lists[1]);
    lede_document_free(g->d);
}

/* ---- Metrics ----------------------------------------------------------------- */

static void write_report(kept *k, const lede_document *d, const lede_metrics *m) {
    lede_report r;
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(k)), LEDE_OK);
    r.explain = 1;
    r.score.all = 1;
    assert_int_equal(lede_report_score(&r, "a", d, m), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
}

static void expect_no_memory(const lede_error *error) {
    assert_int_equal(error->status, LEDE_NO_MEMORY);
    assert_string_equal(error->text, "out of memory");
    assert_int_equal(error->line, 0);
}

/* A report asks for no memory: it cannot run out of any. */
static lede_status measure(const task *t, const ground *g, lede_vocabulary *v,
                           drying *memory, kept *written) {
    lede_metrics_options o = LEDE_METRICS_OPTIONS_INIT;
    lede_metrics *m = (lede_metrics *)&o;
    lede_error error;
    o.unit = t->unit;
    o.keep_hits = t->keep_hits;
    o.lists = t->lists ? (const lede_word_list *const *)g->lists : NULL;
    o.list_count = t->lists ? 2 : 0;
    o.vocabulary = v;
    o.allocator = &memory->allocator;
    lede_status status = lede_metrics_create(g->d, &o, &m, t->mute ? NULL : &error);
    if (status != LEDE_OK) {
        assert_int_equal(status, LEDE_NO_MEMORY);
        assert_null(m);
        if (!t->mute) {
            expect_no_memory(&error);
        }
        return status;
    }
    size_t calls = memory->below.calls;
    write_report(written, g->d, m);
    assert_int_equal(memory->below.calls, calls);
    lede_metrics_free(m);
    return LEDE_OK;
}

static lede_vocabulary *open_vocabulary(const task *t, drying *memory) {
    lede_vocabulary *v = NULL;
    if (t->shared) {
        assert_int_equal(
            lede_vocabulary_create("auto", 0, 3, &memory->allocator, &v, NULL), LEDE_OK);
    }
    return v;
}

/* The n-th call for memory after the vocabulary has been made gets none. */
static void fail_at(const task *t, const ground *g, size_t n, const char *wanted) {
    for (int for_good = 0; for_good < 2; for_good++) {
        drying memory;
        kept written = {0};
        drying_init(&memory, NEVER, for_good != 0);
        lede_vocabulary *v = open_vocabulary(t, &memory);
        memory.below.fail_at = memory.below.calls + n;
        assert_int_equal(measure(t, g, v, &memory, &written), LEDE_NO_MEMORY);
        assert_null(written.bytes);
        memory.below.fail_at = NEVER;
        if (for_good == 0) {
            assert_int_equal(measure(t, g, v, &memory, &written), LEDE_OK);
            kept_expect(&written, wanted);
        }
        lede_vocabulary_free(v);
        drying_expect_balance(&memory);
    }
}

static void fail_each(const task *t) {
    ground g;
    drying memory;
    kept wanted = {0};
    ground_open(&g, t);
    drying_init(&memory, NEVER, false);
    lede_vocabulary *v = open_vocabulary(t, &memory);
    size_t before = memory.below.calls;
    assert_int_equal(measure(t, &g, v, &memory, &wanted), LEDE_OK);
    size_t calls = memory.below.calls - before;
    lede_vocabulary_free(v);
    drying_expect_balance(&memory);
    assert_true(calls > 8);
    for (size_t n = 1; n <= calls; n++) {
        fail_at(t, &g, n, wanted.bytes);
    }
    kept_free(&wanted);
    ground_close(&g);
}

static void fail_each_unit(task t) {
    for (t.unit = LEDE_UNIT_FILE; t.unit <= LEDE_UNIT_SENTENCE; t.unit++) {
        fail_each(&t);
    }
}

static void test_article(void **state) {
    text_buffer t = text_article(2);
    task plain = {.bytes = t.bytes, .n = t.n, .language = "en"};
    fail_each_unit(plain);
    plain.keep_hits = true;
    fail_each_unit(plain);
    plain.lists = plain.mute = true;
    fail_each(&plain);
    plain.shared = true;
    fail_each_unit(plain);
    plain.no_stem = true;
    plain.mute = false;
    fail_each(&plain);
    text_free(&t);
}

/* More runs of openers, hits and parts than the first blocks of their arrays hold. */
static void test_much(void **state) {
    text_buffer t = {0};
    for (int i = 0; i < 20; i++) {
        text_put(&t, "It was perhaps seen. It is, however, taken. It was not given.\n\n"
                     "The Harbour\n\n");
    }
    task much = {.bytes = t.bytes, .n = t.n, .language = "en", .keep_hits = true};
    fail_each_unit(much);
    text_free(&t);
}

static void test_languages(void **state) {
    static const char german[] = "Die Stra\xC3\x9F"
                                 "enbahn wurde gebaut. Vielleicht kam er.\n";
    static const char japanese[] = "\xE8\x88\xB9\xE3\x81\xAF\xE6\xB8\xAF\xE3\x82\x92\xE5"
                                   "\x87\xBA\xE3\x81\x9F\xE3\x80\x82\n";
    fail_each_unit((task){.bytes = german, .n = sizeof german - 1, .language = "de"});
    fail_each(&(task){.bytes = german,
                      .n = sizeof german - 1,
                      .language = "de",
                      .keep_hits = true,
                      .shared = true});
    fail_each_unit((task){.bytes = japanese, .n = sizeof japanese - 1, .language = "ja"});
    fail_each(&(task){.bytes = german, .n = sizeof german - 1, .language = "eo"});
}

/* The first of its kind at the very end. */
static void test_last(void **state) {
    static const char run[] = "The sea was calm. It ran. It ran. It ran.\n";
    fail_each(&(task){.bytes = run, .n = sizeof run - 1, .language = "en"});
}

/* Nothing to count still needs memory. */
static void test_nothing(void **state) {
    fail_each(&(task){.bytes = "", .n = 0, .language = "en"});
    fail_each(&(task){.bytes = "The Sea\n\nThe Wall\n", .n = 18, .keep_hits = true});
}

/* ---- Word lists -------------------------------------------------------------- */

/* Returns the calls for memory. */
static size_t read_list(const text_buffer *t, drying *memory, lede_status *status) {
    lede_word_list *list = (lede_word_list *)memory;
    lede_error error;
    *status = lede_word_list_create("dale-769", t->bytes, t->n, &memory->allocator, &list,
                                    &error);
    if (*status == LEDE_OK) {
        assert_non_null(list);
    } else {
        assert_null(list);
        expect_no_memory(&error);
    }
    lede_word_list_free(list);
    drying_expect_balance(memory);
    return memory->below.calls;
}

static void test_lists(void **state) {
    text_buffer t = {0};
    char word[32];
    lede_status status;
    drying memory;
    for (int i = 0; i < 600; i++) {
        snprintf(word, sizeof word, "Stra\xC3\x9F\x65%d ", i);
        text_put(&t, word);
    }
    drying_init(&memory, NEVER, false);
    size_t calls = read_list(&t, &memory, &status), unnoticed = 0;
    assert_int_equal(status, LEDE_OK);
    for (size_t n = 1; n <= calls; n++) {
        drying_init(&memory, n, true);
        (void)read_list(&t, &memory, &status);
        unnoticed += status == LEDE_OK;
        drying_init(&memory, n, false);
        (void)read_list(&t, &memory, &status);
    }
    assert_true(unnoticed <= 2); /* two trims at the end */
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article),   cmocka_unit_test(test_much),
        cmocka_unit_test(test_languages), cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_last),      cmocka_unit_test(test_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
