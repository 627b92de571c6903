/* SPDX-License-Identifier: MIT */
/* What is verbatim, and what is said of the rest. */
#include "verbatim_support.h"

static const char *const pump[SOURCES] = {
    "The pump ran all night in the cellar of the old school. Nobody slept, and the floor "
    "stayed dry.\n\n"
    "\"We will buy a second pump,\" said Ada Voss, \"if the bank agrees. The bank is "
    "slow. "
    "It always was.\"\n\n"
    "Mr. Holt paid $1,200 for the hose, which is 12% more than in May. It was -5 °C in "
    "the yard, and the well-known bridge had ice on it. He called the frost a \"gift to "
    "plumbers.\"\n",
    "The school opened in 1931. Its cellar has been wet since then.\n\n"
    "Pupils carry the books up the stairs each spring before the river rises.\n",
};

static void show_notes(shown *to, unsigned notes) {
    static const char *const names[] = {"marks", "capitals", "goes-on",   "unquoted",
                                        "aside", "unclosed", "front-only"};
    for (size_t i = 0; i < COUNT(names); i++) {
        if ((notes & (1u << i)) != 0) {
            show(to, " %s", names[i]);
        }
    }
}

static void show_text(shown *to, const lede_document *d, lede_span span) {
    show(to, "%.*s", (int)(span.end - span.begin), d->page.text + span.begin);
}

static void show_step(shown *to, const lede_quotes *q, const lede_quote_step *s) {
    static const char *const opening[] = {" ", " [-", " {+"}, *const closing[] = {
                                                                  "", "-]", "+}"};
    show(to, "%s", opening[s->op]);
    if (s->op == LEDE_QUOTE_ADDED) {
        show_text(to, q->summary, s->summary);
    } else {
        show_text(to, q->sources[s->source], s->passage);
    }
    show(to, "%s", closing[s->op]);
}

/* "altered sentence 0:2 marks: The pump ran all [-night-] {+day+}" */
static void show_quote(shown *to, const lede_quotes *q, const lede_quote *quote) {
    show(to, "%s %s", lede_quote_state_name(quote->state),
         lede_quote_kind_name(quote->kind));
    if (quote->source != LEDE_NONE) {
        show(to, " %u:%u", quote->source, quote->first_sentence + 1);
    }
    if (quote->last_sentence > quote->first_sentence) {
        show(to, "-%u", quote->last_sentence + 1);
    }
    show_notes(to, quote->notes);
    show(to, quote->step_count > 0 ? ":" : "");
    for (uint32_t i = 0; i < quote->step_count; i++) {
        show_step(to, q, &q->steps.items[quote->first_step + i]);
    }
    show(to, "\n");
}

static void show_all(shown *to, const lede_quotes *q) {
    to->n = 0;
    to->text[0] = '\0';
    for (size_t i = 0; i < q->list.count; i++) {
        show_quote(to, q, &q->list.items[i]);
    }
}

static void expect_with(const char *summary, const lede_quotes_options *options,
                        const char *wanted) {
    checked c;
    shown s;
    check_open(&c, summary, pump, options);
    show_all(&s, c.q);
    assert_string_equal(s.text, wanted);
    check_close(&c);
}

static void expect(const char *summary, const char *wanted) {
    const lede_quotes_options sentences = {.what = LEDE_QUOTES_SENTENCES};
    expect_with(summary, &sentences, wanted);
}

static void expect_runs(const char *summary, const char *wanted) {
    const lede_quotes_options runs = {.what = LEDE_QUOTES_RUNS};
    expect_with(summary, &runs, wanted);
}

/* The same of another source. */
static void expect_of(const char *origin, const char *summary, const char *wanted) {
    const lede_quotes_options sentences = {.what = LEDE_QUOTES_SENTENCES};
    const char *const sources[SOURCES] = {origin, "Nothing."};
    checked c;
    shown s;
    check_open(&c, summary, sources, &sentences);
    show_all(&s, c.q);
    assert_string_equal(s.text, wanted);
    check_close(&c);
}

/* ---- Sentences ------------------------------------------------------------------------
 */

static void test_verbatim(void **state) {
    expect("Its cellar has been wet since then.", "verbatim sentence 1:2\n");
    expect("The pump ran\n all night in  the cellar of the old school.",
           "verbatim sentence 0:1\n");
    expect("“We will buy a second pump,” said Ada Voss, “if the bank agrees.",
           "verbatim sentence 0:3\n");
}

