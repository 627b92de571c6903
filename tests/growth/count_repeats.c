/* SPDX-License-Identifier: MIT */
/*
 * Reads the file that its last argument names, in the language of the one behind
 * "--lang", and finds all that it says again. With counter.c in it, what that costs is
 * counted. "quotes" looks for its sentences and quotations instead, in what of it stands
 * behind its third and behind its half. "accepted" makes a list of accepted phrases of
 * the text's beginning, if it is UTF-8; "window" looks for echoes all over the text.
 */
#include <lede/lede.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ACCEPTED_MOST 65536u /* bytes of the list */

typedef struct file_bytes {
    char *bytes;
    size_t n;
} file_bytes;

static file_bytes read_file(const char *path) {
    file_bytes f = {NULL, 0};
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        exit(1);
    }
    long size = ftell(file);
    f.bytes = size >= 0 ? malloc((size_t)size + 1) : NULL;
    if (f.bytes == NULL) {
        exit(1);
    }
    rewind(file);
    f.n = fread(f.bytes, 1, (size_t)size, file);
    (void)fclose(file);
    return f;
}

static int find(const file_bytes *f, lede_document_options *read,
                lede_repeats_options *options) {
    lede_document *d = NULL;
    lede_repeats *r = NULL;
    read->max_bytes = UINT32_MAX;
    read->no_stems = 1;
    if (lede_document_create(f->bytes, f->n, read, &d, NULL) != LEDE_OK ||
        lede_repeats_create(d, options, &r, NULL) != LEDE_OK) {
        return 1;
    }
    lede_repeats_free(r);
    lede_document_free(d);
    return 0;
}

/* Where the character at `at` ends if that is inside of one: a part that begins with
 * broken bytes is repaired, which costs more, and of the same text it would at some sizes
 * and not at others. Text that is no UTF-8 stays what it is. */
static size_t at_character(const file_bytes *f, size_t at) {
    size_t most = at + 3;
    while (at < f->n && at < most && ((unsigned char)f->bytes[at] & 0xC0u) == 0x80u) {
        at++;
    }
    return at;
}

static int quote(const file_bytes *f, lede_document_options *read) {
    const size_t parts[] = {0, at_character(f, f->n / 3), at_character(f, f->n / 2)};
    lede_quotes_options options = LEDE_QUOTES_OPTIONS_INIT;
    lede_document *documents[3] = {NULL};
    lede_quotes *q = NULL;
    read->max_bytes = UINT32_MAX;
    read->no_stems = 1;
    for (size_t i = 0; i < 3; i++) {
        if (lede_document_create(f->bytes + parts[i], f->n - parts[i], read,
                                 &documents[i], NULL) != LEDE_OK) {
            return 1;
        }
    }
    int status =
        lede_quotes_create(documents[0], (const lede_document *const *)documents + 1, 2,
                           &options, &q, NULL) != LEDE_OK;
    lede_quotes_free(q);
    for (size_t i = 0; i < 3; i++) {
        lede_document_free(documents[i]);
    }
    return status;
}

int main(int count, char **words) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_repeats_options options = LEDE_REPEATS_OPTIONS_INIT;
    lede_accepted *accepted = NULL;
    bool quotes = false;
    if (count < 2) {
        return 1;
    }
    file_bytes f = read_file(words[count - 1]);
    for (int i = 1; i + 1 < count; i++) {
        if (strcmp(words[i], "--lang") == 0) {
            read.language = words[i + 1];
        } else if (strcmp(words[i], "accepted") == 0) {
            size_t n = f.n < ACCEPTED_MOST ? f.n : ACCEPTED_MOST;
            while (n > 0 && (unsigned char)f.bytes[n - 1] > 0x7F) {
                n--;
            }
            (void)lede_accepted_create(f.bytes, n, NULL, &accepted, NULL);
            options.accepted = accepted;
        } else if (strcmp(words[i], "window") == 0) {
            options.window = UINT32_MAX;
        } else if (strcmp(words[i], "quotes") == 0) {
            quotes = true;
        }
    }
    int status = quotes ? quote(&f, &read) : find(&f, &read, &options);
    lede_accepted_free(accepted);
    free(f.bytes);
    return status;
}
