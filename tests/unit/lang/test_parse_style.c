/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/repeat_words.h"
#include "unit/lang/style_support.h"

#include <stdio.h>
#include <stdlib.h>

#define PATH_SIZE 4096

typedef struct bad_style {
    const char *style;
    uint32_t line, column;
    uint64_t offset;
} bad_style;

static void bad_styles(void **state) {
    static const bad_style cases[] = {
        {"[hedge]\nmay\n[verbs]\n", 3, 1, 12},
        {"# a comment\nmay\n", 2, 1, 12},
        {"[hedge]\nmay The\n", 2, 5, 12},
        {"[hedge]\nmay\nabout\n", 3, 1, 12},
        {"[hedge]\nmay may\n", 2, 5, 12},
        {"[hedge]\n\xC3\xA9t\xC3\xA9 \xFF\n", 2, 5, 14},
        {"[transition]\nin_b in_a\n", 2, 6, 18}, /* out of order */
        {"[transition]\nin_a in_a\n", 2, 6, 18},
        {"[transition]\n_a\n", 2, 1, 13},
        {"[transition]\na_\n", 2, 1, 13},
        {"[transition]\na__b\n", 2, 1, 13},
        {"[transition]\na_b_c_d_e_f_g_h_i\n", 2, 1, 13}, /* nine words */
        {"[suffix-adverb]\na_b\n", 2, 1, 16},
        {"[shape-participle]\nbe*t get\n", 2, 6, 24}, /* no star */
        {"[shape-participle]\n*t\n", 2, 1, 19},
        {"[shape-participle]\nbe*\n", 2, 4, 22},
        {"[shape-participle]\nbe*t*t\n", 2, 4, 22},
        {"[shape-participle]\nver*t be*t\n", 2, 7, 25},
        {"[shape-participle]\nbe*t be*t\n", 2, 6, 24},
        {"[shape-participle]\nBe*t\n", 2, 1, 19},
        {"[prefix-participle]\nab*\n", 2, 1, 20},
        {"[prefix-participle]\nabcdefghijklmnopqrstuvwxyzabcdefg\n", 2, 1, 20},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        styled s;
        lede_error error;
        assert_int_equal(styled_parse(&s, cases[i].style, &error), LEDE_BAD_DATA);
        assert_int_equal(error.status, LEDE_BAD_DATA);
        assert_int_equal(error.line, cases[i].line);
        assert_int_equal(error.column, cases[i].column);
        assert_int_equal(error.offset, cases[i].offset);
        styled_close(&s);
    }
}

/* ---- repeats.txt ------------------------------------------------------------------- */

static lede_status parse_repeats_text(styled *s, const char *repeats, lede_error *error) {
    memset(s, 0, sizeof *s);
    s->builder.allocator = &memory_default;
    lede_status status = parse_repeats(&s->builder, repeats, strlen(repeats), error);
    return status == LEDE_OK ? parse_style_finish(&s->builder, &s->tables, error)
                             : status;
}

static void bad_repeats(void **state) {
    static const bad_style cases[] = {
        {"[weak]\nsaid\n[hedge]\nmay\n", 3, 1, 12}, /* a section of the other file */
        {"two\n", 1, 1, 0},
        {"[numeral]\ntwo one\n", 2, 5, 14}, /* out of order */
        {"[numeral]\ntwo two\n", 2, 5, 14},
        {"[weak]\nSaid\n", 2, 1, 7},
        {"[weak]\nof_course\n", 2, 1, 7}, /* words alone */
        {"[capital-nouns]\nno\n", 2, 1, 16},
        {"[capital-nouns]\nyes yes\n", 2, 5, 20},
        {"[capital-nouns]\nyes\n[capital-nouns]\nyes\n", 4, 1, 36},
        {"[fold]\ns\n", 2, 2, 8},
        {"[fold]\ns - base hedge\n", 2, 10, 16},
        {"[fold]\ns - base fold\n", 2, 10, 16},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        styled s;
        lede_error error;
        assert_int_equal(parse_repeats_text(&s, cases[i].style, &error), LEDE_BAD_DATA);
        assert_int_equal(error.line, cases[i].line);
        assert_int_equal(error.column, cases[i].column);
        assert_int_equal(error.offset, cases[i].offset);
        styled_close(&s);
    }
}

