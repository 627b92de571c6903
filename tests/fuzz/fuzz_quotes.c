/* SPDX-License-Identifier: MIT */
/* Bytes -> a summary and two sources, and what is verbatim of it. First bytes: language,
 * newlines, what is looked for, least words, the allocation that fails; the texts stand
 * between bytes of 0x01. */
#include "fuzz/oracle.h"

#include <string.h>

typedef struct run {
    lede_document_options read;
    lede_quotes_options find;
    size_t fail_at;
    oracle_input texts[1 + ORACLE_SOURCES];
    lede_document *documents[1 + ORACLE_SOURCES];
} run;

/* Up to the next byte of 0x01, which is left out. */
static oracle_input take_text(oracle_input *in) {
    const char *end = in->n > 0 ? memchr(in->bytes, 1, in->n) : NULL;
    size_t n = end != NULL ? (size_t)(end - in->bytes) : in->n;
    oracle_input text = oracle_take_bytes(in, n);
    (void)oracle_take_bytes(in, 1);
    return text;
}

static run read_options(const uint8_t *bytes, size_t n) {
    oracle_input in = {(const char *)bytes, n};
    run r = {LEDE_DOCUMENT_OPTIONS_INIT, LEDE_QUOTES_OPTIONS_INIT, 0, {{0}}, {0}};
    r.read.language = oracle_take_language(&in);
    r.read.newlines = (lede_newlines)oracle_take(&in, LEDE_NEWLINES_HARD + 1);
    r.read.no_stems = 1;
    r.find.what = (lede_quotes_what)oracle_take(&in, LEDE_QUOTES_RUNS + 1);
    unsigned flags = oracle_take(&in, 4);
    r.find.headings = (flags & 1u) != 0;
    r.find.exact = (flags & 2u) != 0;
    r.find.min_words = oracle_take(&in, 4);
    r.fail_at = oracle_take(&in, 256);
    for (size_t i = 0; i < 1 + ORACLE_SOURCES; i++) {
        r.texts[i] = take_text(&in);
    }
    return r;
}

static bool open_documents(run *r) {
    bool fine = true;
    for (size_t i = 0; i < 1 + ORACLE_SOURCES; i++) {
        fine = lede_document_create(r->texts[i].bytes, r->texts[i].n, &r->read,
                                    &r->documents[i], NULL) == LEDE_OK &&
               fine;
    }
    return fine;
}

static lede_quotes *find(const run *r) {
    const lede_document *sources[ORACLE_SOURCES];
    lede_quotes *q = NULL;
    for (size_t i = 0; i < ORACLE_SOURCES; i++) {
        sources[i] = r->documents[1 + i];
    }
    lede_status status =
        lede_quotes_create(r->documents[0], sources, ORACLE_SOURCES, &r->find, &q, NULL);
    ORACLE((q != NULL) == (status == LEDE_OK));
    ORACLE(status == LEDE_OK || (status == LEDE_NO_MEMORY && r->find.allocator != NULL));
    return q;
}

/* Other hashes and other memory say the same; with too little of it nothing stays. */
static void repeat(run r, const lede_quotes *first) {
    counting memory;
    counting_init(&memory, NEVER);
    r.find.hash_seed = UINT64_C(0x9E3779B97F4A7C15) * (r.fail_at + 1);
    r.find.allocator = &memory.allocator;
    lede_quotes *q = find(&r);
    ORACLE(q != NULL);
    oracle_same_quotes(first, q);
    lede_quotes_free(q);
    oracle_nothing_left(&memory);
    if (r.fail_at > 0) {
        counting_init(&memory, r.fail_at);
        lede_quotes_free(find(&r));
        oracle_nothing_left(&memory);
    }
}

static void write(const lede_quotes *q, lede_format format) {
    static const char *const paths[ORACLE_SOURCES] = {"a", "b"};
    text_buffer t = {0};
    lede_report report;
    ORACLE(lede_report_begin(&report, format, oracle_sink(&t)) == LEDE_OK);
    ORACLE(lede_report_quotes(&report, "s", q, paths, ORACLE_SOURCES) == LEDE_OK);
    ORACLE(lede_report_end(&report) == LEDE_OK);
    oracle_harmless(&t, false);
    if (format == LEDE_FORMAT_JSON) {
        json_decref(oracle_json(&t));
    }
    text_free(&t);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    run r = read_options(bytes, n);
    if (open_documents(&r)) {
        lede_quotes *q = find(&r);
        oracle_quotes(q);
        repeat(r, q);
        write(q, LEDE_FORMAT_TEXT);
        write(q, LEDE_FORMAT_JSON);
        lede_quotes_free(q);
    }
    for (size_t i = 0; i < 1 + ORACLE_SOURCES; i++) {
        lede_document_free(r.documents[i]);
    }
    return 0;
}
