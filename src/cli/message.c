/* SPDX-License-Identifier: MIT */
#include "cli/message.h"

#include "cli/fd_sink.h"

#include <lede/lede.h>

#include <string.h>
#include <unistd.h>

static int write_error_line(void *ctx, const char *bytes, size_t n) {
    (void)ctx;
    return fd_write_all(STDERR_FILENO, bytes, n);
}

void message_begin(out *o, const char *prefix) {
    out_init(o, (lede_sink){write_error_line, NULL});
    out_text(o, prefix);
}

static int write_to_out(void *ctx, const char *bytes, size_t n) {
    out_bytes(ctx, bytes, n);
    return 0; /* the writer keeps its own error */
}

void message_visible(out *o, const char *bytes, size_t n) {
    (void)lede_write_visible((lede_sink){write_to_out, o}, bytes, n);
}

void message_end(out *o) {
    out_bytes(o, "\n", 1);
    (void)out_flush(o);
}

void message_begin_at(out *o, const char *name, uint32_t line, uint32_t column) {
    message_begin(o, "lede: ");
    message_visible(o, name, strlen(name));
    if (line > 0) {
        out_text(o, ":");
        out_u64(o, line);
    }
    if (line > 0 && column > 0) {
        out_text(o, ":");
        out_u64(o, column);
    }
    out_text(o, ": ");
}

void message_named(const char *name, const char *reason) {
    out o;
    message_begin(&o, "lede: ");
    message_visible(&o, name, strlen(name));
    out_text(&o, ": ");
    out_text(&o, reason);
    message_end(&o);
}

void message_count(out *o, uint64_t count, const char *noun) {
    out_u64(o, count);
    out_text(o, " ");
    out_text(o, noun);
    out_text(o, count == 1 ? "" : "s");
}
