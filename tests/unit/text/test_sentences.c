/* SPDX-License-Identifier: MIT */
/* How sentences are put together; where they end, in words of English, is in
 * tests/spec/segmentation.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/text_support.h"

#define MOST 8

/* Sentences with a bar between two, and why each ended. */
typedef struct split {
    const char *text;
    uint8_t ends[MOST];
} split;

/* Drops the bars into *text. */
static void without_bars(const char *marked, char *text) {
    for (; *marked != '\0'; marked++) {
        if (*marked != '|') {
            *text++ = *marked;
        }
    }
    *text = '\0';
}

static void show(const lede_document *d, char *out) {
    for (size_t i = 0; i < d->sentences.count; i++) {
        lede_span s = d->sentences.items[i].span;
        if (i > 0) {
            uint32_t last = d->sentences.items[i - 1].span.end;
            memcpy(out, "|", 1);
            memcpy(out + 1, d->page.text + last, s.begin - last);
            out += 1 + s.begin - last;
        }
        memcpy(out, d->page.text + s.begin, s.end - s.begin);
        out += s.end - s.begin;
    }
    *out = '\0';
}

static void check_with(const split *c, lede_enumerators enumerators) {
    char text[512], found[600];
    opened o;
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    options.newlines = LEDE_NEWLINES_SOFT;
    options.enumerators = enumerators;
    without_bars(c->text, text);
    opened_bytes(&o, text, strlen(text), &options);
    show(&o.d, found);
    assert_string_equal(found, c->text);
    for (size_t i = 0; i < o.d.sentences.count; i++) {
        assert_int_equal(o.d.sentences.items[i].ended_by, c->ends[i]);
    }
    opened_close(&o);
}

static void check(const split *c) {
    check_with(c, LEDE_ENUMERATORS_ATTACH);
}

enum {
    BLOCK = LEDE_END_BLOCK,
    TERM = LEDE_END_TERMINATOR,
    STOP = LEDE_END_FULL_STOP,
    START = LEDE_END_STARTER,
    DOTS = LEDE_END_ELLIPSIS,
    GLUED = LEDE_END_GLUED,
    LIST = LEDE_END_LIST,
};

