/* SPDX-License-Identifier: MIT */
/* Adds up background files. */
#ifndef LEDE_TEXT_BACKGROUND_MERGE_H
#define LEDE_TEXT_BACKGROUND_MERGE_H

#include "text/background_write.h"

/*
 * Writes what a builder would have that was given all documents of all files. o has no
 * zeros any more but for its language. The files are read from their beginnings to their
 * ends, twice: O(words * log count), memory for a word of each file and for the index.
 * LEDE_INVALID_ARGUMENT (a file has a cut-off), LEDE_TOO_LARGE (a sum is over 2^64 - 1),
 * LEDE_NO_MEMORY, LEDE_WRITE_FAILED.
 */
lede_status background_merge(const lede_background *const *list, size_t count,
                             const lede_background_options *o, lede_sink sink,
                             lede_error *error);

#endif
