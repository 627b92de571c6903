/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/rule_support.h"

#define BODY "The ferry left at dawn. Nobody waved to it from the pier."
#define OFF(rule, text)                                                                  \
    { BODY "\n\n" text "\n\n" BODY, rule "=" text }
#define WITHIN(rule, text)                                                               \
    { BODY " " text " " BODY, rule "=" text }
#define KEPT(text) BODY "\n\n" text "\n\n" BODY, BODY " " text " " BODY

static void captions(void **state) {
    static const rule_case cases[] = {
        OFF("caption", "Pictured: Jane Roe at the pier"),
        OFF("caption", "Photo: a ferry in the fog"),
        OFF("caption", "The pier at dawn. (Photo by Jane Roe)"),
        OFF("caption", "The pier at dawn (Photo: Jane Roe)."),
        OFF("caption", "Boats by harbour (Source: Harbour Office)"),
        OFF("caption", "The ferry leaves the town on Monday (AP Photo/Jane Roe)"),
        WITHIN("caption", "Pictured: Jane Roe at the pier."),
    };
    static const char *const kept[] = {
        KEPT("Photo voltaic cells were new then."),
        KEPT("Pictured here was the pier."),
        KEPT("Picture the pier at dawn."),
        KEPT("(Photo: IANS) She waved to it from the boat."),
        KEPT("The image: it was a ferry."),
        KEPT("The pier (built in 1900)"),
        KEPT("The pier cost 5 million (Source: Harbour Office)."),
    };
    CHECK_CASES("en", cases);
    CHECK_KEPT("en", kept);
    check_ledger_of("de", "Im Bild: Anna Muster am Hafen\n\nDie F\xC3\xA4hre legte ab.",
                    "caption=Im Bild: Anna Muster am Hafen");
}

static void credits(void **state) {
    static const rule_case cases[] = {
        OFF("credit", "Image credit: Thinkstock"),
        OFF("credit", "Photograph: Jane Roe/Getty Images"),
        OFF("credit", "Photo by Jane Roe / Reuters"),
        OFF("credit", "(Photo by Jane Roe)"),
        OFF("credit", "Source: Reuters"),
        OFF("credit", "Photo: Jane Roe/Reuters"),
        OFF("credit", "\xC2\xA9 2003 The Harbour Company. All rights reserved."),
        OFF("credit", "Copyright 2003 The Harbour Company"),
        OFF("credit", "Copyright (c) 2003 Jane Roe"),
        WITHIN("credit", "All rights reserved."),
    };
    static const char *const kept[] = {
        KEPT("Copyright is a right."),
        KEPT("Source: a person close to the talks."),
        KEPT("Source material was scarce."),
        KEPT("Photo by photo she went through the album."),
        KEPT("Credit where it is due."),
        KEPT("Photographs by the hundred were lost."),
    };
    CHECK_CASES("en", cases);
    CHECK_KEPT("en", kept);
    check_ledger_of("de", "Quelle: Hafenamt Nord\n\nDie F\xC3\xA4hre legte ab.",
                    "credit=Quelle: Hafenamt Nord");
    check_ledger_of("fr",
                    "Cr\xC3\xA9"
                    "dit photo : Jean Exemple\n\nLe bateau est parti.",
                    "credit=Cr\xC3\xA9"
                    "dit photo : Jean Exemple");
    check_ledger_of("es", "Fuente: Ana Ejemplo\n\nEl barco ha salido.",
                    "credit=Fuente: Ana Ejemplo");
    check_ledger_of("es", "Todos los derechos reservados.\n\nEl barco ha salido.",
                    "credit=Todos los derechos reservados.");
}

