/* SPDX-License-Identifier: MIT */
#include "summary/together.h"

#include "summary/join.h"

/* The document that a sentence of the joined one is of: the last that begins no later.
 * One without sentences begins where the next does and has none of them. */
static uint32_t document_of(const lede_document *joined, uint32_t sentence) {
    const uint32_t *starts = joined->starts.items;
    uint32_t low = 0, high = (uint32_t)joined->starts.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (starts[middle] <= sentence) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static void name_own(const lede_document *joined, lede_pick *pick) {
    pick->document = document_of(joined, pick->sentence);
    uint32_t start = joined->starts.items[pick->document];
    const lede_sentence *first = &joined->sentences.items[start];
    uint32_t word = first->first_word - first->aside;
    pick->sentence -= start;
    for (uint32_t i = 0; i < pick->word_count; i++) {
        pick->words[i].word -= word;
    }
    if (pick->alike != LEDE_NONE) {
        pick->alike_document = document_of(joined, pick->alike);
        pick->alike -= joined->starts.items[pick->alike_document];
    }
}

static void count_documents(lede_summary *s, const lede_document *joined,
                            const lede_document *const *documents, size_t count) {
    s->facts.documents = (uint32_t)count;
    s->facts.in_language = 0;
    for (size_t i = 0; i < count; i++) {
        s->facts.in_language += documents[i]->pack == joined->pack;
    }
}

lede_status together_build(lede_summary *s, const lede_document *const *documents,
                           size_t count, const lede_summary_options *options,
                           lede_error *error) {
    lede_document joined = {.allocator = s->allocator};
    lede_status status = join_documents(&joined, documents, count, error);
    if (status == LEDE_OK) {
        status = summary_build(s, &joined, options, error);
    }
    if (status == LEDE_OK) {
        count_documents(s, &joined, documents, count);
        for (size_t i = 0; i < s->picks.count; i++) {
            name_own(&joined, &s->picks.items[i]);
        }
        if (s->next.pick.sentence != LEDE_NONE) {
            name_own(&joined, &s->next.pick);
        }
    }
    document_free(&joined);
    return status;
}
