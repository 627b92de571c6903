/* SPDX-License-Identifier: MIT */
/*
 * For compare.py: reads sources from standard input, each behind a line "MDX SIZE", and
 * writes what lede makes of each:
 *
 *     page STATUS SIZE          and behind it the visible text and a line end
 *     piece KIND TEXT SOURCE    a span is two numbers
 *     block KIND LEVEL TEXT
 *     omission KIND SOURCE
 *     mask KIND SOURCE
 *     gap TEXT                  one number
 *     sentence TEXT SOURCE
 *     end
 */
#include "markup/mask.h"
#include "text/document.h"

#include <lede/lede.h>

#include <stdio.h>
#include <stdlib.h>

static void stop(const char *why) {
    fprintf(stderr, "list_pages: %s\n", why);
    exit(2);
}

static void list_pieces(const page *p) {
    for (size_t i = 0; i < p->pieces.count; i++) {
        const piece *at = &p->pieces.items[i];
        printf("piece %u %u %u %u %u\n", (unsigned)at->kind, (unsigned)at->text.begin,
               (unsigned)at->text.end, (unsigned)at->source.begin,
               (unsigned)at->source.end);
    }
}

static void list_blocks(const page *p) {
    for (size_t i = 0; i < p->blocks.count; i++) {
        const lede_block *b = &p->blocks.items[i];
        printf("block %u %u %u %u\n", (unsigned)b->kind, (unsigned)b->level,
               (unsigned)b->span.begin, (unsigned)b->span.end);
    }
}

static void list_omissions(const page *p) {
    for (size_t i = 0; i < p->omissions.count; i++) {
        const lede_omission *o = &p->omissions.items[i];
        printf("omission %u %u %u\n", (unsigned)o->kind, (unsigned)o->source.begin,
               (unsigned)o->source.end);
    }
    for (size_t i = 0; i < p->gaps.count; i++) {
        printf("gap %u\n", (unsigned)p->gaps.items[i]);
    }
}

/* The page does not keep it: found once more, behind the front matter. */
static void list_mask(const lede_document *d, bool mdx) {
    mask m = {0};
    const page *p = &d->page;
    uint32_t begin = d->source.bom;
    if (p->omissions.count > 0 &&
        p->omissions.items[0].kind == LEDE_OMITTED_FRONT_MATTER) {
        begin = p->omissions.items[0].source.end;
    }
    if (mask_read(&m, d->allocator, &d->source, begin, mdx) != LEDE_OK) {
        stop("no memory");
    }
    for (size_t i = 0; i < m.spans.count; i++) {
        const masked *at = &m.spans.items[i];
        printf("mask %u %u %u\n", (unsigned)at->kind, (unsigned)at->span.begin,
               (unsigned)at->span.end);
    }
    mask_free(&m, d->allocator);
}

static void list_sentences(const lede_document *d) {
    size_t n = 0;
    const lede_sentence *sentences = lede_document_sentences(d, &n);
    for (size_t i = 0; i < n; i++) {
        lede_span at = sentences[i].span;
        printf("sentence %u %u %u %u\n", (unsigned)at.begin, (unsigned)at.end,
               (unsigned)lede_document_place(d, at.begin).offset,
               (unsigned)lede_document_place_end(d, at.end).offset);
    }
}

static void list_document(const char *bytes, size_t n, bool mdx) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    options.language = "en";
    options.hygiene = LEDE_HYGIENE_OFF;
    options.markup = mdx ? LEDE_MARKUP_MDX : LEDE_MARKUP_MARKDOWN;
    lede_status status = lede_document_create(bytes, n, &options, &d, NULL);
    size_t size = 0;
    const char *text = d != NULL ? lede_document_text(d, &size) : "";
    printf("page %d %zu\n", (int)status, size);
    fwrite(text, 1, size, stdout);
    putchar('\n');
    if (d != NULL) {
        list_pieces(&d->page);
        list_blocks(&d->page);
        list_omissions(&d->page);
        list_mask(d, mdx);
        list_sentences(d);
    }
    puts("end");
    lede_document_free(d);
}

int main(void) {
    unsigned mdx;
    size_t n;
    while (scanf("%u %zu", &mdx, &n) == 2) {
        char *bytes = malloc(n > 0 ? n : 1);
        if (getchar() != '\n' || bytes == NULL || fread(bytes, 1, n, stdin) != n) {
            stop("cannot read what was promised");
        }
        list_document(bytes, n, mdx != 0);
        free(bytes);
    }
    return fflush(stdout) == 0 ? 0 : 2;
}
