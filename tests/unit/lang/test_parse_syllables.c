/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syllable_support.h"
#include "unicode/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct bad_file {
    const char *text;
    const char *why; /* how the message begins */
    uint32_t line, column;
    uint64_t offset;
} bad_file;

#define SECTION "unknown section"
#define BEFORE "entry before any section"
#define FOLDED "entry is not in folded form"
#define LETTER "not a letter that rules can have"
#define PATTERN "malformed pattern"
#define CLASS "a class is a capital and its letters"
#define TWICE "two patterns for the same letters"
#define EMPTY "a class without letters"

static const bad_file bad_files[] = {
    {"", "no vowels", 0, 0, 0},
    {"# nothing\n", "no vowels", 0, 0, 0},
    {"[one]\nab\n", "no vowels", 0, 0, 0},
    {"a", BEFORE, 1, 1, 0},
    {"# a\n\n  ab\n", BEFORE, 3, 3, 7},
    {"[vowels]\na", SECTION, 1, 1, 0},
    {"[vowel\na", SECTION, 1, 1, 0},
    {"[]\na", SECTION, 1, 1, 0},
    {"[", SECTION, 1, 1, 0},
    {"[vowel] a\n", SECTION, 1, 1, 0},
    {"[stop]\na", SECTION, 1, 1, 0},
    {"[seven]\na", SECTION, 1, 1, 0},
    {"[vowel]\naeA\n", "only letters are in a class", 2, 1, 8},
    {"[vowel]\na e$\n", "only letters are in a class", 2, 3, 10},
    {"[vowel]\naea\n", "a letter stands twice in its class", 2, 1, 8},
    {"[vowel]\nae\n[vowel]\ni a\n", "a letter stands twice in its class", 4, 3, 21},
    {"[vowel]\na1\n", LETTER, 2, 1, 8},
    {"[vowel]\na-\n", LETTER, 2, 1, 8},
    {"[vowel]\nか\n", LETTER, 2, 1, 8},
    {"[vowel]\nÄ\n", FOLDED, 2, 1, 8},
    {"[vowel]\na ß\n", FOLDED, 2, 3, 10},
    {"[vowel]\na\xCC\x81\n", FOLDED, 2, 1, 8}, /* a and a combining accent */
    {"[vowel]\na\xC3", "entry is too long or not UTF-8", 2, 1, 8},
    {"[vowel]\na\n[class]\nab cd\n", CLASS, 4, 1, 18},
    {"[vowel]\na\n[class]\nA\n", CLASS, 4, 1, 18},
    {"[vowel]\na\n[class]\nAB b\n", CLASS, 4, 1, 18},
    {"[vowel]\na\n[class]\nA bcb\n", "a letter stands twice in its class", 4, 3, 20},
    {"[vowel]\na\n[one]\n^\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\nb $\n", PATTERN, 4, 3, 18},
    {"[vowel]\na\n[one]\n^$\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n()a\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n(a\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\na)\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n(a))\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n(a)(b)\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n((a))\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\nb(a)\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n(a$)\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\na$b\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\na$$\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\na^\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n^^a\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n~a\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\nV~\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\nV~~a\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\n^V~a\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\nV!\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\nV!a!b\n", PATTERN, 4, 1, 16},
    {"[vowel]\na\n[one]\nV!ab V~ab V(a)b\n[two]\nV!ab\n", TWICE, 6, 1, 38},
    {"[vowel]\na\n[one]\nb abcdefghijklmnopqrstuvwxy\n", "pattern is too long", 4, 3, 18},
    {"[vowel]\na\n[one]\nXa\n", EMPTY, 4, 1, 16},
    {"[vowel]\na\n[one]\nab\n[two]\nab\n", TWICE, 6, 1, 25},
    {"[vowel]\na\n[one]\n^ab b^b\n", PATTERN, 4, 5, 20},
    {"[vowel]\na\n[one]\n^(a)b\n[two]\n^ab\n", TWICE, 6, 1, 28},
    {"[vowel]\na\n[one]\nV~ab\n[two]\nV~(a)b\n", TWICE, 6, 1, 27},
    {"[vowel]\naé\n[class]\nS é\nT é\n[one]\naS\n[silent]\né aT\n", TWICE, 9, 3, 51},
};

static void check_bad(const bad_file *f) {
    syllable_tables t;
    lede_error error = {0};
    lede_status status = parse_exact(&t, f->text, strlen(f->text), &error);
    if (status != LEDE_BAD_DATA || strncmp(error.text, f->why, strlen(f->why)) != 0 ||
        error.line != f->line || error.column != f->column) {
        print_message("%s\n: %d %s %u:%u\n", f->text, (int)status, error.text,
                      (unsigned)error.line, (unsigned)error.column);
    }
    assert_int_equal(status, LEDE_BAD_DATA);
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_memory_equal(error.text, f->why, strlen(f->why));
    assert_int_equal(error.line, f->line);
    assert_int_equal(error.column, f->column);
    assert_int_equal(error.offset, f->offset);
    syllable_tables_free(&t);
    assert_int_equal(parse_exact(&t, f->text, strlen(f->text), NULL), LEDE_BAD_DATA);
    syllable_tables_free(&t);
}

static void places_of_errors(void **state) {
    for (size_t i = 0; i < COUNT(bad_files); i++) {
        check_bad(&bad_files[i]);
    }
}

