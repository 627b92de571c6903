/* SPDX-License-Identifier: MIT */
/* The runs of words that a document has in common with what is kept. */
#ifndef LEDE_REPEAT_SHARED_RUNS_H
#define LEDE_REPEAT_SHARED_RUNS_H

#include "repeat/shared_store.h"

/* A run, once for each row of words that it is; several times in the document too. */
typedef struct shared_run {
    uint32_t begin; /* in the document's row, where it was met first */
    uint32_t end;
    uint32_t pair;  /* the last of its kept places */
    uint32_t pairs; /* how many */
    uint64_t hash;
    uint32_t passage; /* the one of its words, for whoever puts runs together */
} shared_run;

/* Where a run is kept. */
typedef struct shared_pair {
    uint32_t word; /* of the store */
    uint32_t next; /* another of the same run; LEDE_NONE */
} shared_pair;

#define SHARED_PAIRS 200u /* of a run at most */

typedef struct shared_runs {
    const lede_allocator *allocator;
    map index;
    VEC_OF(shared_run) items; /* by the word at which they were met */
    VEC_OF(shared_pair) pairs;
    uint64_t work;      /* words that were compared, beyond those of windows */
    uint32_t most_work; /* for each word of the document: SHARED_WORK, less in tests */
    bool pairs_cut;     /* some had more than SHARED_PAIRS */
    bool work_cut;      /* from where on only one run is followed at a time */
} shared_runs;

#define SHARED_WORK 32u

/*
 * out is zeroed by the caller but for allocator and most_work; shared_runs_free() is due
 * even after a failure. hashes: of the windows of the document, by their first word.
 * False: no memory.
 */
bool shared_runs_find(shared_runs *out, const shared_store *store, const shared_text *t,
                      const uint64_t *hashes);
void shared_runs_free(shared_runs *r);

#endif
