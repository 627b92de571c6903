/* SPDX-License-Identifier: MIT */
/* The short way must give what the long way gives. Which one reads a word
 * depends on what lies behind it in the buffer: none of the last bytes of a text
 * are read the short way, so the same text followed by spaces is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/marks.h"
#include "text/plain_words.h"
#include "text/scan.h"
#include "text/words.h"
#include "unit/text/text_support.h"

#include <stdio.h>

#define PAD 32u
#define MARGIN_BYTES 20u /* no word is read the short way within the last */

/* ---- words_read() alone -------------------------------------------------------------
 */

typedef struct reading {
    lede_document d;
    lede_vocabulary vocabulary;
    build b;
    char *bytes;
} reading;

static void reading_start(reading *r, const char *text, size_t n, size_t pad) {
    memset(r, 0, sizeof *r);
    r->bytes = malloc(n + pad > 0 ? n + pad : 1);
    assert_non_null(r->bytes);
    memcpy(r->bytes, text, n);
    memset(r->bytes + n, ' ', pad);
    r->d.allocator = &memory_default;
    r->d.page.text = r->bytes;
    r->d.page.size = (uint32_t)(n + pad);
    r->d.pack = pack_find("en", 2);
    assert_int_equal(vocabulary_init(&r->vocabulary, &memory_default, r->d.pack, 0, 5),
                     LEDE_OK);
    assert_int_equal(build_open(&r->b, &r->d, &r->vocabulary), LEDE_OK);
}

static void reading_open(reading *r, const char *text, size_t n, size_t pad) {
    reading_start(r, text, n, pad);
    assert_int_equal(words_read(&r->b), LEDE_OK);
}

static void reading_close(reading *r) {
    build_close(&r->b);
    vocabulary_release(&r->vocabulary);
    r->d.page.text = NULL;
    document_free(&r->d);
    free(r->bytes);
}

/* ---- Comparing two readings
 * ------------------------------------------------------------ */

static void same_words(const reading *a, const reading *b) {
    assert_int_equal(a->d.words.count, b->d.words.count);
    for (size_t i = 0; i < a->d.words.count; i++) {
        const lede_word *x = &a->d.words.items[i], *y = &b->d.words.items[i];
        assert_int_equal(x->span.begin, y->span.begin);
        assert_int_equal(x->span.end, y->span.end);
        assert_int_equal(x->term, y->term);
        assert_int_equal(x->flags, y->flags);
        assert_int_equal(x->kind, y->kind);
        assert_int_equal(x->mark, y->mark);
    }
}

static void same_terms(const reading *a, const reading *b) {
    assert_int_equal(a->d.terms.count, b->d.terms.count);
    assert_int_equal(a->d.keys.count, b->d.keys.count);
    if (a->d.keys.count > 0) {
        assert_memory_equal(a->d.keys.items, b->d.keys.items, a->d.keys.count);
    }
    for (size_t i = 0; i < a->d.terms.count; i++) {
        const lede_term *x = &a->d.terms.items[i], *y = &b->d.terms.items[i];
        assert_int_equal(x->key.begin, y->key.begin);
        assert_int_equal(x->key.end, y->key.end);
        assert_int_equal(x->flags, y->flags);
        assert_int_equal(x->occurrences, y->occurrences);
        assert_int_equal(x->stops, y->stops);
    }
}

/* "order.T": test_scan.c has the end of the text behind it. */
static bool ends_in_initial(const char *text, size_t n) {
    return n > 1 && text[n - 2] == '.' && text[n - 1] >= 'A' && text[n - 1] <= 'Z';
}

static void compare(const char *text, size_t n) {
    if (ends_in_initial(text, n)) {
        return;
    }
    reading last, padded;
    reading_open(&last, text, n, 0);
    reading_open(&padded, text, n, PAD);
    if (last.d.words.count != padded.d.words.count) {
        fail_msg("\"%.*s\": %zu entries, with spaces behind %zu", (int)n, text,
                 last.d.words.count, padded.d.words.count);
    }
    same_words(&last, &padded);
    same_terms(&last, &padded);
    reading_close(&last);
    reading_close(&padded);
}

/* Texts no longer than the margin go the long way from end to end. */
static void short_texts(void **state) {
    char text[MARGIN_BYTES];
    uint64_t random = 31;
    for (size_t round = 0; round < 20000; round++) {
        size_t n = random_ascii(&random, text, 1 + round % (MARGIN_BYTES - 1));
        compare(text, n);
    }
}

