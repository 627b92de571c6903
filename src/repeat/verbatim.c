/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_work.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

/* ---- Opening ---------------------------------------------------------------------- */

static bool make_arrays(verbatim_work *w) {
    size_t count = w->q->source_count + 1; /* none of them is NULL */
    w->rows = memory_allocate(w->q->allocator, count * sizeof *w->rows);
    w->source_runs = memory_allocate(w->q->allocator, count * sizeof *w->source_runs);
    for (size_t i = 0; w->rows != NULL && i < count; i++) {
        w->rows[i] = (verbatim_row){.allocator = w->q->allocator};
    }
    for (size_t i = 0; w->source_runs != NULL && i < count; i++) {
        w->source_runs[i] = (verbatim_runs){{NULL, 0, 0}};
    }
    return w->rows != NULL && w->source_runs != NULL;
}

static bool read_rows(verbatim_work *w, verbatim_keys *keys) {
    lede_quotes *q = w->q;
    bool fine = true;
    for (size_t i = 0; fine && i < q->source_count; i++) {
        fine = verbatim_row_read(&w->rows[i], q->sources[i], keys) &&
               verbatim_runs_find(&w->source_runs[i], &w->rows[i]);
        q->facts.source_words += w->rows[i].numbers.count;
    }
    return fine && verbatim_row_read(&w->summary, q->summary, keys) &&
           verbatim_runs_find(&w->runs, &w->summary);
}

static bool open_work(verbatim_work *w) {
    lede_quotes *q = w->q;
    verbatim_keys keys = {.allocator = q->allocator, .seed = q->options.hash_seed};
    bool fine = make_arrays(w) && read_rows(w, &keys);
    w->index = (verbatim_index){.allocator = q->allocator,
                                .sources = w->rows,
                                .source_count = (uint32_t)q->source_count,
                                .summary = &w->summary,
                                .seed = q->options.hash_seed};
    fine = fine && verbatim_index_make(&w->index, (uint32_t)keys.ends.count);
    verbatim_keys_free(&keys);
    return fine;
}

static void close_work(verbatim_work *w) {
    const lede_allocator *allocator = w->q->allocator;
    size_t count = w->q->source_count + 1;
    verbatim_index_free(&w->index);
    for (size_t i = 0; w->rows != NULL && i < count; i++) {
        verbatim_row_free(&w->rows[i]);
    }
    for (size_t i = 0; w->source_runs != NULL && i < count; i++) {
        VEC_FREE(&w->source_runs[i].items, allocator);
    }
    memory_free(allocator, w->rows, count * sizeof *w->rows);
    memory_free(allocator, w->source_runs, count * sizeof *w->source_runs);
    verbatim_row_free(&w->summary);
    VEC_FREE(&w->runs.items, allocator);
    VEC_FREE(&w->votes, allocator);
    VEC_FREE(&w->table, allocator);
}

/* ---- Units ------------------------------------------------------------------------ */

static bool look(verbatim_work *w, const verbatim_unit *unit, lede_quote *out) {
    bool found = false;
    if (out->state == LEDE_QUOTE_UNCHECKED) {
        return true;
    }
    if (!verbatim_find(w, unit, out, &found) ||
        (!found && !verbatim_near(w, unit, out))) {
        return false;
    }
    verbatim_notes(w, unit, out);
    return true;
}

static bool add(verbatim_work *w, const verbatim_unit *unit, lede_quote *out) {
    lede_quotes *q = w->q;
    if (!VEC_RESERVE(&q->list, q->allocator, 1) || !look(w, unit, out)) {
        return false;
    }
    q->list.items[q->list.count++] = *out;
    return true;
}

static lede_quote quote_of(const verbatim_unit *u, uint32_t sentence, bool checked) {
    return (lede_quote){.kind = u->sentence ? LEDE_QUOTE_SENTENCE : LEDE_QUOTE_RUN,
                        .state = checked ? LEDE_QUOTE_VERBATIM : LEDE_QUOTE_UNCHECKED,
                        .span = u->extent.span,
                        .sentence = sentence,
                        .words = u->extent.end - u->extent.begin,
                        .source = LEDE_NONE};
}

static bool is_heading(const lede_document *d, const lede_sentence *s) {
    return d->page.blocks.items[s->block].kind == LEDE_BLOCK_HEADING &&
           s->role == LEDE_ROLE_HEADING;
}

/* Where nothing else is to be checked, lines without a full stop are no headings. */
static bool wants_headings(const lede_quotes *q) {
    const lede_sentence *all = q->summary->sentences.items;
    bool wants = true;
    for (size_t i = 0; i < q->summary->sentences.count; i++) {
        wants =
            wants && (all[i].role != LEDE_ROLE_BODY || is_heading(q->summary, &all[i]));
    }
    return wants || q->options.headings != 0;
}

/* Headings are the summary's own; so is what was set aside of it. */
static bool is_checked(const verbatim_work *w, const lede_sentence *s) {
    uint8_t kind = w->q->summary->page.blocks.items[s->block].kind;
    if (is_heading(w->q->summary, s)) {
        return w->headings;
    }
    return s->role == LEDE_ROLE_BODY && kind != LEDE_BLOCK_CODE &&
           kind != LEDE_BLOCK_METADATA;
}

