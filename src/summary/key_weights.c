/* SPDX-License-Identifier: MIT */
#include "summary/key_weights.h"

#include "base/error.h"
#include "base/real.h"
#include "summary/title.h"
#include "text/background_stems.h"

#include <string.h>

#define LEAST_RARITY 0x1p-20

static bool allocate(key_weights *w) {
    size_t n = (size_t)w->stems + 1;
    w->rows_with = memory_allocate(w->allocator, n * sizeof *w->rows_with);
    w->rarity = memory_allocate(w->allocator, n * sizeof *w->rarity);
    w->title = memory_allocate(w->allocator, n * sizeof *w->title);
    if (w->rows_with == NULL || w->rarity == NULL || w->title == NULL) {
        return false;
    }
    memset(w->rows_with, 0, n * sizeof *w->rows_with);
    memset(w->title, 0, n * sizeof *w->title);
    return true;
}

/* last_in: of each stem the sentence counted last. */
static void count_rows(key_weights *w, const key_stream *s, uint32_t *last_in) {
    uint32_t row = 0;
    for (size_t i = 0; i < s->words.count; i++) {
        const key_word *word = &s->words.items[i];
        row += (word->flags & KEY_ROW) != 0;
        w->rows_with[word->stem] += last_in[word->stem] != row;
        last_in[word->stem] = row;
    }
}

/* By the sentences alone. One is added, unlike in a summary: what stands in most of a
 * text's sentences is what it is about. */
static void weigh_by_sentences(key_weights *w, uint32_t rows) {
    for (uint32_t i = 0; i < w->stems; i++) {
        double with = w->rows_with[i] > 0 ? w->rows_with[i] : 1.0;
        w->rarity[i] = real_ln(1.0 + (double)rows / with);
    }
}

/* A word of every text of a large background is worth next to nothing; if all are, there
 * still is a first one. */
static void weigh_by_background(key_weights *w, const key_stream *s,
                                const lede_background *b) {
    background_stem_idf(b, s->d, w->rarity);
    for (uint32_t i = 0; i < w->stems; i++) {
        w->rarity[i] = w->rarity[i] > LEAST_RARITY ? w->rarity[i] : LEAST_RARITY;
    }
}

static lede_status read_title(key_weights *w, const key_stream *s,
                              const lede_keywords_options *o, lede_error *error) {
    lede_summary_options titled = LEDE_SUMMARY_OPTIONS_INIT;
    vectors v = {.allocator = w->allocator, .stems = w->stems};
    titled.title = o->title;
    titled.title_length = o->title_length;
    titled.no_title = o->no_title;
    v.rows_with = w->rows_with;
    v.isf = w->rarity;
    return title_read(s->d, &titled, &v, w->title, error);
}

lede_status key_weights_read(key_weights *w, const key_stream *s,
                             const lede_keywords_options *options, lede_error *error) {
    w->stems = (uint32_t)s->d->stems.count;
    size_t n = ((size_t)w->stems + 1) * sizeof(uint32_t);
    uint32_t *last_in = memory_allocate(w->allocator, n);
    bool fine = last_in != NULL && allocate(w);
    if (fine) {
        memset(last_in, 0, n);
        count_rows(w, s, last_in);
    }
    memory_free(w->allocator, last_in, n);
    if (!fine) {
        return error_no_memory(error);
    }
    if (options->background != NULL) {
        weigh_by_background(w, s, options->background);
    } else {
        weigh_by_sentences(w, s->rows);
    }
    return read_title(w, s, options, error);
}

void key_weights_free(key_weights *w) {
    size_t n = (size_t)w->stems + 1;
    memory_free(w->allocator, w->rows_with, n * sizeof *w->rows_with);
    memory_free(w->allocator, w->rarity, n * sizeof *w->rarity);
    memory_free(w->allocator, w->title, n * sizeof *w->title);
}
