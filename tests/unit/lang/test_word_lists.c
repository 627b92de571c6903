/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/lang/style_support.h"

#include <stdlib.h>

/* ---- Single words ------------------------------------------------------------------ */

typedef struct listed_word {
    const char *code;
    const char *key;
    uint32_t lists; /* all but the familiar ones and PHRASE_HEAD */
} listed_word;

static void check_words(const listed_word *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t lists = lists_of(pack_of(cases[i].code), cases[i].key);
        lists &= ~(WORD_LIST_FAMILIAR | WORD_LIST_PHRASE_HEAD);
        if (lists != cases[i].lists) {
            fail_msg("%s %s: %x", cases[i].code, cases[i].key, lists);
        }
    }
}

static void english(void **state) {
    static const listed_word cases[] = {
        {"en", "of", WORD_LIST_PREPOSITION},
        {"en", "the", WORD_LIST_ARTICLE | WORD_LIST_PLAIN},
        {"en", "she", WORD_LIST_PRONOUN},
        {"en", "and", WORD_LIST_CONJUNCTION},
        {"en", "if", WORD_LIST_CONJUNCTION | WORD_LIST_SUBORDINATING},
        {"en", "been", WORD_LIST_TO_BE | WORD_LIST_PASSIVE},
        {"en", "would", WORD_LIST_AUXILIARY},
        {"en", "perhaps", WORD_LIST_HEDGE | WORD_LIST_BETWEEN},
        {"en", "however", WORD_LIST_TRANSITION | WORD_LIST_BETWEEN},
        {"en", "extremely", WORD_LIST_INTENSIFIER | WORD_LIST_ADVERB},
        {"en", "quickly", WORD_LIST_ADVERB},
        {"en", "family", 0},
        {"en", "only", WORD_LIST_BETWEEN}, /* too short for its ending */
        {"en", "early", WORD_LIST_COMPARABLE},
        {"en", "written", WORD_LIST_PARTICIPLE},
        {"en", "painted", WORD_LIST_PARTICIPLE},
        {"en", "hundred", 0},
        {"en", "need", 0},
        {"en", "decision", WORD_LIST_NOMINALISATION},
        {"en", "developments", WORD_LIST_NOMINALISATION},
        {"en", "darkness", WORD_LIST_NOMINALISATION},
        {"en", "moment", 0},
        {"en", "document", 0},
        {"en", "nation", 0},
        {"en", "why", WORD_LIST_INTERROGATIVE},
        {"en", "utilize", WORD_LIST_WORDY},
        {"en", "it's", WORD_LIST_PRONOUN | WORD_LIST_TO_BE | WORD_LIST_PASSIVE},
        {"en", "table", 0},
        {"en", "", 0},
        {"en", "\xC3\xA9t\xC3\xA9", 0},
    };
    check_words(cases, COUNT(cases));
}

static void others(void **state) {
    static const listed_word cases[] = {
        {"de", "w\xC3\xA4hrend",
         WORD_LIST_PREPOSITION | WORD_LIST_CONJUNCTION | WORD_LIST_SUBORDINATING},
        {"de", "ausser", WORD_LIST_PREPOSITION}, /* folded */
        {"de", "und", WORD_LIST_CONJUNCTION},
        {"de", "wurde",
         WORD_LIST_AUXILIARY | WORD_LIST_PASSIVE | WORD_LIST_NO_INFINITIVE},
        {"de", "entwicklung", WORD_LIST_NOMINALISATION},
        {"de", "zeitung", 0},
        {"de", "haus", 0},
        {"fr", "malgr\xC3\xA9", WORD_LIST_PREPOSITION},
        {"fr", "rapidement", WORD_LIST_ADVERB},
        {"fr", "gouvernement", 0},
        {"es", "r\xC3\xA1pidamente", WORD_LIST_ADVERB},
        {"es", "con", WORD_LIST_PREPOSITION},
        {"it", "rapidamente", WORD_LIST_ADVERB},
        {"it", "tra", WORD_LIST_PREPOSITION},
        {"nl", "tussen", WORD_LIST_PREPOSITION},
        {"nl", "ontwikkeling", WORD_LIST_NOMINALISATION},
        {"pt", "com", WORD_LIST_PREPOSITION},
        {"pt", "rapidamente", WORD_LIST_ADVERB},
        {"fi", "talo", 0},
    };
    check_words(cases, COUNT(cases));
}