static bool add_run(verbatim_work *w, const verbatim_run *run, uint32_t sentence) {
    verbatim_unit u = {.extent = {run->span, run->begin, run->end}, .stops = run->stops};
    bool checked = run->end - run->begin >= w->q->options.min_words;
    lede_quote out = quote_of(&u, sentence, checked);
    out.notes = run->closed ? 0 : LEDE_QUOTE_UNCLOSED;
    return add(w, &u, &out);
}

/* Sentences first to last as one. */
static bool add_sentences(verbatim_work *w, uint32_t first, uint32_t last, bool checked) {
    const lede_sentence *all = w->q->summary->sentences.items;
    verbatim_unit u = {.extent = {{all[first].span.begin, all[last].span.end},
                                  w->summary.sentences.items[first],
                                  w->summary.sentences.items[last + 1]},
                       .sentence = true};
    if (u.extent.begin == u.extent.end) {
        return true;
    }
    lede_quote out = quote_of(&u, first, checked);
    return add(w, &u, &out);
}

/* Behind what was read as a heading stands what its line goes on with. */
static bool goes_on(const lede_document *d, uint32_t sentence) {
    const lede_sentence *s = &d->sentences.items[sentence];
    const char *text = d->page.text;
    size_t behind = s[1].span.begin, end = s->span.end;
    unicode_class last = unicode_class_of(utf8_previous(text, &end));
    return unicode_class_of(utf8_next(text, &behind)) == UC_LETTER_LOWER ||
           last == UC_DASH || text[end] == ',' || text[end] == ';';
}

static bool add_each(verbatim_work *w, uint32_t first, uint32_t last) {
    const lede_document *d = w->q->summary;
    bool fine = true;
    for (uint32_t i = first; fine && i <= last; i++) {
        bool checked = is_checked(w, &d->sentences.items[i]);
        fine = add_sentences(w, i, i, checked || (i < last && goes_on(d, i)));
    }
    return fine;
}

static bool none_fails(const lede_quotes *q, size_t first) {
    bool fails = false;
    for (size_t i = first; i < q->list.count; i++) {
        fails = fails || verbatim_fails(q, &q->list.items[i]);
    }
    return !fails;
}

/* Takes back what was added. */
static void drop(lede_quotes *q, size_t quotes, size_t steps) {
    q->list.count = quotes;
    q->steps.count = steps;
}

/* Lines that may be one sentence are looked for as one; if that fails, each alone, which
 * may be a heading; if that fails too, what is said is of the sentence. */
static bool add_lines(verbatim_work *w, uint32_t first, uint32_t last) {
    lede_quotes *q = w->q;
    size_t quotes = q->list.count, steps = q->steps.count;
    if (first == last) {
        return add_each(w, first, last);
    }
    if (!add_sentences(w, first, last, true)) {
        return false;
    }
    if (none_fails(q, quotes)) {
        return true;
    }
    drop(q, quotes, steps);
    if (!add_each(w, first, last)) {
        return false;
    }
    if (none_fails(q, quotes)) {
        return true;
    }
    drop(q, quotes, steps);
    return add_sentences(w, first, last, true);
}

/* Where all are looked for, quotations of verbatim sentences are verbatim too. */
static bool wants_runs(const lede_quotes *q, size_t first) {
    bool fine = q->list.count > first;
    for (size_t i = first; i < q->list.count; i++) {
        fine = fine && q->list.items[i].state < LEDE_QUOTE_UNCHECKED;
    }
    return q->options.what == LEDE_QUOTES_RUNS ||
           (q->options.what == LEDE_QUOTES_ALL && !fine);
}

/* One that goes on in the next sentence counts to that in which it begins. */
static bool add_runs(verbatim_work *w, size_t *next, uint32_t sentence, bool wanted) {
    uint32_t end = w->summary.sentences.items[sentence + 1];
    const verbatim_run *runs = w->runs.items.items;
    bool fine = true;
    for (; fine && *next < w->runs.items.count && runs[*next].begin < end; ++*next) {
        uint32_t own = verbatim_row_sentence(&w->summary, runs[*next].begin);
        fine = !wanted || add_run(w, &runs[*next], own);
    }
    return fine;
}

static bool add_all(verbatim_work *w) {
    const lede_quotes *q = w->q;
    size_t next = 0, count = q->summary->sentences.count;
    bool fine = true;
    w->headings = wants_headings(q);
    for (uint32_t i = 0; fine && i < count; i++) {
        size_t before = q->list.count;
        uint32_t last = verbatim_soft_end(q->summary, i);
        fine = (q->options.what == LEDE_QUOTES_RUNS || add_lines(w, i, last)) &&
               add_runs(w, &next, last, wants_runs(q, before));
        i = last;
    }
    return fine;
}

static void count_states(lede_quotes *q) {
    q->facts.units = (uint32_t)q->list.count;
    for (size_t i = 0; i < q->list.count; i++) {
        q->facts.states[q->list.items[i].state]++;
        q->facts.failed += verbatim_fails(q, &q->list.items[i]);
    }
}

bool verbatim_find_all(lede_quotes *q) {
    verbatim_work w = {.q = q};
    w.summary = (verbatim_row){.allocator = q->allocator, .keeps_signs = true};
    q->facts.sources = (uint32_t)q->source_count;
    bool fine = open_work(&w) && add_all(&w);
    close_work(&w);
    count_states(q);
    return fine;
}

void verbatim_free(lede_quotes *q) {
    memory_free(q->allocator, q->sources,
                q->source_count * sizeof(const lede_document *));
    VEC_FREE(&q->list, q->allocator);
    VEC_FREE(&q->steps, q->allocator);
}
