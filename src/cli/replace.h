/* SPDX-License-Identifier: MIT */
/*
 * A file that is written beside its target under a temporary name and renamed
 * at the end, so that a failure leaves the old one whole. What exists and is no
 * regular file (a pipe, /dev/null) is written directly; a symbolic link stays,
 * and the file it leads to is replaced.
 */
#ifndef LEDE_CLI_REPLACE_H
#define LEDE_CLI_REPLACE_H

#include <sys/types.h>

typedef struct replacement {
    int fd;
    int slot;        /* of the temporary file, for signals.c */
    mode_t mode;     /* permissions the file shall have */
    char *path;      /* the file to replace; NULL: written directly */
    char *temporary; /* its name until then */
} replacement;

/* 0, or an errno; then nothing is left behind and nothing is due. */
int replace_open(replacement *r, const char *path);
/* A descriptor that is open already, to be written directly. */
void replace_nothing(replacement *r, int fd);

/* Each closes the descriptor and frees. Commit: all was written, the file gets
 * its name; 0, or an errno and the old file is as before. */
int replace_commit(replacement *r);
void replace_discard(replacement *r);

#endif
