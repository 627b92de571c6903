/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "base/memory.h"
#include "lang/function_words.h"
#include "lang/parse.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PATH_SIZE 4096

/* ---- Errors ------------------------------------------------------------------- */

static lede_status parse(const char *list, pack_builder *b, lede_error *error) {
    *b = (pack_builder){.allocator = &memory_default};
    lede_status status = parse_list(b, list, strlen(list), error);
    return status == LEDE_OK ? parse_finish(b, error) : status;
}

typedef struct bad_list {
    const char *list;
    uint32_t line, column;
    uint64_t offset;
} bad_list;

static void check_bad(const bad_list *c) {
    pack_builder b;
    lede_error error;
    assert_int_equal(parse(c->list, &b, &error), LEDE_BAD_DATA);
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_int_equal(error.line, c->line);
    assert_int_equal(error.column, c->column);
    assert_int_equal(error.offset, c->offset);
    parse_free(&b);
    assert_int_equal(parse(c->list, &b, NULL), LEDE_BAD_DATA);
    parse_free(&b);
}

static void bad_lists(void **state) {
    static const bad_list cases[] = {
        {"[stop]\nthe\n[verbs]\n", 3, 1, 11}, /* unknown section */
        {"[stopp]", 1, 1, 0},
        {"[sto]", 1, 1, 0},
        {"  [ stop]", 1, 3, 2},
        {"# a comment\n\nthe a\n", 3, 1, 13}, /* entry before any section */
        {"\t the", 1, 3, 2},
        {"[]", 1, 1, 0},
        {"[stop]\nthe  The", 2, 6, 12}, /* not folded */
        {"[stop]\r\n a STRA\r\n", 2, 4, 11},
        {"[stop]\nstra\xC3\x9F"
         "e",
         2, 1, 7},                               /* full folding: ss */
        {"[stop]\ne\xCC\x81t\xC3\xA9", 2, 1, 7}, /* not NFC */
        {"[stop]\nco\xC2\xADop", 2, 1, 7},       /* soft hyphen */
        {"[stop]\na \xFF", 2, 3, 9},             /* not UTF-8 */
        {"[stop]\na \xC3", 2, 3, 9},
        {"[ad]\nThis ad\n", 2, 1, 5},
        {"[ad]\n- ad\n", 2, 1, 5},  /* must begin with a word */
        {"[stop]\nb a\n", 2, 3, 9}, /* out of order */
        {"[stop]\nthe\nan\n", 3, 1, 11},
        {"[stop]\nab a\n", 2, 4, 10},
        {"[title]\ndr Col\n", 2, 4, 11}, /* by the folded form */
        {"[ad]\nads\nad\n", 3, 1, 9},
        {"[terminator]\n;;\n", 2, 1, 13},
        {"[terminator]\n; : ! ? .\n", 2, 9, 21}, /* five are too many */
        {"[also]\nNO\n", 2, 1, 7},
        {"[also]\nno-NO\n", 2, 1, 7},
        {"[also]\nno na nb nc nd\n", 2, 13, 19},
        {"[case]\nI\n", 2, 1, 7},
        {"[case]\nIia\n", 2, 1, 7},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_bad(&cases[i]);
    }
}

/* lede_error.column counts code points: U+00E9 is one of two bytes. */
static void column_is_in_code_points(void **state) {
    static const bad_list letters = {"[stop]\n\xC3\xA9t\xC3\xA9 The", 2, 5, 13};
    check_bad(&letters);
}

static void too_long(void **state) {
    char list[300] = "[stop]\n";
    pack_builder b;
    lede_error error;
    memset(list + 7, 'a', 200);
    assert_int_equal(parse(list, &b, &error), LEDE_OK);
    assert_int_equal(b.words.count, 1);
    assert_int_equal(b.words.items[0].length, 200);
    parse_free(&b);
    list[207] = 'a';
    check_bad(&(bad_list){list, 2, 1, 7});
}

