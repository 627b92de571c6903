/* SPDX-License-Identifier: MIT */
/* A sink refuses the n-th write, for every n and every call that writes. That it is
 * then left alone is asserted by the sink itself. */
#include "support/open.h"
#include "support/texts.h"
#include "unit/render/sample.h"

typedef struct fixture {
    text_buffer text;
    lede_document *d;
    lede_summary *s;
    lede_metrics *m;
    lede_repeats *r;
    int everything; /* reasons, every formula and statistic, too */
} fixture;

static void fixture_open(fixture *f) {
    lede_summary_options o = budget_of(LEDE_BUDGET_RATIO, 1);
    f->everything = 0;
    f->text = text_made(5, 12);
    f->d = open_bytes(f->text.bytes, f->text.n);
    f->s = open_summary(f->d, &o);
    lede_metrics_options measure = LEDE_METRICS_OPTIONS_INIT;
    measure.unit = LEDE_UNIT_PARAGRAPH;
    measure.keep_hits = 1;
    assert_int_equal(lede_metrics_create(f->d, &measure, &f->m, NULL), LEDE_OK);
    assert_int_equal(lede_repeats_create(f->d, NULL, &f->r, NULL), LEDE_OK);
}

static void fixture_close(fixture *f) {
    lede_repeats_free(f->r);
    lede_metrics_free(f->m);
    lede_summary_free(f->s);
    lede_document_free(f->d);
    text_free(&f->text);
}

/* ---- The calls of a report ------------------------------------------------------------
 */

enum {
    BEGIN,
    SUMMARY,
    SCORE,
    REPEATS,
    SPLIT,
    WORDS,
    FAILURE,
    NOT_SCORED,
    UAX29,
    END,
    CALLS
};

static lede_status begin(lede_report *r, const fixture *f) {
    lede_status status = lede_report_begin(r, r->format, r->sink);
    r->explain = r->score.all = r->repeats.all = f->everything;
    return status;
}

static lede_status call(int which, lede_report *r, const fixture *f) {
    lede_error error = {.status = LEDE_BAD_DATA, .text = "a message"};
    switch (which) {
    case BEGIN:
        return begin(r, f);
    case SUMMARY:
        return lede_report_summary(r, "1", f->d, f->s);
    case SCORE:
        return lede_report_score_with(r, "7", f->d, f->m, f->r);
    case REPEATS:
        return lede_report_repeats(r, "8", f->d, f->r);
    case SPLIT:
        return lede_report_split(r, "2", f->d, 0);
    case WORDS:
        return lede_report_split(r, "3", f->d, 1);
    case FAILURE:
        return lede_report_failure(r, "4", &error);
    case NOT_SCORED:
        return lede_report_not_scored(r, "5", "no text");
    case UAX29:
        return lede_report_uax29(r, "6", f->text.bytes, f->text.n, 1);
    default:
        return lede_report_end(r);
    }
}

static bool has_format(int which, lede_format format) {
    bool json = format == LEDE_FORMAT_JSON || format == LEDE_FORMAT_JSON_LINES;
    if (which == SUMMARY) {
        return json || format == LEDE_FORMAT_TEXT;
    }
    if (which == SCORE) {
        return format != LEDE_FORMAT_LINES;
    }
    if (which == REPEATS) { /* a table of scores has no place for them */
        return format != LEDE_FORMAT_LINES && format != LEDE_FORMAT_CSV;
    }
    if (which == SPLIT || which == WORDS) {
        return json || format == LEDE_FORMAT_LINES;
    }
    return which != UAX29 || format == LEDE_FORMAT_JSON;
}

/* All calls in turn. Before the refusal each one is fine, the one in which it
 * comes fails, and so does every one behind it. */
static size_t run(const fixture *f, lede_format format, size_t refuse_at) {
    kept k = {.refuse_at = refuse_at};
    lede_report r = {.sink = kept_sink(&k), .format = format};
    for (int which = 0; which < CALLS; which++) {
        if (has_format(which, format)) {
            lede_status status = call(which, &r, f);
            assert_int_equal(status, k.refused ? LEDE_WRITE_FAILED : LEDE_OK);
            assert_int_equal(r.status, status);
        }
    }
    size_t writes = k.writes;
    kept_free(&k);
    return writes;
}

static void refuse_each(const fixture *f, lede_format format, size_t least) {
    size_t writes = run(f, format, 0);
    assert_true(writes >= least);
    for (size_t at = 1; at <= writes; at++) {
        assert_int_equal(run(f, format, at), at);
    }
    assert_int_equal(run(f, format, writes + 1), writes);
}

static void test_report(void **state) {
    fixture f;
    fixture_open(&f);
    refuse_each(&f, LEDE_FORMAT_JSON, CALLS + 4); /* several of them write often */
    refuse_each(&f, LEDE_FORMAT_JSON_LINES, 4);
    refuse_each(&f, LEDE_FORMAT_LINES, 2);
    refuse_each(&f, LEDE_FORMAT_TEXT, 2);
    refuse_each(&f, LEDE_FORMAT_CSV, 3); /* a line for each state, too */
    refuse_each(&f, LEDE_FORMAT_MARKDOWN, 1);
    fixture_close(&f);
}

