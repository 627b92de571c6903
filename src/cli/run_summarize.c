/* SPDX-License-Identifier: MIT */
#include "cli/message.h"
#include "cli/summarizing.h"

#include <string.h>

summarizing *summarizing_of(const run *r) {
    return *(summarizing *const *)r->options->of_verb;
}

static void set_budget(lede_summary_options *choosing, const options *o) {
    static const struct {
        option_id option;
        lede_budget_kind kind;
    } budgets[] = {{OPTION_SENTENCES, LEDE_BUDGET_SENTENCES},
                   {OPTION_RATIO, LEDE_BUDGET_RATIO},
                   {OPTION_WORDS, LEDE_BUDGET_WORDS},
                   {OPTION_CHARS, LEDE_BUDGET_CHARS}};
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
        const option_value *value = &o->values[budgets[i].option];
        if (value->given) {
            choosing->budget = budgets[i].kind;
            choosing->amount = budgets[i].kind == LEDE_BUDGET_RATIO
                                   ? value->ratio
                                   : (double)value->number;
        }
    }
}

lede_summary_options summarizing_options(const run *r) {
    const options *o = r->options;
    const summarizing *files = summarizing_of(r);
    lede_summary_options choosing = LEDE_SUMMARY_OPTIONS_INIT;
    set_budget(&choosing, o);
    /* the choices stand in the order of the methods */
    choosing.method = (lede_method)o->values[OPTION_METHOD].number;
    if (option_given(o, OPTION_TITLE)) {
        choosing.title = o->values[OPTION_TITLE].text;
        choosing.title_length = strlen(choosing.title);
    }
    if (r->record != NULL && r->record->title.given) {
        const json_bytes *title = &r->record->title.bytes;
        choosing.title = title->count > 0 ? title->items : "";
        choosing.title_length = title->count;
    }
    choosing.no_title = option_given(o, OPTION_NO_TITLE);
    choosing.no_position = option_given(o, OPTION_NO_POSITION);
    if (option_given(o, OPTION_QUERY)) {
        choosing.query = o->values[OPTION_QUERY].text;
        choosing.query_length = strlen(choosing.query);
    }
    if (option_given(o, OPTION_MMR)) {
        choosing.mmr = o->values[OPTION_MMR].ratio;
    }
    choosing.background = files->model.background;
    choosing.explain = option_given(o, OPTION_EXPLAIN);
    choosing.by_rank = option_given(o, OPTION_BY_RANK);
    return choosing;
}

/* What was found in one text. */
typedef struct found {
    lede_summary *summary;
    lede_keywords *keywords; /* NULL: not asked for */
} found;

static lede_status report(run *r, const input *in, const lede_document *document,
                          const found *f) {
    lede_status worst = LEDE_OK;
    if (r->several) {
        outputs_heading(r->outputs, in->name);
    }
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status = lede_report_summary_with(
            &r->outputs->items[i].report, in->name, document, f->summary, f->keywords);
        worst = status != LEDE_OK ? status : worst;
    }
    return worst;
}

const char *summarizing_why_empty(const run *r, const lede_document *document) {
    size_t sentences = 0;
    (void)lede_document_sentences(document, &sentences);
    if (sentences == 0) {
        return "no text";
    }
    return run_hygiene(r->options) == LEDE_HYGIENE_MARK ? "only marked metadata"
                                                        : "all of it was set aside";
}

/* Once, since it is mostly so of all texts of a run. */
void summarizing_note_language(run *r, const input *in, const lede_document *document) {
    summarizing *files = summarizing_of(r);
    lede_document_facts facts = lede_document_measure(document);
    if (files->model.background == NULL || files->language_noted ||
        option_given(r->options, OPTION_QUIET)) {
        return;
    }
    lede_background_facts counts = lede_background_measure(files->model.background);
    if (strcmp(counts.language, "mul") != 0 &&
        strcmp(counts.language, facts.language) != 0) {
        notes_other_language(in->name, files->model.file.name, counts.language,
                             facts.language);
        files->language_noted = true;
    }
}

