/* SPDX-License-Identifier: MIT */
/* Against all sequences of all lengths, each compared with every other. */
#include "repeat/sequences.h"

#include "support/drying.h"
#include "support/meter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MOST 64u
#define FOUND_MOST 2048u

/* ---- The judge ------------------------------------------------------------------- */

/* A sequence that is there twice and complete at both edges. */
typedef struct judged {
    uint32_t place; /* the first */
    uint32_t length;
    uint32_t places; /* all of them */
    uint32_t count;  /* without overlap */
} judged;

typedef struct judge {
    const uint32_t *items;
    uint32_t count;
    const uint8_t *classes;
    judged found[FOUND_MOST];
    size_t found_count;
} judge;

static bool is_there(const judge *j, uint32_t place, uint32_t other, uint32_t length) {
    return other + length <= j->count &&
           memcmp(j->items + place, j->items + other, length * sizeof *j->items) == 0;
}

static bool is_complete(const judge *j, uint32_t place, uint32_t length) {
    uint32_t content = 0;
    for (uint32_t i = 0; i < length; i++) {
        content += j->classes[j->items[place + i]] & SYMBOL_CONTENT;
    }
    unsigned first = j->classes[j->items[place]];
    unsigned last = j->classes[j->items[place + length - 1]];
    bool opens = (first & SYMBOL_CONTENT) != 0 && (first & SYMBOL_NOT_FIRST) == 0;
    bool ends = (last & SYMBOL_CONTENT) != 0 && (last & SYMBOL_NOT_LAST) == 0;
    bool phrase = opens && content >= 2;
    bool formula = !opens && (first & SYMBOL_OPENS) != 0 && length >= 4;
    return ends && (phrase || formula);
}

static void look_at(judge *j, uint32_t place, uint32_t length) {
    judged s = {place, length, 0, 0};
    uint32_t behind = 0;
    for (uint32_t other = 0; other < j->count; other++) {
        if (!is_there(j, place, other, length)) {
            continue;
        }
        if (other < place) {
            return; /* known */
        }
        s.places++;
        if (other >= behind) {
            s.count++;
            behind = other + length;
        }
    }
    if (s.count > 1 && is_complete(j, place, length)) {
        assert_true(j->found_count < FOUND_MOST);
        j->found[j->found_count++] = s;
    }
}

static bool contains(const judge *j, const judged *outer, const judged *inner) {
    for (uint32_t i = 0; i + inner->length <= outer->length; i++) {
        if (is_there(j, inner->place, outer->place + i, inner->length)) {
            return true;
        }
    }
    return false;
}

static bool is_part(const judge *j, const judged *s) {
    for (size_t i = 0; i < j->found_count; i++) {
        const judged *other = &j->found[i];
        if (other->length > s->length && other->places == s->places &&
            contains(j, other, s)) {
            return true;
        }
    }
    return false;
}

static const sequence *find(const sequences *c, const judged *s) {
    for (size_t i = 0; i < c->items.count; i++) {
        const sequence *x = &c->items.items[i];
        if (x->place == s->place && x->length == s->length) {
            return x;
        }
    }
    return NULL;
}

/* ---- Comparing --------------------------------------------------------------------- */

static void check(const uint32_t *items, uint32_t count, uint32_t symbols,
                  const uint8_t *classes) {
    static judge j;
    symbol_text text = {items, count, symbols};
    intervals t;
    sequences c;
    meter m;
    size_t wanted = 0;
    meter_init(&m);
    j = (judge){.items = items, .count = count, .classes = classes};
    for (uint32_t place = 0; place < count; place++) {
        for (uint32_t length = 1; place + length <= count; length++) {
            look_at(&j, place, length);
        }
    }
    assert_true(intervals_open(&t, &text, &m.allocator));
    assert_true(sequences_find(&t, classes, &c));
    for (size_t i = 0; i < j.found_count; i++) {
        const judged *s = &j.found[i];
        const sequence *x = find(&c, s);
        if (is_part(&j, s)) {
            assert_null(x);
            continue;
        }
        wanted++;
        assert_non_null(x);
        assert_int_equal(x->count, s->count);
        const unsigned first = SYMBOL_CONTENT | SYMBOL_NOT_FIRST;
        assert_int_equal(x->kind, (classes[items[s->place]] & first) == SYMBOL_CONTENT
                                      ? SEQUENCE_PHRASE
                                      : SEQUENCE_FORMULA);
    }
    assert_int_equal(c.items.count, wanted);
    sequences_free(&c, &m.allocator);
    intervals_close(&t);
    assert_int_equal(m.live, 0);
}

