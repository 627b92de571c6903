/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/pack_support.h"
#include "unit/text/text_support.h"

static const char article[] =
    "date 2024-03-23 The U.S.-led mission of harbours waited.\n\n"
    "A Harbour Mission\n\n"
    "The harbour was quiet. The U.S. mission left the harbour's quay at 5 p.m. on "
    "Monday. Harbours, harbouring and e-mail: nobody wrote an email to the mission.\n\n"
    "Advertisment\n\n"
    "See https://example.org/harbour, or 21-year-old notes.txt of @harbour and #harbour. "
    "State-of-the-art quays cost $1,000. The U.S.-led mission's quays do not.\n\n"
    "- a harbour in a list\n";

static void open_article(opened *o, lede_vocabulary *v) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    options.language = "en";
    options.vocabulary = v;
    opened_bytes(o, article, sizeof article - 1, &options);
}

/* ---- Counts ----------------------------------------------------------------------- */

typedef struct counts {
    uint32_t occurrences, body, sentences;
} counts;

/* Counted one term at a time, over everything. */
static counts count_slowly(const lede_document *d, uint32_t term) {
    counts c = {0};
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        uint32_t inside = 0;
        for (uint32_t w = s->first_word - s->aside; w < s->first_word; w++) {
            const lede_word *word = &d->words.items[w];
            c.occurrences += word->kind != LEDE_WORD_MARK && word->term == term;
        }
        for (uint32_t w = s->first_word; w < s->first_word + s->word_count; w++) {
            const lede_word *word = &d->words.items[w];
            inside += word->kind != LEDE_WORD_MARK && word->term == term;
        }
        bool body = s->role == LEDE_ROLE_BODY;
        c.occurrences += inside;
        c.body += body ? inside : 0;
        c.sentences += body && inside > 0;
    }
    return c;
}

static void counts_of_all(void **state) {
    opened o;
    open_article(&o, NULL);
    for (uint32_t i = 0; i < o.d.terms.count; i++) {
        const lede_term *t = &o.d.terms.items[i];
        counts c = count_slowly(&o.d, i);
        assert_int_equal(t->occurrences, c.occurrences);
        assert_int_equal(t->body_count, c.body);
        assert_int_equal(t->sentence_count, c.sentences);
    }
    opened_close(&o);
}

/* Some by hand: the stamp's line is body but for the stamp, the heading is none. */
static void counts_by_hand(void **state) {
    static const struct {
        const char *key;
        counts c;
    } cases[] = {
        {"harbour", {5, 4, 3}}, {"mission", {4, 3, 3}},      {"2024-03-23", {1, 0, 0}},
        {"date", {1, 0, 0}},    {"advertisment", {1, 0, 0}}, {"the", {6, 6, 5}},
        {"u.s", {1, 1, 1}},     {"u.s.-led", {2, 2, 2}},     {"led", {0, 0, 0}},
        {"email", {1, 1, 1}},   {"mission's", {1, 1, 1}},
    };
    opened o;
    open_article(&o, NULL);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const lede_term *t = term_of(&o.d, cases[i].key);
        counts c = {t->occurrences, t->body_count, t->sentence_count};
        if (memcmp(&c, &cases[i].c, sizeof c) != 0) {
            fail_msg("%s: %u %u %u", cases[i].key, (unsigned)c.occurrences,
                     (unsigned)c.body, (unsigned)c.sentences);
        }
    }
    opened_close(&o);
}

/* ---- Compounds
 * ------------------------------------------------------------------------- */

static void check_parts(const lede_document *d, const char *whole,
                        const char *const *parts, uint16_t count) {
    const lede_term *t = term_of(d, whole);
    assert_int_equal(t->part_count, count);
    for (uint16_t i = 0; i < count; i++) {
        uint32_t part = d->parts.items[t->first_part + i];
        assert_true(term_is(d, part, parts[i]));
        assert_true((d->terms.items[part].flags & LEDE_TERM_LEXICAL) != 0);
    }
}

static void compounds(void **state) {
    static const char *const led[] = {"u.s", "led"}, *const mail[] = {"e", "mail"},
                             *const art[] = {"state", "of", "the", "art"},
                             *const year[] = {"21", "year", "old"};
    opened o;
    open_article(&o, NULL);
    check_parts(&o.d, "u.s.-led", led, 2);
    check_parts(&o.d, "e-mail", mail, 2);
    check_parts(&o.d, "state-of-the-art", art, 4);
    check_parts(&o.d, "21-year-old", year, 3);
    /* A date has hyphens, but is no word. */
    const lede_term *date = term_of(&o.d, "2024-03-23");
    assert_int_equal(date->part_count, 0);
    assert_int_equal(date->first_part, LEDE_NONE);
    assert_int_equal(term_number(&o.d, "03"), LEDE_NONE);
    assert_int_equal(term_of(&o.d, "harbour")->first_part, LEDE_NONE);
    opened_close(&o);
}

