/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "cli/help.h"
#include "cli/values.h"

#include <lede/lede.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/page.h"

#define ARGUMENTS_MAX 16

/* ---- Reading a command line ---------------------------------------------- */

/* A command line as an array that may be reordered. */
typedef struct line {
    char *arguments[ARGUMENTS_MAX];
    char bytes[512];
    options options;
} line;

/* Splits at spaces and reads. */
static bool read_line(line *l, verb_id verb, const char *text) {
    int count = 0;
    assert_true(strlen(text) < sizeof l->bytes);
    memcpy(l->bytes, text, strlen(text) + 1);
    for (char *at = strtok(l->bytes, " "); at != NULL; at = strtok(NULL, " ")) {
        assert_true(count < ARGUMENTS_MAX);
        l->arguments[count++] = at;
    }
    return options_read(&l->options, verb, count, l->arguments);
}

/* What the program says on standard error to a line that it refuses. */
static const char *refusal(verb_id verb, const char *text) {
    static char said[1024];
    line l;
    int pipe_ends[2];
    int saved = dup(STDERR_FILENO);
    assert_true(saved >= 0 && pipe(pipe_ends) == 0);
    assert_true(dup2(pipe_ends[1], STDERR_FILENO) >= 0);
    bool accepted = read_line(&l, verb, text);
    assert_true(dup2(saved, STDERR_FILENO) >= 0);
    assert_int_equal(close(saved) + close(pipe_ends[1]), 0);
    ssize_t size = read(pipe_ends[0], said, sizeof said - 1);
    assert_int_equal(close(pipe_ends[0]), 0);
    assert_false(accepted);
    assert_true(size > 0);
    said[size] = '\0';
    return said;
}

static void takes_every_spelling(void **state) {
    static const char *const spellings[] = {"--sentences=3", "--sentences 3", "-n3",
                                            "-n 3",          "-qn3",          "-qn 3"};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        line l;
        assert_true(read_line(&l, VERB_SUMMARIZE, spellings[i]));
        assert_true(option_given(&l.options, OPTION_SENTENCES));
        assert_int_equal(l.options.values[OPTION_SENTENCES].number, 3);
        assert_int_equal(l.options.operand_count, 0);
    }
}

static void mixes_options_and_files(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "a -q b --title T c - -- -d --words"));
    const char *const files[] = {"a", "b", "c", "-", "-d", "--words"};
    assert_int_equal(l.options.operand_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(l.options.operands[i], files[i]);
    }
    assert_true(option_given(&l.options, OPTION_QUIET));
    assert_string_equal(l.options.values[OPTION_TITLE].text, "T");
    assert_false(option_given(&l.options, OPTION_WORDS));
}

/* A value may look like an option, and may be empty. */
static void takes_any_value(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "--title --strict --stdin-filename="));
    assert_string_equal(l.options.values[OPTION_TITLE].text, "--strict");
    assert_false(option_given(&l.options, OPTION_STRICT));
    assert_string_equal(l.options.values[OPTION_STDIN_FILENAME].text, "");
}

static void keeps_the_last_of_repeated(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "-n 3 -n 5"));
    assert_int_equal(l.options.values[OPTION_SENTENCES].number, 5);
}

static void gives_one_name_to_each_verb(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SPLIT, "--words a"));
    assert_true(option_given(&l.options, OPTION_SPLIT_WORDS));
    assert_int_equal(l.options.operand_count, 1);
    assert_true(read_line(&l, VERB_SUMMARIZE, "--words 90 a"));
    assert_int_equal(l.options.values[OPTION_WORDS].number, 90);
    assert_int_equal(l.options.operand_count, 1);
}

/* ---- Values -------------------------------------------------------------- */

static uint64_t size_of(const char *value) {
    line l;
    char text[64] = "--max-bytes ";
    strcat(text, value);
    assert_true(read_line(&l, VERB_SPLIT, text));
    return l.options.values[OPTION_MAX_BYTES].number;
}

