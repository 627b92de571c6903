/* SPDX-License-Identifier: MIT */
/* Against the writer of the tests, which knows all counts before it begins. */
#include "text/background_write.h"

#include "support/background_make.h"
#include "support/drying.h"
#include "unit/text/background_support.h"

#define MOST 1000

static lede_background_facts facts_of(uint64_t documents, uint64_t tokens,
                                      uint64_t least) {
    return (lede_background_facts){.language = "en",
                                   .documents = documents,
                                   .tokens = tokens,
                                   .least_documents = least};
}

/* Asks for the words twice, whatever they are. */
static text_buffer write_words(const background_entry *words, size_t count,
                               const lede_background_facts *facts) {
    background_word items[MOST];
    text_buffer t = {0};
    lede_error error;
    for (size_t i = 0; i < count; i++) {
        items[i] = (background_word){words[i].key, words[i].n, words[i].documents,
                                     words[i].occurrences};
    }
    background_array array = {items, count, 0, 0};
    background_words source = {background_array_begin, background_array_next, &array};
    assert_int_equal(background_write_file(&source, facts, &memory_default,
                                           background_into(&t), &error),
                     LEDE_OK);
    assert_int_equal(array.begun, 2);
    text_fit(&t);
    return t;
}

static text_buffer wanted_of(const background_entry *words, size_t count,
                             const lede_background_facts *facts) {
    text_buffer t = background_write(words, count);
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, facts->documents);
    background_set_u64(&t, BACKGROUND_AT_TOKENS, facts->tokens);
    background_set_u64(&t, BACKGROUND_AT_LEAST, facts->least_documents);
    return t;
}

/* ---- The same bytes -------------------------------------------------------------- */

static void expect_as_wanted(const background_entry *words, size_t count,
                             const lede_background_facts *facts) {
    text_buffer t = write_words(words, count, facts);
    text_buffer wanted = wanted_of(words, count, facts);
    background_expect_same(&t, &wanted);
    (void)open_background(&t);
    text_free(&t);
    text_free(&wanted);
}

static void empty(void **state) {
    lede_background_facts none = facts_of(0, 0, 1), some = facts_of(3, 9, 1);
    expect_as_wanted(NULL, 0, &none);
    expect_as_wanted(NULL, 0, &some);
}

/* Blocks that are full, and not; counts of every length; keys as long as they get. */
static void every_size(void **state) {
    static const size_t counts[] = {1, 2, 63, 64, 65, 127, 128, 129, 999};
    static background_entry words[MOST];
    static char keys[MOST][BACKGROUND_KEY_MAX];
    uint64_t seed = 4;
    for (size_t i = 0; i < MOST; i++) {
        size_t n = i % 9 == 0 ? BACKGROUND_KEY_MAX : 4 + text_below(&seed, 6);
        memset(keys[i], '\x80' + (int)(i / 300), n);
        keys[i][1] = (char)(unsigned char)(i / 100);
        keys[i][2] = (char)(unsigned char)(2 * (i / 10 % 10));
        keys[i][3] = (char)(unsigned char)(i % 10);
        uint64_t documents = 1 + (next_random(&seed) >> (20 + text_below(&seed, 44)));
        words[i] = (background_entry){keys[i], n, documents,
                                      documents + text_below(&seed, 99999)};
    }
    lede_background_facts facts = facts_of(UINT64_MAX / 2, UINT64_MAX, 1);
    for (size_t i = 0; i < COUNT(counts); i++) {
        expect_as_wanted(words, counts[i], &facts);
    }
}

/* Its words are those of the file that has no others. */
static void cut_off(void **state) {
    lede_background_facts facts = facts_of(12, 400, 3);
    const background_entry kept[] = {boats[0], boats[2], boats[3]};
    text_buffer t = write_words(boats, COUNT(boats), &facts);
    text_buffer wanted = wanted_of(kept, COUNT(kept), &facts);
    background_expect_same(&t, &wanted);
    assert_int_equal(open_background(&t).facts.occurrences, 316);
    text_free(&t);
    text_free(&wanted);
    facts.least_documents = 6;
    t = write_words(boats, COUNT(boats), &facts);
    wanted = wanted_of(NULL, 0, &facts);
    background_expect_same(&t, &wanted);
    text_free(&t);
    text_free(&wanted);
}

/* ---- Languages ------------------------------------------------------------------- */

static void languages(void **state) {
    lede_background_facts facts = {.language = ""};
    text_buffer t = write_words(NULL, 0, &facts);
    assert_memory_equal(t.bytes + BACKGROUND_AT_LANGUAGE, "und\0\0\0\0\0\0\0\0", 12);
    text_free(&t);
    background_join_language(&facts, "pt-BR");
    assert_string_equal(facts.language, "pt-BR");
    background_join_language(&facts, "pt-BR");
    assert_string_equal(facts.language, "pt-BR");
    background_join_language(&facts, "pt");
    assert_memory_equal(facts.language, "mul\0\0\0\0\0\0\0\0", 12);
    background_join_language(&facts, "mul");
    background_join_language(&facts, "pt");
    assert_string_equal(facts.language, "mul");
}

/* ---- Refusals -------------------------------------------------------------------- */

typedef struct refusing {
    size_t calls;
    size_t refuse_at;
} refusing;

static int refuse(void *ctx, const char *bytes, size_t n) {
    refusing *r = ctx;
    r->calls++;
    assert_true(r->calls <= r->refuse_at);
    return r->calls == r->refuse_at;
}

/* Words that take several writes; each in turn is refused, and none asked for after. */
static void sink_refuses(void **state) {
    background_word items[MOST];
    char keys[MOST][16];
    lede_error error;
    for (size_t i = 0; i < MOST; i++) {
        (void)snprintf(keys[i], sizeof keys[i], "%04x-%08x", (unsigned)i,
                       7u * (unsigned)i);
        items[i] = (background_word){keys[i], 13, 1, 1};
    }
    background_array array = {items, MOST, 0, 0};
    background_words source = {background_array_begin, background_array_next, &array};
    lede_background_facts facts = facts_of(5, MOST, 1);
    refusing r = {0, NEVER};
    lede_sink sink = {refuse, &r};
    assert_int_equal(
        background_write_file(&source, &facts, &memory_default, sink, &error), LEDE_OK);
    size_t calls = r.calls;
    assert_in_range(calls, 3, 20);
    for (size_t i = 1; i <= calls; i++) {
        r = (refusing){0, i};
        assert_int_equal(
            background_write_file(&source, &facts, &memory_default, sink, &error),
            LEDE_WRITE_FAILED);
        assert_int_equal(error.status, LEDE_WRITE_FAILED);
        assert_string_equal(error.text, "the background was not taken whole");
        assert_int_equal(r.calls, i);
    }
}

/* Then nothing was written. */
static void no_memory(void **state) {
    background_word item = {"boat", 4, 1, 1};
    background_array array = {&item, 1, 0, 0};
    background_words source = {background_array_begin, background_array_next, &array};
    lede_background_facts facts = facts_of(1, 1, 1);
    text_buffer t = {0};
    lede_error error;
    drying memory;
    drying_init(&memory, 1, false);
    assert_int_equal(background_write_file(&source, &facts, &memory.allocator,
                                           background_into(&t), &error),
                     LEDE_NO_MEMORY);
    assert_int_equal(error.status, LEDE_NO_MEMORY);
    assert_int_equal(t.n, 0);
    drying_expect_balance(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty),        cmocka_unit_test(every_size),
        cmocka_unit_test(cut_off),      cmocka_unit_test(languages),
        cmocka_unit_test(sink_refuses), cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
