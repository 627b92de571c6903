/* SPDX-License-Identifier: MIT */
#include "unit/measure/style_support.h"

#include "support/hostile.h"

static void test_nominalisations(void **state) {
    expect_hits("The installation of the equipment was a question of a moment.",
                LEDE_HIT_NOMINALISATION, "installation|equipment|");
    expect_hits("We took the train to Florence with Clement.", LEDE_HIT_NOMINALISATION,
                "");
}

static void test_adverbs(void **state) {
    expect_hits("Slowly the family boat went quietly past Emily.", LEDE_HIT_ADVERB,
                "Slowly|quietly|");
}

static void test_hedges(void **state) {
    expect_hits("Perhaps the boat is sort of late, and it might sink in May or may not.",
                LEDE_HIT_HEDGE, "Perhaps|sort of|might|may|");
    expect_hits("It is a sort, of a kind.", LEDE_HIT_HEDGE, "");
    expect_hits("To some extent it is.", LEDE_HIT_HEDGE, "To some extent|");
    expect_hits_in("Costa un po' di pi\xC3\xB9.", "it", LEDE_HIT_HEDGE, "un po|");
}

/* Only where something begins. */
static void test_transitions(void **state) {
    expect_hits("However, the boat left; moreover, it was, in fact, late.",
                LEDE_HIT_TRANSITION, "However|moreover|in fact|");
    expect_hits("The boat left however late it was and was in fact late.",
                LEDE_HIT_TRANSITION, "");
    expect_hits("\"First of all, the boat left.\"", LEDE_HIT_TRANSITION, "First of all|");
    expect_hits("In fact.", LEDE_HIT_TRANSITION, "In fact|");
}

/* A capital inside a sentence, and no small letter anywhere. */
static void test_hard_words(void **state) {
    expect_hits("Unbelievably, the harbourmaster met Constantinople Smith.",
                LEDE_HIT_HARD_WORD, "Unbelievably|harbourmaster|");
    expect_hits("The Harbourmaster met a harbourmaster there.", LEDE_HIT_HARD_WORD,
                "Harbourmaster|harbourmaster|");
}

/* Of more than 12 letters; of compounds a part. */
static void test_long_words(void **state) {
    expect_hits("A constellation of harbourmaster, harbourmasters, the "
                "state-of-the-art-boats and self-congratulations at "
                "https://harbourmasterhouse.example.",
                LEDE_HIT_LONG_WORD,
                "constellation|harbourmaster|harbourmasters|self-congratulations|");
    expect_hits("interpretive demonstrator", LEDE_HIT_LONG_WORD, "");
}

static void test_places(void **state) {
    subject s;
    subject_open_style(&s, "It left. However, it was, in fact, not sold.", NULL);
    style x = style_of(&s);
    static const lede_hit wanted[] = {{1, 3, 1, LEDE_HIT_TRANSITION},
                                      {1, 8, 2, LEDE_HIT_TRANSITION}};
    assert_int_equal(x.hits.count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(x.hits.items[i].sentence, wanted[i].sentence);
        assert_int_equal(x.hits.items[i].first_word, wanted[i].first_word);
        assert_int_equal(x.hits.items[i].word_count, wanted[i].word_count);
        assert_int_equal(x.hits.items[i].kind, wanted[i].kind);
    }
    style_free(&x);
    subject_close(&s);
}

static void test_uncounted(void **state) {
    subject s;
    subject_open_style(&s, "It was sold. Perhaps it was quickly sold.", NULL);
    s.counted[1] = 0;
    style x = style_of(&s);
    assert_int_equal(x.hits.count, 1);
    assert_int_equal(x.s.hits[LEDE_HIT_PASSIVE], 1);
    style_free(&x);
    subject_close(&s);
}

/* ---- What the language has data for ---------------------------------------------- */

static uint32_t kinds_in(const char *text, const char *language) {
    subject s;
    subject_open_style(&s, text, language);
    style x = style_of(&s);
    uint32_t kinds = x.s.hit_kinds;
    style_free(&x);
    subject_close(&s);
    return kinds;
}

static void test_known_kinds(void **state) {
    uint32_t all = (1u << LEDE_HIT_COUNT) - 1, hard = 1u << LEDE_HIT_HARD_WORD;
    assert_int_equal(kinds_in("The boat.", "en"), all);
    assert_int_equal(kinds_in("Das Boot.", "de") & hard, 0);
    assert_int_equal(kinds_in("The boat.", "qq"), 1u << LEDE_HIT_LONG_WORD);
}

