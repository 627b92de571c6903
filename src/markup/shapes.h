/* SPDX-License-Identifier: MIT */
/* What the shape of a line tells, in any language. */
#ifndef LEDE_MARKUP_SHAPES_H
#define LEDE_MARKUP_SHAPES_H

#include <stdbool.h>
#include <stdint.h>

/* A list marker and the space behind it: "- ", "• ", "3. ", "b) ", "(iv) ".
 * bullet tells the first two kinds from the others. */
bool shape_is_list_item(const char *line, uint32_t n, bool *bullet);

/* Signs of quoted mail in front, "> " or ">> ": how many; *begin: where the text behind
 * them begins. */
uint32_t shape_quote_depth(const char *line, uint32_t n, uint32_t *begin);

/* A field such as mail and forms have: one or two words, the first with a capital, a
 * colon and a space, at most 24 bytes in all: "Subject: ", "Valid until: ". */
bool shape_is_field(const char *line, uint32_t n);

/* Not one letter or digit: "***", "____", ")". */
bool shape_is_marker(const char *line, uint32_t n);

/* A heading by shape: no terminator, comma, colon or semicolon at its end, no
 * sentence that ends inside it ("We lost. Sad day"), and at most 12 words, or at
 * most 30 of which each long one is capitalised. */
bool shape_is_heading(const char *line, uint32_t n);

#endif
