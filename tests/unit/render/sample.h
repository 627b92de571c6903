/* SPDX-License-Identifier: MIT */
/* For the tests of what is written: sinks that keep or refuse, and documents
 * put together by hand. */
#ifndef LEDE_TESTS_RENDER_SAMPLE_H
#define LEDE_TESTS_RENDER_SAMPLE_H

#include "base/memory.h"
#include "base/out.h"
#include "summary/summary.h"

#include <lede/lede.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- Sinks ---------------------------------------------------------------- */

typedef struct kept {
    char *bytes; /* NUL-terminated once something was written */
    size_t size;
    size_t writes;
    size_t refuse_at; /* the write that is refused, from 1; 0 = none */
    int refused;
} kept;

static inline int kept_write(void *ctx, const char *bytes, size_t n) {
    kept *k = ctx;
    assert_false(k->refused); /* after a refusal no write may come */
    k->writes++;
    if (k->writes == k->refuse_at) {
        k->refused = 1;
        return 1;
    }
    char *more = realloc(k->bytes, k->size + n + 1);
    assert_non_null(more);
    memcpy(more + k->size, bytes, n);
    k->bytes = more;
    k->size += n;
    k->bytes[k->size] = '\0';
    return 0;
}

static inline lede_sink kept_sink(kept *k) {
    return (lede_sink){kept_write, k};
}

static inline void kept_free(kept *k) {
    free(k->bytes);
    *k = (kept){0};
}

/* Compares with what was written and forgets it. */
static inline void kept_expect(kept *k, const char *wanted) {
    assert_string_equal(k->bytes != NULL ? k->bytes : "", wanted);
    kept_free(k);
}

/* As above, for a report whose array stands under `key`; tail follows its "[". */
static inline void kept_expect_report(kept *k, const char *key, const char *tail) {
    const char *const head[] = {
        "{\"schema\":\"lede/1\",\"tool\":{\"name\":\"lede\",\"version\":\"",
        lede_version(), "\"},\"", key, "\":["};
    const char *at = k->bytes;
    assert_non_null(at);
    for (size_t i = 0; i < sizeof head / sizeof *head; i++) {
        assert_int_equal(strncmp(at, head[i], strlen(head[i])), 0);
        at += strlen(head[i]);
    }
    assert_string_equal(at, tail);
    kept_free(k);
}

/* ---- Documents -------------------------------------------------------------- */

typedef struct sample {
    lede_document document;
    lede_summary summary;
} sample;

#define SAMPLE_PUSH(vec, ...)                                                            \
    do {                                                                                 \
        assert_true(VEC_RESERVE((vec), &memory_default, 1));                             \
        (vec)->items[(vec)->count++] = __VA_ARGS__;                                      \
    } while (0)

/* text is the source, byte for byte; it must outlive the sample. */
static inline void sample_open(sample *s, const char *text) {
    lede_document *d = &s->document;
    uint32_t size = (uint32_t)strlen(text);
    memset(s, 0, sizeof *s);
    assert_int_equal(source_open(&d->source, &memory_default, text, size), LEDE_OK);
    d->page.text = text;
    d->page.size = size;
    piece all = {.text = {0, size}, .source = {0, size}, .kind = PIECE_SAME};
    SAMPLE_PUSH(&d->page.pieces, all);
    memcpy(d->facts.language, "en", 3);
    d->facts.language_known = 1;
    d->facts.language_confidence = 97;
}

static inline void sample_close(sample *s) {
    lede_document *d = &s->document;
    source_close(&d->source, &memory_default);
    page_free(&d->page, &memory_default);
    VEC_FREE(&d->words, &memory_default);
    VEC_FREE(&d->sentences, &memory_default);
    VEC_FREE(&d->ledger, &memory_default);
    VEC_FREE(&s->summary.picks, &memory_default);
}

/* Where `part` first stands at or behind byte `from`. */
static inline lede_span sample_find(const sample *s, const char *part, uint32_t from) {
    const char *at = strstr(s->document.page.text + from, part);
    assert_non_null(at);
    uint32_t begin = (uint32_t)(at - s->document.page.text);
    return (lede_span){begin, begin + (uint32_t)strlen(part)};
}

static inline void sample_block(sample *s, const char *text, lede_block_kind kind) {
    lede_block block = {.span = sample_find(s, text, 0), .kind = (uint8_t)kind};
    block.first_sentence = (uint32_t)s->document.sentences.count;
    SAMPLE_PUSH(&s->document.page.blocks, block);
}

/* Of the block made last. */
static inline void sample_sentence(sample *s, const char *text, lede_sentence_end end) {
    lede_block *block = &s->document.page.blocks.items[s->document.page.blocks.count - 1];
    lede_sentence sentence = {.span = sample_find(s, text, block->span.begin)};
    sentence.block = (uint32_t)s->document.page.blocks.count - 1;
    sentence.first_word = (uint32_t)s->document.words.count;
    sentence.ended_by = (uint8_t)end;
    SAMPLE_PUSH(&s->document.sentences, sentence);
    block->sentence_count++;
}

/* Of the sentence made last. */
static inline void sample_word(sample *s, const char *text, lede_word_kind kind) {
    size_t last = s->document.sentences.count - 1;
    lede_sentence *sentence = &s->document.sentences.items[last];
    lede_word word = {.kind = (uint8_t)kind};
    word.span = sample_find(s, text, sentence->span.begin);
    SAMPLE_PUSH(&s->document.words, word);
    sentence->word_count++;
}

static inline void sample_pick(sample *s, uint32_t sentence, uint32_t rank) {
    lede_pick pick = {.sentence = sentence, .rank = rank};
    SAMPLE_PUSH(&s->summary.picks, pick);
}

#endif
