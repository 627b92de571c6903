/* SPDX-License-Identifier: MIT */
/* Bytes -> metrics -> every form of score. First bytes: language, newlines, unit, what
 * is shown, a formula, the width, the allocation that fails, length of a word list; the
 * list; the text. */
#include "fuzz/oracle.h"

#include <math.h>

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

static void check_value(lede_value v) {
    ORACLE(isfinite(v.value));
    ORACLE(v.status == LEDE_VALUE_OK || v.value == 0);
}

static void check_grade(lede_grade g) {
    check_value(g.median);
    ORACLE(g.median.status != LEDE_VALUE_OK ||
           (g.low <= g.median.value && g.median.value <= g.high));
    ORACLE(g.main == LEDE_NONE || lede_formula_at(g.main) != NULL);
    ORACLE(g.ease == LEDE_NONE || lede_formula_at(g.ease) != NULL);
}

/* Sums of the parts of a text whose every sentence is in one are its own. */
static void check_parts(const lede_metrics *m, lede_unit unit) {
    size_t count = 0;
    const lede_metrics_part *parts = lede_metrics_parts(m, &count);
    uint64_t words = 0, sentences = 0;
    for (size_t i = 0; i < count; i++) {
        words += parts[i].counts.words;
        sentences += parts[i].counts.sentences;
        check_grade(lede_metrics_part_grade(m, i));
        ORACLE(parts[i].span.begin <= parts[i].span.end);
        ORACLE(i == 0 || parts[i - 1].span.end <= parts[i].span.begin);
    }
    ORACLE(unit == LEDE_UNIT_FILE ? count == 0
                                  : words == lede_metrics_counts(m)->words &&
                                        sentences == lede_metrics_counts(m)->sentences);
}

static void check_costs(const lede_metrics *m) {
    size_t count = 0;
    const lede_cost *costs = lede_metrics_costs(m, &count);
    ORACLE(count <= 10);
    for (size_t i = 0; i < count; i++) {
        ORACLE(isfinite(costs[i].cost) && isfinite(lede_metrics_cost_of(m, i + 1)));
        ORACLE(i == 0 || costs[i - 1].cost >= costs[i].cost);
        ORACLE(lede_metrics_counts_sentence(m, costs[i].sentence));
    }
}

static void check_hits(const lede_document *d, const lede_metrics *m) {
    size_t count = 0;
    const lede_hit *hits = lede_metrics_hits(m, &count);
    for (size_t i = 0; i < count; i++) {
        ORACLE(hits[i].kind < LEDE_HIT_COUNT && hits[i].word_count > 0);
        ORACLE((size_t)hits[i].first_word + hits[i].word_count <= d->words.count);
        ORACLE(i == 0 || hits[i - 1].first_word <= hits[i].first_word);
    }
}

static void check_metrics(const lede_document *d, const lede_metrics *m, lede_unit unit) {
    for (size_t i = 0; lede_formula_at(i) != NULL; i++) {
        check_value(lede_metrics_value(m, i));
    }
    check_grade(lede_metrics_grade(m));
    check_parts(m, unit);
    check_costs(m);
    check_hits(d, m);
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

static void check_output(const run *r, const lede_document *d, const lede_metrics *m) {
    static const lede_format formats[] = {LEDE_FORMAT_TEXT, LEDE_FORMAT_JSON,
                                          LEDE_FORMAT_JSON_LINES, LEDE_FORMAT_CSV,
                                          LEDE_FORMAT_MARKDOWN};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        text_buffer t = write_report(r, formats[i], d, m);
        if (formats[i] == LEDE_FORMAT_JSON || formats[i] == LEDE_FORMAT_JSON_LINES) {
            json_decref(oracle_json(&t));
        } else if (formats[i] == LEDE_FORMAT_CSV) {
            check_csv(&t);
        } else {
            oracle_harmless(&t, false);
            check_ascii(r, &t);
        }
        text_free(&t);
    }
}

/* ---- Again --------------------------------------------------------------------- */

/* Other memory gives the same bytes. */
static void repeat(run r, const lede_document *d, const lede_metrics *first) {
    counting memory;
    lede_metrics *again = NULL;
    counting_init(&memory, NEVER);
    r.measure.allocator = &memory.allocator;
    ORACLE(lede_metrics_create(d, &r.measure, &again, NULL) == LEDE_OK);
    text_buffer a = write_report(&r, LEDE_FORMAT_JSON, d, first);
    text_buffer b = write_report(&r, LEDE_FORMAT_JSON, d, again);
    ORACLE(a.n == b.n && memcmp(a.bytes, b.bytes, a.n) == 0);
    text_free(&a);
    text_free(&b);
    lede_metrics_free(again);
    oracle_nothing_left(&memory);
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
    check_metrics(d, m, r->measure.unit);
    check_output(r, d, m);
    repeat(*r, d, m);
    if (r->fail_at > 0) {
        starve(*r, d);
    }
    lede_metrics_free(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    run r = read_options(bytes, n);
    lede_document *d = NULL;
    lede_word_list *list = NULL;
    lede_status status = lede_word_list_create(r.list, r.list_bytes.bytes, r.list_bytes.n,
                                               NULL, &list, NULL);
    ORACLE(status == LEDE_OK || status == LEDE_BAD_DATA);
    r.measure.lists = (const lede_word_list *const *)&list;
    r.measure.list_count = list != NULL ? 1 : 0;
    if (lede_document_create(r.text.bytes, r.text.n, &r.read, &d, NULL) == LEDE_OK) {
        score(&r, d);
    }
    lede_document_free(d);
    lede_word_list_free(list);
    return 0;
}
