/* SPDX-License-Identifier: MIT */
/* What must hold of every document, over random bytes and over the corpus. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unicode/properties.h"
#include "unicode/utf8.h"
#include "unit/text/text_support.h"

#include <dirent.h>
#include <stdio.h>

#define PATH_SIZE 1024

/* ---- Invariants -------------------------------------------------------------------- */

static bool on_border(const lede_document *d, uint32_t at) {
    return at == d->page.size || ((unsigned char)d->page.text[at] & 0xC0u) != 0x80u;
}

static void check_span(const lede_document *d, lede_span span, uint32_t least) {
    assert_true(span.begin >= least && span.begin < span.end);
    assert_true(span.end <= d->page.size);
    assert_true(on_border(d, span.begin) && on_border(d, span.end));
}

static bool is_space_at(const lede_document *d, size_t *at) {
    unicode_class class = unicode_class_of(utf8_next(d->page.text, at));
    return class == UC_SPACE || class == UC_LINE_END;
}

/* Nothing but white space between two spans. */
static void check_gap(const lede_document *d, uint32_t begin, uint32_t end) {
    for (size_t at = begin; at < end;) {
        assert_true(is_space_at(d, &at));
    }
}

/* No white space at either end. */
static void check_trimmed(const lede_document *d, lede_span span) {
    size_t begin = span.begin, end = span.end;
    assert_false(is_space_at(d, &begin));
    utf8_previous(d->page.text, &end);
    assert_false(is_space_at(d, &end));
}

static void check_words(const lede_document *d) {
    uint32_t end = 0;
    for (size_t i = 0; i < d->words.count; i++) {
        const lede_word *w = &d->words.items[i];
        check_span(d, w->span, end);
        check_gap(d, end, w->span.begin);
        for (size_t at = w->span.begin; at < w->span.end;) {
            assert_false(is_space_at(d, &at));
        }
        bool glued = w->span.begin == end && i > 0;
        assert_int_equal((w->flags & LEDE_WORD_GLUED) != 0, glued);
        assert_true(w->kind <= LEDE_WORD_MARK);
        assert_true(w->kind == LEDE_WORD_MARK || w->term < d->terms.count);
        end = w->span.end;
    }
    check_gap(d, end, d->page.size);
}

static void check_sentence(const lede_document *d, const lede_sentence *s,
                           uint32_t first_word) {
    assert_int_equal(s->first_word - s->aside, first_word);
    assert_true(s->word_count > 0 && s->first_word + s->word_count <= d->words.count);
    const lede_word *w = &d->words.items[s->first_word];
    assert_int_equal(s->span.begin, d->words.items[first_word].span.begin);
    assert_int_equal(s->span.end, w[s->word_count - 1].span.end);
    uint32_t words = 0;
    for (uint32_t i = 0; i < s->word_count; i++) {
        words += w[i].kind != LEDE_WORD_MARK;
    }
    assert_int_equal(s->words, words);
    assert_true(s->ended_by <= LEDE_END_LIST && s->role <= LEDE_ROLE_SET_ASIDE);
}

/* Sentences hold all words, blocks all sentences, each once and in order. */
static void check_sentences(const lede_document *d) {
    uint32_t sentence = 0, word = 0, end = 0;
    for (uint32_t i = 0; i < d->page.blocks.count; i++) {
        const lede_block *b = &d->page.blocks.items[i];
        check_span(d, b->span, end);
        check_gap(d, end, b->span.begin);
        check_trimmed(d, b->span);
        assert_int_equal(b->first_sentence, sentence);
        assert_true(b->sentence_count > 0);
        for (uint32_t n = 0; n < b->sentence_count; n++, sentence++) {
            assert_true(sentence < d->sentences.count);
            const lede_sentence *s = &d->sentences.items[sentence];
            check_sentence(d, s, word);
            assert_int_equal(s->block, i);
            assert_true(n > 0 || s->span.begin == b->span.begin);
            assert_true(n + 1 < b->sentence_count || s->span.end == b->span.end);
            word += s->aside + s->word_count;
        }
        end = b->span.end;
    }
    check_gap(d, end, d->page.size);
    assert_int_equal(sentence, d->sentences.count);
    assert_int_equal(word, d->words.count);
}

