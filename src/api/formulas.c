/* SPDX-License-Identifier: MIT */
#include "measure/formulas.h"

#include "render/formulas.h"

#include <lede/lede.h>

#include <string.h>

const lede_formula_info *lede_formula_at(size_t index) {
    return formulas_at(index);
}

size_t lede_formula_find(const char *id) {
    return id != NULL ? formulas_find(id, strlen(id)) : SIZE_MAX;
}

lede_value lede_formula_compute(size_t index, const lede_counts *counts, uint32_t flags) {
    if (formulas_at(index) == NULL) {
        return (lede_value){0.0, LEDE_VALUE_LANGUAGE, 0};
    }
    if (counts == NULL) {
        return (lede_value){0.0, LEDE_VALUE_NO_WORDS, 0};
    }
    return formulas_compute(index, counts, flags);
}

size_t lede_formula_terms(size_t index, const lede_counts *counts, uint32_t flags,
                          lede_formula_term terms[LEDE_FORMULA_TERMS]) {
    if (formulas_at(index) == NULL || counts == NULL || terms == NULL) {
        return 0;
    }
    return formulas_terms(index, counts, flags, terms);
}

const char *lede_formula_band(size_t index, double value) {
    return formulas_at(index) != NULL ? formulas_band(index, value) : NULL;
}

int lede_formula_is_for(size_t index, const char *language) {
    return language != NULL && formulas_is_for(index, language);
}

static void write_list(out *o, lede_format format) {
    if (format == LEDE_FORMAT_JSON) {
        formulas_json(o, NULL);
    } else if (format == LEDE_FORMAT_MARKDOWN) {
        formulas_list_markdown(o);
    } else {
        formulas_list_text(o);
    }
}

static void write_one(out *o, lede_format format, const lede_formula_info *info) {
    if (format == LEDE_FORMAT_JSON) {
        formulas_json(o, info);
    } else if (format == LEDE_FORMAT_MARKDOWN) {
        formulas_one_markdown(o, info);
    } else {
        formulas_one_text(o, info);
    }
}

lede_status lede_report_formulas(lede_format format, lede_sink sink, const char *id) {
    bool known = format == LEDE_FORMAT_TEXT || format == LEDE_FORMAT_JSON ||
                 format == LEDE_FORMAT_MARKDOWN;
    const lede_formula_info *info = formulas_at(lede_formula_find(id));
    if (sink.write == NULL || !known || (id != NULL && info == NULL)) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, sink);
    if (info != NULL) {
        write_one(&o, format, info);
    } else {
        write_list(&o, format);
    }
    return out_flush(&o);
}
