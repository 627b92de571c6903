/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/text_support.h"

#define BODY "The ferry left at dawn. Nobody waved to it from the pier."

/* The label between two paragraphs; it must be set aside, or not. */
static void check_rule(const char *label, const char *language, lede_rule rule) {
    bool aside = rule != LEDE_RULE_NONE;
    char text[1024];
    opened o;
    size_t n = strlen(BODY);
    memcpy(text, BODY "\n\n", n + 2);
    memcpy(text + n + 2, label, strlen(label));
    memcpy(text + n + 2 + strlen(label), "\n\n" BODY, n + 3);
    opened_text(&o, text, language);
    if (o.d.ledger.count != (aside ? 1 : 0)) {
        fail_msg("\"%s\": %zu set aside", label, o.d.ledger.count);
    }
    if (aside) {
        assert_int_equal(o.d.ledger.items[0].rule, rule);
        assert_int_equal(o.d.ledger.items[0].span.begin, n + 2);
        assert_int_equal(o.d.ledger.items[0].span.end, n + 2 + strlen(label));
    }
    for (size_t i = 0; i < o.d.sentences.count; i++) {
        bool outer = i < 2 || i + 2 >= o.d.sentences.count;
        lede_role role = (lede_role)o.d.sentences.items[i].role;
        assert_true(outer ? role == LEDE_ROLE_BODY
                          : (role == LEDE_ROLE_SET_ASIDE) == aside);
    }
    opened_close(&o);
}

static void check(const char *label, const char *language, bool aside) {
    check_rule(label, language, aside ? LEDE_RULE_AD_LABEL : LEDE_RULE_NONE);
}

static void ad_labels(void **state) {
    static const char *const labels[] = {
        "Advertisement",
        "Advertisment",
        "Advertizement",
        "adverisement",
        "ADVERTISEMENT",
        "aDVERTISMENT",
        "[Advertisement]",
        "(advertisement)",
        "- Advertisement -",
        "\xE2\x80\x94 Advertisement \xE2\x80\x94",
        "*** AD ***",
        "Ad",
        "Ad.",
        "Advertisement:",
        "Sponsored content",
        "Sponsored   Content",
        "Advertisement - continue reading below",
        "Advertisement \xC2\xB7 Continue Reading Below",
        "ADVERTISEMENT. SCROLL TO CONTINUE READING.",
        "Story continues below advertisement",
        "This advertisement has not loaded yet, but your article continues below.",
        "\342\200\234Advertisement\xE2\x80\x9D",
    };
    for (size_t i = 0; i < COUNT(labels); i++) {
        check(labels[i], "en", true);
    }
}

static void no_labels(void **state) {
    static const char *const texts[] = {
        "The advertisement was torn down.",
        "Advertisement is a long word.",
        "Advertisement rates",
        "Advertisement advertisement",
        "An ad",
        "Advertisers",
        "Sponsored by the town",
        "***",
        "Ads were hung on every wall of the town. Advertisement was free.",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        check(texts[i], "en", false);
    }
    /* A label belongs to its language. */
    check("Advertisement", "zz", false);
}

static void teasers(void **state) {
    static const char *const lines[] = {
        "Read more",
        "READ MORE",
        "Scroll down for video",
        "> Read more <",
        "Read more: The pier that nobody wanted",
        "Share this article",
        "Related articles",
        "SEE ALSO: How boats float",
    };
    for (size_t i = 0; i < COUNT(lines); i++) {
        check_rule(lines[i], "en", LEDE_RULE_TEASER);
    }
    static const char *const prose[] = {
        "Read more books, said the teacher.",
        "Watch the ferry leave the pier",
        "More from the pier: nobody waved.",
        "Share the rope with the men: it is long.",
        "Watch: the river will rise by two metres before Friday night.",
        "Share: 20 percent of the profit goes to staff.",
        "Watch!",
    };
    for (size_t i = 0; i < COUNT(prose); i++) {
        check_rule(prose[i], "en", LEDE_RULE_NONE);
    }
}

