/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/syllables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef uint32_t counter(const language_pack *pack, const char *key, size_t n);

static const language_pack *english(void) {
    const language_pack *pack = pack_find("en", 2);
    assert_non_null(pack);
    assert_non_null(pack->syllable_model);
    return pack;
}

/* From memory of the exact size, so that a read beyond the end is found out. */
static uint32_t call(counter *count, const char *key, size_t n) {
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, key, n);
    uint32_t result = count(english(), exact, n);
    free(exact);
    return result;
}

/* Words apart by blanks; all have so many syllables. */
typedef struct row {
    uint32_t count;
    const char *words;
} row;

static void check(counter *count, const row *rows, size_t n) {
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        for (const char *p = rows[i].words; *p != '\0';) {
            size_t length = strcspn(p, " ");
            uint32_t result = call(count, p, length);
            if (result != rows[i].count) {
                printf("%.*s: %u, not %u\n", (int)length, p, result, rows[i].count);
                wrong++;
            }
            p += length;
            p += strspn(p, " ");
        }
    }
    assert_int_equal(wrong, 0);
}

static void ordinary_words(void **state) {
    static const row rows[] = {
        {1, "the a i am jumped based mixed strength through rhyme cake made queue whose "
            "scene rolled walked smiled world prayer friend"},
        {2, "people table faeries relived features business over rhythm "
            "prism chasm wanted headed houses boxes wishes ages naked rugged being poem "
            "fire hour choir science quiet chaos lion cooking little apple evenings' "
            "garage mcgill"},
        {3, "every created recipes' vegetable calculates volunteer recipe beautiful area "
            "idea radio piano video "
            "syllable readable violence wilderness potato embarrassed "
            "forgotten handwriting cinema period abdomen"},
        {4, "actually education january february necessary material "
            "intelligent mississippi philosophy macaroni "
            "separated"},
        {5, "readability simultaneous' university refrigerator characteristic "
            "unbelievable opportunity "
            "examination communicated"},
        {6, "responsibility unconstitutional availability encyclopedia "
            "discontinuity"},
        {7, "telecommunications industrialization"},
    };
    check(syllables_count, rows, COUNT(rows));
}

/* Words that no list has: by weights. */
static void unknown_words(void **state) {
    static const row rows[] = {
        {1, "blorped scronked glimps"},
        {2, "blorple doomscrolled frobbing splonkers"},
        {3, "frobnicate blorpiness unfrobbing"},
    };
    check(syllables_count, rows, COUNT(rows));
}

static void with_apostrophes(void **state) {
    static const row rows[] = {
        {1, "can't don't won't ain't i'm i'll he'd we've they're it's dogs' dog's y'all "
            "ma'am c'est tech's who's don'ts d'or"},
        {2, "didn't couldn't isn't aren't weren't haven't it'll that'd o'clock box's "
            "church's monarch's judge's james's boss's could've what're rock'n "
            "d'etat l'amour c'mon it\u2019ll didn\u2019t"},
        {3, "rock'n'roll princess's company's o'brien"},
        {4, "secretary's company'll"},
    };
    check(syllables_count, rows, COUNT(rows));
}

static void joined_and_numbers(void **state) {
    static const row rows[] = {
        {1, "7 1999 3.5 1,805 20th 1st 1980s 1980's \u0663"},
        {2, "u.s p.m e.g i.e e-mail x-ray t-shirt 3d 5k 1-2"},
        {3, "mp3 u.s.a well-being ph.d h2o"},
        {4, "state-of-the-art mother-in-law u.s.s.r example.com"},
        {5, "w.h.o"},
    };
    check(syllables_count, rows, COUNT(rows));
}

static void without_vowels(void **state) {
    static const row rows[] = {
        {1, "hmm shh b c"},
        {2, "mr dr mrs tv"},
        {3, "nbc cnn w ltd bbc"},
        {4, "etc html"},
    };
    check(syllables_count, rows, COUNT(rows));
}

static void accents(void **state) {
    static const row rows[] = {
        {1, "cr\u00E8me r\u00F4le f\u00EAte n\u00E9e k\u00F6ln"},
        {2, "caf\u00E9 na\u00EFve no\u00EBl zo\u00EB fa\u00E7ade clich\u00E9 "
            "p\u00E2t\u00E9 d\u00E9j\u00E0 entr\u00E9e soir\u00E9e f\u00FChrer "
            "s\u00F8ren"},
        {3, "fianc\u00E9 r\u00E9sum\u00E9 prot\u00E9g\u00E9 expos\u00E9 "
            "fianc\u00E9e beyonc\u00E9"},
        {4, "jalape\u00F1o co\u00F6perate"},
    };
    check(syllables_count, rows, COUNT(rows));
}

static void other_letters(void **state) {
    static const row rows[] = {
        {0, "- ' . -- '-'"},
        {1, "\u043C\u0438\u0440 \u4E2D\u6587 \u00B2"},
        {2, "\u043C\u0438\u0440-7"},
    };
    check(syllables_count, rows, COUNT(rows));
    assert_int_equal(call(syllables_count, "", 0), 0);
}

/* Nothing is lost or read twice where a stretch of 64 ends. */
static void long_words(void **state) {
    char word[4096];
    for (size_t i = 0; i < sizeof word; i++) {
        word[i] = "no-"[i % 3];
    }
    for (size_t n = 3; n <= sizeof word; n += 3 * 7) {
        assert_int_equal(call(syllables_count, word, n), n / 3);
    }
    memset(word, 'b', sizeof word);
    assert_int_equal(call(syllables_count, word, 6), 1);
    assert_int_equal(call(syllables_count, word, sizeof word), 1);
    for (size_t i = 0; i < sizeof word; i++) {
        word[i] = "ba"[i % 2];
    }
    uint32_t count = call(syllables_count, word, sizeof word);
    assert_in_range(count, sizeof word / 2 - 8, sizeof word / 2 + 8);
}

static void spelled(void **state) {
    static const row rows[] = {
        {2, "b52 \u00E9a 7u"},
        {3, "fbi usa nbc w n'b'c \u043C\u0438\u0440"},
        {4, "mp34x b-5-zx"},
        {5, "who u.s.a.f.b"},
        {9, "www"},
    };
    check(syllables_spelled, rows, COUNT(rows));
    assert_int_equal(call(syllables_spelled, "", 0), 0);
}

static void without_a_model(void **state) {
    const language_pack *none = pack_neutral();
    assert_null(none->syllable_model);
    assert_int_equal(syllables_count(none, "table", 5), 0);
    assert_int_equal(syllables_spelled(none, "who", 3), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinary_words),   cmocka_unit_test(unknown_words),
        cmocka_unit_test(with_apostrophes), cmocka_unit_test(joined_and_numbers),
        cmocka_unit_test(without_vowels),   cmocka_unit_test(accents),
        cmocka_unit_test(other_letters),    cmocka_unit_test(long_words),
        cmocka_unit_test(spelled),          cmocka_unit_test(without_a_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
