/* SPDX-License-Identifier: MIT */
/* Documents kept one behind the other: their words, places and indices. */
#include "repeat/shared_store.h"

#include "markup/places.h"
#include "support/drying.h"
#include "support/open.h"
#include "support/texts.h"

#define FILES 12u

/* What the store should hold of a document, while it still is there. */
typedef struct original {
    lede_document *d;
    text_buffer bytes;
    shared_text t;
    uint64_t *hashes;
} original;

static void read_original(original *o, shared_store *s) {
    shared_roll roll = {0, 0};
    uint64_t hash = 0;
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    assert_int_equal(
        lede_document_create(o->bytes.bytes, o->bytes.n, &options, &o->d, NULL), LEDE_OK);
    o->t.allocator = &memory_default;
    assert_true(shared_text_read(&o->t, o->d, &s->keys));
    assert_true(s->keys.adds);
    o->hashes = calloc(o->t.words.count, sizeof *o->hashes);
    assert_non_null(o->hashes);
    for (size_t i = 0; i < o->t.words.count; i++) {
        if (shared_roll_on(&roll, &s->hash, o->t.words.items, i, &hash)) {
            o->hashes[i + 1 - s->hash.window] = hash;
        }
    }
}

static void free_original(original *o) {
    shared_text_free(&o->t);
    free(o->hashes);
    lede_document_free(o->d);
    text_free(&o->bytes);
}

static void expect_words(const shared_store *s, const original *o, uint32_t file) {
    uint32_t first = s->files.items[file];
    for (uint32_t i = 0; i < o->t.words.count; i++) {
        uint32_t kept = s->words.items[first + i], own = o->t.words.items[i];
        assert_int_equal(shared_store_file(s, first + i), file);
        assert_int_equal(shared_is_edge(kept), shared_is_edge(own));
        assert_int_equal(kept & SHARED_FIRST, own & SHARED_FIRST);
        if (shared_is_edge(own)) {
            assert_int_equal(kept & SHARED_FILE, i == 0 ? SHARED_FILE : 0);
            assert_int_equal(kept & SHARED_NUMBER, SHARED_EDGE_KEPT);
            continue;
        }
        assert_true(shared_is_equal(kept, own));
    }
}

static void expect_places(const shared_store *s, const original *o, uint32_t file) {
    uint32_t first = s->files.items[file], n = (uint32_t)o->t.words.count;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = i; k < n && k < i + 3 && !shared_is_edge(o->t.words.items[k]);
             k++) {
            lede_shared_place place;
            shared_store_place(s, first + i, k - i + 1, &place);
            lede_place begin = lede_document_place(o->d, o->t.extents.items[i].begin);
            lede_place end = lede_document_place(o->d, o->t.extents.items[k].end);
            assert_int_equal(place.file, file);
            assert_memory_equal(&place.begin, &begin, sizeof begin);
            assert_memory_equal(&place.end, &end, sizeof end);
        }
    }
}

/* ---- Words and places ------------------------------------------------------- */

static void check_files(text_buffer (*make)(uint64_t seed), uint64_t seed) {
    original o[FILES] = {0};
    drying memory;
    shared_store s;
    drying_init(&memory, NEVER, false);
    shared_store_init(&s, &memory.allocator, SIZE_MAX, 5, seed);
    for (uint32_t i = 0; i < FILES; i++) {
        o[i].bytes = make(seed * FILES + i);
        read_original(&o[i], &s);
        assert_true(shared_store_add(&s, o[i].d, &o[i].t, o[i].hashes));
    }
    for (uint32_t i = 0; i < FILES; i++) {
        expect_words(&s, &o[i], i);
        expect_places(&s, &o[i], i);
        free_original(&o[i]);
    }
    shared_store_free(&s);
    drying_expect_balance(&memory);
}

static text_buffer made(uint64_t seed) {
    return text_made(seed, 12);
}

static text_buffer any_text(uint64_t seed) {
    return text_random_utf8(seed, 1500);
}

static text_buffer any_bytes(uint64_t seed) {
    return text_random_bytes(seed, 600);
}

static text_buffer article(uint64_t seed) {
    return text_article(seed % TEXT_ARTICLES);
}

static text_buffer nothing_much(uint64_t seed) {
    static const char *const texts[] = {
        "",   "\xEF\xBB\xBFThe boat.", "\r\n\r\nThe\r\nboat.", "\xEF\xBB\xBF",
        "A.", "The sea\n\n\n"};
    text_buffer t = {0};
    text_put(&t, texts[seed % 6]);
    text_fit(&t);
    return t;
}

static void words_and_places(void **state) {
    for (uint64_t seed = 0; seed < 4; seed++) {
        check_files(made, seed);
        check_files(any_text, seed);
        check_files(any_bytes, seed);
    }
    check_files(article, 0);
    check_files(nothing_much, 0);
}

/* ---- Indices ---------------------------------------------------------------- */

