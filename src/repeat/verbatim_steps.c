/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_work.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#define BETWEEN_BYTES 64u /* of what stands between two tokens is looked at */
#define ELLIPSIS 0x2026u

/* ---- Between tokens --------------------------------------------------------------- */

/* A cut is no reason to look at half a code point. */
lede_span verbatim_between(const verbatim_row *r, uint32_t token) {
    const page *p = &r->d->page;
    uint32_t begin = token > 0 ? r->spans.items[token - 1].end : 0;
    uint32_t end = token < r->spans.count ? r->spans.items[token].begin : p->size;
    if (end - begin > BETWEEN_BYTES) {
        end = begin + BETWEEN_BYTES;
        while (((unsigned char)p->text[end] & 0xC0u) == 0x80u) {
            end--;
        }
    }
    return (lede_span){begin, end};
}

static bool is_terminator(uint32_t code) {
    sentence_break b = unicode_sentence_break(code);
    return b == SB_ATERM || b == SB_STERM || code == ELLIPSIS;
}

/* As quotes.c knows them, but for apostrophes and two marks that stand for one. */
static bool is_quote(uint32_t code) {
    return code == '"' || (code >= 0x2018 && code <= 0x201F) || code == 0xAB ||
           code == 0xBB || code == 0x2039 || code == 0x203A ||
           (code >= 0x300C && code <= 0x300F) || code == 0xFF02 || code == '\'';
}

static bool has(const verbatim_row *r, uint32_t token, bool (*is)(uint32_t code)) {
    lede_span s = verbatim_between(r, token);
    size_t at = s.begin;
    while (at < s.end) {
        if (is(utf8_next(r->d->page.text, &at))) {
            return true;
        }
    }
    return false;
}

bool verbatim_is_behind_stop(const verbatim_row *r, uint32_t token) {
    return has(r, token, is_terminator);
}

bool verbatim_is_at_quote(const verbatim_row *r, uint32_t token) {
    return has(r, token, is_quote);
}

static bool is_first(const verbatim_row *r, uint32_t token) {
    return token == 0 || token >= r->numbers.count ||
           r->sentences.items[verbatim_row_sentence(r, token)] == token;
}

/* A terminator that ended no sentence here might do so in the summary, where the text
 * shows less of the word before it. */
bool verbatim_begins(const verbatim_row *r, uint32_t token) {
    return is_first(r, token) || verbatim_is_behind_stop(r, token);
}

bool verbatim_ends(const verbatim_row *r, uint32_t token) {
    return verbatim_begins(r, token);
}

/* "Did he know?" nobody asked: no sentence ends there, wherever it may stand. */
static bool is_small(const verbatim_row *r, uint32_t token) {
    size_t at = r->spans.items[token].begin;
    return unicode_class_of(utf8_next(r->d->page.text, &at)) == UC_LETTER_LOWER;
}

bool verbatim_is_border(const verbatim_row *r, uint32_t token) {
    return is_first(r, token) ||
           (verbatim_is_behind_stop(r, token) && !is_small(r, token));
}

/* ---- Passages and steps ----------------------------------------------------------- */

void verbatim_set_passage(const verbatim_work *w, lede_quote *out,
                          const verbatim_place *place) {
    const verbatim_row *r = &w->rows[place->source];
    const lede_sentence *sentences = r->d->sentences.items;
    uint32_t first = verbatim_row_sentence(r, place->begin);
    uint32_t last = verbatim_row_sentence(r, place->end - 1);
    out->source = place->source;
    out->passage = verbatim_row_span(r, place->begin, place->end);
    out->first_sentence = first;
    out->last_sentence = last;
    if (out->kind == LEDE_QUOTE_SENTENCE) { /* with its marks */
        bool opens = r->sentences.items[first] == place->begin;
        bool closes = r->sentences.items[last + 1] == place->end;
        out->passage.begin = opens ? sentences[first].span.begin : out->passage.begin;
        out->passage.end = closes ? sentences[last].span.end : out->passage.end;
    }
}

static bool push(verbatim_work *w, lede_quote *out, const lede_quote_step *step) {
    lede_quotes *q = w->q;
    if (!VEC_RESERVE(&q->steps, q->allocator, 1)) {
        return false;
    }
    out->first_step = out->step_count > 0 ? out->first_step : (uint32_t)q->steps.count;
    out->step_count++;
    q->steps.items[q->steps.count++] = *step;
    return true;
}

bool verbatim_same(verbatim_work *w, lede_quote *out, const verbatim_place *place,
                   uint32_t token) {
    uint32_t n = place->end - place->begin;
    if (n == 0) {
        return true;
    }
    lede_quote_step step = {
        .op = LEDE_QUOTE_SAME,
        .source = place->source,
        .passage = verbatim_row_span(&w->rows[place->source], place->begin, place->end),
        .summary = verbatim_row_span(&w->summary, token, token + n)};
    return push(w, out, &step);
}

bool verbatim_removed(verbatim_work *w, lede_quote *out, const verbatim_place *place) {
    if (place->end <= place->begin) {
        return true;
    }
    lede_quote_step step = {
        .op = LEDE_QUOTE_REMOVED,
        .source = place->source,
        .passage = verbatim_row_span(&w->rows[place->source], place->begin, place->end)};
    return push(w, out, &step);
}

bool verbatim_added(verbatim_work *w, lede_quote *out, uint32_t begin, uint32_t end) {
    if (end <= begin) {
        return true;
    }
    lede_quote_step step = {.op = LEDE_QUOTE_ADDED,
                            .source = LEDE_NONE,
                            .summary = verbatim_row_span(&w->summary, begin, end)};
    return push(w, out, &step);
}