/* Small letters are content, '-' and '+' are not, '+' may open a formula; '.' stands
 * between sentences. */
static uint32_t read_letters(const char *letters, uint32_t *items, uint8_t *classes) {
    uint32_t n = 0, next = 28;
    for (; letters[n] != '\0'; n++) {
        char c = letters[n];
        items[n] = c == '.'   ? next++
                   : c == '-' ? 26
                   : c == '+' ? 27
                              : (uint32_t)(c - 'a');
    }
    memset(classes, 0, 28 + MOST);
    memset(classes, SYMBOL_CONTENT, 26);
    classes[27] = SYMBOL_OPENS;
    return n;
}

/* As "length x count", in the order of the first places. */
static void expect(const char *letters, const char *wanted) {
    uint32_t items[MOST];
    uint8_t classes[28 + MOST];
    char shown[256] = "";
    size_t at = 0;
    uint32_t n = read_letters(letters, items, classes);
    symbol_text text = {items, n, 28 + MOST};
    intervals t;
    sequences c;
    check(items, n, 28 + MOST, classes);
    assert_true(intervals_open(&t, &text, &memory_default));
    assert_true(sequences_find(&t, classes, &c));
    for (size_t i = 0; i < c.items.count; i++) {
        const sequence *x = &c.items.items[i];
        memcpy(shown + at, letters + x->place, x->length);
        at += x->length;
        shown[at++] = (char)('0' + x->count);
        shown[at++] = ' ';
    }
    shown[at > 0 ? at - 1 : 0] = '\0';
    assert_string_equal(shown, wanted);
    assert_false(c.capped);
    sequences_free(&c, &memory_default);
    intervals_close(&t);
}

static void phrases(void **state) {
    expect("", "");
    expect("a", "");
    expect("ab.ab", "ab2");
    expect("ab.ba", "");
    expect("xab.yab.zab", "ab3");
    expect("abc.abc", "abc2");        /* ab and bc are part of it */
    expect("abc.abc.ab", "abc2 ab3"); /* ab also stands alone */
    expect("abc.abc.bc", "abc2 bc3");
    expect("-ab-.-ab-", "ab2"); /* no edge is a word without content */
    expect("a-b.a-b", "a-b2");  /* it may stand inside */
    expect("a-.a-", "");
    expect("a.b.a.b", ""); /* never across sentences */
}

static void formulas(void **state) {
    expect("+--a.+--a", "+--a2");
    expect("+-a.+-a", "");   /* three words */
    expect("---a.---a", ""); /* what may not open one */
    expect("-+--a.-+--a", "+--a2");
    expect("b+--a.b+--a", "b+--a2"); /* a phrase */
    expect("+--ab.+--ab", "+--ab2"); /* ab is part of it */
}

static void overlaps(void **state) {
    expect("aaaa", "aa2");
    expect("aaa", "");
    expect("ababa", "ab2 ba2"); /* aba overlaps itself */
    expect("abcabcab", "abc2 ab3 bca2 cab2");
    expect("ababab", "ab3 ba2"); /* abab overlaps itself */
}

static void random_sequences(void **state) {
    uint32_t items[MOST];
    uint8_t classes[MOST * 2];
    uint64_t random = 4;
    for (uint32_t round = 0; round < 10000; round++) {
        uint32_t n = 2 + (uint32_t)(next_random(&random) % 38);
        uint32_t kinds = 1 + (uint32_t)(next_random(&random) % 6), next = kinds;
        uint64_t breaks = 2 + next_random(&random) % 20;
        memset(classes, 0, sizeof classes);
        for (uint32_t i = 0; i < kinds; i++) {
            static const uint8_t some[] = {SYMBOL_CONTENT,
                                           SYMBOL_CONTENT,
                                           0,
                                           SYMBOL_OPENS,
                                           SYMBOL_CONTENT | SYMBOL_NOT_FIRST,
                                           SYMBOL_CONTENT | SYMBOL_NOT_LAST};
            classes[i] = some[next_random(&random) % 6];
        }
        for (uint32_t i = 0; i < n; i++) {
            items[i] = next_random(&random) % breaks == 0
                           ? next++
                           : (uint32_t)(next_random(&random) % kinds);
        }
        check(items, n, next, classes);
    }
}

