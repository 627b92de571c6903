/* SPDX-License-Identifier: MIT */
#include "text/name_run.h"

#include "text/cues.h"

#define RUN_ENTRIES 32u   /* more are no byline */
#define CASELESS_WORDS 4u /* where no capital tells a name */

typedef struct reader {
    const lede_document *d;
    uint32_t at;
    uint32_t end;
    uint32_t length; /* of the name at hand */
    uint32_t caseless;
    bool sure; /* a word of a name is written so only */
    name_run *run;
} reader;

/* The stop of "J." and "Dr.", when a name goes on behind it. */
static bool is_inner_stop(const reader *r, const lede_word *w) {
    const lede_word *before = w - 1;
    bool shortened = entry_has(before, LEDE_WORD_SINGLE) ||
                     (entry_term(r->d, before) & LEDE_TERM_TITLE) != 0;
    return r->length > 0 && entry_is_glued(w) && shortened &&
           cue_is_capital(cue_entry(r->d, r->at + 1, r->end));
}

static bool is_joint(const lede_word *w) {
    return cue_is_mark(w, ',') || cue_is_mark(w, '/') || cue_is_mark(w, '&');
}

static bool take_mark(reader *r, const lede_word *w) {
    if (entry_is_mark(w, MARK_STOP) && is_inner_stop(r, w)) {
        r->at++;
        return true;
    }
    if (r->run->open || r->length == 0 || !is_joint(w)) {
        return false;
    }
    r->run->open = true;
    r->length = 0;
    r->at++;
    return true;
}

/* Does a date stamp begin: "Published: ...", "Updated 3 June ..."? */
static bool is_stamp(const reader *r) {
    uint32_t behind =
        cue_may_begin(r->d, r->at) ? cue_end(r->d, r->at, r->end, PACK_LINE_DATE) : r->at;
    const lede_word *w = cue_entry(r->d, behind, r->end);
    return behind > r->at &&
           (w == NULL || w->kind == LEDE_WORD_MARK || w->kind == LEDE_WORD_NUMBER);
}

static void take_name(reader *r, const lede_word *w) {
    r->at++;
    r->length++;
    r->sure |= (entry_term(r->d, w) & LEDE_TERM_SEEN_LOWER) == 0;
    r->run->names = r->run->names < r->length ? r->length : r->run->names;
}

/* With a capital it is a part of a name too: "Daily Mail Reporter". */
static bool take_role(reader *r) {
    uint32_t behind = cue_end(r->d, r->at, r->end, PACK_LINE_ROLE);
    if (behind == r->at) {
        return false;
    }
    while (r->at < behind) {
        const lede_word *w = &r->d->words.items[r->at];
        if (cue_is_capital(w)) {
            take_name(r, w);
        } else {
            r->at++;
        }
    }
    r->run->role = true;
    r->run->open = false;
    return true;
}

/* "and", between names; "van", inside one. */
static bool take_small(reader *r) {
    uint32_t particle = cue_end(r->d, r->at, r->end, PACK_LINE_PARTICLE);
    uint32_t link = cue_end(r->d, r->at, r->end, PACK_LINE_LINK);
    if (particle == r->at && link == r->at) {
        return false;
    }
    r->length = link > r->at ? 0 : r->length;
    r->at = link > r->at ? link : particle;
    r->run->open = true;
    return true;
}

static bool take_word(reader *r, const lede_word *w) {
    if (w->kind == LEDE_WORD_NUMBER || is_stamp(r)) {
        return false;
    }
    if (take_role(r)) {
        return true;
    }
    if (!cue_is_capital(w) || cue_end(r->d, r->at, r->end, PACK_LINE_LINK) > r->at) {
        return take_small(r);
    }
    r->caseless += (w->flags & LEDE_WORD_UPPER) == 0;
    if (r->caseless <= CASELESS_WORDS) {
        take_name(r, w);
        r->run->open = false;
    }
    return r->caseless <= CASELESS_WORDS;
}

name_run name_run_read(const lede_document *d, uint32_t at, uint32_t end) {
    name_run run = {.end = at};
    reader r = {.d = d, .at = at, .end = end, .run = &run};
    bool more = true;
    r.end = end - at < RUN_ENTRIES ? end : at + RUN_ENTRIES;
    while (more && r.at < r.end) {
        const lede_word *w = &d->words.items[r.at];
        more = w->kind == LEDE_WORD_MARK ? take_mark(&r, w) : take_word(&r, w);
    }
    run.end = r.at;
    run.names = r.sure ? run.names : 0;
    return run;
}
