/* SPDX-License-Identifier: MIT */
/*
 * Run by the build: the public headers -> lede.3. Their comments are the manual.
 * Usage: generate_man_library docs/man/lede.3.in lede.h types.h OUTPUT
 *
 * Reads what the headers look like, not C: a comment that begins in column 1
 * speaks of the declaration behind it, a dashed one is a heading, conditionals
 * within the include guard are of no interest to a reader.
 */
#include "gen/roff.h"

#include <stdlib.h>
#include <string.h>

#define LINES_MAX 4096
#define BYTES_MAX 262144
#define API "LEDE_API "

typedef struct line {
    const char *text;
    size_t n;
} line;

/* A header as lines without their ends. */
typedef struct header {
    char bytes[BYTES_MAX];
    line lines[LINES_MAX];
    size_t count;
} header;

/* What stands in the header from its line `at` on. */
typedef struct cursor {
    const header *header;
    size_t at;
    FILE *out;
    bool listing; /* a list of functions is open */
    bool headed;  /* a heading stands right before, which begins a paragraph */
} cursor;

/* ---- Lines --------------------------------------------------------------- */

static bool starts(line l, const char *prefix) {
    size_t n = strlen(prefix);
    return l.n >= n && memcmp(l.text, prefix, n) == 0;
}

static bool ends(line l, const char *suffix) {
    size_t n = strlen(suffix);
    return l.n >= n && memcmp(l.text + l.n - n, suffix, n) == 0;
}

static line skip(line l, size_t n) {
    n = n < l.n ? n : l.n;
    return (line){l.text + n, l.n - n};
}

static line trim_end(line l) {
    while (l.n > 0 && l.text[l.n - 1] == ' ') {
        l.n--;
    }
    return l;
}

static bool read_header(header *h, const char *path) {
    FILE *in = fopen(path, "r");
    if (in == NULL) {
        perror(path);
        return false;
    }
    size_t n = fread(h->bytes, 1, BYTES_MAX, in);
    bool whole = n < BYTES_MAX && !ferror(in);
    fclose(in);
    h->count = 0;
    for (size_t at = 0; whole && at < n;) {
        const char *end = memchr(h->bytes + at, '\n', n - at);
        size_t length = end == NULL ? n - at : (size_t)(end - (h->bytes + at));
        whole = h->count < LINES_MAX;
        if (whole) {
            h->lines[h->count++] = (line){h->bytes + at, length};
        }
        at += length + 1;
    }
    if (!whole) {
        fprintf(stderr, "%s: cannot be read, or is too large\n", path);
    }
    return whole;
}

static line now(const cursor *c) {
    return c->header->lines[c->at];
}

static bool more(const cursor *c) {
    return c->at < c->header->count;
}

/* ---- Comments ------------------------------------------------------------ */

/* A line of a comment without its stars and slashes. */
static line bare(line l) {
    l = starts(l, "/*") || starts(l, " *") ? skip(l, 2) : l;
    if (ends(l, "*/")) {
        l.n -= 2;
    } else if (l.n > 0 && l.text[0] == '/') {
        l = skip(l, 1); /* the end of a comment, on a line of its own */
    }
    return trim_end(l);
}

static bool is_code(line l) {
    return starts(l, "     ");
}

static bool is_item(line l) {
    return starts(l, "  - ");
}

static bool is_blank(line l) {
    return l.n == 0;
}

/* One comment, as its lines from first up to last (not included). */
typedef struct comment {
    const header *header;
    size_t first;
    size_t last;
} comment;

static line comment_line(const comment *c, size_t at) {
    return bare(c->header->lines[at]);
}

static size_t write_code(FILE *out, const comment *c, size_t at) {
    fputs(".Bd -literal -offset indent\n", out);
    while (at < c->last && is_code(comment_line(c, at))) {
        line l = skip(comment_line(c, at++), 5);
        roff_code(out, l.text, l.n);
    }
    fputs(".Ed\n", out);
    return at;
}

/* Joins lines up to a blank one, code, or the next item. */
static size_t write_paragraph(FILE *out, const comment *c, size_t at, size_t indent) {
    char text[8192];
    size_t n = 0;
    do {
        line l = skip(comment_line(c, at++), n == 0 ? indent : 0);
        if (n + l.n + 1 > sizeof text) {
            fputs("generate_man_library: a paragraph is too long\n", stderr);
            exit(1);
        }
        memcpy(text + n, l.text, l.n);
        n += l.n;
        text[n++] = ' ';
    } while (at < c->last && !is_blank(comment_line(c, at)) &&
             !is_item(comment_line(c, at)) &&
             (indent > 0 || !is_code(comment_line(c, at))));
    roff_text(out, text, n);
    return at;
}

