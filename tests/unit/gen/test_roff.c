/* SPDX-License-Identifier: MIT */
#include "gen/roff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef void writer(FILE *out, const char *text, size_t n);

/* What a writer makes of text. */
static const char *written(writer *write_it, const char *text) {
    static char result[4096];
    FILE *out = tmpfile();
    assert_non_null(out);
    write_it(out, text, strlen(text));
    rewind(out);
    size_t n = fread(result, 1, sizeof result - 1, out);
    fclose(out);
    result[n] = '\0';
    return result;
}

static void escapes_what_troff_reads(void **state) {
    assert_string_equal(written(roff_literal, "a\\-'`^~"), "a\\e\\-\\(aq\\(ga\\(ha\\(ti");
    assert_string_equal(written(roff_argument, "say \"hi\""), "\"say \\(dqhi\\(dq\"");
}

static void begins_no_line_as_a_request(void **state) {
    assert_string_equal(written(roff_code, ".Sh"), "\\&.Sh\n");
    assert_string_equal(written(roff_code, "'x'"), "\\&\\(aqx\\(aq\n");
    assert_string_equal(written(roff_code, ""), "\n");
    assert_string_equal(written(roff_text, ".lede.yml is read"),
                        "\\&.lede.yml is read\n");
}

static void keeps_hyphens_but_not_in_options(void **state) {
    assert_string_equal(written(roff_text, "well-formed --no-title -o x - 2^-32"),
                        "well-formed \\-\\-no\\-title \\-o x \\- 2\\(ha-32\n");
}

static void puts_each_sentence_on_a_line(void **state) {
    assert_string_equal(written(roff_text, "One.  Two (or so.) Three\nfour"),
                        "One.\nTwo (or so.)\nThree four\n");
    assert_string_equal(written(roff_text, "en, pt-BR, ... (default)"),
                        "en, pt-BR, ... (default)\n");
    assert_string_equal(written(roff_text, " \n "), "");
}

static void wraps_long_text(void **state) {
    char text[1000] = "";
    for (int i = 0; i < 60; i++) {
        strcat(text, "abcdefgh ");
    }
    const char *line = written(roff_text, text);
    for (size_t words = 0; *line != '\0'; line += strcspn(line, "\n") + 1) {
        assert_true(strcspn(line, "\n") <= 80);
        words++;
        assert_true(words < 60);
    }
}

/* ---- Templates ----------------------------------------------------------- */

static bool insert_name(FILE *out, const char *name, void *context) {
    fprintf(out, "<%s%s>\n", name, (const char *)context);
    return strcmp(name, "UNKNOWN") != 0;
}

static bool fill(const char *template, char *result, size_t size) {
    char path[] = "/tmp/lede-roff-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, template, strlen(template)), strlen(template));
    assert_int_equal(close(fd), 0);
    FILE *out = tmpfile();
    assert_non_null(out);
    char context[] = "!";
    bool fine = roff_template(out, path, insert_name, context);
    rewind(out);
    result[fread(result, 1, size - 1, out)] = '\0';
    fclose(out);
    assert_int_equal(unlink(path), 0);
    return fine;
}

static void fills_templates(void **state) {
    char result[256];
    assert_true(fill(".Dd x\n@NAMES@\n@not one\nv @VERSION@.\n", result, sizeof result));
    assert_string_equal(result, ".Dd x\n<NAMES!>\n@not one\nv " LEDE_VERSION_TEXT ".\n");
}

/* Run from the build: it must not pass over what it does not know. */
static void refuses_unknown_names_and_files(void **state) {
    char result[256];
    assert_false(fill("a\n@UNKNOWN@\nb\n", result, sizeof result));
    assert_null(strstr(result, "b\n"));
    char context[] = "";
    assert_false(roff_template(stdout, "/nonexistent", insert_name, context));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_what_troff_reads),
        cmocka_unit_test(begins_no_line_as_a_request),
        cmocka_unit_test(keeps_hyphens_but_not_in_options),
        cmocka_unit_test(puts_each_sentence_on_a_line),
        cmocka_unit_test(wraps_long_text),
        cmocka_unit_test(fills_templates),
        cmocka_unit_test(refuses_unknown_names_and_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
