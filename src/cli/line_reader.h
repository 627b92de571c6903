/* SPDX-License-Identifier: MIT */
/* Lines of a descriptor, of any length up to a limit, each looked at once. */
#ifndef LEDE_CLI_LINE_READER_H
#define LEDE_CLI_LINE_READER_H

#include "base/vec.h"

typedef enum line_state {
    LINE_READ = 0, /* a line; its line end is left out */
    LINE_TOO_LONG, /* the first bytes of a line over the limit, as many as it allows */
    LINE_END,      /* there are no more */
    LINE_FAILED,   /* errno tells why */
    LINE_NO_MEMORY
} line_state;

typedef struct line_reader {
    int fd;
    size_t limit; /* bytes of a line, its line end not counted */
    bool ended;
    VEC_OF(char) buffer;
    size_t begin;   /* of the line being read */
    size_t scanned; /* up to here there is no line end */
} line_reader;

void line_reader_init(line_reader *r, int fd, uint64_t limit);
void line_reader_free(line_reader *r);

/* The line stays valid until the next call. A last line without a line end
 * counts. */
line_state line_reader_next(line_reader *r, const char **line, size_t *n);

/* Is a whole line there already, so that the next call will not wait? */
bool line_reader_has_line(const line_reader *r);

#endif
