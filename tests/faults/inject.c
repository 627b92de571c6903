/* SPDX-License-Identifier: MIT */
/*
 * Loaded before the C library (LD_PRELOAD): lets one call of a program go wrong.
 *
 *   INJECT=CALL:N:WHAT   the N-th call of CALL, counted from 1; with N+ that one
 *                        and every later one
 *   INJECT_LOG=FILE      each call that went wrong appends "CALL SUBJECT\n": the
 *                        path, or what /proc says of the descriptor
 *   INJECT_OPENS=FILE    each descriptor that was opened appends "FD PATH\n"
 *   INJECT_FILE=FILE     what WHAT is done to
 *
 * CALL is the name of a function below; "malloc" is every call that asks for
 * memory. WHAT is an error number, or short (one byte is read or written), or
 * signalN (signal N is raised, then the call is made), or afterN (once it was made;
 * mkstemp, close and rename only), or truncate, append, unlink (that is done to
 * INJECT_FILE, then the call is made).
 *
 * Only what main() calls is counted: behind it the figures of coverage are
 * written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- What is asked for ---------------------------------------------------- */

enum what { FAIL, SHORT, SIGNAL, AFTER, TRUNCATE, APPEND, UNLINK };

static struct {
    bool armed;
    char call[16];
    unsigned long at;
    bool onwards;
    enum what what;
    int number; /* of the error or the signal */
    unsigned long seen;
    bool due; /* a signal after the call */
    const char *log;
    const char *opens;
    const char *file;
} plan;

static void read_what(const char *what) {
    static const struct {
        const char *name;
        enum what what;
    } names[] = {
        {"short", SHORT}, {"truncate", TRUNCATE}, {"append", APPEND}, {"unlink", UNLINK}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(what, names[i].name) == 0) {
            plan.what = names[i].what;
            return;
        }
    }
    bool before = strncmp(what, "signal", 6) == 0, after = strncmp(what, "after", 5) == 0;
    plan.what = before ? SIGNAL : after ? AFTER : FAIL;
    plan.number = (int)strtol(what + (before ? 6 : after ? 5 : 0), NULL, 10);
}

static void read_plan(void) {
    const char *text = getenv("INJECT");
    const char *colon = text != NULL ? strchr(text, ':') : NULL;
    plan.opens = getenv("INJECT_OPENS");
    if (colon != NULL && (size_t)(colon - text) < sizeof plan.call) {
        char *rest = NULL;
        memcpy(plan.call, text, (size_t)(colon - text));
        plan.at = strtoul(colon + 1, &rest, 10);
        plan.onwards = *rest == '+';
        read_what(rest + (plan.onwards ? 2 : 1));
        plan.log = getenv("INJECT_LOG");
        plan.file = getenv("INJECT_FILE");
        plan.armed = true;
    }
}

/* ---- Notes: by system calls, which nothing here counts ---------------------- */

static void append_line(const char *file, const char *first, const char *second) {
    char line[PATH_MAX + 64];
    int size = snprintf(line, sizeof line, "%s %s\n", first, second);
    long fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (fd >= 0 && size > 0) {
        (void)syscall(SYS_write, fd, line, (size_t)size);
        (void)syscall(SYS_close, fd);
    }
}

static void note_hit(const char *path, int fd) {
    char link[64], target[PATH_MAX + 1] = "";
    if (path == NULL && fd >= 0) {
        (void)snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        long size = syscall(SYS_readlinkat, AT_FDCWD, link, target, PATH_MAX);
        target[size > 0 ? size : 0] = '\0';
        (void)snprintf(link, sizeof link, "%d:", fd);
        memmove(target + strlen(link), target, strlen(target) + 1);
        memcpy(target, link, strlen(link));
    }
    if (plan.log != NULL) {
        append_line(plan.log, plan.call, path != NULL ? path : target);
    }
}

static void note_open(int fd, const char *path) {
    if (plan.opens != NULL && fd >= 0) {
        char digits[16];
        int error = errno;
        (void)snprintf(digits, sizeof digits, "%d", fd);
        append_line(plan.opens, digits, path);
        errno = error;
    }
}

/* ---- The choice ---------------------------------------------------------------- */

static void append_byte(const char *file) {
    long fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND, 0);
    (void)syscall(SYS_write, fd, "x", (size_t)1);
    (void)syscall(SYS_close, fd);
}

/* What is no failure of the call itself. */
static void disturb(void) {
    int error = errno;
    if (plan.what == SIGNAL) {
        (void)raise(plan.number);
    } else if (plan.what == TRUNCATE) {
        (void)!truncate(plan.file, 1);
    } else if (plan.what == APPEND) {
        append_byte(plan.file);
    } else if (plan.what == UNLINK) {
        (void)syscall(SYS_unlinkat, AT_FDCWD, plan.file, 0);
    }
    errno = error;
}

/* Is this the call? Then everything is done but the failure. */
static bool hit(const char *call, const char *path, int fd) {
    if (!plan.armed || strcmp(call, plan.call) != 0) {
        return false;
    }
    plan.seen++;
    if (plan.seen != plan.at && !(plan.onwards && plan.seen > plan.at)) {
        return false;
    }
    note_hit(path, fd);
    disturb();
    plan.due = plan.what == AFTER;
    return true;
}

static void settle(void) {
    if (plan.due) {
        int error = errno;
        plan.due = false;
        (void)raise(plan.number);
        errno = error;
    }
}

static bool fails(const char *call, const char *path, int fd) {
    if (hit(call, path, fd) && plan.what == FAIL) {
        errno = plan.number;
        return true;
    }
    return false;
}

