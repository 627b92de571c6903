/* SPDX-License-Identifier: MIT */
#include "cli/line_reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* A reader of a pipe that holds these bytes (no more than a pipe takes). */
static line_reader open_pipe(const char *bytes, size_t n, uint64_t limit) {
    int ends[2];
    line_reader r;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, n), n);
    assert_int_equal(close(ends[1]), 0);
    line_reader_init(&r, ends[0], limit);
    return r;
}

static void close_pipe(line_reader *r) {
    assert_int_equal(close(r->fd), 0);
    line_reader_free(r);
}

static void expect_line(line_reader *r, const char *wanted) {
    const char *line = NULL;
    size_t n = 0;
    assert_int_equal(line_reader_next(r, &line, &n), LINE_READ);
    assert_int_equal(n, strlen(wanted));
    assert_memory_equal(line, wanted, n);
}

static void expect_state(line_reader *r, line_state wanted) {
    const char *line = NULL;
    size_t n = 0;
    assert_int_equal(line_reader_next(r, &line, &n), wanted);
}

/* A line over the limit is handed out up to it. */
static void expect_too_long(line_reader *r, const char *wanted) {
    const char *line = NULL;
    size_t n = 0;
    assert_int_equal(line_reader_next(r, &line, &n), LINE_TOO_LONG);
    assert_int_equal(n, strlen(wanted));
    assert_memory_equal(line, wanted, n);
}

#define OPEN(text, limit) open_pipe((text), sizeof(text) - 1, (limit))

static void test_line_ends(void **state) {
    line_reader r = OPEN("one\r\n\n\r\ntw\ro\nlast", 100);
    expect_line(&r, "one");
    assert_true(line_reader_has_line(&r));
    expect_line(&r, "");
    expect_line(&r, "");
    expect_line(&r, "tw\ro");
    assert_false(line_reader_has_line(&r));
    expect_line(&r, "last");
    expect_state(&r, LINE_END);
    expect_state(&r, LINE_END);
    close_pipe(&r);
}

static void test_nothing(void **state) {
    line_reader r = OPEN("", 100);
    expect_state(&r, LINE_END);
    close_pipe(&r);
    r = OPEN("\n", 100);
    expect_line(&r, "");
    expect_state(&r, LINE_END);
    close_pipe(&r);
}

static void test_limit(void **state) {
    line_reader r = OPEN("12345\n123456\n12345\r\n123456\r\n1\n12345", 5);
    expect_line(&r, "12345");
    expect_too_long(&r, "12345");
    expect_line(&r, "12345");
    expect_too_long(&r, "12345");
    expect_line(&r, "1");
    expect_line(&r, "12345");
    expect_state(&r, LINE_END);
    close_pipe(&r);
    r = OPEN("123456", 5);
    expect_too_long(&r, "12345");
    expect_state(&r, LINE_END);
    close_pipe(&r);
}

/* Whatever the pieces, what is kept of a long line is its beginning. */
static void test_long_line_in_pieces(void **state) {
    int ends[2];
    line_reader r;
    assert_int_equal(pipe(ends), 0);
    line_reader_init(&r, ends[0], 4);
    pid_t writer = fork();
    assert_true(writer >= 0);
    if (writer == 0) {
        static const char bytes[] = "a\n123456789012345\nb\n12345";
        bool fine = true;
        for (size_t i = 0; i < sizeof bytes - 1; i++) {
            struct timespec pause = {0, 1000000};
            fine = write(ends[1], bytes + i, 1) == 1 && fine;
            (void)nanosleep(&pause, NULL);
        }
        _exit(fine ? 0 : 1);
    }
    assert_int_equal(close(ends[1]), 0);
    expect_line(&r, "a");
    expect_too_long(&r, "1234");
    expect_line(&r, "b");
    expect_too_long(&r, "1234");
    expect_state(&r, LINE_END);
    int status = -1;
    assert_int_equal(waitpid(writer, &status, 0), writer);
    assert_int_equal(status, 0);
    close_pipe(&r);
}

/* Lines of many pieces, from a file without a name. */
static void test_long_lines(void **state) {
    enum { LONG = 1000000 };
    FILE *file = tmpfile();
    char *big = malloc(LONG + 1);
    assert_non_null(file);
    assert_non_null(big);
    memset(big, 'x', LONG);
    big[LONG] = '\0';
    for (int i = 0; i < 3; i++) {
        assert_true(fprintf(file, "a%d\n%s\r\n", i, big) > 0);
    }
    assert_int_equal(fflush(file), 0);
    static const uint64_t limits[] = {LONG, LONG - 1, 10};
    for (size_t l = 0; l < sizeof limits / sizeof *limits; l++) {
        line_reader r;
        assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
        line_reader_init(&r, fileno(file), limits[l]);
        for (int i = 0; i < 3; i++) {
            char name[] = {'a', (char)('0' + i), '\0'};
            expect_line(&r, name);
            if (l == 0) {
                expect_line(&r, big);
            } else {
                char *kept = strndup(big, (size_t)limits[l]);
                assert_non_null(kept);
                expect_too_long(&r, kept);
                free(kept);
            }
        }
        expect_state(&r, LINE_END);
        line_reader_free(&r);
    }
    free(big);
    assert_int_equal(fclose(file), 0);
}

static void test_failure(void **state) {
    line_reader r;
    line_reader_init(&r, -1, 10);
    expect_state(&r, LINE_FAILED);
    line_reader_free(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_long_line_in_pieces),
        cmocka_unit_test(test_failure),
    };
    return cmocka_run_group_tests_name("cli/line_reader", tests, NULL, NULL);
}
