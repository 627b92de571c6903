/* SPDX-License-Identifier: MIT */
/* The files of stopwords/ for programs of the build: what cannot be read ends them. */
#ifndef LEDE_GEN_LANGUAGE_FILES_H
#define LEDE_GEN_LANGUAGE_FILES_H

#include <lede/types.h>

#include <dirent.h>
#include <stdbool.h>

#define PATH_SIZE 4096

typedef struct blob {
    char *bytes;
    size_t n;
} blob;

/* Says what went wrong and where, and ends the program. error may be NULL. */
_Noreturn void die(const char *what, const lede_error *error);

/* folder/name into path[PATH_SIZE]. */
void join_path(char *path, const char *folder, const char *name, size_t n);

bool file_is_there(const char *path);
blob read_file(const char *path);

/* For scandir(): by bytes of the name. */
int by_name(const struct dirent **a, const struct dirent **b);

#endif
