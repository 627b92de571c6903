/* SPDX-License-Identifier: MIT */
/* Against rows gathered from the word array, each compared with each. */
#include "text/incidence.h"

#include "support/drying.h"
#include "unit/text/text_support.h"

#define CLASSES 200u
#define ROWS 100u

typedef struct table {
    opened o;
    incidence_input in;
    incidence x;
    uint32_t class_of[CLASSES];
    uint32_t sentences[ROWS];
} table;

/* ---- The reference ---------------------------------------------------------------- */

static bool counts(const lede_word *w) {
    return w->kind == LEDE_WORD_WORD || w->kind == LEDE_WORD_HANDLE ||
           w->kind == LEDE_WORD_TAG;
}

/* The first word of a sentence that has the class; LEDE_NONE. */
static uint32_t word_with(const table *t, uint32_t row, uint32_t class) {
    const lede_sentence *s = &t->o.d.sentences.items[t->sentences[row]];
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        const lede_word *w = &t->o.d.words.items[i];
        if (counts(w) && t->class_of[w->term] == class) {
            return i;
        }
    }
    return LEDE_NONE;
}

static void check_row(table *t, uint32_t row) {
    const incidence *x = &t->x;
    uint32_t size = 0, before = 0;
    incidence_mark(&t->x, row);
    for (uint32_t class = 0; class < t->in.class_count; class ++) {
        uint32_t word = word_with(t, row, class), entry = incidence_entry(x, class);
        assert_int_equal(entry == INCIDENCE_NONE, word == LEDE_NONE);
        if (word != LEDE_NONE) {
            size++;
            assert_in_range(entry, x->begin[row], x->begin[row + 1] - 1);
            assert_int_equal(x->class_at.items[entry], class);
            assert_int_equal(x->word_at.items[entry], word);
        }
    }
    assert_int_equal(incidence_size(x, row), size);
    for (uint32_t i = x->begin[row]; i < x->begin[row + 1]; i++) {
        assert_true(i == x->begin[row] || x->word_at.items[i] > before);
        before = x->word_at.items[i];
    }
}

static void check_shared(table *t, uint32_t a, uint32_t b) {
    uint32_t shared = 0;
    for (uint32_t class = 0; class < t->in.class_count; class ++) {
        shared +=
            word_with(t, a, class) != LEDE_NONE && word_with(t, b, class) != LEDE_NONE;
    }
    assert_int_equal(incidence_shared(&t->x, a, b), shared);
}

/* Of rows 0, step, 2 * step and so on. */
static void check_postings(table *t, uint32_t step) {
    incidence *x = &t->x;
    for (uint32_t row = 0; row < x->rows; row += step) {
        uint64_t rows = 0;
        uint32_t classes = 0;
        for (uint32_t i = x->begin[row]; i < x->begin[row + 1]; i++) {
            uint32_t posted = x->classes[x->class_at.items[i]].posted;
            rows += posted;
            classes += posted > 0;
        }
        incidence_before before = incidence_post(x, row);
        assert_int_equal(before.rows, rows);
        assert_int_equal(before.classes, classes);
    }
    for (uint32_t class = 0; class < x->class_count; class ++) {
        const incidence_class *c = &x->classes[class];
        uint32_t with = 0, posted = 0;
        for (uint32_t row = 0; row < x->rows; row++) {
            bool has = word_with(t, row, class) != LEDE_NONE;
            with += has;
            if (has && row % step == 0) {
                assert_true(posted < c->posted);
                assert_int_equal(x->postings[c->first_posting + posted++], row);
            }
        }
        assert_int_equal(c->posted, posted);
        assert_int_equal(c->rows_with, with);
    }
}

/* ---- Tables ----------------------------------------------------------------------- */

static void open_text(table *t, const char *text) {
    opened_text(&t->o, text, NULL);
    const lede_document *d = &t->o.d;
    assert_true(d->terms.count <= CLASSES && d->sentences.count <= ROWS);
    t->in = (incidence_input){.sentences = t->sentences,
                              .class_count = (uint32_t)d->terms.count,
                              .class_of = t->class_of};
    for (uint32_t i = 0; i < d->terms.count; i++) {
        bool stop = (d->terms.items[i].flags & LEDE_TERM_STOP) != 0;
        t->class_of[i] = stop ? INCIDENCE_NONE : i;
    }
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        t->sentences[t->in.rows++] = i;
    }
}

static void build(table *t) {
    t->x = (incidence){.allocator = &memory_default};
    assert_true(incidence_build(&t->x, &t->o.d, &t->in));
    assert_int_equal(t->x.rows, t->in.rows);
    assert_int_equal(t->x.begin[0], 0);
    assert_int_equal(t->x.begin[t->x.rows], t->x.class_at.count);
    assert_int_equal(t->x.class_at.count, t->x.word_at.count);
}

static void check(table *t, uint32_t step) {
    build(t);
    for (uint32_t row = 0; row < t->in.rows; row++) {
        check_row(t, row);
    }
    for (uint32_t a = 0; a < t->in.rows; a++) {
        for (uint32_t b = 0; b < t->in.rows; b++) {
            check_shared(t, a, b);
        }
    }
    check_postings(t, step);
    incidence_free(&t->x);
}

static void close_table(table *t) {
    opened_close(&t->o);
}

