/* SPDX-License-Identifier: MIT */
#include "render/summary_markdown.h"

#include "base/real.h"
#include "markup/places.h"
#include "render/escape_markdown.h"
#include "render/names.h"
#include "render/phrase.h"

#include <string.h>

#define DIGITS 4u /* of scores, behind the point */
#define UNIT 10000.0
#define RULES_MAX 256 /* lede_ledger_entry.rule is a byte */

static void write_phrase(out *o, const phrase *p) {
    out_bytes(o, p->bytes, p->used);
}

static void write_span(out *o, const lede_document *d, lede_span span) {
    escape_markdown(o, d->page.text + span.begin, span.end - span.begin);
}

static lede_span span_of(const lede_document *d, const lede_pick *pick) {
    return d->sentences.items[pick->sentence].span;
}

static uint32_t line_of(const lede_document *d, lede_span span) {
    return place_in_text(&d->source, &d->page, span.begin).line;
}

/* ---- The headline ---------------------------------------------------------------- */

/* As the chosen ones are counted: with datelines, which nothing else counts. */
static uint64_t count_words(const lede_document *d) {
    uint64_t words = d->facts.words;
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        bool shown = s->aside > 0 && s->role != LEDE_ROLE_SET_ASIDE;
        words += shown ? document_aside_words(d, s) : 0;
    }
    return words;
}

/* "3 of 12 sentences · 74 of 310 words" */
static void write_headline(out *o, const char *path, const lede_document *d,
                           const lede_summary *summary) {
    const lede_summary_facts *facts = &summary->facts;
    phrase p = phrase_begin(false);
    out_text(o, "## ");
    escape_markdown(o, path, strlen(path));
    phrase_text(&p, "\n\n");
    phrase_count(&p, facts->sentences);
    phrase_text(&p, " of ");
    phrase_counted(&p, facts->eligible, "sentence");
    phrase_text(&p, " · ");
    phrase_count(&p, facts->words);
    phrase_text(&p, " of ");
    phrase_counted(&p, count_words(d), "word");
    phrase_text(&p, "\n");
    write_phrase(o, &p);
}

/* ---- Sentences ------------------------------------------------------------------- */

/* The line in front keeps the first characters of a sentence from beginning a list or a
 * heading. */
static void write_sentences(out *o, const lede_document *d, const lede_summary *summary) {
    for (size_t i = 0; i < summary->picks.count; i++) {
        lede_span span = span_of(d, &summary->picks.items[i]);
        out_text(o, i == 0 ? "\n> **Line " : ">\n> **Line ");
        out_u64(o, line_of(d, span));
        out_text(o, ".** ");
        write_span(o, d, span);
        out_text(o, "\n");
    }
}

/* ---- Scores ---------------------------------------------------------------------- */

/* In units of the last digit that is shown, to the nearest. */
static int64_t rounded(int64_t fixed) {
    return real_to_fixed(real_from_fixed(fixed) * UNIT / 4294967296.0);
}

static void write_units(out *o, int64_t units) {
    phrase p = phrase_begin(false);
    phrase_fixed(&p, (double)units / UNIT, DIGITS);
    phrase_text(&p, " | ");
    write_phrase(o, &p);
}

/* A column for each part that is not 0 in all rows. */
typedef struct columns {
    bool shown[LEDE_PART_COUNT];
    bool words; /* those that carried sentences */
} columns;

static void add_columns(columns *c, const lede_pick *pick) {
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        c->shown[part] = c->shown[part] || pick->parts[part] != 0;
    }
    c->words = c->words || pick->word_count > 0;
}

static columns columns_of(const lede_summary *summary) {
    columns c = {.words = false};
    for (size_t i = 0; i < summary->picks.count; i++) {
        add_columns(&c, &summary->picks.items[i]);
    }
    if (summary->next.pick.sentence != LEDE_NONE) {
        add_columns(&c, &summary->next.pick);
    }
    return c;
}

static void write_heads(out *o, const columns *c) {
    out_text(o, "\n| Line | Rank | Score | ");
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        out_text(o, c->shown[part] ? names_score_part(part) : "");
        out_text(o, c->shown[part] ? " | " : "");
    }
    out_text(o, c->words ? "like line | carried by |\n" : "like line |\n");
    out_text(o, "|--:|--:|--:|");
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        out_text(o, c->shown[part] ? "--:|" : "");
    }
    out_text(o, c->words ? "--:|---|\n" : "--:|\n");
}

static void write_words(out *o, const lede_document *d, const lede_pick *pick) {
    for (uint32_t i = 0; i < pick->word_count; i++) {
        out_text(o, i > 0 ? ", " : "");
        write_span(o, d, d->words.items[pick->words[i].word].span);
    }
    out_text(o, " |");
}

/* What is shown of each part is what it adds to the rounded sum so far, so that the
 * figures of a row add up. */
