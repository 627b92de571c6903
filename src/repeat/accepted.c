/* SPDX-License-Identifier: MIT */
#include "repeat/accepted.h"

#include "base/error.h"
#include "lang/repeat_words.h"
#include "text/lookup.h"

#include <string.h>

#define KEY_MOST 128u /* bytes of a word that is folded at most */

typedef VEC_OF(uint32_t) class_list;

typedef struct reader {
    accepted_runs *runs;
    const lede_document *d;
    const folds *folds;
    const lede_allocator *allocator;
    lookup words; /* of the document */
    class_list classes;
} reader;

static const char *key_in(const lede_document *d, uint32_t term, size_t *n) {
    lede_span key = d->terms.items[term].key;
    *n = key.end - key.begin;
    return d->keys.items + key.begin;
}

/* The list may have another form of the word than the document. */
static uint32_t class_of(const reader *r, const char *key, size_t n) {
    char base[KEY_MOST];
    uint32_t rule = 0, term = lookup_term(&r->words, key, n);
    size_t length = 0;
    if (term == LEDE_NONE && n <= KEY_MOST) {
        length = repeat_words_possessive(r->d->pack, key, n, base);
        term = length > 0 ? lookup_term(&r->words, base, length) : LEDE_NONE;
    }
    while (term == LEDE_NONE && n <= KEY_MOST &&
           (length = repeat_words_base(r->d->pack, key, n, &rule, base)) > 0) {
        term = lookup_term(&r->words, base, length);
    }
    return term != LEDE_NONE ? r->folds->class_of[term] : LEDE_NONE;
}

/* ---- Entries ------------------------------------------------------------------------
 */

/* True without a run, too: a word of the entry does not occur. */
static bool read_entry(reader *r, const lede_document *entry, uint32_t number) {
    class_list *classes = &r->classes;
    classes->count = 0;
    for (size_t i = 0; i < entry->words.count; i++) {
        const lede_word *w = &entry->words.items[i];
        size_t n = 0;
        if (w->kind == LEDE_WORD_MARK) {
            continue;
        }
        const char *key = key_in(entry, w->term, &n);
        uint32_t class = class_of(r, key, n);
        if (class == LEDE_NONE) {
            return true;
        }
        if (!VEC_RESERVE(classes, r->allocator, 1)) {
            return false;
        }
        classes->items[classes->count++] = class;
    }
    return classes->count == 0 || matcher_add(&r->runs->matcher, classes->items,
                                              (uint32_t)classes->count, number);
}

/* Read as the document is, so that its words are cut as there. */
static bool read_text(reader *r, const lede_accepted *list, uint32_t number) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document entry = {.allocator = r->allocator};
    lede_span span = list->entries.items[number].phrase;
    lede_error error;
    options.language = r->d->facts.language;
    options.hygiene = LEDE_HYGIENE_OFF;
    options.no_stems = 1;
    options.hash_seed = r->d->seed;
    options.allocator = r->allocator;
    lede_status status = document_build(&entry, list->bytes.items + span.begin,
                                        span.end - span.begin, &options, &error);
    bool fine =
        status == LEDE_OK ? read_entry(r, &entry, number) : status != LEDE_NO_MEMORY;
    document_free(&entry);
    return fine;
}

lede_status accepted_read(accepted_runs *runs, const lede_accepted *list,
                          const lede_document *d, const folds *f) {
    runs->matcher.allocator = f->allocator;
    if (list == NULL || list->entries.count == 0) {
        return LEDE_OK;
    }
    reader r = {.runs = runs, .d = d, .folds = f, .allocator = f->allocator};
    bool fine = lookup_open(&r.words, d, f->allocator);
    for (uint32_t i = 0; fine && i < list->entries.count; i++) {
        fine = read_text(&r, list, i);
    }
    lookup_close(&r.words);
    VEC_FREE(&r.classes, r.allocator);
    matcher_ready(&runs->matcher);
    return fine ? LEDE_OK : LEDE_NO_MEMORY;
}

void accepted_free_runs(accepted_runs *runs) {
    if (runs->matcher.allocator != NULL) {
        matcher_free(&runs->matcher);
    }
}

bool accepted_find(const accepted_runs *runs, const uint32_t *classes, uint32_t count,
                   lede_accepted_use *uses) {
    match at = match_begin(&runs->matcher, classes, count);
    const class_run *run = NULL;
    bool found = false;
    while ((run = match_next(&runs->matcher, &at)) != NULL) {
        if (run->count == count) {
            uses[run->item].used = 1;
            found = true;
        }
    }
    return found;
}
