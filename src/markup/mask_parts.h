/* SPDX-License-Identifier: MIT */
/* The functions that the files mask*.c have for each other. */
#ifndef LEDE_MARKUP_MASK_PARTS_H
#define LEDE_MARKUP_MASK_PARTS_H

#include "markup/mask_scan.h"

/* ---- mask_find.c: spans and searches ---- */

/* Adds a span behind all others; does nothing when it is empty. */
void mask_add(mask_scan *c, uint32_t begin, uint32_t end, mask_kind kind, bool breaks);

void mask_charge(mask_scan *c, uint32_t bytes); /* read in vain */
bool mask_may_search(const mask_scan *c);

/* Behind the text in [at, limit); 0: it is not there. */
uint32_t mask_behind(const mask_scan *c, uint32_t at, uint32_t limit, const char *text);

/* The same in all that is ahead, remembered where there is none. */
uint32_t mask_find(mask_scan *c, uint32_t at, const char *text, mask_needle needle);

uint32_t mask_skip_blanks(const mask_scan *c, uint32_t at, uint32_t end);
uint32_t mask_trim(const mask_scan *c, uint32_t begin, uint32_t end);

/* Behind a name of letters, digits and "-_.:", which begins with a letter; `at` itself
 * when there is none. */
uint32_t mask_name(const mask_scan *c, uint32_t at);
bool mask_same(const mask_scan *c, uint32_t at, uint32_t end, const char *text);
/* The number of a name on a list that NULL ends; LEDE_NONE: it is not there. */
uint32_t mask_listed(const mask_scan *c, lede_span name, const char *const *list);
bool mask_letter(char byte);
bool mask_digit(char byte);

/* ---- mask_lines.c: lines ---- */

mask_line mask_read_line(const mask_scan *c, size_t row);
bool mask_is_blank(const mask_line *line);

/* How many bytes are equal to the one at `at`. */
uint32_t mask_run(const mask_scan *c, uint32_t at, uint32_t end);

/* Bytes of a list marker at `at`, without the space behind it; 0: none. */
uint32_t mask_marker(const mask_scan *c, uint32_t at, uint32_t end);

/* Where the paragraph of the line at hand ends; `at` is on that line. */
uint32_t mask_paragraph(mask_scan *c, uint32_t at);

/* The largest column, of lists and indented contents, that is not beyond this one. */
uint32_t mask_base(const mask_scan *c, uint32_t column);

/* Does a fence open on the line: three or more of '`' or '~'? */
bool mask_opens_fence(const mask_scan *c, const mask_line *line, mask_fence *fence);
bool mask_closes_fence(const mask_scan *c, const mask_line *line,
                       const mask_fence *fence);

/* ---- mask_block.c: what a line is. Where its inline text begins; line.end: none ---- */

uint32_t mask_block(mask_scan *c);

/* Of each file: 0: not this kind of line; else where its inline text begins. */
uint32_t mask_raw(mask_scan *c);         /* mask_html.c */
uint32_t mask_container(mask_scan *c);   /* mask_containers.c */
uint32_t mask_directive(mask_scan *c);   /* mask_containers.c */
uint32_t mask_option(mask_scan *c);      /* mask_containers.c */
uint32_t mask_alert(mask_scan *c);       /* mask_notes.c */
uint32_t mask_note(mask_scan *c);        /* mask_notes.c: definitions of footnotes */
uint32_t mask_definition(mask_scan *c);  /* mask_notes.c */
uint32_t mask_marker_line(mask_scan *c); /* mask_markers.c */
uint32_t mask_myst(mask_scan *c);        /* mask_notes.c: labels and comments */
uint32_t mask_math(mask_scan *c);        /* mask_notes.c */
uint32_t mask_admonition(mask_scan *c);  /* mask_indented.c */
uint32_t mask_module(mask_scan *c);      /* mask_module.c */

/* Masks the line's content but for a title, which becomes a block of its own. */
uint32_t mask_title(mask_scan *c, lede_span title, mask_kind kind);

/* mask_indented.c: what the line's indentation says of the contents it is in. */
void mask_inside(mask_scan *c);
void mask_open_inside(mask_scan *c, uint32_t column);

/* mask_inline.c: from `at` on to end; constructs may go on beyond. */
uint32_t mask_inline(mask_scan *c, uint32_t at, uint32_t end);

/* Of each file: what begins at `at`; where to go on, 0: nothing of it. */
uint32_t mask_shortcode(mask_scan *c, uint32_t at);  /* mask_shortcodes.c */
uint32_t mask_liquid(mask_scan *c, uint32_t at);     /* mask_shortcodes.c */
uint32_t mask_tag(mask_scan *c, uint32_t at);        /* mask_jsx.c */
uint32_t mask_attributes(mask_scan *c, uint32_t at); /* mask_attributes.c */

/* mask_jsx.c: behind the brace that closes the one at `at`; 0: none does. */
uint32_t mask_braces(mask_scan *c, uint32_t at);

/* Behind the string, comment or byte of JavaScript at `at`. */
uint32_t mask_skip_script(const mask_scan *c, uint32_t at);

void mask_bounds(mask_scan *c); /* what would take the parser too long, to the spans */
void mask_paint(mask_scan *c);  /* the copy, from the spans */

#endif
