/* SPDX-License-Identifier: MIT */
/*
 * Bad sequences at every place of a good text: the document is what a slow
 * decoder makes of the bytes, by the table of well-formed sequences of the
 * Unicode Standard (version 15.0, table 3-7), one replacement per maximal subpart.
 */
#include "support/texts.h"
#include "unicode/utf8.h"
#include "unit/render/sample.h"

#include <stdbool.h>

static const char good[] =
    "The Harbour\n\nOona Trelawn\xE2\x80\x99s caf\xC3\xA9 closed at 9 p.m. "
    "\xE2\x80\x9CWhy "
    "not?\xE2\x80\x9D she said \xF0\x9F\x98\x80 and left.\r\nTwo na\xC3\xAFve captains\r"
    "came by. \xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82 Nobody at St. Brannock Quay knew "
    "them; "
    "e.g. Mr. Pengelly \xE2\x80\x94 a biologist \xE2\x80\x94 was asleep.\n\n- a lamp\n- "
    "a "
    "well-known \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 rope\xE2\x80\xA6\n\nThe "
    "wall "
    "at https://a.example/\xC3\xA9 is 4,5 m high.";

/* ---- The slow decoder
 * ------------------------------------------------------------------ */

typedef struct row {
    unsigned lead_low, lead_high, next_low, next_high, bytes;
} row;

static const row table[] = {
    {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

/* How many bytes belong together; *bad when they are no code point. */
static size_t take(const unsigned char *p, size_t n, bool *bad) {
    *bad = true;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const row *r = &table[i];
        if (p[0] < r->lead_low || p[0] > r->lead_high) {
            continue;
        }
        size_t taken = 1;
        while (taken < r->bytes && taken < n &&
               p[taken] >= (taken == 1 ? r->next_low : 0x80) &&
               p[taken] <= (taken == 1 ? r->next_high : 0xBF)) {
            taken++;
        }
        *bad = taken < r->bytes;
        return taken;
    }
    return 1;
}

typedef struct decoded {
    char text[2048];
    size_t size;
    uint64_t bad, nul;
    lede_place first; /* line 0: none */
} decoded;

static void note(decoded *d, lede_place at) {
    if (d->first.line == 0) {
        d->first = at;
    }
}

static void decode(decoded *d, const unsigned char *p, size_t n) {
    static const char mark[] = "\xEF\xBB\xBF";
    lede_place at = {0, 1, 1, 1};
    *d = (decoded){.size = 0};
    if (n >= 3 && memcmp(p, mark, 3) == 0) {
        at.offset = 3;
    }
    while (at.offset < n) {
        bool bad = false;
        const unsigned char *c = p + at.offset;
        size_t bytes = take(c, n - at.offset, &bad);
        bool nul = c[0] == 0;
        d->bad += bad;
        d->nul += nul;
        if (bad || nul) {
            note(d, at);
        }
        size_t shown = bad || nul ? 3 : bytes;
        memcpy(d->text + d->size, bad || nul ? (const void *)"\xEF\xBF\xBD" : c, shown);
        d->size += shown;
        at.offset += (uint32_t)bytes;
        bool ends = c[0] == '\n' || (c[0] == '\r' && !(at.offset < n && c[1] == '\n'));
        at.line += ends;
        at.column = ends ? 1 : at.column + 1;
        at.utf16_column = ends ? 1 : at.utf16_column + (!bad && bytes == 4 ? 2 : 1);
    }
}

/* ---- One text -------------------------------------------------------------------------
 */

static void expect_place(lede_place at, lede_place wanted) {
    assert_int_equal(at.offset, wanted.offset);
    assert_int_equal(at.line, wanted.line);
    assert_int_equal(at.column, wanted.column);
    assert_int_equal(at.utf16_column, wanted.utf16_column);
}

static void expect_strict(const text_buffer *t, const decoded *wanted) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_error error;
    char text[64];
    o.strict = 1;
    lede_status status = lede_document_create(t->bytes, t->n, &o, &d, &error);
    if (wanted->first.line == 0) {
        assert_int_equal(status, LEDE_OK);
        lede_document_free(d);
        return;
    }
    assert_int_equal(status, LEDE_BAD_ENCODING);
    assert_null(d);
    assert_int_equal(error.status, LEDE_BAD_ENCODING);
    assert_int_equal(error.offset, wanted->first.offset);
    assert_int_equal(error.line, wanted->first.line);
    assert_int_equal(error.column, wanted->first.column);
    bool nul = t->bytes[error.offset] == '\0';
    snprintf(text, sizeof text, "%s at byte %u", nul ? "NUL byte" : "not valid UTF-8",
             (unsigned)error.offset);
    assert_string_equal(error.text, text);
}

static void expect_summary(const lede_document *d) {
    lede_summary *s = NULL;
    kept k = {0};
    lede_report r;
    assert_int_equal(lede_summary_create(d, NULL, &s, NULL), LEDE_OK);
    assert_true(lede_summary_measure(s).sentences > 0);
    (void)lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k));
    assert_int_equal(lede_report_summary(&r, "a", d, s), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_free(&k);
    lede_summary_free(s);
}

