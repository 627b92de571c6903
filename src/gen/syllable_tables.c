/* SPDX-License-Identifier: MIT */
#include "gen/syllable_tables.h"

#include "lang/parse_syllable_model.h"

#include <inttypes.h>

#define ROW 16 /* numbers on a line */

static void write_windows(FILE *out, const syllable_model *m) {
    fprintf(out, "    .windows = {\n");
    for (size_t i = 0; i < SYLLABLE_WINDOWS; i++) {
        const syllable_window *w = &m->windows[i];
        fprintf(out, "        {UINT64_C(0x%" PRIx64 "), UINT64_C(0x%" PRIx64 ")},\n",
                w->mask, w->factor);
    }
    fprintf(out, "    },\n");
}

static void write_weights(FILE *out, const syllable_builder *b, size_t number) {
    fprintf(out, "static const int8_t syllable_weights_%zu[] = {", number);
    for (size_t i = 0; i < b->weights.count; i++) {
        fprintf(out, "%s%d,", i % ROW == 0 ? "\n    " : "", b->weights.items[i]);
    }
    fprintf(out, "\n};\n");
}

/* One more than there are: an array may not be empty. */
static void write_listed(FILE *out, const syllable_builder *b, size_t number) {
    fprintf(out, "static const uint16_t syllable_buckets_%zu[] = {", number);
    for (size_t i = 0; i < b->buckets.count; i++) {
        fprintf(out, "%s%u,", i % ROW == 0 ? "\n    " : "", b->buckets.items[i]);
    }
    fprintf(out, "\n};\nstatic const uint16_t syllable_prints_%zu[] = {", number);
    for (size_t i = 0; i < b->prints.count; i++) {
        fprintf(out, "%s%u,", i % ROW == 0 ? "\n    " : "", b->prints.items[i]);
    }
    for (size_t i = 0; i < SYLLABLE_PRINTS_BEHIND; i++) {
        fprintf(out, "0,");
    }
    fprintf(out, "};\nstatic const uint8_t syllable_counts_%zu[] = {", number);
    for (size_t i = 0; i < b->counts.count; i++) {
        fprintf(out, "%s%u,", i % ROW == 0 ? "\n    " : "", b->counts.items[i]);
    }
    fprintf(out, "0};\n");
}

static void write_form(FILE *out, const syllable_form *f) {
    fprintf(out, "    {UINT64_C(0x%" PRIx64 "), {", f->tail);
    for (size_t i = 0; i < SYLLABLE_FORM; i++) {
        fprintf(out, "%u,", (unsigned char)f->text[i]);
    }
    fprintf(out, "}, %u, %u, %u, %u},\n", f->length, f->kept, f->count, f->tail_shift);
}

static void write_forms(FILE *out, const syllable_builder *b, size_t number) {
    fprintf(out, "static const syllable_form syllable_beginnings_%zu[] = {\n", number);
    for (size_t i = 0; i < b->beginnings.count; i++) {
        write_form(out, &b->beginnings.items[i]);
    }
    fprintf(out,
            "    {0, {0}, 0, 0, 0, 0}};\nstatic const syllable_form "
            "syllable_endings_%zu[] = {\n",
            number);
    for (size_t i = 0; i < b->endings.count; i++) {
        write_form(out, &b->endings.items[i]);
    }
    fprintf(out,
            "    {0, {0}, 0, 0, 0, 0}};\nstatic const syllable_fold syllable_folds_%zu[] "
            "= {\n",
            number);
    for (size_t i = 0; i < b->folds.count; i++) {
        fprintf(out, "    {%u, '%c'},\n", b->folds.items[i].code,
                b->folds.items[i].letter);
    }
    fprintf(out, "    {0, 0}};\n");
}

static void write_bytes(FILE *out, const char *name, const uint8_t *bytes, size_t n) {
    fprintf(out, "    .%s = {", name);
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "%u,", bytes[i]);
    }
    fprintf(out, "},\n");
}

static void write_model(FILE *out, const syllable_builder *b, size_t number) {
    const syllable_model *m = &b->model;
    fprintf(out, "static const syllable_model syllable_model_%zu = {\n", number);
    write_bytes(out, "codes", m->codes, sizeof m->codes);
    write_bytes(out, "spelled", m->spelled, sizeof m->spelled);
    write_windows(out, m);
    fprintf(out,
            "    .weights = syllable_weights_%zu, .bucket_shift = %u,\n"
            "    .hash_factor = UINT64_C(0x%" PRIx64 "),\n",
            number, m->bucket_shift, m->hash_factor);
    fprintf(out,
            "    .listed = %u, .buckets = syllable_buckets_%zu,\n"
            "    .prints = syllable_prints_%zu, .counts = syllable_counts_%zu,\n",
            m->listed, number, number, number);
    fprintf(
        out,
        "    .beginnings = syllable_beginnings_%zu, .endings = syllable_endings_%zu,\n"
        "    .folds = syllable_folds_%zu, .beginning_count = %u,\n"
        "    .ending_count = %u, .fold_count = %u,\n    .ending_first = {",
        number, number, number, m->beginning_count, m->ending_count, m->fold_count);
    for (size_t i = 0; i <= SYLLABLE_BUCKETS; i++) {
        fprintf(out, "%u,", m->ending_first[i]);
    }
    fprintf(out, "}};\n");
}

lede_status syllable_tables_write(FILE *out, const char *bytes, size_t n, size_t number,
                                  lede_error *error) {
    syllable_builder b = {.allocator = &memory_default};
    lede_status status = parse_syllable_model(&b, bytes, n, error);
    if (status == LEDE_OK) {
        status = syllable_finish(&b, error);
    }
    if (status == LEDE_OK) {
        write_weights(out, &b, number);
        write_listed(out, &b, number);
        write_forms(out, &b, number);
        write_model(out, &b, number);
    }
    syllable_free(&b);
    return status;
}
