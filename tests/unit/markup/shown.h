/* SPDX-License-Identifier: MIT */
/* A page as a line of text: P[prose] H2[heading] L[item] Q1[quote] T[cell] C[caption],
 * line ends as "/", "^" where words are left out; and what was left out. */
#ifndef LEDE_TESTS_MARKUP_SHOWN_H
#define LEDE_TESTS_MARKUP_SHOWN_H

#include "unit/markup/markup_support.h"

#include <stdio.h>

typedef struct shown_text {
    char bytes[4096];
    size_t n;
} shown_text;

static inline void shown_add(shown_text *t, const char *bytes, size_t n) {
    assert_true(t->n + n < sizeof t->bytes);
    memcpy(t->bytes + t->n, bytes, n);
    t->n += n;
    t->bytes[t->n] = '\0';
}

static inline bool shown_gap(const page *p, uint32_t at) {
    for (size_t i = 0; i < p->gaps.count; i++) {
        if (p->gaps.items[i] == at) {
            return true;
        }
    }
    return false;
}

static inline void shown_block(shown_text *t, const page *p, const lede_block *b) {
    static const char kinds[] = "PHLQT#CMID";
    char level = (char)('0' + b->level);
    shown_add(t, " ", t->n > 0);
    shown_add(t, &kinds[b->kind], 1);
    shown_add(t, &level, b->level > 0);
    shown_add(t, "[", 1);
    for (uint32_t at = b->span.begin; at < b->span.end; at++) {
        shown_add(t, "^", shown_gap(p, at));
        shown_add(t, p->text[at] == '\n' ? "/" : &p->text[at], 1);
    }
    shown_add(t, "]", 1);
}

static inline void shown_blocks(shown_text *t, const page *p) {
    t->n = 0;
    t->bytes[0] = '\0';
    for (size_t i = 0; i < p->blocks.count; i++) {
        shown_block(t, p, &p->blocks.items[i]);
    }
}

/* "code(x) tag(<b>)" */
static inline void shown_omissions(shown_text *t, const page *p, const char *bytes) {
    static const char *const kinds[] = {
        "none",      "block",      "code",  "tag",        "hidden",
        "comment",   "front",      "short", "expression", "module",
        "container", "attributes", "mark",  "image",      "target",
    };
    t->n = 0;
    t->bytes[0] = '\0';
    for (size_t i = 0; i < p->omissions.count; i++) {
        const lede_omission *o = &p->omissions.items[i];
        shown_add(t, " ", t->n > 0);
        shown_add(t, kinds[o->kind], strlen(kinds[o->kind]));
        shown_add(t, "(", 1);
        shown_add(t, bytes + o->source.begin, o->source.end - o->source.begin);
        shown_add(t, ")", 1);
    }
}

#endif
