/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "cli/background_file.h"
#include "cli/message.h"
#include "cli/notes.h"
#include "cli/run.h"
#include "cli/sharing.h"

#include <string.h>

/* What every text of a run is searched with. */
typedef struct searching {
    lede_repeats_options options;
    lede_accepted *accepted;
    input allow; /* the file that they were made of; bytes NULL: none */
    background_file counts;
    lede_accepted_use *entries; /* used: by any of the texts; NULL: none yet */
    size_t entry_count;
    sharing sharing;
    bool language_noted;
} searching;

static searching *searching_of(const run *r) {
    return *(searching *const *)r->options->of_verb;
}

/* ---- One text ---------------------------------------------------------------------- */

static lede_status report(run *r, const input *in, const lede_document *document,
                          const lede_repeats *repeats) {
    lede_status worst = LEDE_OK;
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status = lede_report_repeats(&r->outputs->items[i].report, in->name,
                                                 document, repeats);
        worst = status != LEDE_OK ? status : worst;
    }
    return worst;
}

/* NULL: there is something to search. */
static const char *why_not(const run *r, const lede_document *document,
                           const lede_repeats *repeats) {
    lede_document_facts facts = lede_document_measure(document);
    if (lede_repeats_measure(repeats).words > 0) {
        return NULL;
    }
    if (facts.words > 0) {
        return option_given(r->options, OPTION_IGNORE_QUOTES)
                   ? "only headings and quotations, no text to search"
                   : "only headings and fragments, no text to search";
    }
    bool dropped =
        facts.set_aside_words > 0 && run_hygiene(r->options) == LEDE_HYGIENE_STRIP;
    return dropped ? "all of it was set aside" : "no words";
}

