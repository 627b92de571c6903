/* SPDX-License-Identifier: MIT */
#include "cli/input.h"

#include "base/error.h"
#include "base/vec.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_PIECE 65536u /* room made where the size is not known */

typedef VEC_OF(char) byte_vector;

static lede_status fail_errno(lede_error *error) {
    return error_set(error, LEDE_READ_FAILED, "%s", strerror(errno));
}

static lede_status fail_too_large(lede_error *error, uint64_t max_bytes) {
    return error_set(error, LEDE_TOO_LARGE, "over the limit of %llu bytes (--max-bytes)",
                     (unsigned long long)max_bytes);
}

/* Refuses what must not be read; *expected: the size, where it is known. */
static lede_status check_kind(int fd, uint64_t max_bytes, uint64_t *expected,
                              lede_error *error) {
    struct stat facts;
    if (fstat(fd, &facts) != 0) {
        return fail_errno(error);
    }
    if (S_ISDIR(facts.st_mode)) {
        return error_set(error, LEDE_READ_FAILED, "is a directory");
    }
    if (S_ISFIFO(facts.st_mode) || S_ISCHR(facts.st_mode)) {
        return LEDE_OK;
    }
    if (!S_ISREG(facts.st_mode)) {
        return error_set(error, LEDE_READ_FAILED, "not a file, a pipe or a device");
    }
    *expected = (uint64_t)facts.st_size;
    return *expected > max_bytes ? fail_too_large(error, max_bytes) : LEDE_OK;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* As much as there is room for, but at most one byte past the limit. */
static ssize_t read_piece(int fd, byte_vector *bytes, size_t max_bytes) {
    size_t room = smaller(bytes->capacity - bytes->count, max_bytes + 1 - bytes->count);
    ssize_t got = -1;
    do {
        got = read(fd, bytes->items + bytes->count, smaller(room, SSIZE_MAX));
    } while (got < 0 && errno == EINTR);
    return got;
}

/* A size that grew or shrank since it was asked for does no harm: the file ends
 * where read() says so. */
static lede_status read_to_end(int fd, byte_vector *bytes, size_t max_bytes,
                               lede_error *error) {
    for (;;) {
        if (bytes->count == bytes->capacity &&
            !VEC_RESERVE(bytes, &memory_default, FIRST_PIECE)) {
            return error_no_memory(error);
        }
        ssize_t got = read_piece(fd, bytes, max_bytes);
        if (got < 0) {
            return fail_errno(error);
        }
        if (got == 0) {
            return LEDE_OK;
        }
        bytes->count += (size_t)got;
        if (bytes->count > max_bytes) {
            return fail_too_large(error, max_bytes);
        }
    }
}

static lede_status read_descriptor(int fd, byte_vector *bytes, size_t max_bytes,
                                   lede_error *error) {
    uint64_t expected = 0;
    lede_status status = check_kind(fd, max_bytes, &expected, error);
    if (status != LEDE_OK) {
        return status;
    }
    /* One byte more, so that the end is met without growing again. */
    if (expected > 0 && !VEC_RESERVE(bytes, &memory_default, expected + 1)) {
        return error_no_memory(error);
    }
    return read_to_end(fd, bytes, max_bytes, error);
}

/* SIZE_MAX - 1 bytes and one more are the most that can be counted. */
static size_t countable(uint64_t max_bytes) {
    return max_bytes < SIZE_MAX - 1 ? (size_t)max_bytes : SIZE_MAX - 1;
}

lede_status input_read(input *in, const char *path, uint64_t max_bytes,
                       lede_error *error) {
    bool standard = strcmp(path, INPUT_STANDARD) == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return fail_errno(error);
    }
    byte_vector bytes = {NULL, 0, 0};
    lede_status status = read_descriptor(fd, &bytes, countable(max_bytes), error);
    if (!standard) {
        (void)close(fd);
    }
    if (status != LEDE_OK) {
        VEC_FREE(&bytes, &memory_default);
        return status;
    }
    in->bytes = bytes.items;
    in->size = bytes.count;
    in->capacity = bytes.capacity;
    return LEDE_OK;
}

void input_free(input *in) {
    memory_free(&memory_default, in->bytes, in->capacity);
}
