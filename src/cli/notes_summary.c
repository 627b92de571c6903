/* SPDX-License-Identifier: MIT */
#include "cli/message.h"
#include "cli/notes.h"

#include <string.h>

#define NUMBERS_SHOWN 12 /* sentence numbers in one note */
#define RULES_MAX 256    /* lede_ledger_entry.rule is a byte */

void notes_begin(out *o, const summary_notes *n) {
    message_begin(o, "note: ");
    if (n->name != NULL) {
        message_visible(o, n->name, strlen(n->name));
        out_text(o, ": ");
    }
}

/* ---- How much was chosen ------------------------------------------------- */

/* " (1, 12, 18)": positions among all sentences, as split gives them. Of several files
 * they would say nothing. */
static void write_numbers(out *o, const summary_notes *n) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(n->summary, &count);
    if (n->count > 1) {
        out_text(o, " in ");
        message_count(o, n->count, "file");
        return;
    }
    for (size_t i = 0; i < count && i < NUMBERS_SHOWN; i++) {
        out_text(o, i == 0 ? " (" : ", ");
        out_u64(o, (uint64_t)picks[i].sentence + 1);
    }
    out_text(o, count > NUMBERS_SHOWN ? ", …)" : ")");
}

static bool is_budget(const summary_notes *n, lede_budget_kind kind) {
    return n->options->budget == kind && !lede_summary_measure(n->summary).over_budget;
}

/* "84 of 90 words"; the budget only when it is one of this unit and was kept. */
static void write_amount(out *o, const summary_notes *n, lede_budget_kind kind,
                         uint64_t chosen) {
    const char *noun = kind == LEDE_BUDGET_WORDS ? "word" : "character";
    if (!is_budget(n, kind)) {
        message_count(o, chosen, noun);
        return;
    }
    out_u64(o, chosen);
    out_text(o, " of ");
    message_count(o, (uint64_t)n->options->amount, noun);
}

/* ---- What was kept out --------------------------------------------------- */

/* Blocks that are no prose, in the order in which they are named. */
static const struct {
    lede_block_kind kind;
    const char *noun;
} kept_out[] = {
    {LEDE_BLOCK_HEADING, "heading"},       {LEDE_BLOCK_LIST_ITEM, "list item"},
    {LEDE_BLOCK_QUOTE, "quote"},           {LEDE_BLOCK_TABLE_CELL, "table cell"},
    {LEDE_BLOCK_CODE, "code block"},       {LEDE_BLOCK_CAPTION, "caption"},
    {LEDE_BLOCK_METADATA, "metadata line"}};

static bool could_be_chosen(lede_summary_source source, lede_block_kind kind) {
    bool heading = kind == LEDE_BLOCK_HEADING;
    return source == LEDE_SOURCE_HEADINGS ? heading
                                          : source == LEDE_SOURCE_LISTS && !heading;
}

static uint64_t count_blocks(const summary_notes *n, lede_block_kind kind) {
    uint64_t count = 0;
    for (size_t i = 0; i < n->count; i++) {
        count += notes_count_blocks(n->documents[i], kind);
    }
    return count;
}

/* "; 3 headings, 6 list items kept out" */
static void write_kept_out(out *o, const summary_notes *n) {
    lede_summary_source source = lede_summary_measure(n->summary).source;
    bool first = true;
    for (size_t i = 0; i < sizeof kept_out / sizeof *kept_out; i++) {
        uint64_t count = could_be_chosen(source, kept_out[i].kind)
                             ? 0
                             : count_blocks(n, kept_out[i].kind);
        if (count > 0) {
            out_text(o, first ? "; " : ", ");
            message_count(o, count, kept_out[i].noun);
            first = false;
        }
    }
    out_text(o, first ? "" : " kept out");
}

