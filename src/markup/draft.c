/* SPDX-License-Identifier: MIT */
#include "markup/draft.h"

#include "markup/directives.h"
#include "markup/front_matter.h"
#include "markup/stamps.h"
#include "markup/white.h"

#include <string.h>

typedef struct reader {
    page *page;
    const lede_allocator *allocator;
    const source *source;
    const front_matter *front;
    draft_front *told;
} reader;

static bool is_key(const reader *r, const front_value *v, const char *key) {
    size_t n = strlen(key);
    return v->key.end - v->key.begin == n &&
           memcmp(r->front->text.items + v->key.begin, key, n) == 0;
}

static bool is_setting(const reader *r, const front_value *v) {
    static const char group[] = "lede";
    size_t n = sizeof group - 1, length = v->key.end - v->key.begin;
    const char *key = r->front->text.items + v->key.begin;
    return length >= n && memcmp(key, group, n) == 0 && (length == n || key[n] == '.');
}

/* ---- Short texts ------------------------------------------------------------ */

/* A piece of a value, which stands in the text of the front matter at piece->text. */
static lede_status write_piece(page_writer *w, const reader *r, const piece *at) {
    const char *bytes = r->front->text.items + at->text.begin;
    uint32_t n = at->text.end - at->text.begin;
    if (at->kind == PIECE_SAME) {
        return page_write_source(w, at->source);
    }
    if (at->kind == PIECE_GENERATED || at->unit_text == 0) {
        return page_write_generated(w, bytes, n, at->source);
    }
    lede_status status = LEDE_OK;
    for (uint32_t i = 0; i < n && status == LEDE_OK; i += at->unit_text) {
        uint32_t begin = at->source.begin + i / at->unit_text * at->unit_source;
        status = page_write_decoded(w, bytes + i, at->unit_text,
                                    (lede_span){begin, begin + at->unit_source});
    }
    return status;
}

static lede_status push_block(const reader *r, lede_block block) {
    page *p = r->page;
    const char *text = p->owned.items;
    block.span.begin = white_skip(text, block.span.begin, block.span.end);
    block.span.end = white_trim(text, block.span.begin, block.span.end);
    if (block.span.begin == block.span.end) {
        return LEDE_OK;
    }
    if (!VEC_RESERVE(&p->blocks, r->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    p->blocks.items[p->blocks.count++] = block;
    return LEDE_OK;
}

static lede_status show(const reader *r, const front_value *v, lede_block_kind kind) {
    page *p = r->page;
    page_writer w = {p, r->allocator, r->source};
    lede_status status = LEDE_OK;
    if (p->owned.count > 0) {
        lede_span between = {p->pieces.items[p->pieces.count - 1].source.end,
                             v->source.begin};
        status = page_write_generated(&w, "\n\n", 2, between);
    }
    lede_block block = {{(uint32_t)p->owned.count, 0}, 0, 0, (uint8_t)kind, 0, 0};
    for (uint32_t i = 0; i < v->piece_count && status == LEDE_OK; i++) {
        status = write_piece(&w, r, &r->front->pieces.items[v->first_piece + i]);
    }
    block.span.end = (uint32_t)p->owned.count;
    return status == LEDE_OK ? push_block(r, block) : status;
}

/* ---- Values ------------------------------------------------------------ */

static char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c) {
    return small_letter(c) >= 'a' && small_letter(c) <= 'z';
}

/* Writers spell it "pt-BR", "pt_br", "EN", "zh-Hans": the language, and a region if that
 * comes next. What is no code is told. */
static void take_language(const reader *r, const front_value *v) {
    const char *text = r->front->text.items + v->value.begin;
    uint32_t n = v->value.end - v->value.begin, letters = 0;
    char *code = r->told->language;
    while (letters < n && letters < 4 && is_letter(text[letters])) {
        code[letters] = small_letter(text[letters]);
        letters++;
    }
    bool more = letters < n && (text[letters] == '-' || text[letters] == '_');
    if (letters < 2 || letters > 3 || (letters < n && !more)) {
        letters = 0;
        r->told->problem = "lang is no language code";
        r->told->problem_at = v->source.begin;
    } else if (n == letters + 3 && is_letter(text[n - 2]) && is_letter(text[n - 1])) {
        code[letters++] = '-';
        code[letters++] = (char)(small_letter(text[n - 2]) - 'a' + 'A');
        code[letters++] = (char)(small_letter(text[n - 1]) - 'a' + 'A');
    }
    code[letters] = '\0';
}

static lede_status take_value(const reader *r, const front_value *v) {
    if (is_key(r, v, "title")) {
        return show(r, v, LEDE_BLOCK_TITLE);
    }
    if (is_key(r, v, "description")) {
        return show(r, v, LEDE_BLOCK_DESCRIPTION);
    }
    if (is_key(r, v, "lang")) {
        take_language(r, v);
    }
    return is_setting(r, v) ? directives_add_setting(r->page, r->allocator, r->front, v)
                            : LEDE_OK;
}

static lede_status omit_front_matter(const reader *r) {
    page *p = r->page;
    if (!VEC_RESERVE(&p->omissions, r->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    p->omissions.items[p->omissions.count++] =
        (lede_omission){r->front->span, LEDE_OMITTED_FRONT_MATTER};
    return LEDE_OK;
}

static lede_status take_front(const reader *r) {
    const front_matter *f = r->front;
    lede_status status = LEDE_OK;
    if (f->form == FRONT_MATTER_NONE) {
        return status;
    }
    bool read = f->form == FRONT_MATTER_YAML && f->problem == NULL;
    r->told->state = read ? LEDE_FRONT_MATTER_READ : LEDE_FRONT_MATTER_SET_ASIDE;
    r->told->problem = f->problem;
    r->told->problem_at = f->problem != NULL ? f->problem_at : f->span.begin;
    status = omit_front_matter(r);
    for (size_t i = 0; i < f->values.count && status == LEDE_OK; i++) {
        status = take_value(r, &f->values.items[i]);
    }
    return status;
}

lede_status draft_read(page *p, const lede_allocator *allocator, const source *s,
                       const markdown_options *options, draft_front *front) {
    front_matter f;
    *front = (draft_front){.state = LEDE_FRONT_MATTER_NONE};
    lede_status status = front_matter_read(&f, allocator, s);
    reader r = {p, allocator, s, &f, front};
    if (status == LEDE_OK) {
        status = take_front(&r);
    }
    uint32_t begin = f.form != FRONT_MATTER_NONE ? f.span.end : s->bom;
    front_matter_free(&f, allocator);
    if (status == LEDE_OK) {
        status = markdown_read(p, allocator, s, begin, options);
    }
    page_write_end(&(page_writer){p, allocator, s});
    p->hard_wrapped = options->newlines != LEDE_NEWLINES_HARD;
    return status == LEDE_OK ? stamps_take(p, allocator, options->keep_rules) : status;
}
