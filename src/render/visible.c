/* SPDX-License-Identifier: MIT */
#include "render/visible.h"

#include "unicode/properties.h"
#include "unicode/utf8.h"

#define FIRST_HIDDEN 0x061C /* nothing hides below it */

typedef enum shape {
    SHAPE_PLAIN = 0,
    SHAPE_SPACE, /* white space that may stay */
    SHAPE_TAB,
    SHAPE_LINE_END,
    SHAPE_CONTROL,
    SHAPE_HIDDEN,
    SHAPE_BAD
} shape;

/* White space without a gap. */
typedef struct white_run {
    size_t bytes;
    bool line_end;
    bool tab;
} white_run;

bool visible_is_hidden(uint32_t code) {
    if (code < FIRST_HIDDEN) {
        return false;
    }
    return code == 0x200B || code == 0xFEFF ||
           (unicode_flags(code) & UF_BIDI_CONTROL) != 0;
}

void visible_hex(char *digits, uint32_t value, size_t count) {
    for (size_t i = count; i > 0; i--) {
        digits[i - 1] = "0123456789abcdef"[value & 0xF];
        value >>= 4;
    }
}

static shape shape_of_ascii(uint32_t code) {
    if (code > 0x20 && code < 0x7F) {
        return SHAPE_PLAIN;
    }
    if (code == ' ') {
        return SHAPE_SPACE;
    }
    if (code == '\t') {
        return SHAPE_TAB;
    }
    return code >= '\n' && code <= '\r' ? SHAPE_LINE_END : SHAPE_CONTROL;
}

/* U+0085 is a line end by its properties, but where it occurs it is most often
 * an ellipsis of Windows-1252 read wrongly: to be seen, not swallowed. */
static shape shape_of_wide(uint32_t code) {
    if (code < 0xA0) {
        return SHAPE_CONTROL;
    }
    if (visible_is_hidden(code)) {
        return SHAPE_HIDDEN;
    }
    unicode_class class = unicode_class_of(code);
    if (class == UC_LINE_END) {
        return SHAPE_LINE_END;
    }
    return class == UC_SPACE ? SHAPE_SPACE : SHAPE_PLAIN;
}

static shape next_shape(const char *bytes, size_t n, size_t *size) {
    unsigned char first = (unsigned char)bytes[0];
    if (first < 0x80) {
        *size = 1;
        return shape_of_ascii(first);
    }
    utf8_point point = utf8_decode(bytes, n);
    *size = point.bytes;
    return point.bad ? SHAPE_BAD : shape_of_wide(point.code);
}

static white_run measure_white(const char *bytes, size_t n) {
    white_run run = {0, false, false};
    while (run.bytes < n) {
        size_t size = 0;
        shape s = next_shape(bytes + run.bytes, n - run.bytes, &size);
        if (s != SHAPE_SPACE && s != SHAPE_TAB && s != SHAPE_LINE_END) {
            break;
        }
        run.line_end = run.line_end || s == SHAPE_LINE_END;
        run.tab = run.tab || s == SHAPE_TAB;
        run.bytes += size;
    }
    return run;
}

/* Bytes from the start that are written as they are. A blank before a line end
 * is not among them: it goes with the line end. */
static size_t plain_run(const char *bytes, size_t n) {
    size_t at = 0;
    while (at < n) {
        size_t size = 0;
        shape s = next_shape(bytes + at, n - at, &size);
        if (s == SHAPE_SPACE) {
            white_run run = measure_white(bytes + at, n - at);
            if (run.line_end || run.tab) {
                break;
            }
            size = run.bytes;
        } else if (s != SHAPE_PLAIN) {
            break;
        }
        at += size;
    }
    return at;
}

static void write_white(out *o, const char *bytes, white_run run) {
    if (run.line_end) {
        out_bytes(o, " ", 1);
        return;
    }
    size_t begin = 0;
    for (size_t at = 0; at < run.bytes; at++) {
        if (bytes[at] == '\t') {
            out_bytes(o, bytes + begin, at - begin);
            out_bytes(o, " ", 1);
            begin = at + 1;
        }
    }
    out_bytes(o, bytes + begin, run.bytes - begin);
}

static void write_byte(out *o, unsigned char byte) {
    char escape[4] = {'\\', 'x'};
    visible_hex(escape + 2, byte, 2);
    out_bytes(o, escape, sizeof escape);
}

static void write_control(out *o, uint32_t code) {
    if (code < 0x80) {
        write_byte(o, (unsigned char)code);
        return;
    }
    char escape[6] = {'\\', 'u'};
    visible_hex(escape + 2, code, 4);
    out_bytes(o, escape, sizeof escape);
}

/* Capital digits: the way Unicode names its characters. All are four long. */
static void write_hidden(out *o, uint32_t code) {
    char name[8] = {'<', 'U', '+'};
    visible_hex(name + 3, code, 4);
    for (size_t i = 3; i < 7; i++) {
        if (name[i] >= 'a') {
            name[i] = (char)(name[i] - 'a' + 'A');
        }
    }
    name[7] = '>';
    out_bytes(o, name, sizeof name);
}

static void write_bad(out *o, const char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++) {
        write_byte(o, (unsigned char)bytes[i]);
    }
}

/* What plain_run() stopped at; returns the bytes taken. */
static size_t write_special(out *o, const char *bytes, size_t n) {
    size_t size = 0;
    shape s = next_shape(bytes, n, &size);
    if (s == SHAPE_BAD) {
        write_bad(o, bytes, size);
    } else if (s == SHAPE_CONTROL) {
        write_control(o, utf8_decode(bytes, n).code);
    } else if (s == SHAPE_HIDDEN) {
        write_hidden(o, utf8_decode(bytes, n).code);
    } else {
        white_run run = measure_white(bytes, n);
        write_white(o, bytes, run);
        size = run.bytes;
    }
    return size;
}

void visible_write(out *o, const char *bytes, size_t n) {
    size_t at = 0;
    while (at < n) {
        size_t run = plain_run(bytes + at, n - at);
        out_bytes(o, bytes + at, run);
        at += run;
        if (at < n) {
            at += write_special(o, bytes + at, n - at);
        }
    }
}
