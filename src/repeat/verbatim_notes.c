/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_work.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

/* ---- Marks between words ---------------------------------------------------------- */

#define HYPHEN 0x2Du
#define ELLIPSIS 0x2026u

static bool is_double_quote(uint32_t code) {
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB ||
           code == 0xBB || code == 0x2039 || code == 0x203A ||
           (code >= 0x300C && code <= 0x300F) || code == 0xFF02;
}

static bool is_single_quote(uint32_t code) {
    return code == '\'' || code == '`' || (code >= 0x2018 && code <= 0x201B);
}

/* Marks that are no more than a way to write others, and those that quote. */
static bool is_no_mark(uint32_t code) {
    unicode_class c = unicode_class_of(code);
    return c == UC_SPACE || c == UC_LINE_END || c == UC_CONTROL || c == UC_FORMAT ||
           is_double_quote(code) || is_single_quote(code) || code == '*' || code == '_';
}

/* The next mark of a stretch: 0 at its end. A run of one mark is one, as "--" is. */
static uint32_t next_mark(const char *text, size_t *at, size_t end, uint32_t last) {
    while (*at < end) {
        uint32_t code = utf8_next(text, at);
        code = unicode_class_of(code) == UC_DASH ? HYPHEN : code;
        code = code == ELLIPSIS ? '.' : code;
        if (!is_no_mark(code) && code != last) {
            return code;
        }
    }
    return 0;
}

static bool marks_agree(const verbatim_row *a, uint32_t i, const verbatim_row *b,
                        uint32_t j) {
    lede_span s = verbatim_between(a, i), t = verbatim_between(b, j);
    size_t x = s.begin, y = t.begin;
    uint32_t mark = 0, other = 0;
    do {
        mark = next_mark(a->d->page.text, &x, s.end, mark);
        other = next_mark(b->d->page.text, &y, t.end, other);
    } while (mark == other && mark != 0);
    return mark == other;
}

static bool has_question(const lede_document *d, lede_span span) {
    for (size_t at = span.begin; at < span.end;) {
        uint32_t code = utf8_next(d->page.text, &at);
        if (code == '?' || code == 0x61F || code == 0xFF1F) {
            return true;
        }
    }
    return false;
}

/* "He knew?" is not "He knew.", though other marks at the end are the summary's own. */
static bool ends_agree(const verbatim_work *w, const verbatim_unit *u,
                       const verbatim_place *p) {
    const verbatim_row *r = &w->rows[p->source], *own = &w->summary;
    lede_span end = {own->spans.items[u->extent.end - 1].end, u->extent.span.end};
    bool asks = has_question(own->d, end);
    bool compared = u->sentence || u->stops || asks;
    return !compared || asks == has_question(r->d, verbatim_between(r, p->end));
}

/* ---- Capitals --------------------------------------------------------------------- */

static uint32_t count_capitals(const verbatim_row *r, uint32_t token) {
    lede_span s = r->spans.items[token];
    size_t at = s.begin;
    uint32_t count = 0;
    while (at < s.end) {
        unicode_class c = unicode_class_of(utf8_next(r->d->page.text, &at));
        count += c == UC_LETTER_UPPER || c == UC_LETTER_TITLE;
    }
    return count;
}

/* ---- What has been found ---------------------------------------------------------- */

/* n tokens side by side. The capital of the first one is the summary's own. */
static unsigned compare(const verbatim_work *w, const verbatim_place *p, uint32_t own) {
    const verbatim_row *r = &w->rows[p->source];
    unsigned notes = 0;
    for (uint32_t i = 1; i < p->end - p->begin; i++) {
        if (!marks_agree(r, p->begin + i, &w->summary, own + i)) {
            notes |= LEDE_QUOTE_PUNCTUATION;
        }
        if (count_capitals(r, p->begin + i) != count_capitals(&w->summary, own + i)) {
            notes |= LEDE_QUOTE_CASE;
        }
    }
    return notes;
}

static verbatim_place place_of(const verbatim_work *w, uint32_t from, lede_span text) {
    const verbatim_row *r = &w->rows[from];
    return (verbatim_place){from, verbatim_row_at(r, text.begin),
                            verbatim_row_at(r, text.end)};
}

/* Of what is verbatim but for marked places: each step that is the same. */
static unsigned compare_steps(const verbatim_work *w, const lede_quote *out) {
    unsigned notes = 0;
    for (uint32_t i = 0; i < out->step_count; i++) {
        const lede_quote_step *s = &w->q->steps.items[out->first_step + i];
        if (s->op == LEDE_QUOTE_SAME) {
            verbatim_place p = place_of(w, s->source, s->passage);
            notes |= compare(w, &p, verbatim_row_at(&w->summary, s->summary.begin));
        }
    }
    return notes;
}

static bool is_in_quotes(const verbatim_work *w, const verbatim_place *p) {
    const verbatim_runs *runs = &w->source_runs[p->source];
    size_t i = verbatim_runs_at(runs, p->begin);
    return i < runs->items.count && runs->items.items[i].begin <= p->begin;
}

/* "We shall close it," of a source that goes on: "if it rains." */
static bool goes_on(const verbatim_work *w, const verbatim_unit *u,
                    const verbatim_place *p) {
    const verbatim_row *r = &w->rows[p->source];
    return !u->sentence && verbatim_begins(r, p->begin) && !verbatim_ends(r, p->end) &&
           !verbatim_is_at_quote(r, p->end);
}

void verbatim_notes(const verbatim_work *w, const verbatim_unit *unit, lede_quote *out) {
    if (out->source == LEDE_NONE) {
        return;
    }
    const lede_document *d = w->rows[out->source].d;
    verbatim_place p = place_of(w, out->source, out->passage);
    unsigned notes = out->notes;
    if (out->state == LEDE_QUOTE_VERBATIM) {
        notes |= compare(w, &p, unit->extent.begin);
        notes |= ends_agree(w, unit, &p) ? 0u : LEDE_QUOTE_PUNCTUATION;
        notes |= goes_on(w, unit, &p) ? LEDE_QUOTE_GOES_ON : 0u;
    } else if (out->state < LEDE_QUOTE_UNCHECKED) {
        notes |= compare_steps(w, out);
    }
    bool found = out->state < LEDE_QUOTE_UNCHECKED;
    if (found && !unit->sentence && w->source_runs[p.source].items.count > 0 &&
        !is_in_quotes(w, &p)) {
        notes |= LEDE_QUOTE_UNQUOTED;
    }
    if (d->sentences.items[out->first_sentence].role == LEDE_ROLE_SET_ASIDE) {
        notes |= LEDE_QUOTE_SET_ASIDE;
    }
    out->notes = (uint8_t)notes;
}
