/* SPDX-License-Identifier: MIT */
/*
 * Counts the words of an archive into a background file, which lede repeats takes with
 * --background: make_background LANGUAGE OUTPUT [FILE...]
 *
 * LANGUAGE is a code such as en, or auto. Each FILE is a text; without one their names
 * are read from standard input, one a line, as find prints them. A text that cannot be
 * read is told and left out, and the status is 1. The order of the files is never to be
 * seen in the output.
 */
#define _POSIX_C_SOURCE 200809L
#include <lede/lede.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static char article[1 << 24];

/* -1 when the file cannot be read or is too large. */
static long read_article(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return -1;
    }
    size_t size = fread(article, 1, sizeof article, file);
    int whole = feof(file) && !ferror(file);
    fclose(file);
    return whole ? (long)size : -1;
}

typedef struct counting {
    lede_background_builder *builder;
    lede_document_options options;
    int failures;
} counting;

static void count(counting *c, const char *path) {
    lede_document *document = NULL;
    lede_error error;
    long size = read_article(path);
    if (size < 0) {
        fprintf(stderr, "%s: cannot be read, or is not under 16 MiB\n", path);
        c->failures++;
        return;
    }
    lede_status status =
        lede_document_create(article, (size_t)size, &c->options, &document, &error);
    if (status == LEDE_OK) {
        status = lede_background_builder_add(c->builder, document, &error);
    }
    if (status != LEDE_OK) {
        fprintf(stderr, "%s: %s\n", path, error.text);
        c->failures++;
    }
    lede_document_free(document);
}

static void count_named(counting *c) {
    static char path[1 << 16];
    while (fgets(path, sizeof path, stdin) != NULL) {
        path[strcspn(path, "\n")] = '\0';
        if (path[0] != '\0') {
            count(c, path);
        }
    }
}

static int put(void *file, const char *bytes, size_t n) {
    return fwrite(bytes, 1, n, (FILE *)file) != n;
}

/* What is no file, a device for instance, is not ours. */
static void remove_file(const char *path) {
    struct stat known;
    if (lstat(path, &known) == 0 && S_ISREG(known.st_mode)) {
        remove(path);
    }
}

/* Leaves no half of a file behind. */
static int write_file(const lede_background_builder *builder, const char *path) {
    lede_error error;
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        fprintf(stderr, "%s: cannot be written\n", path);
        return 1;
    }
    lede_status status =
        lede_background_builder_write(builder, (lede_sink){put, file}, &error);
    if (fclose(file) == 0 && status == LEDE_OK) {
        return 0;
    }
    fprintf(stderr, "%s: %s\n", path,
            status == LEDE_OK ? "cannot be written" : error.text);
    remove_file(path);
    return 1;
}

int main(int argc, char **argv) {
    counting c = {NULL, LEDE_DOCUMENT_OPTIONS_INIT, 0};
    lede_error error;
    if (argc < 3) {
        fputs("usage: make_background LANGUAGE OUTPUT [FILE...]\n", stderr);
        return 2;
    }
    c.options.language = argv[1];
    c.options.no_stems = 1; /* words are counted, not stems */
    if (lede_background_builder_create(NULL, &c.builder, &error) != LEDE_OK) {
        fprintf(stderr, "make_background: %s\n", error.text);
        return 1;
    }
    for (int i = 3; i < argc; i++) {
        count(&c, argv[i]);
    }
    if (argc == 3) {
        count_named(&c);
    }
    lede_background_facts facts = lede_background_builder_measure(c.builder);
    if (facts.documents == 0) {
        fputs("make_background: there is no text to count\n", stderr);
        c.failures++;
    } else {
        c.failures += write_file(c.builder, argv[2]);
    }
    lede_background_builder_free(c.builder);
    printf("%llu texts, %llu words, %llu of them different\n",
           (unsigned long long)facts.documents, (unsigned long long)facts.tokens,
           (unsigned long long)facts.words);
    return c.failures == 0 && fflush(stdout) == 0 ? 0 : 1;
}
