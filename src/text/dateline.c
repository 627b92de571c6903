/* SPDX-License-Identifier: MIT */
#include "text/dateline.h"

#include "text/cues.h"

#define PLACE_ENTRIES 12u /* before the bracket or the dash */
#define AGENCY_ENTRIES 8u /* in brackets */
#define PLACE_LETTERS 4u  /* of a place in capitals without an agency: no "UN - ..." */

/* The words before the bracket or the dash. */
typedef struct place {
    uint32_t end;
    uint32_t words;
    bool capitals; /* all words before the first comma are in capitals */
    bool comma;
    bool number; /* behind the comma: "3 enero" has a small letter */
} place;

static bool is_all_upper(const lede_word *w) {
    return (w->flags & (LEDE_WORD_ALL_UPPER | LEDE_WORD_ACRONYM)) != 0;
}

static bool take_place(place *p, const lede_word *w) {
    if (cue_is_mark(w, ',')) {
        p->comma = true;
    } else if (w->kind == LEDE_WORD_MARK) {
        return cue_is_mark(w, '/') || (entry_is_mark(w, MARK_STOP) && entry_is_glued(w));
    } else if (w->kind == LEDE_WORD_NUMBER) {
        p->number = p->comma;
        return p->comma;
    } else {
        p->words++;
        p->capitals &= p->comma || is_all_upper(w);
        return p->number || cue_is_capital(w);
    }
    return p->words > 0;
}

static place read_place(const lede_document *d, uint32_t at, uint32_t end) {
    place p = {.end = at, .capitals = true};
    uint32_t last = end - at < PLACE_ENTRIES ? end : at + PLACE_ENTRIES;
    while (p.end < last && take_place(&p, &d->words.items[p.end])) {
        p.end++;
    }
    return p;
}

/* "(AP)", "(CBS/AP)", "(Reuters Life!)": behind it; `at`: none. */
static uint32_t behind_agency(const lede_document *d, uint32_t at, uint32_t end,
                              bool *listed) {
    uint32_t i = at + 1, last = end - at < AGENCY_ENTRIES ? end : at + AGENCY_ENTRIES;
    bool upper = true;
    while (i < last && !entry_is_mark(&d->words.items[i], MARK_CLOSE)) {
        const lede_word *w = &d->words.items[i];
        bool agency =
            w->kind != LEDE_WORD_MARK && cue_end(d, i, end, PACK_LINE_AGENCY) > i;
        if (i == at + 1 && !agency && !is_all_upper(w)) {
            return at; /* "(Photo: Reuters)" */
        }
        *listed |= agency;
        upper = upper && (w->kind == LEDE_WORD_MARK || is_all_upper(w));
        i++;
    }
    return i > at + 1 && i < last && (upper || *listed) ? i + 1 : at;
}

/* Dashes, also as "--", "_" and ".-". */
static uint32_t behind_dash(const lede_document *d, uint32_t at, uint32_t end) {
    const lede_word *w = cue_entry(d, at, end);
    const lede_word *next = cue_entry(d, at + 1, end);
    if (entry_is_mark(w, MARK_STOP) && entry_is_mark(next, MARK_DASH)) {
        w = cue_entry(d, ++at, end);
    }
    while (entry_is_mark(w, MARK_DASH) || cue_is_mark(w, '_')) {
        w = cue_entry(d, ++at, end);
    }
    return at;
}

/* Text in capitals and small letters, or the end of the sentence. */
static bool opens_text(const lede_document *d, uint32_t at, uint32_t end) {
    const lede_word *w = cue_entry(d, at, end);
    while (w != NULL && w->kind == LEDE_WORD_MARK) {
        w = cue_entry(d, ++at, end);
    }
    const lede_word *next = cue_entry(d, at + 1, end);
    return w != NULL && (w->flags & LEDE_WORD_LOWER) == 0 &&
           (!is_all_upper(w) || (next != NULL && !is_all_upper(next)));
}

static uint32_t with_agency(const lede_document *d, const place *p, uint32_t at,
                            uint32_t end) {
    bool listed = false;
    uint32_t agency = behind_agency(d, p->end, end, &listed);
    if (agency == p->end) {
        return at;
    }
    uint32_t dash = behind_dash(d, agency, end);
    if (dash == agency) {
        return listed && opens_text(d, agency, end) ? agency : at;
    }
    return listed || p->capitals ? dash : at;
}

/* "BEIJING, April 24--", "PORT ELLERY, Wash. -". Without a comma it may be what the
 * sentence is about: "NASA - The agency". */
static uint32_t without_agency(const lede_document *d, const place *p, uint32_t at,
                               uint32_t end) {
    uint32_t dash = behind_dash(d, p->end, end);
    const lede_word *first = &d->words.items[at];
    bool fits = p->words > 0 && p->capitals && dash > p->end && is_all_upper(first) &&
                entry_length(first) >= PLACE_LETTERS && opens_text(d, dash, end);
    return fits && p->comma ? dash : at;
}

uint32_t dateline_end(const lede_document *d, uint32_t at, uint32_t end) {
    place p = read_place(d, at, end);
    const lede_word *w = cue_entry(d, p.end, end);
    if (entry_is_mark(w, MARK_OPEN)) {
        return with_agency(d, &p, at, end);
    }
    return without_agency(d, &p, at, end);
}
