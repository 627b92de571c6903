/* SPDX-License-Identifier: MIT */
#include "lang/user_list.h"

#include "base/error.h"
#include "base/hash.h"
#include "lang/familiar.h"
#include "lang/word_lists.h"
#include "unicode/normalize.h"
#include "unicode/plain_mark.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

/* In the order of lede_list. */
static const user_list_name names[] = {
    {"dale-3000", "familiar words (Dale 1948)", WORD_LIST_DALE_3000, true},
    {"spache-1974", "familiar words, revised (Spache 1974)", WORD_LIST_SPACHE_1974, true},
    {"dale-769", "easy words (Dale, for Lorge 1944 and Spache 1953)", 0, true},
    {"harris-jacobson", "short list (Harris and Jacobson 1974)", 0, false},
    {"bamberger-vanecek", "1000 words of German (Bamberger and Vanecek 1984)", 0, false},
    {"alt-5000", "5000 frequent words of Portuguese (Moreno and others 2022)", 0, false},
    {"buchanan", "frequent words of Spanish (Buchanan, for Spaulding 1951)", 0, false},
    {"luong", "frequent syllables of Vietnamese (Luong and others 2018)", 0, false},
};

_Static_assert(sizeof names / sizeof *names == LEDE_LIST_COUNT, "a list has no name");

const user_list_name *user_list_names(size_t *count) {
    *count = sizeof names / sizeof names[0];
    return names;
}

const user_list_name *user_list_find_name(const char *name, size_t n) {
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i].name) == n && memcmp(names[i].name, name, n) == 0) {
            return &names[i];
        }
    }
    return NULL;
}

/* ---- Where a reader stands ------------------------------------------------------- */

typedef struct reader {
    const char *bytes;
    size_t n;
    size_t at;
    size_t line_begin;
    uint32_t line;
    uint32_t words; /* read so far, doubles too */
} reader;

static lede_status fail_at(lede_error *error, const reader *r, size_t offset,
                           lede_status status) {
    size_t column = utf8_count(r->bytes + r->line_begin, offset - r->line_begin);
    error_place(error, offset, r->line, (uint32_t)column + 1);
    return status;
}

static bool is_white(unicode_class class) {
    return class == UC_SPACE || class == UC_LINE_END;
}

/* Over a code point; the lines are those that editors count. */
static uint32_t read_point(reader *r) {
    uint32_t code = utf8_next(r->bytes, &r->at);
    bool pair = code == '\r' && r->at < r->n && r->bytes[r->at] == '\n';
    if (code == '\n' || (code == '\r' && !pair)) {
        r->line++;
        r->line_begin = r->at;
    }
    return code;
}

/* Over white space and comments. */
static void skip_to_word(reader *r) {
    bool comment = false;
    while (r->at < r->n) {
        size_t begin = r->at;
        uint32_t code = utf8_next(r->bytes, &begin);
        comment = (comment || code == '#') && code != '\n' && code != '\r';
        if (!comment && !is_white(unicode_class_of(code))) {
            return;
        }
        (void)read_point(r);
    }
}

static bool may_stand_in(unicode_class class) {
    return class != UC_CONTROL && class != UC_OTHER;
}

static bool is_of_word(unicode_class class) {
    return class >= UC_LETTER_LOWER && class <= UC_NUMBER;
}

/* A word as a text can have it: otherwise the entry would never match, which is a
 * mistake in the file that nobody would see ("the,"). */
static bool is_word(const char *word, size_t n) {
    unicode_class first = UC_OTHER, last = UC_OTHER;
    uint32_t code = 0, begin = 0;
    for (size_t at = 0; at < n;) {
        bool front = at == 0;
        code = unicode_plain_mark(utf8_next(word, &at));
        last = unicode_class_of(code);
        first = front ? last : first;
        begin = front ? code : begin;
        if (!may_stand_in(last)) {
            return false;
        }
    }
    return (is_of_word(first) || (begin == '\'' && n > 1)) &&
           (is_of_word(last) || code == '\'');
}

/* ---- Words ------------------------------------------------------------------------ */

/* A folded word, or SIZE_MAX: no memory; more than the limit: too long. */
static size_t fold_word(const user_list *l, const char *word, size_t n,
                        char key[USER_LIST_WORD_BYTES]) {
    size_t kept = 0;
    size_t folded = normalize_fold(l->allocator, word, n, key, USER_LIST_WORD_BYTES);
    if (folded > USER_LIST_WORD_BYTES) {
        return folded;
    }
    for (size_t at = 0; at < folded;) {
        kept += utf8_encode(unicode_plain_mark(utf8_next(key, &at)), key + kept);
    }
    return kept;
}

static size_t find(const user_list *l, const char *key, size_t n, uint64_t hash) {
    size_t s = map_first(&l->index, hash);
    for (; l->index.slots[s].index != MAP_NONE; s = map_next(&l->index, s)) {
        lede_span w = l->words.items[l->index.slots[s].index];
        if (l->index.slots[s].hash == map_tag(hash) && w.end - w.begin == n &&
            memcmp(l->keys.items + w.begin, key, n) == 0) {
            break;
        }
    }
    return s;
}

/* False: no memory. */
static bool keep_word(user_list *l, const char *key, size_t n) {
    uint64_t hash = hash_bytes(key, n, l->seed);
    if (!map_reserve(&l->index, l->allocator) ||
        !VEC_RESERVE(&l->words, l->allocator, 1) ||
        !VEC_RESERVE(&l->keys, l->allocator, n)) {
        return false;
    }
    size_t s = find(l, key, n, hash);
    if (l->index.slots[s].index != MAP_NONE) {
        return true;
    }
    uint32_t begin = (uint32_t)l->keys.count;
    memcpy(l->keys.items + begin, key, n);
    l->keys.count += n;
    map_put(&l->index, s, hash, (uint32_t)l->words.count);
    l->words.items[l->words.count++] = (lede_span){begin, (uint32_t)l->keys.count};
    return true;
}