static void reads_sizes(void **state) {
    assert_true(size_of("1") == 1);
    assert_true(size_of("64M") == UINT64_C(64) << 20);
    assert_true(size_of("2k") == 2048);
    assert_true(size_of("1G") == UINT64_C(1) << 30);
    assert_true(size_of("18446744073709551615") == UINT64_MAX);
    static const char *const bad[] = {"0",
                                      "0K",
                                      "K",
                                      "-1",
                                      "1T",
                                      "1.5M",
                                      "64MB",
                                      "18446744073709551616",
                                      "18014398509481984K"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[64] = "--max-bytes ";
        strcat(text, bad[i]);
        assert_non_null(strstr(refusal(VERB_SPLIT, text), "must be a whole number"));
    }
}

static void reads_counts(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "-n 4294967295"));
    static const char *const bad[] = {"0", "x", "-1", "1.0", "4294967296", "1e3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[64] = "-n ";
        strcat(text, bad[i]);
        assert_non_null(strstr(refusal(VERB_SUMMARIZE, text), "from 1 to 4294967295"));
    }
    assert_string_equal(refusal(VERB_SUMMARIZE, "-n0"),
                        "lede: -n 0: must be a whole number from 1 to 4294967295\n");
}

static void reads_ratios(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "--ratio 1"));
    assert_true(read_line(&l, VERB_SUMMARIZE, "--ratio=0.25"));
    assert_true(l.options.values[OPTION_RATIO].ratio == 0.25);
    static const char *const bad[] = {"0", "2", "-0.5", "1.01", "0,5", "nan", "50%"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[64] = "--ratio ";
        strcat(text, bad[i]);
        assert_non_null(
            strstr(refusal(VERB_SUMMARIZE, text),
                   ": must be a decimal number over 0 and at most 1, such as 0.2\n"));
    }
}

static void reads_weights(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "--mmr 0"));
    assert_true(l.options.values[OPTION_MMR].ratio == 0.0);
    assert_true(read_line(&l, VERB_SUMMARIZE, "--mmr=10"));
    assert_true(read_line(&l, VERB_SUMMARIZE, "--mmr 0.25"));
    assert_true(l.options.values[OPTION_MMR].ratio == 0.25);
    static const char *const bad[] = {"-1",  "10.01", "11", "0,5",
                                      "nan", "inf",   "x",  "''"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[64] = "--mmr ";
        strcat(text, bad[i]);
        assert_non_null(strstr(refusal(VERB_SUMMARIZE, text),
                               ": must be a decimal number from 0 to 10, such as 0.3\n"));
    }
}

static void reads_choices(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "--newlines hard --method lead"));
    assert_int_equal(l.options.values[OPTION_NEWLINES].number, 2);
    assert_int_equal(l.options.values[OPTION_METHOD].number, LEDE_METHOD_LEAD);
    assert_string_equal(refusal(VERB_SPLIT, "--newlines=sfot"),
                        "lede: --newlines sfot: must be auto, soft or hard; "
                        "did you mean soft?\n");
    assert_string_equal(refusal(VERB_SPLIT, "--newlines ''"),
                        "lede: --newlines '': must be auto, soft or hard\n");
    assert_string_equal(refusal(VERB_SPLIT, "--markup html"),
                        "lede: --markup html: not supported yet\n");
}

static void finds_choices(void **state) {
    assert_true(value_find_choice("auto|soft|hard", "soft", 4) == 1);
    assert_true(value_find_choice("auto|soft|hard", "sof", 3) == SIZE_MAX);
    assert_true(value_find_choice("auto|soft|hard", "", 0) == SIZE_MAX);
    assert_true(value_find_choice("auto", "auto", 4) == 0);
}

/* ---- Outputs ------------------------------------------------------------- */

static void has_a_default_output(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SPLIT, "a"));
    assert_int_equal(l.options.output_count, 1);
    assert_int_equal(l.options.outputs[0].format, LEDE_FORMAT_LINES);
    assert_null(l.options.outputs[0].path);
    assert_true(read_line(&l, VERB_HELP, ""));
    assert_int_equal(l.options.output_count, 0);
}

