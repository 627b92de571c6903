/* SPDX-License-Identifier: MIT */
/* Against the search of the list itself, word by word. */
#include "unit/measure/style_support.h"

#include "measure/phrases.h"

/* ---- The reference: the longest phrase of the list that the words spell --------------
 */

static uint32_t words_spelt(const lede_document *d, const char *phrase, size_t n,
                            lede_span entries) {
    size_t at = 0;
    uint32_t i = entries.begin;
    while (at < n) {
        size_t end = at;
        while (end < n && phrase[end] != ' ') {
            end++;
        }
        const lede_word *w = &d->words.items[i];
        if (i >= entries.end || w->kind != LEDE_WORD_WORD) {
            return 0;
        }
        lede_span key = d->terms.items[w->term].key;
        if (key.end - key.begin != end - at ||
            memcmp(d->keys.items + key.begin, phrase + at, end - at) != 0) {
            return 0;
        }
        i++;
        at = end + 1;
    }
    return i - entries.begin;
}

static uint32_t reference_at(const lede_document *d, uint32_t list, lede_span entries) {
    const list_tables *t = d->pack->lists;
    uint32_t longest = 0;
    for (uint32_t i = 0; i < t->phrase_count; i++) {
        const list_phrase *p = &t->phrases[i];
        if ((p->lists & list) != 0) {
            uint32_t words = words_spelt(d, t->strings + p->key, p->length, entries);
            longest = words > longest ? words : longest;
        }
    }
    return longest;
}

static uint32_t expect_reference(const char *text, const char *language, uint32_t list) {
    opened o;
    phrases p;
    uint32_t found = 0;
    opened_text(&o, text, language);
    assert_true(phrases_open(&p, &o.d, &memory_default, list));
    uint32_t end = (uint32_t)o.d.words.count;
    for (uint32_t i = 0; i < end; i++) {
        uint32_t wanted = reference_at(&o.d, list, (lede_span){i, end});
        if (o.d.words.items[i].kind == LEDE_WORD_WORD) {
            assert_int_equal(phrases_at(&p, i, end), wanted);
            found += wanted > 0;
        }
        assert_true(wanted == 0 || phrases_have_head(&p, o.d.words.items[i].term));
    }
    phrases_free(&p, &memory_default);
    opened_close(&o);
    return found;
}

/* ---- Tests
 * ----------------------------------------------------------------------------- */

/* Every phrase of every language, as a text. */
static uint32_t expect_phrases(const language_pack *pack, uint32_t list) {
    const list_tables *t = pack->lists;
    uint32_t found = 0;
    for (uint32_t i = 0; i < t->phrase_count; i++) {
        const list_phrase *phrase = &t->phrases[i];
        if ((phrase->lists & list) == 0) {
            continue;
        }
        char text[200];
        size_t n = add_text(text, 0, t->strings + phrase->key, phrase->length);
        text[n] = '\0';
        found += expect_reference(text, pack->info.code, list) > 0;
    }
    return found;
}

static void test_every_phrase(void **state) {
    size_t count = 0;
    uint32_t found = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        if (packs[i].lists != NULL && packs[i].lists->phrase_count > 0) {
            found += expect_phrases(&packs[i], WORD_LIST_HEDGE);
            found += expect_phrases(&packs[i], WORD_LIST_TRANSITION);
        }
    }
    assert_true(found > 300);
}

static void test_texts(void **state) {
    static const char text[] =
        "In the end it was, in fact, as a matter of fact. In the, end. "
        "As a matter of course as a rule in the first place in the "
        "first. Sort of a sort of thing, to some extent. In";
    assert_true(expect_reference(text, "en", WORD_LIST_TRANSITION) >= 5);
    assert_true(expect_reference(text, "en", WORD_LIST_HEDGE) >= 3);
}

static uint32_t found_in(const char *text, uint32_t end) {
    opened o;
    phrases p;
    opened_text(&o, text, NULL);
    assert_true(phrases_open(&p, &o.d, &memory_default, WORD_LIST_TRANSITION));
    uint32_t words = phrases_at(&p, 0, end);
    phrases_free(&p, &memory_default);
    opened_close(&o);
    return words;
}

static void test_ends(void **state) {
    assert_int_equal(found_in("as a matter of fact", 5), 5);
    assert_int_equal(found_in("as a matter of fact", 4), 0);
    assert_int_equal(found_in("in addition to", 3), 3);
    assert_int_equal(found_in("in addition to", 2), 2);
    assert_int_equal(found_in("in addition to", 1), 0);
    assert_int_equal(found_in("in addition, to", 4), 2);
}

static void test_random(void **state) {
    static const char *const bits[] = {"in ",    "the ",  "end ",      "fact ", "first ",
                                       "place ", "as ",   "a ",        "rule ", "matter ",
                                       "of ",    ", ",    "addition ", "to ",   "so ",
                                       "far ",   "that ", "is ",       "say ",  "all "};
    uint64_t random = 41;
    for (size_t round = 0; round < 60; round++) {
        char text[2000];
        size_t n = 0;
        for (size_t i = 0; i < 120; i++) {
            const char *bit = bits[next_random(&random) % COUNT(bits)];
            n = add_text(text, n, bit, strlen(bit));
        }
        text[n] = '\0';
        expect_reference(text, "en", WORD_LIST_TRANSITION);
    }
}

static void test_no_lists(void **state) {
    opened o;
    phrases p;
    opened_text(&o, "in fact", "qq");
    assert_true(phrases_open(&p, &o.d, &memory_default, WORD_LIST_TRANSITION));
    assert_int_equal(phrases_at(&p, 0, 2), 0);
    assert_int_equal(phrases_find(&p, 0, 2), 0);
    phrases_free(&p, &memory_default);
    opened_close(&o);
}

static void test_no_memory(void **state) {
    opened o;
    phrases p;
    counting c;
    counting_init(&c, 1);
    opened_text(&o, "in fact", NULL);
    assert_false(phrases_open(&p, &o.d, &c.allocator, WORD_LIST_TRANSITION));
    phrases_free(&p, &c.allocator);
    assert_int_equal(c.live_blocks, 0);
    assert_int_equal(c.wrong_sizes, 0);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_phrase), cmocka_unit_test(test_texts),
        cmocka_unit_test(test_ends),         cmocka_unit_test(test_random),
        cmocka_unit_test(test_no_lists),     cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
