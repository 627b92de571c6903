/* SPDX-License-Identifier: MIT */
/* The rows of one document, where several were joined: what position means begins anew
 * with each. */
#ifndef LEDE_SUMMARY_STRETCH_H
#define LEDE_SUMMARY_STRETCH_H

#include "summary/scores.h"

typedef struct stretch {
    uint32_t begin; /* rows [begin, end); never empty */
    uint32_t end;
    uint32_t document; /* no document from here on has rows before begin */
} stretch;

/* One behind all rows, from which stretch_before() begins. */
stretch stretch_behind(const score_task *task);

/* That of the last document with rows before *s; false: there is none. All of them
 * together take one look at each row and document. */
bool stretch_before(const score_task *task, stretch *s);

#endif
