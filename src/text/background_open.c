/* SPDX-License-Identifier: MIT */
/* The head of a background file, its sizes and checksums. */
#include "base/crc32c.h"
#include "lang/keys.h"
#include "text/background_check.h"
#include "text/background_layout.h"
#include "unicode/properties.h"

/* ---- The head ---------------------------------------------------------------- */

static lede_status check_kind(const background_checker *c) {
    static const char magic[] = BACKGROUND_MAGIC;
    for (size_t i = 0; i < c->n && i < BACKGROUND_MAGIC_SIZE; i++) {
        if (c->bytes[i] != magic[i]) {
            return REFUSE(c, 0, "no background file: it begins with other bytes");
        }
    }
    if (c->n < BACKGROUND_HEAD) {
        return REFUSE(c, c->n, "cut off: %llu bytes, where the head alone has %u",
                      (unsigned long long)c->n, BACKGROUND_HEAD);
    }
    unsigned format = background_u16(c->bytes + BACKGROUND_AT_FORMAT);
    if (format != BACKGROUND_FORMAT) {
        return REFUSE(c, BACKGROUND_AT_FORMAT,
                      "background format %u; this library reads format %u", format,
                      BACKGROUND_FORMAT);
    }
    return LEDE_OK;
}

static bool sum_agrees(const background_checker *c, size_t from, size_t n,
                       size_t sum_at) {
    return crc32c_of(c->bytes + from, n) == background_u32(c->bytes + sum_at);
}

/* A text of the head, NUL to its end: its bytes, or NULL. */
static const char *name_at(const background_checker *c, size_t offset) {
    const char *name = c->bytes + offset;
    size_t n = 0;
    while (n < BACKGROUND_NAME_SIZE && name[n] != '\0') {
        n++;
    }
    for (size_t i = n; i < BACKGROUND_NAME_SIZE; i++) {
        if (name[i] != '\0') {
            return NULL;
        }
    }
    return n < BACKGROUND_NAME_SIZE ? name : NULL;
}

static lede_status check_number(const background_checker *c, size_t at, unsigned wanted,
                                const char *what) {
    unsigned number = background_u16(c->bytes + at);
    if (number != wanted) {
        return REFUSE(c, at, "its words come from %s %u; this library has %u", what,
                      number, wanted);
    }
    return LEDE_OK;
}

static lede_status check_unicode(const background_checker *c) {
    const char *version = name_at(c, BACKGROUND_AT_UNICODE);
    if (version == NULL || strspn(version, "0123456789.") != strlen(version)) {
        return REFUSE(c, BACKGROUND_AT_UNICODE, "the version of Unicode is not one");
    }
    if (strcmp(version, UNICODE_VERSION_TEXT) != 0) {
        return REFUSE(c, BACKGROUND_AT_UNICODE,
                      "its words come from Unicode %s; this library has %s", version,
                      UNICODE_VERSION_TEXT);
    }
    return LEDE_OK;
}

static lede_status check_versions(const background_checker *c) {
    lede_status status =
        check_number(c, BACKGROUND_AT_TOKENIZER, BACKGROUND_TOKENIZER, "tokenizer");
    if (status == LEDE_OK) {
        status = check_number(c, BACKGROUND_AT_FOLD, BACKGROUND_FOLD, "folding");
    }
    if (status == LEDE_OK) {
        status = check_number(c, BACKGROUND_AT_STEM, BACKGROUND_STEM_NONE, "stemming");
    }
    return status == LEDE_OK ? check_unicode(c) : status;
}

static lede_status read_facts(const background_checker *c) {
    lede_background_facts *facts = &c->b->facts;
    const char *code = name_at(c, BACKGROUND_AT_LANGUAGE);
    if (code == NULL || !pack_code_is_well_formed(code, strlen(code))) {
        return REFUSE(c, BACKGROUND_AT_LANGUAGE, "the language is not a code of one");
    }
    memcpy(facts->language, code, BACKGROUND_NAME_SIZE);
    facts->documents = background_u64(c->bytes + BACKGROUND_AT_DOCUMENTS);
    facts->tokens = background_u64(c->bytes + BACKGROUND_AT_TOKENS);
    facts->words = background_u64(c->bytes + BACKGROUND_AT_WORDS);
    facts->occurrences = background_u64(c->bytes + BACKGROUND_AT_OCCURRENCES);
    facts->least_documents = background_u64(c->bytes + BACKGROUND_AT_LEAST);
    return LEDE_OK;
}

