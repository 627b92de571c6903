/* SPDX-License-Identifier: MIT */
/*
 * Counts words and sentences of many English articles, with memory of its own
 * and one vocabulary for all: own_memory BUDGET FILE...
 *
 * BUDGET is how many bytes lede may hold at once. An article that needs more
 * fails with LEDE_NO_MEMORY, and the next one is read: nothing is lost, and
 * nothing leaks. The vocabulary keeps what is known of a word (stem, lists), so
 * a word met in one article is looked up only once; what comes out is the same
 * without it.
 */
#include <lede/lede.h>

#include <stdio.h>
#include <stdlib.h>

typedef struct budget {
    size_t limit; /* bytes */
    size_t used;
} budget;

/* The old size comes with every call, so no block needs a header. */
static void *resize(void *context, void *old, size_t old_size, size_t new_size) {
    budget *b = context;
    if (new_size == 0) {
        free(old);
        b->used -= old_size;
        return NULL;
    }
    if (new_size > b->limit - (b->used - old_size)) {
        return NULL;
    }
    void *block = realloc(old, new_size);
    if (block != NULL) {
        b->used += new_size - old_size;
    }
    return block;
}

static char article[1 << 20];

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

static int count(const char *path, const lede_document_options *options) {
    long size = read_article(path);
    if (size < 0) {
        fprintf(stderr, "%s: cannot be read, or is over 1 MiB\n", path);
        return 1;
    }
    lede_document *document = NULL;
    lede_error error;
    if (lede_document_create(article, (size_t)size, options, &document, &error) !=
        LEDE_OK) {
        fprintf(stderr, "%s: %s\n", path, error.text);
        return 1;
    }
    lede_document_facts facts = lede_document_measure(document);
    printf("%s: %lu words, %lu sentences\n", path, (unsigned long)facts.words,
           (unsigned long)facts.body_sentences);
    lede_document_free(document);
    return 0;
}

int main(int argc, char **argv) {
    budget b = {argc > 2 ? strtoul(argv[1], NULL, 10) : 0, 0};
    if (b.limit == 0) {
        fputs("usage: own_memory BUDGET FILE...\n", stderr);
        return 2;
    }
    const lede_allocator memory = {resize, &b};
    lede_vocabulary *words = NULL;
    lede_error error;
    if (lede_vocabulary_create("en", 0, 0, &memory, &words, &error) != LEDE_OK) {
        fprintf(stderr, "own_memory: %s\n", error.text);
        return 1;
    }
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    options.vocabulary = words;
    options.allocator = &memory;
    int failures = 0;
    for (int i = 2; i < argc; i++) {
        failures += count(argv[i], &options);
    }
    printf("vocabulary: %lu words\n",
           (unsigned long)lede_vocabulary_measure(words).words);
    lede_vocabulary_free(words);
    printf("bytes still held: %zu\n", b.used);
    return failures == 0 && fflush(stdout) == 0 ? 0 : 1;
}
