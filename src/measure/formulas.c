/* SPDX-License-Identifier: MIT */
#include "measure/formulas.h"

#include "measure/quantities.h"

#include <float.h>
#include <string.h>

#define HARDER 1
#define EASIER (-1)

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* ---- The tables: one record read several times ------------------------------ */

#define QUANTITY(id, name, counts, needs, expression)                                    \
    static const char name_##id[] = name;                                                \
    static const char counts_##id[] = counts;
#include "measure/quantities.def"
#undef QUANTITY

#define LANGUAGE(code, name)
#define FORMULA(id, name, language, scale, direction, evidence, words, sentences, bands, \
                source, note, terms)                                                     \
    static const lede_formula_part parts_##id[] = {terms};                               \
    _Static_assert(COUNT_OF(parts_##id) <= LEDE_FORMULA_TERMS, "too many terms: " #id);
#define T(factor, quantity) {factor, name_##quantity, counts_##quantity},
#include "measure/formulas.def"
#undef FORMULA
#undef T

#define FORMULA(id, name, language, scale, direction, evidence, words, sentences, bands, \
                source, note, terms)                                                     \
    static const uint8_t quantities_##id[] = {terms};
#define T(factor, quantity) QUANTITY_##quantity,
#include "measure/formulas.def"
#undef FORMULA
#undef T
_Static_assert(QUANTITY_COUNT <= UINT8_MAX, "a quantity does not fit into a byte");

#define FORMULA(id, name, language, scale, direction, evidence, words, sentences, bands, \
                source, note, terms)                                                     \
    needs_##id = ANY_OF(terms),
#define T(factor, quantity) | (unsigned)QUANTITY_NEEDS_##quantity
#define ANY_OF(...) (0u __VA_ARGS__)
enum {
#include "measure/formulas.def"
};
#undef FORMULA
#undef T
#undef ANY_OF