static void long_texts(void **state) {
    char text[400];
    uint64_t random = 32;
    for (size_t round = 0; round < 1500; round++) {
        size_t n = random_ascii(&random, text, 20 + round % 380);
        compare(text, n);
    }
}

/* A joining mark with something above U+007F behind it. */
static void joins_before_high(void **state) {
    static const char *const highs[] = {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x98",
                                        "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D",
                                        "\xE2\x80\xA6", "\xE2\x80\x90", "\xC3\xA9",
                                        "\xC2\xA0",     "\xCC\x81"};
    static const char *const behind[] = {"", " x", "x", "X", "5", ".", "\""};
    static const char joins[] = "'-.,:/&@%";
    for (size_t h = 0; h < COUNT(highs); h++) {
        for (size_t b = 0; b < COUNT(behind); b++) {
            for (size_t j = 0; j < sizeof joins - 1; j++) {
                char text[32];
                int n = snprintf(text, sizeof text, "%s%c%s%s", j % 2 == 0 ? "one" : "A",
                                 joins[j], highs[h], behind[b]);
                compare(text, (size_t)n);
            }
        }
    }
}

/* ---- Every word against scan_word()
 * ------------------------------------------------------- */

/* What words.c makes of a scan, as far as a word of plain letters goes. */
static void check_word(const reading *r, const lede_word *w) {
    scan s = {.text = r->d.page.text, .size = r->d.page.size};
    assert_true(scan_word(&s, w->span.begin));
    assert_int_equal(s.end, w->span.end);
    assert_int_equal(s.kind, w->kind);
    assert_int_equal(s.acronym, (w->flags & LEDE_WORD_ACRONYM) != 0);
    assert_int_equal((s.seen & SEEN_HYPHEN) != 0, (w->flags & LEDE_WORD_COMPOUND) != 0);
    bool upper = (s.seen & BYTE_UPPER) != 0, lower = (s.seen & BYTE_LOWER) != 0;
    lede_span k = r->d.terms.items[w->term].key;
    bool one = k.end - k.begin == 1 && (upper || lower);
    assert_int_equal(one, (w->flags & LEDE_WORD_SINGLE) != 0);
    assert_int_equal(upper && !lower && !one, (w->flags & LEDE_WORD_ALL_UPPER) != 0);
}

static void check_mark(const reading *r, const lede_word *w) {
    scan s = {.text = r->d.page.text, .size = r->d.page.size};
    uint32_t end = 0;
    assert_false(scan_word(&s, w->span.begin));
    mark_kind kind = mark_read(s.text, s.size, w->span.begin, &end);
    assert_int_equal(kind, w->mark);
    assert_int_equal(end > s.end ? end : s.end, w->span.end);
}

static void against_scan(void **state) {
    static char text[4000];
    uint64_t random = 33;
    for (size_t round = 0; round < 60; round++) {
        bool ascii = round % 2 == 0;
        size_t n = ascii ? random_ascii(&random, text, sizeof text)
                         : random_utf8(&random, text, sizeof text);
        reading r;
        reading_open(&r, text, n, 0);
        for (size_t i = 0; i < r.d.words.count; i++) {
            const lede_word *w = &r.d.words.items[i];
            if (w->kind == LEDE_WORD_MARK) {
                check_mark(&r, w);
            } else if (ascii) {
                check_word(&r, w);
            }
        }
        reading_close(&r);
    }
}

/* ---- The function alone
 * ---------------------------------------------------------------------- */

typedef struct run {
    const char *text; /* spaces are put behind it */
    uint32_t at, end; /* end of the last entry; 0: the long way */
    uint32_t entries;
} run;

