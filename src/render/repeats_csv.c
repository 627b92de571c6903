/* SPDX-License-Identifier: MIT */
#include "render/repeats.h"

#include "base/number.h"
#include "markup/places.h"
#include "render/csv.h"
#include "render/names.h"
#include "render/shown.h"

static const char *const columns[] = {
    "path",  "state",  "language", "list",     "group",   "text",
    "count", "cost",   "nearest",  "accepted", "keyness", "sentence",
    "line",  "column", "begin",    "end",      "quoted",  "heading"};

#define BEHIND_STATE 16u /* columns behind the state */
#define BEHIND_LANGUAGE 15u

void repeats_csv_header(out *o) {
    csv_writer w = csv_begin(o);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        csv_text(&w, columns[i]);
    }
    csv_end(&w);
}

static void leave_empty(csv_writer *w, size_t fields) {
    for (size_t i = 0; i < fields; i++) {
        csv_nothing(w);
    }
}

void repeats_csv_state(out *o, const char *path, const char *state) {
    csv_writer w = csv_begin(o);
    csv_text(&w, path);
    csv_text(&w, state);
    leave_empty(&w, BEHIND_STATE);
    csv_end(&w);
}

/* ---- Lines ------------------------------------------------------------------------- */

/* What all places of an entry have in common. */
typedef struct entry {
    const char *list;
    const char *group; /* NULL: none */
    lede_span text;
    uint32_t count;
    uint32_t cost; /* LEDE_NONE: none, as the next */
    uint32_t nearest;
    uint8_t accepted;
    double keyness; /* 0: none */
} entry;

static csv_writer begin_row(out *o, const repetition *s) {
    csv_writer w = csv_begin(o);
    csv_text(&w, s->path);
    csv_text(&w, "done");
    csv_text(&w, s->document->facts.language);
    return w;
}

static void write_number(csv_writer *w, uint32_t number) {
    if (number != LEDE_NONE) {
        csv_u64(w, number);
    } else {
        csv_nothing(w);
    }
}

static csv_writer begin_entry(out *o, const repetition *s, const entry *e) {
    csv_writer w = begin_row(o, s);
    csv_text(&w, e->list);
    csv_text(&w, e->group);
    csv_words(&w, s->document->page.text + e->text.begin, e->text.end - e->text.begin);
    csv_u64(&w, e->count);
    write_number(&w, e->cost);
    write_number(&w, e->nearest);
    csv_bool(&w, e->accepted != 0);
    if (s->keyness && e->keyness != 0) {
        csv_double(&w, e->keyness);
    } else {
        csv_nothing(&w);
    }
    return w;
}

/* Of something that is neither in quotations nor in headings, or is no place of words:
 * flags LEDE_NONE. */
static void end_entry(csv_writer *w, const repetition *s, uint32_t sentence,
                      lede_span span, uint32_t flags) {
    const lede_document *d = s->document;
    lede_place begin = place_in_text(&d->source, &d->page, span.begin);
    csv_u64(w, (uint64_t)sentence + 1);
    csv_u64(w, begin.line);
    csv_u64(w, begin.column);
    csv_u64(w, begin.offset);
    csv_u64(w, page_source_end(&d->page, span.end));
    if (flags == LEDE_NONE) {
        leave_empty(w, 2);
    } else {
        csv_bool(w, (flags & LEDE_PLACE_QUOTED) != 0);
        csv_bool(w, (flags & LEDE_PLACE_HEADING) != 0);
    }
    csv_end(w);
}

static void write_places(out *o, const repetition *s, const entry *e, uint32_t first,
                         uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        const lede_repeat_place *place = &s->repeats->places.items[i];
        csv_writer w = begin_entry(o, s, e);
        end_entry(&w, s, place->sentence,
                  shown_words(s->document, place->first_word, place->last_word),
                  place->flags);
    }
}

/* ---- Lists ------------------------------------------------------------------------- */

static void write_phrases(out *o, const repetition *s) {
    for (size_t i = 0; i < s->repeats->phrases.count; i++) {
        const lede_repeat *r = &s->repeats->phrases.items[i];
        entry e = {.list = "phrase",
                   .group = names_repeat_group(r->group),
                   .text = repeats_cut_words(s, r->first_place),
                   .count = r->count,
                   .cost = r->cost,
                   .nearest = r->nearest,
                   .accepted = r->accepted,
                   .keyness = r->keyness};
        write_places(o, s, &e, r->first_place, r->place_count);
    }
}

