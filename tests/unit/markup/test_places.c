/* SPDX-License-Identifier: MIT */
/* Against a counter that walks the whole text and decodes by table 3-7 of the
 * Unicode Standard, written without a look at ours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/places.h"
#include "unit/markup/markup_support.h"

/* ---- The slow counter ------------------------------------------------------------ */

typedef struct range {
    unsigned char low, high;
} range;

/* What the second byte may be behind a first byte; length in *n. */
static range second_byte(unsigned char c, size_t *n) {
    *n = c < 0x80                 ? 1
         : c >= 0xC2 && c <= 0xDF ? 2
         : c >= 0xE0 && c <= 0xEF ? 3
         : c >= 0xF0 && c <= 0xF4 ? 4
                                  : 0;
    range r = {0x80, 0xBF};
    r.low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    r.high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    return r;
}

/* Bytes of the code point, or of the maximal subpart of a bad one; *whole tells
 * which. */
static size_t sequence(const unsigned char *p, size_t left, bool *whole) {
    size_t n = 0, i = 1;
    range r = second_byte(p[0], &n);
    while (i < n && i < left && p[i] >= r.low && p[i] <= r.high) {
        i++;
        r = (range){0x80, 0xBF};
    }
    *whole = n > 0 && i == n;
    return i;
}

/* The place of every byte; one behind the end as well. */
static lede_place *count_all(const char *bytes, size_t n) {
    const unsigned char *p = (const unsigned char *)bytes;
    lede_place *places = calloc(n + 1, sizeof *places);
    lede_place now = {0, 1, 1, 1};
    assert_non_null(places);
    size_t at = 0;
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        for (; at < 3; at++) {
            now.offset = (uint32_t)at;
            places[at] = now;
        }
    }
    while (at < n) {
        bool whole = false, end = false;
        size_t length = sequence(p + at, n - at, &whole);
        for (size_t i = 0; i < length; i++) {
            now.offset = (uint32_t)(at + i);
            places[at + i] = now;
        }
        end = p[at] == '\n' || (p[at] == '\r' && (at + 1 == n || p[at + 1] != '\n'));
        now.column = end ? 1 : now.column + 1;
        now.utf16_column = end ? 1 : now.utf16_column + (whole && length == 4 ? 2 : 1);
        now.line += end;
        at += length;
    }
    now.offset = (uint32_t)n;
    places[n] = now;
    return places;
}

/* ---- Comparing ------------------------------------------------------------------------
 */

static void same_place(lede_place found, lede_place wanted) {
    if (memcmp(&found, &wanted, sizeof found) != 0) {
        print_error("at byte %u: %u:%u (%u), expected %u:%u (%u)\n", wanted.offset,
                    found.line, found.column, found.utf16_column, wanted.line,
                    wanted.column, wanted.utf16_column);
        fail();
    }
}

static bool begins_sequence(const lede_place *places, size_t at, size_t n) {
    return at == 0 || at == n || places[at].column != places[at - 1].column ||
           places[at].line != places[at - 1].line;
}

/* As far as the cursor skips from here, and that it does where it can. */
static size_t check_skip(place_cursor *c, const lede_place *places, size_t at) {
    size_t n = 0;
    for (size_t i = 1; i <= 18 && at + i <= c->s->size; i++) {
        place_cursor other = *c;
        bool plain = i <= 16 && places[at + i].line == places[at].line && at >= c->s->bom;
        for (size_t k = at; k < at + i; k++) {
            plain &= (unsigned char)c->s->bytes[k] < 0x80;
        }
        assert_int_equal(place_cursor_skip(&other, (uint32_t)(at + i)), plain);
        if (plain) {
            same_place(place_cursor_move(&other, (uint32_t)(at + i)), places[at + i]);
            n = i;
        }
    }
    return n > 0 && place_cursor_skip(c, (uint32_t)(at + n)) ? n - 1 : 0;
}

/* Each `step`-th sequence, so that lines are skipped too. */
static void check_cursor(const source *s, const lede_place *places, size_t step) {
    place_cursor c;
    size_t sequences = 0;
    place_cursor_open(&c, s);
    for (size_t at = 0; at <= s->size; at++) {
        if (begins_sequence(places, at, s->size) && sequences++ % step == 0) {
            same_place(place_cursor_move(&c, (uint32_t)at), places[at]);
            same_place(place_cursor_move(&c, (uint32_t)at), places[at]);
            at += check_skip(&c, places, at);
        }
    }
    same_place(place_cursor_move(&c, UINT32_MAX), places[s->size]);
}

/* inside: bytes in the middle of a code point too. */
static void check(const char *bytes, size_t n, bool inside) {
    sheet s;
    sheet_source(&s, bytes, n);
    lede_place *places = count_all(bytes, n);
    for (size_t at = 0; at <= n; at++) {
        if (inside || begins_sequence(places, at, n)) {
            same_place(place_in_source(&s.source, (uint32_t)at), places[at]);
        }
    }
    for (uint32_t behind = 1; behind < 4; behind++) {
        same_place(place_in_source(&s.source, (uint32_t)n + behind), places[n]);
    }
    same_place(place_in_source(&s.source, UINT32_MAX), places[n]);
    check_cursor(&s.source, places, 1);
    check_cursor(&s.source, places, 3);
    check_cursor(&s.source, places, 50);
    free(places);
    sheet_close(&s);
}

typedef struct sample {
    const char *bytes;
    size_t n;
} sample;

