/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/repeat_words.h"
#include "unit/lang/style_support.h"

#include <stdio.h>

#define BASES 200 /* bytes of all bases of a word */

/* A pack made of a repeats.txt given as text. */
static void open_repeats(styled *s, const char *repeats) {
    lede_error error = {0};
    memset(s, 0, sizeof *s);
    s->builder.allocator = &memory_default;
    assert_int_equal(parse_repeats(&s->builder, repeats, strlen(repeats), &error),
                     LEDE_OK);
    assert_int_equal(parse_style_finish(&s->builder, &s->tables, &error), LEDE_OK);
    s->pack = *pack_neutral();
    s->pack.repeat_lists = &s->tables;
}

static uint32_t words_of(const language_pack *pack, const char *key) {
    return repeat_words_of(pack, key, strlen(key));
}

/* All bases in their order, "plann plan". */
static void list_bases(const language_pack *pack, const char *key, char bases[BASES]) {
    size_t n = strlen(key), at = 0, length = 0;
    uint32_t rule = 0;
    char base[64];
    assert_true(n <= sizeof base);
    bases[0] = '\0';
    while ((length = repeat_words_base(pack, key, n, &rule, base)) > 0) {
        assert_true(length <= n);
        assert_true(at + length + 2 <= BASES);
        at += (size_t)snprintf(bases + at, BASES - at, "%s%.*s", at > 0 ? " " : "",
                               (int)length, base);
    }
    assert_int_equal(repeat_words_base(pack, key, n, &rule, base), 0);
}

typedef struct based {
    const char *key;
    const char *bases;
} based;

static void check_bases(const language_pack *pack, const based *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char bases[BASES];
        list_bases(pack, cases[i].key, bases);
        if (strcmp(bases, cases[i].bases) != 0) {
            print_error("%s\n", cases[i].key);
        }
        assert_string_equal(bases, cases[i].bases);
    }
}

/* ---- Lists given here -------------------------------------------------------------- */

static void bits(void **state) {
    styled s;
    open_repeats(&s, "[numeral]\nsecond two\n[weak]\nsaid\n[weak-begin]\nback\n"
                     "[weak-end]\nmake second\n[doubled]\nhad two\n[fold-not]\nnews\n");
    assert_int_equal(words_of(&s.pack, "two"), REPEAT_WORD_NUMERAL | REPEAT_WORD_DOUBLED);
    assert_int_equal(words_of(&s.pack, "second"),
                     REPEAT_WORD_NUMERAL | REPEAT_WORD_WEAK_END);
    assert_int_equal(words_of(&s.pack, "said"), REPEAT_WORD_WEAK);
    assert_int_equal(words_of(&s.pack, "back"), REPEAT_WORD_WEAK_BEGIN);
    assert_int_equal(words_of(&s.pack, "make"), REPEAT_WORD_WEAK_END);
    assert_int_equal(words_of(&s.pack, "had"), REPEAT_WORD_DOUBLED);
    assert_int_equal(words_of(&s.pack, "news"), REPEAT_WORD_NO_FOLD);
    assert_int_equal(words_of(&s.pack, "word"), 0);
    assert_int_equal(words_of(&s.pack, "saidx"), 0);
    assert_int_equal(words_of(&s.pack, ""), 0);
    assert_false(repeat_words_fold(&s.pack));
    assert_false(repeat_words_capital_nouns(&s.pack));
    assert_false(repeat_words_before_nouns(&s.pack));
    styled_close(&s);
}

/* Words of key terms. */
static void bits_of_key_terms(void **state) {
    styled s;
    open_repeats(&s, "[general]\nyear\n[calendar]\nmonday\n[connector]\nof\n"
                     "[before-noun]\nof the\n");
    assert_int_equal(words_of(&s.pack, "year"), REPEAT_WORD_GENERAL);
    assert_int_equal(words_of(&s.pack, "monday"), REPEAT_WORD_CALENDAR);
    assert_int_equal(words_of(&s.pack, "of"),
                     REPEAT_WORD_CONNECTOR | REPEAT_WORD_BEFORE_NOUN);
    assert_int_equal(words_of(&s.pack, "the"), REPEAT_WORD_BEFORE_NOUN);
    assert_true(repeat_words_before_nouns(&s.pack));
    styled_close(&s);
}

static void capital_nouns(void **state) {
    styled s;
    open_repeats(&s, "[capital-nouns]\nyes\n");
    assert_true(repeat_words_capital_nouns(&s.pack));
    assert_int_equal(words_of(&s.pack, "yes"), 0);
    styled_close(&s);
}

/* Rules of one last letter, as written; a word that has none of their endings has no
 * base. */
static void bases_in_order(void **state) {
    static const based cases[] = {
        {"boxes", "box boxe"},
        {"bodies", "body bodie"},
        {"cats", "cat"},
        {"class", ""},
        {"planned", "plann"},
        {"", ""},
        {"s", ""},
        {"is", ""}, /* too little would be left */
        {"word", ""},
        {"news", ""},
        {"newsed", "news"}, /* the word itself is asked, not what is in it */
        {"\xC3\xA9t\xC3\xA9s", "\xC3\xA9t\xC3\xA9"},
    };
    styled s;
    open_repeats(&s, "[fold-not]\nnews\n[fold]\nies y\nes - after x\ned -\n"
                     "s - unless s\n");
    assert_true(repeat_words_fold(&s.pack));
    check_bases(&s.pack, cases, COUNT(cases));
    styled_close(&s);
}

