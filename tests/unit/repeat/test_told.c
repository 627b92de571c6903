/* SPDX-License-Identifier: MIT */
/* Against all pairs of sentences, each compared with each. */
#include "support/drying.h"
#include "support/meter.h"
#include "unit/repeat/told_judge.h"
#include "unit/text/text_support.h"

#include <stdio.h>

/* ---- Texts ------------------------------------------------------------------------ */

/* "0 2: 4/7 boats quays; ...": sentences, shared by smaller, words. */
static void show(const lede_document *d, const told_pairs *t, char *out, size_t room) {
    size_t used = 0;
    for (size_t i = 0; i < t->items.count; i++) {
        const lede_told_twice *p = &t->items.items[i];
        assert_true(used + 200 < room);
        used += (size_t)snprintf(out + used, room - used, "%u %u: %u/%u", p->first,
                                 p->second, p->shared, p->smaller);
        for (uint32_t w = 0; w < p->word_count; w++) {
            lede_span span = d->words.items[p->words[w]].span;
            used = add_text(out, used, " ", 1);
            used = add_text(out, used, d->page.text + span.begin, span.end - span.begin);
        }
        used = add_text(out, used, "; ", 2);
    }
    out[used > 0 ? used - 2 : 0] = '\0';
}

/* Words that are no stop words are content; sentences of prose are compared. */
static void expect(const char *text, const char *wanted) {
    static uint32_t class_of[400], sentences[100];
    static char shown[4000];
    opened o;
    told_pairs t;
    uint32_t rows = 0;
    opened_text(&o, text, NULL);
    const lede_document *d = &o.d;
    assert_true(d->terms.count <= COUNT(class_of));
    assert_true(d->sentences.count <= COUNT(sentences));
    for (uint32_t i = 0; i < d->terms.count; i++) {
        bool stop = (d->terms.items[i].flags & LEDE_TERM_STOP) != 0;
        class_of[i] = stop ? INCIDENCE_NONE : i;
    }
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        uint32_t block = d->sentences.items[i].block;
        if (d->page.blocks.items[block].kind == LEDE_BLOCK_PROSE) {
            sentences[rows++] = i;
        }
    }
    told_input in = {&memory_default,
                     d,
                     {.sentences = sentences,
                      .rows = rows,
                      .class_count = (uint32_t)d->terms.count,
                      .class_of = class_of}};
    assert_true(told_find(&in, &t));
    show(d, &t, shown, sizeof shown);
    assert_string_equal(shown, wanted);
    assert_false(t.more || t.capped);
    told_free(&t, &memory_default);
    opened_close(&o);
}

static void in_other_words(void **state) {
    expect("The council voted on Tuesday to close the harbour bridge for repairs. Nobody "
           "objected. For urgent repairs, the bridge at the harbour will close, council "
           "members voted.",
           "0 2: 6/7 council voted close harbour bridge repairs");
    expect("", "");
    expect("The council voted on Tuesday to close the harbour bridge for repairs.", "");
}

static void thresholds(void **state) {
    /* Six and four; 5/10 is half, and so is 4/8 of the smaller. */
    expect("Red green blue black white pink. Red green blue black cats dogs.",
           "0 1: 4/6 Red green blue black");
    expect("Red green blue black white. Red green blue black white pink dogs.", "");
    expect("Red green blue black white pink. Red green blue black white.", "");
    expect("Red green blue cats white pink. Red green blue black dogs mice.", "");
    expect("Red green blue black cats dogs mice rats. Red green blue black white pink "
           "grey brown gold.",
           "0 1: 4/8 Red green blue black");
    expect("Red green blue black cats dogs mice rats birds. Red green blue black white "
           "pink grey brown gold.",
           "");
}

/* Repeats, stop words and numbers make no sentence longer. */
static void distinct_words(void **state) {
    expect("Red green blue black white white the 5 6. Red green blue black white white "
           "of 5 6.",
           "");
    expect("Red red red green blue cats dogs mice. Red red green green blue white pink "
           "grey.",
           "");
}

static void equal_sentences(void **state) {
    expect("Red green blue black white pink. Red green blue black white pink. Pink white "
           "black blue green red. Dogs bark.",
           "0 1: 6/6 Red green blue black white pink; "
           "0 2: 6/6 Red green blue black white pink");
    /* A copy does not take the place of its first. */
    expect("Red green blue black white pink. Red green blue black white pink. Red green "
           "blue black cats dogs.",
           "0 1: 6/6 white pink Red green blue black; 0 2: 4/6 Red green blue black");
}

/* Only what is given is compared. */
static void headings(void **state) {
    expect("Council votes close harbour bridge Tuesday\n\nThe council votes: close the "
           "harbour bridge Tuesday, said the mayor.\n",
           "");
    expect("Council votes close harbour bridge Tuesday. The council votes: close the "
           "harbour bridge Tuesday, said the mayor.\n",
           "0 1: 6/6 Council votes close harbour bridge Tuesday");
}

