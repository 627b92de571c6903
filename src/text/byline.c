/* SPDX-License-Identifier: MIT */
#include "text/byline.h"

#include "text/cues.h"
#include "text/name_run.h"

#define OFFICE_ENTRIES 12u
#define CONTRIBUTION_ENTRIES 40u

/* Does the byline end here, rather than a sentence go on? A run of names also ends at
 * the label of a date stamp. */
static bool ends(const lede_document *d, uint32_t at, uint32_t end) {
    const lede_word *w = cue_entry(d, at, end);
    return w == NULL || entry_is_mark(w, MARK_STOP) || cue_is_mark(w, '|') ||
           (cue_may_begin(d, at) && cue_end(d, at, end, PACK_LINE_DATE) > at);
}

static uint32_t behind_stop(const lede_document *d, uint32_t at, uint32_t end) {
    return entry_is_mark(cue_entry(d, at, end), MARK_STOP) ? at + 1 : at;
}

/* A full stop between "and" and the second name, where lines have become sentences. */
static name_run read_names(const lede_document *d, uint32_t at, uint32_t end,
                           bool stopped) {
    name_run run = name_run_read(d, at, end);
    if (stopped && run.open && entry_is_mark(cue_entry(d, run.end, end), MARK_STOP)) {
        name_run rest = name_run_read(d, run.end + 1, end);
        rest.names = rest.names > run.names ? rest.names : run.names;
        rest.role |= run.role;
        return rest;
    }
    return run;
}

/* "Washington Post Foreign Service." */
static uint32_t behind_office(const lede_document *d, uint32_t at, uint32_t end) {
    uint32_t most = end - at < OFFICE_ENTRIES ? end : at + OFFICE_ENTRIES;
    name_run run = name_run_read(d, at, most);
    bool whole = run.end == end || entry_is_mark(cue_entry(d, run.end, end), MARK_STOP);
    return run.role && run.names > 0 && !run.open && whole ? behind_stop(d, run.end, end)
                                                           : at;
}

/* ":" or a stop behind "By". */
static uint32_t behind_opener(const lede_document *d, uint32_t at, uint32_t end,
                              bool *stopped) {
    const lede_word *w = cue_entry(d, at, end);
    while (cue_is_mark(w, ':') || entry_is_mark(w, MARK_STOP)) {
        *stopped |= entry_is_mark(w, MARK_STOP);
        w = cue_entry(d, ++at, end);
    }
    return at;
}

uint32_t byline_end(const lede_document *d, uint32_t at, uint32_t end) {
    if (at == end || !cue_may_begin(d, at) || !cue_is_capital(&d->words.items[at])) {
        return at;
    }
    uint32_t opener = cue_end(d, at, end, PACK_LINE_BYLINE);
    if (opener == at) {
        return at;
    }
    bool stopped = false, phrase = opener - at > 1;
    uint32_t first = behind_opener(d, opener, end, &stopped);
    name_run run = read_names(d, first, end, stopped);
    uint32_t least = run.role || stopped || phrase ? 1 : 2;
    if (run.open || !ends(d, run.end, end) || run.names < least) {
        return at;
    }
    return behind_office(d, behind_stop(d, run.end, end), end);
}

bool byline_is_contribution(const lede_document *d, uint32_t at, uint32_t end) {
    while (at < end && d->words.items[at].kind == LEDE_WORD_MARK) {
        at++;
    }
    if (end - at > CONTRIBUTION_ENTRIES || !cue_is_capital(cue_entry(d, at, end)) ||
        !cue_is_capital(cue_entry(d, at + 1, end))) {
        return false; /* two words of a name, for nearly no sentence */
    }
    name_run run = name_run_read(d, at, end);
    uint32_t behind =
        run.end < end ? cue_end(d, run.end, end, PACK_LINE_BYLINE_END) : end;
    return run.names > 1 && !run.open && behind > run.end &&
           behind_stop(d, behind, end) == end;
}
