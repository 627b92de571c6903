/* SPDX-License-Identifier: MIT */
/* The joined document: of one that document itself, of several that of their texts. */
#include "unit/summary/together_support.h"

static lede_document join(lede_document *const *d, size_t count) {
    lede_document joined = {.allocator = &memory_default};
    lede_error error;
    assert_int_equal(
        join_documents(&joined, (const lede_document *const *)d, count, &error), LEDE_OK);
    return joined;
}

static bool same_bytes(const lede_document *a, lede_span s, const lede_document *b,
                       lede_span t) {
    size_t n = s.end - s.begin;
    return n == t.end - t.begin &&
           memcmp(a->keys.items + s.begin, b->keys.items + t.begin, n) == 0;
}

/* Of the same key, counts and stem; parts of the same keys. */
static void expect_term(const lede_document *a, const lede_term *s,
                        const lede_document *b, const lede_term *t) {
    assert_true(same_bytes(a, s->key, b, t->key));
    assert_true(same_bytes(a, a->stems.items[s->stem], b, b->stems.items[t->stem]));
    assert_int_equal(s->occurrences, t->occurrences);
    assert_int_equal(s->stops, t->stops);
    assert_int_equal(s->body_count, t->body_count);
    assert_int_equal(s->sentence_count, t->sentence_count);
    assert_int_equal(s->flags, t->flags);
    assert_int_equal(s->letters, t->letters);
    assert_int_equal(s->part_count, t->part_count);
    for (uint32_t i = 0; i < s->part_count; i++) {
        const lede_term *x = &a->terms.items[a->parts.items[s->first_part + i]];
        const lede_term *y = &b->terms.items[b->parts.items[t->first_part + i]];
        assert_true(same_bytes(a, x->key, b, y->key));
    }
}

static const lede_term *find_term(const lede_document *d, const char *key,
                                  uint32_t after) {
    size_t n = strlen(key);
    for (uint32_t i = after; i < d->terms.count; i++) {
        lede_span s = d->terms.items[i].key;
        if (s.end - s.begin == n && memcmp(d->keys.items + s.begin, key, n) == 0) {
            return &d->terms.items[i];
        }
    }
    return NULL;
}

/* What has places is where the text of the other has it. */
static void expect_places(const lede_document *a, const lede_document *b) {
    assert_int_equal(a->page.size, b->page.size);
    assert_memory_equal(a->page.text, b->page.text, b->page.size);
    assert_int_equal(a->words.count, b->words.count);
    for (size_t i = 0; i < b->words.count; i++) {
        const lede_word *v = &a->words.items[i], *w = &b->words.items[i];
        assert_memory_equal(&v->span, &w->span, sizeof w->span);
        assert_int_equal(v->kind, w->kind);
        if (w->kind != LEDE_WORD_MARK) {
            expect_term(a, &a->terms.items[v->term], b, &b->terms.items[w->term]);
        }
    }
    assert_int_equal(a->sentences.count, b->sentences.count);
    assert_memory_equal(a->sentences.items, b->sentences.items,
                        b->sentences.count * sizeof *b->sentences.items);
    assert_int_equal(a->page.blocks.count, b->page.blocks.count);
    for (size_t i = 0; i < b->page.blocks.count; i++) {
        const lede_block *v = &a->page.blocks.items[i], *w = &b->page.blocks.items[i];
        assert_memory_equal(&v->span, &w->span, sizeof w->span);
        assert_int_equal(v->first_sentence, w->first_sentence);
        assert_int_equal(v->sentence_count, w->sentence_count);
        assert_int_equal(v->kind, w->kind);
    }
}

static void test_one(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i);
        lede_document *d = open_bytes(t.bytes, t.n);
        lede_document joined = join(&d, 1);
        expect_places(&joined, d);
        assert_int_equal(joined.terms.count, d->terms.count);
        assert_int_equal(joined.stems.count, d->stems.count);
        assert_ptr_equal(joined.pack, d->pack);
        assert_string_equal(joined.facts.language, "en");
        document_free(&joined);
        lede_document_free(d);
        text_free(&t);
    }
}

/* As if one text had been read: the same words, terms, counts and stems. */
static void test_two(void **state) {
    text_buffer t = {0};
    text_add(&t, harbour_text, sizeof harbour_text - 2); /* without its line end */
    text_put(&t, "\n\n");
    text_add(&t, boats_text, sizeof boats_text - 2);
    lede_document *whole = open_bytes(t.bytes, t.n);
    lede_document *d[] = {open_bytes(harbour_text, sizeof harbour_text - 2),
                          open_bytes(boats_text, sizeof boats_text - 2)};
    lede_document joined = join(d, 2);
    expect_places(&joined, whole);
    assert_int_equal(joined.terms.count, whole->terms.count);
    assert_int_equal(joined.stems.count, whole->stems.count);
    assert_int_equal(joined.starts.count, 2);
    assert_int_equal(joined.starts.items[0], 0);
    assert_int_equal(joined.starts.items[1], d[0]->sentences.count);
    document_free(&joined);
    lede_document_free(d[0]);
    lede_document_free(d[1]);
    lede_document_free(whole);
    text_free(&t);
}

