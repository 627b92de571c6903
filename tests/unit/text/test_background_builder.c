/* SPDX-License-Identifier: MIT */
#include "text/background_builder.h"

#include "support/background_make.h"
#include "support/drying.h"
#include "unit/text/background_support.h"

static void expect_word(const text_buffer *t, const char *key, uint64_t documents,
                        uint64_t occurrences) {
    lede_background b = open_background(t);
    uint64_t in_documents = 99, in_all = 99;
    bool found = background_find(&b, key, strlen(key), &in_documents, &in_all);
    if (found != (documents > 0) || in_documents != documents || in_all != occurrences) {
        print_error("%s: %llu, %llu\n", key, (unsigned long long)in_documents,
                    (unsigned long long)in_all);
    }
    assert_true(found == (documents > 0));
    assert_int_equal(in_documents, documents);
    assert_int_equal(in_all, occurrences);
}

/* ---- What is counted ------------------------------------------------------------- */

static text_buffer count_texts(const char *const *texts, size_t count) {
    lede_document *documents[8];
    for (size_t i = 0; i < count; i++) {
        documents[i] = open_text(texts[i]);
    }
    text_buffer t = background_of(documents, count, NULL);
    for (size_t i = 0; i < count; i++) {
        lede_document_free(documents[i]);
    }
    return t;
}

static void by_hand(void **state) {
    static const char *const texts[] = {
        "The boat came back. The Boat had 4,000 mussels on board!",
        "A sail-boat, no boats. See https://example.org/mussels soon.", ""};
    text_buffer t = count_texts(texts, 3);
    lede_background b = open_background(&t);
    assert_string_equal(b.facts.language, "en");
    assert_int_equal(b.facts.documents, 3);
    assert_int_equal(b.facts.tokens, 18);
    assert_int_equal(b.facts.occurrences, 18);
    assert_int_equal(b.facts.words, 16);
    assert_int_equal(b.facts.least_documents, 1);
    expect_word(&t, "boat", 1, 2);
    expect_word(&t, "the", 1, 2);
    expect_word(&t, "4,000", 1, 1);
    expect_word(&t, "boats", 1, 1); /* words, not stems */
    expect_word(&t, "sail-boat", 1, 1);
    expect_word(&t, "sail", 0, 0); /* nor parts */
    expect_word(&t, "https://example.org/mussels", 1, 1);
    expect_word(&t, "mussels", 1, 1);
    text_free(&t);
}

static void in_several(void **state) {
    static const char *const texts[] = {"Rope and rope.", "No rope.", "Sails."};
    text_buffer t = count_texts(texts, 3);
    expect_word(&t, "rope", 2, 3);
    expect_word(&t, "and", 1, 1);
    expect_word(&t, "sails", 1, 1);
    text_free(&t);
}

/* What was set aside is no word of the text, here as everywhere. */
static void body_only(void **state) {
    static const char *const texts[] = {
        "The ferry left at noon with the mail.\n\nADVERTISEMENT\n\nIt was late again."};
    text_buffer t = count_texts(texts, 1);
    expect_word(&t, "advertisement", 0, 0);
    expect_word(&t, "again", 1, 1);
    assert_int_equal(open_background(&t).facts.tokens, 12);
    text_free(&t);
}

/* Both count among the tokens: words longer than a file has them, and those that fold to
 * nothing. */
static void left_out(void **state) {
    text_buffer s = {0};
    char word[BACKGROUND_KEY_MAX + 1];
    memset(word, 'x', sizeof word);
    text_put(&s, "Long: ");
    text_add(&s, word, BACKGROUND_KEY_MAX);
    text_put(&s, " longer: ");
    text_add(&s, word, BACKGROUND_KEY_MAX + 1);
    text_put(&s, " nothing: \xE3\x85\xA4 end.");
    lede_document *d = open_bytes(s.bytes, s.n);
    text_buffer t = background_of(&d, 1, NULL);
    lede_background b = open_background(&t);
    assert_int_equal(b.facts.words, 5);
    assert_int_equal(b.facts.occurrences, 5);
    assert_int_equal(b.facts.tokens, 7);
    lede_document_free(d);
    text_free(&t);
    text_free(&s);
}

/* ---- Against a count of every word ------------------------------------------------ */

#define MOST 4000

/* Each occurrence of a word in the body, then each different word. */
typedef struct tally {
    background_entry items[MOST];
    size_t count;
    uint64_t tokens;
} tally;

static int compare_entries(const void *a, const void *b) {
    const background_entry *l = a, *r = b;
    int order = background_compare(l->key, l->n, r->key, r->n);
    return order != 0 ? order
                      : (l->documents > r->documents) - (l->documents < r->documents);
}

/* Until tally_end() counts them, documents is the number of the one it stands in. */
static void tally_document(tally *t, const lede_document *d, uint64_t number) {
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        for (uint32_t k = 0; s->role == LEDE_ROLE_BODY && k < s->word_count; k++) {
            const lede_word *w = &d->words.items[s->first_word + k];
            if (w->kind != LEDE_WORD_MARK) {
                lede_span key = d->terms.items[w->term].key;
                assert_true(t->count < MOST);
                t->items[t->count++] = (background_entry){d->keys.items + key.begin,
                                                          key.end - key.begin, number, 1};
            }
        }
    }
}

