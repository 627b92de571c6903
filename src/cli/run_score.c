/* SPDX-License-Identifier: MIT */
#include "cli/notes.h"
#include "cli/run.h"

/* What every text of a run is measured with. */
typedef struct scoring {
    lede_word_list *lists[LEDE_LIST_COUNT];
    size_t list_count;
} scoring;

static const scoring *scoring_of(const run *r) {
    return r->options->of_verb;
}

static bool writes(const options *o, lede_format format) {
    bool found = false;
    for (size_t i = 0; i < o->output_count; i++) {
        found = found || o->outputs[i].format == format;
    }
    return found;
}

/* Where something stands is worth keeping only for those who show it. */
static bool needs_hits(const options *o) {
    return option_given(o, OPTION_ALL) || writes(o, LEDE_FORMAT_TEXT);
}

static lede_metrics_options measuring_options(const run *r) {
    static const lede_unit units[] = {LEDE_UNIT_FILE, LEDE_UNIT_SECTION,
                                      LEDE_UNIT_PARAGRAPH, LEDE_UNIT_SENTENCE};
    const options *o = r->options;
    lede_metrics_options measuring = LEDE_METRICS_OPTIONS_INIT;
    measuring.unit = units[o->values[OPTION_BY].number];
    measuring.formula_flags =
        option_given(o, OPTION_INTEGER_INPUTS) ? LEDE_FORMULA_INTEGER_INPUTS : 0;
    measuring.keep_hits = needs_hits(o);
    measuring.lists = (const lede_word_list *const *)scoring_of(r)->lists;
    measuring.list_count = scoring_of(r)->list_count;
    measuring.vocabulary = r->vocabulary;
    return measuring;
}

/* Tables of parts do not show what is repeated. */
static bool needs_repeats(const run *r) {
    return r->options->values[OPTION_BY].number == 0 || r->record != NULL ||
           writes(r->options, LEDE_FORMAT_JSON);
}

/* What a text was found to be; freed by its maker. */
typedef struct findings {
    lede_document *document;
    lede_metrics *metrics;
    lede_repeats *repeats; /* NULL: not asked for */
} findings;

static lede_status report(run *r, const input *in, const findings *f) {
    lede_status worst = LEDE_OK;
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status = lede_report_score_with(
            &r->outputs->items[i].report, in->name, f->document, f->metrics, f->repeats);
        worst = status != LEDE_OK ? status : worst;
    }
    return worst;
}

/* NULL: there is something to measure. */
static const char *why_not(const run *r, const findings *f) {
    lede_document_facts facts = lede_document_measure(f->document);
    const lede_counts *counts = lede_metrics_counts(f->metrics);
    if (counts->sentences > 0) {
        return counts->letters > 0 ? NULL : "only numbers, no words to score";
    }
    if (facts.words > 0) {
        return "only headings and fragments, no sentence to score";
    }
    bool dropped =
        facts.set_aside_words > 0 && run_hygiene(r->options) == LEDE_HYGIENE_STRIP;
    return dropped ? "all of it was set aside" : "no words";
}

static void note_set_aside(const run *r, const input *in, const lede_document *document) {
    const lede_document *const one[] = {document};
    summary_notes notes = {.name = r->several ? in->name : NULL,
                           .documents = one,
                           .count = 1,
                           .dropped_shown = option_given(r->options, OPTION_SHOW_DROPPED),
                           .marked = run_hygiene(r->options) == LEDE_HYGIENE_MARK};
    if (outputs_have_text(r->outputs)) {
        notes_set_aside(&notes);
    }
    notes_much_set_aside(&notes);
}

/* A record is always answered: its values say why they are none. */
static void finish(run *r, const input *in, const findings *f) {
    const char *reason = r->record == NULL ? why_not(r, f) : NULL;
    if (reason != NULL) {
        run_not_scored(r, in, reason);
        return;
    }
    run_done(r, in, report(r, in, f));
    outputs_check(r->outputs);
    if (r->record == NULL && !option_given(r->options, OPTION_QUIET)) {
        note_set_aside(r, in, f->document);
    }
}

/* Of what is said again scores show the phrases and what is told twice. */
static lede_status find(const run *r, findings *f, lede_error *error) {
    lede_metrics_options measuring = measuring_options(r);
    lede_repeats_options repeating = LEDE_REPEATS_OPTIONS_INIT;
    repeating.no_words = 1;
    lede_status status = lede_metrics_create(f->document, &measuring, &f->metrics, error);
    return status == LEDE_OK && needs_repeats(r)
               ? lede_repeats_create(f->document, &repeating, &f->repeats, error)
               : status;
}

static void score(run *r, const input *in) {
    lede_error error;
    findings f = {.document = run_document(r, in)};
    if (f.document == NULL) {
        return;
    }
    if (find(r, &f, &error) == LEDE_OK) {
        finish(r, in, &f);
    } else {
        run_fail(r, in->name, &error);
    }
    lede_repeats_free(f.repeats);
    lede_metrics_free(f.metrics);
    lede_document_free(f.document);
}

/* ---- Before any text ------------------------------------------------------- */

static int read_list(scoring *s, int list, const char *path) {
    lede_error error;
    input in = {.name = path};
    lede_status status = input_read(&in, path, LEDE_MAX_BYTES, &error);
    if (status == LEDE_OK) {
        status = lede_word_list_create(lede_list_name(list), in.bytes, in.size, NULL,
                                       &s->lists[s->list_count], &error);
        input_free(&in);
    }
    if (status == LEDE_OK) {
        s->list_count++;
        return RUN_FINE;
    }
    notes_failure(path, &error);
    return status == LEDE_NO_MEMORY ? RUN_INTERNAL : RUN_ERROR;
}

static int read_lists(scoring *s, const options *o) {
    int status = RUN_FINE;
    for (int list = 0; list < LEDE_LIST_COUNT && status == RUN_FINE; list++) {
        if (o->word_lists[list] != NULL) {
            status = read_list(s, list, o->word_lists[list]);
        }
    }
    return status;
}

static void set_view(options *o) {
    o->score.all = option_given(o, OPTION_ALL);
    o->score.all_formulas = o->every_formula;
    if (o->formula_count > 0) {
        o->score.formulas = o->formulas;
        o->score.formula_count = o->formula_count;
    }
}

int run_score(const options *o) {
    options own = *o;
    scoring s = {.list_count = 0};
    int status = read_lists(&s, o);
    if (status == RUN_FINE) {
        set_view(&own);
        own.of_verb = &s;
        status = run_texts(&own, "scored", score);
    }
    for (size_t i = 0; i < s.list_count; i++) {
        lede_word_list_free(s.lists[i]);
    }
    return status;
}
