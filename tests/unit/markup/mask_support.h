/* SPDX-License-Identifier: MIT */
/* For the tests of mask*.c: what a text is masked to, and by which spans. */
#ifndef LEDE_TESTS_MASK_SUPPORT_H
#define LEDE_TESTS_MASK_SUPPORT_H

#include "markup/mask.h"
#include "unit/markup/markup_support.h"

/* spans: for each its letter, "!" where it breaks, its bytes in brackets of [] signs:
 * "S[{{< a >}}]"; one behind the other. copy NULL: not compared. */
typedef struct mask_case {
    const char *text;
    const char *copy;
    const char *spans;
} mask_case;

/* In the order of mask_kind. */
static const char mask_letters[] = "SXMTCOAFDLIKBNR";

static inline size_t mask_describe(const sheet *s, const mask *m, char *out) {
    size_t n = 0;
    for (size_t i = 0; i < m->spans.count; i++) {
        const masked *one = &m->spans.items[i];
        uint32_t size = one->span.end - one->span.begin;
        out[n++] = mask_letters[one->kind];
        if (one->breaks) {
            out[n++] = '!';
        }
        out[n++] = '[';
        memcpy(out + n, s->bytes + one->span.begin, size);
        n += size;
        out[n++] = ']';
    }
    out[n] = '\0';
    return n;
}

/* What holds of every text: spans ascend and are not empty; the copy differs from the
 * source within spans only, and never at a line end. */
static inline void mask_check_form(const sheet *s, const mask *m) {
    uint32_t at = 0;
    for (size_t i = 0; i <= m->spans.count; i++) {
        bool last = i == m->spans.count;
        lede_span span =
            last ? (lede_span){s->source.size, s->source.size} : m->spans.items[i].span;
        assert_true(span.begin >= at && (last || span.end > span.begin));
        assert_true(span.end <= s->source.size);
        assert_memory_equal(m->bytes + at, s->bytes + at, span.begin - at);
        for (at = span.begin; at < span.end; at++) {
            bool end = s->bytes[at] == '\n' || s->bytes[at] == '\r';
            assert_int_equal(end, m->bytes[at] == '\n' || m->bytes[at] == '\r');
        }
    }
    assert_true(m->spans.count > 0 || m->bytes == s->source.bytes);
    /* The last search: a tag, a string in it, braces in it. */
    assert_true(m->vain <= (uint64_t)(MASK_VAIN + 3) * s->source.size);
}

static inline void mask_check(const mask_case *one, bool mdx) {
    sheet s;
    mask m = {0};
    size_t n = strlen(one->text);
    char *spans = malloc(8 * n + 8);
    assert_non_null(spans);
    sheet_source(&s, one->text, n);
    assert_int_equal(mask_read(&m, &memory_default, &s.source, 0, mdx), LEDE_OK);
    mask_check_form(&s, &m);
    mask_describe(&s, &m, spans);
    if (strcmp(spans, one->spans) != 0) {
        fail_msg("of \"%s\":\n  found \"%s\"\n  not   \"%s\"", one->text, spans,
                 one->spans);
    }
    if (one->copy != NULL && memcmp(m.bytes, one->copy, n) != 0) {
        fail_msg("of \"%s\":\n  read \"%.*s\"\n  not  \"%s\"", one->text, (int)n, m.bytes,
                 one->copy);
    }
    mask_free(&m, &memory_default);
    sheet_close(&s);
    free(spans);
}

static inline void mask_check_all(const mask_case *cases, size_t count, bool mdx) {
    for (size_t i = 0; i < count; i++) {
        mask_check(&cases[i], mdx);
    }
}

#define MASK_CHECK(cases, mdx) mask_check_all(cases, COUNT(cases), mdx)

#endif
