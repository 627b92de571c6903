/* SPDX-License-Identifier: MIT */
/* For the tests of boundaries: a place in a text, marked by a bar right before the
 * terminator, or before the stop of an acronym: "at 5 p.m|. The boat". */
#ifndef LEDE_TESTS_TEXT_PLACE_H
#define LEDE_TESTS_TEXT_PLACE_H

#include "text/describe.h"
#include "unit/text/text_support.h"

#define PLACE_MOST 512 /* bytes of a text */

typedef struct place {
    opened o;
    view view;
    boundary b;
    uint32_t entry;
    uint32_t next; /* behind all that belongs to the terminator */
} place;

/* Sets b.after to NULL where nothing follows. All of the text is one sentence so far. */
static inline void place_open(place *p, const char *marked, const char *language) {
    char text[PLACE_MOST];
    size_t bar = strcspn(marked, "|"), n = strlen(marked) - 1;
    assert_true(marked[bar] == '|' && n < sizeof text);
    memcpy(text, marked, bar);
    memcpy(text + bar, marked + bar + 1, n - bar + 1);
    opened_text(&p->o, text, language);
    const lede_document *d = &p->o.d;
    p->entry = 0;
    while (p->entry < d->words.count && d->words.items[p->entry].span.end <= bar) {
        p->entry++;
    }
    assert_true(p->entry < d->words.count);
    const lede_word *w = &d->words.items[p->entry];
    assert_true(w->kind == LEDE_WORD_MARK || (w->flags & LEDE_WORD_FINAL_DOT) != 0);
    p->view = (view){.d = d, .words = d->words.items, .end = (uint32_t)d->words.count};
    p->next = describe(&p->view, p->entry, &p->b);
}

static inline void place_close(place *p) {
    opened_close(&p->o);
}

#endif
