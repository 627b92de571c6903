/* SPDX-License-Identifier: MIT */
#include "render/formulas.h"

#include "base/number.h"
#include "render/names.h"
#include "unicode/utf8.h"

#include <string.h>

/* ---- What the formats share -------------------------------------------------- */

/* "- 1.015 * ", of a constant "+ 206.835"; returns its width. */
static size_t write_factor(out *o, const lede_formula_part *part, bool first) {
    char digits[NUMBER_MAX];
    bool minus = part->factor < 0.0;
    double size = minus ? -part->factor : part->factor;
    bool constant = *part->quantity == '\0';
    bool one = size >= 1.0 && size <= 1.0 && !constant;
    const char *sign = minus ? "- " : "+ ";
    size_t width = first ? (minus ? 1 : 0) : 2;
    size_t n = one ? 0 : number_from_double(digits, size);
    out_bytes(o, first && !minus ? "" : sign, width);
    out_bytes(o, digits, n);
    out_text(o, one || constant ? "" : " * ");
    return width + n + (one || constant ? 0 : strlen(" * "));
}

void formulas_write_expression(out *o, const lede_formula_info *info) {
    for (uint32_t i = 0; i < info->part_count; i++) {
        out_text(o, i > 0 ? " " : "");
        (void)write_factor(o, &info->parts[i], i == 0);
        out_text(o, info->parts[i].quantity);
    }
}

void formulas_write_language(out *o, const formula_language *language) {
    out_text(o, language->name);
    if (strcmp(language->code, "*") != 0) {
        out_text(o, " (");
        out_text(o, language->code);
        out_text(o, ")");
    }
}

const formula_language *formulas_language_of(const lede_formula_info *info) {
    size_t i = 0;
    while (strcmp(formulas_language(i)->code, info->languages) != 0) {
        i++;
    }
    return formulas_language(i);
}

void formulas_write_minimum(out *o, const lede_formula_info *info) {
    if (info->minimum_words > 0) {
        out_u64(o, info->minimum_words);
        out_text(o, " words");
    }
    if (info->minimum_sentences > 0) {
        out_text(o, info->minimum_words > 0 ? " and " : "");
        out_u64(o, info->minimum_sentences);
        out_text(o, " sentences");
    }
}

void formulas_write_limit(out *o, const lede_formula_info *info, uint32_t band) {
    if (band + 1 == info->band_count) {
        out_text(o, "else");
        return;
    }
    out_text(o, "below ");
    out_double(o, info->bands[band].below);
}

const char *formulas_direction(const lede_formula_info *info) {
    return info->direction > 0 ? "higher is harder" : "higher is easier";
}

const char *formulas_evidence(const lede_formula_info *info) {
    static const char *const meanings[] = {
        [LEDE_EVIDENCE_PRIMARY] = "reproduced from the author's figures or cited by page",
        [LEDE_EVIDENCE_TWO] = "two independent sources agree",
        [LEDE_EVIDENCE_ONE] = "one secondary source",
        [LEDE_EVIDENCE_UNVERIFIED] = "not verified; used only when asked for by its id",
    };
    return meanings[info->evidence];
}

/* ---- Text ---------------------------------------------------------------------- */

#define ID_WIDTH 26
#define SCALE_WIDTH 7
#define EVIDENCE_WIDTH 4
#define PART_COLUMN 4
#define LABEL_WIDTH 11
#define LIMIT_WIDTH 14
#define COLUMNS 80

static void write_blanks(out *o, size_t n) {
    for (size_t i = 0; i < n; i++) {
        out_bytes(o, " ", 1);
    }
}

/* All ids and names of scales are ASCII. */
static void write_padded(out *o, const char *text, size_t width) {
    size_t n = strlen(text);
    out_text(o, text);
    write_blanks(o, width > n ? width - n : 1);
}

static void write_list_line(out *o, const lede_formula_info *info) {
    out_text(o, "  ");
    write_padded(o, info->id, ID_WIDTH);
    write_padded(o, names_scale((int)info->scale), SCALE_WIDTH);
    write_padded(o, names_evidence((int)info->evidence), EVIDENCE_WIDTH);
    out_text(o, info->name);
    out_text(o, "\n");
}

