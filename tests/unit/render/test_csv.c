/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/csv.h"

static void expect_field(const char *bytes, size_t n, const char *wanted) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    csv_writer w = csv_begin(&o);
    csv_string(&w, bytes, n);
    (void)out_flush(&o);
    kept_expect(&k, wanted);
}

static void fields_are_quoted_where_they_must_be(void **state) {
    (void)state;
    expect_field("plain", 5, "plain");
    expect_field("a,b", 3, "\"a,b\"");
    expect_field("say \"no\"", 8, "\"say \"\"no\"\"\"");
    expect_field("a\nb", 3, "\"a\nb\"");
    expect_field("a\r", 2, "\"a\r\"");
    expect_field(" a", 2, "\" a\"");
    expect_field("a;b", 3, "\"a;b\"");
    expect_field("\xC3\xA9t\xC3\xA9", 5, "\xC3\xA9t\xC3\xA9");
}

static void bad_bytes_are_replaced(void **state) {
    (void)state;
    expect_field("a\xFFz", 3, "a\xEF\xBF\xBDz");
    expect_field("a\xE2\x82,z", 5, "\"a\xEF\xBF\xBD,z\"");
    expect_field("a\0z", 3, "a\xEF\xBF\xBDz");
}

static void words_have_one_space_between_them(void **state) {
    kept k = {0};
    out o;
    (void)state;
    out_init(&o, kept_sink(&k));
    csv_writer w = csv_begin(&o);
    csv_words(&w, "a \n\tb  \"c\"", 10);
    csv_words(&w, "a", 1);
    csv_nothing(&w);
    csv_bool(&w, true);
    csv_bool(&w, false);
    (void)out_flush(&o);
    kept_expect(&k, "\"a b \"\"c\"\"\",a,,true,false");
}

static void lines_end_in_cr_lf(void **state) {
    kept k = {0};
    out o;
    (void)state;
    out_init(&o, kept_sink(&k));
    csv_writer w = csv_begin(&o);
    csv_text(&w, NULL);
    csv_text(&w, "a");
    csv_u64(&w, 12);
    csv_double(&w, 14.5);
    csv_text(&w, "");
    csv_end(&w);
    (void)out_flush(&o);
    kept_expect(&k, ",a,12,14.5,\r\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_quoted_where_they_must_be),
        cmocka_unit_test(bad_bytes_are_replaced),
        cmocka_unit_test(words_have_one_space_between_them),
        cmocka_unit_test(lines_end_in_cr_lf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
