/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/text.h"

static const char article[] = "Head\n\nOne two.\nThree, four! Five\nsix.\n\n- item";

/* Three blocks, five sentences. */
static void open_article(sample *s) {
    sample_open(s, article);
    sample_block(s, "Head", LEDE_BLOCK_HEADING);
    sample_sentence(s, "Head", LEDE_END_BLOCK);
    sample_word(s, "Head", LEDE_WORD_WORD);
    sample_block(s, "One two.\nThree, four! Five\nsix.", LEDE_BLOCK_PROSE);
    sample_sentence(s, "One two.", LEDE_END_FULL_STOP);
    sample_word(s, "One", LEDE_WORD_WORD);
    sample_word(s, "two", LEDE_WORD_NUMBER);
    sample_word(s, ".", LEDE_WORD_MARK);
    sample_sentence(s, "Three, four!", LEDE_END_TERMINATOR);
    sample_word(s, "Three", LEDE_WORD_WORD);
    sample_word(s, ",", LEDE_WORD_MARK);
    sample_sentence(s, "Five\nsix.", LEDE_END_FULL_STOP);
    sample_block(s, "item", LEDE_BLOCK_LIST_ITEM);
    sample_sentence(s, "item", LEDE_END_BLOCK);
    sample_word(s, "item", LEDE_WORD_NAME);
}

static void test_summary(void **state) {
    (void)state;
    kept k = {0};
    out o;
    sample s;
    open_article(&s);
    sample_pick(&s, 1, 2);
    sample_pick(&s, 3, 1);
    out_init(&o, kept_sink(&k));
    text_summary(&o, &s.document, &s.summary, false, false);
    text_summary(&o, &s.document, &s.summary, true, false);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "One two.\nFive six.\n\nOne two.\nFive six.\n");
    sample_close(&s);
}

static void test_sentences(void **state) {
    (void)state;
    kept k = {0};
    out o;
    sample s;
    open_article(&s);
    out_init(&o, kept_sink(&k));
    text_sentences(&o, &s.document, false, false);
    (void)out_flush(&o);
    kept_expect(&k, "Head\n\nOne two.\nThree, four!\nFive six.\n\nitem\n");
    out_init(&o, kept_sink(&k));
    text_sentences(&o, &s.document, true, false);
    (void)out_flush(&o);
    kept_expect(&k, "\nHead\n\nOne two.\nThree, four!\nFive six.\n\nitem\n");
    sample_close(&s);
}

static void test_words(void **state) {
    (void)state;
    kept k = {0};
    out o;
    sample s;
    open_article(&s);
    out_init(&o, kept_sink(&k));
    text_words(&o, &s.document, false);
    (void)out_flush(&o);
    kept_expect(&k, "word\tHead\n\nword\tOne\nnumber\ttwo\nword\tThree\n\nname\titem\n");
    sample_close(&s);
}

/* A block of marks alone has no line, and so no blank line either. */
static void test_marks_alone(void **state) {
    (void)state;
    kept k = {0};
    out o;
    sample s;
    sample_open(&s, "***\n\nword\n\n---");
    sample_block(&s, "***", LEDE_BLOCK_PROSE);
    sample_sentence(&s, "***", LEDE_END_BLOCK);
    sample_word(&s, "***", LEDE_WORD_MARK);
    sample_block(&s, "word", LEDE_BLOCK_PROSE);
    sample_sentence(&s, "word", LEDE_END_BLOCK);
    sample_word(&s, "word", LEDE_WORD_WORD);
    sample_block(&s, "---", LEDE_BLOCK_PROSE);
    sample_sentence(&s, "---", LEDE_END_BLOCK);
    sample_word(&s, "---", LEDE_WORD_MARK);
    out_init(&o, kept_sink(&k));
    text_words(&o, &s.document, false);
    (void)out_flush(&o);
    kept_expect(&k, "word\tword\n");
    sample_close(&s);
}

/* A file without a line leaves no trace, not even a blank line. */
static void test_nothing(void **state) {
    (void)state;
    kept k = {0};
    out o;
    sample s;
    sample_open(&s, "");
    out_init(&o, kept_sink(&k));
    text_summary(&o, &s.document, &s.summary, true, false);
    text_sentences(&o, &s.document, true, false);
    text_words(&o, &s.document, true);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "");
    sample_close(&s);
}

static void test_text_is_made_visible(void **state) {
    (void)state;
    kept k = {0};
    out o;
    sample s;
    sample_open(&s, "a\x1b[2J\tb");
    sample_block(&s, "a\x1b[2J\tb", LEDE_BLOCK_PROSE);
    sample_sentence(&s, "a\x1b[2J\tb", LEDE_END_BLOCK);
    sample_word(&s, "a\x1b", LEDE_WORD_WORD);
    out_init(&o, kept_sink(&k));
    text_sentences(&o, &s.document, false, false);
    text_words(&o, &s.document, false);
    (void)out_flush(&o);
    kept_expect(&k, "a\\x1b[2J b\nword\ta\\x1b\n");
    sample_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_summary), cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_words),   cmocka_unit_test(test_marks_alone),
        cmocka_unit_test(test_nothing), cmocka_unit_test(test_text_is_made_visible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