/* "die" is a stop word of German and none of English; a name has one stem in both. */
static void test_languages(void **state) {
    lede_document *d[] = {open_with("Die Boote der Oona Reyes.", "de", 1),
                          open_with("Old boats die. So do the boats of Reyes.", "en", 2)};
    lede_document joined = join(d, 2);
    const lede_term *german = find_term(&joined, "die", 0);
    const lede_term *english =
        find_term(&joined, "die", (uint32_t)(german - joined.terms.items) + 1);
    assert_true((german->flags & LEDE_TERM_STOP) != 0);
    assert_int_equal(english->flags & LEDE_TERM_STOP, 0);
    const lede_term *reyes = find_term(&joined, "reyes", 0);
    const lede_term *other =
        find_term(&joined, "reyes", (uint32_t)(reyes - joined.terms.items) + 1);
    assert_int_equal(reyes->occurrences, 1);
    assert_int_equal(other->occurrences, 1);
    assert_true((reyes->stem == other->stem) ==
                same_bytes(&joined, joined.stems.items[reyes->stem], &joined,
                           joined.stems.items[other->stem]));
    assert_string_equal(joined.facts.language, "en"); /* nine words of fourteen */
    document_free(&joined);
    lede_document_free(d[0]);
    lede_document_free(d[1]);
}

/* A term that is no word: only as in a document that leaves words as they are. */
static lede_document *open_unstemmed(const char *text) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.language = "en";
    o.no_stems = 1;
    assert_int_equal(lede_document_create(text, strlen(text), &o, &d, NULL), LEDE_OK);
    for (size_t i = 0; i < d->terms.count; i++) {
        d->terms.items[i].flags &= ~LEDE_TERM_LEXICAL;
    }
    return d;
}

/* A number or address in one and a word in the other: the stem is that of the word,
 * whichever comes first. How a word occurs is true wherever it is seen. */
static void test_flags(void **state) {
    lede_document *d[] = {open_unstemmed("Running came."),
                          open_text("He saw it running."),
                          open_unstemmed("Running came.")};
    for (size_t first = 0; first < 2; first++) {
        lede_document joined = join(d + first, 2);
        const lede_term *t = find_term(&joined, "running", 0);
        lede_span stem = joined.stems.items[t->stem];
        assert_int_equal(stem.end - stem.begin, 3); /* run */
        assert_true((t->flags & LEDE_TERM_LEXICAL) != 0);
        assert_true((t->flags & LEDE_TERM_SEEN_LOWER) != 0);
        assert_int_equal(t->occurrences, 2);
        document_free(&joined);
    }
    for (size_t i = 0; i < 3; i++) {
        lede_document_free(d[i]);
    }
}

/* Documents without sentences begin where the next one does. */
static void test_empty(void **state) {
    lede_document *d[] = {open_text(""), open_text("One boat."), open_text(""),
                          open_text("Two boats.")};
    lede_document joined = join(d, 4);
    assert_int_equal(joined.sentences.count, 2);
    assert_int_equal(joined.starts.items[1], 0);
    assert_int_equal(joined.starts.items[2], 1);
    assert_int_equal(joined.starts.items[3], 1);
    assert_int_equal(joined.page.size, 9 + 10 + 6);
    document_free(&joined);
    for (size_t i = 0; i < 4; i++) {
        lede_document_free(d[i]);
    }
}

/* Seen before anything is read: these have no bytes behind them. */
static void test_too_large(void **state) {
    lede_document half = {.page = {.size = UINT32_MAX / 2}};
    const lede_document *d[] = {&half, &half, &half};
    lede_document joined = {.allocator = &memory_default};
    lede_error error;
    assert_int_equal(join_documents(&joined, d, 3, &error), LEDE_TOO_LARGE);
    assert_string_equal(error.text, "the texts together must stay under 4 GiB");
    document_free(&joined);
    /* with the blank line between them, to the byte */
    half.page.size = (UINT32_MAX - 1) / 2;
    assert_int_equal(join_documents(&joined, d, 2, &error), LEDE_TOO_LARGE);
    document_free(&joined);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one),       cmocka_unit_test(test_two),
        cmocka_unit_test(test_languages), cmocka_unit_test(test_flags),
        cmocka_unit_test(test_empty),     cmocka_unit_test(test_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
