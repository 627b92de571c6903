/* SPDX-License-Identifier: MIT */
/*
 * Run by the build: stopwords/ -> constant tables in C.
 * Usage: generate_languages STOPWORDS_FOLDER OUTPUT.inc [--without-word-lists]
 * The option leaves out what stands in the folders readability/.
 */
#include "base/error.h"
#include "base/hash.h"
#include "gen/function_words.h"
#include "gen/language_files.h"
#include "gen/word_tables.h"
#include "lang/parse.h"
#include "lang/parse_model.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_list(const struct dirent *entry) {
    size_t n = strlen(entry->d_name);
    return n > 4 && strcmp(entry->d_name + n - 4, ".txt") == 0 &&
           strcmp(entry->d_name, "repeats.txt") != 0 &&
           strcmp(entry->d_name, "style.txt") != 0 &&
           strcmp(entry->d_name, "syllables.txt") != 0;
}

static void read_list(pack_builder *b, const char *path, uint64_t *version) {
    lede_error error;
    blob file = read_file(path);
    if (parse_list(b, file.bytes, file.n, &error) != LEDE_OK) {
        die(path, &error);
    }
    *version = hash_bytes(file.bytes, file.n, *version);
    free(file.bytes);
}

static void read_lists(pack_builder *b, const char *folder, uint64_t *version) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_list, by_name);
    if (count < 0) {
        die(folder, NULL);
    }
    for (int i = 0; i < count; i++) {
        char path[PATH_SIZE];
        join_path(path, folder, entries[i]->d_name, strlen(entries[i]->d_name));
        read_list(b, path, version);
        free(entries[i]);
    }
    free(entries);
}

/* Characters, not a string literal: compilers limit the length of those. */
static void write_strings(FILE *out, const pack_builder *b, size_t number) {
    fprintf(out, "static const char strings_%zu[] = {", number);
    for (size_t i = 0; i < b->strings.count; i++) {
        unsigned value = (unsigned char)b->strings.items[i];
        fprintf(out, "%s'\\x%02x',", i % 12 == 0 ? "\n    " : "", value);
    }
    fprintf(out, "\n    0};\n");
}

static uint32_t count_words(const pack_builder *b, uint32_t flags) {
    uint32_t count = 0;
    for (size_t i = 0; i < b->words.count; i++) {
        count += (b->words.items[i].flags & flags) != 0;
    }
    return count;
}

/* Twice as many slots as words: walks stay short. */
static uint32_t write_slots(FILE *out, const pack_builder *b, size_t number) {
    uint32_t mask = 1;
    while (mask < 2 * b->words.count) {
        mask = mask * 2 + 1;
    }
    uint16_t *slots = calloc((size_t)mask + 1, sizeof *slots);
    if (slots == NULL || b->words.count >= UINT16_MAX) {
        die("too many words in a language", NULL);
    }
    for (size_t i = 0; i < b->words.count; i++) {
        pack_word w = b->words.items[i];
        uint32_t s = pack_first_slot(b->strings.items + w.key, w.length, mask);
        while (slots[s] != 0) {
            s = (s + 1) & mask;
        }
        slots[s] = (uint16_t)(i + 1);
    }
    fprintf(out, "static const uint16_t slots_%zu[] = {", number);
    for (uint32_t s = 0; s <= mask; s++) {
        fprintf(out, "%s%u,", s % 16 == 0 ? "\n    " : "", slots[s]);
    }
    fprintf(out, "};\n");
    free(slots);
    return mask;
}

static void write_tables(FILE *out, const pack_builder *b, size_t number) {
    write_strings(out, b, number);
    fprintf(out, "static const pack_word words_%zu[] = {\n", number);
    for (size_t i = 0; i < b->words.count; i++) {
        pack_word w = b->words.items[i];
        fprintf(out, "    {%u, %u, %u},\n", w.key, w.length, w.flags);
    }
    fprintf(out, "    {0, 0, 0}};\nstatic const pack_line lines_%zu[] = {\n", number);
    for (size_t i = 0; i < b->lines.count; i++) {
        pack_line l = b->lines.items[i];
        fprintf(out, "    {%u, %u, %u},\n", l.key, l.length, l.kind);
    }
    fprintf(out, "    {0, 0, 0}};\n");
}

