/* SPDX-License-Identifier: MIT */
#include "render/listing.h"

listing listing_begin(flow f, size_t pieces, size_t most) {
    return (listing){.f = f, .left = pieces, .most = most, .counted = true};
}

static phrase rest_of(const listing *l, size_t left, bool ascii) {
    phrase p = phrase_begin(ascii);
    if (l->counted) {
        phrase_count(&p, left);
        phrase_text(&p, " more");
    } else {
        phrase_text(&p, "…");
    }
    return p;
}

/* Is there a place for it, and behind it for the word of the rest? */
static bool has_place(const listing *l, const phrase *piece) {
    flow after = flow_after(&l->f, piece, 1);
    if (l->left > 1) {
        phrase rest = rest_of(l, l->left - 1, piece->ascii);
        after = flow_after(&after, &rest, 1);
    }
    return after.lines < l->most;
}

bool listing_add(listing *l, phrase *piece) {
    if (l->full || l->left == 0) {
        return false;
    }
    phrase_text(piece, l->left > 1 ? "," : "");
    l->full = l->most > 0 && l->begun && !has_place(l, piece);
    if (l->full) {
        return false;
    }
    flow_item(&l->f, piece, 1);
    l->begun = true;
    l->ascii = piece->ascii;
    l->left--;
    return true;
}

void listing_end(listing *l) {
    if (l->left > 0) {
        phrase rest = rest_of(l, l->left, l->ascii);
        flow_item(&l->f, &rest, 1);
    }
    flow_end(&l->f);
}
