/* SPDX-License-Identifier: MIT */
#include "text/folds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/drying.h"
#include "unit/text/text_support.h"

typedef struct folded {
    opened o;
    folds f;
} folded;

static void folded_open(folded *x, const char *text, const char *language) {
    opened_text(&x->o, text, language);
    assert_true(folds_build(&x->f, &x->o.d, &memory_default));
    assert_int_equal(x->f.terms, x->o.d.terms.count);
}

static void folded_close(folded *x) {
    folds_free(&x->f);
    opened_close(&x->o);
}

static uint32_t class_of(const folded *x, const char *key) {
    uint32_t term = term_number(&x->o.d, key);
    assert_true(term != LEDE_NONE);
    return x->f.class_of[term];
}

static unsigned kind_of(const folded *x, const char *key) {
    uint32_t term = term_number(&x->o.d, key);
    assert_true(term != LEDE_NONE);
    return x->f.kinds[term];
}

/* The word that stands for a word: "point" for "points", if the text has it. */
static void expect_class(const char *text, const char *key, const char *wanted) {
    folded x;
    folded_open(&x, text, NULL);
    uint32_t class = class_of(&x, key);
    lede_span found = x.o.d.terms.items[class].key;
    char shown[64] = "";
    assert_true(found.end - found.begin < sizeof shown);
    memcpy(shown, x.o.d.keys.items + found.begin, found.end - found.begin);
    assert_string_equal(shown, wanted);
    folded_close(&x);
}

static void expect_kind(const char *text, const char *key, unsigned mask,
                        unsigned wanted) {
    folded x;
    folded_open(&x, text, NULL);
    assert_int_equal(kind_of(&x, key) & mask, wanted);
    folded_close(&x);
}

/* ---- What is folded ------------------------------------------------------------------
 */

static void endings_are_attested(void **state) {
    expect_class("The point is here. These points too.", "points", "point");
    expect_class("These points too.", "points", "points");
    expect_class("A city grew. The cities grew.", "cities", "city");
    expect_class("The box fell. The boxes fell.", "boxes", "box");
    expect_class("They plan it. They planned it.", "planned", "plan");
    expect_class("They plan it. They were planning it.", "planning", "plan");
    expect_class("They use it. They used it.", "used", "use");
    expect_class("We rush glue. Nobody rushed glue.", "rushed", "rush");
    expect_class("The knife fell. The knives fell.", "knives", "knife");
    expect_class("The woman came. The women came.", "women", "woman");
    /* The base of a base is one word with both. */
    expect_class("They care. They cared. The car.", "cared", "care");
    /* No ending is taken off that the language does not name. */
    expect_class("A quick boat. It came quickly.", "quickly", "quickly");
    expect_class("He is a good teacher. They teach it.", "teacher", "teacher");
}

static void order_does_not_matter(void **state) {
    expect_class("These points too. The point is here.", "points", "point");
    expect_class("He planned. He was planning. He will plan.", "planning", "plan");
    expect_class("He will plan. He was planning. He planned.", "planned", "plan");
}

static void words_of_their_own(void **state) {
    expect_class("The new boat. The news of it.", "news", "news");
    expect_class("An arm of the sea. The arms race.", "arms", "arms");
    /* Neither stop words nor what opens no phrase stand for a word. */
    expect_class("It will be so. The being left.", "being", "being");
    expect_class("One hundred boats. Hundreds of boats.", "hundreds", "hundreds");
    expect_class("They thing it. The things.", "things", "thing");
    /* Numbers are no words. */
    expect_class("The 21 boats. The 21s.", "21s", "21s");
}

static void names_are_not_folded(void **state) {
    static const char hughes[] = "Then Hugh came. Later Hughes came by.";
    expect_class(hughes, "hughes", "hughes");
    /* Only a possessive. */
    expect_class("Then Hugh came. Later Hugh's boat came.", "hugh's", "hugh");
    expect_class("The wall fell. Then the Walls fell.", "walls", "walls");
    expect_class("The wall fell. Then the Walls fell. The walls.", "walls", "wall");
    /* What begins sentences may be any word, if the other is none that has a capital. */
    expect_class("Points rose. The point rose.", "points", "point");
    expect_class("Points rose. Point it out.", "points", "points");
    /* A capital inside a sentence, and no small letter anywhere: a name. */
    expect_class("The Point rose. The points rose.", "points", "points");
    expect_class("A sign says: Point north. The points rose.", "points", "point");
}

static void possessives(void **state) {
    expect_class("Iran's plan. Of Iran.", "iran's", "iran");
    expect_class("Iran\xE2\x80\x99s plan. Of Iran.", "iran's", "iran");
    expect_class("Iran's plan.", "iran's", "iran's");
    expect_kind("Iran's plan.", "iran's", FOLD_POSSESSIVE, FOLD_POSSESSIVE);
    expect_kind("Of Iran.", "iran", FOLD_POSSESSIVE, 0);
    expect_class("The captain's boat. The captains came. A captain.", "captain's",
                 "captain");
    /* No noun: "it's" is a stop word. */
    expect_kind("It's here. It is.", "it's", FOLD_POSSESSIVE | FOLD_WORD, 0);
}

