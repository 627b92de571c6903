/* SPDX-License-Identifier: MIT */
/*
 * The articles of corpus/ against their division by hand: corpus/README.md, and for
 * each language a text. Where the splitter is known to be wrong, corpus.txt says how
 * often: a figure may only fall, in the same commit as what makes it fall.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lede/lede.h>

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH_SIZE 1024
#define LEAST_ARTICLES 13
#define LEAST_LANGUAGES 22
#define ARTICLES LEDE_SOURCE_DIR "/corpus/articles"
#define LANGUAGES LEDE_SOURCE_DIR "/corpus/languages"
#define KNOWN LEDE_SOURCE_DIR "/tests/spec/corpus.txt"

typedef struct text {
    char *bytes; /* NUL-terminated */
    size_t n;
} text;

static text read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    assert_true(size > 0);
    rewind(file);
    text t = {malloc((size_t)size + 1), (size_t)size};
    assert_non_null(t.bytes);
    assert_int_equal(fread(t.bytes, 1, t.n, file), t.n);
    t.bytes[t.n] = '\0';
    fclose(file);
    return t;
}

/* A line end and the indentation behind it are one space. */
static size_t add_unit(char *out, const char *bytes, size_t n) {
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        if (bytes[i] != '\n') {
            out[used++] = bytes[i];
            continue;
        }
        out[used++] = ' ';
        while (i + 1 < n && bytes[i + 1] == ' ') {
            i++;
        }
    }
    out[used++] = '\n';
    return used;
}

/* One unit a line, a blank line between blocks. language: NULL where it is found out. */
static text divide(const text *article, const char *language) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_error error;
    size_t size = 0, count = 0;
    options.language = language != NULL ? language : options.language;
    lede_status status =
        lede_document_create(article->bytes, article->n, &options, &d, &error);
    assert_int_equal(status, LEDE_OK);
    assert_true(language == NULL || lede_document_measure(d).language_known);
    const char *bytes = lede_document_text(d, &size);
    const lede_sentence *s = lede_document_sentences(d, &count);
    text out = {malloc(2 * size + 2 * count + 1), 0};
    assert_non_null(out.bytes);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && s[i].block != s[i - 1].block) {
            out.bytes[out.n++] = '\n';
        }
        out.n += add_unit(out.bytes + out.n, bytes + s[i].span.begin,
                          s[i].span.end - s[i].span.begin);
    }
    out.bytes[out.n] = '\0';
    lede_document_free(d);
    return out;
}

/* ---- Comparing --------------------------------------------------------------- */

typedef struct faults {
    int missed; /* ends of units that were not found */
    int extra;  /* ends that are none */
} faults;

/* The next end of a unit: how many characters that are no white space stand
 * before it. 0: no unit is left. */
static size_t next_end(const char *units, size_t *at, size_t *seen) {
    size_t before = *seen;
    while (units[*at] != '\0') {
        char c = units[(*at)++];
        if (c == '\n' && *seen > before) {
            return *seen;
        }
        *seen += c != '\n' && c != ' ';
    }
    return 0;
}

static faults compare(const char *found, const char *gold) {
    faults count = {0, 0};
    size_t i = 0, k = 0, i_seen = 0, k_seen = 0;
    size_t f = next_end(found, &i, &i_seen), g = next_end(gold, &k, &k_seen);
    while (f != 0 && g != 0) {
        count.extra += f < g;
        count.missed += g < f;
        bool found_too_early = f <= g, gold_too_early = g <= f;
        f = found_too_early ? next_end(found, &i, &i_seen) : f;
        g = gold_too_early ? next_end(gold, &k, &k_seen) : g;
    }
    assert_true(f == 0 && g == 0); /* both end behind the last character */
    return count;
}

/* The first line that differs. */
static void show_difference(const char *name, const char *found, const char *gold) {
    size_t begin = 0;
    for (size_t i = 0; found[i] == gold[i]; i++) {
        begin = found[i] == '\n' ? i + 1 : begin;
    }
    print_error("%s\n  found: %.*s\n  gold:  %.*s\n", name,
                (int)strcspn(found + begin, "\n"), found + begin,
                (int)strcspn(gold + begin, "\n"), gold + begin);
}

