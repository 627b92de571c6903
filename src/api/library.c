/* SPDX-License-Identifier: MIT */
/* Versions, languages, vocabularies. */
#include "base/error.h"
#include "lang/pack.h"
#include "text/vocabulary.h"
#include "unicode/properties.h"
#include "unicode/segment.h"

#include <lede/lede.h>

#include <string.h>

const char *lede_version(void) {
    return LEDE_VERSION_TEXT;
}

const char *lede_unicode_version(void) {
    return UNICODE_VERSION_TEXT;
}

const char *lede_data_version(void) {
    return pack_data_version();
}

const lede_language_info *lede_language_at(size_t index) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    return index < count ? &packs[index].info : NULL;
}

/* NULL for "auto": a vocabulary of every language. */
static lede_status find_language(const char *language, const language_pack **pack,
                                 lede_error *error) {
    const char *code = language != NULL ? language : "";
    *pack = NULL;
    if (strcmp(code, "auto") == 0) {
        return LEDE_OK;
    }
    if (!pack_code_is_well_formed(code, strlen(code))) {
        return error_set(error, LEDE_UNKNOWN_LANGUAGE, "malformed language code \"%.*s\"",
                         pack_code_shown(code), code);
    }
    *pack = pack_find(code, strlen(code));
    *pack = *pack != NULL ? *pack : pack_neutral();
    return LEDE_OK;
}

lede_status lede_vocabulary_create(const char *language, size_t capacity,
                                   uint64_t hash_seed, const lede_allocator *allocator,
                                   lede_vocabulary **out, lede_error *error) {
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    const language_pack *pack = NULL;
    lede_status status = find_language(language, &pack, error);
    if (status != LEDE_OK) {
        return status;
    }
    allocator = memory_or_default(allocator);
    lede_vocabulary *v = memory_allocate(allocator, sizeof *v);
    if (v == NULL) {
        return error_no_memory(error);
    }
    size_t limit = capacity != 0 ? capacity : LEDE_VOCABULARY_CAPACITY;
    if (vocabulary_init(v, allocator, pack, limit, hash_seed) != LEDE_OK) {
        lede_vocabulary_free(v);
        return error_no_memory(error);
    }
    *out = v;
    return LEDE_OK;
}

void lede_vocabulary_free(lede_vocabulary *vocabulary) {
    if (vocabulary != NULL) {
        const lede_allocator *allocator = vocabulary->allocator;
        vocabulary_release(vocabulary);
        memory_free(allocator, vocabulary, sizeof *vocabulary);
    }
}

lede_vocabulary_stats lede_vocabulary_measure(const lede_vocabulary *vocabulary) {
    static const lede_vocabulary_stats none = {0, 0, 0};
    return vocabulary != NULL ? vocabulary_measure(vocabulary) : none;
}

size_t lede_uax29_word_end(const char *bytes, size_t n, size_t at) {
    return segment_word_end(bytes, n, at);
}

size_t lede_uax29_sentence_end(const char *bytes, size_t n, size_t at) {
    return segment_sentence_end(bytes, n, at);
}