static void ends(void **state) {
    static const split cases[] = {
        {"He left.| She stayed!| Why?| Nobody...", {STOP, TERM, TERM, DOTS}},
        {"He left.| She stayed and nobody in the whole of the long town ever asked her "
         "why",
         {STOP, BLOCK}},
        {"He is in the U.S.| The end.", {START, STOP}},
        {"He gave the order.|The guns fell.", {GLUED, STOP}},
        {"He left the U.S.", {STOP}},
        {"He left \xE2\x80\xA6| She stayed.", {DOTS, STOP}},
        {"He left. . .| She stayed.", {DOTS, STOP}},
        {"He left! ! !| She stayed.", {TERM, STOP}},
        {"He left. !| She stayed.", {TERM, STOP}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(&cases[i]);
    }
}

/* What stands behind a terminator and belongs to it. */
static void closers(void **state) {
    static const split cases[] = {
        {"\"Go.\"| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"(He went.)| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"\xE2\x80\x9CGo.\xE2\x80\x9D| He left.",
         {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"(\xE2\x80\x9CGo.\xE2\x80\x9D)| He left.",
         {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"\xC2\xAB Go! \xC2\xBB| He left.", {LEDE_END_TERMINATOR, LEDE_END_FULL_STOP}},
        {"\xE2\x80\x9EGo!\xE2\x80\x9C| He left.",
         {LEDE_END_TERMINATOR, LEDE_END_FULL_STOP}},
        {"*He went.*| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"He went.| \"Go,\" he said.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"He went.| 'Tis late.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"He went.| \xE2\x80\x99Tis late.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"He went.[1]| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"He went. [12]| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"He went.[note 3]| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"He went.| [She stayed.]| He left.",
         {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(&cases[i]);
    }
}

/* Straight quotes have no side: one glued to another closer closes as well. */
static void straight_closers_in_a_row(void **state) {
    static const split cases[] = {
        {"(He said \"Go.\")| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"\"He said 'Go.'\"| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
        {"\"Go.\"[1]| He left.", {LEDE_END_FULL_STOP, LEDE_END_FULL_STOP}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(&cases[i]);
    }
}

/* ---- Lists inside a paragraph ---------------------------------------------------- */

#define BULLET "\xE2\x80\xA2"

/* An item begins a sentence, whatever stands before it. */
static void lists(void **state) {
    static const split cases[] = {
        {"1. Open the box.| 2. Lift the lamp.| 3. Go.", {STOP, STOP, STOP}},
        {"1. Open the box| 2. Lift the lamp| 3. Go", {LIST, LIST, BLOCK}},
        {"a) open the box| b) lift the lamp", {LIST, BLOCK}},
        {"1.) Open the box| 2.) Lift the lamp.", {LIST, STOP}},
        {BULLET " 1. Open the box| " BULLET " 2. Lift the lamp.", {LIST, STOP}},
        {"9. Is it open?| 10. Lift the lamp!| Do it.| 11. Go.", {TERM, TERM, STOP, STOP}},
        {"1. See No. 5, p. 7 of it| 2. Go.", {LIST, STOP}},
        {"He may 1. open the box 2. lift the lamp.", {STOP}}, /* it must open the block */
        {"1. Open the box 3. lift the lamp.", {STOP}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(&cases[i]);
    }
}

/* The number is a sentence of its own, in a list and wherever it opens a sentence. */
static void own_enumerators(void **state) {
    static const split cases[] = {
        {"1.| Open the box.| 2.| Lift the lamp.", {LIST, STOP, LIST, STOP}},
        {"1.| Open the box| 2.| Lift the lamp", {LIST, LIST, LIST, BLOCK}},
        {"1.)| Open the box| 2.)| Lift it.", {LIST, LIST, LIST, STOP}},
        {BULLET " 1.| Open the box.", {LIST, STOP}},
        {"The box is open.| 4.| The lamp is lit.", {STOP, LIST, STOP}},
        {"The box is open at No. 4.| The lamp is lit.", {STOP, STOP}},
        {"The box of No. 4.5 is open.", {STOP}},
        {"1.5 boxes are open.| They are lit.", {STOP, STOP}},
        {"1.", {STOP}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_with(&cases[i], LEDE_ENUMERATORS_OWN);
    }
}

static void counts(void **state) {
    opened o;
    opened_text(&o, "He left, \"again\". 5 of us - no: 6 - stayed.", NULL);
    assert_int_equal(o.d.sentences.count, 2);
    const lede_sentence *s = o.d.sentences.items;
    assert_int_equal(s[0].first_word, 0);
    assert_int_equal(s[0].word_count, 7);
    assert_int_equal(s[0].words, 3);
    assert_int_equal(s[1].first_word, 7);
    assert_int_equal(s[1].word_count, 10);
    assert_int_equal(s[1].words, 6);
    assert_int_equal(s[0].block, 0);
    opened_close(&o);
}

/* A heading and a date stamp are one unit, whatever stands in them. */
static void one_unit(void **state) {
    opened o;
    opened_text(&o, "date 2024-03-23\n\nDr. Ito of the Sea. A Tale\n\nHe left. He ran.",
                NULL);
    assert_int_equal(o.d.page.blocks.count, 3);
    static const uint32_t first[] = {0, 1, 2}, count[] = {1, 1, 2};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(o.d.page.blocks.items[i].first_sentence, first[i]);
        assert_int_equal(o.d.page.blocks.items[i].sentence_count, count[i]);
    }
    assert_int_equal(o.d.sentences.count, 4);
    assert_int_equal(o.d.sentences.items[1].ended_by, LEDE_END_BLOCK);
    assert_int_equal(o.d.sentences.items[3].block, 2);
    opened_close(&o);
}

/* A block's end ends a sentence, and no evidence crosses it. */
static void blocks(void **state) {
    opened o;
    opened_text(&o, "He met Mr.\n\nSmith left. So did she.", NULL);
    assert_int_equal(o.d.sentences.count, 3);
    assert_int_equal(o.d.sentences.items[0].ended_by, LEDE_END_FULL_STOP);
    assert_int_equal(o.d.sentences.items[1].block, 1);
    opened_close(&o);
}

/* ---- Boundaries ------------------------------------------------------------------ */

#define JUDGED                                                                           \
    "The talks with Mr. Brandt ended at 5 p.m. on Tuesday. Why?No one knew... [Sic]. "   \
    "Harold T. Orr left. See No. 5, or Jan. 12.\n\n1. Open it.Then rest"

static const struct {
    const char *text;
    lede_boundary_rule rule;
    bool ends;
} judged[] = {
    {"Mr.", LEDE_BOUNDARY_TITLE, false},     {"p.m.", LEDE_BOUNDARY_GOES_ON, false},
    {"Tuesday.", LEDE_BOUNDARY_SCORE, true}, {"Why?", LEDE_BOUNDARY_GLUED, true},
    {"knew...", LEDE_BOUNDARY_SCORE, true},  {".", LEDE_BOUNDARY_SCORE, true},
    {"T.", LEDE_BOUNDARY_INITIAL, false},    {"left.", LEDE_BOUNDARY_SCORE, true},
    {"No.", LEDE_BOUNDARY_NUMBERED, false},  {"Jan.", LEDE_BOUNDARY_BEFORE_NUMBER, false},
    {"12.", LEDE_BOUNDARY_BLOCK, true},      {"1.", LEDE_BOUNDARY_ENUMERATOR, false},
    {"it.", LEDE_BOUNDARY_GLUED, true},      {"rest", LEDE_BOUNDARY_BLOCK, true},
};

static void check_judged(const lede_document *d, size_t i) {
    const lede_boundary *b = &d->boundaries.items[i];
    const char *text = d->page.text + b->span.begin;
    size_t n = b->span.end - b->span.begin;
    if (n != strlen(judged[i].text) || memcmp(text, judged[i].text, n) != 0 ||
        b->rule != judged[i].rule || (b->ends != 0) != judged[i].ends) {
        fail_msg("\"%.*s\": rule %d, ends %d; expected \"%s\": %d, %d", (int)n, text,
                 b->rule, b->ends, judged[i].text, judged[i].rule, judged[i].ends);
    }
    assert_int_equal(b->rule == LEDE_BOUNDARY_SCORE, b->score != 0);
}

/* Every sentence ends at the one boundary of it that says so, the last; none overlap. */
static void check_ends(const lede_document *d) {
    uint32_t sentence = 0, last = 0;
    for (size_t i = 0; i < d->boundaries.count; i++) {
        const lede_boundary *b = &d->boundaries.items[i];
        assert_int_equal(b->sentence, sentence);
        lede_span span = d->sentences.items[sentence].span;
        assert_true(b->span.begin >= span.begin && b->span.end <= span.end);
        assert_int_equal(b->ends != 0, b->span.end == span.end);
        assert_true(b->span.begin >= last && b->span.begin < b->span.end);
        last = b->span.end;
        sentence += b->ends;
    }
    assert_int_equal(sentence, d->sentences.count);
}

static void boundaries(void **state) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    options.language = "en";
    options.keep_boundaries = 1;
    opened_bytes(&o, JUDGED, strlen(JUDGED), &options);
    assert_int_equal(o.d.boundaries.count, COUNT(judged));
    for (size_t i = 0; i < COUNT(judged); i++) {
        check_judged(&o.d, i);
    }
    check_ends(&o.d);
    opened_close(&o);
    opened_text(&o, JUDGED, NULL);
    assert_int_equal(o.d.boundaries.count, 0);
    opened_close(&o);
}

/* Items are boundaries too; each in its place, and every sentence has its end. */
static void list_boundaries(void **state) {
    static const char text[] =
        "1. Open it 2. Lift it! Why? 3. See Mr. 4. Go.\n\nSo be it. 5. Stay.";
    static const size_t listed[] = {1, 5}; /* own numbers: four more ends */
    for (int own = 0; own < 2; own++) {
        lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
        opened o;
        size_t found = 0;
        options.language = "en";
        options.keep_boundaries = 1;
        options.enumerators = own ? LEDE_ENUMERATORS_OWN : LEDE_ENUMERATORS_ATTACH;
        opened_bytes(&o, text, sizeof text - 1, &options);
        check_ends(&o.d);
        assert_int_equal(o.d.boundaries.count, o.d.evidence.count);
        for (size_t i = 0; i < o.d.boundaries.count; i++) {
            found += o.d.boundaries.items[i].rule == LEDE_BOUNDARY_LIST;
        }
        assert_int_equal(found, listed[own]);
        opened_close(&o);
    }
}

/* The word before a place belongs to the first of several. */
static void boundaries_in_a_row(void **state) {
    static const char *const texts[] = {
        "It le.g.\xE2\x99\x80.",
        "See e.g.?\xE2\x99\x80. So did the U.S.\xF0\x9F\x98\x80! Why?\xF0\x9F\x98\x80.",
        "He left.\xF0\x9F\x98\x80. \xF0\x9F\x98\x80 She did * * too etc.* * And so on.",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
        opened o;
        options.language = "en";
        options.keep_boundaries = 1;
        opened_bytes(&o, texts[i], strlen(texts[i]), &options);
        assert_true(o.d.boundaries.count > 1);
        check_ends(&o.d);
        opened_close(&o);
    }
}

/* Two blocks of any number of words each get their own words. */
static void blocks_of_any_length(void **state) {
    for (size_t first = 1; first < 70; first++) {
        for (size_t second = 1; second < 70; second += 3) {
            opened o;
            char text[512] = "";
            for (size_t i = 0; i < first + second; i++) {
                strcat(text, i == first ? "\n\n" : i > 0 ? " " : "");
                strcat(text, "so");
            }
            opened_text(&o, text, NULL);
            assert_int_equal(o.d.sentences.count, 2);
            assert_int_equal(o.d.sentences.items[0].word_count, first);
            assert_int_equal(o.d.sentences.items[1].first_word, first);
            assert_int_equal(o.d.sentences.items[1].word_count, second);
            assert_int_equal(o.d.sentences.items[1].block, 1);
            opened_close(&o);
        }
    }
}

static void empty(void **state) {
    opened o;
    opened_text(&o, " \n ", NULL);
    assert_int_equal(o.d.sentences.count, 0);
    assert_int_equal(o.d.words.count, 0);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends),
        cmocka_unit_test(closers),
        cmocka_unit_test(straight_closers_in_a_row),
        cmocka_unit_test(lists),
        cmocka_unit_test(own_enumerators),
        cmocka_unit_test(counts),
        cmocka_unit_test(one_unit),
        cmocka_unit_test(blocks),
        cmocka_unit_test(boundaries),
        cmocka_unit_test(list_boundaries),
        cmocka_unit_test(boundaries_in_a_row),
        cmocka_unit_test(blocks_of_any_length),
        cmocka_unit_test(empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