/* How many of n bytes may be moved; -1: the call fails. */
static ssize_t allowed(const char *call, int fd, size_t n) {
    if (hit(call, NULL, fd)) {
        if (plan.what == FAIL) {
            errno = plan.number;
            return -1;
        }
        if (plan.what == SHORT && n > 1) {
            return 1;
        }
    }
    return (ssize_t)n;
}

/* The next definition behind this library. A pointer to a function is not made
 * from one to data without a copy. */
#define REAL(function)                                                                   \
    static __typeof__(&function) real;                                                   \
    do {                                                                                 \
        if (real == NULL) {                                                              \
            void *found = dlsym(RTLD_NEXT, #function);                                   \
            memcpy(&real, &found, sizeof real);                                          \
        }                                                                                \
    } while (0)

#define VISIBLE __attribute__((visibility("default")))

/* ---- Descriptors ------------------------------------------------------------------ */

VISIBLE ssize_t read(int fd, void *bytes, size_t n) {
    REAL(read);
    ssize_t most = allowed("read", fd, n);
    return most < 0 ? -1 : real(fd, bytes, (size_t)most);
}

VISIBLE ssize_t write(int fd, const void *bytes, size_t n) {
    REAL(write);
    ssize_t most = allowed("write", fd, n);
    return most < 0 ? -1 : real(fd, bytes, (size_t)most);
}

/* The mode is there only if O_CREAT is; the program never creates by open(). The
 * names that end in 64 are those of a program with large files. */
#define OPEN(name)                                                                       \
    VISIBLE int name(const char *path, int flags, ...) {                                 \
        REAL(name);                                                                      \
        int fd = fails("open", path, -1) ? -1 : real(path, flags, 0600);                 \
        note_open(fd, path);                                                             \
        return fd;                                                                       \
    }
OPEN(open)
OPEN(open64)

#define MKSTEMP(name)                                                                    \
    VISIBLE int name(char *template) {                                                   \
        REAL(name);                                                                      \
        int fd = fails("mkstemp", template, -1) ? -1 : real(template);                   \
        note_open(fd, template);                                                         \
        settle();                                                                        \
        return fd;                                                                       \
    }
MKSTEMP(mkstemp)
MKSTEMP(mkstemp64)

/* A descriptor is closed even if close() says that something went wrong. */
VISIBLE int close(int fd) {
    REAL(close);
    bool failing = fails("close", NULL, fd);
    int error = errno;
    int result = real(fd);
    if (failing) {
        errno = error;
    }
    settle();
    return failing ? -1 : result;
}

/* Not done: it takes most of the time of a run, and no test ends the machine. */
VISIBLE int fsync(int fd) {
    return fails("fsync", NULL, fd) ? -1 : 0;
}

VISIBLE int fchmod(int fd, mode_t mode) {
    REAL(fchmod);
    return fails("fchmod", NULL, fd) ? -1 : real(fd, mode);
}

#define FSTAT(name, facts_of)                                                            \
    VISIBLE int name(int fd, struct facts_of *facts) {                                   \
        REAL(name);                                                                      \
        return fails("fstat", NULL, fd) ? -1 : real(fd, facts);                          \
    }
FSTAT(fstat, stat)
FSTAT(fstat64, stat64)

/* ---- Paths ---------------------------------------------------------------------------
 */

#define STAT(name, facts_of)                                                             \
    VISIBLE int name(const char *path, struct facts_of *facts) {                         \
        REAL(name);                                                                      \
        return fails("stat", path, -1) ? -1 : real(path, facts);                         \
    }
STAT(stat, stat)
STAT(stat64, stat64)

VISIBLE int access(const char *path, int mode) {
    REAL(access);
    return fails("access", path, -1) ? -1 : real(path, mode);
}

VISIBLE char *realpath(const char *path, char *resolved) {
    REAL(realpath);
    return fails("realpath", path, -1) ? NULL : real(path, resolved);
}

VISIBLE int rename(const char *from, const char *to) {
    REAL(rename);
    int result = fails("rename", to, -1) ? -1 : real(from, to);
    settle();
    return result;
}

VISIBLE int unlink(const char *path) {
    REAL(unlink);
    return fails("unlink", path, -1) ? -1 : real(path);
}

/* ---- Memory
 * -----------------------------------------------------------------------------
 */

/* Not by dlsym(), which may ask for memory itself. */
extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t count, size_t n);
extern void *__libc_realloc(void *old, size_t n);

VISIBLE void *malloc(size_t n) {
    return fails("malloc", "", -1) ? NULL : __libc_malloc(n);
}

VISIBLE void *calloc(size_t count, size_t n) {
    return fails("malloc", "", -1) ? NULL : __libc_calloc(count, n);
}

VISIBLE void *realloc(void *old, size_t n) {
    return fails("malloc", "", -1) ? NULL : __libc_realloc(old, n);
}

/* ---- The beginning and the end --------------------------------------------------- */

typedef int main_function(int argc, char **argv, char **environment);
typedef void end_function(void);

static main_function *main_of_program;

static int run_main(int argc, char **argv, char **environment) {
    read_plan();
    int status = main_of_program(argc, argv, environment);
    plan.armed = false;
    plan.opens = NULL;
    return status;
}

/* Called by the first instructions of a program, with its main(). */
int __libc_start_main(main_function *function, int argc, char **argv, end_function *init,
                      end_function *end, end_function *end_of_loader, void *stack);

VISIBLE int __libc_start_main(main_function *function, int argc, char **argv,
                              end_function *init, end_function *end,
                              end_function *end_of_loader, void *stack) {
    REAL(__libc_start_main);
    main_of_program = function;
    return real(run_main, argc, argv, init, end, end_of_loader, stack);
}
