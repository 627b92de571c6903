/* SPDX-License-Identifier: MIT */
#include "render/repeats_text.h"

#include "render/excerpt.h"
#include "render/headline.h"
#include "render/listing.h"
#include "render/shown.h"

#include <string.h>

#define MARGIN 2u
#define ENTRY_COLUMNS 40u /* of a phrase on the list of accepted ones */
#define ENTRY_LINES 2u
#define WORST_LEAST                                                                      \
    (UINT64_C(2) * LEDE_REDUNDANCY_WINDOW) /* words: fewer have no other part */

/* ---- Rows -------------------------------------------------------------------------- */

void repeats_text_more(out *o, const repetition *s, uint32_t left, const char *command) {
    phrase p = phrase_begin(s->ascii);
    if (left == 0) {
        return;
    }
    phrase_text(&p, "  … ");
    phrase_count(&p, left);
    phrase_text(&p, " more (");
    phrase_text(&p, command);
    phrase_text(&p, ")\n");
    out_bytes(o, p.bytes, p.used);
}

void repeats_write_rows(out *o, repeats_list l, uint32_t most, const char *command) {
    repeats_columns columns = {0};
    repeats_list first = l;
    repeats_row row;
    for (uint32_t i = 0; i < most && repeats_next(&first, &row); i++) {
        repeats_row_measure(&columns, l.s, &row);
    }
    for (uint32_t i = 0; i < most && repeats_next(&l, &row); i++) {
        repeats_row_write(o, l.s, &columns, &row);
        if (l.s->all) {
            repeats_row_places(o, l.s, &columns, &row);
        }
    }
    repeats_text_more(o, l.s, repeats_left(l), command);
}

/* ---- Lists ------------------------------------------------------------------------- */

void repeats_text_label(out *o, const repetition *s, const char *label, const phrase *p) {
    flow f = flow_begin(o, s->width, label, REPEATS_INDENT);
    flow_words(&f, p);
    flow_end(&f);
}

static void write_list(out *o, repeats_list l, const char *label, const char *noun) {
    uint32_t few = l.kind == REPEATS_ECHOES || l.group == LEDE_REPEAT_TOPIC ||
                           l.group == LEDE_REPEAT_NAME
                       ? REPEATS_FEW
                       : REPEATS_LINES;
    uint32_t rows = repeats_left(l);
    phrase p = phrase_begin(l.s->ascii);
    if (rows == 0) {
        return;
    }
    phrase_counted(&p, rows, noun);
    repeats_text_label(o, l.s, label, &p);
    repeats_write_rows(o, l, l.s->all ? UINT32_MAX : few, "--all");
}

static void write_group(out *o, const repetition *s, uint8_t group) {
    static const char *const labels[LEDE_REPEAT_GROUPS] = {"Stock phrases", "Formulas",
                                                           "Topic", "Names"};
    repeats_list l = {.s = s, .kind = REPEATS_PHRASES, .group = group};
    write_list(o, l, labels[group], group == LEDE_REPEAT_FORMULA ? "formula" : "phrase");
}

static uint32_t count_unused(const repetition *s) {
    uint32_t unused = 0;
    for (size_t i = 0; i < s->repeats->accepted.count; i++) {
        unused += s->repeats->accepted.items[i].used == 0 ? 1 : 0;
    }
    return unused;
}

/* Entries that accepted nothing: perhaps they are not needed any more. */
static void write_unused(out *o, const repetition *s) {
    uint32_t unused = s->accepted != NULL ? count_unused(s) : 0;
    if (unused == 0) {
        return;
    }
    flow f = {.out = o, .width = s->width, .indent = (size_t)2 * MARGIN, .at = MARGIN};
    phrase p = phrase_begin(s->ascii);
    phrase_text(&p, "not repeated:");
    flow_spaces(o, MARGIN);
    flow_words(&f, &p);
    listing l = listing_begin(f, unused, s->all ? 0 : ENTRY_LINES);
    for (size_t i = 0; i < s->repeats->accepted.count; i++) {
        const lede_accepted_use *entry = &s->repeats->accepted.items[i];
        size_t n = 0;
        if (entry->used != 0) {
            continue;
        }
        const char *bytes = repeats_entry(s, entry, &n);
        p = phrase_begin(s->ascii);
        shown_put_bytes(&p, bytes, n, ENTRY_COLUMNS);
        if (!listing_add(&l, &p)) {
            break;
        }
    }
    listing_end(&l);
}