static void twice(void **state) {
    static const char *const lists[] = {
        "[stop]\na the the\n",
        "[stop]\nthe\n[starter]\nthe\n[stop]\nthe\n",
        "[ad]\nsponsored\nsponsored\n",
        "[date]\ndate\nlast updated\nlast updated\n",
        "[stop]\na\na\na\n",
        "[calendar]\nSat sat\n",
        "[title]\nGen Gen\n",
    };
    for (size_t i = 0; i < COUNT(lists); i++) {
        pack_builder b;
        lede_error error;
        assert_int_equal(parse(lists[i], &b, &error), LEDE_BAD_DATA);
        assert_int_equal(error.status, LEDE_BAD_DATA);
        assert_non_null(strstr(error.text, "twice"));
        parse_free(&b);
        assert_int_equal(parse(lists[i], &b, NULL), LEDE_BAD_DATA);
        parse_free(&b);
    }
}

/* Across two files of one language too. */
static void twice_in_two_files(void **state) {
    pack_builder b = {.allocator = &memory_default};
    lede_error error;
    assert_int_equal(parse_list(&b, "[stop]\na", 8, &error), LEDE_OK);
    assert_int_equal(parse_list(&b, "[stop]\na", 8, &error), LEDE_OK);
    assert_int_equal(parse_finish(&b, &error), LEDE_BAD_DATA);
    parse_free(&b);
}

/* ---- What a good list gives ------------------------------------------------------ */

static bool word_is(const pack_builder *b, size_t i, const char *key, uint32_t flags) {
    const pack_word *w = &b->words.items[i];
    return w->length == strlen(key) && w->flags == flags &&
           memcmp(b->strings.items + w->key, key, w->length) == 0;
}

static bool line_is(const pack_builder *b, size_t i, const char *key,
                    pack_line_kind kind) {
    const pack_line *l = &b->lines.items[i];
    return l->length == strlen(key) && l->kind == kind &&
           memcmp(b->strings.items + l->key, key, l->length) == 0;
}

static void good_list(void **state) {
    static const char list[] = "# words\n"
                               "[stop]\r\n"
                               "  and\tof  the \n"
                               "\n"
                               "[starter]\n"
                               "the\n"
                               "[may-end]\n"
                               "ca e.u\n"
                               "[connector]\n"
                               "ca\n"
                               "[date]\n"
                               "last updated \n"
                               "[ad]\n"
                               "end\n"
                               " the end - of it\n"
                               "[stop]";
    pack_builder b;
    lede_error error;
    assert_int_equal(parse(list, &b, &error), LEDE_OK);
    assert_int_equal(b.words.count, 7);
    assert_true(word_is(&b, 0, "and", LEDE_TERM_STOP));
    assert_true(word_is(&b, 1, "ca", LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR));
    assert_true(word_is(&b, 2, "e.u", LEDE_TERM_MAY_END));
    assert_true(word_is(&b, 3, "end", LEDE_TERM_LABEL));
    assert_true(word_is(&b, 4, "last", LEDE_TERM_LABEL));
    assert_true(word_is(&b, 5, "of", LEDE_TERM_STOP));
    assert_true(
        word_is(&b, 6, "the", LEDE_TERM_STOP | LEDE_TERM_STARTER | LEDE_TERM_LABEL));
    assert_int_equal(b.lines.count, 3);
    assert_true(line_is(&b, 0, "end", PACK_LINE_AD));
    assert_true(line_is(&b, 1, "last updated", PACK_LINE_DATE));
    assert_true(line_is(&b, 2, "the end - of it", PACK_LINE_AD));
    parse_free(&b);
}

/* Abbreviations may be written with a capital: they are stored folded, and every
 * class of the word holds only with one. */
static void capitals(void **state) {
    pack_builder b;
    lede_error error;
    assert_int_equal(
        parse("[calendar]\nSat\n[title]\nCol \xC3\x89t\n[numbered]\nCol", &b, &error),
        LEDE_OK);
    assert_int_equal(b.words.count, 3);
    assert_true(
        word_is(&b, 0, "col", LEDE_TERM_TITLE | LEDE_TERM_NUMBERED | LEDE_TERM_CAPITAL));
    assert_true(word_is(&b, 1, "sat", LEDE_TERM_CALENDAR | LEDE_TERM_CAPITAL));
    assert_true(word_is(&b, 2, "\xC3\xA9t", LEDE_TERM_TITLE | LEDE_TERM_CAPITAL));
    parse_free(&b);
    assert_int_equal(parse("[title]\ncol\n[numbered]\nCol", &b, &error), LEDE_BAD_DATA);
    assert_non_null(strstr(error.text, "with and without a capital"));
    parse_free(&b);
    check_bad(&(bad_list){"[title]\nGEN", 2, 1, 8}); /* the first letter only */
    check_bad(&(bad_list){"[starter]\nThe", 2, 1, 10});
    check_bad(&(bad_list){"[ad]\nAdvert", 2, 1, 5});
}

