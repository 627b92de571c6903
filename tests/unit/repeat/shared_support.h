/* SPDX-License-Identifier: MIT */
/* Texts given to lede_shared one after the other, and what comes of it. */
#ifndef LEDE_TESTS_REPEAT_SHARED_SUPPORT_H
#define LEDE_TESTS_REPEAT_SHARED_SUPPORT_H

#include "repeat/shared.h"
#include "support/drying.h"
#include "support/open.h"
#include "support/texts.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct listed {
    const lede_shared_passage *passages;
    size_t count;
    const lede_shared_place *places;
    size_t place_count;
    const char *bytes;
} listed;

static inline lede_shared *open_shared(const lede_shared_options *options) {
    lede_shared *s = NULL;
    lede_error error;
    assert_int_equal(lede_shared_create(options, &s, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    assert_non_null(s);
    return s;
}

/* In English, a line end being a space. */
static inline lede_document *open_soft(const char *bytes, size_t n) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    options.language = "en";
    options.newlines = LEDE_NEWLINES_SOFT;
    assert_int_equal(lede_document_create(bytes, n, &options, &d, NULL), LEDE_OK);
    return d;
}

/* The document is gone afterwards. */
static inline void add_bytes(lede_shared *s, const char *bytes, size_t n) {
    lede_document *d = open_soft(bytes, n);
    lede_error error;
    assert_int_equal(lede_shared_add(s, d, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    lede_document_free(d);
}

static inline void add_text(lede_shared *s, const char *text) {
    add_bytes(s, text, strlen(text));
}

static inline listed list_shared(lede_shared *s) {
    listed l = {0};
    size_t bytes = 0;
    assert_int_equal(lede_shared_list(s, NULL), LEDE_OK);
    l.passages = lede_shared_passages(s, &l.count);
    l.places = lede_shared_places(s, &l.place_count);
    l.bytes = lede_shared_bytes(s, &bytes);
    size_t places = 0;
    for (size_t i = 0; i < l.count; i++) {
        const lede_shared_passage *p = &l.passages[i];
        assert_int_equal(p->first_place, places);
        places += p->place_count;
        assert_true(p->files >= 2);
        assert_true(p->place_count >= 2 && p->place_count <= p->files);
        assert_true(p->place_count <= LEDE_SHARED_PLACES);
        assert_true(p->text.begin < p->text.end && p->text.end <= bytes);
        assert_true(p->text.end - p->text.begin <= LEDE_SHARED_TEXT);
        for (size_t k = 1; k < p->place_count; k++) {
            assert_true(l.places[p->first_place + k - 1].file <
                        l.places[p->first_place + k].file);
        }
    }
    assert_int_equal(places, l.place_count);
    return l;
}

/* Sentences of a stock, in any order, among others. */
static inline text_buffer stock_text(uint64_t seed, size_t sentences) {
    static const char *const stock[] = {
        "The old boat came in again with nine men",
        "Nobody on the quay had seen the lamp go out",
        "It was a cold and very dark morning then",
        "Ruth knew the skipper",
        "The harbour council met for the third time in a month, on a Tuesday",
        "The caf\xC3\xA9 by the bridge opens at nine",
        "Whales were counted in the bay",
        "For more about the timetable of the summer ferries, ask at the harbour office"};
    text_buffer t = {0};
    for (size_t i = 0; i < sentences; i++) {
        if (text_below(&seed, 3) == 0) {
            text_sentence(&t, &seed);
        } else {
            text_put(&t, stock[text_below(&seed, sizeof stock / sizeof *stock)]);
            text_put(&t, text_below(&seed, 4) == 0 ? "!" : ".");
        }
        text_put(&t, text_below(&seed, 5) == 0 ? "\n\n" : " ");
    }
    text_fit(&t);
    return t;
}

/* Paragraphs of words that no other paragraph has. */
static inline text_buffer numbered_text(size_t first, size_t count, size_t words) {
    text_buffer t = {0};
    char word[64];
    for (size_t i = first; i < first + count; i++) {
        for (size_t k = 0; k < words; k++) {
            snprintf(word, sizeof word, "w%zux%zu ", i, k);
            text_put(&t, word);
        }
        text_put(&t, ".\n\n");
    }
    text_fit(&t);
    return t;
}

/* With min_words, of `count` texts. */
static inline lede_shared *share(const char *const *texts, size_t count,
                                 uint32_t min_words) {
    lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
    o.min_words = min_words;
    lede_shared *s = open_shared(&o);
    for (size_t i = 0; i < count; i++) {
        add_text(s, texts[i]);
    }
    return s;
}

static inline void expect_text(const listed *l, size_t passage, const char *wanted) {
    assert_true(passage < l->count);
    lede_span span = l->passages[passage].text;
    if (span.end - span.begin != strlen(wanted) ||
        memcmp(l->bytes + span.begin, wanted, strlen(wanted)) != 0) {
        print_error("passage %zu: \"%.*s\"\nexpected: \"%s\"\n", passage,
                    (int)(span.end - span.begin), l->bytes + span.begin, wanted);
        fail();
    }
}

/* The files are the digits of a string: "02". */
static inline void expect_files(const listed *l, size_t passage, const char *wanted) {
    assert_true(passage < l->count);
    const lede_shared_passage *p = &l->passages[passage];
    assert_int_equal(p->place_count, strlen(wanted));
    for (size_t k = 0; k < p->place_count; k++) {
        assert_int_equal(l->places[p->first_place + k].file, wanted[k] - '0');
    }
}

/* What the place holds in the text that it is of. */
static inline void expect_place(const lede_shared_place *place, const char *text,
                                const char *wanted) {
    lede_document *d = open_soft(text, strlen(text));
    lede_place begin = lede_document_place(d, place->begin.offset);
    lede_place end = lede_document_place(d, place->end.offset);
    assert_memory_equal(&begin, &place->begin, sizeof begin);
    assert_memory_equal(&end, &place->end, sizeof end);
    lede_document_free(d);
    assert_int_equal(place->end.offset - place->begin.offset, strlen(wanted));
    assert_memory_equal(text + place->begin.offset, wanted, strlen(wanted));
}

#endif
