/* SPDX-License-Identifier: MIT */
/*
 * Prints every sentence of an article with the place where it begins, as
 * compilers do: sentences FILE
 *
 * Offsets belong to the visible text; lede_document_place() turns one into a
 * place in the file. The two differ where the file holds bytes that are not
 * UTF-8, so an editor is always given the place, never the offset.
 */
#include <lede/lede.h>

#include <stdio.h>

static void print_sentences(const lede_document *document, const char *path) {
    size_t count;
    const char *text = lede_document_text(document, &count);
    const lede_sentence *sentences = lede_document_sentences(document, &count);
    for (size_t i = 0; i < count; i++) {
        lede_span span = sentences[i].span;
        lede_place place = lede_document_place(document, span.begin);
        printf("%s:%u:%u: ", path, (unsigned)place.line, (unsigned)place.column);
        for (uint32_t at = span.begin; at < span.end; at++) {
            /* A sentence may run over several lines of the file. */
            putchar(text[at] == '\n' || text[at] == '\r' ? ' ' : text[at]);
        }
        putchar('\n');
    }
}

static char article[1 << 20];

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    size_t size = file != NULL ? fread(article, 1, sizeof article, file) : 0;
    if (file == NULL || ferror(file) || !feof(file)) {
        fputs("usage: sentences FILE (readable, under 1 MiB)\n", stderr);
        return 2;
    }
    fclose(file);

    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.strict = 1; /* rather a message than replaced bytes */
    lede_document *document = NULL;
    lede_error error;
    if (lede_document_create(article, size, &options, &document, &error) != LEDE_OK) {
        fprintf(stderr, "%s:%u:%u: %s\n", argv[1], (unsigned)error.line,
                (unsigned)error.column, error.text);
        return 1;
    }
    print_sentences(document, argv[1]);
    lede_document_free(document);
    return fflush(stdout) == 0 ? 0 : 1;
}