/* Headings of at most four words that stood before, but not the title. */
static void repeated_lines(void **state) {
    opened o;
    opened_text(&o,
                "The Ferry\n\nShare it\n\n" BODY "\n\nThe Ferry\n\nShare it\n\n" BODY
                "\n\nA line of five words\n\n" BODY
                "\n\nA line of five words\n\nShare it",
                NULL);
    assert_int_equal(o.d.ledger.count, 2);
    for (size_t i = 0; i < o.d.ledger.count; i++) {
        lede_span span = o.d.ledger.items[i].span;
        assert_int_equal(o.d.ledger.items[i].rule, LEDE_RULE_REPEATED);
        assert_int_equal(span.end - span.begin, 8);
    }
    assert_int_equal(o.d.sentences.items[0].role, LEDE_ROLE_HEADING);
    assert_int_equal(o.d.sentences.items[1].role, LEDE_ROLE_HEADING);
    opened_close(&o);
}

/* Names, verses and parts of a play recur where there is little prose. */
static void little_prose(void **state) {
    opened o;
    opened_text(&o, "Winners\n\nAnna\n\nBob\n\nAnna\n\nBob\n\nCarl came too.", NULL);
    assert_int_equal(o.d.ledger.count, 0);
    opened_close(&o);
}

static void opened_markdown(opened *o, const char *text) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    options.markup = LEDE_MARKUP_MARKDOWN;
    opened_bytes(o, text, strlen(text), &options);
}

/* Headings that are marked may recur, and are no verses, however many they are. */
static void repeated_beside_marks(void **state) {
    opened o;
    opened_markdown(&o, "# Boats\n\n## Use\n\n## Use\n\n## Use\n\n## Use\n\n" BODY
                        "\n\nShare it\n\n> ## Use\n\nShare it\n");
    assert_int_equal(o.d.ledger.count, 1);
    assert_int_equal(o.d.ledger.items[0].rule, LEDE_RULE_REPEATED);
    assert_int_equal(o.d.ledger.items[0].span.end, o.d.page.size);
    opened_close(&o);
}

/* "He said yes." twice is prose, and a heading once is a heading. */
static void not_repeated(void **state) {
    opened o;
    opened_text(&o, "A\n\nYes.\n\nShare it\n\nYes.\n\nShare that", NULL);
    assert_int_equal(o.d.ledger.count, 0);
    opened_close(&o);
}

/* Longer than any label could be. */
static void long_block(void **state) {
    char label[400];
    memset(label, ' ', sizeof label);
    memcpy(label, "Advertisement -", 15);
    memcpy(label + 360, "continue reading below", 23);
    check(label, "en", false);
}

static void headings(void **state) {
    opened o;
    opened_text(&o, "A Map\n\n" BODY "\n\n- rope and nails", NULL);
    assert_int_equal(o.d.sentences.count, 4);
    assert_int_equal(o.d.sentences.items[0].role, LEDE_ROLE_HEADING);
    assert_int_equal(o.d.sentences.items[1].role, LEDE_ROLE_BODY);
    assert_int_equal(o.d.sentences.items[3].role, LEDE_ROLE_BODY); /* list items too */
    assert_int_equal(o.d.ledger.count, 0);
    opened_close(&o);
}

/* Shapes and labels in one ledger, in the order of the text. */
static void ledger_order(void **state) {
    static const char text[] = "Ad\n\ndate 2024-03-23 " BODY
                               "\n\nAdvertisment\n\nA Map\n\n" BODY "\n\n[Sponsored]";
    static const struct {
        const char *text;
        lede_rule rule;
    } wanted[] = {
        {"Ad", LEDE_RULE_AD_LABEL},
        {"date 2024-03-23", LEDE_RULE_DATE_STAMP},
        {"Advertisment", LEDE_RULE_AD_LABEL},
        {"[Sponsored]", LEDE_RULE_AD_LABEL},
    };
    opened o;
    opened_text(&o, text, NULL);
    assert_int_equal(o.d.ledger.count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        lede_ledger_entry e = o.d.ledger.items[i];
        assert_int_equal(e.rule, wanted[i].rule);
        assert_int_equal(e.span.end - e.span.begin, strlen(wanted[i].text));
        assert_memory_equal(o.d.page.text + e.span.begin, wanted[i].text,
                            strlen(wanted[i].text));
        assert_true(i == 0 || o.d.ledger.items[i - 1].span.end <= e.span.begin);
    }
    assert_int_equal(o.d.facts.headings, 1);
    assert_int_equal(o.d.facts.body_sentences, 4);
    opened_close(&o);
}

