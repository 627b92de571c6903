/* SPDX-License-Identifier: MIT */
/*
 * Writes what the library makes of the corpus and of texts made from seeds, to be
 * compared between runs by locales.py:
 *
 *   write_reports LOCALE HASH_SEED
 *
 * The first line on standard error says what the locale does to the C library:
 * the decimal point, 1.5 as printf() writes it, 2.5 and 2,5 as strtod() reads them
 * (in tenths), the code point towupper() makes of "i".
 */
#include "support/texts.h"

#include <lede/lede.h>

#include <locale.h>
#include <wctype.h>

#define MADE_TEXTS 24
#define RANDOM_TEXTS 24

static int write_stdout(void *ctx, const char *bytes, size_t n) {
    (void)ctx;
    return fwrite(bytes, 1, n, stdout) == n ? 0 : 1;
}

static const lede_sink sink = {write_stdout, NULL};

static void require(bool fine, const char *what) {
    if (!fine) {
        fprintf(stderr, "write_reports: %s\n", what);
        exit(1);
    }
}

static void enter_locale(const char *name) {
    require(setlocale(LC_ALL, name) != NULL, "no such locale");
    fprintf(stderr, "%s %.1f %.0f %.0f %lX\n", localeconv()->decimal_point, 1.5,
            10 * strtod("2.5", NULL), 10 * strtod("2,5", NULL),
            (unsigned long)towupper(L'i'));
}

static void split(lede_report *r, const lede_document *d, const char *name) {
    require(lede_report_split(r, name, d, 1) == LEDE_OK, "split");
}

static void summarize_by(lede_report *r, const lede_document *d, const char *name,
                         const lede_summary_options *choose) {
    lede_summary *s = NULL;
    require(lede_summary_create(d, choose, &s, NULL) == LEDE_OK, "summary");
    r->explain = choose->explain;
    require(lede_report_summary(r, name, d, s) == LEDE_OK, "report");
    r->explain = 0;
    lede_summary_free(s);
}

/* By every method; all sentences, some of them, and words with reasons. */
static void summarize(lede_report *r, const lede_document *d, const char *name) {
    static const struct {
        lede_budget_kind kind;
        double amount;
        int explain;
    } budgets[] = {{LEDE_BUDGET_RATIO, 1, 0},
                   {LEDE_BUDGET_RATIO, 0.25, 0},
                   {LEDE_BUDGET_WORDS, 60, 1}};
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets * LEDE_METHOD_COUNT; i++) {
        lede_summary_options choose = LEDE_SUMMARY_OPTIONS_INIT;
        choose.method = (lede_method)(i % LEDE_METHOD_COUNT);
        choose.budget = budgets[i / LEDE_METHOD_COUNT].kind;
        choose.amount = budgets[i / LEDE_METHOD_COUNT].amount;
        choose.explain = budgets[i / LEDE_METHOD_COUNT].explain;
        if (choose.explain != 0) {
            choose.query = "the bridge and the council";
            choose.query_length = strlen(choose.query);
        }
        summarize_by(r, d, name, &choose);
    }
}

/* Everything that is known of the text, in every form that repeats and scores have. */
static void repeats(const lede_document *d, const lede_repeats *found, lede_format format,
                    const char *name) {
    lede_report r;
    require(lede_report_begin(&r, format, sink) == LEDE_OK, "begin");
    r.repeats.all = 1;
    require(lede_report_repeats(&r, name, d, found) == LEDE_OK, "repeats");
    require(lede_report_end(&r) == LEDE_OK, "end");
}

