/* SPDX-License-Identifier: MIT */
#include "measure/metrics.h"

#include "unit/measure/scored.h"

/* ---- Counts -------------------------------------------------------------------- */

/* Flesch's own example sentence: 7 words, 8 syllables. */
static void counts_of_a_sentence(void **state) {
    scored s = score("The cat in the hat ate breakfast.");
    const lede_counts *c = lede_metrics_counts(s.m);
    assert_int_equal(c->sentences, 1);
    assert_int_equal(c->words, 7);
    assert_int_equal(c->syllables, 8);
    assert_int_equal(c->letters, 26);
    assert_int_equal(c->characters, 26);
    assert_int_equal(c->visible, 27);
    assert_int_equal(c->of_syllables[1], 6);
    assert_int_equal(c->of_syllables[2], 1);
    assert_int_equal(c->long_words, 1);
    assert_int_equal(c->short_words, 6);
    assert_int_equal(c->types, 6);
    assert_int_equal(c->prepositions, 1);
    assert_true(near(value_of(&s, "flesch"), 206.835 - 1.015 * 7 - 84.6 * 8 / 7));
    drop(&s);
}

/* Headings, short items and what is set aside are no sentences. */
static void fragments(void **state) {
    scored s =
        score("Shopping list\n\n- milk\n- eggs\n- a loaf of bread from the mill\n\n"
              "We went to town. Advertisement\n\nAdvertisement\n");
    const lede_statistics *t = lede_metrics_statistics(s.m);
    assert_int_equal(lede_metrics_counts(s.m)->sentences, 3);
    assert_int_equal(t->headings, 1);
    assert_int_equal(t->fragments, 3);
    assert_int_equal(t->fragment_words, 4);
    drop(&s);
}

/* Numbers and URLs are words of one syllable; a URL has letters. */
static void numbers_and_urls(void **state) {
    scored s = score("We paid 1805 at https://example.org/a today.");
    const lede_counts *c = lede_metrics_counts(s.m);
    assert_int_equal(c->words, 6);
    assert_int_equal(c->syllables, 1 + 1 + 1 + 1 + 1 + 2);
    assert_int_equal(c->characters - c->letters, 4);
    drop(&s);
}

/* "The BBC" is spelled, a shout is not, and what occurs in lower case is not. */
static void spelled(void **state) {
    scored s = score("She left the BBC last year. He said NO BIG DOGS to us in the US.");
    const lede_counts *c = lede_metrics_counts(s.m);
    assert_int_equal(c->syllables, 1 + 1 + 1 + 3 + 1 + 1 + 10 * 1);
    drop(&s);
    /* A word is no acronym. */
    s = score("He did NOT go.");
    assert_int_equal(lede_metrics_counts(s.m)->syllables, 4);
    drop(&s);
}

/* Names are familiar and not hard; the same word in lower case is neither. */
static void names(void **state) {
    scored a = score("We watched old Ramathorpington from a little window.");
    scored b = score("We watched old ramathorpington from a little window.");
    size_t dale = LEDE_LIST_DALE_3000;
    uint32_t known = lede_metrics_counts(a.m)->lists;
    assert_int_equal(lede_metrics_counts(a.m)->hard_words, 0);
    assert_int_equal(lede_metrics_counts(b.m)->hard_words, 1);
    if ((known & 1u << dale) != 0) {
        assert_int_equal(lede_metrics_counts(b.m)->off_list[dale],
                         lede_metrics_counts(a.m)->off_list[dale] + 1);
    }
    drop(&a);
    drop(&b);
}

/* The stop of an abbreviation or an initial opens nothing. */
static void names_behind_stops(void **state) {
    scored s = score("We went with Mr. Abernathianopoly and with J. K. "
                     "Okonkwodelimanty to the sea.");
    assert_int_equal(lede_metrics_counts(s.m)->hard_words, 0);
    if ((lede_metrics_counts(s.m)->lists & 1u << LEDE_LIST_DALE_3000) != 0) {
        assert_int_equal(lede_metrics_counts(s.m)->off_list[LEDE_LIST_DALE_3000], 0);
    }
    drop(&s);
}

