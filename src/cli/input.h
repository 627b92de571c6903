/* SPDX-License-Identifier: MIT */
/* Whole files and standard input into memory. */
#ifndef LEDE_CLI_INPUT_H
#define LEDE_CLI_INPUT_H

#include <lede/types.h>

#include <stdbool.h>

#define INPUT_STANDARD "-"

typedef struct input {
    const char *name; /* as shown */
    char *bytes;      /* NULL when size is 0 */
    size_t size;
    size_t capacity;
} input;

/*
 * Reads all of a regular file, a pipe or a character device; path "-" is
 * standard input. Stops one byte past max_bytes, so that an endless device
 * costs no more than the limit. Never maps the file: a file cut short while it
 * is read must not kill the program. Errors, without a place:
 * LEDE_READ_FAILED (cannot be opened or read), LEDE_TOO_LARGE, LEDE_NO_MEMORY.
 * input_free() is due after success only.
 */
lede_status input_read(input *in, const char *path, uint64_t max_bytes,
                       lede_error *error);
/* A regular file that a walk found. */
typedef struct input_found {
    int folder; /* descriptor of the folder that it stands in */
    const char *name;
    bool is_text; /* set when it is read */
} input_found;

/*
 * The same of such a file. What is no text by its first bytes (a NUL among them, or the
 * mark of UTF-16 or UTF-32) is not read, and there is nothing to free.
 */
lede_status input_read_found(input *in, input_found *found, uint64_t max_bytes,
                             lede_error *error);
void input_free(input *in);

#endif
