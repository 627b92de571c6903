/* SPDX-License-Identifier: MIT */
#include "cli/completions.h"

#include <lede/lede.h>

#include "support/page.h"

static page_text result;

static out *begin(out *o) {
    out_init(o, page_sink(&result));
    return o;
}

static const char *words(verb_id verb, const char *argument) {
    out o;
    size_t count = completions_words(begin(&o), verb, argument);
    assert_int_equal(out_flush(&o), LEDE_OK);
    assert_int_equal(count, completions_words(NULL, verb, argument));
    size_t spaces = 0;
    for (const char *at = result.text; *at != '\0'; at++) {
        spaces += *at == ' ' ? 1 : 0;
    }
    assert_int_equal(count, spaces);
    return result.text;
}

static void knows_what_help_shows(void **state) {
    assert_string_equal(words(VERB_SPLIT, "soft|hard-2"), " soft hard-2");
    assert_string_equal(words(VERB_SPLIT, "FORMAT"), " lines json");
    assert_string_equal(words(VERB_SUMMARIZE, "FORMAT[=FILE]"), " text json markdown");
    assert_string_equal(words(VERB_HELP, "FORMAT"), "");
    assert_string_equal(words(VERB_SPLIT, "N"), "");
    assert_string_equal(words(VERB_SPLIT, "[FILE...|-]"), "");
    assert_string_equal(words(VERB_SPLIT, ""), "");
}

static void lists_verbs_languages_and_rules(void **state) {
    const char *at = words(VERB_HELP, "[VERB]");
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        size_t n = strlen(verb_at((verb_id)id)->name);
        assert_memory_equal(at + 1, verb_at((verb_id)id)->name, n);
        at += 1 + n;
    }
    assert_string_equal(at, "");
    assert_memory_equal(words(VERB_SPLIT, "auto|CODE"), " auto ", 6);
    assert_non_null(strstr(result.text, lede_language_at(0)->code));
    assert_non_null(strstr(words(VERB_SPLIT, "ID"), " ad-label"));
    assert_null(strstr(result.text, "none"));
    assert_non_null(strstr(words(VERB_EXPLAIN, "FORMULA"), " flesch_kincaid "));
}

static void sees_files(void **state) {
    assert_true(completions_want_files("[FILE...|-]"));
    assert_true(completions_want_files("FORMAT[=FILE]"));
    assert_true(completions_want_files("NAME"));
    assert_false(completions_want_files("FILES"));
    assert_false(completions_want_files("file|N"));
    assert_false(completions_want_files(""));
}

static void quotes_for_a_shell(void **state) {
    out o;
    completions_quoted(begin(&o), "it's [a:b]\\", "[]:", "'\\''");
    assert_int_equal(out_flush(&o), LEDE_OK);
    assert_string_equal(result.text, "it'\\''s \\[a\\:b\\]\\");
}

/* No text of a record may end a string of the script early. */
static void leaves_no_quotation_open(void **state) {
    void (*const writers[])(out *) = {completions_bash, completions_zsh,
                                      completions_fish};
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        out o;
        writers[i](begin(&o));
        assert_int_equal(out_flush(&o), LEDE_OK);
        for (char *line = strtok(result.text, "\n"); line != NULL;
             line = strtok(NULL, "\n")) {
            size_t quotes = 0;
            for (const char *at = line; *at != '\0' && *line != '#'; at++) {
                quotes += *at == '\'' ? 1 : 0;
            }
            assert_int_equal(quotes % 2, 0);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_help_shows),
        cmocka_unit_test(lists_verbs_languages_and_rules),
        cmocka_unit_test(sees_files),
        cmocka_unit_test(quotes_for_a_shell),
        cmocka_unit_test(leaves_no_quotation_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
