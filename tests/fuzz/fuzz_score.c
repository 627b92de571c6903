/* SPDX-License-Identifier: MIT */
/* Bytes -> metrics -> every form of score. First bytes: language, newlines, unit, what
 * is shown, a formula, the width, the allocation that fails, length of a word list; the
 * list; the text. */
#include "fuzz/oracle.h"

typedef struct run {
    lede_document_options read;
    lede_metrics_options measure;
    lede_score_view view;
    int explain;
    uint32_t formula;
    size_t fail_at;
    const char *list; /* name */
    oracle_input list_bytes;
    oracle_input text;
} run;

static size_t count_formulas(void) {
    size_t count = 0;
    while (lede_formula_at(count) != NULL) {
        count++;
    }
    return count;
}

static void read_view(run *r, oracle_input *in) {
    unsigned flags = oracle_take(in, 64);
    r->view.all = (flags & 1u) != 0;
    r->view.all_formulas = (flags & 2u) != 0;
    r->view.ascii = (flags & 4u) != 0;
    r->explain = (flags & 8u) != 0;
    r->measure.keep_hits = (flags & 16u) != 0;
    r->measure.formula_flags = (flags & 32u) != 0 ? LEDE_FORMULA_INTEGER_INPUTS : 0;
    r->formula = (uint32_t)(oracle_take(in, 256) % (count_formulas() + 1));
    r->view.formula_count = oracle_take(in, 2);
    r->view.width = oracle_take(in, 256);
}

static run read_options(const uint8_t *bytes, size_t n) {
    oracle_input in = {(const char *)bytes, n};
    run r = {LEDE_DOCUMENT_OPTIONS_INIT,
             LEDE_METRICS_OPTIONS_INIT,
             {0},
             0,
             0,
             0,
             NULL,
             {0},
             {0}};
    r.read.language = oracle_take_language(&in);
    r.read.newlines = (lede_newlines)oracle_take(&in, LEDE_NEWLINES_HARD + 1);
    r.read.no_stems = 1;
    r.measure.unit = (lede_unit)oracle_take(&in, LEDE_UNIT_SENTENCE + 1);
    read_view(&r, &in);
    r.fail_at = oracle_take(&in, 256);
    r.list = lede_list_name((int)oracle_take(&in, LEDE_LIST_COUNT));
    r.list_bytes = oracle_take_bytes(&in, oracle_take(&in, 32));
    r.text = in;
    return r;
}

/* ---- Numbers --------------------------------------------------------------- */

/* Counts from anywhere: those of bytes that are no counts. */
static void check_any_counts(oracle_input text, uint32_t flags) {
    lede_counts counts;
    char bytes[sizeof counts] = {0};
    if (text.n > 0) {
        memcpy(bytes, text.bytes, text.n < sizeof bytes ? text.n : sizeof bytes);
    }
    memcpy(&counts, bytes, sizeof counts);
    counts.lists = counts.word_kinds = UINT32_MAX;
    for (size_t i = 0; lede_formula_at(i) != NULL; i++) {
        oracle_formula(i, &counts, flags);
    }
}

/* ---- Output ------------------------------------------------------------------ */

static text_buffer write_report(const run *r, lede_format format, const lede_document *d,
                                const lede_metrics *m) {
    text_buffer t = {0};
    lede_report report;
    lede_score_view view = r->view;
    uint32_t formula = r->formula;
    view.formulas = &formula; /* perhaps one beyond the last */
    ORACLE(lede_report_begin(&report, format, oracle_sink(&t)) == LEDE_OK);
    report.explain = r->explain;
    report.score = view;
    const char *path = format == LEDE_FORMAT_JSON_LINES ? "1" : "a, \"b\".txt";
    ORACLE(lede_report_score(&report, path, d, m) == LEDE_OK);
    ORACLE(lede_report_end(&report) == LEDE_OK);
    return t;
}

