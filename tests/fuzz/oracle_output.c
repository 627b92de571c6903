/* SPDX-License-Identifier: MIT */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"

static int keep(void *ctx, const char *bytes, size_t n) {
    text_add(ctx, bytes, n);
    return 0;
}

lede_sink oracle_sink(text_buffer *to) {
    return (lede_sink){keep, to};
}

text_buffer oracle_report(lede_format format, const lede_document *d,
                          const lede_summary *summary, int with_words) {
    text_buffer t = {0};
    lede_report report;
    const char *path = format == LEDE_FORMAT_JSON_LINES ? "\"\\u0041\"" : "a\x1b\xFF";
    ORACLE(lede_report_begin(&report, format, oracle_sink(&t)) == LEDE_OK);
    report.explain = d->keep_boundaries;
    ORACLE((summary != NULL
                ? lede_report_summary(&report, path, d, summary)
                : lede_report_split(&report, path, d, with_words)) == LEDE_OK);
    ORACLE(lede_report_end(&report) == LEDE_OK);
    return t;
}

/* ---- What people read ------------------------------------------------------ */

/* Able to reorder or hide text: bidirectional controls, zero-width space, mark. */
static bool is_hidden(uint32_t code) {
    return code == 0x061C || code == 0x200B || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0xFEFF;
}

static bool is_control(uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 ||
           code == 0x2029;
}

void oracle_harmless(const text_buffer *t, bool tabs) {
    for (size_t at = 0; at < t->n;) {
        reference_point point = reference_decode(t->bytes + at, t->n - at);
        bool allowed = point.code == '\n' || (tabs && point.code == '\t');
        ORACLE(!point.bad);
        ORACLE(allowed || (!is_control(point.code) && !is_hidden(point.code)));
        at += point.bytes;
    }
    ORACLE(t->n == 0 || t->bytes[t->n - 1] == '\n');
}

#define REASON "    "

/* Lines with something in them, reasons left out; two blank ones never stand in a
 * row. */
static size_t count_lines(const text_buffer *t) {
    size_t lines = 0, blank = 1, reasons = 0;
    for (size_t at = 0; at < t->n;) {
        const char *end = memchr(t->bytes + at, '\n', t->n - at);
        size_t n = (size_t)(end - (t->bytes + at));
        blank = n == 0 ? blank + 1 : 0;
        ORACLE(blank < 2);
        bool reason = n >= 4 && memcmp(t->bytes + at, REASON, 4) == 0;
        ORACLE(!reason || lines > 0);
        reasons += reason;
        lines += n > 0;
        at += n + 1;
    }
    return lines - reasons;
}

/* ---- JSON ------------------------------------------------------------------- */

json_t *oracle_json(const text_buffer *t) {
    json_error_t why;
    json_t *root =
        json_loadb(t->bytes, t->n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &why);
    if (root == NULL) {
        fprintf(stderr, "%s at byte %d of %.*s\n", why.text, why.position, (int)t->n,
                t->bytes);
    }
    ORACLE(json_is_object(root));
    return root;
}

static uint64_t number_of(const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    ORACLE(json_is_integer(value) && json_integer_value(value) >= 0);
    return (uint64_t)json_integer_value(value);
}

static void check_text(const lede_document *d, const json_t *text, lede_span span) {
    ORACLE(json_is_string(text) && json_string_length(text) == span.end - span.begin);
    ORACLE(memcmp(json_string_value(text), d->page.text + span.begin,
                  span.end - span.begin) == 0);
}