/* Participles by both ends, and behind prefixes. */
static void shapes(void **state) {
    static const listed_word cases[] = {
        {"de",
         "gepr\xC3\xBC"
         "ft",
         WORD_LIST_PARTICIPLE},
        {"de", "verkauft", WORD_LIST_PARTICIPLE},
        {"de", "eingeschr\xC3\xA4nkt", WORD_LIST_PARTICIPLE},
        {"de", "wiederhergestellt", WORD_LIST_PARTICIPLE},
        {"de", "vorbereitet", WORD_LIST_PARTICIPLE},
        {"de", "abgeschlossen", WORD_LIST_PARTICIPLE}, /* listed behind a prefix */
        {"de", "einbehalten", WORD_LIST_INFINITIVE},
        {"de", "repariert", WORD_LIST_PARTICIPLE},
        {"de", "existiert", 0},
        {"de", "geht", 0},
        {"de", "ausgeht", 0},
        {"de", "gehen", 0},
        {"de", "ber\xC3\xBChmt", 0},
        {"de", "ernsthaft", 0},
        {"nl", "geopend", WORD_LIST_PARTICIPLE},
        {"nl", "uitgevoerd", WORD_LIST_PARTICIPLE},
        {"nl", "aangenomen", WORD_LIST_PARTICIPLE},
        {"nl", "verkocht", WORD_LIST_PARTICIPLE},
        {"nl", "betaalt", 0},
        {"nl", "vervelend", 0},
        {"nl", "gebied", 0},
        {"en", "bet", WORD_LIST_PARTICIPLE},
        {"en", "beget", 0}, /* no shapes */
    };
    check_words(cases, COUNT(cases));
}

/* Where the language elides, both words of a key count. */
static void elided(void **state) {
    static const listed_word cases[] = {
        {"fr", "d'une", WORD_LIST_PREPOSITION | WORD_LIST_ARTICLE},
        {"fr", "l'homme", WORD_LIST_ARTICLE},
        {"fr", "qu'il",
         WORD_LIST_CONJUNCTION | WORD_LIST_SUBORDINATING | WORD_LIST_INTERROGATIVE |
             WORD_LIST_PRONOUN},
        {"fr", "n'est", WORD_LIST_TO_BE | WORD_LIST_PASSIVE},
        {"fr", "d'abord", WORD_LIST_TRANSITION}, /* listed itself */
        {"fr", "l'augmentation", WORD_LIST_ARTICLE | WORD_LIST_NOMINALISATION},
        {"fr", "x'une", 0},
        {"fr", "'une", 0},
        {"fr", "d'", WORD_LIST_PREPOSITION},
        {"it", "dell'uomo", WORD_LIST_PREPOSITION},
        {"en", "d'une", 0},
    };
    check_words(cases, COUNT(cases));
}

static void known(void **state) {
    const uint32_t style = WORD_LIST_PREPOSITION | WORD_LIST_PRONOUN |
                           WORD_LIST_CONJUNCTION | WORD_LIST_HEDGE |
                           WORD_LIST_TRANSITION | WORD_LIST_AUXILIARY;
    static const char *const codes[] = {"de", "en", "es", "fr", "it", "nl", "pt"};
    for (size_t i = 0; i < COUNT(codes); i++) {
        assert_int_equal(word_lists_known(pack_of(codes[i])) & style, style);
    }
    assert_int_equal(word_lists_known(pack_of("fi")), 0);
    assert_int_equal(word_lists_known(pack_neutral()), 0);
    assert_int_equal(lists_of(pack_neutral(), "the"), 0);
    assert_false(word_lists_known(pack_of("de")) & WORD_LIST_FAMILIAR);
}

