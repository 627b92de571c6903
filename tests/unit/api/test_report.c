/* SPDX-License-Identifier: MIT */
/* The public report functions: bytes, arguments, sinks that refuse. */
#include "../render/sample.h"

#include <lede/lede.h>

/* An ad label, then two sentences in one block: an emoji (two UTF-16 units) in
 * the first, a line end in the second. */
static const char article[] = "ADVERTISEMENT\n\nHi \xF0\x9F\x91\x8B. Say\n\"no\".";

#define PLACE_AD                                                                         \
    "\"begin\":0,\"end\":13,\"line\":1,\"column\":1,\"utf16_column\":1,\"end_line\":1,"  \
    "\"end_column\":14,\"end_utf16_column\":14"
#define PLACE_HI                                                                         \
    "\"begin\":15,\"end\":23,\"line\":3,\"column\":1,\"utf16_column\":1,\"end_line\":3," \
    "\"end_column\":6,\"end_utf16_column\":7"
#define PLACE_SAY                                                                        \
    "\"begin\":24,\"end\":33,\"line\":3,\"column\":7,\"utf16_column\":8,\"end_line\":4," \
    "\"end_column\":6,\"end_utf16_column\":6"
#define DROPPED                                                                          \
    "\"dropped\":[{\"rule\":\"ad-label\"," PLACE_AD ",\"text\":\"ADVERTISEMENT\"}]"
#define LANGUAGE                                                                         \
    "\"language\":\"en\",\"language_known\":true,\"language_confidence\":97,"            \
    "\"hard_wrapped\":true"

static void open_article(sample *s) {
    lede_document *d = &s->document;
    sample_open(s, article);
    sample_block(s, "ADVERTISEMENT", LEDE_BLOCK_PROSE);
    sample_sentence(s, "ADVERTISEMENT", LEDE_END_BLOCK);
    sample_block(s, "Hi \xF0\x9F\x91\x8B. Say\n\"no\".", LEDE_BLOCK_PROSE);
    sample_sentence(s, "Hi \xF0\x9F\x91\x8B.", LEDE_END_FULL_STOP);
    sample_word(s, "Hi", LEDE_WORD_WORD);
    sample_word(s, "\xF0\x9F\x91\x8B", LEDE_WORD_MARK);
    sample_sentence(s, "Say\n\"no\".", LEDE_END_STARTER);
    lede_ledger_entry entry = {.span = {0, 13}, .rule = LEDE_RULE_AD_LABEL};
    SAMPLE_PUSH(&d->ledger, entry);
    d->facts.hard_wrapped = 1;
    d->facts.body_sentences = 2;
    d->facts.set_aside_words = 1;
    d->facts.words = 3;
    sample_pick(s, 2, 1);
    s->summary.picks.items[0].score = 3 * (INT64_C(1) << 30);
    s->summary.picks.items[0].parts[LEDE_PART_WEIGHT] = INT64_C(1) << 32;
    s->summary.picks.items[0].parts[LEDE_PART_REDUNDANCY] = -(INT64_C(1) << 30);
    s->summary.facts.eligible = 2;
    s->summary.facts.distinct = 2;
    s->summary.facts.sentences = 1;
    s->summary.facts.words = 2;
    s->summary.facts.chars = 9;
}

/* ---- What is written -------------------------------------------------------- */

static void test_no_files(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k)), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect_report(&k, "files",
                       "\n],\"totals\":{\"files\":0,\"done\":0,\"failed\":0,"
                       "\"not_scored\":0}}\n");
}

static void test_summary_json(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    sample s;
    open_article(&s);
    (void)lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k));
    assert_int_equal(lede_report_summary(&r, "a.txt", &s.document, &s.summary), LEDE_OK);
    (void)lede_report_end(&r);
    kept_expect_report(
        &k, "files",
        "\n{\"path\":\"a.txt\",\"state\":\"done\"," LANGUAGE
        ",\"sentences\":3,\"body_sentences\":2,\"headings\":0,\"words\":3,\"set_aside_"
        "words\":1,\"method\":\"auto\",\"learnt\":false,"
        "\"source\":\"prose\",\"eligible\":2,\"distinct\":2,\"over_budget\":false,"
        "\"chosen\":{\"sentences\":1,\"words\":2,\"chars\":9},\"summary\":["
        "{\"text\":\"Say\\n\\\"no\\\".\",\"sentence\":3," PLACE_SAY
        ",\"rank\":1,\"score\":0.75,\"parts\":{\"centrality\":0,\"forward\":0,"
        "\"weight\":1,\"position\":0,\"title\":0,\"query\":0,\"length\":0,"
        "\"novelty\":0,\"form\":0,\"redundancy\":-0.25}}]," DROPPED
        "}\n],\"totals\":{\"files\":1,\"done\":1,\"failed\":0,\"not_scored\":0}}\n");
    sample_close(&s);
}

