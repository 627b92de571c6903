/* SPDX-License-Identifier: MIT */
#include "gen/word_tables.h"

#include "base/hash.h"
#include "gen/language_files.h"
#include "gen/list_tables.h"
#include "gen/syllable_rule_tables.h"
#include "gen/syllable_tables.h"
#include "lang/parse_ranker.h"
#include "lang/parse_style.h"
#include "lang/parse_syllables.h"

#include <stdlib.h>
#include <string.h>

#define NAME_SIZE 32 /* of a table */

/* ---- Lists ----------------------------------------------------------------------- */

static int is_word_list(const struct dirent *entry) {
    return parse_style_file(entry->d_name) != 0;
}

static int is_style(const struct dirent *entry) {
    return strcmp(entry->d_name, "style.txt") == 0;
}

/* One file of word lists; list: that of all its words, 0: it has sections. */
static void read_style_file(style_builder *b, const char *path, uint32_t list,
                            uint64_t *version) {
    lede_error error;
    blob file = read_file(path);
    lede_status status = list != 0
                             ? parse_style_words(b, list, file.bytes, file.n, &error)
                             : parse_style(b, file.bytes, file.n, &error);
    if (status != LEDE_OK) {
        die(path, &error);
    }
    *version = hash_bytes(file.bytes, file.n, *version);
    free(file.bytes);
}

/* The files of a folder that `wanted` picks; a language need not have any. */
static void read_styles(style_builder *b, const char *folder,
                        int (*wanted)(const struct dirent *), uint64_t *version) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, wanted, by_name);
    for (int i = 0; i < count; i++) {
        char path[PATH_SIZE];
        const char *name = entries[i]->d_name;
        join_path(path, folder, name, strlen(name));
        read_style_file(b, path, parse_style_file(name), version);
        free(entries[i]);
    }
    free(entries);
}

/* style.txt and readability/ */
static void read_word_lists(word_tables *w) {
    char name[NAME_SIZE];
    style_builder b = {.allocator = &memory_default};
    list_tables tables;
    lede_error error;
    read_styles(&b, w->folder, is_style, &w->version);
    if (w->word_lists) {
        char path[PATH_SIZE];
        join_path(path, w->folder, "readability", strlen("readability"));
        read_styles(&b, path, is_word_list, &w->version);
    }
    if (parse_style_finish(&b, &tables, &error) != LEDE_OK) {
        die(w->folder, &error);
    }
    snprintf(name, sizeof name, "lists_%zu", w->number);
    list_tables_write(w->out, &b, &tables, name);
    parse_style_free(&b);
}

/* ---- Files that need not be there ------------------------------------------------ */

/* False: the language has no file of this name. */
static bool open_file(word_tables *w, const char *name, char *path, blob *file) {
    join_path(path, w->folder, name, strlen(name));
    if (!file_is_there(path)) {
        return false;
    }
    *file = read_file(path);
    w->version = hash_bytes(file->bytes, file->n, w->version);
    return true;
}

static void write_repeats(word_tables *w) {
    char path[PATH_SIZE], name[NAME_SIZE];
    style_builder b = {.allocator = &memory_default};
    list_tables tables;
    lede_error error;
    blob file;
    w->repeats = open_file(w, "repeats.txt", path, &file);
    if (!w->repeats) {
        return;
    }
    if (parse_repeats(&b, file.bytes, file.n, &error) != LEDE_OK ||
        parse_style_finish(&b, &tables, &error) != LEDE_OK) {
        die(path, &error);
    }
    snprintf(name, sizeof name, "repeats_%zu", w->number);
    list_tables_write(w->out, &b, &tables, name);
    parse_style_free(&b);
    free(file.bytes);
}

static void write_model(word_tables *w) {
    char path[PATH_SIZE];
    lede_error error;
    blob file;
    w->syllable_model = open_file(w, "syllables.model", path, &file);
    if (!w->syllable_model) {
        return;
    }
    if (syllable_tables_write(w->out, file.bytes, file.n, w->number, &error) != LEDE_OK) {
        die(path, &error);
    }
    free(file.bytes);
}

static void write_rules(word_tables *w) {
    char path[PATH_SIZE];
    lede_error error;
    blob file;
    w->syllable_rules = open_file(w, "syllables.txt", path, &file);
    if (!w->syllable_rules) {
        return;
    }
    syllable_tables tables = {.allocator = &memory_default};
    if (parse_syllables(&tables, file.bytes, file.n, &error) != LEDE_OK) {
        die(path, &error);
    }
    syllable_rule_tables_write(&tables, w->number, w->out);
    syllable_tables_free(&tables);
    free(file.bytes);
}

static void write_weights(FILE *out, const char *member, const int16_t *weights) {
    fprintf(out, "    %s{", member);
    for (size_t i = 0; i < RANKER_FEATURES; i++) {
        fprintf(out, "%d,", weights[i]);
    }
    fprintf(out, "},\n");
}

static void write_news(word_tables *w) {
    char path[PATH_SIZE];
    lede_error error;
    blob file;
    ranker r;
    w->news = open_file(w, "news.weights", path, &file);
    if (!w->news) {
        return;
    }
    if (parse_ranker(&r, file.bytes, file.n, &error) != LEDE_OK) {
        die(path, &error);
    }
    fprintf(w->out, "static const ranker news_%zu = {\n", w->number);
    write_weights(w->out, ".weight = ", r.weight);
    fprintf(w->out, "    .by = {\n");
    for (size_t i = 0; i < RANKER_CONTEXTS; i++) {
        write_weights(w->out, "", r.by[i]);
    }
    fprintf(w->out, "    },\n    .redundancy = %d};\n", r.redundancy);
    free(file.bytes);
}

void word_tables_write(word_tables *w) {
    read_word_lists(w);
    write_repeats(w);
    write_model(w);
    write_rules(w);
    write_news(w);
}

void word_tables_write_members(const word_tables *w, FILE *out) {
    fprintf(out, "     .lists = &lists_%zu,\n", w->number);
    if (w->repeats) {
        fprintf(out, "     .repeat_lists = &repeats_%zu,\n", w->number);
    }
    if (w->syllable_model) {
        fprintf(out, "     .syllable_model = &syllable_model_%zu,\n", w->number);
    }
    if (w->syllable_rules) {
        fprintf(out, "     .syllable_rules = &syllable_rules_%zu,\n", w->number);
    }
    if (w->news) {
        fprintf(out, "     .news = &news_%zu,\n", w->number);
    }
}
