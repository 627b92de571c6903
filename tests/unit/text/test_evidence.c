/* SPDX-License-Identifier: MIT */
/* Each value of each variable of lang/evidence.def, in a text that has it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/evidence.h"
#include "unit/text/place.h"

/* A text with a bar before the place's stop, and a value that is seen there. */
typedef struct seen {
    const char *text;
    int value; /* EVIDENCE_..., of any variable */
} seen;

static bool reached[EVIDENCE_VALUES];

static size_t variable_of(int value) {
    size_t v = 0;
    while (value >= evidence_first[v + 1]) {
        v++;
    }
    return v;
}

static void check(const seen *c) {
    place p;
    place_open(&p, c->text, NULL);
    assert_non_null(p.b.after);
    evidence e = evidence_read(&p.b);
    place_close(&p);
    for (size_t v = 0; v < EVIDENCE_VARIABLES; v++) {
        assert_true(e.of[v] >= evidence_first[v] && e.of[v] < evidence_first[v + 1]);
    }
    size_t v = variable_of(c->value);
    if (e.of[v] != c->value) {
        fail_msg("\"%s\": %s is %s, expected %s", c->text, evidence_variable_names[v],
                 evidence_value_names[e.of[v]], evidence_value_names[c->value]);
    }
    reached[c->value] = true;
}

/* Every value of the variable must stand in the cases. */
static void check_cases(const seen *cases, size_t count, size_t variable) {
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(variable_of(cases[i].value), variable);
        check(&cases[i]);
    }
    for (size_t v = evidence_first[variable]; v < evidence_first[variable + 1]; v++) {
        if (!reached[v]) {
            fail_msg("no case reaches %s: %s", evidence_variable_names[variable],
                     evidence_value_names[v]);
        }
    }
}

#define CHECK_ALL(cases, variable) check_cases(cases, COUNT(cases), variable)

static void mark(void **state) {
    static const seen cases[] = {
        {"the order|. The", EVIDENCE_MARK_STOP},
        {"by U.S|. The", EVIDENCE_MARK_STOP},
        {"the order |.... The", EVIDENCE_MARK_ELLIPSIS},
        {"the order|... The", EVIDENCE_MARK_ELLIPSIS},
        {"the order|. . . The", EVIDENCE_MARK_ELLIPSIS},
        {"the order|. . . . The", EVIDENCE_MARK_STOP}, /* and an ellipsis behind it */
        {"the order|\xE2\x80\xA6 The", EVIDENCE_MARK_ELLIPSIS},
        {"the order|? The", EVIDENCE_MARK_QUESTION},
        {"the order|! The", EVIDENCE_MARK_EXCLAMATION},
        {"the order|?! The", EVIDENCE_MARK_MIXED},
        {"the order|!! The", EVIDENCE_MARK_MIXED},
        {"the order|! ! The", EVIDENCE_MARK_MIXED},
        {"the order|. ! The", EVIDENCE_MARK_MIXED},
        {"the order |:-) The", EVIDENCE_MARK_EMOJI},
        {"the order |\xF0\x9F\x98\x80 The", EVIDENCE_MARK_EMOJI},
        {"the order |**** The", EVIDENCE_MARK_RULE},
        {"the order |==== The", EVIDENCE_MARK_RULE},
        {"the order|\xD8\x9F The", EVIDENCE_MARK_OTHER}, /* Arabic question mark */
        {"the order|\xE0\xA5\xA4 The", EVIDENCE_MARK_OTHER},
    };
    CHECK_ALL(cases, EVIDENCE_MARK);
}