static void write_words(out *o, const repetition *s) {
    for (size_t i = 0; i < s->repeats->overused.count; i++) {
        const lede_overused *r = &s->repeats->overused.items[i];
        entry e = {.list = "overused",
                   .text = repeats_first_words(s, r->first_place),
                   .count = r->count,
                   .cost = LEDE_NONE,
                   .nearest = LEDE_NONE,
                   .accepted = r->accepted,
                   .keyness = r->keyness};
        write_places(o, s, &e, r->first_place, r->place_count);
    }
    for (size_t i = 0; i < s->repeats->echoes.count; i++) {
        const lede_echo *r = &s->repeats->echoes.items[i];
        entry e = {.list = "echo",
                   .text = repeats_first_words(s, r->first_place),
                   .count = r->count,
                   .cost = LEDE_NONE,
                   .nearest = r->nearest,
                   .accepted = r->accepted};
        write_places(o, s, &e, r->first_place, r->place_count);
    }
}

static void write_doubled(out *o, const repetition *s) {
    for (size_t i = 0; i < s->repeats->doubled.count; i++) {
        const lede_doubled *r = &s->repeats->doubled.items[i];
        lede_span span = shown_words(s->document, r->first_word, r->second_word);
        entry e = {
            .list = "doubled", .text = span, .count = 2, .cost = LEDE_NONE, .nearest = 0};
        csv_writer w = begin_entry(o, s, &e);
        end_entry(&w, s, r->sentence, span, LEDE_NONE);
    }
}

static lede_span span_of(const repetition *s, uint32_t sentence) {
    return s->document->sentences.items[sentence].span;
}

static void write_openings(out *o, const repetition *s) {
    for (size_t i = 0; i < s->repeats->openings.count; i++) {
        const lede_opening *r = &s->repeats->openings.items[i];
        lede_span span = {span_of(s, r->first_sentence).begin,
                          span_of(s, r->last_sentence).end};
        entry e = {.list = "opening",
                   .text = shown_words(s->document, r->word, r->word + r->shared - 1),
                   .count = r->sentences,
                   .cost = LEDE_NONE,
                   .nearest = LEDE_NONE};
        csv_writer w = begin_entry(o, s, &e);
        end_entry(&w, s, r->first_sentence, span, LEDE_NONE);
    }
}

#define PAIR_MAX (2 * NUMBER_MAX + 2)

static void name_pair(char name[PAIR_MAX], const lede_told_twice *r) {
    size_t n = number_from_u64(name, (uint64_t)r->first + 1);
    name[n++] = '-';
    n += number_from_u64(name + n, (uint64_t)r->second + 1);
    name[n] = '\0';
}

/* Two lines for a pair, of one group: "5-17". */
static void write_told(out *o, const repetition *s) {
    for (size_t i = 0; i < s->repeats->told.count; i++) {
        const lede_told_twice *r = &s->repeats->told.items[i];
        uint32_t pair[] = {r->first, r->second};
        char group[PAIR_MAX];
        name_pair(group, r);
        for (size_t side = 0; side < 2; side++) {
            lede_span span = span_of(s, pair[side]);
            entry e = {.list = "told-twice",
                       .group = group,
                       .text = repeats_cut_sentence(s, pair[side]),
                       .count = 2,
                       .cost = LEDE_NONE,
                       .nearest = LEDE_NONE};
            csv_writer w = begin_entry(o, s, &e);
            end_entry(&w, s, pair[side], span, LEDE_NONE);
        }
    }
}

/* A text in which nothing is repeated has its line too. */
void repeats_csv(out *o, const repetition *s) {
    if (repeats_is_empty(s)) {
        csv_writer w = begin_row(o, s);
        leave_empty(&w, BEHIND_LANGUAGE);
        csv_end(&w);
    }
    write_phrases(o, s);
    write_words(o, s);
    write_doubled(o, s);
    write_openings(o, s);
    write_told(o, s);
}
