/* SPDX-License-Identifier: MIT */
/* Where a walk through folders stands: what only walk.c needs to know. */
#ifndef LEDE_CLI_WALKER_H
#define LEDE_CLI_WALKER_H

#include "base/vec.h"
#include "cli/walk.h"

#include <sys/stat.h>

#define CLOSED (-1)

/* An entry of a folder. Its name is an offset while names still come in. */
typedef struct entry {
    union {
        size_t offset;
        const char *bytes;
    } name;
    const char *reason;
    int error;
    bool folder;
} entry;

/* A folder that the walk is inside of. */
typedef struct level {
    VEC_OF(entry) entries;
    VEC_OF(char) names;
    size_t next;        /* the entry to visit next */
    size_t path_length; /* of its own path, the slash behind it included */
    int fd;             /* CLOSED: to be opened again from the level below */
    dev_t device;       /* so that it is known again */
    ino_t number;
} level;

typedef struct walker {
    walk_visit *visit;
    void *ctx;
    VEC_OF(level) levels;
    VEC_OF(char) path; /* NUL-terminated behind count */
    size_t visits;
    bool ended;
} walker;

#endif