/* What only some languages have. */
static void rules(void **state) {
    static const char list[] = "[elision]\nd l\n[ordinal-before]\nam\n"
                               "[ordinal-after]\nmai\n[teaser]\nread more\n"
                               "[terminator]\n; :\n[case]\nI\xC4\xB1 \xC4\xB0i\n";
    pack_builder b;
    lede_error error;
    assert_int_equal(parse(list, &b, &error), LEDE_OK);
    assert_int_equal(b.words.count, 5);
    assert_true(word_is(&b, 0, "am", LEDE_TERM_ORDINAL_BEFORE));
    assert_true(word_is(&b, 1, "d", LEDE_TERM_ELISION));
    assert_true(word_is(&b, 3, "mai", LEDE_TERM_ORDINAL_AFTER));
    assert_true(word_is(&b, 4, "read", LEDE_TERM_LABEL));
    assert_true(line_is(&b, 0, "read more", PACK_LINE_TEASER));
    assert_int_equal(b.codes.terminators[0], ';');
    assert_int_equal(b.codes.terminators[1], ':');
    assert_int_equal(b.codes.terminators[2], 0);
    assert_int_equal(b.codes.cases[0].upper, 'I');
    assert_int_equal(b.codes.cases[0].lower, 0x131);
    assert_int_equal(b.codes.cases[1].upper, 0x130);
    assert_int_equal(b.codes.cases[1].lower, 'i');
    assert_int_equal(b.codes.cases[2].upper, 0);
    parse_free(&b);
}

/* Two labels that begin alike are no double entry. */
static void labels_share_a_word(void **state) {
    pack_builder b;
    lede_error error;
    assert_int_equal(parse("[ad]\npaid\npaid advert\npaid content", &b, &error), LEDE_OK);
    assert_int_equal(b.words.count, 1);
    assert_true(word_is(&b, 0, "paid", LEDE_TERM_LABEL));
    assert_int_equal(b.lines.count, 3);
    parse_free(&b);
}

static void empty_list(void **state) {
    pack_builder b;
    lede_error error;
    assert_int_equal(parse("", &b, &error), LEDE_OK);
    assert_int_equal(b.words.count + b.lines.count, 0);
    parse_free(&b);
    assert_int_equal(parse("# nothing\n\n[stop]\n", &b, &error), LEDE_OK);
    assert_int_equal(b.words.count + b.lines.count, 0);
    parse_free(&b);
}

/* ---- The lists of the project ------------------------------------------------------ */

static char *read_file(const char *path, size_t *n) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    assert_true(size >= 0);
    rewind(file);
    char *bytes = malloc((size_t)size + 1);
    assert_non_null(bytes);
    *n = fread(bytes, 1, (size_t)size, file);
    assert_int_equal(*n, size);
    fclose(file);
    return bytes;
}

/* repeats.txt and style.txt have a reader of their own: test_parse_style.c. */
static int is_list(const struct dirent *entry) {
    size_t n = strlen(entry->d_name);
    return n > 4 && strcmp(entry->d_name + n - 4, ".txt") == 0 &&
           strcmp(entry->d_name, "repeats.txt") != 0 &&
           strcmp(entry->d_name, "style.txt") != 0 &&
           strcmp(entry->d_name, "syllables.txt") != 0;
}

/* Each file alone is clean, and all of a language together. */
static int read_language(const char *code, pack_builder *b) {
    char folder[PATH_SIZE / 2], path[PATH_SIZE];
    struct dirent **entries = NULL;
    snprintf(folder, sizeof folder, "%s/stopwords/%s", LEDE_SOURCE_DIR, code);
    int count = scandir(folder, &entries, is_list, alphasort);
    for (int i = 0; i < count; i++) {
        pack_builder alone = {.allocator = &memory_default};
        lede_error error;
        size_t n = 0;
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        char *bytes = read_file(path, &n);
        assert_int_equal(parse_list(&alone, bytes, n, &error), LEDE_OK);
        assert_int_equal(parse_finish(&alone, &error), LEDE_OK);
        assert_true(alone.words.count + alone.lines.count > 0);
        assert_int_equal(parse_list(b, bytes, n, &error), LEDE_OK);
        parse_free(&alone);
        free(bytes);
        free(entries[i]);
    }
    free(entries);
    return count;
}