static void test_split_json(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    sample s;
    open_article(&s);
    (void)lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k));
    assert_int_equal(lede_report_split(&r, "a.txt", &s.document, 1), LEDE_OK);
    (void)lede_report_end(&r);
    kept_expect_report(
        &k, "files",
        "\n{\"path\":\"a.txt\",\"state\":\"done\"," LANGUAGE ",\"sentences\":["
        "{\"text\":\"ADVERTISEMENT\"," PLACE_AD
        ",\"block\":0,\"kind\":\"prose\",\"ended_by\":\"block\"},"
        "{\"text\":\"Hi \xF0\x9F\x91\x8B.\"," PLACE_HI
        ",\"block\":1,\"kind\":\"prose\",\"ended_by\":\"full-stop\"},"
        "{\"text\":\"Say\\n\\\"no\\\".\"," PLACE_SAY
        ",\"block\":1,\"kind\":\"prose\",\"ended_by\":\"starter\"}],"
        "\"words\":[{\"text\":\"Hi\",\"begin\":15,\"end\":17,\"line\":3,\"column\":1,"
        "\"utf16_column\":1,\"end_line\":3,\"end_column\":3,\"end_utf16_column\":3,"
        "\"kind\":\"word\"}]," DROPPED
        "}\n],\"totals\":{\"files\":1,\"done\":1,\"failed\":0,\"not_scored\":0}}\n");
    sample_close(&s);
}

static void test_bad_bytes(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    sample s;
    sample_open(&s, "");
    s.document.facts.language_known = 0;
    s.document.facts.language_confidence = 0;
    memcpy(s.document.facts.language, "und", 4);
    s.document.facts.bad_bytes = 2;
    s.document.facts.nul_bytes = 1;
    s.document.facts.first_bad = (lede_place){7, 2, 3, 4};
    (void)lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k));
    kept_free(&k);
    assert_int_equal(lede_report_split(&r, "", &s.document, 0), LEDE_OK);
    kept_expect(&k, "\n{\"path\":\"\",\"state\":\"done\",\"language\":\"und\","
                    "\"language_known\":false,\"language_confidence\":0,"
                    "\"hard_wrapped\":false,\"sentences\":[],"
                    "\"dropped\":[],\"bad_bytes\":{\"count\":3,\"first\":{\"offset\":7,"
                    "\"line\":2,\"column\":3}}}");
    sample_close(&s);
}

static void test_files_without_result(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    lede_error missing = {.status = LEDE_BAD_DATA, .text = "cannot be \"opened\""};
    lede_error broken = {LEDE_BAD_ENCODING, 3, 40, 5, "not UTF-8"};
    lede_error full = {.status = LEDE_INTERNAL};
    memset(full.text, 'x', sizeof full.text); /* no NUL at all */
    (void)lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k));
    kept_free(&k);
    assert_int_equal(lede_report_failure(&r, "caf\xE9", &missing), LEDE_OK);
    kept_expect(&k, "\n{\"path\":\"caf\xEF\xBF\xBD\",\"state\":\"failed\",\"error\":"
                    "{\"code\":\"bad-data\",\"message\":\"cannot be \\\"opened\\\"\"}}");
    assert_int_equal(lede_report_failure(&r, "b", &broken), LEDE_OK);
    kept_expect(&k, ",\n{\"path\":\"b\",\"state\":\"failed\",\"error\":"
                    "{\"code\":\"bad-encoding\",\"message\":\"not UTF-8\",\"offset\":40,"
                    "\"line\":3,\"column\":5}}");
    assert_int_equal(lede_report_failure(&r, "c", &full), LEDE_OK);
    kept_free(&k);
    assert_int_equal(lede_report_not_scored(&r, "d", "no text"), LEDE_OK);
    kept_expect(&k,
                ",\n{\"path\":\"d\",\"state\":\"not_scored\",\"reason\":\"no text\"}");
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect(
        &k, "\n],\"totals\":{\"files\":4,\"done\":0,\"failed\":3,\"not_scored\":1}}\n");
}

