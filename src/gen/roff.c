/* SPDX-License-Identifier: MIT */
#include "gen/roff.h"

#include <string.h>

#define TEXT_COLUMNS 76
#define TEMPLATE_LINE 512

/* ---- Characters ---------------------------------------------------------- */

/* Those that troff sets as something else, or reads as its own. */
static const char *escape_of(char c) {
    switch (c) {
    case '\\':
        return "\\e";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    default:
        return NULL;
    }
}

void roff_literal(FILE *out, const char *text, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const char *escape = escape_of(text[i]);
        if (escape != NULL) {
            fputs(escape, out);
        } else {
            putc(text[i], out);
        }
    }
}

void roff_argument(FILE *out, const char *text, size_t n) {
    putc('"', out);
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '"') {
            fputs("\\(dq", out);
        } else {
            roff_literal(out, text + i, 1);
        }
    }
    putc('"', out);
}

/* ---- Lines --------------------------------------------------------------- */

/* A line that begins so would be a request. */
static void write_line_start(FILE *out, char first) {
    if (first == '.' || first == '\'') {
        fputs("\\&", out);
    }
}

void roff_code(FILE *out, const char *text, size_t n) {
    if (n > 0) {
        write_line_start(out, text[0]);
    }
    roff_literal(out, text, n);
    putc('\n', out);
}

/* The hyphen of a compound stays one; that of an option is a minus. */
static void write_word(FILE *out, const char *word, size_t n) {
    for (size_t i = 0; i < n; i++) {
        bool inside = i > 0 && word[i - 1] != '-' && i + 1 < n && word[i + 1] != '-';
        bool plain = word[i] == '\'' || (word[i] == '-' && inside && word[0] != '-');
        if (plain) {
            putc(word[i], out);
        } else {
            roff_literal(out, word + i, 1);
        }
    }
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

static bool ends_sentence(const char *word, size_t n) {
    while (n > 0 && (word[n - 1] == ')' || word[n - 1] == '"')) {
        n--;
    }
    bool ellipsis = n > 1 && word[n - 1] == '.' && word[n - 2] == '.';
    return n > 0 && strchr(".?!", word[n - 1]) != NULL && !ellipsis;
}

void roff_text(FILE *out, const char *text, size_t n) {
    size_t column = 0;
    for (size_t at = 0; at < n;) {
        size_t end = at;
        while (end < n && !is_space(text[end])) {
            end++;
        }
        if (end == at) {
            at++;
            continue;
        }
        if (column > 0 && column + 1 + (end - at) > TEXT_COLUMNS) {
            putc('\n', out);
            column = 0;
        }
        if (column > 0) {
            putc(' ', out);
        } else {
            write_line_start(out, text[at]);
        }
        write_word(out, text + at, end - at);
        column += end - at + 1;
        if (ends_sentence(text + at, end - at)) {
            putc('\n', out);
            column = 0;
        }
        at = end;
    }
    if (column > 0) {
        putc('\n', out);
    }
}

/* ---- Templates ----------------------------------------------------------- */

static void copy_line(FILE *out, const char *line) {
    static const char mark[] = "@VERSION@";
    const char *found;
    while ((found = strstr(line, mark)) != NULL) {
        fwrite(line, 1, (size_t)(found - line), out);
        fputs(LEDE_VERSION_TEXT, out);
        line = found + strlen(mark);
    }
    fputs(line, out);
}

/* Cuts "@NAME@\n" to "NAME"; NULL for any other line. */
static const char *inserted_name(char *line) {
    size_t n = strlen(line);
    if (n < 4 || line[0] != '@' || strcmp(line + n - 2, "@\n") != 0) {
        return NULL;
    }
    line[n - 2] = '\0';
    return line + 1;
}

static bool fail(const char *path, const char *reason, const char *name) {
    fprintf(stderr, "%s: %s%s\n", path, reason, name);
    return false;
}

bool roff_template(FILE *out, const char *path, roff_insert *insert, void *context) {
    FILE *in = fopen(path, "r");
    if (in == NULL) {
        return fail(path, "cannot be opened", "");
    }
    char line[TEMPLATE_LINE];
    bool fine = true;
    while (fine && fgets(line, sizeof line, in) != NULL) {
        const char *name = inserted_name(line);
        if (name == NULL) {
            copy_line(out, line);
        } else if (!insert(out, name, context)) {
            fine = fail(path, "nothing is called ", name);
        }
    }
    fine = fine && (!ferror(in) || fail(path, "cannot be read", ""));
    fclose(in);
    return fine;
}
