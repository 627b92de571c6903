/* SPDX-License-Identifier: MIT */
#include "render/phrase.h"

#include "base/number.h"

#include <string.h>

/* ---- Pieces -------------------------------------------------------------- */

phrase phrase_begin(bool ascii) {
    return (phrase){.ascii = ascii, .used = 0};
}

static void put(phrase *p, const char *bytes, size_t n) {
    if (n <= PHRASE_MAX - p->used) {
        memcpy(p->bytes + p->used, bytes, n);
        p->used += n;
    }
}

static const struct {
    const char *character;
    const char *ascii;
} replacements[] = {{"·", "|"}, {"–", "-"}, {"—", "--"}, {"…", "..."}, {"×", "x"},
                    {"−", "-"}, {"≈", "~"}, {"“", "\""}, {"”", "\""},  {"Ç", "C"},
                    {"à", "a"}, {"á", "a"}, {"ä", "a"},  {"ç", "c"},   {"é", "e"},
                    {"ë", "e"}, {"í", "i"}, {"ñ", "n"},  {"ó", "o"},   {"ö", "o"},
                    {"ü", "u"}, {"ć", "c"}, {"ğ", "g"},  {"ı", "i"},   {"ł", "l"},
                    {"ś", "s"}, {"ş", "s"}};

static const char *replacement_of(const char *character, size_t n) {
    for (size_t i = 0; i < sizeof replacements / sizeof *replacements; i++) {
        if (strlen(replacements[i].character) == n &&
            memcmp(replacements[i].character, character, n) == 0) {
            return replacements[i].ascii;
        }
    }
    return "?";
}

/* Bytes of the code point: what follows its first byte continues it. */
static size_t code_point_size(const char *text) {
    size_t n = 1;
    while (((unsigned char)text[n] & 0xC0) == 0x80) {
        n++;
    }
    return n;
}

void phrase_text(phrase *p, const char *text) {
    while (*text != '\0') {
        size_t n = code_point_size(text);
        if (n > 1 && p->ascii) {
            const char *ascii = replacement_of(text, n);
            put(p, ascii, strlen(ascii));
        } else {
            put(p, text, n);
        }
        text += n;
    }
}

void phrase_count(phrase *p, uint64_t count) {
    char digits[NUMBER_MAX];
    size_t n = number_from_u64(digits, count);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0) {
            put(p, ",", 1);
        }
        put(p, digits + i, 1);
    }
}

void phrase_counted(phrase *p, uint64_t count, const char *noun) {
    phrase_count(p, count);
    put(p, " ", 1);
    phrase_text(p, noun);
    put(p, "s", count == 1 ? 0 : 1);
}

#define FIXED_LIMIT 1e15 /* of number_from_fixed() */

static size_t write_fixed(char *digits, double value, unsigned decimals) {
    bool writable = value > -FIXED_LIMIT && value < FIXED_LIMIT;
    return writable ? number_from_fixed(digits, value, decimals)
                    : number_from_double(digits, value);
}

void phrase_fixed(phrase *p, double value, unsigned decimals) {
    char digits[NUMBER_MAX];
    size_t n = write_fixed(digits, value, decimals);
    if (n > 0 && digits[0] == '-') {
        phrase_text(p, "−");
        put(p, digits + 1, n - 1);
    } else {
        put(p, digits, n);
    }
}

void phrase_signed(phrase *p, double value, unsigned decimals) {
    char digits[NUMBER_MAX];
    size_t n = write_fixed(digits, value, decimals);
    bool zero = true;
    for (size_t i = 0; i < n; i++) {
        zero = zero && (digits[i] == '0' || digits[i] == '.');
    }
    put(p, "+", !zero && digits[0] != '-' ? 1 : 0);
    phrase_fixed(p, value, decimals);
}

void phrase_trimmed(phrase *p, double value, unsigned decimals) {
    char digits[NUMBER_MAX];
    size_t n = write_fixed(digits, value, decimals);
    unsigned kept = decimals;
    while (kept > 0 && n > 0 && digits[n - 1] == '0') {
        n--;
        kept--;
    }
    phrase_fixed(p, value, kept);
}

void phrase_number_word(phrase *p, size_t number) {
    static const char *const words[] = {"no",   "one", "two",   "three", "four",
                                        "five", "six", "seven", "eight", "nine"};
    if (number < sizeof words / sizeof *words) {
        phrase_text(p, words[number]);
    } else {
        phrase_count(p, number);
    }
}

static size_t columns_of(const char *bytes, size_t n) {
    size_t columns = 0;
    for (size_t i = 0; i < n; i++) {
        columns += ((unsigned char)bytes[i] & 0xC0) != 0x80 ? 1 : 0;
    }
    return columns;
}

size_t phrase_columns(const phrase *p) {
    return columns_of(p->bytes, p->used);
}

/* ---- Lines --------------------------------------------------------------- */

void flow_spaces(out *o, size_t n) {
    for (size_t i = 0; i < n; i++) {
        out_bytes(o, " ", 1);
    }
}

flow flow_begin(out *o, size_t width, const char *label, size_t indent) {
    size_t n = strlen(label);
    out_text(o, label);
    flow_spaces(o, n < indent ? indent - n : 0);
    return (flow){
        .out = o, .width = width, .indent = indent, .at = n < indent ? indent : n};
}

/* Moves on behind such a piece; writes it too, or only says where that would be. */
static void place(flow *f, const char *bytes, size_t n, size_t gap, bool written) {
    size_t columns = columns_of(bytes, n);
    bool begun = f->at > f->indent;
    bool full = begun && f->at + gap + columns > f->width;
    gap = full ? f->indent : begun ? gap : 0;
    if (written) {
        out_text(f->out, full ? "\n" : "");
        flow_spaces(f->out, gap);
        out_bytes(f->out, bytes, n);
    }
    f->lines += full ? 1 : 0;
    f->at = (full ? 0 : f->at) + gap + columns;
}

static void place_words(flow *f, const phrase *p, size_t gap, bool written) {
    for (size_t at = 0; at < p->used;) {
        const char *space = memchr(p->bytes + at, ' ', p->used - at);
        size_t n = space != NULL ? (size_t)(space - p->bytes) - at : p->used - at;
        if (n > 0) {
            place(f, p->bytes + at, n, gap, written);
            gap = 1;
        }
        at += n + 1;
    }
}

static void place_item(flow *f, const phrase *p, size_t gap, bool written) {
    if (f->indent + phrase_columns(p) > f->width) {
        place_words(f, p, gap, written);
    } else {
        place(f, p->bytes, p->used, gap, written);
    }
}

void flow_item(flow *f, const phrase *p, size_t gap) {
    place_item(f, p, gap, true);
}

flow flow_after(const flow *f, const phrase *p, size_t gap) {
    flow after = *f;
    place_item(&after, p, gap, false);
    return after;
}

void flow_words(flow *f, const phrase *p) {
    place_words(f, p, 1, true);
}

void flow_end(flow *f) {
    out_bytes(f->out, "\n", 1);
}
