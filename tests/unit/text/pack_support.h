/* SPDX-License-Identifier: MIT */
/* For tests of what lists of a language do, whatever languages are compiled in: a
 * pack made of lists given as text, and documents read with it. */
#ifndef LEDE_TESTS_PACK_SUPPORT_H
#define LEDE_TESTS_PACK_SUPPORT_H

#include "lang/parse.h"
#include "text/build.h"
#include "text/sentences.h"
#include "text/terms.h"
#include "text/words.h"
#include "unit/text/text_support.h"

typedef struct listed {
    lede_document d;
    lede_vocabulary vocabulary;
    language_pack pack;
    pack_builder lists;
    uint16_t *slots;
    char *bytes;
    size_t limit; /* of the vocabulary */
    const lede_allocator *allocator;
} listed;

static inline void listed_slots(listed *l) {
    uint32_t mask = 1;
    while (mask < 2 * l->lists.words.count) {
        mask = mask * 2 + 1;
    }
    l->slots = calloc((size_t)mask + 1, sizeof *l->slots);
    assert_non_null(l->slots);
    for (size_t i = 0; i < l->lists.words.count; i++) {
        pack_word w = l->lists.words.items[i];
        uint32_t s = pack_first_slot(l->lists.strings.items + w.key, w.length, mask);
        while (l->slots[s] != 0) {
            s = (s + 1) & mask;
        }
        l->slots[s] = (uint16_t)(i + 1);
        l->pack.elides = l->pack.elides || (w.flags & LEDE_TERM_ELISION) != 0;
        l->pack.ordinals = l->pack.ordinals || (w.flags & LEDE_TERM_ORDINAL_AFTER) != 0;
    }
    l->pack.slots = l->slots;
    l->pack.slot_mask = mask;
}

/* lists: as a file of stopwords/ has them; algorithm: of Snowball, or NULL. */
static inline void listed_pack(listed *l, const char *lists, const char *algorithm) {
    lede_error error;
    memset(l, 0, sizeof *l);
    l->limit = 100;
    l->allocator = &memory_default;
    l->lists.allocator = &memory_default;
    assert_int_equal(parse_list(&l->lists, lists, strlen(lists), &error), LEDE_OK);
    assert_int_equal(parse_finish(&l->lists, &error), LEDE_OK);
    l->pack.info = (lede_language_info){"xx", "listed", algorithm, 0, 0, 0};
    l->pack.codes = l->lists.codes;
    l->pack.strings = l->lists.strings.items;
    l->pack.words = l->lists.words.items;
    l->pack.word_count = (uint32_t)l->lists.words.count;
    l->pack.lines = l->lists.lines.items;
    l->pack.line_count = (uint32_t)l->lists.lines.count;
    listed_slots(l);
}

static inline lede_status listed_stages(listed *l) {
    build b = {.allocator = l->allocator};
    lede_status status =
        vocabulary_init(&l->vocabulary, l->allocator, &l->pack, l->limit, 5);
    status = status == LEDE_OK ? build_open(&b, &l->d, &l->vocabulary) : status;
    status = status == LEDE_OK ? words_read(&b) : status;
    status = status == LEDE_OK ? sentences_read(&l->d) : status;
    status = status == LEDE_OK ? terms_complete(&b) : status;
    build_close(&b);
    return status;
}

/* The whole text is one block. */
static inline lede_status listed_read(listed *l, const char *text) {
    size_t n = strlen(text);
    l->bytes = malloc(n > 0 ? n : 1);
    assert_non_null(l->bytes);
    memcpy(l->bytes, text, n);
    l->d.allocator = l->allocator;
    l->d.pack = &l->pack;
    l->d.page.text = l->bytes;
    l->d.page.size = (uint32_t)n;
    if (!VEC_RESERVE(&l->d.page.blocks, l->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    l->d.page.blocks.items[l->d.page.blocks.count++] =
        (lede_block){.span = {0, (uint32_t)n}};
    return listed_stages(l);
}

static inline void listed_text(listed *l, const char *text) {
    assert_int_equal(listed_read(l, text), LEDE_OK);
}

static inline void listed_close(listed *l) {
    vocabulary_release(&l->vocabulary);
    document_free(&l->d);
    parse_free(&l->lists);
    free(l->slots);
    free(l->bytes);
}

#endif
