/* SPDX-License-Identifier: MIT */
/* A buffered sink over a file descriptor. */
#ifndef LEDE_CLI_FD_SINK_H
#define LEDE_CLI_FD_SINK_H

#include <lede/types.h>

#include <sys/types.h>

#define FD_SINK_BUFFER 16384

typedef struct fd_sink {
    int fd;
    int error; /* errno of the first failure, 0 when there was none */
    size_t used;
    char buffer[FD_SINK_BUFFER];
} fd_sink;

/* The descriptor stays the caller's. */
void fd_sink_init(fd_sink *s, int fd);
/* s as a sink; s must not move as long as it is in use. */
lede_sink fd_sink_handle(fd_sink *s);
/* 0, or -1 with s->error set; after a failure nothing is written any more. */
int fd_sink_flush(fd_sink *s);

/* Both go on after an interruption, and wait where the descriptor does not
 * block: others who have it open may have set it so. */
/* All n bytes; 0, or -1 with errno set. */
int fd_write_all(int fd, const char *bytes, size_t n);
/* As read(). */
ssize_t fd_read(int fd, char *bytes, size_t n);

/* 0, or an errno. Interrupted, it is closed all the same. */
int fd_close(int fd);

#endif