static void test_uax29(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    (void)lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k));
    kept_free(&k);
    assert_int_equal(lede_report_uax29(&r, "w", "Hi \xFF.", 5, 1), LEDE_OK);
    kept_expect(&k, "\n{\"path\":\"w\",\"state\":\"done\",\"segments\":["
                    "{\"text\":\"Hi\",\"begin\":0,\"end\":2},"
                    "{\"text\":\" \",\"begin\":2,\"end\":3},"
                    "{\"text\":\"\xEF\xBF\xBD\",\"begin\":3,\"end\":4},"
                    "{\"text\":\".\",\"begin\":4,\"end\":5}]}");
    assert_int_equal(lede_report_uax29(&r, "s", "One. Two.", 9, 0), LEDE_OK);
    kept_expect(&k, ",\n{\"path\":\"s\",\"state\":\"done\",\"segments\":["
                    "{\"text\":\"One. \",\"begin\":0,\"end\":5},"
                    "{\"text\":\"Two.\",\"begin\":5,\"end\":9}]}");
    assert_int_equal(lede_report_uax29(&r, "e", NULL, 0, 0), LEDE_OK);
    kept_expect(&k, ",\n{\"path\":\"e\",\"state\":\"done\",\"segments\":[]}");
}

static void test_lines_of_several_files(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    lede_error error = {.status = LEDE_BAD_DATA};
    sample s;
    open_article(&s);
    (void)lede_report_begin(&r, LEDE_FORMAT_TEXT, kept_sink(&k));
    (void)lede_report_failure(&r, "missing", &error);
    (void)lede_report_not_scored(&r, "empty", "no text");
    (void)lede_report_summary(&r, "a", &s.document, &s.summary);
    (void)lede_report_summary(&r, "b", &s.document, &s.summary);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect(&k, "Say \"no\".\n\nSay \"no\".\n");
    assert_int_equal(r.files, 4);
    assert_int_equal(r.done, 2);
    (void)lede_report_begin(&r, LEDE_FORMAT_LINES, kept_sink(&k));
    (void)lede_report_split(&r, "a", &s.document, 0);
    (void)lede_report_split(&r, "a", &s.document, 1);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect(&k, "ADVERTISEMENT\n\nHi \xF0\x9F\x91\x8B.\nSay \"no\".\n\nword\tHi\n");
    sample_close(&s);
}

static void test_languages_and_visible(void **state) {
    (void)state;
    kept k = {0};
    assert_int_equal(lede_report_languages(LEDE_FORMAT_JSON, kept_sink(&k)), LEDE_OK);
    assert_non_null(strstr(k.bytes, "\"languages\":["));
    kept_free(&k);
    assert_int_equal(lede_report_languages(LEDE_FORMAT_TEXT, kept_sink(&k)), LEDE_OK);
    assert_non_null(strstr(k.bytes, "stemmer"));
    kept_free(&k);
    assert_int_equal(lede_write_visible(kept_sink(&k), "a\x1b\n\xFF", 4), LEDE_OK);
    kept_expect(&k, "a\\x1b \\xff");
    assert_int_equal(lede_write_visible(kept_sink(&k), NULL, 0), LEDE_OK);
    assert_int_equal(k.writes, 0);
}

/* ---- Arguments -------------------------------------------------------------- */

static void test_begin_refuses(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    lede_sink none = {NULL, NULL};
    assert_int_equal(lede_report_begin(NULL, LEDE_FORMAT_JSON, kept_sink(&k)),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_JSON, none),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_end(&r), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_begin(&r, (lede_format)9, kept_sink(&k)),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_end(&r), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_end(NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_languages(LEDE_FORMAT_LINES, kept_sink(&k)),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_languages(LEDE_FORMAT_JSON, none),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_write_visible(none, "a", 1), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_write_visible(kept_sink(&k), NULL, 1), LEDE_INVALID_ARGUMENT);
    assert_int_equal(k.writes, 0);
}