static void reads_outputs(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SUMMARIZE, "-o json=a=b --format text -ojson=c"));
    assert_int_equal(l.options.output_count, 3);
    assert_int_equal(l.options.outputs[0].format, LEDE_FORMAT_JSON);
    assert_string_equal(l.options.outputs[0].path, "a=b");
    assert_int_equal(l.options.outputs[1].format, LEDE_FORMAT_TEXT);
    assert_null(l.options.outputs[1].path);
    assert_string_equal(l.options.outputs[2].path, "c");
    assert_true(read_line(&l, VERB_SUMMARIZE, "-o json=-"));
    assert_null(l.options.outputs[0].path);
}

static void refuses_bad_outputs(void **state) {
    assert_string_equal(refusal(VERB_SPLIT, "-o jsn=x"),
                        "lede: -o jsn: must be lines or json; did you mean json?\n");
    assert_string_equal(refusal(VERB_SPLIT, "--format text"),
                        "lede: --format text: must be lines or json\n");
    assert_string_equal(
        refusal(VERB_SPLIT, "--format json=x"),
        "lede: --format json=x: must be lines or json; did you mean json?\n");
    assert_string_equal(refusal(VERB_SPLIT, "--output json="),
                        "lede: --output json=: the name of the file is missing\n");
    assert_string_equal(refusal(VERB_SPLIT, "-o json --format lines"),
                        "lede: two outputs to standard output\n");
    assert_string_equal(refusal(VERB_SPLIT, "-o json=x -o lines=x"),
                        "lede: two outputs to x\n");
    assert_string_equal(
        refusal(VERB_SPLIT,
                "-ojson=1 -ojson=2 -ojson=3 -ojson=4 -ojson=5 -ojson=6 -ojson=7 "
                "-ojson=8 -ojson=9"),
        "lede: -o json=9: at most 8 outputs\n");
}

/* ---- What is refused ----------------------------------------------------- */

static void refuses_unknown_options(void **state) {
    assert_string_equal(refusal(VERB_SUMMARIZE, "--sentnces 3"),
                        "lede: unknown option --sentnces; did you mean --sentences?\n");
    assert_string_equal(refusal(VERB_SUMMARIZE, "--sentnces=3"),
                        "lede: unknown option --sentnces; did you mean --sentences?\n");
    assert_string_equal(
        refusal(VERB_SUMMARIZE, "--colour"),
        "lede: unknown option --colour; lede help summarize lists the options\n");
    assert_string_equal(refusal(VERB_SPLIT, "-qx"),
                        "lede: unknown option -x; lede help split lists the options\n");
    assert_string_equal(
        refusal(VERB_SPLIT, "-\xC3\xA9"),
        "lede: unknown option -\xC3\xA9; lede help split lists the options\n");
    assert_string_equal(
        refusal(VERB_SPLIT, "--ratio 1"),
        "lede: split has no option --ratio; lede help split lists the options\n");
    assert_string_equal(refusal(VERB_NONE, "--lang en"),
                        "lede: --lang comes after the verb; lede help lists the verbs\n");
}

static void refuses_bad_values(void **state) {
    assert_string_equal(refusal(VERB_SUMMARIZE, "a --words"),
                        "lede: --words needs a value: N\n");
    assert_string_equal(refusal(VERB_SUMMARIZE, "-n"), "lede: -n needs a value: N\n");
    assert_string_equal(refusal(VERB_SPLIT, "--words=3"),
                        "lede: --words takes no value\n");
}

static void refuses_what_excludes_each_other(void **state) {
    assert_string_equal(refusal(VERB_SUMMARIZE, "-n 3 --words 9"),
                        "lede: --sentences and --words exclude each other\n");
    assert_string_equal(refusal(VERB_SUMMARIZE, "--title T --no-title"),
                        "lede: --title and --no-title exclude each other\n");
    assert_string_equal(refusal(VERB_SPLIT, "-qv"),
                        "lede: --quiet and --verbose exclude each other\n");
    assert_string_equal(refusal(VERB_SPLIT, "- a -"), "lede: - may be named only once\n");
}

