/* SPDX-License-Identifier: MIT */
#include "render/languages.h"

#include "base/number.h"
#include "render/report.h"
#include "unicode/utf8.h"

#include <string.h>

#define COLUMNS 6
#define TEXT_COLUMNS 3 /* the first ones: to the left; numbers to the right */
#define GAP 2

static const char *const headings[COLUMNS] = {"code",       "name",     "stemmer",
                                              "stop words", "starters", "abbreviations"};

/* A cell in memory of its own, for numbers. */
typedef struct cell {
    const char *text;
    size_t size;
    char digits[NUMBER_MAX];
} cell;

static void set_text(cell *c, const char *text) {
    c->text = text;
    c->size = strlen(text);
}

static void set_number(cell *c, uint32_t value) {
    c->text = c->digits;
    c->size = number_from_u64(c->digits, value);
}

static void fill_row(cell row[COLUMNS], const lede_language_info *info) {
    set_text(&row[0], info->code);
    set_text(&row[1], info->name);
    set_text(&row[2], info->stemmer != NULL ? info->stemmer : "-");
    set_number(&row[3], info->stop_words);
    set_number(&row[4], info->starters);
    set_number(&row[5], info->abbreviations);
}

static void fill_headings(cell row[COLUMNS]) {
    for (size_t i = 0; i < COLUMNS; i++) {
        set_text(&row[i], headings[i]);
    }
}

static void widen(size_t widths[COLUMNS], const cell row[COLUMNS]) {
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t width = utf8_count(row[i].text, row[i].size);
        widths[i] = width > widths[i] ? width : widths[i];
    }
}

static void write_blanks(out *o, size_t n) {
    for (size_t i = 0; i < n; i++) {
        out_bytes(o, " ", 1);
    }
}

static void write_cell(out *o, const cell *c, size_t width, bool to_the_right) {
    size_t blanks = width - utf8_count(c->text, c->size);
    write_blanks(o, to_the_right ? blanks : 0);
    out_bytes(o, c->text, c->size);
    write_blanks(o, to_the_right ? 0 : blanks);
}

static void write_row(out *o, const size_t widths[COLUMNS], const cell row[COLUMNS]) {
    for (size_t i = 0; i < COLUMNS; i++) {
        write_blanks(o, i == 0 ? 0 : GAP);
        write_cell(o, &row[i], widths[i], i >= TEXT_COLUMNS);
    }
    out_bytes(o, "\n", 1);
}

void languages_text(out *o, const language_pack *packs, size_t count) {
    size_t widths[COLUMNS] = {0};
    cell row[COLUMNS];
    fill_headings(row);
    widen(widths, row);
    for (size_t i = 0; i < count; i++) {
        fill_row(row, &packs[i].info);
        widen(widths, row);
    }
    fill_headings(row);
    write_row(o, widths, row);
    for (size_t i = 0; i < count; i++) {
        fill_row(row, &packs[i].info);
        write_row(o, widths, row);
    }
}

static void write_language(json_writer *j, const lede_language_info *info) {
    jw_line(j);
    jw_object_begin(j);
    jw_member_text(j, "code", info->code);
    jw_member_text(j, "name", info->name);
    jw_member_text(j, "stemmer", info->stemmer);
    jw_member_u64(j, "stop_words", info->stop_words);
    jw_member_u64(j, "starters", info->starters);
    jw_member_u64(j, "abbreviations", info->abbreviations);
    jw_object_end(j);
}

void languages_json(out *o, const language_pack *packs, size_t count) {
    json_writer j;
    jw_init(&j, o);
    report_open(&j, "languages");
    for (size_t i = 0; i < count; i++) {
        write_language(&j, &packs[i].info);
    }
    out_bytes(o, "\n", 1);
    jw_array_end(&j);
    jw_object_end(&j);
    out_bytes(o, "\n", 1);
}
