/* SPDX-License-Identifier: MIT */
#include "render/repeats.h"

#include "render/shown.h"

#define WIDTH_MIN 50u

/* A list of another length was not the one. */
static const lede_accepted *known_list(const lede_accepted *list, const lede_repeats *r) {
    return list != NULL && list->entries.count == r->accepted.count ? list : NULL;
}

repetition repeats_open(const char *path, const lede_document *document,
                        const lede_repeats *repeats, const lede_repeats_view *view) {
    size_t width = view->width > 0 ? view->width : REPEATS_WIDTH;
    return (repetition){.path = path,
                        .document = document,
                        .repeats = repeats,
                        .accepted = known_list(view->accepted, repeats),
                        .all = view->all != 0,
                        .keyness = view->keyness != 0,
                        .ascii = view->ascii != 0,
                        .width = width > WIDTH_MIN ? width : WIDTH_MIN};
}

bool repeats_is_empty(const repetition *s) {
    const lede_repeats *r = s->repeats;
    return r->phrases.count == 0 && r->overused.count == 0 && r->echoes.count == 0 &&
           r->doubled.count == 0 && r->openings.count == 0 && r->told.count == 0;
}

bool repeats_is_top(const repetition *s, const lede_repeat *r) {
    return &s->repeats->phrases.items[r->leader] == r && r->accepted == 0 &&
           r->group != LEDE_REPEAT_NAME;
}

lede_span repeats_first_words(const repetition *s, uint32_t first_place) {
    const lede_repeat_place *place = &s->repeats->places.items[first_place];
    return shown_words(s->document, place->first_word, place->last_word);
}

const char *repeats_entry(const repetition *s, const lede_accepted_use *entry,
                          size_t *n) {
    *n = entry->phrase.end - entry->phrase.begin;
    return s->accepted->bytes.items + entry->phrase.begin;
}
