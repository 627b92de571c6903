/* SPDX-License-Identifier: MIT */
#include "render/formulas.h"

#include "render/names.h"
#include "render/report.h"

#include <string.h>

/* The words of a text between spaces, as an array of strings. */
static void write_words(json_writer *j, const char *text) {
    jw_array_begin(j);
    while (*text != '\0') {
        size_t n = strcspn(text, " ");
        jw_string(j, text, n);
        text += n + (text[n] == ' ' ? 1 : 0);
    }
    jw_array_end(j);
}

static void write_lists(json_writer *j, uint32_t lists) {
    jw_key(j, "lists");
    jw_array_begin(j);
    for (int list = 0; list < LEDE_LIST_COUNT; list++) {
        if ((lists & 1u << list) != 0) {
            jw_text(j, names_list(list));
        }
    }
    jw_array_end(j);
}

static void write_terms(json_writer *j, const lede_formula_info *info) {
    jw_key(j, "terms");
    jw_array_begin(j);
    for (uint32_t i = 0; i < info->part_count; i++) {
        jw_object_begin(j);
        jw_key(j, "factor");
        jw_double(j, info->parts[i].factor);
        jw_member_text(j, "quantity", info->parts[i].quantity);
        jw_key(j, "counts");
        write_words(j, info->parts[i].counts);
        jw_object_end(j);
    }
    jw_array_end(j);
}

static void write_bands(json_writer *j, const lede_formula_info *info) {
    jw_key(j, "bands");
    jw_array_begin(j);
    for (uint32_t i = 0; i < info->band_count; i++) {
        jw_object_begin(j);
        if (i + 1 < info->band_count) {
            jw_key(j, "below");
            jw_double(j, info->bands[i].below);
        } else {
            jw_member_text(j, "below", NULL);
        }
        jw_member_text(j, "label", info->bands[i].label);
        jw_object_end(j);
    }
    jw_array_end(j);
}

/* The writer keeps no strings, so the expression goes out piece by piece: names of
 * quantities hold nothing that JSON escapes. */
static void write_expression(json_writer *j, const lede_formula_info *info) {
    jw_key(j, "expression");
    out_text(j->out, "\"");
    formulas_write_expression(j->out, info);
    out_text(j->out, "\"");
    j->comma = true;
}

static void write_formula(json_writer *j, const lede_formula_info *info) {
    jw_line(j);
    jw_object_begin(j);
    jw_member_text(j, "id", info->id);
    jw_member_text(j, "name", info->name);
    jw_key(j, "languages");
    write_words(j, info->languages);
    jw_member_text(j, "scale", names_scale((int)info->scale));
    jw_member_text(j, "direction", info->direction > 0 ? "harder" : "easier");
    jw_member_text(j, "evidence", names_evidence((int)info->evidence));
    jw_member_u64(j, "minimum_words", info->minimum_words);
    jw_member_u64(j, "minimum_sentences", info->minimum_sentences);
    write_lists(j, info->lists);
    write_expression(j, info);
    write_terms(j, info);
    write_bands(j, info);
    jw_member_text(j, "source", info->source);
    jw_member_text(j, "note", info->note);
    jw_object_end(j);
}

void formulas_json(out *o, const lede_formula_info *info) {
    json_writer j;
    jw_init(&j, o);
    report_open(&j, "formulas");
    if (info != NULL) {
        write_formula(&j, info);
    }
    const lede_formula_info *each;
    for (size_t i = 0; info == NULL && (each = formulas_at(i)) != NULL; i++) {
        write_formula(&j, each);
    }
    out_bytes(o, "\n", 1);
    jw_array_end(&j);
    jw_object_end(&j);
    out_bytes(o, "\n", 1);
}