static void shows_what_was_typed_harmlessly(void **state) {
    assert_string_equal(refusal(VERB_SPLIT, "--newlines \x1B[2J"),
                        "lede: --newlines \\x1b[2J: must be auto, soft or hard\n");
    assert_null(strchr(refusal(VERB_SPLIT, "--\x1B[2J"), '\x1B'));
    assert_null(strchr(refusal(VERB_SPLIT, "-\x1B"), '\x1B'));
}

/* ---- Records and help ---------------------------------------------------- */

static void read_help(page_text *m, verb_id verb) {
    out o;
    out_init(&o, page_sink(m));
    help_write(&o, verb);
    assert_int_equal(out_flush(&o), LEDE_OK);
}

/* Is there a line for this option? A flag has a gap or a line end behind it. */
static bool is_listed(const char *help, const option_record *record) {
    char name[64] = " --";
    strcat(name, record->name);
    size_t length = strlen(name);
    if (record->argument != NULL) {
        strcat(strcat(name, " "), record->argument);
        return strstr(help, name) != NULL;
    }
    bool listed = strstr(help, strcat(name, "  ")) != NULL;
    strcpy(name + length, "\n");
    return listed || strstr(help, name) != NULL;
}

static void lists_each_option_in_the_help_of_its_verbs(void **state) {
    static page_text m;
    for (int verb = VERB_NONE; verb < VERB_COUNT; verb++) {
        read_help(&m, (verb_id)verb);
        for (int id = 0; id < OPTION_COUNT; id++) {
            assert_int_equal(is_listed(m.text, option_at((option_id)id)),
                             option_is_known((option_id)id, (verb_id)verb));
        }
    }
}

static void lists_the_verbs(void **state) {
    static page_text m;
    read_help(&m, VERB_NONE);
    for (int verb = VERB_NONE + 1; verb < VERB_COUNT; verb++) {
        char name[32] = "\n  ";
        strcat(name, verb_at((verb_id)verb)->name);
        assert_non_null(strstr(m.text, name));
    }
}

static void fits_the_columns(void **state) {
    static page_text m;
    for (int verb = VERB_NONE; verb < VERB_COUNT; verb++) {
        read_help(&m, (verb_id)verb);
        for (const char *at = m.text; *at != '\0';) {
            size_t width = strcspn(at, "\n");
            assert_true(width <= HELP_COLUMNS);
            assert_true(width == 0 || at[width - 1] != ' ');
            assert_int_equal(at[width], '\n');
            at += width + 1;
        }
    }
}

/* Two options of one verb never share a name or a letter. */
static void has_no_double_names(void **state) {
    for (int a = 0; a < OPTION_COUNT; a++) {
        const option_record *x = option_at((option_id)a);
        for (int b = 0; b < a; b++) {
            const option_record *y = option_at((option_id)b);
            bool together = (x->verbs & y->verbs) != 0;
            assert_false(together && strcmp(x->name, y->name) == 0);
            assert_false(together && x->letter != '\0' && x->letter == y->letter);
        }
    }
}

static void reads_formulas(void **state) {
    line l;
    size_t lix = lede_formula_find("lix"), rix = lede_formula_find("rix");
    assert_true(read_line(&l, VERB_SCORE, "--formula rix,lix --formula=lix a"));
    assert_int_equal(l.options.formula_count, 2); /* each once, as they were named */
    assert_int_equal(l.options.formulas[0], rix);
    assert_int_equal(l.options.formulas[1], lix);
    assert_false(l.options.every_formula);
    assert_true(read_line(&l, VERB_SCORE, "--formula lix,all"));
    assert_int_equal(l.options.formula_count, 1);
    assert_true(l.options.every_formula);
    assert_non_null(strstr(refusal(VERB_SCORE, "--formula lix,"), "no such formula"));
    assert_non_null(strstr(refusal(VERB_SCORE, "--formula lix,rx"), "did you mean rix?"));
}