static size_t write_items(FILE *out, const comment *c, size_t at) {
    fputs(".Bl -bullet\n", out);
    while (at < c->last && is_item(comment_line(c, at))) {
        fputs(".It\n", out);
        at = write_paragraph(out, c, at, strlen("  - "));
    }
    fputs(".El\n", out);
    return at;
}

static void write_comment(FILE *out, const comment *c) {
    bool first = true;
    for (size_t at = c->first; at < c->last;) {
        line l = comment_line(c, at);
        if (is_blank(l)) {
            at++;
        } else if (is_code(l)) {
            at = write_code(out, c, at);
        } else if (is_item(l)) {
            at = write_items(out, c, at);
        } else {
            fputs(first ? "" : ".Pp\n", out);
            at = write_paragraph(out, c, at, 0);
        }
        first = first && is_blank(l);
    }
}

static comment take_comment(cursor *c) {
    comment taken = {c->header, c->at, c->at};
    while (more(c) && !ends(now(c), "*/")) {
        c->at++;
    }
    c->at += more(c) ? 1 : 0;
    taken.last = c->at;
    return taken;
}

static void open_list(cursor *c, bool open) {
    if (open != c->listing) {
        fputs(open ? ".Bl -tag -width Ds\n" : ".El\n", c->out);
        c->listing = open;
    }
}

/* Dashed comments are headings: "Versions" of such a line. */
static void write_heading(cursor *c) {
    line l = skip(bare(now(c)), strlen(" ---- "));
    while (l.n > 0 && (l.text[l.n - 1] == '-' || l.text[l.n - 1] == ' ')) {
        l.n--;
    }
    open_list(c, false);
    fputs(".Ss ", c->out);
    roff_literal(c->out, l.text, l.n);
    putc('\n', c->out);
    c->headed = true;
    c->at++;
}

/* ---- Declarations -------------------------------------------------------- */

/* Joins the lines of a function's declaration, without LEDE_API, to one. */
static size_t join_function(cursor *c, char *text, size_t size) {
    size_t n = 0;
    bool done = false;
    while (more(c) && !done) {
        line l = now(c);
        l = starts(l, API) ? skip(l, strlen(API)) : l;
        while (l.n > 0 && l.text[0] == ' ') {
            l = skip(l, 1);
        }
        done = ends(l, ";");
        if (n + l.n + 1 > size) {
            fputs("generate_man_library: a declaration is too long\n", stderr);
            exit(1);
        }
        memcpy(text + n, l.text, l.n);
        n += l.n;
        text[n++] = ' ';
        c->at++;
    }
    return n;
}

static void write_parameters(FILE *out, const char *from, const char *to) {
    while (from < to) {
        const char *comma = memchr(from, ',', (size_t)(to - from));
        const char *end = comma != NULL ? comma : to;
        fputs(".Fa ", out);
        roff_argument(out, from, (size_t)(end - from));
        putc('\n', out);
        from = end + 1;
        while (from < to && *from == ' ') {
            from++;
        }
    }
}

static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* The name in front of the first parenthesis. */
static line function_name(const char *text, size_t n) {
    const char *open = memchr(text, '(', n);
    const char *name = open != NULL ? open : text;
    while (name > text && is_name(name[-1])) {
        name--;
    }
    return (line){name, open != NULL ? (size_t)(open - name) : 0};
}

static void write_function(cursor *c) {
    char text[2048];
    size_t n = join_function(c, text, sizeof text);
    line name = function_name(text, n);
    const char *open = name.text + name.n + 1;
    const char *close = name.n > 0 ? memchr(open, ')', (size_t)(text + n - open)) : NULL;
    if (close == NULL) {
        fprintf(stderr, "generate_man_library: no function: %.*s\n", (int)n, text);
        exit(1);
    }
    open_list(c, true);
    line type = trim_end((line){text, (size_t)(name.text - text)});
    fputs(".It Xo\n.Ft ", c->out);
    roff_argument(c->out, type.text, type.n);
    fprintf(c->out, "\n.Fo %.*s\n", (int)name.n, name.text);
    write_parameters(c->out, open, close);
    fputs(".Fc\n.Xc\n", c->out);
}

/* What braces do to the depth, comments left out. */
static int depth_change(line l, bool *in_comment) {
    int change = 0;
    for (size_t i = 0; i < l.n; i++) {
        line rest = skip(l, i);
        if (starts(rest, *in_comment ? "*/" : "/*")) {
            *in_comment = !*in_comment;
        } else if (!*in_comment) {
            change += rest.text[0] == '{' ? 1 : rest.text[0] == '}' ? -1 : 0;
        }
    }
    return change;
}

/* A type, as it stands. */
static void write_type(cursor *c) {
    int depth = 0;
    bool in_comment = false;
    bool done = false;
    while (more(c) && !done) {
        line l = now(c);
        depth += depth_change(l, &in_comment);
        done = depth == 0 && !in_comment && memchr(l.text, ';', l.n) != NULL;
        roff_code(c->out, l.text, l.n);
        c->at++;
    }
}

