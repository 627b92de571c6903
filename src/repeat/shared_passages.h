/* SPDX-License-Identifier: MIT */
/* Equal runs of several files put together. */
#ifndef LEDE_REPEAT_SHARED_PASSAGES_H
#define LEDE_REPEAT_SHARED_PASSAGES_H

#include "repeat/shared_runs.h"

typedef struct shared_passage {
    uint32_t word; /* of the store, the first */
    uint32_t words;
    uint32_t files;  /* that have it */
    uint32_t places; /* that are kept, of the first of these files */
    uint32_t first;  /* the first and the last of them */
    uint32_t last;
    lede_span text; /* of bytes */
    bool sentence;
    bool cut;
} shared_passage;

typedef struct passage_place {
    lede_shared_place place;
    uint32_t next; /* of a later file; LEDE_NONE */
} passage_place;

typedef struct shared_passages {
    quota quota;
    map index;
    VEC_OF(shared_passage) items;
    VEC_OF(passage_place) places;
    VEC_OF(char) bytes;
    bool items_cut; /* for lack of memory some runs became none */
    bool places_cut;
} shared_passages;

/* Must not move afterwards. */
void shared_passages_init(shared_passages *p, const lede_allocator *allocator,
                          size_t limit);
void shared_passages_free(shared_passages *p);

/* How much of a document's runs there is room for. */
typedef enum passages_room {
    PASSAGES_ALL,
    PASSAGES_KNOWN, /* no new shared_passage */
    PASSAGES_COUNTS /* not even places */
} passages_room;

/* Makes room; as much less as the quota wants. False: no memory otherwise. */
bool shared_passages_reserve(shared_passages *p, const shared_store *store,
                             const shared_text *t, shared_runs *runs,
                             passages_room *room);

/* Puts the runs of file `file` in, for which room was made. */
typedef struct passages_source {
    const shared_store *store;
    const lede_document *d;
    const shared_text *t;
    uint32_t file;
    passages_room room;
} passages_source;
void shared_passages_add(shared_passages *p, const passages_source *from,
                         const shared_runs *runs);

#endif
