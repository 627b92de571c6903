/* SPDX-License-Identifier: MIT */
#include "cli/notes.h"
#include "cli/run.h"

#include <string.h>

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

static lede_summary_options choosing_options(const run *r) {
    const options *o = r->options;
    static const lede_method methods[] = {LEDE_METHOD_AUTO, LEDE_METHOD_TFIDF,
                                          LEDE_METHOD_LEAD};
    lede_summary_options choosing = LEDE_SUMMARY_OPTIONS_INIT;
    set_budget(&choosing, o);
    choosing.method = methods[o->values[OPTION_METHOD].number];
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
    return choosing;
}

static lede_status report(run *r, const input *in, const lede_document *document,
                          const lede_summary *summary) {
    lede_status worst = LEDE_OK;
    if (r->several) {
        outputs_heading(r->outputs, in->name);
    }
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status = lede_report_summary(&r->outputs->items[i].report, in->name,
                                                 document, summary);
        worst = status != LEDE_OK ? status : worst;
    }
    return worst;
}

static const char *why_empty(const run *r, const lede_document *document) {
    size_t sentences = 0;
    (void)lede_document_sentences(document, &sentences);
    if (sentences == 0) {
        return "no text";
    }
    return run_hygiene(r->options) == LEDE_HYGIENE_MARK ? "only marked metadata"
                                                        : "all of it was set aside";
}

static void finish(run *r, const input *in, const lede_document *document,
                   const lede_summary *summary, const lede_summary_options *choosing) {
    bool empty = lede_summary_measure(summary).source == LEDE_SOURCE_NONE;
    if (empty && r->record == NULL) {
        run_not_scored(r, in, why_empty(r, document));
        return;
    }
    run_done(r, in, report(r, in, document, summary));
    outputs_check(r->outputs);
    if (r->record != NULL || option_given(r->options, OPTION_QUIET)) {
        return;
    }
    summary_notes notes = {r->several ? in->name : NULL,
                           document,
                           summary,
                           choosing,
                           option_given(r->options, OPTION_SHOW_DROPPED),
                           run_hygiene(r->options) == LEDE_HYGIENE_MARK};
    if (outputs_have_text(r->outputs)) {
        notes_summary(&notes);
    }
    notes_much_set_aside(&notes);
}

static void summarize(run *r, const input *in) {
    lede_document *document = run_document(r, in);
    if (document == NULL) {
        return;
    }
    lede_error error;
    lede_summary *summary = NULL;
    lede_summary_options choosing = choosing_options(r);
    if (lede_summary_create(document, &choosing, &summary, &error) == LEDE_OK) {
        finish(r, in, document, summary, &choosing);
    } else {
        run_fail(r, in->name, &error);
    }
    lede_summary_free(summary);
    lede_document_free(document);
}

int run_summarize(const options *o) {
    return run_texts(o, "summarized", summarize);
}
