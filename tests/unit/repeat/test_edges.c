/* SPDX-License-Identifier: MIT */
#include "repeat/edges.h"

#include "unit/repeat/repeat_support.h"

typedef struct read_body {
    opened o;
    folds f;
    stream s;
} read_body;

static void body_open(read_body *b, const char *text, const char *language) {
    const stream_options options = {.allocator = &memory_default};
    opened_text(&b->o, text, language);
    assert_true(folds_build(&b->f, &b->o.d, &memory_default));
    assert_true(stream_read(&b->s, &b->f, &b->o.d, STREAM_BODY, &options));
}

static void body_close(read_body *b) {
    stream_free(&b->s, &memory_default);
    folds_free(&b->f);
    opened_close(&b->o);
}

/* ---- Ends that hang ------------------------------------------------------------------
 */

/* Those words of a text that hang on the next. */
static void expect_hanging(const char *text, const char *language, const char *wanted) {
    read_body b;
    shown found = {.n = 0};
    found.text[0] = '\0';
    body_open(&b, text, language);
    for (uint32_t i = 0; i < b.s.words.count; i++) {
        if (edges_hang(&b.s, i)) {
            show(&found, found.n > 0 ? " " : "");
            show_run(&found, &b.o.d, b.s.words.items[i], b.s.words.items[i]);
        }
    }
    assert_string_equal(found.text, wanted);
    body_close(&b);
}

static void possessives(void **state) {
    expect_hanging("The captain's boat.", NULL, "captain's");
    expect_hanging("The captain\xE2\x80\x99s boat.", NULL, "captain\xE2\x80\x99s");
    expect_hanging("The nations' boat.", NULL, "nations");
    expect_hanging("Under old Iran's plan.", NULL, "Iran's");
    expect_hanging("The captain can't row, and the captains can.", NULL, "");
}

static void participles(void **state) {
    expect_hanging("The data collected by them.", NULL, "collected");
    expect_hanging("The drugs taken by them.", NULL, "taken");
    /* Those by their ending that are none, and what is of another form. */
    expect_hanging("The seed collects the creed.", NULL, "");
    /* With a capital it is one no more. */
    expect_hanging("By data Collected by them.", NULL, "");
}

static void participles_that_are_led(void **state) {
    expect_hanging("It is highly recommended by us.", NULL, "");      /* an adverb */
    expect_hanging("They are very annoyed, very divided.", NULL, ""); /* how very */
    expect_hanging("They may be watered by us.", NULL, "");           /* "to be" */
    expect_hanging("They have collected the data.", NULL, "");        /* an auxiliary */
    expect_hanging("They got divided by it.", NULL, "");
    /* Not across what breaks, and only the word before. */
    expect_hanging("They may be, watered by us, so.", NULL, "watered");
    expect_hanging("They may be boats watered by us.", NULL, "watered");
    /* The first word of all has nothing before it. */
    expect_hanging("collected by us.", NULL, "collected");
}

static void adjectives_by_ending(void **state) {
    expect_hanging("A conventional medical plan.", NULL, "conventional medical");
    expect_hanging("The enormous hopeless domestic plan.", NULL, "enormous hopeless");
    expect_hanging("It was highly critical, and he is nervous.", NULL, "");
    /* Nouns that end so. */
    expect_hanging("The chemical of a professional.", NULL, "");
    /* Names. */
    expect_hanging("The Royal Medical Board.", NULL, "");
}

static void other_languages(void **state) {
    /* Neither participles nor adjectives, as nothing says so. */
    expect_hanging("Les boats medical collected par eux.", "fr", "");
    expect_hanging("boat medical collected taken.", "xx", "");
    /* Participles alone. */
    expect_hanging("Die Daten gesammelt medical.", "de", "gesammelt");
    expect_hanging("Die Daten werden gesammelt.", "de", "");
}

/* ---- Names ---------------------------------------------------------------------------
 */

typedef bool is_so(const stream *s, uint32_t first, uint32_t last);

static void expect_of(is_so *of, const char *text, const uint32_t *at, bool wanted) {
    read_body b;
    body_open(&b, text, NULL);
    assert_true(at[1] < b.s.words.count);
    if (of(&b.s, at[0], at[1]) != wanted) {
        fail_msg("\"%s\", words %u to %u", text, at[0], at[1]);
    }
    body_close(&b);
}

static void expect_cut(const char *text, uint32_t first, uint32_t last, bool wanted) {
    const uint32_t at[] = {first, last};
    expect_of(edges_cut_name, text, at, wanted);
}

static void expect_in_name(const char *text, uint32_t first, uint32_t last, bool wanted) {
    const uint32_t at[] = {first, last};
    expect_of(edges_in_name, text, at, wanted);
}

static void names_cut_at_the_end(void **state) {
    static const char text[] = "it was addressed to Lord Harewood there, to Lord.";
    expect_cut(text, 2, 4, true);
    expect_cut(text, 2, 5, false);
    expect_cut(text, 2, 3, false); /* it ends before the name */
    expect_cut(text, 7, 8, false); /* nothing follows */
    expect_cut("to Lord, Harewood said.", 0, 1, false);
    expect_cut("to Lord. Harewood said.", 0, 1, false);
}

static void names_cut_at_the_beginning(void **state) {
    static const char text[] = "it is in Kings Park on the island.";
    expect_cut(text, 4, 7, true);
    expect_cut(text, 3, 7, false);
    expect_cut(text, 5, 7, false); /* it begins behind the name */
    expect_cut("on Kings, Park on the island.", 2, 5, false);
    expect_cut("Park on the island.", 0, 3, false);
    /* Behind what is no name. */
    expect_cut("it is by Park on the island.", 3, 6, false);
}

static void parts_of_names(void **state) {
    static const char text[] = "they run the Public Safety Network by day.";
    expect_in_name(text, 3, 4, true);
    expect_in_name(text, 4, 5, true);
    expect_in_name(text, 4, 4, true);
    expect_in_name(text, 3, 5, false);
    expect_in_name("they run, Public Safety, Network.", 2, 3, false);
    expect_in_name("Public Safety was so.", 0, 1, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(possessives),
        cmocka_unit_test(participles),
        cmocka_unit_test(participles_that_are_led),
        cmocka_unit_test(adjectives_by_ending),
        cmocka_unit_test(other_languages),
        cmocka_unit_test(names_cut_at_the_end),
        cmocka_unit_test(names_cut_at_the_beginning),
        cmocka_unit_test(parts_of_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