static void note_chosen(const summary_notes *n) {
    lede_summary_facts facts = lede_summary_measure(n->summary);
    out o;
    notes_begin(&o, n);
    out_u64(&o, facts.sentences);
    out_text(&o, " of ");
    message_count(&o, facts.eligible, "sentence");
    write_numbers(&o, n);
    out_text(&o, ", ");
    write_amount(&o, n, LEDE_BUDGET_WORDS, facts.words);
    if (is_budget(n, LEDE_BUDGET_CHARS)) {
        out_text(&o, ", ");
        write_amount(&o, n, LEDE_BUDGET_CHARS, facts.chars);
    }
    write_kept_out(&o, n);
    message_end(&o);
}

/* ---- What went otherwise than asked -------------------------------------- */

static lede_block_kind kind_of(const summary_notes *n, const lede_pick *pick) {
    size_t count = 0;
    const lede_document *document = n->documents[pick->document];
    const lede_sentence *sentences = lede_document_sentences(document, &count);
    const lede_block *blocks = lede_document_blocks(document, &count);
    return (lede_block_kind)blocks[sentences[pick->sentence].block].kind;
}

static bool is_chosen(const summary_notes *n, lede_block_kind kind) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(n->summary, &count);
    bool found = false;
    for (size_t i = 0; i < count && !found; i++) {
        found = kind_of(n, &picks[i]) == kind;
    }
    return found;
}

/* "list items, quotes": the kinds of what was chosen. */
static void write_chosen_kinds(out *o, const summary_notes *n) {
    bool first = true;
    for (size_t i = 0; i < sizeof kept_out / sizeof *kept_out; i++) {
        if (is_chosen(n, kept_out[i].kind)) {
            out_text(o, first ? "" : ", ");
            out_text(o, kept_out[i].noun);
            out_text(o, "s");
            first = false;
        }
    }
}

static void note_source(const summary_notes *n) {
    lede_summary_source source = lede_summary_measure(n->summary).source;
    if (source != LEDE_SOURCE_LISTS && source != LEDE_SOURCE_HEADINGS) {
        return;
    }
    out o;
    notes_begin(&o, n);
    out_text(&o, "no prose; ");
    write_chosen_kinds(&o, n);
    out_text(&o, " were used instead");
    message_end(&o);
}

static void note_query(const summary_notes *n) {
    lede_summary_facts facts = lede_summary_measure(n->summary);
    if (facts.asked == 0 || facts.query_words > 0) {
        return;
    }
    out o;
    notes_begin(&o, n);
    out_text(&o, "no sentence has a content word of the query; it changed nothing");
    message_end(&o);
}

/* A method made for news should not seem to be learnt where it is not. */
static void note_method(const summary_notes *n) {
    lede_summary_facts facts = lede_summary_measure(n->summary);
    bool model = n->options->background != NULL;
    if (facts.method != LEDE_METHOD_NEWS || (facts.learnt != 0 && !model)) {
        return;
    }
    out o;
    notes_begin(&o, n);
    if (facts.learnt != 0) {
        out_text(&o, "learnt weights ask nothing of a model; it changed no sentence");
        message_end(&o);
        return;
    }
    out_text(&o, "no learnt weights for this language (");
    out_text(&o, facts.language);
    out_text(&o, "); news uses a formula instead");
    message_end(&o);
}

/* Which language decides should not have to be guessed. */
static void note_languages(const summary_notes *n) {
    lede_summary_facts facts = lede_summary_measure(n->summary);
    if (facts.in_language == facts.documents) {
        return;
    }
    out o;
    notes_begin(&o, n);
    out_text(&o, "files of several languages; most words are of ");
    out_text(&o, facts.language);
    out_text(&o, " (");
    message_count(&o, facts.in_language, "file");
    out_text(&o, " of ");
    out_u64(&o, facts.documents);
    out_text(&o, "), and what depends on the language goes by it");
    message_end(&o);
}