static const char *has_words(const pack_builder *b, uint32_t flag) {
    return count_words(b, flag) > 0 ? "true" : "false";
}

static void write_codes(FILE *out, const pack_codes *c) {
    fprintf(out, "     .codes = {{");
    for (size_t i = 0; i < PACK_CODES; i++) {
        fprintf(out, "%u, ", (unsigned)c->terminators[i]);
    }
    fprintf(out, "}, {");
    for (size_t i = 0; i < PACK_CODES; i++) {
        fprintf(out, "{%u, %u}, ", (unsigned)c->cases[i].upper,
                (unsigned)c->cases[i].lower);
    }
    fprintf(out, "}, {");
    for (size_t i = 0; i < PACK_CODES; i++) {
        fprintf(out, "%u, ", (unsigned)c->also[i]);
    }
    fprintf(out, "}},\n");
}

static void write_pack(FILE *out, const registry_line *l, const pack_builder *b,
                       const word_tables *w, uint32_t slot_mask) {
    const size_t number = w->number;
    const uint32_t abbreviations = LEDE_TERM_TITLE | LEDE_TERM_NUMBERED |
                                   LEDE_TERM_CALENDAR | LEDE_TERM_ORGANISATION |
                                   LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR;
    const char *quote = l->stemmer_length > 0 ? "\"" : "";
    fprintf(out, "    {.info = {\"%.*s\", \"%.*s\", %s%.*s%s, %u, %u, %u},\n",
            (int)l->code_length, l->code, (int)l->name_length, l->name, quote,
            l->stemmer_length > 0 ? (int)l->stemmer_length : 4,
            l->stemmer_length > 0 ? l->stemmer : "NULL", quote,
            count_words(b, LEDE_TERM_STOP), count_words(b, LEDE_TERM_STARTER),
            count_words(b, abbreviations));
    write_codes(out, &b->codes);
    fprintf(out,
            "     .strings = strings_%zu, .words = words_%zu, .slots = slots_%zu,\n"
            "     .lines = lines_%zu, .word_count = %zu, .slot_mask = %uu,\n"
            "     .line_count = %zu, .scripts = {%u, %u, %u, %u},\n",
            number, number, number, number, b->words.count, slot_mask, b->lines.count,
            l->scripts[0], l->scripts[1], l->scripts[2], l->scripts[3]);
    word_tables_write_members(w, out);
    fprintf(out, "     .fallback = %s, .elides = %s, .ordinals = %s},\n",
            l->fallback ? "true" : "false", has_words(b, LEDE_TERM_ELISION),
            has_words(b, LEDE_TERM_ORDINAL_AFTER));
}

/* The registry must be in order of codes: lede_language_at() promises it. Then come
 * the neutral languages, in theirs. */
static void check_order(const registry_line *last, const registry_line *now) {
    char a[8] = {0}, b[8] = {0};
    if (last->code == NULL || (now->neutral && !last->neutral)) {
        return;
    }
    memcpy(a, last->code, last->code_length);
    memcpy(b, now->code, now->code_length);
    if (last->neutral != now->neutral || strcmp(a, b) >= 0) {
        die("languages.txt is not in order of codes", NULL);
    }
}

/* One sentence model for all languages. */
static void write_model(FILE *out, const char *folder, uint64_t *version) {
    static int8_t weights[UINT16_MAX];
    model_pair pairs[MODEL_PAIRS];
    char path[PATH_SIZE];
    lede_error error;
    join_path(path, folder, "sentences.model", strlen("sentences.model"));
    blob file = read_file(path);
    uint32_t count = model_layout(pairs);
    if (parse_model(file.bytes, file.n, weights, &error) != LEDE_OK) {
        die(path, &error);
    }
    *version = hash_bytes(file.bytes, file.n, *version);
    fprintf(out, "const model_pair model_pairs[MODEL_PAIRS] = {\n");
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        fprintf(out, "    {%u, %u, %u},\n", pairs[i].a, pairs[i].b, pairs[i].base);
    }
    fprintf(out, "};\nconst int8_t model_weights[] = {");
    for (uint32_t i = 0; i < count; i++) {
        fprintf(out, "%s%d,", i % 16 == 0 ? "\n    " : "", weights[i]);
    }
    fprintf(out, "\n};\n");
    free(file.bytes);
}