/* Parts keep their own list flags: "the" in "state-of-the-art". */
static void flags_of_parts(void **state) {
    opened o;
    opened_text(&o, "A state-of-the-art quay.", NULL);
    assert_true((term_of(&o.d, "the")->flags & LEDE_TERM_STOP) != 0);
    assert_int_equal(term_of(&o.d, "the")->occurrences, 0);
    assert_int_equal(term_of(&o.d, "state")->flags & LEDE_TERM_STOP, 0);
    opened_close(&o);
}

/* ---- Stems and letters
 * ------------------------------------------------------------------- */

static bool stem_is(const lede_document *d, const char *key, const char *stem) {
    lede_span s = d->stems.items[term_of(d, key)->stem];
    return s.end - s.begin == strlen(stem) &&
           memcmp(d->keys.items + s.begin, stem, strlen(stem)) == 0;
}

static void stems(void **state) {
    opened o;
    open_article(&o, NULL);
    assert_true(stem_is(&o.d, "harbours", "harbour"));
    assert_true(stem_is(&o.d, "harbouring", "harbour"));
    assert_true(stem_is(&o.d, "harbour's", "harbour"));
    assert_true(stem_is(&o.d, "mission's", "mission"));
    assert_true(stem_is(&o.d, "e-mail", "email"));
    assert_true(stem_is(&o.d, "email", "email"));
    assert_true(stem_is(&o.d, "2024-03-23", "2024-03-23"));
    assert_true(stem_is(&o.d, "notes.txt", "notes.txt"));
    uint32_t harbour = term_of(&o.d, "harbour")->stem;
    assert_int_equal(term_of(&o.d, "harbours")->stem, harbour);
    assert_int_equal(term_of(&o.d, "harbouring")->stem, harbour);
    assert_int_not_equal(term_of(&o.d, "mission")->stem, harbour);
    opened_close(&o);
}

/* An acronym is no plural: "U.S." is not "U.", nor the letter. */
static void stems_of_acronyms(void **state) {
    opened o;
    opened_text(&o, "The U.S.'s share of the U.S. debt, the U.S.-led group, turn U.",
                NULL);
    assert_true(stem_is(&o.d, "u.s.'s", "u.s"));
    assert_true(stem_is(&o.d, "u.s", "u.s"));
    assert_true(stem_is(&o.d, "u", "u"));
    opened_close(&o);
}

/* Numbers of stems: none is left out, and terms of one stem share it. */
static void stem_numbers(void **state) {
    opened o;
    open_article(&o, NULL);
    bool *seen = calloc(o.d.stems.count, sizeof *seen);
    assert_non_null(seen);
    for (size_t i = 0; i < o.d.terms.count; i++) {
        assert_true(o.d.terms.items[i].stem < o.d.stems.count);
        seen[o.d.terms.items[i].stem] = true;
    }
    for (size_t a = 0; a < o.d.stems.count; a++) {
        lede_span x = o.d.stems.items[a];
        assert_true(seen[a]);
        for (size_t b = 0; b < a; b++) {
            lede_span y = o.d.stems.items[b];
            assert_true(x.end - x.begin != y.end - y.begin ||
                        memcmp(o.d.keys.items + x.begin, o.d.keys.items + y.begin,
                               x.end - x.begin) != 0);
        }
    }
    free(seen);
    opened_close(&o);
}

/* ---- Elision ------------------------------------------------------------ */

static const char french[] = "[elision]\nd l qu\n[starter]\nil l\n[stop]\nil l que\n";

static void check_elision(const char *algorithm) {
    static const char *const pairs[] = {
        "L'homme hommes", "l\u2019homme homme",
        "d\u2019Arc arc", "l'arc-en-ciel arc-en-ciel",
        "QU'IL il",       "l\u02BChomme homme",
    };
    for (size_t i = algorithm != NULL ? 0 : 1; i < COUNT(pairs); i++) {
        listed l;
        listed_pack(&l, french, algorithm);
        listed_text(&l, pairs[i]);
        assert_int_equal(l.d.words.count, 2);
        const lede_word *w = l.d.words.items;
        if (l.d.terms.items[w[0].term].stem != l.d.terms.items[w[1].term].stem) {
            fail_msg("two stems: \"%s\"", pairs[i]);
        }
        assert_int_not_equal(w[0].term, w[1].term);
        listed_close(&l);
    }
}

static void elided_stems(void **state) {
    check_elision("french");
    check_elision(NULL);
}