void formulas_list_text(out *o) {
    const formula_language *language;
    for (size_t k = 0; (language = formulas_language(k)) != NULL; k++) {
        const lede_formula_info *info;
        formulas_write_language(o, language);
        out_text(o, "\n");
        for (size_t i = 0; (info = formulas_at(i)) != NULL; i++) {
            if (strcmp(info->languages, language->code) == 0) {
                write_list_line(o, info);
            }
        }
        out_text(o, "\n");
    }
    out_text(o,
             "P: reproduced from the author's figures or cited by page; S2: two sources "
             "agree;\nS1: one secondary source; U: unverified, used only when asked for "
             "by its id.\n'lede explain ID' tells everything about one.\n");
}

/* The first line begins at column `at`, further ones at `column`. */
static void write_wrapped(out *o, const char *text, size_t at, size_t column) {
    bool begun = false;
    while (*text != '\0') {
        size_t n = strcspn(text, " ");
        size_t width = utf8_count(text, n);
        if (begun && at + 1 + width > COLUMNS) {
            out_text(o, "\n");
            write_blanks(o, column);
            at = column;
        } else if (begun) {
            out_text(o, " ");
            at++;
        }
        out_bytes(o, text, n);
        at += width;
        begun = true;
        text += n + (text[n] == ' ' ? 1 : 0);
    }
    out_text(o, "\n");
}

static void write_field(out *o, const char *label, const char *text) {
    write_padded(o, label, LABEL_WIDTH);
    write_wrapped(o, text, LABEL_WIDTH, LABEL_WIDTH);
}

static void write_parts(out *o, const lede_formula_info *info) {
    for (uint32_t i = 0; i < info->part_count; i++) {
        size_t margin = i == 0 ? PART_COLUMN : PART_COLUMN - strlen("+ ");
        write_blanks(o, margin);
        margin += write_factor(o, &info->parts[i], i == 0);
        write_wrapped(o, info->parts[i].quantity, margin, PART_COLUMN);
    }
    out_text(o, "\n");
}

static void write_needs(out *o, const lede_formula_info *info) {
    if (info->minimum_words + info->minimum_sentences > 0) {
        write_padded(o, "reliable", LABEL_WIDTH);
        out_text(o, "from ");
        formulas_write_minimum(o, info);
        out_text(o, " on\n");
    }
    for (int list = 0; list < LEDE_LIST_COUNT; list++) {
        if ((info->lists & 1u << list) != 0) {
            write_field(o, "word list", names_list(list));
        }
    }
}

static void write_bands(out *o, const lede_formula_info *info) {
    for (uint32_t i = 0; i < info->band_count; i++) {
        char digits[NUMBER_MAX];
        bool last = i + 1 == info->band_count;
        size_t n = last ? 0 : number_from_double(digits, info->bands[i].below);
        write_padded(o, i == 0 ? "bands" : "", LABEL_WIDTH);
        out_text(o, last ? "else  " : "below ");
        out_bytes(o, digits, n);
        write_blanks(o, LIMIT_WIDTH - strlen("below ") - n);
        out_text(o, info->bands[i].label);
        out_text(o, "\n");
    }
}

void formulas_one_text(out *o, const lede_formula_info *info) {
    out_text(o, info->id);
    out_text(o, ": ");
    out_text(o, info->name);
    out_text(o, "\n\n");
    write_parts(o, info);
    write_padded(o, "language", LABEL_WIDTH);
    formulas_write_language(o, formulas_language_of(info));
    out_text(o, "\n");
    write_padded(o, "scale", LABEL_WIDTH);
    out_text(o, names_scale((int)info->scale));
    out_text(o, "; ");
    out_text(o, formulas_direction(info));
    out_text(o, "\n");
    write_padded(o, "evidence", LABEL_WIDTH);
    out_text(o, names_evidence((int)info->evidence));
    out_text(o, ": ");
    out_text(o, formulas_evidence(info));
    out_text(o, "\n");
    write_needs(o, info);
    write_field(o, "source", info->source);
    if (*info->note != '\0') {
        write_field(o, "note", info->note);
    }
    write_bands(o, info);
}
