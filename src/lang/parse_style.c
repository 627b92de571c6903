/* SPDX-License-Identifier: MIT */
#include "lang/parse_style.h"

#include "base/error.h"
#include "base/lanes.h"
#include "lang/list_rules.h"
#include "lang/parse_rules.h"
#include "lang/parse_shapes.h"
#include "lang/repeat_words.h"
#include "lang/word_lists.h"

#include <string.h>

typedef enum section_kind {
    SECTION_WORDS = 1, /* and phrases */
    SECTION_KEYS,      /* words alone */
    SECTION_SUFFIXES,
    SECTION_RULES,
    SECTION_SHAPES,
    SECTION_PREFIXES,
    SECTION_SPEED,
    SECTION_FLAG /* the entry "yes" */
} section_kind;

typedef struct section {
    const char *name;
    section_kind kind;
    uint32_t list;   /* of words, suffixes and shapes; the flag */
    uint32_t unless; /* of suffixes and shapes */
    list_rule_kind rule;
} section;

/* Those of one kind of file. */
typedef struct section_set {
    const section *sections;
    size_t count;
} section_set;

#define WORDS(name, list)                                                                \
    { name, SECTION_WORDS, list, 0, 0 }
#define KEYS(name, list)                                                                 \
    { name, SECTION_KEYS, list, 0, 0 }
#define SUFFIXES(name, list, unless)                                                     \
    { name, SECTION_SUFFIXES, list, unless, 0 }
#define RULES(name, kind)                                                                \
    { name, SECTION_RULES, 0, 0, kind }

static const section style_sections[] = {
    WORDS("preposition", WORD_LIST_PREPOSITION),
    WORDS("pronoun", WORD_LIST_PRONOUN),
    WORDS("conjunction", WORD_LIST_CONJUNCTION),
    WORDS("subordinating", WORD_LIST_SUBORDINATING | WORD_LIST_CONJUNCTION),
    WORDS("interrogative", WORD_LIST_INTERROGATIVE),
    WORDS("article", WORD_LIST_ARTICLE),
    WORDS("to-be", WORD_LIST_TO_BE),
    WORDS("auxiliary", WORD_LIST_AUXILIARY),
    WORDS("passive", WORD_LIST_PASSIVE),
    WORDS("passive-only", WORD_LIST_PASSIVE | WORD_LIST_NO_INFINITIVE),
    WORDS("between", WORD_LIST_BETWEEN),
    WORDS("clause-final", WORD_LIST_CLUSTER),
    WORDS("perfect", WORD_LIST_PERFECT),
    WORDS("relative", WORD_LIST_RELATIVE),
    WORDS("possessive-too", WORD_LIST_POSSESSIVE_TOO),
    WORDS("hedge", WORD_LIST_HEDGE),
    WORDS("intensifier", WORD_LIST_INTENSIFIER),
    WORDS("transition", WORD_LIST_TRANSITION),
    WORDS("wordy", WORD_LIST_WORDY),
    WORDS("plain", WORD_LIST_PLAIN),
    WORDS("comparable", WORD_LIST_COMPARABLE),
    WORDS("participle", WORD_LIST_PARTICIPLE),
    WORDS("participle-not", LIST_NOT_PARTICIPLE),
    WORDS("participle-infinitive", WORD_LIST_INFINITIVE),
    WORDS("nominalisation", WORD_LIST_NOMINALISATION),
    WORDS("nominalisation-not", LIST_NOT_NOMINALISATION),
    WORDS("adverb", WORD_LIST_ADVERB),
    WORDS("adverb-not", LIST_NOT_ADVERB),
    WORDS("compound-not", LIST_NOT_COMPOUND),
    SUFFIXES("suffix-participle", WORD_LIST_PARTICIPLE, LIST_NOT_PARTICIPLE),
    SUFFIXES("suffix-nominalisation", WORD_LIST_NOMINALISATION, LIST_NOT_NOMINALISATION),
    SUFFIXES("suffix-adverb", WORD_LIST_ADVERB, LIST_NOT_ADVERB),
    {"shape-participle", SECTION_SHAPES, WORD_LIST_PARTICIPLE, LIST_NOT_PARTICIPLE, 0},
    {"shape-participle-not", SECTION_SHAPES, LIST_NOT_PARTICIPLE, 0, 0},
    {"prefix-participle", SECTION_PREFIXES, WORD_LIST_PARTICIPLE | WORD_LIST_INFINITIVE,
     LIST_NOT_PARTICIPLE, 0},
    RULES("contraction", LIST_RULE_CONTRACTION),
    RULES("inflection", LIST_RULE_INFLECTION),
    RULES("fog", LIST_RULE_FOG),
    {"speed", SECTION_SPEED, 0, 0, 0},
};

