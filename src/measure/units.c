/* SPDX-License-Identifier: MIT */
#include "measure/units.h"

#include "text/outline.h"

#include <string.h>

#define FRAGMENT_WORDS 5u /* shorter ones without a terminator are no sentences */

static bool is_prose(lede_block_kind kind) {
    return kind == LEDE_BLOCK_PROSE || kind == LEDE_BLOCK_QUOTE;
}

static bool counts(const lede_document *d, const lede_sentence *s) {
    if (s->role != LEDE_ROLE_BODY || s->words == 0) {
        return false;
    }
    lede_block_kind kind = (lede_block_kind)d->page.blocks.items[s->block].kind;
    return is_prose(kind) || s->ended_by != LEDE_END_BLOCK || s->words >= FRAGMENT_WORDS;
}

void units_judge(const lede_document *d, uint8_t *counted) {
    for (size_t i = 0; i < d->sentences.count; i++) {
        counted[i] = counts(d, &d->sentences.items[i]);
    }
}

/* ---- Headings ---------------------------------------------------------------- */

/* The headings that the sentences read last stand under. */
typedef struct outline {
    uint32_t at[LEDE_HEADING_LEVELS]; /* the open ones, from the outermost */
    uint8_t levels[LEDE_HEADING_LEVELS];
    uint32_t count;
} outline;

/* Does a heading of this level close the innermost open one? */
static bool closes(const outline *o, unsigned level) {
    return level == 0 || o->levels[o->count - 1] >= level;
}

/* A heading closes those of its own level and of deeper ones. Levels ascend, so six of
 * them have room; where there are none, each heading closes the one before. */
static void enter_heading(outline *o, const lede_document *d, uint32_t heading) {
    unsigned level = d->page.blocks.items[d->sentences.items[heading].block].level;
    level = level < LEDE_HEADING_LEVELS ? level : LEDE_HEADING_LEVELS;
    while (o->count > 0 && closes(o, level)) {
        o->count--;
    }
    o->levels[o->count] = (uint8_t)level;
    o->at[o->count++] = heading;
}

/* ---- Parts ------------------------------------------------------------------- */

/* Does a new part begin with sentence i, which is not the first? */
static bool begins(const lede_document *d, uint32_t i, lede_unit unit) {
    const lede_sentence *s = &d->sentences.items[i];
    switch (unit) {
    case LEDE_UNIT_SECTION:
        return outline_is_heading(d, i);
    case LEDE_UNIT_PARAGRAPH:
        return s->block != s[-1].block;
    case LEDE_UNIT_SENTENCE:
        return true;
    case LEDE_UNIT_FILE:
        break;
    }
    return false;
}

static bool is_outside(const lede_sentence *s) {
    return s->role == LEDE_ROLE_SET_ASIDE || s->role == LEDE_ROLE_METADATA;
}

static lede_metrics_part part_of(const lede_document *d, uint32_t first, uint32_t end,
                                 const outline *above) {
    const lede_sentence *s = d->sentences.items;
    lede_metrics_part part = {.first_sentence = first, .sentence_count = end - first};
    part.heading = outline_is_heading(d, first) ? first : LEDE_NONE;
    memcpy(part.path, above->at, above->count * sizeof *above->at);
    part.path_count = above->count;
    while (is_outside(&s[first])) {
        first++;
    }
    while (is_outside(&s[end - 1])) {
        end--;
    }
    part.span = (lede_span){s[first].span.begin, s[end - 1].span.end};
    return part;
}

/* Parts without a sentence that counts are none: a heading above another, a label. */
static bool has_counted(const lede_metrics *m, uint32_t first, uint32_t end) {
    while (first < end && m->counted[first] == 0) {
        first++;
    }
    return first < end;
}

/* above: where it is kept; NULL: it is only counted. */
static size_t add_part(lede_metrics *m, uint32_t first, uint32_t end,
                       const outline *above) {
    if (!has_counted(m, first, end)) {
        return 0;
    }
    if (above != NULL) {
        m->parts.items[m->parts.count++] = part_of(m->d, first, end, above);
    }
    return 1;
}

/* The number of parts, which are kept or only counted. */
static size_t divide(lede_metrics *m, lede_unit unit, bool keep) {
    uint32_t first = 0, count = (uint32_t)m->d->sentences.count;
    outline o = {.count = 0};
    size_t parts = 0;
    for (uint32_t i = 0; i <= count; i++) {
        if (i > 0 && (i == count || begins(m->d, i, unit))) {
            parts += add_part(m, first, i, keep ? &o : NULL);
            first = i;
        }
        if (i < count && outline_is_heading(m->d, i)) {
            enter_heading(&o, m->d, i);
        }
    }
    return parts;
}

/* A part is large: room for all of them is made at once, and none for more. */
bool units_divide(lede_metrics *m, lede_unit unit) {
    if (unit == LEDE_UNIT_FILE) {
        return true;
    }
    if (!VEC_RESERVE(&m->parts, m->allocator, divide(m, unit, false))) {
        return false;
    }
    (void)divide(m, unit, true);
    return true;
}
