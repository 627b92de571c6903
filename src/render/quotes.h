/* SPDX-License-Identifier: MIT */
/* What became of the sentences and quotations of a summary, in every format. */
#ifndef LEDE_RENDER_QUOTES_H
#define LEDE_RENDER_QUOTES_H

#include "render/json.h"
#include "repeat/verbatim.h"

typedef struct quotations {
    const char *path;
    const lede_quotes *quotes;
    const char *const *paths; /* by the number of the source */
    bool ascii;
    size_t width;
} quotations;

quotations quotes_open(const char *path, const lede_quotes *quotes,
                       const char *const *paths, const lede_quotes_view *view);

/* after: another text stands before. */
void quotes_text(out *o, const quotations *s, bool after);
/* An element of "files". */
void quotes_json(json_writer *j, const quotations *s);

#endif
