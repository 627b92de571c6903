/* SPDX-License-Identifier: MIT */
/* What is listed of many made texts and of the articles, against the definition. */
#include "unit/repeat/phrase_judge.h"

#define ROUNDS 6000u
#define CUT_ROUNDS 3000u

/* ---- Against the library ------------------------------------------------------------
 */

static bool is_same(const lede_repeat *p, const lede_repeat_place *at, const run *r) {
    const token *t = &j.tokens[r->first_place];
    return at[p->first_place].first_word == t->word && p->words == r->words &&
           at[p->first_place].last_word == t[r->words - 1].word &&
           at[p->first_place].sentence == t->sentence &&
           at[p->first_place].before == r->first_place && p->count == r->count &&
           p->content == r->content && p->cost == cost_of(r) && p->group == r->group &&
           p->nearest == r->nearest && MOST + p->leader == r->leader;
}

static void print_run(const char *who, lede_repeat_group group, uint32_t count,
                      const uint32_t *words) {
    shown line = {.n = 0};
    show_run(&line, j.d, words[0], words[1]);
    print_error("%s: %s %u %s\n", who, lede_repeat_group_name(group), count, line.text);
}

static void print_all(const lede_repeat *p, const lede_repeat_place *at, size_t count) {
    print_error("%.*s\n", (int)j.d->page.size, j.d->page.text);
    for (size_t i = 0; i < count; i++) {
        const lede_repeat_place *x = &at[p[i].first_place];
        const uint32_t words[] = {x->first_word, x->last_word};
        print_run("found", (lede_repeat_group)p[i].group, p[i].count, words);
    }
    for (uint32_t i = 0; i < j.kept; i++) {
        const token *t = &j.tokens[ranked(i)->first_place];
        const uint32_t words[] = {t->word, t[ranked(i)->words - 1].word};
        print_run("judge", ranked(i)->group, ranked(i)->count, words);
    }
}

/* Is a place inside one of a longer phrase that is listed? */
static bool is_nested(const run *part, uint32_t place) {
    for (uint32_t i = 0; i < j.kept; i++) {
        const run *r = ranked(i);
        for (uint32_t p = r->place, free = 0; r->words > part->words && p <= place; p++) {
            if (counts_at(r, p, free)) {
                free = p + r->words;
                if (free >= place + part->words) {
                    return true;
                }
            }
        }
    }
    return false;
}

static void expect_places(const lede_repeat *p, const lede_repeat_place *at,
                          const run *r) {
    uint32_t free = 0, met = 0;
    for (uint32_t place = r->place; place < j.count; place++) {
        if (!counts_at(r, place, free)) {
            continue;
        }
        const lede_repeat_place *x = &at[p->first_place + met];
        assert_int_equal(x->before, place);
        assert_int_equal((x->flags & LEDE_PLACE_NESTED) != 0, is_nested(r, place));
        free = place + r->words;
        met++;
    }
    assert_int_equal(met, p->count);
    assert_int_equal(met + p->in_headings, p->place_count);
}

static void expect_facts(const lede_repeats *r) {
    const lede_repeats_facts facts = lede_repeats_measure(r);
    uint32_t redundant = 0, own = 0, groups[LEDE_REPEAT_GROUPS] = {0};
    for (uint32_t i = 0; i < j.count; i++) {
        redundant += j.tokens[i].redundant;
        own += j.tokens[i].own;
    }
    for (uint32_t i = 0; i < j.kept; i++) {
        groups[ranked(i)->group]++;
    }
    assert_int_equal(facts.words, j.count);
    assert_int_equal(facts.redundant, redundant);
    assert_int_equal(facts.redundant_stock, own);
    assert_memory_equal(facts.phrases, groups, sizeof groups);
}

static void check_document(const lede_document *d) {
    lede_repeats *r = NULL;
    size_t count = 0, places = 0;
    const lede_repeats_options options = {.no_sentences = 1, .no_words = 1};
    assert_int_equal(lede_repeats_create(d, &options, &r, NULL), LEDE_OK);
    const lede_repeat *p = lede_repeats_phrases(r, &count);
    const lede_repeat_place *at = lede_repeats_places(r, &places);
    judge_document(d);
    bool same = count == j.kept;
    for (uint32_t i = 0; same && i < count; i++) {
        same = is_same(&p[i], at, ranked(i));
    }
    if (!same) {
        print_all(p, at, count);
    }
    assert_true(same);
    for (uint32_t i = 0; i < count; i++) {
        expect_places(&p[i], at, ranked(i));
    }
    expect_facts(r);
    judge_close();
    lede_repeats_free(r);
}

static void check_text(const char *bytes, size_t n) {
    const lede_document_options options = {.language = "en", .no_stems = 1};
    opened o;
    opened_bytes(&o, bytes, n, &options);
    check_document(&o.d);
    opened_close(&o);
}

/* ---- Made texts ----------------------------------------------------------------------
 */

/* Words of content and forms of them, function words, numbers, weak words, what hangs on
 * the next word, and what leads that. */
