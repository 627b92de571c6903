/* SPDX-License-Identifier: MIT */
/* Bytes -> all that they say again. First bytes: language, newlines, what counts, words
 * and times of phrases, the window, the allocation that fails, length of a list of
 * accepted phrases; the list; the text. */
#include "fuzz/oracle.h"

typedef struct run {
    lede_document_options read;
    lede_repeats_options find;
    size_t fail_at;
    oracle_input list;
    oracle_input text;
} run;

static run read_options(const uint8_t *bytes, size_t n) {
    oracle_input in = {(const char *)bytes, n};
    run r = {LEDE_DOCUMENT_OPTIONS_INIT, LEDE_REPEATS_OPTIONS_INIT, 0, {0}, {0}};
    r.read.language = oracle_take_language(&in);
    r.read.newlines = (lede_newlines)oracle_take(&in, LEDE_NEWLINES_HARD + 1);
    r.read.no_stems = 1;
    unsigned flags = oracle_take(&in, 8);
    r.find.count_headings = (flags & 1u) != 0;
    r.find.ignore_quotes = (flags & 2u) != 0;
    r.find.no_sentences = (flags & 4u) != 0;
    r.find.min_words = oracle_take(&in, 8);
    r.find.max_words = oracle_take(&in, 64);
    r.find.min_count = oracle_take(&in, 5);
    r.find.window = oracle_take(&in, 256);
    r.fail_at = oracle_take(&in, 256);
    r.list = oracle_take_bytes(&in, oracle_take(&in, 64));
    r.text = in;
    return r;
}

static bool are_in_range(const lede_repeats_options *o) {
    uint32_t words = o->min_words > 0 ? o->min_words : 2;
    return words >= 2 && (o->max_words == 0 || o->max_words >= words) &&
           o->min_count != 1;
}

static lede_repeats *create(const run *r, const lede_document *d) {
    lede_repeats *x = NULL;
    lede_error error;
    lede_status status = lede_repeats_create(d, &r->find, &x, &error);
    ORACLE(status == (are_in_range(&r->find) ? LEDE_OK : LEDE_INVALID_ARGUMENT));
    ORACLE(error.status == status && (x != NULL) == (status == LEDE_OK));
    return x;
}

/* Other hashes and other memory say the same. */
static void repeat(run r, const lede_repeats *first) {
    counting memory;
    lede_document *d = NULL;
    counting_init(&memory, NEVER);
    r.read.hash_seed = UINT64_C(0x9E3779B97F4A7C15) * (r.fail_at + 1);
    r.read.allocator = r.find.allocator = &memory.allocator;
    ORACLE(lede_document_create(r.text.bytes, r.text.n, &r.read, &d, NULL) == LEDE_OK);
    lede_repeats *x = create(&r, d);
    oracle_same_repeats(first, x);
    lede_repeats_free(x);
    lede_document_free(d);
    oracle_nothing_left(&memory);
}

/* So do other line ends. */
static void rewrite(run r, const lede_repeats *first) {
    text_buffer t = oracle_rewrite(r.text, r.fail_at % 2 == 0 ? "\r\n" : "\r", false);
    lede_document *d = NULL;
    ORACLE(lede_document_create(t.bytes, t.n, &r.read, &d, NULL) == LEDE_OK);
    lede_repeats *x = create(&r, d);
    oracle_same_repeats(first, x);
    lede_repeats_free(x);
    lede_document_free(d);
    text_free(&t);
}

/* One allocation gets nothing: that is said, and nothing stays behind. */
static void starve(run r, const lede_document *d) {
    counting memory;
    lede_repeats *x = NULL;
    counting_init(&memory, r.fail_at);
    r.find.allocator = &memory.allocator;
    lede_status status = lede_repeats_create(d, &r.find, &x, NULL);
    ORACLE(status == LEDE_OK || status == LEDE_NO_MEMORY);
    ORACLE((x != NULL) == (status == LEDE_OK));
    lede_repeats_free(x);
    oracle_nothing_left(&memory);
}

static void find(const run *r, const lede_document *d) {
    lede_repeats *x = create(r, d);
    if (x == NULL) {
        return;
    }
    oracle_repeats(d, x, &r->find);
    repeat(*r, x);
    if (oracle_can_rewrite(r->text)) {
        rewrite(*r, x);
    }
    if (r->fail_at > 0) {
        starve(*r, d);
    }
    lede_repeats_free(x);
}

/* NULL: the bytes are no list. */
static lede_accepted *read_list(const run *r) {
    lede_accepted *list = NULL;
    lede_error error;
    lede_status status =
        lede_accepted_create(r->list.bytes, r->list.n, NULL, &list, &error);
    ORACLE(status == LEDE_OK || status == LEDE_BAD_ENCODING);
    ORACLE(status == error.status && (list != NULL) == (status == LEDE_OK));
    return list;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    run r = read_options(bytes, n);
    lede_document *d = NULL;
    lede_accepted *list = read_list(&r);
    r.find.accepted = list;
    if (lede_document_create(r.text.bytes, r.text.n, &r.read, &d, NULL) == LEDE_OK) {
        find(&r, d);
    }
    lede_document_free(d);
    lede_accepted_free(list);
    return 0;
}