/* The element says the very bytes of the text and where they came from. */
static void check_element(const lede_document *d, const json_t *element, lede_span span) {
    check_text(d, json_object_get(element, "text"), span);
    lede_place begin = lede_document_place(d, span.begin);
    lede_place end = lede_document_place(d, span.end);
    ORACLE(number_of(element, "begin") == begin.offset);
    ORACLE(number_of(element, "end") == end.offset && end.offset > begin.offset);
    ORACLE(number_of(element, "line") == begin.line && begin.line > 0);
    ORACLE(number_of(element, "column") == begin.column && begin.column > 0);
    ORACLE(number_of(element, "utf16_column") == begin.utf16_column);
    ORACLE(number_of(element, "end_line") == end.line && end.line >= begin.line);
    ORACLE(number_of(element, "end_column") == end.column);
    ORACLE(number_of(element, "end_utf16_column") == end.utf16_column);
    if (d->source.bad == 0 && d->source.nul == 0) {
        ORACLE(end.offset - begin.offset == span.end - span.begin);
        ORACLE(memcmp(d->source.bytes + begin.offset, d->page.text + span.begin,
                      span.end - span.begin) == 0);
    }
}

static const json_t *only_file(const json_t *root) {
    const json_t *files = json_object_get(root, "files");
    ORACLE(json_array_size(files) == 1);
    return json_array_get(files, 0);
}

static void check_dropped(const lede_document *d, const json_t *file) {
    bool marked = d->hygiene == LEDE_HYGIENE_MARK;
    const json_t *dropped = json_object_get(file, marked ? "marked" : "dropped");
    ORACLE(json_array_size(dropped) == d->ledger.count);
    ORACLE(!marked || json_array_size(json_object_get(file, "dropped")) == 0);
    for (size_t i = 0; i < d->ledger.count; i++) {
        check_element(d, json_array_get(dropped, i), d->ledger.items[i].span);
    }
}

/* ---- split ------------------------------------------------------------------- */

static void check_split_words(const lede_document *d, const json_t *file) {
    const json_t *words = json_object_get(file, "words");
    size_t next = 0;
    for (size_t i = 0; i < d->words.count; i++) {
        if (d->words.items[i].kind != LEDE_WORD_MARK) {
            check_element(d, json_array_get(words, next++), d->words.items[i].span);
        }
    }
    ORACLE(json_array_size(words) == next);
}

/* Each sentence ends at the last of its boundaries, and at no other. */
static void check_boundaries(const lede_document *d, const json_t *file) {
    const json_t *boundaries = json_object_get(file, "boundaries");
    uint32_t sentence = 0;
    ORACLE(json_array_size(boundaries) == d->boundaries.count);
    for (size_t i = 0; i < d->boundaries.count; i++) {
        const lede_boundary *b = &d->boundaries.items[i];
        const json_t *element = json_array_get(boundaries, i);
        ORACLE(b->sentence == sentence && sentence < d->sentences.count);
        lede_span span = d->sentences.items[sentence].span;
        ORACLE(b->span.begin >= span.begin && b->span.end <= span.end);
        ORACLE((b->ends != 0) == (b->span.end == span.end));
        ORACLE(strcmp(lede_boundary_rule_name(b->rule), "unknown") != 0);
        check_element(d, element, b->span);
        ORACLE(number_of(element, "sentence") == (uint64_t)sentence + 1);
        sentence += b->ends;
    }
    ORACLE(!d->keep_boundaries || sentence == d->sentences.count);
}

static void check_split_json(const lede_document *d, bool with_words) {
    text_buffer t = oracle_report(LEDE_FORMAT_JSON, d, NULL, with_words);
    json_t *root = oracle_json(&t);
    const json_t *file = only_file(root);
    const json_t *sentences = json_object_get(file, "sentences");
    ORACLE(json_array_size(sentences) == d->sentences.count);
    for (size_t i = 0; i < d->sentences.count; i++) {
        check_element(d, json_array_get(sentences, i), d->sentences.items[i].span);
    }
    if (with_words) {
        check_split_words(d, file);
    }
    check_boundaries(d, file);
    check_dropped(d, file);
    json_decref(root);
    text_free(&t);
}

static json_t *read_record(const text_buffer *t) {
    ORACLE(memchr(t->bytes, '\n', t->n) == t->bytes + t->n - 1);
    json_t *root = oracle_json(t);
    ORACLE(strcmp(json_string_value(json_object_get(root, "id")), "A") == 0);
    ORACLE(memcmp(t->bytes, "{\"id\":\"\\u0041\",", 15) == 0);
    return root;
}

