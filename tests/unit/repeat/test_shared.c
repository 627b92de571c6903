/* SPDX-License-Identifier: MIT */
/* What is a passage, by hand. */
#include "unit/repeat/shared_support.h"

/* ---- What is shared --------------------------------------------------------- */

static void nothing(void **state) {
    static const char *const texts[] = {"", "The boat came in at noon with nine men.",
                                        "\n",
                                        "Nobody on the quay had seen the lamp go out."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 0);
    lede_shared_facts facts = lede_shared_measure(s);
    assert_int_equal(facts.files, 4);
    assert_int_equal(facts.first_compared, LEDE_NONE);
    assert_int_equal(facts.passages, 0);
    assert_int_equal(facts.capped, 0);
    assert_true(facts.bytes > 0);
    lede_shared_free(s);
}

static void one_sentence(void **state) {
    static const char *const texts[] = {
        "Two whales swam by. \"The boat came in at noon,\" said Ruth! Then it rained.",
        "It was late.  The boat came in at\nnoon, said RUTH. Everyone went home again."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    assert_int_equal(l.passages[0].words, 8);
    assert_int_equal(l.passages[0].files, 2);
    assert_int_equal(l.passages[0].sentence, 1);
    assert_int_equal(l.passages[0].cut, 0);
    expect_text(&l, 0, "The boat came in at\nnoon, said RUTH.");
    expect_files(&l, 0, "01");
    expect_place(&l.places[0], texts[0], "\"The boat came in at noon,\" said Ruth!");
    expect_place(&l.places[1], texts[1], "The boat came in at\nnoon, said RUTH.");
    assert_int_equal(l.places[1].begin.line, 1);
    assert_int_equal(l.places[1].begin.column, 15);
    assert_int_equal(l.places[1].end.line, 2);
    lede_shared_free(s);
}

static void equal_files(void **state) {
    static const char text[] =
        "# Note\n\nThe boat came in at noon with nine men. Ruth saw "
        "it.\n\nNobody on the quay had seen the lamp go out.";
    const char *const texts[] = {text, text, text};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 2);
    expect_text(&l, 0, "The boat came in at noon with nine men. Ruth saw it.");
    expect_text(&l, 1, "Nobody on the quay had seen the lamp go out.");
    for (size_t i = 0; i < 2; i++) {
        expect_files(&l, i, "012");
        assert_int_equal(l.passages[i].sentence, 1);
    }
    lede_shared_free(s);
}

/* Two runs, for which the changed word is the limit. */
static void a_changed_word(void **state) {
    static const char *const texts[] = {
        "Before they left the men of the harbour watched the old ferry come in slowly "
        "past the lamp on the northern quay.",
        "Before they left the men of the harbour watched the new ferry come in slowly "
        "past the lamp on the northern quay."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 2);
    expect_text(&l, 0, "ferry come in slowly past the lamp on the northern quay.");
    expect_text(&l, 1, "Before they left the men of the harbour watched the");
    assert_int_equal(l.passages[0].words, 11);
    assert_int_equal(l.passages[1].words, 10);
    assert_int_equal(l.passages[0].sentence, 0);
    lede_shared_free(s);
}

static void too_short(void **state) {
    static const char *const texts[] = {
        "At noon the old boat came in with nine men. It rained all day.",
        "Later the old boat came in with nine whales. It rained all day."};
    lede_shared *s = share(texts, COUNT(texts), 0); /* 7 words; a sentence of 4 */
    assert_int_equal(list_shared(s).count, 0);
    lede_shared_free(s);
    s = share(texts, COUNT(texts), 7);
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    expect_text(&l, 0, "the old boat came in with nine");
    lede_shared_free(s);
}

/* A sentence of six words is short of a run, but a sentence. In another file it is part
 * of one, which is no passage. */