/* What a typesetter may change is no difference; what he should not is told. */
static void test_notes(void **state) {
    expect("its cellar has been wet since then.", "verbatim sentence 1:2\n");
    expect("Its Cellar has been WET since then.", "verbatim sentence 1:2 capitals\n");
    expect("Nobody slept and the floor stayed dry.", "verbatim sentence 0:2 marks\n");
    expect("It was \xE2\x88\x92"
           "5 °C in the yard, and the well known bridge had ice on it.",
           "verbatim sentence 0:7 marks\n");
}

static void test_numbers(void **state) {
    expect(
        "Mr. Holt paid $1,300 for the hose, which is 12% more than in May.",
        "altered sentence 0:6: Mr. Holt paid $ [-1,200-] {+1,300+} for the hose, which "
        "is 12% more than in May\n");
    expect("Mr. Holt paid 1,200 for the hose, which is 12 % more than in May.",
           "shortened sentence 0:6: Mr. Holt paid [-$-] 1,200 for the hose, which is 12% "
           "more than in May\n");
    expect("It was 5 °C in the yard, and the well-known bridge had ice on it.",
           "shortened sentence 0:7: It was [---] 5 °C in the yard, and the well-known "
           "bridge had ice on it\n");
}

static void test_altered(void **state) {
    expect("Nobody slept, and the roof stayed dry.",
           "altered sentence 0:2: Nobody slept, and the [-floor-] {+roof+} stayed dry\n");
    expect("The school did not open in 1931.",
           "altered sentence 1:1: The school [-opened-] {+did not open+} in 1931\n");
    expect("Almost nobody slept, and the floor stayed dry today.",
           "altered sentence 0:2: {+Almost+} Nobody slept, and the floor stayed dry "
           "{+today+}\n");
}

static void test_shortened(void **state) {
    expect("Nobody slept.",
           "shortened sentence 0:2: Nobody slept [-and the floor stayed dry-]\n");
    expect("The floor stayed dry.",
           "shortened sentence 0:2: [-Nobody slept, and-] the floor stayed dry\n");
    expect("The pump ran in the cellar of the old school.",
           "shortened sentence 0:1: The pump ran [-all night-] in the cellar of the old "
           "school\n");
}

/* A terminator that a small letter follows ends none. */
static void test_stops_within(void **state) {
    expect_of("\"Did he know?\" nobody asked the mayor.\n", "Nobody asked the mayor.",
              "shortened sentence 0:1: [-Did he know-] nobody asked the mayor\n");
    expect_of(
        "The U.S. firm of Hay & Sons Inc. declined to pay.\n", "Declined to pay.",
        "shortened sentence 0:1: [-The U.S. firm of Hay & Sons Inc-] declined to pay\n");
    expect_of("He asked Hay & Sons Inc. Ada paid.\n", "Ada paid.",
              "verbatim sentence 0:1\n");
}

/* Whether it is asked is told. */
static void test_questions(void **state) {
    expect_of("He knew? Ada said so.\n", "He knew.", "verbatim sentence 0:1 marks\n");
    expect_of("He knew? Ada said so.\n", "He knew?", "verbatim sentence 0:1\n");
    expect_of("He knew? Ada said so.\n", "Ada said so?", "verbatim sentence 0:2 marks\n");
    expect_runs("She said \"It always was?\"", "verbatim quote 0:5 marks\n");
    expect_runs("Did she say \"it always was\"?", "verbatim quote 0:5\n");
}

/* It stands for a word. */
static void test_ampersand(void **state) {
    expect_of("He owns Hay & Sons.\n", "He owns Hay & Sons.", "verbatim sentence 0:1\n");
    expect_of("He owns Hay & Sons.\n", "He owns Hay Sons.",
              "shortened sentence 0:1: He owns Hay [-&-] Sons\n");
}

/* Lines without a full stop: where there are no others, they are no headings. */
static void test_only_headings(void **state) {
    expect("The school did not open in 1931\n\nThe school opened in 1931\n",
           "altered sentence 1:1: The school [-opened-] {+did not open+} in 1931\n"
           "verbatim sentence 1:1\n");
    expect("The school did not open\n\nThe school opened in 1931.\n",
           "unchecked sentence\nverbatim sentence 1:1\n");
}

