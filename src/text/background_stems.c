/* SPDX-License-Identifier: MIT */
#include "text/background_stems.h"

#include "base/real.h"

/* In how many documents of the background the word stands. */
static double frequency_of(const lede_background *b, const lede_document *d,
                           lede_span key) {
    uint64_t documents = 0, occurrences = 0;
    (void)background_find(b, d->keys.items + key.begin, key.end - key.begin, &documents,
                          &occurrences);
    return (double)documents;
}

void background_stem_idf(const lede_background *b, const lede_document *d, double *idf) {
    double all = (double)b->facts.documents + 1;
    for (size_t i = 0; i < d->stems.count; i++) {
        idf[i] = 0; /* the frequency, until all forms were met */
    }
    for (size_t i = 0; i < d->terms.count; i++) {
        const lede_term *t = &d->terms.items[i];
        double frequency = frequency_of(b, d, t->key);
        if (frequency > idf[t->stem]) {
            idf[t->stem] = frequency;
        }
    }
    for (size_t i = 0; i < d->stems.count; i++) {
        idf[i] = real_ln(all / (idf[i] + 0.5));
    }
}
