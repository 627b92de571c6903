/* SPDX-License-Identifier: MIT */
#include "text/document.h"

#include "base/error.h"
#include "markup/places.h"

#include <lede/lede.h>

static lede_status check_options(const lede_document_options *o, const char *bytes,
                                 size_t n, lede_error *error) {
    if (bytes == NULL && n > 0) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "bytes is NULL");
    }
    if ((int)o->newlines < LEDE_NEWLINES_AUTO || o->newlines > LEDE_NEWLINES_HARD) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "unknown value of newlines");
    }
    if ((int)o->enumerators < LEDE_ENUMERATORS_ATTACH ||
        o->enumerators > LEDE_ENUMERATORS_OWN) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "unknown value of enumerators");
    }
    if ((int)o->hygiene < LEDE_HYGIENE_STRIP || o->hygiene > LEDE_HYGIENE_OFF) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "unknown value of hygiene");
    }
    return LEDE_OK;
}

lede_status lede_document_create(const char *bytes, size_t n,
                                 const lede_document_options *options,
                                 lede_document **out, lede_error *error) {
    static const lede_document_options defaults = LEDE_DOCUMENT_OPTIONS_INIT;
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    const lede_document_options *o = options != NULL ? options : &defaults;
    lede_status status = check_options(o, bytes, n, error);
    if (status != LEDE_OK) {
        return status;
    }
    const lede_allocator *allocator = memory_or_default(o->allocator);
    lede_document *d = memory_allocate(allocator, sizeof *d);
    if (d == NULL) {
        return error_no_memory(error);
    }
    *d = (lede_document){.allocator = allocator};
    status = document_build(d, bytes != NULL ? bytes : "", n, o, error);
    if (status != LEDE_OK) {
        lede_document_free(d);
        return status;
    }
    *out = d;
    return LEDE_OK;
}

void lede_document_free(lede_document *document) {
    if (document != NULL) {
        const lede_allocator *allocator = document->allocator;
        document_free(document);
        memory_free(allocator, document, sizeof *document);
    }
}

const char *lede_document_text(const lede_document *document, size_t *count) {
    *count = document->page.size;
    return document->page.text;
}

const lede_block *lede_document_blocks(const lede_document *document, size_t *count) {
    *count = document->page.blocks.count;
    return document->page.blocks.items;
}

const lede_word *lede_document_words(const lede_document *document, size_t *count) {
    *count = document->words.count;
    return document->words.items;
}

const lede_sentence *lede_document_sentences(const lede_document *document,
                                             size_t *count) {
    *count = document->sentences.count;
    return document->sentences.items;
}

const lede_term *lede_document_terms(const lede_document *document, size_t *count) {
    *count = document->terms.count;
    return document->terms.items;
}

const char *lede_document_keys(const lede_document *document, size_t *count) {
    *count = document->keys.count;
    return document->keys.items;
}

const lede_ledger_entry *lede_document_ledger(const lede_document *document,
                                              size_t *count) {
    *count = document->ledger.count;
    return document->ledger.items;
}

const lede_boundary *lede_document_boundaries(const lede_document *document,
                                              size_t *count) {
    *count = document->boundaries.count;
    return document->boundaries.items;
}

lede_document_facts lede_document_measure(const lede_document *document) {
    return document->facts;
}

lede_place lede_document_place(const lede_document *document, uint32_t offset) {
    return place_in_text(&document->source, &document->page, offset);
}

lede_place lede_document_source_place(const lede_document *document, uint32_t offset) {
    return place_in_source(&document->source, offset);
}

lede_place lede_document_place_end(const lede_document *document, uint32_t offset) {
    return place_of_end(&document->source, &document->page, offset);
}

const lede_omission *lede_document_omissions(const lede_document *document,
                                             size_t *count) {
    *count = document->page.omissions.count;
    return document->page.omissions.items;
}
