/* SPDX-License-Identifier: MIT */
/* Prints the grade of an English draft and its three hardest sentences: score FILE */
#include <lede/lede.h>

#include <stdio.h>

static void print_hardest(const lede_document *document, const lede_metrics *metrics) {
    size_t count;
    const lede_sentence *sentences = lede_document_sentences(document, &count);
    const lede_cost *costs = lede_metrics_costs(metrics, &count);
    for (size_t i = 0; i < count && i < 3; i++) {
        lede_span span = sentences[costs[i].sentence].span;
        lede_place place = lede_document_place(document, span.begin);
        printf("%u:%u: costs %.2f grades\n", (unsigned)place.line, (unsigned)place.column,
               costs[i].cost);
    }
}

static void print_scores(const lede_document *document, const lede_metrics *metrics) {
    lede_grade grade = lede_metrics_grade(metrics);
    lede_value ease = lede_metrics_value(metrics, lede_formula_find("flesch"));
    if (grade.median.status != LEDE_VALUE_OK) {
        printf("no grade: %s\n", lede_value_status_name(grade.median.status));
        return;
    }
    printf("grade %.1f (%.1f to %.1f)\n", grade.median.value, grade.low, grade.high);
    if (ease.status == LEDE_VALUE_OK) {
        printf("Flesch reading ease %.1f\n", ease.value);
    }
    print_hardest(document, metrics);
}

/* Must stay as it is while the document lives. */
static char draft[1 << 20];

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    size_t size = file != NULL ? fread(draft, 1, sizeof draft, file) : 0;
    if (file == NULL || ferror(file) || !feof(file)) {
        fputs("usage: score FILE (readable, under 1 MiB)\n", stderr);
        return 2;
    }
    fclose(file);

    lede_document_options reading = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *document = NULL;
    lede_metrics *metrics = NULL;
    lede_error error;
    reading.language = "en";
    reading.no_stems = 1; /* only summaries ask for stems */
    lede_status status = lede_document_create(draft, size, &reading, &document, &error);
    if (status == LEDE_OK) {
        status = lede_metrics_create(document, NULL, &metrics, &error);
    }
    if (status == LEDE_OK) {
        print_scores(document, metrics);
    } else {
        fprintf(stderr, "score: %s\n", error.text);
    }
    lede_metrics_free(metrics);
    lede_document_free(document);
    return status == LEDE_OK && fflush(stdout) == 0 ? 0 : 1;
}
