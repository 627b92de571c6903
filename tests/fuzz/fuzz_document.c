/* SPDX-License-Identifier: MIT */
/* Bytes -> document. First bytes: language, newlines, strict, limit and numbers apart,
 * words that the vocabulary keeps, hash seed and what is kept, the allocation that
 * fails. */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"

typedef struct run {
    oracle_input in; /* the source */
    lede_document_options options;
    size_t capacity; /* of the vocabulary */
    uint64_t seed;
    size_t fail_at;
    bool visible;    /* bytes that are no document, too */
    bool with_words; /* in the JSON that is read back: most of the time goes there */
} run;

static run read_options(const uint8_t *bytes, size_t n) {
    static const size_t capacities[] = {0, 1, 2, 7};
    oracle_input in = {(const char *)bytes, n};
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = oracle_take_language(&in);
    options.newlines = (lede_newlines)oracle_take(&in, LEDE_NEWLINES_HARD + 1);
    unsigned flags = oracle_take(&in, 256);
    run r = {.capacity = capacities[oracle_take(&in, 4)]};
    unsigned kept = oracle_take(&in, 256);
    r.seed = (kept + 1) * UINT64_C(0x9E3779B97F4A7C15);
    options.keep_boundaries = kept % 4 == 3;
    options.hygiene = kept < 192      ? LEDE_HYGIENE_STRIP
                      : kept % 2 == 0 ? LEDE_HYGIENE_MARK
                                      : LEDE_HYGIENE_OFF;
    options.keep_rules = kept / 64 == 2 ? LEDE_RULE_BIT(1 + kept % 2) : 0;
    r.fail_at = oracle_take(&in, 256);
    r.visible = flags % 32 >= 24;
    r.with_words = flags % 8 >= 6;
    options.enumerators = flags >= 128 ? LEDE_ENUMERATORS_OWN : LEDE_ENUMERATORS_ATTACH;
    options.strict = flags % 4 == 1;
    options.max_bytes = flags % 16 == 2 && in.n > 1 ? in.n - 1 : 0;
    r.in = in;
    r.options = options;
    return r;
}

/* ---- What may be refused ----------------------------------------------------- */

static bool is_malformed(const char *code) {
    return code != NULL &&
           (code[0] == '\0' || strcmp(code, "EN") == 0 || code[strlen(code) - 1] == '-');
}

/* The first byte that has no place in a text; the size when there is none. */
static size_t first_bad(const oracle_input *in) {
    size_t at = 0;
    while (at < in->n) {
        reference_point point = reference_decode(in->bytes + at, in->n - at);
        if (point.bad || point.code == 0) {
            break;
        }
        at += point.bytes;
    }
    return at;
}

static lede_status wanted_status(const run *r) {
    if (r->options.max_bytes > 0) {
        return LEDE_TOO_LARGE;
    }
    bool bad = r->options.strict && first_bad(&r->in) < r->in.n;
    if (bad || oracle_is_utf16(r->in.bytes, r->in.n)) {
        return LEDE_BAD_ENCODING;
    }
    return is_malformed(r->options.language) ? LEDE_UNKNOWN_LANGUAGE : LEDE_OK;
}

/* NULL: refused, as it had to be. */
static lede_document *create(const run *r) {
    lede_document *d = NULL;
    lede_error error;
    lede_status status =
        lede_document_create(r->in.bytes, r->in.n, &r->options, &d, &error);
    ORACLE(status == wanted_status(r) && error.status == status);
    ORACLE((d != NULL) == (status == LEDE_OK));
    ORACLE(memchr(error.text, '\0', sizeof error.text) != NULL);
    ORACLE(reference_is_utf8(error.text, strlen(error.text)));
    if (status == LEDE_BAD_ENCODING && error.line > 0) {
        ORACLE(error.offset == first_bad(&r->in) && error.column > 0);
    }
    return d;
}

/* ---- The same again ------------------------------------------------------------ */

static void expect_same(const lede_document *a, const lede_document *b) {
    text_buffer x = oracle_report(LEDE_FORMAT_JSON, a, NULL, 0);
    text_buffer y = oracle_report(LEDE_FORMAT_JSON, b, NULL, 0);
    ORACLE(x.n == y.n && memcmp(x.bytes, y.bytes, x.n) == 0);
    ORACLE(a->words.count == b->words.count && a->terms.count == b->terms.count);
    ORACLE(a->keys.count == b->keys.count && a->stems.count == b->stems.count);
    for (size_t i = 0; i < a->words.count; i++) {
        const lede_word *v = &a->words.items[i], *w = &b->words.items[i];
        ORACLE(v->span.begin == w->span.begin && v->span.end == w->span.end);
        ORACLE(v->term == w->term && v->flags == w->flags);
        ORACLE(v->kind == w->kind && v->mark == w->mark);
    }
    for (size_t i = 0; i < a->terms.count; i++) {
        ORACLE(a->terms.items[i].stem == b->terms.items[i].stem);
        ORACLE(a->terms.items[i].flags == b->terms.items[i].flags);
    }
    ORACLE(a->keys.count == 0 ||
           memcmp(a->keys.items, b->keys.items, a->keys.count) == 0);
    text_free(&x);
    text_free(&y);
}

