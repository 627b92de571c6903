/* SPDX-License-Identifier: MIT */
/* For the tests of measure/: finished documents as measures are given them, and
 * comparisons of real numbers. */
#ifndef LEDE_TESTS_MEASURE_SUPPORT_H
#define LEDE_TESTS_MEASURE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measure/measured.h"
#include "unit/text/text_support.h"

#include <math.h>

/* Fails for NaN too. */
static inline void expect_near(double found, double wanted, double tolerance) {
    double size = fabs(wanted) > 1.0 ? fabs(wanted) : 1.0;
    if (!(fabs(found - wanted) <= tolerance * size)) {
        fail_msg("%.17g, expected %.17g", found, wanted);
    }
}

/* A document to be measured: the sentences of its body count, but for
 * those of marks alone. */
typedef struct subject {
    opened o;
    measured m;
    word_facts *facts;
    uint8_t *counted;
} subject;

static inline void subject_prepare(subject *s) {
    const lede_document *d = &s->o.d;
    s->facts = calloc(d->terms.count + 1, sizeof *s->facts);
    s->counted = calloc(d->sentences.count + 1, sizeof *s->counted);
    assert_non_null(s->facts);
    assert_non_null(s->counted);
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *sentence = &d->sentences.items[i];
        s->counted[i] = sentence->role == LEDE_ROLE_BODY && sentence->words > 0;
    }
    s->m = (measured){d, &memory_default, s->facts, s->counted};
}

/* NULL: English. */
static inline void subject_open(subject *s, const char *text, const char *language) {
    opened_text(&s->o, text, language);
    subject_prepare(s);
}

static inline void subject_close(subject *s) {
    free(s->facts);
    free(s->counted);
    opened_close(&s->o);
}

#endif
