/* SPDX-License-Identifier: MIT */
/*
 * The articles of corpus/ against their counts by hand, counts.txt. Where the program
 * counts otherwise, counts-known.txt says what and why: each figure there must be what
 * the program has now, so that a change is seen in its own diff.
 */
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

#define FOLDER LEDE_SOURCE_DIR "/tests/spec/"
#define ARTICLES LEDE_SOURCE_DIR "/corpus/articles/"
#define LEAST_ARTICLES 13
#define NAME_SIZE 64
#define FIGURES 13

static const char *const names[FIGURES] = {
    "sentences", "fragments",     "questions", "words", "types", "letters", "characters",
    "syllables", "monosyllables", "poly3",     "poly4", "w7",    "mini3"};

typedef struct article {
    char name[NAME_SIZE];
    long figures[FIGURES]; /* -1: not given */
} article;

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long length = ftell(file);
    assert_true(length > 0);
    rewind(file);
    char *bytes = malloc((size_t)length + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)length, file), length);
    bytes[length] = '\0';
    fclose(file);
    *size = (size_t)length;
    return bytes;
}

/* ---- What the program counts ------------------------------------------------------ */

static void fill(long figures[FIGURES], const lede_metrics *m) {
    const lede_counts *c = lede_metrics_counts(m);
    const lede_statistics *s = lede_metrics_statistics(m);
    uint64_t four = c->of_syllables[4] + c->of_syllables[5] + c->of_syllables[6];
    const uint64_t found[FIGURES] = {c->sentences,
                                     s->fragments,
                                     s->questions,
                                     c->words,
                                     c->types,
                                     c->letters,
                                     c->characters,
                                     c->syllables,
                                     c->of_syllables[1],
                                     c->of_syllables[3] + four,
                                     four,
                                     c->long_words,
                                     c->short_words};
    for (size_t i = 0; i < FIGURES; i++) {
        figures[i] = (long)found[i];
    }
}

static void count(article *a) {
    char path[1024];
    size_t size = 0;
    lede_document *d = NULL;
    lede_metrics *m = NULL;
    (void)snprintf(path, sizeof path, ARTICLES "%s.txt", a->name);
    char *bytes = read_file(path, &size);
    assert_int_equal(lede_document_create(bytes, size, NULL, &d, NULL), LEDE_OK);
    assert_int_equal(lede_metrics_create(d, NULL, &m, NULL), LEDE_OK);
    fill(a->figures, m);
    lede_metrics_free(m);
    lede_document_free(d);
    free(bytes);
}

/* ---- The files --------------------------------------------------------------------- */

static size_t figure_named(const char *name) {
    size_t i = 0;
    while (i < FIGURES && strcmp(names[i], name) != 0) {
        i++;
    }
    return i;
}

/* "name value  name value": names that are none of ours are passed over. */
static void read_figures(article *a, char *line) {
    char *rest = NULL;
    for (char *name = strtok_r(line, " ", &rest); name != NULL;
         name = strtok_r(NULL, " ", &rest)) {
        char *value = strtok_r(NULL, " ", &rest);
        size_t i = figure_named(name);
        if (value != NULL && i < FIGURES) {
            a->figures[i] = strtol(value, NULL, 10);
        }
    }
}

/* The next article from *at on; false at the end. */
static bool read_article(char **at, article *a) {
    bool found = false, words = false;
    for (char *line = *at; line != NULL && *line != '\0';) {
        char *end = strchr(line, '\n');
        if (strncmp(line, "=== ", 4) == 0 && found) {
            *at = line;
            return true;
        }
        if (end != NULL) {
            *end = '\0';
        }
        if (strncmp(line, "=== ", 4) == 0) {
            (void)snprintf(a->name, sizeof a->name, "%s", line + 4);
            memset(a->figures, -1, sizeof a->figures);
            found = true;
        } else if (found) {
            words = words || strncmp(line, "not in", 6) == 0;
            if (!words && line[0] != '#') {
                read_figures(a, line);
            }
        }
        line = end != NULL ? end + 1 : NULL;
        *at = line;
    }
    return found;
}

/* ---- Both together -------------------------------------------------------------------
 */

/* What counts-known.txt says of an article: -1 where it says nothing. */
static article known_of(const char *name) {
    size_t size = 0;
    char *bytes = read_file(FOLDER "counts-known.txt", &size), *at = bytes;
    article a, none;
    (void)snprintf(none.name, sizeof none.name, "%s", name);
    memset(none.figures, -1, sizeof none.figures);
    while (read_article(&at, &a)) {
        if (strcmp(a.name, name) == 0) {
            none = a;
        }
    }
    free(bytes);
    return none;
}

static unsigned compare(const article *gold, const article *found, const article *known) {
    unsigned wrong = 0;
    for (size_t i = 0; i < FIGURES; i++) {
        long wanted = known->figures[i] >= 0 ? known->figures[i] : gold->figures[i];
        bool needless = known->figures[i] >= 0 && known->figures[i] == gold->figures[i];
        assert_true(gold->figures[i] >= 0);
        if (found->figures[i] != wanted || needless) {
            print_error("%s: %s %ld, by hand %ld%s\n", gold->name, names[i],
                        found->figures[i], gold->figures[i],
                        needless ? ": no longer different" : "");
            wrong++;
        }
    }
    return wrong;
}

static void articles(void **state) {
    (void)state;
#ifndef LEDE_HAS_DALE_CHALL_3000
    skip(); /* the list tells a word in capitals ("LOT") from letters read one by one */
#endif
    size_t size = 0;
    unsigned wrong = 0, read = 0;
    char *bytes = read_file(FOLDER "counts.txt", &size), *at = bytes;
    article gold;
    while (read_article(&at, &gold)) {
        article found = gold, known = known_of(gold.name);
        count(&found);
        wrong += compare(&gold, &found, &known);
        read++;
    }
    free(bytes);
    assert_true(read >= LEAST_ARTICLES);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(articles)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
