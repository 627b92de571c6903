/* SPDX-License-Identifier: MIT */
/*
 * Adds up background files: add_backgrounds OUTPUT FILE...
 *
 * What comes out is what make_background would have made of all their texts, so an
 * archive may be counted in parts, and what is new in it without the rest.
 */
#define _POSIX_C_SOURCE 200809L
#include <lede/lede.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* The bytes of a file, and what is read from them where they lie. */
typedef struct part {
    char *bytes;
    lede_background *background;
} part;

/* NULL when it cannot be read. */
static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long end = -1;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
        end = ftell(file);
        rewind(file);
    }
    if (end >= 0) {
        *size = (size_t)end;
        bytes = malloc(*size + 1);
    }
    if (bytes != NULL && fread(bytes, 1, *size, file) != *size) {
        free(bytes);
        bytes = NULL;
    }
    if (file != NULL) {
        fclose(file);
    }
    return bytes;
}

static int open_part(part *p, const char *path) {
    lede_error error;
    size_t size = 0;
    p->bytes = read_file(path, &size);
    if (p->bytes == NULL) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return 1;
    }
    if (lede_background_create(p->bytes, size, NULL, &p->background, &error) != LEDE_OK) {
        fprintf(stderr, "%s: %s\n", path, error.text);
        return 1;
    }
    return 0;
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
static int write_sum(const lede_background *const *list, size_t count, const char *path) {
    lede_error error;
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        fprintf(stderr, "%s: cannot be written\n", path);
        return 1;
    }
    lede_status status =
        lede_background_merge(list, count, NULL, (lede_sink){put, file}, &error);
    if (fclose(file) == 0 && status == LEDE_OK) {
        return 0;
    }
    fprintf(stderr, "%s: %s\n", path,
            status == LEDE_OK ? "cannot be written" : error.text);
    remove_file(path);
    return 1;
}

int main(int argc, char **argv) {
    size_t count = argc > 2 ? (size_t)argc - 2 : 0;
    if (count == 0) {
        fputs("usage: add_backgrounds OUTPUT FILE...\n", stderr);
        return 2;
    }
    part *parts = calloc(count, sizeof *parts);
    const lede_background **list = calloc(count, sizeof *list);
    int failures = parts == NULL || list == NULL;
    for (size_t i = 0; i < count && failures == 0; i++) {
        failures = open_part(&parts[i], argv[i + 2]);
        list[i] = parts[i].background;
    }
    if (failures == 0) {
        failures = write_sum(list, count, argv[1]);
    }
    for (size_t i = 0; parts != NULL && i < count; i++) {
        lede_background_free(parts[i].background);
        free(parts[i].bytes);
    }
    free(parts);
    free(list);
    return failures == 0 ? 0 : 1;
}
