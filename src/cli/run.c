/* SPDX-License-Identifier: MIT */
#include "cli/run.h"

#include "base/error.h"
#include "cli/entropy.h"
#include "cli/help.h"
#include "cli/markup.h"
#include "cli/message.h"
#include "cli/notes.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* ---- States -------------------------------------------------------------- */

void run_worsen(run *r, int status) {
    r->status = status > r->status ? status : r->status;
}

static int status_of(lede_status status) {
    return status == LEDE_NO_MEMORY || status == LEDE_INTERNAL ? RUN_INTERNAL : RUN_ERROR;
}

int run_output_status(int error) {
    if (error == 0) {
        return RUN_FINE;
    }
    return error == ENOMEM ? RUN_INTERNAL : RUN_ERROR;
}

/* A defect or no memory while writing; a refused write is told by outputs.c. */
static void check_reports(run *r, const char *name, lede_status status) {
    if (status != LEDE_OK && status != LEDE_WRITE_FAILED) {
        message_named(name, lede_status_name(status));
        run_worsen(r, status_of(status));
    }
}

void run_done(run *r, const input *in, lede_status status) {
    check_reports(r, in->name, status);
    r->results++;
}

/* The library knows nothing of the line that a record's code and title stood in:
 * the two errors that only they can cause get their place here. */
static lede_error place_in_line(const run *r, const lede_error *error) {
    lede_error placed = *error;
    if (r->record == NULL) {
        return placed;
    }
    if (error->status == LEDE_UNKNOWN_LANGUAGE && r->record->lang.given) {
        placed.offset = r->record->lang.begin;
    }
    if (error->status == LEDE_INVALID_ARGUMENT && r->record->title.given) {
        placed.offset = r->record->title.begin;
    }
    return placed;
}

static void tell_record_failure(const char *id, const lede_error *error) {
    out o;
    message_begin(&o, "lede: record ");
    message_visible(&o, id, strlen(id));
    out_text(&o, ": ");
    message_visible(&o, error->text, strlen(error->text));
    message_end(&o);
}

/* A bad record is answered in its place and the run goes on: only --strict makes
 * it an error. Lack of memory is one anyway, and not the record's fault. */
static void tell_failure(run *r, const char *name, const lede_error *error) {
    int status = status_of(error->status);
    if (r->record == NULL) {
        notes_failure(name, error);
    } else if (status == RUN_INTERNAL) {
        tell_record_failure(name, error);
    }
    if (r->record == NULL || status == RUN_INTERNAL ||
        option_given(r->options, OPTION_STRICT)) {
        run_worsen(r, status);
    }
}

void run_fail(run *r, const char *name, const lede_error *error) {
    lede_error placed = place_in_line(r, error);
    tell_failure(r, name, error);
    for (size_t i = 0; i < r->outputs->count; i++) {
        check_reports(r, name,
                      lede_report_failure(&r->outputs->items[i].report, name, &placed));
    }
}

void run_not_scored(run *r, const input *in, const char *reason) {
    bool strict = option_given(r->options, OPTION_STRICT);
    if (strict || !option_given(r->options, OPTION_QUIET)) {
        notes_not_scored(in->name, r->participle, reason);
    }
    if (strict) {
        run_worsen(r, RUN_ERROR);
    } else {
        r->results++;
    }
    for (size_t i = 0; i < r->outputs->count; i++) {
        check_reports(
            r, in->name,
            lede_report_not_scored(&r->outputs->items[i].report, in->name, reason));
    }
}

/* ---- One file ------------------------------------------------------------ */

uint64_t run_byte_limit(const options *o) {
    const option_value *value = &o->values[OPTION_MAX_BYTES];
    return value->given ? value->number : LEDE_MAX_BYTES;
}

static const char *language_of(const options *o) {
    const option_value *value = &o->values[OPTION_LANG];
    return value->given ? value->text : "auto";
}

static bool language_is_chosen(const options *o) {
    return strcmp(language_of(o), "auto") != 0;
}

lede_hygiene run_hygiene(const options *o) {
    static const lede_hygiene values[] = {LEDE_HYGIENE_STRIP, LEDE_HYGIENE_MARK,
                                          LEDE_HYGIENE_OFF};
    return values[o->values[OPTION_HYGIENE].number];
}

