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

void form_strip(uint32_t flags, vocabulary_form *form) {
    if ((flags & LEDE_TERM_DOTTED) != 0) {
        strip_dotted(form);
        return;
    }
    /* "l'homme" is "homme" with an article. */
    const uint32_t kinds = LEDE_TERM_LEXICAL | LEDE_TERM_ELIDED;
    if ((flags & kinds) == kinds) {
        size_t elided = elision_length(form->bytes, form->n);
        form->bytes += elided;
        form->n -= elided;
    }
}