static void tally_end(tally *t) {
    size_t count = 0;
    uint64_t last = 0;
    t->tokens = t->count;
    qsort(t->items, t->count, sizeof *t->items, compare_entries);
    for (size_t i = 0; i < t->count; i++) {
        background_entry e = t->items[i];
        background_entry *before = count > 0 ? &t->items[count - 1] : NULL;
        if (before != NULL &&
            background_compare(before->key, before->n, e.key, e.n) == 0) {
            before->documents += e.documents != last;
            before->occurrences++;
        } else {
            t->items[count++] = (background_entry){e.key, e.n, 1, 1};
        }
        last = e.documents;
    }
    t->count = count;
}

#define TEXTS 12

static void same_as_a_tally(void **state) {
    static tally t;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        lede_document *documents[TEXTS];
        text_buffer texts[TEXTS];
        t.count = 0;
        for (size_t i = 0; i < TEXTS; i++) {
            texts[i] = text_made(seed * 100 + i, 6);
            documents[i] = open_bytes(texts[i].bytes, texts[i].n);
            tally_document(&t, documents[i], i + 1);
        }
        tally_end(&t);
        text_buffer wanted = background_write(t.items, t.count);
        background_set_u64(&wanted, BACKGROUND_AT_DOCUMENTS, TEXTS);
        background_set_u64(&wanted, BACKGROUND_AT_TOKENS, t.tokens);
        text_buffer made = background_of(documents, TEXTS, NULL);
        background_expect_same(&made, &wanted);
        text_free(&made);
        text_free(&wanted);
        for (size_t i = 0; i < TEXTS; i++) {
            lede_document_free(documents[i]);
            text_free(&texts[i]);
        }
    }
}

/* Neither the order of the articles nor the seed is to be seen. */
static void order_and_seed(void **state) {
    lede_document *documents[TEXT_ARTICLES];
    text_buffer texts[TEXT_ARTICLES];
    lede_background_options o = LEDE_BACKGROUND_OPTIONS_INIT;
    uint64_t seed = 9;
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        texts[i] = text_article(i);
        documents[i] = open_bytes(texts[i].bytes, texts[i].n);
    }
    text_buffer wanted = background_of(documents, TEXT_ARTICLES, NULL);
    assert_in_range(open_background(&wanted).facts.words, 1500, 4000);
    for (int round = 0; round < 20; round++) {
        for (size_t i = TEXT_ARTICLES; i > 1; i--) {
            size_t k = text_below(&seed, i);
            lede_document *moved = documents[i - 1];
            documents[i - 1] = documents[k];
            documents[k] = moved;
        }
        o.hash_seed = next_random(&seed);
        text_buffer t = background_of(documents, TEXT_ARTICLES, &o);
        background_expect_same(&t, &wanted);
        text_free(&t);
    }
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        lede_document_free(documents[i]);
        text_free(&texts[i]);
    }
    text_free(&wanted);
}

/* ---- Limits ----------------------------------------------------------------------- */

/* A document that brings too many words brings none. */
static void limit(void **state) {
    lede_background_options o = LEDE_BACKGROUND_OPTIONS_INIT;
    lede_error error;
    lede_document *first = open_text("One two three."),
                  *second = open_text("Two four five.");
    o.max_words = 4;
    lede_background_builder *b = background_builder_of(&o);
    background_count(b, first);
    text_buffer before = background_written(b);
    assert_int_equal(lede_background_builder_add(b, second, &error), LEDE_TOO_LARGE);
    assert_int_equal(error.status, LEDE_TOO_LARGE);
    assert_string_equal(error.text,
                        "over 4 different words, the limit of a background (max_words)");
    assert_int_equal(lede_background_builder_measure(b).documents, 1);
    text_buffer after = background_written(b);
    background_expect_same(&after, &before);
    lede_document *third = open_text("Three four.");
    background_count(b, third); /* the last that fits */
    background_count(b, first);
    assert_int_equal(lede_background_builder_measure(b).words, 4);
    lede_background_builder_free(b);
    o.max_words = 5;
    b = background_builder_of(&o);
    background_count(b, first);
    background_count(b, second);
    lede_background_builder_free(b);
    lede_document_free(first);
    lede_document_free(second);
    lede_document_free(third);
    text_free(&before);
    text_free(&after);
}

/* ---- Languages -------------------------------------------------------------------- */

static lede_document *open_in(const char *language) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.language = language;
    assert_int_equal(lede_document_create("Rope", 4, &o, &d, NULL), LEDE_OK);
    return d;
}

static void expect_language(const char *given, const char *first, const char *second,
                            const char *wanted) {
    lede_background_options o = LEDE_BACKGROUND_OPTIONS_INIT;
    lede_document *documents[] = {open_in(first), open_in(second)};
    o.language = given;
    text_buffer t = background_of(documents, 2, &o);
    assert_string_equal(open_background(&t).facts.language, wanted);
    text_free(&t);
    lede_document_free(documents[0]);
    lede_document_free(documents[1]);
}

static void languages(void **state) {
    expect_language(NULL, "de", "de", "de");
    expect_language(NULL, "de", "fr", "mul");
    expect_language(NULL, "fr", "de", "mul");
    expect_language("en", "de", "fr", "en");
    expect_language("mul", "de", "de", "mul");
    text_buffer t = background_of(NULL, 0, NULL);
    assert_string_equal(open_background(&t).facts.language, "und");
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_hand),         cmocka_unit_test(in_several),
        cmocka_unit_test(body_only),       cmocka_unit_test(left_out),
        cmocka_unit_test(same_as_a_tally), cmocka_unit_test(order_and_seed),
        cmocka_unit_test(limit),           cmocka_unit_test(languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