static const char *const words[] = {
    "harbour", "boats",   "the",      "tin",    "captain's", "of",         "box",
    "plan",    "with",    "boat",     "sold",   "boxes",     "to",         "medical",
    "or",      "captain", "and",      "highly", "harbours",  "make",       "back",
    "three",   "glue",    "was",      "12",     "said",      "collected",  "rush",
    "a",       "rushed",  "planning", "boats",  "collect",   "well-known", "captains'"};
static const char *const names[] = {
    "Corrine", "harbour", "Oona", "the", "boats", "of",      "Corrine's", "tin", "Bell",
    "sold",    "with",    "box",  "or",  "bell",  "medical", "U.S.",      "to"};

typedef struct vocabulary {
    const char *const *words;
    size_t count;
} vocabulary;

static void put_made_word(text_buffer *t, const char *word, bool first) {
    bool small = word[0] >= 'a' && word[0] <= 'z';
    if (first && small) {
        char capital = (char)(word[0] - 'a' + 'A');
        text_add(t, &capital, 1);
        text_put(t, word + 1);
    } else {
        text_put(t, word);
    }
}

/* A part of what was said before, once more. */
static void put_again(text_buffer *t, uint64_t *random, size_t most) {
    size_t from = text_below(random, t->n), n = text_below(random, t->n - from + 1);
    while (from > 0 && t->bytes[from - 1] != ' ') {
        from--;
    }
    n = n < most ? n : most;
    char *copy = malloc(n + 1);
    assert_non_null(copy);
    memcpy(copy, t->bytes + from, n);
    text_add(t, copy, n);
    free(copy);
}

static text_buffer made(uint64_t *random, vocabulary v) {
    text_buffer t = {0};
    size_t count = 6 + text_below(random, 60);
    size_t limit = 3 + text_below(random, v.count - 2);
    size_t ends = 3 + text_below(random, 20);
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        put_made_word(&t, v.words[text_below(random, limit)], first);
        size_t end = text_below(random, ends);
        first = end == 0;
        text_put(&t, end == 0   ? text_below(random, 4) == 0 ? ".\n\n" : ". "
                     : end == 1 ? ", "
                     : end == 2 && text_below(random, 9) == 0 ? "\n\n"
                                                              : " ");
        if (text_below(random, 30) == 0) {
            put_again(&t, random, SIZE_MAX);
            text_put(&t, " ");
        }
    }
    text_put(&t, "ends.\n");
    return t;
}

static void check_made(uint64_t random, vocabulary v) {
    for (uint32_t round = 0; round < ROUNDS; round++) {
        text_buffer t = made(&random, v);
        check_text(t.bytes, t.n);
        text_free(&t);
    }
}

static void made_texts(void **state) {
    check_made(7, (vocabulary){words, COUNT(words)});
}

static void made_names(void **state) {
    check_made(8, (vocabulary){names, COUNT(names)});
}

/* Once found by chance: a shorter phrase whose first time is part of a name, and a longer
 * one where it first counts. */
static void found_texts(void **state) {
    static const char text[] =
        "Harbour Corrine Oona Corrine Oona Oona harbour Oona Harbour Corrine Oona "
        "Corrine "
        "Oona Oona harbour Corrine harbour, harbour Corrine harbour Corrine Corrine, "
        "Corrine Oona Oona harbour harbour Oona Oona Oona harbour harbour. Harbour "
        "Corrine harbour Oona Oona ends.\n";
    check_text(text, sizeof text - 1);
}

/* ---- Articles ------------------------------------------------------------------------
 */

static void articles(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i);
        check_text(t.bytes, t.n);
        text_free(&t);
    }
}

/* All of each, and half of it again. */
static void pasted_articles(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i), twice = {0};
        text_add(&twice, t.bytes, t.n);
        text_add(&twice, t.bytes, t.n / 2);
        check_text(twice.bytes, twice.n);
        text_free(&twice);
        text_free(&t);
    }
}

/* A piece of one, and pieces of that again. The last has quotations in single marks. */
static void cut_articles(void **state) {
    uint64_t random = 9;
    text_buffer all[TEXT_ARTICLES];
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        all[i] = text_article(i);
    }
    for (uint32_t round = 0; round < CUT_ROUNDS; round++) {
        const text_buffer *of = &all[round % (TEXT_ARTICLES - 1)];
        text_buffer t = {0};
        size_t n = 100 + text_below(&random, 300), from = text_below(&random, of->n - n);
        while (from > 0 && of->bytes[from - 1] != ' ') {
            from--;
        }
        text_add(&t, of->bytes + from, n);
        for (size_t i = 1 + text_below(&random, 4); i > 0; i--) {
            text_put(&t, i % 2 == 0 ? " " : ". ");
            put_again(&t, &random, 80);
        }
        check_text(t.bytes, t.n);
        text_free(&t);
    }
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_free(&all[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_texts),     cmocka_unit_test(made_texts),
        cmocka_unit_test(made_names),      cmocka_unit_test(articles),
        cmocka_unit_test(pasted_articles), cmocka_unit_test(cut_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