static lede_status add_word(user_list *l, reader *r, size_t begin, lede_error *error) {
    char key[USER_LIST_WORD_BYTES];
    const char *word = r->bytes + begin;
    size_t n = r->at - begin;
    n -= n > 1 && word[n - 1] == '.';
    if (r->words++ == USER_LIST_WORDS) {
        error_set(error, LEDE_TOO_LARGE, "the list has more than USER_LIST_WORDS (%u)",
                  USER_LIST_WORDS);
        return fail_at(error, r, begin, LEDE_TOO_LARGE);
    }
    if (!is_word(word, n)) {
        error_set(error, LEDE_BAD_DATA, "no word that a text can have: \"%.*s\"",
                  (int)(n < 60 ? n : utf8_valid_prefix(word, 60)), word);
        return fail_at(error, r, begin, LEDE_BAD_DATA);
    }
    size_t length = fold_word(l, word, n, key);
    if (length == SIZE_MAX) {
        return error_no_memory(error);
    }
    if (length > USER_LIST_WORD_BYTES || length == 0) {
        error_set(error, LEDE_BAD_DATA, "a word of more than %u bytes, or of none",
                  USER_LIST_WORD_BYTES);
        return fail_at(error, r, begin, LEDE_BAD_DATA);
    }
    return keep_word(l, key, length) ? LEDE_OK : error_no_memory(error);
}

static lede_status read_words(user_list *l, reader *r, lede_error *error) {
    for (skip_to_word(r); r->at < r->n; skip_to_word(r)) {
        size_t begin = r->at, after = r->at;
        while (after < r->n && !is_white(unicode_class_of(utf8_next(r->bytes, &after)))) {
            r->at = after;
        }
        lede_status status = add_word(l, r, begin, error);
        if (status != LEDE_OK) {
            return status;
        }
    }
    if (l->words.count == 0) {
        return error_set(error, LEDE_BAD_DATA, "the list \"%s\" has no words",
                         l->name->name);
    }
    VEC_TRIM(&l->words, l->allocator);
    VEC_TRIM(&l->keys, l->allocator);
    return LEDE_OK;
}

/* The place of the first bad byte needs the lines before it. */
static lede_status fail_encoding(reader *r, size_t valid, lede_error *error) {
    while (r->at < valid) {
        (void)read_point(r);
    }
    error_set(error, LEDE_BAD_DATA, "the list is not UTF-8");
    return fail_at(error, r, valid, LEDE_BAD_DATA);
}

static lede_status read_file(user_list *l, const char *bytes, size_t n,
                             lede_error *error) {
    static const char mark[] = "\xEF\xBB\xBF";
    size_t skip = n >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
    reader r = {.bytes = bytes, .n = n, .at = skip, .line_begin = skip, .line = 1};
    if (n > USER_LIST_BYTES) {
        return error_set(error, LEDE_TOO_LARGE,
                         "the list has more bytes than USER_LIST_BYTES (%u)",
                         USER_LIST_BYTES);
    }
    size_t valid = utf8_valid_prefix(bytes, n);
    return valid < n ? fail_encoding(&r, valid, error) : read_words(l, &r, error);
}

/* ---- The list ---------------------------------------------------------------------- */

lede_status user_list_create(const user_list_file *file, const lede_allocator *allocator,
                             user_list **out, lede_error *error) {
    const lede_allocator *a = memory_or_default(allocator);
    const user_list_name *known = user_list_find_name(file->name, strlen(file->name));
    *out = NULL;
    error_clear(error);
    if (known == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "no word list is called \"%.60s\"",
                         file->name);
    }
    user_list *l = memory_allocate(a, sizeof *l);
    if (l == NULL) {
        return error_no_memory(error);
    }
    /* The file is its own seed: whoever writes it cannot choose words that collide. */
    uint64_t seed = hash_bytes(file->bytes, file->n, file->n);
    *l = (user_list){.allocator = a, .name = known, .seed = seed};
    lede_status status = map_init(&l->index, a, 0)
                             ? read_file(l, file->bytes, file->n, error)
                             : error_no_memory(error);
    if (status != LEDE_OK) {
        user_list_free(l);
        return status;
    }
    *out = l;
    return LEDE_OK;
}

void user_list_free(user_list *l) {
    if (l != NULL) {
        map_free(&l->index, l->allocator);
        VEC_FREE(&l->words, l->allocator);
        VEC_FREE(&l->keys, l->allocator);
        memory_free(l->allocator, l, sizeof *l);
    }
}

bool user_list_has(const user_list *l, const char *key, size_t n) {
    size_t s = find(l, key, n, hash_bytes(key, n, l->seed));
    return l->index.slots[s].index != MAP_NONE;
}

static uint32_t has_as_bit(const void *context, const char *key, size_t n) {
    return user_list_has(context, key, n);
}

bool user_list_knows(const user_list *l, const language_pack *pack, const char *key,
                     size_t n) {
    if (!l->name->inflects) {
        return user_list_has(l, key, n);
    }
    familiar_lists lists = {has_as_bit, l, 1, NULL};
    return familiar_by(pack, &lists, key, n) != 0;
}

const user_list_name *user_list_named(const user_list *l) {
    return l->name;
}

size_t user_list_count(const user_list *l) {
    return l->words.count;
}