/* False: no memory. */
static bool note_used(searching *s, const lede_repeats *repeats) {
    size_t count = 0;
    const lede_accepted_use *entries = lede_repeats_accepted(repeats, &count);
    if (count == 0) {
        return true;
    }
    if (s->entries == NULL) {
        s->entries = memory_allocate(&memory_default, count * sizeof *s->entries);
        if (s->entries == NULL) {
            return false;
        }
        memcpy(s->entries, entries, count * sizeof *entries);
        s->entry_count = count;
    }
    for (size_t i = 0; i < count; i++) {
        s->entries[i].used |= entries[i].used;
    }
    return true;
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

static int fail_file(const char *path, const lede_error *error) {
    notes_failure(path, error);
    return error->status == LEDE_NO_MEMORY ? RUN_INTERNAL : RUN_ERROR;
}

/* Once, since it is mostly so of all texts of a run. */
static void note_language(run *r, const input *in, const lede_document *document) {
    searching *s = searching_of(r);
    lede_document_facts facts = lede_document_measure(document);
    if (s->counts.background == NULL || s->language_noted ||
        option_given(r->options, OPTION_QUIET)) {
        return;
    }
    lede_background_facts counts = lede_background_measure(s->counts.background);
    if (strcmp(counts.language, "mul") != 0 &&
        strcmp(counts.language, facts.language) != 0) {
        notes_other_language(in->name, s->counts.file.name, counts.language,
                             facts.language);
        s->language_noted = true;
    }
}

/* With the seed of the run. False: no memory. */
static bool begin_sharing(run *r) {
    searching *s = searching_of(r);
    lede_error error;
    if (!option_given(r->options, OPTION_SHARED) || s->sharing.shared != NULL ||
        sharing_begin(&s->sharing, r->seed, &error) == LEDE_OK) {
        return true;
    }
    run_worsen(r, run_no_memory());
    return false;
}

/* The file itself is done, whatever becomes of this. */
static void compare_with_others(run *r, const input *in, const lede_document *document) {
    searching *s = searching_of(r);
    lede_error error;
    if (!begin_sharing(r)) {
        return;
    }
    if (sharing_add(&s->sharing, in->name, document, &error) != LEDE_OK) {
        run_worsen(r, fail_file(in->name, &error));
    }
}

/* Behind the last file. */
static void report_shared(run *r) {
    searching *s = searching_of(r);
    lede_error error;
    if (!begin_sharing(r)) {
        return;
    }
    if (sharing_report(&s->sharing, r->outputs, &error) != LEDE_OK) {
        run_worsen(r, run_no_memory());
    }
}

/* A record is always answered. */
static void finish(run *r, const input *in, const lede_document *document,
                   const lede_repeats *repeats) {
    const char *reason = r->record == NULL ? why_not(r, document, repeats) : NULL;
    if (reason != NULL) {
        run_not_scored(r, in, reason);
        return;
    }
    if (!note_used(searching_of(r), repeats)) {
        run_worsen(r, run_no_memory());
    }
    run_done(r, in, report(r, in, document, repeats));
    note_language(r, in, document);
    compare_with_others(r, in, document);
    outputs_check(r->outputs);
    if (r->record == NULL && !option_given(r->options, OPTION_QUIET)) {
        note_set_aside(r, in, document);
    }
}

static void search(run *r, const input *in) {
    lede_document *document = run_document(r, in);
    if (document == NULL) {
        return;
    }
    lede_error error;
    lede_repeats *repeats = NULL;
    if (lede_repeats_create(document, &searching_of(r)->options, &repeats, &error) ==
        LEDE_OK) {
        finish(r, in, document, repeats);
    } else {
        run_fail(r, in->name, &error);
    }
    lede_repeats_free(repeats);
    lede_document_free(document);
}

/* ---- Before any text --------------------------------------------------------------- */

static int read_accepted(searching *s, const options *o) {
    lede_error error;
    s->allow.name = o->values[OPTION_ALLOW].text;
    if (!option_given(o, OPTION_ALLOW)) {
        return RUN_FINE;
    }
    if (input_read(&s->allow, s->allow.name, LEDE_MAX_BYTES, &error) != LEDE_OK ||
        lede_accepted_create(s->allow.bytes, s->allow.size, NULL, &s->accepted, &error) !=
            LEDE_OK) {
        return fail_file(s->allow.name, &error);
    }
    s->options.accepted = s->accepted;
    return RUN_FINE;
}

static int read_background(searching *s, const options *o) {
    if (!option_given(o, OPTION_BACKGROUND)) {
        return RUN_FINE;
    }
    int status = background_file_open(&s->counts, o->values[OPTION_BACKGROUND].text);
    s->options.background = s->counts.background;
    return status;
}

static uint32_t number_of(const options *o, option_id id) {
    return (uint32_t)o->values[id].number; /* 0: not given */
}

static int check_lengths(const options *o) {
    if (!option_given(o, OPTION_MIN_WORDS) || !option_given(o, OPTION_MAX_WORDS) ||
        number_of(o, OPTION_MAX_WORDS) >= number_of(o, OPTION_MIN_WORDS)) {
        return RUN_FINE;
    }
    out m;
    message_begin(&m, "lede: --max-words ");
    out_u64(&m, number_of(o, OPTION_MAX_WORDS));
    out_text(&m, " is below --min-words ");
    out_u64(&m, number_of(o, OPTION_MIN_WORDS));
    message_end(&m);
    return RUN_ERROR;
}

static int prepare(searching *s, const options *o) {
    lede_repeats_options *own = &s->options;
    own->min_words = number_of(o, OPTION_MIN_WORDS);
    own->max_words = number_of(o, OPTION_MAX_WORDS);
    own->min_count = number_of(o, OPTION_MIN_COUNT);
    own->window = number_of(o, OPTION_WINDOW);
    own->count_headings = option_given(o, OPTION_COUNT_HEADINGS);
    own->ignore_quotes = option_given(o, OPTION_IGNORE_QUOTES);
    int status = check_lengths(o);
    status = status == RUN_FINE ? read_accepted(s, o) : status;
    return status == RUN_FINE ? read_background(s, o) : status;
}

static void release(searching *s) {
    memory_free(&memory_default, s->entries, s->entry_count * sizeof *s->entries);
    sharing_end(&s->sharing);
    lede_accepted_free(s->accepted);
    input_free(&s->allow);
    background_file_close(&s->counts);
}

int run_repeats(const options *o) {
    options own = *o;
    searching s = {.options = LEDE_REPEATS_OPTIONS_INIT};
    searching *of_verb = &s;
    int status = prepare(&s, o);
    if (status == RUN_FINE) {
        own.repeats.all = option_given(o, OPTION_ALL);
        own.repeats.keyness = s.counts.background != NULL;
        own.repeats.accepted = s.accepted;
        own.of_verb = &of_verb;
        status = run_texts_then(&own, "searched", search, report_shared);
    }
    if (!option_given(o, OPTION_QUIET)) {
        notes_not_repeated(&s.allow, s.entries, s.entry_count);
    }
    release(&s);
    return status;
}
