/* SPDX-License-Identifier: MIT */
/* Candidates for the passive: a form of "to be" and a participle near behind it. */
#ifndef LEDE_MEASURE_PASSIVE_H
#define LEDE_MEASURE_PASSIVE_H

#include "measure/measured.h"

#define PASSIVE_REACH 3u /* words behind the verb among which the participle must be */

/* first: a word on WORD_LIST_PASSIVE; end: behind its sentence. The entries from first
 * to the participle; 0: there is none. */
uint32_t passive_length(const measured *m, uint32_t first, uint32_t end);

#endif
