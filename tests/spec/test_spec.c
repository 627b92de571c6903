/* SPDX-License-Identifier: MIT */
/* The cases of segmentation*.txt: a paragraph and its sentences. Every case that
 * fails is shown before the test does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lede/lede.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASE_MAX 4096 /* bytes of each part of a case */

typedef struct spec_case {
    char name[128];
    char language[12];
    lede_enumerators enumerators;
    char input[CASE_MAX];
    char expected[CASE_MAX]; /* a sentence a line */
} spec_case;

/* ---- Reading the file ------------------------------------------------------- */

static void append(char *to, const char *line) {
    size_t used = strlen(to), n = strlen(line);
    assert_true(used + n + 2 < CASE_MAX);
    memcpy(to + used, line, n + 1);
}

/* "[zh] Name", "[en own] Name" or "Name". */
static void read_head(spec_case *c, const char *head) {
    *c = (spec_case){.language = "en"};
    if (*head == '[') {
        size_t n = strcspn(head + 1, " ]");
        assert_true(n < sizeof c->language);
        memcpy(c->language, head + 1, n);
        c->language[n] = '\0';
        head += n + 1;
        if (strncmp(head, " own", 4) == 0) {
            c->enumerators = LEDE_ENUMERATORS_OWN;
            head += 4;
        }
        assert_true(strncmp(head, "] ", 2) == 0);
        head += 2;
    }
    size_t n = strcspn(head, "\n");
    assert_true(n > 0 && n < sizeof c->name);
    memcpy(c->name, head, n);
}

/* ---- Running a case ----------------------------------------------------------- */

/* The sentences, a line each; a line end inside one is a space. */
static void split(const spec_case *c, char *out) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_error error;
    options.language = c->language;
    options.newlines = LEDE_NEWLINES_SOFT;
    options.enumerators = c->enumerators;
    lede_status status =
        lede_document_create(c->input, strlen(c->input), &options, &d, &error);
    assert_int_equal(status, LEDE_OK);
    size_t count = 0, size = 0, used = 0;
    const char *text = lede_document_text(d, &size);
    const lede_sentence *s = lede_document_sentences(d, &count);
    for (size_t i = 0; i < count; i++) {
        size_t n = s[i].span.end - s[i].span.begin;
        assert_true(used + n + 2 < CASE_MAX);
        memcpy(out + used, text + s[i].span.begin, n);
        for (size_t at = used; at < used + n; at++) {
            out[at] = out[at] == '\n' ? ' ' : out[at];
        }
        used += n;
        out[used++] = '\n';
    }
    out[used] = '\0';
    lede_document_free(d);
}

/* 1 when the case fails. */
static int run_case(const spec_case *c) {
    char found[CASE_MAX];
    assert_true(c->input[0] != '\0' && c->expected[0] != '\0');
    split(c, found);
    if (strcmp(found, c->expected) == 0) {
        return 0;
    }
    print_error("=== %s\n%s--- expected\n%s--- found\n%s\n", c->name, c->input,
                c->expected, found);
    return 1;
}

static void run_file(const char *path, int least) {
    static spec_case c;
    char line[CASE_MAX];
    int cases = 0, failed = 0;
    char *part = NULL;
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "=== ", 4) == 0) {
            failed += cases > 0 ? run_case(&c) : 0;
            cases++;
            read_head(&c, line + 4);
            part = c.input;
        } else if (strcmp(line, "---\n") == 0) {
            part = c.expected;
        } else if (part != NULL && line[0] != '\n') {
            append(part, line);
        }
    }
    fclose(file);
    failed += run_case(&c);
    assert_true(cases >= least);
    if (failed > 0) {
        fail_msg("%d of %d cases failed", failed, cases);
    }
}

static void english(void **state) {
    run_file(LEDE_TEST_DATA_DIR "/spec/segmentation.txt", 150);
}

static void languages(void **state) {
    run_file(LEDE_TEST_DATA_DIR "/spec/segmentation-languages.txt", 25);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english),
        cmocka_unit_test(languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