static void check_terms(const lede_document *d) {
    uint32_t *met = calloc(d->terms.count + 1, sizeof *met);
    assert_non_null(met);
    for (size_t i = 0; i < d->words.count; i++) {
        if (d->words.items[i].kind != LEDE_WORD_MARK) {
            met[d->words.items[i].term]++;
        }
    }
    for (size_t i = 0; i < d->terms.count; i++) {
        const lede_term *t = &d->terms.items[i];
        lede_span k = t->key;
        assert_int_equal(t->occurrences, met[i]);
        assert_true(t->stops <= t->occurrences && t->body_count <= t->occurrences);
        assert_true(t->sentence_count <= t->body_count);
        assert_true(k.begin <= k.end && k.end <= d->keys.count);
        assert_int_equal(utf8_valid_prefix(d->keys.items + k.begin, k.end - k.begin),
                         k.end - k.begin);
        assert_true(t->stem < d->stems.count);
        assert_true(t->part_count == 0 ||
                    t->first_part + t->part_count <= d->parts.count);
    }
    free(met);
}

static void check_ledger(const lede_document *d) {
    uint32_t end = 0, set_aside = 0;
    for (size_t i = 0; i < d->ledger.count; i++) {
        check_span(d, d->ledger.items[i].span, end);
        assert_int_not_equal(d->ledger.items[i].rule, LEDE_RULE_NONE);
        end = d->ledger.items[i].span.end;
    }
    for (uint32_t i = 0; i < d->page.blocks.count; i++) {
        const lede_block *b = &d->page.blocks.items[i];
        set_aside += b->kind == LEDE_BLOCK_METADATA;
    }
    assert_true(set_aside <= d->ledger.count);
}

static void check_all(const char *bytes, size_t n, const lede_document_options *options) {
    opened o;
    opened_bytes(&o, bytes, n, options);
    assert_int_equal(utf8_valid_prefix(o.d.page.text, o.d.page.size), o.d.page.size);
    check_words(&o.d);
    check_sentences(&o.d);
    check_terms(&o.d);
    check_ledger(&o.d);
    opened_close(&o);
}

static void check_options(const char *bytes, size_t n) {
    static const char *const languages[] = {"auto", "en", "zz"};
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    for (int newlines = 0; newlines < 3; newlines++) {
        options.newlines = (lede_newlines)newlines;
        options.language = languages[newlines];
        check_all(bytes, n, &options);
    }
}

/* ---- Over many texts
 * ------------------------------------------------------------------------- */

static void random_bytes(void **state) {
    char bytes[600] = {0};
    uint64_t random = 51;
    for (size_t round = 0; round < 400; round++) {
        size_t n = round % sizeof bytes;
        for (size_t i = 0; i < n; i++) {
            uint64_t r = next_random(&random);
            /* half of them ASCII */
            bytes[i] = (char)(r % 2 == 0 ? r >> 8 & 0x7F : r >> 8 & 0xFF);
        }
        check_options(bytes, n);
    }
}

static void random_texts(void **state) {
    char bytes[900] = {0};
    uint64_t random = 52;
    for (size_t round = 0; round < 400; round++) {
        size_t room = 12 + round * 2;
        size_t n = round % 2 == 0 ? random_ascii(&random, bytes, room)
                                  : random_utf8(&random, bytes, room);
        check_options(bytes, n);
        /* and with one byte that spoils it */
        bytes[next_random(&random) % n] = "\0\xFF\xE2\x80"[round % 4];
        check_options(bytes, n);
    }
}

static char *read_file(const char *path, size_t *n) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    assert_true(size > 0);
    rewind(file);
    char *bytes = malloc((size_t)size);
    assert_non_null(bytes);
    *n = fread(bytes, 1, (size_t)size, file);
    assert_int_equal(*n, size);
    fclose(file);
    return bytes;
}

static void corpus(void **state) {
    static const char folder[] = LEDE_SOURCE_DIR "/corpus/articles";
    size_t files = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e = readdir(dir); e != NULL; e = readdir(dir)) {
        char path[PATH_SIZE];
        size_t n = strlen(e->d_name);
        if (n < 4 || strcmp(e->d_name + n - 4, ".txt") != 0) {
            continue;
        }
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        char *bytes = read_file(path, &n);
        check_options(bytes, n);
        free(bytes);
        files++;
    }
    closedir(dir);
    assert_true(files >= 6);
}

/* ---- Options and facts
 * ------------------------------------------------------------------------ */

static lede_status build_document(const char *bytes, size_t n,
                                  const lede_document_options *options,
                                  lede_error *error) {
    lede_document d;
    memset(&d, 0, sizeof d);
    memset(error, 0, sizeof *error);
    d.allocator = memory_or_default(options->allocator);
    lede_status status = document_build(&d, bytes, n, options, error);
    document_free(&d);
    return status;
}

