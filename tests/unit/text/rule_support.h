/* SPDX-License-Identifier: MIT */
/* For the tests of rules that set sentences aside: what the ledger has of a text. */
#ifndef LEDE_TESTS_RULE_SUPPORT_H
#define LEDE_TESTS_RULE_SUPPORT_H

#include "render/names.h"
#include "unit/text/text_support.h"

#include <stdio.h>

/* A text, and its ledger: "byline=By Jane Roe.|teaser=Read more". */
typedef struct rule_case {
    const char *text;
    const char *ledger;
} rule_case;

static inline void show_ledger(const lede_document *d, char *out, size_t room) {
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < d->ledger.count; i++) {
        lede_ledger_entry e = d->ledger.items[i];
        int n = snprintf(out + used, room - used, "%s%s=%.*s", i > 0 ? "|" : "",
                         names_rule(e.rule), (int)(e.span.end - e.span.begin),
                         d->page.text + e.span.begin);
        assert_true(n > 0 && (size_t)n < room - used);
        used += (size_t)n;
    }
}

static inline void check_ledger_of(const char *language, const char *text,
                                   const char *wanted) {
    char shown[2048];
    opened o;
    opened_text(&o, text, language);
    show_ledger(&o.d, shown, sizeof shown);
    if (strcmp(shown, wanted) != 0) {
        fail_msg("%s: \"%s\": \"%s\", not \"%s\"", language, text, shown, wanted);
    }
    opened_close(&o);
}

#define CHECK_CASES(language, cases)                                                     \
    for (size_t i = 0; i < COUNT(cases); i++) {                                          \
        check_ledger_of(language, (cases)[i].text, (cases)[i].ledger);                   \
    }

/* In none of them is anything set aside. */
#define CHECK_KEPT(language, texts)                                                      \
    for (size_t i = 0; i < COUNT(texts); i++) {                                          \
        check_ledger_of(language, (texts)[i], "");                                       \
    }

#endif