static void runs(void **state) {
    static const run cases[] = {
        {"the harbour", 0, 11, 2},
        {"the harbour", 4, 11, 1},
        {"the harbour, the quay. And", 0, 26, 7},
        {"one  two", 0, 3, 1},
        {"one\ntwo", 0, 3, 1},
        {"one. two", 0, 8, 3},
        {"one.\ntwo", 0, 4, 2},
        {"one.\" two", 0, 3, 1},
        {"one\" two", 0, 3, 1},
        {"one, don't", 0, 4, 2},
        {"don't", 0, 0, 0},
        {"e-mail", 0, 0, 0},
        {"U.S. x", 0, 0, 0},
        {"one.two", 0, 0, 0},
        {"one_", 0, 0, 0},
        {"one1", 0, 0, 0},
        {"http://", 0, 0, 0},
        {"a@b", 0, 0, 0},
        {"a@ b", 0, 1, 1},
        {"abcdefghijklmnop x", 0, 18, 2},
        {"abcdefghijklmnopq x", 0, 0, 0},
        {"one\xE2\x80\x94two", 0, 3, 1},
        {"one\xE2\x80\x9D two", 0, 3, 1},
        {"one\xE2\x80\x99s", 0, 0, 0},
        {"one,\xE2\x80\x9D two", 0, 3, 1},
        {"one.\xE2\x80\x9D two", 0, 3, 1},
        {"one.\xE2\x80\x99s", 0, 0, 0},
        {"one-\xC3\xA9", 0, 0, 0},
        {"one\xCC\x81", 0, 0, 0},
        {"one\xC2\xA0two", 0, 0, 0},
        {"one,two", 0, 0, 0},
        {"one... two", 0, 0, 0},
        {"one! two", 0, 3, 1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        reading r;
        plain_words p = {cases[i].at, LEDE_NONE, LEDE_WORD_NEWLINE};
        reading_start(&r, cases[i].text, strlen(cases[i].text), PAD);
        assert_true(plain_words_read(&r.b, &p));
        uint32_t end = cases[i].entries > 0 ? cases[i].end : cases[i].at;
        if (p.at != end || r.d.words.count != cases[i].entries) {
            fail_msg("\"%s\": end %u, %zu entries", cases[i].text, (unsigned)p.at,
                     r.d.words.count);
        }
        for (size_t w = 0; w < r.d.words.count; w++) {
            unsigned newline = r.d.words.items[w].flags & LEDE_WORD_NEWLINE;
            assert_int_equal(newline != 0, w == 0);
        }
        reading_close(&r);
    }
}

/* Too near to the end of the text. */
static void margin(void **state) {
    for (size_t pad = 0; pad < PAD; pad++) {
        reading r;
        plain_words p = {0, LEDE_NONE, 0};
        reading_start(&r, "word", 4, pad);
        assert_true(plain_words_read(&r.b, &p));
        assert_int_equal(r.d.words.count, 4 + pad >= MARGIN_BYTES);
        reading_close(&r);
    }
}

/* No word reaches the end of what is plain, and what lies before it is read. */
static void plain_end(void **state) {
    static const char text[] = "one two three four five six seven";
    for (uint32_t end = 0; end <= sizeof text - 1 + PAD; end++) {
        reading r;
        reading_start(&r, text, sizeof text - 1, PAD);
        plain_words p = {0, LEDE_NONE, 0};
        r.b.plain_end = end;
        assert_true(plain_words_read(&r.b, &p));
        assert_true(p.at <= end);
        assert_true(p.at + MARGIN_BYTES + 5 > end || p.at >= sizeof text - 1);
        reading_close(&r);
    }
}

/* The term whose stop was read last goes in and out. */
static void stopped(void **state) {
    reading r;
    plain_words p = {0, LEDE_NONE, 0};
    reading_start(&r, "bldg.  and more", 15, PAD);
    assert_true(plain_words_read(&r.b, &p));
    assert_int_equal(p.at, 5);
    assert_int_equal(p.stopped, term_number(&r.d, "bldg"));
    assert_int_equal(r.d.terms.items[p.stopped].stops, 1);
    assert_int_equal(r.d.terms.items[p.stopped].flags & LEDE_TERM_STOP_LOWER, 0);
    uint32_t bldg = p.stopped;
    p.at = 7;
    assert_true(plain_words_read(&r.b, &p));
    assert_int_equal(p.stopped, LEDE_NONE);
    assert_true((r.d.terms.items[bldg].flags & LEDE_TERM_STOP_LOWER) != 0);
    reading_close(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_texts),
        cmocka_unit_test(long_texts),
        cmocka_unit_test(joins_before_high),
        cmocka_unit_test(against_scan),
        cmocka_unit_test(runs),
        cmocka_unit_test(margin),
        cmocka_unit_test(plain_end),
        cmocka_unit_test(stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
