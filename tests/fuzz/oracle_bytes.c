/* SPDX-License-Identifier: MIT */
/* What the library does with bytes that are no document. */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"

void oracle_visible(oracle_input in) {
    text_buffer t = {0};
    ORACLE(lede_write_visible(oracle_sink(&t), in.bytes, in.n) == LEDE_OK);
    ORACLE(t.n == 0 || memchr(t.bytes, '\n', t.n) == NULL);
    text_put(&t, "\n");
    oracle_harmless(&t, false);
    text_free(&t);
}

/* A segment ends behind a whole code point or bad sequence. */
static void check_segment(oracle_input in, size_t at, size_t end) {
    ORACLE(end > at && end <= in.n);
    while (at < end) {
        at += reference_decode(in.bytes + at, in.n - at).bytes;
    }
    ORACLE(at == end);
}

static void check_report(oracle_input in, int with_words, size_t segments) {
    text_buffer t = {0};
    lede_report report;
    ORACLE(lede_report_begin(&report, LEDE_FORMAT_JSON, oracle_sink(&t)) == LEDE_OK);
    ORACLE(lede_report_uax29(&report, "a", in.bytes, in.n, with_words) == LEDE_OK);
    ORACLE(lede_report_end(&report) == LEDE_OK);
    json_t *root = oracle_json(&t);
    const json_t *file = json_array_get(json_object_get(root, "files"), 0);
    ORACLE(json_array_size(json_object_get(file, "segments")) == segments);
    json_decref(root);
    text_free(&t);
}

void oracle_segments(oracle_input in) {
    size_t words = 0, sentences = 0;
    for (size_t at = 0, end = 0; at < in.n; at = end, words++) {
        end = lede_uax29_word_end(in.bytes, in.n, at);
        check_segment(in, at, end);
    }
    for (size_t at = 0, end = 0; at < in.n; at = end, sentences++) {
        end = lede_uax29_sentence_end(in.bytes, in.n, at);
        check_segment(in, at, end);
    }
    ORACLE(lede_uax29_word_end(in.bytes, in.n, in.n) == in.n);
    ORACLE(lede_uax29_sentence_end(in.bytes, in.n, in.n) == in.n);
    check_report(in, 1, words);
    check_report(in, 0, sentences);
}
