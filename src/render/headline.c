/* SPDX-License-Identifier: MIT */
#include "render/headline.h"

#include "render/visible.h"

#include <string.h>

#define MARGIN 2u    /* of the line below a path */
#define FACTS_GAP 3u /* between a path and what is told of it */

static int count_columns(void *ctx, const char *bytes, size_t n) {
    size_t *columns = ctx;
    for (size_t i = 0; i < n; i++) {
        *columns += ((unsigned char)bytes[i] & 0xC0) != 0x80 ? 1 : 0;
    }
    return 0;
}

static size_t columns_of_path(const char *path, size_t n) {
    size_t columns = 0;
    out counter;
    out_init(&counter, (lede_sink){count_columns, &columns});
    visible_write(&counter, path, n);
    (void)out_flush(&counter);
    return columns;
}

void headline_write(out *o, size_t width, const char *path, const phrase *facts,
                    size_t count) {
    size_t n = strlen(path);
    flow f = {.out = o, .width = width, .at = columns_of_path(path, n)};
    flow end = flow_after(&f, &facts[0], FACTS_GAP);
    for (size_t i = 1; i < count; i++) {
        end = flow_after(&end, &facts[i], 1);
    }
    visible_write(o, path, n);
    if (end.lines > 0) {
        out_text(o, "\n");
        flow_spaces(o, MARGIN);
        f.indent = f.at = MARGIN;
    }
    for (size_t i = 0; i < count; i++) {
        flow_item(&f, &facts[i], i > 0 ? 1 : FACTS_GAP);
    }
    flow_end(&f);
}
