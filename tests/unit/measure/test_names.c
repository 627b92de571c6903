/* SPDX-License-Identifier: MIT */
#include "unit/measure/measure_support.h"

#include "measure/names.h"

/* The words for which `asked` says yes, a bar behind each. */
static void expect_words(const char *text, const char *language, const char *wanted,
                         bool (*asked)(names *, const lede_sentence *, uint32_t)) {
    opened o;
    char found[500];
    size_t n = 0;
    opened_text(&o, text, language);
    names these = names_of(&o.d);
    for (size_t s = 0; s < o.d.sentences.count; s++) {
        const lede_sentence *sentence = &o.d.sentences.items[s];
        for (uint32_t i = 0; i < sentence->word_count; i++) {
            const lede_word *w = &o.d.words.items[sentence->first_word + i];
            if (w->kind != LEDE_WORD_MARK &&
                asked(&these, sentence, sentence->first_word + i)) {
                n = add_text(found, n, o.d.page.text + w->span.begin,
                             w->span.end - w->span.begin);
                n = add_text(found, n, "|", 1);
            }
        }
    }
    found[n] = '\0';
    assert_string_equal(found, wanted);
    opened_close(&o);
}

static const char english[] =
    "The old boat of Mary Pengelly came in today, and the Harbour Office was told. "
    "Nobody at the harbour office knew why it was late. \"Patience,\" said Mary. "
    "One word was on the boat: Unbelievable. Then (Then!) it went away again.";

static void test_capitals(void **state) {
    expect_words(english, NULL, "Mary|Pengelly|Harbour|Office|Mary|", names_capital);
}

/* "Harbour" is also written "harbour". */
static void test_names(void **state) {
    expect_words(english, NULL, "Mary|Pengelly|Mary|", names_has);
}

/* Where nouns have capitals they tell nothing. */
static void test_german(void **state) {
    static const char text[] =
        "Der Kapit\xC3\xA4n brachte das Schiff mit der Ladung in den Hafen. Am Abend kam "
        "ein Sturm, und die Mannschaft blieb im Wirtshaus. Die Fischer reparierten ihre "
        "Netze, der Wirt erz\xC3\xA4hlte Geschichten von einem Leuchtturm und seinem "
        "W\xC3\xA4rter. Gegen Morgen legte sich der Wind, die Wellen wurden kleiner.";
    expect_words(text, "de", "", names_capital);
    expect_words(text, "de", "", names_has);
}

static void test_text_in_capitals(void **state) {
    expect_words("THE BOAT CAME INTO THE HARBOUR TODAY. NOBODY KNEW WHY THE CAPTAIN HAD "
                 "WAITED UNTIL EVENING, WHILE OTHER BOATS LEFT BEFORE SUNRISE WITH THEIR "
                 "CARGO. SMALL CHILDREN STOOD ALONG THE WALL WITH PAPER FLAGS.",
                 NULL, "", names_capital);
}

/* A few names among few words are names all the same. */
static void test_short_text(void **state) {
    expect_words("There Mary Pengelly met Clement.", NULL, "Mary|Pengelly|Clement|",
                 names_has);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_capitals),   cmocka_unit_test(test_names),
        cmocka_unit_test(test_german),     cmocka_unit_test(test_text_in_capitals),
        cmocka_unit_test(test_short_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
