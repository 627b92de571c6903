/* SPDX-License-Identifier: MIT */
/* What surrounds Markdown in real folders and is not CommonMark: shortcodes, template
 * tags, MDX, MyST, containers, footnotes. Found in one walk, before the parser. */
#ifndef LEDE_MARKUP_MASK_H
#define LEDE_MARKUP_MASK_H

#include "markup/source.h"

typedef enum mask_kind {
    MASK_SHORTCODE = 0, /* {{< >}} {{% %}} {% %} {{ }} */
    MASK_EXPRESSION,    /* {…} of MDX; the {name} of a MyST role */
    MASK_MODULE,        /* import and export of MDX */
    MASK_TAG,           /* <Note title="…">, </Note>, <> */
    MASK_COMMENT,       /* comments of templates and of MDX, "% …" lines of MyST */
    MASK_CONTAINER,     /* ::: lines, directive fences and options, !!! lines */
    MASK_ATTRIBUTES,    /* {#id .class}, {: …}, (label)= */
    MASK_FOOTNOTE,      /* [^1] and the label of its definition */
    MASK_DEFINITION,    /* the ": " of a definition list */
    MASK_ALERT,         /* [!NOTE] of a quote */
    MASK_INDENT,        /* indentation that would read as code */
    MASK_CODE,          /* contents that are code, formulas or diagrams */
    MASK_BREAK,         /* the rest of a line behind a title, with its line end */
    MASK_DEEP,          /* signs of containers beyond MASK_COLUMNS */
    MASK_TARGET         /* a long target of a definition, with its title */
} mask_kind;

typedef struct masked {
    lede_span span; /* source; may hold line ends */
    uint8_t kind;   /* mask_kind */
    bool breaks;    /* a block ends here even without a blank line: what stands behind the
                       span is a block of its own */
} masked;

/*
 * bytes has the source's size and offsets: what a parser of CommonMark shall read. Bytes
 * of a span are replaced there, those outside of all spans and line ends are not. A line
 * with nothing to see beside its spans has spaces in their place, so that it is blank; on
 * other lines something inert stands for them, which is never to be shown. Of
 * indentation, what makes the line the same kind of block at a lesser depth: a list or
 * heading may so be in one more list, a quote in one more quote, and a table has one more
 * column at its front, of which all is masked.
 */
typedef struct mask {
    const char *bytes; /* the source's own, or copy.items */
    VEC_OF(char) copy;
    VEC_OF(masked) spans; /* ascending, disjoint, none empty */
    uint32_t plain; /* not 0: from here on "[" is shown but not read: hostile texts */
    uint64_t vain;  /* bytes read for what turned out not to be closed: at most
                       MASK_VAIN times the size, and what one more search reads */
} mask;

/* When so much was read in vain, nothing more that may not be closed is looked for. */
#define MASK_VAIN 8u

/* The parser goes through all open containers on each line, and reads a target for each
 * link to it. Signs of quotes and lists that begin at a higher column are none, so that
 * no more containers than these are inside each other; of targets it may read so many
 * times the text, or of each so many bytes. */
#define MASK_COLUMNS 256u
#define MASK_READINGS 16u
#define MASK_LEAST 256u
#define MASK_STEPS 64u   /* from line to line for brackets, for each byte of the text */
#define MASK_LABEL 1002u /* bytes that a label and its brackets have at most */

/* Fills an empty mask. begin: where the text begins, behind front matter: the begin of a
 * line. mdx: braces and tags of any name are MDX. Time grows as the size, whatever the
 * bytes: each is read again for at most a fixed number of constructs. s must outlive m.
 * Fails for lack of memory only. */
lede_status mask_read(mask *m, const lede_allocator *allocator, const source *s,
                      uint32_t begin, bool mdx);
void mask_free(mask *m, const lede_allocator *allocator);

/* What a span of the kind is listed as; LEDE_OMITTED_NONE: it is not. */
lede_omission_kind mask_omission(mask_kind kind);

#endif
