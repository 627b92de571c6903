/* SPDX-License-Identifier: MIT */
/* What belongs to a terminator, and what stands around it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/place.h"

/* Each of the words around the place as it stands in the text; "-": none. */
typedef struct described {
    const char *text;  /* a bar before the mark */
    const char *words; /* "earlier before after later", or NULL: not looked at */
    const char *whole; /* the mark with all that belongs to it */
    mark_kind kind;
    const char *flags; /* letters of flag_letters, in their order */
} described;

/* closed, bracket_closed, bracketed, glued, attached, alone, repeated, introduced,
 * titled */
static const char flag_letters[] = "cboganrit";

static void show_flags(const boundary *b, char *out) {
    const bool flags[] = {b->closed,   b->bracket_closed, b->bracketed,
                          b->glued,    b->attached,       b->alone,
                          b->repeated, b->introduced,     b->titled};
    for (size_t i = 0; i < COUNT(flags); i++) {
        *out = flag_letters[i];
        out += flags[i];
    }
    *out = '\0';
}

static size_t show_word(const lede_document *d, const lede_word *w, char *out) {
    if (w == NULL) {
        memcpy(out, "- ", 2);
        return 2;
    }
    size_t n = w->span.end - w->span.begin;
    memcpy(out, d->page.text + w->span.begin, n);
    out[n] = ' ';
    return n + 1;
}

static void show_around(const boundary *b, char *out) {
    const lede_word *const words[] = {b->earlier, b->before, b->after, b->later};
    size_t used = 0;
    for (size_t i = 0; i < COUNT(words); i++) {
        used += show_word(b->d, words[i], out + used);
    }
    out[used - 1] = '\0';
}

/* 1 when it is described otherwise. */
static int check(const described *c) {
    char words[PLACE_MOST], flags[sizeof flag_letters];
    place p;
    place_open(&p, c->text, NULL);
    const lede_word *last = &p.view.words[p.next - 1];
    const char *text = p.o.d.page.text;
    uint32_t begin = p.b.mark->span.begin, n = last->span.end - begin;
    show_around(&p.b, words);
    show_flags(&p.b, flags);
    bool right = n == strlen(c->whole) && memcmp(text + begin, c->whole, n) == 0 &&
                 strcmp(words, c->words) == 0 && strcmp(flags, c->flags) == 0 &&
                 p.b.kind == c->kind;
    if (!right) {
        print_error("\"%s\": \"%.*s\", words \"%s\", kind %d, flags \"%s\"\n", c->text,
                    (int)n, text + begin, words, (int)p.b.kind, flags);
    }
    assert_ptr_equal(p.b.first, p.view.words);
    assert_ptr_equal(p.b.end, p.view.words + p.view.end);
    assert_int_equal(p.b.classes, boundary_classes(&p.b));
    place_close(&p);
    return !right;
}

static void check_all(const described *cases, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        failed += check(&cases[i]);
    }
    assert_int_equal(failed, 0);
}

#define CHECK_ALL(cases) check_all(cases, COUNT(cases))

static void words_around(void **state) {
    static const described cases[] = {
        {"saw the order|. The guns fell", "the order The guns", ".", MARK_STOP, "a"},
        {"order|. The", "- order The -", ".", MARK_STOP, "an"},
        {"\"order|. The", "- order The -", ".", MARK_STOP, "an"},
        {"|. The", "- - The -", ".", MARK_STOP, ""},
        {"the order|.", "the order - -", ".", MARK_STOP, "a"},
        {"the (order)|. The", "- - The -", ".", MARK_STOP, "a"},
        {"Mrs. E|. Jones", "Mrs E Jones -", ".", MARK_STOP, "a"},
        {"Mrs . E|. Jones", "- E Jones -", ".", MARK_STOP, "a"},
        {"the order |. The", "the order The -", ".", MARK_STOP, ""},
        {"by U.S|. The", "by U.S. The -", "U.S.", MARK_STOP, "a"},
        {"U.S|. The", "- U.S. The -", "U.S.", MARK_STOP, "an"},
        {"by U.S|.\" The", "by U.S. The -", "U.S.\"", MARK_STOP, "ca"},
    };
    CHECK_ALL(cases);
}

