/* SPDX-License-Identifier: MIT */
/* The three key sentences of standard input, under 1 MiB, in twenty lines. Each is
 * one line of output, safe to show on a terminal. summarize.c has more room. */
#include <lede/lede.h>
#include <stdio.h>
static char article[1 << 20];
static int put(void *file, const char *bytes, size_t n) {
    return fwrite(bytes, 1, n, (FILE *)file) != n;
}
int main(void) {
    lede_document *document = NULL;
    lede_summary *summary = NULL;
    lede_report report;
    lede_error error;
    size_t n = fread(article, 1, sizeof article, stdin);
    if (lede_document_create(article, n, NULL, &document, &error) != LEDE_OK ||
        lede_summary_create(document, NULL, &summary, &error) != LEDE_OK) {
        return fprintf(stderr, "%s\n", error.text), 1;
    }
    (void)lede_report_begin(&report, LEDE_FORMAT_TEXT, (lede_sink){put, stdout});
    (void)lede_report_summary(&report, "", document, summary);
    lede_summary_free(summary);
    lede_document_free(document);
    return report.status != LEDE_OK || !feof(stdin) || fflush(stdout) != 0;
}
