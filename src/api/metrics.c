/* SPDX-License-Identifier: MIT */
#include "measure/metrics.h"

#include "base/error.h"
#include "lang/user_list.h"
#include "measure/grade.h"

#include <lede/lede.h>

static lede_status check_options(const lede_metrics_options *o, lede_error *error) {
    if ((int)o->unit < LEDE_UNIT_FILE || o->unit > LEDE_UNIT_SENTENCE) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "unknown unit");
    }
    if ((o->formula_flags & ~LEDE_FORMULA_INTEGER_INPUTS) != 0) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "unknown formula flags");
    }
    if (o->lists == NULL && o->list_count > 0) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "lists is NULL");
    }
    for (size_t i = 0; i < o->list_count; i++) {
        if (o->lists[i] == NULL) {
            return error_set(error, LEDE_INVALID_ARGUMENT, "a list is NULL");
        }
    }
    return LEDE_OK;
}

static lede_status build(const lede_document *document, const lede_metrics_options *o,
                         lede_metrics **out, lede_error *error) {
    const lede_allocator *allocator = memory_or_default(o->allocator);
    lede_metrics *m = memory_allocate(allocator, sizeof *m);
    if (m == NULL) {
        return error_no_memory(error);
    }
    *m = (lede_metrics){.allocator = allocator};
    lede_status status = metrics_build(m, document, o, error);
    if (status != LEDE_OK) {
        lede_metrics_free(m);
        return status;
    }
    *out = m;
    return LEDE_OK;
}

lede_status lede_metrics_create(const lede_document *document,
                                const lede_metrics_options *options, lede_metrics **out,
                                lede_error *error) {
    static const lede_metrics_options defaults = LEDE_METRICS_OPTIONS_INIT;
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    if (document == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "document is NULL");
    }
    const lede_metrics_options *o = options != NULL ? options : &defaults;
    lede_status status = check_options(o, error);
    return status == LEDE_OK ? build(document, o, out, error) : status;
}

void lede_metrics_free(lede_metrics *metrics) {
    if (metrics != NULL) {
        const lede_allocator *allocator = metrics->allocator;
        metrics_free(metrics);
        memory_free(allocator, metrics, sizeof *metrics);
    }
}

const lede_counts *lede_metrics_counts(const lede_metrics *metrics) {
    return &metrics->counts;
}

const lede_statistics *lede_metrics_statistics(const lede_metrics *metrics) {
    return &metrics->statistics;
}

/* Of a part; of the whole for SIZE_MAX; NULL: there is no such part. */
static const lede_counts *counts_of(const lede_metrics *m, size_t part) {
    if (part == SIZE_MAX) {
        return &m->counts;
    }
    return part < m->parts.count ? &m->parts.items[part].counts : NULL;
}

lede_value lede_metrics_value(const lede_metrics *metrics, size_t formula) {
    return lede_metrics_part_value(metrics, SIZE_MAX, formula);
}

lede_value lede_metrics_part_value(const lede_metrics *metrics, size_t part,
                                   size_t formula) {
    static const lede_value none = {0, LEDE_VALUE_LANGUAGE, 0};
    const lede_counts *counts = counts_of(metrics, part);
    bool is_for = metrics_has_formula(metrics->d, formula);
    return is_for && counts != NULL ? metrics_value(metrics, counts, formula) : none;
}

lede_grade lede_metrics_grade(const lede_metrics *metrics) {
    return metrics->grade;
}

lede_grade lede_metrics_part_grade(const lede_metrics *metrics, size_t part) {
    static const lede_grade none = {
        .median = {0, LEDE_VALUE_LANGUAGE, 0}, .main = LEDE_NONE, .ease = LEDE_NONE};
    const lede_counts *counts = counts_of(metrics, part);
    return counts != NULL ? grade_of(metrics, counts) : none;
}

int lede_metrics_counts_sentence(const lede_metrics *metrics, uint32_t sentence) {
    return sentence < metrics->sentences && metrics->counted[sentence] != 0;
}

const lede_metrics_part *lede_metrics_parts(const lede_metrics *metrics, size_t *count) {
    *count = metrics->parts.count;
    return metrics->parts.items;
}

const lede_cost *lede_metrics_costs(const lede_metrics *metrics, size_t *count) {
    *count = metrics->cost_count;
    return metrics->costs;
}

double lede_metrics_cost_of(const lede_metrics *metrics, size_t n) {
    n = n < metrics->cost_count ? n : metrics->cost_count;
    return n > 0 ? metrics->cost_together[n - 1] : 0;
}

lede_value lede_metrics_without(const lede_metrics *metrics, size_t n) {
    n = n < metrics->cost_count ? n : metrics->cost_count;
    return n > 0 ? metrics->without[n - 1] : grade_headline(metrics, &metrics->counts);
}

const lede_hit *lede_metrics_hits(const lede_metrics *metrics, size_t *count) {
    *count = metrics->hits.count;
    return metrics->hits.items;
}

const lede_opener_run *lede_metrics_opener_runs(const lede_metrics *metrics,
                                                size_t *count) {
    *count = metrics->opener_runs.count;
    return metrics->opener_runs.items;
}

uint32_t lede_metrics_syllables(const lede_metrics *metrics, uint32_t term) {
    return term < metrics->terms ? metrics->facts[term].syllables : 0;
}

/* ---- Word lists -------------------------------------------------------------- */

lede_status lede_word_list_create(const char *name, const char *bytes, size_t n,
                                  const lede_allocator *allocator, lede_word_list **out,
                                  lede_error *error) {
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    if (name == NULL || (bytes == NULL && n > 0)) {
        return error_set(error, LEDE_INVALID_ARGUMENT,
                         name == NULL ? "name is NULL" : "bytes is NULL");
    }
    const user_list_file file = {name, bytes != NULL ? bytes : "", n};
    return user_list_create(&file, memory_or_default(allocator), out, error);
}

void lede_word_list_free(lede_word_list *list) {
    user_list_free(list);
}