static void elided_flags(void **state) {
    static const struct {
        const char *key;
        uint32_t flags;
    } cases[] = {
        {"qu'il", LEDE_TERM_STOP | LEDE_TERM_STARTER},
        {"l'homme", LEDE_TERM_STARTER},
        {"d'homme", 0},
        {"m'il", 0}, /* on no list */
        {"qu'anticonstitutionnellement", 0},
        {"l'a-qu'il", LEDE_TERM_STARTER},
    };
    for (size_t limit = 0; limit <= 100; limit += 50) {
        listed l;
        listed_pack(&l, french, "french");
        l.limit = limit; /* kept in the vocabulary or not */
        listed_text(&l,
                    "Qu'il l'homme d'homme m'il qu'anticonstitutionnellement l'a-qu'il "
                    "l' 'il l''il");
        for (size_t i = 0; i < COUNT(cases); i++) {
            const uint32_t both = LEDE_TERM_STOP | LEDE_TERM_STARTER;
            assert_int_equal(term_of(&l.d, cases[i].key)->flags & both, cases[i].flags);
        }
        listed_close(&l);
    }
}

static void possessives(void **state) {
    opened one, two;
    opened_text(&one, "Bob's boat, the boat of Bob; mother-in-law's mother-in-law.",
                NULL);
    opened_text(&two, "l'homme", NULL); /* English elides nothing */
    assert_int_equal(term_of(&one.d, "bob's")->stem, term_of(&one.d, "bob")->stem);
    assert_int_equal(term_of(&one.d, "mother-in-law's")->stem,
                     term_of(&one.d, "mother-in-law")->stem);
    assert_true(stem_is(&two.d, "l'homme", "l'homm"));
    opened_close(&one);
    opened_close(&two);
}

