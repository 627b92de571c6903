/* SPDX-License-Identifier: MIT */
#include "cli/input.h"

#include "base/error.h"
#include "base/vec.h"
#include "cli/fd_sink.h"

#include <errno.h>
#include <fcntl.h>
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

/* Refuses what must not be read. */
static lede_status check_kind(const struct stat *facts, uint64_t max_bytes,
                              lede_error *error) {
    if (S_ISDIR(facts->st_mode)) {
        return error_set(error, LEDE_READ_FAILED, "is a directory");
    }
    if (S_ISFIFO(facts->st_mode) || S_ISCHR(facts->st_mode)) {
        return LEDE_OK;
    }
    if (!S_ISREG(facts->st_mode)) {
        return error_set(error, LEDE_READ_FAILED, "not a file, a pipe or a device");
    }
    return (uint64_t)facts->st_size > max_bytes ? fail_too_large(error, max_bytes)
                                                : LEDE_OK;
}

/* The size, where it is known; 0 where it is not, as in /proc. */
static size_t expected_size(const struct stat *facts) {
    return S_ISREG(facts->st_mode) ? (size_t)facts->st_size : 0;
}

static bool is_same(const struct stat *a, const struct stat *b) {
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Half an old and half a new file is neither. */
static lede_status check_unchanged(int fd, const struct stat *before, lede_error *error) {
    struct stat after;
    if (!S_ISREG(before->st_mode)) {
        return LEDE_OK;
    }
    if (fstat(fd, &after) != 0) {
        return fail_errno(error);
    }
    return is_same(before, &after)
               ? LEDE_OK
               : error_set(error, LEDE_READ_FAILED, "changed while it was read");
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* As much as there is room for, but at most one byte past the limit. */
static ssize_t read_piece(int fd, byte_vector *bytes, size_t max_bytes) {
    size_t room = smaller(bytes->capacity - bytes->count, max_bytes + 1 - bytes->count);
    return fd_read(fd, bytes->items + bytes->count, room);
}

/* The file ends where read() says so, whatever size it was said to have. */
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
    struct stat facts;
    if (fstat(fd, &facts) != 0) {
        return fail_errno(error);
    }
    lede_status status = check_kind(&facts, max_bytes, error);
    if (status != LEDE_OK) {
        return status;
    }
    /* One byte more, so that the end is met without growing again. */
    size_t expected = expected_size(&facts);
    if (expected > 0 && !VEC_RESERVE(bytes, &memory_default, expected + 1)) {
        return error_no_memory(error);
    }
    status = read_to_end(fd, bytes, max_bytes, error);
    return status == LEDE_OK ? check_unchanged(fd, &facts, error) : status;
}

/* SIZE_MAX - 1 bytes and one more are the most that can be counted. */
static size_t countable(uint64_t max_bytes) {
    return max_bytes < SIZE_MAX - 1 ? (size_t)max_bytes : SIZE_MAX - 1;
}

static lede_status read_and_close(input *in, int fd, uint64_t max_bytes,
                                  lede_error *error) {
    byte_vector bytes = {NULL, 0, 0};
    lede_status status = read_descriptor(fd, &bytes, countable(max_bytes), error);
    if (fd != STDIN_FILENO) {
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

lede_status input_read(input *in, const char *path, uint64_t max_bytes,
                       lede_error *error) {
    bool standard = strcmp(path, INPUT_STANDARD) == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return fd < 0 ? fail_errno(error) : read_and_close(in, fd, max_bytes, error);
}

/* ---- Files that a walk found --------------------------------------------- */

#define FIRST_LOOK 8192u /* bytes that tell whether a file is text */

static bool begins_with(const char *bytes, size_t n, const char *mark, size_t length) {
    return n >= length && memcmp(bytes, mark, length) == 0;
}

/* UTF-32 of low code points has NUL bytes in any case. */
static bool looks_like_text(const char *bytes, size_t n) {
    return !begins_with(bytes, n, "\xFF\xFE", 2) &&
           !begins_with(bytes, n, "\xFE\xFF", 2) &&
           (n == 0 || memchr(bytes, '\0', n) == NULL);
}

/* Leaves the place at which the file is read where it is. */
static bool is_text_file(int fd) {
    char first[FIRST_LOOK];
    ssize_t got = pread(fd, first, sizeof first, 0);
    return got < 0 || looks_like_text(first, (size_t)got); /* errors come again */
}

/* Not to wait, should a pipe have taken the place of the file. */
#define FOUND_FLAGS (O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK)

lede_status input_read_found(input *in, input_found *found, uint64_t max_bytes,
                             lede_error *error) {
    struct stat facts;
    int fd = openat(found->folder, found->name, FOUND_FLAGS);
    if (fd < 0) {
        return fail_errno(error);
    }
    bool regular = fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode);
    found->is_text = regular && is_text_file(fd);
    if (found->is_text) {
        return read_and_close(in, fd, max_bytes, error);
    }
    (void)close(fd);
    return regular ? LEDE_OK
                   : error_set(error, LEDE_READ_FAILED, "changed while it was read");
}

void input_free(input *in) {
    memory_free(&memory_default, in->bytes, in->capacity);
}