static void repeats(void **state) {
    styled s;
    assert_int_equal(parse_repeats_text(&s,
                                        "[capital-nouns]\nyes\n[numeral]\none two\n"
                                        "[weak]\nsaid\n[fold]\nies y\ns -\n",
                                        NULL),
                     LEDE_OK);
    assert_int_equal(s.tables.flags, LIST_CAPITAL_NOUNS);
    assert_int_equal(s.tables.word_count, 3);
    assert_int_equal(s.tables.rule_count, 2);
    styled_close(&s);
    assert_int_equal(parse_repeats_text(&s, "", NULL), LEDE_OK);
    assert_int_equal(s.tables.flags, 0);
    styled_close(&s);
    assert_int_equal(parse_repeats_text(&s, "[weak]\nsaid\n[weak-end]\nsaid\n", NULL),
                     LEDE_BAD_DATA); /* weak says both */
    styled_close(&s);
}

/* ---- More of style.txt ------------------------------------------------------------- */

/* A phrase must fit where it is looked for. */
static void longest_phrase(void **state) {
    char style[100] = "[hedge]\n";
    styled s;
    memset(style + 8, 'a', WORD_LIST_PHRASE_BYTES);
    style[10] = '_';
    styled_open(&s, style);
    styled_close(&s);
    style[8 + WORD_LIST_PHRASE_BYTES] = 'a';
    assert_int_equal(styled_parse(&s, style, NULL), LEDE_BAD_DATA);
    styled_close(&s);
}

static void twice_on_a_list(void **state) {
    styled s;
    lede_error error;
    assert_int_equal(
        styled_parse(&s, "[hedge]\nmay\n[plain]\nis\n[hedge]\nmay\n", &error),
        LEDE_BAD_DATA);
    assert_non_null(strstr(error.text, "twice"));
    styled_close(&s);
    assert_int_equal(styled_parse(&s, "[hedge]\na_b\n[hedge]\na_b\n", &error),
                     LEDE_BAD_DATA);
    styled_close(&s);
}

static void tables(void **state) {
    styled s;
    styled_open(&s, "[subordinating]\nif while\n[conjunction]\nand while\n[hedge]\n"
                    "in_a_way\n[transition]\nin_a_way in_case so\n[suffix-adverb]\nly\n"
                    "[adverb-not]\nfamily\n");
    const list_tables *t = &s.tables;
    assert_int_equal(t->word_count, 6); /* and family if in so while */
    assert_int_equal(t->phrase_count, 2);
    assert_int_equal(t->suffix_count, 1);
    for (uint32_t i = 1; i < t->word_count; i++) {
        assert_true(strncmp(t->strings + t->words[i - 1].key,
                            t->strings + t->words[i].key, 2) < 0);
    }
    assert_int_equal(t->phrases[0].lists, WORD_LIST_HEDGE | WORD_LIST_TRANSITION);
    assert_memory_equal(t->strings + t->phrases[0].key, "in a way", 8);
    assert_int_equal(t->phrases[0].words, 3);
    assert_int_equal(word_lists_exact(&s.pack, "while", 5),
                     WORD_LIST_CONJUNCTION | WORD_LIST_SUBORDINATING);
    assert_int_equal(t->known, WORD_LIST_CONJUNCTION | WORD_LIST_SUBORDINATING |
                                   WORD_LIST_HEDGE | WORD_LIST_TRANSITION |
                                   WORD_LIST_ADVERB | WORD_LIST_PHRASE_HEAD);
    styled_close(&s);
}

