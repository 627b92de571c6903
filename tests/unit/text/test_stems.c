/* SPDX-License-Identifier: MIT */
/* A form has one number however it is come by: from its bytes, from the record of
 * a vocabulary that keeps words, or past one that is full. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/text_support.h"

#define SEED 99

/* Of the texts of a test. */
static const char *language = "en";

static void start(lede_vocabulary *v, size_t limit) {
    const language_pack *pack = pack_find(language, strlen(language));
    assert_non_null(pack);
    assert_int_equal(vocabulary_init(v, &memory_default, pack, limit, SEED), LEDE_OK);
}

static void open_with(opened *o, const char *text, size_t n, lede_vocabulary *v) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = language;
    options.vocabulary = v;
    opened_bytes(o, text, n, &options);
}

/* Forms are distinct, so that equal numbers are equal forms and no others. */
static void distinct_forms(const lede_document *d) {
    for (size_t a = 0; a < d->stems.count; a++) {
        lede_span x = d->stems.items[a];
        for (size_t b = 0; b < a; b++) {
            lede_span y = d->stems.items[b];
            size_t n = x.end - x.begin;
            assert_true(y.end - y.begin != n ||
                        memcmp(d->keys.items + x.begin, d->keys.items + y.begin, n) != 0);
        }
    }
}

static void same_stems(const lede_document *a, const lede_document *b) {
    assert_int_equal(a->terms.count, b->terms.count);
    assert_memory_equal(a->terms.items, b->terms.items,
                        a->terms.count * sizeof *a->terms.items);
    assert_int_equal(a->stems.count, b->stems.count);
    assert_memory_equal(a->stems.items, b->stems.items,
                        a->stems.count * sizeof *a->stems.items);
    assert_int_equal(a->keys.count, b->keys.count);
    assert_memory_equal(a->keys.items, b->keys.items, a->keys.count);
}

/* The same with vocabularies of every size, cold and warm. */
static void check_text(const char *text, size_t n) {
    static const size_t limits[] = {1, 2, 3, 5, 8, 1000};
    opened none, o;
    open_with(&none, text, n, NULL);
    distinct_forms(&none.d);
    for (size_t i = 0; i < COUNT(limits); i++) {
        lede_vocabulary v;
        start(&v, limits[i]);
        for (int round = 0; round < 3; round++) {
            open_with(&o, text, n, &v);
            same_stems(&o.d, &none.d);
            opened_close(&o);
        }
        vocabulary_release(&v);
    }
    opened_close(&none);
}

/* Stemmed words whose stem is another's whole key, of a number, a dotted word, a
 * compound; before it and behind it. */
static void shared_forms(void **state) {
    static const char *const texts[] = {
        "Running runs run.",
        "The B2's b2 and B2 b2s. 2 2s.",
        "u.s us u.s.'s U.S. us's",
        "e-mail email emails e-mails e-mailing",
        "emails e-mail",
        "notes.txt notes.txts note",
        "mr.smith's mr.smith smith",
        "harbours 12's 12 harbour harbouring",
        "generously generous generate generation general",
        "abcdefghijklmnopqrs abcdefghijklmnopqr's abcdefghijklmnopqr",
        "\xC3\xA9t\xC3\xA9s \xC3\xA9t\xC3\xA9 \xC3\x89T\xC3\x89S",
        "'s s' s",
        /* A Hangul filler is a letter that folds to nothing. */
        "\xE1\x85\x9F",
        "\xE1\x85\x9F \xE3\x85\xA4 12 \xE1\x85\x9F",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        check_text(texts[i], strlen(texts[i]));
    }
}

/* Elided words, with a stemmer and dotted ones; and a language without a stemmer. */
static void other_languages(void **state) {
    static const char *const texts[][2] = {
        {"fr", "L'homme et les hommes, d'homme \xC3\xA0 homme, qu'il soit"},
        {"fr", "l'arc-en-ciel, arc-en-ciel, l'arcenciel, l'e-mail, l'email"},
        {"fr", "l'U.S. U.S. l'u.s 12 l'12 d' 'd l''eau"},
        {"it", "l'uomo uomo dell'uomo dell'arte arte arti"},
        {"cs", "Praha praha e-mail email 12 u.s us"},
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        language = texts[i][0];
        check_text(texts[i][1], strlen(texts[i][1]));
    }
    language = "en";
}

static void made_texts(void **state) {
    char text[2000];
    uint64_t random = 5;
    for (int round = 0; round < 60; round++) {
        check_text(text, random_ascii(&random, text, sizeof text));
    }
}

/* A full vocabulary that knows the stem of a word it has no room for. */
static void known_stem_of_unknown_word(void **state) {
    static const char first[] = "run", second[] = "12 running runs run";
    lede_vocabulary v;
    opened none, o;
    start(&v, 1);
    open_with(&o, first, sizeof first - 1, &v);
    opened_close(&o);
    open_with(&none, second, sizeof second - 1, NULL);
    open_with(&o, second, sizeof second - 1, &v);
    assert_int_equal(v.words.count, 1);
    same_stems(&o.d, &none.d);
    assert_int_equal(term_of(&o.d, "running")->stem, term_of(&o.d, "run")->stem);
    assert_int_equal(term_of(&o.d, "runs")->stem, term_of(&o.d, "run")->stem);
    opened_close(&o);
    opened_close(&none);
    vocabulary_release(&v);
}

/* Most forms are the front of their key and take no bytes of their own. */
static void fronts(void **state) {
    opened o;
    open_with(&o, "harbours ponies e-mail", 22, NULL);
    lede_span harbour = o.d.stems.items[term_of(&o.d, "harbours")->stem];
    lede_span poni = o.d.stems.items[term_of(&o.d, "ponies")->stem];
    lede_span email = o.d.stems.items[term_of(&o.d, "e-mail")->stem];
    assert_int_equal(harbour.begin, term_of(&o.d, "harbours")->key.begin);
    assert_int_equal(harbour.end - harbour.begin, 7);
    assert_int_equal(poni.begin, term_of(&o.d, "ponies")->key.begin);
    assert_int_equal(email.end - email.begin, 5);
    assert_memory_equal(o.d.keys.items + email.begin, "email", 5);
    assert_int_equal(o.d.keys.count, 8 + 6 + 6 + 1 + 4 + 5);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shared_forms), cmocka_unit_test(other_languages),
        cmocka_unit_test(made_texts),   cmocka_unit_test(known_stem_of_unknown_word),
        cmocka_unit_test(fronts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