/* Two lines or more, each of as many fields as the first. */
static void check_csv(const text_buffer *t) {
    size_t fields = 1, first = 0, lines = 0;
    bool quoted = false;
    for (size_t i = 0; i < t->n; i++) {
        char c = t->bytes[i];
        quoted = quoted != (c == '"');
        fields += c == ',' && !quoted ? 1 : 0;
        if (c == '\n' && !quoted) {
            ORACLE(i > 0 && t->bytes[i - 1] == '\r');
            ORACLE(lines == 0 || fields == first);
            first = fields;
            fields = 1;
            lines++;
        }
    }
    ORACLE(!quoted && lines >= 2 && t->bytes[t->n - 1] == '\n');
}

static void check_ascii(const run *r, const text_buffer *t) {
    for (size_t i = 0; i < t->n && r->view.ascii && r->text.n == 0; i++) {
        ORACLE((unsigned char)t->bytes[i] < 0x80);
    }
}

static void check_format(const run *r, lede_format format, const lede_document *d,
                         const lede_metrics *m) {
    text_buffer t = write_report(r, format, d, m);
    if (format == LEDE_FORMAT_JSON_LINES) {
        json_decref(oracle_json(&t));
    } else if (format == LEDE_FORMAT_CSV) {
        check_csv(&t);
    } else {
        oracle_harmless(&t, false);
        check_ascii(r, &t);
    }
    text_free(&t);
}

/* Most of the time goes into JSON: it is written as seldom as possible. */
static void check_output(const run *r, const text_buffer *json, const lede_document *d,
                         const lede_metrics *m) {
    json_decref(oracle_json(json));
    check_format(r, LEDE_FORMAT_TEXT, d, m);
    check_format(r, LEDE_FORMAT_CSV, d, m);
    check_format(r, LEDE_FORMAT_MARKDOWN, d, m);
    if (r->fail_at % 4 == 0) {
        check_format(r, LEDE_FORMAT_JSON_LINES, d, m);
    }
}

/* ---- Again --------------------------------------------------------------------- */

static void expect_same(const run *r, const text_buffer *wanted, const lede_document *d,
                        const lede_metrics *m) {
    text_buffer t = write_report(r, LEDE_FORMAT_JSON, d, m);
    ORACLE(t.n == wanted->n && memcmp(t.bytes, wanted->bytes, t.n) == 0);
    text_free(&t);
}

static void expect_same_counts(const lede_metrics *a, const lede_metrics *b) {
    const lede_counts *x = lede_metrics_counts(a), *y = lede_metrics_counts(b);
    ORACLE(memcmp(x, y, sizeof *x) == 0);
    size_t parts = 0, others = 0;
    const lede_metrics_part *p = lede_metrics_parts(a, &parts);
    const lede_metrics_part *q = lede_metrics_parts(b, &others);
    ORACLE(parts == others);
    for (size_t i = 0; i < parts; i++) {
        ORACLE(memcmp(&p[i].counts, &q[i].counts, sizeof p->counts) == 0);
    }
}

/* Other hashes, other memory, and a vocabulary that is fresh, then warm, give the same
 * bytes. */
static void repeat(run r, const text_buffer *json, const lede_document *d,
                   const lede_metrics *first) {
    counting memory;
    counting_init(&memory, NEVER);
    r.read.hash_seed = UINT64_C(0x9E3779B97F4A7C15) * (r.fail_at + 1);
    r.read.allocator = r.measure.allocator = &memory.allocator;
    ORACLE(lede_vocabulary_create(r.fail_at % 2 == 0 ? "auto" : d->facts.language,
                                  r.fail_at % 5, ~r.read.hash_seed, &memory.allocator,
                                  &r.read.vocabulary, NULL) == LEDE_OK);
    r.measure.vocabulary = r.read.vocabulary;
    for (int warm = 0; warm < 2; warm++) {
        lede_document *again = NULL;
        lede_metrics *m = NULL;
        ORACLE(lede_document_create(r.text.bytes, r.text.n, &r.read, &again, NULL) ==
               LEDE_OK);
        ORACLE(lede_metrics_create(again, &r.measure, &m, NULL) == LEDE_OK);
        expect_same_counts(first, m);
        if (warm) {
            expect_same(&r, json, again, m);
        }
        lede_metrics_free(m);
        lede_document_free(again);
    }
    lede_vocabulary_free(r.read.vocabulary);
    oracle_nothing_left(&memory);
}