/* Of these words from `at` on, those that equal the first n, as sentences with whole. */
static uint32_t count_kept(const shared_store *s, const uint32_t *words, uint32_t n,
                           bool whole) {
    const shared_index *x = whole ? &s->sentences : &s->windows;
    shared_roll roll = {0, 0};
    uint64_t hash = 0;
    uint32_t count = 0, place = 0, last = 0;
    for (uint32_t i = 0; i < n && !whole; i++) {
        (void)shared_roll_on(&roll, &s->hash, words, i, &hash);
    }
    hash = whole ? shared_hash_run(&s->hash, words, n) : hash;
    shared_walk w = shared_index_walk(x, hash);
    while (shared_walk_next(&w, x, &place)) {
        uint32_t i = 0;
        while (i < n && shared_is_equal(s->words.items[place + i], words[i])) {
            i++;
        }
        if (i == n) {
            assert_true(count == 0 ||
                        shared_store_file(s, place) > shared_store_file(s, last));
            last = place;
            count++;
        }
    }
    return count;
}

/* The first of each file, of few files; and still so when the index has grown. */
static void chains(void **state) {
    static const char text[] = "One two three four five six seven eight. Six words stand "
                               "here now, yes. One two three four five six seven eight. "
                               "Six words stand here now, yes.";
    shared_store s;
    shared_store_init(&s, &memory_default, SIZE_MAX, 8, 3);
    uint32_t words[8], six[6];
    for (uint32_t file = 0; file < 9; file++) {
        original o = {0};
        text_put(&o.bytes, text);
        read_original(&o, &s);
        memcpy(words, o.t.words.items + 1, sizeof words);
        memcpy(six, o.t.words.items + 9, sizeof six);
        assert_true(shared_store_add(&s, o.d, &o.t, o.hashes));
        uint32_t wanted = file + 1 < SHARED_CHAIN ? file + 1 : SHARED_CHAIN;
        assert_int_equal(count_kept(&s, words, 8, false), wanted);
        assert_int_equal(count_kept(&s, six, 6, true), wanted);
        free_original(&o);
    }
    size_t slots = s.windows.slots;
    for (uint64_t seed = 0; seed < 30; seed++) {
        original o = {.bytes = text_made(seed, 12)};
        read_original(&o, &s);
        assert_true(shared_store_add(&s, o.d, &o.t, o.hashes));
        free_original(&o);
    }
    assert_true(s.windows.slots > 2 * slots);
    assert_int_equal(count_kept(&s, words, 8, false), SHARED_CHAIN);
    assert_int_equal(count_kept(&s, six, 6, true), SHARED_CHAIN);
    shared_store_free(&s);
}

static void sentence_lengths(void **state) {
    static const uint32_t words[] = {SHARED_FIRST | 1, 2, 3, SHARED_FIRST | 4,
                                     SHARED_EDGE | SHARED_FIRST};
    assert_int_equal(shared_sentence_words(words, 0, 3), 3);
    assert_int_equal(shared_sentence_words(words, 0, 9), 3);
    assert_int_equal(shared_sentence_words(words, 0, 2), 0);
    assert_int_equal(shared_sentence_words(words, 3, 1), 1);
    assert_int_equal(shared_sentence_words(words, 3, 0), 0);
}

/* ---- No room ---------------------------------------------------------------- */

/* A document that does not fit leaves no trace, and another time it fits. */
static void check_failure(size_t fail_at, size_t limit, bool *fine) {
    original o[2] = {{.bytes = text_made(1, 6)}, {.bytes = text_made(2, 12)}};
    drying memory;
    shared_store s;
    drying_init(&memory, NEVER, false);
    shared_store_init(&s, &memory.allocator, SIZE_MAX, 5, 3);
    for (size_t i = 0; i < 2; i++) {
        read_original(&o[i], &s);
    }
    assert_true(shared_store_add(&s, o[0].d, &o[0].t, o[0].hashes));
    size_t words = s.words.count, windows = s.windows.count;
    s.quota.limit = limit < SIZE_MAX ? s.quota.used + limit : SIZE_MAX;
    memory.below.fail_at = fail_at < NEVER ? memory.below.calls + fail_at : NEVER;
    *fine = shared_store_add(&s, o[1].d, &o[1].t, o[1].hashes);
    if (!*fine) {
        assert_int_equal(s.quota.refused, limit < SIZE_MAX);
        assert_int_equal(s.words.count, words);
        assert_int_equal(s.windows.count, windows);
        assert_int_equal(s.files.count, 1);
        memory.below.fail_at = NEVER;
        s.quota.limit = SIZE_MAX;
        assert_true(shared_store_add(&s, o[1].d, &o[1].t, o[1].hashes));
    }
    for (uint32_t i = 0; i < 2; i++) {
        expect_words(&s, &o[i], i);
        expect_places(&s, &o[i], i);
        free_original(&o[i]);
    }
    shared_store_free(&s);
    drying_expect_balance(&memory);
}

static void no_room(void **state) {
    bool fine = false;
    size_t n = 0, limit = 0;
    for (n = 1; !fine; n++) {
        check_failure(n, SIZE_MAX, &fine);
    }
    assert_true(n > 5);
    for (fine = false; !fine; limit += 97) {
        check_failure(NEVER, limit, &fine);
    }
    assert_true(limit > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_places),
        cmocka_unit_test(chains),
        cmocka_unit_test(sentence_lengths),
        cmocka_unit_test(no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
