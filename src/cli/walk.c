/* SPDX-License-Identifier: MIT */
#include "cli/walker.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY)

/* ---- Paths and visits ---------------------------------------------------- */

/* Puts a name, and a slash behind it if it is a folder's, behind the first `length`
 * bytes of the path. */
static bool set_path(walker *w, size_t length, const char *name, bool slash) {
    size_t n = strlen(name);
    w->path.count = length;
    if (!VEC_RESERVE(&w->path, &memory_default, n + 2)) {
        return false;
    }
    memcpy(w->path.items + length, name, n);
    w->path.count += n;
    if (slash && n > 0 && name[n - 1] != '/') {
        w->path.items[w->path.count++] = '/';
    }
    w->path.items[w->path.count] = '\0';
    return true;
}

static level *deepest(walker *w) {
    return &w->levels.items[w->levels.count - 1];
}

static void visit_item(walker *w, const walk_item *item) {
    w->visits++;
    w->ended = !w->visit(w->ctx, item);
}

/* No memory for a path: the name must do. */
static void visit_nameless(walker *w, const char *name) {
    walk_item item = {name, CLOSED, name, NULL, ENOMEM};
    visit_item(w, &item);
}

/* The folder whose path has just been set cannot be entered. */
static void visit_closed(walker *w, const char *name, int error) {
    if (w->path.count > 1) {
        w->path.items[w->path.count - 1] = '\0'; /* its slash */
    }
    walk_item item = {w->path.items, CLOSED, name, NULL, error};
    visit_item(w, &item);
}

static void visit_entry(walker *w, const level *l, const entry *e) {
    if (!set_path(w, l->path_length, e->name.bytes, false)) {
        visit_nameless(w, e->name.bytes);
        return;
    }
    walk_item item = {w->path.items, l->fd, e->name.bytes, e->reason, e->error};
    if (l->fd == CLOSED) {
        item.error = ENOENT; /* the folder is no more where it was */
    }
    visit_item(w, &item);
}

/* ---- What a folder holds ------------------------------------------------- */

static const char *reason_of(mode_t mode) {
    if (S_ISLNK(mode)) {
        return "a symbolic link, not followed";
    }
    if (S_ISFIFO(mode)) {
        return "a named pipe";
    }
    if (S_ISSOCK(mode)) {
        return "a socket";
    }
    return S_ISCHR(mode) || S_ISBLK(mode) ? "a device" : "no regular file";
}

static void describe(entry *e, int fd, const char *name) {
    struct stat facts;
    if (fstatat(fd, name, &facts, AT_SYMLINK_NOFOLLOW) != 0) {
        e->error = errno;
        return;
    }
    e->folder = S_ISDIR(facts.st_mode);
    if (!e->folder && !S_ISREG(facts.st_mode)) {
        e->reason = reason_of(facts.st_mode);
    }
}

static int add_entry(level *l, const char *name) {
    size_t n = strlen(name) + 1;
    if (!VEC_RESERVE(&l->names, &memory_default, n) ||
        !VEC_RESERVE(&l->entries, &memory_default, 1)) {
        return ENOMEM;
    }
    entry *e = &l->entries.items[l->entries.count++];
    *e = (entry){.name.offset = l->names.count};
    memcpy(l->names.items + l->names.count, name, n);
    l->names.count += n;
    describe(e, l->fd, name);
    return 0;
}

/* A byte of a name; behind the last one a folder has its slash. */
static int byte_at(const entry *e, size_t at) {
    unsigned char byte = (unsigned char)e->name.bytes[at];
    return byte == '\0' && e->folder ? '/' : byte;
}

/* No two names of a folder are the same, so they differ before either ends twice. */
static int compare_entries(const void *a, const void *b) {
    const entry *x = a, *y = b;
    size_t at = 0;
    while (x->name.bytes[at] != '\0' && x->name.bytes[at] == y->name.bytes[at]) {
        at++;
    }
    return byte_at(x, at) - byte_at(y, at);
}

static void sort_entries(level *l) {
    for (size_t i = 0; i < l->entries.count; i++) {
        entry *e = &l->entries.items[i];
        e->name.bytes = l->names.items + e->name.offset;
    }
    if (l->entries.count > 1) {
        qsort(l->entries.items, l->entries.count, sizeof *l->entries.items,
              compare_entries);
    }
}

