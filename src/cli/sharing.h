/* SPDX-License-Identifier: MIT */
/* What the files of a run have in common: lede repeats --shared. */
#ifndef LEDE_CLI_SHARING_H
#define LEDE_CLI_SHARING_H

#include "base/vec.h"
#include "cli/outputs.h"

#include <lede/lede.h>

typedef struct sharing {
    lede_shared *shared;  /* NULL: files are not compared */
    VEC_OF(char *) paths; /* by the number of the file; NUL-terminated copies */
} sharing;

/* Errors of these: LEDE_NO_MEMORY, with the error filled. */
lede_status sharing_begin(sharing *s, uint64_t seed, lede_error *error);
lede_status sharing_add(sharing *s, const char *path, const lede_document *document,
                        lede_error *error);
/* Behind the last file: into every report. */
lede_status sharing_report(sharing *s, outputs *all, lede_error *error);
void sharing_end(sharing *s);

#endif