static void check_same(const pack_builder *b, const language_pack *p) {
    assert_int_equal(b->words.count, p->word_count);
    for (uint32_t i = 0; i < p->word_count; i++) {
        pack_word mine = b->words.items[i], theirs = p->words[i];
        assert_int_equal(mine.length, theirs.length);
        assert_int_equal(mine.flags, theirs.flags);
        assert_memory_equal(b->strings.items + mine.key, p->strings + theirs.key,
                            mine.length);
    }
    assert_memory_equal(&b->codes, &p->codes, sizeof b->codes);
    assert_int_equal(b->lines.count, p->line_count);
    for (uint32_t i = 0; i < p->line_count; i++) {
        pack_line mine = b->lines.items[i], theirs = p->lines[i];
        assert_int_equal(mine.length, theirs.length);
        assert_int_equal(mine.kind, theirs.kind);
        assert_memory_equal(b->strings.items + mine.key, p->strings + theirs.key,
                            mine.length);
    }
}

static uint32_t count_flag(const pack_builder *b, uint32_t flags) {
    uint32_t count = 0;
    for (size_t i = 0; i < b->words.count; i++) {
        count += (b->words.items[i].flags & flags) != 0;
    }
    return count;
}

static void read_again(void **state) {
    const uint32_t abbreviations = LEDE_TERM_TITLE | LEDE_TERM_NUMBERED |
                                   LEDE_TERM_CALENDAR | LEDE_TERM_ORGANISATION |
                                   LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR;
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        pack_builder b = {.allocator = &memory_default};
        lede_error error;
        assert_true(read_language(packs[i].info.code, &b) > 0);
        assert_int_equal(parse_finish(&b, &error), LEDE_OK);
        check_same(&b, &packs[i]);
        assert_int_equal(packs[i].info.stop_words, count_flag(&b, LEDE_TERM_STOP));
        assert_int_equal(packs[i].info.starters, count_flag(&b, LEDE_TERM_STARTER));
        assert_int_equal(packs[i].info.abbreviations, count_flag(&b, abbreviations));
        parse_free(&b);
    }
}

/* ---- The registry --------------------------------------------------------------------
 */

static void check_registry_line(const registry_line *l, const language_pack *p) {
    assert_int_equal(l->code_length, strlen(p->info.code));
    assert_memory_equal(l->code, p->info.code, l->code_length);
    assert_int_equal(l->name_length, strlen(p->info.name));
    assert_memory_equal(l->name, p->info.name, l->name_length);
    assert_int_equal(l->stemmer_length == 0, p->info.stemmer == NULL);
    if (p->info.stemmer != NULL) {
        assert_int_equal(l->stemmer_length, strlen(p->info.stemmer));
        assert_memory_equal(l->stemmer, p->info.stemmer, l->stemmer_length);
    }
    assert_int_equal(l->fallback, p->fallback);
    assert_memory_equal(l->scripts, p->scripts, sizeof l->scripts);
}

/* Its words are in the table of function words, under the bit behind the packs'. */
static void check_neutral_line(const registry_line *l, size_t number) {
    const function_table *t = function_words();
    pack_builder b = {.allocator = &memory_default};
    lede_error error;
    size_t n = 0, language = 0;
    char path[PATH_SIZE];
    (void)pack_list(&language);
    language += number;
    assert_int_equal(l->stemmer_length, 0);
    assert_memory_equal(l->scripts, t->scripts[language], sizeof l->scripts);
    snprintf(path, sizeof path, "%s/stopwords/neutral/%.*s.txt", LEDE_SOURCE_DIR,
             (int)l->code_length, l->code);
    char *bytes = read_file(path, &n);
    assert_int_equal(parse_list(&b, bytes, n, &error), LEDE_OK);
    assert_true(b.words.count >= 30);
    for (size_t i = 0; i < b.words.count; i++) {
        pack_word w = b.words.items[i];
        const char *key = b.strings.items + w.key;
        const function_word *f =
            function_words_find(t, key, w.length, hash_bytes(key, w.length, 0));
        assert_non_null(f);
        assert_true(t->sets[f->set] >> language & 1);
        assert_int_equal(w.flags, LEDE_TERM_STOP);
    }
    parse_free(&b);
    free(bytes);
}

