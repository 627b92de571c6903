/* SPDX-License-Identifier: MIT */
#include <lede/lede.h>

#include <stdio.h>
#include <string.h>

int main(void) {
    static const char text[] = "The U.S. team left at 9 a.m. on Monday. Then it rained.";
    lede_document *document = NULL;
    if (lede_document_create(text, strlen(text), NULL, &document, NULL) != LEDE_OK) {
        return 1;
    }
    size_t count = 0;
    (void)lede_document_sentences(document, &count);
    lede_document_free(document);
    printf("lede %s: %zu sentences\n", lede_version(), count);
    return 0;
}
