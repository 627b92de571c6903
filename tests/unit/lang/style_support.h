/* SPDX-License-Identifier: MIT */
/* For tests of word lists: a pack made of a style.txt given as text. */
#ifndef LEDE_TESTS_STYLE_SUPPORT_H
#define LEDE_TESTS_STYLE_SUPPORT_H

#include "base/memory.h"
#include "lang/pack.h"
#include "lang/parse_style.h"
#include "lang/word_lists.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct styled {
    style_builder builder;
    list_tables tables;
    language_pack pack;
} styled;

static inline lede_status styled_parse(styled *s, const char *style, lede_error *error) {
    memset(s, 0, sizeof *s);
    s->builder.allocator = &memory_default;
    lede_status status = parse_style(&s->builder, style, strlen(style), error);
    if (status == LEDE_OK) {
        status = parse_style_finish(&s->builder, &s->tables, error);
    }
    s->pack = *pack_neutral();
    s->pack.lists = &s->tables;
    return status;
}

static inline void styled_open(styled *s, const char *style) {
    lede_error error = {0};
    lede_status status = styled_parse(s, style, &error);
    if (status != LEDE_OK) {
        print_error("%s\n", error.text);
    }
    assert_int_equal(status, LEDE_OK);
}

static inline void styled_close(styled *s) {
    parse_style_free(&s->builder);
}

static inline uint32_t lists_of(const language_pack *pack, const char *key) {
    return word_lists_of(pack, key, strlen(key));
}

static inline const language_pack *pack_of(const char *code) {
    const language_pack *pack = pack_find(code, strlen(code));
    assert_non_null(pack);
    return pack;
}

#endif