/* Stops and terminators apart are one mark. */
static void runs(void **state) {
    static const described cases[] = {
        {"order|. . . The", "- order The -", ". . .", MARK_ELLIPSIS, "anr"},
        {"order |. . . The", "- order The -", ". . .", MARK_ELLIPSIS, "nr"},
        {"order|... The", "- order The -", "...", MARK_ELLIPSIS, "anr"},
        {"order|\xE2\x80\xA6 The", "- order The -", "\xE2\x80\xA6", MARK_ELLIPSIS, "an"},
        {"order|\xD8\x9F The", "- order The -", "\xD8\x9F", MARK_TERMINATOR, "an"},
        /* a full stop, and an ellipsis behind it */
        {"order|. . . . The", "- order The -", ". . . .", MARK_STOP, "anr"},
        {"order|. ... The", "- order The -", ". ...", MARK_STOP, "anr"},
        {"order |. . . . The", "- order The -", ". . . .", MARK_ELLIPSIS, "nr"},
        {"order|.... The", "- order The -", "....", MARK_ELLIPSIS, "anr"},
        {"order|! ! The", "- order The -", "! !", MARK_TERMINATOR, "anr"},
        {"order|!? The", "- order The -", "!?", MARK_TERMINATOR, "anr"},
        {"order|. ! The", "- order The -", ". !", MARK_TERMINATOR, "anr"},
        {"order|! . . The", "- order The -", "! . .", MARK_TERMINATOR, "anr"},
        /* an ellipsis of the word behind it */
        {"raak|. ...en toen", "- raak ... en", ".", MARK_STOP, "an"},
        {"raak|. \xE2\x80\xA6"
         "en toen",
         "- raak \xE2\x80\xA6 en", ".", MARK_STOP, "an"},
    };
    CHECK_ALL(cases);
}

static void closers(void **state) {
    static const described cases[] = {
        {"order|.\" The", "- order The -", ".\"", MARK_STOP, "can"},
        {"order|.) The", "- order The -", ".)", MARK_STOP, "cban"},
        {"order|.)\" The", "- order The -", ".)\"", MARK_STOP, "can"},
        {"order|.'\" The", "- order The -", ".'\"", MARK_STOP, "can"},
        {"order|.'' The", "- order The -", ".''", MARK_STOP, "can"},
        {"order|.\xE2\x80\x99\xE2\x80\x9D The", "- order The -",
         ".\xE2\x80\x99\xE2\x80\x9D", MARK_STOP, "can"},
        {"order|.\"The", "- order The -", ".\"", MARK_STOP, "cgan"},
        {"order|.\"the", "- order \" the", ".", MARK_STOP, "gan"},
        {"order|. \xC2\xBB The", "- order The -", ". \xC2\xBB", MARK_STOP, "can"},
        {"order|. \xE2\x80\x99Twas", "- order \xE2\x80\x99 Twas", ".", MARK_STOP, "an"},
        /* a low quote of German closes with what opens in English */
        {"order|.\xE2\x80\x9C The", "- order The -", ".\xE2\x80\x9C", MARK_STOP, "can"},
        {"order|. \xE2\x80\x9CThe", "- order \xE2\x80\x9C The", ".", MARK_STOP, "an"},
        {"order|.* The", "- order The -", ".*", MARK_STOP, "can"},
        {"order|.** The", "- order The -", ".**", MARK_STOP, "can"},
        {"order|.+ The", "- order + The", ".", MARK_STOP, "gan"},
        {"order|. \" The", "- order \" The", ".", MARK_STOP, "an"},
        /* one straight quote is open: this one closes it */
        {"\"order|. \" The", "- order The -", ". \"", MARK_STOP, "can"},
        {"\"order|. \"The", "- order \" The", ".", MARK_STOP, "an"},
        {"\"the\" order|. \" The", "- order \" The", ".", MARK_STOP, "a"},
    };
    CHECK_ALL(cases);
}

static void references(void **state) {
    static const described cases[] = {
        {"order|.[12] The", "- order The -", ".[12]", MARK_STOP, "an"},
        {"order|. [12] The", "- order The -", ". [12]", MARK_STOP, "an"},
        {"order|.[note 3] The", "- order The -", ".[note 3]", MARK_STOP, "an"},
        {"order|. [note 3] The", "- order [ note", ".", MARK_STOP, "an"},
        {"order|.[a b c] The", "- order [ a", ".", MARK_STOP, "gan"},
        {"order|.[] The", "- order [ ]", ".", MARK_STOP, "gan"},
        {"order|.[12) The", "- order [ 12", ".", MARK_STOP, "gan"},
        {"order|.(12) The", "- order ( 12", ".", MARK_STOP, "gan"},
        {"order|.\"[12] The", "- order The -", ".\"[12]", MARK_STOP, "can"},
        /* words left out belong to what stands before them */
        {"order|. [...] The", "- order The -", ". [...]", MARK_STOP, "an"},
        {"order|. [\xE2\x80\xA6] The", "- order The -", ". [\xE2\x80\xA6]", MARK_STOP,
         "an"},
        {"the [|...] The", "- - The -", "...]", MARK_ELLIPSIS, "cboar"},
        {"the [|... The", "- - The -", "...", MARK_ELLIPSIS, "ar"},
    };
    CHECK_ALL(cases);
}

