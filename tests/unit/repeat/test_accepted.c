/* SPDX-License-Identifier: MIT */
#include "repeat/accepted.h"

#include "support/drying.h"
#include "unit/repeat/repeat_support.h"

typedef struct subject {
    opened o;
    folds f;
    lede_accepted *list;
    accepted_runs runs;
} subject;

static void subject_open(subject *x, const char *text, const char *list,
                         const char *language) {
    memset(x, 0, sizeof *x);
    opened_text(&x->o, text, language);
    assert_true(folds_build(&x->f, &x->o.d, &memory_default));
    assert_int_equal(lede_accepted_create(list, strlen(list), NULL, &x->list, NULL),
                     LEDE_OK);
    assert_int_equal(accepted_read(&x->runs, x->list, &x->o.d, &x->f), LEDE_OK);
}

static void subject_close(subject *x) {
    accepted_free_runs(&x->runs);
    lede_accepted_free(x->list);
    folds_free(&x->f);
    opened_close(&x->o);
}

/* Which entry the first words of the text are, up to the first mark; -1: none. */
static void expect_in(const char *text, const char *list, const char *language,
                      int wanted) {
    subject x;
    uint32_t classes[16], count = 0;
    subject_open(&x, text, list, language);
    for (size_t i = 0; x.o.d.words.items[i].kind != LEDE_WORD_MARK; i++) {
        classes[count++] = x.f.class_of[x.o.d.words.items[i].term];
    }
    lede_accepted_use uses[8];
    memset(uses, 0, sizeof uses);
    bool found = accepted_find(&x.runs, classes, count, uses);
    int first = 0;
    while (first < 8 && uses[first].used == 0) {
        first++;
    }
    assert_int_equal(found ? first : -1, wanted);
    assert_true(found || first == 8);
    subject_close(&x);
}

static void expect(const char *text, const char *list, int wanted) {
    expect_in(text, list, NULL, wanted);
}

static void entries(void **state) {
    expect("Tin box. So be it.", "tin box", 0);
    expect("Tin box. So be it.", "TIN  BOX", 0);
    expect("Tin box. So be it.", "oak lid\ntin box\n", 1);
    expect("Tin box. So be it.", "tin box\ntin box\n", 0); /* the first of equals */
    expect("Tin box. So be it.", "tin\nbox\ntin box lid\n", -1);
    expect("Tin box lid. So be it.", "tin box\nbox lid\n", -1);
    expect("Tin. So be it.", "tin", 0);
    expect("Tin box. So be it.", "", -1);
    /* Marks in entries are left out, so that they may be quoted. */
    expect("Tin box. So be it.", "\"tin, box!\"", 0);
    expect("Tin box. So be it.", "...\n\ntin box", 1);
}

static void equals_are_all_used(void **state) {
    subject x;
    lede_accepted_use uses[3];
    memset(uses, 0, sizeof uses);
    subject_open(&x, "Tin boxes. A box.", "tin box\noak lid\ntin boxes\n", NULL);
    uint32_t classes[2];
    for (size_t i = 0; i < 2; i++) {
        classes[i] = x.f.class_of[x.o.d.words.items[i].term];
    }
    assert_true(accepted_find(&x.runs, classes, 2, uses));
    assert_int_equal(uses[0].used, 1);
    assert_int_equal(uses[1].used, 0);
    assert_int_equal(uses[2].used, 1);
    subject_close(&x);
}

static void forms(void **state) {
    expect("Tin boxes. A box.", "tin box", 0);
    expect("Tin boxes. A box.", "tin boxes", 0);
    expect("Tin box. So be it.", "tin boxes", 0); /* the text has no "boxes" */
    expect("Tin box. So be it.", "tin's box's", 0);
    expect("Iran's plan. Of Iran.", "iran plan", 0);
    expect("Iran plan. So be it.", "Iran\xE2\x80\x99s plan", 0);
    expect("Planned box. To plan.", "planning box", 0);
}

/* As each language divides words. */
static void languages(void **state) {
    expect_in("L'homme est la. Oui.", "l'homme est la", "fr", 0);
    expect_in("\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82", "\xE6\xBC\xA2\xE5\xAD\x97", "zh",
              0);
    expect_in("Tin boxes. A box.", "tin box", "xx", -1); /* no forms are known */
    expect_in("Tin box. A box.", "tin box", "xx", 0);
}

static void no_list(void **state) {
    accepted_runs runs = {.matcher = {.allocator = NULL}};
    opened o;
    folds f;
    opened_text(&o, "Tin box.", NULL);
    assert_true(folds_build(&f, &o.d, &memory_default));
    assert_int_equal(accepted_read(&runs, NULL, &o.d, &f), LEDE_OK);
    uint32_t class = 0;
    lede_accepted_use none = {.used = 0};
    assert_false(accepted_find(&runs, &class, 1, &none));
    accepted_free_runs(&runs);
    accepted_free_runs(&(accepted_runs){.matcher = {.allocator = NULL}});
    folds_free(&f);
    opened_close(&o);
}

/* ---- Through the whole ---------------------------------------------------------------
 */

static void expect_used(const char *list, const char *text, const char *wanted) {
    said s;
    shown found = {.n = 0};
    size_t count = 0;
    lede_repeats_options options = LEDE_REPEATS_OPTIONS_INIT;
    lede_accepted *accepted = NULL;
    assert_int_equal(lede_accepted_create(list, strlen(list), NULL, &accepted, NULL),
                     LEDE_OK);
    options.accepted = accepted;
    said_open(&s, text, NULL, &options);
    const lede_accepted_use *use = lede_repeats_accepted(s.r, &count);
    for (size_t i = 0; i < count; i++) {
        lede_span span = use[i].phrase;
        show(&found, "%u %.*s%s\n", use[i].line, (int)(span.end - span.begin),
             list + span.begin, use[i].used ? " used" : "");
    }
    assert_string_equal(found.text, wanted);
    said_close(&s);
    lede_accepted_free(accepted);
}

static void use_of_entries(void **state) {
    static const char text[] = "A tin box. The tin box. Of rope, by rope.";
    expect_used("tin box\n# none\n\n  rope \noak lid", text,
                "1 tin box used\n4 rope used\n5 oak lid\n");
    expect_used("box\nropes\n", text,
                "1 box\n2 ropes used\n"); /* an echo has four letters */
    expect_used("of\n", text, "1 of\n");
    expect_used("", text, "");
    expect_used("tin boxes\r\nropes\r\n", text, "1 tin boxes used\n2 ropes used\n");
}

static void lack_of_memory(void **state) {
    subject x;
    bool done = false;
    subject_open(&x, "Tin boxes. A box. So be it.", "tin box\nrope\nso be it\nIt's so\n",
                 NULL);
    const lede_allocator *allocator = x.f.allocator;
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        accepted_runs runs = {.matcher = {.allocator = NULL}};
        drying_init(&memory, fail_at, false);
        x.f.allocator = &memory.allocator;
        lede_status status = accepted_read(&runs, x.list, &x.o.d, &x.f);
        done = status == LEDE_OK && memory.below.calls < fail_at;
        assert_true(status == LEDE_OK || status == LEDE_NO_MEMORY);
        accepted_free_runs(&runs);
        drying_expect_balance(&memory);
        assert_true(fail_at < 500);
    }
    x.f.allocator = allocator;
    subject_close(&x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries),        cmocka_unit_test(equals_are_all_used),
        cmocka_unit_test(forms),          cmocka_unit_test(languages),
        cmocka_unit_test(no_list),        cmocka_unit_test(use_of_entries),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
