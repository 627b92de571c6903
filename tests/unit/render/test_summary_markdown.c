/* SPDX-License-Identifier: MIT */
/* Summaries in Markdown: nothing of the article or its path acts as markup. */
#include "render/summary_markdown.h"

#include "unit/render/sample.h"

#define FIRST "# Not a *heading* <b>at</b> all."
#define SECOND "1. `Two`\nlines | here."

static void open_two(sample *s) {
    sample_open(s, FIRST "\n" SECOND);
    sample_block(s, FIRST "\n" SECOND, LEDE_BLOCK_PROSE);
    sample_sentence(s, FIRST, LEDE_END_FULL_STOP);
    sample_sentence(s, SECOND, LEDE_END_FULL_STOP);
    s->summary.facts.sentences = 1;
    s->summary.facts.eligible = 2;
    s->summary.facts.words = 6;
    s->document.facts.words = 10;
    s->summary.next.pick.sentence = LEDE_NONE;
}

static void expect(sample *s, const summary_extras *extras, const char *wanted) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    summary_markdown(&o, "a_b|c.txt", &s->document, &s->summary, extras);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, wanted);
}

#define HEAD "## a\\_b\\|c.txt\n\n1 of 2 sentences · 6 of 10 words\n"
#define QUOTE                                                                            \
    "\n> **Line 1.** \\# Not a \\*heading\\* \\<b\\>at\\</b\\> all.\n"                   \
    ">\n> **Line 2.** 1. \\`Two\\` lines \\| here.\n"

static void test_quote(void **state) {
    const summary_extras plain = {NULL, false};
    sample s;
    open_two(&s);
    sample_pick(&s, 0, 2);
    sample_pick(&s, 1, 1);
    expect(&s, &plain, HEAD QUOTE);
    sample_close(&s);
}

/* Never more words than there are. */
static void test_dateline(void **state) {
    const summary_extras plain = {NULL, false};
    sample s;
    sample_open(&s, "ROME - It rains.");
    sample_block(&s, "ROME - It rains.", LEDE_BLOCK_PROSE);
    sample_sentence(&s, "ROME - It rains.", LEDE_END_FULL_STOP);
    sample_word(&s, "ROME", LEDE_WORD_WORD);
    lede_sentence *sentence = &s.document.sentences.items[0];
    sentence->aside = 1;
    sentence->first_word = 1;
    sentence->word_count = 0;
    s.document.facts.words = 2;
    s.summary.facts.sentences = s.summary.facts.eligible = 1;
    s.summary.facts.words = 3;
    s.summary.next.pick.sentence = LEDE_NONE;
    expect(&s, &plain, "## a\\_b\\|c.txt\n\n1 of 1 sentence · 3 of 3 words\n");
    sample_close(&s);
}

/* Nothing chosen, and no empty quotation. */
static void test_nothing(void **state) {
    const summary_extras plain = {NULL, true};
    sample s;
    open_two(&s);
    expect(&s, &plain, HEAD);
    sample_close(&s);
}

static void test_set_aside(void **state) {
    const summary_extras plain = {NULL, false};
    const lede_ledger_entry ad = {{0, 1}, LEDE_RULE_AD_LABEL};
    const lede_ledger_entry stamp = {{2, 5}, LEDE_RULE_DATE_STAMP};
    sample s;
    open_two(&s);
    SAMPLE_PUSH(&s.document.ledger, ad);
    SAMPLE_PUSH(&s.document.ledger, stamp);
    SAMPLE_PUSH(&s.document.ledger, ad);
    s.document.facts.set_aside_words = 3;
    expect(&s, &plain, HEAD "\nSet aside: 1 date stamp, 2 ad labels (3 words)\n");
    s.document.hygiene = LEDE_HYGIENE_MARK;
    s.document.facts.set_aside_words = 0;
    expect(&s, &plain, HEAD "\nMarked, not set aside: 1 date stamp, 2 ad labels\n");
    sample_close(&s);
}

static void test_keywords(void **state) {
    lede_keywords keys = {0};
    const summary_extras with = {&keys, true};
    sample s;
    open_two(&s);
    keys.d = &s.document;
    expect(&s, &with, HEAD "\nKeywords: none\n");
    lede_keyword key = {.count = 2, .sentences = 1, .score = INT64_C(1) << 32};
    key.span = key.first = sample_find(&s, "*heading*", 0);
    SAMPLE_PUSH(&keys.list, key);
    key.span = sample_find(&s, "Two", 0);
    SAMPLE_PUSH(&keys.list, key);
    expect(&s, &with,
           HEAD "\nKeywords: \\*heading\\*; Two\n"
                "\n| Keyword | Score | Times | Sentences | First line |\n"
                "|---|--:|--:|--:|--:|\n"
                "| \\*heading\\* | 1.0000 | 2 | 1 | 1 |\n"
                "| Two | 1.0000 | 2 | 1 | 1 |\n");
    VEC_FREE(&keys.list, &memory_default);
    sample_close(&s);
}

/* Columns of parts that are 0 everywhere are left out. */
static void test_scores(void **state) {
    const summary_extras with = {NULL, true};
    sample s;
    open_two(&s);
    sample_word(&s, "Two", LEDE_WORD_WORD);
    sample_pick(&s, 0, 1);
    lede_pick *pick = &s.summary.picks.items[0];
    pick->score = pick->parts[LEDE_PART_WEIGHT] = INT64_C(1) << 32;
    pick->alike = LEDE_NONE;
    s.summary.next.lost = LEDE_LOST_SCORE;
    s.summary.next.pick = (lede_pick){.sentence = 1, .word_count = 1};
    s.summary.next.pick.parts[LEDE_PART_REDUNDANCY] = -(INT64_C(1) << 31);
    expect(&s, &with,
           HEAD
           "\n> **Line 1.** \\# Not a \\*heading\\* \\<b\\>at\\</b\\> all.\n"
           "\n| Line | Rank | Score | weight | redundancy | like line | carried by |\n"
           "|--:|--:|--:|--:|--:|--:|---|\n"
           "| 1 | 1 | 1.0000 | 1.0000 | 0.0000 |  |  |\n"
           "| 2 | none | 0.0000 | 0.0000 | −0.5000 | 1 | Two |\n"
           "\nNext best, not chosen because of its score: "
           "1. \\`Two\\` lines \\| here.\n");
    sample_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quote),    cmocka_unit_test(test_dateline),
        cmocka_unit_test(test_nothing),  cmocka_unit_test(test_set_aside),
        cmocka_unit_test(test_keywords), cmocka_unit_test(test_scores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