#define GRIN "\xF0\x9F\x98\x80"

static void emoji_and_rules(void **state) {
    static const described cases[] = {
        {"order|. " GRIN " The", "- order The -", ". " GRIN, MARK_STOP, "an"},
        {"order|. :-) The", "- order The -", ". :-)", MARK_STOP, "an"},
        {"order|. " GRIN " :-) The", "- order The -", ". " GRIN " :-)", MARK_STOP, "an"},
        {"order|. " GRIN " the", "- order " GRIN " the", ".", MARK_STOP, "an"},
        {"order|. " GRIN "The", "- order " GRIN " The", ".", MARK_STOP, "an"},
        {"order|. " GRIN, "- order - -", ". " GRIN, MARK_STOP, "an"},
        {"order |" GRIN " The", "- order The -", GRIN, MARK_EMOJI, "n"},
        {"order |:-) ;-) The", "- order The -", ":-) ;-)", MARK_EMOJI, "n"},
        {"order |**** The", "- order The -", "****", MARK_RULE, "n"},
        {"order |**** ---- The", "- order The -", "**** ----", MARK_RULE, "n"},
        {"order |**** " GRIN, "- order - -", "**** " GRIN, MARK_RULE, "n"},
    };
    CHECK_ALL(cases);
}

static void quotations(void **state) {
    static const described cases[] = {
        {"said: \"order|.\" The", "- order The -", ".\"", MARK_STOP, "cai"},
        {"said, \xE2\x80\x9Corder|.\xE2\x80\x9D The", "- order The -", ".\xE2\x80\x9D",
         MARK_STOP, "cai"},
        {"said \"order|.\" The", "- order The -", ".\"", MARK_STOP, "ca"},
        /* the last that opened tells */
        {"said: \"no\" \"order|.\" The", "- order The -", ".\"", MARK_STOP, "ca"},
        {"said, (order|.) The", "- order The -", ".)", MARK_STOP, "cba"},
        {"\xE3\x80\x8A\xE6\xBC\xA2|\xE3\x80\x82\xE5\xAD\x97\xE3\x80\x8B",
         "- \xE6\xBC\xA2 \xE5\xAD\x97 \xE3\x80\x8B", "\xE3\x80\x82", MARK_FINAL, "gant"},
        {"\xE3\x80\x8A\xE6\xBC\xA2\xE3\x80\x8B|\xE3\x80\x82\xE5\xAD\x97",
         "- - \xE5\xAD\x97 -", "\xE3\x80\x82", MARK_FINAL, "ga"},
    };
    CHECK_ALL(cases);
}

/* A mark of direction tells nothing of what follows. */
static void prefixes(void **state) {
    static const described cases[] = {
        {"order|. \xE2\x80\x8F The", "- order The -", ".", MARK_STOP, "an"},
        {"order|. \xE2\x80\x8F", "- order \xE2\x80\x8F -", ".", MARK_STOP, "an"},
        {"order|. > The", "- order > The", ".", MARK_STOP, "an"},
    };
    CHECK_ALL(cases);
}

/* In quoted mail the sign of a line's quotation is no part of the sentence. */
static void quoted_mail(void **state) {
    place p;
    place_open(&p, "order|. > > The", NULL);
    p.view.quoted = true;
    p.view.looked = p.view.brackets = 0;
    boundary b;
    p.next = describe(&p.view, p.entry, &b);
    assert_int_equal(p.next, p.entry + 1);
    assert_ptr_equal(b.after, &p.view.words[p.entry + 3]);
    assert_false(b.glued);
    place_close(&p);
}

/* What opened before the sentence does not count: the view forgets it. */
static void looks_from_the_sentence_on(void **state) {
    place p;
    place_open(&p, "(a \"b. c (d|. The", NULL);
    assert_int_equal(p.b.inside, EVIDENCE_INSIDE_QUOTE);
    assert_int_equal(p.view.looked, p.entry);
    assert_int_equal(p.view.brackets, 2);
    view v = {.d = p.view.d, .words = p.view.words, .end = p.view.end};
    v.first = v.looked = 5; /* "c" */
    boundary b;
    p.next = describe(&v, p.entry, &b);
    assert_int_equal(b.inside, EVIDENCE_INSIDE_BRACKET);
    assert_int_equal(v.brackets, 1);
    assert_ptr_equal(b.first, &v.words[5]);
    place_close(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_around),
        cmocka_unit_test(runs),
        cmocka_unit_test(closers),
        cmocka_unit_test(references),
        cmocka_unit_test(emoji_and_rules),
        cmocka_unit_test(quotations),
        cmocka_unit_test(prefixes),
        cmocka_unit_test(quoted_mail),
        cmocka_unit_test(looks_from_the_sentence_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
