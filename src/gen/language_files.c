/* SPDX-License-Identifier: MIT */
#include "gen/language_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void die(const char *what, const lede_error *error) {
    if (error != NULL && error->line != 0) {
        fprintf(stderr, "%s:%u:%u: %s\n", what, error->line, error->column, error->text);
    } else {
        fprintf(stderr, "generate_languages: %s%s%s\n", what, error ? ": " : "",
                error ? error->text : "");
    }
    exit(1);
}

void join_path(char *path, const char *folder, const char *name, size_t n) {
    size_t length = strlen(folder);
    if (length + n + 2 > PATH_SIZE) {
        die("path too long", NULL);
    }
    memcpy(path, folder, length);
    path[length] = '/';
    memcpy(path + length + 1, name, n);
    path[length + 1 + n] = '\0';
}

blob read_file(const char *path) {
    FILE *f = fopen(path, "rb");
    if (f == NULL || fseek(f, 0, SEEK_END) != 0) {
        die(path, NULL);
    }
    long size = ftell(f);
    rewind(f);
    blob b = {malloc((size_t)size + 1), (size_t)size};
    if (b.bytes == NULL || fread(b.bytes, 1, b.n, f) != b.n) {
        die(path, NULL);
    }
    fclose(f);
    return b;
}

/* Files of another form, which have a reader of their own. */

bool file_is_there(const char *path) {
    FILE *f = fopen(path, "rb");
    if (f != NULL) {
        fclose(f);
    }
    return f != NULL;
}

int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}
