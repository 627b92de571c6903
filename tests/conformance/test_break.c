/* SPDX-License-Identifier: MIT */
/* Every case of the Unicode 15.0.0 break tests. A line of those files is
 * "÷ 0061 × 0308 ÷ # comment": code points, and between them whether a boundary
 * stands there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unicode/segment.h"
#include "unicode/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASE_BYTES 256
#define LINE_BYTES 2048
#define DIVIDES "\xC3\xB7"
#define HOLDS "\xC3\x97"

typedef size_t end_function(const char *bytes, size_t n, size_t at);

typedef struct break_case {
    char text[CASE_BYTES];
    size_t n;
    bool boundary[CASE_BYTES + 1];
} break_case;

/* False: a line without a case. */
static bool read_case(char *line, break_case *c) {
    memset(c, 0, sizeof *c);
    line[strcspn(line, "#\n")] = '\0';
    for (char *token = strtok(line, " \t"); token; token = strtok(NULL, " \t")) {
        if (strcmp(token, DIVIDES) == 0) {
            c->boundary[c->n] = true;
        } else if (strcmp(token, HOLDS) != 0) {
            char *rest = token;
            uint32_t code = (uint32_t)strtoul(token, &rest, 16);
            assert_true(*rest == '\0' && c->n + 4 <= CASE_BYTES);
            c->n += utf8_encode(code, c->text + c->n);
        }
    }
    return c->n > 0;
}

/* Do the segments, one after the other, end where the case says? */
static bool passes(const break_case *c, end_function *end) {
    size_t at = 0;
    for (size_t i = 1; i <= c->n; i++) {
        if (c->boundary[i]) {
            if (end(c->text, c->n, at) != i) {
                return false;
            }
            at = i;
        }
    }
    return at == c->n && end(c->text, c->n, c->n) == c->n;
}

static void run_file(const char *name, end_function *end, size_t expected) {
    char path[4096], line[LINE_BYTES], kept[LINE_BYTES];
    break_case c;
    size_t cases = 0, failed = 0;
    snprintf(path, sizeof path, "%s/conformance/unicode/%s", LEDE_TEST_DATA_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        assert_non_null(strchr(line, '\n'));
        memcpy(kept, line, sizeof kept);
        if (!read_case(line, &c)) {
            continue;
        }
        cases++;
        if (!passes(&c, end)) {
            failed++;
            print_error("%s: %s", name, kept);
        }
    }
    fclose(file);
    print_message("%s: %zu cases, %zu failed\n", name, cases, failed);
    assert_int_equal(failed, 0);
    assert_int_equal(cases, expected);
}

static void words(void **state) {
    run_file("WordBreakTest.txt", segment_word_end, 1823);
}

static void sentences(void **state) {
    run_file("SentenceBreakTest.txt", segment_sentence_end, 502);
}

static void graphemes(void **state) {
    run_file("GraphemeBreakTest.txt", segment_grapheme_end, 602);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(sentences),
        cmocka_unit_test(graphemes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