/* "boats quays|sea": the words of the entries, a bar between two rows. */
static void expect(const table *t, const char *wanted) {
    char shown[500];
    size_t used = 0;
    for (uint32_t i = 0; i < t->x.class_at.count; i++) {
        const lede_word *w = &t->o.d.words.items[t->x.word_at.items[i]];
        for (uint32_t row = 1; row < t->x.rows; row++) {
            used = add_text(shown, used, "|", t->x.begin[row] == i ? 1 : 0);
        }
        used = add_text(shown, used, t->o.d.page.text + w->span.begin,
                        w->span.end - w->span.begin);
        used = add_text(shown, used, " ", 1);
        assert_true(used < sizeof shown - 50);
    }
    shown[used] = '\0';
    assert_string_equal(shown, wanted);
}

/* ---- Tests ------------------------------------------------------------------------ */

/* Stop words, numbers, addresses and marks are no entries; a compound is one. */
static void words_that_count(void **state) {
    table t = {.in.rows = 0};
    open_text(&t, "Boats and quays, boats: @harbour met #storm 5 times. It was. See "
                  "https://example.org or a@example.org, 18:30, for e-mail.");
    build(&t);
    expect(&t, "Boats quays @harbour met #storm times ||See e-mail ");
    incidence_free(&t.x);
    check(&t, 1);
    close_table(&t);
}

/* Whoever asks says what is the same. */
static void classes_of_several_terms(void **state) {
    table t = {.in.rows = 0};
    open_text(&t, "Boats passed. A boat passed boats. The sea passed.");
    const lede_document *d = &t.o.d;
    t.class_of[term_number(d, "boat")] = t.class_of[term_number(d, "boats")];
    build(&t);
    expect(&t, "Boats passed |boat passed |sea passed ");
    assert_int_equal(incidence_shared(&t.x, 0, 1), 2);
    assert_int_equal(incidence_shared(&t.x, 2, 1), 1);
    assert_int_equal(t.x.classes[t.class_of[term_number(d, "boat")]].rows_with, 2);
    incidence_free(&t.x);
    check(&t, 1);
    close_table(&t);
}

static void some_sentences(void **state) {
    table t = {.in.rows = 0};
    open_text(&t, "Boats passed. Quays burned. Boats burned.");
    t.sentences[0] = 0;
    t.sentences[1] = 2;
    t.in.rows = 2;
    build(&t);
    expect(&t, "Boats passed |Boats burned ");
    incidence_free(&t.x);
    check(&t, 1);
    close_table(&t);
}

static void nothing(void **state) {
    table t = {.in.rows = 0};
    open_text(&t, "");
    check(&t, 1);
    close_table(&t);
    t = (table){.in.rows = 0};
    open_text(&t, "It was. It was.");
    assert_int_equal(t.in.rows, 2);
    check(&t, 1);
    t.in.rows = 0;
    check(&t, 1);
    close_table(&t);
}

static void taking_back(void **state) {
    table t = {.in.rows = 0};
    open_text(&t, "Boats passed. Boats burned. Quays burned.");
    uint32_t boats = term_number(&t.o.d, "boats"), burned = term_number(&t.o.d, "burned");
    build(&t);
    (void)incidence_post(&t.x, 0);
    (void)incidence_post(&t.x, 1);
    incidence_take_back(&t.x, 1);
    assert_int_equal(t.x.classes[boats].posted, 1);
    assert_int_equal(t.x.classes[burned].posted, 0);
    incidence_before before = incidence_post(&t.x, 2);
    assert_int_equal(before.rows, 0);
    assert_int_equal(t.x.postings[t.x.classes[burned].first_posting], 2);
    incidence_free(&t.x);
    close_table(&t);
}

static void random_sentences(void **state) {
    static const char *const words[] = {"boat", "boats",  "harbour", "the",      "quay",
                                        "of",   "e-mail", "5",       "@harbour", "storm",
                                        "led",  "sea",    "#storm",  "x@y.org",  "and"};
    static char text[4000];
    uint64_t random = 17;
    for (uint32_t round = 0; round < 60; round++) {
        size_t used = 0;
        for (uint32_t i = 0; i < 20; i++) {
            for (uint64_t n = next_random(&random) % 12; n > 0; n--) {
                const char *word = words[next_random(&random) % COUNT(words)];
                used = add_text(text, used, word, strlen(word));
                used = add_text(text, used, " ", 1);
            }
            used = add_text(text, used, "end. Then ", 10);
        }
        text[used] = '\0';
        table t = {.in.rows = 0};
        open_text(&t, text);
        check(&t, 1 + round % 3);
        close_table(&t);
    }
}

static void no_memory(void **state) {
    table t = {.in.rows = 0};
    open_text(&t, "Boats and quays. Quays and the sea.");
    bool done = false;
    size_t failed = 0;
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        drying_init(&memory, fail_at, false);
        incidence x = {.allocator = &memory.allocator};
        done = incidence_build(&x, &t.o.d, &t.in);
        failed += !done;
        incidence_free(&x);
        drying_expect_balance(&memory);
        assert_true(fail_at < 50);
    }
    assert_int_equal(failed, 5);
    close_table(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_count), cmocka_unit_test(classes_of_several_terms),
        cmocka_unit_test(some_sentences),   cmocka_unit_test(nothing),
        cmocka_unit_test(taking_back),      cmocka_unit_test(random_sentences),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