static void short_sentences(void **state) {
    static const char *const texts[] = {
        "He left. The old boat came in again! It rained.", "The old boat came in again.",
        "She saw: the old boat came in again.", "They left. The old boat came in today."};
    for (uint32_t least = 7; least < 30; least += 11) {
        lede_shared *s = share(texts, COUNT(texts), least);
        listed l = list_shared(s);
        assert_int_equal(l.count, 1);
        expect_text(&l, 0, "The old boat came in again.");
        expect_files(&l, 0, "01");
        assert_int_equal(l.passages[0].sentence, 1);
        lede_shared_free(s);
    }
}

/* What stands at its edges by chance, is left out. */
static void few_words_at_edges(void **state) {
    static const char *const texts[] = {
        "Then he left. The old boat came in again with nine men. The whales came.",
        "So he left. The old boat came in again with nine men. The whales swam.",
        "The old boat came in again with nine men. It rained."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    expect_text(&l, 0, "The old boat came in again with nine men.");
    expect_files(&l, 0, "012");
    lede_shared_free(s);
}

/* But not as many as would make a sentence, or where too little would remain. */
static void many_words_at_edges(void **state) {
    static const char *const texts[] = {
        "The old boat came in again with nine men. The whales of the bay were counted.",
        "The old boat came in again with nine men. The whales of the bay were gone.",
        "Ruth saw the lamp go out. Nobody else on the quay did.",
        "Oona saw the lamp go out. Nobody else on the quay had."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 2);
    expect_text(&l, 0,
                "The old boat came in again with nine men. "
                "The whales of the bay were");
    expect_text(&l, 1, "saw the lamp go out. Nobody else on the quay");
    lede_shared_free(s);
}

/* ---- Grouping --------------------------------------------------------------- */

static void three_files(void **state) {
    static const char *const texts[] = {
        "Yes. The old boat came in again with nine men. A lamp burned there.",
        "Nothing of note was ever seen there.",
        "No. The old boat came in again with nine men. The lamp burned.",
        "Now. The old boat came in again with nine men. Rain fell."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    expect_files(&l, 0, "023");
    for (size_t k = 0; k < 3; k++) {
        expect_place(&l.places[k], texts[l.places[k].file],
                     "The old boat came in again with nine men.");
    }
    lede_shared_free(s);
}

/* A part of a passage, and a longer one: passages of their own. */
static void parts_and_longer_ones(void **state) {
    static const char *const texts[] = {
        "One two three four five six seven eight nine ten red.",
        "one two three four five six seven eight nine ten blue.",
        "Green three four five six seven eight nine ten green.",
        "black two three four five six seven eight nine ten blue."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 4);
    expect_text(&l, 0, "three four five six seven eight nine ten");
    expect_files(&l, 0, "0123");
    expect_text(&l, 1, "one two three four five six seven eight nine ten");
    expect_files(&l, 1, "01");
    expect_text(&l, 2, "two three four five six seven eight nine ten blue.");
    expect_files(&l, 2, "13");
    expect_text(&l, 3, "two three four five six seven eight nine ten");
    expect_files(&l, 3, "03");
    lede_shared_free(s);
}

static void overlapping_runs(void **state) {
    static const char *const texts[] = {
        "one two three four five six seven eight nine ten red.",
        "blue six seven eight nine ten eleven twelve thirteen again.",
        "one two three four five six seven eight nine ten eleven twelve thirteen again."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 2);
    expect_text(&l, 0, "one two three four five six seven eight nine ten");
    expect_files(&l, 0, "02");
    expect_text(&l, 1, "six seven eight nine ten eleven twelve thirteen again.");
    expect_files(&l, 1, "12");
    lede_shared_free(s);
}

/* One place a file, however often it is there. */
static void repeats_within_a_file(void **state) {
    static const char *const texts[] = {
        "The old boat came in again with nine men.\n\nYes.\n\n"
        "The old boat came in again with nine men.",
        "Well. The old boat came in again with nine men. It did. "
        "The old boat came in again with nine men. Again.",
        "Only here does something stand twice, it seems. Only here does something stand "
        "twice, it seems."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    listed l = list_shared(s);
    assert_int_equal(l.count, 1);
    expect_files(&l, 0, "01");
    assert_int_equal(l.places[0].begin.offset, 0);
    assert_int_equal(l.places[1].begin.offset, 6);
    lede_shared_free(s);
}

/* ---- Limits of runs --------------------------------------------------------- */

static void blocks(void **state) {
    static const char *const texts[] = {
        "The old boat came in.\n\nAgain it brought nine men.",
        "The old boat came in. Again it brought nine men.",
        "The old boat came in.\n\nAgain it brought nine men."};
    lede_shared *s = share(texts, COUNT(texts), 0);
    assert_int_equal(list_shared(s).count, 0);
    lede_shared_free(s);
}

static void headings_and_what_is_set_aside(void **state) {
    static const char *const texts[] = {
        "The Old Boat of the Northern Harbour Comes In\n\nIt rained.\n\n"
        "Read more: The old boat of the northern harbour comes in",
        "The Old Boat of the Northern Harbour Comes In\n\nThe sun shone.\n\n"
        "Read more: The old boat of the northern harbour comes in"};
    lede_document *d = open_text(texts[0]);
    size_t count = 0;
    const lede_sentence *sentences = lede_document_sentences(d, &count);
    assert_int_equal(count, 3);
    assert_int_equal(sentences[0].role, LEDE_ROLE_HEADING);
    assert_int_equal(sentences[2].role, LEDE_ROLE_SET_ASIDE);
    lede_document_free(d);
    lede_shared *s = share(texts, COUNT(texts), 0);
    assert_int_equal(list_shared(s).count, 0);
    lede_shared_free(s);
}

/* Two characters are a word. */
static void scripts_without_spaces(void **state) {
    static const char common[] =
        "\xE6\x94\xBF\xE5\xBA\x9C\xE5\xAE\xA3\xE5\xB8\x83\xE6\x96\xB0\xE7\x9A\x84\xE8\xA8"
        "\x88\xE5\x8A\x83\xE5\xB0\x87\xE6\x96\xBC\xE6\x98\x8E\xE5\xB9\xB4\xE5\x9C\xA8\xE5"
        "\x85\xA8\xE5\x9C\x8B";
    text_buffer a = {0}, b = {0};
    text_put(&a, "\xE4\xBB\x8A");
    text_put(&b, "\xE6\x98\xA8");
    text_put(&a, common);
    text_put(&b, common);
    for (int more = 0; more < 2; more++) { /* 15 characters, and 16 */
        lede_shared *s = open_shared(NULL);
        text_put(&a, more > 0 ? "\xE5\xAF\xA6\xE3\x80\x82" : "\xE3\x80\x82");
        text_put(&b, more > 0 ? "\xE5\xAF\xA6\xE3\x80\x82" : "\xE3\x80\x82");
        add_bytes(s, a.bytes, a.n);
        add_bytes(s, b.bytes, b.n);
        assert_int_equal(list_shared(s).count, more);
        lede_shared_free(s);
        a.n -= 3; /* without the stop */
        b.n -= 3;
    }
    text_free(&a);
    text_free(&b);
}

/* ---- Texts ------------------------------------------------------------------ */

/* At byte 400, or where the letter begins that it is in. */
static void long_texts_are_cut(void **state) {
    for (uint32_t shift = 0; shift < 2; shift++) {
        text_buffer t = {0};
        text_put(&t, shift > 0 ? "x" : "");
        for (size_t i = 0; i < 100; i++) {
            text_put(&t, "\xC3\xA9t\xC3\xA9 ");
        }
        text_put(&t, "end.");
        lede_shared *s = open_shared(NULL);
        add_bytes(s, t.bytes, t.n);
        add_bytes(s, t.bytes, t.n);
        listed l = list_shared(s);
        assert_int_equal(l.count, 1);
        assert_int_equal(l.passages[0].words, 101);
        assert_int_equal(l.passages[0].cut, 1);
        assert_int_equal(l.passages[0].text.end, LEDE_SHARED_TEXT - 1 + shift);
        lede_shared_free(s);
        text_free(&t);
    }
}

/* ---- Caps ------------------------------------------------------------------- */

static void many_places(void **state) {
    lede_shared *s = open_shared(NULL);
    for (size_t i = 0; i < LEDE_SHARED_PLACES; i++) {
        add_text(s, "The old boat came in again with nine men.");
    }
    listed l = list_shared(s);
    assert_int_equal(l.passages[0].place_count, LEDE_SHARED_PLACES);
    assert_int_equal(lede_shared_measure(s).capped, 0);
    for (size_t i = 0; i < 50; i++) {
        add_text(s, "The old boat came in again with nine men.");
    }
    l = list_shared(s);
    assert_int_equal(l.count, 1);
    assert_int_equal(l.passages[0].files, LEDE_SHARED_PLACES + 50);
    assert_int_equal(l.passages[0].place_count, LEDE_SHARED_PLACES);
    assert_int_equal(l.places[LEDE_SHARED_PLACES - 1].file, LEDE_SHARED_PLACES - 1);
    assert_int_equal(lede_shared_measure(s).capped, LEDE_SHARED_CAPPED_PLACES);
    lede_shared_free(s);
}

/* From some file on they are only compared; nothing that was kept before is lost. */
static void full_memory(void **state) {
    enum { FILES = 60 };
    for (uint64_t most = 1; most < 400000; most = most * 3 + 7) {
        lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
        drying memory;
        drying_init(&memory, NEVER, false);
        o.max_bytes = most;
        o.allocator = &memory.allocator;
        lede_shared *s = open_shared(&o);
        for (size_t i = 0; i < FILES; i++) {
            text_buffer t = numbered_text(i, 5, 30);
            add_bytes(s, t.bytes, t.n);
            assert_true(memory.below.live_bytes <= most + sizeof *s);
            text_free(&t);
        }
        lede_shared_facts facts = lede_shared_measure(s);
        size_t kept = facts.first_compared == LEDE_NONE ? FILES : facts.first_compared;
        assert_int_equal(facts.files, FILES);
        assert_int_equal(facts.capped & LEDE_SHARED_CAPPED_MEMORY,
                         kept < FILES ? LEDE_SHARED_CAPPED_MEMORY : 0);
        assert_int_equal(s->store.files.count, kept);
        /* each paragraph is in five files that follow each other */
        size_t paragraphs = kept == FILES ? FILES + 2 : kept > 0 ? kept + 3 : 0;
        bool fits = (facts.capped & LEDE_SHARED_CAPPED_PASSAGES) == 0;
        assert_true(fits ? facts.passages == paragraphs : facts.passages < paragraphs);
        assert_true(facts.bytes <= most);
        (void)list_shared(s);
        lede_shared_free(s);
        drying_expect_balance(&memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing),
        cmocka_unit_test(one_sentence),
        cmocka_unit_test(equal_files),
        cmocka_unit_test(a_changed_word),
        cmocka_unit_test(too_short),
        cmocka_unit_test(short_sentences),
        cmocka_unit_test(few_words_at_edges),
        cmocka_unit_test(many_words_at_edges),
        cmocka_unit_test(three_files),
        cmocka_unit_test(parts_and_longer_ones),
        cmocka_unit_test(overlapping_runs),
        cmocka_unit_test(repeats_within_a_file),
        cmocka_unit_test(blocks),
        cmocka_unit_test(headings_and_what_is_set_aside),
        cmocka_unit_test(scripts_without_spaces),
        cmocka_unit_test(long_texts_are_cut),
        cmocka_unit_test(many_places),
        cmocka_unit_test(full_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
