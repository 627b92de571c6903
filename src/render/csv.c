/* SPDX-License-Identifier: MIT */
#include "render/csv.h"

#include "render/excerpt.h"
#include "unicode/utf8.h"

#include <string.h>

csv_writer csv_begin(out *o) {
    return (csv_writer){o, false};
}

static void begin_field(csv_writer *w) {
    out_text(w->out, w->comma ? "," : "");
    w->comma = true;
}

/* Spreadsheets drop blanks around a field that has no quotes. */
static bool needs_quotes(const char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (memchr(",\"\r\n\t ;", bytes[i], 7) != NULL) {
            return true;
        }
    }
    return false;
}

/* Up to the next byte that does not stay as it is. */
static size_t plain_run(const char *bytes, size_t n) {
    size_t valid = utf8_valid_prefix(bytes, n), at = 0;
    while (at < valid && bytes[at] != '"' && bytes[at] != '\0') {
        at++;
    }
    return at;
}

static void write_inner(out *o, const char *bytes, size_t n) {
    for (size_t at = 0; at < n;) {
        size_t run = plain_run(bytes + at, n - at);
        out_bytes(o, bytes + at, run);
        at += run;
        if (at < n && bytes[at] == '"') {
            out_text(o, "\"\"");
            at++;
        } else if (at < n) {
            out_text(o, "\xEF\xBF\xBD");
            at += utf8_decode(bytes + at, n - at).bytes;
        }
    }
}

void csv_string(csv_writer *w, const char *bytes, size_t n) {
    bool quotes = needs_quotes(bytes, n);
    begin_field(w);
    out_text(w->out, quotes ? "\"" : "");
    write_inner(w->out, bytes, n);
    out_text(w->out, quotes ? "\"" : "");
}

void csv_words(csv_writer *w, const char *bytes, size_t n) {
    bool quotes = needs_quotes(bytes, n);
    begin_field(w);
    out_text(w->out, quotes ? "\"" : "");
    for (size_t at = 0; at < n;) {
        size_t end = excerpt_word_end(bytes, n, at);
        write_inner(w->out, bytes + at, end - at);
        at = excerpt_white_end(bytes, n, end);
        out_bytes(w->out, " ", end < at ? 1 : 0);
    }
    out_text(w->out, quotes ? "\"" : "");
}

void csv_text(csv_writer *w, const char *text) {
    csv_string(w, text != NULL ? text : "", text != NULL ? strlen(text) : 0);
}

void csv_nothing(csv_writer *w) {
    begin_field(w);
}

void csv_bool(csv_writer *w, bool value) {
    csv_text(w, value ? "true" : "false");
}

void csv_u64(csv_writer *w, uint64_t value) {
    begin_field(w);
    out_u64(w->out, value);
}

void csv_double(csv_writer *w, double value) {
    begin_field(w);
    out_double(w->out, value);
}

void csv_end(csv_writer *w) {
    out_text(w->out, "\r\n");
}