static const section repeat_sections[] = {
    KEYS("numeral", REPEAT_WORD_NUMERAL),
    KEYS("weak", REPEAT_WORD_WEAK),
    KEYS("weak-begin", REPEAT_WORD_WEAK_BEGIN),
    KEYS("weak-end", REPEAT_WORD_WEAK_END),
    KEYS("adjective-not", REPEAT_WORD_NOT_ADJECTIVE),
    SUFFIXES("suffix-adjective", REPEAT_WORD_ADJECTIVE, REPEAT_WORD_NOT_ADJECTIVE),
    KEYS("doubled", REPEAT_WORD_DOUBLED),
    KEYS("fold-not", REPEAT_WORD_NO_FOLD),
    KEYS("general", REPEAT_WORD_GENERAL),
    KEYS("calendar", REPEAT_WORD_CALENDAR),
    KEYS("connector", REPEAT_WORD_CONNECTOR),
    KEYS("before-noun", REPEAT_WORD_BEFORE_NOUN),
    RULES("possessive", LIST_RULE_CONTRACTION),
    RULES("fold", LIST_RULE_INFLECTION),
    {"capital-nouns", SECTION_FLAG, LIST_CAPITAL_NOUNS, 0, 0},
    {"participles-go-on", SECTION_FLAG, LIST_PARTICIPLES_GO_ON, 0, 0},
};

#define SET(sections)                                                                    \
    { sections, sizeof(sections) / sizeof((sections)[0]) }

static const section_set of_style = SET(style_sections);
static const section_set of_repeats = SET(repeat_sections);

/* The lists of readability/: each a file that may be taken away. */
static const section files[] = {
    WORDS("dale-chall-3000.txt", WORD_LIST_DALE_3000),
    WORDS("spache-1974.txt", WORD_LIST_SPACHE_1974),
};

uint32_t parse_style_file(const char *name) {
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (strcmp(files[i].name, name) == 0) {
            return files[i].list;
        }
    }
    return 0;
}

static const section *find_section(const section_set *set, const char *name, size_t n) {
    for (size_t i = 0; set != NULL && i < set->count; i++) {
        const section *s = &set->sections[i];
        if (strlen(s->name) == n && memcmp(s->name, name, n) == 0) {
            return s;
        }
    }
    return NULL;
}

uint32_t parse_style_list(const style_builder *b, const char *name, size_t n) {
    const section *s = find_section(b->set, name, n);
    bool words = s != NULL && (s->kind == SECTION_WORDS || s->kind == SECTION_KEYS);
    return words ? s->list : 0;
}

static lede_status check_order(const style_builder *b, const list_slice *s,
                               lede_error *error) {
    if (b->last == NULL) {
        return LEDE_OK;
    }
    int order = list_compare(b->last, b->last_length, s->bytes, s->n);
    return order < 0    ? LEDE_OK
           : order == 0 ? list_fail(error, s, "entry stands twice in its section")
                        : list_fail(error, s, "entry is out of order");
}

/* The entry with spaces where it has underscores. */
static lede_status add_string(style_builder *b, const list_slice *s, uint32_t *key,
                              lede_error *error) {
    if (!VEC_RESERVE(&b->strings, b->allocator, s->n)) {
        return error_no_memory(error);
    }
    *key = (uint32_t)b->strings.count;
    for (size_t i = 0; i < s->n; i++) {
        b->strings.items[b->strings.count++] = s->bytes[i] == '_' ? ' ' : s->bytes[i];
    }
    return LEDE_OK;
}

static lede_status add_word(style_builder *b, list_word word, lede_error *error) {
    if (!VEC_RESERVE(&b->words, b->allocator, 1)) {
        return error_no_memory(error);
    }
    b->words.items[b->words.count++] = word;
    return LEDE_OK;
}

/* Words of a phrase; 0: it begins or ends in an underscore, or has two in a row. */
static size_t count_parts(const list_slice *s) {
    size_t parts = 1;
    for (size_t i = 0; i < s->n; i++) {
        bool mark = s->bytes[i] == '_';
        if (mark && (i == 0 || i + 1 == s->n || s->bytes[i + 1] == '_')) {
            return 0;
        }
        parts += mark;
    }
    return parts;
}

static lede_status add_phrase(style_builder *b, list_phrase phrase, lede_error *error) {
    const char *space = memchr(b->strings.items + phrase.key, ' ', phrase.length);
    size_t head = (size_t)(space - (b->strings.items + phrase.key));
    if (!VEC_RESERVE(&b->phrases, b->allocator, 1)) {
        return error_no_memory(error);
    }
    b->phrases.items[b->phrases.count++] = phrase;
    return add_word(b, (list_word){phrase.key, WORD_LIST_PHRASE_HEAD, (uint16_t)head},
                    error);
}

static lede_status add_suffix(style_builder *b, const section *in, uint32_t key, size_t n,
                              lede_error *error) {
    if (!VEC_RESERVE(&b->suffixes, b->allocator, 1)) {
        return error_no_memory(error);
    }
    b->suffixes.items[b->suffixes.count++] =
        (list_suffix){lanes_tail(b->strings.items + key, n),
                      key,
                      in->list,
                      in->unless,
                      (uint16_t)n,
                      list_tail_shift(n)};
    return LEDE_OK;
}

