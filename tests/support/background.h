/* SPDX-License-Identifier: MIT */
/* The background of tests/support/background, opened. */
#ifndef LEDE_TESTS_SUPPORT_BACKGROUND_H
#define LEDE_TESTS_SUPPORT_BACKGROUND_H

#include "support/texts.h"

#include <lede/lede.h>

typedef struct background_sample {
    text_buffer bytes;
    lede_background *background;
} background_sample;

static inline background_sample background_sample_open(const char *name) {
    background_sample s = {{0}, NULL};
    char path[512], chunk[4096];
    snprintf(path, sizeof path, "%s/tests/support/background/%s.background",
             LEDE_SOURCE_DIR, name);
    FILE *file = fopen(path, "rb");
    for (size_t n = file != NULL; n > 0;) {
        n = fread(chunk, 1, sizeof chunk, file);
        text_add(&s.bytes, chunk, n);
    }
    if (file == NULL || fclose(file) != 0 ||
        lede_background_create(s.bytes.bytes, s.bytes.n, NULL, &s.background, NULL) !=
            LEDE_OK) {
        fprintf(stderr, "cannot open %s\n", path);
        abort();
    }
    return s;
}

static inline void background_sample_close(background_sample *s) {
    lede_background_free(s->background);
    text_free(&s->bytes);
}

#endif
