/* SPDX-License-Identifier: MIT */
#include "cli/fd_sink.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

int fd_write_all(int fd, const char *bytes, size_t n) {
    while (n > 0) {
        ssize_t written = write(fd, bytes, n < SSIZE_MAX ? n : SSIZE_MAX);
        if (written < 0 && errno == EINTR) {
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