static lede_status add_entry(style_builder *b, const section *in, const list_slice *s,
                             lede_error *error) {
    uint32_t key = 0;
    size_t parts = count_parts(s);
    lede_status status = list_check_folded(b->allocator, s, error);
    if (status == LEDE_OK &&
        (parts == 0 || parts > WORD_LIST_PHRASE_WORDS ||
         (parts > 1 && (s->n > WORD_LIST_PHRASE_BYTES || in->kind != SECTION_WORDS)))) {
        return list_fail(error, s, "no phrase, or one that is too long");
    }
    if (status == LEDE_OK) {
        status = check_order(b, s, error);
    }
    if (status == LEDE_OK) {
        status = add_string(b, s, &key, error);
    }
    if (status != LEDE_OK) {
        return status;
    }
    b->last = s->bytes;
    b->last_length = s->n;
    if (in->kind == SECTION_SUFFIXES) {
        return add_suffix(b, in, key, s->n, error);
    }
    uint16_t length = (uint16_t)s->n;
    return parts > 1
               ? add_phrase(b, (list_phrase){key, in->list, length, (uint16_t)parts},
                            error)
               : add_word(b, (list_word){key, in->list, length}, error);
}

static lede_status add_shape(style_builder *b, const section *in, const list_slice *s,
                             lede_error *error) {
    list_shape shape = {.lists = in->list, .unless = in->unless};
    lede_status status = check_order(b, s, error);
    b->last = s->bytes;
    b->last_length = s->n;
    return status == LEDE_OK
               ? parse_shape(b, shape, s, in->kind == SECTION_PREFIXES, error)
               : status;
}

/* Only its presence says anything. */
static lede_status add_flag(style_builder *b, const section *in, const list_slice *s,
                            lede_error *error) {
    if (!list_is(s, "yes") || (b->flags & in->list) != 0) {
        return list_fail(error, s, "the section has the one entry \"yes\"");
    }
    b->flags |= in->list;
    return LEDE_OK;
}

static lede_status add_one(style_builder *b, const section *in, const list_slice *s,
                           lede_error *error) {
    if (in->kind == SECTION_FLAG) {
        return add_flag(b, in, s, error);
    }
    bool shape = in->kind == SECTION_SHAPES || in->kind == SECTION_PREFIXES;
    return shape ? add_shape(b, in, s, error) : add_entry(b, in, s, error);
}

static lede_status read_entries(style_builder *b, const section *in, list_slice line,
                                lede_error *error) {
    lede_status status = LEDE_OK;
    if (in->kind == SECTION_RULES) {
        return parse_rule(b, in->rule, line, error);
    }
    if (in->kind == SECTION_SPEED) {
        return parse_speed(b, line, error);
    }
    while (status == LEDE_OK && line.n > 0) {
        list_slice entry = list_take_field(&line);
        status = add_one(b, in, &entry, error);
    }
    return status;
}

/* in: the section of a file without section lines, which has no set; else NULL. */
static lede_status read_file(style_builder *b, const section *in, list_slice file,
                             lede_error *error) {
    size_t at = 0;
    b->last = NULL;
    for (uint32_t number = 1; at < file.n; number++) {
        list_slice line = list_next_line(file.bytes, file.n, &at, number);
        if (line.n == 0 || line.bytes[0] == '#') {
            continue;
        }
        if (list_is_section(&line)) {
            in = find_section(b->set, line.bytes + 1, line.n - 2);
            b->last = NULL;
            if (in == NULL) {
                return list_fail(error, &line, "unknown section");
            }
            continue;
        }
        lede_status status = in != NULL
                                 ? read_entries(b, in, line, error)
                                 : list_fail(error, &line, "entry before any section");
        if (status != LEDE_OK) {
            return status;
        }
    }
    return LEDE_OK;
}

lede_status parse_style(style_builder *b, const char *bytes, size_t n,
                        lede_error *error) {
    b->set = &of_style;
    return read_file(b, NULL, (list_slice){.bytes = bytes, .n = n}, error);
}

lede_status parse_repeats(style_builder *b, const char *bytes, size_t n,
                          lede_error *error) {
    b->set = &of_repeats;
    return read_file(b, NULL, (list_slice){.bytes = bytes, .n = n}, error);
}

lede_status parse_style_words(style_builder *b, uint32_t list, const char *bytes,
                              size_t n, lede_error *error) {
    section in = WORDS("", list);
    b->set = NULL;
    return read_file(b, &in, (list_slice){.bytes = bytes, .n = n}, error);
}

void parse_style_free(style_builder *b) {
    VEC_FREE(&b->strings, b->allocator);
    VEC_FREE(&b->words, b->allocator);
    VEC_FREE(&b->phrases, b->allocator);
    VEC_FREE(&b->suffixes, b->allocator);
    VEC_FREE(&b->rules, b->allocator);
    VEC_FREE(&b->shapes, b->allocator);
    VEC_FREE(&b->slots, b->allocator);
    VEC_FREE(&b->filter, b->allocator);
}