/* A name that tells MDX does so of Markdown that was asked for, too. */
static lede_markup markup_of(const run *r, const char *name) {
    enum { AUTO, PLAIN, MARKDOWN };
    uint64_t asked = r->options->values[OPTION_MARKUP].number;
    lede_markup named = r->record == NULL ? markup_of_name(name) : LEDE_MARKUP_PLAIN;
    if (asked == MARKDOWN && named == LEDE_MARKUP_PLAIN) {
        return LEDE_MARKUP_MARKDOWN;
    }
    return asked == PLAIN ? LEDE_MARKUP_PLAIN : named;
}

static lede_document_options reading_options(const run *r, const char *name) {
    static const lede_newlines newlines[] = {LEDE_NEWLINES_AUTO, LEDE_NEWLINES_SOFT,
                                             LEDE_NEWLINES_HARD};
    lede_document_options reading = LEDE_DOCUMENT_OPTIONS_INIT;
    bool own = r->record != NULL && r->record->lang.given;
    reading.language = own ? r->record->lang.bytes.items : language_of(r->options);
    reading.markup = markup_of(r, name);
    reading.newlines = newlines[r->options->values[OPTION_NEWLINES].number];
    reading.enumerators = r->options->values[OPTION_ENUMERATORS].number == 0
                              ? LEDE_ENUMERATORS_ATTACH
                              : LEDE_ENUMERATORS_OWN;
    reading.hygiene = run_hygiene(r->options);
    reading.keep_rules = (uint32_t)r->options->values[OPTION_KEEP_RULE].number;
    reading.keep_boundaries = option_given(r->options, OPTION_EXPLAIN);
    reading.strict = option_given(r->options, OPTION_STRICT);
    reading.no_stems = r->options->verb == VERB_SCORE ||
                       r->options->verb == VERB_REPEATS ||
                       r->options->verb == VERB_QUOTES;
    reading.max_bytes = run_byte_limit(r->options);
    reading.hash_seed = r->seed;
    reading.vocabulary = r->vocabulary;
    return reading;
}

/* Replaced bytes are told once, not for each of a million records. */
static void note_replaced(run *r, const input *in, const lede_document_facts *facts) {
    bool replaced = facts->bad_bytes + facts->nul_bytes > 0;
    if (r->record == NULL) {
        notes_replaced(in, facts);
    } else if (replaced && r->replaced++ == 0) {
        notes_replaced_in_record(in, facts);
    }
}

/* The file's own language has no data, or none was found. */
static void note_unknown(const run *r, const char *name,
                         const lede_document_facts *facts) {
    if (facts->language_known || language_is_chosen(r->options)) {
        return;
    }
    if (facts->language_declared) {
        notes_declared(name, facts->language);
    } else if (facts->words > 0) {
        notes_unrecognized(name);
    }
}

/* Of JSON Lines only what is true for all records is told. */
static void note_document(run *r, const input *in, const lede_document *document) {
    lede_document_facts facts = lede_document_measure(document);
    bool own = r->record != NULL && r->record->lang.given;
    if (option_given(r->options, OPTION_QUIET)) {
        return;
    }
    if (!facts.language_known && language_is_chosen(r->options) && !own &&
        !r->no_data_noted) {
        notes_no_data(language_of(r->options));
        r->no_data_noted = true;
    }
    note_replaced(r, in, &facts);
    if (r->record != NULL) {
        return;
    }
    notes_front_matter(in->name, &facts);
    note_unknown(r, in->name, &facts);
    if (option_given(r->options, OPTION_VERBOSE)) {
        notes_reading(in->name, document);
    }
}

lede_document *run_document(run *r, const input *in) {
    lede_error error;
    lede_document *document = NULL;
    lede_document_options reading = reading_options(r, in->name);
    if (lede_document_create(in->bytes, in->size, &reading, &document, &error) !=
        LEDE_OK) {
        run_fail(r, in->name, &error);
        return NULL;
    }
    note_document(r, in, document);
    if (option_given(r->options, OPTION_SHOW_DROPPED)) {
        notes_dropped(in, document);
    }
    return document;
}

const char *run_shown_name(const options *o, const char *path) {
    if (strcmp(path, INPUT_STANDARD) != 0) {
        return path;
    }
    const option_value *value = &o->values[OPTION_STDIN_FILENAME];
    return value->given ? value->text : "<stdin>";
}

void run_input(run *r, const input *in, run_work *work) {
    if (!option_given(r->options, OPTION_MARKUP) &&
        !option_given(r->options, OPTION_QUIET)) {
        notes_markup(in->name);
    }
    work(r, in);
}