/* Blanks, line ends and the order of sections mean nothing. */
static void forms_of_a_file(void **state) {
    static const char *const files[] = {
        "[vowel]\naeiou\n[one]\nai ei\n",
        "# ai\n[one]\nai\n\n\tei\r\n[vowel]\r\na e\n  iou",
        "[one]\nai\n[vowel]\naeiou\n[two]\n[one]\nei",
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        syllable_tables t;
        lede_error error;
        assert_int_equal(parse_exact(&t, files[i], strlen(files[i]), &error), LEDE_OK);
        assert_int_equal(count_exact(&t, "baiboiei", 8), 4);
        syllable_tables_free(&t);
    }
}

/* Letters that no rule tells apart need one symbol, however many they are. */
static void shared_symbols(void **state) {
    static const char file[] = "[vowel]\naeiou\n[consonant]\nbcdfghjklmnpqrstvwxz\n"
                               "[one]\nC(r)C\n[two]\nCCCCCCVCCCCCC\n";
    syllable_tables t;
    lede_error error;
    assert_int_equal(parse_exact(&t, file, sizeof file - 1, &error), LEDE_OK);
    assert_int_equal(t.symbol_count, SYLLABLE_FIRST_SYMBOL + 3);
    syllable_tables_free(&t);
}

/* Classes multiply: the number of patterns has a limit, and no memory is taken in vain.
 */
static void too_many(void **state) {
    static const char file[] =
        "[vowel]\naeiou\n[one]\na e i o u b c d f g\n[class]\nA aeioubcdfg\n"
        "[two]\nAAAAAAAAAAAAAAAAAAAAAAAA\n";
    syllable_tables t;
    lede_error error;
    assert_int_equal(parse_exact(&t, file, sizeof file - 1, &error), LEDE_BAD_DATA);
    assert_string_equal(error.text, "too many patterns");
    assert_int_equal(error.line, 8);
    assert_true(t.keys.count <= SYLLABLE_KEYS_MAX);
    syllable_tables_free(&t);
}

/* Every letter of the Georgian, Khmer and Ethiopic scripts as itself. */
static void too_many_letters(void **state) {
    static const uint32_t ranges[][2] = {
        {0x10D0, 0x10FB}, {0x1200, 0x1249}, {0x12A0, 0x12B1}, {0x1780, 0x17B4},
        {0x1300, 0x1311}, {0x1320, 0x135B}, {0x1401, 0x1480}};
    char file[4096] = "[vowel]\na\n[one]\n";
    size_t n = strlen(file);
    for (size_t i = 0; i < COUNT(ranges); i++) {
        for (uint32_t code = ranges[i][0]; code < ranges[i][1]; code++) {
            n += utf8_encode(code, file + n);
            file[n++] = ' ';
        }
    }
    syllable_tables t;
    lede_error error;
    assert_int_equal(parse_exact(&t, file, n, &error), LEDE_BAD_DATA);
    assert_string_equal(error.text, "too many letters");
    syllable_tables_free(&t);
}

/* Cut at every byte, and with every byte replaced: an error or rules, never a crash. */
static void damaged_files(void **state) {
    static const char file[] = "[vowel]\naeé\n[class]\nA é\n[two]\n^(ea)V$ A~ee\n";
    char damaged[sizeof file];
    static const char bytes[] = "\n\0[]()^$~AZa\xC3\xFF# ";
    syllable_tables t;
    lede_error error;
    for (size_t i = 0; i < sizeof file; i++) {
        (void)parse_exact(&t, file, i, &error);
        syllable_tables_free(&t);
        for (size_t k = 0; k < sizeof bytes - 1; k++) {
            memcpy(damaged, file, sizeof file);
            damaged[i] = bytes[k];
            if (parse_exact(&t, damaged, sizeof file - 1, &error) == LEDE_OK) {
                assert_true(count_exact(&t, "eaéee", 6) <= 12);
            }
            syllable_tables_free(&t);
        }
    }
}

/* ---- Memory ---------------------------------------------------------------------- */

typedef struct scarce {
    size_t left;
} scarce;

static void *resize_scarce(void *context, void *old, size_t old_size, size_t new_size) {
    scarce *s = context;
    if (new_size > old_size && s->left-- == 0) {
        s->left = 0;
        return NULL;
    }
    return memory_default.resize(memory_default.ctx, old, old_size, new_size);
}

static void no_memory(void **state) {
    static const char file[] = "[vowel]\naeé\n[class]\nA é\n[two]\n^(ea)V$ A~ee\n";
    lede_status status = LEDE_NO_MEMORY;
    for (size_t n = 0; status != LEDE_OK; n++) {
        scarce s = {n};
        lede_allocator allocator = {resize_scarce, &s};
        syllable_tables t = {.allocator = &allocator};
        lede_error error;
        status = parse_syllables(&t, file, sizeof file - 1, &error);
        assert_true(status == LEDE_OK || status == LEDE_NO_MEMORY);
        syllable_tables_free(&t);
        assert_true(n < 200);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_of_errors), cmocka_unit_test(forms_of_a_file),
        cmocka_unit_test(shared_symbols),   cmocka_unit_test(too_many),
        cmocka_unit_test(too_many_letters), cmocka_unit_test(damaged_files),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
