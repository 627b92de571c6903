/* SPDX-License-Identifier: MIT */
/* A harness without libFuzzer: runs it once for each file, or each file of each
 * folder, that is named. */
#include "fuzz/oracle.h"

#include <dirent.h>
#include <sys/stat.h>

static size_t runs;

static void run_file(const char *path) {
    char chunk[4096];
    text_buffer t = {0};
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "cannot open %s\n", path);
        exit(2);
    }
    for (size_t n = 1; n > 0;) {
        n = fread(chunk, 1, sizeof chunk, file);
        text_add(&t, chunk, n);
    }
    fclose(file);
    text_fit(&t);
    (void)LLVMFuzzerTestOneInput((const uint8_t *)t.bytes, t.n);
    text_free(&t);
    runs++;
}

static int is_visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static void run_folder(const char *path) {
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, is_visible, alphasort);
    if (count < 0) {
        fprintf(stderr, "cannot open %s\n", path);
        exit(2);
    }
    for (int i = 0; i < count; i++) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
        fprintf(stderr, "%s\n", name); /* the last one is at fault */
        run_file(name);
        free(entries[i]);
    }
    free(entries);
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        struct stat about;
        bool folder = stat(argv[i], &about) == 0 && S_ISDIR(about.st_mode);
        if (folder) {
            run_folder(argv[i]);
        } else {
            run_file(argv[i]);
        }
    }
    printf("%zu inputs\n", runs);
    return runs > 0 ? 0 : 2;
}