static void before(void **state) {
    static const seen cases[] = {
        {"the (order)|. The", EVIDENCE_BEFORE_NONE},
        {"|. The", EVIDENCE_BEFORE_NONE},
        {"day 1|. The", EVIDENCE_BEFORE_DIGIT},
        {"day 12|. The", EVIDENCE_BEFORE_DIGITS},
        {"day 123|. The", EVIDENCE_BEFORE_DIGITS},
        {"in 1987|. The", EVIDENCE_BEFORE_YEAR},
        {"of 19870|. The", EVIDENCE_BEFORE_NUMBER},
        {"of 3.14|. The", EVIDENCE_BEFORE_NUMBER},
        {"of 21st|. The", EVIDENCE_BEFORE_NUMBER},
        {"of $5|. The", EVIDENCE_BEFORE_NUMBER},
        {"plan B|. The", EVIDENCE_BEFORE_INITIAL},
        {"item b|. The", EVIDENCE_BEFORE_LETTER},
        {"the U.S|. The", EVIDENCE_BEFORE_ACRONYM_UPPER},
        {"at 5 p.m|. The", EVIDENCE_BEFORE_ACRONYM_LOWER},
        {"her Ph.D|. The", EVIDENCE_BEFORE_ACRONYM_MIXED},
        {"Louis XIV|. The", EVIDENCE_BEFORE_ROMAN},
        {"Louis XIVXIVX|. The", EVIDENCE_BEFORE_ALL_UPPER}, /* seven letters */
        {"the bdgt|. The", EVIDENCE_BEFORE_NO_VOWEL},
        {"the Bdgt|. The", EVIDENCE_BEFORE_NO_VOWEL},
        {"the rhythm|. The", EVIDENCE_BEFORE_LONG_LOWER}, /* y is a vowel */
        {"the end|. The", EVIDENCE_BEFORE_SHORT_LOWER},
        {"the ends|. The", EVIDENCE_BEFORE_LOWER},
        {"the order|. The", EVIDENCE_BEFORE_LOWER},
        {"the orders|. The", EVIDENCE_BEFORE_LONG_LOWER},
        {"saw Ann|. The", EVIDENCE_BEFORE_SHORT_UPPER},
        {"saw Annie|. The", EVIDENCE_BEFORE_UPPER},
        {"saw Annika|. The", EVIDENCE_BEFORE_LONG_UPPER},
        /* letters, not bytes */
        {"saw \xC3\x89t\xC3\xA9|. The", EVIDENCE_BEFORE_SHORT_UPPER},
        {"by NATO|. The", EVIDENCE_BEFORE_ALL_UPPER},
        {"the \xE6\xBC\xA2|. The", EVIDENCE_BEFORE_UNCASED},
        {"the \xD7\xA9\xD7\x9C|. The", EVIDENCE_BEFORE_UNCASED},
        {"at example.org|. The", EVIDENCE_BEFORE_NAME},
        {"at https://example.org/a|. The", EVIDENCE_BEFORE_NAME},
        {"to a@example.org|. The", EVIDENCE_BEFORE_NAME},
        {"by @ann|. The", EVIDENCE_BEFORE_TAG},
        {"the #sea|. The", EVIDENCE_BEFORE_TAG},
    };
    CHECK_ALL(cases, EVIDENCE_BEFORE);
}

static void class_of_word(void **state) {
    static const seen cases[] = {
        {"the order|. The", EVIDENCE_CLASS_NONE},
        {"they sat|. The", EVIDENCE_CLASS_NONE}, /* no Saturday */
        {"saw Mr|. Smith", EVIDENCE_CLASS_TITLE},
        {"in Main St|. The", EVIDENCE_CLASS_TITLE_MAY_END},
        {"see Fig|. The", EVIDENCE_CLASS_NUMBERED},
        {"on Sat|. The", EVIDENCE_CLASS_CALENDAR},
        {"at Tarn Inc|. The", EVIDENCE_CLASS_ORGANISATION},
        {"at 5 p.m|. The", EVIDENCE_CLASS_MAY_END},
        {"in Dist|. The", EVIDENCE_CLASS_ORGANISATION},
        {"cheese, e.g|. The", EVIDENCE_CLASS_CONNECTOR},
        {"Moreau et al|. The", EVIDENCE_CLASS_CONNECTOR_MAY_END},
    };
    CHECK_ALL(cases, EVIDENCE_CLASS);
}

