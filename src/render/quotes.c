/* SPDX-License-Identifier: MIT */
#include "render/quotes.h"

#include "render/excerpt.h"
#include "render/names.h"
#include "render/shown.h"
#include "render/visible.h"

#include <string.h>

#define MARGIN 2u
#define INDENT 9u
#define WIDTH 80u
#define WIDTH_MIN 50u
#define SHOWN 400u  /* bytes of a step's text that are shown */
#define CONTEXT 60u /* bytes at either end of what is the same and longer */
#define LINES 2u    /* of a text without differences */

quotations quotes_open(const char *path, const lede_quotes *quotes,
                       const char *const *paths, const lede_quotes_view *view) {
    size_t width = view->width > 0 ? view->width : WIDTH;
    return (quotations){.path = path,
                        .quotes = quotes,
                        .paths = paths,
                        .ascii = view->ascii != 0,
                        .width = width > WIDTH_MIN ? width : WIDTH_MIN};
}

/* ---- The head of the report ------------------------------------------------------- */

static void put_part(phrase *p, uint64_t count, const char *text, bool *begun) {
    if (count > 0) {
        phrase_text(p, *begun ? ", " : "");
        phrase_count(p, count);
        phrase_text(p, " ");
        phrase_text(p, text);
        *begun = true;
    }
}

/* "2 of 9 fail (" */
static void put_share(phrase *p, const lede_quotes_facts *facts) {
    if (facts->failed == 0) {
        phrase_text(p, "none of ");
    } else {
        phrase_count(p, facts->failed);
        phrase_text(p, " of ");
    }
    phrase_count(p, facts->units);
    phrase_text(p, facts->failed < 2 ? " fails (" : " fail (");
}

/* The worst first. */
static void write_head(out *o, const quotations *s) {
    const lede_quotes_facts *facts = &s->quotes->facts;
    bool begun = false;
    phrase p = phrase_begin(s->ascii);
    visible_write(o, s->path, strlen(s->path));
    out_text(o, ": ");
    if (facts->units > 0) {
        put_share(&p, facts);
    }
    for (int state = LEDE_QUOTE_STATES - 1; state >= 0; state--) {
        put_part(&p, facts->states[state], names_quote_state(state), &begun);
    }
    phrase_text(&p, begun ? ")\n" : "nothing to check\n");
    out_bytes(o, p.bytes, p.used);
}

/* ---- Places ----------------------------------------------------------------------- */

/* "article.txt:12:4, sentence 5" */
static void put_place(phrase *p, const quotations *s, uint32_t number, lede_span span) {
    const char *path = s->paths[number];
    shown_put_bytes(p, path, strlen(path), SHOWN);
    phrase_text(p, ":");
    shown_put_place(p, s->quotes->sources[number], span.begin);
}

static void put_sentences(phrase *p, const lede_quote *q) {
    bool several = q->last_sentence > q->first_sentence;
    phrase_text(p, several ? ", sentences " : ", sentence ");
    phrase_count(p, (uint64_t)q->first_sentence + 1);
    if (several) {
        phrase_text(p, "–");
        phrase_count(p, (uint64_t)q->last_sentence + 1);
    }
}

static const lede_quote_step *step_at(const quotations *s, const lede_quote *q,
                                      uint32_t i) {
    return &s->quotes->steps.items[q->first_step + i];
}

/* Is a step the same, and its text of another place than that of the one before? */
static bool is_elsewhere(const lede_quote_step *last, const lede_quote_step *step) {
    return last == NULL || step->source != last->source ||
           step->passage.begin < last->passage.end;
}

/* The places of all that a merged text was taken from, if they are not side by side. */
static void put_other_places(phrase *p, const quotations *s, const lede_quote *q) {
    const lede_quote_step *last = NULL;
    for (uint32_t i = 0; i < q->step_count; i++) {
        const lede_quote_step *step = step_at(s, q, i);
        bool apart = step->op == LEDE_QUOTE_SAME &&
                     (is_elsewhere(last, step) || step->passage.begin > q->passage.end);
        if (apart && last != NULL) {
            phrase_text(p, " + ");
            put_place(p, s, step->source, step->passage);
        }
        last = step->op == LEDE_QUOTE_SAME ? step : last;
    }
}

static const char *lead_of(const lede_quote *q) {
    switch ((lede_quote_state)q->state) {
    case LEDE_QUOTE_ALTERED:
        return ", nearest is ";
    case LEDE_QUOTE_SHORTENED:
    case LEDE_QUOTE_MERGED:
        return ", from ";
    case LEDE_QUOTE_VERBATIM:
    case LEDE_QUOTE_ELIDED:
    case LEDE_QUOTE_EDITED:
    case LEDE_QUOTE_UNCHECKED:
    case LEDE_QUOTE_MISSING:
    case LEDE_QUOTE_STATES:
        break;
    }
    return ", ";
}

