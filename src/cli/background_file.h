/* SPDX-License-Identifier: MIT */
/* A background file, read and checked. */
#ifndef LEDE_CLI_BACKGROUND_FILE_H
#define LEDE_CLI_BACKGROUND_FILE_H

#include "cli/input.h"

#include <lede/lede.h>

typedef struct background_file {
    input file; /* its bytes; NULL: none was read */
    lede_background *background;
} background_file;

/* Returns the exit status; a message says what was wrong, with the byte. Zeroed by the
 * caller; background_file_close() is due even after a failure. */
int background_file_open(background_file *b, const char *path);
void background_file_close(background_file *b);

#endif
