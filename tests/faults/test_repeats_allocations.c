/* SPDX-License-Identifier: MIT */
/*
 * Every allocation of repeats, and of lists of accepted phrases, in turn gets no memory:
 * once alone, and once with all that follow. That is said, nothing stays behind, and with
 * the same allocator the same comes out afterwards.
 */
#include "support/drying.h"
#include "support/texts.h"
#include "unit/render/sample.h"

typedef struct task {
    const char *bytes;
    size_t n;
    const char *language;
    const char *accepted; /* NULL: no list */
    bool count_headings;
    bool ignore_quotes;
    bool mute; /* no lede_error is given */
} task;

static void expect_no_memory(const lede_error *error) {
    assert_int_equal(error->status, LEDE_NO_MEMORY);
    assert_string_equal(error->text, "out of memory");
    assert_int_equal(error->line, 0);
}

/* ---- What came out ------------------------------------------------------------------
 */

typedef struct digest {
    uint64_t sum;
} digest;

static void note(digest *to, uint64_t number) {
    to->sum = (to->sum ^ number) * UINT64_C(0x100000001B3);
}

static void note_phrases(digest *to, const lede_repeats *r) {
    size_t count = 0;
    const lede_repeat *p = lede_repeats_phrases(r, &count);
    note(to, count);
    for (size_t i = 0; i < count; i++) {
        note(to, p[i].first_place);
        note(to, p[i].count);
        note(to, p[i].nearest);
        note(to, p[i].leader);
        note(to, p[i].group + 10u * p[i].accepted);
    }
    const lede_repeat_place *at = lede_repeats_places(r, &count);
    note(to, count);
    for (size_t i = 0; i < count; i++) {
        note(to, at[i].first_word);
        note(to, at[i].last_word);
        note(to, at[i].flags);
    }
}

static void note_words(digest *to, const lede_repeats *r) {
    size_t count = 0;
    const lede_overused *o = lede_repeats_overused(r, &count);
    for (size_t i = 0; i < count; i++) {
        note(to, o[i].count);
        note(to, o[i].frame_count);
    }
    const lede_echo *e = lede_repeats_echoes(r, &count);
    for (size_t i = 0; i < count; i++) {
        note(to, e[i].count);
        note(to, e[i].nearest);
    }
    const lede_doubled *d = lede_repeats_doubled(r, &count);
    for (size_t i = 0; i < count; i++) {
        note(to, d[i].first_word);
    }
    const lede_opening *s = lede_repeats_openings(r, &count);
    for (size_t i = 0; i < count; i++) {
        note(to, s[i].sentences);
        note(to, s[i].shared);
    }
}

static uint64_t digest_of(const lede_repeats *r) {
    size_t count = 0;
    digest d = {1};
    lede_repeats_facts facts = lede_repeats_measure(r);
    note(&d, facts.words);
    note(&d, facts.redundant);
    note(&d, facts.capped);
    note_phrases(&d, r);
    note_words(&d, r);
    const lede_told_twice *t = lede_repeats_told(r, &count);
    for (size_t i = 0; i < count; i++) {
        note(&d, t[i].first);
        note(&d, t[i].second);
    }
    const lede_accepted_use *u = lede_repeats_accepted(r, &count);
    for (size_t i = 0; i < count; i++) {
        note(&d, (uint64_t)u[i].used + 1);
    }
    return d.sum;
}

/* ---- Repeats -------------------------------------------------------------------------
 */

static lede_status run(const task *t, const lede_document *d, drying *memory,
                       uint64_t *sum) {
    lede_repeats_options o = LEDE_REPEATS_OPTIONS_INIT;
    lede_accepted *accepted = (lede_accepted *)&o;
    lede_repeats *r = (lede_repeats *)&o;
    lede_error text, *error = t->mute ? NULL : &text;
    lede_status status = LEDE_OK;
    o.allocator = &memory->allocator;
    o.count_headings = t->count_headings;
    o.ignore_quotes = t->ignore_quotes;
    if (t->accepted != NULL) {
        status = lede_accepted_create(t->accepted, strlen(t->accepted),
                                      &memory->allocator, &accepted, error);
        o.accepted = status == LEDE_OK ? accepted : NULL;
        assert_true((accepted != NULL) == (status == LEDE_OK));
    }
    if (status == LEDE_OK) {
        status = lede_repeats_create(d, &o, &r, error);
        assert_true((r != NULL) == (status == LEDE_OK));
    } else {
        r = NULL;
    }
    if (status == LEDE_OK) {
        *sum = digest_of(r);
    } else {
        assert_int_equal(status, LEDE_NO_MEMORY);
        if (error != NULL) {
            expect_no_memory(error);
        }
    }
    lede_repeats_free(r);
    lede_accepted_free(t->accepted != NULL ? accepted : NULL);
    return status;
}

