/* SPDX-License-Identifier: MIT */
#include "cli/outputs.h"

#include "base/memory.h"
#include "cli/message.h"
#include "cli/terminal.h"

#include <lede/lede.h>

#include <string.h>
#include <unistd.h>

/* One message a run: the first failure is the cause of the others. */
static void fail(outputs *all, const target *t, int error) {
    if (error != 0 && !all->failed) {
        message_named(t->name, strerror(error));
        all->failed = true;
        all->error = error;
    }
}

/* ---- Opening ------------------------------------------------------------- */

static int open_file(target *t, const char *path) {
    if (path != NULL) {
        return replace_open(&t->file, path);
    }
    replace_nothing(&t->file, STDOUT_FILENO);
    return 0;
}

static void fit_to_terminal(target *t) {
    if (t->file.fd == STDOUT_FILENO) {
        t->score.width = terminal_width(STDOUT_FILENO);
        t->score.ascii = terminal_is_ascii(STDOUT_FILENO);
        t->repeats.width = t->score.width;
        t->repeats.ascii = t->score.ascii;
        t->quotes = (lede_quotes_view){t->score.width, t->score.ascii};
    }
}

static void open_target(outputs *all, const output_request *request, const options *o) {
    target *t = &all->items[all->count];
    t->name = request->path != NULL ? request->path : "standard output";
    t->format = request->format;
    t->begun = false;
    t->explain = request->explain;
    t->score = o->score;
    t->repeats = o->repeats;
    t->quotes = (lede_quotes_view){0};
    t->columns = o->verb == VERB_REPEATS ? LEDE_COLUMNS_REPEATS : LEDE_COLUMNS_SCORE;
    int error = open_file(t, request->path);
    if (error != 0) {
        fail(all, t, error);
        return;
    }
    all->count++;
    fit_to_terminal(t);
    fd_sink_init(&t->sink, t->file.fd);
}

outputs *outputs_open(const options *o) {
    outputs *all = memory_allocate(&memory_default, sizeof *all);
    if (all == NULL) {
        return NULL;
    }
    all->count = 0;
    all->failed = false;
    all->error = 0;
    for (size_t i = 0; i < o->output_count && !all->failed; i++) {
        open_target(all, &o->outputs[i], o);
    }
    return all;
}

/* ---- Reports ------------------------------------------------------- */

/* What a report answers is of no interest here: a refused write stays in the
 * sink. */
static void begin_report(target *t) {
    (void)lede_report_begin(&t->report, t->format, fd_sink_handle(&t->sink));
    t->report.explain = t->explain;
    t->report.score = t->score;
    t->report.repeats = t->repeats;
    t->report.quotes = t->quotes;
    t->report.columns = t->columns;
}

void outputs_begin_reports(outputs *all) {
    for (size_t i = 0; i < all->count; i++) {
        begin_report(&all->items[i]);
    }
}

void outputs_end_reports(outputs *all) {
    for (size_t i = 0; i < all->count; i++) {
        (void)lede_report_end(&all->items[i].report);
    }
}

static bool is_text(const target *t) {
    return t->format == LEDE_FORMAT_TEXT || t->format == LEDE_FORMAT_LINES;
}

bool outputs_have_text(const outputs *all) {
    bool text = false;
    for (size_t i = 0; i < all->count; i++) {
        text = text || is_text(&all->items[i]);
    }
    return text;
}

static void write_heading(target *t, const char *name) {
    out o;
    out_init(&o, fd_sink_handle(&t->sink));
    out_text(&o, t->begun ? "\n==> " : "==> ");
    message_visible(&o, name, strlen(name));
    out_text(&o, " <==\n");
    (void)out_flush(&o);
    /* A new report, since one over all files would put a blank line between
     * the heading and its text. */
    begin_report(t);
    t->begun = true;
}

void outputs_heading(outputs *all, const char *name) {
    for (size_t i = 0; i < all->count; i++) {
        if (is_text(&all->items[i])) {
            write_heading(&all->items[i], name);
        }
    }
}

void outputs_check(outputs *all) {
    for (size_t i = 0; i < all->count; i++) {
        target *t = &all->items[i];
        if (t->file.fd == STDOUT_FILENO) {
            (void)fd_sink_flush(&t->sink);
        }
        fail(all, t, t->sink.error);
    }
}

/* ---- Closing ------------------------------------------------------------- */

static void flush_target(outputs *all, target *t) {
    (void)fd_sink_flush(&t->sink);
    fail(all, t, t->sink.error);
}

static void close_target(outputs *all, target *t, bool keep) {
    if (keep && !all->failed) {
        fail(all, t, replace_commit(&t->file));
    } else {
        replace_discard(&t->file);
    }
}

/* All is written before the first file gets its name. Standard output is
 * flushed even if files are not kept: what it shows is no file's content. */
int outputs_close(outputs *all, bool keep) {
    for (size_t i = 0; i < all->count && !all->failed; i++) {
        flush_target(all, &all->items[i]);
    }
    for (size_t i = 0; i < all->count; i++) {
        close_target(all, &all->items[i], keep);
    }
    int error = all->error;
    memory_free(&memory_default, all, sizeof *all);
    return error;
}