/* Other line ends give the same counts. */
static void rewrite(run r, const lede_metrics *first) {
    text_buffer t = oracle_rewrite(r.text, r.fail_at % 2 == 0 ? "\r\n" : "\r", false);
    lede_document *d = NULL;
    lede_metrics *m = NULL;
    ORACLE(lede_document_create(t.bytes, t.n, &r.read, &d, NULL) == LEDE_OK);
    ORACLE(lede_metrics_create(d, &r.measure, &m, NULL) == LEDE_OK);
    expect_same_counts(first, m);
    lede_metrics_free(m);
    lede_document_free(d);
    text_free(&t);
}

/* One allocation gets nothing: that is said, and nothing stays behind. */
static void starve(run r, const lede_document *d) {
    counting memory;
    lede_metrics *m = NULL;
    counting_init(&memory, r.fail_at);
    r.measure.allocator = &memory.allocator;
    lede_status status = lede_metrics_create(d, &r.measure, &m, NULL);
    ORACLE(status == LEDE_OK || status == LEDE_NO_MEMORY);
    ORACLE((m != NULL) == (status == LEDE_OK));
    lede_metrics_free(m);
    oracle_nothing_left(&memory);
}

static void score(run *r, const lede_document *d) {
    lede_metrics *m = NULL;
    lede_error error;
    ORACLE(lede_metrics_create(d, &r->measure, &m, &error) == LEDE_OK);
    ORACLE(error.status == LEDE_OK);
    oracle_metrics(d, m, &r->measure);
    text_buffer json = write_report(r, LEDE_FORMAT_JSON, d, m);
    check_output(r, &json, d, m);
    repeat(*r, &json, d, m);
    text_free(&json);
    if (oracle_can_rewrite(r->text)) {
        rewrite(*r, m);
    }
    if (r->fail_at > 0) {
        starve(*r, d);
    }
    lede_metrics_free(m);
}

/* NULL: the bytes are no list. */
static lede_word_list *read_list(const run *r, const lede_allocator *allocator,
                                 bool may_starve) {
    lede_word_list *list = NULL;
    lede_error error;
    lede_status status = lede_word_list_create(r->list, r->list_bytes.bytes,
                                               r->list_bytes.n, allocator, &list, &error);
    ORACLE(status == error.status && (list != NULL) == (status == LEDE_OK));
    ORACLE(status == LEDE_OK || status == LEDE_BAD_DATA ||
           (may_starve && status == LEDE_NO_MEMORY));
    return list;
}

static void starve_list(const run *r) {
    counting memory;
    counting_init(&memory, r->fail_at);
    lede_word_list_free(read_list(r, &memory.allocator, true));
    oracle_nothing_left(&memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    run r = read_options(bytes, n);
    lede_document *d = NULL;
    lede_word_list *list = read_list(&r, NULL, false);
    r.measure.lists = (const lede_word_list *const *)&list;
    r.measure.list_count = list != NULL ? 1 : 0;
    check_any_counts(r.text, r.measure.formula_flags);
    if (lede_document_create(r.text.bytes, r.text.n, &r.read, &d, NULL) == LEDE_OK) {
        score(&r, d);
    }
    if (r.fail_at > 0) {
        starve_list(&r);
    }
    lede_document_free(d);
    lede_word_list_free(list);
    return 0;
}
