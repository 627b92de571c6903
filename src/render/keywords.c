/* SPDX-License-Identifier: MIT */
#include "render/keywords.h"

#include "base/real.h"
#include "render/explain.h"
#include "render/phrase.h"
#include "render/visible.h"

/* ---- JSON ------------------------------------------------------------------------ */

static void write_keyword(json_writer *j, const lede_document *d, const lede_keyword *k,
                          keywords_place *place) {
    jw_object_begin(j);
    jw_key(j, "text");
    jw_words(j, d->page.text + k->span.begin, k->span.end - k->span.begin);
    place(j, d, k->first);
    jw_member_u64(j, "words", k->words);
    jw_member_u64(j, "count", k->count);
    jw_member_u64(j, "sentences", k->sentences);
    jw_key(j, "score");
    jw_double(j, real_from_fixed(k->score));
    jw_object_end(j);
}

void keywords_json(json_writer *j, const lede_keywords *keywords, keywords_place *place) {
    if (keywords == NULL) {
        return;
    }
    jw_key(j, "keywords");
    jw_array_begin(j);
    for (size_t i = 0; i < keywords->list.count; i++) {
        write_keyword(j, keywords->d, &keywords->list.items[i], place);
    }
    jw_array_end(j);
}

/* ---- Lines ----------------------------------------------------------------------- */

static void write_term(out *o, const lede_keywords *k, size_t i) {
    lede_span span = k->list.items[i].span;
    visible_write(o, k->d->page.text + span.begin, span.end - span.begin);
}

/* "    ferry: score 1.0000, 6 times in 5 sentences, first at 3:14" */
static void write_reason(out *o, const lede_keywords *k, size_t i) {
    const lede_keyword *key = &k->list.items[i];
    phrase p = phrase_begin(false);
    out_text(o, "    ");
    write_term(o, k, i);
    phrase_text(&p, ": score ");
    phrase_fixed(&p, real_from_fixed(key->score), 4);
    phrase_text(&p, ", ");
    phrase_counted(&p, key->count, "time");
    phrase_text(&p, " in ");
    phrase_counted(&p, key->sentences, "sentence");
    phrase_text(&p, ", first");
    out_bytes(o, p.bytes, p.used);
    explain_at(o, k->d, key->first.begin);
    out_text(o, "\n");
}

void keywords_text(out *o, const lede_keywords *keywords, bool after, bool explain) {
    if (keywords == NULL) {
        return;
    }
    out_text(o, after ? "\nkeywords:" : "keywords:");
    for (size_t i = 0; i < keywords->list.count; i++) {
        out_text(o, i == 0 ? " " : "; ");
        write_term(o, keywords, i);
    }
    out_text(o, "\n");
    for (size_t i = 0; explain && i < keywords->list.count; i++) {
        write_reason(o, keywords, i);
    }
}
