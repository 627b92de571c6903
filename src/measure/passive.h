/* SPDX-License-Identifier: MIT */
/* Candidates for the passive: a form of [passive] and a participle near it. Where the
 * participle stands at the end of the clause, anywhere in it; docs/style.md. */
#ifndef LEDE_MEASURE_PASSIVE_H
#define LEDE_MEASURE_PASSIVE_H

#include "measure/measured.h"

#define PASSIVE_REACH 3u /* words between and the participle, where they must be near */

/* at: a word on WORD_LIST_PASSIVE; in: from the sentence's first word, or behind the
 * passive before, to the sentence's end. The entries from the one to the other; end
 * 0: there is none. Beyond PASSIVE_REACH no entry is read twice: the next such word ends
 * the search. */
lede_span passive_find(const measured *m, lede_span in, uint32_t at);

#endif
