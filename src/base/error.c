/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void error_clear(lede_error *error) {
    if (error != NULL) {
        memset(error, 0, sizeof *error);
    }
}

/* Bytes of the code point that begins with this byte. */
static size_t code_point_size(unsigned char lead) {
    if (lead < 0xC0) {
        return 1;
    }
    if (lead < 0xE0) {
        return 2;
    }
    return lead < 0xF0 ? 3 : 4;
}

/* n, or less when the n bytes end inside a code point. */
static size_t whole_code_points(const char *text, size_t n) {
    size_t tail = 1; /* bytes from the last lead byte to the end */
    while (tail < 4 && tail < n && ((unsigned char)text[n - tail] & 0xC0) == 0x80) {
        tail++;
    }
    return code_point_size((unsigned char)text[n - tail]) > tail ? n - tail : n;
}

lede_status error_set(lede_error *error, lede_status status, const char *format, ...) {
    if (error == NULL) {
        return status;
    }
    error_clear(error);
    error->status = status;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    if (length < 0) {
        error->text[0] = '\0';
    } else if ((size_t)length >= sizeof error->text) {
        error->text[whole_code_points(error->text, sizeof error->text - 1)] = '\0';
    }
    return status;
}

void error_place(lede_error *error, uint64_t offset, uint32_t line, uint32_t column) {
    if (error != NULL) {
        error->offset = offset;
        error->line = line;
        error->column = column;
    }
}

lede_status error_no_memory(lede_error *error) {
    return error_set(error, LEDE_NO_MEMORY, "out of memory");
}