/* A macro, the blanks in front of its line ends left out. */
static void write_macro(cursor *c) {
    bool done = false;
    while (more(c) && !done) {
        line l = now(c);
        done = !ends(l, "\\");
        line body = trim_end(done ? l : (line){l.text, l.n - 1});
        char text[256];
        int n = snprintf(text, sizeof text, "%.*s%s", (int)body.n, body.text,
                         done ? "" : " \\");
        roff_code(c->out, text, n > 0 ? (size_t)n : 0);
        c->at++;
    }
}

/* All types and macros that follow each other without a comment between. */
static void write_display(cursor *c) {
    open_list(c, false);
    fputs(".Bd -literal\n", c->out);
    while (more(c) && (starts(now(c), "typedef ") || starts(now(c), "#define "))) {
        if (starts(now(c), "#define ")) {
            write_macro(c);
        } else {
            write_type(c);
        }
    }
    fputs(".Ed\n", c->out);
}

/* ---- Headers ------------------------------------------------------------- */

/* Conditionals, up to their end; the guard alone is gone into. */
static void skip_directive(cursor *c) {
    if (!starts(now(c), "#if") || ends(now(c), "_H")) {
        c->at++;
        return;
    }
    int depth = 0;
    do {
        depth += starts(now(c), "#if") ? 1 : starts(now(c), "#endif") ? -1 : 0;
        c->at++;
    } while (more(c) && depth > 0);
}

static bool is_guard(line l) {
    return starts(l, "#define ") && ends(l, "_H");
}

static bool is_declaration(line l) {
    return starts(l, API) || starts(l, "typedef ") ||
           (starts(l, "#define ") && !is_guard(l));
}

/* A function has its comment below its head, a type above. */
static void write_declaration(cursor *c, const comment *about) {
    bool function = more(c) && starts(now(c), API);
    if (function) {
        write_function(c);
    }
    if (about != NULL) {
        if (!function) {
            open_list(c, false);
            fputs(c->headed ? "" : ".Pp\n", c->out);
        }
        write_comment(c->out, about);
    }
    if (!function && more(c) && is_declaration(now(c))) {
        write_display(c);
    }
    c->headed = false;
}

static void write_header(cursor *c) {
    while (more(c)) {
        line l = now(c);
        if (starts(l, "/* ----")) {
            write_heading(c);
        } else if (starts(l, "/*")) {
            comment about = take_comment(c);
            while (more(c) && is_blank(now(c))) {
                c->at++;
            }
            write_declaration(c, &about);
        } else if (is_declaration(l)) {
            write_declaration(c, NULL);
        } else if (starts(l, "#")) {
            skip_directive(c);
        } else {
            c->at++;
        }
    }
    open_list(c, false);
}

/* The comment at the top, behind the licence. */
static comment head(const header *h, size_t *behind) {
    cursor c = {h, 1, NULL, false, false};
    comment top = take_comment(&c);
    *behind = c.at;
    return top;
}

/* ---- The page ------------------------------------------------------------ */

typedef struct headers {
    header functions;
    header types;
} headers;

static void write_names(FILE *out, const header *h) {
    cursor c = {h, 0, out, false, false};
    while (more(&c)) {
        if (!starts(now(&c), API)) {
            c.at++;
            continue;
        }
        char text[2048];
        size_t n = join_function(&c, text, sizeof text);
        line name = function_name(text, n);
        fprintf(out, " ,\n.Nm %.*s", (int)name.n, name.text);
    }
    putc('\n', out);
}

static bool insert(FILE *out, const char *name, void *context) {
    const headers *all = context;
    bool functions = strcmp(name, "FUNCTIONS") == 0 || strcmp(name, "ABOUT") == 0;
    cursor c = {functions ? &all->functions : &all->types, 0, out, false, false};
    comment top = head(c.header, &c.at);
    if (strcmp(name, "NAMES") == 0) {
        fputs(".Nm lede", out);
        write_names(out, &all->functions);
    } else if (strcmp(name, "ABOUT") == 0 || strcmp(name, "ABOUT_TYPES") == 0) {
        write_comment(out, &top);
    } else if (functions || strcmp(name, "TYPES") == 0) {
        write_header(&c);
    } else {
        return false;
    }
    return true;
}

int main(int argc, char **argv) {
    static headers all;
    if (argc != 5) {
        fputs("usage: generate_man_library TEMPLATE LEDE.H TYPES.H OUTPUT\n", stderr);
        return 1;
    }
    if (!read_header(&all.functions, argv[2]) || !read_header(&all.types, argv[3])) {
        return 1;
    }
    FILE *out = fopen(argv[4], "w");
    if (out == NULL) {
        perror(argv[4]);
        return 1;
    }
    bool fine = roff_template(out, argv[1], insert, &all);
    return fclose(out) == 0 && fine ? 0 : 1;
}
