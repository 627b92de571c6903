/* SPDX-License-Identifier: MIT */
#include "lang/syllable_model.h"

/* In a file of its own: inlined, its many constants are read before it is known whether
 * the word has any letter to score, and are kept where they must be read again. */
int syllable_model_score(const syllable_model *m, uint64_t around) {
    int sum = 0;
    for (size_t i = 0; i < SYLLABLE_WINDOWS; i++) {
        sum += m->weights[syllable_place(&m->windows[i], around)];
    }
    return sum;
}
