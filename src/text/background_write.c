/* SPDX-License-Identifier: MIT */
#include "text/background_write.h"

#include "base/crc32c.h"
#include "base/out.h"
#include "base/vec.h"
#include "text/background_layout.h"
#include "unicode/properties.h"

#define COUNT_MAX 10u /* bytes of a count at most */

typedef VEC_OF(char) byte_list;

typedef struct writer {
    const background_words *words;
    lede_background_facts facts;
    const lede_allocator *allocator;
    out out;
    uint64_t size;   /* of the words so far, in bytes */
    byte_list index; /* as it will stand in the file */
    size_t length;   /* of the word before */
    char before[BACKGROUND_KEY_MAX];
} writer;

/* ---- Words ------------------------------------------------------------------- */

static size_t put_count(char *to, uint64_t count) {
    size_t n = 0;
    for (; count >= 0x80; count >>= 7) {
        to[n++] = (char)(unsigned char)(count | 0x80);
    }
    to[n++] = (char)(unsigned char)count;
    return n;
}

static void put_word(writer *w, const background_word *word, size_t shared) {
    char entry[BACKGROUND_AT_REST + BACKGROUND_KEY_MAX + 2 * COUNT_MAX];
    size_t rest = word->n - shared, n = BACKGROUND_AT_REST + rest;
    entry[BACKGROUND_AT_SHARED] = (char)(unsigned char)shared;
    entry[BACKGROUND_AT_LENGTH] = (char)(unsigned char)rest;
    memcpy(entry + BACKGROUND_AT_REST, word->key + shared, rest);
    n += put_count(entry + n, word->documents);
    n += put_count(entry + n, word->occurrences);
    out_bytes(&w->out, entry, n);
    w->size += n;
    memcpy(w->before, word->key, word->n);
    w->length = word->n;
}

/* False: no memory. */
static bool open_block(writer *w) {
    byte_list *index = &w->index;
    if (!VEC_RESERVE(index, w->allocator, BACKGROUND_OFFSET_SIZE)) {
        return false;
    }
    lanes_store(index->items + index->count, BACKGROUND_HEAD + w->size);
    index->count += BACKGROUND_OFFSET_SIZE;
    return true;
}

static bool put_words(writer *w) {
    background_word word;
    w->size = w->facts.words = w->facts.occurrences = 0;
    w->index.count = 0;
    w->words->begin(w->words->ctx);
    while (w->words->next(w->words->ctx, &word)) {
        if (word.documents < w->facts.least_documents) {
            continue;
        }
        bool first = w->facts.words % BACKGROUND_BLOCK == 0;
        if (first && !open_block(w)) {
            return false;
        }
        put_word(w, &word,
                 first ? 0 : background_common(w->before, w->length, word.key, word.n));
        w->facts.words++;
        w->facts.occurrences += word.occurrences;
    }
    return true;
}

/* ---- The file ---------------------------------------------------------------- */

static int add_to_sum(void *ctx, const char *bytes, size_t n) {
    crc32c_add(ctx, bytes, n);
    return 0;
}

/* The first time: only what the head says of the words. */
static bool measure_words(writer *w, uint32_t *sum) {
    crc32c c;
    crc32c_init(&c);
    out_init(&w->out, (lede_sink){add_to_sum, &c});
    bool fine = put_words(w);
    (void)out_flush(&w->out);
    *sum = crc32c_value(&c);
    return fine;
}

static void set_number(char *at, uint64_t number, unsigned bytes) {
    for (unsigned i = 0; i < bytes; i++) {
        at[i] = (char)(unsigned char)(number >> 8 * i & 0xFF);
    }
}

static void set_versions(char *head) {
    memcpy(head, BACKGROUND_MAGIC, BACKGROUND_MAGIC_SIZE);
    set_number(head + BACKGROUND_AT_FORMAT, BACKGROUND_FORMAT, 2);
    set_number(head + BACKGROUND_AT_TOKENIZER, BACKGROUND_TOKENIZER, 2);
    set_number(head + BACKGROUND_AT_FOLD, BACKGROUND_FOLD, 2);
    set_number(head + BACKGROUND_AT_STEM, BACKGROUND_STEM_NONE, 2);
    memcpy(head + BACKGROUND_AT_UNICODE, UNICODE_VERSION_TEXT,
           sizeof UNICODE_VERSION_TEXT);
}

static void put_head(writer *w, uint32_t words_sum) {
    char head[BACKGROUND_HEAD] = {0};
    const lede_background_facts *f = &w->facts;
    set_versions(head);
    const char *language = f->language[0] != '\0' ? f->language : "und";
    memcpy(head + BACKGROUND_AT_LANGUAGE, language, strlen(language));
    lanes_store(head + BACKGROUND_AT_DOCUMENTS, f->documents);
    lanes_store(head + BACKGROUND_AT_TOKENS, f->tokens);
    lanes_store(head + BACKGROUND_AT_WORDS, f->words);
    lanes_store(head + BACKGROUND_AT_OCCURRENCES, f->occurrences);
    lanes_store(head + BACKGROUND_AT_LEAST, f->least_documents);
    lanes_store(head + BACKGROUND_AT_SIZE, w->size);
    set_number(head + BACKGROUND_AT_WORDS_SUM, words_sum, 4);
    set_number(head + BACKGROUND_AT_INDEX_SUM, crc32c_of(w->index.items, w->index.count),
               4);
    set_number(head + BACKGROUND_AT_HEAD_SUM, crc32c_of(head, BACKGROUND_AT_HEAD_SUM), 4);
    out_bytes(&w->out, head, sizeof head);
}

static lede_status write_file(writer *w, lede_sink sink, lede_error *error) {
    uint32_t sum = 0;
    if (!measure_words(w, &sum)) {
        return error_no_memory(error);
    }
    out_init(&w->out, sink);
    put_head(w, sum);
    (void)put_words(w); /* the index has its memory */
    out_bytes(&w->out, w->index.items, w->index.count);
    if (out_flush(&w->out) != LEDE_OK) {
        return error_set(error, LEDE_WRITE_FAILED, "the background was not taken whole");
    }
    return LEDE_OK;
}

lede_status background_write_file(const background_words *words,
                                  const lede_background_facts *facts,
                                  const lede_allocator *allocator, lede_sink sink,
                                  lede_error *error) {
    writer w = {.words = words, .facts = *facts, .allocator = allocator};
    lede_status status = write_file(&w, sink, error);
    VEC_FREE(&w.index, allocator);
    return status;
}

void background_join_language(lede_background_facts *facts, const char *language) {
    static const char several[] = "mul";
    bool differs = facts->language[0] != '\0' && strcmp(facts->language, language) != 0;
    const char *all = differs ? several : language;
    memset(facts->language, 0, sizeof facts->language);
    memcpy(facts->language, all, strlen(all));
}
