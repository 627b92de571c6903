/* SPDX-License-Identifier: MIT */
/* Headings above a section where there is little room, and other characters. */
#include "sample.h"

typedef struct made {
    lede_document *d;
    lede_metrics *m;
    kept k;
} made;

static void make(made *x, const char *bytes, lede_unit unit) {
    lede_document_options reading = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_metrics_options measuring = LEDE_METRICS_OPTIONS_INIT;
    *x = (made){0};
    reading.language = "en";
    reading.markup = LEDE_MARKUP_MARKDOWN;
    measuring.unit = unit;
    assert_int_equal(lede_document_create(bytes, strlen(bytes), &reading, &x->d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_metrics_create(x->d, &measuring, &x->m, NULL), LEDE_OK);
}

static void drop(made *x) {
    lede_metrics_free(x->m);
    lede_document_free(x->d);
    kept_free(&x->k);
}

static void write(made *x, lede_format format, lede_score_view view) {
    lede_report r;
    kept_free(&x->k);
    assert_int_equal(lede_report_begin(&r, format, kept_sink(&x->k)), LEDE_OK);
    r.score = view;
    assert_int_equal(lede_report_score(&r, "a", x->d, x->m), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
}

/* The line of the table that stands for the part at this place, from its words on. */
static void expect_words(made *x, uint32_t width, int ascii, const char *place,
                         const char *wanted) {
    write(x, LEDE_FORMAT_TEXT, (lede_score_view){.width = width, .ascii = ascii});
    const char *line = strstr(x->k.bytes, place);
    assert_non_null(line);
    size_t n = strcspn(line, "\n"), behind = strlen(wanted);
    assert_true(n > behind);
    if (strncmp(line + n - behind, wanted, behind) != 0 || line[n - behind - 1] != ' ' ||
        line[n - behind - 2] != ' ') {
        fail_msg("%.*s\ndoes not end with\n%s", (int)n, line, wanted);
    }
}

/* 17 columns are left of 50: outer headings go first, and the nearest one is cut. */
static void little_room(void **state) {
    made x;
    (void)state;
    make(&x,
         "# Boats\n\n## Oars\n\n### Ash\n\nIt bends.\n\n### Spruce, sawn\n\nIt bends "
         "less.\n\n### Wood of any other tree\n\nIt breaks.\n",
         LEDE_UNIT_SECTION);
    expect_words(&x, 53, 0, " 5:5 ", "Boats > Oars > Ash");
    expect_words(&x, 50, 0, " 5:5 ", "… > Oars > Ash");
    expect_words(&x, 50, 1, " 5:5 ", "... > Oars > Ash");
    expect_words(&x, 50, 0, " 9:5 ", "… > Spruce, sawn");
    expect_words(&x, 50, 0, " 13:5 ", "… > Wood of any…");
    expect_words(&x, 80, 0, " 13:5 ", "Boats > Oars > Wood of any other tree");
    drop(&x);
}

/* However much room there is: it would be looked at for each section below it. */
static void long_outer_heading(void **state) {
    made x;
    char text[400] = "# ", wanted[400];
    (void)state;
    memset(text + 2, 'x', 240);
    memcpy(wanted, text + 2, 240);
    strcpy(wanted + 240, " > Oars");
    strcpy(text + 242, "\n\n## Oars\n\nThey are new.\n");
    make(&x, text, LEDE_UNIT_SECTION);
    expect_words(&x, 300, 0, " 3:4 ", wanted);
    drop(&x);
    memset(text + 2, 'x', 241);
    strcpy(text + 243, "\n\n## Oars\n\nThey are new.\n");
    make(&x, text, LEDE_UNIT_SECTION);
    expect_words(&x, 300, 0, " 3:4 ", "… > Oars");
    drop(&x);
}

/* A paragraph is known by its own words. */
static void other_parts(void **state) {
    made x;
    (void)state;
    make(&x, "# Boats\n\nThey are old.\n", LEDE_UNIT_PARAGRAPH);
    expect_words(&x, 80, 0, " 3:1 ", "They are old.");
    drop(&x);
}

/* Bytes that a terminal would obey, and those that a table would. */
static void unsafe_bytes(void **state) {
    made x;
    (void)state;
    make(&x, "# A\x1b[2J\n\n## B | C\n\nIt rains.\n", LEDE_UNIT_SECTION);
    expect_words(&x, 80, 0, " 3:4 ", "A\\x1b[2J > B | C");
    write(&x, LEDE_FORMAT_MARKDOWN, (lede_score_view){0});
    assert_non_null(strstr(x.k.bytes, "B \\| C"));
    assert_null(strchr(x.k.bytes, '\x1b'));
    drop(&x);
}

/* The JSON of a page whose first heading has n bytes x, then the bytes of `last`. */
static void expect_cut(size_t n, const char *last, const char *wanted) {
    made x;
    char text[400] = "# ";
    memset(text + 2, 'x', n);
    strcpy(text + 2 + n, last);
    strcat(text, "\n\nIt rains.\n");
    make(&x, text, LEDE_UNIT_SECTION);
    write(&x, LEDE_FORMAT_JSON, (lede_score_view){0});
    if (strstr(x.k.bytes, wanted) == NULL) {
        fail_msg("%s\nhas no\n%s", x.k.bytes, wanted);
    }
    drop(&x);
}

/* 240 bytes are whole, and a code point across the border is out. */
static void long_headings(void **state) {
    (void)state;
    expect_cut(239, "y", "xxy\"],\"level\":1");
    expect_cut(240, "y", "xx…\"],\"level\":1");
    expect_cut(238, "\xC3\xA4", "xx\xC3\xA4\"],\"level\":1");
    expect_cut(239, "\xC3\xA4", "xx…\"],\"level\":1");
    expect_cut(238, "\xE2\x82\xAC", "xx…\"],\"level\":1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(little_room),   cmocka_unit_test(long_outer_heading),
        cmocka_unit_test(other_parts),   cmocka_unit_test(unsafe_bytes),
        cmocka_unit_test(long_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
