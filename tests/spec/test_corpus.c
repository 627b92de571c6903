/* SPDX-License-Identifier: MIT */
/* The articles of corpus/ against their division by hand: corpus/README.md. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lede/lede.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH_SIZE 1024
#define LEAST_ARTICLES 3

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

/* One unit a line, a blank line between blocks. */
static text divide(const text *article) {
    lede_document *d = NULL;
    lede_error error;
    size_t size = 0, count = 0;
    lede_status status =
        lede_document_create(article->bytes, article->n, NULL, &d, &error);
    assert_int_equal(status, LEDE_OK);
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

/* 1 when it is not divided as its gold file says. */
static int check_article(const char *folder, const char *gold_name) {
    char path[PATH_SIZE];
    size_t stem = strlen(gold_name) - strlen(".sentences.txt");
    snprintf(path, sizeof path, "%s/%s", folder, gold_name);
    text gold = read_file(path);
    snprintf(path, sizeof path, "%s/%.*s.txt", folder, (int)stem, gold_name);
    text article = read_file(path);
    text found = divide(&article);
    int failed = found.n != gold.n || memcmp(found.bytes, gold.bytes, gold.n) != 0;
    if (failed) {
        show_difference(gold_name, found.bytes, gold.bytes);
    }
    free(gold.bytes);
    free(article.bytes);
    free(found.bytes);
    return failed;
}

static void articles(void **state) {
    static const char folder[] = LEDE_SOURCE_DIR "/corpus/articles";
    int failed = 0, read = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e = readdir(dir); e != NULL; e = readdir(dir)) {
        size_t n = strlen(e->d_name);
        if (n > 14 && strcmp(e->d_name + n - 14, ".sentences.txt") == 0) {
            failed += check_article(folder, e->d_name);
            read++;
        }
    }
    closedir(dir);
    assert_true(read >= LEAST_ARTICLES);
    assert_int_equal(failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
