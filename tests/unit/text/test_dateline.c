/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/rule_support.h"

#define BODY "The ferry left at dawn. Nobody waved to it."

static void found(void **state) {
    static const rule_case cases[] = {
        {"LONDON, Jan 3 (Reuters) - " BODY, "dateline=LONDON, Jan 3 (Reuters) -"},
        {"BEIJING, April 24--" BODY, "dateline=BEIJING, April 24--"},
        {"ALBUQUERQUE, N.M. (AP) \xE2\x80\x94 " BODY,
         "dateline=ALBUQUERQUE, N.M. (AP) \xE2\x80\x94"},
        {"(CNN) -- " BODY, "dateline=(CNN) --"},
        {"(CNN) " BODY, "dateline=(CNN)"},
        {"Rome (CNN) " BODY, "dateline=Rome (CNN)"},
        {"Kabul, Afghanistan (CNN) -- " BODY, "dateline=Kabul, Afghanistan (CNN) --"},
        {"PARIS/ROME (AFP) - " BODY, "dateline=PARIS/ROME (AFP) -"},
        {"OSLO (NTB) - " BODY, "dateline=OSLO (NTB) -"},
        {"A Ferry Leaves\n\nNEW YORK (AP/CBS) - " BODY, "dateline=NEW YORK (AP/CBS) -"},
    };
    static const rule_case german[] = {
        {"BERLIN, 12. M\xC3\xA4rz (dpa) - Die F\xC3\xA4hre legte ab.",
         "dateline=BERLIN, 12. M\xC3\xA4rz (dpa) -"},
        {"Berlin (dpa) - Die F\xC3\xA4hre legte ab.", "dateline=Berlin (dpa) -"},
    };
    CHECK_CASES("en", cases);
    CHECK_CASES("de", german);
    check_ledger_of("fr", "PARIS (AFP) - Le bateau est parti.", "dateline=PARIS (AFP) -");
    check_ledger_of("es", "Madrid, 3 ene (EFE).- El barco ha salido.",
                    "dateline=Madrid, 3 ene (EFE).-");
}

static void kept(void **state) {
    static const char *const texts[] = {
        "Ted Turner (CNN) founded a channel.",
        "NASA \xE2\x80\x94 the agency that flew \xE2\x80\x94 was there.",
        "UN - The ferry left.",
        "NASA \xE2\x80\x94 The agency said it would fly.",
        "FERRY SINKS - DOZENS LOST AT SEA",
        "The ferry (CNN) - a boat - left at dawn.",
        "London - The ferry left at dawn.",
        "IBM, Apple and others (see below) left.",
        "Jane Roe (left) -- The ferry left at dawn.",
        "3 (AP) - The ferry left.",
    };
    CHECK_KEPT("en", texts);
}

/* The sentence stays, and is counted behind its dateline. */
static void sentence_stays(void **state) {
    opened o;
    opened_text(&o, "LONDON, Jan 3 (Reuters) - The London ferry left. It came.", "en");
    assert_int_equal(o.d.sentences.count, 2);
    const lede_sentence *s = &o.d.sentences.items[0];
    assert_int_equal(s->role, LEDE_ROLE_BODY);
    assert_int_equal(s->span.begin, 0);
    assert_int_equal(s->aside, 8);
    assert_int_equal(s->first_word, 8);
    assert_int_equal(s->words, 4);
    assert_int_equal(document_aside_words(&o.d, s), 4);
    assert_int_equal(document_counted(&o.d, s).begin,
                     strlen("LONDON, Jan 3 (Reuters) - "));
    assert_int_equal(term_of(&o.d, "reuters")->body_count, 0);
    assert_int_equal(term_of(&o.d, "reuters")->sentence_count, 0);
    assert_int_equal(term_of(&o.d, "london")->occurrences, 2);
    assert_int_equal(term_of(&o.d, "london")->body_count, 1);
    assert_int_equal(o.d.facts.words, 6);
    assert_int_equal(o.d.facts.set_aside_words, 4);
    opened_close(&o);
}

/* One that stands alone leaves nothing of its sentence. */
static void alone(void **state) {
    opened o;
    opened_text(&o, "(CNN) --\n\nThe ferry left at dawn.", "en");
    assert_int_equal(o.d.sentences.items[0].aside, 0);
    assert_int_not_equal(o.d.sentences.items[1].role, LEDE_ROLE_SET_ASIDE);
    opened_close(&o);
}

/* Only marked, or kept: the words count with the rest. */
static void marked(void **state) {
    static const char text[] = "(CNN) -- The ferry left at dawn.";
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    options.hygiene = LEDE_HYGIENE_MARK;
    opened_bytes(&o, text, strlen(text), &options);
    assert_int_equal(o.d.ledger.count, 1);
    assert_int_equal(o.d.sentences.items[0].aside, 0);
    assert_int_equal(o.d.facts.words, 6);
    opened_close(&o);
    options.hygiene = LEDE_HYGIENE_STRIP;
    options.keep_rules = LEDE_RULE_BIT(LEDE_RULE_DATELINE);
    opened_bytes(&o, text, strlen(text), &options);
    assert_int_equal(o.d.ledger.count, 0);
    assert_int_equal(o.d.facts.words, 6);
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(found), cmocka_unit_test(kept),
                                       cmocka_unit_test(sentence_stays),
                                       cmocka_unit_test(alone), cmocka_unit_test(marked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