static void after(void **state) {
    static const seen cases[] = {
        {"the order|. men", EVIDENCE_AFTER_LOWER},
        {"the order|. the", EVIDENCE_AFTER_LOWER_FUNCTION},
        {"the order|. Men", EVIDENCE_AFTER_UPPER},
        {"the order|. The", EVIDENCE_AFTER_STARTER},
        {"the order|. Me too", EVIDENCE_AFTER_UPPER_FUNCTION},
        {"the order|. Mr. Smith", EVIDENCE_AFTER_TITLE},
        {"the order|. Mr Smith", EVIDENCE_AFTER_UPPER}, /* no stop behind it */
        {"the order|. J. Smith", EVIDENCE_AFTER_INITIAL},
        {"the order|. A. Smith", EVIDENCE_AFTER_INITIAL},
        {"the order|. A man", EVIDENCE_AFTER_STARTER},
        {"the order|. X marks", EVIDENCE_AFTER_SINGLE},
        {"the order|. NATO left", EVIDENCE_AFTER_ALL_UPPER},
        {"the order|. U.S. men", EVIDENCE_AFTER_ACRONYM},
        {"the order|. \xE6\xBC\xA2", EVIDENCE_AFTER_UNCASED},
        {"the order|. 5 men", EVIDENCE_AFTER_NUMBER},
        {"the order|. notes.txt", EVIDENCE_AFTER_NAME},
        {"the order|. https://example.org/a", EVIDENCE_AFTER_NAME},
        {"the order|. a@example.org", EVIDENCE_AFTER_NAME},
        {"the order|. @ann", EVIDENCE_AFTER_TAG},
        {"the order|. #sea", EVIDENCE_AFTER_TAG},
        {"the order|. (see there)", EVIDENCE_AFTER_BRACKET},
        {"the order|. (5 men)", EVIDENCE_AFTER_BRACKET},
        {"the order|. (See there)", EVIDENCE_AFTER_BRACKET_UPPER},
        {"the order|. \"See", EVIDENCE_AFTER_QUOTE},
        {"the order|. \xE2\x80\x9CSee", EVIDENCE_AFTER_QUOTE},
        {"the order|. \xE2\x80\x99Twas", EVIDENCE_AFTER_QUOTE},
        {"the order|. \xC2\xBFSee", EVIDENCE_AFTER_INVERTED},
        {"the order|. \xC2\xA1See", EVIDENCE_AFTER_INVERTED},
        {"the order|. - But", EVIDENCE_AFTER_DASH},
        {"the order|. \xF0\x9F\x98\x80 but", EVIDENCE_AFTER_EMOJI},
        {"the order|. + but", EVIDENCE_AFTER_MARK},
        {"the order|. , but", EVIDENCE_AFTER_MARK},
    };
    CHECK_ALL(cases, EVIDENCE_AFTER);
}

static void earlier(void **state) {
    static const seen cases[] = {
        {"order|. The", EVIDENCE_EARLIER_NONE},
        {"of, order|. The", EVIDENCE_EARLIER_NONE},
        {"the order|. The", EVIDENCE_EARLIER_FUNCTION},
        {"big order|. The", EVIDENCE_EARLIER_LOWER},
        {"Big order|. The", EVIDENCE_EARLIER_UPPER},
        {"Mrs. E|. The", EVIDENCE_EARLIER_ABBREVIATION},
        {"Mrs E|. The", EVIDENCE_EARLIER_ABBREVIATION},
        {"\xE6\xBC\xA2 order|. The", EVIDENCE_EARLIER_UNCASED},
        {"5 p.m|. The", EVIDENCE_EARLIER_NUMBER},
    };
    CHECK_ALL(cases, EVIDENCE_EARLIER);
}