/* Sharp s folds to two, but words differ in it. */
static void test_sharp_s(void **state) {
    expect_of("Man trinkt in Maßen.\n", "Man trinkt in Maßen.",
              "verbatim sentence 0:1\n");
    expect_of("Man trinkt in Maßen.\n", "Man trinkt in Massen.",
              "altered sentence 0:1: Man trinkt in [-Maßen-] {+Massen+}\n");
    expect_of(
        "Die Massen, die Fluß-Masse hat.\n", "Die Massen, die Fluss-Maße hat.",
        "altered sentence 0:1: Die Massen, die [-Fluß-Masse-] {+Fluss-Maße+} hat\n");
    expect_of("Die Flußmasse steigt.\n", "Die Flussmaße steigt.",
              "altered sentence 0:1: Die [-Flußmasse-] {+Flussmaße+} steigt\n");
}

static void test_merged(void **state) {
    expect("The bank is slow, it always was.",
           "merged sentence 0:4-5: The bank is slow. It always was\n");
    expect("The pump ran all night in the cellar before the river rises.",
           "merged sentence 0:1: The pump ran all night in the cellar before the river "
           "rises\n");
    expect("The bank is slow. It always was.",
           "verbatim sentence 0:4\nverbatim sentence 0:5\n");
}

static void test_missing(void **state) {
    expect("Zebras waltz on Tuesdays.", "missing sentence\n");
    expect("The mayor of the town is glad.", "missing sentence\n");
    expect("", "");
}

/* ---- Quotations
 * ------------------------------------------------------------------------ */

static void test_runs(void **state) {
    expect_runs("She hopes that „we will buy a second pump“ soon.",
                "verbatim quote 0:3\n");
    expect_runs("She said \"the bank is slow. It always was.\"",
                "verbatim quote 0:4-5\n");
    expect_runs("It was a 'gift to plumbers', he said.", "verbatim quote 0:8\n");
    expect_runs("She wants “a third pump”.",
                "altered quote 0:3: a [-second-] {+third+} pump\n");
    expect_runs("It was “hopeless”.", "missing quote\n");
    expect_runs("Nothing is quoted.", "");
}

/* A full stop within the marks claims that the sentence ends there, unless only a part
 * of it is quoted or the source closes its own marks. */
static void test_stops_of_runs(void **state) {
    expect_runs("He said: \"Nobody slept.\"",
                "shortened quote 0:2: Nobody slept [-and the floor stayed dry-]\n");
    expect_runs("He said: \"Nobody slept\", then left.",
                "verbatim quote 0:2 goes-on unquoted\n");
    expect_runs("She said: \"We will buy a second pump.\"", "verbatim quote 0:3\n");
    expect_runs("He spoke of \"ice on it.\"", "verbatim quote 0:7 unquoted\n");
    expect_runs("He spoke of \"the old.\"", "verbatim quote 0:1 unquoted\n");
}

static void test_unclosed(void **state) {
    expect_runs("She said “the bank is slow.\n\nAnd more.",
                "verbatim quote 0:4 unclosed\n");
    expect_runs("She said “the bank was slow.\n\nAnd more.",
                "altered quote 0:4 unclosed: The bank [-is-] {+was+} slow\n");
}

/* ---- What an editor sets there
 * --------------------------------------------------------- */

static void test_elided(void **state) {
    expect("The pump … in the cellar of the old school.",
           "elided sentence 0:1: The pump [-ran all night-] in the cellar of the old "
           "school\n");
    expect("Nobody slept […].",
           "elided sentence 0:2: Nobody slept [-and the floor stayed dry-]\n");
    expect_runs("\"we will buy ... pump,\" he said",
                "elided quote 0:3: We will buy [-a second-] pump\n");
    expect("The pump … of the old cellar.",
           "altered sentence 0:1: The pump [-ran all night in the cellar-] of the old "
           "[-school-] {+cellar+}\n");
    expect("The old school … ran all night.", /* the other way round */
           "altered sentence 0:1: The [-pump-] {+old school+} ran all night\n");
}

