/* SPDX-License-Identifier: MIT */
/* Texts to try things on: the articles of the corpus, and texts made from a seed
 * that are the same on every run. */
#ifndef LEDE_TESTS_SUPPORT_TEXTS_H
#define LEDE_TESTS_SUPPORT_TEXTS_H

#include "unit/base/base_support.h"

#include <stdio.h>

typedef struct text_buffer {
    char *bytes;
    size_t n;
    size_t capacity;
} text_buffer;

static inline void text_add(text_buffer *t, const char *bytes, size_t n) {
    if (n > t->capacity - t->n) {
        t->capacity = 2 * t->capacity + n;
        t->bytes = realloc(t->bytes, t->capacity);
        if (t->bytes == NULL) {
            abort();
        }
    }
    if (n > 0) {
        memcpy(t->bytes + t->n, bytes, n);
    }
    t->n += n;
}

static inline void text_put(text_buffer *t, const char *text) {
    text_add(t, text, strlen(text));
}

/* The block gets exactly the size of the text, so that a sanitizer sees a read
 * beyond its end. */
static inline void text_fit(text_buffer *t) {
    char *exact = malloc(t->n > 0 ? t->n : 1);
    if (exact == NULL) {
        abort();
    }
    if (t->n > 0) {
        memcpy(exact, t->bytes, t->n);
    }
    free(t->bytes);
    *t = (text_buffer){exact, t->n, t->n};
}

static inline void text_free(text_buffer *t) {
    free(t->bytes);
    *t = (text_buffer){0};
}

static inline size_t text_below(uint64_t *seed, size_t limit) {
    return (size_t)(next_random(seed) % limit);
}

/* ---- The corpus ------------------------------------------------------------- */

#define TEXT_ARTICLES 13

static inline text_buffer text_article(size_t index) {
    static const char *const names[TEXT_ARTICLES] = {
        "diplomacy", "ferry",   "habits", "harbour", "kayak",  "lighthouse", "mail",
        "manual",    "minutes", "notice", "orchard", "violin", "weighbridge"};
    char path[512], chunk[4096];
    text_buffer t = {0};
    snprintf(path, sizeof path, "%s/corpus/articles/%s.txt", LEDE_SOURCE_DIR,
             names[index]);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "cannot open %s\n", path);
        abort();
    }
    for (size_t n = 1; n > 0;) {
        n = fread(chunk, 1, sizeof chunk, file);
        text_add(&t, chunk, n);
    }
    fclose(file);
    text_fit(&t);
    return t;
}

/* ---- Made from a seed --------------------------------------------------------- */

/* Few words, the first ones often, so that sentences share some; several of them
 * have one stem, some are stop words, compounds, numbers, handles. */
static inline const char *text_word(uint64_t *seed) {
    static const char *const words[] = {"harbour",
                                        "boats",
                                        "the",
                                        "of",
                                        "captain",
                                        "captains",
                                        "mussels",
                                        "rope",
                                        "ropes",
                                        "winter",
                                        "and",
                                        "wall",
                                        "fishing",
                                        "fished",
                                        "sail-boat",
                                        "sailing",
                                        "engine",
                                        "well-known",
                                        "quarrel",
                                        "4,000",
                                        "summer",
                                        "@marrow",
                                        "#tours",
                                        "visitor",
                                        "visitors",
                                        "breakfast",
                                        "over",
                                        "caf\xC3\xA9",
                                        "rule",
                                        "ruled",
                                        "Oona",
                                        "Pengelly",
                                        "$12.50",
                                        "x-ray",
                                        "lamp",
                                        "it's",
                                        "timetable",
                                        "ice",
                                        "plant",
                                        "plants",
                                        "\xC3\xA9t\xC3\xA9",
                                        "9:30",
                                        "ferry",
                                        "skipper",
                                        "ferries",
                                        "biologist",
                                        "pencil",
                                        "was",
                                        "tides",
                                        "knots"};
    size_t count = sizeof words / sizeof *words;
    size_t limit = 1 + text_below(seed, count);
    return words[text_below(seed, limit)];
}