/* All names, or the errno of what went wrong. */
static int read_names(level *l, DIR *folder) {
    int error = 0;
    while (error == 0) {
        errno = 0;
        const struct dirent *found = readdir(folder);
        if (found == NULL) {
            return errno;
        }
        if (found->d_name[0] != '.') {
            error = add_entry(l, found->d_name);
        }
    }
    return error;
}

static int fill(level *l) {
    struct stat facts;
    if (fstat(l->fd, &facts) != 0) {
        return errno;
    }
    l->device = facts.st_dev;
    l->number = facts.st_ino;
    int copy = fcntl(l->fd, F_DUPFD_CLOEXEC, 0);
    DIR *folder = copy >= 0 ? fdopendir(copy) : NULL;
    if (folder == NULL) {
        int error = errno;
        if (copy >= 0) {
            (void)close(copy);
        }
        return error;
    }
    int error = read_names(l, folder);
    (void)closedir(folder);
    sort_entries(l);
    return error;
}

/* ---- Down and up --------------------------------------------------------- */

static void close_level(level *l) {
    if (l->fd != CLOSED) {
        (void)close(l->fd);
        l->fd = CLOSED;
    }
}

static void free_level(level *l) {
    close_level(l);
    VEC_FREE(&l->entries, &memory_default);
    VEC_FREE(&l->names, &memory_default);
}

/* The level so far up that it can do without its descriptor: the one below it was
 * entered, so ".." leads from there to here. */
static void close_far_level(walker *w) {
    if (w->levels.count > WALK_FOLDERS_OPEN) {
        close_level(&w->levels.items[w->levels.count - 1 - WALK_FOLDERS_OPEN]);
    }
}

/* Enters the folder whose path has just been set. */
static void enter(walker *w, int fd, const char *name) {
    level l = {.next = 0, .path_length = w->path.count, .fd = CLOSED};
    if (!VEC_RESERVE(&w->levels, &memory_default, 1)) {
        visit_closed(w, name, ENOMEM);
        return;
    }
    l.fd =
        openat(fd, name, w->levels.count > 0 ? FOLDER_FLAGS | O_NOFOLLOW : FOLDER_FLAGS);
    int error = l.fd == CLOSED ? errno : fill(&l);
    if (error != 0) {
        free_level(&l);
        visit_closed(w, name, error);
        return;
    }
    w->levels.items[w->levels.count++] = l;
    close_far_level(w);
}

static void enter_entry(walker *w, const level *l, const entry *e) {
    if (l->fd == CLOSED) {
        visit_entry(w, l, e);
    } else if (!set_path(w, l->path_length, e->name.bytes, true)) {
        visit_nameless(w, e->name.bytes);
    } else {
        enter(w, l->fd, e->name.bytes);
    }
}

/* The folder above, if it still is the one that it was. */
static int open_above(const level *above, int fd) {
    struct stat facts;
    int up = openat(fd, "..", FOLDER_FLAGS);
    if (up >= 0 && (fstat(up, &facts) != 0 || facts.st_dev != above->device ||
                    facts.st_ino != above->number)) {
        (void)close(up);
        up = CLOSED;
    }
    return up;
}

static void leave(walker *w) {
    level *l = deepest(w);
    level *above = w->levels.count > 1 ? l - 1 : NULL;
    if (above != NULL && above->fd == CLOSED && l->fd != CLOSED) {
        above->fd = open_above(above, l->fd);
    }
    free_level(l);
    w->levels.count--;
}

/* ---- The walk ------------------------------------------------------------ */

static void step(walker *w) {
    level *l = deepest(w);
    if (l->next == l->entries.count) {
        leave(w);
        return;
    }
    const entry *e = &l->entries.items[l->next++];
    if (e->folder) {
        enter_entry(w, l, e);
    } else {
        visit_entry(w, l, e);
    }
}

static void visit_empty(walker *w, const char *path) {
    walk_item item = {path, CLOSED, path, "no files", 0};
    visit_item(w, &item);
}

void walk_folder(const char *path, walk_visit *visit, void *ctx) {
    walker w = {.visit = visit, .ctx = ctx};
    if (set_path(&w, 0, path, true)) {
        enter(&w, AT_FDCWD, path);
    } else {
        visit_nameless(&w, path);
    }
    while (w.levels.count > 0 && !w.ended) {
        step(&w);
    }
    if (w.visits == 0) {
        visit_empty(&w, path);
    }
    while (w.levels.count > 0) {
        free_level(deepest(&w));
        w.levels.count--;
    }
    VEC_FREE(&w.levels, &memory_default);
    VEC_FREE(&w.path, &memory_default);
}