/* The rarest in the text first, then as they stand. */
static void words_shown(void **state) {
    expect("Alpha red green blue black white pink grey. Alpha red green blue black white "
           "pink grey gold. Red dogs. Green cats. Alpha cats, alpha dogs.",
           "0 1: 8/8 blue black white pink grey Alpha");
}

static void at_most_three(void **state) {
    expect("Red green blue black cats dogs. Red green blue black mice rats. Red green "
           "blue black birds bees. Red green blue black cows pigs. Red green blue black "
           "goats hens hens.",
           "0 1: 4/6 Red green blue black; 0 2: 4/6 Red green blue black; "
           "0 3: 4/6 Red green blue black; 0 4: 4/6 Red green blue black; "
           "1 2: 4/6 Red green blue black; 1 3: 4/6 Red green blue black; "
           "1 4: 4/6 Red green blue black; 2 3: 4/6 Red green blue black; "
           "2 4: 4/6 Red green blue black");
}

/* ---- All pairs -----------------------------------------------------------------------
 */

static void expect_pair(const lede_told_twice *found, const lede_told_twice *wanted) {
    assert_int_equal(found->first, wanted->first);
    assert_int_equal(found->second, wanted->second);
    assert_int_equal(found->shared, wanted->shared);
    assert_int_equal(found->smaller, wanted->smaller);
    assert_int_equal(found->word_count, wanted->word_count);
    assert_memory_equal(found->words, wanted->words,
                        wanted->word_count * sizeof *wanted->words);
}

static uint64_t entries_of(const judge *j) {
    uint64_t entries = 0;
    for (uint32_t row = 0; row < j->m->in.content.rows; row++) {
        entries += j->sizes[row];
    }
    return entries;
}

/* Each is a pair; where all were compared, these are all. */
static void check(const made *m, told_pairs *t) {
    static judge j;
    judge_all(&j, m);
    assert_true(told_find(&m->in, t));
    assert_true(t->looked_at <= 2 * TOLD_NEAR * entries_of(&j));
    for (uint32_t i = 0; i < t->items.count; i++) {
        lede_told_twice *found = &t->items.items[i], pair;
        assert_true(judge_pair(&j, found->first / 2, found->second / 2, &pair));
        expect_pair(found, &pair);
        assert_true(i == 0 || told_is_better(found - 1, found));
    }
    if (!t->capped) {
        uint32_t kept =
            j.pair_count < LEDE_REPEAT_PHRASES ? j.pair_count : LEDE_REPEAT_PHRASES;
        assert_int_equal(t->items.count, kept);
        assert_int_equal(t->more, j.pair_count > kept);
        for (uint32_t i = 0; i < kept; i++) {
            expect_pair(&t->items.items[i], &j.pairs[i]);
        }
    }
}

static void random_documents(void **state) {
    static made m;
    uint64_t random = 11;
    for (uint32_t round = 0; round < 4000; round++) {
        told_pairs t;
        uint32_t classes = 8 + (uint32_t)(next_random(&random) % 40);
        uint64_t most = 1 + next_random(&random) % 20;
        make(&m, classes);
        for (uint64_t rows = next_random(&random) % 30; rows > 0; rows--) {
            uint32_t first = m.word_count;
            for (uint64_t n = next_random(&random) % most; n > 0; n--) {
                add_word(&m, next_random(&random) % classes);
            }
            add_sentence(&m, first);
        }
        check(&m, &t);
        assert_false(t.capped);
        told_free(&t, &memory_default);
    }
}

/* Three words stand everywhere and need not be looked at, so that nothing is capped. */
static void three_frequent_words(void **state) {
    static made m;
    uint64_t random = 12;
    size_t pairs = 0;
    for (uint32_t round = 0; round < 10; round++) {
        told_pairs t;
        make(&m, CLASSES);
        for (uint32_t row = 0; row < 250; row++) {
            uint32_t first = m.word_count;
            for (uint32_t n = 0; n < 5; n++) {
                add_word(&m, next_random(&random) % CLASSES);
                add_word(&m, n < 3 ? n : next_random(&random) % CLASSES);
            }
            add_sentence(&m, first);
        }
        check(&m, &t);
        assert_false(t.capped);
        pairs += t.items.count;
        told_free(&t, &memory_default);
    }
    assert_true(pairs > 20);
}

