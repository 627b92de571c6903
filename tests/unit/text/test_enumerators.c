/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/enumerators.h"
#include "unit/text/text_support.h"

#define NONE 0u

/* ---- One ----------------------------------------------------------------------------
 */

typedef struct one {
    const char *text;
    uint32_t value; /* NONE: no enumerator begins the text */
    uint32_t end;   /* entries */
} one;

static bool read_first(const opened *o, enumerator *e) {
    lede_span all = {0, (uint32_t)o->d.words.count};
    return enumerator_at(o->d.page.text, o->d.words.items, all, e);
}

static void check_one(const one *c) {
    opened o;
    enumerator e;
    opened_text(&o, c->text, NULL);
    bool found = read_first(&o, &e);
    if (found != (c->value != NONE) ||
        (found && (e.value != c->value || e.end != c->end || e.first != 0))) {
        fail_msg("\"%s\": %d, value %u, end %u", c->text, found, (unsigned)e.value,
                 (unsigned)e.end);
    }
    opened_close(&o);
}

#define BULLET "\xE2\x80\xA2"

static void ones(void **state) {
    static const one cases[] = {
        {"1. Open", 1, 2},
        {"12. Open", 12, 2},
        {"999) Open", 999, 2},
        {"1000. Open", NONE, 0}, /* a year, hardly an item */
        {"4294967297. Open", NONE, 0},
        {"0. Open", NONE, 0},
        {"007. Open", 7, 2},
        {"1) Open", 1, 2},
        {"1.) Open", 1, 3},
        {"1.- Open", 1, 3},
        {"1.-) Open", 1, 4},
        {"1] Open", NONE, 0},
        {"a. Open", 1, 2},
        {"A) Open", 1, 2},
        {"z) Open", 26, 2},
        {"ab) Open", NONE, 0},
        {"iv) Open", NONE, 0}, /* Roman numbers are no sign of a list alone */
        {"\xC3\xA9) Open", NONE, 0},
        {"1 Open", NONE, 0}, /* no mark */
        {"1 . Open", NONE, 0},
        {"1 ) Open", NONE, 0},
        {"1.Open", NONE, 0}, /* nothing apart follows */
        {"1)Open", NONE, 0},
        {"1. ", NONE, 0},
        {"1", NONE, 0},
        {"1.5. Open", NONE, 0},
        {"1st. Open", NONE, 0},
        {"$1. Open", NONE, 0},
        {"(1) Open", NONE, 0}, /* a bracket in front is another shape */
        {"- 1. Open", NONE, 0},
        {BULLET " 9. Open", 9, 3},
        {BULLET "9. Open", 9, 3},
        {"\xE2\x81\x83 a) Open", 1, 3},
        {"\xE2\x80\xA3 a) Open", 1, 3},
        {"\xE2\x97\xA6 a) Open", 1, 3},
        {BULLET BULLET " 9. Open", NONE, 0},
        {BULLET " Open", NONE, 0},
        {BULLET, NONE, 0},
        {"Open 1. it", NONE, 0},
        {"", NONE, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_one(&cases[i]);
    }
}

/* What legal texts number with, too; none of it begins a list. */
static void own(void **state) {
    static const struct {
        const char *text;
        uint32_t end; /* entries; 0: none */
    } cases[] = {
        {"1. Open", 2},         {"a) Open", 2},        {"IV. Open", 2},
        {"IV.) Open", 3},       {"IV.- Open", 3},      {"IV) Open", 0}, /* no stop */
        {"iv. Open", 0},        {"IV.Open", 0},        {"PRIMERO.- Open", 3},
        {"PRIMERO. Open", 0},   {"Primero.- Open", 0}, {"PRIMERO.-", 0},
        {"PRIMERO .- Open", 0}, {"- IV. Open", 0},     {"", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        opened o;
        enumerator e;
        opened_text(&o, cases[i].text, NULL);
        lede_span all = {0, (uint32_t)o.d.words.count};
        bool found = enumerator_at_own(&o.d, o.d.words.items, all, &e);
        if (found != (cases[i].end > 0) || (found && e.end != cases[i].end)) {
            fail_msg("\"%s\": %d, end %u", cases[i].text, found, (unsigned)e.end);
        }
        opened_close(&o);
    }
}

/* Nothing is looked at behind the entries given. */
static void within_entries(void **state) {
    opened o;
    enumerator e;
    opened_text(&o, BULLET " 1. Open it", NULL);
    for (uint32_t end = 0; end <= o.d.words.count; end++) {
        lede_span entries = {0, end};
        bool found = enumerator_at(o.d.page.text, o.d.words.items, entries, &e);
        assert_int_equal(found, end > 3);
    }
    assert_true(enumerator_at(o.d.page.text, o.d.words.items, (lede_span){1, 5}, &e));
    assert_int_equal(e.first, 1);
    opened_close(&o);
}

/* Items of one list have one form, those of two have two. */
static void forms(void **state) {
    static const char *const texts[] = {"1. A",  "1) A",         "1.) A",       "a. A",
                                        "a) A",  "a.) A",        "A. B",        "A) B",
                                        "A.) B", BULLET " 1. A", BULLET " a) A"};
    uint32_t form[COUNT(texts)];
    for (size_t i = 0; i < COUNT(texts); i++) {
        opened o;
        enumerator e;
        opened_text(&o, texts[i], NULL);
        assert_true(read_first(&o, &e));
        form[i] = e.form;
        for (size_t k = 0; k < i; k++) {
            assert_int_not_equal(form[k], form[i]);
        }
        opened_close(&o);
    }
}

/* ---- The next of a list ---------------------------------------------------------- */

typedef struct list {
    const char *text;
    uint32_t items; /* that follow the first */
} list;

static void check_list(const list *c) {
    opened o;
    enumerator e;
    opened_text(&o, c->text, NULL);
    assert_true(read_first(&o, &e));
    uint32_t value = e.value, items = 0, end = (uint32_t)o.d.words.count;
    while (enumerator_next(&o.d, o.d.words.items, end, &e)) {
        items++;
        assert_int_equal(e.value, value + items);
        assert_true(e.first < e.end && e.end < end);
    }
    if (items != c->items) {
        fail_msg("\"%s\": %u items follow", c->text, (unsigned)items);
    }
    opened_close(&o);
}

static void lists(void **state) {
    static const list cases[] = {
        {"1. Open it. 2. Close it.", 1},
        {"1. Open 2. Close 3. Go", 2},
        {"9. Open 10. Close", 1},
        {"a) open b) close c) go", 2},
        {"A. Open B. Close", 0}, /* initials look so */
        {"A) Open B) Close", 1},
        {"1. Open sec. 2. Close", 0}, /* a number of what stands before it */
        {"1.) Open 2.) Close", 1},
        {BULLET " 1. Open " BULLET " 2. Close", 1},
        {"1. Open 2) Close", 0}, /* of another list */
        {"1. Open a. Close", 0},
        {"a) open B) close", 0},
        {BULLET " 1. Open 2. Close", 0},
        {"1. Open 3. Close", 0}, /* one is missing */
        {"1. Open 3. Close 2. Go", 1},
        {"2. Open 1. Close", 0},
        {"1. Open 2.Close", 0},
        {"1. 2. Open", 0}, /* an item has words */
        {"1. Open 2.", 0},
        {"1. Open (2. Close)", 0}, /* glued to a bracket */
        {"1. Open it", 0},
        {"999. Open 1000. Close", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_list(&cases[i]);
    }
}

/* Items stand within 200 bytes of each other. */
static void gap(void **state) {
    for (size_t words = 90; words < 110; words++) {
        char text[512] = "1. ";
        for (size_t i = 0; i < words; i++) {
            strcat(text, "x ");
        }
        strcat(text, "2. it");
        check_list(&(list){text, strlen(text) - strlen("2. it") < 200});
    }
}

/* The search ends before the entry given. */
static void before_end(void **state) {
    opened o;
    opened_text(&o, "1. Open 2. Close", NULL);
    for (uint32_t end = 3; end <= o.d.words.count; end++) {
        enumerator e;
        assert_true(read_first(&o, &e));
        bool found = enumerator_next(&o.d, o.d.words.items, end, &e);
        assert_int_equal(found, end > 5);
        assert_int_equal(e.value, found ? 2 : 1); /* else the last stays */
    }
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ones),           cmocka_unit_test(own),
        cmocka_unit_test(within_entries), cmocka_unit_test(forms),
        cmocka_unit_test(lists),          cmocka_unit_test(gap),
        cmocka_unit_test(before_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
