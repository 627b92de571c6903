/* SPDX-License-Identifier: MIT */
/* Bytes -> summary. First bytes: language, newlines, method, budget and its amount,
 * what is left out, the allocation that fails, redundancy, lengths of the title and of
 * the query; the title; the query; the text. */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"

typedef struct run {
    lede_document_options read;
    lede_summary_options choose;
    size_t fail_at;
    oracle_input title;
    oracle_input query;
    oracle_input text;
} run;

/* No ratio is too small, and 0.1 * 30 is 3 although no binary fraction is 0.1. */
static double take_ratio(oracle_input *in) {
    static const double often[] = {1.0, 0.1, 0.5, 1e-9, 0.999999, 0.3};
    unsigned byte = oracle_take(in, 256);
    (void)oracle_take(in, 1);
    return byte < 6 ? often[byte] : byte / 256.0;
}

static double take_amount(oracle_input *in) {
    unsigned low = oracle_take(in, 256);
    unsigned high = oracle_take(in, 5);
    return high == 4 ? 4294967295.0 : high * 256.0 + low + 1.0;
}

static double take_mmr(oracle_input *in) {
    static const double factors[] = {LEDE_MMR_OF_METHOD, LEDE_MMR_OF_METHOD, 0.0, 0.5,
                                     LEDE_MMR_MAX};
    return factors[oracle_take(in, sizeof factors / sizeof *factors)];
}

static run read_options(const uint8_t *bytes, size_t n) {
    static const char *const languages[] = {"auto", "en", "de", "zz"};
    oracle_input in = {(const char *)bytes, n};
    run r = {LEDE_DOCUMENT_OPTIONS_INIT, LEDE_SUMMARY_OPTIONS_INIT, 0, {0}, {0}, {0}};
    r.read.language = languages[oracle_take(&in, 4)];
    r.read.newlines = (lede_newlines)oracle_take(&in, LEDE_NEWLINES_HARD + 1);
    r.choose.method = (lede_method)oracle_take(&in, LEDE_METHOD_COUNT);
    r.choose.budget = (lede_budget_kind)oracle_take(&in, LEDE_BUDGET_CHARS + 1);
    bool ratio = r.choose.budget == LEDE_BUDGET_RATIO;
    r.choose.amount = ratio ? take_ratio(&in) : take_amount(&in);
    unsigned flags = oracle_take(&in, 64);
    r.choose.no_title = (flags & 1u) != 0;
    r.choose.no_position = (flags & 2u) != 0;
    r.read.keep_boundaries = (flags & 8u) != 0;
    r.choose.explain = (flags & 16u) != 0;
    r.fail_at = oracle_take(&in, 256);
    r.choose.mmr = take_mmr(&in);
    unsigned of_title = oracle_take(&in, 64), of_query = oracle_take(&in, 64);
    r.title = oracle_take_bytes(&in, of_title);
    r.query = oracle_take_bytes(&in, of_query);
    if ((flags & 4u) != 0 || r.title.n > 0) {
        r.choose.title = r.title.bytes;
        r.choose.title_length = r.title.n;
    }
    if ((flags & 32u) != 0 || r.query.n > 0) {
        r.choose.query = r.query.bytes;
        r.choose.query_length = r.query.n;
    }
    r.text = in;
    return r;
}

static lede_status wanted_status(const run *r) {
    bool fine = reference_is_utf8(r->title.bytes, r->title.n) &&
                reference_is_utf8(r->query.bytes, r->query.n);
    return fine ? LEDE_OK : LEDE_INVALID_ARGUMENT;
}

static lede_summary *create(const run *r, const lede_document *d) {
    lede_summary *s = NULL;
    lede_error error;
    lede_status status = lede_summary_create(d, &r->choose, &s, &error);
    ORACLE(status == wanted_status(r) && error.status == status);
    ORACLE((s != NULL) == (status == LEDE_OK));
    return s;
}

static void expect_same(const lede_document *d, const lede_summary *a,
                        const lede_summary *b) {
    text_buffer x = oracle_report(LEDE_FORMAT_JSON, d, a, 0);
    text_buffer y = oracle_report(LEDE_FORMAT_JSON, d, b, 0);
    ORACLE(x.n == y.n && memcmp(x.bytes, y.bytes, x.n) == 0);
    text_free(&x);
    text_free(&y);
}

/* Other hashes and other memory give the same summary. */
static void repeat(run r, const lede_document *d, const lede_summary *first) {
    counting memory;
    lede_document *again = NULL;
    counting_init(&memory, NEVER);
    r.read.hash_seed = UINT64_C(0x9E3779B97F4A7C15);
    r.choose.allocator = r.read.allocator = &memory.allocator;
    ORACLE(lede_document_create(r.text.bytes, r.text.n, &r.read, &again, NULL) ==
           LEDE_OK);
    lede_summary *s = create(&r, again);
    expect_same(d, first, s);
    lede_summary_free(s);
    lede_document_free(again);
    oracle_nothing_left(&memory);
}

/* A vocabulary of the caller's, cold and then warm, changes nothing. */
static void share(run r, const lede_document *d, const lede_summary *first) {
    lede_vocabulary *words = NULL;
    ORACLE(lede_vocabulary_create(d->facts.language, 0, 5, NULL, &words, NULL) ==
           LEDE_OK);
    for (int i = 0; i < 2; i++) {
        lede_document *again = NULL;
        r.read.vocabulary = words;
        ORACLE(lede_document_create(r.text.bytes, r.text.n, &r.read, &again, NULL) ==
               LEDE_OK);
        lede_summary *s = create(&r, again);
        expect_same(d, first, s);
        lede_summary_free(s);
        lede_document_free(again);
    }
    lede_vocabulary_free(words);
}