/* All words are frequent: not all is found, but what is listed is right. */
static void few_words(void **state) {
    static made m;
    uint64_t random = 13;
    uint32_t capped = 0;
    for (uint32_t round = 0; round < 20; round++) {
        told_pairs t;
        uint32_t classes = 10 + 2 * round;
        make(&m, classes);
        for (uint32_t row = 0; row < 290; row++) {
            uint32_t first = m.word_count;
            for (uint32_t n = 6 + (uint32_t)(next_random(&random) % 9); n > 0; n--) {
                add_word(&m, next_random(&random) % classes);
            }
            add_sentence(&m, first);
        }
        check(&m, &t);
        capped += t.capped;
        assert_true(t.items.count > 200);
        told_free(&t, &memory_default);
    }
    assert_true(capped > 15);
}

/* ---- Growth ----------------------------------------------------------------------- */

#define MANY 262144u

typedef struct grown {
    uint64_t looked_at;
    size_t peak; /* bytes */
    size_t pairs;
    bool more;
    bool capped;
} grown;

/* `rows` sentences of eight words, each beginning `step` words behind the one before. */
static void grow(uint32_t rows, uint32_t step, const uint32_t *terms, grown *g) {
    static lede_word words[MANY + 8];
    static lede_sentence sentences[MANY];
    static uint32_t numbers[MANY], class_of[MANY + 8];
    lede_document d = {.words.items = words, .sentences.items = sentences};
    told_pairs t;
    meter m;
    meter_init(&m);
    for (uint32_t i = 0; i < rows + 8; i++) {
        class_of[i] = i;
        words[i] = (lede_word){.term = terms != NULL ? terms[i] : i};
    }
    for (uint32_t i = 0; i < rows; i++) {
        numbers[i] = i;
        sentences[i] =
            (lede_sentence){.first_word = i * step, .word_count = 8, .words = 8};
    }
    told_input in = {&m.allocator,
                     &d,
                     {.sentences = numbers,
                      .rows = rows,
                      .class_count = rows + 8,
                      .class_of = class_of}};
    assert_true(told_find(&in, &t));
    *g = (grown){t.looked_at, m.peak, t.items.count, t.more, t.capped};
    told_free(&t, &m.allocator);
    assert_int_equal(m.live, 0);
}

static void equal_sentences_grow(void **state) {
    for (uint32_t rows = MANY / 4; rows <= MANY; rows *= 2) {
        grown g;
        grow(rows, 0, NULL, &g);
        assert_int_equal(g.looked_at, 8 * (uint64_t)(rows - 1));
        assert_int_equal(g.pairs, LEDE_REPEAT_PHRASES);
        assert_true(g.more && !g.capped);
        assert_true(g.peak <= 200 * (size_t)rows);
    }
}

static void overlapping_sentences_grow(void **state) {
    for (uint32_t rows = MANY / 4; rows <= MANY; rows *= 2) {
        grown g;
        grow(rows, 1, NULL, &g);
        assert_true(g.looked_at <= 28 * (uint64_t)rows);
        assert_true(g.more && !g.capped);
        assert_true(g.peak <= 200 * (size_t)rows);
    }
}

static void frequent_words_grow(void **state) {
    static uint32_t terms[MANY + 8];
    uint64_t random = 14;
    for (uint32_t i = 0; i < MANY + 8; i++) {
        terms[i] = (uint32_t)(next_random(&random) % 100);
    }
    for (uint32_t rows = MANY / 16; rows <= MANY / 4; rows *= 2) {
        grown g;
        grow(rows, 1, terms, &g);
        assert_true(g.looked_at <= 2 * TOLD_NEAR * 8 * (uint64_t)rows);
        assert_true(g.more && g.capped);
        assert_true(g.peak <= 200 * (size_t)rows);
    }
}

/* ---- Memory ----------------------------------------------------------------------- */

static void no_memory(void **state) {
    static made m;
    bool done = false;
    make(&m, 20);
    for (uint32_t row = 0; row < 20; row++) {
        uint32_t first = m.word_count;
        for (uint32_t n = 0; n < 8; n++) {
            add_word(&m, (row + n) % 20);
        }
        add_sentence(&m, first);
    }
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        told_pairs t;
        drying_init(&memory, fail_at, false);
        m.in.allocator = &memory.allocator;
        done = told_find(&m.in, &t);
        told_free(&t, &memory.allocator);
        drying_expect_balance(&memory);
        assert_true(fail_at < 50);
        assert_true(fail_at > 8 || !done);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_other_words),
        cmocka_unit_test(thresholds),
        cmocka_unit_test(distinct_words),
        cmocka_unit_test(equal_sentences),
        cmocka_unit_test(headings),
        cmocka_unit_test(words_shown),
        cmocka_unit_test(at_most_three),
        cmocka_unit_test(random_documents),
        cmocka_unit_test(three_frequent_words),
        cmocka_unit_test(few_words),
        cmocka_unit_test(equal_sentences_grow),
        cmocka_unit_test(overlapping_sentences_grow),
        cmocka_unit_test(frequent_words_grow),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