static void test_report_of_everything(void **state) {
    fixture f;
    fixture_open(&f);
    f.everything = 1;
    refuse_each(&f, LEDE_FORMAT_JSON, 24); /* twice as much is written */
    refuse_each(&f, LEDE_FORMAT_JSON_LINES, 7);
    refuse_each(&f, LEDE_FORMAT_TEXT, 2);
    refuse_each(&f, LEDE_FORMAT_CSV, 3);
    refuse_each(&f, LEDE_FORMAT_MARKDOWN, 1);
    fixture_close(&f);
}

/* A table of them alone. */
static void test_table_of_repeats(void **state) {
    fixture f;
    size_t writes = 0;
    fixture_open(&f);
    for (size_t at = 0; at <= writes + 1; at++) {
        kept k = {.refuse_at = at};
        lede_report r;
        lede_status status = lede_report_begin(&r, LEDE_FORMAT_CSV, kept_sink(&k));
        assert_int_equal(status, LEDE_OK);
        status = lede_report_repeats(&r, "1", f.d, f.r);
        assert_int_equal(status, k.refused ? LEDE_WRITE_FAILED : LEDE_OK);
        writes = at == 0 ? k.writes : writes;
        kept_free(&k);
    }
    assert_true(writes > 1);
    fixture_close(&f);
}

/* After a refusal, calls with bad arguments fail as well, and no call recovers. */
static void test_failure_sticks(void **state) {
    fixture f;
    kept k = {.refuse_at = 2};
    lede_report r;
    fixture_open(&f);
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k)), LEDE_OK);
    assert_int_equal(lede_report_not_scored(&r, "a", "b"), LEDE_WRITE_FAILED);
    for (int round = 0; round < 3; round++) {
        for (int which = SUMMARY; which < CALLS; which++) {
            assert_int_equal(call(which, &r, &f), LEDE_WRITE_FAILED);
        }
    }
    assert_int_equal(k.writes, 2);
    kept_free(&k);
    fixture_close(&f);
}

/* ---- Calls without a report
 * ------------------------------------------------------------ */

typedef lede_status (*writer)(lede_sink sink, const fixture *f);

static lede_status write_json_languages(lede_sink sink, const fixture *f) {
    (void)f;
    return lede_report_languages(LEDE_FORMAT_JSON, sink);
}

static lede_status write_text_languages(lede_sink sink, const fixture *f) {
    (void)f;
    return lede_report_languages(LEDE_FORMAT_TEXT, sink);
}

static lede_status write_json_formulas(lede_sink sink, const fixture *f) {
    (void)f;
    return lede_report_formulas(LEDE_FORMAT_JSON, sink, NULL);
}

static lede_status write_markdown_formulas(lede_sink sink, const fixture *f) {
    (void)f;
    return lede_report_formulas(LEDE_FORMAT_MARKDOWN, sink, NULL);
}

static lede_status write_one_formula(lede_sink sink, const fixture *f) {
    (void)f;
    return lede_report_formulas(LEDE_FORMAT_TEXT, sink, "flesch");
}

static lede_status write_visible(lede_sink sink, const fixture *f) {
    text_buffer t = {0};
    while (t.n < 20000) {
        text_add(&t, f->text.bytes, f->text.n);
        text_put(&t, "\x1B\xFF\xE2\x80\xAE\n \n");
    }
    lede_status status = lede_write_visible(sink, t.bytes, t.n);
    text_free(&t);
    return status;
}

static void refuse_each_write(writer write, const fixture *f, size_t least) {
    kept k = {0};
    assert_int_equal(write(kept_sink(&k), f), LEDE_OK);
    size_t writes = k.writes;
    assert_true(writes >= least);
    kept_free(&k);
    for (size_t at = 1; at <= writes; at++) {
        k.refuse_at = at;
        assert_int_equal(write(kept_sink(&k), f), LEDE_WRITE_FAILED);
        assert_int_equal(k.writes, at);
        kept_free(&k);
    }
}

static void test_without_report(void **state) {
    fixture f;
    fixture_open(&f);
    refuse_each_write(write_json_languages, &f, 1);
    refuse_each_write(write_text_languages, &f, 1);
    refuse_each_write(write_json_formulas, &f, 5);
    refuse_each_write(write_markdown_formulas, &f, 5);
    refuse_each_write(write_one_formula, &f, 1);
    refuse_each_write(write_visible, &f, 5);
    fixture_close(&f);
}

/* What came before the refusal is the beginning of the whole. */
static void test_written_is_a_prefix(void **state) {
    fixture f;
    kept whole = {0};
    fixture_open(&f);
    assert_int_equal(write_visible(kept_sink(&whole), &f), LEDE_OK);
    for (size_t at = 1; at <= whole.writes; at++) {
        kept k = {.refuse_at = at};
        (void)write_visible(kept_sink(&k), &f);
        assert_true(k.size < whole.size);
        if (k.size > 0) {
            assert_memory_equal(k.bytes, whole.bytes, k.size);
        }
        kept_free(&k);
    }
    kept_free(&whole);
    fixture_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report),
        cmocka_unit_test(test_report_of_everything),
        cmocka_unit_test(test_table_of_repeats),
        cmocka_unit_test(test_failure_sticks),
        cmocka_unit_test(test_without_report),
        cmocka_unit_test(test_written_is_a_prefix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