#define PAGE                                                                             \
    "2024-03-23\nThe ferry left at dawn.\n\nAdvertisement\n\nIt came back at night."

/* What is found but kept: how many entries the ledger has, how many words are
 * in the body and how many set aside. */
static void check_hygiene(lede_hygiene hygiene, uint32_t keep, size_t entries,
                          uint64_t words, uint64_t aside) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    options.hygiene = hygiene;
    options.keep_rules = keep;
    opened_bytes(&o, PAGE, strlen(PAGE), &options);
    assert_int_equal(o.d.ledger.count, entries);
    assert_int_equal(o.d.facts.words, words);
    assert_int_equal(o.d.facts.set_aside_words, aside);
    /* A word counts as a term of the body exactly when its sentence is body. */
    uint32_t label = term_of(&o.d, "advertisement")->body_count;
    bool stripped =
        hygiene == LEDE_HYGIENE_STRIP && (keep & LEDE_RULE_BIT(LEDE_RULE_AD_LABEL)) == 0;
    assert_int_equal(stripped ? label : 0, 0);
    opened_close(&o);
}

static void hygiene(void **state) {
    uint32_t stamp = LEDE_RULE_BIT(LEDE_RULE_DATE_STAMP);
    uint32_t ad = LEDE_RULE_BIT(LEDE_RULE_AD_LABEL);
    check_hygiene(LEDE_HYGIENE_STRIP, 0, 2, 10, 2);
    check_hygiene(LEDE_HYGIENE_STRIP, ad, 1, 11, 1);
    check_hygiene(LEDE_HYGIENE_STRIP, stamp, 1, 11, 1);
    check_hygiene(LEDE_HYGIENE_STRIP, ad | stamp, 0, 12, 0);
    check_hygiene(LEDE_HYGIENE_MARK, 0, 2, 12, 0);
    check_hygiene(LEDE_HYGIENE_MARK, stamp, 1, 12, 0);
    check_hygiene(LEDE_HYGIENE_OFF, 0, 0, 12, 0);
}

/* A stamp in front of a sentence and a label inside a wrapped paragraph are cut
 * out by their rules only; without them the text runs on. */
static void kept_text_runs_on(void **state) {
    static const char text[] = "date 2024-03-23 The ferry left.";
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    opened_bytes(&o, text, strlen(text), &options);
    assert_int_equal(o.d.sentences.count, 2);
    opened_close(&o);
    options.hygiene = LEDE_HYGIENE_OFF;
    opened_bytes(&o, text, strlen(text), &options);
    assert_int_equal(o.d.sentences.count, 1);
    opened_close(&o);
    static const char wrapped[] = "The mayor said that she was\nAdvertisement\nsorry.";
    options.newlines = LEDE_NEWLINES_SOFT;
    opened_bytes(&o, wrapped, strlen(wrapped), &options);
    assert_int_equal(o.d.sentences.count, 1);
    options.hygiene = LEDE_HYGIENE_MARK;
    opened_close(&o);
    opened_bytes(&o, wrapped, strlen(wrapped), &options);
    assert_int_equal(o.d.sentences.count, 3);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ad_labels),
        cmocka_unit_test(no_labels),
        cmocka_unit_test(teasers),
        cmocka_unit_test(repeated_lines),
        cmocka_unit_test(not_repeated),
        cmocka_unit_test(little_prose),
        cmocka_unit_test(repeated_beside_marks),
        cmocka_unit_test(long_block),
        cmocka_unit_test(headings),
        cmocka_unit_test(ledger_order),
        cmocka_unit_test(hygiene),
        cmocka_unit_test(kept_text_runs_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