static void registry(void **state) {
    size_t n = 0, at = 0, count = 0, read = 0, neutral = 0;
    const language_pack *packs = pack_list(&count);
    char *bytes = read_file(LEDE_SOURCE_DIR "/stopwords/languages.txt", &n);
    registry_line line;
    lede_error error;
    while (parse_registry(bytes, n, &at, &line, &error)) {
        if (line.neutral) {
            check_neutral_line(&line, neutral++);
            continue;
        }
        assert_true(read < count && neutral == 0);
        check_registry_line(&line, &packs[read++]);
    }
    assert_int_equal(error.status, LEDE_OK);
    assert_int_equal(read, count);
    assert_int_equal(read + neutral, function_words()->language_count);
    free(bytes);
}

static void registry_fields(void **state) {
    static const char text[] =
        "# c\n\n zh  -  Latn  -  Old Norse \r\n\nhaw x Hira+Kana+Hani fallback "
        "Hawaiian\nxx - Latn neutral X";
    size_t at = 0;
    registry_line l;
    lede_error error;
    assert_true(parse_registry(text, sizeof text - 1, &at, &l, &error));
    assert_int_equal(l.code_length, 2);
    assert_int_equal(l.stemmer_length, 0);
    assert_false(l.fallback);
    assert_int_equal(l.name_length, 9);
    assert_memory_equal(l.name, "Old Norse", 9);
    assert_true(parse_registry(text, sizeof text - 1, &at, &l, &error));
    assert_memory_equal(l.code, "haw", 3);
    assert_int_equal(l.stemmer_length, 1);
    assert_true(l.fallback);
    assert_false(l.neutral);
    assert_int_equal(l.scripts[0], unicode_script_of(0x3042));
    assert_int_equal(l.scripts[1], unicode_script_of(0x30A2));
    assert_int_equal(l.scripts[2], unicode_script_of(0x4E00));
    assert_int_equal(l.scripts[3], 0);
    assert_true(parse_registry(text, sizeof text - 1, &at, &l, &error));
    assert_true(l.neutral && !l.fallback);
    assert_int_equal(l.scripts[0], unicode_script_of('a'));
    assert_int_equal(l.scripts[1], 0);
    assert_false(parse_registry(text, sizeof text - 1, &at, &l, &error));
    assert_int_equal(error.status, LEDE_OK);
}

static void bad_registry(void **state) {
    static const char *const lines[] = {"en english Latn fallback",
                                        "EN english Latn - English",
                                        "e - Latn - E",
                                        "en",
                                        "english - Latn - English",
                                        "en english - English",
                                        "en english Latin - English",
                                        "en english Latn+ - English",
                                        "en english +Latn - English",
                                        "en english Latn+Zzzz - English",
                                        "en - Latn+Grek+Cyrl+Arab+Hebr - English",
                                        "en english Latn maybe English"};
    for (size_t i = 0; i < COUNT(lines); i++) {
        size_t at = 0;
        registry_line l;
        lede_error error;
        assert_false(parse_registry(lines[i], strlen(lines[i]), &at, &l, &error));
        assert_int_equal(error.status, LEDE_BAD_DATA);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_lists),
        cmocka_unit_test(column_is_in_code_points),
        cmocka_unit_test(too_long),
        cmocka_unit_test(twice),
        cmocka_unit_test(twice_in_two_files),
        cmocka_unit_test(good_list),
        cmocka_unit_test(labels_share_a_word),
        cmocka_unit_test(capitals),
        cmocka_unit_test(rules),
        cmocka_unit_test(empty_list),
        cmocka_unit_test(read_again),
        cmocka_unit_test(registry),
        cmocka_unit_test(registry_fields),
        cmocka_unit_test(bad_registry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