static lede_status check_facts(const background_checker *c) {
    const lede_background_facts *facts = &c->b->facts;
    if (facts->documents == 0 && facts->tokens > 0) {
        return REFUSE(c, BACKGROUND_AT_DOCUMENTS, "words, but no document");
    }
    if (facts->occurrences > facts->tokens) {
        return REFUSE(c, BACKGROUND_AT_OCCURRENCES,
                      "%llu occurrences, more than the %llu words of the texts",
                      (unsigned long long)facts->occurrences,
                      (unsigned long long)facts->tokens);
    }
    if (facts->least_documents == 0) {
        return REFUSE(c, BACKGROUND_AT_LEAST, "a word is said to stand in 0 documents");
    }
    for (size_t i = BACKGROUND_AT_RESERVED; i < BACKGROUND_AT_WORDS_SUM; i++) {
        if (c->bytes[i] != '\0') {
            return REFUSE(c, i, "a reserved byte is not 0");
        }
    }
    return LEDE_OK;
}

/* ---- Sizes and checksums ------------------------------------------------------- */

static lede_status check_size(background_checker *c) {
    uint64_t words = c->b->facts.words;
    uint64_t blocks = words / BACKGROUND_BLOCK + (words % BACKGROUND_BLOCK != 0);
    uint64_t size = background_u64(c->bytes + BACKGROUND_AT_SIZE);
    if (size > UINT64_MAX / 2) {
        return REFUSE(c, BACKGROUND_AT_SIZE, "no file has %llu bytes of words",
                      (unsigned long long)size);
    }
    uint64_t whole = BACKGROUND_HEAD + size + blocks * BACKGROUND_OFFSET_SIZE;
    if (c->n < whole) {
        return REFUSE(c, c->n, "cut off: %llu bytes, where its head speaks of %llu",
                      (unsigned long long)c->n, (unsigned long long)whole);
    }
    if (c->n > whole) {
        return REFUSE(c, whole, "%llu bytes, where its head speaks of %llu",
                      (unsigned long long)c->n, (unsigned long long)whole);
    }
    c->at = BACKGROUND_HEAD;
    c->end = BACKGROUND_HEAD + (size_t)size;
    c->b->index = c->bytes + c->end;
    c->b->blocks = (size_t)blocks;
    return LEDE_OK;
}

static lede_status check_sums(const background_checker *c) {
    if (!sum_agrees(c, c->at, c->end - c->at, BACKGROUND_AT_WORDS_SUM)) {
        return REFUSE(c, c->at, "the words are damaged: their checksum is another");
    }
    if (!sum_agrees(c, c->end, c->n - c->end, BACKGROUND_AT_INDEX_SUM)) {
        return REFUSE(c, c->end, "the index is damaged: its checksum is another");
    }
    return LEDE_OK;
}

static lede_status check_head(background_checker *c) {
    lede_status status = check_kind(c);
    if (status != LEDE_OK) {
        return status;
    }
    if (!sum_agrees(c, 0, BACKGROUND_AT_HEAD_SUM, BACKGROUND_AT_HEAD_SUM)) {
        return REFUSE(c, 0, "the head is damaged: its checksum is another");
    }
    status = check_versions(c);
    if (status == LEDE_OK) {
        status = read_facts(c);
    }
    if (status == LEDE_OK) {
        status = check_facts(c);
    }
    if (status == LEDE_OK) {
        status = check_size(c);
    }
    return status == LEDE_OK ? check_sums(c) : status;
}

lede_status background_open(lede_background *b, const char *bytes, size_t n,
                            lede_error *error) {
    background_checker c = {.b = b, .bytes = bytes, .n = n, .error = error};
    *b = (lede_background){.bytes = bytes};
    error_clear(error);
    lede_status status = check_head(&c);
    return status == LEDE_OK ? background_check_words(&c) : status;
}
