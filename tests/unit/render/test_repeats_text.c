/* SPDX-License-Identifier: MIT */
/* What the golden files of `lede repeats` cannot ask for: widths, other characters, ends
 * of lists. */
#include "support/texts.h"
#include "unit/render/sample.h"

typedef struct made {
    lede_document *d;
    lede_repeats *r;
    kept k;
} made;

static void make(made *x, const char *bytes, size_t n, const char *language) {
    lede_document_options reading = LEDE_DOCUMENT_OPTIONS_INIT;
    *x = (made){0};
    reading.language = language;
    reading.no_stems = 1;
    assert_int_equal(lede_document_create(bytes, n, &reading, &x->d, NULL), LEDE_OK);
    assert_int_equal(lede_repeats_create(x->d, NULL, &x->r, NULL), LEDE_OK);
}

static void make_text(made *x, const char *text) {
    make(x, text, strlen(text), "en");
}

static void drop(made *x) {
    lede_repeats_free(x->r);
    lede_document_free(x->d);
    kept_free(&x->k);
}

static const char *write(made *x, lede_repeats_view view) {
    lede_report r;
    kept_free(&x->k);
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_TEXT, kept_sink(&x->k)), LEDE_OK);
    r.repeats = view;
    assert_int_equal(lede_report_repeats(&r, "a", x->d, x->r), LEDE_OK);
    return x->k.bytes;
}

static void expect_part(const char *written, const char *wanted) {
    if (strstr(written, wanted) == NULL) {
        fail_msg("%s\nhas no\n%s", written, wanted);
    }
}

/* Every list has something of it. */
static const char full[] =
    "The Red Gate\n\nThe red gate was opened with or without the consent of the guards. "
    "It was late. It was cold. It was a night for wolves. It was the the worst.\n\n"
    "\xE2\x80\x9CWith or without the consent of the guards,\xE2\x80\x9D said Maren "
    "Olsvik, \xE2\x80\x9Cthe red gate stays open.\xE2\x80\x9D Maren Olsvik wrote that "
    "seven hungry wolves crossed the frozen river near the old mill. Seven hungry wolves "
    "crossed the frozen river, and the old mill was empty. The red gate of the city was "
    "painted. Nobody liked the red gate. The gate, the gate, the gate!\n";

static void no_line_is_wider_than_the_terminal(void **state) {
    made x;
    (void)state;
    make_text(&x, full);
    for (uint32_t width = 50; width < 130; width++) {
        for (int all = 0; all < 2; all++) {
            const char *line = write(&x, (lede_repeats_view){.width = width, .all = all});
            while (*line != '\0') {
                size_t bytes = strcspn(line, "\n"), columns = 0;
                for (size_t i = 0; i < bytes; i++) {
                    columns += ((unsigned char)line[i] & 0xC0) != 0x80 ? 1 : 0;
                }
                if (columns > width) {
                    fail_msg("%u columns: %.*s", width, (int)bytes, line);
                }
                line += bytes + 1;
            }
        }
    }
    drop(&x);
}

static void every_list_is_there(void **state) {
    static const char *const labels[] = {
        "\nRepetition ",     "\nStock phrases ", "\nFormulas ",   "\nTopic ",
        "\nNames ",          "\nDoubled words ", "\nTold twice ", "\nOpenings ",
        "\nOverused words ", "\nEchoes "};
    made x;
    (void)state;
    make_text(&x, full);
    const char *written = write(&x, (lede_repeats_view){0});
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        expect_part(written, labels[i]);
    }
    expect_part(written, "\n! 4×  It was   sentences 3–6 at 3:68\n");
    expect_part(written, "\n  the the   sentence 6 at 3:");
    drop(&x);
}

static void ascii_is_all_there_is(void **state) {
    made x;
    (void)state;
    make_text(
        &x, "The red gate was shut. Seven hungry grey wolves crossed the frozen river "
            "near the old mill. The red gate was open. Seven hungry grey wolves crossed "
            "the river near the mill. It was cold. It was dark. It was late.");
    const char *written = write(&x, (lede_repeats_view){.ascii = 1, .all = 1});
    for (const char *c = written; *c != '\0'; c++) {
        assert_true((unsigned char)*c < 0x80);
    }
    expect_part(written, "  2 ~ 4   ");
    expect_part(written, "  2x  ");
    drop(&x);
}

/* Two columns each, so that what stands behind them stays in its column. */
static void wide_words_keep_the_columns(void **state) {
    static const char text[] = "红色大门关上了。在红色大门后面，狗叫了一夜。"
                               "新的水塔很高。人们喜欢新的水塔。";
    made x;
    (void)state;
    make(&x, text, sizeof text - 1, "zh");
    const char *written = write(&x, (lede_repeats_view){0});
    expect_part(written, "×  红色大门   sentence");
    drop(&x);
}

/* A phrase of more words than a line holds, an excerpt that begins near its words. */
static void long_ones_are_cut(void **state) {
    text_buffer t = {0};
    made x;
    (void)state;
    for (int i = 0; i < 2; i++) {
        text_put(&t, i == 0 ? "First" : "Then");
        for (int word = 0; word < 40; word++) {
            char name[16];
            snprintf(name, sizeof name, " word%c%c", 'a' + word / 26, 'a' + word % 26);
            text_put(&t, name);
        }
        text_put(&t, ". ");
    }
    make(&x, t.bytes, t.n, "en");
    const char *written = write(&x, (lede_repeats_view){0});
    expect_part(written, "\n  2×  wordaa wordab");
    expect_part(written, "…\n        sentences 1, 2   1 word apart\n");
    written = write(&x, (lede_repeats_view){.all = 1});
    expect_part(written, "wordbn\n        sentences 1, 2   1 word apart\n");
    expect_part(written, "   First wordaa wordab");
    drop(&x);
    text_free(&t);
}

/* Ten entries, and a word for those behind. */
static void lists_end_after_ten(void **state) {
    text_buffer t = {0};
    made x;
    (void)state;
    for (int i = 0; i < 2; i++) {
        for (int word = 0; word < 13; word++) {
            char name[32];
            snprintf(name, sizeof name, "the hard%c rocks%c. ", 'a' + word, 'a' + word);
            text_put(&t, name);
        }
        for (int word = 0; word < 400; word++) {
            char name[32];
            snprintf(name, sizeof name, "only%c%c%c ", 'a' + i, 'a' + word / 26,
                     'a' + word % 26);
            text_put(&t, name);
        }
        text_put(&t, ". ");
    }
    make(&x, t.bytes, t.n, "en");
    const char *written = write(&x, (lede_repeats_view){0});
    expect_part(written, "\nStock phrases     13 phrases\n");
    expect_part(written, "\n  … 3 more (--all)\n");
    drop(&x);
    text_free(&t);
}

static void notes_stand_at_the_end(void **state) {
    static const char text[] = "Der Hund ist da. Der Hund ist dort.";
    made x;
    (void)state;
    make(&x, text, sizeof text - 1, "xx");
    const char *written = write(&x, (lede_repeats_view){.width = 100});
    expect_part(written, "\nNote              forms of words were not taken together: no "
                         "rules for this language\n                  formulas were not "
                         "looked for: no word lists for this language\n");
    drop(&x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(every_list_is_there),
        cmocka_unit_test(ascii_is_all_there_is),
        cmocka_unit_test(wide_words_keep_the_columns),
        cmocka_unit_test(long_ones_are_cut),
        cmocka_unit_test(lists_end_after_ten),
        cmocka_unit_test(notes_stand_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