/* What corpus.txt says of a text, "NAME MISSED EXTRA" a line; else no faults. */
static faults known_faults(const char *name, size_t length) {
    faults known = {0, 0};
    text list = read_file(KNOWN);
    for (char *line = list.bytes; line != NULL && *line != '\0';) {
        if (strncmp(line, name, length) == 0 && line[length] == ' ') {
            char *at = line + length;
            known.missed = (int)strtol(at, &at, 10);
            known.extra = (int)strtol(at, &at, 10);
        }
        line = strchr(line, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
    free(list.bytes);
    return known;
}

/* 1 when it is not divided as is known. */
static int judge(const char *name, size_t length, const text *found, const text *gold) {
    faults known = known_faults(name, length);
    faults now = compare(found->bytes, gold->bytes);
    bool exact = found->n == gold->n && memcmp(found->bytes, gold->bytes, gold->n) == 0;
    if (exact ? known.missed + known.extra == 0
              : known.missed + known.extra > 0 && now.missed == known.missed &&
                    now.extra == known.extra) {
        return 0;
    }
    print_error("%.*s: %d missed, %d extra; corpus.txt: %d, %d\n", (int)length, name,
                now.missed, now.extra, known.missed, known.extra);
    if (!exact) {
        show_difference(name, found->bytes, gold->bytes);
    }
    return 1;
}

/* language: NULL in the folder of articles, the name in that of languages. */
static int check_division(const char *folder, const char *gold_name,
                          const char *language) {
    char path[PATH_SIZE];
    size_t stem = strlen(gold_name) - strlen(".sentences.txt");
    snprintf(path, sizeof path, "%s/%s", folder, gold_name);
    text gold = read_file(path);
    snprintf(path, sizeof path, "%s/%.*s.txt", folder, (int)stem, gold_name);
    text article = read_file(path);
    text found = divide(&article, language);
    int failed = judge(gold_name, stem, &found, &gold);
    free(gold.bytes);
    free(article.bytes);
    free(found.bytes);
    return failed;
}

static int check_article(const char *folder, const char *gold_name) {
    return check_division(folder, gold_name, NULL);
}

/* "de.sentences.txt" */
static int check_language(const char *folder, const char *gold_name) {
    char code[16];
    size_t n = strcspn(gold_name, ".");
    assert_true(n < sizeof code);
    memcpy(code, gold_name, n);
    code[n] = '\0';
    return check_division(folder, gold_name, code);
}

typedef int check(const char *folder, const char *name);

/* Calls the check for every file of the folder whose name ends so; returns how
 * many there are. */
static int check_files(const char *folder, const char *ending, check *one, int *failed) {
    int read = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e = readdir(dir); e != NULL; e = readdir(dir)) {
        size_t n = strlen(e->d_name), m = strlen(ending);
        if (n > m && strcmp(e->d_name + n - m, ending) == 0) {
            *failed += one(folder, e->d_name);
            read++;
        }
    }
    closedir(dir);
    return read;
}

static void articles(void **state) {
    int failed = 0;
    assert_true(check_files(ARTICLES, ".sentences.txt", check_article, &failed) >=
                LEAST_ARTICLES);
    assert_int_equal(failed, 0);
}

static void languages(void **state) {
    int failed = 0;
    assert_true(check_files(LANGUAGES, ".sentences.txt", check_language, &failed) >=
                LEAST_LANGUAGES);
    assert_int_equal(failed, 0);
}

/* ---- Reference summaries ----------------------------------------------------- */

/* Where the line stands in the units, behind *from; moves *from behind it. */
static bool find_line(const char *units, const char **from, const char *line, size_t n) {
    for (const char *at = strstr(*from, line); at != NULL; at = strstr(at + 1, line)) {
        if ((at == units || at[-1] == '\n') && at[n] == '\n') {
            *from = at + n;
            return true;
        }
    }
    return false;
}

/* Three units of the gold file, word for word, in its order. */
static int check_reference(const char *folder, const char *name) {
    char path[PATH_SIZE];
    size_t stem = strlen(name) - strlen(".summary.txt");
    snprintf(path, sizeof path, "%s/%s", folder, name);
    text summary = read_file(path);
    snprintf(path, sizeof path, "%s/%.*s.sentences.txt", folder, (int)stem, name);
    text gold = read_file(path);
    const char *from = gold.bytes;
    int lines = 0;
    for (char *line = strtok(summary.bytes, "\n"); line != NULL;
         line = strtok(NULL, "\n")) {
        lines += find_line(gold.bytes, &from, line, strlen(line));
    }
    free(summary.bytes);
    free(gold.bytes);
    if (lines != 3) {
        print_error("%s: %d lines that are units in order, not 3\n", name, lines);
    }
    return lines != 3;
}

static void references(void **state) {
    int failed = 0;
    assert_true(check_files(ARTICLES, ".summary.txt", check_reference, &failed) >=
                LEAST_ARTICLES);
    assert_int_equal(failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles),
        cmocka_unit_test(languages),
        cmocka_unit_test(references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