static const sample samples[] = {
    {BYTES("")},
    {BYTES("a")},
    {BYTES("a\nbc\n\nd")},
    {BYTES("a\r\nbc\r\n\r\nd\r\n")},
    {BYTES("a\rbc\r\rd\r")},
    {BYTES("a\nb\rc\r\nd\n\re\r\r\nf")},
    {BYTES("\xEF\xBB\xBF"
           "a\nb")},
    {BYTES("\xEF\xBB\xBF\xEF\xBB\xBF"
           "a\n\xEF\xBB\xBF"
           "b")},
    {BYTES("\xEF\xBB\xBF\xFF"
           "a")},
    {BYTES("x\xF0\x9F\x98\x80y\n\xF0\x9F\x98\x80\xF0\x9F\x98\x80z")},
    {BYTES("e\xCC\x81t\xC3\xA9\n\xCC\x81")},
    {BYTES("\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82\n\xE4\xBB\xAE")},
    {BYTES("a\0b\n\0\0c")},
    {BYTES("a\xE2\x80\xA8"
           "b\xE2\x80\xA9"
           "c\fd\ve\xC2\x85"
           "f")},
    {BYTES("a\x80"
           "b\xC3\nc\xE2\x80\nd\xF0\x9F\x98"
           "e\xED\xA0\x80")},
};

/* What the counter itself says of one text, by hand. */
static void the_counter(void **state) {
    lede_place *p = count_all(BYTES("a\xF0\x9F\x98\x80\xFF"
                                    "b\r\nc"));
    same_place(p[1], (lede_place){1, 1, 2, 2});
    same_place(p[5], (lede_place){5, 1, 3, 4});
    same_place(p[6], (lede_place){6, 1, 4, 5});
    same_place(p[8], (lede_place){8, 1, 6, 7});
    same_place(p[9], (lede_place){9, 2, 1, 1});
    same_place(p[10], (lede_place){10, 2, 2, 2});
    free(p);
}

static void small_texts(void **state) {
    for (size_t i = 0; i < COUNT(samples); i++) {
        check(samples[i].bytes, samples[i].n, false);
    }
}

/* A byte in the middle of a code point stands where the code point does. */
static void inside_of_code_points(void **state) {
    for (size_t i = 0; i < COUNT(samples); i++) {
        check(samples[i].bytes, samples[i].n, true);
    }
}

static void inside_of_random_texts(void **state) {
    static char bytes[3000];
    uint64_t random = 9;
    for (size_t i = 0; i < 6; i++) {
        size_t n = random_source(&random, bytes, sizeof bytes, i % 2 == 1);
        check(bytes, n, true);
    }
}

/* A bad byte at every position. */
static void bad_byte_everywhere(void **state) {
    static const char text[] = "ab\xC3\xA9\r\n\xF0\x9F\x98\x80 c\xE6\xBC\xA2\n";
    for (size_t at = 0; at < sizeof text - 1; at++) {
        for (size_t b = 0; b < 3; b++) {
            char bytes[sizeof text];
            memcpy(bytes, text, sizeof text);
            bytes[at] = "\xFF\x80\xE2"[b];
            check(bytes, sizeof text - 1, false);
        }
    }
}

static void random_texts(void **state) {
    static char bytes[3000];
    uint64_t random = 7;
    for (size_t i = 0; i < 24; i++) {
        size_t n = random_source(&random, bytes, sizeof bytes, i % 2 == 1);
        check(bytes, n, false);
    }
}

/* Lines longer than several strides. */
static void long_lines(void **state) {
    static char bytes[3000];
    uint64_t random = 8;
    for (size_t i = 0; i < 8; i++) {
        size_t n = random_source(&random, bytes, sizeof bytes, i % 2 == 1);
        for (size_t at = 0; at < n; at++) {
            bytes[at] = bytes[at] == '\n' || bytes[at] == '\r' ? '-' : bytes[at];
        }
        check(bytes, n, false);
    }
}

/* ---- Places of the text
 * ------------------------------------------------------------------ */

static void in_text(void **state) {
    sheet s;
    /* text: "a", U+FFFD U+FFFD (two bad bytes), "b", U+FFFD (NUL), LF, "c" */
    sheet_open(&s,
               BYTES("\xEF\xBB\xBF"
                     "a\xFF\xFF"
                     "b\0\nc"),
               LEDE_NEWLINES_HARD);
    assert_int_equal(s.page.size, 1 + 3 + 3 + 1 + 3 + 1 + 1);
    same_place(place_in_text(&s.source, &s.page, 0), (lede_place){3, 1, 1, 1});
    same_place(place_in_text(&s.source, &s.page, 1), (lede_place){4, 1, 2, 2});
    same_place(place_in_text(&s.source, &s.page, 2), (lede_place){4, 1, 2, 2});
    same_place(place_in_text(&s.source, &s.page, 4), (lede_place){5, 1, 3, 3});
    same_place(place_in_text(&s.source, &s.page, 7), (lede_place){6, 1, 4, 4});
    same_place(place_in_text(&s.source, &s.page, 8), (lede_place){7, 1, 5, 5});
    same_place(place_in_text(&s.source, &s.page, 11), (lede_place){8, 1, 6, 6});
    same_place(place_in_text(&s.source, &s.page, 12), (lede_place){9, 2, 1, 1});
    same_place(place_in_text(&s.source, &s.page, 13), (lede_place){10, 2, 2, 2});
    same_place(place_in_text(&s.source, &s.page, 99), (lede_place){10, 2, 2, 2});
    sheet_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_counter),
        cmocka_unit_test(small_texts),
        cmocka_unit_test(inside_of_code_points),
        cmocka_unit_test(inside_of_random_texts),
        cmocka_unit_test(bad_byte_everywhere),
        cmocka_unit_test(random_texts),
        cmocka_unit_test(long_lines),
        cmocka_unit_test(in_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
