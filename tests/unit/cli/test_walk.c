/* SPDX-License-Identifier: MIT */
/* Folders made for the purpose, and what the walk says of each thing in them. */
#include "cli/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

static char top[] = "/tmp/lede-walk-XXXXXX";

/* Every test works in an empty folder "t" of its own. */
static int enter_folder(void **state) {
    assert_non_null(strcpy(top, "/tmp/lede-walk-XXXXXX"));
    assert_non_null(mkdtemp(top));
    assert_int_equal(chdir(top), 0);
    assert_int_equal(mkdir("t", 0700), 0);
    return 0;
}

static int leave_folder(void **state) {
    char command[128];
    assert_int_equal(chdir("/"), 0);
    (void)snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", top, top);
    return system(command) == 0 ? 0 : 1;
}

static void make_file(const char *path) {
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "x", 1), 1);
    assert_int_equal(close(fd), 0);
}

/* ---- What was seen ------------------------------------------------------- */

typedef struct seen {
    char lines[4096]; /* "path\n", "path: reason\n", "path: !errno\n" */
    size_t size;
    size_t count;
    size_t stop_at;    /* the visit that ends the walk; 0: none */
    size_t readable;   /* files that could be opened by folder and name */
    const char *spoil; /* removed at the first visit */
} seen;

static bool note(void *ctx, const walk_item *item) {
    seen *s = ctx;
    int n = 0;
    char *at = s->lines + s->size;
    size_t room = sizeof s->lines - s->size;
    if (item->error != 0) {
        n = snprintf(at, room, "%s: !%d\n", item->path, item->error);
    } else if (item->reason != NULL) {
        n = snprintf(at, room, "%s: %s\n", item->path, item->reason);
    } else {
        int fd = openat(item->folder, item->name, O_RDONLY);
        s->readable += fd >= 0 ? 1 : 0;
        (void)close(fd);
        n = snprintf(at, room, "%s\n", item->path);
    }
    if ((size_t)n < room) { /* of many files only the first are kept */
        s->size += (size_t)n;
    }
    if (s->spoil != NULL && s->count == 0) {
        assert_int_equal(rename(s->spoil, "away"), 0);
    }
    return ++s->count != s->stop_at;
}

static void expect_walk(const char *path, const char *wanted) {
    seen s = {.size = 0};
    walk_folder(path, note, &s);
    assert_string_equal(s.lines, wanted);
}

/* ---- Tests --------------------------------------------------------------- */

/* As `LC_ALL=C sort` orders the paths: "a.b" stands before "a/x", "a0" behind it. */
static void orders_by_bytes_of_paths(void **state) {
    assert_int_equal(mkdir("t/a", 0700) + mkdir("t/a/z", 0700) + mkdir("t/empty", 0700),
                     0);
    make_file("t/a0");
    make_file("t/a.b");
    make_file("t/a/x");
    make_file("t/a/z/deep");
    make_file("t/a/z.txt");
    make_file("t/\xC3\xA9");
    make_file("t/Z");
    expect_walk("t", "t/Z\nt/a.b\nt/a/x\nt/a/z.txt\nt/a/z/deep\nt/a0\nt/\xC3\xA9\n");
    expect_walk("t/", "t/Z\nt/a.b\nt/a/x\nt/a/z.txt\nt/a/z/deep\nt/a0\nt/\xC3\xA9\n");
    expect_walk("./t/a", "./t/a/x\n./t/a/z.txt\n./t/a/z/deep\n");
}

static void passes_hidden_entries_over(void **state) {
    assert_int_equal(mkdir("t/.git", 0700), 0);
    make_file("t/.git/config");
    make_file("t/.hidden");
    expect_walk("t", "t: no files\n");
    make_file("t/seen");
    expect_walk("t", "t/seen\n");
}

static void names_what_is_no_file(void **state) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_non_null(strcpy(address.sun_path, "t/socket"));
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(close(fd), 0);
    assert_int_equal(mkfifo("t/pipe", 0600), 0);
    assert_int_equal(symlink("loop", "t/loop"), 0);
    assert_int_equal(symlink("..", "t/up"), 0);
    expect_walk("t", "t/loop: a symbolic link, not followed\n"
                     "t/pipe: a named pipe\n"
                     "t/socket: a socket\n"
                     "t/up: a symbolic link, not followed\n");
}

