/* SPDX-License-Identifier: MIT */
#include "render/json.h"

#include "render/excerpt.h"
#include "render/visible.h"
#include "unicode/utf8.h"

#include <string.h>

void jw_init(json_writer *j, out *o) {
    j->out = o;
    j->comma = false;
}

static void separate(json_writer *j) {
    if (j->comma) {
        out_bytes(j->out, ",", 1);
    }
    j->comma = true;
}

static void open_bracket(json_writer *j, const char *bracket) {
    separate(j);
    out_bytes(j->out, bracket, 1);
    j->comma = false;
}

static void close_bracket(json_writer *j, const char *bracket) {
    out_bytes(j->out, bracket, 1);
    j->comma = true;
}

void jw_object_begin(json_writer *j) {
    open_bracket(j, "{");
}

void jw_object_end(json_writer *j) {
    close_bracket(j, "}");
}

void jw_array_begin(json_writer *j) {
    open_bracket(j, "[");
}

void jw_array_end(json_writer *j) {
    close_bracket(j, "]");
}

void jw_line(json_writer *j) {
    separate(j);
    out_bytes(j->out, "\n", 1);
    j->comma = false;
}

void jw_key(json_writer *j, const char *key) {
    separate(j);
    out_bytes(j->out, "\"", 1);
    out_text(j->out, key);
    out_bytes(j->out, "\":", 2);
    j->comma = false;
}

static bool is_plain_ascii(unsigned char byte) {
    return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

/* U+2028 and U+2029 end a line in JavaScript before 2019; the rest would let a
 * text act on the terminal or editor that shows the report. */
static bool is_escaped(uint32_t code) {
    return code < 0xA0 || code == 0x2028 || code == 0x2029 || visible_is_hidden(code);
}

/* Bytes from the start that are written as they are. */
static size_t plain_run(const char *bytes, size_t n) {
    size_t at = 0;
    while (at < n) {
        if (is_plain_ascii((unsigned char)bytes[at])) {
            at++;
            continue;
        }
        if ((unsigned char)bytes[at] < 0x80) {
            break;
        }
        utf8_point point = utf8_decode(bytes + at, n - at);
        if (point.bad || is_escaped(point.code)) {
            break;
        }
        at += point.bytes;
    }
    return at;
}

static const char *short_escape(uint32_t code) {
    switch (code) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\f':
        return "\\f";
    case '\r':
        return "\\r";
    default:
        return NULL;
    }
}

/* No code point beyond the basic plane is ever escaped: no surrogates here. */
static void write_escape(out *o, uint32_t code) {
    const char *brief = short_escape(code);
    if (brief != NULL) {
        out_bytes(o, brief, 2);
        return;
    }
    char escape[6] = {'\\', 'u'};
    visible_hex(escape + 2, code, 4);
    out_bytes(o, escape, sizeof escape);
}

static size_t write_special(out *o, const char *bytes, size_t n) {
    utf8_point point = utf8_decode(bytes, n);
    if (point.bad) {
        out_bytes(o, "\xEF\xBF\xBD", 3);
    } else {
        write_escape(o, point.code);
    }
    return point.bytes;
}

static void write_inner(json_writer *j, const char *bytes, size_t n) {
    size_t at = 0;
    while (at < n) {
        size_t run = plain_run(bytes + at, n - at);
        out_bytes(j->out, bytes + at, run);
        at += run;
        if (at < n) {
            at += write_special(j->out, bytes + at, n - at);
        }
    }
}

void jw_string(json_writer *j, const char *bytes, size_t n) {
    separate(j);
    out_bytes(j->out, "\"", 1);
    write_inner(j, bytes, n);
    out_bytes(j->out, "\"", 1);
}

void jw_words(json_writer *j, const char *bytes, size_t n) {
    separate(j);
    out_bytes(j->out, "\"", 1);
    for (size_t at = 0; at < n;) {
        size_t end = excerpt_word_end(bytes, n, at);
        write_inner(j, bytes + at, end - at);
        at = excerpt_white_end(bytes, n, end);
        out_bytes(j->out, " ", end < at ? 1 : 0);
    }
    out_bytes(j->out, "\"", 1);
}

void jw_text(json_writer *j, const char *text) {
    if (text != NULL) {
        jw_string(j, text, strlen(text));
        return;
    }
    separate(j);
    out_text(j->out, "null");
}

void jw_u64(json_writer *j, uint64_t value) {
    separate(j);
    out_u64(j->out, value);
}

void jw_i64(json_writer *j, int64_t value) {
    separate(j);
    out_i64(j->out, value);
}

void jw_double(json_writer *j, double value) {
    separate(j);
    out_double(j->out, value);
}

void jw_bool(json_writer *j, bool value) {
    separate(j);
    out_text(j->out, value ? "true" : "false");
}

void jw_member_text(json_writer *j, const char *key, const char *text) {
    jw_key(j, key);
    jw_text(j, text);
}

void jw_member_u64(json_writer *j, const char *key, uint64_t value) {
    jw_key(j, key);
    jw_u64(j, value);
}

void jw_member_bool(json_writer *j, const char *key, bool value) {
    jw_key(j, key);
    jw_bool(j, value);
}
