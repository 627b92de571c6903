/* SPDX-License-Identifier: MIT */
/* What stands in the lines of each list. */
#include "render/repeats_text.h"

/* ---- Rows -------------------------------------------------------------------------- */

static repeats_row row_at(const repetition *s, uint32_t first_place, uint32_t count) {
    const lede_repeat_place *places = &s->repeats->places.items[first_place];
    bool quoted = true;
    for (uint32_t i = 0; i < count; i++) {
        quoted = quoted && (places[i].flags & LEDE_PLACE_QUOTED) != 0;
    }
    return (repeats_row){.text = repeats_first_words(s, first_place),
                         .places = places,
                         .place_count = count,
                         .nearest = LEDE_NONE,
                         .quoted = quoted};
}

repeats_row repeats_row_of_phrase(const repetition *s, uint32_t index) {
    const lede_repeat *r = &s->repeats->phrases.items[index];
    repeats_row row = row_at(s, r->first_place, r->place_count);
    row.count = r->count;
    row.nearest = r->nearest;
    row.in_headings = r->in_headings;
    row.keyness = s->keyness ? r->keyness : 0;
    row.variant = r->leader != index;
    row.quoted = r->quoted == r->count;
    return row;
}

repeats_row repeats_row_of_overused(const repetition *s, uint32_t word) {
    const lede_overused *r = &s->repeats->overused.items[word];
    repeats_row row = row_at(s, r->first_place, r->place_count);
    row.count = r->count;
    row.keyness = s->keyness ? r->keyness : 0;
    row.overused = r->frame_count > 0 ? r : NULL;
    return row;
}

repeats_row repeats_row_of_echo(const repetition *s, uint32_t echo) {
    const lede_echo *r = &s->repeats->echoes.items[echo];
    repeats_row row = row_at(s, r->first_place, r->place_count);
    row.count = r->count;
    row.nearest = r->nearest;
    for (uint32_t i = 0; i < r->place_count; i++) {
        row.what = (row.places[i].flags & LEDE_PLACE_CROSSES) != 0 ? "across a heading"
                                                                   : row.what;
    }
    return row;
}

/* ---- Lists --------------------------------------------------------------------------
 */

static bool is_listed(const repeats_list *l, const lede_repeat *r) {
    const lede_repeat *leader = &l->s->repeats->phrases.items[r->leader];
    if (l->kind == REPEATS_TOP) {
        return repeats_is_top(l->s, r);
    }
    return l->kind == REPEATS_ACCEPTED ? r->accepted != 0
                                       : r->accepted == 0 && leader->group == l->group;
}

static bool next_phrase(repeats_list *l, repeats_row *row) {
    const lede_repeats *r = l->s->repeats;
    for (; l->at < r->phrases.count; l->at++) {
        if (is_listed(l, &r->phrases.items[l->at])) {
            *row = repeats_row_of_phrase(l->s, l->at++);
            return true;
        }
    }
    return false;
}

static bool next_overused(repeats_list *l, uint32_t before, repeats_row *row) {
    const lede_repeats *r = l->s->repeats;
    bool accepted = l->kind == REPEATS_ACCEPTED;
    for (; l->at - before < r->overused.count; l->at++) {
        if ((r->overused.items[l->at - before].accepted != 0) == accepted) {
            *row = repeats_row_of_overused(l->s, l->at++ - before);
            return true;
        }
    }
    return false;
}

static bool next_echo(repeats_list *l, uint32_t before, repeats_row *row) {
    const lede_repeats *r = l->s->repeats;
    bool accepted = l->kind == REPEATS_ACCEPTED;
    for (; l->at - before < r->echoes.count; l->at++) {
        if ((r->echoes.items[l->at - before].accepted != 0) == accepted) {
            *row = repeats_row_of_echo(l->s, l->at++ - before);
            return true;
        }
    }
    return false;
}

/* Phrases first, then words, then echoes. */
static bool next_accepted(repeats_list *l, repeats_row *row) {
    uint32_t phrases = (uint32_t)l->s->repeats->phrases.count;
    uint32_t words = phrases + (uint32_t)l->s->repeats->overused.count;
    if (l->at < phrases && next_phrase(l, row)) {
        return true;
    }
    if (l->at < words && next_overused(l, phrases, row)) {
        row->what = "overused";
        return true;
    }
    bool found = next_echo(l, words, row);
    row->what = "echo";
    return found;
}

bool repeats_next(repeats_list *l, repeats_row *row) {
    switch (l->kind) {
    case REPEATS_PHRASES:
    case REPEATS_TOP:
        return next_phrase(l, row);
    case REPEATS_ACCEPTED:
        return next_accepted(l, row);
    case REPEATS_OVERUSED:
        return next_overused(l, 0, row);
    case REPEATS_ECHOES:
        break;
    }
    return next_echo(l, 0, row);
}

uint32_t repeats_left(repeats_list l) {
    uint32_t left = 0;
    repeats_row row;
    while (repeats_next(&l, &row)) {
        left++;
    }
    return left;
}
