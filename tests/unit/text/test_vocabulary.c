/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "support/meter.h"
#include "text/vocabulary.h"
#include "unit/text/text_support.h"

#define SEED 77

static void start(lede_vocabulary *v, const char *language, size_t limit) {
    const language_pack *pack = pack_find(language, strlen(language));
    assert_int_equal(vocabulary_init(v, &memory_default,
                                     pack != NULL ? pack : pack_neutral(), limit, SEED),
                     LEDE_OK);
}

static vocabulary_key key_of(const char *key) {
    uint32_t n = (uint32_t)strlen(key);
    uint64_t hash = hash_bytes(key, n, SEED);
    key_lanes lanes = {hash, LANES_LONG};
    return (vocabulary_key){n > LANES_BYTES ? lanes : lanes_of_key(key, n), key, n, hash};
}

static uint32_t meet(lede_vocabulary *v, const char *word) {
    uint32_t number = 12345;
    vocabulary_key key = key_of(word);
    assert_true(vocabulary_meet(v, &key, &number));
    return number;
}

static void numbers(void **state) {
    lede_vocabulary v;
    start(&v, "en", 100);
    assert_int_equal(meet(&v, "harbour"), 0);
    assert_int_equal(meet(&v, "the"), 1);
    assert_int_equal(meet(&v, "harbour"), 0);
    assert_int_equal(meet(&v, "harbours"), 2);
    assert_int_equal(meet(&v, "the"), 1);
    assert_int_equal(v.words.count, 3);
    vocabulary_release(&v);
}

/* Keys longer than their lanes are apart in any of their bytes. */
static void long_words(void **state) {
    static const char *const words[] = {
        "abcdefghijklmnop",  "abcdefghijklmnopq",  "abcdefghijklmnopr",
        "bbcdefghijklmnopq", "abcdefghijklmnopqr", "abcdefgh",
    };
    lede_vocabulary v;
    start(&v, "en", 100);
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < COUNT(words); i++) {
            assert_int_equal(meet(&v, words[i]), i);
        }
    }
    vocabulary_release(&v);
}

/* Equal hashes must not make two words one. */
static void equal_hashes(void **state) {
    static const char *const words[] = {"a", "b", "abcdefghijklmnopq",
                                        "abcdefghijklmnopr", "abcdefghijklmnopqr"};
    lede_vocabulary v;
    start(&v, "en", 100);
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < COUNT(words); i++) {
            uint32_t number = 12345;
            vocabulary_key key = key_of(words[i]);
            key.hash = 7;
            key.lanes.low = key.lanes.high == LANES_LONG ? 7 : key.lanes.low;
            assert_true(vocabulary_meet(&v, &key, &number));
            assert_int_equal(number, i);
        }
    }
    vocabulary_release(&v);
}

static void many(void **state) {
    lede_vocabulary v;
    char key[16];
    start(&v, "en", 100000);
    for (uint32_t round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < 5000; i++) {
            memset(key, 0, sizeof key);
            for (uint32_t at = 0, rest = i; at < 4; at++, rest /= 10) {
                key[at] = (char)('a' + rest % 10);
            }
            assert_int_equal(meet(&v, key), i);
        }
    }
    vocabulary_release(&v);
}

static void full(void **state) {
    lede_vocabulary v;
    start(&v, "en", 2);
    assert_int_equal(meet(&v, "a"), 0);
    assert_int_equal(meet(&v, "b"), 1);
    assert_int_equal(meet(&v, "c"), LEDE_NONE);
    assert_int_equal(meet(&v, "b"), 1); /* what is there is still found */
    assert_int_equal(v.words.count, 2);
    vocabulary_release(&v);
    start(&v, "en", 0);
    assert_int_equal(meet(&v, "a"), LEDE_NONE);
    assert_int_equal(v.words.count, 0);
    vocabulary_release(&v);
}

static void check_form(const lede_vocabulary *v, uint32_t stem, const char *form) {
    assert_true(stem < v->stems.count);
    const vocabulary_stem *s = &v->stems.items[stem];
    assert_int_equal(s->length, strlen(form));
    assert_memory_equal(v->keys.items + s->form, form, s->length);
    vocabulary_form bytes = {form, strlen(form)};
    uint64_t hash = hash_bytes(form, bytes.n, SEED);
    assert_int_equal(s->tag, map_tag(hash));
    assert_int_equal(vocabulary_find_stem(v, bytes, hash), stem);
}

