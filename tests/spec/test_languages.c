/* SPDX-License-Identifier: MIT */
/* The texts of languages.txt, and those of corpus/languages/, against the language
 * that "auto" takes them for. Every text that fails is shown before the test does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lede/lede.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXTS LEDE_SOURCE_DIR "/tests/spec/languages.txt"
#define LEAST_TEXTS 50
#define LEAST_CONFIDENCE 40
#define TEXT_MAX 65536

typedef struct tally {
    int read;
    int failed;
    int without_lists; /* the language is not compiled in */
} tally;

static bool is_compiled_in(const char *code) {
    const lede_language_info *info = NULL;
    for (size_t i = 0; (info = lede_language_at(i)) != NULL; i++) {
        if (strcmp(info->code, code) == 0) {
            return true;
        }
    }
    return false;
}

static lede_document_facts facts_of(const char *text, size_t n) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_error error;
    assert_int_equal(lede_document_create(text, n, &options, &d, &error), LEDE_OK);
    lede_document_facts facts = lede_document_measure(d);
    lede_document_free(d);
    return facts;
}

static void check_facts(const lede_document_facts *facts, bool known) {
    assert_int_equal(facts->language_known, known);
    assert_int_equal(facts->language_detected, known);
    assert_in_range(facts->language_confidence, known ? LEAST_CONFIDENCE : 0,
                    known ? 100 : 0);
}

static void check_text(tally *t, const char *code, const char *text, size_t n) {
    bool none = strcmp(code, "und") == 0;
    t->read++;
    if (!none && !is_compiled_in(code)) {
        t->without_lists++;
        return;
    }
    lede_document_facts facts = facts_of(text, n);
    if (strcmp(facts.language, code) != 0) {
        t->failed++;
        print_error("%s, not %s (%u): %.60s ...\n", facts.language, code,
                    facts.language_confidence, text);
        return;
    }
    check_facts(&facts, !none);
}

static void report(const tally *t) {
    assert_int_equal(t->without_lists, 0);
    assert_int_equal(t->failed, 0);
}

static void texts(void **state) {
    static char line[TEXT_MAX];
    tally t = {0, 0, 0};
    FILE *f = fopen(TEXTS, "rb");
    assert_non_null(f);
    while (fgets(line, sizeof line, f) != NULL) {
        size_t n = strcspn(line, " \n");
        if (line[0] == '#' || line[0] == '\n') {
            continue;
        }
        assert_int_equal(line[n], ' ');
        line[n] = '\0';
        check_text(&t, line, line + n + 1, strlen(line + n + 1));
    }
    fclose(f);
    assert_true(t.read >= LEAST_TEXTS);
    report(&t);
}

/* A file of corpus/languages/ is named by its language. */
static void corpus(void **state) {
    static char text[TEXT_MAX];
    tally t = {0, 0, 0};
    const lede_language_info *info = NULL;
    for (size_t i = 0; (info = lede_language_at(i)) != NULL; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/corpus/languages/%s.txt", LEDE_SOURCE_DIR,
                 info->code);
        FILE *f = fopen(path, "rb");
        if (f == NULL) {
            fail_msg("no corpus/languages/%s.txt", info->code);
        }
        size_t n = fread(text, 1, sizeof text - 1, f);
        assert_true(feof(f)); /* all of it */
        fclose(f);
        text[n] = '\0';
        check_text(&t, info->code, text, n);
    }
    report(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts),
        cmocka_unit_test(corpus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
