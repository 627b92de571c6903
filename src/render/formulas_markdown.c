/* SPDX-License-Identifier: MIT */
#include "render/formulas.h"

#include "render/names.h"

#include <string.h>

/* Bytes that would end a cell or begin something else. */
static void write_escaped(out *o, const char *text) {
    for (; *text != '\0'; text++) {
        if (strchr("|*<`\\", *text) != NULL) {
            out_bytes(o, "\\", 1);
        }
        out_bytes(o, text, 1);
    }
}

static void write_code(out *o, const char *text) {
    out_text(o, "`");
    out_text(o, text);
    out_text(o, "`");
}

/* "`dale-3000`, `alt-5000`" behind a text, if there are any. */
static void write_lists(out *o, const lede_formula_info *info, const char *before) {
    for (int list = 0; list < LEDE_LIST_COUNT; list++) {
        if ((info->lists & 1u << list) != 0) {
            out_text(o, before);
            write_code(o, names_list(list));
            before = ", ";
        }
    }
}

static void write_bands(out *o, const lede_formula_info *info) {
    for (uint32_t i = 0; i < info->band_count; i++) {
        out_text(o, i > 0 ? "; " : "");
        write_escaped(o, info->bands[i].label);
        out_text(o, " (");
        formulas_write_limit(o, info, i);
        out_text(o, ")");
    }
}

/* ---- All ------------------------------------------------------------------------ */

static void write_row(out *o, const lede_formula_info *info) {
    out_text(o, "| ");
    write_code(o, info->id);
    out_text(o, "<br>");
    write_escaped(o, info->name);
    out_text(o, " | `");
    formulas_write_expression(o, info);
    out_text(o, "` | ");
    out_text(o, names_scale((int)info->scale));
    out_text(o, ", ");
    out_text(o, formulas_direction(info));
    out_text(o, " | ");
    out_text(o, names_evidence((int)info->evidence));
    out_text(o, " | ");
    formulas_write_minimum(o, info);
    write_lists(o, info, info->minimum_words > 0 ? "; list " : "list ");
    out_text(o, " | ");
    write_escaped(o, info->source);
    out_text(o, *info->note != '\0' ? "<br>" : "");
    write_escaped(o, info->note);
    out_text(o, " |\n");
}

static void write_table(out *o, const formula_language *language) {
    const lede_formula_info *info;
    out_text(o, "\n## ");
    formulas_write_language(o, language);
    out_text(o, "\n\n| Formula | Value | Scale | Evidence | Needs | Source and notes |\n"
                "|---|---|---|---|---|---|\n");
    for (size_t i = 0; (info = formulas_at(i)) != NULL; i++) {
        if (strcmp(info->languages, language->code) == 0) {
            write_row(o, info);
        }
    }
}

static void write_all_bands(out *o) {
    const lede_formula_info *info;
    out_text(o, "\n## Bands\n\nWhat authors call the values.\n\n| Formula | Bands |\n"
                "|---|---|\n");
    for (size_t i = 0; (info = formulas_at(i)) != NULL; i++) {
        if (info->band_count > 0) {
            out_text(o, "| ");
            write_code(o, info->id);
            out_text(o, " | ");
            write_bands(o, info);
            out_text(o, " |\n");
        }
    }
}

void formulas_list_markdown(out *o) {
    const formula_language *language;
    out_text(
        o,
        "# Readability formulas\n\n"
        "A value is the sum of its terms, in double precision; nothing is rounded.\n"
        "Evidence: P, reproduced from the author's figures or cited by page; S2, two\n"
        "independent sources agree; S1, one secondary source; U, unverified: used only\n"
        "when asked for by its id. Needs: the least that the formula is reliable for,\n"
        "where that is known, and word lists.\n");
    for (size_t i = 0; (language = formulas_language(i)) != NULL; i++) {
        write_table(o, language);
    }
    write_all_bands(o);
}

/* ---- One ------------------------------------------------------------------------ */

static void begin_item(out *o, const char *label) {
    out_text(o, "- ");
    out_text(o, label);
    out_text(o, ": ");
}

void formulas_one_markdown(out *o, const lede_formula_info *info) {
    out_text(o, "## ");
    write_code(o, info->id);
    out_text(o, ": ");
    write_escaped(o, info->name);
    out_text(o, "\n\n`");
    formulas_write_expression(o, info);
    out_text(o, "`\n\n");
    begin_item(o, "language");
    formulas_write_language(o, formulas_language_of(info));
    out_text(o, "\n");
    begin_item(o, "scale");
    out_text(o, names_scale((int)info->scale));
    out_text(o, "; ");
    out_text(o, formulas_direction(info));
    out_text(o, "\n");
    begin_item(o, "evidence");
    out_text(o, names_evidence((int)info->evidence));
    out_text(o, ": ");
    out_text(o, formulas_evidence(info));
    out_text(o, "\n");
    if (info->minimum_words + info->minimum_sentences > 0) {
        begin_item(o, "reliable from");
        formulas_write_minimum(o, info);
        out_text(o, "\n");
    }
    if (info->lists != 0) {
        begin_item(o, "word lists");
        write_lists(o, info, "");
        out_text(o, "\n");
    }
    begin_item(o, "source");
    write_escaped(o, info->source);
    out_text(o, "\n");
    if (*info->note != '\0') {
        begin_item(o, "note");
        write_escaped(o, info->note);
        out_text(o, "\n");
    }
    if (info->band_count > 0) {
        begin_item(o, "bands");
        write_bands(o, info);
        out_text(o, "\n");
    }
}
