/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/listing.h"

typedef struct wanted {
    size_t width;
    size_t most;
    bool counted;
    bool ascii;
} wanted;

/* Behind "Label " the words of a text, and so many pieces more that are not tried. */
static void expect_listing(const char *words, size_t more, wanted how, const char *text) {
    kept k = {0};
    out o;
    phrase pieces[16];
    size_t n = 0;
    for (size_t size; *words != '\0'; words += size + strspn(words + size, " ")) {
        char word[32] = "";
        size = strcspn(words, " ");
        memcpy(word, words, size);
        pieces[n] = phrase_begin(how.ascii);
        phrase_text(&pieces[n++], word);
    }
    out_init(&o, kept_sink(&k));
    listing l = listing_begin(flow_begin(&o, how.width, "Label", 6), n + more, how.most);
    l.counted = how.counted;
    for (size_t i = 0; i < n && listing_add(&l, &pieces[i]); i++) {
    }
    listing_end(&l);
    (void)out_flush(&o);
    kept_expect(&k, text);
}

static void what_fits_is_shown(void **state) {
    (void)state;
    expect_listing("one two three", 0, (wanted){40, 2, true, false},
                   "Label one, two, three\n");
    expect_listing("one two three", 0, (wanted){16, 2, true, false},
                   "Label one, two,\n      three\n");
    expect_listing("", 0, (wanted){40, 2, true, false}, "Label \n");
}

/* The word of the rest needs a place too. */
static void the_rest_fits_into_the_lines(void **state) {
    (void)state;
    expect_listing("one two three four five six", 0, (wanted){18, 2, true, false},
                   "Label one, two,\n      4 more\n");
    expect_listing("one two three four five six", 0, (wanted){20, 2, true, false},
                   "Label one, two,\n      three, 3 more\n");
    expect_listing("one two three four five six", 0, (wanted){20, 0, true, false},
                   "Label one, two,\n      three, four,\n      five, six\n");
}

/* A list of the most frequent does not know how many others there are. */
static void the_rest_may_be_an_ellipsis(void **state) {
    (void)state;
    expect_listing("one two", 1, (wanted){40, 2, false, false}, "Label one, two, …\n");
    expect_listing("one two", 1, (wanted){40, 2, false, true}, "Label one, two, ...\n");
    expect_listing("one two", 7, (wanted){40, 2, true, false},
                   "Label one, two, 7 more\n");
}

static void the_first_is_always_there(void **state) {
    (void)state;
    expect_listing("incomprehensibilities two", 0, (wanted){12, 1, true, false},
                   "Label incomprehensibilities,\n      1 more\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fits_is_shown),
        cmocka_unit_test(the_rest_fits_into_the_lines),
        cmocka_unit_test(the_rest_may_be_an_ellipsis),
        cmocka_unit_test(the_first_is_always_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