/* Far apart, so that the tree has long branches: a text pasted into itself. */
static void pasted_texts(void **state) {
    uint32_t items[MOST];
    uint8_t classes[MOST];
    uint64_t random = 5;
    for (uint32_t round = 0; round < 300; round++) {
        for (uint32_t i = 0; i < 20; i++) {
            items[i] = items[i + 22] = (uint32_t)(next_random(&random) % 9);
        }
        items[20] = 9;
        items[21] = (uint32_t)(next_random(&random) % 9);
        for (uint32_t i = 0; i < 10; i++) {
            classes[i] = next_random(&random) % 3 != 0 ? SYMBOL_CONTENT : SYMBOL_OPENS;
        }
        check(items, 42, 10, classes);
    }
}

/* ---- Long texts ----------------------------------------------------------------------
 */

#define LONG 20000u

/* One word all along: as many sequences as words, and each nearly everywhere. */
static void caps_what_is_everywhere(void **state) {
    static uint32_t items[LONG];
    static const uint8_t classes[] = {SYMBOL_CONTENT};
    symbol_text text = {items, LONG, 1};
    intervals t;
    sequences c;
    meter m;
    meter_init(&m);
    assert_true(intervals_open(&t, &text, &m.allocator));
    assert_true(sequences_find(&t, classes, &c));
    assert_true(c.capped);
    uint32_t shortest = UINT32_MAX, listed = 0;
    for (size_t i = 0; i < c.items.count; i++) {
        const sequence *x = &c.items.items[i];
        shortest = x->length < shortest ? x->length : shortest;
        listed += x->length <= SEQUENCES_ALL;
        assert_int_equal(x->count, LONG / x->length);
    }
    assert_int_equal(shortest, 2);
    assert_int_equal(listed, SEQUENCES_ALL - 1);
    sequences_free(&c, &m.allocator);
    intervals_close(&t);
    assert_int_equal(m.live, 0);
    assert_true(m.peak <= 100 * (size_t)LONG);
}

/* What takes all the places must not hide a sentence of forty words, ten times. */
static void keeps_what_stands_beside(void **state) {
    static uint32_t items[5000];
    static uint8_t classes[80];
    memset(classes, SYMBOL_CONTENT, 41);
    for (uint32_t run = 3000; run < 3030; run++) {
        uint32_t n = run, next = 41;
        bool found = false;
        memset(items, 0, sizeof items);
        for (uint32_t time = 0; time < 10; time++) {
            items[n++] = next++;
            for (uint32_t word = 1; word <= 40; word++) {
                items[n++] = word;
            }
        }
        symbol_text text = {items, n, next};
        intervals t;
        sequences c;
        assert_true(intervals_open(&t, &text, &memory_default));
        assert_true(sequences_find(&t, classes, &c));
        for (size_t i = 0; i < c.items.count; i++) {
            found =
                found || (c.items.items[i].place > run && c.items.items[i].count == 10);
        }
        assert_true(found);
        sequences_free(&c, &memory_default);
        intervals_close(&t);
    }
}

static void lack_of_memory(void **state) {
    uint32_t items[MOST];
    uint8_t classes[28 + MOST];
    uint32_t n = read_letters("abcd.abcd.ab.cd.+--a.+--a", items, classes);
    symbol_text text = {items, n, 28 + MOST};
    bool done = false;
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        intervals t;
        sequences c = {.capped = false};
        drying_init(&memory, fail_at, false);
        done = intervals_open(&t, &text, &memory.allocator) &&
               sequences_find(&t, classes, &c);
        sequences_free(&c, &memory.allocator);
        intervals_close(&t);
        drying_expect_balance(&memory);
        assert_true(fail_at < 100);
        assert_true(fail_at > 10 || !done);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases),
        cmocka_unit_test(formulas),
        cmocka_unit_test(overlaps),
        cmocka_unit_test(random_sequences),
        cmocka_unit_test(pasted_texts),
        cmocka_unit_test(caps_what_is_everywhere),
        cmocka_unit_test(keeps_what_stands_beside),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