static void conditions_name_lists(void **state) {
    static const based cases[] = {
        {"makes", "make"}, {"cats", ""}, {"newed", ""}, {"maked", "mak"}};
    styled s;
    open_repeats(&s, "[weak-end]\nmake maked\n[fold]\ns - base weak-end\n"
                     "ed - word weak-end\n");
    check_bases(&s.pack, cases, COUNT(cases));
    styled_close(&s);
}

/* ---- The languages compiled in ----------------------------------------------------- */

static void english_bits(void **state) {
    const language_pack *en = pack_of("en");
    static const struct {
        const char *key;
        uint32_t words;
    } cases[] = {
        {"three", REPEAT_WORD_NUMERAL},
        {"hundred", REPEAT_WORD_NUMERAL},
        {"dozen", REPEAT_WORD_NUMERAL},
        {"first", REPEAT_WORD_NUMERAL},
        {"twenty-one", REPEAT_WORD_NUMERAL},
        {"said", REPEAT_WORD_WEAK},
        {"including", REPEAT_WORD_WEAK},
        {"mr", REPEAT_WORD_WEAK_END},
        {"ago", REPEAT_WORD_WEAK},
        {"make", REPEAT_WORD_WEAK_END},
        {"perfectly", REPEAT_WORD_WEAK_END},
        {"back", REPEAT_WORD_WEAK_BEGIN | REPEAT_WORD_GENERAL},
        {"had", REPEAT_WORD_DOUBLED},
        {"that", REPEAT_WORD_DOUBLED | REPEAT_WORD_BEFORE_NOUN},
        {"week", REPEAT_WORD_GENERAL},
        {"monday", REPEAT_WORD_CALENDAR},
        {"of", REPEAT_WORD_CONNECTOR | REPEAT_WORD_BEFORE_NOUN},
        {"community", 0},
        {"the", REPEAT_WORD_BEFORE_NOUN},
        {"is", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(words_of(en, cases[i].key), cases[i].words);
    }
    assert_true(repeat_words_fold(en));
    assert_false(repeat_words_capital_nouns(en));
}

static void english_bases(void **state) {
    static const based cases[] = {
        {"planned", "planne plann plan"},
        {"cared", "care car"},
        {"bodies", "body bodie"},
        {"boxes", "box boxe"},
        {"houses", "hous house"},
        {"taking", "take tak"},
        {"running", "runne runn run"},
        {"women", "woman"},
        {"women's", "women'"},
        {"lives", "life live"}, /* of two, the noun */
        {"dying", "die dye dy"},
        {"took", "take"},
        {"thing", "the th"}, /* that it is a function word is told by others */
        {"shed", "she sh"},
        {"used", "use us"},
        {"news", ""},
        {"united", ""},
        {"does", "do doe"},
        {"boss", ""},
        {"quickly", ""},
        {"nation", ""},
        {"be", ""},
    };
    check_bases(pack_of("en"), cases, COUNT(cases));
}

static void english_possessives(void **state) {
    static const struct {
        const char *key;
        const char *base;
    } cases[] = {{"iran's", "iran"}, {"women's", "women"}, {"iran", ""}, {"bus", ""}};
    const language_pack *en = pack_of("en");
    for (size_t i = 0; i < COUNT(cases); i++) {
        char base[32];
        size_t n = repeat_words_possessive(en, cases[i].key, strlen(cases[i].key), base);
        assert_int_equal(n, strlen(cases[i].base));
        assert_memory_equal(base, cases[i].base, n);
    }
    assert_int_equal(repeat_words_possessive(pack_of("zh"), "iran's", 6, (char[8]){0}),
                     0);
    (void)state;
}

/* What has a base has an ending; most words have none. */
static void endings_are_known(void **state) {
    static const char *const with[] = {"planned", "bodies", "taking", "women", "took",
                                       "iran's",  "lives",  "men",    "won"};
    static const char *const without[] = {"quickly", "nation", "community", "able"};
    repeat_endings e = repeat_words_endings(pack_of("en"));
    repeat_endings none = repeat_words_endings(pack_of("zh"));
    size_t front = 0;
    for (size_t i = 0; i < COUNT(with); i++) {
        assert_true(repeat_words_may_end(&e, with[i], strlen(with[i]), &front));
        assert_false(repeat_words_may_end(&none, with[i], strlen(with[i]), &front));
    }
    for (size_t i = 0; i < COUNT(without); i++) {
        assert_false(repeat_words_may_end(&e, without[i], strlen(without[i]), &front));
    }
    assert_true(repeat_words_may_end(&e, "took", 4, &front) && front == 0);
    assert_true(repeat_words_may_end(&e, "men", 3, &front) && front <= 1);
    assert_true(repeat_words_may_end(&e, "taking", 6, &front) && front == 2);
    assert_true(repeat_words_may_end(&e, "winning", 7, &front) && front == 3);
    (void)state;
}

typedef struct told {
    const char *code, *key;
    uint32_t words;
} told;

static void other_languages(void **state) {
    static const told cases[] = {
        {"de", "drei", REPEAT_WORD_NUMERAL},
        {"de", "zweite", REPEAT_WORD_NUMERAL},
        {"de", "sagte", REPEAT_WORD_WEAK},
        {"de", "stellen", REPEAT_WORD_WEAK_BEGIN | REPEAT_WORD_GENERAL},
        {"de", "steht", REPEAT_WORD_WEAK_END},
        {"de", "die", REPEAT_WORD_DOUBLED},
        {"de", "woche", REPEAT_WORD_GENERAL},
        {"de", "kirche", 0},
        {"fr", "vingt-deux", REPEAT_WORD_NUMERAL},
        {"fr", "selon", 0}, /* a stop word */
        {"fr", "nous", REPEAT_WORD_DOUBLED},
        {"fr", "notamment", REPEAT_WORD_WEAK},
        {"nl", "dat", REPEAT_WORD_DOUBLED | REPEAT_WORD_BEFORE_NOUN},
        {"pt", "se", REPEAT_WORD_DOUBLED},
        {"tr", "yava\xC5\x9F", REPEAT_WORD_DOUBLED},
        {"el", "\xCE\xBC\xCE\xB1\xCF\x83", REPEAT_WORD_DOUBLED}, /* folded */
        {"hi", "\xE0\xA4\xA6\xE0\xA5\x8B", REPEAT_WORD_NUMERAL | REPEAT_WORD_DOUBLED},
        {"ru", "\xD1\x82\xD1\x80\xD0\xB8", REPEAT_WORD_NUMERAL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint32_t words = words_of(pack_of(cases[i].code), cases[i].key);
        if (words != cases[i].words) {
            print_error("%s: %s\n", cases[i].code, cases[i].key);
        }
        assert_int_equal(words, cases[i].words);
    }
}

typedef struct folded {
    const char *code;
    based word;
} folded;

static void bases_of_other_languages(void **state) {
    static const folded cases[] = {
        {"de", {"jahren", "jahre jahr"}},
        {"de", {"spieler", ""}}, /* of nouns in -er none */
        {"fr", {"journaux", "journal"}},
        {"fr", {"jours", "jour"}},
        {"fr", {"porte", ""}},
        {"fr", {"cours", ""}},
        {"es", {"veces", "vez vece"}},
        {"es", {"canciones", "canci\xC3\xB3n cancion cancione"}},
        {"it", {"giochi", "gioco giocho"}},
        {"pt", {"nacionais", "nacional nacionai"}},
        {"nl", {"mannen", "manne mann man"}},
        {"sv", {"bilarna", "bil bilar"}},
        {"da", {"piger", "pige pig"}},
        {"nb", {"jenta", "jente"}},
        {"tr", {"kitaplar", "kitap"}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_bases(pack_of(cases[i].code), &cases[i].word, 1);
    }
}

/* Every language that is written in words has a list of each of these. */
static void languages_known(void **state) {
    static const char no_words[] = "ja zh",
                      folding[] = "da de en es fr it nb nl pt sv tr";
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        const char *code = packs[i].info.code;
        const list_tables *t = packs[i].repeat_lists;
        const uint32_t lists =
            REPEAT_WORD_NUMERAL | REPEAT_WORD_WEAK | REPEAT_WORD_DOUBLED;
        assert_int_equal(t == NULL, strstr(no_words, code) != NULL);
        assert_true(t == NULL || (t->known & lists) == lists);
        assert_int_equal(repeat_words_fold(&packs[i]), strstr(folding, code) != NULL);
        assert_int_equal(repeat_words_capital_nouns(&packs[i]), strcmp(code, "de") == 0);
    }
}

/* A language without the file, and one without any list. */
static void nothing_known(void **state) {
    const language_pack *packs[] = {pack_neutral(), pack_of("zh")};
    for (size_t i = 0; i < COUNT(packs); i++) {
        char bases[BASES];
        assert_int_equal(words_of(packs[i], "two"), 0);
        assert_false(repeat_words_fold(packs[i]));
        assert_false(repeat_words_capital_nouns(packs[i]));
        assert_false(repeat_words_before_nouns(packs[i]));
        list_bases(packs[i], "planned", bases);
        assert_string_equal(bases, "");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bits),
        cmocka_unit_test(bits_of_key_terms),
        cmocka_unit_test(capital_nouns),
        cmocka_unit_test(bases_in_order),
        cmocka_unit_test(conditions_name_lists),
        cmocka_unit_test(english_bits),
        cmocka_unit_test(english_bases),
        cmocka_unit_test(english_possessives),
        cmocka_unit_test(endings_are_known),
        cmocka_unit_test(other_languages),
        cmocka_unit_test(bases_of_other_languages),
        cmocka_unit_test(languages_known),
        cmocka_unit_test(nothing_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