static inline void text_sentence(text_buffer *t, uint64_t *seed) {
    static const char *const ends[] = {".", ".", ".", "?", "!", "\xE2\x80\xA6"};
    static const char *const firsts[] = {"Later", "Ruth", "Every", "Nobody", "Tides"};
    size_t words = 1 + text_below(seed, 1 + text_below(seed, 24));
    text_put(t, firsts[text_below(seed, sizeof firsts / sizeof *firsts)]);
    for (size_t i = 1; i < words; i++) {
        text_put(t, text_below(seed, 12) == 0 ? ", " : " ");
        text_put(t, text_word(seed));
    }
    text_put(t, ends[text_below(seed, sizeof ends / sizeof *ends)]);
}

static inline void text_heading(text_buffer *t, uint64_t *seed) {
    text_put(t, "About");
    for (size_t i = 1 + text_below(seed, 4); i > 0; i--) {
        text_put(t, " ");
        text_put(t, text_word(seed));
    }
}

/* Up to `paragraphs` blocks: prose, some headings, items, labels and repeats. */
static inline text_buffer text_made(uint64_t seed, size_t paragraphs) {
    text_buffer t = {0}, again = {0};
    if (text_below(&seed, 3) > 0) {
        text_heading(&t, &seed);
        text_put(&t, "\n\n");
    }
    for (size_t p = 1 + text_below(&seed, paragraphs); p > 0; p--) {
        size_t kind = text_below(&seed, 16);
        if (kind == 0) {
            text_heading(&t, &seed);
        } else if (kind == 1) {
            text_put(&t, "- ");
            text_sentence(&t, &seed);
        } else if (kind == 2) {
            text_put(&t, "ADVERTISEMENT");
        } else if (kind == 3 && again.n > 0) {
            text_add(&t, again.bytes, again.n);
        } else {
            again.n = 0;
            text_sentence(&again, &seed);
            text_add(&t, again.bytes, again.n);
            for (size_t s = text_below(&seed, 6); s > 0; s--) {
                text_put(&t, " ");
                text_sentence(&t, &seed);
            }
        }
        text_put(&t, "\n\n");
    }
    text_free(&again);
    text_fit(&t);
    return t;
}

static inline text_buffer text_random_bytes(uint64_t seed, size_t n) {
    text_buffer t = {0};
    while (t.n < n) {
        uint64_t bits = next_random(&seed);
        size_t rest = n - t.n;
        text_add(&t, (const char *)&bits, rest < sizeof bits ? rest : sizeof bits);
    }
    text_fit(&t);
    return t;
}

static inline size_t text_encode(uint32_t code, char *out) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, code >>= 6) {
        out[i] = (char)(0x80u | (code & 0x3Fu));
    }
    out[0] = (char)((0xF00u >> n & 0xFFu) | code);
    return n;
}

/* Mostly letters, stops and spaces, so that there are words and sentences; else
 * any scalar value. */
static inline uint32_t text_scalar(uint64_t *seed) {
    static const uint32_t often[] = {
        ' ',    ' ',    ' ',    '.',    '\n',   ',',    '-',    '"',    '?',     '(',
        ')',    '\'',   '@',    '#',    '/',    ':',    '_',    '\r',   '1',     '9',
        0x2019, 0x201C, 0x2026, 0x2029, 0x200D, 0x0301, 0x4E2D, 0x3002, 0x1F468, 0xAD};
    size_t kind = text_below(seed, 8);
    if (kind < 3) {
        return (uint32_t)('a' + text_below(seed, 26));
    }
    if (kind == 3) {
        return (uint32_t)('A' + text_below(seed, 26));
    }
    if (kind < 7) {
        return often[text_below(seed, sizeof often / sizeof *often)];
    }
    static const uint32_t tops[] = {0x80, 0x300, 0x800, 0x3000, 0x10000, 0x110000};
    uint32_t top = tops[text_below(seed, sizeof tops / sizeof *tops)];
    uint32_t code = (uint32_t)text_below(seed, top);
    return code >= 0xD800 && code < 0xE000 ? code - 0x800 : code;
}

static inline text_buffer text_random_utf8(uint64_t seed, size_t n) {
    text_buffer t = {0};
    char bytes[4];
    while (t.n + sizeof bytes <= n) {
        text_add(&t, bytes, text_encode(text_scalar(&seed), bytes));
    }
    text_fit(&t);
    return t;
}

#endif
