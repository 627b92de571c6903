/* SPDX-License-Identifier: MIT */
/*
 * Learns a syllable model, for scripts/train-syllables.
 *
 * Usage: train_syllables RECIPE WORDS OUTPUT
 * WORDS has lines "word<TAB>counts". RECIPE is a model whose lines before section
 * [seed] are kept as they stand; the rest is learnt, and may be missing.
 *        train_syllables --folds RECIPE WORDS
 * Leaves out a tenth of the words in turn and prints how much of it the weights
 * learnt from the others get right, with nothing listed.
 */
#include "gen/syllable_training.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEEDS 1000u
#define ROW 32u /* weights on a line */

typedef struct blob {
    char *bytes;
    size_t n;
} blob;

typedef struct job {
    syllable_builder builder;
    training_set set;
    blob recipe;
    blob words;
    uint64_t seed;
    size_t by_hand; /* listed words of the recipe */
} job;

static _Noreturn void die(const char *what, const char *why, uint32_t line) {
    if (line != 0) {
        fprintf(stderr, "train_syllables: %s:%u: %s\n", what, line, why);
    } else {
        fprintf(stderr, "train_syllables: %s: %s\n", what, why);
    }
    exit(1);
}

static blob read_file(const char *path) {
    FILE *f = fopen(path, "rb");
    if (f == NULL || fseek(f, 0, SEEK_END) != 0) {
        die(path, "cannot be read", 0);
    }
    long size = ftell(f);
    rewind(f);
    blob b = {malloc((size_t)size + 1), (size_t)size};
    if (b.bytes == NULL || fread(b.bytes, 1, b.n, f) != b.n) {
        die(path, "cannot be read", 0);
    }
    fclose(f);
    return b;
}

/* The recipe ends where section [seed] begins. */
static void cut_recipe(blob *recipe) {
    static const char mark[] = "[seed]";
    const size_t n = strlen(mark);
    for (size_t at = 0; at + n <= recipe->n; at++) {
        bool first = at == 0 || recipe->bytes[at - 1] == '\n';
        if (first && memcmp(recipe->bytes + at, mark, n) == 0) {
            recipe->n = at;
        }
    }
}

static void read_recipe(job *j, const char *path) {
    lede_error error;
    j->recipe = read_file(path);
    cut_recipe(&j->recipe);
    j->builder.allocator = &memory_default;
    if (parse_syllable_model(&j->builder, j->recipe.bytes, j->recipe.n, &error) !=
        LEDE_OK) {
        die(path, error.text, error.line);
    }
    j->by_hand = j->builder.listed.count;
    if (syllable_finish(&j->builder, &error) != LEDE_OK) {
        die(path, error.text, error.line);
    }
}

static void read_words(job *j, const char *path) {
    uint32_t line = 0;
    j->words = read_file(path);
    const char *wrong = training_read(&j->set, j->words.bytes, j->words.n, &line);
    if (wrong != NULL) {
        die(path, wrong, line);
    }
    if (!training_prepare(&j->set, &j->builder.model)) {
        die(path, "no memory", 0);
    }
}

static void learn(job *j, uint32_t left_out) {
    if (!training_learn(&j->set, left_out, j->builder.weights.items)) {
        die("learning", "no memory", 0);
    }
}

static uint32_t counted(const job *j, const training_word *w) {
    return syllable_model_count(&j->builder.model, w->text, w->n);
}

/* ---- Leaving out ------------------------------------------------------------------ */

typedef struct tally {
    uint32_t words, legal, first;
} tally;

static void print_tally(const char *what, uint32_t number, const tally *t) {
    printf("%s %u: %u words, %.3f %% legal, %.3f %% first\n", what, number, t->words,
           100.0 * t->legal / t->words, 100.0 * t->first / t->words);
}

static void leave_out(job *j) {
    tally all = {0, 0, 0};
    lede_error error;
    j->builder.listed.count = 0;
    if (syllable_finish(&j->builder, &error) != LEDE_OK) {
        die("recipe", error.text, error.line);
    }
    for (uint32_t fold = 0; fold < TRAINING_FOLDS; fold++) {
        tally t = {0, 0, 0};
        learn(j, fold);
        for (size_t i = 0; i < j->set.words.count; i++) {
            const training_word *w = &j->set.words.items[i];
            if (w->fold == fold) {
                uint32_t count = counted(j, w);
                t.words++;
                t.legal += w->legal >> count & 1;
                t.first += w->first == count;
            }
        }
        print_tally("fold", fold, &t);
        fflush(stdout);
        all.words += t.words;
        all.legal += t.legal;
        all.first += t.first;
    }
    print_tally("folds", TRAINING_FOLDS, &all);
}

/* ---- Listing what is wrong --------------------------------------------------------- */

static bool is_by_hand(const job *j, const training_word *w) {
    for (size_t i = 0; i < j->builder.listed.count; i++) {
        const syllable_listed *l = &j->builder.listed.items[i];
        if (l->by_hand && l->length == w->n && memcmp(l->word, w->text, w->n) == 0) {
            return true;
        }
    }
    return false;
}

