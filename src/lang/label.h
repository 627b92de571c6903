/* SPDX-License-Identifier: MIT */
/* Lines that the lists know: labels of advertisements. */
#ifndef LEDE_LANG_LABEL_H
#define LEDE_LANG_LABEL_H

#include "lang/pack.h"

#define LABEL_MAX 160u /* bytes: no label of the lists is nearly as long */

/*
 * Is the text (valid UTF-8) one of the pack's lines of this kind, whatever the
 * case, the white space and the brackets or dashes around it? pack NULL: of any
 * language compiled in. Longer text than LABEL_MAX is none.
 */
bool label_is(const language_pack *pack, pack_line_kind kind, const char *text, size_t n);

/* The same of one pack, without a look at the first word: for kinds whose words open
 * nothing, and where it is known to be on a list. */
bool label_matches(const language_pack *pack, pack_line_kind kind, const char *text,
                   size_t n);

/* Does a line of this kind begin with the text? *whole: is it one itself? */
bool label_begins(const language_pack *pack, pack_line_kind kind, const char *text,
                  size_t n, bool *whole);

#endif
