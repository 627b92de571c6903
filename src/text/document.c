/* SPDX-License-Identifier: MIT */
#include "text/document.h"

#include "base/error.h"
#include "markup/draft.h"
#include "markup/places.h"
#include "markup/plain.h"
#include "text/build.h"
#include "text/language.h"
#include "text/roles.h"
#include "text/sentences.h"
#include "text/terms.h"
#include "text/words.h"

#include <string.h>

static lede_status check_size(size_t n, uint64_t max_bytes, lede_error *error) {
    uint64_t limit = max_bytes != 0 ? max_bytes : LEDE_MAX_BYTES;
    if (n > limit) {
        return error_set(error, LEDE_TOO_LARGE,
                         "%llu bytes are over the limit of %llu (max_bytes)",
                         (unsigned long long)n, (unsigned long long)limit);
    }
    if (n >= UINT32_MAX) {
        return error_set(error, LEDE_TOO_LARGE, "a source must stay under 4 GiB");
    }
    return LEDE_OK;
}

/* UTF-16 read as UTF-8 would be nothing but replacements and NULs. */
static bool is_utf16(const char *bytes, size_t n) {
    return n >= 2 &&
           (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static lede_status check_encoding(lede_document *d, bool strict, lede_error *error) {
    const source *s = &d->source;
    d->facts.bad_bytes = s->bad;
    d->facts.nul_bytes = s->nul;
    if (s->first_bad == LEDE_NONE) {
        return LEDE_OK;
    }
    d->facts.first_bad = place_in_source(s, s->first_bad);
    if (!strict) {
        return LEDE_OK;
    }
    bool nul = s->bytes[s->first_bad] == '\0';
    error_set(error, LEDE_BAD_ENCODING,
              nul ? "NUL byte at byte %u" : "not valid UTF-8 at byte %u",
              (unsigned)s->first_bad);
    error_place(error, s->first_bad, d->facts.first_bad.line, d->facts.first_bad.column);
    return LEDE_BAD_ENCODING;
}

static void note_front(lede_document *d, const draft_front *front) {
    d->facts.front_matter = front->state;
    d->facts.front_matter_problem = front->problem;
    if (pack_code_is_well_formed(front->language, strlen(front->language))) {
        memcpy(d->declared, front->language, sizeof d->declared);
    }
    if (front->state == LEDE_FRONT_MATTER_SET_ASIDE || front->problem != NULL) {
        d->facts.front_matter_place = place_in_source(&d->source, front->problem_at);
    }
}

static lede_status read_markup(lede_document *d, const lede_document_options *options) {
    d->facts.markup = options->markup;
    if (options->markup == LEDE_MARKUP_PLAIN) {
        return plain_read(&d->page, d->allocator, &d->source, options->newlines,
                          d->keep_rules);
    }
    markdown_options o = {options->markup == LEDE_MARKUP_MDX, options->newlines,
                          d->keep_rules};
    draft_front front;
    lede_status status = draft_read(&d->page, d->allocator, &d->source, &o, &front);
    note_front(d, &front);
    return status;
}

static lede_status read_page(lede_document *d, const char *bytes, size_t n,
                             const lede_document_options *options, lede_error *error) {
    lede_status status = check_size(n, options->max_bytes, error);
    if (status != LEDE_OK) {
        return status;
    }
    if (is_utf16(bytes, n)) {
        return error_set(error, LEDE_BAD_ENCODING,
                         "UTF-16 is not read yet: convert the text to UTF-8");
    }
    if (source_open(&d->source, d->allocator, bytes, (uint32_t)n) != LEDE_OK) {
        return error_no_memory(error);
    }
    status = check_encoding(d, options->strict != 0, error);
    if (status != LEDE_OK) {
        return status;
    }
    status = read_markup(d, options);
    if (status == LEDE_TOO_LARGE) {
        return error_set(error, status, "the visible text must stay under 4 GiB");
    }
    return status == LEDE_OK ? status : error_no_memory(error);
}

static void set_code(lede_document *d, const char *code, size_t n) {
    size_t most = sizeof d->facts.language - 1;
    memcpy(d->facts.language, code, n < most ? n : most);
}

static lede_status choose_language(lede_document *d, const char *code,
                                   lede_error *error) {
    bool automatic = code == NULL || strcmp(code, "auto") == 0;
    if (automatic && d->declared[0] != '\0') {
        d->facts.language_declared = 1;
        automatic = false;
        code = d->declared;
    }
    const language_pack *pack = NULL;
    d->facts.language_confidence = 100;
    if (automatic) {
        language_choice choice = language_vote(d->page.text, d->page.size);
        pack = choice.pack;
        d->facts.language_confidence = pack != NULL ? choice.confidence : 0;
    } else if (!pack_code_is_well_formed(code, strlen(code))) {
        return error_set(error, LEDE_UNKNOWN_LANGUAGE, "malformed language code \"%.*s\"",
                         pack_code_shown(code), code);
    } else {
        pack = pack_find(code, strlen(code));
    }
    d->pack = pack != NULL ? pack : pack_neutral();
    d->facts.language_known = pack != NULL;
    d->facts.language_detected = automatic && pack != NULL;
    const char *shown = automatic ? d->pack->info.code : code;
    set_code(d, shown, strlen(shown));
    return LEDE_OK;
}

static void sum_up(lede_document *d) {
    d->facts.hard_wrapped = d->page.hard_wrapped;
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        bool aside = s->role == LEDE_ROLE_SET_ASIDE;
        if (s->role == LEDE_ROLE_METADATA) {
            continue;
        }
        d->facts.words += aside ? 0 : s->words;
        d->facts.set_aside_words += aside ? s->words : document_aside_words(d, s);
        d->facts.body_sentences += s->role == LEDE_ROLE_BODY;
        d->facts.headings += s->role == LEDE_ROLE_HEADING;
    }
}

static lede_status run_stages(build *b) {
    lede_status status = words_read(b);
    if (status == LEDE_OK) {
        status = sentences_read(b->d);
    }
    if (status == LEDE_OK) {
        status = roles_read(b->d);
    }
    return status == LEDE_OK ? terms_complete(b) : status;
}

/* Who measures looks words up again; who asks for stems has no use for it. */
static void keep_index(lede_document *d, build *b) {
    if (d->no_stems && b->vocabulary != NULL) {
        d->index = b->index;
        d->index_seed = b->vocabulary->seed;
        b->index = (map){NULL, 0, 0, 0};
    }
}

static lede_status read_text(lede_document *d, const lede_document_options *options,
                             lede_error *error) {
    lede_vocabulary own = {0};
    lede_vocabulary *vocabulary = NULL;
    lede_status status = LEDE_OK;
    if (!vocabulary_choose(options->vocabulary, d->pack, &vocabulary)) {
        return error_no_memory(error);
    }
    if (vocabulary == NULL) {
        /* It keeps nothing: a document asks for each distinct word once. */
        status = vocabulary_init(&own, d->allocator, d->pack, 0, options->hash_seed);
        vocabulary = &own;
    }
    build b = {.allocator = d->allocator};
    if (status == LEDE_OK) {
        status = build_open(&b, d, vocabulary);
    }
    if (status == LEDE_OK) {
        status = run_stages(&b);
    }
    keep_index(d, &b);
    build_close(&b);
    if (vocabulary == &own) {
        vocabulary_release(&own);
    }
    return status == LEDE_OK ? status : error_no_memory(error);
}

lede_status document_build(lede_document *d, const char *bytes, size_t n,
                           const lede_document_options *options, lede_error *error) {
    d->seed = options->hash_seed;
    d->keep_boundaries = options->keep_boundaries != 0;
    d->no_stems = options->no_stems != 0;
    d->enumerators = options->enumerators;
    d->hygiene = options->hygiene;
    d->keep_rules =
        options->hygiene == LEDE_HYGIENE_OFF ? UINT32_MAX : options->keep_rules;
    lede_status status = read_page(d, bytes, n, options, error);
    if (status == LEDE_OK) {
        status = choose_language(d, options->language, error);
    }
    if (status == LEDE_OK) {
        status = read_text(d, options, error);
    }
    if (status == LEDE_OK) {
        sum_up(d);
    }
    return status;
}

void document_free(lede_document *d) {
    VEC_FREE(&d->words, d->allocator);
    VEC_FREE(&d->sentences, d->allocator);
    VEC_FREE(&d->boundaries, d->allocator);
    VEC_FREE(&d->evidence, d->allocator);
    VEC_FREE(&d->terms, d->allocator);
    VEC_FREE(&d->keys, d->allocator);
    VEC_FREE(&d->parts, d->allocator);
    VEC_FREE(&d->stems, d->allocator);
    VEC_FREE(&d->ledger, d->allocator);
    VEC_FREE(&d->starts, d->allocator);
    map_free(&d->index, d->allocator);
    page_free(&d->page, d->allocator);
    source_close(&d->source, d->allocator);
}