/* A link that was named itself is what was asked for. */
static void follows_a_link_that_was_named(void **state) {
    make_file("t/file");
    assert_int_equal(symlink("t", "link"), 0);
    expect_walk("link", "link/file\n");
}

static void goes_on_behind_a_locked_folder(void **state) {
    char wanted[128];
    assert_int_equal(mkdir("t/b", 0700), 0);
    make_file("t/a");
    make_file("t/c");
    make_file("t/b/x");
    assert_int_equal(chmod("t/b", 0), 0);
    if (geteuid() == 0) {
        skip(); /* nothing is locked for root; tests/faults has it as somebody else */
    }
    (void)snprintf(wanted, sizeof wanted, "t/a\nt/b: !%d\nt/c\n", EACCES);
    expect_walk("t", wanted);
}

static void tells_that_there_is_no_folder(void **state) {
    char wanted[64];
    (void)snprintf(wanted, sizeof wanted, "missing: !%d\n", ENOENT);
    expect_walk("missing", wanted);
    make_file("t/file");
    (void)snprintf(wanted, sizeof wanted, "t/file: !%d\n", ENOTDIR);
    expect_walk("t/file", wanted);
}

static void ends_when_it_is_told_to(void **state) {
    seen s = {.stop_at = 1};
    make_file("t/a");
    make_file("t/b");
    walk_folder("t", note, &s);
    assert_string_equal(s.lines, "t/a\n");
}

/* Deeper than descriptors may be open, and far longer than PATH_MAX. */
static void has_no_limit_of_depth(void **state) {
    enum { DEPTH = 3000 };
    char name[] = "folder";
    seen s = {.size = 0};
    assert_int_equal(chdir("t"), 0);
    for (int i = 0; i < DEPTH; i++) {
        if (i % 500 == 0) {
            make_file("z"); /* visited on the way back */
        }
        assert_int_equal(mkdir(name, 0700) + chdir(name), 0);
    }
    make_file("bottom");
    assert_int_equal(chdir(top), 0);
    walk_folder("t", note, &s);
    assert_int_equal(s.count, 1 + DEPTH / 500);
    assert_int_equal(s.readable, s.count);
}

static void has_no_limit_of_files(void **state) {
    enum { FILES = 5000 };
    char path[32];
    seen s = {.size = 0};
    for (int i = 0; i < FILES; i++) {
        (void)snprintf(path, sizeof path, "t/%d", i);
        make_file(path);
    }
    walk_folder("t", note, &s);
    assert_int_equal(s.count, FILES);
    assert_int_equal(s.readable, FILES);
}

/* The folder is moved while the walk is far below it, with its descriptor closed. */
static void fails_files_of_a_folder_that_moved(void **state) {
    seen s = {.spoil = "t/a/0"};
    char path[512] = "t/a";
    char wanted[32];
    assert_int_equal(mkdir("t/a", 0700), 0);
    make_file("t/a/z");
    make_file("t/b");
    for (unsigned i = 0; i < WALK_FOLDERS_OPEN + 2; i++) {
        assert_non_null(strcat(path, "/0"));
        assert_int_equal(mkdir(path, 0700), 0);
    }
    make_file(strcat(path, "/bottom"));
    walk_folder("t", note, &s);
    assert_int_equal(s.count, 3);
    (void)snprintf(wanted, sizeof wanted, "t/a/z: !%d\n", ENOENT);
    assert_non_null(strstr(s.lines, wanted));
    (void)snprintf(wanted, sizeof wanted, "t/b: !%d\n", ENOENT);
    assert_non_null(strstr(s.lines, wanted));
}

#define FOLDER_TEST(f) cmocka_unit_test_setup_teardown(f, enter_folder, leave_folder)

int main(void) {
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(orders_by_bytes_of_paths),
        FOLDER_TEST(passes_hidden_entries_over),
        FOLDER_TEST(names_what_is_no_file),
        FOLDER_TEST(follows_a_link_that_was_named),
        FOLDER_TEST(goes_on_behind_a_locked_folder),
        FOLDER_TEST(tells_that_there_is_no_folder),
        FOLDER_TEST(ends_when_it_is_told_to),
        FOLDER_TEST(has_no_limit_of_depth),
        FOLDER_TEST(has_no_limit_of_files),
        FOLDER_TEST(fails_files_of_a_folder_that_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