static void expect_refused_formats(sample *s, lede_format format) {
    kept k = {0};
    lede_report r;
    (void)lede_report_begin(&r, format, kept_sink(&k));
    if (format == LEDE_FORMAT_LINES) {
        assert_int_equal(lede_report_summary(&r, "a", &s->document, &s->summary),
                         LEDE_INVALID_ARGUMENT);
    } else {
        assert_int_equal(lede_report_split(&r, "a", &s->document, 0),
                         LEDE_INVALID_ARGUMENT);
    }
    assert_int_equal(lede_report_uax29(&r, "a", "a", 1, 0), LEDE_INVALID_ARGUMENT);
    assert_int_equal(k.writes, 0);
}

/* A call with bad arguments writes nothing, counts nothing and harms nothing. */
static void test_files_refuse(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    lede_error error = {.status = LEDE_BAD_DATA};
    sample s;
    open_article(&s);
    expect_refused_formats(&s, LEDE_FORMAT_LINES);
    expect_refused_formats(&s, LEDE_FORMAT_TEXT);
    (void)lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k));
    kept_free(&k);
    const lede_status wanted = LEDE_INVALID_ARGUMENT;
    assert_int_equal(lede_report_summary(NULL, "a", &s.document, &s.summary), wanted);
    assert_int_equal(lede_report_summary(&r, NULL, &s.document, &s.summary), wanted);
    assert_int_equal(lede_report_summary(&r, "a", NULL, &s.summary), wanted);
    assert_int_equal(lede_report_summary(&r, "a", &s.document, NULL), wanted);
    assert_int_equal(lede_report_split(&r, "a", NULL, 0), wanted);
    assert_int_equal(lede_report_failure(&r, "a", NULL), wanted);
    assert_int_equal(lede_report_failure(&r, NULL, &error), wanted);
    assert_int_equal(lede_report_not_scored(&r, "a", NULL), wanted);
    assert_int_equal(lede_report_uax29(&r, "a", NULL, 1, 0), wanted);
    s.summary.picks.items[0].sentence = 3; /* the document has three, 0 to 2 */
    assert_int_equal(lede_report_summary(&r, "a", &s.document, &s.summary), wanted);
    assert_int_equal(k.writes, 0);
    assert_int_equal(r.files, 0);
    assert_int_equal(lede_report_not_scored(&r, "a", "no text"), LEDE_OK);
    kept_free(&k);
    sample_close(&s);
}

/* ---- A sink that refuses ------------------------------------------------------ */

static lede_status write_all(kept *k, const sample *s, lede_report *r) {
    lede_error error = {.status = LEDE_BAD_DATA};
    (void)lede_report_begin(r, LEDE_FORMAT_JSON, kept_sink(k));
    (void)lede_report_summary(r, "a", &s->document, &s->summary);
    (void)lede_report_split(r, "b", &s->document, 1);
    (void)lede_report_failure(r, "c", &error);
    (void)lede_report_not_scored(r, "d", "no text");
    (void)lede_report_uax29(r, "e", article, sizeof article - 1, 1);
    return lede_report_end(r);
}

static void test_refused_at_every_write(void **state) {
    (void)state;
    kept k = {0};
    lede_report r;
    sample s;
    open_article(&s);
    assert_int_equal(write_all(&k, &s, &r), LEDE_OK);
    size_t writes = k.writes;
    assert_true(writes >= 7);
    kept_free(&k);
    for (size_t at = 1; at <= writes; at++) {
        k.refuse_at = at;
        assert_int_equal(write_all(&k, &s, &r), LEDE_WRITE_FAILED);
        assert_int_equal(k.writes, at);
        kept_free(&k);
    }
    sample_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_files),
        cmocka_unit_test(test_summary_json),
        cmocka_unit_test(test_split_json),
        cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_files_without_result),
        cmocka_unit_test(test_uax29),
        cmocka_unit_test(test_lines_of_several_files),
        cmocka_unit_test(test_languages_and_visible),
        cmocka_unit_test(test_begin_refuses),
        cmocka_unit_test(test_files_refuse),
        cmocka_unit_test(test_refused_at_every_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
