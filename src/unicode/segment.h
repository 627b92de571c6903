/* SPDX-License-Identifier: MIT */
/* UAX #29 word and sentence boundaries of raw bytes, Unicode 15.0. */
#ifndef LEDE_UNICODE_SEGMENT_H
#define LEDE_UNICODE_SEGMENT_H

#include <stddef.h>

/* The end of the segment that begins at boundary `at`; n when at >= n. Bad
 * bytes count as U+FFFD. A whole text costs linear time. */
size_t segment_word_end(const char *bytes, size_t n, size_t at);
size_t segment_sentence_end(const char *bytes, size_t n, size_t at);
/* End of the extended grapheme cluster (utf8proc) that begins at `at` in valid
 * bytes. */
size_t segment_grapheme_end(const char *text, size_t n, size_t at);

#endif
