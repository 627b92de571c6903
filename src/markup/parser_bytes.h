/* SPDX-License-Identifier: MIT */
/* What the parser of Markdown is given: the masked bytes without what it stumbles over.
 */
#ifndef LEDE_MARKUP_PARSER_BYTES_H
#define LEDE_MARKUP_PARSER_BYTES_H

#include "markup/mask.h"

/*
 * Makes m->bytes a copy and changes it, from begin on, the begin of a line, so that md4c
 * 0.4.8 reads it as CommonMark says; sizes and offsets stay.
 * - A byte more stands behind it: of "[a](" at the end the parser reads on.
 * - NUL becomes a letter: the parser tells of it without its place. The text is taken
 *   from the source.
 * - Of blank lines in a row one is left, the line ends of the others become spaces: two
 * of them end a list item where the line before begins at certain offsets.
 * - A line end right behind "<!--" becomes a space if the comment ends on the next line:
 *   inside a paragraph the parser takes it for no comment.
 * Linear in the source's size. Fails for lack of memory only.
 */
lede_status parser_bytes_mend(mask *m, const lede_allocator *allocator, const source *s,
                              uint32_t begin);

#endif
