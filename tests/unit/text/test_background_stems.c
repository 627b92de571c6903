/* SPDX-License-Identifier: MIT */
#include "text/background_stems.h"

#include "support/open.h"
#include "unit/text/background_support.h"

#include <math.h>

#define STEMS 64

/* The value of a word that stands in the text as this key. */
static double idf_of(const lede_document *d, const double *idf, const char *key) {
    for (size_t i = 0; i < d->terms.count; i++) {
        lede_span span = d->terms.items[i].key;
        if (span.end - span.begin == strlen(key) &&
            memcmp(d->keys.items + span.begin, key, strlen(key)) == 0) {
            return idf[d->terms.items[i].stem];
        }
    }
    fail_msg("%s is no word of the text", key);
    return 0;
}

/* Fills idf, with a guard behind it. */
static lede_document *weigh(const text_buffer *t, const char *text, double *idf) {
    lede_background b = open_background(t);
    lede_document *d = open_text(text);
    assert_true(d->stems.count < STEMS);
    idf[d->stems.count] = -7;
    background_stem_idf(&b, d, idf);
    assert_true(idf[d->stems.count] == -7);
    return d;
}

static void expect_near(double value, double wanted) {
    if (!(fabs(value - wanted) < 1e-9)) {
        print_error("%.17g instead of %.17g\n", value, wanted);
    }
    assert_true(fabs(value - wanted) < 1e-9);
}

/* 9 documents: "boat" in 4 and "boats" in 3, so the stem in 4; the others
 * in 5 and 1; ln 2 = 0.693147180560, ln 10 = 2.302585092994,
 * ln 4.5 = 1.504077396776, ln 5.5 = 1.704748092238, ln 1.5 = 0.405465108108. */
static void the_most_frequent_form(void **state) {
    double idf[STEMS];
    text_buffer t = background_write(boats, COUNT(boats));
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, 9);
    lede_document *d =
        weigh(&t, "Boats and a boat in the Harbour near a boathouse.", idf);
    double ln10 = 2.302585092994046;
    assert_true(idf_of(d, idf, "boat") == idf_of(d, idf, "boats"));
    expect_near(idf_of(d, idf, "boat"), ln10 - 1.504077396776274);
    expect_near(idf_of(d, idf, "harbour"), ln10 - 1.704748092238425);
    expect_near(idf_of(d, idf, "boathouse"), ln10 - 0.405465108108164);
    expect_near(idf_of(d, idf, "near"), ln10 + 0.693147180559945); /* not there */
    lede_document_free(d);
    text_free(&t);
}

/* Whichever stands first; and a form that the text does not have is not known of. */
static void forms_of_the_text_only(void **state) {
    double idf[STEMS];
    text_buffer t = background_write(boats, COUNT(boats));
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, 9);
    lede_document *d = weigh(&t, "A boat met two boats.", idf);
    expect_near(idf_of(d, idf, "boats"), 2.302585092994046 - 1.504077396776274);
    lede_document_free(d);
    d = weigh(&t, "Two boats.", idf);
    expect_near(idf_of(d, idf, "boats"), 2.302585092994046 - 1.252762968495368);
    lede_document_free(d);
    text_free(&t);
}

/* The parts of a compound are words that are looked up; set aside words too. */
static void every_term(void **state) {
    double idf[STEMS];
    text_buffer t = background_write(boats, COUNT(boats));
    lede_document *d = weigh(&t, "A harbour-boat left.\n\nADVERTISEMENT", idf);
    for (size_t i = 0; i < d->stems.count; i++) {
        assert_true(idf[i] > 0 && idf[i] <= log(12));
    }
    expect_near(idf_of(d, idf, "harbour"), log(6 / 5.5));
    expect_near(idf_of(d, idf, "boat"), log(6 / 4.5));
    expect_near(idf_of(d, idf, "advertisement"), log(12));
    lede_document_free(d);
    text_free(&t);
}

/* No documents at all, and as many as there can be. */
static void bounds(void **state) {
    double idf[STEMS];
    text_buffer t = background_write(NULL, 0);
    lede_document *d = weigh(&t, "Boats.", idf);
    expect_near(idf_of(d, idf, "boats"), 0.693147180559945);
    lede_document_free(d);
    d = weigh(&t, "", idf); /* no stem */
    assert_int_equal(d->stems.count, 0);
    lede_document_free(d);
    text_free(&t);
    background_entry word = BACKGROUND_ENTRY("boats", UINT64_MAX, UINT64_MAX);
    t = background_write(&word, 1);
    d = weigh(&t, "Boats left.", idf);
    assert_true(idf_of(d, idf, "boats") == 0);
    expect_near(idf_of(d, idf, "left"), 65 * 0.693147180559945);
    lede_document_free(d);
    text_free(&t);
}

/* Without stems each word is its own. */
static void without_stems(void **state) {
    double idf[STEMS];
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.language = "en";
    o.no_stems = 1;
    text_buffer t = background_write(boats, COUNT(boats));
    lede_background b = open_background(&t);
    assert_int_equal(lede_document_create("Boats, a boat.", 14, &o, &d, NULL), LEDE_OK);
    background_stem_idf(&b, d, idf);
    expect_near(idf_of(d, idf, "boats"), log(6 / 3.5));
    expect_near(idf_of(d, idf, "boat"), log(6 / 4.5));
    lede_document_free(d);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_frequent_form),
        cmocka_unit_test(forms_of_the_text_only),
        cmocka_unit_test(every_term),
        cmocka_unit_test(bounds),
        cmocka_unit_test(without_stems),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