/* Folding writes two letters for one. */
static void letters_as_written(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    scored s = score_with("Die Stra\u00DFe ist gr\u00F6\u00DFer.", "de", options);
    assert_int_equal(lede_metrics_counts(s.m)->letters, 3 + 6 + 3 + 6);
    assert_int_equal(lede_metrics_counts(s.m)->characters, 3 + 6 + 3 + 6);
    assert_int_equal(lede_metrics_counts(s.m)->long_words, 0);
    drop(&s);
}

static void visible(void **state) {
    scored s = score("Caf\xC3\xA9s \xE2\x80\x9Copen\xE2\x80\x9D late,\xC2\xA0"
                     "as ever \xE2\x80\x94 always.");
    assert_int_equal(lede_metrics_counts(s.m)->visible, 5 + 6 + 5 + 2 + 4 + 1 + 7);
    assert_int_equal(lede_metrics_counts(s.m)->commas, 1);
    assert_int_equal(lede_metrics_counts(s.m)->full_stops, 1);
    assert_int_equal(lede_metrics_counts(s.m)->pauses, 1);
    drop(&s);
}

static void japanese(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    /* "Tokyo taawaa he iku." with katakana in the middle */
    scored s = score_with("\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x82\xBF\xE3\x83\xAF\xE3\x83\xBC"
                          "\xE3\x81\xB8\xE8\xA1\x8C\xE3\x81\x8F\xE3\x80\x82",
                          "ja", options);
    const lede_counts *c = lede_metrics_counts(s.m);
    assert_int_equal(c->runs[LEDE_RUN_KANJI], 2);
    assert_int_equal(c->run_length[LEDE_RUN_KANJI], 3);
    assert_int_equal(c->runs[LEDE_RUN_KATAKANA], 1);
    assert_int_equal(c->run_length[LEDE_RUN_KATAKANA], 3);
    assert_int_equal(c->runs[LEDE_RUN_HIRAGANA], 2);
    assert_int_equal(c->run_length[LEDE_RUN_HIRAGANA], 2);
    assert_int_equal(c->full_stops, 1);
    assert_int_equal(status_of(&s, "lix"), LEDE_VALUE_LANGUAGE);
    assert_int_equal(status_of(&s, "ja_tateisi"), LEDE_VALUE_OK);
    drop(&s);
}

/* ---- Values -------------------------------------------------------------------- */

static void nothing_to_score(void **state) {
    static const struct {
        const char *text;
        uint8_t status;
    } cases[] = {{"", LEDE_VALUE_NO_WORDS},
                 {" \n\t\n", LEDE_VALUE_NO_WORDS},
                 {"#", LEDE_VALUE_NO_WORDS},
                 {"\xF0\x9F\x98\x80 \xF0\x9F\x98\x80", LEDE_VALUE_NO_WORDS},
                 {"...", LEDE_VALUE_NO_WORDS},
                 {"1 2 3. 4 5.", LEDE_VALUE_NO_WORDS},
                 {"Introduction\n\nMethods\n\nResults\n", LEDE_VALUE_NO_SENTENCES}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        scored s = score(cases[i].text);
        lede_grade g = lede_metrics_grade(s.m);
        size_t count = 9;
        assert_int_equal(status_of(&s, "flesch"), cases[i].status);
        assert_int_equal(g.median.status, cases[i].status);
        assert_true(g.median.value == 0);
        assert_non_null(lede_metrics_costs(s.m, &count));
        assert_int_equal(count, 0);
        drop(&s);
    }
}

