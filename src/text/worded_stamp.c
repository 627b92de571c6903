/* SPDX-License-Identifier: MIT */
#include "text/worded_stamp.h"

#include "text/cues.h"

#define STAMP_ENTRIES 24u
#define STAMP_WORDS 6u /* beside numbers: "at", "PM", "on", "July" */
#define SMALL_BYTES 4u /* of words in small letters */

typedef struct stamp {
    const lede_document *d;
    uint32_t at;
    uint32_t end;
    uint32_t numbers;
    uint32_t words;
    bool year;
} stamp;

static bool is_year(const lede_document *d, const lede_word *w) {
    const char *text = d->page.text + w->span.begin;
    uint32_t value = 0, digits = 0;
    for (uint32_t i = 0; i < entry_length(w); i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        value = digit ? value * 10 + (uint32_t)(text[i] - '0') : 0;
        digits = digit ? digits + 1 : 0;
        if (digits == 4 && value >= 1900 && value < 2100) {
            return true; /* also that of 2013-06-03 and 03/06/2013 */
        }
    }
    return false;
}

/* A date in figures is one number; others have a day beside the year. */
static void take_number(stamp *s, const lede_word *w) {
    s->year |= is_year(s->d, w);
    s->numbers += entry_length(w) > 7 ? 2 : 1;
    s->at++;
}

static bool is_complete(const stamp *s) {
    return s->year && s->numbers > 1;
}

/* Behind the whole date only the time may stand: "at 12:44 EST", "13:30 Uhr". */
static bool is_of_time(const stamp *s, const lede_word *w) {
    bool small = (w->flags & LEDE_WORD_LOWER) != 0;
    return entry_length(w) < (small ? 3u : 5u) ||
           entry_is_number(cue_entry(s->d, s->at + 1, s->end));
}

static bool take_word(stamp *s, const lede_word *w) {
    bool small = (w->flags & LEDE_WORD_LOWER) != 0;
    if (s->words == STAMP_WORDS || (is_complete(s) && !is_of_time(s, w)) ||
        (small && entry_length(w) > SMALL_BYTES) ||
        (cue_may_begin(s->d, s->at) &&
         cue_end(s->d, s->at, s->end, PACK_LINE_BYLINE) > s->at)) {
        return false;
    }
    s->words++;
    s->at++;
    return true;
}

/* A stop behind the whole date ends it; another is that of "25." or "Oct.". */
static bool take_mark(stamp *s, const lede_word *w) {
    if (entry_is_mark(w, MARK_STOP)
            ? is_complete(s)
            : entry_is_mark(w, MARK_OTHER) && !cue_is_mark(w, '/')) {
        return false;
    }
    s->at++;
    return entry_is_mark(w, MARK_STOP) || entry_is_mark(w, MARK_PAUSE) ||
           entry_is_mark(w, MARK_OTHER) || entry_is_mark(w, MARK_DASH);
}

static bool take(stamp *s) {
    const lede_word *w = &s->d->words.items[s->at];
    if (w->kind == LEDE_WORD_MARK) {
        return take_mark(s, w);
    }
    if (w->kind == LEDE_WORD_NUMBER) {
        take_number(s, w);
        return true;
    }
    return w->kind == LEDE_WORD_WORD && take_word(s, w);
}

/* Nothing but the stamp stands here: its stop, a bar or a byline is behind it. */
static bool ends(const stamp *s, uint32_t end) {
    const lede_word *w = cue_entry(s->d, s->at, end);
    return w == NULL || entry_is_mark(w, MARK_STOP) || cue_is_mark(w, '|') ||
           (cue_may_begin(s->d, s->at) &&
            cue_end(s->d, s->at, end, PACK_LINE_BYLINE) > s->at);
}

uint32_t worded_stamp_end(const lede_document *d, uint32_t at, uint32_t end) {
    uint32_t label =
        at < end && cue_may_begin(d, at) && cue_is_capital(&d->words.items[at])
            ? cue_end(d, at, end, PACK_LINE_DATE)
            : at;
    if (label == at) {
        return at;
    }
    stamp s = {.d = d, .at = label, .end = end};
    s.end = end - label < STAMP_ENTRIES ? end : label + STAMP_ENTRIES;
    while (s.at < s.end && take(&s)) {
    }
    if (!is_complete(&s) || !ends(&s, end)) {
        return at;
    }
    return s.at + (entry_is_mark(cue_entry(d, s.at, end), MARK_STOP) ? 1 : 0);
}
