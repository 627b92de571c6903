/* SPDX-License-Identifier: MIT */
#include "cli/completions.h"

#include <lede/lede.h>

#include <string.h>

/* ---- Words --------------------------------------------------------------- */

static size_t offer(out *o, const char *word, size_t length) {
    if (o != NULL) {
        out_text(o, " ");
        out_bytes(o, word, length);
    }
    return 1;
}

static size_t offer_formats(out *o, verb_id verb) {
    const char *formats = verb_at(verb)->formats;
    size_t count = 0;
    while (*formats != '\0') {
        size_t n = strcspn(formats, "|");
        count += offer(o, formats, n);
        formats += n + (formats[n] == '|' ? 1 : 0);
    }
    return count;
}

static size_t offer_verbs(out *o) {
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        (void)offer(o, verb_at((verb_id)id)->name, strlen(verb_at((verb_id)id)->name));
    }
    return VERB_COUNT - 1;
}

static size_t offer_languages(out *o) {
    size_t count = 0;
    for (const lede_language_info *l; (l = lede_language_at(count)) != NULL; count++) {
        (void)offer(o, l->code, strlen(l->code));
    }
    return count;
}

static size_t offer_rules(out *o) {
    size_t count = 0;
    for (int rule = LEDE_RULE_NONE + 1; strcmp(lede_rule_name(rule), "unknown") != 0;
         rule++) {
        count += offer(o, lede_rule_name(rule), strlen(lede_rule_name(rule)));
    }
    return count;
}

static size_t offer_formulas(out *o) {
    size_t count = 0;
    for (const lede_formula_info *f; (f = lede_formula_at(count)) != NULL; count++) {
        (void)offer(o, f->id, strlen(f->id));
    }
    return count;
}

/* ---- Arguments as help shows them ---------------------------------------- */

static bool is_name(const char *name, size_t n, const char *wanted) {
    return strlen(wanted) == n && memcmp(name, wanted, n) == 0;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The next name of "[FILE...|-]": *argument moves behind it. Its length, or 0
 * at the end. */
static size_t next_name(const char **argument, const char **name) {
    const char *at = *argument;
    while (*at != '\0' && !is_letter(*at)) {
        at++;
    }
    *name = at;
    while (is_letter(*at) || *at == '-' || (*at >= '0' && *at <= '9')) {
        at++;
    }
    *argument = at;
    return (size_t)(at - *name);
}

static size_t offer_name(out *o, verb_id verb, const char *name, size_t n) {
    if (*name >= 'a' && *name <= 'z') {
        return offer(o, name, n);
    }
    if (is_name(name, n, "CODE")) {
        return offer_languages(o);
    }
    if (is_name(name, n, "FORMAT")) {
        return offer_formats(o, verb);
    }
    if (is_name(name, n, "VERB")) {
        return offer_verbs(o);
    }
    if (is_name(name, n, "FORMULA")) {
        return offer_formulas(o);
    }
    return is_name(name, n, "ID") ? offer_rules(o) : 0;
}

size_t completions_words(out *o, verb_id verb, const char *argument) {
    size_t count = 0;
    const char *name = NULL;
    for (size_t n; (n = next_name(&argument, &name)) > 0;) {
        count += offer_name(o, verb, name, n);
    }
    return count;
}

bool completions_want_files(const char *argument) {
    const char *name = NULL;
    for (size_t n; (n = next_name(&argument, &name)) > 0;) {
        if (is_name(name, n, "FILE") || is_name(name, n, "NAME") ||
            is_name(name, n, "PATH") || is_name(name, n, "SOURCE")) {
            return true;
        }
    }
    return false;
}

/* ---- Writing ------------------------------------------------------------- */

void completions_quoted(out *o, const char *text, const char *special,
                        const char *quote) {
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            out_text(o, quote);
            continue;
        }
        if (strchr(special, *text) != NULL) {
            out_text(o, "\\");
        }
        out_bytes(o, text, 1);
    }
}

void completions_each_option(out *o, verb_id verb, completions_visit *visit) {
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (option_is_known((option_id)id, verb)) {
            visit(o, verb, (option_id)id);
        }
    }
}
