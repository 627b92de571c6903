/* SPDX-License-Identifier: MIT */
/* Values of the options of scores: ids of formulas, lists of words. */
#include "cli/message.h"
#include "cli/suggest.h"
#include "cli/values.h"

#include <lede/lede.h>

#include <string.h>

/* ---- Formulas ------------------------------------------------------------ */

static size_t find_formula(const char *id, size_t length) {
    const lede_formula_info *info = NULL;
    for (size_t i = 0; (info = lede_formula_at(i)) != NULL; i++) {
        if (strlen(info->id) == length && memcmp(info->id, id, length) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool fail_formula(const value_context *context, const char *id, size_t length) {
    suggestion nearest = suggest_begin(id, length);
    const lede_formula_info *info = NULL;
    for (size_t i = 0; (info = lede_formula_at(i)) != NULL; i++) {
        suggest_offer(&nearest, info->id, strlen(info->id));
    }
    out o;
    value_begin_message(&o, context, id, length);
    out_text(&o, "no such formula");
    if (!suggest_write(&nearest, &o)) {
        out_text(&o, "; lede formulas lists them");
    }
    message_end(&o);
    return false;
}

static bool is_listed(const options *o, size_t formula) {
    for (size_t i = 0; i < o->formula_count; i++) {
        if (o->formulas[i] == formula) {
            return true;
        }
    }
    return false;
}

static bool read_formula(const value_context *context, const char *id, size_t length,
                         options *o) {
    if (length == 3 && memcmp(id, "all", 3) == 0) {
        o->every_formula = true;
        return true;
    }
    size_t formula = find_formula(id, length);
    if (formula == SIZE_MAX) {
        return fail_formula(context, id, length);
    }
    if (!is_listed(o, formula) && o->formula_count < OPTION_FORMULAS_MAX) {
        o->formulas[o->formula_count++] = (uint32_t)formula;
    }
    return true;
}

bool value_read_formulas(const value_context *context, const char *text, options *o) {
    for (;;) {
        size_t length = strcspn(text, ",");
        if (!read_formula(context, text, length, o)) {
            return false;
        }
        if (text[length] == '\0') {
            return true;
        }
        text += length + 1;
    }
}

/* ---- Lists of words ------------------------------------------------------ */

static int find_list(const char *name, size_t length) {
    for (int list = 0; list < LEDE_LIST_COUNT; list++) {
        const char *known = lede_list_name(list);
        if (strlen(known) == length && memcmp(known, name, length) == 0) {
            return list;
        }
    }
    return LEDE_LIST_COUNT;
}

static bool fail_list(const value_context *context, const char *name, size_t length) {
    suggestion nearest = suggest_begin(name, length);
    out o;
    value_begin_message(&o, context, name, length);
    out_text(&o, "no such list; there are ");
    for (int list = 0; list < LEDE_LIST_COUNT; list++) {
        const char *known = lede_list_name(list);
        out_text(&o, list == 0 ? "" : list + 1 < LEDE_LIST_COUNT ? ", " : " and ");
        out_text(&o, known);
        suggest_offer(&nearest, known, strlen(known));
    }
    (void)suggest_write(&nearest, &o);
    message_end(&o);
    return false;
}

bool value_read_word_list(const value_context *context, const char *text, options *o) {
    size_t length = strcspn(text, "=");
    int list = find_list(text, length);
    if (list == LEDE_LIST_COUNT) {
        return fail_list(context, text, length);
    }
    if (text[length] == '\0' || text[length + 1] == '\0') {
        return value_fail(context, text, "the name of the file is missing");
    }
    if (strcmp(text + length, "=-") == 0) {
        return value_fail(context, text, "must be a file; standard input is for texts");
    }
    o->word_lists[list] = text + length + 1;
    return true;
}