/* The stem's number, or LEDE_NONE for a word that found no room. */
static uint32_t check_stem(lede_vocabulary *v, const char *word, const char *form) {
    vocabulary_form key = {word, strlen(word)}, found = {NULL, 0};
    uint32_t number = meet(v, word), stem = LEDE_NONE;
    if (number == LEDE_NONE) {
        assert_true(vocabulary_compute_stem(v, key, &found));
        assert_int_equal(found.n, strlen(form));
        assert_memory_equal(found.bytes, form, found.n);
        return LEDE_NONE;
    }
    assert_true(vocabulary_stem_of(v, number, key, &stem));
    check_form(v, stem, form);
    return stem;
}

/* Once per number; each time anew for words that found no room. */
static void stems(void **state) {
    lede_vocabulary v;
    start(&v, "en", 2);
    assert_null(v.stemmer);
    for (int i = 0; i < 3; i++) {
        check_stem(&v, "running", "run");
        check_stem(&v, "ponies", "poni");
    }
    assert_int_equal(v.stem_calls, 2);
    check_stem(&v, "hopping", "hop");
    check_stem(&v, "hopping", "hop");
    assert_int_equal(v.stem_calls, 4);
    check_stem(&v, "running", "run");
    assert_int_equal(v.stem_calls, 4);
    vocabulary_release(&v);
}

/* Words of one stem share its record. */
static void shared_stems(void **state) {
    lede_vocabulary v;
    start(&v, "en", 100);
    uint32_t run = check_stem(&v, "running", "run");
    uint32_t hop = check_stem(&v, "hopping", "hop");
    assert_int_not_equal(run, hop);
    assert_int_equal(check_stem(&v, "runs", "run"), run);
    assert_int_equal(check_stem(&v, "run", "run"), run);
    assert_int_equal(check_stem(&v, "hops", "hop"), hop);
    assert_int_equal(v.stems.count, 2);
    vocabulary_release(&v);
}

/* No stem is found before there is one. */
static void no_stems(void **state) {
    lede_vocabulary v;
    vocabulary_form form = {"run", 3};
    start(&v, "en", 100);
    assert_int_equal(vocabulary_find_stem(&v, form, hash_bytes("run", 3, SEED)),
                     LEDE_NONE);
    check_stem(&v, "hopping", "hop");
    assert_int_equal(vocabulary_find_stem(&v, form, hash_bytes("run", 3, SEED)),
                     LEDE_NONE);
    vocabulary_release(&v);
}

/* No number of an earlier document is taken for one of this, even when the counter
 * has come round. */
static void documents(void **state) {
    lede_vocabulary v;
    start(&v, "en", 100);
    vocabulary_stem *stem = NULL;
    for (int i = 0; i < 2; i++) {
        vocabulary_open_document(&v);
        uint32_t number = check_stem(&v, "running", "run");
        stem = &v.stems.items[number];
        assert_int_not_equal(stem->document, v.document);
        stem->document = v.document;
    }
    stem->document = 1;
    v.document = UINT32_MAX;
    vocabulary_open_document(&v);
    assert_int_not_equal(stem->document, v.document);
    check_stem(&v, "hopping", "hop");
    assert_int_not_equal(v.stems.items[1].document, v.document);
    vocabulary_release(&v);
}

/* A language without a stemmer: the word itself, and no call is counted. */
static void neutral_stems(void **state) {
    lede_vocabulary v;
    start(&v, "zz", 10);
    check_stem(&v, "running", "running");
    assert_int_equal(v.stem_calls, 0);
    assert_null(v.stemmer);
    vocabulary_release(&v);
}

/* ---- Of every language ------------------------------------------------------------- */

static lede_vocabulary *part_of(lede_vocabulary *v, const language_pack *pack) {
    lede_vocabulary *part = (lede_vocabulary *)&part;
    assert_true(vocabulary_choose(v, pack, &part));
    return part;
}

static void choices(void **state) {
    const language_pack *english = pack_find("en", 2), *none = pack_neutral();
    lede_vocabulary v;
    assert_null(part_of(NULL, english));
    start(&v, "en", 10);
    assert_ptr_equal(part_of(&v, english), &v);
    assert_null(part_of(&v, none)); /* of another language */
    assert_int_equal(v.limit, 10);
    vocabulary_release(&v);
    assert_int_equal(vocabulary_init(&v, &memory_default, NULL, 10, SEED), LEDE_OK);
    lede_vocabulary *first = part_of(&v, english), *second = part_of(&v, none);
    assert_true(first != &v && second != &v && first != second);
    assert_ptr_equal(part_of(&v, english), first); /* always the same one */
    assert_ptr_equal(part_of(&v, none), second);
    assert_ptr_equal(first->pack, english);
    assert_ptr_equal(second->pack, none);
    assert_int_equal(first->seed, SEED);
    vocabulary_release(&v);
}

