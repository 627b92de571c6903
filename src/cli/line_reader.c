/* SPDX-License-Identifier: MIT */
#include "cli/line_reader.h"

#include "cli/fd_sink.h"

#include <string.h>

#define PIECE 262144u

void line_reader_init(line_reader *r, int fd, uint64_t limit) {
    size_t most = SIZE_MAX / 4;
    *r = (line_reader){.fd = fd, .limit = limit < most ? (size_t)limit : most};
}

void line_reader_free(line_reader *r) {
    VEC_FREE(&r->buffer, &memory_default);
}

static const char *find_end(const line_reader *r) {
    size_t n = r->buffer.count - r->scanned;
    return n > 0 ? memchr(r->buffer.items + r->scanned, '\n', n) : NULL;
}

bool line_reader_has_line(const line_reader *r) {
    return find_end(r) != NULL;
}

/* Room for one more piece. What was read out is dropped only when it is half of
 * the buffer or more, so that no byte is moved more than a few times. */
static bool make_room(line_reader *r) {
    if (r->begin > r->buffer.count / 2) {
        size_t left = r->buffer.count - r->begin;
        memmove(r->buffer.items, r->buffer.items + r->begin, left);
        r->scanned -= r->begin;
        r->buffer.count = left;
        r->begin = 0;
    }
    return VEC_RESERVE(&r->buffer, &memory_default, PIECE);
}

/* LINE_READ: something new is in the buffer, or the end was met. */
static line_state read_piece(line_reader *r) {
    if (!make_room(r)) {
        return LINE_NO_MEMORY;
    }
    ssize_t got = fd_read(r->fd, r->buffer.items + r->buffer.count, PIECE);
    if (got < 0) {
        return LINE_FAILED;
    }
    r->ended = got == 0;
    r->buffer.count += (size_t)got;
    return LINE_READ;
}

/* The line from r->begin up to `end`, which is behind it. */
static void take_line(line_reader *r, size_t end, const char **line, size_t *n) {
    *line = r->buffer.items + r->begin;
    *n = end - r->begin;
    if (*n > 0 && (*line)[*n - 1] == '\r') {
        --*n;
    }
    r->begin = r->scanned = end < r->buffer.count ? end + 1 : end;
}

/* Of a line that is too long the beginning stays, the rest is still to come. */
static void drop_rest(line_reader *r) {
    r->buffer.count = r->scanned = r->begin + r->limit;
}

line_state line_reader_next(line_reader *r, const char **line, size_t *n) {
    bool too_long = false;
    for (;;) {
        const char *end = find_end(r);
        if (end != NULL || (r->ended && (too_long || r->begin < r->buffer.count))) {
            size_t at = end != NULL ? (size_t)(end - r->buffer.items) : r->buffer.count;
            take_line(r, at, line, n);
            too_long = too_long || *n > r->limit;
            *n = too_long ? r->limit : *n;
            return too_long ? LINE_TOO_LONG : LINE_READ;
        }
        if (r->ended) {
            return LINE_END;
        }
        r->scanned = r->buffer.count;
        if (r->buffer.count - r->begin > r->limit + 1) {
            too_long = true;
            drop_rest(r);
        }
        line_state state = read_piece(r);
        if (state != LINE_READ) {
            return state;
        }
    }
}
