/* SPDX-License-Identifier: MIT */
/* Sections of Markdown: where they begin, and the headings above them. */
#include "unit/measure/scored.h"

static scored score_markdown(const char *text, lede_unit unit) {
    lede_document_options reading = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    scored s = {NULL, NULL, malloc(strlen(text) + 1)};
    assert_non_null(s.bytes);
    memcpy(s.bytes, text, strlen(text) + 1);
    reading.language = "en";
    reading.markup = LEDE_MARKUP_MARKDOWN;
    options.unit = unit;
    assert_int_equal(lede_document_create(s.bytes, strlen(text), &reading, &s.d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_metrics_create(s.d, &options, &s.m, NULL), LEDE_OK);
    return s;
}

/* The paths of all parts, a line each: "Boats/Oars\n". */
static const char *paths_of(const scored *s) {
    static char all[1024];
    size_t parts = 0, sentences = 0, blocks = 0, bytes = 0, used = 0;
    const char *text = lede_document_text(s->d, &bytes);
    const lede_metrics_part *p = lede_metrics_parts(s->m, &parts);
    const lede_sentence *all_sentences = lede_document_sentences(s->d, &sentences);
    const lede_block *all_blocks = lede_document_blocks(s->d, &blocks);
    for (size_t i = 0; i < parts; i++) {
        for (uint32_t k = 0; k < p[i].path_count; k++) {
            lede_span span = all_blocks[all_sentences[p[i].path[k]].block].span;
            size_t n = span.end - span.begin;
            assert_true(used + n + 2 < sizeof all);
            if (k > 0) {
                all[used++] = '/';
            }
            memcpy(all + used, text + span.begin, n);
            used += n;
        }
        all[used++] = '\n';
    }
    all[used] = '\0';
    return all;
}

static void assert_paths(const char *text, lede_unit unit, const char *wanted) {
    scored s = score_markdown(text, unit);
    assert_string_equal(paths_of(&s), wanted);
    drop(&s);
}

static void nested(void **state) {
    assert_paths("We row at dawn.\n\n# Boats\n\nThey are old.\n\n## Oars\n\nThey are new."
                 "\n\n## Sails\n\nThey are torn.\n\n# Crews\n\nThey are tired.\n",
                 LEDE_UNIT_SECTION, "\nBoats\nBoats/Oars\nBoats/Sails\nCrews\n");
}

/* From 1 to 4 and back to 3, which is beside the 4, and a first one of level 2. */
static void skipped_levels(void **state) {
    assert_paths(
        "## Before\n\nIt rains.\n\n# Boats\n\nThey are old.\n\n#### Oars\n\nThey "
        "are new.\n\n### Sails\n\nThey are torn.\n",
        LEDE_UNIT_SECTION, "Before\nBoats\nBoats/Oars\nBoats/Sails\n");
}

static void all_six(void **state) {
    assert_paths("# A1\n## B2\n### C3\n#### D4\n##### E5\n###### F6\n\nIt is deep.\n\n"
                 "###### G6\n\nIt is too.\n",
                 LEDE_UNIT_SECTION, "A1/B2/C3/D4/E5/F6\nA1/B2/C3/D4/E5/G6\n");
}

static void setext(void **state) {
    assert_paths("Boats\n=====\n\nThey are old.\n\nOars\n----\n\nThey are new.\n",
                 LEDE_UNIT_SECTION, "Boats\nBoats/Oars\n");
}

/* A heading above another has no part of its own, but it stands in the path. */
static void without_text(void **state) {
    assert_paths("# Boats\n\n## Oars\n\nThey are new.\n\n## Sails\n", LEDE_UNIT_SECTION,
                 "Boats/Oars\n");
}

/* Nothing of it is visible, so it divides nothing. */
static void only_code(void **state) {
    assert_paths("# Boats\n\nThey are old.\n\n## `oars`\n\nThey are new.\n",
                 LEDE_UNIT_SECTION, "Boats\n");
}

static void inside_containers(void **state) {
    assert_paths(
        "# Boats\n\nThey are old.\n\n> ## Oars\n>\n> They are new, he said.\n\n- "
        "### Sails\n\n  They are torn.\n\nWe row at dawn.\n\n> [!NOTE]\n> ## Ropes"
        "\n>\n> They are wet.\n\n## Crews\n\nThey are tired.\n",
        LEDE_UNIT_SECTION, "Boats\nBoats/Crews\n");
}

/* A line that looks like a heading is none where headings are marked. */
static void shapes_beside_marks(void **state) {
    static const char lines[] =
        "The old boats\n\nThey are old.\n\nThe new oars\n\nThey are new.\n";
    char marked[sizeof lines + 40] = "# Boats\n\n";
    assert_paths(lines, LEDE_UNIT_SECTION, "The old boats\nThe new oars\n");
    assert_paths(strcat(marked, lines), LEDE_UNIT_SECTION, "Boats\n");
}

/* It is there to see; its words are counted no more than those of any heading. */
static void heading_set_aside(void **state) {
    scored s =
        score_markdown("# Boats\n\nThey are old.\n\n## Read more\n\nWe row at dawn."
                       "\n",
                       LEDE_UNIT_SECTION);
    size_t count = 0;
    const lede_metrics_part *parts = lede_metrics_parts(s.m, &count);
    assert_int_equal(lede_document_sentences(s.d, &count)[2].role, LEDE_ROLE_SET_ASIDE);
    assert_string_equal(paths_of(&s), "Boats\nBoats/Read more\n");
    assert_int_equal(parts[1].heading, 2);
    assert_int_equal(parts[1].counts.words, 4);
    drop(&s);
}

static void other_units(void **state) {
    static const char text[] =
        "It rains.\n\n# Boats\n\nThey are old. They leak.\n\n## Oars"
        "\n\nThey are new.\n";
    assert_paths(text, LEDE_UNIT_PARAGRAPH, "\nBoats\nBoats/Oars\n");
    assert_paths(text, LEDE_UNIT_SENTENCE, "\nBoats\nBoats\nBoats/Oars\n");
}

/* It stands in front of the first part, of which it is none. */
static void front_matter(void **state) {
    scored s = score_markdown("---\ntitle: On boats\n---\n\nWe row at dawn.\n\n# Oars\n\n"
                              "They are new.\n",
                              LEDE_UNIT_SECTION);
    size_t count = 0, sentences = 0;
    const lede_metrics_part *parts = lede_metrics_parts(s.m, &count);
    const lede_sentence *all = lede_document_sentences(s.d, &sentences);
    assert_int_equal(all[0].role, LEDE_ROLE_METADATA);
    assert_string_equal(paths_of(&s), "\nOars\n");
    assert_int_equal(parts[0].heading, LEDE_NONE);
    assert_int_equal(parts[0].span.begin, all[1].span.begin);
    drop(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nested),
        cmocka_unit_test(skipped_levels),
        cmocka_unit_test(all_six),
        cmocka_unit_test(setext),
        cmocka_unit_test(without_text),
        cmocka_unit_test(only_code),
        cmocka_unit_test(inside_containers),
        cmocka_unit_test(shapes_beside_marks),
        cmocka_unit_test(heading_set_aside),
        cmocka_unit_test(other_units),
        cmocka_unit_test(front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