/* Words whose count is not that of the first pronunciation. */
static tally list_wrong(job *j) {
    tally t = {(uint32_t)j->set.words.count, 0, 0};
    VEC_OF(syllable_listed) wrong = {NULL, 0, 0};
    for (size_t i = 0; i < j->set.words.count; i++) {
        const training_word *w = &j->set.words.items[i];
        uint32_t count = counted(j, w);
        t.legal += w->legal >> count & 1;
        t.first += w->first == count;
        if (count == w->first || is_by_hand(j, w)) {
            continue;
        }
        if (!VEC_RESERVE(&wrong, &memory_default, 1)) {
            die("exceptions", "no memory", 0);
        }
        wrong.items[wrong.count++] =
            (syllable_listed){w->text, w->n, 0, 0, w->first, false};
    }
    if (!VEC_RESERVE(&j->builder.listed, &memory_default, wrong.count)) {
        die("exceptions", "no memory", 0);
    }
    for (size_t i = 0; i < wrong.count; i++) {
        j->builder.listed.items[j->builder.listed.count++] = wrong.items[i];
    }
    VEC_FREE(&wrong, &memory_default);
    return t;
}

static bool all_right(const job *j) {
    for (size_t i = 0; i < j->set.words.count; i++) {
        const training_word *w = &j->set.words.items[i];
        if (counted(j, w) != w->first && !is_by_hand(j, w)) {
            return false;
        }
    }
    return true;
}

/* A seed with which no other word has the fingerprint of a listed one. */
static void find_seed(job *j) {
    lede_error error;
    for (j->seed = 0; j->seed < SEEDS; j->seed++) {
        j->builder.model.hash_factor = syllable_factor(j->seed);
        if (syllable_finish(&j->builder, &error) == LEDE_OK && all_right(j)) {
            return;
        }
    }
    die("exceptions", "no seed tells all words apart", 0);
}

/* ---- Writing ----------------------------------------------------------------------- */

static int by_word(const void *a, const void *b) {
    const syllable_listed *x = a, *y = b;
    size_t n = x->length < y->length ? x->length : y->length;
    int order = memcmp(x->word, y->word, n);
    return order != 0 ? order : (x->length > y->length) - (x->length < y->length);
}

static size_t table_bytes(const job *j) {
    const syllable_builder *b = &j->builder;
    return b->weights.count + 2 * b->buckets.count + 3 * b->listed.count;
}

static void write_figures(const job *j, const tally *before, FILE *out) {
    fprintf(out, "# Learnt by scripts/train-syllables from %u words.\n", before->words);
    fprintf(out, "# By weights alone: %u legal, %u as pronounced first.\n", before->legal,
            before->first);
    fprintf(out, "# With the %zu exceptions: all as pronounced first; %zu bytes.\n",
            j->builder.listed.count - j->by_hand, table_bytes(j));
}

static void write_model(job *j, const tally *before, FILE *out) {
    syllable_builder *b = &j->builder;
    fwrite(j->recipe.bytes, 1, j->recipe.n, out);
    fprintf(out, "[seed]\n");
    write_figures(j, before, out);
    fprintf(out, "%llu\n[weights]", (unsigned long long)j->seed);
    for (size_t i = 0; i < b->weights.count; i++) {
        fprintf(out, "%s%d", i % ROW == 0 ? "\n" : " ", b->weights.items[i]);
    }
    fprintf(out, "\n[exceptions]\n");
    qsort(b->listed.items, b->listed.count, sizeof *b->listed.items, by_word);
    for (size_t i = 0; i < b->listed.count; i++) {
        const syllable_listed *l = &b->listed.items[i];
        if (!l->by_hand) {
            fprintf(out, "%.*s %u\n", (int)l->length, l->word, l->count);
        }
    }
}

static void train(job *j, const char *path) {
    learn(j, TRAINING_FOLDS);
    tally before = list_wrong(j);
    find_seed(j);
    FILE *out = fopen(path, "wb");
    if (out == NULL) {
        die(path, "cannot be written", 0);
    }
    write_model(j, &before, out);
    if (fclose(out) != 0) {
        die(path, "cannot be written", 0);
    }
    printf("train_syllables: %u words, %u legal and %u first by weights, %zu exceptions, "
           "%zu bytes\n",
           before.words, before.legal, before.first, j->builder.listed.count - j->by_hand,
           table_bytes(j));
}

int main(int argc, char **argv) {
    static job j;
    bool folds = argc == 4 && strcmp(argv[1], "--folds") == 0;
    if (argc != 4) {
        die("usage", "train_syllables [--folds] RECIPE WORDS [OUTPUT]", 0);
    }
    char **arguments = argv + 1 + folds;
    read_recipe(&j, arguments[0]);
    read_words(&j, arguments[1]);
    if (folds) {
        leave_out(&j);
    } else {
        train(&j, arguments[2]);
    }
    training_free(&j.set);
    syllable_free(&j.builder);
    free(j.recipe.bytes);
    free(j.words.bytes);
    return 0;
}
