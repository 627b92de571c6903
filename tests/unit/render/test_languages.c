/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/languages.h"

static const language_pack packs[] = {
    {.info = {"de", "German", "german", 231, 7, 1200}},
    {.info = {"xx", "Volap\xC3\xBCk", NULL, 0, 12345, 0}},
};

static void test_table(void **state) {
    (void)state;
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    languages_text(&o, packs, 2);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k,
                "code  name     stemmer  stop words  starters  abbreviations\n"
                "de    German   german          231         7           1200\n"
                "xx    Volap\xC3\xBCk  -                 0     12345              0\n");
}

static void test_json(void **state) {
    (void)state;
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    languages_json(&o, packs, 2);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect_report(&k, "languages",
                       "\n"
                       "{\"code\":\"de\",\"name\":\"German\",\"stemmer\":\"german\","
                       "\"stop_words\":231,\"starters\":7,\"abbreviations\":1200},\n"
                       "{\"code\":\"xx\",\"name\":\"Volap\xC3\xBCk\",\"stemmer\":null,"
                       "\"stop_words\":0,\"starters\":12345,\"abbreviations\":0}\n]}\n");
}

static void test_none(void **state) {
    (void)state;
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    languages_text(&o, packs, 0);
    (void)out_flush(&o);
    kept_expect(&k, "code  name  stemmer  stop words  starters  abbreviations\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