/* "  2:5    altered quote, nearest is article.txt:14:1, sentence 7" */
static void write_line(out *o, const quotations *s, const lede_quote *q) {
    phrase p = phrase_begin(s->ascii);
    bool fails = verbatim_fails(s->quotes, q);
    phrase_text(&p, fails ? "! " : "  ");
    shown_put_place(&p, s->quotes->summary, q->span.begin);
    while (phrase_columns(&p) + 1 < INDENT) {
        phrase_text(&p, " ");
    }
    phrase_text(&p, " ");
    phrase_text(&p, names_quote_state(q->state));
    phrase_text(&p, " ");
    phrase_text(&p, names_quote_kind(q->kind));
    if (q->source != LEDE_NONE) {
        phrase_text(&p, lead_of(q));
        put_place(&p, s, q->source, q->passage);
        put_sentences(&p, q);
        if (q->state == LEDE_QUOTE_MERGED) {
            put_other_places(&p, s, q);
        }
    } else if (q->state == LEDE_QUOTE_MISSING) {
        phrase_text(&p, ", nothing is like it");
    }
    phrase_text(&p, "\n");
    out_bytes(o, p.bytes, p.used);
}

/* ---- Differences ------------------------------------------------------------------ */

/* Where the last words of a text begin that take about so many bytes. */
static size_t tail_begin(const char *text, size_t n) {
    size_t at = n - CONTEXT;
    while (at < n && text[at] != ' ') {
        at++;
    }
    return at < n ? at : n;
}

static void write_piece(flow *f, const quotations *s, const char *text, size_t n) {
    phrase p = phrase_begin(s->ascii);
    shown_put_bytes(&p, text, n, SHOWN);
    flow_words(f, &p);
}

/* Of what is the same, the words at both ends. */
static void write_same(flow *f, const quotations *s, const char *text, size_t n) {
    if (n <= (size_t)3 * CONTEXT) {
        write_piece(f, s, text, n);
        return;
    }
    phrase p = phrase_begin(s->ascii);
    size_t tail = tail_begin(text, n);
    shown_put_bytes(&p, text, n, CONTEXT);
    flow_words(f, &p);
    write_piece(f, s, text + tail, n - tail);
}

/* "[-these words of the source-]", "{+those of the summary+}" */
static void write_change(flow *f, const quotations *s, const lede_quote_step *step) {
    const lede_quotes *q = s->quotes;
    bool added = step->op == LEDE_QUOTE_ADDED;
    const lede_document *d = added ? q->summary : q->sources[step->source];
    phrase p = phrase_begin(s->ascii);
    phrase_text(&p, added ? "{+" : "[-");
    shown_put_excerpt(&p, d, added ? step->summary : step->passage, SHOWN);
    phrase_text(&p, added ? "+}" : "-]");
    flow_words(f, &p);
}

static void write_difference(out *o, const quotations *s, const lede_quote *q) {
    flow f = flow_begin(o, s->width, "", INDENT);
    for (uint32_t i = 0; i < q->step_count; i++) {
        const lede_quote_step *step = step_at(s, q, i);
        if (step->op == LEDE_QUOTE_SAME) {
            write_same(&f, s, s->quotes->summary->page.text + step->summary.begin,
                       step->summary.end - step->summary.begin);
        } else {
            write_change(&f, s, step);
        }
    }
    flow_end(&f);
}

/* The summary's own words, where there is nothing to compare. */
static void write_text(out *o, const quotations *s, const lede_quote *q) {
    excerpt_lines lines = {
        .most = LINES, .indent = INDENT, .columns = s->width - INDENT, .ascii = s->ascii};
    excerpt_write_lines(o, s->quotes->summary->page.text + q->span.begin,
                        q->span.end - q->span.begin, &lines);
}

/* ---- Notes ------------------------------------------------------------------------ */

static const char *note_of(unsigned bit) {
    switch (bit) {
    case LEDE_QUOTE_PUNCTUATION:
        return "punctuation differs";
    case LEDE_QUOTE_CASE:
        return "capitals differ";
    case LEDE_QUOTE_GOES_ON:
        return "the sentence goes on in the source";
    case LEDE_QUOTE_UNQUOTED:
        return "not in quotation marks in the source";
    case LEDE_QUOTE_SET_ASIDE:
        return "from what is set aside in the source";
    case LEDE_QUOTE_UNCLOSED:
        return "no mark closes it";
    case LEDE_QUOTE_FRONT_ONLY:
        return "only its first 256 words were compared";
    case LEDE_QUOTE_CAPPED:
        return "its words are in more places than were looked at";
    default:
        return NULL;
    }
}

static void write_notes(out *o, const quotations *s, const lede_quote *q) {
    if (q->notes == 0) {
        return;
    }
    bool begun = false;
    phrase p = phrase_begin(s->ascii);
    phrase_text(&p, "note: ");
    for (unsigned bit = 1; note_of(bit) != NULL; bit <<= 1) {
        if ((q->notes & bit) != 0) {
            phrase_text(&p, begun ? "; " : "");
            phrase_text(&p, note_of(bit));
            begun = true;
        }
    }
    flow f = flow_begin(o, s->width, "", INDENT);
    flow_words(&f, &p);
    flow_end(&f);
}

/* ---- The report ------------------------------------------------------------------- */

void quotes_text(out *o, const quotations *s, bool after) {
    const lede_quotes *q = s->quotes;
    out_text(o, after ? "\n" : "");
    write_head(o, s);
    for (size_t i = 0; i < q->list.count; i++) {
        const lede_quote *quote = &q->list.items[i];
        write_line(o, s, quote);
        if (quote->step_count > 0) {
            write_difference(o, s, quote);
        } else {
            write_text(o, s, quote);
        }
        write_notes(o, s, quote);
    }
}