/* One language's words are not another's: "running" has a stem in one only. */
static void parts_stay_apart(void **state) {
    lede_vocabulary v;
    assert_int_equal(vocabulary_init(&v, &memory_default, NULL, 100, SEED), LEDE_OK);
    check_stem(part_of(&v, pack_find("en", 2)), "running", "run");
    check_stem(part_of(&v, pack_neutral()), "running", "running");
    check_stem(part_of(&v, pack_find("en", 2)), "running", "run");
    lede_vocabulary_stats stats = vocabulary_measure(&v);
    assert_int_equal(stats.words, 2);
    assert_int_equal(stats.stem_calls, 1);
    assert_int_equal(stats.capacity, 100);
    vocabulary_release(&v);
}

/* The limit is one for all parts together. */
static void parts_share_a_limit(void **state) {
    lede_vocabulary v;
    assert_int_equal(vocabulary_init(&v, &memory_default, NULL, 3, SEED), LEDE_OK);
    lede_vocabulary *part = part_of(&v, pack_find("en", 2));
    assert_int_equal(meet(part, "a"), 0);
    assert_int_equal(meet(part, "b"), 1);
    part = part_of(&v, pack_neutral());
    assert_int_equal(meet(part, "a"), 0);
    assert_int_equal(meet(part, "b"), LEDE_NONE);
    part = part_of(&v, pack_find("en", 2));
    assert_int_equal(meet(part, "c"), LEDE_NONE);
    assert_int_equal(meet(part, "b"), 1);
    assert_int_equal(vocabulary_measure(&v).words, 3);
    assert_int_equal(vocabulary_measure(&v).capacity, 3);
    vocabulary_release(&v);
}

static void parts_without_memory(void **state) {
    size_t failed = 0;
    for (size_t fail_at = 1; fail_at < 5; fail_at++) {
        counting c;
        lede_vocabulary v, *part = NULL;
        counting_init(&c, fail_at);
        assert_int_equal(vocabulary_init(&v, &c.allocator, NULL, 10, SEED), LEDE_OK);
        bool ok = vocabulary_choose(&v, pack_neutral(), &part);
        assert_int_equal(ok, c.calls < fail_at);
        assert_int_equal(ok, part != NULL);
        failed += !ok;
        c.fail_at = SIZE_MAX;
        assert_true(ok || vocabulary_choose(&v, pack_neutral(), &part));
        assert_int_equal(meet(part, "a"), 0);
        vocabulary_release(&v);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
    }
    assert_int_equal(failed, 2);
}

/* The n-th allocation fails: false, and what was met before is still there. */
static void no_memory(void **state) {
    size_t failed = 0;
    for (size_t fail_at = 1; fail_at < 12; fail_at++) {
        counting c;
        lede_vocabulary v;
        uint32_t number = 0, stem = LEDE_NONE;
        vocabulary_key key = key_of("running");
        vocabulary_form form = {"running", 7};
        counting_init(&c, fail_at);
        lede_status status =
            vocabulary_init(&v, &c.allocator, pack_find("en", 2), 10, SEED);
        bool ok = status == LEDE_OK && vocabulary_meet(&v, &key, &number) &&
                  vocabulary_stem_of(&v, number, form, &stem);
        failed += !ok;
        assert_int_equal(ok, c.calls < fail_at);
        if (ok) {
            check_form(&v, stem, "run");
        }
        vocabulary_release(&v);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
    }
    assert_true(failed >= 3);
}

/* Each document without a vocabulary opens one that keeps no words. */
static void keeps_nothing(void **state) {
    meter m;
    lede_vocabulary v;
    meter_init(&m);
    assert_int_equal(vocabulary_init(&v, &m.allocator, pack_neutral(), 0, SEED), LEDE_OK);
    assert_in_range(m.peak, 0, 1024);
    assert_int_equal(meet(&v, "a"), LEDE_NONE);
    vocabulary_release(&v);
    assert_int_equal(m.live, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(many),
        cmocka_unit_test(full),
        cmocka_unit_test(long_words),
        cmocka_unit_test(equal_hashes),
        cmocka_unit_test(stems),
        cmocka_unit_test(shared_stems),
        cmocka_unit_test(no_stems),
        cmocka_unit_test(documents),
        cmocka_unit_test(neutral_stems),
        cmocka_unit_test(no_memory),
        cmocka_unit_test(choices),
        cmocka_unit_test(parts_stay_apart),
        cmocka_unit_test(parts_share_a_limit),
        cmocka_unit_test(parts_without_memory),
        cmocka_unit_test(keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
