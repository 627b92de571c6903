/* SPDX-License-Identifier: MIT */
/* What the texts of one run share. */
#include "cli/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Four words, three of them on the list of function words. */
static char english[] = "The boats of the harbour.";

typedef struct seen {
    bool shared;
    lede_vocabulary_stats stats;
} seen;

static seen last;

static void read_once(run *r, const char *lang) {
    json_record record = {.lang = {.given = lang != NULL}};
    input in = {.name = "1", .bytes = english, .size = sizeof english - 1};
    char code[8] = "";
    if (lang != NULL) {
        memcpy(code, lang, strlen(lang) + 1);
        record.lang.bytes.items = code;
        record.lang.bytes.count = strlen(lang);
    }
    r->record = &record;
    lede_document *d = run_document(r, &in);
    assert_non_null(d);
    lede_document_free(d);
    r->record = NULL;
}

/* Found, found again, named by a record, and of another language. */
static void read_four(run *r, run_work *work) {
    assert_null(work);
    last.shared = r->vocabulary != NULL;
    read_once(r, NULL);
    read_once(r, NULL);
    read_once(r, "en");
    read_once(r, "zz");
    last.stats = lede_vocabulary_measure(r->vocabulary);
}

static int run_line(char **arguments, int count) {
    options o;
    memset(&last, 0xFF, sizeof last);
    assert_true(options_read(&o, VERB_SPLIT, count, arguments));
    run r = {.options = &o, .participle = "split"};
    return run_around(&r, read_four, NULL);
}

static void records_share_words(void **state) {
    char jsonl[] = "--jsonl", name[] = "a", lang[] = "--lang=en";
    for (int count = 2; count <= 3; count++) {
        char *arguments[] = {jsonl, name, lang, NULL};
        assert_int_equal(run_line(arguments, count), RUN_FINE);
        assert_true(last.shared);
        assert_int_equal(last.stats.words, 4);
        assert_int_equal(last.stats.stem_calls, 4);
        assert_int_equal(last.stats.capacity, LEDE_VOCABULARY_CAPACITY);
    }
}

static void files_share_words(void **state) {
    char a[] = "a", b[] = "b";
    char *arguments[] = {a, b, NULL};
    assert_int_equal(run_line(arguments, 2), RUN_FINE);
    assert_int_equal(last.stats.words, 4);
    assert_int_equal(last.stats.stem_calls, 4);
}

/* To keep words that nobody else will ask for would cost time and memory. */
static void one_file_shares_nothing(void **state) {
    char a[] = "a";
    char *arguments[] = {a, NULL};
    assert_int_equal(run_line(arguments, 1), RUN_FINE);
    assert_false(last.shared);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_share_words),
        cmocka_unit_test(files_share_words),
        cmocka_unit_test(one_file_shares_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