static void sizes(void **state) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_error error;
    options.max_bytes = 4;
    assert_int_equal(build_document("abcd", 4, &options, &error), LEDE_OK);
    assert_int_equal(build_document("abcde", 5, &options, &error), LEDE_TOO_LARGE);
    assert_int_equal(error.status, LEDE_TOO_LARGE);
    assert_non_null(strstr(error.text, "max_bytes"));
    options.max_bytes = UINT64_MAX;
    assert_int_equal(build_document("x", UINT32_MAX, &options, &error), LEDE_TOO_LARGE);
    options.max_bytes = 0; /* the default */
    assert_int_equal(build_document("x", LEDE_MAX_BYTES + 1, &options, &error),
                     LEDE_TOO_LARGE);
}

static void strict(void **state) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_error error;
    static const char bad[] = "one\ntw\xC3\xA9o\xFF";
    options.strict = 1;
    assert_int_equal(build_document(bad, sizeof bad - 1, &options, &error),
                     LEDE_BAD_ENCODING);
    assert_int_equal(error.status, LEDE_BAD_ENCODING);
    assert_int_equal(error.offset, 9);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 5);
    assert_int_equal(build_document("a\0b", 3, &options, &error), LEDE_BAD_ENCODING);
    assert_int_equal(error.offset, 1);
    assert_non_null(strstr(error.text, "NUL"));
    assert_int_equal(build_document("\xEF\xBB\xBF\xC3\xA9", 5, &options, &error),
                     LEDE_OK);
}

static void check_language(const char *text, const char *asked, const char *code,
                           bool known, bool detected) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    options.language = asked;
    opened_bytes(&o, text, strlen(text), &options);
    assert_string_equal(o.d.facts.language, code);
    assert_int_equal(o.d.facts.language_known, known);
    assert_int_equal(o.d.facts.language_detected, detected);
    opened_close(&o);
}

static void languages(void **state) {
    check_language("The ferry left.", "auto", "en", true, true);
    check_language("The ferry left.", NULL, "en", true, true);
    check_language("The ferry left.", "en-GB", "en-GB", true, false);
    check_language("The ferry left.", "zz", "zz", false, false);
    check_language("F\xC3\xA4hre", "auto", "und", false, false);
    check_language("", "auto", "und", false, false);
    check_language("", "zzz-419", "zzz-419", false, false);
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_error error;
    static const char *const bad[] = {"", "e", "EN", "english", "en_GB", "en-gb"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        options.language = bad[i];
        assert_int_equal(build_document("x", 1, &options, &error), LEDE_UNKNOWN_LANGUAGE);
        assert_int_equal(error.status, LEDE_UNKNOWN_LANGUAGE);
    }
}

static void facts(void **state) {
    static const char text[] =
        "date 2024-03-23 It was cold.\n\nA Map\n\nAd\n\n- two words\n"
        "\n\xFF\xFE and\0 more of it.";
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    options.language = "en";
    opened_bytes(&o, text, sizeof text - 1, &options);
    lede_document_facts f = o.d.facts;
    assert_int_equal(f.bad_bytes, 2);
    assert_int_equal(f.nul_bytes, 1);
    assert_int_equal(f.first_bad.offset, 54);
    assert_int_equal(f.first_bad.line, 9);
    assert_int_equal(f.first_bad.column, 1);
    assert_int_equal(f.headings, 1);
    assert_int_equal(f.body_sentences, 3);
    assert_int_equal(f.words, 3 + 2 + 2 + 4);
    assert_false(f.hard_wrapped);
    opened_close(&o);
}

static void nothing(void **state) {
    static const char *const texts[] = {"", " ", "\n\n", "\xEF\xBB\xBF", "\xE2\x80\xA9"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
        opened o;
        opened_bytes(&o, texts[i], strlen(texts[i]), &options);
        assert_int_equal(o.d.words.count + o.d.sentences.count + o.d.terms.count +
                             o.d.ledger.count + o.d.page.blocks.count,
                         0);
        opened_close(&o);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_bytes), cmocka_unit_test(random_texts),
        cmocka_unit_test(corpus),       cmocka_unit_test(sizes),
        cmocka_unit_test(strict),       cmocka_unit_test(languages),
        cmocka_unit_test(facts),        cmocka_unit_test(nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
