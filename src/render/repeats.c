/* SPDX-License-Identifier: MIT */
#include "render/repeats.h"

#include "render/shown.h"

#define WIDTH_MIN 50u

/* A list of another length was not the one. */
static const lede_accepted *known_list(const lede_accepted *list, const lede_repeats *r) {
    return list != NULL && list->entries.count == r->accepted.count ? list : NULL;
}

size_t repeats_width(const lede_repeats_view *view) {
    size_t width = view->width > 0 ? view->width : REPEATS_WIDTH;
    return width > WIDTH_MIN ? width : WIDTH_MIN;
}

repetition repeats_open(const char *path, const lede_document *document,
                        const lede_repeats *repeats, const lede_repeats_view *view) {
    return (repetition){.path = path,
                        .document = document,
                        .repeats = repeats,
                        .accepted = known_list(view->accepted, repeats),
                        .all = view->all != 0,
                        .keyness = view->keyness != 0,
                        .ascii = view->ascii != 0,
                        .width = repeats_width(view)};
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

static uint32_t earlier(uint32_t last, uint32_t first) {
    return last - first < LEDE_REPEAT_WORDS ? last : first + LEDE_REPEAT_WORDS - 1;
}

lede_span repeats_cut_words(const repetition *s, uint32_t first_place) {
    const lede_repeat_place *place = &s->repeats->places.items[first_place];
    return shown_words(s->document, place->first_word,
                       earlier(place->last_word, place->first_word));
}

lede_span repeats_cut_sentence(const repetition *s, uint32_t sentence) {
    const lede_sentence *of = &s->document->sentences.items[sentence];
    lede_span span = of->span;
    if (of->word_count > LEDE_REPEAT_WORDS) {
        uint32_t last = of->first_word + LEDE_REPEAT_WORDS - 1;
        span.end = s->document->words.items[last].span.end;
    }
    return span;
}

const char *repeats_entry(const repetition *s, const lede_accepted_use *entry,
                          size_t *n) {
    *n = entry->phrase.end - entry->phrase.begin;
    return s->accepted->bytes.items + entry->phrase.begin;
}