/* The same bytes in two more languages, whose words the vocabulary keeps apart. */
static void read_elsewhere(run r) {
    static const char *const codes[] = {"de", "zz"};
    for (size_t i = 0; i < 2; i++) {
        r.options.language = codes[i];
        lede_document *d = create(&r);
        ORACLE(d != NULL);
        lede_document_free(d);
    }
}

/* Other hashes, other memory, and a vocabulary that is fresh, then warm: of the
 * document's language or of every one. */
static void repeat(run r, const lede_document *first) {
    counting memory;
    lede_vocabulary *v = NULL;
    bool every = r.seed >> 32 & 1u;
    counting_init(&memory, NEVER);
    ORACLE(lede_vocabulary_create(every ? "auto" : first->facts.language, r.capacity,
                                  r.seed, &memory.allocator, &v, NULL) == LEDE_OK);
    r.options.hash_seed = ~r.seed;
    r.options.allocator = &memory.allocator;
    r.options.vocabulary = v;
    for (int warm = 0; warm < 2; warm++) {
        lede_document *d = create(&r);
        ORACLE(d != NULL);
        expect_same(first, d);
        lede_document_free(d);
        if (every) {
            read_elsewhere(r);
        }
    }
    lede_vocabulary_stats stats = lede_vocabulary_measure(v);
    ORACLE(stats.words <= stats.capacity);
    lede_vocabulary_free(v);
    oracle_nothing_left(&memory);
}

/* ---- The same text in other bytes ------------------------------------------------- */

static bool same_bytes(const lede_document *a, lede_span x, const lede_document *b,
                       lede_span y) {
    uint32_t n = x.end - x.begin;
    return n == y.end - y.begin &&
           memcmp(a->page.text + x.begin, b->page.text + y.begin, n) == 0;
}

/* The same words in the same sentences and blocks; only offsets may differ. */
static void expect_alike(const lede_document *a, const lede_document *b) {
    ORACLE(a->words.count == b->words.count);
    ORACLE(a->sentences.count == b->sentences.count);
    ORACLE(a->page.blocks.count == b->page.blocks.count);
    ORACLE(a->ledger.count == b->ledger.count);
    ORACLE(strcmp(a->facts.language, b->facts.language) == 0);
    for (size_t i = 0; i < a->words.count; i++) {
        const lede_word *v = &a->words.items[i], *w = &b->words.items[i];
        ORACLE(same_bytes(a, v->span, b, w->span) && v->term == w->term);
        ORACLE(v->flags == w->flags && v->kind == w->kind && v->mark == w->mark);
    }
    for (size_t i = 0; i < a->sentences.count; i++) {
        const lede_sentence *s = &a->sentences.items[i], *t = &b->sentences.items[i];
        ORACLE(s->first_word == t->first_word && s->block == t->block);
        ORACLE(s->ended_by == t->ended_by && s->role == t->role);
    }
    for (size_t i = 0; i < a->page.blocks.count; i++) {
        ORACLE(a->page.blocks.items[i].kind == b->page.blocks.items[i].kind);
    }
}

static void rewrite(run r, const lede_document *first) {
    bool mark = first->source.bom == 0 && r.seed % 2 == 0;
    text_buffer t = oracle_rewrite(r.in, r.capacity == 1 ? "\r" : "\r\n", mark);
    r.in = (oracle_input){t.bytes, t.n};
    lede_document *d = create(&r);
    ORACLE(d != NULL);
    expect_alike(first, d);
    lede_document_free(d);
    text_free(&t);
}

/* ---- All of it -------------------------------------------------------------------- */

/* One allocation gets nothing: that is said, and nothing stays behind. */
static void starve(run r) {
    counting memory;
    lede_document *d = NULL;
    lede_error error;
    counting_init(&memory, r.fail_at);
    r.options.allocator = &memory.allocator;
    lede_status status = lede_document_create(r.in.bytes, r.in.n, &r.options, &d, &error);
    bool starved = memory.calls >= r.fail_at;
    ORACLE(status == LEDE_OK || status == LEDE_NO_MEMORY || status == wanted_status(&r));
    ORACLE(status != LEDE_NO_MEMORY || starved);
    lede_document_free(d);
    oracle_nothing_left(&memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    run r = read_options(bytes, n);
    lede_document *d = create(&r);
    if (d != NULL) {
        oracle_document(d);
        oracle_split_output(d, r.with_words);
        repeat(r, d);
        if (oracle_can_rewrite(r.in)) {
            rewrite(r, d);
        }
    }
    lede_document_free(d);
    if (r.fail_at > 0) {
        starve(r);
    }
    if (r.visible) {
        oracle_visible(r.in);
        oracle_segments(r.in);
    }
    return 0;
}