static void closed(void **state) {
    static const seen cases[] = {
        {"the order|. The", EVIDENCE_CLOSED_NO},
        {"the order|.\" The", EVIDENCE_CLOSED_QUOTE},
        {"the order|.\xE2\x80\x9D The", EVIDENCE_CLOSED_QUOTE},
        {"the order|.)\" The", EVIDENCE_CLOSED_QUOTE}, /* the last of them */
        {"the order|.) The", EVIDENCE_CLOSED_BRACKET},
        {"the order|.\") The", EVIDENCE_CLOSED_BRACKET},
        {"the order|.] The", EVIDENCE_CLOSED_BRACKET},
    };
    CHECK_ALL(cases, EVIDENCE_CLOSED);
}

static void inside(void **state) {
    static const seen cases[] = {
        {"the order|. The", EVIDENCE_INSIDE_NOTHING},
        {"\"the order|. The", EVIDENCE_INSIDE_QUOTE},
        {"\xE2\x80\x9Cthe order|. The", EVIDENCE_INSIDE_QUOTE},
        {"\"the\" order|. The", EVIDENCE_INSIDE_NOTHING},
        {"(the order|. The", EVIDENCE_INSIDE_BRACKET},
        {"(the) order|. The", EVIDENCE_INSIDE_NOTHING},
        {"(the (old) order|. The", EVIDENCE_INSIDE_BRACKET},
        {"the) order|. The", EVIDENCE_INSIDE_NOTHING},
        {"\"(the) order|. The", EVIDENCE_INSIDE_QUOTE},
        {"the men\xE2\x80\x99 order|. The", EVIDENCE_INSIDE_NOTHING},
    };
    CHECK_ALL(cases, EVIDENCE_INSIDE);
}

/* How the text has the word elsewhere. */
static void bare(void **state) {
    static const seen cases[] = {
        {"the order|. The", EVIDENCE_BARE_NEVER},
        {"the order|. The order", EVIDENCE_BARE_ONCE},
        {"the order|. The order, an order", EVIDENCE_BARE_OFTEN},
        {"the (order)|. The", EVIDENCE_BARE_OFTEN}, /* no word to look at */
        {"the abt|. The abt. five", EVIDENCE_BARE_REPEATED_LEADS},
        {"the abt|. five", EVIDENCE_BARE_NEVER_LEADS},
        {"the abt|. five abt", EVIDENCE_BARE_ONCE_LEADS},
        {"the abt|. five abt abt", EVIDENCE_BARE_OFTEN_LEADS},
        {"the order|. The order.", EVIDENCE_BARE_REPEATED},
        {"the p.m|. The p.m.", EVIDENCE_BARE_REPEATED},
        {"the order|! The order", EVIDENCE_BARE_OFTEN}, /* never with a stop */
    };
    CHECK_ALL(cases, EVIDENCE_BARE);
}

static void word_seen(void **state) {
    static const seen cases[] = {
        {"the order|. Men", EVIDENCE_SEEN_NO},
        {"the order|. Men saw Men", EVIDENCE_SEEN_NO},
        {"the order|. Men saw men", EVIDENCE_SEEN_LOWER},
        {"the order|. The", EVIDENCE_SEEN_FUNCTION},
        {"the order|. \"Men saw men", EVIDENCE_SEEN_NO}, /* a mark is no word */
    };
    CHECK_ALL(cases, EVIDENCE_SEEN);
}

#define CAPITALS_4 "Sober. Sober. Sober. Sober. Sober "
#define CAPITALS_16 CAPITALS_4 CAPITALS_4 CAPITALS_4 CAPITALS_4

