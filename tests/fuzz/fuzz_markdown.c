/* SPDX-License-Identifier: MIT */
/* Bytes -> source -> page of a draft -> document. First bytes: MDX and how the line ends
 * count, the allocation that fails. */
#include "fuzz/oracle.h"
#include "markup/draft.h"

typedef struct run {
    oracle_input in;
    markdown_options options;
    unsigned fail_at; /* 0: none */
} run;

static run read_options(const uint8_t *bytes, size_t n) {
    run r = {.in = {(const char *)bytes, n}};
    unsigned how = oracle_take(&r.in, 2 * (LEDE_NEWLINES_HARD + 1));
    r.options.mdx = how % 2 == 1;
    r.options.newlines = (lede_newlines)(how / 2);
    r.fail_at = oracle_take(&r.in, 128);
    return r;
}

/* The page alone, for want of memory or whole. */
static void read_page(const run *r, unsigned fail_at) {
    counting memory;
    counting_init(&memory, fail_at > 0 ? fail_at : NEVER);
    source s;
    page p = {.text = NULL};
    draft_front front;
    lede_status status =
        source_open(&s, &memory.allocator, r->in.bytes, (uint32_t)r->in.n);
    if (status == LEDE_OK) {
        status = draft_read(&p, &memory.allocator, &s, &r->options, &front);
    }
    if (status == LEDE_OK) {
        oracle_markup(&s, &p);
        ORACLE(memchr(front.language, '\0', sizeof front.language) != NULL);
        ORACLE(front.problem_at <= s.size);
    } else {
        ORACLE(status == LEDE_NO_MEMORY && memory.calls >= memory.fail_at);
    }
    page_free(&p, &memory.allocator);
    source_close(&s, &memory.allocator);
    oracle_nothing_left(&memory);
}

static void read_document(const run *r) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    options.language = "en";
    options.markup = r->options.mdx ? LEDE_MARKUP_MDX : LEDE_MARKUP_MARKDOWN;
    options.newlines = r->options.newlines;
    options.keep_boundaries = r->fail_at % 2 == 1;
    lede_status status = lede_document_create(r->in.bytes, r->in.n, &options, &d, NULL);
    ORACLE(status == LEDE_OK || oracle_is_utf16(r->in.bytes, r->in.n));
    if (d != NULL) {
        oracle_document(d);
        text_buffer t = oracle_report(LEDE_FORMAT_JSON, d, NULL, r->fail_at % 4 == 3);
        json_decref(oracle_json(&t));
        text_free(&t);
    }
    lede_document_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    run r = read_options(bytes, n);
    read_page(&r, 0);
    if (r.fail_at > 0) {
        read_page(&r, r.fail_at);
    }
    read_document(&r);
    return 0;
}