/* Every number is one, and the report holds no other byte than good ones. */
static void expect_metrics(const lede_document *d) {
    lede_metrics_options o = LEDE_METRICS_OPTIONS_INIT;
    lede_metrics *m = NULL;
    kept k = {0};
    lede_report r;
    o.unit = LEDE_UNIT_SENTENCE;
    o.keep_hits = 1;
    assert_int_equal(lede_metrics_create(d, &o, &m, NULL), LEDE_OK);
    const lede_counts *c = lede_metrics_counts(m);
    assert_true(c->types <= c->words && (c->words == 0) == (c->sentences == 0));
    for (size_t i = 0; lede_formula_at(i) != NULL; i++) {
        lede_value v = lede_metrics_value(m, i);
        assert_true(v.value - v.value == 0 &&
                    (v.status == LEDE_VALUE_OK || v.value == 0));
    }
    (void)lede_report_begin(&r, LEDE_FORMAT_TEXT, kept_sink(&k));
    r.explain = r.score.all = 1;
    assert_int_equal(lede_report_score(&r, "a", d, m), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    assert_int_equal(utf8_valid_prefix(k.bytes, k.size), k.size);
    kept_free(&k);
    lede_metrics_free(m);
}

/* Reads the text, which is freed. */
static void check(text_buffer t) {
    decoded wanted;
    lede_document *d = NULL;
    size_t size = 0;
    text_fit(&t);
    decode(&wanted, (const unsigned char *)t.bytes, t.n);
    assert_int_equal(lede_document_create(t.bytes, t.n, NULL, &d, NULL), LEDE_OK);
    const char *text = lede_document_text(d, &size);
    assert_int_equal(size, wanted.size);
    assert_memory_equal(text, wanted.text, size);
    lede_document_facts facts = lede_document_measure(d);
    assert_int_equal(facts.bad_bytes, wanted.bad);
    assert_int_equal(facts.nul_bytes, wanted.nul);
    expect_place(facts.first_bad, wanted.first);
    expect_summary(d);
    expect_metrics(d);
    lede_document_free(d);
    expect_strict(&t, &wanted);
    text_free(&t);
}

/* ---- Every place
 * ------------------------------------------------------------------------ */

typedef struct sequence {
    const char *bytes;
    size_t n;
} sequence;

#define BYTES(text)                                                                      \
    { text, sizeof text - 1 }

static const sequence bad[] = {
    BYTES("\x80"),             /* a lone continuation byte */
    BYTES("\xBF\x80\xBF"),     /* several */
    BYTES("\xC0\x80"),         /* overlong */
    BYTES("\xC1\xBF"),         /* overlong */
    BYTES("\xE0\x80\x80"),     /* overlong */
    BYTES("\xE0\x9F\xBF"),     /* overlong */
    BYTES("\xF0\x80\x80\x80"), /* overlong */
    BYTES("\xF0\x8F\xBF\xBF"), /* overlong */
    BYTES("\xED\xA0\x80"),     /* surrogates */
    BYTES("\xED\xBF\xBF"),     /* */
    BYTES("\xED\xA0\xBD\xED\xB8\x80"),
    BYTES("\xF4\x90\x80\x80"), /* beyond U+10FFFF */
    BYTES("\xF5\x80\x80\x80"), /* */
    BYTES("\xFB\xBF\xBF\xBF\xBF"),
    BYTES("\xC3"),         /* cut short */
    BYTES("\xE2"),         /* */
    BYTES("\xE2\x80"),     /* */
    BYTES("\xF0"),         /* */
    BYTES("\xF0\x9F"),     /* */
    BYTES("\xF0\x9F\x98"), /* */
    BYTES("\xFE"),         /* never */
    BYTES("\xFF"),         /* */
    BYTES("\0"),           /* NUL */
    BYTES("a\0\xFF\0"),    /* */
};

static void insert_everywhere(const char *text, size_t n) {
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        for (size_t at = 0; at <= n; at++) {
            text_buffer t = {0};
            text_add(&t, text, at);
            text_add(&t, bad[i].bytes, bad[i].n);
            text_add(&t, text + at, n - at);
            check(t);
        }
    }
}

static void test_inserted(void **state) {
    insert_everywhere(good, sizeof good - 1);
}

/* Also into and around a byte-order mark. */
static void test_inserted_near_a_mark(void **state) {
    static const char marked[] = "\xEF\xBB\xBF"
                                 "A \xEF\xBB\xBF boat came.\r\n\nOne left.";
    insert_everywhere(marked, sizeof marked - 1);
}

/* Cut anywhere. */
static void test_cut(void **state) {
    for (size_t n = 20; n < sizeof good; n++) {
        text_buffer t = {0};
        text_add(&t, good, n);
        check(t);
    }
}

/* Every pair of bytes, and every byte between good ones. */
static void test_all_pairs(void **state) {
    for (unsigned a = 0; a < 256; a++) {
        text_buffer t = {0};
        text_put(&t, "Boats came. ");
        for (unsigned b = 0x70; b < 256; b++) {
            char pair[] = {(char)a, (char)b, 'x'};
            text_add(&t, pair, b % 2 == 0 ? 2 : 3);
        }
        check(t);
    }
}

/* More than one place to look from when a column is counted. */
static void test_far_into_a_line(void **state) {
    for (size_t before = 200; before < 440; before += 3) {
        text_buffer t = {0};
        text_put(&t, "One.\n");
        while (t.n < before) {
            text_put(&t, before % 2 == 0 ? "\xF0\x9F\x98\x80 " : "\xC3\xA9 a");
        }
        text_put(&t, "\xE2\x80 end.");
        check(t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inserted),
        cmocka_unit_test(test_inserted_near_a_mark),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_all_pairs),
        cmocka_unit_test(test_far_into_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