static void score(const lede_document *d, const char *name) {
    static const lede_format formats[] = {LEDE_FORMAT_JSON, LEDE_FORMAT_JSON_LINES,
                                          LEDE_FORMAT_TEXT, LEDE_FORMAT_CSV,
                                          LEDE_FORMAT_MARKDOWN};
    lede_metrics_options measure = LEDE_METRICS_OPTIONS_INIT;
    lede_metrics *m = NULL;
    lede_repeats *found = NULL;
    measure.unit = LEDE_UNIT_PARAGRAPH;
    measure.keep_hits = 1;
    require(lede_metrics_create(d, &measure, &m, NULL) == LEDE_OK, "metrics");
    require(lede_repeats_create(d, NULL, &found, NULL) == LEDE_OK, "repeats");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        lede_report r;
        require(lede_report_begin(&r, formats[i], sink) == LEDE_OK, "begin");
        r.explain = 1;
        r.score.all = 1;
        require(lede_report_score_with(&r, name, d, m, found) == LEDE_OK, "score");
        require(lede_report_end(&r) == LEDE_OK, "end");
        repeats(d, found, formats[i], name);
    }
    lede_repeats_free(found);
    lede_metrics_free(m);
}

/* What the text says, looked for in the most of it that begins with its first byte. */
static void quotes(const lede_document *d, const lede_document *source, const char *name,
                   uint64_t hash_seed) {
    static const lede_format formats[] = {LEDE_FORMAT_JSON, LEDE_FORMAT_TEXT};
    const lede_document *const sources[] = {source};
    lede_quotes_options find = LEDE_QUOTES_OPTIONS_INIT;
    lede_quotes *q = NULL;
    find.hash_seed = hash_seed;
    require(lede_quotes_create(d, sources, 1, &find, &q, NULL) == LEDE_OK, "quotes");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        lede_report r;
        require(lede_report_begin(&r, formats[i], sink) == LEDE_OK, "begin");
        require(lede_report_quotes(&r, name, q, &name, 1) == LEDE_OK, "quotes");
        require(lede_report_end(&r) == LEDE_OK, "end");
    }
    lede_quotes_free(q);
}

/* One text in every form; the text is freed. */
static void write_text(text_buffer t, const char *name, uint64_t hash_seed) {
    static const lede_format formats[] = {LEDE_FORMAT_JSON, LEDE_FORMAT_JSON_LINES,
                                          LEDE_FORMAT_LINES, LEDE_FORMAT_TEXT};
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL, *front = NULL;
    read.hash_seed = hash_seed;
    require(lede_document_create(t.bytes, t.n, &read, &d, NULL) == LEDE_OK, "document");
    require(lede_document_create(t.bytes, t.n / 5 * 3, &read, &front, NULL) == LEDE_OK,
            "document");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        lede_report r;
        require(lede_report_begin(&r, formats[i], sink) == LEDE_OK, "begin");
        if (formats[i] != LEDE_FORMAT_TEXT) {
            split(&r, d, name);
        }
        if (formats[i] != LEDE_FORMAT_LINES) {
            summarize(&r, d, name);
        }
        require(lede_report_end(&r) == LEDE_OK, "end");
    }
    score(d, name);
    quotes(d, front, name, hash_seed);
    lede_document_free(front);
    lede_document_free(d);
    text_free(&t);
}

int main(int argc, char **argv) {
    require(argc == 3, "usage: write_reports LOCALE HASH_SEED");
    enter_locale(argv[1]);
    uint64_t hash_seed = strtoull(argv[2], NULL, 10);
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        write_text(text_article(i), "\"article\"", hash_seed);
    }
    for (uint64_t i = 0; i < MADE_TEXTS; i++) {
        write_text(text_made(i, 12), "\"made\"", hash_seed);
    }
    for (uint64_t i = 0; i < RANDOM_TEXTS; i++) {
        write_text(text_random_utf8(i, 1500), "\"random\"", hash_seed);
    }
    require(lede_report_languages(LEDE_FORMAT_TEXT, sink) == LEDE_OK, "languages");
    require(lede_report_languages(LEDE_FORMAT_JSON, sink) == LEDE_OK, "languages");
    require(lede_report_formulas(LEDE_FORMAT_TEXT, sink, NULL) == LEDE_OK, "formulas");
    require(lede_report_formulas(LEDE_FORMAT_JSON, sink, NULL) == LEDE_OK, "formulas");
    require(fflush(stdout) == 0, "write");
    return 0;
}
