/* SPDX-License-Identifier: MIT */
/*
 * What the sentence model sees of a text, for scripts/train-sentences.
 *
 * Usage: list_evidence LANGUAGE < TEXT
 * Documents are separated by a line that holds one form feed. Of each place where
 * the model was asked, a line: the characters of the document before the place's
 * end that are no white space, then the index of a weight of each pair. Behind each
 * document a line "document" with the number of all such characters in it.
 *        list_evidence --names
 * The names behind each index: "mark after stop lower".
 */
#include "lang/parse_model.h"
#include "text/document.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void die(const char *what) {
    fprintf(stderr, "list_evidence: %s\n", what);
    exit(1);
}

static void list_names(void) {
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        uint8_t a = model_pairs[i].a, b = model_pairs[i].b;
        for (unsigned x = evidence_first[a]; x < evidence_first[a + 1]; x++) {
            for (unsigned y = evidence_first[b]; y < evidence_first[b + 1]; y++) {
                printf("%s %s %s %s\n", evidence_variable_names[a],
                       evidence_variable_names[b], evidence_value_names[x],
                       evidence_value_names[y]);
            }
        }
    }
}

/* Characters of text[*at, end) that are no white space; *at goes to end. */
static uint64_t count_visible(const lede_document *d, size_t *at, uint32_t end) {
    uint64_t count = 0;
    while (*at < end) {
        unicode_class class = unicode_class_of(utf8_next(d->page.text, at));
        count += class != UC_SPACE && class != UC_LINE_END;
    }
    return count;
}

static void list_document(const char *language, const char *text, size_t n) {
    lede_document d = {.allocator = &memory_default};
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_error error;
    options.language = language;
    options.keep_boundaries = 1;
    options.hygiene = LEDE_HYGIENE_OFF;
    if (document_build(&d, text, n, &options, &error) != LEDE_OK) {
        die(error.text);
    }
    uint64_t count = 0;
    size_t at = 0;
    for (size_t i = 0; i < d.boundaries.count; i++) {
        count += count_visible(&d, &at, d.boundaries.items[i].span.end);
        if (d.boundaries.items[i].rule != LEDE_BOUNDARY_SCORE) {
            continue;
        }
        printf("%llu", (unsigned long long)count);
        for (size_t p = 0; p < MODEL_PAIRS; p++) {
            printf(" %u", model_index(model_pairs[p], &d.evidence.items[i]));
        }
        printf("\n");
    }
    count += count_visible(&d, &at, d.page.size);
    printf("document %llu\n", (unsigned long long)count);
    document_free(&d);
}

static char *read_all(size_t *n) {
    size_t capacity = 1 << 16;
    char *bytes = malloc(capacity);
    *n = 0;
    for (size_t got = 1; bytes != NULL && got > 0; *n += got) {
        if (*n == capacity) {
            capacity *= 2;
            char *more = realloc(bytes, capacity);
            if (more == NULL) {
                free(bytes);
                die("no memory for the text");
            }
            bytes = more;
        }
        got = bytes != NULL ? fread(bytes + *n, 1, capacity - *n, stdin) : 0;
    }
    if (bytes == NULL || ferror(stdin)) {
        free(bytes);
        die("cannot read the text");
    }
    return bytes;
}

/* Behind the document that begins at `at`: its form feed, or n. */
static size_t document_end(const char *bytes, size_t n, size_t at) {
    for (size_t i = at; i + 1 < n; i++) {
        if (bytes[i] == '\f' && bytes[i + 1] == '\n') {
            return i;
        }
    }
    return n;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        die("usage: list_evidence LANGUAGE < TEXT, list_evidence --names");
    }
    if (strcmp(argv[1], "--names") == 0) {
        list_names();
        return 0;
    }
    size_t n = 0;
    char *bytes = read_all(&n);
    for (size_t at = 0; at < n;) {
        size_t end = document_end(bytes, n, at);
        list_document(argv[1], bytes + at, end - at);
        at = end + 2;
    }
    free(bytes);
    return 0;
}