/* Other line ends give the same picks and scores. */
static void rewrite(run r, const lede_summary *first) {
    size_t a = 0, b = 0;
    lede_document *d = NULL;
    text_buffer t = oracle_rewrite(r.text, "\r\n", false);
    ORACLE(lede_document_create(t.bytes, t.n, &r.read, &d, NULL) == LEDE_OK);
    lede_summary *s = create(&r, d);
    const lede_pick *x = lede_summary_picks(first, &a), *y = lede_summary_picks(s, &b);
    ORACLE(a == b);
    for (size_t i = 0; i < a; i++) {
        ORACLE(x[i].sentence == y[i].sentence && x[i].rank == y[i].rank);
        ORACLE(x[i].score == y[i].score);
    }
    lede_summary_free(s);
    lede_document_free(d);
    text_free(&t);
}

/* One allocation gets nothing: that is said, and nothing stays behind. */
static void starve(run r, const lede_document *d) {
    counting memory;
    lede_summary *s = NULL;
    counting_init(&memory, r.fail_at);
    r.choose.allocator = &memory.allocator;
    lede_status status = lede_summary_create(d, &r.choose, &s, NULL);
    ORACLE(status == LEDE_OK || status == LEDE_NO_MEMORY);
    ORACLE(status == LEDE_OK || memory.calls >= r.fail_at);
    lede_summary_free(s);
    oracle_nothing_left(&memory);
}

/* ---- Key terms ------------------------------------------------------------------- */

static lede_keywords_options keys_of(const run *r) {
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    o.count = r->fail_at % 3 == 0 ? 100 : (uint32_t)(r->fail_at % 3);
    o.title = r->choose.title;
    o.title_length = r->choose.title_length;
    o.no_title = r->choose.no_title;
    return o;
}

static text_buffer write_keys(lede_format format, const lede_document *d,
                              const lede_summary *s, const lede_keywords *k) {
    text_buffer t = {0};
    lede_report report;
    ORACLE(lede_report_begin(&report, format, oracle_sink(&t)) == LEDE_OK);
    report.explain = d->keep_boundaries;
    ORACLE(lede_report_summary_with(&report, "a\x1b\xFF", d, s, k) == LEDE_OK);
    ORACLE(lede_report_end(&report) == LEDE_OK);
    return t;
}

/* Lines that can do no harm, and the whole of it JSON. */
static void check_keys_written(const lede_document *d, const lede_summary *s,
                               const lede_keywords *k) {
    text_buffer lines = write_keys(LEDE_FORMAT_TEXT, d, s, k);
    text_buffer markdown = write_keys(LEDE_FORMAT_MARKDOWN, d, s, k);
    text_buffer json = write_keys(LEDE_FORMAT_JSON, d, s, k);
    oracle_harmless(&lines, false);
    oracle_harmless(&markdown, false);
    json_decref(oracle_json(&json));
    text_free(&lines);
    text_free(&markdown);
    text_free(&json);
}

/* Other hashes give the same, other memory none that is left; one allocation fails. */
static void repeat_keys(run r, const lede_keywords *first) {
    counting memory;
    lede_document *d = NULL;
    lede_keywords *k = NULL;
    size_t a = 0, b = 0;
    lede_keywords_options o = keys_of(&r);
    r.read.hash_seed = UINT64_C(0x9E3779B97F4A7C15);
    ORACLE(lede_document_create(r.text.bytes, r.text.n, &r.read, &d, NULL) == LEDE_OK);
    counting_init(&memory, r.fail_at > 0 ? r.fail_at : NEVER);
    o.allocator = &memory.allocator;
    lede_status status = lede_keywords_create(d, &o, &k, NULL);
    ORACLE(status == LEDE_OK || (status == LEDE_NO_MEMORY && k == NULL));
    ORACLE(status == LEDE_OK || memory.calls >= memory.fail_at);
    if (status == LEDE_OK) {
        const lede_keyword *x = lede_keywords_list(first, &a);
        const lede_keyword *y = lede_keywords_list(k, &b);
        ORACLE(a == b && (a == 0 || memcmp(x, y, a * sizeof *x) == 0));
    }
    lede_keywords_free(k);
    lede_document_free(d);
    oracle_nothing_left(&memory);
}

static void find_keys(run r, const lede_document *d, const lede_summary *s) {
    lede_keywords *k = NULL;
    lede_keywords_options o = keys_of(&r);
    ORACLE(lede_keywords_create(d, &o, &k, NULL) == LEDE_OK);
    oracle_keywords(d, k, &o);
    check_keys_written(d, s, k);
    repeat_keys(r, k);
    lede_keywords_free(k);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    run r = read_options(bytes, n);
    lede_document *d = NULL;
    lede_status status = lede_document_create(r.text.bytes, r.text.n, &r.read, &d, NULL);
    if (oracle_is_utf16(r.text.bytes, r.text.n)) {
        ORACLE(status == LEDE_BAD_ENCODING && d == NULL);
        return 0;
    }
    ORACLE(status == LEDE_OK);
    lede_summary *s = create(&r, d);
    if (s != NULL) {
        oracle_summary(d, s, &r.choose);
        oracle_summary_output(d, s);
        repeat(r, d, s);
        find_keys(r, d, s);
        share(r, d, s);
        if (oracle_can_rewrite(r.text)) {
            rewrite(r, s);
        }
        if (r.fail_at > 0) {
            starve(r, d);
        }
    }
    lede_summary_free(s);
    lede_document_free(d);
    return 0;
}