/* By the first byte; those that forbid stand before those that ask. */
static void shapes(void **state) {
    styled s;
    styled_open(&s, "[shape-participle]\nbe*t ge*t\n[shape-participle-not]\nbe*haft\n"
                    "[prefix-participle]\nab auf\n[participle]\ngeben\n");
    const list_tables *t = &s.tables;
    assert_int_equal(t->shape_count, 5);
    assert_int_equal(t->known, WORD_LIST_PARTICIPLE);
    lede_span bucket = list_shapes_bucket(t, "beta");
    assert_int_equal(bucket.end - bucket.begin, 2);
    assert_int_equal(t->shapes[bucket.begin].unless, 0);
    assert_int_equal(t->shapes[bucket.begin].end, 4);
    assert_memory_equal(t->strings + t->shapes[bucket.begin].key, "behaft", 6);
    assert_int_equal(t->shapes[bucket.begin + 1].end, 1);
    bucket = list_shapes_bucket(t, "a");
    assert_int_equal(bucket.end - bucket.begin, 2);
    bucket = list_shapes_bucket(t, "z");
    assert_int_equal(bucket.end, bucket.begin);
    styled_close(&s);
}

static void too_many_shapes(void **state) {
    char style[2000] = "[prefix-participle]\n";
    size_t n = strlen(style);
    styled s;
    lede_error error;
    for (int i = 0; i < 255; i++) {
        n += (size_t)snprintf(style + n, sizeof style - n, "a%c%c ", 'a' + i / 16,
                              'a' + i % 16);
    }
    styled_open(&s, style);
    styled_close(&s);
    snprintf(style + n, sizeof style - n, "b");
    assert_int_equal(styled_parse(&s, style, &error), LEDE_TOO_LARGE);
    styled_close(&s);
}

static void word_files(void **state) {
    style_builder b = {.allocator = &memory_default};
    list_tables t;
    lede_error error;
    assert_int_equal(parse_style_file("dale-chall-3000.txt"), WORD_LIST_DALE_3000);
    assert_int_equal(parse_style_file("spache-1974.txt"), WORD_LIST_SPACHE_1974);
    assert_int_equal(parse_style_file("README.md"), 0);
    assert_int_equal(parse_style_words(&b, WORD_LIST_DALE_3000, "# c\na\nb\n", 8, &error),
                     LEDE_OK);
    assert_int_equal(parse_style_words(&b, WORD_LIST_SPACHE_1974, "a\nc\n", 4, &error),
                     LEDE_OK);
    assert_int_equal(parse_style_finish(&b, &t, &error), LEDE_OK);
    assert_int_equal(t.word_count, 3);
    assert_int_equal(t.words[0].lists, WORD_LIST_FAMILIAR);
    parse_style_free(&b);
    b = (style_builder){.allocator = &memory_default};
    assert_int_equal(parse_style_words(&b, WORD_LIST_DALE_3000, "b\na\n", 4, &error),
                     LEDE_BAD_DATA);
    assert_int_equal(error.line, 2);
    assert_int_equal(parse_style_words(&b, WORD_LIST_DALE_3000, "[hedge]\na\n", 10, NULL),
                     LEDE_BAD_DATA); /* no sections here */
    parse_style_free(&b);
}

static void empty_style(void **state) {
    styled s;
    styled_open(&s, "");
    assert_int_equal(s.tables.known, 0);
    assert_int_equal(lists_of(&s.pack, "word"), 0);
    styled_close(&s);
}

/* ---- The lists of the project ------------------------------------------------------ */

/* NULL: there is no such file. */
static char *read_file(const char *path, size_t *n) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return NULL;
    }
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

static void add_file(style_builder *b, const char *code, const char *name,
                     uint32_t list) {
    char path[PATH_SIZE];
    size_t n = 0;
    lede_error error = {0};
    snprintf(path, sizeof path, "%s/stopwords/%s/%s", LEDE_SOURCE_DIR, code, name);
    char *bytes = read_file(path, &n);
    if (bytes != NULL) {
        lede_status status = list != 0 ? parse_style_words(b, list, bytes, n, &error)
                                       : parse_style(b, bytes, n, &error);
        assert_int_equal(status, LEDE_OK);
        free(bytes);
    }
}

