/* SPDX-License-Identifier: MIT */
/* stopwords/<code>/syllables.txt -> the tables of syllable rules. */
#ifndef LEDE_LANG_PARSE_SYLLABLES_H
#define LEDE_LANG_PARSE_SYLLABLES_H

#include "lang/syllable_tables.h"

/*
 * Reads one file into tables, of which only the allocator is set. Errors: LEDE_BAD_DATA
 * with line and column (an unknown section, an entry before any section, a letter that
 * is not folded NFC or stands twice, a malformed pattern, two patterns for the same
 * letters), LEDE_NO_MEMORY. syllable_tables_free() is due in any case.
 */
lede_status parse_syllables(syllable_tables *t, const char *bytes, size_t n,
                            lede_error *error);

#endif