static void finish(run *r, const input *in, const lede_document *document, const found *f,
                   const lede_summary_options *choosing) {
    bool empty = lede_summary_measure(f->summary).source == LEDE_SOURCE_NONE;
    if (empty && r->record == NULL) {
        run_not_scored(r, in, summarizing_why_empty(r, document));
        return;
    }
    run_done(r, in, report(r, in, document, f));
    summarizing_note_language(r, in, document);
    outputs_check(r->outputs);
    if (r->record != NULL || option_given(r->options, OPTION_QUIET)) {
        return;
    }
    const lede_document *const one[] = {document};
    summary_notes notes = {r->several ? in->name : NULL,
                           one,
                           1,
                           f->summary,
                           choosing,
                           option_given(r->options, OPTION_SHOW_DROPPED),
                           run_hygiene(r->options) == LEDE_HYGIENE_MARK};
    if (outputs_have_text(r->outputs)) {
        notes_summary(&notes);
        notes_keywords(&notes, f->keywords);
    }
    notes_much_set_aside(&notes);
}

static lede_status find_keywords(const run *r, const lede_document *document,
                                 const lede_summary_options *choosing, found *f,
                                 lede_error *error) {
    lede_keywords_options wanted = LEDE_KEYWORDS_OPTIONS_INIT;
    if (!option_given(r->options, OPTION_KEYWORDS)) {
        return LEDE_OK;
    }
    wanted.count = (uint32_t)r->options->values[OPTION_KEYWORDS].number;
    wanted.background = choosing->background;
    wanted.title = choosing->title;
    wanted.title_length = choosing->title_length;
    wanted.no_title = choosing->no_title;
    return lede_keywords_create(document, &wanted, &f->keywords, error);
}

static void summarize(run *r, const input *in) {
    lede_document *document = run_document(r, in);
    if (document == NULL) {
        return;
    }
    lede_error error;
    found f = {NULL, NULL};
    lede_summary_options choosing = summarizing_options(r);
    if (lede_summary_create(document, &choosing, &f.summary, &error) == LEDE_OK &&
        find_keywords(r, document, &choosing, &f, &error) == LEDE_OK) {
        finish(r, in, document, &f, &choosing);
    } else {
        run_fail(r, in->name, &error);
    }
    lede_keywords_free(f.keywords);
    lede_summary_free(f.summary);
    lede_document_free(document);
}

/* A query that nothing asks would only seem to work. */
static int check_query(const options *o) {
    bool lead = o->values[OPTION_METHOD].number == LEDE_METHOD_LEAD;
    return lead && option_given(o, OPTION_QUERY)
               ? run_contradiction(OPTION_QUERY, OPTION_METHOD)
               : RUN_FINE;
}

/* Key terms are those of one text, and Markdown has no place for several yet. */
static int check_together(const options *o) {
    if (!option_given(o, OPTION_TOGETHER)) {
        return RUN_FINE;
    }
    if (option_given(o, OPTION_KEYWORDS)) {
        return run_contradiction(OPTION_TOGETHER, OPTION_KEYWORDS);
    }
    for (size_t i = 0; i < o->output_count; i++) {
        if (o->outputs[i].format == LEDE_FORMAT_MARKDOWN) {
            message_named("--together", "there is no Markdown of it yet");
            return RUN_ERROR;
        }
    }
    return RUN_FINE;
}

int run_summarize(const options *o) {
    options own = *o;
    summarizing files = {.language_noted = false};
    summarizing *of_verb = &files;
    int status = check_query(o);
    status = status == RUN_FINE ? check_together(o) : status;
    own.of_verb = &of_verb;
    if (status == RUN_FINE && option_given(o, OPTION_MODEL)) {
        status = background_file_open(&files.model, o->values[OPTION_MODEL].text);
    }
    if (status == RUN_FINE) {
        status = option_given(o, OPTION_TOGETHER)
                     ? run_texts_then(&own, "summarized", together_read, together_finish)
                     : run_texts(&own, "summarized", summarize);
    }
    together_close(&files.kept);
    background_file_close(&files.model);
    return status;
}
