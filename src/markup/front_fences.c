/* SPDX-License-Identifier: MIT */
#include "markup/front_fences.h"

#include <string.h>

#define FENCE_BYTES 3u

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

static uint32_t skip_blanks(const char *bytes, uint32_t at, uint32_t end) {
    while (at < end && is_blank(bytes[at])) {
        at++;
    }
    return at;
}

/* ---- Lines that are fences -------------------------------------------------- */

static uint32_t line_begin(const source *s, size_t line) {
    return line < s->lines.count ? s->lines.items[line] : s->size;
}

/* Is the line the three bytes of the fence, with nothing but blanks behind? */
static bool is_fence(const source *s, size_t line, const char *fence) {
    uint32_t begin = line_begin(s, line), end = line_begin(s, line + 1);
    if (end - begin < FENCE_BYTES || memcmp(s->bytes + begin, fence, FENCE_BYTES) != 0) {
        return false;
    }
    uint32_t at = skip_blanks(s->bytes, begin + FENCE_BYTES, end);
    return at == end || is_line_end(s->bytes[at]);
}

typedef struct fence_form {
    const char *open;
    const char *close;
    const char *other; /* another way to close */
    front_matter_form form;
} fence_form;

static const fence_form fence_forms[] = {
    {"---", "---", "...", FRONT_MATTER_YAML},
    {"+++", "+++", "+++", FRONT_MATTER_TOML},
    {";;;", ";;;", ";;;", FRONT_MATTER_JSON},
};

static front_fences find_close(const source *s, const fence_form *form) {
    for (size_t line = 1; line < s->lines.count; line++) {
        if (is_fence(s, line, form->close) || is_fence(s, line, form->other)) {
            return (front_fences){form->form,
                                  {s->bom, line_begin(s, line + 1)},
                                  {line_begin(s, 1), line_begin(s, line)}};
        }
    }
    return (front_fences){0};
}

/* ---- An object of JSON that is its own fence ---------------------------------- */

/* "{" alone on its line, or with a key behind it; the key may be on the next line.
 * Markdown may begin with a brace too, as "{{" of templates does. */
static bool opens_object(const source *s) {
    uint32_t at = s->bom;
    if (at >= s->size || s->bytes[at] != '{') {
        return false;
    }
    at++;
    while (at < s->size && (is_blank(s->bytes[at]) || is_line_end(s->bytes[at]))) {
        at++;
    }
    return at < s->size && (s->bytes[at] == '"' || s->bytes[at] == '}');
}

/* Behind the closing quote of the string that begins at `at`. */
static uint32_t string_end(const source *s, uint32_t at) {
    for (at++; at < s->size && s->bytes[at] != '"'; at++) {
        at += s->bytes[at] == '\\';
    }
    return at < s->size ? at + 1 : s->size;
}

/* Behind the bracket that closes the first one; LEDE_NONE when none does. */
static uint32_t object_end(const source *s) {
    uint32_t at = s->bom, depth = 0;
    while (at < s->size) {
        char c = s->bytes[at];
        if (c == '"') {
            at = string_end(s, at);
            continue;
        }
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        at++;
        if (depth == 0) {
            return at;
        }
    }
    return LEDE_NONE;
}

static front_fences find_object(const source *s) {
    uint32_t end = opens_object(s) ? object_end(s) : LEDE_NONE;
    if (end == LEDE_NONE) {
        return (front_fences){0};
    }
    end = skip_blanks(s->bytes, end, s->size);
    if (end < s->size && !is_line_end(s->bytes[end])) {
        return (front_fences){0};
    }
    bool pair = end + 1 < s->size && s->bytes[end] == '\r' && s->bytes[end + 1] == '\n';
    end += pair ? 2 : end < s->size;
    lede_span span = {s->bom, end};
    return (front_fences){FRONT_MATTER_JSON, span, span};
}

front_fences front_fences_find(const source *s) {
    for (size_t i = 0; i < sizeof fence_forms / sizeof *fence_forms; i++) {
        if (is_fence(s, 0, fence_forms[i].open)) {
            return find_close(s, &fence_forms[i]);
        }
    }
    return find_object(s);
}

/* ---- Is it YAML? ------------------------------------------------------------ */

static bool is_key_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80 || memchr("_-.$/\"'", c, 7) != NULL;
}

/* The first line with anything but blanks and a comment on it. */
static uint32_t first_content(const char *bytes, lede_span content) {
    bool comment = false;
    for (uint32_t at = content.begin; at < content.end; at++) {
        char c = bytes[at];
        if (is_line_end(c)) {
            comment = false;
        } else if (c == '#') {
            comment = true;
        } else if (!comment && !is_blank(c)) {
            return at;
        }
    }
    return content.end;
}

bool front_fences_key(const char *bytes, lede_span content) {
    uint32_t begin = first_content(bytes, content), at = begin;
    while (at < content.end && is_key_byte(bytes[at])) {
        at++;
    }
    if (at == begin || at >= content.end || bytes[at] != ':') {
        return false;
    }
    at++;
    return at == content.end || is_blank(bytes[at]) || is_line_end(bytes[at]);
}