/* False: nobody noticed, and the same came out. */
static bool fail_at(const task *t, const lede_document *d, size_t n, uint64_t wanted) {
    bool noticed = false;
    for (int for_good = 0; for_good < 2; for_good++) {
        drying memory;
        uint64_t sum = wanted;
        drying_init(&memory, n, for_good != 0);
        lede_status status = run(t, d, &memory, &sum);
        noticed = noticed || status != LEDE_OK;
        assert_int_equal(sum, wanted);
        drying_expect_balance(&memory);
        memory.below.fail_at = NEVER;
        memory.for_good = false;
        assert_int_equal(run(t, d, &memory, &sum), LEDE_OK);
        assert_int_equal(sum, wanted);
        drying_expect_balance(&memory);
    }
    return noticed;
}

static size_t entries_of(const task *t) {
    size_t count = t->accepted != NULL;
    for (const char *c = t->accepted; c != NULL && *c != '\0'; c++) {
        count += *c == '\n';
    }
    return count;
}

static void fail_each(const task *t) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    drying memory;
    uint64_t wanted = 0;
    read.language = t->language;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    drying_init(&memory, NEVER, false);
    assert_int_equal(run(t, d, &memory, &wanted), LEDE_OK);
    drying_expect_balance(&memory);
    size_t calls = memory.below.calls, unnoticed = 0;
    assert_true(calls > 10);
    for (size_t n = 1; n <= calls; n++) {
        unnoticed += !fail_at(t, d, n, wanted);
    }
    assert_true(unnoticed <= 2 * entries_of(t)); /* their documents are trimmed */
    lede_document_free(d);
}

static const char list[] =
    "focal point\n# none\ninternational communities\nboat\nIran's\n";

static void articles(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i += 4) {
        text_buffer t = text_article(i);
        task article = {.bytes = t.bytes, .n = t.n, .language = "en"};
        fail_each(&article);
        article.count_headings = article.ignore_quotes = article.mute = true;
        fail_each(&article);
        article.accepted = list;
        article.mute = false;
        fail_each(&article);
        text_free(&t);
    }
}

/* More of all than the first blocks of their arrays hold. */
static void much(void **state) {
    text_buffer t = {0};
    for (int i = 0; i < 40; i++) {
        text_put(&t, "The Old Harbour Wall\n\n"
                     "The old harbour wall of Iran's captain fell the the boat. It ran. "
                     "It sat. It was \"an old harbour wall\" of it. With or without help "
                     "the captain sold seven heavy boats under winter storms.\n\n");
    }
    task all = {.bytes = t.bytes, .n = t.n, .language = "en"};
    fail_each(&all);
    all.accepted = "old harbour walls\n";
    fail_each(&all);
    text_free(&t);
}

static void languages(void **state) {
    static const char german[] = "Das alte Boot sank. Das alte Boot kam. Es ging.\n";
    static const char chinese[] =
        "\xE6\xBC\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE6\x9D\x90\xE4\xB8\x80\xE3\x80\x82\xE6\xBC"
        "\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE6\x9D\x90\xE4\xBA\x8C\xE3\x80\x82";
    fail_each(&(task){.bytes = german, .n = sizeof german - 1, .language = "de"});
    fail_each(&(task){.bytes = chinese, .n = sizeof chinese - 1, .language = "zh"});
    fail_each(&(task){.bytes = german,
                      .n = sizeof german - 1,
                      .language = "eo",
                      .accepted = "alte Boot"});
}

/* Nothing to say again still needs memory. */
static void nothing(void **state) {
    fail_each(&(task){.bytes = "", .n = 0, .language = "en"});
    fail_each(&(task){.bytes = "The Sea\n\nThe Wall\n", .n = 18, .accepted = list});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles),
        cmocka_unit_test(much),
        cmocka_unit_test(languages),
        cmocka_unit_test(nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
