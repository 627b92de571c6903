/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/entities.h"
#include "unicode/utf8.h"
#include "unit/markup/markup_support.h"

#include "markup/entities_table.inc"

/* From memory of the exact size; "" if it is no reference. */
static const char *decoded(const char *entity, size_t n) {
    static char text[ENTITY_TEXT + 1];
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, entity, n);
    size_t size = entity_decode(exact, n, text);
    free(exact);
    assert_true(size <= ENTITY_TEXT);
    text[size] = '\0';
    return text;
}

static void is(const char *entity, const char *text) {
    assert_string_equal(decoded(entity, strlen(entity)), text);
}

static void knows_the_names_of_html(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"&amp;", "&"},
        {"&AMP;", "&"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&apos;", "'"},
        {"&nbsp;", "\u00A0"},
        {"&shy;", "\u00AD"},
        {"&eacute;", "\u00E9"},
        {"&Eacute;", "\u00C9"},
        {"&uuml;", "\u00FC"},
        {"&szlig;", "\u00DF"},
        {"&ndash;", "\u2013"},
        {"&mdash;", "\u2014"},
        {"&lsquo;", "\u2018"},
        {"&rsquo;", "\u2019"},
        {"&ldquo;", "\u201C"},
        {"&rdquo;", "\u201D"},
        {"&bdquo;", "\u201E"},
        {"&laquo;", "\u00AB"},
        {"&hellip;", "\u2026"},
        {"&bull;", "\u2022"},
        {"&euro;", "\u20AC"},
        {"&copy;", "\u00A9"},
        {"&trade;", "\u2122"},
        {"&frac12;", "\u00BD"},
        {"&sup2;", "\u00B2"},
        {"&Tab;", "\t"},
        {"&NewLine;", "\n"},
        {"&excl;", "!"},
        {"&zwj;", "\u200D"},
        {"&zwnj;", "\u200C"},
        {"&ii;", "\u2148"},
        {"&in;", "\u2208"},
        {"&pi;", "\u03C0"},
        {"&Pi;", "\u03A0"},
        {"&therefore;", "\u2234"},
        {"&there4;", "\u2234"},
        {"&CounterClockwiseContourIntegral;", "\u2233"},
        {"&AElig;", "\u00C6"},
        {"&zopf;", "\U0001D56B"},
        {"&Afr;", "\U0001D504"},
        {"&fjlig;", "fj"},
        {"&ngE;", "\u2267\u0338"},
        {"&acE;", "\u223E\u0333"},
        {"&bne;", "=\u20E5"},
        {"&NotEqualTilde;", "\u2242\u0338"},
        {"&ThickSpace;", "\u205F\u200A"},
        {"&vsupnE;", "\u2ACC\uFE00"},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        is(pairs[i][0], pairs[i][1]);
    }
}

static void reads_numbers(void **state) {
    (void)state;
    is("&#65;", "A");
    is("&#233;", "\u00E9");
    is("&#xE9;", "\u00E9");
    is("&#Xe9;", "\u00E9");
    is("&#8212;", "\u2014");
    is("&#x1F600;", "\U0001F600");
    is("&#x10FFFF;", "\U0010FFFF");
    is("&#1114111;", "\U0010FFFF");
    is("&#0000065;", "A");
    is("&#x000041;", "A");
}

static void replaces_what_is_no_character(void **state) {
    (void)state;
    is("&#0;", "\uFFFD");
    is("&#x0;", "\uFFFD");
    is("&#xD7FF;", "\uD7FF");
    is("&#xD800;", "\uFFFD");
    is("&#xDFFF;", "\uFFFD");
    is("&#xE000;", "\uE000");
    is("&#x110000;", "\uFFFD");
    is("&#9999999;", "\uFFFD");
}

static void takes_nothing_else(void **state) {
    (void)state;
    static const char *const none[] = {
        "",
        "&",
        "&;",
        "&#;",
        "&#x;",
        "&#X;",
        "&amp",
        "amp;",
        "& amp;",
        "&amp ;",
        "&Amp;",
        "&EACUTE;",
        "&eacutes;",
        "&eacut;",
        "&copysr",
        "&nosuch;",
        "&hi?;",
        "&#12a;",
        "&#xG1;",
        "&#x 1;",
        "&#-1;",
        "&#+1;",
        "&#87654321;",
        "&#00000065;",
        "&#x0000041;",
        "&#x10FFFFF;",
        "&#x1:;",
        "&#1\xC3;",
        "&\xC3\xA9;",
        "&amp;;",
    };
    for (size_t i = 0; i < COUNT(none); i++) {
        is(none[i], "");
    }
    assert_string_equal(decoded(BYTES("&am\0p;")), "");
    assert_string_equal(decoded(BYTES("&amp\0;")), "");
}

/* Every name is found, stands for valid text, and ascends. */
static void finds_every_name(void **state) {
    (void)state;
    char entity[ENTITY_BYTES];
    assert_int_equal(sizeof entity_names, entity_names_at[ENTITY_COUNT]);
    assert_int_equal(sizeof entity_values, entity_values_at[ENTITY_COUNT]);
    for (size_t i = 0; i < ENTITY_COUNT; i++) {
        const char *name = entity_names + entity_names_at[i];
        size_t n = (size_t)entity_names_at[i + 1] - entity_names_at[i];
        const char *value = entity_values + entity_values_at[i];
        size_t size = (size_t)entity_values_at[i + 1] - entity_values_at[i];
        assert_in_range(n, 2, ENTITY_NAME_MAX);
        assert_in_range(size, 1, ENTITY_TEXT);
        assert_int_equal(utf8_valid_prefix(value, size), size);
        assert_in_range(utf8_count(value, size), 1, 2);
        entity[0] = '&';
        memcpy(entity + 1, name, n);
        entity[n + 1] = ';';
        const char *text = decoded(entity, n + 2);
        assert_int_equal(strlen(text), size);
        assert_memory_equal(text, value, size);
        if (i > 0) {
            const char *before = entity_names + entity_names_at[i - 1];
            size_t m = (size_t)(name - before);
            int order = memcmp(before, name, m < n ? m : n);
            assert_true(order < 0 || (order == 0 && m < n));
        }
    }
}

static bool is_name(const char *name, size_t n) {
    for (size_t i = 0; i < ENTITY_COUNT; i++) {
        size_t size = (size_t)entity_names_at[i + 1] - entity_names_at[i];
        if (size == n && memcmp(entity_names + entity_names_at[i], name, n) == 0) {
            return true;
        }
    }
    return false;
}

/* The beginnings of long names, each looked for one by one as well. */
static void finds_no_beginning_of_a_name(void **state) {
    (void)state;
    char entity[ENTITY_BYTES] = "&";
    size_t none = 0;
    for (size_t i = 0; i < ENTITY_COUNT; i += 7) {
        size_t n = (size_t)entity_names_at[i + 1] - entity_names_at[i];
        memcpy(entity + 1, entity_names + entity_names_at[i], n);
        for (size_t k = 1; k < n; k++) {
            char kept = entity[k + 1];
            bool name = is_name(entity + 1, k);
            entity[k + 1] = ';';
            assert_int_equal(decoded(entity, k + 2)[0] != '\0', name);
            entity[k + 1] = kept;
            none += !name;
        }
    }
    assert_true(none > 1000);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_names_of_html),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(replaces_what_is_no_character),
        cmocka_unit_test(takes_nothing_else),
        cmocka_unit_test(finds_every_name),
        cmocka_unit_test(finds_no_beginning_of_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
