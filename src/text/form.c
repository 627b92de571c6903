/* SPDX-License-Identifier: MIT */
#include "text/form.h"

#include "text/elision.h"

#include <string.h>

/* "u.s" is no plural of "u.": a dotted word loses "'s" and stops at its end. */
static void strip_dotted(vocabulary_form *f) {
    if (f->n > 2 && memcmp(f->bytes + f->n - 2, "'s", 2) == 0) {
        f->n -= 2;
    }
    while (f->n > 1 && f->bytes[f->n - 1] == '.') {
        f->n--;
    }
}

bool form_stem(lede_vocabulary *v, uint32_t number, uint32_t flags,
               vocabulary_form *form) {
    if ((flags & LEDE_TERM_DOTTED) != 0) {
        strip_dotted(form);
        return true;
    }
    if ((flags & LEDE_TERM_LEXICAL) == 0) {
        return true;
    }
    /* "l'homme" is "homme" with an article. */
    size_t elided = elision_length(form->bytes, form->n);
    vocabulary_form word = {form->bytes + elided, form->n - elided};
    return vocabulary_stem(v, number, word, form);
}