/* ---- Memory and hostile texts ------------------------------------------------------ */

static const char full[] = "Perhaps it was quickly sold. Perhaps it is late. However, it "
                           "is an installation. Perhaps. Perhaps. Perhaps.";

static void test_no_memory(void **state) {
    subject s;
    size_t fail_at = 1;
    bool done = false;
    subject_open_style(&s, full, NULL);
    for (; !done; fail_at++) {
        style x = {.hits = {0}};
        counting c;
        counting_init(&c, fail_at);
        s.m.allocator = &c.allocator;
        done = style_measure(&s.m, &x.s, &x.hits, &x.runs);
        VEC_FREE(&x.hits, &c.allocator);
        VEC_FREE(&x.runs, &c.allocator);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
    }
    assert_true(fail_at > 4);
    subject_close(&s);
}

static void expect_ordered(const subject *s, const style *x) {
    uint32_t counts[LEDE_HIT_COUNT] = {0};
    for (size_t i = 0; i < x->hits.count; i++) {
        const lede_hit *h = &x->hits.items[i], *before = i > 0 ? h - 1 : NULL;
        const lede_sentence *sentence = &s->o.d.sentences.items[h->sentence];
        assert_true(h->first_word >= sentence->first_word && h->word_count > 0);
        assert_true(h->first_word + h->word_count <=
                    sentence->first_word + sentence->word_count);
        assert_true(before == NULL || before->first_word < h->first_word ||
                    (before->first_word == h->first_word && before->kind < h->kind));
        counts[h->kind]++;
    }
    assert_memory_equal(counts, x->s.hits, sizeof counts);
}

static void expect_sound(const char *bytes, size_t n) {
    subject s;
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    opened_bytes(&s.o, bytes, n, &options);
    subject_prepare(&s);
    subject_ask_lists(&s);
    style x = style_of(&s);
    expect_ordered(&s, &x);
    style_free(&x);
    subject_close(&s);
}

static void test_hostile(void **state) {
    for (size_t i = 0; i < HOSTILE_COUNT(hostile_marks); i++) {
        text_buffer t = hostile_text(&hostile_marks[i], 6000);
        expect_sound(t.bytes, t.n);
        free(t.bytes);
    }
    for (size_t i = 0; i < HOSTILE_COUNT(hostile_lines); i++) {
        text_buffer t = hostile_text(&hostile_lines[i], 6000);
        expect_sound(t.bytes, t.n);
        free(t.bytes);
    }
}

/* Words of every kind, with marks between them. */
static void test_random(void **state) {
    static const char *const bits[] = {"is ",
                                       "was ",
                                       "not ",
                                       "quickly ",
                                       "sold ",
                                       "taken ",
                                       "in fact",
                                       "In fact, ",
                                       "in ",
                                       "fact ",
                                       "as ",
                                       "a ",
                                       "matter ",
                                       "of ",
                                       "fact. ",
                                       ", ",
                                       ". ",
                                       "; ",
                                       "\n\n",
                                       "perhaps ",
                                       "sort of ",
                                       "sort ",
                                       "Installation ",
                                       "however ",
                                       "However, ",
                                       "\"",
                                       "(",
                                       ") ",
                                       ": ",
                                       "to some extent ",
                                       "to some ",
                                       "The ",
                                       "He ",
                                       "May ",
                                       "%"};
    uint64_t random = 31;
    for (size_t round = 0; round < 300; round++) {
        char text[3000];
        size_t n = 0, count = next_random(&random) % 150;
        for (size_t i = 0; i < count; i++) {
            const char *bit = bits[next_random(&random) % COUNT(bits)];
            n = add_text(text, n, bit, strlen(bit));
        }
        expect_sound(text, n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nominalisations), cmocka_unit_test(test_adverbs),
        cmocka_unit_test(test_hedges),          cmocka_unit_test(test_transitions),
        cmocka_unit_test(test_hard_words),      cmocka_unit_test(test_long_words),
        cmocka_unit_test(test_places),          cmocka_unit_test(test_uncounted),
        cmocka_unit_test(test_known_kinds),     cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_hostile),         cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