/* English constants are of no other language. */
static void other_languages(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    scored de = score_with("Der Hund schl\xC3\xA4"
                           "ft im Garten. Die Katze jagt eine Maus.",
                           "de", options);
    assert_int_equal(status_of(&de, "flesch"), LEDE_VALUE_LANGUAGE);
    assert_int_equal(status_of(&de, "de_amstad"), LEDE_VALUE_OK);
    assert_int_equal(status_of(&de, "lix"), LEDE_VALUE_OK);
    drop(&de);
    scored none = score_with("Saluton al la mondo. Kiel vi fartas?", "eo", options);
    assert_int_equal(status_of(&none, "flesch"), LEDE_VALUE_LANGUAGE);
    assert_int_equal(status_of(&none, "lix"), LEDE_VALUE_OK);
    assert_int_equal(lede_metrics_counts(none.m)->syllables, 0);
    drop(&none);
    /* A language without data has its formulas all the same. */
    scored hu = score_with("A macska alszik. A kutya ugat.", "hu", options);
    assert_int_equal(status_of(&hu, "hu_flesch"), LEDE_VALUE_NO_SYLLABLES);
    drop(&hu);
}

/* ---- Parts and costs ------------------------------------------------------------ */

static void parts_add_up(void **state) {
    static const lede_unit units[] = {LEDE_UNIT_SECTION, LEDE_UNIT_PARAGRAPH,
                                      LEDE_UNIT_SENTENCE};
    static const size_t wanted[] = {1, 2, 6};
    for (size_t i = 0; i < 3; i++) {
        lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
        options.unit = units[i];
        scored s = score_with(six_sentences, "en", options);
        size_t count = 0;
        uint64_t words = 0, syllables = 0, letters = 0;
        const lede_metrics_part *parts = lede_metrics_parts(s.m, &count);
        assert_int_equal(count, wanted[i]);
        for (size_t k = 0; k < count; k++) {
            words += parts[k].counts.words;
            syllables += parts[k].counts.syllables;
            letters += parts[k].counts.letters;
            assert_true(parts[k].counts.types <= parts[k].counts.words);
        }
        assert_int_equal(words, lede_metrics_counts(s.m)->words);
        assert_int_equal(syllables, lede_metrics_counts(s.m)->syllables);
        assert_int_equal(letters, lede_metrics_counts(s.m)->letters);
        drop(&s);
    }
}

/* A date stamp in front of a part is none of its text. */
static void part_without_stamp(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    options.unit = LEDE_UNIT_SECTION;
    scored s = score_with("date 2024-03-23 The boat left the old harbour at dawn.\n\nIt "
                          "came back late.\n",
                          "en", options);
    size_t count = 0;
    const lede_metrics_part *parts = lede_metrics_parts(s.m, &count);
    assert_int_equal(count, 1);
    assert_int_equal(parts[0].span.begin, strlen("date 2024-03-23 "));
    drop(&s);
}

/* What is said of plain words is what is said of any. */
static void passives_of_plain_words(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    scored s =
        score_with("Das Haus wird heute verkauft. Wir gehen nach Hause.", "de", options);
    assert_int_equal(lede_metrics_statistics(s.m)->hits[LEDE_HIT_PASSIVE], 1);
    assert_int_equal(lede_metrics_counts(s.m)->word_kinds & LEDE_COUNTED_HARD, 0);
    drop(&s);
}

static void sections(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    options.unit = LEDE_UNIT_SECTION;
    scored s =
        score_with("We begin here with a word.\n\nThe first part\n\nIt is short.\n\n"
                   "The second part\n\nIt is shorter. It ends.\n",
                   "en", options);
    size_t count = 0;
    const lede_metrics_part *parts = lede_metrics_parts(s.m, &count);
    assert_int_equal(count, 3);
    assert_int_equal(parts[0].heading, LEDE_NONE);
    assert_int_equal(parts[1].heading, 1);
    assert_int_equal(parts[1].counts.sentences, 1);
    assert_int_equal(parts[2].heading, 3);
    assert_int_equal(parts[2].counts.sentences, 2);
    drop(&s);
}