static void reads_word_lists(void **state) {
    line l;
    assert_true(read_line(&l, VERB_SCORE,
                          "--word-list buchanan=a --word-list luong=b=c "
                          "--word-list buchanan=d"));
    assert_string_equal(l.options.word_lists[LEDE_LIST_BUCHANAN], "d");
    assert_string_equal(l.options.word_lists[LEDE_LIST_LUONG], "b=c");
    assert_null(l.options.word_lists[LEDE_LIST_DALE_3000]);
    assert_non_null(
        strstr(refusal(VERB_SCORE, "--word-list buchana=a"), "did you mean buchanan?"));
    assert_non_null(strstr(refusal(VERB_SCORE, "--word-list luong="), "is missing"));
}

static void reads_the_options_of_repeats(void **state) {
    line l;
    assert_true(read_line(&l, VERB_REPEATS,
                          "--min-words 100 --max-words=4294967295 --min-count 2 "
                          "--window 1 --allow a --background=b --all c"));
    assert_int_equal(l.options.values[OPTION_MIN_WORDS].number, 100);
    assert_int_equal(l.options.values[OPTION_MAX_WORDS].number, 4294967295u);
    assert_string_equal(l.options.values[OPTION_ALLOW].text, "a");
    assert_non_null(strstr(refusal(VERB_REPEATS, "--min-words 1"), "from 2 to 100"));
    assert_non_null(strstr(refusal(VERB_REPEATS, "--min-words 101"), "from 2 to 100"));
    assert_non_null(strstr(refusal(VERB_REPEATS, "--min-count 1"), "from 2 to 42949"));
    assert_non_null(strstr(refusal(VERB_REPEATS, "--max-words 4294967296"), "from 2 "));
    assert_non_null(strstr(refusal(VERB_REPEATS, "--allow="), "is missing"));
    assert_non_null(strstr(refusal(VERB_REPEATS, "--background -"), "must be a file"));
    assert_non_null(strstr(refusal(VERB_REPEATS, "--explain"), "has no option"));
}

/* PATH in the record is what makes a verb walk folders. */
static void walks_where_the_record_says_so(void **state) {
    assert_true(verb_walks(VERB_SCORE));
    assert_true(verb_walks(VERB_REPEATS));
    assert_false(verb_walks(VERB_SUMMARIZE));
    assert_false(verb_walks(VERB_NONE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_every_spelling),
        cmocka_unit_test(mixes_options_and_files),
        cmocka_unit_test(takes_any_value),
        cmocka_unit_test(keeps_the_last_of_repeated),
        cmocka_unit_test(gives_one_name_to_each_verb),
        cmocka_unit_test(reads_sizes),
        cmocka_unit_test(reads_counts),
        cmocka_unit_test(reads_ratios),
        cmocka_unit_test(reads_weights),
        cmocka_unit_test(reads_choices),
        cmocka_unit_test(finds_choices),
        cmocka_unit_test(has_a_default_output),
        cmocka_unit_test(reads_outputs),
        cmocka_unit_test(refuses_bad_outputs),
        cmocka_unit_test(refuses_unknown_options),
        cmocka_unit_test(refuses_bad_values),
        cmocka_unit_test(refuses_what_excludes_each_other),
        cmocka_unit_test(shows_what_was_typed_harmlessly),
        cmocka_unit_test(lists_each_option_in_the_help_of_its_verbs),
        cmocka_unit_test(lists_the_verbs),
        cmocka_unit_test(fits_the_columns),
        cmocka_unit_test(has_no_double_names),
        cmocka_unit_test(reads_formulas),
        cmocka_unit_test(reads_word_lists),
        cmocka_unit_test(reads_the_options_of_repeats),
        cmocka_unit_test(walks_where_the_record_says_so),
    };
    return cmocka_run_group_tests_name("unit/cli/options", tests, NULL, NULL);
}
