/* SPDX-License-Identifier: MIT */
/* What several files have in common, in every format. */
#ifndef LEDE_RENDER_SHARED_H
#define LEDE_RENDER_SHARED_H

#include "render/json.h"

#include <lede/types.h>

typedef struct shared_list {
    const lede_shared_passage *passages;
    size_t count;
    const lede_shared_place *places;
    const char *bytes; /* of the passages' texts */
    lede_shared_facts facts;
    const char *const *paths; /* by the number of the file */
    bool all;
    bool ascii;
    size_t width;
} shared_list;

/* after: another text stands before. */
void shared_text(out *o, const shared_list *s, bool after);
void shared_markdown(out *o, const shared_list *s, bool after);
/* The member "shared" of the report. */
void shared_json(json_writer *j, const shared_list *s);
/* Lines of the columns that repeats have, one a place. */
void shared_csv(out *o, const shared_list *s);

#endif
