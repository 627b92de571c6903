/* SPDX-License-Identifier: MIT */
#include "cli/message.h"
#include "cli/run.h"

static bool with_words(const run *r) {
    return option_given(r->options, OPTION_SPLIT_WORDS);
}

static lede_status report(run *r, const input *in, const lede_document *document) {
    lede_status worst = LEDE_OK;
    if (r->several) {
        outputs_heading(r->outputs, in->name);
    }
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status = lede_report_split(&r->outputs->items[i].report, in->name,
                                               document, with_words(r));
        worst = status != LEDE_OK ? status : worst;
    }
    return worst;
}

static void split(run *r, const input *in) {
    lede_document *document = run_document(r, in);
    if (document == NULL) {
        return;
    }
    size_t sentences = 0;
    (void)lede_document_sentences(document, &sentences);
    if (sentences == 0 && r->record == NULL) {
        run_not_scored(r, in, "no text");
    } else {
        run_done(r, in, report(r, in, document));
    }
    lede_document_free(document);
}

static void split_raw(run *r, const input *in) {
    lede_status worst = LEDE_OK;
    if (in->size == 0) {
        run_not_scored(r, in, "no text");
        return;
    }
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status = lede_report_uax29(&r->outputs->items[i].report, in->name,
                                               in->bytes, in->size, with_words(r));
        worst = status != LEDE_OK ? status : worst;
    }
    run_done(r, in, worst);
}

/* --uax29 knows no other format: it is the default then, and another one that
 * was asked for is an error. */
static bool make_json(options *o) {
    if (!option_given(o, OPTION_FORMAT) && !option_given(o, OPTION_OUTPUT)) {
        o->outputs[0].format = LEDE_FORMAT_JSON;
    }
    for (size_t i = 0; i < o->output_count; i++) {
        if (o->outputs[i].format != LEDE_FORMAT_JSON) {
            out m;
            message_begin(&m, "lede: --uax29 writes JSON only");
            message_end(&m);
            return false;
        }
    }
    return true;
}

/* Lines are words or sentences, and only sentences have boundaries to explain. */
static bool explains_words(const options *o) {
    bool lines = false;
    for (size_t i = 0; i < o->output_count; i++) {
        lines = lines || o->outputs[i].format == LEDE_FORMAT_LINES;
    }
    return lines && option_given(o, OPTION_SPLIT_WORDS);
}

int run_split(const options *o) {
    options own = *o;
    if (option_given(o, OPTION_EXPLAIN) && option_given(o, OPTION_UAX29)) {
        return run_contradiction(OPTION_EXPLAIN, OPTION_UAX29);
    }
    if (option_given(o, OPTION_EXPLAIN) && explains_words(o)) {
        return run_contradiction(OPTION_EXPLAIN, OPTION_SPLIT_WORDS);
    }
    if (!option_given(o, OPTION_UAX29) || option_given(o, OPTION_JSONL)) {
        return run_texts(o, "split", split);
    }
    return make_json(&own) ? run_texts(&own, "split", split_raw) : RUN_ERROR;
}