static void check_split_record(const lede_document *d) {
    text_buffer t = oracle_report(LEDE_FORMAT_JSON_LINES, d, NULL, 0);
    json_t *root = read_record(&t);
    const json_t *sentences = json_object_get(root, "sentences");
    ORACLE(json_array_size(sentences) == d->sentences.count);
    for (size_t i = 0; i < d->sentences.count; i++) {
        check_text(d, json_array_get(sentences, i), d->sentences.items[i].span);
    }
    json_decref(root);
    text_free(&t);
}

static size_t count_words(const lede_document *d) {
    size_t words = 0;
    for (size_t i = 0; i < d->words.count; i++) {
        words += d->words.items[i].kind != LEDE_WORD_MARK;
    }
    return words;
}

void oracle_split_output(const lede_document *d, bool with_words) {
    text_buffer t = oracle_report(LEDE_FORMAT_LINES, d, NULL, with_words);
    oracle_harmless(&t, with_words);
    ORACLE(count_lines(&t) == (with_words ? count_words(d) : d->sentences.count));
    text_free(&t);
    check_split_json(d, with_words);
    if (!with_words) {
        check_split_record(d);
    }
}

/* ---- summarize --------------------------------------------------------------- */

static lede_span span_of(const lede_document *d, const lede_pick *pick) {
    return d->sentences.items[pick->sentence].span;
}

static void check_next(const lede_document *d, const lede_summary *s,
                       const json_t *file) {
    lede_runner_up next = lede_summary_runner_up(s);
    const json_t *element = json_object_get(file, "next");
    ORACLE((element != NULL) == d->keep_boundaries);
    if (element == NULL || next.pick.sentence == LEDE_NONE) {
        ORACLE(element == NULL || json_is_null(element));
        return;
    }
    check_element(d, element, span_of(d, &next.pick));
    ORACLE(number_of(element, "cost") == next.cost);
    ORACLE(number_of(element, "left") == next.left);
}

static void check_summary_json(const lede_document *d, const lede_summary *s) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    text_buffer t = oracle_report(LEDE_FORMAT_JSON, d, s, 0);
    json_t *root = oracle_json(&t);
    const json_t *file = only_file(root);
    const json_t *summary = json_object_get(file, "summary");
    ORACLE(json_array_size(summary) == count);
    for (size_t i = 0; i < count; i++) {
        const json_t *element = json_array_get(summary, i);
        check_element(d, element, span_of(d, &picks[i]));
        ORACLE(number_of(element, "sentence") == (uint64_t)picks[i].sentence + 1);
        ORACLE(number_of(element, "rank") == picks[i].rank);
        double score = json_number_value(json_object_get(element, "score"));
        ORACLE(score * 4294967296.0 == (double)picks[i].score);
    }
    check_next(d, s, file);
    check_dropped(d, file);
    json_decref(root);
    text_free(&t);
}

static void check_summary_record(const lede_document *d, const lede_summary *s) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    text_buffer t = oracle_report(LEDE_FORMAT_JSON_LINES, d, s, 0);
    json_t *root = read_record(&t);
    const json_t *summary = json_object_get(root, "summary");
    ORACLE(json_array_size(summary) == count);
    for (size_t i = 0; i < count; i++) {
        const json_t *element = json_array_get(summary, i);
        lede_span span = span_of(d, &picks[i]);
        check_text(d, json_object_get(element, "text"), span);
        ORACLE(number_of(element, "begin") == lede_document_place(d, span.begin).offset);
        ORACLE(number_of(element, "end") == lede_document_place(d, span.end).offset);
        ORACLE(number_of(element, "sentence") == (uint64_t)picks[i].sentence + 1);
    }
    json_decref(root);
    text_free(&t);
}

void oracle_summary_output(const lede_document *d, const lede_summary *s) {
    size_t count = 0;
    (void)lede_summary_picks(s, &count);
    text_buffer t = oracle_report(LEDE_FORMAT_TEXT, d, s, 0);
    oracle_harmless(&t, false);
    ORACLE(count_lines(&t) == count);
    text_free(&t);
    check_summary_json(d, s);
    check_summary_record(d, s);
}
