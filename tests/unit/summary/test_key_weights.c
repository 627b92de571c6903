/* SPDX-License-Identifier: MIT */
/* How rare the stems of key terms are, and which the title has. */
#include "summary/key_weights.h"

#include "base/real.h"
#include "support/open.h"
#include "support/texts.h"

typedef struct weighed {
    lede_document *d;
    key_stream s;
    key_weights w;
} weighed;

static void open_weights(weighed *t, const char *text, lede_keywords_options o) {
    t->d = open_text(text);
    t->s = (key_stream){0};
    t->w = (key_weights){.allocator = &memory_default};
    assert_true(key_stream_read(&t->s, t->d, &memory_default));
    assert_int_equal(key_weights_read(&t->w, &t->s, &o, NULL), LEDE_OK);
}

static void close_weights(weighed *t) {
    key_weights_free(&t->w);
    key_stream_free(&t->s, &memory_default);
    lede_document_free(t->d);
}

static uint32_t stem_of(const weighed *t, const char *key) {
    for (uint32_t i = 0; i < t->d->terms.count; i++) {
        const lede_term *term = &t->d->terms.items[i];
        if (term->key.end - term->key.begin == strlen(key) &&
            memcmp(t->d->keys.items + term->key.begin, key, strlen(key)) == 0) {
            return term->stem;
        }
    }
    fail_msg("no term \"%s\"", key);
    return 0;
}

#define BOATS "The boat left. The boats sank. A lamp broke. Nobody saw it."

/* ln(1 + sentences / sentences with it) */
static void test_rarity(void **state) {
    weighed t;
    open_weights(&t, BOATS, (lede_keywords_options)LEDE_KEYWORDS_OPTIONS_INIT);
    uint32_t boat = stem_of(&t, "boat"), lamp = stem_of(&t, "lamp");
    assert_int_equal(t.w.rows_with[boat], 2);
    assert_int_equal(t.w.rows_with[lamp], 1);
    assert_true(t.w.rarity[boat] == real_ln(3.0));
    assert_true(t.w.rarity[lamp] == real_ln(5.0));
    assert_true(t.w.title[boat] == 0.0 && t.w.title[lamp] == 0.0);
    close_weights(&t);
}

static void test_title(void **state) {
    weighed t;
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    open_weights(&t, "Of Lamps\n\n" BOATS, o);
    assert_true(t.w.title[stem_of(&t, "lamp")] > 0.0);
    assert_true(t.w.title[stem_of(&t, "boat")] == 0.0);
    close_weights(&t);
    o.title = "Boats and whales";
    o.title_length = strlen(o.title);
    open_weights(&t, "Of Lamps\n\n" BOATS, o);
    assert_true(t.w.title[stem_of(&t, "lamp")] == 0.0);
    assert_true(t.w.title[stem_of(&t, "boat")] > 0.0);
    close_weights(&t);
    o.no_title = 1;
    open_weights(&t, "Of Lamps\n\n" BOATS, o);
    assert_true(t.w.title[stem_of(&t, "boat")] == 0.0);
    close_weights(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rarity),
        cmocka_unit_test(test_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
