/* SPDX-License-Identifier: MIT */
#include "lang/keys.h"
#include "text/background_builder.h"
#include "text/background_layout.h"
#include "text/background_merge.h"

#include <lede/lede.h>

static lede_status check_options(const lede_background_options *o, lede_error *error) {
    const char *code = o->language;
    if (code != NULL &&
        !pack_code_is_well_formed(code, strnlen(code, BACKGROUND_NAME_SIZE))) {
        return error_set(error, LEDE_UNKNOWN_LANGUAGE,
                         "the language is not a code of one");
    }
    if (o->max_words > LEDE_BACKGROUND_WORDS_MOST) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "max_words is over %u",
                         LEDE_BACKGROUND_WORDS_MOST);
    }
    return LEDE_OK;
}

/* Checks them, and puts what they mean in the place of zeros. */
static lede_status fill_options(lede_background_options *o,
                                const lede_background_options *given, lede_error *error) {
    static const lede_background_options defaults = LEDE_BACKGROUND_OPTIONS_INIT;
    *o = given != NULL ? *given : defaults;
    o->max_words = o->max_words != 0 ? o->max_words : LEDE_BACKGROUND_WORDS;
    o->least_documents = o->least_documents != 0 ? o->least_documents : 1;
    o->allocator = memory_or_default(o->allocator);
    return check_options(o, error);
}

/* ---- Of documents -------------------------------------------------------------- */

lede_status lede_background_builder_create(const lede_background_options *options,
                                           lede_background_builder **out,
                                           lede_error *error) {
    lede_background_options o;
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    lede_status status = fill_options(&o, options, error);
    if (status != LEDE_OK) {
        return status;
    }
    lede_background_builder *b = memory_allocate(o.allocator, sizeof *b);
    if (b == NULL) {
        return error_no_memory(error);
    }
    if (!background_builder_init(b, &o)) {
        lede_background_builder_free(b);
        return error_no_memory(error);
    }
    *out = b;
    return LEDE_OK;
}

void lede_background_builder_free(lede_background_builder *builder) {
    if (builder != NULL) {
        const lede_allocator *allocator = builder->allocator;
        background_builder_release(builder);
        memory_free(allocator, builder, sizeof *builder);
    }
}

lede_status lede_background_builder_add(lede_background_builder *builder,
                                        const lede_document *document,
                                        lede_error *error) {
    error_clear(error);
    if (builder == NULL || document == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "%s is NULL",
                         builder == NULL ? "builder" : "document");
    }
    return background_builder_add(builder, document, error);
}

lede_background_facts
lede_background_builder_measure(const lede_background_builder *builder) {
    static const lede_background_facts none = {.language = ""};
    return builder != NULL ? builder->facts : none;
}

lede_status lede_background_builder_write(const lede_background_builder *builder,
                                          lede_sink sink, lede_error *error) {
    error_clear(error);
    if (builder == NULL || sink.write == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "%s is NULL",
                         builder == NULL ? "builder" : "sink.write");
    }
    return background_builder_write(builder, sink, error);
}

/* ---- Of other files ------------------------------------------------------------ */

static lede_status check_list(const lede_background *const *list, size_t count,
                              lede_error *error) {
    if (list == NULL && count > 0) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "list is NULL");
    }
    for (size_t i = 0; i < count; i++) {
        if (list[i] == NULL) {
            return error_set(error, LEDE_INVALID_ARGUMENT, "background %llu is NULL",
                             (unsigned long long)i + 1);
        }
    }
    return LEDE_OK;
}

lede_status lede_background_merge(const lede_background *const *list, size_t count,
                                  const lede_background_options *options, lede_sink sink,
                                  lede_error *error) {
    lede_background_options o;
    error_clear(error);
    lede_status status = check_list(list, count, error);
    if (status == LEDE_OK && sink.write == NULL) {
        status = error_set(error, LEDE_INVALID_ARGUMENT, "sink.write is NULL");
    }
    if (status == LEDE_OK) {
        status = fill_options(&o, options, error);
    }
    return status == LEDE_OK ? background_merge(list, count, &o, sink, error) : status;
}