static void test_edited(void **state) {
    expect_runs("“if [our lender] agrees”",
                "edited quote 0:3: if [-the bank-] {+our lender+} agrees\n");
    expect_runs("“[w]e will buy a [new] second pump”",
                "edited quote 0:3: We will buy a {+new+} second pump\n");
    expect_runs("“[w]e will buy a second pump”", "verbatim quote 0:3\n");
    expect_runs("“if [our lender] pays”", "missing quote\n");
}

static void test_exact(void **state) {
    const lede_quotes_options exact = {.what = LEDE_QUOTES_RUNS, .exact = 1};
    checked c;
    check_open(&c, "“We will ... pump,” “if [it] agrees.” “The bank is slow.”", pump,
               &exact);
    lede_quotes_facts facts = lede_quotes_measure(c.q);
    assert_int_equal(facts.failed, 2);
    assert_int_equal(facts.states[LEDE_QUOTE_ELIDED], 1);
    assert_int_equal(facts.states[LEDE_QUOTE_EDITED], 1);
    assert_true(lede_quotes_fails(c.q, &c.q->list.items[0]) != 0);
    assert_true(lede_quotes_fails(c.q, &c.q->list.items[2]) == 0);
    check_close(&c);
}

/* ---- What is looked for --------------------------------------------------------------
 */

static void test_what(void **state) {
    const char *text = "“If the Bank agrees”\n\n"
                       "The school opened in 1931. In 1931 “the bank is slow.”\n";
    const lede_quotes_options headings = {.what = LEDE_QUOTES_SENTENCES, .headings = 1};
    const lede_quotes_options longer = {.what = LEDE_QUOTES_RUNS, .min_words = 5};
    expect_with(text, NULL,
                "unchecked sentence\n"
                "verbatim quote 0:3 capitals\n"
                "verbatim sentence 1:1\n"
                "altered sentence 0:4: {+In 1931+} The bank is slow\n"
                "verbatim quote 0:4\n");
    expect_with(
        text, &headings,
        "shortened sentence 0:3: [-We will buy a second pump,\" said Ada Voss-] if the "
        "bank agrees\n"
        "verbatim sentence 1:1\n"
        "altered sentence 0:4: {+In 1931+} The bank is slow\n");
    expect_with(text, &longer, "unchecked quote\nunchecked quote\n");
}

/* Lines as they were set may be all of a text, or headings. */
static void expect_lines(const char *summary, const char *wanted) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o, of;
    shown s;
    lede_quotes *q = NULL;
    read.language = "en";
    read.newlines = LEDE_NEWLINES_HARD;
    opened_bytes(&o, summary, strlen(summary), &read);
    opened_text(&of, pump[0], NULL);
    const lede_document *const sources[] = {&of.d};
    assert_int_equal(lede_quotes_create(&o.d, sources, 1, NULL, &q, NULL), LEDE_OK);
    show_all(&s, q);
    assert_string_equal(s.text, wanted);
    lede_quotes_free(q);
    opened_close(&of);
    opened_close(&o);
}

static void test_lines(void **state) {
    expect_lines("Nobody slept, and\nthe floor stayed dry.\n", "verbatim sentence 0:2\n");
    expect_lines("Nobody slept\nNobody slept, and the floor stayed dry.\n",
                 "unchecked sentence\nverbatim sentence 0:2\n");
    expect_lines("Nobody slept, and\nthe roof stayed dry.\n",
                 "altered sentence 0:2: Nobody slept, and the [-floor-] {+roof+} stayed "
                 "dry\n");
    expect_lines("He said “we will buy\na second pump” then.\n",
                 "altered sentence 0:3: {+He said+} We will buy a second pump [-said-] "
                 "{+then+}\nverbatim quote 0:3\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verbatim),  cmocka_unit_test(test_notes),
        cmocka_unit_test(test_numbers),   cmocka_unit_test(test_altered),
        cmocka_unit_test(test_shortened), cmocka_unit_test(test_stops_within),
        cmocka_unit_test(test_sharp_s),   cmocka_unit_test(test_only_headings),
        cmocka_unit_test(test_ampersand), cmocka_unit_test(test_questions),
        cmocka_unit_test(test_merged),    cmocka_unit_test(test_missing),
        cmocka_unit_test(test_runs),      cmocka_unit_test(test_stops_of_runs),
        cmocka_unit_test(test_unclosed),  cmocka_unit_test(test_elided),
        cmocka_unit_test(test_edited),    cmocka_unit_test(test_exact),
        cmocka_unit_test(test_what),      cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
