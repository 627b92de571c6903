/* SPDX-License-Identifier: MIT */
#include "summary/title.h"

#include "summary/asked.h"
#include "text/outline.h"

static void add_word(const lede_document *d, const vectors *v, const lede_term *t,
                     double *dense) {
    (void)asked_add(v, t->stem, dense);
    for (uint32_t p = 0; p < t->part_count; p++) {
        const lede_term *part = &d->terms.items[d->parts.items[t->first_part + p]];
        if (vectors_count_part(part)) {
            (void)asked_add(v, part->stem, dense);
        }
    }
}

static void add_heading(const lede_document *d, const vectors *v, const lede_sentence *s,
                        double *dense) {
    for (uint32_t w = s->first_word; w < s->first_word + s->word_count; w++) {
        if (asked_is_content(d, &d->words.items[w])) {
            add_word(d, v, &d->terms.items[d->words.items[w].term], dense);
        }
    }
}

/* The title of the front matter, or a heading, which may stand for one unless the page
 * has marked ones and it is none of them. */
static bool is_title(const lede_document *d, uint32_t i) {
    const lede_sentence *s = &d->sentences.items[i];
    return (s->role == LEDE_ROLE_HEADING && outline_is_heading(d, i)) ||
           (s->role == LEDE_ROLE_METADATA &&
            d->page.blocks.items[s->block].kind == LEDE_BLOCK_TITLE);
}

/* The first of each document; a title in front matter stands before all headings. */
static void read_headings(const lede_document *d, const vectors *v, double *dense) {
    size_t next = 0; /* of the starts; a single document has none */
    bool sought = true;
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        for (; next < d->starts.count && d->starts.items[next] <= i; next++) {
            sought = true;
        }
        if (sought && is_title(d, i)) {
            add_heading(d, v, &d->sentences.items[i], dense);
            sought = false;
        }
    }
}

lede_status title_read(const lede_document *d, const lede_summary_options *options,
                       const vectors *v, double *dense, lede_error *error) {
    if (options->no_title) {
        return LEDE_OK;
    }
    if (options->title == NULL) {
        read_headings(d, v, dense);
        return LEDE_OK;
    }
    asked title = {options->title, options->title_length, 0};
    return asked_read(&title, d, v, dense, error);
}
