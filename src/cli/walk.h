/* SPDX-License-Identifier: MIT */
/*
 * Every file below a folder, in one order: that of the bytes of their paths, a
 * slash behind the name of each folder. Symbolic links are not followed, hidden
 * entries are passed over. Neither depth nor length of a path has a limit; no more
 * than WALK_FOLDERS_OPEN descriptors are open at a time.
 */
#ifndef LEDE_CLI_WALK_H
#define LEDE_CLI_WALK_H

#include <stdbool.h>

#define WALK_FOLDERS_OPEN 32u

/* Something that was found, and what keeps it from being read, if anything. */
typedef struct walk_item {
    const char *path;   /* as shown: the folder as it was given, then names */
    int folder;         /* descriptor of the folder that it stands in */
    const char *name;   /* in that folder */
    const char *reason; /* not NULL: no regular file; says what it is. Static */
    int error; /* not 0: an errno; neither what it is nor what it holds is known */
} walk_item;

/* False ends the walk. */
typedef bool walk_visit(void *ctx, const walk_item *item);

/*
 * One visit for each file, and for whatever else is neither a folder nor hidden; for
 * each folder that cannot be read, with its errno (ENOMEM among them); and for `path`
 * itself when there was nothing else to visit.
 */
void walk_folder(const char *path, walk_visit *visit, void *ctx);

#endif
