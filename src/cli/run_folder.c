/* SPDX-License-Identifier: MIT */
/* A folder as an argument: every file below it is one of the run. */
#include "base/error.h"
#include "cli/run.h"
#include "cli/walk.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

typedef struct tour {
    run *run;
    run_work *work;
} tour;

bool run_is_folder(const options *o, const char *path) {
    struct stat facts;
    return verb_walks(o->verb) && strcmp(path, INPUT_STANDARD) != 0 &&
           stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

static void fail_found(run *r, const walk_item *item) {
    lede_error error;
    if (item->error == ENOMEM) {
        error_no_memory(&error);
    } else {
        error_set(&error, LEDE_READ_FAILED, "%s", strerror(item->error));
    }
    run_fail(r, item->path, &error);
}

static void do_found(run *r, const walk_item *item, run_work *work) {
    lede_error error;
    input in = {.name = item->path};
    input_found found = {.folder = item->folder, .name = item->name};
    if (input_read_found(&in, &found, run_byte_limit(r->options), &error) != LEDE_OK) {
        run_fail(r, item->path, &error);
    } else if (!found.is_text) {
        run_not_scored(r, &in, "not a text file");
    } else {
        run_input(r, &in, work);
        input_free(&in);
    }
}

static bool visit(void *ctx, const walk_item *item) {
    tour *t = ctx;
    input in = {.name = item->path};
    if (item->error != 0) {
        fail_found(t->run, item);
    } else if (item->reason != NULL) {
        run_not_scored(t->run, &in, item->reason);
    } else {
        do_found(t->run, item, t->work);
    }
    outputs_check(t->run->outputs);
    return !t->run->outputs->failed;
}

void run_folder(run *r, const char *path, run_work *work) {
    tour t = {r, work};
    walk_folder(path, visit, &t);
}
