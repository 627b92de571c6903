/* SPDX-License-Identifier: MIT */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath() is an XSI function in POSIX.1-2008 */
#endif

#include "cli/replace.h"

#include "cli/fd_sink.h"
#include "cli/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_NAME ".lede-XXXXXX"
#define PERMISSION_BITS 07777

static mode_t default_mode(void) {
    mode_t mask = umask(0);
    (void)umask(mask);
    return 0666 & ~mask;
}

/* The same folder, for rename() cannot leave a file system. NULL: no memory. */
static char *temporary_beside(const char *path) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    char *name = malloc(folder + sizeof TEMPORARY_NAME);
    if (name != NULL) {
        memcpy(name, path, folder);
        memcpy(name + folder, TEMPORARY_NAME, sizeof TEMPORARY_NAME);
    }
    return name;
}

static void free_names(replacement *r) {
    free(r->path);
    free(r->temporary);
}

/* path is the replacement's from here on. */
static int open_temporary(replacement *r, char *path) {
    r->path = path;
    r->temporary = temporary_beside(path);
    if (r->temporary != NULL) {
        r->fd = signals_create(r->temporary, &r->slot);
    }
    if (r->fd >= 0) {
        return 0;
    }
    int error = r->temporary == NULL ? ENOMEM : errno;
    free_names(r);
    return error;
}

static int open_directly(replacement *r, const char *path) {
    r->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return r->fd >= 0 ? 0 : errno;
}

void replace_nothing(replacement *r, int fd) {
    *r = (replacement){fd, -1, 0, NULL, NULL};
}

/* A file that is there: its permissions are kept, and must allow writing, since
 * rename() would not ask for them. */
static int open_existing(replacement *r, const char *path, const struct stat *facts) {
    if (!S_ISREG(facts->st_mode)) {
        return open_directly(r, path);
    }
    if (access(path, W_OK) != 0) {
        return errno;
    }
    char *real = realpath(path, NULL);
    r->mode = facts->st_mode & PERMISSION_BITS;
    return real != NULL ? open_temporary(r, real) : errno;
}

int replace_open(replacement *r, const char *path) {
    struct stat facts;
    replace_nothing(r, -1);
    if (stat(path, &facts) == 0) {
        return open_existing(r, path, &facts);
    }
    if (errno != ENOENT) {
        return errno;
    }
    char *copy = strdup(path);
    r->mode = default_mode();
    return copy != NULL ? open_temporary(r, copy) : ENOMEM;
}

/* Bytes and permissions are on the disk before the name leads to them. */
static int finish_temporary(replacement *r) {
    if (fchmod(r->fd, r->mode) != 0 || fsync(r->fd) != 0) {
        return errno;
    }
    return 0;
}

static int close_descriptor(replacement *r) {
    int error = fd_close(r->fd);
    r->fd = -1;
    return error;
}

static void remove_temporary(replacement *r) {
    (void)unlink(r->temporary);
    signals_release(r->slot);
    free_names(r);
}

int replace_commit(replacement *r) {
    if (r->path == NULL) {
        return close_descriptor(r);
    }
    int error = finish_temporary(r);
    int close_error = close_descriptor(r);
    error = error != 0 ? error : close_error;
    if (error == 0 && rename(r->temporary, r->path) != 0) {
        error = errno;
    }
    if (error != 0) {
        remove_temporary(r);
        return error;
    }
    signals_release(r->slot);
    free_names(r);
    return 0;
}

void replace_discard(replacement *r) {
    (void)close_descriptor(r);
    if (r->path != NULL) {
        remove_temporary(r);
    }
}