/* False: the language has none. */
static bool add_repeats(style_builder *b, const char *code) {
    char path[PATH_SIZE];
    size_t n = 0;
    snprintf(path, sizeof path, "%s/stopwords/%s/repeats.txt", LEDE_SOURCE_DIR, code);
    char *bytes = read_file(path, &n);
    if (bytes != NULL) {
        assert_int_equal(parse_repeats(b, bytes, n, NULL), LEDE_OK);
        free(bytes);
    }
    return bytes != NULL;
}

static void check_same(const list_tables *a, const list_tables *b) {
    assert_int_equal(a->word_count, b->word_count);
    assert_int_equal(a->slot_mask, b->slot_mask);
    assert_int_equal(a->phrase_count, b->phrase_count);
    assert_int_equal(a->suffix_count, b->suffix_count);
    assert_int_equal(a->known, b->known);
    assert_int_equal(a->flags, b->flags);
    assert_memory_equal(&a->speed, &b->speed, sizeof a->speed);
    assert_int_equal(a->rule_count, b->rule_count);
    assert_memory_equal(&a->suffix_index, &b->suffix_index, sizeof a->suffix_index);
    assert_memory_equal(a->rule_index, b->rule_index, sizeof a->rule_index);
    for (uint32_t i = 0; i < a->word_count; i++) {
        const list_word *x = &a->words[i], *y = &b->words[i];
        assert_int_equal(x->length, y->length);
        assert_int_equal(x->lists, y->lists);
        assert_memory_equal(a->strings + x->key, b->strings + y->key, x->length);
    }
    for (uint32_t i = 0; i <= a->slot_mask; i++) {
        assert_int_equal(a->slots[i], b->slots[i]);
    }
    assert_int_equal(a->filter_shift, b->filter_shift);
    assert_memory_equal(a->filter, b->filter, (size_t)1 << (61 - a->filter_shift));
    for (uint32_t i = 0; i < a->suffix_count; i++) {
        const list_suffix *x = &a->suffixes[i], *y = &b->suffixes[i];
        assert_true(x->tail == y->tail);
        assert_int_equal(x->tail_shift, y->tail_shift);
        assert_int_equal(x->length, y->length);
        assert_int_equal(x->lists, y->lists);
        assert_int_equal(x->unless, y->unless);
    }
    for (uint32_t i = 0; i < a->phrase_count; i++) {
        const list_phrase *x = &a->phrases[i], *y = &b->phrases[i];
        assert_int_equal(x->length, y->length);
        assert_int_equal(x->lists, y->lists);
        assert_int_equal(x->words, y->words);
        assert_memory_equal(a->strings + x->key, b->strings + y->key, x->length);
    }
    assert_int_equal(a->shape_count, b->shape_count);
    assert_memory_equal(&a->shape_index, &b->shape_index, sizeof a->shape_index);
    for (uint32_t i = 0; i < a->shape_count; i++) {
        const list_shape *x = &a->shapes[i], *y = &b->shapes[i];
        assert_int_equal(x->front, y->front);
        assert_int_equal(x->end, y->end);
        assert_int_equal(x->lists, y->lists);
        assert_int_equal(x->unless, y->unless);
        assert_memory_equal(a->strings + x->key, b->strings + y->key,
                            (size_t)x->front + x->end);
    }
    for (uint32_t i = 0; i < a->rule_count; i++) {
        assert_memory_equal(a->strings + a->rules[i].suffix,
                            b->strings + b->rules[i].suffix, a->rules[i].suffix_length);
        assert_true(a->rules[i].tail == b->rules[i].tail);
        assert_int_equal(a->rules[i].tail_shift, b->rules[i].tail_shift);
        assert_int_equal(a->rules[i].next, b->rules[i].next);
        assert_int_equal(a->rules[i].base, b->rules[i].base);
        assert_int_equal(a->rules[i].word, b->rules[i].word);
        assert_int_equal(a->rules[i].doubled, b->rules[i].doubled);
    }
}