static void shares(void **state) {
    static const rule_case cases[] = {
        OFF("share", "Share on Facebook Tweet Email Print"),
        OFF("share", "Share \xC2\xB7 Tweet \xC2\xB7 Pin"),
        OFF("share", "Facebook | Twitter | WhatsApp"),
    };
    static const char *const kept[] = {
        KEPT("Facebook and the others were down."),
        BODY "\n\nFacebook\n\n" BODY,
        KEPT("Print the email twice."),
        BODY " Share, tweet and pin. " BODY,
    };
    CHECK_CASES("en", cases);
    CHECK_KEPT("en", kept);
    check_ledger_of("de", "Teilen Twittern Drucken\n\nDie F\xC3\xA4hre legte ab.",
                    "share=Teilen Twittern Drucken");
    check_ledger_of("fr", "Partager Tweeter Imprimer\n\nLe bateau est parti.",
                    "share=Partager Tweeter Imprimer");
}

static void teasers(void **state) {
    static const rule_case cases[] = {
        WITHIN("teaser", "Scroll down for video ."),
        WITHIN("teaser", "READ MORE: The pier that nobody wanted."),
        WITHIN("teaser", "See also: Boats of the north."),
        WITHIN("teaser", "Click here for more pictures."),
        WITHIN("teaser", "CLICK HERE TO SEE THE PIER."),
        WITHIN("teaser", "Watch the video above."),
        {BODY " READ MORE", "teaser=READ MORE"},
    };
    static const char *const kept[] = {
        KEPT("Watch the ferry leave the pier."),
        BODY " Keep reading. " BODY,
        BODY " Keep reading.",
        BODY " \"Click here for more,\" she said. " BODY,
        BODY " Read more books, said the teacher. " BODY,
        BODY " Read more: the pier that the town had built in nineteen hundred was not "
             "the one that burnt. " BODY,
        BODY " Share. " BODY,
    };
    CHECK_CASES("en", cases);
    CHECK_KEPT("en", kept);
    check_ledger_of(
        "de", "Die F\xC3\xA4hre legte ab. Klicken Sie hier f\xC3\xBCr Bilder. Sie kam.",
        "teaser=Klicken Sie hier f\xC3\xBCr Bilder.");
    check_ledger_of("fr", "Le bateau est parti. Cliquez ici pour voir. Il est l\xC3\xA0.",
                    "teaser=Cliquez ici pour voir.");
    check_ledger_of(
        "fr", "Le bateau est parti. Pour en savoir plus : le port. Il est l\xC3\xA0.",
        "teaser=Pour en savoir plus : le port.");
    check_ledger_of(
        "fr",
        "Le bateau est parti. Pour en savoir plus, le juge attend. Il est l\xC3\xA0.",
        "");
}

/* In no language are the words of others known. */
static void other_lists(void **state) {
    check_ledger_of("de", "Die F\xC3\xA4hre legte ab. Scroll down for video. Sie kam.",
                    "");
    check_ledger_of("zz", "It left. Scroll down for video. It came.", "");
}

/* Sentences in the midst of a paragraph are set aside, or only marked, or kept. */
static void hygiene(void **state) {
    static const char text[] = "The ferry left. Scroll down for video. Nobody waved.";
    static const struct {
        lede_hygiene hygiene;
        uint32_t keep, entries, words;
    } cases[] = {
        {LEDE_HYGIENE_STRIP, 0, 1, 5},
        {LEDE_HYGIENE_MARK, 0, 1, 9},
        {LEDE_HYGIENE_OFF, 0, 0, 9},
        {LEDE_HYGIENE_STRIP, LEDE_RULE_BIT(LEDE_RULE_TEASER), 0, 9},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
        opened o;
        options.hygiene = cases[i].hygiene;
        options.keep_rules = cases[i].keep;
        opened_bytes(&o, text, strlen(text), &options);
        assert_int_equal(o.d.ledger.count, cases[i].entries);
        assert_int_equal(o.d.facts.words, cases[i].words);
        assert_int_equal(o.d.facts.set_aside_words, 9 - cases[i].words);
        opened_close(&o);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(captions),    cmocka_unit_test(credits),
        cmocka_unit_test(shares),      cmocka_unit_test(teasers),
        cmocka_unit_test(other_lists), cmocka_unit_test(hygiene)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