#define BANDS(id, bands)                                                                 \
    static const lede_band bands_##id[] = {bands};                                       \
    enum { band_count_##id = COUNT_OF(bands_##id) };
#define BAND(number, label) {number, label},
#define LAST(label) {DBL_MAX, label},
#include "measure/bands.def"
#undef BANDS
#undef BAND
#undef LAST
#define bands_NONE NULL
enum { band_count_NONE = 0 };

/* What the public record does not tell. */
typedef struct recipe {
    const uint8_t *quantities; /* quantity_id of each part */
    uint32_t needs;            /* NEEDS_... of all of them */
} recipe;

#define T(factor, quantity)
#define FORMULA(id, name, language, scale, direction, evidence, words, sentences, bands, \
                source, note, terms)                                                     \
    {quantities_##id, needs_##id},
static const recipe recipes[] = {
#include "measure/formulas.def"
};
#undef FORMULA

#define FORMULA(id, name, language, scale, direction, evidence, words, sentences, bands, \
                source, note, terms)                                                     \
    {#id,                                                                                \
     name,                                                                               \
     language,                                                                           \
     source,                                                                             \
     note,                                                                               \
     parts_##id,                                                                         \
     COUNT_OF(parts_##id),                                                               \
     LEDE_SCALE_##scale,                                                                 \
     direction,                                                                          \
     LEDE_EVIDENCE_##evidence,                                                           \
     words,                                                                              \
     sentences,                                                                          \
     bands_##bands,                                                                      \
     band_count_##bands,                                                                 \
     needs_##id & NEEDS_LISTS},
static const lede_formula_info infos[] = {
#include "measure/formulas.def"
};
#undef FORMULA
#undef T
#undef LANGUAGE

#define FORMULA(id, name, language, scale, direction, evidence, words, sentences, bands, \
                source, note, terms)
#define LANGUAGE(code, name) {code, name},
static const formula_language languages[] = {
#include "measure/formulas.def"
};
#undef FORMULA
#undef LANGUAGE

/* ---- Looking up -------------------------------------------------------------- */

const lede_formula_info *formulas_at(size_t i) {
    return i < COUNT_OF(infos) ? &infos[i] : NULL;
}

const formula_language *formulas_language(size_t i) {
    return i < COUNT_OF(languages) ? &languages[i] : NULL;
}

static bool is_text(const char *text, const char *bytes, size_t n) {
    return strlen(text) == n && memcmp(text, bytes, n) == 0;
}

size_t formulas_find(const char *id, size_t n) {
    for (size_t i = 0; i < COUNT_OF(infos); i++) {
        if (is_text(infos[i].id, id, n)) {
            return i;
        }
    }
    return SIZE_MAX;
}

bool formulas_is_for(size_t i, const char *code) {
    if (i >= COUNT_OF(infos)) {
        return false;
    }
    const char *codes = infos[i].languages;
    size_t n = strcspn(code, "-");
    if (strcmp(codes, "*") == 0) {
        return true;
    }
    while (*codes != '\0') {
        size_t length = strcspn(codes, " ");
        if (length == n && memcmp(codes, code, n) == 0) {
            return true;
        }
        codes += length + (codes[length] == ' ' ? 1 : 0);
    }
    return false;
}

const char *formulas_band(size_t i, double value) {
    const lede_formula_info *info = &infos[i];
    for (uint32_t k = 0; k + 1 < info->band_count; k++) {
        if (value < info->bands[k].below) {
            return info->bands[k].label;
        }
    }
    return info->band_count > 0 ? info->bands[info->band_count - 1].label : NULL;
}

/* ---- Values ------------------------------------------------------------------ */

#define LONG_UNIT 60 /* words a sentence: no prose is like that throughout */

/* Kinds of words that the language has a list of, as the formula asks for them. */
static bool has_kinds(uint32_t needs, uint32_t kinds) {
    return ((needs & NEEDS_PREPOSITIONS) == 0 ||
            (kinds & LEDE_COUNTED_PREPOSITIONS) != 0) &&
           ((needs & NEEDS_PRONOUNS) == 0 || (kinds & LEDE_COUNTED_PRONOUNS) != 0) &&
           ((needs & NEEDS_CONJUNCTIONS) == 0 ||
            (kinds & LEDE_COUNTED_CONJUNCTIONS) != 0) &&
           ((needs & NEEDS_PLAIN) == 0 || (kinds & LEDE_COUNTED_PLAIN) != 0);
}

static lede_value_status check(uint32_t needs, const lede_counts *c) {
    uint32_t lists = needs & NEEDS_LISTS;
    if (c->words == 0) {
        return LEDE_VALUE_NO_WORDS;
    }
    if ((needs & NEEDS_SENTENCES) != 0 && c->sentences == 0) {
        return LEDE_VALUE_NO_SENTENCES;
    }
    if ((needs & NEEDS_WORDS) != 0 && c->approximate > c->words / 2) {
        return LEDE_VALUE_LANGUAGE;
    }
    if ((lists & ~c->lists) != 0 || !has_kinds(needs, c->word_kinds)) {
        return LEDE_VALUE_LIST_MISSING;
    }
    if ((needs & NEEDS_SYLLABLES) != 0 && (c->word_kinds & LEDE_COUNTED_SYLLABLES) == 0) {
        return LEDE_VALUE_NO_SYLLABLES;
    }
    return LEDE_VALUE_OK;
}

/* words > 60 sentences, without the product, which may be too large */
static bool are_long_units(const lede_counts *c) {
    return c->words > 0 && c->sentences > 0 && (c->words - 1) / LONG_UNIT >= c->sentences;
}

static uint8_t flags_of(size_t i, const lede_counts *c) {
    const lede_formula_info *info = &infos[i];
    unsigned flags = 0;
    bool named = info->minimum_words + info->minimum_sentences > 0;
    uint32_t words = named ? info->minimum_words : LEDE_MINIMUM_WORDS;
    if (c->words < words || c->sentences < info->minimum_sentences) {
        flags |= LEDE_VALUE_BELOW_MINIMUM;
    }
    if ((recipes[i].needs & NEEDS_SENTENCES) != 0 && are_long_units(c)) {
        flags |= LEDE_VALUE_LONG_UNITS;
    }
    if (info->evidence == LEDE_EVIDENCE_UNVERIFIED) {
        flags |= LEDE_VALUE_UNVERIFIED;
    }
    return (uint8_t)flags;
}

static bool is_finite(double x) {
    return x >= -DBL_MAX && x <= DBL_MAX;
}

lede_value formulas_compute(size_t i, const lede_counts *c, uint32_t flags) {
    lede_value value = {0.0, (uint8_t)check(recipes[i].needs, c), flags_of(i, c)};
    if (value.status != LEDE_VALUE_OK) {
        return value;
    }
    double sum = 0.0;
    for (uint32_t k = 0; k < infos[i].part_count; k++) {
        quantity_id quantity = (quantity_id)recipes[i].quantities[k];
        sum += infos[i].parts[k].factor * quantities_value(quantity, c, flags);
    }
    if (is_finite(sum)) {
        value.value = sum;
    } else {
        value.status = LEDE_VALUE_TOO_SHORT;
    }
    return value;
}

size_t formulas_terms(size_t i, const lede_counts *c, uint32_t flags,
                      lede_formula_term terms[LEDE_FORMULA_TERMS]) {
    const lede_formula_info *info = &infos[i];
    if (formulas_compute(i, c, flags).status != LEDE_VALUE_OK) {
        return 0;
    }
    for (uint32_t k = 0; k < info->part_count; k++) {
        quantity_id quantity = (quantity_id)recipes[i].quantities[k];
        terms[k] = (lede_formula_term){info->parts[k].quantity, info->parts[k].factor,
                                       quantities_value(quantity, c, flags)};
    }
    return info->part_count;
}