static void style(void **state) {
    static const seen cases[] = {
        {"sober|. Sober. Sober. A", EVIDENCE_STYLE_UNKNOWN}, /* three stops */
        {"so|. So. So. So. So. So", EVIDENCE_STYLE_UNKNOWN}, /* words too short to tell */
        {"so|. a. a. a", EVIDENCE_STYLE_MOST},               /* no capital at all */
        {"so|. a. A. A", EVIDENCE_STYLE_UNKNOWN},
        {"sober|. Sober. Sober. Sober. A", EVIDENCE_STYLE_NONE},
        {CAPITALS_16 "sober|. Sober. sober", EVIDENCE_STYLE_FEW}, /* one of 18 */
        {CAPITALS_4 "sober|. Sober. sober", EVIDENCE_STYLE_SOME}, /* one of six */
        {CAPITALS_4 "sober|. sober. sober. sober", EVIDENCE_STYLE_MANY},
        {"sober|. sober. sober. Sober. So", EVIDENCE_STYLE_MANY}, /* half of them */
        {"sober|. sober. sober. sober. So", EVIDENCE_STYLE_MOST},
        {"etc|. sober etc. sober etc. sober etc. sober etc. Sober",
         EVIDENCE_STYLE_UNKNOWN}, /* abbreviations do not count */
    };
    CHECK_ALL(cases, EVIDENCE_STYLE);
}

static void length(void **state) {
    static const seen cases[] = {
        {"|. The", EVIDENCE_LENGTH_ONE},
        {"so|. The", EVIDENCE_LENGTH_ONE},
        {"so so|. The", EVIDENCE_LENGTH_TWO},
        {"so, so|. The", EVIDENCE_LENGTH_FOUR}, /* marks count */
        {"so so so so|. The", EVIDENCE_LENGTH_FOUR},
        {"so so so so so|. The", EVIDENCE_LENGTH_EIGHT},
        {"so so so so so so so so|. The", EVIDENCE_LENGTH_EIGHT},
        {"so so so so so so so so so|. The", EVIDENCE_LENGTH_SIXTEEN},
        {"so so so so so so so so so so so so so so so so|. The",
         EVIDENCE_LENGTH_SIXTEEN},
        {"so so so so so so so so so so so so so so so so so|. The",
         EVIDENCE_LENGTH_MORE},
    };
    CHECK_ALL(cases, EVIDENCE_LENGTH);
}

static void spaced(void **state) {
    static const seen cases[] = {
        {"the order|. The", EVIDENCE_SPACED_NO},
        {"by U.S|. The", EVIDENCE_SPACED_NO},
        {"the order |. The", EVIDENCE_SPACED_YES},
    };
    CHECK_ALL(cases, EVIDENCE_SPACED);
}

/* ---- What rules ask of single words --------------------------------------------- */

static bool asks(bool (*question)(const lede_document *, const lede_word *),
                 const char *word) {
    opened o;
    opened_text(&o, word, NULL);
    bool answer = question(&o.d, &o.d.words.items[0]);
    opened_close(&o);
    return answer;
}

static void roman(void **state) {
    static const char *const numbers[] = {"I", "XIV", "MIX", "CCLXXX", "iv", "Xi", "VA"};
    static const bool wanted[] = {true, true, false, true, false, false, false};
    for (size_t i = 0; i < COUNT(numbers); i++) {
        assert_int_equal(asks(evidence_is_roman, numbers[i]), wanted[i]);
    }
    assert_false(asks(evidence_is_roman, "CCLXXXV")); /* seven letters */
    assert_false(asks(evidence_is_roman, "."));
}

static void lacks_vowel(void **state) {
    assert_true(asks(evidence_lacks_vowel, "bdgt"));
    assert_true(asks(evidence_lacks_vowel, "BDGTS"));
    assert_false(asks(evidence_lacks_vowel, "bdgtst")); /* too long to tell */
    assert_false(asks(evidence_lacks_vowel, "by"));
    assert_false(asks(evidence_lacks_vowel, "Ab"));
    assert_false(asks(evidence_lacks_vowel, "t\xC3\xA9"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mark),          cmocka_unit_test(before),
        cmocka_unit_test(class_of_word), cmocka_unit_test(after),
        cmocka_unit_test(earlier),       cmocka_unit_test(closed),
        cmocka_unit_test(inside),        cmocka_unit_test(bare),
        cmocka_unit_test(word_seen),     cmocka_unit_test(style),
        cmocka_unit_test(length),        cmocka_unit_test(spaced),
        cmocka_unit_test(roman),         cmocka_unit_test(lacks_vowel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
