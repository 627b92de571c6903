/* SPDX-License-Identifier: MIT */
/*
 * What stands in front of a Markdown draft, between fences: its title, its language,
 * what it tells lede. YAML is read; TOML and JSON are recognised and set aside whole.
 *
 * libyaml takes its memory from the C library. What it costs is bounded by the limits
 * below: no more than a few hundred steps for each byte of at most 64 KiB.
 */
#ifndef LEDE_MARKUP_FRONT_MATTER_H
#define LEDE_MARKUP_FRONT_MATTER_H

#include "markup/page.h"

/* Front matter beyond one of these is set aside unread, and `problem` says which. */
#define FRONT_MATTER_MAX_BYTES 65536u /* between the fences */
#define FRONT_MATTER_MAX_BLANKS 1024u /* blanks and line ends in a row */
#define FRONT_MATTER_MAX_DEPTH 32u    /* collections in each other */
#define FRONT_MATTER_MAX_KEY 256u     /* bytes of a joined key below "lede" */

typedef enum front_matter_form {
    FRONT_MATTER_NONE = 0,
    FRONT_MATTER_YAML, /* --- ... --- or ... */
    FRONT_MATTER_TOML, /* +++ ... +++ */
    FRONT_MATTER_JSON  /* { ... } or ;;; ... ;;; */
} front_matter_form;

/* A scalar that is kept: "title", "description" and "lang" of the top level, each once,
 * and all that stands at or below "lede". Keys of nested mappings are joined by full
 * stops ("lede.rules.long-sentence.max"); each item of a sequence has the key of the
 * sequence. */
typedef struct front_value {
    lede_span key;        /* in front_matter.text; values may share one */
    lede_span value;      /* in front_matter.text, as YAML reads it: without quotes, with
                             lines folded and escapes decoded */
    lede_span source;     /* bytes of the source: quotes and indicators included */
    uint32_t first_piece; /* index into front_matter.pieces */
    uint32_t piece_count; /* 0: the value is empty */
} front_value;

typedef struct front_matter {
    front_matter_form form;
    lede_span span;      /* bytes of the source, fences and the line end behind included;
                            empty: there is none */
    const char *problem; /* why it was not read, static text; NULL: it was, or is none */
    uint32_t problem_at; /* offset in the source; 0 without a problem */
    VEC_OF(char) text;
    /* From values to the source, ascending: text spans lie in `text` and cover each
     * value without gaps, source spans lie in the source. */
    VEC_OF(piece) pieces;
    VEC_OF(front_value) values; /* in the order of the source */
} front_matter;

/*
 * Sets all of *f. Front matter begins at the first byte, or behind a byte-order mark.
 * Between lines of three hyphens stands YAML only if it is a mapping, is empty or has a
 * line "key:" in front; else they are the thematic breaks and headings of Markdown.
 * Fails for lack of memory only; free it then too.
 */
lede_status front_matter_read(front_matter *f, const lede_allocator *allocator,
                              const source *s);
void front_matter_free(front_matter *f, const lede_allocator *allocator);

#endif