/* ---- What words are -----------------------------------------------------------------
 */

#define ANY                                                                              \
    (FOLD_WORD | FOLD_CONTENT | FOLD_OPENS | FOLD_NOT_FIRST | FOLD_NOT_LAST |            \
     FOLD_ARTICLE | FOLD_DOUBLED)

static void kinds_of_words(void **state) {
    static const char twice[] = "Boat, the with back, make said three a b 12 had and. "
                                "Boat, the with back, make said three a b 12 had and.";
    expect_kind(twice, "boat", ANY, FOLD_WORD | FOLD_CONTENT);
    expect_kind(twice, "back", ANY, FOLD_WORD | FOLD_CONTENT | FOLD_NOT_FIRST);
    expect_kind(twice, "make", ANY, FOLD_WORD | FOLD_CONTENT | FOLD_NOT_LAST);
    expect_kind(twice, "said", ANY, FOLD_WORD);
    expect_kind(twice, "three", FOLD_CONTENT | FOLD_OPENS, 0);
    expect_kind(twice, "12", ANY, 0);
    expect_kind(twice, "b", FOLD_CONTENT, 0);
    expect_kind(twice, "with", ANY, FOLD_OPENS);
    expect_kind(twice, "the", ANY, FOLD_ARTICLE);
    expect_kind(twice, "a", ANY, FOLD_ARTICLE);
    expect_kind(twice, "had", ANY, FOLD_DOUBLED); /* an auxiliary opens no formula */
    expect_kind(twice, "and", ANY, 0);            /* nor does a conjunction */
}

/* Of what is there once, nobody asks. */
static void once_is_not_asked(void **state) {
    expect_kind("Boat with it.", "boat", ANY, FOLD_WORD);
    expect_kind("Boat with it.", "with", ANY, 0);
    expect_kind("A boat at sea. Boats at sea.", "boat", ANY, FOLD_WORD | FOLD_CONTENT);
}

static void names(void **state) {
    const unsigned some = FOLD_NAMELESS | FOLD_INSIDE;
    expect_kind("Then Oona came.", "oona", some, FOLD_INSIDE);
    expect_kind("Then Oona came. An oona.", "oona", some, some);
    expect_kind("Oona came.", "oona", some, 0);
    expect_kind("It came.", "came", some, FOLD_NAMELESS);
    /* One of the forms is written small: then the class is no name. */
    expect_kind("The wall fell. The Walls fell.", "wall", FOLD_NAMELESS, FOLD_NAMELESS);
    expect_kind("He said: Boat ahoy.", "boat", some, 0);
    /* A heading has capitals everywhere. */
    expect_kind("The Old Lighthouse\n\nIt fell.", "lighthouse", FOLD_INSIDE, 0);
}

static void counts_are_of_classes(void **state) {
    folded x;
    folded_open(&x, "Point One\n\nThe point is here. These points too, point.", NULL);
    assert_int_equal(x.f.counts[class_of(&x, "points")], 4);
    assert_int_equal(class_of(&x, "point"), class_of(&x, "points"));
    assert_int_equal(x.f.counts[class_of(&x, "here")], 1);
    folded_close(&x);
}

/* ---- Languages ----------------------------------------------------------------------
 */

static void languages_without_rules(void **state) {
    folded x;
    folded_open(&x, "The point is here. These points too. Iran's. Iran.", "xx");
    assert_false(x.f.folded);
    assert_false(x.f.formulas);
    assert_true(class_of(&x, "points") != class_of(&x, "point"));
    folded_close(&x);
    folded_open(&x, "", NULL);
    assert_true(x.f.folded && x.f.formulas && !x.f.capital_nouns);
    assert_int_equal(x.f.terms, 0);
    folded_close(&x);
}

static void lack_of_memory(void **state) {
    opened o;
    bool done = false;
    opened_text(&o, "The points of Iran's plan. A point of Iran.", NULL);
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        folds f;
        drying_init(&memory, fail_at, false);
        done = folds_build(&f, &o.d, &memory.allocator);
        folds_free(&f);
        drying_expect_balance(&memory);
        assert_true(done ? fail_at > 4 : fail_at < 20);
    }
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(endings_are_attested),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(words_of_their_own),
        cmocka_unit_test(names_are_not_folded),
        cmocka_unit_test(possessives),
        cmocka_unit_test(kinds_of_words),
        cmocka_unit_test(once_is_not_asked),
        cmocka_unit_test(names),
        cmocka_unit_test(counts_are_of_classes),
        cmocka_unit_test(languages_without_rules),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
