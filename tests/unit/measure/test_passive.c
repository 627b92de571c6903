/* SPDX-License-Identifier: MIT */
#include "unit/measure/style_support.h"

#include "measure/passive.h"

static void expect_passive(const char *text, const char *wanted) {
    expect_hits(text, LEDE_HIT_PASSIVE, wanted);
}

static void test_participles(void **state) {
    expect_passive("The boat was repaired in May.", "was repaired|");
    expect_passive("The boat was built here and isn't sold.", "was built|isn't sold|");
    expect_passive("It has been taken away and will be sold.", "been taken|be sold|");
    expect_passive("The boat was a hundred feet long.", "");
    expect_passive("The boat is red, indeed.", "");
}

static void test_between(void **state) {
    expect_passive("The boat was quickly repaired.", "was quickly repaired|");
    expect_passive("The boat was not repaired.", "was not repaired|");
    expect_passive("It was never very quickly repaired.", "");
    expect_passive("It was perhaps never repaired.", "was perhaps never repaired|");
}

static void test_what_parts_them(void **state) {
    expect_passive("The boat was, finished or not, away.", "");
    expect_passive("It was here. Repaired boats came.", "");
    expect_passive("It was the repaired boat.", "");
    expect_passive("It was in repaired order.", "");
    expect_passive("It was boat repaired.", "");
}

static void test_ends(void **state) {
    expect_passive("It was", "");
    expect_passive("was", "");
    expect_passive("repaired was", "");
}

static void expect_span(const subject *s, uint32_t begin, uint32_t end, uint32_t at,
                        uint32_t first, uint32_t behind) {
    lede_span found = passive_find(&s->m, (lede_span){begin, end}, at);
    assert_int_equal(found.end, behind);
    if (behind > 0) {
        assert_int_equal(found.begin, first);
    }
}

/* The reach, entry by entry. */
static void test_length(void **state) {
    subject s;
    subject_open_style(&s, "It was quickly quietly repaired, was it?", NULL);
    expect_span(&s, 0, 5, 1, 1, 5);
    expect_span(&s, 0, 4, 1, 0, 0); /* the sentence ends before */
    expect_span(&s, 0, 9, 6, 0, 0);
    subject_close(&s);
}

static void test_listed_between(void **state) {
    expect_passive("There were many broken windows.", "");
    expect_passive("They were all never repaired.", "were all never repaired|");
    expect_passive("They were both soon repaired.", "were both soon repaired|");
    expect_passive("They were our repaired boats.", "");
}

static void test_states(void **state) {
    expect_passive("She was tired and interested in boats.", "");
    expect_passive("The boat is gone and we were supposed to go.", "");
    expect_passive("It is used as a boat.", "is used|");
}

static void expect_in(const char *code, const char *text, const char *wanted) {
    expect_hits_in(text, code, LEDE_HIT_PASSIVE, wanted);
}

/* Where the participle ends the clause it may stand far behind the verb. */
static void test_clause_final(void **state) {
    expect_in("de", "Der Plan wurde von allen im Rathaus noch gestern geprüft.",
              "wurde von allen im Rathaus noch gestern geprüft|");
    expect_in("de", "Es wurde am 3. Mai um 20 % auf (rund) 8 € gesenkt.",
              "wurde am 3. Mai um 20 % auf (rund) 8 € gesenkt|");
    expect_in("de", "Wird der Plan geprüft und wird er gekauft?",
              "Wird der Plan geprüft|wird er gekauft|");
    expect_in("de", "Das wird gut bezahlte Leute freuen.", "");
    expect_in("de", "Er wird alt und verkauft sein Haus.", "");
    expect_in("de", "Er wurde schwer verletzt gefunden.",
              "wurde schwer verletzt gefunden|");
    expect_in("nl", "Het huis werd dat jaar door zijn vader gekocht.",
              "werd dat jaar door zijn vader gekocht|");
}

/* A mark, another verb or a conjunction is the end of the clause. */
static void test_clause_ends(void **state) {
    expect_in("de", "Es wird kalt, geprüft und gut.", "");
    expect_in("de", "Es wird kalt und er ist schon verkauft.", "");
    expect_in("de", "Es wird kalt weil Holz verkauft.", "");
    expect_in("de", "Es wird während der Nacht verkauft.",
              "wird während der Nacht verkauft|");
    expect_in("de", "Es wird sein Haus verkauft.", "wird sein Haus verkauft|");
    expect_in("nl", "Het wordt een dag die iedereen ontwikkeld noemt, verkocht.", "");
    expect_in("nl", "Het wordt een huis dat wij kopen verkocht.", "");
    expect_in("nl", "Het werd op dat moment verkocht.", "werd op dat moment verkocht|");
}

static void test_before(void **state) {
    expect_in("de", "Alle sind eingeladen worden.", "eingeladen worden|");
    expect_in("de", "Das muss verkauft werden.", "verkauft werden|");
    expect_in("de", "Er hofft, verkauft zu werden.", "verkauft zu werden|");
    expect_in("de", "Gesperrt wurde die Straße.", "Gesperrt wurde|");
    expect_in("de", "Das Gesicht wurde rot, und Verkauft wird nichts.", "");
    expect_in("de", "Es wird verkauft werden.", "wird verkauft|"); /* found once */
    expect_in("nl", "Ik hoor dat het besproken moet worden.", "besproken moet worden|");
    expect_in("nl", "Achteraf gezien was ik te laat.", "");
    expect_in("nl", "Ik hoor dat het verkocht is.", "verkocht is|");
}

static void test_no_passives(void **state) {
    expect_in("de", "Er wird es gesagt haben.", "");
    expect_in("de", "Er wird alles vergessen.", "");
    expect_in("de", "Es wurde alles vergessen.", "wurde alles vergessen|");
    expect_in("de", "Die Tür ist geöffnet.", "");
    expect_in("de", "Er wird berühmt und bekannt.", "");
    expect_in("nl", "Zij heeft zijn huis verkocht.", "");
    expect_in("nl", "De huizen zijn gisteren verkocht.", "zijn gisteren verkocht|");
    expect_in("nl", "Zij is naar huis gegaan.", "");
    expect_in("nl", "Het is dom om dat te vergeten.", "");
}

/* The next form ends the search, so that no word is read for each of many forms. */
static void test_next_form(void **state) {
    subject s;
    subject_open_style(&s, "Es wird und wird und wurde heute verkauft.", "de");
    expect_span(&s, 0, 9, 1, 0, 0);
    expect_span(&s, 0, 9, 3, 0, 0);
    expect_span(&s, 0, 9, 5, 5, 8);
    subject_close(&s);
}

/* A sentence with two of them is one passive sentence. */
static void test_sentences(void **state) {
    subject s;
    subject_open_style(&s, "It was seen and was sold. It was sold. It is here.", NULL);
    style x = style_of(&s);
    assert_int_equal(x.s.hits[LEDE_HIT_PASSIVE], 3);
    assert_int_equal(x.s.passive_sentences, 2);
    style_free(&x);
    subject_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_participles),     cmocka_unit_test(test_between),
        cmocka_unit_test(test_what_parts_them), cmocka_unit_test(test_ends),
        cmocka_unit_test(test_length),          cmocka_unit_test(test_listed_between),
        cmocka_unit_test(test_states),          cmocka_unit_test(test_clause_final),
        cmocka_unit_test(test_clause_ends),     cmocka_unit_test(test_before),
        cmocka_unit_test(test_no_passives),     cmocka_unit_test(test_next_form),
        cmocka_unit_test(test_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
