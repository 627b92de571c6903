/* SPDX-License-Identifier: MIT */
/* Prints the three key sentences of an article: summarize FILE */
#include <lede/lede.h>

#include <stdio.h>

static void print_summary(const lede_document *document, const lede_summary *summary) {
    size_t count;
    const char *text = lede_document_text(document, &count);
    const lede_sentence *sentences = lede_document_sentences(document, &count);
    const lede_pick *picks = lede_summary_picks(summary, &count);
    for (size_t i = 0; i < count; i++) {
        lede_span span = sentences[picks[i].sentence].span;
        fwrite(text + span.begin, 1, span.end - span.begin, stdout);
        putchar('\n');
    }
}

/* Must stay as it is while the document lives: sentences point into it. */
static char article[1 << 20];

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    size_t size = file != NULL ? fread(article, 1, sizeof article, file) : 0;
    if (file == NULL || ferror(file) || !feof(file)) {
        fputs("usage: summarize FILE (readable, under 1 MiB)\n", stderr);
        return 2;
    }
    fclose(file);

    lede_document *document = NULL;
    lede_summary *summary = NULL;
    lede_error error;
    lede_status status = lede_document_create(article, size, NULL, &document, &error);
    if (status == LEDE_OK) {
        status = lede_summary_create(document, NULL, &summary, &error);
    }
    if (status == LEDE_OK) {
        print_summary(document, summary);
    } else {
        fprintf(stderr, "summarize: %s\n", error.text);
    }
    lede_summary_free(summary);
    lede_document_free(document);
    return status == LEDE_OK && fflush(stdout) == 0 ? 0 : 1;
}
