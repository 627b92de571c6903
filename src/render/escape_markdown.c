/* SPDX-License-Identifier: MIT */
#include "render/escape_markdown.h"

#include "render/visible.h"

#include <string.h>

static int write_escaped(void *ctx, const char *bytes, size_t n) {
    static const char special[] = "\\`*_{}[]<>()#|~&!$@";
    out *o = ctx;
    for (size_t i = 0; i < n; i++) {
        if (memchr(special, bytes[i], sizeof special - 1) != NULL) {
            out_bytes(o, "\\", 1);
        }
        out_bytes(o, bytes + i, 1);
    }
    return 0; /* the writer keeps its own error */
}

void escape_markdown(out *o, const char *bytes, size_t n) {
    out visible;
    out_init(&visible, (lede_sink){write_escaped, o});
    visible_write(&visible, bytes, n);
    (void)out_flush(&visible);
}