static void do_file(run *r, const char *path, run_work *work) {
    lede_error error;
    input in = {.name = run_shown_name(r->options, path)};
    if (input_read(&in, path, run_byte_limit(r->options), &error) != LEDE_OK) {
        run_fail(r, in.name, &error);
        return;
    }
    run_input(r, &in, work);
    input_free(&in);
}

void run_path(run *r, const char *path, run_work *work) {
    if (run_is_folder(r->options, path)) {
        run_folder(r, path, work);
    } else {
        do_file(r, path, work);
    }
    outputs_check(r->outputs);
}

/* ---- The run ------------------------------------------------------------- */

static void do_files(run *r, run_work *work) {
    static const char *const standard[] = {INPUT_STANDARD};
    const options *o = r->options;
    size_t count = o->operand_count > 0 ? o->operand_count : 1;
    const char *const *paths =
        o->operand_count > 0 ? (const char *const *)o->operands : standard;
    r->several = count > 1 || run_is_folder(o, paths[0]);
    for (size_t i = 0; i < count && !r->outputs->failed; i++) {
        run_path(r, paths[i], work);
    }
}

int run_contradiction(option_id a, option_id b) {
    out o;
    message_begin(&o, "lede: --");
    out_text(&o, option_at(a)->name);
    out_text(&o, " and --");
    out_text(&o, option_at(b)->name);
    out_text(&o, " cannot be given together");
    message_end(&o);
    return RUN_ERROR;
}

int run_no_memory(void) {
    out o;
    message_begin(&o, "lede: out of memory");
    message_end(&o);
    return RUN_INTERNAL;
}

/* A malformed code is wrong for every file: said once, before any is read. */
static int check_language(const char *code) {
    lede_vocabulary *v = NULL;
    lede_status status = lede_vocabulary_create(code, 1, 0, NULL, &v, NULL);
    lede_vocabulary_free(v);
    if (status == LEDE_UNKNOWN_LANGUAGE) {
        notes_bad_language(code);
        return RUN_ERROR;
    }
    return status == LEDE_OK ? RUN_FINE : run_no_memory();
}

static bool is_single_text(const options *o) {
    return o->operand_count <= 1 && !option_given(o, OPTION_JSONL) &&
           (o->operand_count == 0 || !run_is_folder(o, o->operands[0]));
}

/* Of every language: each text may turn out to be of another one, and a record
 * may name its own. A single text has nobody to share words with. */
static int open_vocabulary(run *r) {
    int status = check_language(language_of(r->options));
    if (status != RUN_FINE || is_single_text(r->options)) {
        return status;
    }
    return lede_vocabulary_create("auto", 0, r->seed, NULL, &r->vocabulary, NULL) ==
                   LEDE_OK
               ? RUN_FINE
               : run_no_memory();
}

static int usage(const options *o) {
    out m;
    message_begin(&m, "");
    help_write_usage(&m, o->verb);
    (void)out_flush(&m);
    return RUN_ERROR;
}

static int run_with_outputs(run *r, run_body *body, run_work *work) {
    r->outputs = outputs_open(r->options);
    if (r->outputs == NULL) {
        return run_no_memory();
    }
    outputs_begin_reports(r->outputs);
    body(r, work);
    if (r->then != NULL && !r->outputs->failed) {
        r->then(r);
    }
    outputs_end_reports(r->outputs);
    run_worsen(r, run_output_status(outputs_close(r->outputs, r->results > 0)));
    return r->status;
}

int run_around(run *r, run_body *body, run_work *work) {
    if (r->options->operand_count == 0 && isatty(STDIN_FILENO)) {
        return usage(r->options);
    }
    r->seed = entropy_seed();
    int status = open_vocabulary(r);
    if (status == RUN_FINE) {
        status = run_with_outputs(r, body, work);
    }
    lede_vocabulary_free(r->vocabulary);
    return status;
}

int run_texts(const options *o, const char *participle, run_work *work) {
    return run_texts_then(o, participle, work, NULL);
}

int run_texts_then(const options *o, const char *participle, run_work *work,
                   run_then *then) {
    if (option_given(o, OPTION_JSONL)) {
        return run_records(o, work);
    }
    run r = {.options = o, .participle = participle, .then = then};
    return run_around(&r, do_files, work);
}