static void letters(void **state) {
    opened o;
    opened_text(&o,
                "Harbour don't U.S.-led \xC3\xA9t\xC3\xA9 b2b \xE6\xBC\xA2 "
                "nai\xCC\x88ve abcdefghijklmnopqr-x A1234567890123456 5",
                NULL);
    static const struct {
        const char *key;
        uint16_t letters;
    } cases[] = {
        {"harbour", 7},
        {"don't", 4},
        {"u.s.-led", 5},
        {"\xC3\xA9t\xC3\xA9", 3},
        {"b2b", 2},
        {"\xE6\xBC\xA2", 1},
        {"na\xC3\xAFve", 5},
        {"abcdefghijklmnopqr-x", 19},
        {"a1234567890123456", 1},
        {"5", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(term_of(&o.d, cases[i].key)->letters, cases[i].letters);
    }
    opened_close(&o);
}

/* ---- Vocabularies
 * ----------------------------------------------------------------------------- */

static void start(lede_vocabulary *v, const char *language, size_t limit) {
    const language_pack *pack = pack_find(language, 2);
    assert_int_equal(vocabulary_init(v, &memory_default, pack, limit, 99), LEDE_OK);
}

/* Words that are stemmed: dotted ones are their own stem. */
static uint64_t lexical_terms(const lede_document *d) {
    uint64_t count = 0;
    for (size_t i = 0; i < d->terms.count; i++) {
        uint32_t kind = d->terms.items[i].flags & (LEDE_TERM_LEXICAL | LEDE_TERM_DOTTED);
        count += kind == LEDE_TERM_LEXICAL;
    }
    return count;
}

/* Once per distinct word, in a document and over documents. */
static void stemmed_once(void **state) {
    lede_vocabulary v;
    opened o;
    start(&v, "en", 1000);
    open_article(&o, &v);
    uint64_t calls = lexical_terms(&o.d);
    assert_true(calls > 30 && calls < o.d.terms.count);
    assert_int_equal(v.stem_calls, calls);
    opened_close(&o);
    open_article(&o, &v);
    assert_int_equal(v.stem_calls, calls);
    opened_close(&o);
    vocabulary_release(&v);
    /* One that is full computes them anew, but again once per distinct word. */
    start(&v, "en", 1);
    for (uint64_t round = 1; round <= 3; round++) {
        open_article(&o, &v);
        assert_int_equal(v.stem_calls, round == 1 ? calls : round * (calls - 1) + 1);
        opened_close(&o);
    }
    vocabulary_release(&v);
}

static void same_document(const lede_document *a, const lede_document *b) {
    assert_int_equal(a->terms.count, b->terms.count);
    assert_memory_equal(a->terms.items, b->terms.items,
                        a->terms.count * sizeof *a->terms.items);
    assert_int_equal(a->words.count, b->words.count);
    assert_memory_equal(a->words.items, b->words.items,
                        a->words.count * sizeof *a->words.items);
    assert_int_equal(a->sentences.count, b->sentences.count);
    for (size_t i = 0; i < a->sentences.count; i++) {
        const lede_sentence *x = &a->sentences.items[i], *y = &b->sentences.items[i];
        assert_int_equal(x->span.begin, y->span.begin);
        assert_int_equal(x->span.end, y->span.end);
        assert_int_equal(x->ended_by, y->ended_by);
        assert_int_equal(x->role, y->role);
    }
    assert_int_equal(a->keys.count, b->keys.count);
    assert_memory_equal(a->keys.items, b->keys.items, a->keys.count);
    assert_int_equal(a->parts.count, b->parts.count);
    assert_memory_equal(a->parts.items, b->parts.items,
                        a->parts.count * sizeof *a->parts.items);
    assert_int_equal(a->stems.count, b->stems.count);
    assert_memory_equal(a->stems.items, b->stems.items,
                        a->stems.count * sizeof *a->stems.items);
}

/* Fresh, warm, full, too small, of another seed, or none at all. */
static void never_shows(void **state) {
    opened none, o, other;
    lede_vocabulary v;
    open_article(&none, NULL);
    static const size_t limits[] = {1000, 20, 1, 0};
    for (size_t i = 0; i < COUNT(limits); i++) {
        start(&v, "en", limits[i]);
        for (int round = 0; round < 3; round++) {
            open_article(&o, &v);
            same_document(&o.d, &none.d);
            opened_close(&o);
            lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
            options.vocabulary = &v;
            opened_bytes(&other, "The quays of harbouring", 23, &options);
            opened_close(&other);
        }
        vocabulary_release(&v);
    }
    opened_close(&none);
}

/* One of another language is left alone. */
static void other_language(void **state) {
    opened none, o;
    lede_vocabulary v;
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    start(&v, "en", 1000);
    options.language = "zz";
    opened_bytes(&none, article, sizeof article - 1, &options);
    options.vocabulary = &v;
    opened_bytes(&o, article, sizeof article - 1, &options);
    same_document(&o.d, &none.d);
    assert_int_equal(v.words.count, 0);
    assert_int_equal(v.stem_calls, 0);
    opened_close(&o);
    opened_close(&none);
    vocabulary_release(&v);
}

/* Without stems each word is its own, its letters are counted all the same, and the
 * vocabulary is not asked. */
static void no_stems(void **state) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_vocabulary v;
    opened o, stemmed;
    assert_int_equal(vocabulary_init(&v, &memory_default, pack_find("en", 2), 1000, 7),
                     LEDE_OK);
    open_article(&stemmed, NULL);
    options.language = "en";
    options.no_stems = 1;
    options.vocabulary = &v;
    opened_bytes(&o, article, sizeof article - 1, &options);
    assert_int_equal(o.d.terms.count, stemmed.d.terms.count);
    assert_int_equal(o.d.stems.count, o.d.terms.count);
    assert_true(stem_is(&o.d, "harbours", "harbours"));
    for (size_t i = 0; i < o.d.terms.count; i++) {
        assert_int_equal(o.d.terms.items[i].stem, i);
        assert_int_equal(o.d.terms.items[i].letters, stemmed.d.terms.items[i].letters);
        assert_memory_equal(&o.d.stems.items[i], &o.d.terms.items[i].key,
                            sizeof(lede_span));
    }
    assert_int_equal(vocabulary_measure(&v).stem_calls, 0);
    opened_close(&o);
    opened_close(&stemmed);
    vocabulary_release(&v);
}

/* The seed of hashes is not to be seen either. */
static void seeds(void **state) {
    opened first, o;
    open_article(&first, NULL);
    for (uint64_t seed = 1; seed < 40; seed++) {
        lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
        options.language = "en";
        options.hash_seed = seed * UINT64_C(0x9E3779B97F4A7C15);
        opened_bytes(&o, article, sizeof article - 1, &options);
        same_document(&o.d, &first.d);
        opened_close(&o);
    }
    opened_close(&first);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_of_all), cmocka_unit_test(counts_by_hand),
        cmocka_unit_test(compounds),     cmocka_unit_test(flags_of_parts),
        cmocka_unit_test(stems),         cmocka_unit_test(stems_of_acronyms),
        cmocka_unit_test(stem_numbers),  cmocka_unit_test(letters),
        cmocka_unit_test(elided_stems),  cmocka_unit_test(elided_flags),
        cmocka_unit_test(possessives),   cmocka_unit_test(stemmed_once),
        cmocka_unit_test(never_shows),   cmocka_unit_test(other_language),
        cmocka_unit_test(no_stems),      cmocka_unit_test(seeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