static void note_over_budget(const summary_notes *n) {
    lede_summary_facts facts = lede_summary_measure(n->summary);
    if (!facts.over_budget) {
        return;
    }
    bool words = n->options->budget == LEDE_BUDGET_WORDS;
    const char *noun = words ? "word" : "character";
    out o;
    notes_begin(&o, n);
    out_text(&o, "no sentence fits ");
    message_count(&o, (uint64_t)n->options->amount, noun);
    out_text(&o, "; the best one is given (");
    message_count(&o, words ? facts.words : facts.chars, noun);
    out_text(&o, ")");
    message_end(&o);
}

/* ---- What was set aside -------------------------------------------------- */

#define MUCH_SET_ASIDE 20 /* per cent of the words */

/* A rule that took a fifth of the text may have taken some of the article. */
void notes_much_set_aside(const summary_notes *n) {
    uint64_t words = 0, aside = 0;
    for (size_t i = 0; i < n->count; i++) {
        lede_document_facts facts = lede_document_measure(n->documents[i]);
        words += facts.words;
        aside += facts.set_aside_words;
    }
    uint64_t all = words + aside, percent = all > 0 ? aside * 100 / all : 0;
    if (aside * 100 <= all * MUCH_SET_ASIDE) {
        return;
    }
    out o;
    notes_begin(&o, n);
    out_text(&o, "much was set aside: ");
    out_u64(&o, aside);
    out_text(&o, " of ");
    message_count(&o, all, "word");
    out_text(&o, " (");
    out_u64(&o, percent);
    out_text(&o, " %); --hygiene off keeps everything, --keep-rule what one rule takes");
    message_end(&o);
}

static size_t most_frequent(const uint64_t *counts) {
    size_t most = 0;
    for (size_t rule = 1; rule < RULES_MAX; rule++) {
        most = counts[rule] > counts[most] ? rule : most;
    }
    return most;
}

/* "2 ad labels": the rule's name with spaces for hyphens. */
static void write_rule(out *o, size_t rule, uint64_t count) {
    out_u64(o, count);
    out_text(o, " ");
    for (const char *c = lede_rule_name((int)rule); *c != '\0'; c++) {
        out_bytes(o, *c == '-' ? " " : c, 1);
    }
    out_text(o, count == 1 ? "" : "s");
}

/* By rule; the number of all. */
static size_t count_entries(const summary_notes *n, uint64_t *counts) {
    size_t all = 0;
    for (size_t d = 0; d < n->count; d++) {
        size_t count = 0;
        const lede_ledger_entry *entries = lede_document_ledger(n->documents[d], &count);
        for (size_t i = 0; i < count; i++) {
            counts[entries[i].rule]++;
        }
        all += count;
    }
    return all;
}

static void note_rules(const summary_notes *n) {
    uint64_t counts[RULES_MAX] = {0};
    if (count_entries(n, counts) == 0) {
        return;
    }
    out o;
    notes_begin(&o, n);
    const char *before =
        n->marked ? "marked, not set aside: " : "set aside before scoring: ";
    for (size_t rule = most_frequent(counts); counts[rule] > 0;
         rule = most_frequent(counts)) {
        out_text(&o, before);
        write_rule(&o, rule, counts[rule]);
        counts[rule] = 0;
        before = ", ";
    }
    out_text(&o, n->dropped_shown ? "" : " (--show-dropped lists them)");
    message_end(&o);
}

void notes_set_aside(const summary_notes *n) {
    note_rules(n);
    notes_left_out(n);
}

void notes_summary(const summary_notes *n) {
    note_source(n);
    note_languages(n);
    note_method(n);
    note_query(n);
    note_over_budget(n);
    note_chosen(n);
    notes_set_aside(n);
}

/* ---- Key terms ----------------------------------------------------------- */

void notes_keywords(const summary_notes *n, const lede_keywords *keywords) {
    if (keywords == NULL) {
        return;
    }
    lede_keywords_facts facts = lede_keywords_measure(keywords);
    if (facts.found > 0 && !facts.characters) {
        return;
    }
    out o;
    notes_begin(&o, n);
    out_text(&o, facts.found == 0 ? "no key terms: nothing is there again"
                                  : "key terms are characters that stand in a row again: "
                                    "the text has no spaces between words");
    message_end(&o);
}