static void write_parts(out *o, const columns *c, const lede_pick *pick) {
    int64_t sum = 0, shown = 0;
    write_units(o, rounded(pick->score));
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        sum += pick->parts[part];
        if (c->shown[part]) {
            write_units(o, rounded(sum) - shown);
            shown = rounded(sum);
        }
    }
}

static void write_row(out *o, const lede_document *d, const columns *c,
                      const lede_pick *pick) {
    out_text(o, "| ");
    out_u64(o, line_of(d, span_of(d, pick)));
    out_text(o, " | ");
    if (pick->rank > 0) {
        out_u64(o, pick->rank);
    } else {
        out_text(o, "none");
    }
    out_text(o, " | ");
    write_parts(o, c, pick);
    if (pick->alike != LEDE_NONE) {
        out_u64(o, line_of(d, d->sentences.items[pick->alike].span));
    }
    out_text(o, c->words ? " | " : " |");
    if (c->words) {
        write_words(o, d, pick);
    }
    out_text(o, "\n");
}

/* The last row is the best sentence that was not chosen, told below the table. */
static void write_scores(out *o, const lede_document *d, const lede_summary *summary) {
    const lede_pick *next = &summary->next.pick;
    columns c = columns_of(summary);
    if (summary->picks.count == 0) {
        return;
    }
    write_heads(o, &c);
    for (size_t i = 0; i < summary->picks.count; i++) {
        write_row(o, d, &c, &summary->picks.items[i]);
    }
    if (next->sentence != LEDE_NONE) {
        write_row(o, d, &c, next);
        out_text(o, "\nNext best, not chosen because of its ");
        out_text(o, names_lost((int)summary->next.lost));
        out_text(o, ": ");
        write_span(o, d, span_of(d, next));
        out_text(o, "\n");
    }
}

/* ---- Key terms ------------------------------------------------------------------- */

static void write_term(out *o, const lede_keywords *k, size_t i) {
    write_span(o, k->d, k->list.items[i].span);
}

static void write_keywords(out *o, const lede_keywords *k) {
    out_text(o, "\nKeywords:");
    for (size_t i = 0; i < k->list.count; i++) {
        out_text(o, i == 0 ? " " : "; ");
        write_term(o, k, i);
    }
    out_text(o, k->list.count == 0 ? " none\n" : "\n");
}

static void write_keyword_scores(out *o, const lede_keywords *k) {
    if (k->list.count == 0) {
        return;
    }
    out_text(o, "\n| Keyword | Score | Times | Sentences | First line |\n"
                "|---|--:|--:|--:|--:|\n");
    for (size_t i = 0; i < k->list.count; i++) {
        const lede_keyword *key = &k->list.items[i];
        out_text(o, "| ");
        write_term(o, k, i);
        out_text(o, " | ");
        write_units(o, rounded(key->score));
        out_u64(o, key->count);
        out_text(o, " | ");
        out_u64(o, key->sentences);
        out_text(o, " | ");
        out_u64(o, line_of(k->d, key->first));
        out_text(o, " |\n");
    }
}

/* ---- What was set aside ---------------------------------------------------------- */

static void write_rule(out *o, size_t rule, uint64_t count) {
    char noun[64];
    size_t n = 0;
    for (const char *c = names_rule((int)rule); *c != '\0' && n + 1 < sizeof noun; c++) {
        noun[n++] = *c == '-' ? ' ' : *c;
    }
    noun[n] = '\0';
    phrase p = phrase_begin(false);
    phrase_counted(&p, count, noun);
    write_phrase(o, &p);
}

/* "Set aside: 2 ad labels, 1 date stamp (7 words)" */
static void write_set_aside(out *o, const lede_document *d) {
    uint64_t counts[RULES_MAX] = {0};
    const char *before =
        d->hygiene == LEDE_HYGIENE_MARK ? "\nMarked, not set aside: " : "\nSet aside: ";
    if (d->ledger.count == 0) {
        return;
    }
    for (size_t i = 0; i < d->ledger.count; i++) {
        counts[d->ledger.items[i].rule]++;
    }
    for (size_t rule = 0; rule < RULES_MAX; rule++) {
        if (counts[rule] > 0) {
            out_text(o, before);
            write_rule(o, rule, counts[rule]);
            before = ", ";
        }
    }
    if (d->facts.set_aside_words > 0) {
        phrase p = phrase_begin(false);
        phrase_text(&p, " (");
        phrase_counted(&p, d->facts.set_aside_words, "word");
        phrase_text(&p, ")");
        write_phrase(o, &p);
    }
    out_text(o, "\n");
}

void summary_markdown(out *o, const char *path, const lede_document *document,
                      const lede_summary *summary, const summary_extras *extras) {
    write_headline(o, path, document, summary);
    write_sentences(o, document, summary);
    if (extras->keywords != NULL) {
        write_keywords(o, extras->keywords);
    }
    write_set_aside(o, document);
    if (extras->explain) {
        write_scores(o, document, summary);
    }
    if (extras->explain && extras->keywords != NULL) {
        write_keyword_scores(o, extras->keywords);
    }
}