/* ---- Lists of the user's -------------------------------------------------------- */

static void own_list(void **state) {
    static const char words[] = "the cat in hat ate";
    lede_word_list *list = NULL;
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    assert_int_equal(
        lede_word_list_create("dale-3000", words, sizeof words - 1, NULL, &list, NULL),
        LEDE_OK);
    const lede_word_list *lists[] = {list};
    options.lists = lists;
    options.list_count = 1;
    scored s = score_with("The cat in the hats ate breakfast.", "en", options);
    lede_word_list_free(list);
    assert_int_equal(lede_metrics_counts(s.m)->off_list[LEDE_LIST_DALE_3000], 1);
    assert_int_equal(lede_metrics_counts(s.m)->off_list_types[LEDE_LIST_DALE_3000], 1);
    drop(&s);
}

static void missing_list(void **state) {
    scored s = score("The cat in the hat ate breakfast.");
    assert_int_equal(status_of(&s, "harris_jacobson_1"), LEDE_VALUE_LIST_MISSING);
    assert_int_equal(status_of(&s, "spache_1953"), LEDE_VALUE_LIST_MISSING);
    drop(&s);
}

/* ---- Vocabularies --------------------------------------------------------------- */

/* Fresh, warm, full: the same. */
static void vocabulary_never_shows(void **state) {
    for (size_t capacity = 1; capacity <= 64; capacity *= 4) {
        lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
        lede_vocabulary *v = NULL;
        assert_int_equal(lede_vocabulary_create("auto", capacity, 3, NULL, &v, NULL),
                         LEDE_OK);
        scored alone = score(six_sentences);
        options.vocabulary = v;
        for (int i = 0; i < 3; i++) {
            scored shared = score_with(six_sentences, "en", options);
            assert_memory_equal(lede_metrics_counts(shared.m),
                                lede_metrics_counts(alone.m), sizeof(lede_counts));
            drop(&shared);
        }
        drop(&alone);
        lede_vocabulary_free(v);
    }
}

static void bad_arguments(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    scored s = score("One word.");
    lede_metrics *m = s.m;
    lede_error error;
    assert_int_equal(lede_metrics_create(NULL, NULL, &m, &error), LEDE_INVALID_ARGUMENT);
    assert_null(m);
    assert_int_equal(lede_metrics_create(s.d, NULL, NULL, &error), LEDE_INVALID_ARGUMENT);
    options.unit = (lede_unit)9;
    assert_int_equal(lede_metrics_create(s.d, &options, &m, &error),
                     LEDE_INVALID_ARGUMENT);
    options.unit = LEDE_UNIT_FILE;
    options.list_count = 1;
    assert_int_equal(lede_metrics_create(s.d, &options, &m, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_metrics_syllables(s.m, UINT32_MAX), 0);
    assert_int_equal(lede_metrics_counts_sentence(s.m, UINT32_MAX), 0);
    lede_metrics_free(NULL);
    lede_word_list_free(NULL);
    drop(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_of_a_sentence),
        cmocka_unit_test(fragments),
        cmocka_unit_test(numbers_and_urls),
        cmocka_unit_test(spelled),
        cmocka_unit_test(names),
        cmocka_unit_test(names_behind_stops),
        cmocka_unit_test(letters_as_written),
        cmocka_unit_test(visible),
        cmocka_unit_test(japanese),
        cmocka_unit_test(nothing_to_score),
        cmocka_unit_test(other_languages),
        cmocka_unit_test(parts_add_up),
        cmocka_unit_test(part_without_stamp),
        cmocka_unit_test(passives_of_plain_words),
        cmocka_unit_test(sections),
        cmocka_unit_test(own_list),
        cmocka_unit_test(missing_list),
        cmocka_unit_test(vocabulary_never_shows),
        cmocka_unit_test(bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