/* What is made on the way through the registry. */
typedef struct making {
    FILE *out;
    FILE *packs; /* to be written behind the tables */
    function_builder function_words;
    uint64_t version;
    size_t number; /* of packs */
    bool word_lists;
} making;

/* stopwords/<code>/ */
static void read_pack(making *m, const char *folder, const registry_line *line,
                      pack_builder *b) {
    char path[PATH_SIZE];
    lede_error error;
    join_path(path, folder, line->code, line->code_length);
    read_lists(b, path, &m->version);
    if (parse_finish(b, &error) != LEDE_OK) {
        die(path, &error);
    }
    write_tables(m->out, b, m->number);
    word_tables w = {.out = m->out, .folder = path, .number = m->number};
    w.word_lists = m->word_lists;
    w.version = m->version;
    word_tables_write(&w);
    m->version = w.version;
    write_pack(m->packs, line, b, &w, write_slots(m->out, b, m->number));
    m->number++;
}

/* stopwords/neutral/<code>.txt */
static void read_neutral(making *m, const char *folder, const registry_line *line,
                         pack_builder *b) {
    char path[PATH_SIZE], file[PATH_SIZE], name[16];
    lede_error error;
    join_path(path, folder, "neutral", strlen("neutral"));
    int n = snprintf(name, sizeof name, "%.*s.txt", (int)line->code_length, line->code);
    join_path(file, path, name, (size_t)n);
    read_list(b, file, &m->version);
    if (parse_finish(b, &error) != LEDE_OK) {
        die(file, &error);
    }
}

static void read_registry(making *m, const char *folder, const blob *registry) {
    lede_error error;
    registry_line line, last = {0};
    for (size_t at = 0; parse_registry(registry->bytes, registry->n, &at, &line, &error);
         last = line) {
        pack_builder b = {.allocator = &memory_default};
        check_order(&last, &line);
        if (line.neutral) {
            read_neutral(m, folder, &line, &b);
        } else {
            read_pack(m, folder, &line, &b);
        }
        const char *wrong = function_builder_add(&m->function_words, &b, line.scripts);
        if (wrong != NULL) {
            die(wrong, NULL);
        }
        parse_free(&b);
    }
    if (error.status != LEDE_OK || m->number == 0) {
        die("languages.txt", &error);
    }
}

static void generate(const char *folder, FILE *out, bool word_lists) {
    char path[PATH_SIZE];
    join_path(path, folder, "languages.txt", strlen("languages.txt"));
    blob registry = read_file(path);
    making m = {.out = out, .packs = tmpfile(), .word_lists = word_lists};
    if (m.packs == NULL) {
        die("no temporary file", NULL);
    }
    m.version = hash_bytes(registry.bytes, registry.n, 1);
    read_registry(&m, folder, &registry);
    const char *wrong = function_builder_write(&m.function_words, out);
    if (wrong != NULL) {
        die(wrong, NULL);
    }
    write_model(out, folder, &m.version);
    fprintf(out, "static const language_pack packs[] = {\n");
    rewind(m.packs);
    for (int c = getc(m.packs); c != EOF; c = getc(m.packs)) {
        putc(c, out);
    }
    fclose(m.packs);
    fprintf(out, "};\nstatic const char data_version[] = \"%08x\";\n",
            (unsigned)(m.version & 0xFFFFFFFFu));
    free(registry.bytes);
}

int main(int argc, char **argv) {
    bool without = argc == 4 && strcmp(argv[3], "--without-word-lists") == 0;
    if (argc != 3 && !without) {
        die("usage: generate_languages STOPWORDS_FOLDER OUTPUT.inc "
            "[--without-word-lists]",
            NULL);
    }
    FILE *out = fopen(argv[2], "wb");
    if (out == NULL) {
        die(argv[2], NULL);
        return 1;
    }
    fprintf(out, "/* Generated by generate_languages from stopwords/. */\n");
    generate(argv[1], out, !without);
    if (fclose(out) != 0) {
        die(argv[2], NULL);
    }
    return 0;
}
