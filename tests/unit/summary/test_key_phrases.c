/* SPDX-License-Identifier: MIT */
/* Rows of words: how often each is there, against a slow count; which may be listed. */
#include "summary/key_phrases.h"

#include "support/open.h"
#include "support/texts.h"

typedef struct phrased {
    lede_document *d;
    key_stream s;
    key_phrases p;
} phrased;

static void open_phrases(phrased *t, const char *bytes, size_t n) {
    t->d = open_bytes(bytes, n);
    t->s = (key_stream){0};
    t->p = (key_phrases){.allocator = &memory_default};
    assert_true(key_stream_read(&t->s, t->d, &memory_default));
    assert_true(key_phrases_find(&t->p, &t->s));
}

static void close_phrases(phrased *t) {
    key_phrases_free(&t->p);
    key_stream_free(&t->s, &memory_default);
    lede_document_free(t->d);
}

/* Is the same row of words at both places? */
static bool same(const key_stream *s, size_t a, size_t b, uint32_t words) {
    if (a + words > s->words.count || b + words > s->words.count) {
        return false;
    }
    for (uint32_t i = 0; i < words; i++) {
        const key_word *x = &s->words.items[a + i], *y = &s->words.items[b + i];
        bool joined =
            i == 0 || (key_stream_joins(s, a + i) && key_stream_joins(s, b + i));
        if (!joined || x->stem != y->stem ||
            ((x->flags ^ y->flags) & KEY_CONNECTOR) != 0) {
            return false;
        }
    }
    return true;
}

static void check_phrase(const phrased *t, const key_phrase *p, uint32_t words) {
    uint32_t count = 0, fit = 0;
    for (size_t at = 0; at < t->s.words.count; at++) {
        if (same(&t->s, p->first, at, words)) {
            count++;
            fit += key_phrases_fit(&t->s, at, words);
        }
    }
    assert_int_equal(p->count, count);
    assert_int_equal(p->fit, fit);
    assert_true(p->outside <= fit && p->capitals <= p->outside);
    assert_true(p->sentences >= 1 && p->sentences <= count);
}

/* Every phrase that is there again is found. */
static void check_places(const phrased *t, uint32_t words) {
    const key_level *level = &t->p.levels[words - 1];
    for (size_t at = 0; at < t->s.words.count; at++) {
        size_t again = 0;
        for (size_t b = 0; b < t->s.words.count; b++) {
            again += b != at && same(&t->s, at, b, words);
        }
        if (again > 0) {
            assert_true(level->at[at] < level->list.count);
            const key_phrase *p = &level->list.items[level->at[at]];
            assert_true(same(&t->s, at, p->first, words));
        }
    }
}

static void test_slow_count(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer text = text_article(i);
        phrased t;
        open_phrases(&t, text.bytes, text.n);
        for (uint32_t words = 1; words <= KEY_WORDS; words++) {
            const key_level *level = &t.p.levels[words - 1];
            for (size_t k = 0; k < level->list.count; k++) {
                check_phrase(&t, &level->list.items[k], words);
            }
            check_places(&t, words);
        }
        close_phrases(&t);
        text_free(&text);
    }
}

/* What lies in a longer term is not counted as outside. */
static void test_cover(void **state) {
    static const char text[] =
        "The ice plant closed. They sold the ice plant. The plant!";
    phrased t;
    open_phrases(&t, text, sizeof text - 1);
    const key_level *one = &t.p.levels[0], *two = &t.p.levels[1];
    const key_phrase *ice = &one->list.items[one->at[0]];
    const key_phrase *plant = &one->list.items[one->at[1]];
    const key_phrase *both = &two->list.items[two->at[0]];
    assert_int_equal(both->count, 2);
    assert_int_equal(both->outside, 2);
    assert_int_equal(ice->outside, 0);
    assert_int_equal(plant->count, 3);
    assert_int_equal(plant->outside, 1);
    assert_true(key_phrases_is_key(both));
    assert_false(key_phrases_is_key(ice));
    assert_false(key_phrases_is_key(plant));
    close_phrases(&t);
}

/* A part of a name is no term where the whole name stands. */
static void test_cut_names(void **state) {
    static const char text[] = "They met Oona Trelawn. They met Oona Trelawn again.";
    phrased t;
    open_phrases(&t, text, sizeof text - 1);
    const key_level *one = &t.p.levels[0];
    bool found = false;
    for (size_t i = 0; i < t.s.words.count; i++) {
        if ((t.s.words.items[i].flags & KEY_NAME_FIRST) != 0) {
            assert_int_equal(one->list.items[one->at[i]].fit, 0);
            const key_level *two = &t.p.levels[1];
            assert_int_equal(two->list.items[two->at[i]].fit, 2);
            assert_int_equal(two->list.items[two->at[i]].name, 1);
            found = true;
        }
    }
    assert_true(found);
    close_phrases(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slow_count),
        cmocka_unit_test(test_cover),
        cmocka_unit_test(test_cut_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