/* Words a minute by Trauzettel-Klosinski and others (2012). */
static void speeds(void **state) {
    static const struct {
        const char *code;
        uint16_t reading;
        bool characters;
    } cases[] = {
        {"ar", 138, false}, {"de", 179, false}, {"en", 228, false}, {"es", 218, false},
        {"fi", 161, false}, {"fr", 195, false}, {"it", 188, false}, {"ja", 357, true},
        {"nl", 202, false}, {"pl", 166, false}, {"pt", 181, false}, {"ru", 184, false},
        {"sv", 199, false}, {"tr", 166, false}, {"zh", 255, true},  {"da", 0, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        list_speed speed = word_lists_speed(pack_of(cases[i].code));
        assert_int_equal(speed.reading, cases[i].reading);
        assert_int_equal(speed.reading_characters, cases[i].characters);
    }
    assert_int_equal(word_lists_speed(pack_of("en")).speaking, 150);
    assert_int_equal(word_lists_speed(pack_neutral()).reading, 0);
}

/* Keys made of parts that the rules look at, each in a block of its own so that
 * sanitizers see a byte too far. What is listed as written is always among the answers.
 */
static void any_key(void **state) {
    static const char *const parts[] = {"a",        "s",   "ed",  "ing", "'s",   "'",
                                        "-",        "y",   "ies", "d'",  "ment", "tt",
                                        "\xC3\xA9", "one", "n't", "7"};
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    uint32_t random = 1;
    for (size_t i = 0; i < 40000; i++) {
        char text[64];
        size_t n = 0;
        for (uint32_t k = random >> 28; k > 0; k--) {
            random = random * 1664525u + 1013904223u;
            const char *part = parts[random >> 28];
            memcpy(text + n, part, strlen(part));
            n += strlen(part);
        }
        random = random * 1664525u + 1013904223u;
        char *key = malloc(n > 0 ? n : 1);
        assert_non_null(key);
        memcpy(key, text, n);
        const language_pack *pack = &packs[i % count];
        uint32_t lists = word_lists_of(pack, key, n);
        uint32_t exact = word_lists_exact(pack, key, n) & ~LIST_HIDDEN;
        assert_int_equal(lists & exact, exact);
        assert_int_equal(lists & ~word_lists_known(pack), 0);
        free(key);
    }
}

/* ---- Phrases ------------------------------------------------------------------------
 */

typedef struct sentence {
    const char *const *words;
    uint32_t count;
    uint32_t asked; /* words that were looked at */
} sentence;

static bool word_at(void *context, uint32_t i, const char **key, size_t *n) {
    sentence *s = context;
    if (i >= s->count) {
        return false;
    }
    s->asked = i + 1;
    *key = s->words[i];
    *n = strlen(s->words[i]);
    return true;
}

typedef struct phrase_case {
    const char *words[10];
    uint32_t length, lists, asked;
} phrase_case;

static void check_phrase(const language_pack *pack, const phrase_case *c) {
    sentence s = {c->words, 0, 0};
    uint32_t lists = 99;
    while (s.count < 10 && c->words[s.count] != NULL) {
        s.count++;
    }
    phrase_words words = {word_at, &s};
    assert_int_equal(word_lists_phrase(pack, &words, &lists), c->length);
    assert_int_equal(lists, c->lists);
    assert_int_equal(s.asked, c->asked);
}

static void phrases(void **state) {
    static const phrase_case cases[] = {
        {{"in", "case", "of"}, 2, WORD_LIST_TRANSITION, 3},
        {{"in", "case", "of", "need", "only"}, 4, WORD_LIST_HEDGE, 4},
        {{"in", "case"}, 2, WORD_LIST_TRANSITION, 2},
        {{"in", "cases"}, 0, 0, 2},
        {{"in"}, 0, 0, 1},
        {{"in", "the", "end", "x"}, 3, WORD_LIST_TRANSITION | WORD_LIST_WORDY, 3},
        {{"in", "the", "x"}, 0, 0, 3},
        {{"case", "in"}, 0, 0, 1},
        {{"zz"}, 0, 0, 1},
        {{""}, 0, 0, 1},
    };
    styled s;
    styled_open(&s, "[transition]\nin_case in_the_end\n[wordy]\nin_the_end\n"
                    "[hedge]\nin_case_of_need\n");
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_phrase(&s.pack, &cases[i]);
    }
    assert_int_equal(lists_of(&s.pack, "in"), WORD_LIST_PHRASE_HEAD);
    assert_int_equal(lists_of(&s.pack, "case"), 0);
    styled_close(&s);
    check_phrase(pack_neutral(), &(phrase_case){{"in", "case"}, 0, 0, 0});
}

static void phrases_of_languages(void **state) {
    static const phrase_case en = {
        {"on", "the", "other", "hand", "we"}, 4, WORD_LIST_TRANSITION, 4};
    static const phrase_case de = {
        {"zum", "beispiel", "die"}, 2, WORD_LIST_TRANSITION, 2};
    check_phrase(pack_of("en"), &en);
    check_phrase(pack_of("de"), &de);
    assert_true(lists_of(pack_of("en"), "on") & WORD_LIST_PHRASE_HEAD);
    assert_false(lists_of(pack_of("en"), "hand") & WORD_LIST_PHRASE_HEAD);
}

/* Words longer than any phrase must not be copied. */
static void long_words_of_phrases(void **state) {
    char longest[200], fit[WORD_LIST_PHRASE_BYTES];
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    memset(fit, 'a', sizeof fit);
    fit[sizeof fit - 1] = '\0';
    check_phrase(pack_of("en"), &(phrase_case){{longest}, 0, 0, 1});
    check_phrase(pack_of("en"), &(phrase_case){{fit, "a"}, 0, 0, 1});
    check_phrase(pack_of("en"), &(phrase_case){{"on", "the", longest}, 0, 0, 3});
    check_phrase(pack_of("en"), &(phrase_case){{"on", "the", "other", fit}, 0, 0, 4});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english),
        cmocka_unit_test(others),
        cmocka_unit_test(shapes),
        cmocka_unit_test(elided),
        cmocka_unit_test(known),
        cmocka_unit_test(speeds),
        cmocka_unit_test(any_key),
        cmocka_unit_test(phrases),
        cmocka_unit_test(phrases_of_languages),
        cmocka_unit_test(long_words_of_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