static void write_accepted(out *o, const repetition *s) {
    repeats_list l = {.s = s, .kind = REPEATS_ACCEPTED};
    uint32_t rows = repeats_left(l);
    bool unused = s->accepted != NULL && count_unused(s) > 0;
    phrase p = phrase_begin(s->ascii);
    if (rows == 0 && !unused) {
        return;
    }
    phrase_text(&p, rows == 0 ? "nothing of the list" : "");
    if (rows > 0) {
        phrase_count(&p, rows);
        phrase_text(&p, ", not counted");
    }
    repeats_text_label(o, s, "Accepted", &p);
    if (rows > 0) {
        repeats_write_rows(o, l, s->all ? UINT32_MAX : REPEATS_LINES, "--all");
    }
    write_unused(o, s);
}

/* ---- Figures ----------------------------------------------------------------------- */

static void put_worst(phrase *p, const lede_repeats_facts *facts) {
    phrase_text(p, "worst ");
    phrase_count(p, facts->window_words);
    phrase_text(p, " words: ");
    phrase_fixed(p, facts->window_per_1000, 1);
    phrase_text(p, " from sentence ");
    phrase_count(p, (uint64_t)facts->window_first + 1);
    phrase_text(p, " on");
}

void repeats_write_figures(out *o, const repetition *s) {
    const lede_repeats_facts *facts = &s->repeats->facts;
    flow f = flow_begin(o, s->width, "Repetition", REPEATS_INDENT);
    phrase p = phrase_begin(s->ascii);
    bool worst =
        facts->words >= WORST_LEAST && facts->window_per_1000 > facts->stock_per_1000;
    bool topics = facts->redundant > facts->redundant_stock;
    if (repeats_is_empty(s)) {
        phrase_text(&p, facts->no_words != 0 ? "no phrase is repeated"
                                             : "nothing is repeated");
        flow_words(&f, &p);
        flow_end(&f);
        return;
    }
    if (facts->redundant_stock > 0) {
        phrase_fixed(&p, facts->stock_per_1000, 1);
        phrase_text(&p, " stock words per 1,000");
    } else {
        phrase_text(&p, "no stock phrases");
    }
    phrase_text(&p, topics || worst ? " ·" : "");
    flow_item(&f, &p, 1);
    if (topics) {
        p = phrase_begin(s->ascii);
        phrase_fixed(&p, facts->per_1000, 1);
        phrase_text(&p, facts->redundant_stock > 0 ? "" : " words per 1,000");
        phrase_text(&p, worst ? " with topics ·" : " with topics");
        flow_item(&f, &p, 1);
    }
    if (worst) {
        p = phrase_begin(s->ascii);
        put_worst(&p, facts);
        flow_item(&f, &p, 1);
    }
    flow_end(&f);
}

static void write_headline(out *o, const repetition *s) {
    phrase facts[2] = {phrase_begin(s->ascii), phrase_begin(s->ascii)};
    phrase_counted(&facts[0], s->repeats->facts.words, "word");
    phrase_text(&facts[0], " ·");
    phrase_counted(&facts[1], s->document->facts.body_sentences, "sentence");
    headline_write(o, s->width, s->path, facts, 2);
}

/* ---- All of it --------------------------------------------------------------------- */

void repeats_text(out *o, const repetition *s, bool after) {
    repeats_list words = {.s = s, .kind = REPEATS_OVERUSED};
    repeats_list echoes = {.s = s, .kind = REPEATS_ECHOES};
    out_text(o, after ? "\n" : "");
    write_headline(o, s);
    repeats_write_figures(o, s);
    for (int group = 0; group < LEDE_REPEAT_GROUPS; group++) {
        write_group(o, s, (uint8_t)group);
    }
    write_accepted(o, s);
    repeats_text_words(o, s);
    repeats_text_told(o, s);
    repeats_text_openings(o, s);
    write_list(o, words, "Overused words", "word");
    write_list(o, echoes, "Echoes", "word");
    repeats_text_notes(o, s);
}