static void read_again(void **state) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        const char *code = packs[i].info.code;
        style_builder b = {.allocator = &memory_default};
        list_tables t;
        lede_error error;
        add_file(&b, code, "style.txt", 0);
#ifdef LEDE_HAS_DALE_CHALL_3000
        add_file(&b, code, "readability/dale-chall-3000.txt", WORD_LIST_DALE_3000);
#endif
#ifdef LEDE_HAS_SPACHE_1974
        add_file(&b, code, "readability/spache-1974.txt", WORD_LIST_SPACHE_1974);
#endif
        assert_int_equal(parse_style_finish(&b, &t, &error), LEDE_OK);
        assert_non_null(packs[i].lists);
        check_same(&t, packs[i].lists);
        parse_style_free(&b);
    }
}

/* A stop word is never an edge: it need not be weak. */
static void check_weak(const language_pack *pack, const list_tables *t) {
    for (uint32_t i = 0; i < t->word_count; i++) {
        const list_word *w = &t->words[i];
        const char *key = t->strings + w->key;
        if ((w->lists & REPEAT_WORD_WEAK) != 0 &&
            (pack_word_flags(pack, key, w->length) & LEDE_TERM_STOP) != 0) {
            fail_msg("%s: %.*s", pack->info.code, (int)w->length, key);
        }
    }
}

static void read_repeats_again(void **state) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        style_builder b = {.allocator = &memory_default};
        list_tables t;
        bool there = add_repeats(&b, packs[i].info.code);
        assert_int_equal(there, packs[i].repeat_lists != NULL);
        assert_int_equal(parse_style_finish(&b, &t, NULL), LEDE_OK);
        if (there) {
            check_same(&t, packs[i].repeat_lists);
            check_weak(&packs[i], &t);
        }
        parse_style_free(&b);
    }
}

/* ---- No memory ------------------------------------------------------------------------
 */

typedef struct failing {
    lede_allocator allocator;
    size_t left; /* calls that still succeed */
} failing;

static void *fail_later(void *context, void *block, size_t old_size, size_t new_size) {
    failing *f = context;
    if (new_size > 0 && f->left-- == 0) {
        f->left = 0;
        return NULL;
    }
    return memory_default.resize(memory_default.ctx, block, old_size, new_size);
}

static void no_memory(void **state) {
    static const char style[] =
        "[hedge]\nin_a_way may\n[suffix-adverb]\nly\n[fog]\ned e\n"
        "[shape-participle]\nbe*t\n[prefix-participle]\nab\n";
    lede_status status = LEDE_NO_MEMORY;
    size_t calls = 0;
    for (; status == LEDE_NO_MEMORY; calls++) {
        failing f = {.left = calls};
        f.allocator = (lede_allocator){.resize = fail_later, .ctx = &f};
        style_builder b = {.allocator = &f.allocator};
        list_tables t;
        lede_error error;
        status = parse_style(&b, style, sizeof style - 1, &error);
        if (status == LEDE_OK) {
            status = parse_style_finish(&b, &t, &error);
        }
        parse_style_free(&b);
    }
    assert_int_equal(status, LEDE_OK);
    assert_true(calls > 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_styles),
        cmocka_unit_test(longest_phrase),
        cmocka_unit_test(twice_on_a_list),
        cmocka_unit_test(tables),
        cmocka_unit_test(shapes),
        cmocka_unit_test(too_many_shapes),
        cmocka_unit_test(word_files),
        cmocka_unit_test(empty_style),
        cmocka_unit_test(read_again),
        cmocka_unit_test(no_memory),
        cmocka_unit_test(bad_repeats),
        cmocka_unit_test(repeats),
        cmocka_unit_test(read_repeats_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
