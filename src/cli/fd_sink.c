/* SPDX-License-Identifier: MIT */
#include "cli/fd_sink.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

/* After a call that failed: is it to be tried again? events: what it waits for. */
static bool shall_retry(int fd, short events) {
    if (errno == EINTR) {
        return true;
    }
    if (errno != EAGAIN && errno != EWOULDBLOCK) {
        return false;
    }
    struct pollfd waiting = {.fd = fd, .events = events};
    return poll(&waiting, 1, -1) >= 0 || errno == EINTR;
}

ssize_t fd_read(int fd, char *bytes, size_t n) {
    ssize_t got = -1;
    do {
        got = read(fd, bytes, n < SSIZE_MAX ? n : SSIZE_MAX);
    } while (got < 0 && shall_retry(fd, POLLIN));
    return got;
}

int fd_write_all(int fd, const char *bytes, size_t n) {
    while (n > 0) {
        ssize_t written = write(fd, bytes, n < SSIZE_MAX ? n : SSIZE_MAX);
        if (written < 0 && shall_retry(fd, POLLOUT)) {
            continue;
        }
        if (written < 0) {
            return -1;
        }
        bytes += written;
        n -= (size_t)written;
    }
    return 0;
}

int fd_close(int fd) {
    return close(fd) == 0 || errno == EINTR ? 0 : errno;
}

void fd_sink_init(fd_sink *s, int fd) {
    s->fd = fd;
    s->error = 0;
    s->used = 0;
}

static int pass_on(fd_sink *s, const char *bytes, size_t n) {
    if (s->error == 0 && fd_write_all(s->fd, bytes, n) != 0) {
        s->error = errno;
    }
    return s->error == 0 ? 0 : -1;
}

int fd_sink_flush(fd_sink *s) {
    size_t n = s->used;
    s->used = 0;
    return pass_on(s, s->buffer, n);
}

static int write_buffered(void *ctx, const char *bytes, size_t n) {
    fd_sink *s = ctx;
    if (n > sizeof s->buffer - s->used && fd_sink_flush(s) != 0) {
        return -1;
    }
    if (n > sizeof s->buffer) {
        return pass_on(s, bytes, n);
    }
    if (n > 0) {
        memcpy(s->buffer + s->used, bytes, n);
        s->used += n;
    }
    return s->error == 0 ? 0 : -1;
}

lede_sink fd_sink_handle(fd_sink *s) {
    return (lede_sink){write_buffered, s};
}
