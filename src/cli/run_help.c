/* SPDX-License-Identifier: MIT */
#include "cli/fd_sink.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/run.h"

#include <string.h>
#include <unistd.h>

/* What the writer handed on is in the sink's buffer until it is flushed. */
static int finish(out *o, fd_sink *sink) {
    (void)out_flush(o);
    if (fd_sink_flush(sink) == 0) {
        sink->error = fd_close(STDOUT_FILENO);
    }
    if (sink->error == 0) {
        return RUN_FINE;
    }
    message_named("standard output", strerror(sink->error));
    return RUN_ERROR;
}

int run_print(run_writer *write, int what) {
    fd_sink sink;
    out o;
    fd_sink_init(&sink, STDOUT_FILENO);
    out_init(&o, fd_sink_handle(&sink));
    write(&o, what);
    return finish(&o, &sink);
}

static void write_help(out *o, int verb) {
    help_write(o, (verb_id)verb);
}

static void write_versions(out *o, int nothing) {
    (void)nothing;
    help_write_versions(o);
}

int run_show_help(verb_id verb) {
    return run_print(write_help, (int)verb);
}

int run_show_versions(void) {
    return run_print(write_versions, 0);
}

int run_unknown_verb(const char *name) {
    const char *nearest = verb_suggest(name);
    out m;
    message_begin(&m, "lede: unknown verb ");
    message_visible(&m, name, strlen(name));
    if (nearest != NULL) {
        out_text(&m, "; did you mean ");
        out_text(&m, nearest);
        out_text(&m, "?");
    } else {
        out_text(&m, "; lede help lists the verbs");
    }
    message_end(&m);
    return RUN_ERROR;
}

int run_help(const options *o) {
    if (o->operand_count == 0) {
        return run_show_help(VERB_NONE);
    }
    if (o->operand_count > 1) {
        message_named("help", "takes one verb");
        return RUN_ERROR;
    }
    verb_id verb = verb_find(o->operands[0]);
    return verb != VERB_NONE ? run_show_help(verb) : run_unknown_verb(o->operands[0]);
}
