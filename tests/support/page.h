/* SPDX-License-Identifier: MIT */
/* A sink that keeps a page of text, with a NUL behind it. */
#ifndef LEDE_TESTS_SUPPORT_PAGE_H
#define LEDE_TESTS_SUPPORT_PAGE_H

#include <lede/types.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct page_text {
    char text[262144];
    size_t n;
} page_text;

static inline int page_keep(void *ctx, const char *bytes, size_t n) {
    page_text *p = ctx;
    assert_true(p->n + n < sizeof p->text);
    memcpy(p->text + p->n, bytes, n);
    p->n += n;
    p->text[p->n] = '\0';
    return 0;
}

/* Begins anew. */
static inline lede_sink page_sink(page_text *p) {
    p->n = 0;
    p->text[0] = '\0';
    return (lede_sink){page_keep, p};
}

#endif
